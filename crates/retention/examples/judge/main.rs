//! How long verdicts take: `judge [ITEMS [ROWS]]` judges so many made-up stored items by a plan of so many rows.
//!
//! Both passes are timed, without reading a store: dossiers first, then verdicts. What making the items costs is measured by
//! itself and taken off.

#![allow(clippy::print_stdout, reason = "an example talks to who runs it")]
#![allow(clippy::unwrap_used, reason = "what it reads it made itself")]

mod made;

use jiff::civil::date;
use made::{plan, record};
use sporhund_retention::judge::{Judge, Settings};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

fn timed(mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn main() {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse().unwrap());
    let items: u32 = numbers.next().unwrap_or(1_000_000);
    let rows: u32 = numbers.next().unwrap_or(600);
    let mut judge = Judge::new(vec![plan(rows)], Settings::new(date(2026, 11, 24))).unwrap();
    let making = timed(|| {
        for number in 0..items {
            std::hint::black_box(record(number));
        }
    });
    let collecting = timed(|| (0..items).for_each(|number| judge.collect(&record(number))));
    let mut states: BTreeMap<&str, u64> = BTreeMap::new();
    let judging = timed(|| {
        for number in 0..items {
            let verdict = judge.verdict(&record(number));
            *states.entry(verdict.state.as_str()).or_default() += 1;
        }
    });
    println!("{items} items, {rows} rows; making them {making:.1?}");
    println!("dossiers {:.1?}", collecting.saturating_sub(making));
    println!("verdicts {:.1?}", judging.saturating_sub(making));
    println!("{states:?}");
}
