//! Tests of the HTML decoder.

use super::Html;
use crate::recorder::record;
use proptest::prelude::*;

fn lines(page: &str) -> Vec<String> {
    record(&Html, page.as_bytes()).0
}

#[test]
fn cells_and_blocks_part_and_inline_elements_do_not() {
    let page = "<p>Ka<b>ri</b>n<wbr>a</p><p>next<br>line";
    assert_eq!(lines(page), ["Karina", "+next", "+line"]);
}

#[test]
fn cells_know_row_and_column() {
    let page = "<table><tr><th>Namn<th colspan=2>Nr<th>Ort<tr><td>Test<td>1<td>2<td>X</table>after";
    let expected = [
        "A1 Namn",
        "+B1 Nr",
        "+D1 Ort",
        "+A2 Test",
        "+B2 1",
        "+C2 2",
        "+D2 X",
        "merge B1:C1",
        "after",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn a_cell_of_several_rows_moves_the_cells_below_it() {
    let page = "<table><tr><td rowspan=2>a<td>b<td rowspan=2 colspan=2>c<td>d<tr><td>e<td>f<tr><td>g</table>";
    let expected = [
        "A1 a",
        "+B1 b",
        "+C1 c",
        "+E1 d",
        "+B2 e",
        "+E2 f",
        "+A3 g",
        "merge A1:A2",
        "merge C1:D2",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn attributes_comments_scripts_and_hidden_elements_come_after_their_block() {
    let page = "<title>A &amp; B</title><p>be<!-- note -->fore <a href='mailto:a%40example.org' title=t>mail</a>\
        <span style='display: none'>se<b>cr</b>et</span> end<script>var x='<p>';</script>\
        <input type=hidden value=h><label>Namn</label><input value=V placeholder=P>";
    let expected = [
        "title=A & B",
        "Heading: A & B",
        "before mail end",
        "+Namn",
        "+Attribute: V",
        "Source: note",
        "Link: a@example.org",
        "Attribute: t",
        "Hidden: secret",
        "Source: var x='<p>';",
        "Hidden: h",
        "Attribute: P",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn reads_the_charset_that_the_page_says() {
    let (lines, _) = record(&Html, b"<meta charset=iso-8859-1><p>\xC5sa \xE4r h\xE4r");
    assert_eq!(lines, ["Åsa är här"]);
    let (lines, _) = record(&Html, b"\xFF\xFE<\0p\0>\0\xC5\0");
    assert_eq!(lines, ["Å"]);
}

#[test]
fn preformatted_text_keeps_its_lines() {
    assert_eq!(lines("<pre>a\n  b</pre>"), ["a\n  b"]);
}

#[test]
fn broken_markup_is_text_or_nothing() {
    assert_eq!(lines("1 < 2 <> </ <a href=\"x"), ["1 < 2 <> </", "Link: x"]);
    assert_eq!(lines("<script>never ended"), ["Source: never ended"]);
    assert_eq!(lines("<p =\"a\" =/=>x"), ["x"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = record(&Html, &bytes);
    }

    #[test]
    fn never_panics_on_what_looks_like_markup(page in "(<[/!]?(td|table|tr|p|script|title|pre|input|å)?( [a-zå\"'=&;%]{0,6}){0,3}[/>]?|[a-zå<>&#;\" ]){0,40}") {
        let _ = record(&Html, page.as_bytes());
    }
}
