//! What is kept between runs.

use crate::bench::{Bench, MAIL, refused};
use sporhund_audit::{Ended, Progress, Summary, run_on};
use sporhund_model::Outcome;
use sporhund_source::Source;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

pub const TESTS: &[(&str, fn())] = &[
    ("unchanged_files_are_not_opened", unchanged),
    ("inodes_that_change_make_no_file_a_changed_one", inodes),
    (
        "a_clock_that_jumps_has_files_read_again_and_loses_nothing",
        clock,
    ),
    ("a_run_whose_time_is_over_goes_on_next_time", stop_time),
    ("what_was_found_stays_when_time_is_over", stop_time_keeps),
    ("new_files_come_first_then_the_unread_then_the_rest", order),
    ("two_keys_have_no_fingerprint_in_common", keys),
    ("unsupported_files_cost_their_head_alone", heads),
    (
        "no_more_is_read_than_what_files_hold_and_the_heads_of_others",
        bytes,
    ),
    ("a_pace_is_kept", pace),
    ("a_big_text_moves_the_progress_part_by_part", parts),
    ("figures_tell_what_changed", figures),
];

fn parts() {
    const SIZE: u64 = 40 << 20;
    let mut bench = Bench::new(&["r"], 0);
    bench.conduct.patience = Duration::from_mins(1);
    let text = "en rad utan fynd\n".repeat(SIZE as usize / 17 + 1);
    let size = text.len() as u64;
    bench.sources[0].write("big.txt", text, 1);
    let (progress, ended) = (Progress::default(), AtomicBool::new(false));
    let between = std::thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut seen = false;
            while !ended.load(Ordering::SeqCst) {
                let bytes = progress.snapshot().bytes;
                seen |= 0 < bytes && bytes < size;
                std::thread::sleep(Duration::from_millis(1));
            }
            seen
        });
        bench.run_showing(&progress);
        ended.store(true, Ordering::SeqCst);
        watching.join().unwrap()
    });
    assert!(between);
    assert_eq!(progress.snapshot().bytes, size);
}

fn unchanged() {
    let bench = Bench::new(&["r"], 9);
    bench.run();
    let before = bench.dump();
    assert_eq!(bench.sources[0].take_opened(), 9);
    let summary = bench.run();
    assert_eq!(bench.sources[0].take_opened(), 0);
    assert_eq!((summary.unchanged, summary.bytes_read), (9, 0));
    assert!(summary.is_unchanged);
    assert_eq!(bench.dump(), before);
    bench.sources[0].write("a/000.txt", "annat", 99);
    assert!(!bench.run().is_unchanged);
    assert_eq!(bench.sources[0].take_opened(), 1);
}

fn inodes() {
    let bench = Bench::new(&["r"], 9);
    bench.sources[0].change_inodes();
    bench.run();
    bench.sources[0].take_opened();
    assert_eq!(refused(&bench.run()), None);
    assert_eq!(bench.sources[0].take_opened(), 0);
}

fn clock() {
    let bench = Bench::new(&["r"], 9);
    bench.run();
    bench.sources[0].take_opened();
    for hour in [3_600_000_000_000, -7_200_000_000_000] {
        bench.sources[0].move_clock(hour);
        let summary = bench.run();
        assert_eq!((refused(&summary), summary.gone), (None, 0));
        assert_eq!(bench.sources[0].take_opened(), 9);
        assert_eq!(bench.count(Outcome::Scanned), 9);
    }
}

fn stop_time() {
    let mut bench = Bench::new(&["r"], 9);
    bench.run();
    let whole = bench.dump();
    // Its time is over once it has been listed: nothing is read.
    bench = Bench::new(&["r"], 9);
    bench.conduct.stop_at = Some(Instant::now() + Duration::from_millis(400));
    bench.sources[0].fail("", sporhund_source::faults::On::Open, slow());
    let summary = bench.run();
    assert_eq!(summary.ended, Ended::StopTime);
    assert!(!summary.scan.complete && refused(&summary).is_none());
    assert!(bench.count(Outcome::NotReached) > 0);
    assert_eq!(bench.paths().len(), 9);
    bench.conduct.stop_at = None;
    bench.sources[0].mend();
    assert_eq!(bench.run().ended, Ended::Whole);
    assert_eq!(bench.dump(), whole);
}

