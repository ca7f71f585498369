//! Round trips, and what a hostile worker could send.

use super::*;
use proptest::prelude::*;

fn chunk() -> Chunk {
    let segment = |start, place, join| Segment {
        start,
        place: PlaceId(place),
        cell: Cell { row: 2, column: 3 },
        join,
        offset: 1 << 40,
        line: 9,
    };
    Chunk {
        text: "Åsa\tören".into(),
        segments: vec![segment(0, 0, Join::Hard), segment(5, 1, Join::Soft)],
        own: 0..5,
        origin: None,
    }
}

fn place() -> Place {
    Place {
        part: Part::Hidden,
        sheet: Some("Blad1".into()),
        page: Some(3),
        slide: None,
        table: Some(u32::MAX),
    }
}

fn checker() -> Checker {
    let mut checker = Checker::default();
    checker.begin(1);
    checker
}

/// Sends one event over the wire.
fn sent<'a>(checker: &'a mut Checker, event: &Event<'_>) -> Result<Event<'a>, Violation> {
    let mut bytes = Vec::new();
    put_event(&mut bytes, event)?;
    checker.event(bytes[0], &bytes[5..])
}

fn with_places() -> Checker {
    let mut checker = checker();
    for id in 0..2 {
        let event = Event::Place(PlaceId(id), place());
        assert_eq!(sent(&mut checker, &event).as_ref(), Ok(&event));
    }
    checker
}

#[test]
fn every_event_comes_out_as_it_went_in() {
    let mut checker = with_places();
    let (chunk, step) = (
        chunk(),
        MemberStep {
            ordinal: 7,
            name: b"f\xe4rg.txt".to_vec(),
            decoder: "docx".into(),
        },
    );
    let cell = |row| Cell { row, column: 2 };
    let merge = Merge {
        first: cell(1),
        last: cell(3),
    };
    for event in [
        Event::Chunk(&chunk),
        Event::Merge(PlaceId(0), merge),
        Event::Property {
            name: "dc:creator",
            value: "Å",
        },
        Event::OpenMember(step),
        Event::CloseMember(Outcome::Encrypted),
        Event::Note(
            Note::new("limit-depth")
                .with("most", 8_u32)
                .with("format", "zip"),
        ),
    ] {
        assert_eq!(sent(&mut checker, &event).as_ref(), Ok(&event));
    }
}

#[test]
fn merges_of_an_unknown_place_or_backwards_are_refused() {
    let merge = |first, last| Merge {
        first: Cell {
            row: first,
            column: 1,
        },
        last: Cell {
            row: last,
            column: 1,
        },
    };
    for (place, merge) in [(9, merge(1, 2)), (0, merge(2, 1)), (0, merge(0, 2))] {
        let event = Event::Merge(PlaceId(place), merge);
        assert!(sent(&mut with_places(), &event).is_err(), "{event:?}");
    }
}

#[test]
fn chunks_that_would_make_a_reader_panic_are_refused() {
    type Change = fn(&mut Chunk);
    let changes: [(&str, Change); 8] = [
        ("a segment within a letter", |chunk| {
            chunk.segments[1].start = 1;
        }),
        ("a segment past the end", |chunk| {
            chunk.segments[1].start = 99;
        }),
        ("a first segment that is not first", |chunk| {
            chunk.segments[0].start = 4;
        }),
        ("segments out of order", |chunk| chunk.segments.swap(0, 1)),
        ("a place that was never given", |chunk| {
            chunk.segments[0].place = PlaceId(2);
        }),
        ("own past the end", |chunk| chunk.own = 0..99),
        ("own backwards", |chunk| {
            chunk.own = std::ops::Range { start: 5, end: 0 }
        }),
        ("no segments", |chunk| chunk.segments.clear()),
    ];
    for (what, change) in changes {
        let mut bad = chunk();
        change(&mut bad);
        assert!(
            sent(&mut with_places(), &Event::Chunk(&bad)).is_err(),
            "{what}"
        );
    }
}

#[test]
fn members_close_only_after_they_opened_and_nest_no_deeper_than_allowed() {
    let close = Event::CloseMember(Outcome::Scanned);
    assert!(sent(&mut checker(), &close).is_err());
    let mut checker = checker();
    let open = Event::OpenMember(MemberStep::default());
    assert!(sent(&mut checker, &open).is_ok());
    assert!(sent(&mut checker, &open).is_ok());
    assert!(sent(&mut checker, &open).is_err());
    assert_eq!(checker.depth(), 2);
}

#[test]
fn places_count_from_zero_and_notes_hold_codes() {
    let late = Event::Place(PlaceId(1), place());
    assert!(sent(&mut checker(), &late).is_err());
    for code in ["", "Has Space", "åäö"] {
        let note = Event::Note(Note {
            code: code.into(),
            args: BTreeMap::new(),
        });
        assert!(sent(&mut checker(), &note).is_err(), "{code}");
    }
    let control = Event::Note(Note::new("note").with("text", "\u{1b}[2J"));
    assert!(sent(&mut checker(), &control).is_err());
}

proptest! {
    #[test]
    fn no_frame_makes_the_parent_panic(tag in 0_u8..10, payload: Vec<u8>) {
        let mut checker = with_places();
        let _ = checker.event(tag, &payload);
    }

    #[test]
    fn a_damaged_chunk_is_refused_or_whole(at in 0_usize..80, byte: u8) {
        let mut bytes = Vec::new();
        put_event(&mut bytes, &Event::Chunk(&chunk())).unwrap();
        if let Some(place) = bytes.get_mut(5 + at) {
            *place = byte;
        }
        let mut checker = with_places();
        if let Ok(Event::Chunk(chunk)) = checker.event(bytes[0], &bytes[5..]) {
            for segment in &chunk.segments {
                prop_assert!(chunk.text.get(segment.start as usize..).is_some());
            }
            prop_assert!(chunk.text.get(chunk.own.start as usize..chunk.own.end as usize).is_some());
        }
    }
}
