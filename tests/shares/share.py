#!/usr/bin/env python3
"""Write two synthetic municipal shares with known verdicts (judged on 2026-11-29).

    python3 share.py            writes share-a and share-b beside this file, then checks them
    python3 share.py check      only checks truth.jsonl against the files

The plans and files stand in share_a_data.py and share_b_data.py. Only openpyxl is needed.
All persons, places, companies and case numbers are made up; no identity numbers are used.
"""
import csv, datetime as dt, io, json, os, re, shutil, struct, sys, zipfile, zlib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape
from pathlib import Path
import openpyxl

HERE = Path(__file__).resolve().parent
STATES = dict(O="overdue", K="keep_until", S="due_soon", P="preserve", V="deliver_to_archive",
              X="delivery_overdue", Q="possibly_overdue", M="may_dispose", W="working_paper_due",
              Z="superseded", R="review", U="unclassified", H="on_hold")
MIG = "MIG"                      # the migration night: 2021-03-14 02:17, one minute for all
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def when(text, salt):
    """A date as text -> a local working time on that day, the same on each run."""
    h = zlib.crc32(salt.encode())
    if text == MIG:
        return dt.datetime(2021, 3, 14, 2, 17, h % 60)
    d = dt.datetime.fromisoformat(text)
    return d if "T" in text or " " in text else d.replace(hour=8 + h % 9, minute=h % 60, second=h % 59)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts:
            i = zipfile.ZipInfo(name, ZIP_TIME)
            i.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(i, data)
    return out.getvalue()


CORE = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{t}</dc:title><dc:creator>{a}</dc:creator>'
        '<dcterms:created xsi:type="dcterms:W3CDTF">{c}Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">{m}Z</dcterms:modified></cp:coreProperties>')


def core(title, author, created, modified):
    return CORE.format(t=escape(title), a=escape(author), c=created.isoformat(), m=modified.isoformat())


def custom_xml(props):
    head = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
            'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">')
    body = "".join('<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr>'
                   "</property>" % (n, escape(k), escape(v)) for n, (k, v) in enumerate(props.items(), 2))
    return head + body + "</Properties>"


def docx(lines, title, author, created, modified, custom=None):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    def para(n, s):
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if n == 0 else ""
        return '<w:p>%s<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % (style, escape(s))
    ct = "application/vnd.openxmlformats-"
    over = [("/word/document.xml", ct + "officedocument.wordprocessingml.document.main+xml"),
            ("/word/styles.xml", ct + "officedocument.wordprocessingml.styles+xml"),
            ("/docProps/core.xml", ct + "package.core-properties+xml")]
    rt = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    rels = [("rId1", rt + "officeDocument", "word/document.xml"),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]
    if custom:
        over.append(("/docProps/custom.xml", ct + "officedocument.custom-properties+xml"))
        rels.append(("rId3", rt + "custom-properties", "docProps/custom.xml"))
    X = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    R = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    rel = lambda rs: X + R % "".join('<Relationship Id="%s" Type="%s" Target="%s"/>' % r for r in rs)
    parts = [("[Content_Types].xml", X + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
              '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
              '<Default Extension="xml" ContentType="application/xml"/>'
              + "".join('<Override PartName="%s" ContentType="%s"/>' % o for o in over) + "</Types>"),
             ("_rels/.rels", rel(rels)),
             ("word/document.xml", X + "<w:document %s><w:body>%s</w:body></w:document>"
              % (w, "".join(para(n, s) for n, s in enumerate(lines)))),
             ("word/_rels/document.xml.rels", rel([("rId1", rt + "styles", "styles.xml")])),
             ("word/styles.xml", X + '<w:styles %s><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
              '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>' % w),
             ("docProps/core.xml", core(title, author, created, modified))]
    if custom:
        parts.append(("docProps/custom.xml", custom_xml(custom)))
    return zipped(parts)


