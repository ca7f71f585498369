use super::*;
use serde_json::Value;

/// (line number, right, dangerous, needless human) of the sample that came with the domain notes.
fn measure(take: impl Fn(usize) -> bool) -> (usize, Vec<String>, usize, usize) {
    let (mut all, mut wrong, mut dangerous, mut needless) = (0, Vec::new(), 0, 0);
    for (index, line) in include_str!("../../tests/data/retention_phrases_sample.jsonl")
        .lines()
        .enumerate()
    {
        if !take(index + 1) {
            continue;
        }
        all += 1;
        let case: Value = serde_json::from_str(line).unwrap();
        let phrase = case["phrase"].as_str().unwrap();
        let got = serde_json::to_value(Reading::of(phrase)).unwrap();
        let fits = |field: &str| {
            got[field] == case["expect"][field]
                || case["accept"][field]
                    .as_array()
                    .is_some_and(|list| list.contains(&got[field]))
        };
        if !["action", "period", "trigger", "needs_human"]
            .iter()
            .all(|field| fits(field))
        {
            wrong.push(format!(
                "{} {phrase}: {got} != {}",
                index + 1,
                case["expect"]
            ));
        }
        dangerous += usize::from(
            got["action"] == "dispose" && !fits("action") && got["needs_human"] == false,
        );
        needless += usize::from(got["needs_human"] == true && !fits("needs_human"));
    }
    (all, wrong, dangerous, needless)
}

#[test]
fn reads_the_sample_of_real_phrases() {
    for (name, part) in [("tuned on", 0), ("held out", 1)] {
        let (all, wrong, dangerous, needless) = measure(|line| (line % 3 == 0) == (part == 1));
        let right = all - wrong.len();
        assert_eq!(dangerous, 0, "{name}");
        assert!(
            right * 100 >= all * 95,
            "{name}: {right} of {all}: {wrong:#?}"
        );
        assert!(needless * 100 <= all * 3, "{name}: {needless} of {all}");
    }
}

/// Phrases of our own: what plans say beside the sample.
#[test]
fn reads_what_swedish_and_danish_plans_say() {
    let mut wrong = Vec::new();
    for line in include_str!("../../tests/data/phrases.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [phrase, action, period, trigger, human, bound, duty] = fields[..] else {
            panic!("{line}");
        };
        let phrase = phrase
            .replace("\\n", "\n")
            .replace("\\u{ad}", "\u{ad}")
            .replace('_', "\u{a0}");
        let got = serde_json::to_value(Reading::of(&phrase)).unwrap();
        let text = |field: &str| match &got[field] {
            Value::Bool(true) => "human".to_owned(),
            Value::Null | Value::Bool(false) => "-".to_owned(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        let got = [
            "action",
            "period",
            "trigger",
            "needs_human",
            "bound",
            "duty",
        ]
        .map(text);
        let want = [action, period, trigger, human, bound, duty];
        if got != want {
            wrong.push(format!("{phrase}: {got:?} != {want:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_sentinel_of_no_limit_is_no_disposal() {
    assert_eq!(parse("P18250D").action, Action::Preserve);
    assert!(parse("P100D").needs_human);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,80}") {
        parse(&text);
        explain(&text);
    }

    #[test]
    fn no_words_of_the_field_make_the_parser_panic(words in proptest::collection::vec(proptest::sample::select(vec![
        "gallras", "bevaras", "efter", "5", "år", "(", ")", ",", ".", "när", "och", "inte", "ej", "får", "halvt", "ett",
        "till", "slutarkiv", "-", "/", "G", "B", "K", "+", "P5Y", "fyllt", "18", "så länge", "\n", "2018:10", "§", "e", "½",
    ]), 0..14)) {
        let text = words.join(" ");
        let form = parse(&text);
        proptest::prop_assert!(form.action != Action::Unknown || form.needs_human);
    }
}
