//! Validators that belong to no country.

mod email;

use sporhund_detector::Validator;

pub use email::Email;

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![Box::new(Email)]
}
