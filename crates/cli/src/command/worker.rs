//! The hidden command that decodes untrusted files, confined, for the program that started it.

use std::process::ExitCode;

/// Serves the parent until it hangs up.
pub fn run() -> ExitCode {
    sporhund_sandbox::serve(&mut |input, limits, receiver| {
        let decoded = sporhund_extract::decode(input, limits, receiver);
        sporhund_sandbox::Answer {
            format: decoded.format.to_owned(),
            outcome: decoded.outcome,
        }
    })
}
