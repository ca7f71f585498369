//! Broken and hostile bytes: reading ends, says so, and never panics.

// Test files: the lint's own exception reaches only functions marked as tests.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use sporhund_extract::fuzz::decode_any;
use sporhund_extract::{Input, Limits, decode, sniff, tables};
use sporhund_model::{Event, Outcome, Receiver, Stopped};

fn seeds() -> &'static Vec<Vec<u8>> {
    static SEEDS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let data = fs::read_dir(root.join("src")).unwrap().flatten();
        data.map(|folder| folder.path().join("tests/data"))
            .chain([root.join("tests/data/places")])
            .filter_map(|folder| fs::read_dir(folder).ok())
            .flatten()
            .flatten()
            .filter(|entry| entry.path().extension().is_some_and(|end| end == "in"))
            // The library for 7z goes on for ever with some broken blocks; it is the pool of workers that ends it.
            .filter(|entry| entry.file_name() != "seven.in")
            .map(|entry| fs::read(entry.path()).unwrap())
            .collect()
    })
}

fn did_not_panic(bytes: &[u8]) -> bool {
    decode_any(bytes);
    !panicked(bytes)
}

/// Whether the inner belt had to catch something.
fn panicked(bytes: &[u8]) -> bool {
    struct Notes(bool);
    impl Receiver for Notes {
        fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
            if let Event::Note(note) = event {
                self.0 |= note.code == "error-decoder-panicked";
            }
            Ok(())
        }
    }
    let mut notes = Notes(false);
    let mut input = Input {
        reader: &mut Cursor::new(bytes),
        size: bytes.len() as u64,
        extension: "",
    };
    decode(&mut input, &Limits::default(), &mut notes);
    notes.0
}

#[test]
fn every_seed_is_decoded_without_a_panic() {
    for seed in seeds() {
        assert!(did_not_panic(seed));
    }
}

#[test]
fn every_cut_of_a_small_seed_ends() {
    for seed in seeds().iter().filter(|seed| seed.len() < 2_000) {
        for end in (0..seed.len()).step_by(13) {
            assert!(did_not_panic(&seed[..end]));
        }
    }
}

#[test]
fn a_receiver_that_stops_is_obeyed() {
    struct Once(u32);
    impl Receiver for Once {
        fn receive(&mut self, _: Event<'_>) -> Result<(), Stopped> {
            self.0 += 1;
            Err(Stopped)
        }
    }
    for seed in seeds() {
        let mut once = Once(0);
        let mut input = Input {
            reader: &mut Cursor::new(seed),
            size: seed.len() as u64,
            extension: "",
        };
        decode(&mut input, &Limits::default(), &mut once);
        assert!(once.0 <= 1);
    }
}

#[test]
fn rows_of_a_csv_come_as_a_table() {
    let text = "Plan f\u{f6}r n\u{e4}mnden\nHandling;Gallras\nFaktura;\"efter 7;sju \u{e5}r\"\n;\n";
    let mut input = Input {
        reader: &mut Cursor::new(text),
        size: text.len() as u64,
        extension: "csv",
    };
    let tables = tables(&mut input, &Limits::default()).unwrap();
    assert_eq!(tables.len(), 1);
    let last = tables[0].rows.last().unwrap();
    assert_eq!(
        (last.number, last.cells[1].as_str()),
        (3, "efter 7;sju \u{e5}r")
    );
}

fn tables_of(seed: &str) -> Vec<sporhund_model::Table> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(seed);
    let bytes = fs::read(path).unwrap();
    let mut input = Input {
        size: bytes.len() as u64,
        reader: &mut Cursor::new(bytes),
        extension: "",
    };
    tables(&mut input, &Limits::default()).unwrap()
}

#[test]
fn sheets_and_tables_of_documents_come_as_rows() {
    let sheets = tables_of("xlsx/tests/data/everything.in");
    assert_eq!(sheets[0].name, "Elever");
    assert_eq!(sheets[0].rows[0].cells, ["Namn", "Personnummer", "Datum"]);
    // The cell at the last column is beyond any plan, and its row without text is left out.
    assert_eq!(sheets[0].rows.len(), 3);
    assert_eq!(sheets[1].rows[0].number, 5);
    assert_eq!(sheets[1].rows[0].cells, ["", "gömt"]);
    let document = tables_of("docx/tests/data/everything.in");
    assert_eq!(document.len(), 2);
    assert_eq!(document[0].above.last().unwrap(), "Synligt dolt synligt");
    assert_eq!(document[0].rows[0].cells, ["Namn", "Nummer\nandra raden"]);
}

#[test]
fn a_compound_file_with_an_encrypted_package_is_encrypted() {
    let mut bytes = vec![0u8; 4096];
    bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    bytes[30] = 9;
    bytes[48] = 1;
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes[1024..1024 + name.len()].copy_from_slice(&name);
    assert_eq!(decode_any(&bytes).outcome, Outcome::Encrypted);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..600), extension in "[a-z]{0,4}") {
        sniff(&bytes, &extension);
        prop_assert!(did_not_panic(&bytes));
    }

    #[test]
    fn changed_seeds_end(
        seed in 0..1_000usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
    ) {
        let seeds = seeds();
        let mut bytes = seeds[seed % seeds.len()].clone();
        for (at, value) in changes {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
        }
        prop_assert!(did_not_panic(&bytes));
    }
}
