"""Writes further documents of tests/data/places (see places.py): texts in their encodings, csv, mail boxes, saved pages and archives.

Needs py7zr and zstandard. Run by hand.
"""
import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import py7zr
import zstandard

from places import Places

TIME = (2024, 1, 1, 0, 0, 0)
SENTENCE = "Anteckning från mötet på skolförvaltningen: änkan Åsa Öberg hör av sig även nästa vår om läget, sade hon på måndagen.\r\n"


def texts():
    encodings = {
        "utf-8": ("UTF-8", b""),
        "utf-8-bom": ("UTF-8", b"\xef\xbb\xbf"),
        "utf-16-le": ("UTF-16-LE", b""),
        "utf-16-be-bom": ("UTF-16-BE", b"\xfe\xff"),
        "utf-32-le": ("UTF-32-LE", b""),
        "windows-1252": ("cp1252", b""),
        "cp850": ("cp850", b""),
        "macroman": ("mac_roman", b""),
    }
    for name, (encoding, mark) in encodings.items():
        at = Places(f"txt-{name}")
        text = SENTENCE * 3 + at("running text", value="vtxtåäöÅÄÖ") + "\r\nett nummer " + at("digits") + "\r\n"
        at.save(mark + text.encode(encoding))


def tables():
    at = Places("csv")
    rows = [
        [at("heading of a column"), "Namn", "Anteckning"],
        ["1", at("cell"), '"' + at("quoted cell") + '"'],
        ["2", '"Ann; ' + at("behind a delimiter in quotes") + '"', '"rad ett\r\n' + at("second line of a cell") + '"'],
        ["3", '"sade ""' + at("behind doubled quotes") + '"""', at("cell with letters of Windows-1252", value="vcsvåäö")],
        ["4", at("cell of a row that is too long"), "x", "y", at("cell beyond the headings")],
        ["5", at("cell of the last row, without a line end")],
    ]
    at.save("\r\n".join(";".join(row) for row in rows).encode("cp1252"))


def mails():
    at = Places("mbox")
    first = f"From a@example.org Mon Jan  1 00:00:00 2024\nFrom: {at('sender of the first message')} <a@example.org>\nSubject: {at('subject of the first message')}\n\n{at('text of the first message')}\n>From {at('line that begins with From')}\n\n"
    second = f"From b@example.org Mon Jan  1 00:00:00 2024\nFrom: b@example.org\nSubject: {at('subject of the last message')}\nContent-Type: text/html; charset=utf-8\n\n<p title='{at('title in HTML of the last message')}'>{at('HTML of the last message')}</p>\n"
    at.save((first + second).encode())
    at = Places("mht")
    at.save((f"From: <Saved by Browser>\r\nSubject: {at('subject of a saved page')}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
             f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: http://intranet.example/{at('address of a part')}\r\n\r\n"
             f"<html><head><title>{at('title of the page')}</title></head><body><p>{at('running text', value='vmhtå').replace('å', '=C3=A5')}</p><!-- {at('comment of the source')} --></body></html>\r\n"
             f"--b\r\nContent-Type: text/plain\r\nContent-Location: http://intranet.example/b.txt\r\n\r\n{at('text of a further part')}\r\n--b--\r\n").encode())


def entry(name, time=TIME):
    info = zipfile.ZipInfo(name, time)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def zipped(members, comment=b"", notes=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = entry(name)
            info.comment = dict(notes).get(name, b"")
            archive.writestr(info, content)
        archive.comment = comment
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def members(at):
    """A text in a folder, and a text in an archive inside."""
    inner = at("name of a member of an archive inside") + ".txt"
    return [
        (f"{at('name of a folder')}/{at('name of a member', value='vmedlem' + at.name + 'åäö')}.txt", (at("text of a member") + "\n").encode()),
        ("inre.zip", zipped([(inner, at("text of a member of an archive inside").encode())])),
    ]


def archives():
    at = Places("zip")
    content = members(at)
    at.save(zipped(content, at("comment of the archive").encode(), [(content[0][0], at("comment of a member").encode())]))
    at = Places("tar")
    at.save(tarred(members(at)))
    at = Places("tar-gz")
    at.save(gzip.compress(tarred(members(at)), mtime=0))
    at = Places("7z")
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as archive:
        for name, content in members(at):
            archive.writef(io.BytesIO(content), name)
    at.save(out.getvalue())
    at = Places("gz")
    out = io.BytesIO()
    with gzip.GzipFile(at("name of the file inside") + ".txt", "wb", 9, out, 0) as packed:
        packed.write(at("text").encode())
    at.save(out.getvalue())
    for name, pack in {"bz2": bz2.compress, "xz": lzma.compress, "zst": zstandard.ZstdCompressor().compress}.items():
        at = Places(name)
        at.save(pack((at("text") + "\n").encode()))


if __name__ == "__main__":
    texts()
    tables()
    mails()
    archives()
