//! Any bytes, read as flat word.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sporhund_extract::fuzz::decode_as("flat_word", bytes));
