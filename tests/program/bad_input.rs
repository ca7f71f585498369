//! Broken, hostile and missing input: a clear word each, and the run goes on.

use crate::program::{NUMBER, Place, Run, records};
use serde_json::Value;
use std::io::Write;

#[test]
fn a_missing_path_is_told_and_the_others_are_scanned() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    let run = place.run(&[
        "scan",
        "share",
        "nowhere",
        "--no-store",
        "--format",
        "jsonl",
    ]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("nowhere: no such file or folder"),
        "{}",
        run.stderr
    );
    assert!(
        run.lines()
            .iter()
            .any(|line| line["rule"] == "se.personnummer")
    );
}

#[test]
fn nothing_to_scan_is_told() {
    let run = Place::new().run(&["scan"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("PATH") && run.stderr.contains("--config"),
        "{}",
        run.stderr
    );
}

/// The program as a user who is not root, since root may read everything.
#[cfg(target_os = "linux")]
fn run_as_nobody(place: &Place, args: &[&str]) -> Run {
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    let program = place.path("sporhund");
    std::fs::copy(env!("CARGO_BIN_EXE_sporhund"), &program).unwrap();
    let mut command = place.command_of(&program);
    let is_root = std::fs::metadata("/proc/self")
        .is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    if is_root {
        for name in ["", "home", "tmp"] {
            let path = place.path(name);
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
            chown(&path, Some(65_534), Some(65_534)).unwrap();
        }
        command.uid(65_534).gid(65_534);
    }
    Place::end(command.args(args))
}

#[cfg(target_os = "linux")]
#[test]
fn an_unreadable_folder_and_file_stand_in_the_coverage() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    place.write("share/closed.txt", NUMBER);
    place.write("share/Closed/b.txt", NUMBER);
    for name in ["share/closed.txt", "share/Closed"] {
        std::fs::set_permissions(place.path(name), std::fs::Permissions::from_mode(0o000)).unwrap();
    }
    let run = run_as_nobody(
        &place,
        &[
            "scan",
            "share",
            "--no-store",
            "--format",
            "jsonl",
            "--max-failed-share",
            "1",
        ],
    );
    std::fs::set_permissions(
        place.path("share/Closed"),
        std::fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines = run.lines();
    assert_eq!(
        records(&lines, "coverage", "closed.txt")[0]["status"],
        "unreadable"
    );
    assert_eq!(
        records(&lines, "coverage", "Closed")[0]["status"],
        "unlisted"
    );
    assert_eq!(records(&lines, "coverage", "a.txt")[0]["status"], "scanned");
}

fn zipped(content: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer
        .start_file("brev.txt", zip::write::SimpleFileOptions::default())
        .unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().into_inner()
}

/// The header of an encrypted Office file: a compound file with the stream `EncryptedPackage`.
fn encrypted() -> Vec<u8> {
    let demo = &crate::demo::DEMO.0;
    std::fs::read(demo.path("sporhund-demo/share/HR/Lösenord/låst.docx")).unwrap()
}

#[test]
fn broken_and_closed_files_are_in_the_coverage_and_the_run_goes_on() {
    let place = Place::new();
    let whole = zipped(NUMBER.repeat(50).as_bytes());
    place.write("share/whole.zip", &whole);
    place.write("share/broken.zip", &whole[..whole.len() / 2]);
    place.write("share/locked.docx", encrypted());
    place.write("share/bild.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01");
    place.write("share/half.pdf", b"%PDF-1.5\n1 0 obj\n<< /Type");
    let run = place.scan_run(&["--max-failed-share", "1"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines = run.lines();
    let status = |path: &str| {
        records(&lines, "coverage", path)[0]["status"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(status("whole.zip"), "scanned");
    assert!(["partly", "failed"].contains(&status("broken.zip").as_str()));
    assert_eq!(status("locked.docx"), "encrypted");
    assert_eq!(status("bild.jpg"), "unsupported");
    assert_eq!(records(&lines, "document", "bild.jpg")[0]["type"], "jpg");
    assert_eq!(status("half.pdf"), "failed");
    assert_eq!(place.scan_run(&["--max-failed-share", "0"]).code, 2);
}

#[test]
fn stray_bytes_in_a_csv_lose_nothing_and_are_noted() {
    let place = Place::new();
    let mut bytes = "Namn;Personnummer\n".as_bytes().to_vec();
    bytes.extend("Åsa;\nÖrjan;\nJörgen;\n".repeat(20).as_bytes());
    bytes.extend(format!("Åsa;{NUMBER}").as_bytes());
    bytes.extend(b"\nBj\xf6rn;640823-3234\n");
    place.write("share/a.csv", bytes);
    let lines = place.scan(&[]);
    let findings = records(&lines, "finding", "a.csv");
    let numbers = findings
        .iter()
        .filter(|line| line["rule"] == "se.personnummer");
    assert_eq!(numbers.count(), 2);
    let notes = records(&lines, "coverage", "a.csv")[0]["notes"].clone();
    assert_eq!(notes[0]["code"], "note-stray-bytes");
}

#[test]
fn a_plan_without_headings_is_refused_with_what_was_found_and_what_is_needed() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    place.write("plan.csv", "Namn;Handlingstyp;Telefon\nAnna;Avtal;1\n");
    for args in [
        vec!["plan", "check", "plan.csv"],
        vec!["scan", "share", "--plan", "plan.csv", "--no-store"],
    ] {
        let run = place.run(&args);
        assert_eq!(run.code, 2);
        for word in ["plan.csv", "Handlingstyp", "time limit"] {
            assert!(run.stderr.contains(word), "{word}: {}", run.stderr);
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let place = Place::new();
    place.write("share/a.txt", NUMBER);
    for args in [["-o", "/dev/full"], ["--report", "/dev/full"]] {
        let run = place.scan_run(&args);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(
            run.stderr.contains("/dev/full") && run.stderr.contains("No space left"),
            "{}",
            run.stderr
        );
    }
}

/// The number crosses the edge between two parts of a big text that has no line end.
#[test]
fn a_big_file_without_a_line_end_is_scanned_whole() {
    let place = Place::new();
    let mut bytes = b"word ".repeat((40 << 20) / 5);
    for at in [16 << 20, 32 << 20] {
        let start = at - 5;
        let number = format!(" {NUMBER} ");
        bytes[start..start + number.len()].copy_from_slice(number.as_bytes());
    }
    place.write("share/long.txt", &bytes);
    let lines = place.scan(&[]);
    let found: Vec<&Value> = records(&lines, "finding", "long.txt");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["start"], (16 << 20) - 4);
    assert_eq!(found[1]["location"]["line"], 1);
    assert_eq!(
        records(&lines, "coverage", "long.txt")[0]["status"],
        "scanned"
    );
}

#[test]
fn a_limit_that_was_hit_is_reported() {
    let place = Place::new();
    place.write("share/deep.zip", zipped(NUMBER.as_bytes()));
    place.write("share/bomb.zip", zipped(&vec![b'0'; 8 << 20]));
    let lines = place.scan(&["--max-depth", "0", "--max-member-size", "1MiB"]);
    let limits = records(&lines, "coverage", "deep.zip");
    assert!(
        limits
            .iter()
            .any(|line| line["limits"][0]["code"] == "limit-depth"),
        "{limits:?}"
    );
    let lines = place.scan(&["--max-member-size", "1MiB"]);
    let limits = records(&lines, "coverage", "bomb.zip");
    assert!(
        limits
            .iter()
            .any(|line| !line["limits"].as_array().unwrap().is_empty()),
        "{limits:?}"
    );
}
