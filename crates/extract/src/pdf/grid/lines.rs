//! The words of a page in lines, by their heights.

use crate::pdf::device::{Run, WORD_GAP};

/// A gap of this many em within a line stands between cells.
const PIECE_GAP: f64 = 0.8;

/// Words at one height.
pub(super) struct Line {
    pub(super) words: Vec<Run>,
    pub(super) baseline: f64,
    pub(super) size: f64,
}

/// Each word as a run of its own.
pub(super) fn words(runs: Vec<Run>) -> Vec<Run> {
    // No two places are one, so that every gap parts two words.
    let cut = runs.into_iter().flat_map(|run| run.cut(|place| place));
    cut.collect()
}

/// Upright words by height, from the top.
pub(super) fn lines(mut words: Vec<Run>) -> Vec<Line> {
    words.retain(|word| word.angle == 0);
    words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line)
                if (word.baseline - line.baseline).abs() < 0.3 * word.size.min(line.size) =>
            {
                line.size = line.size.max(word.size);
                line.words.push(word);
            }
            _ => lines.push(Line {
                baseline: word.baseline,
                size: word.size,
                words: vec![word],
            }),
        }
    }
    for line in &mut lines {
        line.words.sort_by(|a, b| a.start.total_cmp(&b.start));
    }
    lines
}

impl Line {
    /// The words in pieces with wide gaps between them.
    pub(super) fn pieces(&self) -> usize {
        let gaps = self.words.windows(2).filter(|pair| match pair {
            [left, right] => right.start - left.end > PIECE_GAP * self.size,
            _ => false,
        });
        gaps.count() + 1
    }

    /// The height of its letters' middle.
    pub(super) fn middle(&self) -> f64 {
        self.baseline - 0.3 * self.size
    }

    pub(super) fn text(&self) -> String {
        join(self.words.iter())
    }
}

pub(super) fn join<'a>(words: impl Iterator<Item = &'a Run>) -> String {
    let mut text = String::new();
    let mut end: Option<f64> = None;
    for word in words {
        if end.is_some_and(|end| word.start - end > WORD_GAP * word.size) {
            text.push(' ');
        }
        text.push_str(word.text.trim());
        end = Some(word.end);
    }
    text
}
