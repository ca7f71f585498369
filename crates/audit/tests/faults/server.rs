//! Servers that hang, break, are slow or refuse.

use crate::bench::{Bench, MAIL, refused};
use sporhund_model::Outcome;
use sporhund_source::faults::{Fault, On};
use std::time::{Duration, Instant};

pub const TESTS: &[(&str, fn())] = &[
    (
        "a_root_that_hangs_while_listing_is_abandoned_and_the_others_go_on",
        hung_listing,
    ),
    ("a_read_that_hangs_never_blocks_the_end", hung_read),
    ("a_slow_server_is_read_to_its_end", slow),
    (
        "a_listing_that_breaks_changes_nothing_of_a_known_root",
        broken_listing,
    ),
    (
        "a_root_that_is_new_is_read_as_far_as_it_can_be_listed",
        broken_first_listing,
    ),
    ("a_folder_that_is_closed_keeps_its_files", closed_folder),
    (
        "a_file_that_is_locked_or_refused_keeps_what_was_found",
        refused_files,
    ),
    ("a_file_whose_read_breaks_is_tried_again", broken_read),
];

fn hung_listing() {
    let bench = Bench::new(&["good", "bad"], 9);
    bench.run();
    bench.sources[0].write("a/new.txt", MAIL, 99);
    bench.sources[1].write("a/new.txt", MAIL, 99);
    bench.sources[1].remove("a/000.txt");
    bench.sources[1].fail("b", On::List, Fault::Hang);
    let begun = Instant::now();
    let summary = bench.run();
    assert!(begun.elapsed() < Duration::from_secs(20));
    assert_eq!(refused(&summary), Some("error-root-silent"));
    assert_eq!(summary.roots_not_read[0].0.0, "bad");
    assert!(bench.find("good", "a/new.txt").is_some());
    assert!(bench.find("bad", "a/new.txt").is_none());
    assert!(bench.find("bad", "a/000.txt").is_some());
    bench.sources[1].mend();
    assert_eq!(refused(&bench.run()), None);
    assert!(bench.find("bad", "a/new.txt").is_some());
    assert!(bench.find("bad", "a/000.txt").is_none());
}

fn hung_read() {
    let bench = Bench::new(&["good", "bad"], 9);
    bench.sources[1].fail("a/003.txt", On::Read, Fault::Hang);
    let begun = Instant::now();
    let summary = bench.run();
    assert!(begun.elapsed() < Duration::from_secs(20));
    assert_eq!(refused(&summary), Some("error-root-silent"));
    let of = |root: &str, outcome| {
        let records = bench.records();
        let is = |record: &&sporhund_model::ItemRecord| {
            record.item.root.0 == root && record.outcome() == outcome
        };
        records.iter().filter(is).count()
    };
    assert_eq!(of("good", Outcome::Scanned), 9);
    assert!(of("bad", Outcome::NotReached) >= 1);
    bench.sources[1].mend();
    assert_eq!(refused(&bench.run()), None);
    assert_eq!(of("bad", Outcome::Scanned), 9);
}

fn slow() {
    let bench = Bench::new(&["slow"], 12);
    bench.sources[0].delay(Duration::from_millis(5));
    assert_eq!(refused(&bench.run()), None);
    assert_eq!(bench.count(Outcome::Scanned), 12);
}

fn broken_listing() {
    for fault in [Fault::Broken, Fault::Stale] {
        let bench = Bench::new(&["r"], 30);
        bench.run();
        let before = bench.dump();
        bench.sources[0].remove("b/001.txt");
        bench.sources[0].write("a/new.txt", MAIL, 99);
        bench.sources[0].fail("c", On::List, fault);
        let summary = bench.run();
        assert_eq!(refused(&summary), Some("error-root-listing"));
        assert_eq!(bench.dump(), before);
        bench.sources[0].mend();
        assert_eq!(refused(&bench.run()), None);
        assert!(bench.find("r", "b/001.txt").is_none() && bench.find("r", "a/new.txt").is_some());
    }
}

fn broken_first_listing() {
    let bench = Bench::new(&["r"], 9);
    bench.sources[0].fail("c", On::List, Fault::Broken);
    let summary = bench.run();
    assert_eq!(refused(&summary), Some("error-root-listing"));
    assert_eq!(bench.count(Outcome::Scanned), 6);
    assert_eq!(bench.count(Outcome::Unlisted), 1);
    bench.sources[0].mend();
    bench.run();
    assert_eq!(bench.count(Outcome::Scanned), 9);
    assert_eq!(bench.count(Outcome::Unlisted), 0);
}

fn closed_folder() {
    let bench = Bench::new(&["r"], 30);
    bench.run();
    bench.sources[0].remove("b/001.txt");
    bench.sources[0].fail("c", On::List, Fault::Denied);
    let summary = bench.run();
    assert_eq!(refused(&summary), None);
    assert_eq!(bench.count(Outcome::Unlisted), 1);
    assert!(bench.find("r", "b/001.txt").is_none());
    assert!(bench.find("r", "c/002.txt").is_some());
    bench.sources[0].mend();
    bench.run();
    assert_eq!(bench.count(Outcome::Unlisted), 0);
    assert_eq!(bench.paths().len(), 29);
}

fn refused_files() {
    for fault in [Fault::Locked, Fault::Denied] {
        let bench = Bench::new(&["r"], 6);
        bench.run();
        bench.sources[0].write("a/000.txt", "utan adress", 99);
        bench.sources[0].fail("a/000.txt", On::Open, fault);
        assert_eq!(refused(&bench.run()), None);
        let kept = bench.find("r", "a/000.txt").unwrap();
        assert_eq!(kept.outcome(), Outcome::Unreadable);
        assert_eq!(kept.findings.len(), 1);
        bench.sources[0].mend();
        bench.run();
        let read = bench.find("r", "a/000.txt").unwrap();
        assert_eq!((read.outcome(), read.findings.len()), (Outcome::Scanned, 0));
    }
}

fn broken_read() {
    let bench = Bench::new(&["r"], 6);
    bench.sources[0].fail("a/000.txt", On::Read, Fault::Stale);
    assert_eq!(refused(&bench.run()), None);
    assert_eq!(bench.count(Outcome::Unreadable), 1);
    bench.sources[0].mend();
    bench.sources[0].take_opened();
    bench.run();
    assert_eq!(bench.sources[0].take_opened(), 1);
    assert_eq!(bench.count(Outcome::Scanned), 6);
}
