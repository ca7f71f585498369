//! What a file is judged by, in one value of its row: a million files are judged without touching their other tables.
//!
//! It says nothing that these tables do not say, and is made of them again where it is missing, as in stores of older
//! programs. Of a register extract with thousands of persons it keeps what makes a difference: a second person, and each kind
//! of facts once.

use crate::compact::{Packer, Unpacker};
use crate::rows::{fingerprint_bytes, fingerprint_from};
use crate::tojudge::ToJudge;
use sporhund_model::{
    Confidence, Coverage, DateEvidence, DateRank, Facts, IdentityKind, Item, ItemScan, Level,
    Location, Mark, MemberPath, Mention, Outcome, RuleId, Signal, SignalSource, Signals,
};

/// The first byte. It is raised when the bytes, or the order of a list below or in `model`, become others.
const FORM: u8 = 1;

const SOURCES: [SignalSource; 6] = [
    SignalSource::Text,
    SignalSource::Heading,
    SignalSource::Header,
    SignalSource::Folder,
    SignalSource::Name,
    SignalSource::Property,
];

const RANKS: [DateRank; 7] = [
    DateRank::Registered,
    DateRank::Event,
    DateRank::Document,
    DateRank::Year,
    DateRank::Embedded,
    DateRank::Modified,
    DateRank::Changed,
];

const MARKS: [Mark; 5] = [
    Mark::Draft,
    Mark::Copy,
    Mark::Template,
    Mark::Temporary,
    Mark::Private,
];

/// The parts of a basis.
struct Parts<'a> {
    item: &'a Item,
    coverage: &'a [Coverage],
    mentions: &'a [Mention],
    signals: &'a Signals,
    persons: u64,
    level: Level,
    is_sensitive: bool,
    findings: u64,
    categories: &'a [String],
}

/// The basis of a file that was read.
pub(crate) fn of_scan(scan: &ItemScan) -> Vec<u8> {
    let names = scan.findings.iter().map(|found| found.category.as_str());
    let mut categories: Vec<String> = names.map(str::to_owned).collect();
    categories.sort_unstable();
    categories.dedup();
    pack(&Parts {
        item: &scan.item,
        coverage: &scan.coverage,
        mentions: &scan.mentions,
        signals: &scan.signals,
        persons: scan.assessment.persons.count,
        level: scan.assessment.level,
        is_sensitive: !scan.assessment.sensitive.is_empty(),
        findings: scan.findings.iter().map(|found| found.occurrences).sum(),
        categories: &categories,
    })
}

/// The basis of a file that was read from its tables.
pub(crate) fn of_record(one: &ToJudge) -> Vec<u8> {
    let record = &one.record;
    pack(&Parts {
        item: &record.item,
        coverage: &record.coverage,
        mentions: &record.mentions,
        signals: &record.signals,
        persons: record.assessment.persons.count,
        level: record.assessment.level,
        is_sensitive: one.is_sensitive,
        findings: one.findings,
        categories: &one.categories,
    })
}

fn pack(parts: &Parts<'_>) -> Vec<u8> {
    let mut to = Packer(Vec::with_capacity(128));
    to.0.push(FORM);
    to.number(parts.item.size);
    to.maybe(parts.item.times.modified, Packer::time);
    to.maybe(parts.item.times.changed, Packer::time);
    to.maybe(parts.item.unit.as_deref(), Packer::text);
    to.list(outcomes(parts.coverage).into_iter(), |to, outcome| {
        to.one_of(&Outcome::ALL, &outcome);
    });
    to.list(few(parts.mentions).into_iter(), put_mention);
    put_signals(&mut to, parts.signals);
    to.number(parts.persons);
    to.one_of(&Level::ALL, &parts.level);
    to.0.push(u8::from(parts.is_sensitive));
    to.number(parts.findings);
    to.list(parts.categories.iter(), |to, name| to.text(name));
    to.0
}

/// Puts what a basis says into a file that has its place already; `None` when it is of another form.
pub(crate) fn unpack(basis: &[u8], one: &mut ToJudge) -> Option<()> {
    let mut from = Unpacker(basis);
    if from.byte()? != FORM {
        return None;
    }
    let item = &mut one.record.item;
    item.size = from.number()?;
    item.times.modified = from.maybe(Unpacker::time)?;
    item.times.changed = from.maybe(Unpacker::time)?;
    item.unit = from.maybe(Unpacker::text)?.map(str::to_owned);
    let record = &mut one.record;
    record.coverage = from.list(take_outcome)?;
    record.mentions = from.list(take_mention)?;
    record.signals = take_signals(&mut from)?;
    record.assessment.persons.count = from.number()?;
    record.assessment.level = from.one_of(&Level::ALL)?;
    one.is_sensitive = from.byte()? != 0;
    one.findings = from.number()?;
    one.categories = from.list(|from| from.text().map(str::to_owned))?;
    Some(())
}

