//! Any bytes, read as ppt.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sporhund_extract::fuzz::decode_as("ppt", bytes));
