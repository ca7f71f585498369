//! The pool against workers that do everything a broken or hostile file could make them do.
//!
//! This program is its own worker: started with the hidden argument it serves, and the first line of each file says what
//! the "decoder" does. There is no test harness, since a harness has threads and reads the arguments itself.
#![cfg_attr(not(unix), allow(dead_code, unused_imports))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on shall end here, and what was left out is said"
)]

#[path = "workers/decoder.rs"]
mod decoder;
#[path = "workers/kept.rs"]
mod kept;

use decoder::decode;
use kept::Kept;
use sporhund_extract::budget::Limits;
use sporhund_model::Outcome;
use sporhund_sandbox::{Finished, Handle, Pool, WorkerCommand, WorkerSettings, serve};
use std::fs::File;
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const HIDDEN: &str = "worker-of-these-tests";

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(HIDDEN) {
        return serve(&mut decode);
    }
    let tests: [(&str, fn()); 15] = [
        ("text_arrives_as_it_was_sent", text_arrives_as_it_was_sent),
        (
            "a_worker_serves_many_files_and_is_replaced",
            a_worker_serves_many_files_and_is_replaced,
        ),
        ("a_fault_is_survived", || dies("fault", "signal 4")),
        ("an_abort_is_survived", || dies("abort", "signal 6")),
        ("a_stack_overflow_is_survived", || {
            dies("overflow", "signal 6");
        }),
        ("memory_without_end_is_survived", || {
            dies("allocate", "signal 6");
        }),
        ("an_early_exit_is_survived", || dies("exit", "exit 3")),
        ("what_had_arrived_is_kept", what_had_arrived_is_kept),
        ("a_hang_is_ended_in_time", || late("hang")),
        ("text_without_end_is_ended_in_time", || late("flood")),
        ("garbage_is_refused", garbage_is_refused),
        ("a_panic_fails_the_file_alone", a_panic_fails_the_file_alone),
        ("the_receiver_can_stop", the_receiver_can_stop),
        (
            "a_confined_worker_can_open_nothing",
            a_confined_worker_can_open_nothing,
        ),
        (
            "a_command_that_is_no_worker_is_told",
            a_command_that_is_no_worker_is_told,
        ),
    ];
    for (name, test) in tests {
        test();
        println!("test {name} ... ok");
    }
    ExitCode::SUCCESS
}

fn settings() -> WorkerSettings {
    WorkerSettings {
        memory: 256 << 20,
        grace: Duration::from_millis(300),
        ..WorkerSettings::default()
    }
}

fn pool_with(settings: WorkerSettings) -> Pool {
    let command = WorkerCommand {
        program: std::env::current_exe().unwrap(),
        args: vec![HIDDEN.into()],
    };
    Pool::start(command, settings).unwrap()
}

fn pool() -> Pool {
    pool_with(settings())
}

fn file(content: &str) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(content.as_bytes()).unwrap();
    file
}

fn limits() -> Limits {
    Limits {
        timeout: Duration::from_secs(20),
        ..Limits::default()
    }
}

fn run(handle: &mut Handle, content: &str, limits: &Limits) -> (Finished, Kept) {
    let mut kept = Kept::default();
    let size = content.len() as u64;
    let finished = handle.decode(&file(content), size, "txt", limits, &mut kept);
    (finished, kept)
}

fn codes(finished: &Finished) -> Vec<&str> {
    finished.notes.iter().map(|note| &*note.code).collect()
}

/// After whatever happened, the next file is decoded as if nothing had.
fn next_file_decodes(handle: &mut Handle) {
    let (finished, kept) = run(handle, "text\nNästa fil", &limits());
    assert_eq!(finished.outcome, Outcome::Scanned);
    assert_eq!(kept.text, "Nästa fil");
}

fn text_arrives_as_it_was_sent() {
    let mut handle = pool().handle();
    let long = format!("text\n{}", "åäö 1234\n".repeat(100_000));
    let (finished, kept) = run(&mut handle, &long, &limits());
    assert_eq!(
        (finished.outcome, finished.format.as_str()),
        (Outcome::Scanned, "test")
    );
    assert_eq!(kept.text, long["text\n".len()..]);
    assert_eq!(kept.others, ["place 0", "property extension=txt"]);
    assert!(finished.notes.is_empty());
}

