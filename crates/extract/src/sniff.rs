//! What a file is: its content decides, its name only where the content leaves it open.
//!
//! [`sniff`] sees the first bytes only, so that the pipeline can tell plain text from what must go to a worker without
//! opening anything. [`detect`] may read the whole input and is what decoding goes by.

mod containers;

use std::io::{Read, SeekFrom};

use file_format::{FileFormat, Kind};
use memchr::memmem;

use self::containers::{refine_cfb, refine_zip, sniff_cfb, sniff_zip};

use crate::archive::Packed;
use crate::decoder::{Decoder, Input};
use crate::{
    archive, data, doc, docx, html, mail, msg, odf, ole, pdf, ppt, pptx, rtf, text, xls, xlsb, xlsx,
};

/// How many bytes of a file are looked at.
pub const HEAD: usize = 64 * 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// No bytes at all.
    Empty,
    /// Plain text, by the name of its kind: txt, md, log, json, xml, source code.
    Text(&'static str),
    /// Plain text in UTF-32.
    Utf32,
    /// What Office lays beside an open document.
    Lock,
    /// Values with delimiters, by its name: csv or tsv.
    Csv(&'static str),
    /// Word processing, OOXML.
    Docx,
    /// Spreadsheet, OOXML.
    Xlsx,
    /// Presentation, OOXML.
    Pptx,
    /// OpenDocument as a package, by its kind: odt, ods, odp, odg.
    OpenDocument(&'static str),
    /// OpenDocument as one file of XML, by its kind: fodt, fods, fodp.
    FlatDocument(&'static str),
    /// Word processing of Office 97 to 2003.
    Doc,
    /// Spreadsheet of Office 97 to 2003.
    Xls,
    /// Spreadsheet, OOXML in binary parts.
    Xlsb,
    /// Presentation of Office 97 to 2003.
    Ppt,
    /// Rich text.
    Rtf,
    /// A mail or other item of Outlook.
    Msg,
    /// A compound file of which the first bytes do not tell more.
    Compound,
    /// PDF.
    Pdf,
    /// HTML or XHTML.
    Html,
    /// A mail.
    Eml,
    /// A mailbox.
    Mbox,
    /// XML that is no document of a kind that is known.
    Xml,
    /// JSON.
    Json,
    /// Word processing as one file of XML.
    FlatWord,
    /// A workbook as one file of XML.
    FlatSheet,
    /// A tar archive.
    Tar,
    /// A 7z archive.
    SevenZip,
    /// One packed file.
    Packed(Packed),
    /// A zip archive.
    Zip,
    /// Needs a password, by the name of its format.
    Encrypted(&'static str),
    /// A format that is not read, by its name.
    Unsupported(&'static str),
}

impl Format {
    /// The format's name as coverage and JSON lines show it.
    pub fn name(&self) -> &'static str {
        match self {
            Format::Empty => "empty",
            Format::Utf32 => "txt",
            Format::Lock => "office-lock",
            Format::Docx => "docx",
            Format::Xlsx => "xlsx",
            Format::Pptx => "pptx",
            Format::Doc => "doc",
            Format::Xls => "xls",
            Format::Xlsb => "xlsb",
            Format::Ppt => "ppt",
            Format::Msg => "msg",
            Format::Rtf => "rtf",
            Format::Compound => "cfb",
            Format::Pdf => "pdf",
            Format::Html => "html",
            Format::Eml => "eml",
            Format::Mbox => "mbox",
            Format::Xml => "xml",
            Format::Json => "json",
            Format::FlatWord => "word-xml",
            Format::FlatSheet => "excel-xml",
            Format::Tar => "tar",
            Format::SevenZip => "7z",
            Format::Packed(packed) => packed.format(),
            Format::Zip => "zip",
            Format::Text(name)
            | Format::Csv(name)
            | Format::OpenDocument(name)
            | Format::FlatDocument(name)
            | Format::Encrypted(name)
            | Format::Unsupported(name) => name,
        }
    }

    /// Whether it can be read without parsing anything, and so outside a worker.
    pub fn is_plain_text(&self) -> bool {
        matches!(self, Format::Empty | Format::Text(_) | Format::Csv(_))
    }

    /// Whether its decoder reads from start to end, so that the bytes need not be kept.
    pub fn is_streamed(&self) -> bool {
        self.is_plain_text()
            || matches!(
                self,
                Format::Xml
                    | Format::Json
                    | Format::FlatSheet
                    | Format::Tar
                    | Format::Mbox
                    | Format::Rtf
            )
    }

    /// What reads it.
    pub fn decoder(&self) -> Option<&'static dyn Decoder> {
        match self {
            Format::Text(_) => Some(&text::PlainText),
            Format::Csv(_) => Some(&text::Csv),
            Format::Utf32 => Some(&text::wide::Utf32),
            Format::Lock => Some(&text::lock::Lock),
            Format::Docx => Some(&docx::Docx),
            Format::Xlsx => Some(&xlsx::Xlsx),
            Format::Pptx => Some(&pptx::Pptx),
            Format::Doc => Some(&doc::Doc),
            Format::Xls => Some(&xls::Xls),
            Format::Xlsb => Some(&xlsb::Xlsb),
            Format::Ppt => Some(&ppt::Ppt),
            Format::Msg => Some(&msg::Msg),
            Format::Rtf => Some(&rtf::Rtf),
            Format::Compound => Some(&ole::Unknown),
            Format::OpenDocument(_) => Some(&odf::OpenDocument),
            Format::FlatDocument(_) => Some(&odf::FlatDocument),
            Format::Zip => Some(&archive::Zip),
            Format::Pdf => Some(&pdf::Pdf),
            Format::Html => Some(&html::Html),
            Format::Eml => Some(&mail::Eml),
            Format::Mbox => Some(&mail::Mbox),
            Format::Xml => Some(&data::Xml),
            Format::Json => Some(&data::Json),
            Format::FlatWord => Some(&data::FlatWord),
            Format::FlatSheet => Some(&data::FlatSheet),
            Format::Tar => Some(&archive::Tar),
            Format::SevenZip => Some(&archive::SevenZip),
            Format::Packed(Packed::Gzip) => Some(&Packed::Gzip),
            Format::Packed(Packed::Bzip2) => Some(&Packed::Bzip2),
            Format::Packed(Packed::Xz) => Some(&Packed::Xz),
            Format::Packed(Packed::Zstd) => Some(&Packed::Zstd),
            _ => None,
        }
    }
}

/// What the input is; its reader stands at the start again.
pub fn detect(input: &mut Input<'_>) -> Format {
    let mut head = Vec::new();
    let read = input
        .reader
        .seek(SeekFrom::Start(0))
        .and_then(|_| input.reader.take(HEAD as u64).read_to_end(&mut head));
    let format = match read {
        Err(_) if head.is_empty() => Format::Unsupported("unreadable"),
        // What was read before a fault tells as much.
        _ => sniff(&head, input.extension),
    };
    let refined = match format {
        _ if head.starts_with(b"PK\x03\x04") => refine_zip(input).unwrap_or(Format::Zip),
        Format::Compound | Format::Doc | Format::Xls | Format::Ppt | Format::Msg => {
            refine_cfb(input)
        }
        _ => format,
    };
    let _ = input.reader.seek(SeekFrom::Start(0));
    refined
}

/// What a file is by its first bytes and the extension of its name (lower case, no dot).
pub fn sniff(head: &[u8], extension: &str) -> Format {
    if head.is_empty() {
        return Format::Empty;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return sniff_zip(head);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return sniff_cfb(head);
    }
    if let Some(packed) = sniff_packed(head) {
        return packed;
    }
    let first = head.get(..1024).unwrap_or(head);
    if memmem::find(first, b"%PDF-").is_some() {
        return Format::Pdf;
    }
    if text_start(first).starts_with(b"{\\rtf") {
        return Format::Rtf;
    }
    if text::lock::is_lock(head) {
        return Format::Lock;
    }
    if text::wide::is_utf32(head) {
        return Format::Utf32;
    }
    if is_text(head) {
        return sniff_text(head, extension);
    }
    Format::Unsupported(binary_name(head))
}

/// Archives and packed files by their first bytes.
fn sniff_packed(head: &[u8]) -> Option<Format> {
    const STARTS: [(&[u8], Format); 5] = [
        (b"\x1F\x8B\x08", Format::Packed(Packed::Gzip)),
        (b"\xFD7zXZ\0", Format::Packed(Packed::Xz)),
        (b"\x28\xB5\x2F\xFD", Format::Packed(Packed::Zstd)),
        (b"7z\xBC\xAF\x27\x1C", Format::SevenZip),
        (b"BZh", Format::Packed(Packed::Bzip2)),
    ];
    let found = STARTS.iter().find(|(start, _)| head.starts_with(start));
    match found {
        // The block of a bzip2 file begins with digits of pi; a text may begin with the letters.
        Some((b"BZh", format)) => (head.get(4..10) == Some(b"1AY&SY")).then_some(*format),
        Some((_, format)) => Some(*format),
        None => is_tar(head).then_some(Format::Tar),
    }
}

/// A header of tar has a word at its end, or a sum of its bytes that is right.
fn is_tar(head: &[u8]) -> bool {
    let Some(header) = head.get(..512) else {
        return false;
    };
    if header.get(257..262) == Some(b"ustar") {
        return true;
    }
    let field = header.get(148..156).unwrap_or_default();
    let digits: String = field
        .iter()
        .map(|byte| char::from(*byte))
        .filter(char::is_ascii_digit)
        .collect();
    let sum: u32 = header
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            if (148..156).contains(&at) {
                32
            } else {
                u32::from(*byte)
            }
        })
        .sum();
    !digits.is_empty() && u32::from_str_radix(&digits, 8) == Ok(sum) && header.contains(&0)
}

/// The name of a format that is not text: its usual extension.
fn binary_name(head: &[u8]) -> &'static str {
    let format = FileFormat::from_bytes(head);
    let listed = FileFormat::from_kind(format.kind())
        .iter()
        .find(|known| **known == format);
    match listed {
        Some(known) if !matches!(known.extension(), "bin" | "txt") => known.extension(),
        _ => "binary",
    }
}

