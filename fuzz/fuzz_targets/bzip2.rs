//! Any bytes, read as bzip2.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sporhund_extract::fuzz::decode_as("bzip2", bytes));
