//! Queries over the store, written for people and programs: one file per output.
//!
//! Every writer takes a [`Records`](sporhund_model::Records) cursor and a `Write`, and keeps counters and short lists of
//! the worst only, so that its memory does not grow with the scan. All sentences come from `messages/*.ftl`; codes with
//! arguments ([`sporhund_model::Note`]) become words here and nowhere else.

mod counter;
mod error;
pub mod explain;
pub mod history;
pub mod html;
pub mod human;
pub mod jsonl;
mod levels;
pub mod mask;
pub mod messages;
mod output;
mod shown;
pub mod summary;
mod top;
pub mod worklist;

pub use error::ReportError;
pub use explain::{ExplainOptions, write_explain};
pub use history::{DiffWriter, write_history, write_history_jsonl, write_trend};
pub use html::{HtmlOptions, write_html};
pub use human::{Colour, HumanOptions, write_human};
pub use jsonl::{JsonlOptions, Occurrences, SCHEMA, write_jsonl};
pub use levels::Levels;
pub use messages::{Language, Messages};
pub use worklist::{LeftOut, WorklistOptions, write_worklist_csv, write_worklist_xlsx};
