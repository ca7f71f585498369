//! What a text is: mail, a page, XML, JSON or none of them.

use memchr::memmem;

use super::Format;

/// Extensions of text, each with the name that reports show.
const TEXTS: &[(&str, &str)] = &[
    ("log", "log"),
    ("md", "md"),
    ("markdown", "md"),
    ("yaml", "yaml"),
    ("yml", "yaml"),
    ("toml", "toml"),
    ("ini", "ini"),
    ("sql", "sql"),
    ("ics", "ics"),
    ("vcf", "vcf"),
    ("css", "source"),
    ("js", "source"),
    ("ts", "source"),
    ("py", "source"),
    ("c", "source"),
    ("h", "source"),
    ("cs", "source"),
    ("java", "source"),
    ("rs", "source"),
    ("sh", "source"),
    ("ps1", "source"),
    ("bat", "source"),
    ("vbs", "source"),
    ("php", "source"),
    ("r", "source"),
];

pub(super) fn sniff_text(head: &[u8], extension: &str) -> Format {
    let start = text_start(head);
    if start.starts_with(b"%!PS") {
        return Format::Unsupported("ps");
    }
    if let Some(kind) = flat_document(start) {
        return Format::FlatDocument(kind);
    }
    if is_html(start) {
        return Format::Html;
    }
    if let Some(mail) = sniff_mail(start) {
        return mail;
    }
    if let Some(kind) = sniff_xml(start, extension) {
        return kind;
    }
    match extension {
        "csv" => Format::Csv("csv"),
        "tsv" | "tab" => Format::Csv("tsv"),
        "html" | "htm" | "xhtml" => Format::Html,
        "eml" => Format::Eml,
        "json" | "jsonl" | "ndjson" | "geojson" => Format::Json,
        _ if is_json(start) => Format::Json,
        _ => {
            let named = TEXTS.iter().find(|(known, _)| *known == extension);
            Format::Text(named.map_or("txt", |(_, name)| name))
        }
    }
}

/// The text after its byte order mark and white space.
pub(super) fn text_start(head: &[u8]) -> &[u8] {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    head.trim_ascii_start()
}

/// XML by its declaration, or by its name when it begins with an element.
fn sniff_xml(start: &[u8], extension: &str) -> Option<Format> {
    const NAMES: [&str; 8] = ["xml", "svg", "xsd", "xsl", "xslt", "kml", "gpx", "rss"];
    let wide: Vec<u8>;
    let start = if start.contains(&0) {
        wide = start.iter().copied().filter(|byte| *byte != 0).collect();
        text_start(wide.strip_prefix(b"\xFF\xFE").unwrap_or(&wide))
    } else {
        start
    };
    let declared = start.starts_with(b"<?xml");
    if !(declared || start.starts_with(b"<") && NAMES.contains(&extension)) {
        return None;
    }
    let first = start.get(..4096).unwrap_or(start);
    let has = |pattern: &[u8]| memmem::find(first, pattern).is_some();
    Some(match () {
        () if has(b"schemas.microsoft.com/office/word/2003/wordml") => Format::FlatWord,
        () if has(b"schemas.microsoft.com/office/2006/xmlPackage") && has(b"word/") => {
            Format::FlatWord
        }
        // A part that was taken out of its package.
        () if has(b"schemas.openxmlformats.org/wordprocessingml/2006/main") => Format::FlatWord,
        () if has(b"urn:schemas-microsoft-com:office:spreadsheet") => Format::FlatSheet,
        () => Format::Xml,
    })
}

/// Whether the text begins as JSON does: an object with a name in quotes, or a list of values.
fn is_json(start: &[u8]) -> bool {
    let mut rest = start;
    let mut nested = 0;
    while let Some((first, after)) = rest.split_first() {
        rest = after.trim_ascii_start();
        match first {
            b'{' => return rest.starts_with(b"\"") && named_value(rest),
            b'[' => nested += 1,
            b'"' => return nested > 0 && list_goes_on(true, rest),
            b'-' | b'0'..=b'9' => return nested > 0 && list_goes_on(false, rest),
            _ => return false,
        }
    }
    false
}

