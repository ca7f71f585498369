//! Validators for Swedish identifiers of persons, organisations, accounts, telephones, property and cases.
//!
//! Personnummer, samordningsnummer and interim numbers are one identity,
//! [`IdentityKind::SePerson`](sporhund_model::IdentityKind::SePerson), in one normal form: the twelve digits. A coordination
//! number keeps its day plus 60 there, since a person who is registered later gets another number.

mod account;
mod case;
mod giro;
mod interim;
mod number;
mod organisation;
mod personnummer;
mod phone;
mod property;
mod samordningsnummer;

use sporhund_detector::Validator;

pub use account::Bankkonto;
pub use case::Diarienummer;
pub use giro::{Bankgiro, Plusgiro};
pub use organisation::Organisationsnummer;
pub use personnummer::Personnummer;
pub use phone::Phone;
pub use property::Fastighet;
pub use samordningsnummer::Samordningsnummer;

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![
        Box::new(Personnummer),
        Box::new(Samordningsnummer),
        Box::new(Organisationsnummer),
        Box::new(Bankgiro),
        Box::new(Plusgiro),
        Box::new(Bankkonto),
        Box::new(Phone),
        Box::new(Diarienummer),
        Box::new(Fastighet),
    ]
}
