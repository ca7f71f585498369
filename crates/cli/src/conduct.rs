//! How a run goes on in time: its window, its end, its pace, and what it puts up with.

use crate::args::ScanFlags;
use anyhow::{Context, Result, bail};
use bytesize::ByteSize;
use jiff::ZonedDateTime as Zoned;
use jiff::civil::Time;
use sporhund_audit::{Conduct, CrashAfter};
use sporhund_model::RootName;
use sporhund_source::PaceLimits;
use std::time::{Duration, Instant};

/// A time of day from which on, and one until which, a run may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub from: Time,
    pub to: Time,
}

impl Window {
    /// Reads `20:00-06:00`; it may go over midnight.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || format!("window: {text} is no window; right would be 20:00-06:00");
        let (from, to) = text.split_once('-').with_context(wrong)?;
        let (from, to) = (
            time(from.trim()).with_context(wrong)?,
            time(to.trim()).with_context(wrong)?,
        );
        if from == to {
            bail!("{}", wrong());
        }
        Ok(Window { from, to })
    }

    fn holds(self, now: Time) -> bool {
        if self.from < self.to {
            self.from <= now && now < self.to
        } else {
            now >= self.from || now < self.to
        }
    }
}

/// Reads a time of day such as `06:00`.
pub fn time(text: &str) -> Result<Time> {
    let parts = text.split_once(':');
    let parse = |(hour, minute): (&str, &str)| {
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    };
    parts
        .and_then(parse)
        .with_context(|| format!("{text} is no time of day; right would be 06:00"))
}

/// Reads all of it.
pub fn conduct(flags: &ScanFlags) -> Result<Conduct> {
    let usual = Conduct::default();
    let pace = pace(flags.max_files_per_second, flags.max_bytes_per_second)?;
    let mut conduct = Conduct {
        patience: match flags.root_timeout {
            Some(seconds) => seconds_of("--root-timeout", seconds)?,
            None => usual.patience,
        },
        pace,
        stop_at: stop_at(flags, &Zoned::now())?,
        accept_loss: flags.accept_loss.clone(),
        batch: flags.batch_size.unwrap_or(usual.batch),
        crash_after: flags.crash_after.as_deref().map(crash_after).transpose()?,
        ..usual
    };
    for root in &flags.root {
        let files = root.max_files_per_second.or(flags.max_files_per_second);
        let bytes = root.max_bytes_per_second.or(flags.max_bytes_per_second);
        let name = RootName(root.name.clone());
        conduct.paces.insert(name, self::pace(files, bytes)?);
    }
    Ok(conduct)
}

fn pace(files: Option<f64>, bytes: Option<ByteSize>) -> Result<PaceLimits> {
    if files.is_some_and(|files| !(files > 0.0 && files.is_finite())) {
        bail!("max-files-per-second: right would be a number above 0");
    }
    if bytes.is_some_and(|bytes| bytes.as_u64() == 0) {
        bail!("max-bytes-per-second: right would be a size above 0, such as 5MiB");
    }
    Ok(PaceLimits {
        files,
        bytes: bytes.map(|bytes| bytes.as_u64() as f64),
    })
}

fn seconds_of(flag: &str, seconds: f64) -> Result<Duration> {
    Duration::try_from_secs_f64(seconds)
        .ok()
        .filter(|duration| !duration.is_zero())
        .with_context(|| format!("{flag}: {seconds} is no number of seconds above 0"))
}

/// The moment from which on nothing more is read: the earliest of those that were given.
fn stop_at(flags: &ScanFlags, now: &Zoned) -> Result<Option<Instant>> {
    let mut ends = Vec::new();
    if let Some(minutes) = flags.stop_after {
        let after = Duration::try_from_secs_f64(minutes * 60.0);
        ends.push(
            after
                .ok()
                .with_context(|| format!("--stop-after: {minutes} is no time"))?,
        );
    }
    if let Some(text) = &flags.stop_at {
        ends.push(until(now, time(text).context("--stop-at")?)?);
    }
    if let Some(text) = &flags.window {
        let window = Window::parse(text)?;
        if !window.holds(now.time()) {
            bail!(
                "it is {} now, outside of the window {text}",
                now.strftime("%H:%M")
            );
        }
        ends.push(until(now, window.to)?);
    }
    let first = ends.into_iter().min();
    Ok(first.and_then(|end| Instant::now().checked_add(end)))
}

/// From now to the next time that the clock shows `time`.
fn until(now: &Zoned, time: Time) -> Result<Duration> {
    let today = now
        .date()
        .to_datetime(time)
        .to_zoned_datetime(now.time_zone().clone())?;
    let next = if today > *now {
        today
    } else {
        let tomorrow = now.date().tomorrow()?;
        tomorrow
            .to_datetime(time)
            .to_zoned_datetime(now.time_zone().clone())?
    };
    Ok(now.duration_until(&next).unsigned_abs())
}

fn crash_after(text: &str) -> Result<CrashAfter> {
    let parsed = match text.split_once(':') {
        Some(("batches", number)) => number.parse().ok().map(CrashAfter::Batches),
        Some(("bytes", number)) => number.parse().ok().map(CrashAfter::Bytes),
        _ => None,
    };
    parsed.context("--crash-after: right would be batches:N or bytes:N")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Zoned {
        format!("{text}[Europe/Stockholm]").parse().unwrap()
    }

    #[test]
    fn a_window_may_go_over_midnight() {
        let night = Window::parse("20:00-06:00").unwrap();
        for (hour, holds) in [(19, false), (20, true), (0, true), (5, true), (6, false)] {
            assert_eq!(
                night.holds(Time::new(hour, 0, 0, 0).unwrap()),
                holds,
                "{hour}"
            );
        }
        assert!(
            Window::parse("08:00-16:00")
                .unwrap()
                .holds(time("09:30").unwrap())
        );
        for wrong in ["", "20-06", "20:00", "25:00-06:00", "06:00-06:00"] {
            assert!(Window::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_stop_time_is_the_next_one_also_over_midnight_and_summer_time() {
        let evening = at("2026-11-24T22:00:00+01:00");
        let six = time("06:00").unwrap();
        assert_eq!(until(&evening, six).unwrap(), Duration::from_hours(8));
        // The clock goes back at 3 in the night to 25 October 2026.
        let longer = at("2026-10-24T22:00:00+02:00");
        assert_eq!(until(&longer, six).unwrap(), Duration::from_hours(9));
    }

    #[test]
    fn outside_of_its_window_a_run_does_not_begin() {
        let flags = ScanFlags {
            window: Some("20:00-06:00".into()),
            ..ScanFlags::default()
        };
        assert!(stop_at(&flags, &at("2026-11-24T12:00:00+01:00")).is_err());
        assert!(
            stop_at(&flags, &at("2026-11-24T21:00:00+01:00"))
                .unwrap()
                .is_some()
        );
    }

    #[test]
    fn paces_and_crashes_that_make_no_sense_are_refused() {
        assert!(pace(Some(0.0), None).is_err() && pace(None, Some(ByteSize(0))).is_err());
        assert_eq!(crash_after("bytes:5").unwrap(), CrashAfter::Bytes(5));
        assert!(crash_after("never").is_err());
    }
}
