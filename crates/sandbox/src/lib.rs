//! The pool of isolated workers that decode untrusted bytes.
//!
//! [`serve`] is the life of a worker: it confines itself, then decodes one file after another and sends what the decoder
//! finds as frames. [`Pool`] starts workers and [`Handle::decode`] gives one a file and takes the frames, as from an enemy:
//! every length, number and text is checked, a worker that breaks the protocol is killed, one that takes too long too, and
//! one that dies is replaced and the file tried once more.

mod event;
mod frame;
mod handle;
mod pool;
mod request;
mod wire;
mod worker;

pub use handle::{Finished, Handle, Taker};
pub use pool::{Pool, PoolError, WorkerSettings};
pub use sporhund_platform::{Isolation, WorkerCommand};
pub use worker::{Answer, DecodeFn, serve};