/// A name in quotes, and a colon behind it.
fn named_value(text: &[u8]) -> bool {
    let name = text.get(1..).unwrap_or_default();
    let end = name.iter().take(256).position(|byte| *byte == b'"');
    let after = end.and_then(|end| name.get(end + 1..)).unwrap_or_default();
    after.trim_ascii_start().starts_with(b":")
}

/// Whether the rest of the first value of a list is followed by another; a number in brackets alone is a reference or a date.
fn list_goes_on(text: bool, rest: &[u8]) -> bool {
    let value = |byte: &u8| {
        if text {
            *byte != b'"' && *byte != b'\n'
        } else {
            byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E')
        }
    };
    let end = rest.iter().take(512).take_while(|byte| value(byte)).count();
    let after = rest.get(end + usize::from(text)..).unwrap_or_default();
    let after = after.trim_ascii_start();
    after.starts_with(b",") || text && after.starts_with(b"]")
}

/// The kind of an OpenDocument that is one file of XML.
fn flat_document(start: &[u8]) -> Option<&'static str> {
    let first = start.get(..8192).unwrap_or(start);
    memmem::find(first, b"opendocument:xmlns:office:1.0")?;
    let at = memmem::find(first, b"office:mimetype=")?;
    let kinds: [(&[u8], &str); 4] = [
        (b"opendocument.text", "fodt"),
        (b"opendocument.spreadsheet", "fods"),
        (b"opendocument.presentation", "fodp"),
        (b"opendocument.graphics", "fodg"),
    ];
    let kind = first.get(at..(at + 100).min(first.len()))?;
    let found = kinds
        .iter()
        .find(|(pattern, _)| memmem::find(kind, pattern).is_some());
    found.map(|(_, name)| *name)
}

fn is_html(start: &[u8]) -> bool {
    let first: Vec<u8> = start
        .get(..1024)
        .unwrap_or(start)
        .iter()
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let first = first.strip_prefix(b"\xFF\xFE").unwrap_or(&first);
    first.starts_with(b"<!doctype html")
        || first.starts_with(b"<html")
        || (first.starts_with(b"<") && memmem::find(first, b"<html").is_some())
}

/// A mail begins with header lines of which two at least are a mail's own.
fn sniff_mail(start: &[u8]) -> Option<Format> {
    const OWN: [&str; 12] = [
        "from",
        "to",
        "date",
        "subject",
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "delivered-to",
        "content-type",
        "reply-to",
        "x-mailer",
    ];
    let mbox = start.starts_with(b"From ");
    let lines = start.split(|byte| *byte == b'\n').skip(usize::from(mbox));
    let mut own = [false; OWN.len()];
    for line in lines.take(60) {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let name = line.split(|byte| *byte == b':').next().unwrap_or(line);
        let header = name.len() < line.len() && name.iter().all(u8::is_ascii_graphic);
        if !header {
            return None;
        }
        let known = OWN
            .iter()
            .position(|own| name.eq_ignore_ascii_case(own.as_bytes()));
        if let Some(seen) = known.and_then(|at| own.get_mut(at)) {
            *seen = true;
        }
    }
    let count = own.iter().filter(|seen| **seen).count();
    if mbox && is_envelope(start) {
        return (count > 0).then_some(Format::Mbox);
    }
    // "From:" and "To:" alone also begin memos; a mail has a technical header beside them.
    let technical = own.iter().skip(4).any(|seen| *seen) || own[2];
    match (count >= 2 && technical, mbox) {
        (true, true) => Some(Format::Mbox),
        (true, false) => Some(Format::Eml),
        _ => None,
    }
}

/// Whether the first line is that of a message in a mailbox: the sender, then when it came, such as `Mon Jan  1 00:00:00 2024`
/// (RFC 4155).
fn is_envelope(start: &[u8]) -> bool {
    const DAYS: [&[u8]; 7] = [b"Mon", b"Tue", b"Wed", b"Thu", b"Fri", b"Sat", b"Sun"];
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or(start);
    let words = || {
        line.split(u8::is_ascii_whitespace)
            .filter(|word| !word.is_empty())
    };
    let is_time = |word: &[u8]| word.len() >= 5 && word.get(2) == Some(&b':');
    words().skip(2).any(|word| DAYS.contains(&word)) && words().skip(3).any(is_time)
}
