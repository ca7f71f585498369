//! The store as its callers see it: what is merged comes back, once, in order, and without raw values.
#![allow(clippy::unwrap_used)]

use sporhund_model::{
    Assessment, Category, ChangeKind, Confidence, Coverage, Facts, Finding, Fingerprint,
    IdentityKind, Item, ItemRecord, ItemScan, Location, MemberPath, MemberStep, Mention, Note,
    Outcome, Records, RelPath, Root, RootName, RuleId, ScanBatch, ScanInfo, Span, Verdict,
    VerdictState,
};
use sporhund_store::{
    Depth, Difference, Footing, Key, Mentions, Store, StoreError, ToJudge, Values, Written,
};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

const VALUE: &str = "19121212-1212";

fn root(name: &str) -> RootName {
    RootName(name.to_owned())
}

fn info() -> ScanInfo {
    let root = |name: &str| Root {
        name: root(name),
        path: PathBuf::from("/srv").join(name),
        display: String::new(),
        controller: String::new(),
        unit: None,
    };
    ScanInfo {
        program: "0.1.0".to_owned(),
        roots: vec![root("b"), root("a")],
        ..ScanInfo::default()
    }
}

fn member() -> MemberPath {
    MemberPath(vec![MemberStep {
        ordinal: 1,
        name: b"br\xe9v.txt".to_vec(),
        decoder: "text".to_owned(),
    }])
}

fn finding() -> Finding {
    Finding {
        rule: RuleId::parse("se.personnummer").unwrap(),
        category: Category::NationalId,
        member: member(),
        location: Location::default(),
        span: Span { start: 3, end: 16 },
        confidence: Confidence::new(0.9),
        reasons: vec![Note::new("reason-label")],
        masked: "1912****-****".to_owned(),
        fingerprint: Some(fingerprint()),
        person: None,
        occurrences: 2,
        column: None,
        value: Some(VALUE.to_owned()),
    }
}

fn fingerprint() -> Fingerprint {
    Fingerprint {
        key: 9,
        mac: [7; 16],
    }
}

fn mention() -> Mention {
    Mention {
        identity: IdentityKind::SePerson,
        fingerprint: fingerprint(),
        count: 2,
        rule: RuleId::parse("se.personnummer").unwrap(),
        confidence: Confidence::new(0.9),
        member: member(),
        first: Location::default(),
        facts: Facts {
            birth_year: Some(1912),
            ..Facts::default()
        },
    }
}

fn item(root_name: &str, path: &[u8]) -> Item {
    Item {
        root: root(root_name),
        path: RelPath::new(path),
        size: 5,
        ..Item::default()
    }
}

fn scanned(root_name: &str, path: &[u8]) -> ItemScan {
    ItemScan {
        item: item(root_name, path),
        read_key: [3; 16],
        format: "zip".to_owned(),
        coverage: vec![Coverage::default()],
        findings: vec![finding()],
        mentions: vec![mention()],
        assessment: Assessment {
            kind: sporhund_model::DocumentKind::Letter,
            ..Assessment::default()
        },
        ..ItemScan::default()
    }
}

fn batch(scan: u64, items: Vec<ItemScan>) -> ScanBatch {
    ScanBatch {
        items,
        ..ScanBatch::new(scan)
    }
}

fn anonymous(values: Values) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::anonymous(folder.path(), values).unwrap();
    (folder, store)
}

fn all(records: &dyn Records) -> Vec<ItemRecord> {
    let mut found = Vec::new();
    records
        .for_each(&mut |record| {
            found.push(record.clone());
            Ok(())
        })
        .unwrap();
    found
}

fn paths(store: &Store) -> Vec<Vec<u8>> {
    let found = all(store);
    found
        .iter()
        .map(|record| {
            [
                record.item.root.0.as_bytes(),
                b":",
                record.item.path.as_bytes(),
            ]
            .concat()
        })
        .collect()
}

#[test]
fn what_is_merged_comes_back_without_its_value() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    store
        .merge(&batch(scan, vec![scanned("a", b"x/y.zip")]))
        .unwrap();
    let found = store
        .find_item(&root("a"), &RelPath::from("x/y.zip"))
        .unwrap()
        .unwrap();
    let without = Finding {
        value: None,
        ..finding()
    };
    assert_eq!(found.item, item("a", b"x/y.zip"));
    assert_eq!(found.findings, [without]);
    assert_eq!(found.mentions, [mention()]);
    assert_eq!(found.assessment, scanned("a", b"").assessment);
    assert_eq!(found.format, "zip");
    assert_eq!(found.verdict, None);
    assert!(all(&store)[0].mentions.is_empty());
    assert_eq!(all(&store.records(Mentions::With))[0].mentions.len(), 1);
}

