//! How results travel: one path into the store, from this process, a shard file or another machine.

use crate::assessment::Assessment;
use crate::coverage::Coverage;
use crate::finding::{Finding, Mention};
use crate::item::{Item, RootName};
use crate::path::RelPath;
use crate::signals::Signals;
use serde::{Deserialize, Serialize};

/// The version of the encoding of [`ScanBatch`]; a reader refuses a batch of another one.
pub const BATCH_VERSION: u16 = 1;

/// All that the scan of one item yields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemScan {
    /// The file.
    pub item: Item,
    /// What it was read under: version token, decoders, rules and limits. Equal keys mean that reading again gives the same.
    pub read_key: [u8; 16],
    /// The format it was read as, such as `docx`; empty when unknown.
    pub format: String,
    /// Bytes that were read from the source.
    pub bytes_read: u64,
    /// BLAKE3 of the content, when all of it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<[u8; 32]>,
    /// Hash of its size and its first bytes, when no more of it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<[u8; 16]>,
    /// Where it lay before, when it is a known file in another place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<(RootName, RelPath)>,
    /// How it ended: the item first, then its members in the order they were met.
    pub coverage: Vec<Coverage>,
    /// What was found, sorted by (member, start, rule).
    pub findings: Vec<Finding>,
    /// Each distinct identity.
    pub mentions: Vec<Mention>,
    /// What the document says about itself.
    pub signals: Signals,
    /// What it holds as a whole.
    pub assessment: Assessment,
}

/// All that a scan of some items yields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanBatch {
    /// [`BATCH_VERSION`] of the writer.
    pub version: u16,
    /// The scan it belongs to.
    pub scan: u64,
    /// The items.
    pub items: Vec<ItemScan>,
    /// Items that were met again unchanged, by root and path: their rows stay as they are.
    pub unchanged: Vec<Item>,
}

impl ScanBatch {
    /// An empty batch of this version.
    pub fn new(scan: u64) -> Self {
        ScanBatch {
            version: BATCH_VERSION,
            scan,
            ..ScanBatch::default()
        }
    }
}
