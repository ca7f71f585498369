//! A compound file of a kind that is not read: what its properties say is kept.

use sporhund_model::Outcome;

use super::{Compound, properties};
use crate::decoder::{DecodeError, Decoder, Input, Sink};

/// Reads the properties only.
pub struct Unknown;

impl Decoder for Unknown {
    fn format(&self) -> &'static str {
        "cfb"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut file = Compound::open(input, sink)?;
        properties::send(&mut file, sink)?;
        Ok(Outcome::Unsupported)
    }
}