#[test]
fn values_stay_only_in_an_anonymous_store_that_was_asked_to_keep_them() {
    let (_folder, store) = anonymous(Values::Keep);
    let scan = store.begin(&info()).unwrap();
    store.merge(&batch(scan, vec![scanned("a", b"x")])).unwrap();
    assert_eq!(all(&store)[0].findings, [finding()]);
}

#[test]
fn no_raw_value_is_in_the_files_of_a_kept_store() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("s.sqlite")).unwrap();
    let scan = store.begin(&info()).unwrap();
    store.merge(&batch(scan, vec![scanned("a", b"x")])).unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
        let bytes = std::fs::read(file.path()).unwrap();
        let is_there = bytes
            .windows(VALUE.len())
            .any(|window| window == VALUE.as_bytes());
        assert!(!is_there, "{:?}", file.path());
    }
}

#[test]
fn records_come_sorted_by_root_and_the_bytes_of_the_path() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let mut wanted: Vec<&[u8]> = vec![
        b"a/b",
        b"a.txt",
        b"a-b/c",
        b"a",
        b"\xe5.txt",
        "ä/ö".as_bytes(),
        b"\xe5/z",
        b"a/b/c",
        b"B",
    ];
    let mut items: Vec<_> = wanted.iter().map(|path| scanned("a", path)).collect();
    items.insert(0, scanned("b", b"0"));
    store.merge(&batch(scan, items)).unwrap();
    wanted.sort_unstable();
    let mut wanted: Vec<Vec<u8>> = wanted.iter().map(|path| [b"a:", *path].concat()).collect();
    wanted.push(b"b:0".to_vec());
    assert_eq!(paths(&store), wanted);
}

#[test]
fn merging_twice_changes_nothing() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let once = batch(scan, vec![scanned("a", b"x"), scanned("a", b"y")]);
    store.merge(&once).unwrap();
    let before = all(&store.records(Mentions::With));
    store.merge(&once).unwrap();
    assert_eq!(all(&store.records(Mentions::With)), before);
}

#[test]
fn a_file_that_changed_loses_its_old_rows() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    store.merge(&batch(scan, vec![scanned("a", b"x")])).unwrap();
    let empty = ItemScan {
        item: item("a", b"x"),
        coverage: vec![Coverage {
            outcome: Outcome::Encrypted,
            ..Coverage::default()
        }],
        ..ItemScan::default()
    };
    store.merge(&batch(scan, vec![empty])).unwrap();
    let found = all(&store.records(Mentions::With));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].outcome(), Outcome::Encrypted);
    assert!(found[0].findings.is_empty() && found[0].mentions.is_empty());
}

#[test]
fn a_scan_goes_on_where_another_was_broken_off() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sqlite");
    let store = Store::open(&path).unwrap();
    let broken = store.begin(&info()).unwrap();
    store
        .merge(&batch(broken, vec![scanned("a", b"x")]))
        .unwrap();
    drop(store);
    let store = Store::open(&path).unwrap();
    assert!(!store.find_last_scan().unwrap().unwrap().complete);
    let scan = store.begin(&info()).unwrap();
    assert!(scan > broken);
    let folder = store.find_folder(&root("a"), &RelPath::default()).unwrap();
    let known = store.items_of(folder.unwrap().id).unwrap();
    assert_eq!(known[0].name, b"x");
    assert_eq!(known[0].read_key, [3; 16]);
    let rest = ScanBatch {
        unchanged: vec![item("a", b"x")],
        ..batch(scan, vec![scanned("a", b"y")])
    };
    store.merge(&rest).unwrap();
    assert_eq!(store.retire(&root("a"), scan, &[]).unwrap(), 0);
    let done = ScanInfo {
        id: scan,
        complete: true,
        ..info()
    };
    store.finish(&done).unwrap();
    assert_eq!(store.find_last_scan().unwrap(), Some(done));
    assert_eq!(paths(&store), [b"a:x", b"a:y"]);
    assert_eq!(store.find_root(&root("a")).unwrap().reached, Some(scan));
}

fn ended(path: &[u8], outcome: Outcome) -> ItemScan {
    ItemScan {
        item: item("a", path),
        coverage: vec![Coverage {
            outcome,
            ..Coverage::default()
        }],
        ..ItemScan::default()
    }
}

