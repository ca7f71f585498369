//! Verdicts as tables and properties: phrase, evidence and day in, obligations out.

use super::*;
use crate::phrase::{self, Action, NormalForm};
use crate::plan::PlanSettings;
use jiff::ToSpan;
use jiff::tz::TimeZone;
use sporhund_model::{
    Confidence, Coverage, DateEvidence, DateRank, Facts, Fingerprint, IdentityKind, Item, Location,
    MemberPath, Mention, Obligation, Outcome, RuleId, Signal, SignalSource,
};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn row(number: u32, document_type: &str, words: &str, delivery: &str) -> PlanRow {
    let told = phrase::parse(delivery);
    PlanRow {
        number,
        document_type: document_type.to_owned(),
        phrase: words.to_owned(),
        normal: phrase::parse(words),
        delivery: (!delivery.is_empty()).then_some(NormalForm {
            action: Action::Deliver,
            needs_human: false,
            ..told
        }),
        ..PlanRow::default()
    }
}

pub(super) fn plan(rows: Vec<PlanRow>) -> Plan {
    Plan {
        name: "plan".to_owned(),
        settings: PlanSettings::of(Language::Sv),
        rows,
        ..Plan::default()
    }
}

pub(super) fn record(path: &str, modified: &str) -> ItemRecord {
    let mut item = Item {
        path: path.into(),
        ..Item::default()
    };
    if !modified.is_empty() {
        item.times.modified = Some(
            TimeZone::UTC
                .to_timestamp(date(modified).at(12, 0, 0, 0))
                .unwrap(),
        );
    }
    ItemRecord {
        item,
        coverage: vec![Coverage::default()],
        ..ItemRecord::default()
    }
}

/// `document 2012-05-01, event 2013-02-02 case_closed`
pub(super) fn with_dates(mut record: ItemRecord, dates: &str) -> ItemRecord {
    for one in dates
        .split(',')
        .map(str::trim)
        .filter(|one| !one.is_empty())
    {
        let fields: Vec<&str> = one.split(' ').collect();
        let rank = [
            DateRank::Registered,
            DateRank::Event,
            DateRank::Document,
            DateRank::Year,
            DateRank::Embedded,
        ];
        let rank = rank
            .into_iter()
            .find(|rank| clock::rank_name(*rank) == fields[0])
            .unwrap();
        let trigger = fields.get(2).map(|&word| word.to_owned());
        record.signals.dates.push(DateEvidence {
            rank,
            date: date(fields[1]),
            trigger,
            source: SignalSource::Text,
        });
    }
    record
}

fn person(mut record: ItemRecord, number: u8, research_day: Option<bool>) -> ItemRecord {
    record.mentions.push(Mention {
        identity: IdentityKind::SePerson,
        fingerprint: Fingerprint {
            key: 1,
            mac: [number; 16],
        },
        count: 1,
        rule: RuleId::parse("se.personnummer").unwrap(),
        confidence: Confidence::MAX,
        member: MemberPath::default(),
        first: Location::default(),
        facts: Facts {
            research_day,
            ..Facts::default()
        },
    });
    record
}

pub(super) fn settings(today: &str) -> Settings {
    Settings::new(date(today))
}

pub(super) fn judge_all(plan: Plan, settings: Settings, records: &[ItemRecord]) -> Vec<Verdict> {
    let mut judge = Judge::new(vec![plan], settings).unwrap();
    for record in records {
        judge.collect(record);
    }
    records.iter().map(|record| judge.verdict(record)).collect()
}

pub(super) fn codes(verdict: &Verdict) -> Vec<&str> {
    verdict
        .reasons
        .iter()
        .map(|note| note.code.as_ref())
        .collect()
}

fn shown(verdict: &Verdict) -> String {
    let kind = |obligation: &Obligation| {
        format!("{:?}={}", obligation.kind, obligation.state.as_str()).to_lowercase()
    };
    let obligations: Vec<String> = verdict.obligations.iter().map(kind).collect();
    format!("{} [{}]", verdict.state.as_str(), obligations.join(" "))
}

