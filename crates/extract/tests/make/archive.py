"""Writes the archives of the golden tests."""
import bz2
import gzip
import io
import lzma
import pathlib
import struct
import tarfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parents[2] / "src/archive/tests/data"


def pack(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def save(name, content):
    (HERE / f"{name}.in").write_bytes(content)


inner = pack([("anteckning.txt", "Personnummer 19121212-1212\n"), ("bild.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")])
save("nested", pack([
    ("mapp/", b""),
    ("mapp/Åsa lista.csv", "namn;nr\nÅsa;19121212-1212\n".encode("cp1252")),
    ("__MACOSX/._x", b"\0\5\x16\7"),
    ("inre.zip", inner),
    ("tom.txt", b""),
]))
level = b"innerst"
for number in range(12):
    level = pack([(f"{number}.zip" if number else "djup.txt", level)])
save("deep", level)
save("bomb", pack([("stor.txt", b"0" * (8 << 20)), ("liten.txt", "kvar")]))
# The flag of encryption is set in both headers of the only entry; its bytes do not matter, since they are never unpacked.
locked = bytearray(pack([("hemlig.txt", "x" * 40)]))
for signature, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
    start = locked.find(signature) + at
    locked[start:start + 2] = struct.pack("<H", struct.unpack_from("<H", locked, start)[0] | 1)
save("encrypted-entry", bytes(locked))
old = pack([("l_karintyg.txt", "cp850-namn")]).replace(b"l_karintyg", b"l\x84karintyg")
save("old-name", old)
save("no-directory", pack([("a.txt", "utan katalog")])[:-30])

LINE = "Personnummer 19121212-1212\n".encode()


def tar(entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def gz(content, name=""):
    out = io.BytesIO()
    with gzip.GzipFile(filename=name, mode="wb", fileobj=out, mtime=0) as packed:
        packed.write(content)
    return out.getvalue()


tape = tar([("mapp/Åsa.txt", LINE), ("mapp/sida.html", b"<p>19121212-1212")])
save("tar", tape)
save("tar-gz", gz(tape, "arkiv.tar"))
save("gz-text", gz(LINE, "anteckning.txt"))
save("bz2", bz2.compress(LINE))
save("xz", lzma.compress(LINE))
for name, method in (("bzip2", zipfile.ZIP_BZIP2), ("lzma", zipfile.ZIP_LZMA)):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2024, 1, 1, 0, 0, 0)), LINE, method)
    save(f"method-{name}", out.getvalue())
# The packers of 7z and zst are no part of Python.
try:
    import py7zr
    import zstandard

    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as archive:
        archive.writestr(LINE.decode(), "a.txt")
    save("seven", out.getvalue())
    save("zst", zstandard.compress(LINE))
except ImportError:
    print("py7zr or zstandard is missing: seven.in and zst.in are left as they are")
