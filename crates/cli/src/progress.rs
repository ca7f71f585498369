//! Progress on stderr: a bar on a terminal, plain lines now and then elsewhere.

use indicatif::{HumanBytes, HumanCount, HumanDuration, ProgressBar, ProgressStyle};
use sporhund_audit::{Progress, Snapshot};
use sporhund_report::Messages;
use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const REDRAW: Duration = Duration::from_millis(120);
const LINES: Duration = Duration::from_secs(10);
/// The part of a folder's name that is shown: its end.
const FOLDER: usize = 40;

/// Runs the work and shows how far it is.
pub fn watch<T: Send>(
    progress: &Progress,
    messages: &Messages,
    work: impl FnOnce() -> T + Send,
) -> T {
    let (done, ended) = channel::<()>();
    let watching = Watching {
        progress,
        messages,
        started: Instant::now(),
    };
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if std::io::stderr().is_terminal() && !crate::logs::is_json() {
                watching.draw(|pause| ended.recv_timeout(pause) == Err(RecvTimeoutError::Timeout));
            } else {
                watching.tell(|pause| ended.recv_timeout(pause) == Err(RecvTimeoutError::Timeout));
            }
        });
        let result = work();
        drop(done);
        result
    })
}

struct Watching<'a> {
    progress: &'a Progress,
    messages: &'a Messages,
    started: Instant,
}

impl Watching<'_> {
    fn draw(&self, goes_on: impl Fn(Duration) -> bool) {
        let bar = ProgressBar::no_length();
        let with_end = style("{bar:24.cyan} {percent:>3}% {msg}");
        let without_end = style("{spinner:.cyan} {msg}");
        bar.set_style(without_end);
        let mut has_end = false;
        while goes_on(REDRAW) {
            let now = self.progress.snapshot();
            if now.walk_ended {
                if !has_end {
                    bar.set_style(with_end.clone());
                    has_end = true;
                }
                bar.set_length(now.listed_bytes.max(1));
            }
            bar.set_position(now.bytes);
            bar.set_message(self.line(&now));
            bar.tick();
        }
        bar.finish_and_clear();
    }

    fn tell(&self, goes_on: impl Fn(Duration) -> bool) {
        while goes_on(LINES) {
            let line = self.line(&self.progress.snapshot());
            crate::logs::tell(&line);
        }
    }

    fn line(&self, now: &Snapshot) -> String {
        let seconds = self.started.elapsed().as_secs_f64().max(0.001);
        let rate = HumanBytes((now.bytes as f64 / seconds) as u64);
        let args = [
            ("files", HumanCount(now.files).to_string().into()),
            ("size", HumanBytes(now.bytes).to_string().into()),
            ("rate", rate.to_string().into()),
            ("findings", HumanCount(now.findings).to_string().into()),
        ];
        let mut line = self.messages.text("progress-line", &args);
        if let Some(left) = left(now, seconds) {
            let left = HumanDuration(left).to_string();
            line.push_str(
                &self
                    .messages
                    .text("progress-left", &[("time", left.into())]),
            );
        }
        if !now.walk_ended && !now.folder.is_empty() {
            line.push_str("  ");
            line.push_str(&ending(&now.folder));
        }
        line
    }
}

/// The time left, once it is known how much there is.
fn left(now: &Snapshot, seconds: f64) -> Option<Duration> {
    if !now.walk_ended || now.bytes == 0 {
        return None;
    }
    let rest = now.listed_bytes.saturating_sub(now.bytes) as f64;
    Duration::try_from_secs_f64(seconds * rest / now.bytes as f64).ok()
}

/// Numbers in a folder's name are masked, since others may see the screen; control characters are left out.
fn ending(folder: &str) -> String {
    let masked = sporhund_report::mask::mask_path(folder);
    let shown: Vec<char> = masked.chars().filter(|c| !c.is_control()).collect();
    let from = shown.len().saturating_sub(FOLDER);
    let text: String = shown.get(from..).unwrap_or_default().iter().collect();
    if from == 0 {
        text
    } else {
        format!("…{text}")
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_the_bytes() {
        let now = Snapshot {
            bytes: 25,
            listed_bytes: 100,
            walk_ended: true,
            ..Snapshot::default()
        };
        assert_eq!(left(&now, 10.0), Some(Duration::from_secs(30)));
        assert_eq!(
            left(
                &Snapshot {
                    walk_ended: false,
                    ..now
                },
                10.0
            ),
            None
        );
    }

    #[test]
    fn a_long_folder_is_shown_by_its_end() {
        let shown = ending(&"å".repeat(60));
        assert_eq!(shown.chars().count(), FOLDER + 1);
    }
}
