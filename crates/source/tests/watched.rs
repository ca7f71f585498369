//! A source that hangs, fails and dawdles, and what its watcher makes of it.
#![allow(clippy::unwrap_used)]

use sporhund_model::{Item, RelPath};
use sporhund_source::faults::{Fault, FaultySource, On};
use sporhund_source::{
    Content, Excludes, FetchError, FetchLimits, ListError, Met, OpenError, PaceLimits, Walk,
    Watched,
};
use std::io::Read;
use std::sync::Arc;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_millis(200);
const LIMITS: FetchLimits = FetchLimits {
    head: 4,
    whole: 64,
    wants_all: |head, _| head.starts_with(b"text"),
};

fn watched(source: &Arc<FaultySource>) -> Arc<Watched> {
    let source = Arc::clone(source);
    Arc::new(Watched::new(source, PATIENCE, PaceLimits::default()))
}

fn item(path: &str) -> Item {
    Item {
        path: RelPath::from(path),
        ..Item::default()
    }
}

fn folders(watched: &Watched) -> Vec<String> {
    let excludes = Excludes::new([""; 0]).unwrap();
    let walk = Walk::new(watched, &excludes);
    walk.map(|met| match met {
        Met::Folder { path, entries } => format!("{} {}", path.display(), entries.len()),
        Met::Repeated(path) => format!("repeated {}", path.display()),
        Met::Unlisted { path, error } => format!("{} {}", error.note().code, path.display()),
    })
    .collect()
}

#[test]
fn a_hung_call_is_left_behind_and_no_other_is_made() {
    let source = Arc::new(FaultySource::new("r"));
    source.write("a/x", "text", 1);
    source.write("b/y", "text", 1);
    source.fail("a", On::List, Fault::Hang);
    let watched = watched(&source);
    let begun = Instant::now();
    assert_eq!(
        folders(&watched),
        [" 0", "error-list-silent a", "error-list-silent b"]
    );
    assert!(watched.is_silent());
    assert!(matches!(
        watched.fetch(&item("b/y"), LIMITS),
        Err(FetchError::Silent)
    ));
    assert!(begun.elapsed() < PATIENCE * 20, "{:?}", begun.elapsed());
}

#[test]
fn errors_are_told_apart_by_whose_they_are() {
    let source = Arc::new(FaultySource::new("r"));
    for (folder, fault) in [
        ("broken", Fault::Broken),
        ("denied", Fault::Denied),
        ("stale", Fault::Stale),
    ] {
        source.write(&format!("{folder}/x"), "text", 1);
        source.fail(folder, On::List, fault);
    }
    let watched = watched(&source);
    let listed = |path: &str| watched.list(&RelPath::from(path)).unwrap_err();
    assert!(listed("broken").is_of_server() && listed("stale").is_of_server());
    assert!(matches!(listed("denied"), ListError::Denied));
    assert!(!listed("denied").is_of_server());
    assert!(!watched.is_silent());
}

#[test]
fn a_slow_source_is_waited_for_as_long_as_it_gives_signs_of_life() {
    let source = Arc::new(FaultySource::new("r"));
    source.write("x", vec![b't'; 4], 1);
    source.delay(Duration::from_millis(5));
    let watched = watched(&source);
    for _ in 0..5 {
        assert_eq!(folders(&watched), [" 1"]);
    }
    assert!(watched.fetch(&item("x"), LIMITS).is_ok());
}

#[test]
fn a_read_that_hangs_or_breaks_is_told_after_what_came() {
    let source = Arc::new(FaultySource::new("r"));
    for (name, fault) in [("broken", Fault::Broken), ("stale", Fault::Stale)] {
        source.write(name, "text and more", 1);
        source.fail(name, On::Read, fault);
    }
    source.write("locked", "text", 1);
    source.fail("locked", On::Open, Fault::Locked);
    source.write("hung", "text and more", 1);
    source.fail("hung", On::Read, Fault::Hang);
    let watched = watched(&source);
    for name in ["broken", "stale"] {
        let fetched = watched.fetch(&item(name), LIMITS);
        assert!(matches!(fetched, Err(FetchError::Read(_))), "{name}");
    }
    let locked = watched.fetch(&item("locked"), LIMITS);
    assert!(matches!(locked, Err(FetchError::Open(OpenError::Locked))));
    assert!(matches!(
        watched.fetch(&item("hung"), LIMITS),
        Err(FetchError::Silent)
    ));
}

#[test]
fn no_more_is_fetched_than_is_wanted() {
    let source = Arc::new(FaultySource::new("r"));
    source.write("small", "tex", 1);
    source.write("text", "text and more", 1);
    source.write("other", "else and more", 1);
    source.write("large", format!("text{}", "x".repeat(100)), 1);
    let watched = watched(&source);
    let fetch = |path: &str| watched.fetch(&item(path), LIMITS).unwrap();
    assert!(matches!(fetch("small"), Content::Whole(bytes) if bytes == b"tex"));
    assert!(matches!(fetch("text"), Content::Whole(bytes) if bytes == b"text and more"));
    assert!(matches!(fetch("other"), Content::Head(bytes, 13) if bytes == b"else"));
    assert!(matches!(fetch("large"), Content::Large(bytes, 104, _) if bytes == b"text"));
    let mut text = String::new();
    let mut stream = watched.stream(&item("large")).unwrap();
    stream.read_to_string(&mut text).unwrap();
    assert_eq!(text.len(), 104);
}

#[test]
fn inodes_that_change_make_no_folder_a_repeated_one() {
    let source = Arc::new(FaultySource::new("r"));
    source.write("a/b/c/x", "text", 1);
    source.change_inodes();
    let watched = watched(&source);
    for _ in 0..2 {
        assert_eq!(folders(&watched), [" 0", "a 0", "a/b 0", "a/b/c 1"]);
    }
}