/// phrase | delivery | path | modified | dates in the text | today | state [obligations]
#[test]
fn gives_the_verdicts_of_the_table() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("../../tests/data/verdicts.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [words, delivery, path, modified, dates, today, want] = fields[..] else {
            panic!("{line}")
        };
        let plan = plan(vec![
            row(1, "Skolskjutsansökan", words, delivery),
            row(2, "Bygglov", "Bevaras", ""),
        ]);
        let record = with_dates(record(path, modified), dates);
        let verdict = judge_all(plan, settings(today), &[record]).remove(0);
        let got = shown(&verdict);
        if got != want {
            wrong.push(format!("{line}\n   got {got} {:?}", verdict.reasons));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count >= 150, "{count}");
}

const OLD: &str = "Personalakter/Andersson/Brev 2012-03-01.docx";

#[test]
fn a_letter_of_2012_in_a_dossier_last_written_in_2024_is_not_overdue() {
    let plan = || {
        plan(vec![row(
            1,
            "Personalakter",
            "Gallras 5 år efter sista anteckning",
            "",
        )])
    };
    let alone = judge_all(plan(), settings("2026-06-01"), &[record(OLD, "2012-03-01")]);
    assert_eq!(alone[0].state, VerdictState::PossiblyOverdue);
    let both = [
        record(OLD, "2012-03-01"),
        record("Personalakter/Andersson/Brev 2024-03-01.docx", "2024-03-01"),
    ];
    let judged = judge_all(plan(), settings("2026-06-01"), &both);
    assert_eq!(judged[0].state, VerdictState::KeepUntil);
    assert!(
        judged[0]
            .reasons
            .iter()
            .any(|note| note.code == "reason-dossier-clock")
    );
    assert_eq!(judged[0].dossier, judged[1].dossier);
}

#[test]
fn a_dossier_with_an_unreadable_member_is_never_overdue() {
    let plan = plan(vec![row(1, "Personalakter", "Gallras 2 år", "")]);
    let mut locked = record("Personalakter/Andersson/lås 2012-03-01.docx", "2012-03-01");
    locked.coverage[0].outcome = Outcome::Encrypted;
    let judged = judge_all(
        plan.clone(),
        settings("2026-06-01"),
        &[record(OLD, "2012-03-01"), locked],
    );
    assert_eq!(judged[0].state, VerdictState::Review);
    let judged = judge_all(plan, settings("2026-06-01"), &[record(OLD, "2012-03-01")]);
    assert_eq!(judged[0].state, VerdictState::Overdue);
}

#[test]
fn files_of_one_case_share_a_clock_wherever_they_lie() {
    let plan = plan(vec![row(
        1,
        "Skolskjutsansökan",
        "Gallras 2 år efter avslutat ärende",
        "",
    )]);
    let closed = with_dates(
        record("a/BUN 2012-149 Skolskjutsansökan.docx", "2012-03-01"),
        "event 2012-05-01 case_closed",
    );
    let mut other = record("b/brev.docx", "2013-03-01");
    other.signals.case_numbers.push(Signal {
        value: "BUN/2012:149".to_owned(),
        source: SignalSource::Header,
    });
    let judged = judge_all(
        plan.clone(),
        settings("2026-06-01"),
        &[closed.clone(), other.clone()],
    );
    assert_eq!(judged[0].state, VerdictState::Overdue);
    assert_eq!(judged[1].dossier.as_deref(), Some("BUN/2012:149"));
    let newer = with_dates(other, "document 2025-02-01");
    let judged = judge_all(plan, settings("2026-06-01"), &[closed, newer]);
    assert_eq!(judged[0].state, VerdictState::KeepUntil);
}

#[test]
fn birthday_exceptions_fail_safe() {
    let mut plan = plan(vec![row(1, "Personakter", "Gallras 5 år", "")]);
    plan.settings.birthday = BirthdayException::Days;
    let file = || {
        record(
            "Personakter/Andersson/Utredning 2012-03-01.docx",
            "2012-03-01",
        )
    };
    let state =
        |record: ItemRecord| judge_all(plan.clone(), settings("2026-06-01"), &[record])[0].state;
    assert_eq!(state(file()), VerdictState::Review, "no number");
    assert_eq!(state(person(file(), 1, Some(false))), VerdictState::Overdue);
    assert_eq!(state(person(file(), 1, Some(true))), VerdictState::Preserve);
    assert_eq!(
        state(person(file(), 1, None)),
        VerdictState::Review,
        "unknown day"
    );
    assert_eq!(
        state(person(person(file(), 1, Some(false)), 2, Some(false))),
        VerdictState::Review,
        "two subjects"
    );
    let all = Settings {
        birthday: BirthdayException::All,
        ..settings("2026-06-01")
    };
    assert_eq!(
        judge_all(plan.clone(), all, &[person(file(), 1, Some(false))])[0].state,
        VerdictState::Preserve
    );
}

