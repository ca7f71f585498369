//! Logs for machines: one JSON object a line on stderr, where `--log-format json` asks for it.
//!
//! Events hold names of roots, codes and counts, never a path, a name or a value.

use crate::args::LogFormat;
use std::sync::atomic::{AtomicBool, Ordering};

static JSON: AtomicBool = AtomicBool::new(false);

/// Begins to log.
pub fn begin(format: LogFormat) {
    if format == LogFormat::Json {
        JSON.store(true, Ordering::Relaxed);
        let subscriber = tracing_subscriber::fmt()
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .with_span_list(false)
            .with_target(false)
            .with_writer(std::io::stderr)
            .finish();
        // A second subscriber would mean that logging has begun already.
        let _ = tracing::subscriber::set_global_default(subscriber);
    }
}

/// Whether stderr is for machines.
pub fn is_json() -> bool {
    JSON.load(Ordering::Relaxed)
}

/// A line for people on stderr, or the same as a log where machines read it.
pub fn tell(text: &str) {
    if is_json() {
        tracing::info!("{text}");
    } else {
        use std::io::Write;
        // Nobody reads stderr any more: the work goes on.
        let _ = writeln!(std::io::stderr(), "{text}");
    }
}

/// [`tell`], of something that someone must look at.
pub fn warn(text: &str) {
    if is_json() {
        tracing::warn!("{text}");
    } else {
        tell(text);
    }
}
