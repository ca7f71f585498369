//! The program `sporhund`.
fn main() {}