fn born(mut record: ItemRecord, number: u8, year: Option<u16>) -> ItemRecord {
    record = person(record, number, Some(false));
    record.mentions.last_mut().unwrap().facts.birth_year = year;
    record
}

#[test]
fn a_period_from_somebodys_age_runs_from_the_birth_of_the_one_subject() {
    let plan = plan(vec![row(
        1,
        "Elevakter",
        "Gallras när eleven fyllt 25 år",
        "",
    )]);
    assert_eq!(plan.rows[0].normal.trigger, Trigger::AgeOfPerson);
    let file = || {
        record(
            "Elevakter/Andersson/Utredning 2012-03-01.docx",
            "2012-03-01",
        )
    };
    let judged =
        |records: &[ItemRecord]| judge_all(plan.clone(), settings("2026-06-01"), records).remove(0);
    let grown = judged(&[born(file(), 1, Some(1995))]);
    assert_eq!(grown.state, VerdictState::Overdue);
    assert_eq!(
        grown.evidence[grown.chosen.unwrap()].date,
        date("1995-12-31")
    );
    let young = judged(&[born(file(), 1, Some(2004))]);
    assert_eq!(young.state, VerdictState::KeepUntil);
    for unclear in [
        file(),
        born(file(), 1, None),
        born(born(file(), 1, Some(1990)), 2, Some(1991)),
    ] {
        let verdict = judged(&[unclear]);
        assert_eq!(verdict.state, VerdictState::Review);
        assert!(codes(&verdict).contains(&"reason-birth-unknown"));
    }
}

#[test]
fn persons_who_cannot_live_any_more_are_marked() {
    let plan = plan(vec![row(1, "Personakter", "Gallras 5 år", "")]);
    let marked = |records: &[ItemRecord]| {
        let judged = judge_all(plan.clone(), settings("2026-06-01"), records);
        codes(&judged[0]).contains(&"reason-subjects-deceased")
    };
    let file = || record("Personakter/Berg/Brev 2012-03-01.docx", "2012-03-01");
    assert!(marked(&[born(file(), 1, Some(1915))]));
    assert!(!marked(&[born(file(), 1, Some(1916))]), "may be 110");
    assert!(!marked(&[born(file(), 1, None)]));
    assert!(!marked(&[file()]));
    let younger = born(record("Personakter/Berg/Svar.docx", ""), 2, Some(1990));
    assert!(!marked(&[born(file(), 1, Some(1900)), younger]));
}

#[test]
fn a_share_whose_times_all_come_from_one_migration_says_nothing() {
    let plan = plan(vec![row(1, "Klasslistor", "Gallras 2 år", "")]);
    let records: Vec<ItemRecord> = (0..60)
        .map(|at| record(&format!("Klasslistor/{at} klass.docx"), "2014-03-01"))
        .collect();
    let judged = judge_all(plan.clone(), settings("2026-06-01"), &records);
    assert!(
        judged
            .iter()
            .all(|verdict| verdict.state == VerdictState::Review)
    );
    let judged = judge_all(plan, settings("2026-06-01"), &records[..3]);
    assert_eq!(judged[0].state, VerdictState::PossiblyOverdue);
}

#[test]
fn candidates_with_different_actions_are_ambiguous_and_the_longest_of_others_counts() {
    let rows = vec![
        row(1, "Klasslistor för årskurs", "Gallras 2 år", ""),
        row(2, "Klasslistor för läsår", "Gallras 10 år", ""),
    ];
    let file = [record("Klasslistor/7A 2019-03-01.docx", "2019-03-01")];
    let judged = judge_all(plan(rows), settings("2026-06-01"), &file);
    assert_eq!(judged[0].row.as_ref().unwrap().row, 2);
    assert_eq!(judged[0].state, VerdictState::KeepUntil);
    let rows = vec![
        row(1, "Klasslistor", "Gallras 2 år", ""),
        row(2, "Klasslistor", "Bevaras", ""),
    ];
    let judged = judge_all(plan(rows), settings("2026-06-01"), &file);
    assert_eq!(judged[0].state, VerdictState::Review);
    assert_eq!(judged[0].candidates.len(), 2);
}