def xlsx(rows, sheet, title, author, created, modified, widths=None):
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = sheet[:31]
    for r in rows:
        ws.append([int(c) if isinstance(c, str) and c.isdigit() and len(c) < 9 and not c.startswith("0") else c for c in r])
    for col, n in (widths or {}).items():
        ws.column_dimensions[col].width = n
    buf = io.BytesIO()
    wb.save(buf)
    with zipfile.ZipFile(buf) as z:      # openpyxl stamps the present time: put our own dates in
        parts = [(n, core(title, author, created, modified) if n == "docProps/core.xml" else z.read(n)) for n in z.namelist()]
    return zipped(parts)


def png(seed):
    """A small picture of one colour each."""
    rgb = bytes([zlib.crc32(seed.encode()) >> s & 255 for s in (0, 8, 16)])
    raw = b"".join(b"\0" + rgb * 16 for _ in range(16))
    ch = lambda t, d: struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
    return (b"\x89PNG\r\n\x1a\n" + ch(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0))
            + ch(b"IDAT", zlib.compress(raw)) + ch(b"IEND", b""))


def eml(text, date):
    head, _, body = text.partition("\n\n")
    m = EmailMessage()
    for line in head.splitlines():
        k, _, v = line.partition(": ")
        m[k] = v
    if "Date" not in m:
        m["Date"] = format_datetime(date.replace(tzinfo=dt.timezone.utc))
    m["Message-ID"] = "<%08x@example.se>" % zlib.crc32(text.encode())
    m.set_content(body + "\n", cte="8bit")
    return m.as_bytes(policy=SMTP.clone(cte_type="8bit"))


MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
ENDED = re.compile(r"(?:upphörde|avsluta\w*|slutade|återlämna\w*|löpte ut|gått ut|Insänt|afsluttet|udmeldt|udløbet|fratrådt den|laga kraft)"
                   r"\D{0,40}?(?:(\d{4})-(\d\d)-(\d\d)|(\d\d)[.-](\d\d)[.-](\d{4})|(\d{1,2})\. (\w+) (\d{4}))")


def ended(text):
    """The latest closing date told in the text, '' if none: a file that tells it was saved no earlier."""
    out = [""]
    for y, m, d, d2, m2, y2, d3, m3, y3 in ENDED.findall(text):
        out.append("-".join((y, m, d)) if y else "-".join((y2, m2, d2)) if y2 else
                   "%s-%02d-%02d" % (y3, MONTHS.index(m3) + 1, int(d3)) if m3 in MONTHS else "")
    return max(out)


