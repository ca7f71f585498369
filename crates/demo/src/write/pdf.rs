//! PDF with real text in a standard font.

use crate::DemoError;
use crate::document::Document;
use lopdf::content::{Content, Operation};
use lopdf::{Document as Pdf, Object, ObjectId, Stream, StringFormat, dictionary};

/// Text at a place on a page, in points from the lower left corner.
struct Line {
    left: u32,
    height: u32,
    text: String,
}

const LINES_A_PAGE: usize = 46;
const LETTERS_A_LINE: usize = 88;

/// Pages of A4 with the title, the paragraphs and the table.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, DemoError> {
    make(document).map_err(|fault| DemoError::format("pdf", &fault))
}

fn make(document: &Document) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut pdf = Pdf::with_version("1.5");
    let pages = pdf.new_object_id();
    let font = pdf.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    let rows = rows(document);
    let mut kids = Vec::new();
    for page in rows.chunks(LINES_A_PAGE) {
        kids.push(Object::Reference(add_page(&mut pdf, pages, page)?));
    }
    let count = i64::try_from(kids.len())?;
    pdf.objects.insert(
        pages,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count,
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        }),
    );
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    pdf.trailer.set("Root", catalog);
    add_info(&mut pdf, document);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes)?;
    Ok(bytes)
}

/// The text as rows of cells; running text has one cell a row.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let mut rows = vec![vec![document.title.clone()], Vec::new()];
    for runs in &document.paragraphs {
        rows.extend(wrapped(&runs.concat()).into_iter().map(|line| vec![line]));
        rows.push(Vec::new());
    }
    rows.extend(
        document
            .table
            .iter()
            .flat_map(|table| table.all_rows().cloned()),
    );
    rows
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let is_full = |line: &String| line.chars().count() + word.chars().count() > LETTERS_A_LINE;
        if lines.last().is_some_and(is_full) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

fn add_page(
    pdf: &mut Pdf,
    pages: ObjectId,
    rows: &[Vec<String>],
) -> Result<ObjectId, lopdf::Error> {
    let lines = rows.iter().enumerate().flat_map(|(row, cells)| {
        let height = 790 - 16 * row as u32;
        (0..).zip(cells).map(move |(column, text)| Line {
            left: 56 + 150 * column,
            height,
            text: text.clone(),
        })
    });
    let operations: Vec<Operation> = lines.flat_map(|line| line_operations(&line)).collect();
    let content = Content { operations }.encode()?;
    let contents = pdf.add_object(Stream::new(dictionary! {}, content));
    Ok(pdf.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => contents }))
}

fn line_operations(line: &Line) -> [Operation; 5] {
    [
        Operation::new("BT", vec![]),
        Operation::new("Tf", vec!["F1".into(), 10.into()]),
        Operation::new("Td", vec![line.left.into(), line.height.into()]),
        Operation::new("Tj", vec![pdf_text(&line.text)]),
        Operation::new("ET", vec![]),
    ]
}

/// WinAnsiEncoding is Windows-1252 but for a few signs that no text here has.
fn pdf_text(text: &str) -> Object {
    let bytes = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    Object::String(bytes, StringFormat::Literal)
}

fn add_info(pdf: &mut Pdf, document: &Document) {
    let mut info = dictionary! { "Title" => pdf_text(&document.title) };
    if let Some(day) = document.created {
        let text = format!(
            "D:{:04}{:02}{:02}093000Z",
            day.year(),
            day.month(),
            day.day()
        );
        info.set("CreationDate", pdf_text(&text));
        info.set("ModDate", pdf_text(&text));
    }
    if let Some((_, value)) = document.properties.first() {
        info.set("Keywords", pdf_text(value));
    }
    let info = pdf.add_object(info);
    pdf.trailer.set("Info", info);
}
