#!/usr/bin/env python3
"""Makes Swedish and Danish PDFs by several producers, for the example `recall`: nordic.py OUT TEXT…

The texts are any files in Swedish or Danish; their words are mixed into letters with numbers and addresses of the kinds that are
looked for, and a table. Producers: LibreOffice and chromium, and reportlab, fpdf2, typst and weasyprint from PyPI, as far as they
are installed. Nothing that is made belongs into the repository.
"""

import html
import pathlib
import random
import re
import subprocess
import sys

OUT = pathlib.Path(sys.argv[1])
WORDS = [
    word
    for path in sys.argv[2:]
    for word in re.findall(r"[A-Za-zÅÄÖÆØåäöæøÉé]{2,}", pathlib.Path(path).read_text(encoding="utf-8", errors="replace"))
]
NORDIC = [word for word in WORDS if re.search("[åäöæøÅÄÖÆØ]", word)]
NUMBERS = ["19121212-1212", "20121212-1212", "121212-1212", "010101-0101", "191212121212"]
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def letter(number):
    """Title, paragraphs and rows of a table."""
    chance = random.Random(number)
    sentence = lambda: " ".join(chance.choice(NORDIC if chance.random() < 0.4 else WORDS) for _ in range(chance.randint(6, 18))).capitalize() + "."
    paragraphs = [" ".join(sentence() for _ in range(chance.randint(2, 7))) for _ in range(12)]
    for at in range(0, 12, 3):
        name = chance.choice(WORDS).lower().translate(str.maketrans("åäöæøé", "aaoaoe"))
        paragraphs[at] += f" Nr {chance.choice(NUMBERS)}, {name}.{at}@example.org."
    rows = [[chance.choice(NORDIC).capitalize(), chance.choice(NUMBERS), chance.choice(WORDS)] for _ in range(15)]
    return f"{chance.choice(NORDIC).capitalize()} {number}", paragraphs, [["Namn", "Personnummer", "Ärende"]] + rows


def page(title, paragraphs, rows, font):
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    return f"<!DOCTYPE html><html lang=sv><meta charset=utf-8><style>body{{font-family:{font};text-align:justify;hyphens:auto}}</style><h1>{title}</h1>{body}<table border=1>{cells}</table></html>"


def with_office(name, letter):
    source = OUT / f"{name}.html"
    source.write_text(page(*letter, "Liberation Serif"), encoding="utf-8")
    subprocess.run(["soffice", "--headless", "--convert-to", "odt:writer8", "--infilter=HTML (StarWriter)", "--outdir", OUT, source], capture_output=True)
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", OUT, source.with_suffix(".odt")], capture_output=True)
    source.with_suffix(".odt").unlink()
    source.unlink()


def with_chromium(name, letter):
    source = OUT / f"{name}.html"
    source.write_text(page(*letter, "DejaVu Sans"), encoding="utf-8")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={OUT / name}.pdf", source.resolve().as_uri()], capture_output=True)
    source.unlink()


def with_reportlab(name, letter):
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
    from reportlab.lib.styles import getSampleStyleSheet

    style = getSampleStyleSheet()
    title, paragraphs, rows = letter
    story = [Paragraph(title, style["Heading1"])] + [Paragraph(text, style["Normal"]) for text in paragraphs] + [Table(rows)]
    SimpleDocTemplate(str(OUT / f"{name}.pdf")).build(story)


def with_fpdf(name, letter):
    import fpdf

    made = fpdf.FPDF()
    made.add_font("own", fname=FONT)
    made.set_font("own", size=10)
    made.add_page()
    title, paragraphs, rows = letter
    for text in [title] + paragraphs:
        made.multi_cell(0, 5, text)
        made.ln(2)
    with made.table(first_row_as_headings=False) as table:
        for row in rows:
            cells = table.row()
            for cell in row:
                cells.cell(cell)
    made.output(OUT / f"{name}.pdf")


def with_typst(name, letter):
    import typst

    title, paragraphs, rows = letter
    quoted = lambda text: '#"' + text.replace('"', "'") + '"'
    cells = ", ".join(f"[{quoted(cell)}]" for row in rows for cell in row)
    source = OUT / f"{name}.typ"
    text = "\n\n".join(quoted(text) for text in paragraphs)
    source.write_text(f'#set par(justify: true)\n#set text(lang: "sv")\n= {quoted(title)}\n{text}\n#table(columns: 3, {cells})\n', encoding="utf-8")
    typst.compile(source, output=OUT / f"{name}.pdf")
    source.unlink()


def with_weasyprint(name, letter):
    import weasyprint

    weasyprint.HTML(string=page(*letter, "Liberation Serif")).write_pdf(OUT / f"{name}.pdf")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    makers = [with_office, with_chromium, with_reportlab, with_fpdf, with_typst, with_weasyprint]
    for maker in makers:
        for number in range(4):
            name = f"{maker.__name__.removeprefix('with_')}-{number}"
            try:
                maker(name, letter(number))
            except (ImportError, OSError) as missing:
                print(f"{name}: {missing}", file=sys.stderr)


main()
