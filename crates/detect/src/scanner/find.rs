//! Finding candidates that validators and dictionaries accept, with their places in the chunk's own text.

use super::Scanner;
use crate::at::find_address;
use crate::classify::{Around, Classified, Run, TakeToken};
use crate::context::Window;
use crate::digits::{Number, Walk};
use crate::fold;
use crate::gate::{Gate, Opened};
use crate::hit::{Hit, Naming};
use crate::openings::Openings;
use crate::shapes::{self, Asking, MAX_RUN};
use crate::table::{RUNNING_TEXT, column_at};
use crate::view::View;
use crate::words::{LookUp, WordHit};
use sporhund_detector::{Candidate, Leads, Separator, Word};
use sporhund_model::{Chunk, Note};

/// Numbers of a document that are attributed to their columns, to learn what share of each is real.
pub(super) const PROFILED: u32 = 8192;

/// A number as validators see it.
fn candidate_of<'a>(view: &View<'a>, number: &'a Number<'_>) -> Candidate<'a> {
    Candidate {
        before: view.before(number.start),
        after: view.after(number.end),
        ..bare_candidate(view, number)
    }
}

/// The same without what stands around it.
fn bare_candidate<'a>(view: &View<'a>, number: &'a Number<'_>) -> Candidate<'a> {
    let raw = view.text.get(number.start as usize..number.end as usize);
    Candidate {
        raw: raw.unwrap_or_default(),
        digits: number.digits(),
        separator: number.separator,
        ..Candidate::default()
    }
}

/// A run of digits where numbers may begin.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    walk: Walk<'a>,
    /// The run, and all behind it.
    pub(super) runs: &'a [Run],
    naming: shapes::Naming,
    window: Window,
}

/// Which of the rules that ask for a shape were asked, which found the number real, and which of those not by chance; by
/// their index, as bits.
#[derive(Clone, Copy, Default)]
struct Seen {
    asked: u64,
    real: u64,
    sure: u64,
}

impl Seen {
    /// Rules past the last bit are not counted.
    fn bit(index: usize) -> u64 {
        1_u64.checked_shl(index as u32).unwrap_or(0)
    }

    fn add(&mut self, index: usize, is_real: bool, by_chance: bool) {
        let bit = Self::bit(index);
        self.asked |= bit;
        if is_real {
            self.real |= bit;
            self.sure |= if by_chance { 0 } else { bit };
        }
    }
}

/// Looks up words, and collects runs of digits and words with a capital, in one pass.
struct Tokens<'a> {
    look_up: LookUp<'a>,
    runs: &'a mut Vec<Run>,
    capitals: &'a mut Vec<Word>,
}

impl TakeToken for Tokens<'_> {
    #[inline]
    fn inside(&mut self, window: &Around<'_>, start: u32, end: u32) {
        self.look_up.inside(window, start, end);
    }

    #[inline]
    fn across(&mut self, start: u32, end: u32) {
        self.look_up.across(start, end);
    }

    #[inline]
    fn digits(&mut self, start: u32, end: u32) {
        if end - start <= MAX_RUN as u32 {
            self.runs.push((start, end));
        }
    }

    #[inline]
    fn capital(&mut self, start: u32, end: u32) {
        self.capitals.push(Word { start, end });
    }
}

/// Sorts labels, and drops those that are a part of a longer one.
fn keep_longest(labels: &mut Vec<WordHit>) {
    labels.sort_unstable_by_key(|label| (label.start, std::cmp::Reverse(label.end)));
    let mut end = 0;
    labels.retain(|label| {
        let is_part = label.end <= end;
        end = end.max(label.end);
        !is_part
    });
}

