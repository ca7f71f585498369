//! Values planted in every kind of place: none of them stands in any byte that the program writes, while it runs or after.
//!
//! Paths may hold what stands in the names of files: in the store, the JSON lines and the worklist only.

use crate::program::{Place, Run};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;

/// What is planted inside files; official test numbers and example domains.
const INSIDE: [(&str, &str); 15] = [
    ("name", "Ulrika Bergström"),
    ("swedish number", "811218-9876"),
    ("danish number", "070761-4285"),
    ("mail", "ulrika.bergstrom@example.com"),
    ("swedish telephone", "070-174 06 05"),
    ("danish telephone", "33 92 33 92"),
    ("address", "Klövergatan 14, 811 30 Sandviken"),
    ("iban", "SE45 5000 0000 0583 9825 7466"),
    ("card", "4111 1111 1111 1111"),
    ("bankgiro", "991-2346"),
    ("health", "schizofreni"),
    ("in a cell", "640823-3234"),
    ("in a comment", "Torkel Vinterhage"),
    ("in a pdf", "890201-3286"),
    ("in a broken file", "Ingvald Sommarström"),
];
/// What is planted in names.
const NAMES: [(&str, &str); 3] = [
    ("in a file name", "670919-9530"),
    ("in a sheet name", "640327-3813"),
    ("in a member name", "720203-2391"),
];

