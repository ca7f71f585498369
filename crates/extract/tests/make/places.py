"""Writes one document for each format with a value planted in every place where text hides.

tests/data/places/FORMAT.in is the document; FORMAT.places lists its places, one a line: what the place is, the value planted
there, and for a place that is not read the reason. The page docs/formats.md is made of them. Run by hand; the older formats of
Office are made by LibreOffice from the newer ones.
"""
import email.message
import gzip
import pathlib
import struct
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parents[1] / "data/places"
HERE.mkdir(parents=True, exist_ok=True)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "application/vnd.openxmlformats-officedocument."


class Places:
    """The places of one format; calling it plants a value."""

    def __init__(self, name):
        self.name, self.lines = name, []

    def __call__(self, place, why="", value=None):
        value = value or "v" + str(1000 + len(self.lines)) + self.name + "x"
        self.lines.append("\t".join([place, value, why]))
        return value

    def save(self, content):
        if content is not None:
            (HERE / f"{self.name}.in").write_bytes(content)
        (HERE / f"{self.name}.places").write_text("\n".join(self.lines) + "\n", encoding="utf-8")


def package(parts):
    with tempfile.SpooledTemporaryFile() as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
        out.seek(0)
        return out.read()


def types(overrides):
    inner = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{inner}</Types>')


