//! Rules compiled once, one [`Scanner`] a thread with its scratch, and the tally and assessment of a document.
//!
//! One pass over the bytes serves all rules: [`classify`] turns 64 bytes into bit masks of digits, letters and `@`; runs of
//! digits go to the walker in [`digits`] with the [`shapes`] of all rules, word edges to the dictionary of terms and labels
//! in [`words`], `@` to [`at`]. What a validator accepts is weighed by its surroundings in [`context`]; what is left is counted in a [`tally`], and [`assess`] says what
//! the document is. Read in that order.

mod aggregate;
mod alone;
mod also;
pub mod assess;
mod at;
mod bond;
mod builtin;
mod cells;
pub mod check;
mod classify;
mod compile;
mod context;
mod deceased;
mod describe;
mod dictionary;
mod digits;
mod endings;
mod entry;
mod events;
mod everyday;
mod expand;
mod fingerprint;
mod focus;
mod fold;
mod follow;
mod gate;
mod general;
mod hasher;
mod headings;
mod hit;
mod keymap;
mod kind;
mod language;
mod leads;
mod letters;
mod load;
mod official;
mod openings;
mod other_number;
mod persons;
mod place;
mod records;
mod resolve;
mod rule;
mod scanner;
mod scene;
mod second;
mod sentence;
mod settings;
mod shapes;
mod signals;
mod simd;
mod spelling;
mod table;
mod tally;
mod tie;
mod view;
mod word_key;
mod words;

pub use assess::Assessed;
pub use builtin::builtin_sources;
pub use check::{CheckFailure, CostWarning, check, costs};
pub use compile::{Plugins, Rules};
pub use fingerprint::Key;
pub use load::{RuleError, RuleSource};
pub use rule::{CandidateSpec, ContextSpec, RuleFile};
pub use scanner::Scanner;
pub use settings::{DocumentHead, Occurrences, Settings, Values, Wishes};
pub use tally::DocumentTally;
