//! What is true of a file of the second share.

use serde::Serialize;

/// The right state, with others that the rules leave open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    pub(crate) verdict: &'static str,
    pub(crate) accept: &'static [&'static str],
}

impl State {
    pub(super) fn of(verdict: &'static str) -> Self {
        State::or(verdict, &[])
    }

    pub(super) fn or(verdict: &'static str, accept: &'static [&'static str]) -> Self {
        State { verdict, accept }
    }
}

/// What is true of a file.
#[derive(Clone, Debug)]
pub(crate) struct Truth {
    pub(crate) state: State,
    /// Class code and document type of the plan's row; empty for a file of no row.
    pub(crate) row: String,
    /// `dev` or `test`.
    pub(crate) split: &'static str,
}

/// A line of the truth.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    pub(crate) path: String,
    pub(crate) verdict: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(crate) accept: &'static [&'static str],
    pub(crate) row: String,
    pub(crate) split: &'static str,
}
