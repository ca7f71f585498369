//! Members: files within files, and the way to them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One step into a container, enough to open the same member again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MemberStep {
    /// The member's number within its container, from 0.
    pub ordinal: u32,
    /// Its name as the container has it (raw bytes, since archives do not say their encoding).
    #[serde(
        serialize_with = "crate::path::serialize_bytes",
        deserialize_with = "crate::path::deserialize_bytes"
    )]
    pub name: Vec<u8>,
    /// The format that the member itself was read as, such as `docx`; empty when none was.
    pub decoder: String,
}

/// The steps from an item to a member; empty for the item itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberPath(pub Vec<MemberStep>);

impl MemberPath {
    /// Whether this is the item itself.
    pub fn is_item(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for MemberPath {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            if number > 0 {
                to.write_str(" » ")?;
            }
            to.write_str(&String::from_utf8_lossy(&step.name))?;
        }
        Ok(())
    }
}
