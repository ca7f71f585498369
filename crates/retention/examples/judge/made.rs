//! Made-up files and a plan that knows some of them.

use jiff::civil::{Date, date};
use sporhund_model::{
    Coverage, DateEvidence, DateRank, Item, ItemRecord, Signal, SignalSource, Signals,
};
use sporhund_retention::phrase;
use sporhund_retention::plan::{Plan, PlanRow};

const BOARDS: [&str; 6] = ["BUN", "SN", "KS", "SBN", "HR", "KFN"];
const TYPES: [&str; 12] = [
    "Klasslista",
    "Delegationsbeslut",
    "Anställningsavtal",
    "Skolskjutsansökan",
    "Leverantörsfaktura",
    "Bygglovsritning",
    "Genomförandeplan",
    "Minnesanteckning",
    "Semesterlista",
    "Tillsynsrapport",
    "Avvikelserapport",
    "Bordsplacering",
];
const PHRASES: [&str; 5] = [
    "Gallras 2 år",
    "Bevaras",
    "Gallras 5 år efter avslutat ärende",
    "Bevaras. Levereras till kommunarkivet efter 5 år",
    "Gallras vid inaktualitet",
];

/// A plan of so many rows.
pub fn plan(rows: u32) -> Plan {
    let row = |number: u32| {
        let kind = TYPES[number as usize % (TYPES.len() - 1)];
        let qualifier = number / TYPES.len() as u32;
        PlanRow {
            number,
            class_code: format!("{}.{}", 1 + number % 9, 1 + number / 9),
            document_type: if qualifier == 0 {
                format!("{kind}or")
            } else {
                format!("{kind} för område {qualifier}")
            },
            normal: phrase::parse(PHRASES[number as usize % PHRASES.len()]),
            ..PlanRow::default()
        }
    };
    Plan {
        name: "plan".to_owned(),
        rows: (1..=rows).map(row).collect(),
        ..Plan::default()
    }
}

fn day(number: u32) -> Date {
    let year = 2008 + (number % 18) as i16;
    date(year, 1 + (number % 12) as i8, 1 + (number % 28) as i8)
}

fn path(number: u32) -> String {
    let board = BOARDS[(number / 7_000) as usize % BOARDS.len()];
    let kind = TYPES[(number / 500) as usize % TYPES.len()];
    let day = day(number);
    match number % 5 {
        0 => format!("{board}/{kind}or/{day} {kind} {number}.docx"),
        1 => format!("{board}/Gemensam/{}/{kind} {day}.pdf", day.year()),
        2 => format!("{board}/Personakter/Akt {}/brev {day}.docx", number / 20),
        3 => format!(
            "{board}/{board} {}-{}/handling {number}.docx",
            day.year(),
            number / 10 % 900 + 100
        ),
        _ => format!("{board}/Diverse/Mapp {}/fil {number}.xlsx", number / 300),
    }
}

/// A file by its number.
pub fn record(number: u32) -> ItemRecord {
    let mut item = Item {
        path: path(number).as_str().into(),
        size: 20_000,
        ..Item::default()
    };
    let modified = day(number).at(9, (number % 60) as i8, 0, 0);
    item.times.modified = jiff::tz::TimeZone::UTC.to_timestamp(modified).ok();
    let mut signals = Signals {
        heading_words: vec![TYPES[number as usize % TYPES.len()].to_lowercase()],
        language: Some("sv".to_owned()),
        dates: vec![DateEvidence {
            rank: DateRank::Embedded,
            date: day(number),
            trigger: None,
            source: SignalSource::Property,
        }],
        ..Signals::default()
    };
    if number.is_multiple_of(10) {
        signals.case_numbers.push(Signal {
            value: format!("KS/2019:{}", number / 100),
            source: SignalSource::Text,
        });
    }
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&(number / 2).to_le_bytes());
    ItemRecord {
        item,
        coverage: vec![Coverage::default()],
        signals,
        content_hash: number.is_multiple_of(3).then_some(hash),
        ..ItemRecord::default()
    }
}