fn a_worker_serves_many_files_and_is_replaced() {
    let recycle_after = 2;
    let mut handle = pool_with(WorkerSettings {
        recycle_after,
        ..settings()
    })
    .handle();
    let counts: Vec<String> = (0..5)
        .map(|_| run(&mut handle, "count", &limits()).1.text)
        .collect();
    assert_eq!(counts, ["1", "2", "1", "2", "1"]);
}

/// A file that kills its worker is tried twice and then failed.
fn dies(how: &str, death: &str) {
    let mut handle = pool().handle();
    next_file_decodes(&mut handle);
    let (finished, kept) = run(&mut handle, how, &limits());
    assert_eq!(finished.outcome, Outcome::Failed, "{how}");
    assert_eq!(codes(&finished), ["error-worker-died"], "{how}");
    let shown = format!("{:?}", finished.notes);
    assert!(shown.contains(death), "{how}: {shown}");
    assert_eq!(kept.restarts, 1, "{how}");
    next_file_decodes(&mut handle);
}

fn what_had_arrived_is_kept() {
    let mut handle = pool().handle();
    let (finished, kept) = run(&mut handle, "member-then-abort", &limits());
    assert_eq!(finished.outcome, Outcome::Failed);
    assert_eq!(kept.text, "before the end");
    assert_eq!(kept.others, ["place 0", "open a.txt", "close Failed"]);
    next_file_decodes(&mut handle);
}

fn late(how: &str) {
    let mut handle = pool().handle();
    let timeout = Duration::from_millis(200);
    let began = Instant::now();
    let (finished, kept) = run(
        &mut handle,
        how,
        &Limits {
            timeout,
            ..limits()
        },
    );
    assert!(began.elapsed() < timeout + Duration::from_secs(2), "{how}");
    assert_eq!(finished.outcome, Outcome::TimedOut);
    assert_eq!(
        (codes(&finished), kept.restarts),
        (vec!["limit-timeout"], 0)
    );
    next_file_decodes(&mut handle);
}

fn garbage_is_refused() {
    for how in ["garbage", "giant-frame", "bad-text", "bad-segment"] {
        let mut handle = pool().handle();
        let (finished, kept) = run(&mut handle, how, &limits());
        assert_eq!(finished.outcome, Outcome::Failed, "{how}");
        assert_eq!(codes(&finished), ["error-worker-protocol"], "{how}");
        assert_eq!((kept.restarts, kept.text.as_str()), (0, ""), "{how}");
        next_file_decodes(&mut handle);
    }
}

fn a_panic_fails_the_file_alone() {
    let mut handle = pool().handle();
    let (finished, kept) = run(&mut handle, "panic", &limits());
    assert_eq!(finished.outcome, Outcome::Failed);
    assert_eq!(kept.restarts, 0);
    let expected = [
        "place 0",
        "open a.txt",
        "close Failed",
        "note error-decoder-panic",
    ];
    assert_eq!(kept.others, expected);
    // The same worker goes on.
    assert_eq!(run(&mut handle, "count", &limits()).1.text, "2");
}

fn the_receiver_can_stop() {
    let mut handle = pool().handle();
    let mut kept = Kept {
        most: 1,
        ..Kept::default()
    };
    let finished = handle.decode(&file("flood"), 5, "", &limits(), &mut kept);
    assert!(finished.stopped && finished.outcome == Outcome::Partly);
    next_file_decodes(&mut handle);
}

fn a_confined_worker_can_open_nothing() {
    let pool = pool();
    let isolation = pool.isolation();
    if !isolation.has_landlock() || !isolation.has_seccomp() {
        println!("left out in part: this system confines workers by {isolation} only");
    }
    let (finished, kept) = run(&mut pool.handle(), "escape", &limits());
    assert_eq!(finished.outcome, Outcome::Scanned);
    let lines: Vec<&str> = kept.text.lines().collect();
    if isolation.has_landlock() || isolation.has_seccomp() {
        assert!(lines.contains(&"open: refused"), "{lines:?}");
        assert!(lines.contains(&"list: refused"), "{lines:?}");
    }
    if isolation.has_seccomp() {
        for what in ["write", "socket", "unix", "process", "thread", "stat"] {
            assert!(
                lines.contains(&format!("{what}: refused").as_str()),
                "{what}: {lines:?}"
            );
        }
    }
}

fn a_command_that_is_no_worker_is_told() {
    for program in ["/nowhere/at/all", "/bin/true"] {
        let command = WorkerCommand {
            program: program.into(),
            args: Vec::new(),
        };
        assert!(Pool::start(command, settings()).is_err(), "{program}");
    }
}
