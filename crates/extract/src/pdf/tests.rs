//! Tests of the PDF decoder, on small files that are written here: its cross-reference table may be missing.

use super::Pdf;
use crate::decoder::DecodeError;
use crate::recorder::record;
use proptest::prelude::*;

/// A file with one page that shows `content`; `catalog` and `page` are added to these dictionaries, `objects` to the file.
fn file(content: &str, catalog: &str, page: &str, objects: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalog} >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R \
         /Resources << /Font << /F 5 0 R >> >> {page} >>\nendobj\n\
         4 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>\nendobj\n\
         {objects}\ntrailer\n<< /Root 1 0 R /Info 9 0 R >>\n",
        content.len()
    )
    .into_bytes()
}

fn lines(bytes: &[u8]) -> Vec<String> {
    let (lines, outcome) = record(&Pdf, bytes);
    assert!(outcome.is_ok(), "{outcome:?}");
    lines
}

#[test]
fn reads_lines_words_and_wide_gaps() {
    let content = "BT /F 12 Tf 50 700 Td [(Ka) 10 (rin) -300 (Test)] TJ 0 -14 Td (19811218-9876) Tj \
        200 0 Td (beside) Tj ET BT /F 12 Tf 50 500 Td (far below) Tj ET";
    let expected = ["Karin Test", "+19811218-9876", "+beside", "far below"];
    assert_eq!(lines(&file(content, "", "", "")), expected);
}

#[test]
fn lines_of_a_page_that_was_scanned_askew_stay_apart() {
    let line = |(row, (name, number)): (u32, (&str, &str))| {
        let (x, y) = (50.0, 700.0 - 12.0 * f64::from(row));
        let turn = "0.99966 -0.02618 0.02618 0.99966";
        let (far, down) = (x + 430.0, y - 430.0 * 0.02619);
        format!(
            "BT /F 10 Tf {turn} {x} {y} Tm ({name}) Tj {turn} {far} {down} Tm ({number}) Tj ET "
        )
    };
    let rows = [("Anna", "19121212-1212"), ("Bertil", "20121212-1212")];
    let content: String = (0..).zip(rows).map(line).collect();
    let expected = ["Anna", "+19121212-1212", "+Bertil", "+20121212-1212"];
    assert_eq!(lines(&file(&content, "", "", "")), expected);
}

#[test]
fn reads_ruled_tables_cell_by_cell() {
    let content = "0 0 0 RG 1 w 50 700 m 350 700 l S 50 660 m 350 660 l S 50 620 m 350 620 l S \
        50 620 m 50 700 l S 150 620 m 150 700 l S 350 620 m 350 700 l S \
        BT /F 12 Tf 50 720 Td (Above) Tj ET BT /F 12 Tf 55 685 Td (Type) Tj 100 0 Td (Kept) Tj ET \
        BT /F 12 Tf 55 645 Td (Journal of a very) Tj 0 -14 Td (long name) Tj 100 14 Td (5 years) Tj ET \
        BT /F 12 Tf 50 600 Td (Below) Tj ET";
    let expected = [
        "Above",
        "A1 Type",
        "+B1 Kept",
        "+A2 Journal of a very",
        "+A2 long name",
        "+B2 5 years",
        "Below",
    ];
    assert_eq!(lines(&file(content, "", "", "")), expected);
}

#[test]
fn replacement_text_stands_for_its_glyphs() {
    let content =
        "BT /F 12 Tf 50 700 Td (a) Tj /Span << /ActualText (offi) >> BDC (xy) Tj EMC (ce) Tj ET";
    assert_eq!(lines(&file(content, "", "", "")), ["aoffice"]);
}

#[test]
fn reads_what_stands_beside_the_text() {
    let objects = "6 0 obj\n<< /First 7 0 R >>\nendobj\n7 0 obj\n<< /Title (Chapter) /Next 7 0 R >>\nendobj\n\
        8 0 obj\n<< /Fields [<< /T (namn) /TU (Namn) /V (Test Testsson) >>] >>\nendobj\n\
        9 0 obj\n<< /Title (Titel) /Author (\\305sa) /CreationDate (D:20200102030405+01'00') >>\nendobj\n\
        10 0 obj\n<< /Names [(a) << /F (a.txt) /UF (b.txt) /EF << /F 11 0 R >> >>] >>\nendobj\n\
        11 0 obj\n<< /Length 5 >>\nstream\nhello\nendstream\nendobj";
    let page = "/Annots [<< /Subtype /Text /T (Author) /Contents (Remark) >> \
        << /Subtype /Link /A << /S /URI /URI (mailto:a%40example.org) >> >>]";
    let catalog = "/Outlines 6 0 R /AcroForm 8 0 R /Names << /EmbeddedFiles 10 0 R >>";
    let bytes = file("", catalog, page, objects);
    let lines = lines(&bytes);
    for expected in [
        "title=Titel",
        "creator=Åsa",
        "created=2020-01-02T03:04:05+01:00",
        "Heading: Chapter",
        "Comment: Author",
        "+Comment: Remark",
        "Link: mailto:a@example.org",
        "FormField: Namn",
        "+FormField: Test Testsson",
        "member 0 b.txt .txt 5",
    ] {
        assert!(
            lines.iter().any(|line| line == expected),
            "{expected} in {lines:?}"
        );
    }
}

#[test]
fn a_page_of_an_image_alone_needs_ocr() {
    let content = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    let lines = lines(&file(content, "", "", ""));
    assert_eq!(lines, [r#"note-needs-ocr {"pages": Number(1)}"#]);
}

#[test]
fn what_is_no_pdf_is_broken() {
    let (lines, outcome) = record(&Pdf, b"%PDF-1.4 nothing");
    assert!(lines.is_empty());
    assert!(matches!(outcome, Err(DecodeError::Broken { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = record(&Pdf, &bytes);
    }

    #[test]
    fn never_panics_on_a_mutated_file(at in 0..600usize, byte in any::<u8>(), cut in 300..900usize) {
        let mut bytes = file("BT /F 12 Tf 50 700 Td (Test) Tj ET", "", "/Annots [<< /T (x) >>]", "");
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        bytes.truncate(cut);
        let _ = record(&Pdf, &bytes);
    }
}
