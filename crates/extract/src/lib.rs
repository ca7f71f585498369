//! Bytes to chunks of text with places; one folder for each format family.
//!
//! [`decode`] is the way in: it finds out what the input is, reads it and its members, and sends chunks, members, properties
//! and notes to a receiver. [`sniff()`] is for who has the first bytes only.

pub mod archive;
pub mod budget;
mod builder;
pub mod data;
pub mod decoder;
pub mod doc;
pub mod docx;
mod entities;
pub mod fuzz;
pub mod html;
mod locked;
pub mod mail;
pub mod msg;
mod names;
pub mod odf;
mod office;
pub mod ole;
pub mod pdf;
pub mod ppt;
pub mod pptx;
#[cfg(test)]
mod recorder;
pub mod rows;
pub mod rtf;
mod session;
pub mod sniff;
pub mod text;
mod transcode;
pub mod xls;
mod xlsb;
pub mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use sporhund_model::{Outcome, Receiver};

pub use budget::Limits;
pub use decoder::Input;
pub use rows::tables;
pub use sniff::{Format, sniff};

use session::Session;

/// How the reading of an input ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// What the input is.
    pub format: &'static str,
    /// How it ended. The receiver that stopped knows why; it is told `partly`.
    pub outcome: Outcome,
}

/// Reads an input and its members and sends all text to the receiver. Never panics, whatever the input.
pub fn decode(input: &mut Input<'_>, limits: &Limits, receiver: &mut dyn Receiver) -> Decoded {
    let format = catch_unwind(AssertUnwindSafe(|| sniff::detect(input)));
    let format = format.unwrap_or(Format::Unsupported("binary"));
    let mut session = Session::new(*limits, receiver);
    let outcome = session.run(&format, input).unwrap_or(Outcome::Partly);
    Decoded {
        format: format.name(),
        outcome,
    }
}
