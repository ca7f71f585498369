//! How long a store of made-up files takes to be judged: `stored FOLDER [ITEMS [ROWS]]`.
//!
//! The store is made once in the folder; what is there is judged by a plan of so many rows, from nothing, again on the next day, and
//! after a thousand files changed. Time, the most memory and the largest write-ahead log are told.

#![allow(clippy::print_stdout, reason = "an example talks to who runs it")]
#![allow(clippy::unwrap_used, reason = "what it reads it made itself")]

#[path = "../../retention/examples/judge/made.rs"]
mod made;

use jiff::civil::{Date, date};
use sporhund_audit::judge_stored;
use sporhund_model::{ItemScan, Root, RootName, ScanBatch, ScanInfo};
use sporhund_retention::judge::Settings;
use sporhund_store::Store;
use std::path::Path;
use std::time::Instant;

fn scan(number: u32, size: u64) -> ItemScan {
    let made = made::record(number);
    let mut item = made.item;
    item.root = RootName("r".into());
    item.size = size;
    ItemScan {
        item,
        read_key: [1; 16],
        format: "docx".into(),
        coverage: made.coverage,
        signals: made.signals,
        content_hash: made.content_hash,
        ..ItemScan::default()
    }
}

fn fill(store: &Store, scan_id: u64, numbers: impl Iterator<Item = u32>, size: u64) {
    let mut batch = ScanBatch::new(scan_id);
    for number in numbers {
        batch.items.push(scan(number, size));
        if batch.items.len() == 2_000 {
            store.merge(&batch).unwrap();
            batch.items.clear();
        }
    }
    store.merge(&batch).unwrap();
}

fn begin(store: &Store) -> u64 {
    let root = Root {
        name: RootName("r".into()),
        path: "/srv/r".into(),
        display: String::new(),
        controller: String::new(),
        unit: None,
    };
    let info = ScanInfo {
        roots: vec![root],
        ..ScanInfo::default()
    };
    store.begin(&info).unwrap()
}

/// Kilobytes of the program's memory, at most.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.unwrap_or_default().replace('\t', " ")
}

fn judge(store: &Store, rows: u32, today: Date, what: &str) {
    let start = Instant::now();
    let plans = vec![made::plan(rows)];
    let extent = judge_stored(plans, Settings::new(today), store, "example").unwrap();
    let log = format!("{}-wal", store.path().display());
    let log = std::fs::metadata(log).map_or(0, |log| log.len() >> 20);
    let took = start.elapsed();
    println!(
        "{what}: {extent:?} in {took:.1?}, {}, log {log} MB",
        most_memory()
    );
}

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap();
    let mut numbers = args.map(|text| text.parse().unwrap());
    let items: u32 = numbers.next().unwrap_or(1_000_000);
    let rows: u32 = numbers.next().unwrap_or(600);
    let path = Path::new(&folder).join(format!("stored-{items}.sqlite"));
    let is_there = path.exists();
    let store = Store::open(&path).unwrap();
    let scan_id = begin(&store);
    if !is_there {
        let start = Instant::now();
        fill(&store, scan_id, 0..items, 20_000);
        println!("made {items} in {:.1?}, {}", start.elapsed(), most_memory());
    }
    store.forget_judged().unwrap();
    judge(&store, rows, date(2026, 11, 24), "from nothing");
    judge(&store, rows, date(2026, 11, 25), "the next day");
    fill(
        &store,
        scan_id,
        (0..1_000.min(items)).map(|at| at * (items / 1_000).max(1)),
        20_001,
    );
    judge(&store, rows, date(2026, 11, 26), "with changes");
}
