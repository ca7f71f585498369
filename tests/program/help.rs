//! Help in three languages, and the configuration file.

use crate::program::Place;

fn help(args: &[&str]) -> String {
    let run = Place::new().run(args);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.stdout
}

#[test]
fn help_lists_the_commands() {
    insta::assert_snapshot!(help(&["help"]));
}

#[test]
fn help_of_scan_groups_its_flags() {
    insta::assert_snapshot!(help(&["help", "scan"]));
}

#[test]
fn help_is_told_in_swedish_and_danish() {
    let place = Place::new();
    let mut command = place.command();
    let run = Place::end(command.args(["help", "scan"]).env("LANG", "sv_SE.UTF-8"));
    assert!(run.stdout.contains("Genomsöker mappar och filer") && run.stdout.contains("Gränser:"));
    assert!(help(&["scan", "--help", "--language=da"]).contains("Gennemsøger mapper og filer"));
    assert!(help(&["--language", "da", "help"]).contains("Finder personoplysninger"));
}

#[test]
fn every_flag_of_every_command_has_help() {
    for command in ["scan", "demo", "judge", "explain"] {
        let text = help(&["help", command]);
        let mut lines = text
            .lines()
            .skip_while(|line| !line.starts_with("Arguments") && !line.starts_with("Options"));
        while let Some(line) = lines.next() {
            let is_flag =
                line.trim_start().starts_with("--") || line.trim_start().starts_with("-o");
            let told = line.split("  ").filter(|part| !part.is_empty()).count() > 1;
            assert!(
                !is_flag
                    || told
                    || lines
                        .next()
                        .is_some_and(|next| next.starts_with("          ")),
                "{line}"
            );
        }
    }
}

#[test]
fn a_wrong_flag_ends_with_2_and_says_what_is_right() {
    let run = Place::new().run(&["scan", "--formt", "jsonl"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--format"), "{}", run.stderr);
}

#[test]
fn the_configuration_that_init_writes_is_scanned_by() {
    let place = Place::new();
    place.write("share/a.txt", "anna@example.org");
    let config = place.run(&["config", "init"]).stdout;
    let config = config
        .replace("# [[root]]", "[[root]]")
        .replace("# name = \"VON\"", "name = \"VON\"")
        .replace("# path = \"/srv/share/VON\"", "path = \"share\"")
        .replace("# no-store = false", "no-store = true")
        .replace("# format = \"human\"", "format = \"jsonl\"");
    place.write("sporhund.toml", config);
    let run = place.run(&["scan", "--config", "sporhund.toml"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.lines()[0]["roots"][0]["name"], "VON");
}

#[test]
fn a_wrong_setting_is_told_with_file_and_line() {
    let place = Place::new();
    place.write("sporhund.toml", "threads = 2\nmemry = \"1GiB\"\n");
    let run = place.run(&["scan", "share", "--config", "sporhund.toml"]);
    assert_eq!(run.code, 2);
    for word in ["sporhund.toml", "line 2", "memry", "memory"] {
        assert!(run.stderr.contains(word), "{word}: {}", run.stderr);
    }
}
