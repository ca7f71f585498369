//! Any bytes, read as flat document.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sporhund_extract::fuzz::decode_as("flat_document", bytes));
