//! Whether a file may still lie there, according to the plan, and why.

use crate::item::RootName;
use crate::note::Note;
use crate::path::RelPath;
use crate::signals::DateEvidence;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is to be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObligationKind {
    /// Keep for ever.
    Preserve,
    /// Deliver to the archive.
    Deliver,
    /// Delete.
    Dispose,
}

/// How a file, or one obligation, stands today.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VerdictState {
    /// No row of the plan fits: not allowed to dispose, never overdue.
    #[default]
    Unclassified,
    /// A human must decide; the reasons say what is unclear.
    Review,
    /// To be kept until the date.
    KeepUntil,
    /// The plan allows disposal, and does not ask for it.
    MayDispose,
    /// To be disposed of within the coming months.
    DueSoon,
    /// Should have been disposed of: rule, link, dossier and date all stand.
    Overdue,
    /// Should have been disposed of if the best date we have is right.
    PossiblyOverdue,
    /// To be delivered to the archive.
    DeliverToArchive,
    /// Should have been delivered to the archive.
    DeliveryOverdue,
    /// To be preserved.
    Preserve,
    /// On legal hold.
    OnHold,
    /// A copy or working paper untouched for long: register it or delete it.
    WorkingPaperDue,
    /// Replaced by a newer delivery of the same series.
    Superseded,
}

impl VerdictState {
    /// Every state, in the order of reports: what asks for work first.
    pub const ALL: [VerdictState; 13] = [
        VerdictState::Overdue,
        VerdictState::DeliveryOverdue,
        VerdictState::PossiblyOverdue,
        VerdictState::WorkingPaperDue,
        VerdictState::Superseded,
        VerdictState::DueSoon,
        VerdictState::Review,
        VerdictState::Unclassified,
        VerdictState::MayDispose,
        VerdictState::DeliverToArchive,
        VerdictState::KeepUntil,
        VerdictState::Preserve,
        VerdictState::OnHold,
    ];

    /// The word that stands in stored data and JSON lines.
    pub fn as_str(self) -> &'static str {
        match self {
            VerdictState::Unclassified => "unclassified",
            VerdictState::Review => "review",
            VerdictState::KeepUntil => "keep_until",
            VerdictState::MayDispose => "may_dispose",
            VerdictState::DueSoon => "due_soon",
            VerdictState::Overdue => "overdue",
            VerdictState::PossiblyOverdue => "possibly_overdue",
            VerdictState::DeliverToArchive => "deliver_to_archive",
            VerdictState::DeliveryOverdue => "delivery_overdue",
            VerdictState::Preserve => "preserve",
            VerdictState::OnHold => "on_hold",
            VerdictState::WorkingPaperDue => "working_paper_due",
            VerdictState::Superseded => "superseded",
        }
    }
}

/// One thing to be done, with its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// What.
    pub kind: ObligationKind,
    /// How it stands.
    pub state: VerdictState,
    /// From when, or until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// A row of a plan, as verdicts name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRef {
    /// The plan's name.
    pub plan: String,
    /// The row's number in the plan's file, from 1.
    pub row: u32,
    /// The class code, such as `7.1`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub class_code: String,
    /// The document type.
    pub document_type: String,
}

/// A row that may fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The row.
    pub row: RowRef,
    /// How well it fits, in thousandths.
    pub score: u16,
    /// Why.
    pub reasons: Vec<Note>,
}

/// What a file is, whatever the plan says of its kind.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Standing {
    /// Nothing tells.
    #[default]
    Unknown,
    /// A record of a registered case.
    RegisteredRecord,
    /// A record that a row of the plan means.
    Record,
    /// A copy of another document.
    Copy,
    /// A draft, note or temporary file that is no record yet.
    WorkingPaper,
    /// Somebody's own.
    Private,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Standing; 6] = [
        Standing::RegisteredRecord,
        Standing::Record,
        Standing::Copy,
        Standing::WorkingPaper,
        Standing::Private,
        Standing::Unknown,
    ];

    /// The word that stands in stored data and JSON lines.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Unknown => "unknown",
            Standing::RegisteredRecord => "registered_record",
            Standing::Record => "record",
            Standing::Copy => "copy",
            Standing::WorkingPaper => "working_paper",
            Standing::Private => "private",
        }
    }
}

/// Another file, by where it lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileRef {
    /// Its root.
    pub root: RootName,
    /// Its path below the root.
    pub path: RelPath,
}

/// A shared list is written as a list.
pub mod shared {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::sync::Arc;

    /// Whether the list is empty.
    pub fn is_empty<T>(list: &Arc<[T]>) -> bool {
        list.is_empty()
    }

    /// Writes the list.
    ///
    /// # Errors
    /// When the output takes no more.
    pub fn serialize<T: Serialize, S: Serializer>(
        list: &Arc<[T]>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(list.iter())
    }

    /// Reads the list.
    ///
    /// # Errors
    /// When the input is no list of such values.
    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Arc<[T]>, D::Error> {
        Vec::deserialize(from).map(Arc::from)
    }
}

/// Whether a file may still lie there, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// How the file stands: the state of the first obligation that is not fulfilled.
    pub state: VerdictState,
    /// What the file is.
    #[serde(default)]
    pub standing: Standing,
    /// The registered file with the same content, which makes this one a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identical: Option<FileRef>,
    /// What is to be done, in order (preserve or deliver, then dispose).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub obligations: Vec<Obligation>,
    /// The row it was judged by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowRef>,
    /// The row's retention phrase, as the plan has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phrase: Option<String>,
    /// What starts the period, such as `case_closed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// All dates that were known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<DateEvidence>,
    /// Which of them decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<usize>,
    /// The case, person or project whose clock it runs by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<String>,
    /// Exceptions and holds that keep it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Note>,
    /// Rows that may fit, best first; files that are linked alike share them.
    #[serde(default, skip_serializing_if = "shared::is_empty", with = "shared")]
    pub candidates: Arc<[Candidate]>,
    /// Why this state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Note>,
}