fn number(store: &Store, path: &[u8]) -> i64 {
    let path = RelPath::new(path);
    let folder = RelPath::new(path.folder());
    let folder = store.find_folder(&root("a"), &folder).unwrap().unwrap();
    let items = store.items_of(folder.id).unwrap();
    items
        .iter()
        .find(|item| item.name == path.name())
        .unwrap()
        .id
}

#[test]
fn missed_files_are_gone_and_a_closed_folder_is_told_as_long_as_it_is_closed() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let before: [&[u8]; 3] = [b"stays", b"gone", b"closed/x"];
    let items = before.map(|path| scanned("a", path)).to_vec();
    store.merge(&batch(scan, items)).unwrap();
    let scan = store.begin(&info()).unwrap();
    let closed = ended(b"closed", Outcome::Unlisted);
    store.merge(&batch(scan, vec![closed])).unwrap();
    let missing = [number(&store, b"gone")];
    assert_eq!(store.retire(&root("a"), scan, &missing).unwrap(), 1);
    let wanted: [&[u8]; 3] = [b"a:closed", b"a:closed/x", b"a:stays"];
    assert_eq!(paths(&store), wanted);
    let scan = store.begin(&info()).unwrap();
    assert_eq!(store.retire(&root("a"), scan, &[]).unwrap(), 1);
    assert_eq!(paths(&store), wanted[1..]);
}

#[test]
fn what_was_found_stays_when_a_file_is_not_reached_or_not_opened() {
    let (_folder, store) = anonymous(Values::Drop);
    for outcome in [Outcome::NotReached, Outcome::Unreadable] {
        let scan = store.begin(&info()).unwrap();
        store.merge(&batch(scan, vec![scanned("a", b"x")])).unwrap();
        store
            .merge(&batch(scan, vec![ended(b"x", outcome)]))
            .unwrap();
        let found = all(&store);
        assert_eq!(found[0].outcome(), outcome);
        assert_eq!(found[0].findings.len(), 1);
        let notes = &found[0].coverage[0].notes;
        assert_eq!(notes.last().unwrap().code, "note-earlier-results");
        let folder = store.find_folder(&root("a"), &RelPath::default()).unwrap();
        let known = store.items_of(folder.unwrap().id).unwrap();
        assert_eq!((known[0].read_key, known[0].was_read), ([0; 16], true));
    }
}

#[test]
fn a_moved_file_keeps_its_row() {
    let (_folder, store) = anonymous(Values::Drop);
    let first = store.begin(&info()).unwrap();
    store
        .merge(&batch(first, vec![scanned("a", b"x/old")]))
        .unwrap();
    let row = number(&store, b"x/old");
    let second = store.begin(&info()).unwrap();
    let moved = ItemScan {
        moved_from: Some((root("a"), RelPath::from("x/old"))),
        ..scanned("a", b"y/new")
    };
    for _ in 0..2 {
        store.merge(&batch(second, vec![moved.clone()])).unwrap();
        assert_eq!(paths(&store), [b"a:y/new"]);
        assert_eq!(number(&store, b"y/new"), row);
    }
    let mut changes = Vec::new();
    let between = Difference {
        from: first,
        to: second,
    };
    store
        .for_each_change(between, &mut |change| {
            changes.push(change.clone());
            Ok(())
        })
        .unwrap();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(changes[0].kind, ChangeKind::Moved);
    assert_eq!(changes[0].from, Some((root("a"), RelPath::from("x/old"))));
}

