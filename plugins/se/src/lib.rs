//! Validators for Swedish identifiers of persons.
//!
//! Both kinds of number are one identity, [`IdentityKind::SePerson`](sporhund_model::IdentityKind::SePerson), in one normal
//! form: the twelve digits. A coordination number keeps its day plus 60 there, since a person who is registered later gets
//! another number.

mod number;
mod personnummer;
mod samordningsnummer;

use sporhund_detector::Validator;

pub use personnummer::Personnummer;
pub use samordningsnummer::Samordningsnummer;

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![Box::new(Personnummer), Box::new(Samordningsnummer)]
}