fn zip(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/PART" ContentType="TYPE"/></Types>"#;

fn relations(list: &[(&str, &str)]) -> String {
    let one = |(number, (kind, target)): (usize, &(&str, &str))| {
        format!(
            r#"<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let all: String = list.iter().enumerate().map(one).collect();
    format!(
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
    )
}

fn workbook() -> Vec<u8> {
    let types = TYPES.replace("PART", "xl/workbook.xml").replace(
        "TYPE",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    );
    let sheets = format!(
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId0"/></sheets></workbook>"#,
        NAMES[1].1
    );
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Personnummer</t></is></c><c r="B1" t="inlineStr"><is><t>Diagnos</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>{}</t></is></c><c r="B2" t="inlineStr"><is><t>{}</t></is></c></row></sheetData></worksheet>"#,
        INSIDE[11].1, INSIDE[10].1
    );
    zip(&[
        ("[Content_Types].xml", &types),
        (
            "_rels/.rels",
            &relations(&[("officeDocument", "xl/workbook.xml")]),
        ),
        ("xl/workbook.xml", &sheets),
        (
            "xl/_rels/workbook.xml.rels",
            &relations(&[("worksheet", "worksheets/sheet1.xml")]),
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn word_document() -> Vec<u8> {
    let types = TYPES.replace("PART", "word/document.xml").replace(
        "TYPE",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    );
    let part = |root: &str, inner: &str| {
        format!(
            r#"<?xml version="1.0"?><w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inner}</w:{root}>"#
        )
    };
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = part(
        "document",
        &format!("<w:body>{}</w:body>", paragraph("Se kommentaren.")),
    );
    let said = format!("{} är sjukskriven.", INSIDE[12].1);
    let comment = format!(
        r#"<w:comment w:id="0" w:author="x">{}</w:comment>"#,
        paragraph(&said)
    );
    zip(&[
        ("[Content_Types].xml", &types),
        (
            "_rels/.rels",
            &relations(&[("officeDocument", "word/document.xml")]),
        ),
        ("word/document.xml", &body),
        (
            "word/_rels/document.xml.rels",
            &relations(&[("comments", "comments.xml")]),
        ),
        ("word/comments.xml", &part("comments", &comment)),
    ])
}

/// A page with one line of text, and a table of its objects.
fn pdf() -> Vec<u8> {
    let text = format!(
        "BT /F1 12 Tf 72 720 Td (Personnummer {}) Tj ET",
        INSIDE[13].1
    );
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{text}\nendstream", text.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = vec!["0000000000 65535 f \n".to_owned()];
    for (index, object) in objects.iter().enumerate() {
        table.push(format!("{:010} 00000 n \n", file.len()));
        write!(file, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let (start, table) = (file.len(), table.concat());
    let trailer = "trailer<</Size 6/Root 1 0 R>>";
    write!(
        file,
        "xref\n0 6\n{table}{trailer}\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file
}

fn share() -> Place {
    let place = Place::new();
    let all = INSIDE[..10].iter().map(|(_, value)| *value);
    let all = all.collect::<Vec<_>>().join("\n");
    let letter = format!(
        "{} {} lider av schizofreni.\nCPR-nr. {}\nBankgiro {}\n{all}",
        INSIDE[0].1, INSIDE[1].1, INSIDE[2].1, INSIDE[9].1
    );
    place.write("share/brev.txt", &letter);
    place.write(
        "share/post.eml",
        format!(
            "From: {}\nSubject: Angående {}\nContent-Type: text/plain; charset=utf-8\n\n{letter}",
            INSIDE[3].1, INSIDE[0].1
        ),
    );
    place.write("share/lista.xlsx", workbook());
    place.write("share/beslut.docx", word_document());
    place.write("share/intyg.pdf", pdf());
    let member = format!("Läkarintyg {}.txt", NAMES[2].1);
    place.write("share/arkiv.zip", zip(&[(&member, &letter)]));
    place.write(&format!("share/Akt {}/läkarintyg.txt", NAMES[0].1), &letter);
    let broken = format!("{} är dömd för stöld.", INSIDE[14].1);
    place.write(
        "share/trasig.pdf",
        format!("%PDF-1.7\n1 0 obj <</Title({broken})>> stream\n{broken}"),
    );
    let mut cut = zip(&[
        ("word/document.xml", &broken),
        ("[Content_Types].xml", &broken),
    ]);
    cut.truncate(cut.len() - 40);
    place.write("share/trasig.docx", &cut);
    place.write("share/trasig.xlsx", broken.as_bytes());
    place.write("share/trasig.json", format!("{{\"namn\": \"{broken}\", "));
    place.write(
        "plan.csv",
        "Handlingstyp;Bevaras/Gallras;Gallringsfrist\nLäkarintyg;Gallras;2 år\nBrev;Gallras;vid inaktualitet\n",
    );
    place
}

/// All files below a folder, as they are at the moment.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if let Ok(bytes) = fs::read(&path) {
            found.push((path, bytes));
        }
    }
    found
}

/// What the program wrote while it ran and after, by the name of the place.
struct Written {
    place: Place,
    outputs: BTreeMap<String, Vec<u8>>,
    run: Run,
}

const OUTPUTS: [&str; 6] = [
    "out/store.sqlite",
    "out/key",
    "out/report.html",
    "out/worklist.xlsx",
    "out/metrics.prom",
    "out/findings.jsonl",
];

static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
    let place = share();
    fs::create_dir(place.path("out")).unwrap();
    let mut command = place.command();
    command
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full")
        .args(["scan", "share", "--format", "jsonl", "--log-format", "json"])
        .args([
            "--store", OUTPUTS[0], "--key", OUTPUTS[1], "--report", OUTPUTS[2],
        ])
        .args([
            "--worklist",
            OUTPUTS[3],
            "--metrics",
            OUTPUTS[4],
            "-o",
            OUTPUTS[5],
        ])
        .args(["--plan", "plan.csv", "--today", "2026-01-31"])
        .args(["--max-failed-share", "1"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut outputs = BTreeMap::new();
    // Each look is one more chance to see what stands in a file for a moment only.
    while child.try_wait().unwrap().is_none() {
        for folder in ["tmp", "home", "out"] {
            for (path, bytes) in files(&place.path(folder)) {
                let seen: &mut Vec<u8> = outputs
                    .entry(format!("{} while it runs", path.display()))
                    .or_default();
                if bytes.len() > seen.len() {
                    *seen = bytes;
                }
            }
        }
    }
    let run = Place::end_of(child);
    for folder in ["tmp", "home", "out"] {
        for (path, bytes) in files(&place.path(folder)) {
            outputs.insert(path.display().to_string(), bytes);
        }
    }
    outputs.insert("stdout".into(), run.stdout.clone().into_bytes());
    outputs.insert("stderr".into(), run.stderr.clone().into_bytes());
    Written {
        place,
        outputs,
        run,
    }
});

/// The text of an output; that of the members of a workbook.
fn text_of(bytes: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for index in 0..archive.len() {
            let mut inner = Vec::new();
            let _ = archive.by_index(index).unwrap().read_to_end(&mut inner);
            text += &String::from_utf8_lossy(&inner);
        }
    }
    text
}

/// A value in one form for all ways of writing.
fn bare(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '@')
        .collect()
}

/// The planted values that stand in a text.
fn leaks<'v>(text: &str, values: &'v [(&'v str, &'v str)]) -> Vec<&'v str> {
    let (lower, bare_text) = (text.to_lowercase(), bare(text));
    values
        .iter()
        .filter(|(_, value)| {
            lower.contains(&value.to_lowercase()) || bare_text.contains(&bare(value))
        })
        .map(|(kind, _)| *kind)
        .collect()
}

#[test]
fn every_planted_value_is_found() {
    assert!(WRITTEN.run.code < 2, "{}", WRITTEN.run.stderr);
    let found = WRITTEN.place.read(OUTPUTS[5]);
    for rule in [
        "person.name",
        "se.personnummer",
        "dk.cpr",
        "email",
        "phone.se",
        "address",
        "iban",
        "payment_card",
        "se.bankgiro",
        "sensitive.health",
    ] {
        assert!(found.contains(&format!("\"{rule}\"")), "{rule}\n{found}");
    }
    for file in ["lista.xlsx", "beslut.docx", "intyg.pdf", "arkiv.zip"] {
        assert!(found.contains(file), "{file}");
    }
}

#[test]
fn no_value_from_inside_a_file_stands_in_anything_that_is_written() {
    assert!(WRITTEN.outputs.len() >= OUTPUTS.len());
    for (name, bytes) in &WRITTEN.outputs {
        let found = leaks(&text_of(bytes), &INSIDE);
        assert!(found.is_empty(), "{found:?} in {name}");
    }
}

#[test]
fn values_in_names_stand_in_paths_of_store_lines_and_worklist_only() {
    for (name, bytes) in &WRITTEN.outputs {
        let may_hold_paths = ["store.sqlite", "findings.jsonl", "worklist.xlsx"]
            .iter()
            .any(|file| name.contains(file))
            // The agenda of the run is a database of paths.
            || name.contains(" while it runs");
        let found = leaks(&text_of(bytes), &NAMES);
        assert!(may_hold_paths || found.is_empty(), "{found:?} in {name}");
    }
}

#[test]
fn what_is_written_is_private_and_nothing_is_left_over() {
    assert!(files(&WRITTEN.place.path("tmp")).is_empty());
    #[cfg(unix)]
    for (path, _) in files(&WRITTEN.place.path("out")) {
        use std::os::unix::fs::PermissionsExt;
        // The monitoring reads the metrics; they hold counts.
        if path.ends_with("metrics.prom") {
            continue;
        }
        let mode = path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
    }
}

#[test]
fn the_search_sees_through_ways_of_writing() {
    assert_eq!(leaks("nr 8112189876;", &INSIDE), ["swedish number"]);
    assert_eq!(leaks("ULRIKA BERGSTRÖM", &INSIDE), ["name"]);
    assert!(leaks("Ulrika S", &INSIDE).is_empty());
}
