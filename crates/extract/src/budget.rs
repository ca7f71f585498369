//! What an item and all its members may cost. One budget for the whole tree of members.

use std::time::{Duration, Instant};

/// The limits of one item; every one has a flag of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text and of unpacked members together.
    pub max_bytes_out: u64,
    /// Bytes of one unpacked member.
    pub max_member_size: u64,
    /// Containers within containers.
    pub max_depth: u32,
    /// Members of the whole item.
    pub max_members: u32,
    /// Unpacked to packed bytes of one member, once more than 1 MiB came out.
    pub max_ratio: u32,
    /// Time for the item.
    pub timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            max_bytes_out: 4 << 30,
            max_member_size: 1 << 30,
            max_depth: 8,
            max_members: 100_000,
            max_ratio: 1_000,
            timeout: Duration::from_mins(1),
        }
    }
}

/// Which limit was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exceeded {
    /// `max_bytes_out`.
    BytesOut,
    /// `max_member_size`.
    MemberSize,
    /// `max_depth`.
    Depth,
    /// `max_members`.
    Members,
    /// `max_ratio`.
    Ratio,
    /// `timeout`.
    Time,
}

/// What is left to spend.
#[derive(Debug)]
pub struct Budget {
    limits: Limits,
    deadline: Instant,
    bytes_out: u64,
    members: u32,
}

impl Budget {
    /// A full budget; its time starts now.
    pub fn new(limits: Limits) -> Self {
        Budget {
            limits,
            deadline: Instant::now() + limits.timeout,
            bytes_out: 0,
            members: 0,
        }
    }

    /// The limits it was made from.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Spends bytes of text or of an unpacked member.
    ///
    /// # Errors
    /// When the limit is hit.
    pub fn spend_bytes(&mut self, bytes: u64) -> Result<(), Exceeded> {
        self.bytes_out = self.bytes_out.saturating_add(bytes);
        if self.bytes_out > self.limits.max_bytes_out {
            Err(Exceeded::BytesOut)
        } else {
            Ok(())
        }
    }

    /// Spends a member.
    ///
    /// # Errors
    /// When the limit is hit.
    pub fn spend_member(&mut self) -> Result<(), Exceeded> {
        self.members += 1;
        if self.members > self.limits.max_members {
            Err(Exceeded::Members)
        } else {
            Ok(())
        }
    }

    /// Looks at the clock; for loops that may run long without sending text.
    ///
    /// # Errors
    /// When time is out.
    pub fn check_time(&self) -> Result<(), Exceeded> {
        if Instant::now() >= self.deadline {
            Err(Exceeded::Time)
        } else {
            Ok(())
        }
    }
}