/// Whether a reader of text would take it for text: no zero bytes (other than UTF-16's) and few control characters.
fn is_text(head: &[u8]) -> bool {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return true;
    }
    let head = head.get(..8192).unwrap_or(head);
    if is_utf16(head) {
        return true;
    }
    // A text with a few stray zeros is one all the same; so is a log that is written into a file of zeros.
    let end = head.iter().rposition(|byte| *byte != 0);
    let head = head.get(..end.map_or(0, |end| end + 1)).unwrap_or(head);
    if head.is_empty() {
        return false;
    }
    let odd = head
        .iter()
        .filter(|byte| matches!(byte, 0..=7 | 14..=26 | 28..=31 | 127))
        .count();
    let zeros = memchr::memchr_iter(0, head).count();
    if zeros * 400 > head.len() {
        return false;
    }
    odd * 50 <= head.len() && may_be_text(FileFormat::from_bytes(head))
}

/// Whether nearly every other byte is zero, as in Latin text in UTF-16.
fn is_utf16(head: &[u8]) -> bool {
    let zeros = |odd: usize| {
        let bytes = head.iter().skip(odd).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd, units) = (zeros(0), zeros(1), head.len() / 2);
    units > 1 && ((odd * 10 > units * 8 && even == 0) || (even * 10 > units * 8 && odd == 0))
}

