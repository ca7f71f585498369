//! Tests of the reader of Outlook's items, on compound files that are written here.

use std::io::{Cursor, Write};

use cfb::CompoundFile;

use super::Msg;
use crate::recorder::record;

type File = CompoundFile<Cursor<Vec<u8>>>;

fn put(file: &mut File, path: &str, bytes: &[u8]) {
    file.create_stream(path).unwrap().write_all(bytes).unwrap();
}

fn put_text(file: &mut File, path: &str, text: &str) {
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    put(file, path, &bytes);
}

fn message() -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut fixed = vec![0; 32];
    fixed.extend([0x40, 0, 0x39, 0, 0, 0, 0, 0]);
    fixed.extend(132_223_104_000_000_000u64.to_le_bytes());
    put(&mut file, "/__properties_version1.0", &fixed);
    put_text(&mut file, "/__substg1.0_0037001F", "Ärende");
    put_text(&mut file, "/__substg1.0_0C1A001F", "Test Testsson");
    put_text(
        &mut file,
        "/__substg1.0_1000001F",
        "Hej\r\n\r\nPersonnummer 19121212-1212",
    );
    put(
        &mut file,
        "/__substg1.0_10130102",
        b"<p>P\xE5 <b>webben</b></p>",
    );
    put(&mut file, "/__substg1.0_8001001E", b"Diarienr KS 2024/17");
    file.create_storage("/__recip_version1.0_#00000000")
        .unwrap();
    put_text(
        &mut file,
        "/__recip_version1.0_#00000000/__substg1.0_3003001F",
        "a@example.org",
    );
    file.create_storage("/__attach_version1.0_#00000000")
        .unwrap();
    put_text(
        &mut file,
        "/__attach_version1.0_#00000000/__substg1.0_3707001F",
        "bilaga.txt",
    );
    put(
        &mut file,
        "/__attach_version1.0_#00000000/__substg1.0_37010102",
        b"text",
    );
    let inner = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
    file.create_storage_all(inner).unwrap();
    put(
        &mut file,
        &format!("{inner}/__properties_version1.0"),
        &[0; 24],
    );
    put_text(&mut file, &format!("{inner}/__substg1.0_0037001F"), "Inre");
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn reads_people_bodies_and_attachments() {
    let (lines, outcome) = record(&Msg, &message());
    assert!(outcome.is_ok());
    for expected in [
        "title=Ärende",
        "date=2020-01-01T00:00:00Z",
        "MailHeader: From: Test Testsson",
        "MailHeader: Address: a@example.org",
        "Personnummer 19121212-1212",
        "På webben",
        "Property: Diarienr KS 2024/17",
        "member 0 bilaga.txt .txt 4",
    ] {
        assert!(
            lines.iter().any(|line| line == expected),
            "{expected} in {lines:?}"
        );
    }
    assert!(lines.iter().any(|line| line.starts_with("member 1 ")));
}

#[test]
fn a_nested_message_is_read_like_any_other() {
    let bytes = message();
    let decoded = crate::fuzz::decode_any(&bytes);
    assert_eq!(
        (decoded.format, decoded.outcome),
        ("msg", sporhund_model::Outcome::Scanned)
    );
}

/// A value that is planted in a place.
fn planted(list: &mut String, place: &str) -> String {
    let value = format!("v{}msgx", 1000 + list.lines().count());
    list.push_str(&format!("{place}\t{value}\t\n"));
    value
}

/// Writes the sample of `tests/places.rs`: `cargo test -p sporhund-extract msg -- --ignored`.
#[test]
#[ignore = "writes the sample"]
fn writes_the_sample_of_places() {
    let mut list = String::new();
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    put(&mut file, "/__properties_version1.0", &[0; 32]);
    let texts = [
        ("subject", "0037"),
        ("name of the sender", "0C1A"),
        ("address of the sender", "5D01"),
        ("recipients as shown", "0E04"),
        ("copies as shown", "0E03"),
        ("header lines", "007D"),
        ("plain text", "1000"),
        ("name of a contact", "3001"),
        ("property of its own", "8001"),
    ];
    for (place, number) in texts {
        let mut value = planted(&mut list, place);
        if place == "header lines" {
            value = format!("X-Handlaggare: {value}\r\n");
        }
        put_text(&mut file, &format!("/__substg1.0_{number}001F"), &value);
    }
    let html = format!("<p>{}</p>", planted(&mut list, "HTML text"));
    put(&mut file, "/__substg1.0_10130102", html.as_bytes());
    let recipient = "/__recip_version1.0_#00000000";
    file.create_storage(recipient).unwrap();
    for (place, number) in [
        ("name of a recipient", "3001"),
        ("address of a recipient", "39FE"),
    ] {
        let value = planted(&mut list, place);
        put_text(
            &mut file,
            &format!("{recipient}/__substg1.0_{number}001F"),
            &value,
        );
    }
    let attached = "/__attach_version1.0_#00000000";
    file.create_storage(attached).unwrap();
    let name = format!("{}.txt", planted(&mut list, "name of an attachment"));
    put_text(
        &mut file,
        &format!("{attached}/__substg1.0_3707001F"),
        &name,
    );
    let text = planted(&mut list, "attachment");
    put(
        &mut file,
        &format!("{attached}/__substg1.0_37010102"),
        text.as_bytes(),
    );
    let inner = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
    file.create_storage_all(inner).unwrap();
    put(
        &mut file,
        &format!("{inner}/__properties_version1.0"),
        &[0; 24],
    );
    for (place, number) in [
        ("subject of a nested message", "0037"),
        ("text of a nested message", "1000"),
    ] {
        let value = planted(&mut list, place);
        put_text(
            &mut file,
            &format!("{inner}/__substg1.0_{number}001F"),
            &value,
        );
    }
    file.flush().unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/places");
    std::fs::write(folder.join("msg.in"), file.into_inner().into_inner()).unwrap();
    std::fs::write(folder.join("msg.places"), list).unwrap();
}
