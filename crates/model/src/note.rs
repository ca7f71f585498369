//! Reasons, limits and errors as code and arguments.
//!
//! A code is also the key of its message in the message files (`report/messages/*.ftl`), so that the same note can be
//! shown in English, Swedish or Danish. Notes never hold text that was read from a scanned file.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A value that is put into the sentence of a [`Note`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A whole number: a count, a number of bytes, a year.
    Number(i64),
    /// A word of ours (rule id, term code, format name, date), never quoted content.
    Text(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(i64::from(number))
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

/// A reason, a limit that was hit, or an error, as a code with arguments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Note {
    /// The key of the message, such as `limit-depth` or `reason-label`.
    pub code: Cow<'static, str>,
    /// The arguments by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<Cow<'static, str>, Arg>,
}

impl Note {
    /// A note without arguments.
    pub const fn new(code: &'static str) -> Self {
        Note {
            code: Cow::Borrowed(code),
            args: BTreeMap::new(),
        }
    }

    /// The same note with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }
}
