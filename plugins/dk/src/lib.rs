//! Validators for Danish identifiers of persons.

mod cpr;

use sporhund_detector::Validator;

pub use cpr::Cpr;

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![Box::new(Cpr)]
}
