//! The store as its callers see it: what is merged comes back, once, in order, and without raw values.
#![allow(clippy::unwrap_used)]

use sporhund_model::{
    Assessment, Category, Confidence, Coverage, Facts, Finding, Fingerprint, IdentityKind, Item,
    ItemRecord, ItemScan, Location, MemberPath, MemberStep, Mention, Note, Outcome, Records,
    RelPath, Root, RootName, RuleId, ScanBatch, ScanInfo, Span, Verdict, VerdictState,
};
use sporhund_store::{Mentions, Retired, Store, StoreError, Values};
use std::path::PathBuf;

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
    let keys = store.read_keys(&root("a"), b"").unwrap();
    assert_eq!(keys.get(b"x".as_slice()), Some(&[3; 16]));
    let rest = ScanBatch {
        unchanged: vec![item("a", b"x")],
        ..batch(scan, vec![scanned("a", b"y")])
    };
    store.merge(&rest).unwrap();
    assert_eq!(store.retire(&root("a"), scan).unwrap(), Retired::Gone(0));
    let done = ScanInfo {
        id: scan,
        complete: true,
        ..info()
    };
    store.finish(&done).unwrap();
    assert_eq!(store.find_last_scan().unwrap(), Some(done));
    assert_eq!(paths(&store), [b"a:x", b"a:y"]);
    let key = store
        .find_read_key(&root("a"), &RelPath::from("y"))
        .unwrap();
    assert_eq!(key, Some([3; 16]));
}

#[test]
fn files_that_were_not_met_are_gone_unless_their_folder_was_not_listed() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let paths_before: [&[u8]; 5] = [
        b"stays",
        b"gone",
        b"closed/x",
        b"closed/deep/y",
        b"closed2/z",
    ];
    let items = paths_before.map(|path| scanned("a", path)).to_vec();
    store.merge(&batch(scan, items)).unwrap();
    let scan = store.begin(&info()).unwrap();
    assert_eq!(
        store.retire(&root("a"), scan).unwrap(),
        Retired::NothingSeen
    );
    let closed = ItemScan {
        coverage: vec![Coverage {
            outcome: Outcome::Unlisted,
            ..Coverage::default()
        }],
        ..ItemScan {
            item: item("a", b"closed"),
            ..ItemScan::default()
        }
    };
    let met = ScanBatch {
        unchanged: vec![item("a", b"stays")],
        ..batch(scan, vec![closed])
    };
    store.merge(&met).unwrap();
    assert_eq!(store.retire(&root("a"), scan).unwrap(), Retired::Gone(2));
    let left = paths(&store);
    let wanted: [&[u8]; 4] = [b"a:closed", b"a:closed/deep/y", b"a:closed/x", b"a:stays"];
    assert_eq!(left, wanted);
}

#[test]
fn only_verdicts_that_changed_are_written() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    store.merge(&batch(scan, vec![scanned("a", b"x")])).unwrap();
    let verdict = |state| {
        let verdict = Verdict {
            state,
            ..Verdict::default()
        };
        [(root("a"), RelPath::from("x"), verdict)]
    };
    let unknown = [(root("a"), RelPath::from("no"), Verdict::default())];
    assert_eq!(
        store.put_verdicts(&verdict(VerdictState::Review)).unwrap(),
        1
    );
    assert_eq!(
        store.put_verdicts(&verdict(VerdictState::Review)).unwrap(),
        0
    );
    assert_eq!(
        store.put_verdicts(&verdict(VerdictState::Overdue)).unwrap(),
        1
    );
    assert_eq!(store.put_verdicts(&unknown).unwrap(), 0);
    let found = all(&store);
    let state = found[0].verdict.as_ref().map(|verdict| verdict.state);
    assert_eq!(state, Some(VerdictState::Overdue));
}

#[test]
fn verdicts_can_be_written_while_records_are_read() {
    let (_folder, store) = anonymous(Values::Drop);
    let scan = store.begin(&info()).unwrap();
    let items = (0..50).map(|number| scanned("a", format!("{number}").as_bytes()));
    store.merge(&batch(scan, items.collect())).unwrap();
    let mut seen = 0;
    store
        .for_each(&mut |record| {
            seen += 1;
            let place = (record.item.root.clone(), record.item.path.clone());
            store.put_verdicts(&[(place.0, place.1, Verdict::default())])?;
            Ok(())
        })
        .unwrap();
    assert_eq!(seen, 50);
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
