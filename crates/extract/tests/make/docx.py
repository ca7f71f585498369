"""Writes the docx inputs of the golden tests; each is a package written by hand, so that every byte is known."""
import pathlib
import zipfile

HERE = pathlib.Path(__file__).resolve().parents[2] / "src/docx/tests/data"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{R}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def write(name, parts):
    with zipfile.ZipFile(HERE / f"{name}.in", "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in {"[Content_Types].xml": TYPES, "_rels/.rels": RELS, **parts}.items():
            package.writestr(zipfile.ZipInfo(part, (2024, 1, 1, 0, 0, 0)), text)


def document(body, prefix="w", namespace=W):
    extra = (
        f' xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><{prefix}:document xmlns:{prefix}="{namespace}"{extra}><{prefix}:body>{body}</{prefix}:body></{prefix}:document>'


def part(root, body):
    return f'<w:{root} xmlns:w="{W}">{body}</w:{root}>'


def p(*runs, style=None):
    head = f'<w:pPr><w:pStyle w:val="{style}"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' if style else ""
    return "<w:p>" + head + "".join(runs) + "</w:p>"


def r(text, properties=""):
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(*content, span=None):
    head = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span else ""
    return "<w:tc>" + head + "".join(content) + "</w:tc>"


def row(*cells):
    return "<w:tr>" + "".join(cells) + "</w:tr>"


def table(*rows):
    return "<w:tbl>" + "".join(rows) + "</w:tbl>"


BOX = "<w:txbxContent>" + p(r("I rutan: 19121212-1212")) + "</w:txbxContent>"
BODY = [
    p(r("Beslut om bistånd"), style="Overskriften"),
    p(r("Personnummer: 1912"), r("1212", "<w:b/>"), "<w:r><w:noBreakHyphen/></w:r>", r("1212 &amp; mer")),
    p(r("Rad ett"), "<w:r><w:br/></w:r>", r("rad två"), "<w:r><w:tab/></w:r>", r("efter"), "<w:r><w:softHyphen/></w:r>", r("tabb")),
    p(r("Ärende ABC-12"), '<w:del w:author="Anna"><w:r><w:delText>34</w:delText></w:r></w:del>',
      '<w:ins w:author="Anna"><w:r><w:t>56</w:t></w:r></w:ins>', r("-9 stängt")),
    p(r("Synligt "), r("dolt", "<w:vanish/>"), r(" synligt")),
    "<w:p/>",
    table(
        row(cell(p(r("Namn"))), cell(p(r("Nummer")), p(r("andra raden")))),
        row(cell(p(r("Hela")), span=2), cell(p(r("C")))),
        row(cell(p()), cell(table(row(cell(p(r("inre")))))), cell(p(r("sist")))),
    ),
    p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:a@example.org"</w:instrText></w:r>'
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("Skriv till oss"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    p(r("Före "), f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{BOX}</mc:Choice><mc:Fallback><v:textbox>{BOX}</v:textbox>'
      "</mc:Fallback></mc:AlternateContent></w:r>", r("efter rutan")),
    '<w:sdt><w:sdtPr><w:alias w:val="Handläggare"/></w:sdtPr><w:sdtContent>' + p(r("Test Testsson")) + "</w:sdtContent></w:sdt>",
    p('<w:r><w:drawing><wp:docPr id="1" name="Bild" descr="Foto av skolan"/></w:drawing></w:r>', r("Slut")),
]
write("everything", {
    "word/document.xml": document("".join(BODY)),
    "word/styles.xml": part("styles", '<w:style w:styleId="Overskriften"><w:name w:val="heading 1"/></w:style>'),
    "word/header1.xml": part("hdr", p(r("Socialnämnden"))),
    "word/footer1.xml": part("ftr", p(r("Sida 1"))),
    "word/footnotes.xml": part("footnotes", '<w:footnote w:id="1">' + p(r("En fotnot")) + "</w:footnote>"),
    "word/comments.xml": part("comments", '<w:comment w:id="0" w:author="Test Granskare">' + p(r("Stryk detta")) + "</w:comment>"),
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r9" Type="{R}/hyperlink" '
    'Target="mailto:test@example.se" TargetMode="External"/></Relationships>',
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="urn:x" xmlns:dc="urn:y" xmlns:dcterms="urn:z"><dc:title>Beslut</dc:title>'
    "<dc:creator>Test Testsson</dc:creator><dcterms:created>2024-01-02T03:04:05Z</dcterms:created></cp:coreProperties>",
    "docProps/app.xml": "<Properties><Template>Brevmall.dotx</Template><Pages>2</Pages></Properties>",
    "docProps/custom.xml": '<Properties xmlns:vt="urn:v"><property name="Diarienummer"><vt:lpwstr>KS 2024/17</vt:lpwstr></property></Properties>',
    "customXml/item1.xml": '<x:sak xmlns:x="urn:kommun"><x:handlaggare>Test Testsson</x:handlaggare></x:sak>',
})
write("other-prefix-strict", {
    "word/document.xml": document("<q:p><q:r><q:t>Samma ord</q:t></q:r></q:p>", prefix="q", namespace=STRICT),
})
write("broken-main-part", {
    "word/document.xml": document(p(r("Innan felet")) + "<w:p><w:r><w:t>Halv").replace("</w:body></w:document>", "<"),
    "word/header1.xml": part("hdr", p(r("Sidhuvudet finns"))),
})