/// The file's own outcome, and each other that its members have.
fn outcomes(coverage: &[Coverage]) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for one in coverage {
        if !outcomes.contains(&one.outcome) {
            outcomes.push(one.outcome);
        }
    }
    outcomes
}

fn take_outcome(from: &mut Unpacker<'_>) -> Option<Coverage> {
    Some(Coverage {
        outcome: from.one_of(&Outcome::ALL)?,
        ..Coverage::default()
    })
}

/// The first person, the first other one, and the first with facts that none before had.
fn few(mentions: &[Mention]) -> Vec<&Mention> {
    let mut kept: Vec<&Mention> = Vec::new();
    let mut has_second = false;
    for mention in mentions.iter().filter(|one| one.identity.is_person()) {
        let first = kept.first().map(|first| first.fingerprint);
        let is_second = !has_second && first.is_some_and(|first| first != mention.fingerprint);
        let is_known = || kept.iter().any(|one| one.facts == mention.facts);
        if is_second || !is_known() {
            has_second |= is_second;
            kept.push(mention);
        }
    }
    kept
}

fn put_mention(to: &mut Packer, mention: &Mention) {
    to.one_of(&IdentityKind::ALL, &mention.identity);
    to.0.extend(fingerprint_bytes(&mention.fingerprint));
    to.text(mention.rule.as_str());
    let facts = &mention.facts;
    to.maybe(facts.birth_year, |to, year| to.number(u64::from(year)));
    to.maybe(facts.research_day, |to, day| to.0.push(u8::from(day)));
    let flags = [facts.probably_deceased, facts.coordination, facts.interim];
    to.0.extend(flags.map(u8::from));
}

fn take_mention(from: &mut Unpacker<'_>) -> Option<Mention> {
    let identity = from.one_of(&IdentityKind::ALL)?;
    let fingerprint = fingerprint_from(from.exactly(20)?.try_into().ok()?);
    let rule = RuleId::parse(from.text()?)?;
    let birth_year = from.maybe(|from| u16::try_from(from.number()?).ok())?;
    let research_day = from.maybe(|from| Some(from.byte()? != 0))?;
    let [probably_deceased, coordination, interim] =
        [from.byte()?, from.byte()?, from.byte()?].map(|flag| flag != 0);
    Some(Mention {
        identity,
        fingerprint,
        count: 1,
        rule,
        confidence: Confidence::default(),
        member: MemberPath::default(),
        first: Location::default(),
        facts: Facts {
            birth_year,
            research_day,
            probably_deceased,
            coordination,
            interim,
        },
    })
}

fn put_signals(to: &mut Packer, signals: &Signals) {
    to.list(signals.class_codes.iter(), put_signal);
    to.list(signals.case_numbers.iter(), put_signal);
    to.list(signals.dates.iter(), put_date);
    to.list(signals.heading_words.iter(), |to, word| to.text(word));
    to.maybe(signals.template.as_deref(), Packer::text);
    to.list(signals.marks.iter(), |to, mark| to.one_of(&MARKS, mark));
    to.maybe(signals.language.as_deref(), Packer::text);
}

fn take_signals(from: &mut Unpacker<'_>) -> Option<Signals> {
    let text = |from: &mut Unpacker<'_>| from.text().map(str::to_owned);
    Some(Signals {
        class_codes: from.list(take_signal)?,
        case_numbers: from.list(take_signal)?,
        dates: from.list(take_date)?,
        heading_words: from.list(text)?,
        template: from.maybe(text)?,
        marks: from.list(|from| from.one_of(&MARKS))?,
        language: from.maybe(text)?,
    })
}

fn put_signal(to: &mut Packer, signal: &Signal) {
    to.text(&signal.value);
    to.one_of(&SOURCES, &signal.source);
}

fn take_signal(from: &mut Unpacker<'_>) -> Option<Signal> {
    Some(Signal {
        value: from.text()?.to_owned(),
        source: from.one_of(&SOURCES)?,
    })
}

pub(crate) fn put_date(to: &mut Packer, date: &DateEvidence) {
    to.one_of(&RANKS, &date.rank);
    to.date(date.date);
    to.maybe(date.trigger.as_deref(), Packer::text);
    to.one_of(&SOURCES, &date.source);
}