#[test]
fn the_difference_tells_new_gone_and_changed_files_with_what_they_held() {
    let (_folder, store) = anonymous(Values::Drop);
    let first = store.begin(&info()).unwrap();
    let before = [b"stays".as_slice(), b"goes", b"changes"];
    let items = before.map(|path| scanned("a", path)).to_vec();
    store.merge(&batch(first, items)).unwrap();
    let second = store.begin(&info()).unwrap();
    let mut changed = scanned("a", b"changes");
    changed.item.version.modified_ns = 9;
    changed.assessment.level = sporhund_model::Level::Sensitive;
    store
        .merge(&batch(second, vec![changed, scanned("a", b"comes")]))
        .unwrap();
    store
        .retire(&root("a"), second, &[number(&store, b"goes")])
        .unwrap();
    let mut told = Vec::new();
    let between = Difference {
        from: first,
        to: second,
    };
    store
        .for_each_change(between, &mut |change| {
            told.push(format!(
                "{} {}",
                change.kind.as_str(),
                change.path.display()
            ));
            if change.kind == ChangeKind::Changed {
                assert_eq!(change.level, sporhund_model::Level::Sensitive);
                assert_eq!(change.level_before, Some(sporhund_model::Level::None));
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(told, ["new comes", "gone goes", "changed changes"]);
}

#[test]
fn a_folder_is_settled_only_when_it_holds_what_was_listed() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let items = vec![scanned("a", b"x"), ended(b"y", Outcome::NotReached)];
    store.merge(&batch(scan, items)).unwrap();
    let digest = || {
        let folder = store.find_folder(&root("a"), &RelPath::default());
        folder.unwrap().unwrap().digest
    };
    let settle = |files| {
        let folder = (root("a"), RelPath::default(), [8; 16], files);
        store.settle(&[folder]).unwrap();
    };
    settle(2);
    assert_eq!(digest(), None);
    store.merge(&batch(scan, vec![scanned("a", b"y")])).unwrap();
    settle(3);
    assert_eq!(digest(), None);
    settle(2);
    assert_eq!(digest(), Some([8; 16]));
}

#[test]
fn a_purge_removes_what_was_gone_before_but_nothing_of_a_root_that_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("s.sqlite")).unwrap();
    let at = |second| ScanInfo {
        started: jiff::Timestamp::from_second(second).unwrap(),
        ..info()
    };
    let first = store.begin(&at(1_000)).unwrap();
    let items = vec![scanned("a", b"x"), scanned("b", b"x"), scanned("a", b"y")];
    store.merge(&batch(first, items)).unwrap();
    let second = store.begin(&at(2_000)).unwrap();
    store
        .retire(&root("a"), second, &[number(&store, b"x")])
        .unwrap();
    let before = jiff::Timestamp::from_second(1_500).unwrap();
    assert_eq!(store.purge(before).unwrap().files, 0);
    let third = store.begin(&at(3_000)).unwrap();
    store.put_lost(&root("a"), third).unwrap();
    let before = jiff::Timestamp::from_second(2_500).unwrap();
    assert_eq!(store.purge(before).unwrap().files, 0);
    store.retire(&root("a"), third, &[]).unwrap();
    assert_eq!(store.purge(before).unwrap().files, 1);
    assert_eq!(paths(&store), [b"a:y", b"b:x"]);
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn a_backup_is_whole_private_and_without_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("s.sqlite")).unwrap();
    let scan = store.begin(&info()).unwrap();
    store.merge(&batch(scan, vec![scanned("a", b"x")])).unwrap();
    let copy = folder.path().join("copy.sqlite");
    store.backup(&copy).unwrap();
    assert!(store.backup(&copy).is_err());
    let copied = Store::open(&copy).unwrap();
    assert_eq!(paths(&copied), [b"a:x"]);
    let dump = |store: &Store| {
        let mut text = Vec::new();
        store.dump(&mut text).unwrap();
        text
    };
    assert_eq!(dump(&copied), dump(&store));
}

#[test]
fn a_new_key_takes_the_fingerprints_on_and_the_old_one_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("s.sqlite")).unwrap();
    let old = Key::new([5; 32]);
    store.bind_key(&old).unwrap();
    let scan = store.begin(&info()).unwrap();
    let mut scanned = scanned("a", b"x");
    scanned.mentions[0].fingerprint.key = old.id();
    scanned.findings[0].fingerprint = Some(scanned.mentions[0].fingerprint);
    store.merge(&batch(scan, vec![scanned])).unwrap();
    let new = old.followed().unwrap();
    let rekeyed = store.rekey(&old, &new).unwrap();
    assert_eq!((rekeyed.mentions, rekeyed.findings), (1, 1));
    let found = all(&store.records(Mentions::With));
    let mention = found[0].mentions[0].fingerprint;
    assert_eq!(mention.key, new.id());
    assert_ne!(mention.mac, fingerprint().mac);
    assert_eq!(found[0].findings[0].fingerprint, Some(mention));
    assert!(matches!(
        store.bind_key(&old),
        Err(StoreError::OtherKey { .. })
    ));
    store.bind_key(&new).unwrap();
}