def relations(*items):
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{kind if ":" in kind else R + "/" + kind}" Target="{target}"{extra}/>'
        for n, (kind, target, extra) in enumerate(items, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


EXTERNAL = ' TargetMode="External"'


def properties(at):
    return {
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title>{at("title")}</dc:title><dc:creator>{at("author")}</dc:creator><cp:lastModifiedBy>{at("last changed by")}</cp:lastModifiedBy>'
        f'<cp:keywords>{at("keywords")}</cp:keywords><dc:description>{at("description")}</dc:description></cp:coreProperties>',
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f'<Manager>{at("manager")}</Manager><Company>{at("company")}</Company></Properties>',
        "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
        f'name="{at("name of a custom property")}"><vt:lpwstr>{at("value of a custom property")}</vt:lpwstr></property></Properties>',
    }


PROPERTY_RELATIONS = [
    (PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml", ""),
    ("extended-properties", "docProps/app.xml", ""),
    ("custom-properties", "docProps/custom.xml", ""),
]


def chart(at):
    return (f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="{A}"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
            f'<a:t>{at("title of a chart")}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0">'
            f'<c:v>{at("name of a series in a chart")}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>'
            f'{at("category kept by a chart")}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>')


def diagram(at):
    return (f'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="{A}"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r>'
            f'<a:t>{at("SmartArt")}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>')


def inner_text(at, place):
    return package({"a.txt": at(place)})


def docx():
    at = Places("docx")
    p = lambda *runs: "<w:p>" + "".join(runs) + "</w:p>"
    r = lambda text, look="": f'<w:r>{"<w:rPr>" + look + "</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'
    level = lambda n, start, kind, text, more="": f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    split = at("number split over runs", value="v1912121212125docxx")
    hyphen = at("number with a no-break hyphen", value="191212120000\u20111212")
    box = lambda text: "<w:txbxContent>" + p(r(text)) + "</w:txbxContent>"
    body = [
        p(r(at("running text"))),
        p('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', r(at("heading"))),
        p(r(split[:7]), r(split[7:12], "<w:b/>"), '<w:proofErr w:type="spellStart"/>', r(split[12:])),
        p(r("191212120000"), "<w:r><w:noBreakHyphen/></w:r>", r("1212")),
        "<w:tbl><w:tr><w:tc>" + p(r(at("table cell"))) + "<w:tbl><w:tr><w:tc>" + p(r(at("nested table"))) + "</w:tc></w:tr></w:tbl>" + p() + "</w:tc></w:tr></w:tbl>",
        p('<w:ins w:id="1" w:author="' + at("author of a tracked change") + '">' + r(at("tracked insertion")) + "</w:ins>",
          '<w:del w:id="2" w:author="A"><w:r><w:delText>' + at("tracked deletion") + "</w:delText></w:r></w:del>"),
        p('<w:moveFrom w:id="3" w:author="A">' + r(at("tracked move, from")) + "</w:moveFrom>", '<w:moveTo w:id="4" w:author="A">' + r(at("tracked move, to")) + "</w:moveTo>"),
        p(r(at("hidden text"), "<w:vanish/>")),
        p(f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box(at("text box"))}</mc:Choice><mc:Fallback><w:pict>{box("again")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>'),
        p(f'<w:r><w:pict><v:shape alt="{at("alternative text of an older shape")}"><v:textbox>{box(at("text box of the older kind"))}</v:textbox><v:textpath string="{at("WordArt")}"/></v:shape></w:pict></w:r>'),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF ' + at("field code") + '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
          r(at("result of a field")), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="' + at("name of a form field") + '"/><w:textInput><w:default w:val="' + at("default of a form field") + '"/></w:textInput></w:ffData></w:fldChar></w:r>'),
        p(f'<w:fldSimple w:instr="DOCPROPERTY {at("simple field code")}">', r("x"), "</w:fldSimple>"),
        f'<w:sdt><w:sdtPr><w:alias w:val="{at("title of a content control")}"/><w:tag w:val="{at("tag of a content control")}"/><w:dropDownList><w:listItem w:displayText="{at("choice of a content control")}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>' + p(r(at("content control"))) + "</w:sdtContent></w:sdt>",
        p(f'<w:bookmarkStart w:id="5" w:name="{at("bookmark")}"/>', r("text"), '<w:bookmarkEnd w:id="5"/>'),
        p(f'<w:hyperlink r:id="r8" w:tooltip="{at("tip of a link")}">', r("link"), "</w:hyperlink>"),
        p(f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild" descr="{at("alternative text")}" title="{at("title of a picture")}"/></wp:inline></w:drawing></w:r>'),
        p(f'<m:oMath><m:r><m:t>{at("formula of mathematics")}</m:t></m:r></m:oMath>'),
        p(r("Not"), '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>', r("anm"), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
        p(f'<w:ruby><w:rt>{r(at("ruby text"))}</w:rt><w:rubyBase>{r("bas")}</w:rubyBase></w:ruby>'),
    ]
    item = lambda text, level, number="1": p(f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>', r(text))
    body += [
        p('<w:pPr><w:pStyle w:val="Rubrik2"/></w:pPr>', r("v1912docxpart")),
        item("etta", 0), item("ett a", 1), item("ett b", 1), item("tvåa", 0), item("v1912docxitem", 1),
        item("fyra", 0, "3"), item("v1912docxstart", 0, "3"),
    ]
    at("number of a heading, by its style", value="IV.1. v1912docxpart")
    at("number in a list", value="2 a) v1912docxitem")
    at("number in a list that starts later", value="5. v1912docxstart")
    part = lambda root, inner: f'<w:{root} xmlns:w="{W}">{inner}</w:{root}>'
    names = (f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
             'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')
    parts = {
        "[Content_Types].xml": types({"word/document.xml": OFFICE + "wordprocessingml.document.main+xml", "word/header1.xml": OFFICE + "wordprocessingml.header+xml",
                                      "word/footer1.xml": OFFICE + "wordprocessingml.footer+xml", "word/footnotes.xml": OFFICE + "wordprocessingml.footnotes+xml",
                                      "word/endnotes.xml": OFFICE + "wordprocessingml.endnotes+xml", "word/comments.xml": OFFICE + "wordprocessingml.comments+xml",
                                      "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml", "docProps/app.xml": OFFICE + "extended-properties+xml",
                                      "docProps/custom.xml": OFFICE + "custom-properties+xml"}),
        "_rels/.rels": relations(("officeDocument", "word/document.xml", ""), *PROPERTY_RELATIONS),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {names}><w:body>{"".join(body)}<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:footerReference w:type="default" r:id="r2"/></w:sectPr></w:body></w:document>',
        "word/_rels/document.xml.rels": relations(("header", "header1.xml", ""), ("footer", "footer1.xml", ""), ("footnotes", "footnotes.xml", ""), ("endnotes", "endnotes.xml", ""),
                                                  ("comments", "comments.xml", ""), ("chart", "charts/chart1.xml", ""), ("diagramData", "diagrams/data1.xml", ""),
                                                  ("hyperlink", "mailto:" + at("target of a link") + "@example.org", EXTERNAL)),
        "word/styles.xml": part("styles", '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
                                '<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/></w:style>'),
        "word/numbering.xml": part("numbering", '<w:abstractNum w:abstractNumId="0">' + level(0, 1, "decimal", "%1.") + level(1, 1, "lowerLetter", "%1 %2)") + '</w:abstractNum>'
                                   '<w:abstractNum w:abstractNumId="1">' + level(0, 4, "upperRoman", "Del %1") + level(1, 1, "decimal", "%1.%2.", '<w:pStyle w:val="Rubrik2"/>') + '</w:abstractNum>'
                                   '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
                                   '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'),
        "word/header1.xml": part("hdr", p(r(at("page header")))),
        "word/footer1.xml": part("ftr", p(r(at("page footer")))),
        "word/footnotes.xml": part("footnotes", '<w:footnote w:id="2">' + p(r(at("footnote"))) + "</w:footnote>"),
        "word/endnotes.xml": part("endnotes", '<w:endnote w:id="2">' + p(r(at("endnote"))) + "</w:endnote>"),
        "word/comments.xml": part("comments", f'<w:comment w:id="0" w:author="{at("author of a comment")}" w:initials="T">' + p(r(at("comment"))) + "</w:comment>"),
        "word/glossary/document.xml": part("glossaryDocument", "<w:docParts><w:docPart><w:docPartBody>" + p(r(at("building block"))) + "</w:docPartBody></w:docPart></w:docParts>"),
        "word/settings.xml": part("settings", f'<w:docVars><w:docVar w:name="a" w:val="{at("document variable")}"/></w:docVars><w:mailMerge><w:query w:val="SELECT {at("query of a mail merge")}"/></w:mailMerge>'),
        "word/people.xml": f'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="{at("person who commented")}"/></w15:people>',
        "word/charts/chart1.xml": chart(at),
        "word/diagrams/data1.xml": diagram(at),
        "word/embeddings/oleObject1.zip": inner_text(at, "embedded package"),
        "customXml/item1.xml": f'<x:sak xmlns:x="urn:kommun" nr="{at("attribute of custom XML")}"><x:namn>{at("element of custom XML")}</x:namn></x:sak>',
        **properties(at),
    }
    content = package(parts)
    at.save(content)
    return content, at


def xlsx():
    at = Places("xlsx")
    s = lambda ref, text: f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'
    sheet = (f'<worksheet xmlns="{S}" xmlns:r="{R}"><cols><col min="4" max="4" hidden="1"/></cols><sheetData>'
             f'<row r="1">{s("A1", at("inline text"))}<c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>{s("D1", at("hidden column"))}</row>'
             f'<row r="2" hidden="1">{s("A2", at("hidden row"))}</row>'
             f'<row r="3"><c r="A3" t="str"><f>"{at("literal in a formula")}"&amp;A1</f><v>{at("cached result of a formula")}</v></c><c r="B3" s="1"><v>101011234</v></c>'
             f'<c r="C3" s="2"><v>45292</v></c><c r="D3"><v>1.91212121212E11</v></c></row></sheetData>'
             f'<dataValidations count="1"><dataValidation type="list" sqref="A1" prompt="{at("prompt of a validation")}"><formula1>"{at("list of a validation")}"</formula1></dataValidation></dataValidations>'
             f'<conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1" operator="equal"><formula>"{at("formula of conditional formatting")}"</formula></cfRule></conditionalFormatting>'
             f'<hyperlinks><hyperlink ref="A1" r:id="r1" tooltip="{at("tip of a link")}"/></hyperlinks>'
             f'<headerFooter><oddHeader>&amp;L{at("page header")}</oddHeader><oddFooter>{at("page footer")}</oddFooter></headerFooter></worksheet>')
    at("number whose format adds a zero", value="010101-1234")
    at("date cell", value="2024-01-01")
    at("number in scientific notation", value="191212121212")
    other = lambda text: f'<worksheet xmlns="{S}"><sheetData><row r="1">{s("A1", text)}</row></sheetData></worksheet>'
    parts = {
        "[Content_Types].xml": types({"xl/workbook.xml": OFFICE + "spreadsheetml.sheet.main+xml", "xl/worksheets/sheet1.xml": OFFICE + "spreadsheetml.worksheet+xml",
                                      "xl/worksheets/sheet2.xml": OFFICE + "spreadsheetml.worksheet+xml", "xl/worksheets/sheet3.xml": OFFICE + "spreadsheetml.worksheet+xml",
                                      "xl/sharedStrings.xml": OFFICE + "spreadsheetml.sharedStrings+xml", "xl/styles.xml": OFFICE + "spreadsheetml.styles+xml",
                                      "xl/comments1.xml": OFFICE + "spreadsheetml.comments+xml", "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
                                      "docProps/app.xml": OFFICE + "extended-properties+xml", "docProps/custom.xml": OFFICE + "custom-properties+xml"}),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", ""), *PROPERTY_RELATIONS),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="{at("sheet name")}" sheetId="1" r:id="r1"/><sheet name="Dolt" sheetId="2" state="hidden" r:id="r2"/>'
        f'<sheet name="Djupt" sheetId="3" state="veryHidden" r:id="r3"/></sheets><definedNames><definedName name="{at("defined name")}">"{at("what a defined name stands for")}"</definedName></definedNames></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", ""), ("worksheet", "worksheets/sheet2.xml", ""), ("worksheet", "worksheets/sheet3.xml", ""),
                                                ("styles", "styles.xml", ""), ("sharedStrings", "sharedStrings.xml", "")),
        "xl/sharedStrings.xml": f'<sst xmlns="{S}"><si><t>{at("shared text")}</t></si><si><r><t>{at("shared text in runs", value="v1912xlsxsplit")[:5]}</t></r><r><t>{"v1912xlsxsplit"[5:]}</t></r></si></sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="164" formatCode="000000\\-0000"/></numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>'
        '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/sheet2.xml": other(at("hidden sheet")),
        "xl/worksheets/sheet3.xml": other(at("very hidden sheet")),
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("hyperlink", "mailto:" + at("target of a link") + "@example.org", EXTERNAL), ("comments", "../comments1.xml", "")),
        "xl/comments1.xml": f'<comments xmlns="{S}"><authors><author>{at("author of a comment")}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>{at("comment")}</t></r></text></comment></commentList></comments>',
        "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="1"><text>{at("threaded comment")}</text></threadedComment></ThreadedComments>',
        "xl/persons/person.xml": f'<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="{at("person who commented")}" id="1"/></personList>',
        "xl/drawings/drawing1.xml": f'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="{A}"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="a" descr="{at("alternative text")}"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{at("text box")}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        "xl/drawings/vmlDrawing1.vml": f'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape alt="{at("alternative text of an older shape")}"><v:textbox><div>{at("label of an older form control")}</div></v:textbox></v:shape></xml>',
        "xl/ctrlProps/ctrlProp1.xml": '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Drop" fmlaLink="A1"><itemLst><item val="' + at("choice of a form control") + '"/></itemLst></formControlPr>',
        "xl/charts/chart1.xml": chart(at),
        "xl/diagrams/data1.xml": diagram(at),
        "xl/tables/table1.xml": f'<table xmlns="{S}" id="1" name="T" displayName="{at("name of a table")}" ref="A1:B2"><tableColumns><tableColumn id="1" name="{at("column of a table")}"/></tableColumns></table>',
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{S}"><cacheFields><cacheField name="{at("field of a pivot cache")}"><sharedItems><s v="{at("value kept by a pivot cache")}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
        "xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords xmlns="{S}"><r><s v="{at("record of a pivot cache")}"/></r></pivotCacheRecords>',
        "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{S}"><externalBook><sheetNames><sheetName val="{at("sheet of another workbook")}"/></sheetNames><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>{at("value kept of another workbook")}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
        "xl/connections.xml": f'<connections xmlns="{S}"><connection id="1" name="{at("name of a data connection")}" description="d"><dbPr connection="DSN=x" command="SELECT {at("query of a data connection")}"/></connection></connections>',
        "xl/embeddings/oleObject1.zip": inner_text(at, "embedded package"),
        "customXml/item1.xml": f'<x:sak xmlns:x="urn:kommun"><x:namn>{at("element of custom XML")}</x:namn></x:sak>',
        **properties(at),
    }
    content = package(parts)
    at.save(content)
    return content, at


def record(kind, body=b""):
    """A record of a binary part: kind and length in groups of seven bits."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, left = b"", len(body)
    while True:
        left, low = left >> 7, left & 0x7F
        length += bytes([low | (0x80 if left else 0)])
        if not left:
            return head + length + body


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb():
    at = Places("xlsb")
    u32 = lambda *numbers: struct.pack(f"<{len(numbers)}I", *numbers)
    row = lambda number, hidden=False: record(0, u32(number, 0) + bytes([0, 0, 0, 0x10 if hidden else 0, 0]) + u32(0))
    cell = lambda kind, column, value, style=0: record(kind, u32(column, style) + value)
    literal = lambda text: bytes([0x17]) + struct.pack("<H", len(text)) + text.encode("utf-16-le")
    formula = lambda tokens: u32(len(tokens)) + tokens + u32(0)
    page = lambda *texts: b"\0\0" + b"".join(wide(text) for text in texts)
    none = b"\xFF" * 4
    sheet = (record(390) + record(60, u32(3, 3, 0, 0) + b"\1\0") + record(391) + record(145)
             + row(0) + cell(6, 0, wide(at("inline text"))) + cell(7, 1, u32(0)) + cell(62, 2, b"\0" + wide(at("rich text"))) + cell(6, 3, wide(at("hidden column")))
             + row(1, True) + cell(6, 0, wide(at("hidden row")))
             + row(2) + cell(8, 0, wide(at("cached result of a formula")) + b"\0\0" + formula(literal(at("literal in a formula"))))
             + cell(5, 1, struct.pack("<d", 101011234), 1) + cell(5, 2, struct.pack("<d", 45292), 2)
             + cell(9, 3, struct.pack("<d", 1) + b"\0\0" + formula(b"\x1F" + struct.pack("<d", 191212121212)))
             + record(146) + record(176, u32(0, 1, 0, 0))
             + record(494, u32(0, 0, 0, 0) + wide("r1") + wide(at("place in the target of a link")) + wide(at("tip of a link")) + wide(""))
             + record(64, u32(3, 1, 0, 0, 0, 0) + none + none + wide(at("title of a validation")) + wide(at("prompt of a validation")) + formula(literal(at("list of a validation"))) + formula(b""))
             + record(479, page("&L" + at("page header"), at("page footer"), "", "", at("header of the first page"), "")))
    at("number whose format adds a zero", value="010101-1234")
    at("date cell", value="2024-01-01")
    at("long number in a formula", value="191212121212")
    other = lambda text: record(145) + row(0) + cell(6, 0, wide(text)) + record(146)
    bundle = lambda state, number, name: record(156, u32(state, number) + wide(f"r{number}") + wide(name))
    name = record(39, u32(0) + b"\0" + u32(0xFFFFFFFF) + wide(at("defined name")) + formula(literal(at("what a defined name stands for"))) + none)
    kind = "application/vnd.ms-excel."
    parts = {
        "[Content_Types].xml": types({"xl/workbook.bin": kind + "sheet.binary.macroEnabled.main", "xl/worksheets/sheet1.bin": kind + "worksheet", "xl/worksheets/sheet2.bin": kind + "worksheet",
                                      "xl/worksheets/sheet3.bin": kind + "worksheet", "xl/styles.bin": kind + "styles", "xl/sharedStrings.bin": kind + "sharedStrings", "xl/comments1.bin": kind + "comments",
                                      "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml", "docProps/app.xml": OFFICE + "extended-properties+xml", "docProps/custom.xml": OFFICE + "custom-properties+xml"}),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.bin", ""), *PROPERTY_RELATIONS),
        "xl/workbook.bin": record(131) + record(153, u32(0, 0) + wide("")) + record(143) + bundle(0, 1, at("sheet name")) + bundle(1, 2, "Dolt") + bundle(2, 3, "Djupt") + record(144) + name + record(132),
        "xl/_rels/workbook.bin.rels": relations(("worksheet", "worksheets/sheet1.bin", ""), ("worksheet", "worksheets/sheet2.bin", ""), ("worksheet", "worksheets/sheet3.bin", ""), ("styles", "styles.bin", ""),
                                                ("sharedStrings", "sharedStrings.bin", "")),
        "xl/styles.bin": record(278) + record(44, struct.pack("<H", 164) + wide("000000\\-0000")) + record(617, u32(3)) + b"".join(record(47, struct.pack("<HHHHHIHH", 0, form, 0, 0, 0, 0, 0, 0)) for form in (0, 164, 14)) + record(618) + record(279),
        "xl/sharedStrings.bin": record(159, u32(1, 1)) + record(19, b"\0" + wide(at("shared text"))) + record(160),
        "xl/worksheets/sheet1.bin": sheet,
        "xl/worksheets/sheet2.bin": other(at("hidden sheet")),
        "xl/worksheets/sheet3.bin": other(at("very hidden sheet")),
        "xl/worksheets/_rels/sheet1.bin.rels": relations(("hyperlink", "mailto:" + at("target of a link") + "@example.org", EXTERNAL), ("comments", "../comments1.bin", "")),
        "xl/comments1.bin": record(628) + record(630) + record(632, wide(at("author of a comment"))) + record(631) + record(633) + record(635, u32(0, 1, 1, 1, 1) + bytes(16)) + record(637, b"\0" + wide(at("comment"))) + record(636) + record(634) + record(629),
        "xl/drawings/drawing1.xml": f'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="{A}"><xdr:sp><xdr:txBody><a:p><a:r><a:t>{at("text box")}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        "xl/pivotCache/pivotCacheDefinition1.bin": record(24, wide(at("value kept by a pivot cache"))),
        "xl/externalLinks/externalLink1.bin": record(371, u32(0) + wide(at("value kept of another workbook"))),
        **properties(at),
    }
    at.save(package(parts))


def pptx():
    at = Places("pptx")
    para = lambda text: f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
    shape = lambda text, kind="", extra="": f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="n"{extra}/><p:cNvSpPr/><p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{para(text)}</p:txBody></p:sp>'
    root = lambda name, inner, extra="": f'<?xml version="1.0" encoding="UTF-8"?><p:{name} xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"{extra}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{inner}</p:spTree></p:cSld></p:{name}>'
    table = f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="t"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblGrid><a:gridCol w="1000000"/></a:tblGrid><a:tr h="370840"><a:tc><a:txBody><a:bodyPr/>{para(at("table cell"))}</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    split = at("number split over runs", value="v191212pptxsplit")
    slide = (shape(at("title of a slide"), '<p:ph type="title"/>') + shape(at("text box"), extra=f' descr="{at("alternative text")}" title="{at("title of a shape")}"') + table
             + f'<p:sp><p:nvSpPr><p:cNvPr id="9" name="s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{split[:4]}</a:t></a:r><a:r><a:t>{split[4:]}</a:t></a:r></a:p></p:txBody></p:sp>')
    parts = {
        "[Content_Types].xml": types({"ppt/presentation.xml": OFFICE + "presentationml.presentation.main+xml", "ppt/slides/slide1.xml": OFFICE + "presentationml.slide+xml",
                                      "ppt/slides/slide2.xml": OFFICE + "presentationml.slide+xml", "ppt/slideMasters/slideMaster1.xml": OFFICE + "presentationml.slideMaster+xml",
                                      "ppt/slideLayouts/slideLayout1.xml": OFFICE + "presentationml.slideLayout+xml", "ppt/notesSlides/notesSlide1.xml": OFFICE + "presentationml.notesSlide+xml",
                                      "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml", "docProps/app.xml": OFFICE + "extended-properties+xml",
                                      "docProps/custom.xml": OFFICE + "custom-properties+xml"}),
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml", ""), *PROPERTY_RELATIONS),
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="r3"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="r1"/><p:sldId id="257" r:id="r2"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relations(("slide", "slides/slide1.xml", ""), ("slide", "slides/slide2.xml", ""), ("slideMaster", "slideMasters/slideMaster1.xml", "")),
        "ppt/slides/slide1.xml": root("sld", slide),
        "ppt/slides/slide2.xml": root("sld", shape(at("hidden slide")), ' show="0"'),
        "ppt/slides/_rels/slide1.xml.rels": relations(("notesSlide", "../notesSlides/notesSlide1.xml", ""), ("comments", "../comments/comment1.xml", ""), ("chart", "../charts/chart1.xml", ""),
                                                      ("diagramData", "../diagrams/data1.xml", ""), ("hyperlink", "mailto:" + at("target of a link") + "@example.org", EXTERNAL),
                                                      ("slideLayout", "../slideLayouts/slideLayout1.xml", "")),
        "ppt/slides/_rels/slide2.xml.rels": relations(("slideLayout", "../slideLayouts/slideLayout1.xml", "")),
        "ppt/notesSlides/notesSlide1.xml": root("notes", shape(at("speaker notes"), '<p:ph type="body" idx="1"/>')),
        "ppt/slideMasters/slideMaster1.xml": root("sldMaster", shape(at("master"))),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(("slideLayout", "../slideLayouts/slideLayout1.xml", "")),
        "ppt/slideLayouts/slideLayout1.xml": root("sldLayout", shape(at("layout"))),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(("slideMaster", "../slideMasters/slideMaster1.xml", "")),
        "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{P}"><p:cm authorId="0"><p:text>{at("comment")}</p:text></p:cm></p:cmLst>',
        "ppt/comments/modernComment_1.xml": f'<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" xmlns:a="{A}"><p188:cm><p188:txBody>{para(at("comment of the newer kind"))}</p188:txBody></p188:cm></p188:cmLst>',
        "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor id="0" name="{at("author of a comment")}"/></p:cmAuthorLst>',
        "ppt/charts/chart1.xml": chart(at),
        "ppt/diagrams/data1.xml": diagram(at),
        "ppt/tags/tag1.xml": f'<p:tagLst xmlns:p="{P}"><p:tag name="A" val="{at("tag")}"/></p:tagLst>',
        "ppt/embeddings/oleObject1.zip": inner_text(at, "embedded package"),
        "customXml/item1.xml": f'<x:sak xmlns:x="urn:kommun"><x:namn>{at("element of custom XML")}</x:namn></x:sak>',
        **properties(at),
    }
    content = package(parts)
    at.save(content)
    return content, at


ODF = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in {
    "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "meta": "meta", "form": "form",
    "presentation": "presentation", "svg": "svg-compatible", "fo": "xsl-fo-compatible"}.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'


def odf(kind, body, styles, at, automatic="", extra=None):
    meta = (f'<office:document-meta {ODF}><office:meta><dc:title>{at("title")}</dc:title><meta:initial-creator>{at("author")}</meta:initial-creator><dc:creator>{at("last changed by")}</dc:creator>'
            f'<meta:keyword>{at("keywords")}</meta:keyword><dc:description>{at("description")}</dc:description><meta:user-defined meta:name="{at("name of a custom property")}">{at("value of a custom property")}</meta:user-defined></office:meta></office:document-meta>')
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF} office:version="1.2"><office:automatic-styles>{automatic}</office:automatic-styles><office:body>{body}</office:body></office:document-content>',
        "styles.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {ODF} office:version="1.2"><office:master-styles>{styles}</office:master-styles></office:document-styles>',
        "meta.xml": meta,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.{kind}"/></manifest:manifest>',
        **(extra or {}),
    }
    content = package(parts)
    at.save(content)


HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style>'


LISTS = ('<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
         '<text:list-level-style-number text:level="2" style:num-format="a" style:num-list-format="%1% %2%)"/></text:list-style>'
         '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="I" text:start-value="1"/>'
         '<text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:outline-style>')


def odt():
    at = Places("odt")
    p = lambda text: f"<text:p>{text}</text:p>"
    numbered = lambda place, seen: at(place, value=seen).split()[-1]
    item = lambda text, more="": f"<text:list-item{more}>{text}</text:list-item>"
    inner = lambda text: f"<text:list>{text}</text:list>"
    split = at("number split over spans", value="v1912121212odtsplit")
    body = "<office:text>" + (
        f'<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>{at("author of a tracked change")}</dc:creator></office:change-info>{p(at("tracked deletion"))}</text:deletion></text:changed-region></text:tracked-changes>'
        f'<text:user-field-decls><text:user-field-decl text:name="{at("name of a user field")}" office:string-value="{at("value of a user field")}"/></text:user-field-decls>'
        + p(at("running text")) + f"<text:h>{at('heading')}</text:h>" + p(f"{split[:6]}<text:span>{split[6:]}</text:span>")
        + f'<table:table><table:table-row><table:table-cell>{p(at("table cell"))}<table:table><table:table-row><table:table-cell>{p(at("nested table"))}</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>'
        + p(f'Not<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{p(at("footnote"))}</text:note-body></text:note>')
        + p(f'Not<text:note text:note-class="endnote"><text:note-citation>1</text:note-citation><text:note-body>{p(at("endnote"))}</text:note-body></text:note>')
        + p(f'x<office:annotation><dc:creator>{at("author of a comment")}</dc:creator>{p(at("comment"))}</office:annotation>')
        + p(f'<draw:frame><draw:text-box>{p(at("text box"))}</draw:text-box><svg:title>{at("title of a picture")}</svg:title><svg:desc>{at("alternative text")}</svg:desc></draw:frame>')
        + p(f'<draw:custom-shape>{p(at("shape"))}</draw:custom-shape>') + p(f'<text:span text:style-name="H">{at("hidden text")}</text:span>')
        + '<text:list xml:id="a" text:style-name="L">' + item(p("etta") + inner(item(p("ett a")))) + item(p("tvåa") + inner(item(p(numbered("number in a list", "2 a) v1912odtitem"))))) + "</text:list>"
        + '<text:list text:style-name="L" text:continue-numbering="true">' + item(p(numbered("number in a list that goes on", "3. v1912odtnext"))) + item(p(numbered("number in a list that is set anew", "7. v1912odtset")), ' text:start-value="7"') + "</text:list>"
        + '<text:h text:outline-level="1">Ett</text:h><text:h text:outline-level="2">' + numbered("number of a heading", "II.1. v1912odtpart") + "</text:h>"
        + p(f'<text:hidden-text text:string-value="{at("hidden text field")}"/><text:conditional-text text:string-value-if-true="{at("conditional text")}"/>')
        + f'<text:section text:name="s" text:display="none">{p(at("hidden section"))}</text:section>'
        + p(f'<text:a xlink:href="mailto:{at("target of a link")}@example.org">länk</text:a><text:bookmark text:name="{at("bookmark")}"/>')
        + p(f'<text:drop-down><text:label text:value="{at("choice of a field")}"/>x</text:drop-down>')
        + f'<office:forms><form:form><form:text form:label="{at("label of a form control")}" form:current-value="{at("value of a form control")}"/></form:form></office:forms>'
    ) + "</office:text>"
    styles = f'<style:master-page style:name="S"><style:header>{p(at("page header"))}</style:header><style:footer>{p(at("page footer"))}</style:footer></style:master-page>'
    chart_part = f'<office:document-content {ODF} xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"><office:body><office:chart><chart:chart><chart:title>{p(at("title of a chart"))}</chart:title><table:table><table:table-row><table:table-cell>{p(at("value kept by a chart"))}</table:table-cell></table:table-row></table:table></chart:chart></office:chart></office:body></office:document-content>'
    odf("text", body, styles, at, HIDDEN + LISTS, {"Object 1/content.xml": chart_part, "Object 2": inner_text(at, "embedded package")})


def ods():
    at = Places("ods")
    c = lambda text: f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    body = "<office:spreadsheet>" + (
        f'<table:content-validations><table:content-validation table:name="v" table:condition="of:cell-content-is-in-list(&quot;{at("list of a validation")}&quot;)"><table:help-message><text:p>{at("prompt of a validation")}</text:p></table:help-message></table:content-validation></table:content-validations>'
        f'<table:table table:name="{at("sheet name")}"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>{c(at("cell"))}{c(at("hidden column"))}</table:table-row>'
        f'<table:table-row table:visibility="collapse">{c(at("hidden row"))}</table:table-row>'
        f'<table:table-row><table:table-cell table:formula="of:=&quot;{at("literal in a formula")}&quot;" office:value-type="string"><text:p>{at("cached result of a formula")}</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="float" office:value="{at("number that its format hides", value="191212121212")}"><text:p>1,91E+11</text:p></table:table-cell>'
        f'<table:table-cell><office:annotation><dc:creator>{at("author of a comment")}</dc:creator><text:p>{at("comment")}</text:p></office:annotation></table:table-cell></table:table-row></table:table>'
        f'<table:table table:name="Dolt" table:style-name="T"><table:table-row>{c(at("hidden sheet"))}</table:table-row></table:table>'
        f'<table:named-expressions><table:named-range table:name="{at("defined name")}" table:cell-range-address="A1"/></table:named-expressions>'
    ) + "</office:spreadsheet>"
    styles = f'<style:master-page style:name="S"><style:header><text:p>{at("page header")}</text:p></style:header></style:master-page>'
    odf("spreadsheet", body, styles, at, HIDDEN)


def odp():
    at = Places("odp")
    p = lambda text: f"<text:p>{text}</text:p>"
    body = "<office:presentation>" + (
        f'<presentation:footer-decl presentation:name="f">{at("footer")}</presentation:footer-decl>'
        f'<draw:page draw:name="a"><draw:frame presentation:class="title"><draw:text-box>{p(at("title of a slide"))}</draw:text-box></draw:frame><draw:frame><draw:text-box>{p(at("text box"))}</draw:text-box><svg:desc>{at("alternative text")}</svg:desc></draw:frame>'
        f'<draw:frame><table:table><table:table-row><table:table-cell>{p(at("table cell"))}</table:table-cell></table:table-row></table:table></draw:frame>'
        f'<office:annotation><dc:creator>{at("author of a comment")}</dc:creator>{p(at("comment"))}</office:annotation><presentation:notes><draw:frame><draw:text-box>{p(at("speaker notes"))}</draw:text-box></draw:frame></presentation:notes></draw:page>'
    ) + "</office:presentation>"
    styles = f'<style:master-page style:name="S"><draw:frame><draw:text-box>{p(at("master"))}</draw:text-box></draw:frame></style:master-page>'
    odf("presentation", body, styles, at)


def html():
    at = Places("html")
    split = at("number split over elements", value="v19121212htmlsplit")
    soft = at("number with a soft hyphen", value="v1912\u00adsofthtml")
    at.save((
        f'<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{at("title")}</title><meta name="author" content="{at("author")}"><meta name="description" content="{at("description")}">'
        f'<script>var a = "{at("script")}";</script><style>/* {at("style sheet")} */</style></head><body><!-- {at("comment of the source")} --><h1>{at("heading")}</h1><p>{at("running text")}</p>'
        f'<p>{split[:5]}<b>{split[5:9]}</b><wbr><span>{split[9:]}</span></p><p>{soft.replace(chr(173), "&shy;")}</p><table><tr><th>A</th><td>{at("table cell")}</td></tr></table>'
        f'<img alt="{at("alternative text")}" title="{at("title attribute")}"><input value="{at("value of a field")}" placeholder="{at("hint of a field")}"><input type="hidden" value="{at("hidden field")}">'
        f'<textarea>{at("text of a field")}</textarea><select><option>{at("choice")}</option></select><a href="mailto:{at("target of a link")}@example.org">l</a><div style="display:none">{at("hidden element")}</div>'
        f'<p>{at("entities", value="Åsa&Bo").replace("Å", "&Aring;").replace("&B", "&amp;B")}</p><noscript>{at("text without scripts")}</noscript><div data-person="{at("data attribute")}" aria-label="{at("label for readers")}">x</div>'
        f'<template>{at("template")}</template><svg><text>{at("text of a drawing")}</text><title>{at("title of a drawing")}</title></svg><iframe srcdoc="&lt;p&gt;{at("page within the page")}"></iframe>'
        f'<script type="application/ld+json">{{"a": "{at("data of the page")}"}}</script></body></html>').encode())


def eml():
    at = Places("eml")
    mail = email.message.EmailMessage()
    mail["Subject"] = at("subject, as encoded word", value="Ärende vemlåäö")
    mail["From"] = f'{at("name of the sender")} <{at("address of the sender")}@example.org>'
    mail["To"] = f'{at("recipient")}@example.org'
    mail["Cc"] = f'{at("copy to")}@example.org'
    mail["Message-ID"] = "<1@example.org>"
    mail["X-Handlaggare"] = at("header of its own")
    mail.set_content(at("plain text, quoted-printable", value="vemlplainå") + "\n", cte="quoted-printable")
    mail.add_alternative(f'<p>{at("HTML alternative, base64", value="vemlhtmlä")}</p>', subtype="html", cte="base64")
    mail.add_attachment((at("attachment") + "\n").encode(), maintype="text", subtype="plain", filename=at("name of an attachment") + ".txt")
    inner = email.message.EmailMessage()
    inner["Subject"] = at("subject of a nested message")
    inner["From"] = "b@example.org"
    inner["Message-ID"] = "<2@example.org>"
    inner.set_content(at("text of a nested message"))
    inner.add_attachment(at("attachment of a nested message").encode(), maintype="application", subtype="octet-stream", filename="b.txt")
    mail.add_attachment(inner)
    text = mail.as_bytes()
    for n, boundary in enumerate(sorted({line.split(b'"')[1] for line in text.splitlines() if b'boundary="' in line})):
        text = text.replace(boundary, b"=_%d" % n)
    at.save(text)


def data():
    at = Places("xml")
    at.save(f'<?xml version="1.0" encoding="ISO-8859-1"?><r><p {at("name of an attribute")}="{at("value of an attribute")}"><{at("name of an element")}>{at("text of an element", value="vxmlåäö")}</{"v1002xmlx"}><![CDATA[{at("CDATA")}]]></p><!-- {at("comment of the source")} --></r>'.encode("latin-1"))
    at = Places("json")
    at.save(f'{{"{at("name")}": "{at("text")}", "e": "{at("escaped letters", value="vjsonå").replace("å", chr(92) + "u00e5")}", "n": {at("number", value="191212121212")}, "l": [{{"a": "{at("object in a list")}"}}, ["{at("list in a list")}"]]}}'.encode())
    at = Places("rtf")
    content = (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title " + at("title") + r"}{\author " + at("author") + r"}{\operator " + at("last changed by") + r"}{\*\company " + at("company") + r"}}"
             r"{\*\userprops{\propname " + at("name of a custom property") + r"}\proptype30{\staticval " + at("value of a custom property") + r"}}"
             r"{\header " + at("page header") + r"\par}{\footer " + at("page footer") + r"\par}" + at("running text") + r"\par " + at("letters in a code page", value="vrtfå").replace("å", r"\'e5") + r"\par "
             + at("letters as Unicode", value="vrtfuå").replace("å", r"\u229 ?") + r"{\footnote " + at("footnote") + r"}{\*\annotation{\*\atnauthor " + at("author of a comment") + "}" + at("comment") + r"}\par"
             r"\trowd\cellx1000\intbl " + at("table cell") + r"\cell\row\pard{\v " + at("hidden text") + r"}{\deleted " + at("tracked deletion") + r"}{\revised " + at("tracked insertion") + r"}\par"
             r"{\field{\*\fldinst HYPERLINK mailto:" + at("field code") + r"}{\fldrslt " + at("result of a field") + r"}}{\*\bkmkstart " + at("bookmark") + r"}\par{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv " + at("alternative text") + r"}}{\shptxt " + at("text box") + r"\par}}}\par}").encode()
    at.save(content)
    return content, at


def pdf():
    at = Places("pdf")
    show = lambda text, x, y: f"BT /F 10 Tf {x} {y} Td ({text}) Tj ET "
    split = at("number split over pieces", value="v1912121212pdfx")
    content = (
        show(at("running text"), 50, 700) + f"BT /F 10 Tf 50 680 Td [({split[:6]}) -8 ({split[6:]})] TJ ET "
        + f"BT /F 10 Tf 0 1 -1 0 500 300 Tm ({at('text turned by a quarter')}) Tj ET "
        + f"BT /F 10 Tf 0.9998 0.0209 -0.0209 0.9998 50 600 Tm ({at('text a little askew')}) Tj ET "
        + f"BT /F 10 Tf 3 Tr 50 660 Td ({at('text that is not drawn, as behind a scan')}) Tj 0 Tr ET "
        + f"1 1 1 rg {show(at('white text'), 50, 640)} 0 g "
        + f"/OC /L BDC {show(at('layer that is off'), 50, 620)} EMC "
        + f"/Span << /ActualText ({at('replacement text')}) >> BDC {show('xyz', 50, 580)} EMC "
        + "50 500 m 350 500 l S 50 480 m 350 480 l S 50 460 m 350 460 l S 50 460 m 50 500 l S 150 460 m 150 500 l S 350 460 m 350 500 l S "
        + show("Namn", 55, 485) + show("Nummer", 155, 485) + show("A", 55, 465) + show(at("table cell"), 155, 465))
    s = lambda place: f"({at(place)})"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 10 0 R /AcroForm << /Fields [12 0 R 13 0 R] >> /Names << /EmbeddedFiles << /Names [(a) 14 0 R] >> >> "
        "/OCProperties << /OCGs [16 0 R] /D << /OFF [16 0 R] >> >> /StructTreeRoot 17 0 R /Metadata 19 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Annots [6 0 R 7 0 R 8 0 R 12 0 R 13 0 R] "
        "/Resources << /Font << /F 5 0 R >> /Properties << /L 16 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T {s('author of a comment')} /Subj {s('subject of a comment')} /Contents {s('comment')} >>",
        f"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:{at('target of a link')}@example.org) >> >>",
        f"<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 9] /Contents {s('text box')} >>",
        f"<< /Title {s('title')} /Author {s('author')} /Subject {s('subject')} /Keywords {s('keywords')} /{at('name of an own property')} {s('value of an own property')} >>",
        "<< /First 11 0 R /Last 11 0 R /Count 1 >>",
        f"<< /Title {s('bookmark')} /Parent 10 0 R >>",
        f"<< /Type /Annot /Subtype /Widget /Rect [0 0 99 9] /FT /Tx /T (a) /TU {s('tip of a form field')} /V {s('value of a form field')} /DV {s('default of a form field')} >>",
        f"<< /Type /Annot /Subtype /Widget /Rect [0 0 99 9] /FT /Ch /T {s('name of a form field')} /Opt [{s('choice of a form field')} [(1) {s('choice that is shown by another name')}]] >>",
        f"<< /Type /Filespec /F ({at('name of an attachment')}.txt) /EF << /F 15 0 R >> >>",
        f"<< /Type /EmbeddedFile /Length {len('v1000pdfx')} >>\nstream\n{at('attachment')}\nendstream",
        "<< /Type /OCG /Name (Dolt) >>",
        "<< /Type /StructTreeRoot /K [18 0 R] >>",
        f"<< /Type /StructElem /S /Figure /P 17 0 R /Alt {s('alternative text')} >>",
    ]
    xmp = ('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:k="urn:kommun">'
           f'<k:arende>{at("property in XMP")}</k:arende></rdf:Description></rdf:RDF></x:xmpmeta>')
    objects.append(f"<< /Type /Metadata /Subtype /XML /Length {len(xmp)} >>\nstream\n{xmp}\nendstream")
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 9 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    at.save(out)


def convert(content, source, target, wanted):
    """The same places in an older format, as LibreOffice writes them; places that it does not write are left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / f"a.{source[0]}"
        path.write_bytes(content)
        subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", folder, str(path)], check=True, capture_output=True)
        made = Places(target)
        made.lines = [line for line in source[1].lines if line.split("\t")[0] in wanted]
        made_bytes = (pathlib.Path(folder) / f"a.{target}").read_bytes()
        # LibreOffice fills its presentations with half a megabyte of nothing.
        made.save(gzip.compress(made_bytes, mtime=0) if len(made_bytes) > 100_000 else made_bytes)


def protect(content, target, chosen):
    """A workbook with the password that Office tries by itself, as LibreOffice encrypts it."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.xlsx"
        path.write_bytes(content)
        script = pathlib.Path(folder) / "store.py"
        script.write_text(STORE, encoding="utf-8")
        subprocess.run(["/usr/bin/python3", str(script), str(path), str(path.with_name("b." + target)), chosen], check=True)
        return path.with_name("b." + target).read_bytes()


STORE = '''
import subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
office = subprocess.Popen(["soffice", "--headless", "--norestore", "--accept=pipe,name=places;urp"])
context = uno.getComponentContext()
resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for _ in range(100):
    try:
        remote = resolver.resolve("uno:pipe,name=places;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.3)
desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
value = lambda name, value: PropertyValue(name, 0, value, 0)
document = desktop.loadComponentFromURL("file://" + sys.argv[1], "_blank", 0, (value("Hidden", True),))
document.storeToURL("file://" + sys.argv[2], (value("FilterName", sys.argv[3]), value("Password", "VelvetSweatshop")))
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(30)
'''


def protected():
    for target, chosen in [("xls", "MS Excel 97"), ("xlsx", "Calc MS Excel 2007 XML")]:
        at = Places(target + "-protected")
        sheet = f'<worksheet xmlns="{S}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{at("cell of a workbook that opens without a question")}</t></is></c></row></sheetData></worksheet>'
        at.save(protect(package({
            "[Content_Types].xml": types({"xl/workbook.xml": OFFICE + "spreadsheetml.sheet.main+xml", "xl/worksheets/sheet1.xml": OFFICE + "spreadsheetml.worksheet+xml"}),
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "")),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", "")),
            "xl/worksheets/sheet1.xml": sheet,
        }), target, chosen))


if __name__ == "__main__":
    docx()
    book, book_places = xlsx()
    xlsb()
    slides, slide_places = pptx()
    odt()
    ods()
    odp()
    html()
    eml()
    rich, rich_places = data()
    convert(rich, ("rtf", rich_places), "doc", {
        "running text", "letters in a code page", "letters as Unicode", "table cell", "hidden text", "tracked deletion", "tracked insertion", "field code", "result of a field", "text box",
        "page header", "page footer", "footnote", "comment", "title", "author", "company", "value of a custom property"})
    convert(book, ("xlsx", book_places), "xls", {
        "inline text", "hidden column", "hidden row", "prompt of a validation", "page header", "page footer", "number whose format adds a zero", "date cell", "number in scientific notation",
        "sheet name", "defined name", "shared text", "shared text in runs", "hidden sheet", "target of a link", "comment", "title", "author", "value of a custom property", "list of a validation"})
    convert(slides, ("pptx", slide_places), "ppt", {
        "title of a slide", "text box", "table cell", "number split over runs", "hidden slide", "speaker notes", "title", "author", "value of a custom property"})
    protected()
    pdf()