fn slow() -> sporhund_source::faults::Fault {
    sporhund_source::faults::Fault::Delay(Duration::from_millis(250))
}

fn stop_time_keeps() {
    let mut bench = Bench::new(&["r"], 9);
    bench.run();
    for number in 0..9 {
        let path = format!("{}/{number:03}.txt", ["a", "b", "c"][number % 3]);
        bench.sources[0].write(&path, "annat innehåll", 500 + number as i64);
    }
    bench.conduct.stop_at = Some(Instant::now() + Duration::from_millis(400));
    bench.sources[0].fail("", sporhund_source::faults::On::Open, slow());
    bench.run();
    let left: Vec<_> = bench
        .records()
        .into_iter()
        .filter(|record| record.outcome() == Outcome::NotReached)
        .collect();
    assert!(!left.is_empty());
    for record in left {
        assert_eq!(record.findings.len(), 1);
        assert_eq!(record.coverage[0].notes[1].code, "note-earlier-results");
    }
    bench.conduct.stop_at = None;
    bench.sources[0].mend();
    bench.run();
    assert_eq!(bench.count(Outcome::Scanned), 9);
    assert!(
        bench
            .records()
            .iter()
            .all(|record| record.findings.is_empty())
    );
}

fn order() {
    let bench = Bench::new(&["r"], 6);
    bench.sources[0].fail("c", sporhund_source::faults::On::Open, refuse());
    bench.run();
    bench.sources[0].mend();
    bench.sources[0].write("z/new.txt", MAIL, 99);
    let mut config = bench.config();
    // Other limits: all that was read is to be read again, last.
    config.limits.max_depth += 1;
    config.threads = 1;
    config.conduct.crash_after = None;
    let opened = Arc::new(Recorder {
        inner: Arc::clone(&bench.sources[0]),
        paths: std::sync::Mutex::new(Vec::new()),
    });
    let stop = AtomicBool::new(false);
    let sources: Vec<Arc<dyn Source>> = vec![Arc::clone(&opened) as Arc<dyn Source>];
    let mut store = bench.store();
    let progress = Progress::default();
    run_on(
        &config,
        sources,
        &mut store,
        &progress,
        &stop,
        Summary::default(),
    )
    .unwrap();
    let paths = opened.paths.lock().unwrap().clone();
    assert_eq!(
        paths,
        [
            "z/new.txt",
            "c/002.txt",
            "c/005.txt",
            "a/000.txt",
            "a/003.txt",
            "b/001.txt",
            "b/004.txt"
        ]
    );
}

fn refuse() -> sporhund_source::faults::Fault {
    sporhund_source::faults::Fault::Denied
}

/// Remembers in which order files were opened.
struct Recorder {
    inner: Arc<sporhund_source::faults::FaultySource>,
    paths: std::sync::Mutex<Vec<String>>,
}

impl Source for Recorder {
    fn root(&self) -> &sporhund_model::Root {
        self.inner.root()
    }

    fn identity(&self) -> Option<String> {
        self.inner.identity()
    }

    fn list(
        &self,
        folder: &sporhund_model::RelPath,
        pulse: &sporhund_source::Pulse,
    ) -> Result<sporhund_source::Listing, sporhund_source::ListError> {
        self.inner.list(folder, pulse)
    }

    fn stat(
        &self,
        item: &sporhund_model::Item,
    ) -> Result<sporhund_model::VersionToken, sporhund_source::OpenError> {
        self.inner.stat(item)
    }

    fn open(
        &self,
        item: &sporhund_model::Item,
    ) -> Result<sporhund_source::Opened, sporhund_source::OpenError> {
        let path = item.path.display().into_owned();
        self.paths.lock().unwrap().push(path);
        self.inner.open(item)
    }
}

fn keys() {
    let fingerprints = |key: u8| {
        let bench = Bench::new(&["r"], 6);
        let mut config = bench.config();
        config.settings.key = sporhund_detect::Key::new(u32::from(key), &[key; 32]);
        bench.run_with(&config, &AtomicBool::new(false));
        let mut all: Vec<_> = bench
            .records()
            .iter()
            .flat_map(|record| record.mentions.clone())
            .map(|mention| mention.fingerprint.mac)
            .collect();
        all.sort_unstable();
        all
    };
    let (one, other) = (fingerprints(1), fingerprints(2));
    assert!(!one.is_empty() && one.len() == other.len());
    assert!(one.iter().all(|mac| !other.contains(mac)));
    assert_eq!(fingerprints(1), one);
}

