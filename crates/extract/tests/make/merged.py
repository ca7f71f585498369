#!/usr/bin/env python3
"""Writes `merged.in` for each format that merges cells: the same small plan, with a decision that holds for three rows.

Needs openpyxl, python-pptx and LibreOffice. Run in the folder of the crate; then `WRITE_GOLDEN=1 cargo test -p sporhund-extract
--test golden` writes what is read.
"""

import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
import pptx
from pptx.util import Cm

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src"

ROWS = [
    ["1.1 Styrning", "", ""],
    ["Handling", "Bevaras/gallras", "Anmärkning"],
    ["Ansökan", "Gallras 2 år", "Se beslut"],
    ["Yttrande", "", "Utan bilagor"],
    ["Kallelse", "", "Två rader"],
    ["Beslut", "Bevaras", ""],
]
# Row and column from 0, then how many of each.
MERGES = [(0, 0, 1, 3), (2, 1, 3, 1), (4, 2, 2, 1)]


def html():
    covered = {
        (row + down, column + right)
        for row, column, rows, columns in MERGES
        for down in range(rows)
        for right in range(columns)
    } - {(row, column) for row, column, _, _ in MERGES}
    out = ["<!DOCTYPE html><html><head><meta charset=utf-8></head><body><p>Plan</p><table border=1>"]
    for row, cells in enumerate(ROWS):
        out.append("<tr>")
        for column, text in enumerate(cells):
            if (row, column) in covered:
                continue
            span = next((m for m in MERGES if m[:2] == (row, column)), (0, 0, 1, 1))
            out.append(f"<td rowspan={span[2]} colspan={span[3]}>{text}</td>")
        out.append("</tr>")
    return "".join(out) + "</table></body></html>\n"


def xlsx(path):
    book = openpyxl.Workbook()
    sheet = book.active
    for cells in ROWS:
        sheet.append(cells)
    for row, column, rows, columns in MERGES:
        sheet.merge_cells(None, row + 1, column + 1, row + rows, column + columns)
    book.save(path)


def slides(path):
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    frame = slide.shapes.add_table(len(ROWS), 3, Cm(1), Cm(1), Cm(20), Cm(8))
    table = frame.table
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    for row, column, rows, columns in MERGES:
        table.cell(row, column).merge(table.cell(row + rows - 1, column + columns - 1))
    show.save(path)


def convert(path, kind, *more):
    subprocess.run(
        ["soffice", "--headless", "--convert-to", kind, "--outdir", path.parent, *more, path],
        check=True,
        capture_output=True,
    )
    return path.with_suffix("." + kind.split(":")[0])


def keep(path, folder):
    data = SOURCE / folder / "tests" / "data"
    data.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, data / f"merged-{path.suffix[1:]}.in")


def main():
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "merged.html"
        page.write_text(html(), encoding="utf-8")
        keep(page, "html")
        text = convert(page, "odt:writer8", "--infilter=HTML (StarWriter)")
        keep(text, "odf")
        for kind in ("docx", "doc", "rtf", "pdf"):
            keep(convert(text, kind), kind)
        book = pathlib.Path(folder) / "merged.xlsx"
        xlsx(book)
        keep(book, "xlsx")
        keep(convert(book, "ods"), "odf")
        keep(convert(book, "xls"), "xls")
        show = pathlib.Path(folder) / "merged.pptx"
        slides(show)
        keep(show, "pptx")


main()
