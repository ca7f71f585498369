//! The process dies at any moment, as by a power cut; the next run ends as if nothing had happened.
#![cfg(unix)]

use crate::program::{NUMBER, Place, Run};
use std::os::unix::process::ExitStatusExt;

const FILES: usize = 24;

/// A share with texts, a document in a worker, an unsupported file, and a plan that judges them.
fn share() -> Place {
    let place = Place::new();
    for number in 0..FILES {
        let name = format!("share/{} Ärenden/{number:02} Kallelse.txt", number % 4);
        place.write(&name, format!("Kallelse 2015-03-14 {NUMBER} nr {number}"));
    }
    place.write(
        "share/mail.eml",
        "From: anna@example.org\nSubject: x\n\nhej\n",
    );
    place.write(
        "share/bild.png",
        [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![7; 70_000]].concat(),
    );
    place.write(
        "plan.csv",
        "Klassificering;Handlingstyp;Gallring\n1.1;Kallelser;Gallras 2 år\n",
    );
    place
}

/// A share in its second night: files came, went, changed and moved.
fn change(place: &Place) {
    place.write("share/0 Ärenden/ny.txt", "anna@example.org");
    place.write("share/1 Ärenden/01 Kallelse.txt", "ändrad, bo@example.org");
    std::fs::remove_file(place.path("share/2 Ärenden/02 Kallelse.txt")).unwrap();
    std::fs::rename(
        place.path("share/3 Ärenden/03 Kallelse.txt"),
        place.path("share/3 Ärenden/flyttad.txt"),
    )
    .unwrap();
}

fn arguments<'a>(store: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec![
        "scan",
        "share",
        "--store",
        store,
        "--key",
        "k",
        "--plan",
        "plan.csv",
        "--today",
        "2026-01-31",
        "--batch-size",
        "3",
        "-o",
        "out.txt",
    ];
    all.extend(more);
    all
}

fn whole(place: &Place, store: &str) -> Run {
    let run = place.run(&arguments(store, &[]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    run
}

fn dump(place: &Place, store: &str) -> String {
    let run = place.run(&["store", "dump", "--store", store]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.lines().count() >= FILES);
    run.stdout
}

/// Runs and dies; `false` when it came to its end before.
fn dies(place: &Place, store: &str, point: &str) -> bool {
    let mut command = place.command();
    let output = command
        .args(arguments(store, &["--crash-after", point]))
        .output()
        .unwrap();
    output.status.signal() == Some(9)
}

fn survives(point: impl Fn(u64) -> String, points: std::ops::Range<u64>) {
    let place = share();
    whole(&place, "first.sqlite");
    std::fs::copy(place.path("first.sqlite"), place.path("unbroken.sqlite")).unwrap();
    let first = dump(&place, "first.sqlite");
    change(&place);
    whole(&place, "unbroken.sqlite");
    let second = dump(&place, "unbroken.sqlite");
    assert_ne!(first, second);
    let mut died = 0;
    for number in points {
        let store = format!("{number}.sqlite");
        std::fs::copy(place.path("first.sqlite"), place.path(&store)).unwrap();
        died += u64::from(dies(&place, &store, &point(number)));
        whole(&place, &store);
        assert_eq!(dump(&place, &store), second, "after {}", point(number));
    }
    assert!(died >= 4, "it died {died} times only");
}

#[test]
fn each_commit_of_a_second_night_is_survived() {
    survives(|number| format!("batches:{number}"), 1..9);
}

#[test]
fn a_death_before_a_commit_is_survived() {
    survives(|number| format!("bytes:{}", number * 12), 1..7);
}

#[test]
fn each_commit_of_the_first_night_is_survived() {
    let place = share();
    whole(&place, "unbroken.sqlite");
    let expected = dump(&place, "unbroken.sqlite");
    for number in 1..13 {
        let store = format!("{number}.sqlite");
        let point = format!("batches:{number}");
        assert!(dies(&place, &store, &point), "it did not die after {point}");
        // The one who died holds nothing any more.
        whole(&place, &store);
        assert_eq!(dump(&place, &store), expected, "after {point}");
    }
    let check = place.run(&["store", "check", "--store", "5.sqlite", "--key", "k"]);
    assert_eq!(check.code, 0, "{}{}", check.stdout, check.stderr);
}
