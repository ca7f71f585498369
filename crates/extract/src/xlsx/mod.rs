//! Spreadsheets of OOXML.

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use sporhund_model::Outcome;

/// The decoder.
pub struct Xlsx;

impl Decoder for Xlsx {
    fn format(&self) -> &'static str {
        "xlsx"
    }

    fn decode(&self, _: &mut Input<'_>, _: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        Ok(Outcome::Unsupported)
    }
}
