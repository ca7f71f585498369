"""Writes the xlsx inputs of the golden tests by hand."""
import pathlib
import zipfile

HERE = pathlib.Path(__file__).resolve().parents[2] / "src/xlsx/tests/data"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{MAIN}"/></Types>'
)


def relations(*items):
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}"{extra}/>' for n, (kind, target, extra) in enumerate(items, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def write(name, parts):
    with zipfile.ZipFile(HERE / f"{name}.in", "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in {"[Content_Types].xml": TYPES, "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "")), **parts}.items():
            package.writestr(zipfile.ZipInfo(part, (2024, 1, 1, 0, 0, 0)), text)


SHEET1 = f"""<worksheet xmlns="{S}" xmlns:r="{R}"><dimension ref="A1:XFD1048576"/><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Datum</t></is></c></row>
<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>101011234</v></c><c r="C2" s="2"><v>45292</v></c></row>
<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3"><v>1.91212121212E11</v></c><c r="C3" s="3"><v>123456789</v></c><c r="D3"><f>A1</f><v>2.5</v></c></row>
<row r="1048576"><c r="XFD1048576" t="str"><f>B1</f><v>längst ut</v></c></row>
</sheetData><dataValidations><dataValidation prompt="Skriv födelsedag"><formula1>"Ja,Nej"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks>
<headerFooter><oddHeader>&amp;L&amp;"Arial"Elevlista&amp;RSida &amp;P</oddHeader></headerFooter></worksheet>"""
SHEET2 = f'<worksheet xmlns="{S}"><sheetData><row r="5"><c r="B5" t="inlineStr"><is><t>gömt</t></is></c></row></sheetData></worksheet>'
write("everything", {
    "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="Elever" sheetId="1" r:id="r1"/>'
    '<sheet name="Gammalt" sheetId="2" state="veryHidden" r:id="r2"/></sheets><definedNames><definedName name="Klass">Elever!$A$1</definedName></definedNames></workbook>',
    "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", ""), ("worksheet", "worksheets/sheet2.xml", ""),
                                            ("styles", "styles.xml", ""), ("sharedStrings", "sharedStrings.xml", "")),
    "xl/sharedStrings.xml": f'<sst xmlns="{S}"><si><t>Namn</t></si><si><t>Person</t><r><t>nummer</t></r></si><si><r><t xml:space="preserve">Test </t></r><r><t>Testsson</t></r></si></sst>',
    "xl/styles.xml": f'<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="164" formatCode="000000\\-0000"/><numFmt numFmtId="165" formatCode="0000000000"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": SHEET1,
    "xl/worksheets/sheet2.xml": SHEET2,
    "xl/worksheets/_rels/sheet1.xml.rels": relations(("hyperlink", "mailto:test@example.org", ' TargetMode="External"')),
    "xl/comments1.xml": f'<comments xmlns="{S}"><authors><author>Test Granskare</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>Fel </t></r><r><t>nummer</t></r></text></comment></commentList></comments>',
    "docProps/core.xml": '<c:coreProperties xmlns:c="urn:x" xmlns:dc="urn:y"><dc:title>Klasslista</dc:title></c:coreProperties>',
})
write("broken-sheet", {
    "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="Hel" sheetId="1" r:id="r1"/><sheet name="Halv" sheetId="2" r:id="r2"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", ""), ("worksheet", "worksheets/sheet2.xml", "")),
    "xl/worksheets/sheet1.xml": SHEET2,
    "xl/worksheets/sheet2.xml": SHEET2.replace("</row>", '<c r="C5"><v>'),
})
