//! What a decoder is: a function of a reader, a budget and a sink.

use crate::budget::{Budget, Exceeded};
use sporhund_model::{Cell, Join, Merge, Note, Outcome, Place, PlaceId, Stopped};
use std::io::{Read, Seek, SeekFrom};

/// Bytes that can be read from any place.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// What a decoder reads from.
pub struct Input<'a> {
    /// The bytes.
    pub reader: &'a mut dyn ReadSeek,
    /// How many there are.
    pub size: u64,
    /// The extension of the name in lower case, a hint only.
    pub extension: &'a str,
}

impl Input<'_> {
    /// All the bytes, up to so many, for formats that are read from any place of them.
    pub(crate) fn read_all(&mut self, limit: u64) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        // The exact size where it is known and can be had, so that the buffer need not grow to twice as much.
        if self.size <= limit {
            let _ = bytes.try_reserve_exact(usize::try_from(self.size).unwrap_or(usize::MAX));
        }
        self.reader.seek(SeekFrom::Start(0))?;
        (&mut *self.reader).take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Why a decoder ended before the end of its input.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// Nothing more is wanted.
    #[error("stopped")]
    Stopped,
    /// The format is broken at a place.
    #[error("broken at byte {offset}: {what}")]
    Broken {
        /// Where.
        offset: u64,
        /// Which structure, in words of the format.
        what: &'static str,
    },
    /// Needs a password.
    #[error("encrypted")]
    Encrypted,
    /// A limit was hit.
    #[error("limit: {0:?}")]
    Limit(Exceeded),
    /// Reading failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl From<Stopped> for DecodeError {
    fn from(_: Stopped) -> Self {
        DecodeError::Stopped
    }
}
impl From<Exceeded> for DecodeError {
    fn from(exceeded: Exceeded) -> Self {
        DecodeError::Limit(exceeded)
    }
}

/// A piece of text with its place.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The text; text that a reader sees as one is sent as one, or as several joined by `Join::None`.
    pub text: &'a str,
    /// Where it stands.
    pub place: PlaceId,
    /// Its table cell, or `Cell::default()`.
    pub cell: Cell,
    /// How it hangs together with the text before it.
    pub join: Join,
}

/// Takes what a decoder finds.
pub trait Sink {
    /// The number of a place; equal places get equal numbers.
    fn place(&mut self, place: Place) -> Result<PlaceId, Stopped>;

    /// Takes text. Counts it against the budget.
    fn text(&mut self, text: Text<'_>) -> Result<(), DecodeError>;

    /// The texts that come begin on this line of the file, from 1; 0 when the decoder does not know.
    fn line(&mut self, line: u32) {
        let _ = line;
    }

    /// Takes word that cells of the place's table are one.
    fn merge(&mut self, place: PlaceId, merge: Merge) -> Result<(), DecodeError>;

    /// Takes a property of the document (title, creator, created, modified, template, custom:NAME, …); sends it as text too.
    fn property(&mut self, name: &str, value: &str) -> Result<(), DecodeError>;

    /// Takes a note or a limit for the coverage report.
    fn note(&mut self, note: Note) -> Result<(), Stopped>;

    /// Decodes a member with the decoder that fits it, and returns how that ended. A failing member never fails its
    /// container. The member's limits (depth, ratio, size) are checked here.
    fn member(
        &mut self,
        ordinal: u32,
        name: &[u8],
        input: &mut Input<'_>,
    ) -> Result<Outcome, DecodeError>;

    /// Tells of a member that cannot be opened (it needs a password, or nothing of it could be unpacked).
    fn closed_member(
        &mut self,
        ordinal: u32,
        name: &[u8],
        outcome: Outcome,
        why: Option<Note>,
    ) -> Result<(), DecodeError> {
        let _ = (ordinal, name, outcome, why);
        Ok(())
    }

    /// What is left to spend.
    fn budget(&mut self) -> &mut Budget;
}

/// Reads one family of formats.
pub trait Decoder: Sync {
    /// The format's name as coverage and JSON lines show it, such as `docx`.
    fn format(&self) -> &'static str;

    /// Sends all the text of the input to the sink.
    ///
    /// # Errors
    /// [`DecodeError`]; what was sent before it counts (the outcome is then `partly`, or `failed` when nothing was sent).
    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError>;
}
