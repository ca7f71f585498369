//! The store: one SQLite file with all that scans found, and beside it the key of the fingerprints.
//!
//! [`Store::merge`] is the only way in for results; reports read them back through
//! [`Records`](sporhund_model::Records), sorted by (root, path bytes). The key has a file of its own, so that a backup of
//! the store does not hold it. Every file is readable by its owner alone, and no raw value is ever written to a kept store.

mod agenda;
mod basis;
mod care;
mod compact;
mod dump;
mod error;
mod history;
mod key;
mod known;
mod links;
mod log;
mod open;
mod packed;
mod read;
mod rekey;
mod rows;
mod schema;
mod tojudge;
mod verdicts;
mod write;
mod writer;

pub use agenda::{Agenda, Class, Listed, Planned, Settled};
pub use care::{Fault, Purged};
pub use error::{KeyError, StoreError};
pub use history::Difference;
pub use key::Key;
pub use known::{ContentId, KnownFolder, KnownItem, KnownRoot};
pub use open::{Store, Values};
pub use read::{Mentions, View};
pub use rekey::Rekeyed;
pub use tojudge::{Depth, PlaceKey, ToJudge};
pub use verdicts::{Footing, StoredVerdict, Verdicts, Written};
pub use writer::WriterLock;
