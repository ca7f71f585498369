//! Everything that differs between operating systems: paths, metadata, opening, private files and isolated processes.
//!
//! The only crate where `cfg(unix)`, `cfg(windows)` and, if it must be, `unsafe` may stand. Every function exists on every
//! system; where one cannot do what is asked, its documentation says what it does instead.

mod confine;
mod identity;
mod lock;
mod memory;
mod metadata;
mod open;
mod paths;
mod private;
mod process;
mod system;

pub use confine::{Isolation, confine};
pub use identity::file_system_identity;
pub use lock::{Holder, Lock};
pub use memory::memory_file;
pub use metadata::{
    Accounts, FileId, Kind, audience, created_ns, file_id, is_offline, kind, owner_number,
    stored_bytes, version,
};
pub use open::{OpenError, open_regular};
pub use paths::{join, name_bytes};
pub use private::{create_private, create_private_temp, open_to_others};
pub use process::{Death, Worker, WorkerCommand, WorkerEnd};
pub use system::{host_name, kill_self, peak_memory, yield_to_others};