/// Judges a file that is stored.
fn judge(store: &Store, id: i64, state: VerdictState) {
    let verdict = Verdict {
        state,
        ..Verdict::default()
    };
    let footing = Footing {
        item: id,
        minute: Some(7),
        ..Footing::default()
    };
    let verdicts = store.write_verdicts().unwrap();
    let written = Written::new(ToJudge::default(), verdict, footing, "{}".into());
    verdicts.put(&written).unwrap();
    verdicts.settle("judged").unwrap();
    verdicts.commit().unwrap();
}

#[test]
fn what_was_written_since_it_was_judged_is_stale() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let one = |hash: &[u8]| batch(scan, vec![scanned("a", hash)]);
    store.merge(&one(b"x")).unwrap();
    assert!(store.stale(9).unwrap().is_empty(), "nothing was judged yet");
    judge(&store, 1, VerdictState::Review);
    assert_eq!(store.find_judged().unwrap().as_deref(), Some("judged"));
    let state = all(&store)[0].verdict.as_ref().map(|verdict| verdict.state);
    assert_eq!(state, Some(VerdictState::Review));
    store.merge(&one(b"y")).unwrap();
    assert_eq!(store.stale(9).unwrap(), [2]);
    judge(&store, 2, VerdictState::Review);
    assert!(store.stale(9).unwrap().is_empty());
    store.retire(&root("a"), scan, &[1]).unwrap();
    assert_eq!(store.stale(9).unwrap(), [1]);
    let (footing, _) = store.find_footing(1).unwrap().unwrap();
    assert_eq!(footing.minute, Some(7));
    store.forget_judged().unwrap();
    assert_eq!(store.find_judged().unwrap(), None);
}

#[test]
fn files_to_judge_come_by_root_folder_and_name_while_verdicts_are_written() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let paths: [&[u8]; 4] = [b"b/2", b"b/1", b"b-a/1", b"c"];
    let items = paths.into_iter().map(|path| scanned("a", path));
    store.merge(&batch(scan, items.collect())).unwrap();
    let mut seen = Vec::new();
    store
        .for_each_to_judge(&[root("a")], Depth::Verdicts, &mut |one| {
            judge(&store, one.id, VerdictState::Review);
            seen.push(one.record.item.path.display().into_owned());
            let alone = store.find_to_judge(one.id, &[root("a")])?;
            assert_eq!(alone.map(|alone| alone.record), Some(one.record));
            Ok(())
        })
        .unwrap();
    assert_eq!(seen, ["c", "b/1", "b/2", "b-a/1"]);
    let elsewhere = store.find_to_judge(1, &[root("b")]);
    assert_eq!(elsewhere.unwrap().map(|one| one.id), None);
    assert!(all(&store).iter().all(|record| record.verdict.is_some()));
}

#[test]
fn batches_of_another_version_or_scan_are_refused() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let other = ScanBatch {
        version: 0,
        ..batch(scan, Vec::new())
    };
    assert!(matches!(
        store.merge(&other),
        Err(StoreError::BatchVersion { found: 0, .. })
    ));
    assert!(matches!(
        store.merge(&batch(scan + 1, Vec::new())),
        Err(StoreError::UnknownScan(_))
    ));
    let nowhere = store.finish(&ScanInfo { id: 99, ..info() });
    assert!(matches!(nowhere, Err(StoreError::UnknownScan(99))));
}

#[test]
fn the_log_stays_small_while_readers_come_and_go_and_is_empty_at_the_end() {
    const LIMIT: u64 = 1 << 20;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.sqlite");
    let mut store = Store::open(&path).unwrap();
    store.set_log_limit(LIMIT);
    let scan = store.begin(&info()).unwrap();
    let items = |from: usize| {
        let item = |number| scanned("a", format!("{number:05}").as_bytes());
        batch(scan, (from..from + 50).map(item).collect())
    };
    store.merge(&items(0)).unwrap();
    let is_over = AtomicBool::new(false);
    let log = || std::fs::metadata(folder.path().join("s.sqlite-wal")).map_or(0, |log| log.len());
    let mut most = 0;
    std::thread::scope(|scope| {
        // Two readers, so that there is hardly a moment without one.
        for _ in 0..2 {
            let (path, is_over) = (&path, &is_over);
            scope.spawn(move || {
                let store = Store::open(path).unwrap();
                while !is_over.load(Ordering::Relaxed) {
                    all(&store);
                }
            });
        }
        for round in 1..40 {
            store.merge(&items(round * 50)).unwrap();
            most = most.max(log());
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(most < 6 * LIMIT, "{most}");
    store.empty_log().unwrap();
    assert_eq!(log(), 0);
    assert_eq!(all(&store).len(), 2_000);
}
