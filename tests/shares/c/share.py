#!/usr/bin/env python3
"""Writes share-c and share-d (files, plan, truth) beside itself. Synthetic; judged on 2026-11-29."""
import csv, hashlib, json, os, shutil, sys, zipfile
from datetime import datetime, timezone
from email.utils import format_datetime
from html import escape

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
STATES = {"keep_until", "may_dispose", "due_soon", "overdue", "possibly_overdue", "deliver_to_archive",
          "delivery_overdue", "preserve", "on_hold", "working_paper_due", "superseded", "review", "unclassified"}


def when(text):
    """'2014-03-01' or '2014-03-01 13:05' as UTC; without a clock, an office hour taken from the date."""
    if len(text) == 10:
        text += " %02d:%02d" % (8 + int(text[8:]) % 9, (int(text[8:]) * 7 + int(text[5:7]) * 13) % 60)
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=timezone.utc)


def h(path, n):
    return int(hashlib.sha1(path.encode()).hexdigest(), 16) % n


def core(created, modified, author, title):
    iso = lambda t: t.strftime("%Y-%m-%dT%H:%M:%SZ")
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
           'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
           'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
           'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">']
    if title:
        out.append("<dc:title>%s</dc:title>" % escape(title))
    if author:
        out.append("<dc:creator>%s</dc:creator>" % escape(author))
    if created:
        out.append('<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>' % iso(created))
    if modified:
        out.append('<dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified>' % iso(modified))
    return "".join(out) + "</cp:coreProperties>"


def package(path, parts, stamp):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, body in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, body)


RELS = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/'
        'package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="%s"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/'
        '2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>%s</Relationships>')
CUSTOM_REL = ('<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
              'custom-properties" Target="docProps/custom.xml"/>')
TYPES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
         'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>%s<Override PartName="/docProps/core.xml" '
         'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>%s</Types>')
CUSTOM_TYPE = ('<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.'
               'custom-properties+xml"/>')


def custom_xml(props):
    items = "".join('<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr>'
                    '</property>' % (i + 2, escape(k), escape(v)) for i, (k, v) in enumerate(props.items()))
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/'
            'officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
            'docPropsVTypes">%s</Properties>' % items)


