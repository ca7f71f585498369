//! What operations work with: stores, locks, profiles, schedules, logs, figures and messages.

use crate::program::{NUMBER, Place, lines};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

fn scan(place: &Place, more: &[&str]) -> crate::program::Run {
    let mut all = vec![
        "scan", "share", "--store", "s.sqlite", "--key", "k", "-o", "out.txt",
    ];
    all.extend(more);
    place.run(&all)
}

fn share(files: usize) -> Place {
    let place = Place::new();
    for number in 0..files {
        place.write(
            &format!("share/{number:02}.txt"),
            format!("{NUMBER} nr {number}"),
        );
    }
    place
}

#[test]
fn a_share_that_lost_files_is_not_believed_until_it_is_accepted() {
    let place = share(20);
    assert_eq!(scan(&place, &[]).code, 0);
    for number in 0..3 {
        std::fs::remove_file(place.path(&format!("share/{number:02}.txt"))).unwrap();
    }
    let refused = scan(&place, &[]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.stderr.contains("3 of 20 files"),
        "{}",
        refused.stderr
    );
    let accepted = scan(&place, &["--accept-loss", "share"]);
    assert_eq!(accepted.code, 0, "{}", accepted.stderr);
    let diff = place.run(&["diff", "1", "3", "--store", "s.sqlite", "--format", "jsonl"]);
    let gone = diff
        .lines()
        .iter()
        .filter(|line| line["change"] == "gone")
        .count();
    assert_eq!(gone, 3, "{}", diff.stdout);
}

#[test]
fn a_second_run_on_the_same_store_is_told_who_holds_it() {
    let place = share(2);
    assert_eq!(scan(&place, &[]).code, 0);
    let mut lock = std::fs::File::options()
        .write(true)
        .open(place.path("s.sqlite-lock"))
        .unwrap();
    lock.lock().unwrap();
    lock.write_all(br#"{"pid":4711,"host":"natt","since":"2026-11-24 20:00:00"}"#)
        .unwrap();
    let refused = scan(&place, &[]);
    assert_eq!(refused.code, 2);
    for word in ["4711", "natt", "2026-11-24 20:00:00"] {
        assert!(refused.stderr.contains(word), "{word}: {}", refused.stderr);
    }
    // Reading and copying go on meanwhile.
    assert_eq!(place.run(&["history", "--store", "s.sqlite"]).code, 0);
    assert_eq!(
        place
            .run(&["store", "backup", "b.sqlite", "--store", "s.sqlite"])
            .code,
        0
    );
    // Its holder is gone, whatever the file says.
    drop(lock);
    assert_eq!(scan(&place, &[]).code, 0);
}

#[test]
fn a_store_is_checked_copied_purged_and_compacted() {
    let place = share(12);
    scan(&place, &[]);
    let store = |command: &[&str]| {
        let mut all = vec!["store"];
        all.extend(command);
        all.extend(["--store", "s.sqlite", "--key", "k"]);
        place.run(&all)
    };
    assert_eq!(store(&["check"]).code, 0);
    assert_eq!(store(&["backup", "copy.sqlite"]).code, 0);
    assert_eq!(store(&["backup", "copy.sqlite"]).code, 2);
    let key = place.read("k");
    let copy = std::fs::read(place.path("copy.sqlite")).unwrap();
    let holds = |part: &[u8]| copy.windows(part.len()).any(|found| found == part);
    assert!(!holds(key.trim().as_bytes()));
    assert_eq!(store(&["purge", "--older-than", "1d"]).code, 0);
    assert_eq!(store(&["purge", "--older-than", "soon"]).code, 2);
    assert_eq!(store(&["vacuum"]).code, 0);
    assert_eq!(
        place.run(&["store", "check", "--store", "no.sqlite"]).code,
        2
    );
    let connection = rusqlite::Connection::open(place.path("s.sqlite")).unwrap();
    connection
        .execute("UPDATE finding SET body = 'no json'", [])
        .unwrap();
    drop(connection);
    let broken = store(&["check"]);
    assert_eq!(broken.code, 2, "{}", broken.stdout);
}

#[test]
fn a_new_key_needs_no_file_to_be_read_again() {
    let place = share(3);
    scan(&place, &[]);
    let before = place.read("k");
    let rekeyed = place.run(&["store", "rekey", "--store", "s.sqlite", "--key", "k"]);
    assert_eq!(rekeyed.code, 0, "{}", rekeyed.stderr);
    assert_ne!(place.read("k"), before);
    let dump = |store: &str| place.run(&["store", "dump", "--store", store]).stdout;
    let taken_on = dump("s.sqlite");
    let again = scan(&place, &[]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.stderr.contains("3 unchanged"), "{}", again.stderr);
    // What a scan finds under the new key is what the old fingerprints became.
    let fresh = place.run(&[
        "scan", "share", "--store", "f.sqlite", "--key", "k", "-o", "out.txt",
    ]);
    assert_eq!(fresh.code, 0, "{}", fresh.stderr);
    let fingerprints = |text: &str| -> Vec<String> {
        let parts = text.split("\"fingerprint\":\"").skip(1);
        parts
            .filter_map(|part| Some(part.split('"').next()?.to_owned()))
            .collect()
    };
    assert!(!fingerprints(&taken_on).is_empty(), "{taken_on}");
    assert_eq!(fingerprints(&dump("f.sqlite")), fingerprints(&taken_on));
    place.write("old", before);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(place.path("old"), mode).unwrap();
    }
    let old = place.run(&["scan", "share", "--store", "s.sqlite", "--key", "old"]);
    assert_eq!(old.code, 2);
}

