//! The pipeline: lists the roots, schedules the work, merges what is found into the store, and judges it.
//!
//! Tasks are flat: one document, or one part of a big text. No task waits for another. Each thread has a scanner, buffers
//! and a worker process of its own; one thread writes to the store. Memory is bounded since every queue is, and since a
//! worker may take no more than its share.

mod closing;
mod config;
mod counting;
mod document;
mod feed;
mod guard;
mod judging;
mod key;
mod listing;
mod nights;
mod parts;
mod passes;
mod progress;
mod reader;
mod run;
mod summary;
mod writer;

pub use config::{Conduct, Config, CrashAfter};
pub use judging::{Extent, judge_stored};
pub use progress::{Progress, Snapshot};
pub use run::{AuditError, run, run_on};
pub use summary::{Ended, Summary};
