//! Validators for Finnish identifiers of persons.

mod hetu;

use sporhund_detector::Validator;

pub use hetu::Hetu;

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![Box::new(Hetu)]
}
