//! HTML: text as a reader sees it, and what the source holds besides.
//!
//! One light pass without a tree ([`token`], [`writer`]): cells and blocks separate, inline elements do not. Attributes,
//! comments, scripts and hidden elements carry personal data too, and come with parts of their own.

mod charset;
mod elements;
mod pieces;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod writer;

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use sporhund_model::Outcome;

/// Reads HTML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

impl Decoder for Html {
    fn format(&self) -> &'static str {
        "html"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut pieces = pieces::Pieces::new(input)?;
        let mut writer = writer::Writer::new();
        while let Some(piece) = pieces.next()? {
            for token in token::Tokens::new(&piece) {
                writer.take(token, sink)?;
            }
            sink.budget().check_time()?;
        }
        writer.finish(sink)?;
        Ok(Outcome::Scanned)
    }
}

/// Sends the text of a page whose characters are decoded already.
///
/// # Errors
/// When the sink wants nothing more or a limit is hit.
pub fn send(page: &str, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut writer = writer::Writer::new();
    for token in token::Tokens::new(page) {
        writer.take(token, sink)?;
    }
    writer.finish(sink)
}
