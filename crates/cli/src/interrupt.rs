//! Ctrl-C: the first ends the scan with what was found so far, the second ends the program.

use anyhow::{Context, Result};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a program ended by SIGINT returns.
const INTERRUPTED: i32 = 130;

/// The flag that the first Ctrl-C sets.
pub fn flag() -> Result<&'static AtomicBool> {
    static STOP: AtomicBool = AtomicBool::new(false);
    static SET: OnceLock<()> = OnceLock::new();
    if SET.set(()).is_ok() {
        ctrlc::set_handler(|| {
            if STOP.swap(true, Ordering::SeqCst) {
                std::process::exit(INTERRUPTED);
            }
        })
        .context("listen for Ctrl-C")?;
    }
    Ok(&STOP)
}