#[test]
fn without_a_plan_only_the_age_is_told() {
    let mut judge = Judge::new(Vec::new(), settings("2026-06-01")).unwrap();
    let record = record("Klasslistor/7A 2019-03-01.docx", "2020-01-01");
    judge.collect(&record);
    let verdict = judge.verdict(&record);
    assert_eq!(verdict.state, VerdictState::Unclassified);
    let codes: Vec<&str> = verdict
        .reasons
        .iter()
        .map(|note| note.code.as_ref())
        .collect();
    assert_eq!(codes, ["reason-no-plan", "reason-age"]);
}

#[test]
fn holds_go_before_everything_and_a_broken_pattern_is_refused() {
    let held = Settings {
        holds: vec!["Klasslistor/**".to_owned()],
        ..settings("2026-06-01")
    };
    let plan = plan(vec![row(1, "Klasslistor", "Gallras 2 år", "")]);
    let judged = judge_all(
        plan,
        held,
        &[record("Klasslistor/7A 2012-03-01.docx", "2012-03-01")],
    );
    assert_eq!(judged[0].state, VerdictState::OnHold);
    let broken = Settings {
        holds: vec!["a[".to_owned()],
        ..settings("2026-06-01")
    };
    assert!(Judge::new(Vec::new(), broken).is_err());
}

fn severity(state: VerdictState) -> u8 {
    match state {
        VerdictState::Overdue => 3,
        VerdictState::PossiblyOverdue => 2,
        VerdictState::Review | VerdictState::DueSoon => 1,
        _ => 0,
    }
}

proptest::proptest! {
    #[test]
    fn a_file_never_becomes_less_overdue_as_days_pass(
        words in proptest::sample::select(vec!["Gallras 2 år", "Gallras 3 månader efter beslut", "Gallras vid läsårets slut", "Gallras 5 år efter avslutat ärende", "Senast 1 år"]),
        dates in proptest::collection::vec((0_usize..5, 0_i32..9000, proptest::bool::ANY), 0..4),
        name in proptest::sample::select(vec!["Klasslistor/a.docx", "Klasslistor/VT19.docx", "Personalakter/Andersson/Klasslista 2015-04-04.docx", "Klasslistor/KS 2014-149.docx"]),
        start in 0_i32..9000, step in 1_i32..4000,
    ) {
        let ranks = ["registered", "event", "document", "year", "embedded"];
        let base = date("2005-01-01");
        let text: Vec<String> = dates.iter().map(|(rank, days, closed)| {
            format!("{} {} {}", ranks[*rank], base + days.days(), if *closed { "case_closed" } else { "decision" })
        }).collect();
        let record = [with_dates(record(name, "2016-02-02"), &text.join(","))];
        let plan = plan(vec![row(1, "Klasslistor", words, "")]);
        let at = |day: Date| judge_all(plan.clone(), Settings::new(day), &record)[0].state;
        let (early, late) = (at(base + start.days()), at(base + (start + step).days()));
        if severity(early) >= 2 {
            proptest::prop_assert!(severity(late) >= severity(early), "{early:?} {late:?}");
        }
    }

    #[test]
    fn no_path_makes_the_judge_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..50), words in "\\PC{0,30}") {
        let mut record = record("x", "2016-02-02");
        record.item.path = sporhund_model::RelPath::new(bytes);
        record.signals.heading_words.push(words.clone());
        record.signals.case_numbers.push(Signal { value: words.clone(), source: SignalSource::Text });
        judge_all(plan(vec![row(1, &words, &words, "")]), settings("2026-06-01"), &[record]);
    }
}

#[test]
fn a_topic_below_a_group_is_no_dossier_and_this_year_is_not_the_future() {
    let rows = vec![row(1, "Tidrapporter", "Gallras 2 år", "")];
    let files = [
        record("Personal/Lön/Tidrapport 2018-08-31.csv", "2018-09-01"),
        record("Personal/Lön/Tidrapport 2026.csv", "2026-02-01"),
    ];
    let judged = judge_all(plan(rows), settings("2026-06-01"), &files);
    assert_eq!(judged[0].state, VerdictState::Overdue, "{:?}", judged[0]);
    assert_eq!(judged[0].dossier, None);
    assert_eq!(judged[1].state, VerdictState::KeepUntil, "{:?}", judged[1]);
}
