//! Validators for Norwegian identifiers of persons.

mod fodselsnummer;

use sporhund_detector::Validator;

pub use fodselsnummer::{DNummer, Fodselsnummer};

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![Box::new(Fodselsnummer), Box::new(DNummer)]
}