pub(crate) fn take_date(from: &mut Unpacker<'_>) -> Option<DateEvidence> {
    Some(DateEvidence {
        rank: from.one_of(&RANKS)?,
        date: from.date()?,
        trigger: from.maybe(|from| from.text().map(str::to_owned))?,
        source: from.one_of(&SOURCES)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Depth, Store, Values};
    use sporhund_model::{
        Fingerprint, RelPath, Root, RootName, ScanBatch, ScanInfo, SensitiveCategory,
    };

    fn person(mac: u8, year: u16, day: Option<bool>) -> Mention {
        Mention {
            identity: IdentityKind::SePerson,
            fingerprint: Fingerprint {
                key: 7,
                mac: [mac; 16],
            },
            count: 1,
            rule: RuleId::parse("se.personnummer").unwrap(),
            confidence: Confidence::default(),
            member: MemberPath::default(),
            first: Location::default(),
            facts: Facts {
                birth_year: Some(year),
                research_day: day,
                ..Facts::default()
            },
        }
    }

    fn scan() -> ItemScan {
        let mut scan = ItemScan::default();
        scan.item.root = RootName("r".into());
        scan.item.path = RelPath::from("a/b.txt");
        scan.item.size = 300;
        scan.item.times.modified = Some(jiff::Timestamp::UNIX_EPOCH);
        scan.item.unit = Some("Skola".into());
        scan.content_hash = Some([3; 32]);
        let outcome = |outcome| Coverage {
            outcome,
            ..Coverage::default()
        };
        scan.coverage = vec![outcome(Outcome::Partly), outcome(Outcome::Encrypted)];
        scan.mentions = vec![person(1, 1980, Some(true)), person(2, 1990, None)];
        scan.signals.heading_words = vec!["beslut".into()];
        scan.signals.marks = vec![Mark::Draft];
        scan.signals.class_codes = vec![Signal {
            value: "7.1".into(),
            source: SignalSource::Header,
        }];
        scan.assessment.persons.count = 2;
        scan.assessment.level = Level::Sensitive;
        scan.assessment.sensitive = vec![SensitiveCategory {
            category: sporhund_model::Category::Health,
            confidence: Confidence::default(),
            places: 1,
        }];
        scan
    }

    #[test]
    fn a_basis_says_what_the_tables_say() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::anonymous(folder.path(), Values::Drop).unwrap();
        let root = Root {
            name: RootName("r".into()),
            path: "/srv".into(),
            display: String::new(),
            controller: String::new(),
            unit: None,
        };
        let info = ScanInfo {
            roots: vec![root.clone()],
            ..ScanInfo::default()
        };
        let mut batch = ScanBatch::new(store.begin(&info).unwrap());
        batch.items.push(scan());
        store.merge(&batch).unwrap();
        let read = || {
            let mut found = Vec::new();
            store
                .for_each_to_judge(
                    std::slice::from_ref(&root.name),
                    Depth::Verdicts,
                    &mut |one| {
                        found.push(one);
                        Ok(())
                    },
                )
                .unwrap();
            found.pop().unwrap()
        };
        let packed = read();
        assert_eq!(packed.basis, None);
        let connection = &store.connection;
        connection
            .execute("UPDATE item SET basis = NULL", [])
            .unwrap();
        let gathered = read();
        assert_eq!(packed.record, gathered.record);
        assert_eq!(packed.is_sensitive, gathered.is_sensitive);
        assert_eq!(gathered.basis, Some(of_scan(&scan())));
    }

    #[test]
    fn of_many_persons_those_are_kept_that_make_a_difference() {
        let kept = |mentions: &[Mention]| few(mentions).len();
        let alike: Vec<Mention> = (0..200).map(|mac| person(mac, 1980, Some(false))).collect();
        assert_eq!(kept(&alike), 2);
        let mut other = alike;
        other.push(person(1, 1980, None));
        other.push(person(1, 1981, None));
        assert_eq!(kept(&other), 4);
        assert_eq!(kept(&[]), 0);
    }

    #[test]
    fn a_basis_of_another_form_is_refused() {
        let mut basis = of_scan(&scan());
        let mut one = ToJudge::default();
        assert_eq!(unpack(&basis, &mut one), Some(()));
        assert_eq!(unpack(&basis[..9], &mut one), None);
        basis[0] += 1;
        assert_eq!(unpack(&basis, &mut one), None);
    }
}
