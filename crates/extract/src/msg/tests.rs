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

/// A compound file with a value planted in each place that is listed.
struct Planted {
    file: File,
    list: String,
}

impl Planted {
    fn value(&mut self, place: &str) -> String {
        let value = format!("v{}msgx", 1000 + self.list.lines().count());
        self.list += &[place, "\t", &value, "\t\n"].concat();
        value
    }

    /// Plants a text as a property by its number.
    fn text(&mut self, folder: &str, number: &str, place: &str) {
        let mut value = self.value(place);
        match place {
            "header lines" => value = format!("X-Handlaggare: {value}\r\n"),
            "name of an attachment" => value.push_str(".txt"),
            _ => {}
        }
        let path = format!("{folder}/__substg1.0_{number}001F");
        put_text(&mut self.file, &path, &value);
    }
}

/// With `WRITE_GOLDEN=1` the sample of `tests/places.rs` is written anew.
#[test]
fn the_sample_of_places_is_current() {
    const RECIPIENT: &str = "/__recip_version1.0_#00000000";
    const ATTACHED: &str = "/__attach_version1.0_#00000000";
    const NESTED: &str = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
    let mut planted = Planted {
        file: CompoundFile::create(Cursor::new(Vec::new())).unwrap(),
        list: String::new(),
    };
    for folder in [RECIPIENT, ATTACHED, NESTED] {
        planted.file.create_storage_all(folder).unwrap();
    }
    put(&mut planted.file, "/__properties_version1.0", &[0; 32]);
    let nested = format!("{NESTED}/__properties_version1.0");
    put(&mut planted.file, &nested, &[0; 24]);
    for (folder, number, place) in [
        ("", "0037", "subject"),
        ("", "0C1A", "name of the sender"),
        ("", "5D01", "address of the sender"),
        ("", "0E04", "recipients as shown"),
        ("", "0E03", "copies as shown"),
        ("", "007D", "header lines"),
        ("", "1000", "plain text"),
        ("", "3001", "name of a contact"),
        ("", "8001", "property of its own"),
        (RECIPIENT, "3001", "name of a recipient"),
        (RECIPIENT, "39FE", "address of a recipient"),
        (ATTACHED, "3707", "name of an attachment"),
        (NESTED, "0037", "subject of a nested message"),
        (NESTED, "1000", "text of a nested message"),
    ] {
        planted.text(folder, number, place);
    }
    let html = format!("<p>{}</p>", planted.value("HTML text"));
    put(&mut planted.file, "/__substg1.0_10130102", html.as_bytes());
    let text = planted.value("attachment");
    let path = format!("{ATTACHED}/__substg1.0_37010102");
    put(&mut planted.file, &path, text.as_bytes());
    planted.file.flush().unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/places");
    if std::env::var_os("WRITE_GOLDEN").is_some() {
        let bytes = planted.file.into_inner().into_inner();
        std::fs::write(folder.join("msg.in"), bytes).unwrap();
        std::fs::write(folder.join("msg.places"), &planted.list).unwrap();
    }
    let kept = std::fs::read_to_string(folder.join("msg.places")).unwrap();
    assert_eq!(kept, planted.list);
}