class Share:
    """Collects the files of a share; F(...) adds one."""

    def __init__(self, name, rows, migrated=(), endings=None, extra=None):
        self.endings, self.extra, self.used = endings or {}, extra or {}, set()
        self.migrated = migrated     # folders whose older files all got the mtime of the migration night
        self.name, self.rows, self.files, self.folder, self.root = name, rows, [], "", "files"

    def D(self, folder, root=None):
        self.folder = folder
        self.root = root or self.root

    def F(self, name, text, v, row, why, acc="", d=None, mt=None, created=None, modified=None,
          title="", author="", custom=None, enc="utf-8", raw=None, hold=None):
        assert row == "" or row in self.rows, row
        if d and mt is None and d < ended(text) and not name.endswith(".eml"):
            created, modified, d = created or d, ended(text), ended(text)
        if mt is None and d and d < "2021-03-14" and self.folder.startswith(tuple(self.migrated) or ("\0",)):
            mt = MIG
        self.files.append(dict(locals(), folder=self.folder, root=self.root, self=None))

    def render(self, f):
        rel = (f["folder"] + "/" if f["folder"] else "") + f["name"]
        text = f["text"].strip("\n")
        if f["name"] in self.extra:
            text += "\n" + self.extra[f["name"]].strip("\n")
            self.used.add(f["name"])
        day = f["d"] or f["mt"] or MIG
        salt = f["text"] or rel      # a copy has the same times inside
        c, m = when(f["created"] or day, salt), when(f["modified"] or f["created"] or day, salt)
        ext = f["name"].rsplit(".", 1)[-1].lower()
        ends = self.endings.get(f["root"], ())
        if ends and text and ext in ("docx", "txt", "html", "md") and text.count("\n") < 3:
            text += "\n" + ends[zlib.crc32(rel.encode()) % len(ends)]
        lines = text.splitlines()
        if f["raw"] is not None:
            return rel, f["raw"]
        if ext == "docx":
            return rel, docx([s for s in lines if s.strip()], f["title"], f["author"], c, m, f["custom"])
        if ext == "xlsx":
            return rel, xlsx([s.split(";") for s in lines], f["title"] or "Blad1", f["title"], f["author"], c, m)
        if ext == "png":
            return rel, png(rel)
        if ext == "eml":
            return rel, eml(text, when(day, rel))
        if ext in ("html", "htm"):
            body = "<h1>%s</h1>\n" % escape(lines[0]) + "\n".join("<p>%s</p>" % escape(s) for s in lines[1:] if s.strip())
            page = '<!DOCTYPE html>\n<html lang="%s"><head><meta charset="utf-8"><title>%s</title></head><body>\n%s\n</body></html>\n'
            return rel, (page % ("da" if f["root"].endswith("-da") else "sv", escape(f["title"] or lines[0]), body)).encode()
        return rel, (text + "\n").encode(f["enc"])

    def write(self):
        base = HERE / self.name
        for root in {f["root"] for f in self.files}:
            shutil.rmtree(base / root, ignore_errors=True)
        several = len({f["root"] for f in self.files}) > 1
        with open(base / "truth.jsonl", "w", encoding="utf-8") as out:
            for f in self.files:
                rel, data = self.render(f)
                p = base / f["root"] / rel
                assert not p.exists(), p
                p.parent.mkdir(parents=True, exist_ok=True)
                p.write_bytes(data)
                t = when(f["mt"] or f["d"] or MIG, rel).replace(tzinfo=dt.timezone.utc).timestamp()
                os.utime(p, (t, t))
                line = {"path": rel, "verdict": STATES[f["v"]], "accept": [STATES[a] for a in f["acc"]],
                        "row": self.rows[f["row"]] if f["row"] else "", "why": f["why"]}
                if several:
                    line = {"root": f["root"], **line}
                if f["hold"]:
                    line["needs"] = "holds.csv"
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        assert self.used == set(self.extra), set(self.extra) - self.used
        holds = [(f["root"], self.render(f)[0], f["hold"]) for f in self.files if f["hold"]]
        with open(base / "holds.csv", "w", encoding="utf-8", newline="") as out:
            w = csv.writer(out, delimiter=";")
            w.writerow(["root", "path", "decision", "reason"])
            w.writerows((r, p, "hold", h) for r, p, h in holds)


def check(name):
    base = HERE / name
    truth = [json.loads(s) for s in open(base / "truth.jsonl", encoding="utf-8")]
    said = [(t.get("root", "files"), t["path"]) for t in truth]
    there = {(r, p.relative_to(base / r).as_posix()) for r in {s[0] for s in said} for p in (base / r).rglob("*") if p.is_file()}
    assert len(said) == len(set(said)), "a path stands twice"
    assert set(said) == there, sorted(set(said) ^ there)
    for t in truth:
        assert t["verdict"] in STATES.values() and t["verdict"] not in t["accept"], t
        assert t["why"] and len(set(t["accept"])) == len(t["accept"]), t
    counts = {}
    for t in truth:
        counts[t["verdict"]] = counts.get(t["verdict"], 0) + 1
    print(name, len(truth), "files;", ", ".join("%s %d" % kv for kv in sorted(counts.items(), key=lambda kv: -kv[1])))


def main():
    if sys.argv[1:] != ["check"]:
        import share_a_data
        share_a_data.write(HERE / "share-a")
        try:
            import share_b_data
        except ImportError:
            share_b_data = None
        if share_b_data:
            share_b_data.write(HERE / "share-b")
    for name in ("share-a", "share-b"):
        if (HERE / name / "truth.jsonl").exists():
            check(name)


if __name__ == "__main__":
    sys.modules.setdefault("share", sys.modules["__main__"])
    main()
