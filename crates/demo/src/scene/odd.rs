//! Files that cannot be read, and names that are hard to write down.

use super::{day_back, introduce, person};
use crate::DemoError;
use crate::document::Document;
use crate::share::Share;
use crate::words::Language;
use crate::write::archive::zipped;
use crate::write::{compound, text};

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    let broken = broken_zip()?;
    let files: [(&str, &[u8]); 14] = [
        (
            "SBN/Foton/bild 001.jpg",
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\xff\xd9",
        ),
        (
            "SBN/Foton/bild 002.png",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        ),
        ("SBN/Ritningar/plan.dwg", b"AC1027\x00\x00\x00\x00\x00"),
        (
            "Skole og Familie/Video/klip.mp4",
            b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00",
        ),
        ("HR/Lösenord/låst.docx", &compound::encrypted_package()),
        ("Jobcenter/Låst/lukket.xlsx", &compound::encrypted_package()),
        ("KS/Trasigt/trasig.zip", &broken),
        ("KS/Trasigt/trasig.docx", &broken),
        (
            "KS/Trasigt/trasig.pdf",
            b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog",
        ),
        ("KS/Trasigt/tom.txt", b""),
        ("KS/Trasigt/tom.docx", b""),
        ("KS/.DS_Store", b"\x00\x00\x00\x01Bud1\x00\x00\x10\x00"),
        (
            "HR/Friskvård/~$friskvård.docx",
            b"\x05Admin\x00\x00\x00\x00",
        ),
        ("VON/Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ];
    for (path, bytes) in files {
        let document = Document::new("", day_back(share, 4));
        share.put_bytes(path, bytes, &document)?;
    }
    write_names(share)?;
    write_without_extension(share)
}

/// An archive that was cut in the middle of its only member.
fn broken_zip() -> Result<Vec<u8>, DemoError> {
    let text = "Denna fil har inget slut. ".repeat(40);
    let mut bytes = zipped(&[("brev.txt".to_owned(), text.into_bytes())])?;
    bytes.truncate(60);
    Ok(bytes)
}

fn write_names(share: &mut Share) -> Result<(), DemoError> {
    for path in [
        "KS/Långt namn/ett mycket långt namn som ingen orkar läsa till slut men som ändå ligger kvar på servern sedan många år.txt",
        "KS/Långt namn/decomposed a\u{30a}a\u{308}o\u{308}.txt",
        "KS/Långt namn/ två  mellanslag .txt",
        "KS/Långt namn/emoji 🐕.txt",
    ] {
        let (document, bytes) = letter(share);
        share.put_bytes(path, &bytes, &document)?;
    }
    #[cfg(unix)]
    {
        let (document, bytes) = letter(share);
        share.put_named(b"KS/Trasigt/m\xf6te.txt", &bytes, &document);
    }
    Ok(())
}

/// Text without an extension, and with a wrong one.
fn write_without_extension(share: &mut Share) -> Result<(), DemoError> {
    for path in ["KS/Trasigt/LÄSMIG", "KS/Trasigt/anteckning.txt.log"] {
        let (document, bytes) = letter(share);
        share.put_bytes(path, &bytes, &document)?;
    }
    Ok(())
}

fn letter(share: &mut Share) -> (Document, Vec<u8>) {
    let mut document = Document::new("Brev", day_back(share, 3));
    let person = person(share, Language::Swedish);
    let introduction = introduce(&mut document, &person, Language::Swedish);
    document.say(introduction);
    let bytes = text::plain(&document).into_bytes();
    (document, bytes)
}
