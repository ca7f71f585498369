//! Roots that are not what they were.

use crate::bench::{Bench, MAIL, refused};

pub const TESTS: &[(&str, fn())] = &[
    ("an_empty_mount_point_changes_nothing", empty),
    (
        "another_file_system_changes_nothing_until_it_is_accepted",
        other,
    ),
    (
        "more_than_a_tenth_missing_changes_nothing_until_it_is_accepted",
        loss,
    ),
    ("a_tenth_may_go", tenth),
    (
        "a_folder_that_was_renamed_is_no_loss_and_keeps_its_rows",
        renamed,
    ),
    (
        "a_file_that_moved_to_another_root_is_the_same_file",
        moved_between_roots,
    ),
    ("a_copy_is_a_file_of_its_own", copied),
];

fn empty() {
    let bench = Bench::new(&["r"], 6);
    bench.run();
    let before = bench.dump();
    for path in bench.paths() {
        bench.sources[0].remove(&path);
    }
    let summary = bench.run();
    assert_eq!(refused(&summary), Some("error-root-empty"));
    assert_eq!(summary.read(), 0);
    assert_eq!(bench.dump(), before);
}

fn other() {
    let mut bench = Bench::new(&["r"], 6);
    bench.run();
    let before = bench.dump();
    bench.sources[0].become_other("memory:another");
    bench.sources[0].remove("a/000.txt");
    bench.sources[0].write("a/new.txt", MAIL, 99);
    assert_eq!(refused(&bench.run()), Some("error-root-other"));
    assert_eq!(bench.dump(), before);
    bench.conduct.accept_loss = vec!["r".into()];
    assert_eq!(refused(&bench.run()), None);
    assert!(bench.find("r", "a/new.txt").is_some() && bench.find("r", "a/000.txt").is_none());
    bench.conduct.accept_loss.clear();
    assert_eq!(refused(&bench.run()), None);
}

fn loss() {
    let mut bench = Bench::new(&["r"], 30);
    bench.run();
    let before = bench.dump();
    for path in bench.paths().iter().take(4) {
        bench.sources[0].remove(path);
    }
    bench.sources[0].write("a/new.txt", MAIL, 99);
    let summary = bench.run();
    assert_eq!(refused(&summary), Some("error-root-loss"));
    assert_eq!(bench.dump(), before);
    bench.conduct.accept_loss = vec!["another".into()];
    assert_eq!(refused(&bench.run()), Some("error-root-loss"));
    bench.conduct.accept_loss = vec!["r".into()];
    let summary = bench.run();
    assert_eq!((refused(&summary), summary.gone), (None, 4));
    assert_eq!(bench.paths().len(), 27);
}

fn tenth() {
    let bench = Bench::new(&["r"], 30);
    bench.run();
    for path in bench.paths().iter().take(3) {
        bench.sources[0].remove(path);
    }
    let summary = bench.run();
    assert_eq!((refused(&summary), summary.gone), (None, 3));
    assert_eq!(bench.paths().len(), 27);
}

fn renamed() {
    let bench = Bench::new(&["r"], 9);
    bench.run();
    for path in bench.paths().iter().filter(|path| path.starts_with("a/")) {
        bench.sources[0].rename(path, &path.replace("a/", "renamed/"));
    }
    let summary = bench.run();
    assert_eq!((refused(&summary), summary.gone), (None, 0));
    assert_eq!(bench.paths().len(), 9);
    let dump = bench.dump();
    assert_eq!(dump.matches(" moved ").count(), 3, "{dump}");
    assert!(
        bench
            .find("r", "renamed/000.txt")
            .is_some_and(|found| found.findings.len() == 1)
    );
}

fn moved_between_roots() {
    let bench = Bench::new(&["one", "two"], 30);
    bench.run();
    bench.sources[0].remove("a/000.txt");
    bench.sources[1].write("x/other.txt", format!("{MAIL} 0 one"), 77);
    let summary = bench.run();
    assert_eq!((refused(&summary), summary.gone), (None, 0));
    assert!(bench.find("one", "a/000.txt").is_none());
    assert!(bench.find("two", "x/other.txt").is_some());
    assert_eq!(bench.dump().matches(" moved ").count(), 1);
}

fn copied() {
    let bench = Bench::new(&["r"], 9);
    bench.run();
    bench.sources[0].write("a/copy.txt", format!("{MAIL} 0 r"), 77);
    bench.run();
    assert_eq!(bench.paths().len(), 10);
    assert_eq!(bench.dump().matches(" moved ").count(), 0);
}
