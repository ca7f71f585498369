//! Any bytes, read as msg.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sporhund_extract::fuzz::decode_as("msg", bytes));
