//! Sensitive terms count only when tied to a person: near an identifier, in the same row, or under a heading beside one.

use crate::compile::Rules;
use crate::hit::Hit;
use crate::words::{Meaning, Strength, WordHit};
use sporhund_model::{Category, Chunk, Join, Note};

/// Bytes between a term and a person in running text: about 15 words and the sentence they stand in.
const NEAR: u32 = 160;
/// Bytes within which a term is as good as beside the person.
const BESIDE: u32 = 60;
/// The longest row that is looked through.
const ROW: u32 = 4096;
/// A number must be at least this sure to stand for a person, in thousandths.
const PERSON: i16 = 500;

/// Adds a hit for each term that is tied to one of the persons among `hits` (sorted by start).
pub(crate) fn tie(chunk: &Chunk, rules: &Rules, terms: &[WordHit], hits: &mut Vec<Hit>) {
    let persons: Vec<usize> = (0..hits.len())
        .filter(|index| is_person(rules, &hits[*index]))
        .collect();
    if persons.is_empty() {
        return;
    }
    let mut tied = Vec::new();
    for term in terms {
        let after = persons.partition_point(|index| hits[*index].start < term.start);
        let nearest = [after.checked_sub(1), Some(after)]
            .into_iter()
            .flatten()
            .filter_map(|number| persons.get(number))
            .filter_map(|index| {
                distance(chunk, term, &hits[*index]).map(|distance| (distance, *index))
            })
            .min();
        if let Some((distance, index)) = nearest {
            tied.extend(hit_of(rules, term, distance, index));
        }
    }
    hits.append(&mut tied);
}

fn is_person(rules: &Rules, hit: &Hit) -> bool {
    let category = rules.rule(hit.rule).map(|rule| rule.category);
    category == Some(Category::NationalId) && hit.confidence >= PERSON
}

/// How far a term stands from a person that it is tied to; 0 in the same row.
fn distance(chunk: &Chunk, term: &WordHit, person: &Hit) -> Option<u32> {
    let (from, to) = if term.end <= person.start {
        (term.end, person.start)
    } else {
        (person.end.min(term.start), term.start)
    };
    let gap = to - from;
    if gap > ROW {
        return None;
    }
    let between = chunk.text.as_bytes().get(from as usize..to as usize)?;
    if chunk
        .origin
        .as_ref()
        .is_some_and(|origin| origin.delimiter.is_some())
    {
        return memchr::memchr(b'\n', between).is_none().then_some(0);
    }
    let (one, other) = (chunk.segment_at(term.start), chunk.segment_at(person.start));
    if one.cell.is_some() && other.cell.is_some() {
        return (one.place == other.place && one.cell.row == other.cell.row).then_some(0);
    }
    let hard = chunk.segments.iter().skip(
        chunk
            .segments
            .partition_point(|segment| segment.start <= from),
    );
    let crosses = hard
        .take_while(|segment| segment.start <= to)
        .any(|segment| segment.join == Join::Hard);
    (gap <= NEAR && !crosses && memchr::memmem::find(between, b"\n\n").is_none()).then_some(gap)
}

fn hit_of(rules: &Rules, term: &WordHit, distance: u32, person: usize) -> Option<Hit> {
    let Meaning::Term {
        rule,
        strength,
        line,
    } = rules.dictionary.entry(term.number)?.meaning
    else {
        return None;
    };
    let beside = distance <= BESIDE;
    let confidence = match (strength, beside) {
        (Strength::Strong, true) => 900,
        (Strength::Strong, false) => 800,
        (Strength::Weak, true) => 650,
        (Strength::Weak, false) => 550,
        (Strength::Context, _) => return None,
    };
    let mut hit = Hit::new(rule, term.start, term.end, confidence);
    hit.person = Some(person);
    let category = rules.rule(rule)?.category;
    let code = format!("{}:{}", category.as_str(), line);
    let reason = if distance == 0 {
        "reason-term-in-row"
    } else {
        "reason-term-near"
    };
    hit.reasons.push(
        Note::new(reason)
            .with("term", code)
            .with("distance", distance),
    );
    Some(hit)
}
