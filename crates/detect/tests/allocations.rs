//! Nothing is allocated for a candidate that is rejected: most are, and there are millions of them.

mod common;

use allocation_counter::measure;
use sporhund_detect::DocumentHead;
use sporhund_model::{Chunk, Event, Origin, Part, Place, PlaceId, Receiver, Segment};
use std::fmt::Write;

/// Dates that are none, check digits that fail, times, amounts, versions and codes, as logs and tables are full of them.
fn rejected() -> String {
    let mut text = String::new();
    for number in 0..2_000_u64 {
        let code = number.wrapping_mul(7_919) % 89_999 + 10_000;
        let _ = writeln!(
            text,
            "2024-03-{:02} 14:{:02}:07.{code} id=b{code}-4d1a ver 1.{}.3 99{code}99-{:04} {code},50 4013{code}9",
            number % 28 + 1,
            number % 60,
            number % 9,
            number % 999,
        );
    }
    text
}

#[test]
fn rejecting_a_candidate_allocates_nothing() {
    let (rules, settings) = (common::rules(), common::settings());
    let mut scanner = rules.scanner(&settings);
    scanner.begin(&DocumentHead::default());
    let _ = scanner.receive(Event::Place(PlaceId(0), Place::part(Part::Body)));
    let text = rejected();
    let chunk = Chunk {
        own: 0..text.len() as u32,
        text,
        segments: vec![Segment::default()],
        origin: Some(Origin::default()),
    };
    // The first chunks fill the buffers and the beginning of the document.
    for _ in 0..3 {
        let _ = scanner.receive(Event::Chunk(&chunk));
    }
    let info = measure(|| {
        let _ = scanner.receive(Event::Chunk(&chunk));
    });
    assert_eq!(info.count_total, 0, "{info:?} for 2,000 lines");
}