/// Pictures, sound and the like can begin with printable characters.
fn may_be_text(format: FileFormat) -> bool {
    match format.kind() {
        Kind::Image => format == FileFormat::ScalableVectorGraphics,
        Kind::Archive | Kind::Audio | Kind::Compressed | Kind::Disk | Kind::Font | Kind::Video => {
            false
        }
        _ => true,
    }
}

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

fn sniff_text(head: &[u8], extension: &str) -> Format {
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
fn text_start(head: &[u8]) -> &[u8] {
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
    // "From:" and "To:" alone also begin memos; a mail has a technical header beside them.
    let technical = own.iter().skip(4).any(|seen| *seen) || own[2];
    match (count >= 2 && technical, mbox) {
        (true, true) => Some(Format::Mbox),
        (true, false) => Some(Format::Eml),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_over_the_extension() {
        assert_eq!(sniff(b"%PDF-1.7\n", "txt"), Format::Pdf);
        assert_eq!(sniff(b"Hej p\xE5 dig", "docx"), Format::Text("txt"));
        assert_eq!(sniff(b"<!DOCTYPE html><p>", "txt"), Format::Html);
    }

    #[test]
    fn tells_kinds_of_text_by_extension() {
        assert_eq!(sniff(b"a;b\n", "csv"), Format::Csv("csv"));
        assert_eq!(sniff(b"# Rubrik\n", "md"), Format::Text("md"));
        assert_eq!(sniff(b"a", "dat"), Format::Text("txt"));
        assert!(sniff("\u{feff}å".as_bytes(), "").is_plain_text());
        assert!(sniff(b"a\0b\0c\0d\0", "").is_plain_text());
    }

    #[test]
    fn knows_data_by_its_beginning() {
        assert_eq!(sniff(b"{\"namn\": 1}", "txt"), Format::Json);
        assert_eq!(sniff(b"[\n {\"a\": 1}]", ""), Format::Json);
        assert_eq!(sniff(b"[1, 2]", ""), Format::Json);
        assert_eq!(sniff(b"[INFO] start\n", ""), Format::Text("txt"));
        assert_eq!(sniff(b"[2024-01-01] start\n", "log"), Format::Text("log"));
        assert_eq!(sniff(b"{ inget }", ""), Format::Text("txt"));
        assert_eq!(sniff(b"<?xml version='1.0'?><a/>", "txt"), Format::Xml);
        assert_eq!(sniff(b"<kml><a/></kml>", "kml"), Format::Xml);
    }

    #[test]
    fn knows_a_mail_but_not_a_memo() {
        let mail =
            b"From: a@example.org\r\nTo: b@example.org\r\nMessage-ID: <1@example.org>\r\n\r\nHej";
        assert_eq!(sniff(mail, "txt"), Format::Eml);
        assert_eq!(
            sniff(b"Namn: Anna\nOrt: Ystad\n", "txt"),
            Format::Text("txt")
        );
    }

    #[test]
    fn names_what_is_not_read() {
        assert_eq!(
            sniff(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
            Format::Unsupported("png")
        );
        assert_eq!(sniff(b"{\\rtf1 a}", "doc"), Format::Rtf);
        assert_eq!(
            sniff(&[0, 1, 2, 3, 4, 0, 9], "x"),
            Format::Unsupported("binary")
        );
    }
}
