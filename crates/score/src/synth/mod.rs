//! Made-up text with known values, for the labelled corpus and for recall of each rule.
//!
//! [`numbers`] makes values from the authorities' own texts; it knows nothing of the validators that are measured with it.
//! [`template`] fills them into sentences and documents, marked as `[[rule|value]]`.

pub mod numbers;
mod papers;
mod people;
pub mod random;
pub mod template;
