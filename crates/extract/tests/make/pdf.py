#!/usr/bin/env python3
"""Writes PDFs whose fonts explain little: drawn glyphs that count in units of their own, and letters that only the font program
knows. Needs fontTools and DejaVu Sans."""

import io
import pathlib
import subprocess
import tempfile

DATA = pathlib.Path(__file__).resolve().parents[2] / "src/pdf/tests/data"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def document(objects):
    """The objects, numbered from 1, with their table."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def stream(content, more=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def pages(content, font):
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(content),
        font,
    ]


def drawn():
    """Glyphs are drawn on a grid of 50 units; the font is set at 0.24 of its size."""
    names = {ord(letter): "zero" for letter in "0123456789"} | {ord("-"): "hyphen", ord("N"): "N", ord("r"): "r"}
    words = {48 + at: name for at, name in enumerate("zero one two three four five six seven eight nine".split())}
    names |= words
    order = sorted(names)
    encoding = " ".join(f"{code} /{names[code]}" for code in order)
    widths = " ".join(str({"hyphen": 16, "r": 18}.get(names.get(code), 28)) for code in range(32, 127))
    glyphs = " ".join(f"/{name} 6 0 R" for name in sorted(set(names.values())))
    font = (f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 50 50] /FontMatrix [1 0 0 1 0 0] /FirstChar 32 /LastChar 126 /Widths [{widths}] "
            f"/Encoding << /Type /Encoding /Differences [{encoding}] >> /CharProcs << {glyphs} >> /Resources << >> >>").encode()
    content = b"BT /F 0.24 Tf 20 150 Td [(N)1(r)] TJ 24 0 Td [(191)1(21)-1(212-)1(12)1(12)] TJ ET"
    return document(pages(content, font) + [stream(b"28 0 0 0 28 36 d1 0 0 28 36 re f")])


def unnamed():
    """An embedded font without an encoding: the upper half of the codes stands in its own table alone."""
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / "font.ttf"
        subprocess.run(["pyftsubset", FONT, "--text=Kåseri öäÅ", "--no-hinting", "--glyph-names", f"--output-file={made}"], check=True)
        data = made.read_bytes()
    font = (b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+DejaVuSans /FirstChar 32 /LastChar 255 /Widths [" + b"600 " * 224 +
            b"] /FontDescriptor 6 0 R >>")
    descriptor = (b"<< /Type /FontDescriptor /FontName /ABCDEF+DejaVuSans /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 "
                  b"/CapHeight 700 /StemV 80 /FontFile2 7 0 R >>")
    content = b"BT /F 12 Tf 20 150 Td (K\\345seri \\366\\344\\305) Tj ET"
    return document(pages(content, font) + [descriptor, stream(data, b"/Length1 %d" % len(data))])


DATA.mkdir(parents=True, exist_ok=True)
(DATA / "drawn-letters.in").write_bytes(drawn())
(DATA / "unnamed-letters.in").write_bytes(unnamed())
