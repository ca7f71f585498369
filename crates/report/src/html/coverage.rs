//! What the template shows of coverage.

use super::charts::{Bar, Bars};
use super::view::Figure;
use crate::human::reason_of;
use crate::messages::Messages;
use crate::summary::{RootTotals, Section, Unread, UnreadKey};
use sporhund_model::Outcome;

const ROWS: usize = 60;
const FOLDERS: usize = 8;
const ROOTS: usize = 200;
const FORMATS: usize = 40;

/// How much of a root was covered.
pub(crate) struct RootView {
    pub name: String,
    pub files: String,
    pub reached: String,
    pub read: String,
    pub share: String,
    pub unlisted: String,
    pub is_partly: bool,
}

/// What was not read for one reason.
pub(crate) struct UnreadView {
    pub reason: String,
    pub files: String,
    pub size: String,
    pub folders: Vec<String>,
}

pub(crate) fn roots(m: &Messages, section: &Section) -> Vec<RootView> {
    section
        .roots()
        .take(ROOTS)
        .map(|root| root_view(m, root))
        .collect()
}

fn root_view(m: &Messages, root: &RootTotals) -> RootView {
    let totals = &root.totals;
    let reached = totals.files() - totals.not_reached();
    RootView {
        name: root.display.clone(),
        files: m.number(totals.files()),
        reached: m.number(reached),
        read: m.number(totals.read()),
        share: m.percent(reached, totals.files()),
        unlisted: m.number(totals.unlisted()),
        is_partly: totals.not_reached() > 0 || totals.unlisted() > 0 || totals.files() == 0,
    }
}

/// Files by how the reading ended.
pub(crate) fn outcomes(m: &Messages, section: &Section) -> Option<Figure<Bars>> {
    let totals = &section.totals;
    let all = Outcome::ALL
        .into_iter()
        .map(|outcome| (outcome, totals.of(outcome)));
    let bars: Vec<_> = all
        .filter(|(_, files)| *files > 0)
        .map(|(outcome, files)| Bar {
            label: m.label(&format!("outcome-{}", outcome.as_str())),
            value: format!(
                "{} ({})",
                m.number(files),
                m.percent(files, totals.outcomes.iter().sum())
            ),
            parts: vec![(outcome_class(outcome), files)],
        })
        .collect();
    let title = m.label("heading-outcomes");
    (!bars.is_empty()).then(|| Figure {
        rows: Vec::new(),
        heads: Vec::new(),
        legend: Vec::new(),
        chart: Bars::new("outcomes", title.clone(), bars),
        title,
    })
}

fn outcome_class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Scanned => "c-rest",
        Outcome::Partly | Outcome::Skipped | Outcome::Unsupported => "c-open",
        _ => "c-due",
    }
}

pub(crate) fn unread(m: &Messages, section: &Section) -> Vec<UnreadView> {
    let groups = section.unread().into_iter().take(ROWS);
    groups
        .map(|(key, group)| unread_view(m, key, group))
        .collect()
}

pub(crate) fn members(m: &Messages, section: &Section) -> Vec<UnreadView> {
    let groups = section.unread_members().into_iter().take(ROWS);
    groups
        .map(|(key, group)| unread_view(m, key, group))
        .collect()
}

fn unread_view(m: &Messages, key: &UnreadKey, group: &Unread) -> UnreadView {
    let (folders, further) = group.folders(FOLDERS);
    let mut folders: Vec<String> = folders
        .into_iter()
        .map(|(folder, files)| format!("{folder} ({})", m.number(files)))
        .collect();
    if further > 0 {
        folders.push(m.text("further-files", &[("n", further.into())]));
    }
    let id = if key.outcome == Outcome::Unlisted {
        "count-folders"
    } else {
        "count-files"
    };
    UnreadView {
        reason: reason_of(m, key.outcome, group.note.as_ref()),
        files: m.text(id, &[("n", group.files.into())]),
        size: if group.bytes > 0 {
            m.bytes(group.bytes)
        } else {
            "–".to_owned()
        },
        folders,
    }
}

/// Formats with their files, commonest first.
pub(crate) fn formats(m: &Messages, section: &Section) -> Vec<(String, String)> {
    let formats = section.formats().into_iter().take(FORMATS);
    formats
        .map(|(format, files)| (format.to_owned(), m.number(files)))
        .collect()
}
