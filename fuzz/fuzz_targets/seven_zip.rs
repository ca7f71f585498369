//! Any bytes, read as seven zip.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sporhund_extract::fuzz::decode_as("seven_zip", bytes));
