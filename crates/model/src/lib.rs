//! The words all other crates speak: plain data with serde, no I/O.
//!
//! Read in the order a file takes: [`item`] (what is scanned), [`place`] and [`chunk`] (its text), [`finding`] and
//! [`identity`] (what lies in it), [`signals`] and [`assessment`] (what the document is), [`verdict`] (whether it may still
//! lie there), [`batch`] (how results travel) and [`records`] (how reports read them back). Sentences are never stored:
//! reasons, limits and errors are a [`note::Note`], a code with arguments, and are worded where they are shown.

pub mod assessment;
pub mod batch;
pub mod chunk;
pub mod coverage;
pub mod finding;
pub mod history;
pub mod identity;
pub mod item;
pub mod member;
pub mod note;
pub mod path;
pub mod place;
pub mod records;
pub mod signals;
pub mod table;
pub mod verdict;

pub use assessment::{Assessment, DocumentKind, Level, PersonCount, Risk, SensitiveCategory};
pub use batch::{ItemScan, ScanBatch};
pub use chunk::{Cell, Chunk, Event, Join, Merge, Origin, Receiver, Segment, Stopped, Width};
pub use coverage::{Coverage, Outcome};
pub use finding::{
    Category, ColumnTotal, Confidence, Finding, Location, Mention, RuleId, Span, is_official_reason,
};
pub use history::{Change, ChangeKind, Figures, ScanFigures};
pub use identity::{Facts, Fingerprint, IdentityKind};
pub use item::{Audience, Item, Root, RootName, Times, VersionToken};
pub use member::{MemberPath, MemberStep};
pub use note::{Arg, Note};
pub use path::RelPath;
pub use place::{Part, Place, PlaceId};
pub use records::{ItemRecord, Records, ScanInfo};
pub use signals::{DateEvidence, DateRank, Mark, Signal, SignalSource, Signals};
pub use table::{Table, TableRow};
pub use verdict::{
    Candidate, FileRef, Obligation, ObligationKind, RowRef, Standing, Verdict, VerdictState,
};
