//! One file from opening to what was found in it.

use crate::config::Config;
use crate::key::ReadKeys;
use crate::parts::{BigText, PART, SPLIT};
use sporhund_detect::{DocumentHead, DocumentTally, Scanner};
use sporhund_extract::decoder::DecodeError;
use sporhund_extract::text::dialect;
use sporhund_extract::text::encoding;
use sporhund_extract::text::windows::{RangeRead, TextLayout, Windows};
use sporhund_extract::{Format, sniff};
use sporhund_model::{
    Event, Item, ItemScan, Note, Outcome, Part, Place, PlaceId, Receiver, Stopped,
};
use sporhund_sandbox::{Handle, Taker};
use sporhund_source::{OpenError, Source, open_note};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::time::Instant;

/// Bytes of a file that are looked at to tell what it is.
const HEAD: u64 = 64 * 1024;
/// Bytes of a csv file that later parts are told its headings by.
const CSV_HEAD: usize = 8 * 1024;

/// One thread's tools.
pub(crate) struct Desk<'a> {
    pub config: &'a Config,
    pub keys: &'a ReadKeys,
    pub scanner: Scanner<'a>,
    pub windows: Windows,
    pub handle: Handle,
}

/// What became of a file.
pub(crate) enum Done {
    /// It is done.
    Scanned(Box<ItemScan>),
    /// It is locked by another program and worth another try at the end.
    Locked(Box<Item>),
    /// It is a big text whose parts are to be scanned side by side.
    Split(Box<BigText>),
}

/// Whether a locked file is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Try {
    First,
    Last,
}

/// What is known of a file besides its findings.
#[derive(Default)]
struct Reading {
    format: String,
    outcome: Outcome,
    notes: Vec<Note>,
    bytes: u64,
    hash: Option<[u8; 32]>,
}

impl Reading {
    fn ended(outcome: Outcome, note: Note) -> Self {
        Reading {
            outcome,
            notes: vec![note],
            ..Reading::default()
        }
    }
}

