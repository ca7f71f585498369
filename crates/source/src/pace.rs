//! How fast a root is read: so many files and bytes a second, so that a server keeps its strength for people.

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Limits of speed; `None` is as fast as it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PaceLimits {
    /// Files a second.
    pub files: Option<f64>,
    /// Bytes a second.
    pub bytes: Option<f64>,
}

/// Keeps to the limits: what was taken pushes the moment from which more may be taken.
#[derive(Debug)]
pub struct Pace {
    limits: PaceLimits,
    free_at: Mutex<Option<Instant>>,
}

impl Pace {
    /// A pace within limits.
    pub fn new(limits: PaceLimits) -> Self {
        Pace {
            limits,
            free_at: Mutex::new(None),
        }
    }

    /// Counts what was taken at `now`.
    pub fn take(&self, files: u64, bytes: u64, now: Instant) {
        let cost = seconds(files, self.limits.files).max(seconds(bytes, self.limits.bytes));
        if cost > Duration::ZERO
            && let Ok(mut free_at) = self.free_at.lock()
        {
            let from = free_at.map_or(now, |at| at.max(now));
            *free_at = from.checked_add(cost);
        }
    }

    /// How long to wait from `now` until more may be taken.
    pub fn wait(&self, now: Instant) -> Duration {
        let free_at = self.free_at.lock().ok().and_then(|at| *at);
        free_at.map_or(Duration::ZERO, |at| at.saturating_duration_since(now))
    }
}

fn seconds(amount: u64, rate: Option<f64>) -> Duration {
    let Some(rate) = rate.filter(|rate| *rate > 0.0) else {
        return Duration::ZERO;
    };
    Duration::try_from_secs_f64(amount as f64 / rate).unwrap_or(Duration::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slower_of_both_limits_decides_and_debts_add_up() {
        let pace = Pace::new(PaceLimits {
            files: Some(10.0),
            bytes: Some(1_000.0),
        });
        let now = Instant::now();
        assert_eq!(pace.wait(now), Duration::ZERO);
        pace.take(1, 50, now);
        assert_eq!(pace.wait(now), Duration::from_millis(100));
        pace.take(1, 2_000, now);
        assert_eq!(pace.wait(now), Duration::from_millis(2_100));
        let later = now + Duration::from_secs(5);
        assert_eq!(pace.wait(later), Duration::ZERO);
        pace.take(1, 0, later);
        assert_eq!(pace.wait(later), Duration::from_millis(100));
    }

    #[test]
    fn without_limits_nothing_waits() {
        let pace = Pace::new(PaceLimits::default());
        let now = Instant::now();
        pace.take(1_000, u64::MAX, now);
        assert_eq!(pace.wait(now), Duration::ZERO);
    }
}