fn heads() {
    let bench = Bench::new(&["r"], 3);
    let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![7; 200_000]].concat();
    bench.sources[0].write("a/bild.png", &picture, 1);
    let summary = bench.run();
    let texts: u64 = bench
        .records()
        .iter()
        .filter(|record| record.outcome() == Outcome::Scanned)
        .map(|record| record.item.size)
        .sum();
    assert_eq!(bench.count(Outcome::Unsupported), 1);
    assert_eq!(summary.bytes_read, texts + 64 * 1024);
    bench.sources[0].rename("a/bild.png", "b/annan.png");
    let summary = bench.run();
    assert_eq!((summary.gone, summary.bytes_read), (0, 64 * 1024));
    assert_eq!(bench.dump().matches(" moved ").count(), 1);
}

/// A source that counts what it gives, whatever the run says of itself.
fn bytes() {
    const HEAD: u64 = 64 * 1024;
    let mut bench = Bench::new(&["r"], 30);
    // A machine that is busy with other tests is no server that hangs.
    bench.conduct.patience = Duration::from_mins(1);
    let source = &bench.sources[0];
    let line = format!("{MAIL} och en rad till; med fält; och tal 12345\n");
    let text = |size: usize| line.repeat(size / line.len() + 1);
    // Read in one piece, in parts, by a worker, and as a table.
    for (path, size) in [
        ("a/a.txt", 300 << 10),
        ("a/b.log", 40 << 20),
        ("b/c.csv", 35 << 20),
    ] {
        source.write(path, text(size), 7);
    }
    for path in ["a/d.html", "b/e.xml"] {
        source.write(path, format!("<html><p>{}</p></html>", text(900 << 10)), 7);
    }
    let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![7; 3 << 20]].concat();
    for number in 0..5 {
        source.write(&format!("c/{number}.png"), &picture, 7);
    }
    bench.run();
    let supported: u64 = bench
        .records()
        .iter()
        .filter(|record| record.outcome() == Outcome::Scanned)
        .map(|record| record.item.size)
        .sum();
    assert_eq!(bench.count(Outcome::Unsupported), 5);
    assert_eq!(bench.count(Outcome::Scanned), 35);
    let read = source.take_read();
    let most = supported + supported / 20 + 5 * HEAD;
    assert!(read <= most, "{read} of {supported}");
    bench.run();
    assert_eq!(source.take_read(), 0);
}

fn pace() {
    let mut bench = Bench::new(&["r"], 6);
    bench.conduct.pace.files = Some(20.0);
    let begun = Instant::now();
    bench.run();
    // Two may be under way before the first is counted, on two threads.
    assert!(
        begun.elapsed() >= Duration::from_millis(150),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!(bench.count(Outcome::Scanned), 6);
}

fn figures() {
    use sporhund_model::ChangeKind;
    use sporhund_model::history::measure;
    let bench = Bench::new(&["r"], 30);
    let first = bench.run();
    assert_eq!(first.figures.total(None, measure::WITH_DATA), 30);
    assert_eq!(first.figures.changed(None, ChangeKind::New), 0);
    bench.sources[0].remove("a/000.txt");
    bench.sources[0].write("a/003.txt", "inget", 99);
    bench.sources[0].write("a/new.txt", MAIL, 99);
    bench.run();
    let scans = bench.store().scans().unwrap();
    let last = &scans[1].figures;
    let changed = |kind| last.changed(None, kind);
    assert_eq!(last.total(None, measure::WITH_DATA), 29);
    assert_eq!(
        (changed(ChangeKind::New), changed(ChangeKind::Gone)),
        (1, 1)
    );
    assert_eq!(
        (changed(ChangeKind::Changed), changed(ChangeKind::Moved)),
        (1, 0)
    );
    bench.run();
    let scans = bench.store().scans().unwrap();
    assert_eq!(scans[2].figures.changed(None, ChangeKind::New), 0);
    assert_eq!(scans[2].figures.controllers, scans[1].figures.controllers);
}
