//! Validators for Icelandic identifiers.

mod kennitala;

use sporhund_detector::Validator;

pub use kennitala::Kennitala;

/// The validators of this crate.
pub fn validators() -> Vec<Box<dyn Validator>> {
    vec![Box::new(Kennitala)]
}
