//! What another program reads of a file, made once and kept.
//!
//! PDF is read by `pdftotext -raw`. Documents are converted by LibreOffice: texts to plain text, workbooks to csv sheet by sheet.
//! It writes no text of slides, so presentations become its own XML, and that loses its tags. (Drawn as PDF, words of slides would
//! come in pieces, and numbers that stand on the axes of charts only.)

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::extension;

/// Files that LibreOffice converts in one run; a file that brings it down takes those behind it along.
const BATCH: usize = 20;

/// Bytes of a text that are kept; a sheet whose last cell is far out is written as gigabytes of tabs.
const MAX_TEXT: u64 = 16 << 20;

/// Reads and keeps texts in a folder.
pub struct Reference {
    folder: PathBuf,
}

impl Reference {
    /// Converts all the files that were not converted before.
    pub fn prepare(folder: &Path, paths: &[PathBuf]) -> std::io::Result<Reference> {
        std::fs::create_dir_all(folder)?;
        let reference = Reference {
            folder: folder.to_owned(),
        };
        let mut batches: BTreeMap<(PathBuf, String), Vec<&Path>> = BTreeMap::new();
        for path in paths {
            let kind = extension(path);
            if reference.kept(path).exists() {
                continue;
            }
            if kind == "pdf" {
                pdf_to_text(path, &reference.kept(path));
            } else {
                // Names without their extension differ within a folder and kind, so no result is written over another.
                let parent = path.parent().unwrap_or(Path::new("")).to_owned();
                batches.entry((parent, kind)).or_default().push(path);
            }
        }
        for ((_, kind), paths) in batches {
            for batch in paths.chunks(BATCH) {
                reference.convert(&kind, batch)?;
            }
        }
        Ok(reference)
    }

    /// The text of a file; empty when the other program could not read it.
    pub fn text(&self, path: &Path) -> String {
        let bytes = std::fs::read(self.kept(path)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn kept(&self, path: &Path) -> PathBuf {
        let name = path.to_string_lossy().replace('/', "+");
        self.folder.join(format!("{name}.txt"))
    }

    fn convert(&self, kind: &str, batch: &[&Path]) -> std::io::Result<()> {
        let made = self.folder.join("made");
        office(kind, batch, &made);
        // Sheets of `a-b.xlsx` begin with the name of `a.xlsx` too: the longer name takes them first.
        let mut batch = batch.to_vec();
        batch.sort_by_key(|path| std::cmp::Reverse(path.file_stem().map(std::ffi::OsStr::len)));
        for path in &batch {
            if !self.take(kind, path, &made)? && batch.len() > 1 {
                office(kind, &[path], &made);
                self.take(kind, path, &made)?;
            }
            if !self.kept(path).exists() {
                std::fs::write(self.kept(path), "")?;
            }
        }
        let _ = std::fs::remove_dir_all(&made);
        Ok(())
    }

    /// Keeps what was made of a file; whether there was anything.
    fn take(&self, kind: &str, path: &Path, made: &Path) -> std::io::Result<bool> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let plain = made.join(format!("{stem}.txt"));
        let slides = made.join(format!("{stem}.fodp"));
        if target(kind) == CSV {
            return self.take_sheets(path, &stem, made);
        }
        if plain.exists() {
            std::fs::rename(plain, self.kept(path))?;
            return Ok(true);
        }
        if slides.exists() {
            let xml = std::fs::read(&slides)?;
            std::fs::write(
                self.kept(path),
                without_tags(&String::from_utf8_lossy(&xml)),
            )?;
            std::fs::remove_file(slides)?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Each sheet is a file of its own: `NAME-SHEET.csv`.
    fn take_sheets(&self, path: &Path, stem: &str, made: &Path) -> std::io::Result<bool> {
        let start = format!("{stem}-");
        let mut all = Vec::new();
        let mut some = false;
        for entry in std::fs::read_dir(made).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(&start) && extension(&entry.path()) == "csv" {
                let mut sheet = std::fs::File::open(entry.path())?.take(MAX_TEXT);
                sheet.read_to_end(&mut all)?;
                std::fs::remove_file(entry.path())?;
                all.push(b'\n');
                some = true;
            }
        }
        if some {
            std::fs::write(self.kept(path), all)?;
        }
        Ok(some)
    }
}

/// Tabs between cells, as UTF-8, as the sheet shows them, every sheet.
const CSV: &str = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1";

fn target(kind: &str) -> &'static str {
    match kind {
        "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "fods" => CSV,
        "pptx" | "pptm" | "ppt" | "odp" | "fodp" => "fodp",
        _ => "txt:Text (encoded):UTF8",
    }
}

/// What LibreOffice fills in by itself, and pictures.
const FILLED_IN: [&str; 9] = [
    "office:binary-data",
    "config:config-item",
    "meta:generator",
    "meta:creation-date",
    "dc:date",
    "text:page-number",
    "text:date",
    "text:time",
    "presentation:date-time-decl",
];

/// Elements that part texts.
const APART: [&str; 8] = [
    "text:p",
    "text:h",
    "text:s",
    "text:tab",
    "text:line-break",
    "svg:title",
    "svg:desc",
    "dc:creator",
];
const ENTITIES: [(&str, &str); 5] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&amp;", "&"),
];

/// The text of the body of an OpenDocument file in one piece.
fn without_tags(xml: &str) -> String {
    let mut text = String::new();
    let body = xml.find("<office:body").and_then(|at| xml.get(at..));
    let mut within = "";
    for piece in body.unwrap_or_default().split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split(' ').next().unwrap_or_default();
        if FILLED_IN.contains(&within) && !tag.starts_with('/') {
            continue;
        }
        within = if tag.ends_with('/') { "" } else { name };
        if APART.contains(&name.trim_matches('/')) {
            text.push('\n');
        }
        if !FILLED_IN.contains(&within) {
            text.push_str(after);
        }
    }
    let plain = |text: String, (name, sign): &(&str, &str)| text.replace(name, sign);
    ENTITIES.iter().fold(text, plain)
}

/// With a profile of its own, so that it does not meet another that runs.
fn office(kind: &str, batch: &[&Path], made: &Path) {
    let to = made.to_string_lossy();
    let profile = format!("-env:UserInstallation=file://{to}-profile");
    let mut arguments = vec![&*profile, "--headless", "--convert-to", target(kind)];
    arguments.extend(["--outdir", &to]);
    let names: Vec<_> = batch.iter().map(|path| path.to_string_lossy()).collect();
    arguments.extend(names.iter().map(AsRef::as_ref));
    run("soffice", &arguments, 20 + 10 * batch.len());
}

fn pdf_to_text(from: &Path, to: &Path) {
    let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
    run("pdftotext", &["-raw", "-enc", "UTF-8", &from, &to], 40);
}

fn run(program: &str, arguments: &[&str], seconds: usize) {
    // A program that writes more than this to a file is ended.
    let _ = Command::new("prlimit")
        .arg(format!("--fsize={}", 4 * MAX_TEXT))
        .args(["timeout", "--kill-after=5", &seconds.to_string()])
        .arg(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}
