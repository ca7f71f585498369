//! Everything that differs between operating systems: paths, metadata, opening, private files and isolated processes.
//!
//! The only crate where `cfg(unix)`, `cfg(windows)` and, if it must be, `unsafe` may stand. Every function exists on every
//! system; where one cannot do what is asked, its documentation says what it does instead.

mod confine;
mod metadata;
mod open;
mod paths;
mod private;
mod process;

pub use confine::{Isolation, confine};
pub use metadata::{
    Accounts, FileId, Kind, audience, file_id, is_offline, kind, stored_bytes, times, version,
};
pub use open::{OpenError, open_regular};
pub use paths::{join, name_bytes};
pub use private::{create_private, create_private_temp};
pub use process::{Death, Worker, WorkerCommand, WorkerEnd};