impl Desk<'_> {
    /// Reads a file.
    pub(crate) fn read(&mut self, source: &dyn Source, item: &Item, attempt: Try) -> Done {
        let path = item.path.display().into_owned();
        self.scanner.begin(&DocumentHead {
            path: Some(&path),
            ..DocumentHead::default()
        });
        let reading = match source.open(item) {
            Err(OpenError::Locked) if attempt == Try::First => {
                return Done::Locked(Box::new(item.clone()));
            }
            Err(error) => Reading::ended(unopened(&error), open_note(&error)),
            Ok(mut file) => match self.read_file(item, &mut file, &path) {
                Ok(Extent::Whole(reading)) => reading,
                Ok(Extent::Big(big)) => return Done::Split(big),
                Err(error) => Reading::ended(
                    Outcome::Unreadable,
                    Note::new("error-read").with("kind", error.kind().to_string()),
                ),
            },
        };
        let tally = self.scanner.finish();
        Done::Scanned(Box::new(self.finish(item, tally, reading)))
    }

    /// A file that is not read: only its name is looked at.
    pub(crate) fn leave(&mut self, item: &Item, outcome: Outcome, note: Note) -> Box<ItemScan> {
        let path = item.path.display().into_owned();
        self.scanner.begin(&DocumentHead {
            path: Some(&path),
            ..DocumentHead::default()
        });
        let tally = self.scanner.finish();
        Box::new(self.finish(item, tally, Reading::ended(outcome, note)))
    }

    fn read_file(&mut self, item: &Item, file: &mut File, path: &str) -> std::io::Result<Extent> {
        let mut head = Vec::new();
        file.take(HEAD).read_to_end(&mut head)?;
        let extension = item.path.extension();
        let format = sniff(&head, &extension);
        let name = format.name().to_owned();
        let reading = |outcome, notes| Reading {
            format: name.clone(),
            outcome,
            notes,
            bytes: head.len() as u64,
            hash: None,
        };
        Ok(match format {
            Format::Empty => Extent::Whole(reading(Outcome::Scanned, Vec::new())),
            Format::Unsupported(_) => Extent::Whole(reading(Outcome::Unsupported, Vec::new())),
            Format::Encrypted(_) => Extent::Whole(reading(Outcome::Encrypted, Vec::new())),
            _ if format.is_plain_text() => self.read_text(item, file, &head, &format)?,
            _ => Extent::Whole(self.read_in_worker(item, file, path, &extension)?),
        })
    }

    fn read_in_worker(
        &mut self,
        item: &Item,
        file: &mut File,
        path: &str,
        extension: &str,
    ) -> std::io::Result<Reading> {
        file.seek(SeekFrom::Start(0))?;
        let head = DocumentHead {
            path: Some(path),
            ..DocumentHead::default()
        };
        let mut taker = Document {
            scanner: &mut self.scanner,
            head,
        };
        let size = file.metadata()?.len();
        let finished = self
            .handle
            .decode(file, size, extension, &self.config.limits, &mut taker);
        Ok(Reading {
            format: finished.format,
            outcome: finished.outcome,
            notes: finished.notes,
            bytes: item.size,
            hash: None,
        })
    }

    fn read_text(
        &mut self,
        item: &Item,
        file: &mut File,
        head: &[u8],
        format: &Format,
    ) -> std::io::Result<Extent> {
        let detected = encoding::detect(head);
        let (text, _) = encoding::decode(head, detected);
        let delimiter = match format {
            Format::Csv(_) => Some(dialect::find_delimiter(&text).unwrap_or(b';')),
            _ => dialect::is_table(&text),
        };
        let layout = TextLayout {
            encoding: detected.encoding,
            delimiter,
        };
        let size = file.metadata()?.len();
        if size > SPLIT {
            let mut csv_head = text;
            csv_head.truncate(
                (0..=CSV_HEAD.min(csv_head.len()))
                    .rev()
                    .find(|at| csv_head.is_char_boundary(*at))
                    .unwrap_or(0),
            );
            let big = BigText::new(
                item.clone(),
                format.name(),
                layout,
                csv_head,
                detected.bom,
                size,
            );
            return Ok(Extent::Big(Box::new(big)));
        }
        let mut hashing = Hashing::new(file);
        let read = self.read_range(&mut hashing, detected.bom..size, &layout);
        let hash = hashing.finish(size);
        let mut reading = Reading {
            format: format.name().to_owned(),
            bytes: size,
            hash,
            ..Reading::default()
        };
        note_range(&mut reading, read)?;
        Ok(Extent::Whole(reading))
    }

    /// Scans a range of a text; the scanner has begun.
    fn read_range(
        &mut self,
        reader: &mut dyn sporhund_extract::decoder::ReadSeek,
        range: Range<u64>,
        layout: &TextLayout,
    ) -> Result<RangeRead, DecodeError> {
        let scanner = &mut self.scanner;
        let deadline = Instant::now() + self.config.limits.timeout;
        scanner.receive(Event::Place(PlaceId(0), Place::part(Part::Body)))?;
        self.windows.read(reader, range, layout, &mut |chunk| {
            if Instant::now() > deadline {
                return Err(DecodeError::Limit(sporhund_extract::budget::Exceeded::Time));
            }
            scanner
                .receive(Event::Chunk(chunk))
                .map_err(DecodeError::from)
        })
    }

    /// Scans one part of a big text.
    pub(crate) fn read_part(
        &mut self,
        source: &dyn Source,
        big: &BigText,
        number: usize,
    ) -> DocumentTally {
        let path = big.item.path.display().into_owned();
        let is_first = number == 0;
        self.scanner.begin(&DocumentHead {
            path: is_first.then_some(path.as_str()),
            csv_head: (!is_first).then_some(big.csv_head.as_str()),
            delimiter: big.layout.delimiter,
        });
        let mut reading = Reading::default();
        let range = big.range(number);
        let read = source
            .open(&big.item)
            .map_err(|error| open_note(&error))
            .and_then(|mut file| {
                let read = self.read_range(&mut file, range, &big.layout);
                let lines = read.as_ref().map_or(0, |read| read.lines);
                note_range(&mut reading, read)
                    .map(|()| lines)
                    .map_err(|error| Note::new("error-read").with("kind", error.kind().to_string()))
            });
        let mut tally = self.scanner.finish();
        match read {
            Ok(lines) => tally.set_lines(lines),
            Err(note) => {
                reading.outcome = Outcome::Partly;
                reading.notes.push(note);
            }
        }
        reading
            .notes
            .into_iter()
            .for_each(|note| tally.add_note(note));
        big.worsen(reading.outcome);
        tally
    }

    /// The whole of a big text, from its parts.
    pub(crate) fn finish_big(&self, big: &BigText, tally: DocumentTally) -> Box<ItemScan> {
        let mut reading = Reading {
            format: big.format.clone(),
            outcome: big.outcome(),
            bytes: big.size,
            ..Reading::default()
        };
        if big.is_broken_off() {
            reading.notes.push(Note::new("note-stopped"));
        }
        Box::new(self.finish(&big.item, tally, reading))
    }

    fn finish(&self, item: &Item, mut tally: DocumentTally, reading: Reading) -> ItemScan {
        tally.set_outcome(reading.outcome);
        for note in &reading.notes {
            tally.add_note(note.clone());
        }
        let assessed = self.config.rules.assess(tally, &self.config.settings);
        ItemScan {
            item: item.clone(),
            read_key: if is_settled(&reading) {
                self.keys.of(item)
            } else {
                UNSETTLED
            },
            format: reading.format,
            bytes_read: reading.bytes,
            content_hash: reading.hash,
            coverage: assessed.coverage,
            findings: assessed.findings,
            mentions: assessed.mentions,
            signals: assessed.signals,
            assessment: assessed.assessment,
        }
    }
}

