//! What the plan says of all files together, as tables of the page.

use crate::messages::Messages;
use crate::summary::{Amount, BANDS, Retention, Section};
use sporhund_model::Arg;

/// Rows of a table that are shown.
const SHOWN: usize = 25;
/// The words of [`BANDS`], in their order.
const BAND_WORDS: [&str; BANDS.len()] = ["past", "perhaps", "soon", "running", "kept", "open"];

/// A table with its caption.
pub(crate) struct TableView {
    pub caption: String,
    pub about: String,
    /// Headings, each with whether its cells are numbers.
    pub heads: Vec<(String, bool)>,
    pub rows: Vec<Vec<String>>,
    /// What is not shown.
    pub further: String,
}

/// The tables that have rows.
pub(crate) fn tables(m: &Messages, section: &Section) -> Vec<TableView> {
    let retention = &section.retention;
    let all = [
        units(m, retention),
        types(m, "overdue-types", &retention.overdue()),
        types(m, "delivery-types", &retention.delivery()),
        papers(m, retention),
        unlinked(m, retention),
        kept(m, retention),
        deceased(m, retention),
    ];
    all.into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect()
}

fn table(
    m: &Messages,
    key: &str,
    heads: &[(&str, bool)],
    rows: impl ExactSizeIterator<Item = Vec<String>>,
) -> TableView {
    let further = rows.len().saturating_sub(SHOWN);
    TableView {
        caption: m.label(&format!("heading-{key}")),
        about: m.label(&format!("about-{key}")),
        heads: heads
            .iter()
            .map(|(key, is_number)| (m.label(key), *is_number))
            .collect(),
        rows: rows.take(SHOWN).collect(),
        further: if further > 0 {
            m.text("table-further", &[("n", Arg::from(further as u64))])
        } else {
            String::new()
        },
    }
}

/// How old the files of each unit are against the plan.
fn units(m: &Messages, retention: &Retention) -> TableView {
    let keys: Vec<String> = BAND_WORDS
        .iter()
        .map(|word| format!("band-{word}"))
        .collect();
    let mut heads = vec![("column-unit", false)];
    heads.extend(keys.iter().map(|key| (key.as_str(), true)));
    let units = retention.units();
    let rows = units.iter().map(|(unit, bands)| {
        let counts = bands.iter().map(|count| m.number(*count));
        std::iter::once((*unit).to_owned()).chain(counts).collect()
    });
    table(m, "ageing-units", &heads, rows)
}

fn types(m: &Messages, key: &str, types: &[(&str, &Amount)]) -> TableView {
    let heads = [
        ("column-type", false),
        ("column-files", true),
        ("column-size", true),
        ("column-since", false),
    ];
    table(
        m,
        key,
        &heads,
        types.iter().map(|(name, amount)| amounts(m, name, amount)),
    )
}

fn amounts(m: &Messages, name: &str, amount: &Amount) -> Vec<String> {
    let since = amount
        .oldest
        .map_or_else(|| "–".to_owned(), |date| date.to_string());
    vec![
        name.to_owned(),
        m.number(amount.files),
        m.bytes(amount.bytes),
        since,
    ]
}

fn papers(m: &Messages, retention: &Retention) -> TableView {
    let heads = [
        ("column-folder", false),
        ("column-files", true),
        ("column-size", true),
        ("column-since", false),
    ];
    let papers = retention.papers();
    let mut view = table(
        m,
        "papers",
        &heads,
        papers
            .iter()
            .map(|(folder, amount)| amounts(m, folder, amount)),
    );
    if retention.registered_copies > 0 {
        let args = [("n", Arg::from(retention.registered_copies))];
        view.about = format!("{} {}", view.about, m.text("about-papers-copies", &args));
    }
    view
}

fn unlinked(m: &Messages, retention: &Retention) -> TableView {
    let heads = [
        ("column-folder", false),
        ("column-files", true),
        ("column-nearest", false),
        ("column-fit", true),
    ];
    let folders = retention.unlinked();
    let rows = folders.iter().map(|(folder, unlinked)| {
        let (name, score) = unlinked.suggestion().unwrap_or(("–", 0));
        let fit = if score > 0 {
            m.percent(score, 1000)
        } else {
            "–".to_owned()
        };
        vec![
            (*folder).to_owned(),
            m.number(unlinked.files),
            name.to_owned(),
            fit,
        ]
    });
    table(m, "unlinked", &heads, rows)
}

fn kept(m: &Messages, retention: &Retention) -> TableView {
    let heads = [("column-why-kept", false), ("column-files", true)];
    let notes = retention.kept();
    let rows = notes
        .iter()
        .map(|(note, files)| vec![m.note(note), m.number(*files)]);
    table(m, "kept", &heads, rows)
}

fn deceased(m: &Messages, retention: &Retention) -> TableView {
    let heads = [("column-verdict", false), ("column-files", true)];
    let states = retention.deceased();
    let rows = states.iter().map(|(state, files)| {
        let state = m.label(&format!("verdict-{}", state.as_str()));
        vec![state, m.number(*files)]
    });
    table(m, "deceased", &heads, rows)
}
