//! `rules` and `plan`.

use crate::program::{NUMBER, Place, lines};

#[test]
fn the_rules_of_the_program_hold_their_examples() {
    let run = Place::new().run(&["rules", "check"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains(": 0 failures"), "{}", run.stdout);
}

#[test]
fn a_rule_is_listed_shown_and_tried() {
    let place = Place::new();
    assert!(
        place
            .run(&["rules", "list"])
            .stdout
            .contains("se.personnummer")
    );
    assert!(
        place
            .run(&["rules", "show", "dk.cpr"])
            .stdout
            .contains("validate")
    );
    assert_eq!(place.run(&["rules", "show", "dk.crp"]).code, 2);
    let text = format!("Personnummer: {NUMBER}");
    let tried = place.run(&["rules", "test", "--text", &text]).stdout;
    assert!(tried.contains("14..25  se.personnummer"), "{tried}");
}

fn own_rule(pattern_line: &str) -> String {
    format!(
        "id = \"own.number\"\nname = \"Own\"\ndescription = \"A number of our own.\"\ncategory = \"other\"\n\
         level = \"ordinary\"\nconfidence = 0.8\nexamples = [\"A-123456\", \"A-654321\"]\n\
         negative_examples = [\"A-12\", \"B-123456\"]\n\n[candidate]\nkind = \"regex\"\n{pattern_line}\n"
    )
}

#[test]
fn a_rule_of_ones_own_is_checked_and_used() {
    let place = Place::new();
    place.write(
        "mine/own.toml",
        own_rule("pattern = '(?-u:\\bA-[0-9]{6}\\b)'"),
    );
    let run = place.run(&["rules", "check", "mine"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    place.write("share/a.txt", "Nr A-424242");
    let found = place.scan(&["--rules", "mine", "--only", "own.number"]);
    assert!(found.iter().any(|line| line["rule"] == "own.number"));
}

#[test]
fn an_error_in_a_rule_is_told_with_file_line_and_what_would_be_right() {
    let place = Place::new();
    place.write(
        "mine/own.toml",
        own_rule("pattern = '(?-u:A-[0-9]{6})'").replace("\"other\"", "\"othr\""),
    );
    let run = place.run(&["rules", "check", "mine"]);
    assert_eq!(run.code, 2);
    for word in ["own.toml", "line 4", "othr", "one of", "other"] {
        assert!(run.stderr.contains(word), "{word}: {}", run.stderr);
    }
    place.write("mine/own.toml", own_rule("pattern = '(?-u:C-[0-9]{6})'"));
    let run = place.run(&["rules", "check", "mine"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("line 7") && run.stderr.contains("A-123456"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_plan_is_shown_as_it_is_understood() {
    let place = Place::new();
    let plan = "Plan för nämnden;;\n;;\nKlassificering;Handlingstyp;Gallringsfrist\n1.1;Kallelser;Gallras 2 år\n1.2;Avtal;Bevaras\n";
    place.write("plan.csv", plan);
    let run = place.run(&["plan", "check", "plan.csv"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for word in ["2 rules", "row 3", "Handlingstyp", "P2Y", "preserve"] {
        assert!(run.stdout.contains(word), "{word}: {}", run.stdout);
    }
    for format in ["csv", "jsonl"] {
        let normalised = place.run(&["plan", "check", "plan.csv", "--format", format]);
        let name = format!("normalised.{format}");
        place.write(&name, normalised.stdout);
        let again = place.run(&["plan", "check", &name]);
        assert_eq!(again.code, 0, "{}", again.stderr);
        assert!(again.stdout.contains("2 rules"), "{}", again.stdout);
    }
}

#[test]
fn phrases_are_read_from_standard_input_in_order() {
    use std::io::Write;
    use std::process::Stdio;
    let place = Place::new();
    let mut command = place.command();
    command.args(["plan", "explain", "--format", "jsonl", "-"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all("Gallras 5 år\nBevaras\n".as_bytes())
        .unwrap();
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let found = lines(&text);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["phrase"], "Gallras 5 år");
    assert_eq!(found[0]["period"], "P5Y");
    assert_eq!(found[1]["action"], "preserve");
}
