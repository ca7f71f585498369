//! Validators for Danish identifiers of persons, companies, accounts, telephones and cases.

mod account;
mod alien;
mod case;
mod cpr;
mod cvr;
mod phone;

use sporhund_detector::Validator;

pub use account::Regkonto;
pub use alien::Udlaendingenummer;
pub use case::Sagsnummer;
pub use cpr::Cpr;
pub use cvr::Cvr;
pub use phone::Phone;

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![
        Box::new(Cpr),
        Box::new(Cvr),
        Box::new(Udlaendingenummer),
        Box::new(Phone),
        Box::new(Regkonto),
        Box::new(Sagsnummer),
    ]
}
