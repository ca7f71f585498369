//! Tells how a run ended: a mail to people, a request to a monitor. The caller gives words and numbers that may leave the
//! machine; nothing here knows what was found.

mod mail;
mod webhook;

pub use mail::{Mail, Server, Tls, send};
pub use webhook::post;

/// Why a message was not sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotifyError {
    /// An address is none.
    #[error("{0} is no mail address")]
    Address(String),
    /// The message cannot be put together.
    #[error("the mail cannot be written: {0}")]
    Message(String),
    /// The server was not reached or did not take it.
    #[error("{server}: {reason}")]
    Server {
        /// Which one.
        server: String,
        /// What it said, or what the system said of it.
        reason: String,
    },
}