impl Scanner<'_> {
    /// Finds all hits of a chunk, not yet weighed.
    pub(super) fn find(&mut self, chunk: &Chunk, hits: &mut Vec<Hit>) {
        let mut classified = std::mem::take(&mut self.classified);
        let mut folded = std::mem::take(&mut self.folded);
        self.classify(&chunk.text, &mut classified);
        let is_folded = classified.has_odd && fold::is_needed(&chunk.text);
        self.is_folded = is_folded;
        if is_folded {
            folded.fill(&chunk.text);
            // Detectors look at the text as it is written.
            let capitals = std::mem::take(&mut self.capitals);
            self.classify(&folded.text, &mut classified);
            self.capitals = capitals;
        }
        let view = View {
            chunk,
            text: if is_folded { &folded.text } else { &chunk.text },
            map: is_folded.then_some(&folded),
        };
        self.find_numbers(&view, hits);
        self.find_addresses(&view, &classified, hits);
        self.find_patterns(&view, hits);
        if is_folded {
            let words = &mut self.words;
            for hit in words.terms.iter_mut().chain(&mut words.labels) {
                (hit.start, hit.end) = view.original(hit.start, hit.end);
            }
        }
        self.classified = classified;
        self.folded = folded;
    }

    fn classify(&mut self, text: &str, classified: &mut Classified) {
        self.words.clear();
        self.runs.clear();
        self.capitals.clear();
        let text = text.as_bytes();
        let mut tokens = Tokens {
            look_up: LookUp {
                dictionary: &self.rules.dictionary,
                text,
                found: &mut self.words,
            },
            runs: &mut self.runs,
            capitals: &mut self.capitals,
        };
        classified.pass(text, &mut tokens);
        keep_longest(&mut self.words.labels);
    }

    fn find_numbers(&mut self, view: &View<'_>, hits: &mut Vec<Hit>) {
        let mut opened = std::mem::take(&mut self.opened);
        let runs = std::mem::take(&mut self.runs);
        let gate = Gate {
            text: view.text.as_bytes(),
            rules: self.rules,
            runs: &runs,
            labels: &self.words.labels,
            has_headings: !self.headings.is_empty(),
        };
        gate.choose(&mut opened);
        for run in &opened {
            self.find_at(view, run, &runs, hits);
        }
        self.opened = opened;
        self.runs = runs;
    }

    /// Numbers that begin with a run.
    fn find_at(&mut self, view: &View<'_>, run: &Opened, runs: &[Run], hits: &mut Vec<Hit>) {
        let walk = Walk {
            text: view.text.as_bytes(),
            delimiter: view.delimiter(),
        };
        let Some(runs) = runs.get(run.index as usize..) else {
            return;
        };
        let spot = Spot {
            walk,
            runs,
            naming: run.naming,
            window: run.window,
        };
        let mut openings = run.openings;
        if openings.first() && !walk.may_have_shape(runs, (&self.rules.shapes, run.naming)) {
            openings = openings.without_first();
        }
        if openings.shape() && self.is_quiet(view, spot) {
            openings = openings.without_shape();
        }
        if openings.shape() || openings.anchors() != 0 {
            self.find_shaped(view, openings, spot, hits);
        }
        if openings.free() {
            self.find_free(view, spot, hits);
        }
        if let [first, ..] = runs
            && openings.lost_zero()
        {
            self.check_lost_zero(view, *first, hits);
        }
    }

    /// Numbers of any grouping that begin with a run.
    fn find_free(&mut self, view: &View<'_>, spot: Spot<'_>, hits: &mut Vec<Hit>) {
        let start = spot.runs.first().map_or(0, |run| run.0);
        let (before, first) = spot.walk.beside(start);
        let rules = self.rules;
        for free in rules.shapes.free(before, first) {
            let (mut is_asked, mut is_real) = (false, false);
            spot.walk.free(spot.runs, *free, |number| {
                is_asked = true;
                is_real = self.check_number(view, free.rule, number, hits);
                is_real
            });
            if is_asked {
                let asking = [Asking {
                    rule: free.rule,
                    named_only: false,
                    may_split: false,
                    leads: Leads::ANY,
                }];
                let mut seen = Seen::default();
                seen.add(0, is_real, false);
                self.profile(view, start, &asking, seen);
            }
        }
    }

    /// Numbers whose shape or anchor begins with a run.
    fn find_shaped(
        &mut self,
        view: &View<'_>,
        openings: Openings,
        spot: Spot<'_>,
        hits: &mut Vec<Hit>,
    ) {
        let Some(run) = spot.runs.first().copied() else {
            return;
        };
        let shapes = &self.rules.shapes;
        if openings.shape() {
            let asked = (shapes, spot.naming);
            spot.walk.shaped(spot.runs, asked, |number, asking| {
                self.check_shaped(view, number, asking, spot, hits);
            });
        }
        for (_, rule) in shapes.anchored(openings) {
            if self.may_count(view, rule, spot) {
                self.check_number(view, rule, &Number::new(spot.walk.text, run), hits);
            }
        }
    }

    fn check_shaped(
        &mut self,
        view: &View<'_>,
        number: &Number<'_>,
        asking: &[Asking],
        spot: Spot<'_>,
        hits: &mut Vec<Hit>,
    ) {
        if number.split && view.crosses_hard_join(number.start, number.end) {
            return;
        }
        let leads = Leads::of(number.digits());
        let bare = bare_candidate(view, number);
        let mut whole = None;
        let mut seen = Seen::default();
        for (index, asking) in asking.iter().enumerate() {
            let rule = asking.rule;
            if number.split && !asking.may_split
                || asking.named_only
                    && (spot.naming == shapes::Naming::Required || !self.is_named(view, rule, spot))
            {
                continue;
            }
            if !leads.meets(asking.leads) {
                seen.add(index, false, false);
                continue;
            }
            let compiled = self.rules.rule(rule);
            let looks_around = compiled.is_some_and(|rule| rule.looks_around);
            let candidate = if looks_around {
                whole.get_or_insert_with(|| candidate_of(view, number))
            } else {
                &bare
            };
            let is_real = self.check_candidate(view, rule, candidate, number, hits);
            if let Some(hit) = hits.last_mut().filter(|_| is_real) {
                self.weigh_form(number, hit);
            }
            let by_chance = compiled.is_some_and(|rule| rule.passes_by_chance);
            seen.add(index, is_real, by_chance);
        }
        self.profile(view, number.start, asking, seen);
    }

    /// Whether a number can count: most that must be named and are not end here.
    fn may_count(&mut self, view: &View<'_>, rule: u16, spot: Spot<'_>) -> bool {
        let must_be_named = self.rules.rule(rule).is_some_and(|rule| rule.require_label);
        !must_be_named || self.is_named(view, rule, spot)
    }

    /// Whether a label near the run, or the heading of its column, names a rule.
    fn is_named(&mut self, view: &View<'_>, rule: u16, spot: Spot<'_>) -> bool {
        let Some((start, _)) = spot.runs.first() else {
            return false;
        };
        let labels = &self.rules.labels;
        if labels.names_near(spot.window.labels(&self.words.labels), rule) {
            return true;
        }
        if !self.headings.names(rule) {
            return false;
        }
        let start = view.original(*start, start + 1).0;
        let column = self.cells.column_at(view.chunk, start);
        column.is_some_and(|column| self.headings.naming(labels, column, rule) == Naming::Heading)
    }

    /// Adds a hit when the rule's validator accepts the number, and says whether it did.
    fn check_number(
        &self,
        view: &View<'_>,
        rule: u16,
        number: &Number<'_>,
        hits: &mut Vec<Hit>,
    ) -> bool {
        let mut candidate = candidate_of(view, number);
        let validator = self
            .rules
            .rule(rule)
            .and_then(|rule| rule.validator.as_ref());
        if validator.is_some_and(|validator| validator.reads_lines()) {
            (candidate.before, candidate.after) = view.around(number.start, number.end);
        }
        self.check_candidate(view, rule, &candidate, number, hits)
    }

    fn check_candidate(
        &self,
        view: &View<'_>,
        rule: u16,
        candidate: &Candidate<'_>,
        number: &Number<'_>,
        hits: &mut Vec<Hit>,
    ) -> bool {
        let Some(mut hit) = self.check(rule, candidate, number.start, number.end) else {
            return false;
        };
        (hit.start, hit.end) = view.original(hit.start, hit.end);
        hits.push(hit);
        true
    }

    /// What validators cannot see: groups in different lines or cells, and twelve digits that are a time.
    fn weigh_form(&self, number: &Number<'_>, hit: &mut Hit) {
        let (reason, weight) = if number.split {
            ("reason-split", -200)
        } else if number.count == 12
            && number.separator == Separator::None
            && self.looks_like_time(number.digits())
        {
            ("reason-looks-like-time", -350)
        } else {
            return;
        };
        hit.reasons.push(Note::new(reason));
        hit.confidence += weight;
    }

    /// `202403151230`: a recent day with an hour and a minute.
    fn looks_like_time(&self, digits: &[u8]) -> bool {
        let number = |range: std::ops::Range<usize>| {
            digits
                .get(range)
                .unwrap_or_default()
                .iter()
                .fold(0_u16, |sum, digit| sum * 10 + u16::from(digit - b'0'))
        };
        number(0..4) + 35 >= self.context.year && number(8..10) < 24 && number(10..12) < 60
    }

    /// A spreadsheet that took a number for a quantity lost its leading zero; only a heading can tell.
    fn check_lost_zero(&self, view: &View<'_>, run: (u32, u32), hits: &mut Vec<Hit>) {
        if !view.fills_cell(run.0, run.1) {
            return;
        }
        let (start, end) = view.original(run.0, run.1);
        let Some(column) = column_at(view.chunk, start) else {
            return;
        };
        let text = view.text.as_bytes().get(run.0 as usize..run.1 as usize);
        let mut digits = [b'0'; 10];
        digits[1..].copy_from_slice(text.unwrap_or(&[0; 9]));
        let candidate = Candidate {
            digits: &digits,
            ..Candidate::default()
        };
        let shapes = &self.rules.shapes;
        let rules = shapes.child(shapes.root(), 10).map(|node| &node.rules);
        for Asking { rule, .. } in rules.into_iter().flatten().copied() {
            if self.headings.naming(&self.rules.labels, column, rule) == Naming::Heading
                && let Some(mut hit) = self.check(rule, &candidate, start, end)
            {
                hit.confidence -= 100;
                hit.reasons.push(Note::new("reason-leading-zero-lost"));
                hits.push(hit);
            }
        }
    }

    pub(super) fn is_enabled(&self, rule: u16) -> bool {
        self.enabled.get(rule as usize).copied().unwrap_or(false)
    }

    fn check(&self, rule: u16, candidate: &Candidate<'_>, start: u32, end: u32) -> Option<Hit> {
        if !self.is_enabled(rule) {
            return None;
        }
        let compiled = self.rules.rule(rule)?;
        let Some(validator) = &compiled.validator else {
            return Some(Hit::new(rule, start, end, compiled.confidence));
        };
        let mut checked = validator.check(candidate, &self.context)?;
        let (before, after) = checked.widen;
        let mut hit = Hit::new(
            rule,
            start - u32::from(before).min(start),
            end + u32::from(after),
            compiled.confidence + checked.weight,
        );
        hit.reasons = std::mem::take(&mut checked.reasons);
        hit.checked = Some(checked);
        Some(hit)
    }

    /// Counts a number for its column, or for the running text: for each rule that asked as real, as real by another rule
    /// only, or as a look-alike.
    fn profile(&mut self, view: &View<'_>, start: u32, asking: &[Asking], seen: Seen) {
        if seen.asked == 0 || self.profiled >= PROFILED {
            return;
        }
        let start = view.original(start, start + 1).0;
        if !(view.chunk.own.start..view.chunk.own.end).contains(&start) {
            return;
        }
        let column = self.cells.column_at(view.chunk, start);
        let column = column.unwrap_or(RUNNING_TEXT);
        for (index, asking) in asking.iter().enumerate() {
            let bit = Seen::bit(index);
            if seen.asked & bit == 0 {
                continue;
            }
            self.profiled += 1;
            let profile = self
                .tally
                .profiles
                .entry((column, asking.rule))
                .or_default();
            match (seen.real & bit != 0, seen.sure & !bit != 0) {
                (true, _) => profile.real += 1,
                (false, true) => profile.others += 1,
                (false, false) => profile.look_alikes += 1,
            }
        }
    }

    fn find_addresses(&self, view: &View<'_>, classified: &Classified, hits: &mut Vec<Hit>) {
        for at in &classified.ats {
            let Some((start, end)) = find_address(view.text.as_bytes(), *at) else {
                continue;
            };
            let Some(raw) = view.text.get(start as usize..end as usize) else {
                continue;
            };
            let candidate = Candidate {
                raw,
                ..Candidate::default()
            };
            for rule in &self.rules.at {
                if let Some(mut hit) = self.check(*rule, &candidate, start, end) {
                    (hit.start, hit.end) = view.original(start, end);
                    hits.push(hit);
                }
            }
        }
    }

    fn find_patterns(&self, view: &View<'_>, hits: &mut Vec<Hit>) {
        for found in self
            .rules
            .patterns
            .iter()
            .flat_map(|regex| regex.find_iter(view.text.as_bytes()))
        {
            let Some(rule) = self.rules.pattern_numbers.get(found.pattern().as_usize()) else {
                continue;
            };
            let Some(raw) = view.text.get(found.range()) else {
                continue;
            };
            let candidate = Candidate {
                raw,
                ..Candidate::default()
            };
            if let Some(mut hit) =
                self.check(*rule, &candidate, found.start() as u32, found.end() as u32)
            {
                (hit.start, hit.end) = view.original(hit.start, hit.end);
                hits.push(hit);
            }
        }
    }
}
