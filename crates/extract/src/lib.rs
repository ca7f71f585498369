//! Bytes to chunks of text with places; one folder for each format family.

pub mod budget;
pub mod decoder;
pub mod text;
