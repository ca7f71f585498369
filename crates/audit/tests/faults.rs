//! Whole audits of servers that are slow, go down, come back, or stand under the path of another.
//!
//! This program is its own worker: started with the hidden argument it serves. There is no test harness, since a harness reads
//! the arguments itself.
#![cfg_attr(not(unix), allow(dead_code, unused_imports))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on shall end here"
)]

#[path = "faults/bench.rs"]
mod bench;
#[path = "faults/roots.rs"]
mod roots;
#[path = "faults/server.rs"]
mod server;
#[path = "faults/state.rs"]
mod state;

use std::process::ExitCode;

const HIDDEN: &str = "worker-of-these-tests";

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(HIDDEN) {
        return sporhund_sandbox::serve(&mut |input, limits, receiver| {
            let decoded = sporhund_extract::decode(input, limits, receiver);
            sporhund_sandbox::Answer {
                format: decoded.format.to_owned(),
                outcome: decoded.outcome,
            }
        });
    }
    let tests: Vec<(&str, fn())> = [server::TESTS, roots::TESTS, state::TESTS].concat();
    for (name, test) in tests {
        test();
        println!("test {name} ... ok");
    }
    ExitCode::SUCCESS
}
