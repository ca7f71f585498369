//! Texts that stand beside the paragraphs (tips, names, authors of changes): they wait until the paragraphs come to an end, since
//! they must not part what belongs together.

use sporhund_model::{Join, Part};

use super::spot::{Spot, send_as};
use crate::decoder::{DecodeError, Sink};

/// Texts that wait.
const MAX_WAITING: usize = 200;
/// Authors of changes that are told apart.
const MAX_AUTHORS: usize = 100;

/// The texts of one document.
#[derive(Default)]
pub(super) struct Asides {
    waiting: Vec<(Part, Spot, String)>,
    /// Who changed something, as far as it was told.
    authors: Vec<String>,
}

impl Asides {
    /// Keeps a text.
    pub(super) fn wait(
        &mut self,
        part: Part,
        text: String,
        spot: Spot,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        if self.waiting.len() >= MAX_WAITING {
            self.send(sink)?;
        }
        let join = Join::Hard;
        self.waiting.push((part, Spot { join, ..spot }, text));
        Ok(())
    }

    /// Sends what waits; whether there was any.
    pub(super) fn send(&mut self, sink: &mut dyn Sink) -> Result<bool, DecodeError> {
        let some = !self.waiting.is_empty();
        for (part, spot, text) in self.waiting.drain(..) {
            send_as(part, &text, spot, sink)?;
        }
        Ok(some)
    }

    /// Whether the author was not told of before.
    pub(super) fn is_new_author(&mut self, author: &str) -> bool {
        let known = author.is_empty() || self.authors.iter().any(|known| known == author);
        if known || self.authors.len() >= MAX_AUTHORS {
            return false;
        }
        self.authors.push(author.to_owned());
        true
    }
}
