//! One finding for a whole column: what readers see instead of thousands of findings. Mentions keep each identity.

use crate::table::Column;
use crate::tally::SAMPLES;
use sporhund_model::{ColumnTotal, Finding, Note};
use std::collections::BTreeMap;

/// A column with so many values becomes one finding.
const AGGREGATED: u64 = 8;

/// What a column holds of one rule in one member.
#[derive(Debug, Default)]
struct Collected {
    findings: Vec<Finding>,
    total: u64,
    distinct: u64,
}

/// The columns of a document.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    columns: BTreeMap<(u32, u16, Column), Collected>,
}

impl Columns {
    /// Adds samples of a column with how many values and distinct identities they stand for.
    pub(crate) fn add(
        &mut self,
        key: (u32, u16, Column),
        findings: Vec<Finding>,
        (total, distinct): (u64, u64),
    ) {
        let column = self.columns.entry(key).or_default();
        column.findings.extend(findings);
        column.total += total;
        column.distinct += distinct;
    }

    /// The findings with their members: one for a column, or as they are for a few values.
    pub(crate) fn into_findings(self) -> impl Iterator<Item = (u32, Finding)> {
        self.columns
            .into_iter()
            .flat_map(|((member, _, column), collected)| {
                let findings = if collected.total >= AGGREGATED {
                    whole(column, collected).into_iter().collect()
                } else {
                    spread(collected.findings, collected.total)
                };
                findings.into_iter().map(move |finding| (member, finding))
            })
    }
}

/// The first sample with what the whole column holds.
fn whole(column: Column, collected: Collected) -> Option<Finding> {
    let Collected {
        mut findings,
        total,
        distinct,
    } = collected;
    findings.sort_by_key(|finding| finding.span.start);
    let samples = findings.iter().take(SAMPLES);
    let samples = samples.map(|finding| finding.location.clone()).collect();
    let mut first = findings.into_iter().next()?;
    first.reasons.push(total_note(column, total, distinct));
    first.occurrences = total;
    first.column = Some(ColumnTotal {
        column: column.letters(),
        distinct,
        samples,
    });
    Some(first)
}

/// How many values a column holds, and how many distinct ones.
pub(crate) fn total_of_column(column: Column, total: u64, distinct: u64) -> Option<Note> {
    (total >= AGGREGATED).then(|| total_note(column, total, distinct))
}

fn total_note(column: Column, total: u64, distinct: u64) -> Note {
    Note::new("reason-column-total")
        .with("total", total)
        .with("distinct", distinct)
        .with("column", column.letters())
}

/// The first of the findings that were kept stands for those that were not, so that occurrences add up.
pub(crate) fn spread(mut findings: Vec<Finding>, total: u64) -> Vec<Finding> {
    let kept = findings.len() as u64;
    if let Some(first) = findings.first_mut() {
        first.occurrences += total.saturating_sub(kept);
    }
    findings
}