/// The key of a file that the next scan must try again: no file has it.
const UNSETTLED: [u8; 16] = [0; 16];

/// Whether reading the same bytes again would give the same: not when the run was broken off, or the system refused.
fn is_settled(reading: &Reading) -> bool {
    let is_refused = matches!(
        reading.outcome,
        Outcome::NotReached | Outcome::Unreadable | Outcome::Unlisted
    );
    let is_passing = |note: &Note| matches!(&*note.code, "note-stopped" | "error-worker-start");
    !is_refused && !reading.notes.iter().any(is_passing)
}

/// A file that is read in one go, or a big one that is not.
enum Extent {
    Whole(Reading),
    Big(Box<BigText>),
}

fn unopened(error: &OpenError) -> Outcome {
    match error {
        OpenError::Offline => Outcome::Skipped,
        _ => Outcome::Unreadable,
    }
}

fn note_range(reading: &mut Reading, read: Result<RangeRead, DecodeError>) -> std::io::Result<()> {
    match read {
        Ok(read) if read.strays > 0 => reading
            .notes
            .push(Note::new("note-stray-bytes").with("count", read.strays)),
        Ok(_) => {}
        Err(DecodeError::Io(error)) => return Err(error),
        Err(DecodeError::Limit(_)) => {
            reading.outcome = Outcome::TimedOut;
            reading
                .notes
                .push(Note::new("limit-timeout").with("part", PART));
        }
        Err(_) => reading.outcome = Outcome::Partly,
    }
    Ok(())
}

/// A scanner that can begin the same document again.
struct Document<'s, 'r, 'h> {
    scanner: &'s mut Scanner<'r>,
    head: DocumentHead<'h>,
}

impl Receiver for Document<'_, '_, '_> {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        self.scanner.receive(event)
    }
}

impl Taker for Document<'_, '_, '_> {
    fn restart(&mut self) {
        self.scanner.finish();
        self.scanner.begin(&self.head);
    }
}

/// Hashes what is read in order from the start.
struct Hashing<'a> {
    file: &'a mut File,
    hasher: blake3::Hasher,
    at: u64,
    hashed: u64,
}

impl<'a> Hashing<'a> {
    fn new(file: &'a mut File) -> Self {
        Hashing {
            file,
            hasher: blake3::Hasher::new(),
            at: 0,
            hashed: 0,
        }
    }

    /// The hash, when all of the file has been read.
    fn finish(self, size: u64) -> Option<[u8; 32]> {
        (self.hashed == size).then(|| *self.hasher.finalize().as_bytes())
    }
}

impl Read for Hashing<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(into)?;
        if self.at == self.hashed {
            self.hasher.update(into.get(..count).unwrap_or_default());
            self.hashed += count as u64;
        }
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Hashing<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.at = self.file.seek(to)?;
        Ok(self.at)
    }
}