def docx(path, text, f, created, modified):
    body = []
    for i, line in enumerate(text.split("\n")):
        if "|" in line and line.count("|") >= 2:
            cells = "".join('<w:tc><w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc>' % escape(c.strip())
                            for c in line.split("|"))
            body.append("<w:tbl><w:tr>%s</w:tr></w:tbl>" % cells)
            continue
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if i == 0 and h(f.get("like") or f["path"], 3) else ""
        body.append('<w:p>%s<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % (style, escape(line)))
    props = f.get("props")
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    parts = [("[Content_Types].xml", TYPES % ('<Override PartName="/word/document.xml" ContentType="%s"/>' % main,
                                              CUSTOM_TYPE if props else "")),
             ("_rels/.rels", RELS % ("word/document.xml", CUSTOM_REL if props else "")),
             ("word/document.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="%s"><w:body>%s'
              '<w:sectPr/></w:body></w:document>' % (ns, "".join(body))),
             ("docProps/core.xml", core(created, modified, f.get("by"), f.get("title")))]
    if props:
        parts.append(("docProps/custom.xml", custom_xml(props)))
    package(path, parts, modified)


def xlsx(path, text, f, created, modified):
    rows = []
    for r, line in enumerate(text.split("\n"), 1):
        cells = []
        for c, v in enumerate(line.split("|")):
            ref = "%s%d" % (chr(65 + c), r)
            v = v.strip()
            if not v:
                continue
            if v.isdigit() and not v.startswith("0"):
                cells.append('<c r="%s"><v>%s</v></c>' % (ref, v))
            else:
                cells.append('<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (ref, escape(v)))
        rows.append('<row r="%d">%s</row>' % (r, "".join(cells)))
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    orel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    wb = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
    ws = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
    package(path, [
        ("[Content_Types].xml", TYPES % ('<Override PartName="/xl/workbook.xml" ContentType="%s"/><Override PartName='
                                         '"/xl/worksheets/sheet1.xml" ContentType="%s"/>' % (wb, ws), "")),
        ("_rels/.rels", RELS % ("xl/workbook.xml", "")),
        ("xl/workbook.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="%s" xmlns:r="%s"><sheets>'
         '<sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>' % (ns, orel, f.get("sheet", "Blad1"))),
        ("xl/_rels/workbook.xml.rels", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://'
         'schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/worksheet" '
         'Target="worksheets/sheet1.xml"/></Relationships>' % orel),
        ("xl/worksheets/sheet1.xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="%s"><sheetData>'
         '%s</sheetData></worksheet>' % (ns, "".join(rows))),
        ("docProps/core.xml", core(created, modified, f.get("by"), f.get("title")))], modified)


def eml(path, text, f, date):
    lines = text.split("\n")
    head = {"From": lines[0], "To": lines[1], "Subject": lines[2]}
    out = ["%s: %s" % kv for kv in head.items()]
    if date:
        out.append("Date: " + format_datetime(date))
    out += ["Message-ID: <%d@mail.example.se>" % h(f["path"], 10**9), "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", ""]
    with open(path, "w", encoding="utf-8", newline="\r\n") as o:
        o.write("\n".join(out + lines[3:]) + "\n")


def html(path, text):
    lines = text.split("\n")
    body = "".join("<p>%s</p>\n" % escape(x) for x in lines[1:])
    with open(path, "w", encoding="utf-8") as o:
        o.write('<!DOCTYPE html>\n<html lang="sv"><head><meta charset="utf-8"><title>%s</title></head>\n<body><h1>%s</h1>\n%s'
                '</body></html>\n' % (escape(lines[0]), escape(lines[0]), body))


def write_file(root, f, night):
    path = os.path.join(root, f["path"])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    text = f["text"].strip("\n")
    doc = when(f["d"]) if f.get("d") else None
    created = when(f["c"]) if f.get("c") else doc
    ext = path.rsplit(".", 1)[-1].lower()
    if f.get("raw") is not None:
        with open(path, "wb") as o:
            o.write(f["raw"])
    elif ext == "docx":
        docx(path, text, f, created, doc)
    elif ext == "xlsx":
        xlsx(path, text, f, created, doc)
    elif ext == "eml":
        eml(path, text, f, doc)
    elif ext == "html":
        html(path, text)
    else:
        enc = "cp1252" if h(f["path"], 6) == 0 else "utf-8-sig" if ext == "csv" and h(f["path"], 6) == 1 else "utf-8"
        with open(path, "w", encoding=enc, newline="\r\n" if h(f["path"], 2) else "\n") as o:
            o.write(text + "\n")
    m = f.get("m")
    if not m:
        m = f["d"] if doc and (doc > night or h(f["path"], 100) < 55) else "M"
    t = night.timestamp() + h(f["path"], 50) if m == "M" else when(m).timestamp() + h(f["path"], 50)
    os.utime(path, (t, t))


def write_share(base, files, rows, night):
    root = os.path.join(base, "files")
    shutil.rmtree(root, ignore_errors=True)
    os.makedirs(root)
    seen = set()
    with open(os.path.join(base, "truth.jsonl"), "w", encoding="utf-8") as o:
        for f in files:
            assert f["path"] not in seen, f["path"]
            seen.add(f["path"])
            bad = ({f["verdict"]} | set(f["accept"])) - STATES
            assert not bad, (f["path"], bad)
            assert f["verdict"] not in f["accept"], f["path"]
            row = rows[f["row"]] if f["row"] else ""
            write_file(root, f, night)
            o.write(json.dumps({"path": f["path"], "verdict": f["verdict"], "accept": f["accept"], "row": row,
                                "why": f["why"]}, ensure_ascii=False) + "\n")
    check(base, sum(1 for _ in files))


def check(base, n):
    """Each truth line has its file and each file its truth line."""
    root = os.path.join(base, "files")
    found = {os.path.relpath(os.path.join(d, x), root) for d, _, xs in os.walk(root) for x in xs}
    truth = [json.loads(x) for x in open(os.path.join(base, "truth.jsonl"), encoding="utf-8")]
    told = {t["path"] for t in truth}
    assert found == told and len(told) == n, (found ^ told)
    tally = {}
    for t in truth:
        tally[t["verdict"]] = tally.get(t["verdict"], 0) + 1
    print(os.path.relpath(base, HERE), n, "files;", ", ".join("%s %d" % kv for kv in sorted(tally.items(), key=lambda kv: -kv[1])))


class Files(list):
    def __call__(self, path, verdict, accept, row, why, text, **kw):
        self.append(dict(path=path, verdict=verdict, accept=accept.split(), row=row, why=why, text=text, **kw))


def main():
    import share_c
    share_c.build(os.path.join(HERE, "share-c"))
    try:
        import share_d
    except ModuleNotFoundError:
        return
    share_d.build(os.path.join(HERE, "share-d"))


if __name__ == "__main__":
    # as a module under its own name, so that share_c and share_d use the same functions
    sys.modules["share"] = sys.modules["__main__"]
    main()
