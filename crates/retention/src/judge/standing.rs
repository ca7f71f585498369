//! What a file is: a record, or a copy or working paper that must be registered or deleted.

use crate::dossier;
use crate::signals::PathSignals;
use sporhund_model::{ItemRecord, Mark, Note};

fn marks<'a>(record: &'a ItemRecord, path: &'a PathSignals) -> impl Iterator<Item = Mark> + 'a {
    path.marks.iter().chain(&record.signals.marks).copied()
}

/// Whether it is a copy, a draft or a program's temporary file.
pub(super) fn is_working_paper(record: &ItemRecord, path: &PathSignals) -> bool {
    // The text of a registered document may well say "utkast till beslut"; its name or folder says what it is.
    let registered = dossier::case_of(record, path).is_some();
    let named = path.marks.iter().any(|mark| is_paper(*mark));
    named || (!registered && marks(record, path).any(is_paper))
}

fn is_paper(mark: Mark) -> bool {
    matches!(mark, Mark::Draft | Mark::Copy | Mark::Temporary)
}

/// Which of them it is.
pub(super) fn reason(record: &ItemRecord, path: &PathSignals) -> Note {
    let all: Vec<Mark> = marks(record, path).collect();
    let code = if all.contains(&Mark::Temporary) {
        "reason-temporary"
    } else if all.contains(&Mark::Copy) {
        "reason-copy"
    } else {
        "reason-draft"
    };
    Note::new(code)
}
