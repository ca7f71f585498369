//! Columns that say something about the person of their row: `Diagnos`, `Fackförening`. Each filled cell counts.

use super::Scanner;
use crate::hit::{Hit, Naming};
use crate::persons::{Signs, sign_of};
use crate::rule::CandidateSpec;
use crate::table::{Column, csv_column};
use sporhund_model::{Category, Chunk, Note};
use std::ops::Range;

/// How sure a filled cell under such a heading is, in thousandths.
const SURE: i16 = 850;
/// A number or name must be at least this sure to stand for a person, in thousandths.
const PERSON: i16 = 500;
/// The longest cell that is a value and no text of its own, in bytes.
const MAX_VALUE: usize = 80;
/// The longest row that is looked through, in bytes and cells.
const ROW: usize = 4096;
const CELLS: usize = 256;

/// A cell of a row.
struct RowCell {
    column: Column,
    bytes: Range<usize>,
}

impl Scanner<'_> {
    /// Adds a hit for each filled cell under a sensitive heading in the row of a person among `hits`.
    pub(super) fn tie_columns(&mut self, chunk: &Chunk, hits: &mut Vec<Hit>) {
        let rules = self.sensitive_headings();
        if rules.is_empty() {
            return;
        }
        let mut found = Vec::new();
        let mut row_end = 0;
        for (index, hit) in hits.iter().enumerate() {
            if !self.is_person(hit) || (hit.start as usize) < row_end {
                continue;
            }
            let row = row_of(chunk, hit.start);
            row_end = row.last().map_or(row_end, |cell| cell.bytes.end);
            for cell in &row {
                for rule in &rules {
                    found.extend(self.in_column(chunk, cell, *rule, index));
                }
            }
        }
        found.retain(|hit: &Hit| {
            let overlaps = |other: &Hit| other.start < hit.end && hit.start < other.end;
            !hits
                .iter()
                .any(|other| other.rule == hit.rule && overlaps(other))
        });
        hits.append(&mut found);
    }

    /// The rules of terms that some heading names.
    fn sensitive_headings(&self) -> Vec<u16> {
        if self.headings.is_empty() {
            return Vec::new();
        }
        let is_one = |(number, rule): &(usize, &crate::compile::Rule)| {
            matches!(rule.loaded.file.candidate, CandidateSpec::Words { .. })
                && self.headings.names(*number as u16)
        };
        let rules = self.rules.all.iter().enumerate().filter(is_one);
        rules.map(|(number, _)| number as u16).collect()
    }

    fn is_person(&self, hit: &Hit) -> bool {
        let category = self.rules.rule(hit.rule).map(|rule| rule.category);
        matches!(category, Some(Category::NationalId | Category::Name)) && hit.confidence >= PERSON
    }

    fn in_column(&self, chunk: &Chunk, cell: &RowCell, rule: u16, person: usize) -> Option<Hit> {
        let labels = &self.rules.labels;
        if self.headings.naming(labels, cell.column, rule) != Naming::Heading {
            return None;
        }
        let raw = chunk.text.get(cell.bytes.clone())?;
        let text = raw.trim().trim_matches('"');
        let is_filled = text.len() <= MAX_VALUE
            && text.chars().any(char::is_alphanumeric)
            && !sign_of(text).has(Signs::EMPTY);
        let start = cell.bytes.start + raw.find(text)?;
        let mut hit = Hit::new(
            rule,
            u32::try_from(start).ok()?,
            u32::try_from(start + text.len()).ok()?,
            SURE,
        );
        hit.naming = Naming::Heading;
        hit.column = Some(cell.column);
        hit.person = Some(person);
        hit.reasons.push(Note::new("reason-sensitive-column"));
        is_filled.then_some(hit)
    }
}

/// The cells of the row in which a byte stands.
fn row_of(chunk: &Chunk, at: u32) -> Vec<RowCell> {
    match chunk.origin.as_ref().and_then(|origin| origin.delimiter) {
        Some(delimiter) => csv_row(chunk.text.as_bytes(), at, delimiter),
        None => table_row(chunk, at),
    }
}

fn csv_row(text: &[u8], at: u32, delimiter: u8) -> Vec<RowCell> {
    let (column, line) = csv_column(text, at, delimiter);
    let line = line as usize;
    let rest = text
        .get(line..text.len().min(line + ROW))
        .unwrap_or_default();
    let rest = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let mut row = Vec::new();
    let (mut start, mut quoted, mut number) = (line, false, 1);
    for (index, byte) in rest.iter().chain([&delimiter]).enumerate() {
        quoted ^= *byte == b'"';
        if *byte == delimiter && (!quoted || index == rest.len()) && row.len() < CELLS {
            let place = Column {
                column: number,
                ..column
            };
            row.push(RowCell {
                column: place,
                bytes: start..line + index,
            });
            start = line + index + 1;
            number += 1;
        }
    }
    row
}

fn table_row(chunk: &Chunk, at: u32) -> Vec<RowCell> {
    let own = chunk.segment_at(at);
    if !own.cell.is_some() {
        return Vec::new();
    }
    let here = chunk
        .segments
        .partition_point(|segment| segment.start <= at)
        .saturating_sub(1);
    let same = |segment: &&sporhund_model::Segment| {
        segment.place == own.place && segment.cell.is_some() && segment.cell.row == own.cell.row
    };
    let before = chunk.segments.get(..here).unwrap_or_default();
    let first = here - before.iter().rev().take(CELLS).take_while(same).count();
    let behind = chunk.segments.get(first..).unwrap_or_default();
    let count = behind.iter().take(CELLS).take_while(same).count();
    let cell = |index: usize| {
        let segment = chunk.segments.get(index)?;
        let next = chunk.segments.get(index + 1);
        let end = next.map_or(chunk.text.len(), |next| next.start as usize);
        Some(RowCell {
            column: Column {
                place: segment.place,
                column: segment.cell.column,
            },
            bytes: segment.start as usize..end,
        })
    };
    (first..first + count).filter_map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_a_row_of_csv_at_its_delimiters_outside_quotes() {
        let text = "a;b;c\n811218-9876;\"x;y\";nej\nz";
        let row = csv_row(text.as_bytes(), 8, b';');
        let cells: Vec<&str> = row.iter().map(|cell| &text[cell.bytes.clone()]).collect();
        assert_eq!(cells, ["811218-9876", "\"x;y\"", "nej"]);
        assert_eq!(row[2].column.column, 3);
    }
}