#[test]
fn history_and_difference_are_told_in_text_lines_and_the_report() {
    let place = share(20);
    scan(&place, &[]);
    place.write("share/ny.txt", "anna@example.org");
    place.write("share/00.txt", "tom");
    std::fs::remove_file(place.path("share/01.txt")).unwrap();
    std::fs::rename(
        place.path("share/02.txt"),
        place.path("share/annat namn.txt"),
    )
    .unwrap();
    let run = scan(&place, &["--report", "r.html"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let history = place.run(&["history", "--store", "s.sqlite"]);
    assert!(
        history.stdout.contains("came to its end"),
        "{}",
        history.stdout
    );
    let scans = place
        .run(&["history", "--store", "s.sqlite", "--format", "jsonl"])
        .lines();
    assert_eq!(scans.len(), 2);
    assert_eq!(scans[1]["controllers"][""]["files"], 20);
    let diff = place.run(&["diff", "1", "2", "--store", "s.sqlite"]).stdout;
    for line in ["ny.txt", "01.txt", "annat namn.txt ← 02.txt", "00.txt  ("] {
        assert!(diff.contains(line), "{line}: {diff}");
    }
    let report = place.read("r.html");
    assert_eq!(report.matches("data-chart=\"trend\"").count(), 4);
    assert_eq!(report.matches("data-chart=\"changes\"").count(), 1);
    let wrong = place.run(&["diff", "2", "1", "--store", "s.sqlite"]);
    assert_eq!(wrong.code, 2);
    let unknown = place.run(&["diff", "1", "9", "--store", "s.sqlite"]);
    assert_eq!(unknown.code, 2);
}

#[test]
fn changes_are_written_instead_of_everything() {
    let place = share(5);
    let args = ["--changes", "--format", "jsonl"];
    let place_scan = |more: &[&str]| {
        let mut all = vec!["scan", "share", "--store", "s.sqlite", "--key", "k"];
        all.extend(more);
        place.run(&all)
    };
    assert_eq!(place_scan(&args).lines().len(), 5);
    assert_eq!(place_scan(&args).lines().len(), 0);
    place.write("share/04.txt", "annat");
    let changed = place_scan(&args).lines();
    assert_eq!(changed.len(), 1);
    assert_eq!(
        (&changed[0]["change"], &changed[0]["path"]),
        (&"changed".into(), &"04.txt".into())
    );
}

const CONFIG: &str = r#"
store = "s.sqlite"
key = "k"
output = "out.txt"
[[root]]
name = "VON"
path = "share"
max-files-per-second = 1000
[[root]]
name = "BUN"
path = "other"
[profile.nightly]
roots = ["VON"]
nice = 5
metrics = "sporhund.prom"
exclude = ["*.bak"]
"#;

#[test]
fn a_profile_chooses_roots_and_settings_and_figures_are_written() {
    let place = share(3);
    place.write("share/x.bak", NUMBER);
    place.write("sporhund.toml", CONFIG);
    let run = place.run(&["scan", "--config", "sporhund.toml", "--profile", "nightly"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let figures = place.read("sporhund.prom");
    for line in [
        "sporhund_files 3",
        "sporhund_run_success 1",
        "sporhund_coverage_ratio 1",
        "sporhund_root_up{root=\"VON\"} 1",
    ] {
        assert!(
            figures.lines().any(|found| found == line),
            "{line}: {figures}"
        );
    }
    assert!(!figures.contains("BUN"));
    let all = place.run(&["scan", "--config", "sporhund.toml"]);
    assert_eq!(all.code, 2, "{}", all.stderr);
}

#[test]
fn logs_for_machines_are_json_without_names_of_files() {
    let place = share(3);
    place.write("share/811218-9876 hemlig.txt", NUMBER);
    let run = scan(&place, &["--log-format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let logged = lines(&run.stderr);
    assert!(logged.len() >= 3, "{}", run.stderr);
    assert!(
        logged
            .iter()
            .all(|line| line["level"].is_string() && line["timestamp"].is_string())
    );
    assert!(
        logged
            .iter()
            .any(|line| line["message"] == "scan ends" && line["files"] == 4)
    );
    assert!(!run.stderr.contains("hemlig") && !run.stderr.contains("9876"));
}

/// Takes one mail and returns what the client said.
fn mail_server() -> (u16, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || {
        let stream = listener.accept().unwrap().0;
        let mut to = stream.try_clone().unwrap();
        let mut said = String::new();
        let mut in_text = false;
        to.write_all(b"220 mail.example.org\r\n").unwrap();
        for line in BufReader::new(stream).lines() {
            let line = line.unwrap();
            said.push_str(&line);
            said.push('\n');
            let answer: &[u8] = match line.get(..4).unwrap_or_default() {
                _ if in_text && line != "." => continue,
                "EHLO" => b"250-mail.example.org\r\n250 8BITMIME\r\n",
                "DATA" => {
                    in_text = true;
                    b"354 go on\r\n"
                }
                "QUIT" => break,
                _ => {
                    in_text = false;
                    b"250 ok\r\n"
                }
            };
            to.write_all(answer).unwrap();
        }
        said
    });
    (port, server)
}

#[test]
fn the_end_of_a_run_is_told_by_mail_with_counts_only() {
    let place = share(3);
    place.write("share/811218-9876 hemlig.txt", NUMBER);
    let (port, server) = mail_server();
    let config = format!(
        "store = \"s.sqlite\"\nkey = \"k\"\n[mail]\nserver = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n\
         from = \"sporhund@example.org\"\nto = [\"drift@example.org\"]\n"
    );
    place.write("sporhund.toml", config);
    let run = place.run(&[
        "scan",
        "share",
        "--config",
        "sporhund.toml",
        "-o",
        "out.txt",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let said = server.join().unwrap();
    assert!(said.contains("RCPT TO:<drift@example.org>"), "{said}");
    assert!(said.contains("Documents with personal data: 4"), "{said}");
    assert!(
        !said.contains("hemlig") && !said.contains("9876") && !said.contains("8112"),
        "{said}"
    );
}

#[test]
fn a_mail_server_that_is_away_is_no_error_of_the_run() {
    let place = share(1);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let config = format!("[webhook]\nurl = \"http://127.0.0.1:{port}/secret\"\n");
    place.write("sporhund.toml", config);
    let run = scan(&place, &["--config", "sporhund.toml"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("Nobody could be told"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("secret"), "{}", run.stderr);
}

#[test]
fn a_run_that_read_far_less_than_the_last_warns_loudly() {
    let place = share(20);
    scan(&place, &[]);
    for number in 0..15 {
        std::fs::remove_file(place.path(&format!("share/{number:02}.txt"))).unwrap();
    }
    let run = scan(&place, &["--accept-loss", "share"]);
    assert!(
        run.stderr.contains("FAR LESS WAS READ THAN LAST TIME: 5"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_run_outside_of_its_window_does_not_begin() {
    let place = share(1);
    // One minute a day, which is not this one.
    let now = jiff::ZonedDateTime::now();
    let hour = (now.hour() + 12) % 24;
    let window = format!("{hour:02}:00-{hour:02}:01");
    let run = scan(&place, &["--window", &window]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains(&window), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_task_for_windows_has_what_the_scheduler_requires() {
    let place = share(0);
    place.write("sporhund.toml", CONFIG);
    let run = place.run(&[
        "schedule",
        "print",
        "--kind",
        "windows",
        "--config",
        "sporhund.toml",
        "--at",
        "21:30",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for part in [
        "<Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">",
        "<RegistrationInfo>",
        "<StartBoundary>2026-01-01T21:30:00</StartBoundary>",
        "<DaysInterval>1</DaysInterval>",
        "<Principal id=\"Author\">",
        "<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>",
        "<Actions Context=\"Author\">",
        "<Command>",
        "<Arguments>scan --config ",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    let cron = place.run(&[
        "schedule",
        "print",
        "--kind",
        "cron",
        "--config",
        "sporhund.toml",
    ]);
    assert!(
        cron.stdout.contains("0 20 * * * sporhund nice -n 10 "),
        "{}",
        cron.stdout
    );
}

#[cfg(unix)]
#[allow(clippy::print_stdout, reason = "what was left out is said")]
#[test]
fn systemd_takes_the_service_and_the_timer() {
    let place = share(0);
    place.write("sporhund.toml", CONFIG);
    let config = [
        "--config",
        "sporhund.toml",
        "--profile",
        "nightly",
        "--user",
        "root",
        "--dir",
        "units",
    ];
    std::fs::create_dir(place.path("units")).unwrap();
    let mut all = vec!["schedule", "install", "--kind", "systemd"];
    all.extend(config);
    let run = place.run(&all);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("systemctl enable --now sporhund-nightly.timer"),
        "{}",
        run.stderr
    );
    let service = place.read("units/sporhund-nightly.service");
    for line in [
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "CapabilityBoundingSet=",
    ] {
        assert!(
            service.lines().any(|found| found == line),
            "{line}: {service}"
        );
    }
    let mut verify = std::process::Command::new("systemd-analyze");
    verify.arg("verify").arg("--man=no");
    for unit in ["sporhund-nightly.service", "sporhund-nightly.timer"] {
        verify.arg(place.path("units").join(unit));
    }
    match verify.output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.success() && !said.contains("sporhund-nightly"),
                "{said}"
            );
        }
        Err(_) => println!("SKIPPED: systemd-analyze is not installed"),
    }
}

#[test]
fn the_configuration_says_which_level_a_kind_has_and_which_addresses_are_official() {
    let place = Place::new();
    place.write("share/gammal.txt", format!("Elev: Karin Berg, {NUMBER}"));
    place.write(
        "share/post.txt",
        "Skriv till eva.berg@kommunen.example i morgon.",
    );
    let scan = |config: &str| {
        place.write("sporhund.toml", config);
        let arguments = [
            "scan",
            "share",
            "--config",
            "sporhund.toml",
            "--no-store",
            "--format",
            "jsonl",
        ];
        let run = place.run(&arguments);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let level = |name: &str| {
            let lines = run.lines();
            let document = lines.iter().find(|line| {
                line["record"] == "document"
                    && line["path"]
                        .as_str()
                        .is_some_and(|path| path.ends_with(name))
            });
            document.map(|document| document["level"].as_str().unwrap_or_default().to_owned())
        };
        (level("gammal.txt"), level("post.txt"))
    };
    let plain = scan("");
    assert_eq!(plain.0.as_deref(), Some("confidential"));
    assert_eq!(plain.1.as_deref(), Some("ordinary"));
    let own = "[levels]\n\"se.personnummer\" = \"sensitive\"\n\n[except]\ndomains = [\"kommunen.example\"]\n";
    let told = scan(own);
    assert_eq!(told.0.as_deref(), Some("sensitive"));
    assert_eq!(told.1.as_deref(), Some("official"));
}
