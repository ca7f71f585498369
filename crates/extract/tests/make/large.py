"""Writes a workbook of ROWS rows and 8 columns to FILE, for timing by hand: large.py FILE ROWS."""
import sys
import zipfile

import importlib.util
import pathlib

spec = importlib.util.spec_from_file_location("parts", pathlib.Path(__file__).with_name("xlsx.py"))
parts = importlib.util.module_from_spec(spec)
spec.loader.exec_module(parts)
rows = int(sys.argv[2])
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
    package.writestr("[Content_Types].xml", parts.TYPES)
    package.writestr("_rels/.rels", parts.relations(("officeDocument", "xl/workbook.xml", "")))
    package.writestr("xl/workbook.xml", f'<workbook xmlns="{parts.S}" xmlns:r="{parts.R}"><sheets><sheet name="Stor" sheetId="1" r:id="r1"/></sheets></workbook>')
    package.writestr("xl/_rels/workbook.xml.rels", parts.relations(("worksheet", "worksheets/sheet1.xml", "")))
    with package.open("xl/worksheets/sheet1.xml", "w") as sheet:
        sheet.write(f'<worksheet xmlns="{parts.S}"><sheetData>'.encode())
        for row in range(1, rows + 1):
            cells = "".join(f'<c r="{letter}{row}"><v>{row * 7919 + at}</v></c>' for at, letter in enumerate("ABCD"))
            cells += "".join(f'<c r="{letter}{row}" t="inlineStr"><is><t>text {row}</t></is></c>' for letter in "EFGH")
            sheet.write(f'<row r="{row}">{cells}</row>'.encode())
        sheet.write(b"</sheetData></worksheet>")
