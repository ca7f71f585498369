//! One file from opening to what was found in it.

use crate::config::Config;
use crate::parts::{self, BigText, PART, SPLIT};
use crate::reader::Try;
use crate::run::Task;
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
use sporhund_source::{
    Content, FetchError, FetchLimits, OpenError, Opened, Stream, Watched, open_note,
};
use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

/// Bytes of a file that are looked at to tell what it is.
const HEAD: usize = 64 * 1024;
/// Bytes of a csv file that later parts are told its headings by.
const CSV_HEAD: usize = 8 * 1024;

/// One thread's tools.
pub(crate) struct Desk<'a> {
    pub config: &'a Config,
    pub scanner: Scanner<'a>,
    pub windows: Windows,
    pub handle: Handle,
}

/// What became of a file.
pub(crate) enum Done {
    /// It is done.
    Scanned(Box<ItemScan>),
    /// It is locked by another program and worth another try at the end.
    Locked,
    /// It is a big text whose parts are to be scanned side by side.
    Split(Box<BigText>),
}

/// What is known of a file besides its findings.
#[derive(Default)]
struct Reading {
    format: String,
    outcome: Outcome,
    notes: Vec<Note>,
    bytes: u64,
    hash: Option<[u8; 32]>,
    sample: Option<[u8; 16]>,
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

const LIMITS: FetchLimits = FetchLimits {
    head: HEAD,
    whole: SPLIT,
    wants_all: is_read,
};

/// Whether a format is read at all.
fn is_read(head: &[u8], extension: &str) -> bool {
    let format = sniff(head, extension);
    !matches!(format, Format::Empty | Format::Unsupported(_))
}

impl Desk<'_> {
    /// Reads a file.
    pub(crate) fn read(&mut self, source: &Arc<Watched>, task: &Task, attempt: Try) -> Done {
        let path = task.item.path.display().into_owned();
        self.scanner.begin(&DocumentHead {
            path: Some(&path),
            ..DocumentHead::default()
        });
        let reading = match source.fetch(&task.item, LIMITS) {
            Err(FetchError::Open(OpenError::Locked)) if attempt == Try::First => {
                return Done::Locked;
            }
            Err(error) => unfetched(&error),
            Ok(content) => match self.read_content(source, task, content, &path) {
                Ok(Extent::Whole(reading)) => reading,
                Ok(Extent::Big(big)) => return Done::Split(big),
                Err(error) => Reading::ended(Outcome::Unreadable, read_note(&error)),
            },
        };
        let tally = self.scanner.finish();
        Done::Scanned(Box::new(self.finish(&task.item, task.key, tally, reading)))
    }

    /// A file that is not read: only its name is looked at.
    pub(crate) fn leave(&mut self, task: &Task, outcome: Outcome, note: Note) -> Box<ItemScan> {
        let path = task.item.path.display().into_owned();
        self.scanner.begin(&DocumentHead {
            path: Some(&path),
            ..DocumentHead::default()
        });
        let tally = self.scanner.finish();
        let reading = Reading::ended(outcome, note);
        Box::new(self.finish(&task.item, task.key, tally, reading))
    }

    fn read_content(
        &mut self,
        source: &Arc<Watched>,
        task: &Task,
        content: Content,
        path: &str,
    ) -> std::io::Result<Extent> {
        match content {
            Content::Whole(bytes) => self.read_whole(source, task, &bytes, path),
            Content::Head(head, size) => Ok(Extent::Whole(unread(task, &head, size))),
            Content::Large(head, size, opened) => {
                self.read_large(source, task, (&head, size, opened), path)
            }
        }
    }

    fn read_whole(
        &mut self,
        source: &Arc<Watched>,
        task: &Task,
        bytes: &[u8],
        path: &str,
    ) -> std::io::Result<Extent> {
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        let extension = task.item.path.extension();
        let format = sniff(head, &extension);
        let mut reading = if !is_read(head, &extension) {
            unread(task, bytes, bytes.len() as u64)
        } else if format.is_plain_text() {
            self.read_text(bytes, &format)?
        } else {
            let file = match sporhund_platform::memory_file(bytes) {
                Ok(file) => file,
                Err(_) => reopen(source, &task.item)?,
            };
            self.read_in_worker(&file, bytes.len() as u64, path, &extension)
        };
        reading.bytes = bytes.len() as u64;
        reading.hash = Some(*blake3::hash(bytes).as_bytes());
        reading.sample = None;
        Ok(Extent::Whole(reading))
    }

    fn read_large(
        &mut self,
        source: &Arc<Watched>,
        task: &Task,
        (head, size, opened): (&[u8], u64, Opened),
        path: &str,
    ) -> std::io::Result<Extent> {
        let extension = task.item.path.extension();
        let format = sniff(head, &extension);
        if format.is_plain_text() {
            return Ok(Extent::Big(Box::new(big_text(task, head, size, &format))));
        }
        let file = match opened {
            Opened::File(mut file) => {
                file.seek(SeekFrom::Start(0))?;
                file
            }
            reader @ Opened::Reader(_) => {
                let mut bytes = Vec::new();
                Stream::new(Arc::clone(source), reader).read_to_end(&mut bytes)?;
                sporhund_platform::memory_file(&bytes)?
            }
        };
        let mut reading = self.read_in_worker(&file, size, path, &extension);
        reading.bytes = size;
        reading.sample = Some(sample(head, size));
        Ok(Extent::Whole(reading))
    }

    fn read_in_worker(&mut self, file: &File, size: u64, path: &str, extension: &str) -> Reading {
        let head = DocumentHead {
            path: Some(path),
            ..DocumentHead::default()
        };
        let mut taker = Document {
            scanner: &mut self.scanner,
            head,
        };
        let finished = self
            .handle
            .decode(file, size, extension, &self.config.limits, &mut taker);
        Reading {
            format: finished.format,
            outcome: finished.outcome,
            notes: finished.notes,
            ..Reading::default()
        }
    }

    fn read_text(&mut self, bytes: &[u8], format: &Format) -> std::io::Result<Reading> {
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        let (layout, bom, _) = text_layout(head, format);
        let mut reader = Cursor::new(bytes);
        let read = self.read_range(&mut reader, bom..bytes.len() as u64, &layout);
        let mut reading = Reading {
            format: format.name().to_owned(),
            ..Reading::default()
        };
        note_range(&mut reading, read)?;
        Ok(reading)
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
        source: &Arc<Watched>,
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
        let stream = source.stream(&big.item).map_err(|error| unfetched(&error));
        let read = match stream {
            Ok(mut file) => {
                let read = self.read_range(&mut file, range, &big.layout);
                let lines = read.as_ref().map_or(0, |read| read.lines);
                let noted = note_range(&mut reading, read);
                noted.map(|()| lines).map_err(|error| read_note(&error))
            }
            Err(ended) => Err(ended
                .notes
                .into_iter()
                .next()
                .unwrap_or(Note::new("error-read"))),
        };
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
            sample: Some(big.sample),
            ..Reading::default()
        };
        if big.is_broken_off() {
            reading.notes.push(Note::new("note-stopped"));
        }
        Box::new(self.finish(&big.item, big.key, tally, reading))
    }

    fn finish(
        &self,
        item: &Item,
        key: [u8; 16],
        mut tally: DocumentTally,
        reading: Reading,
    ) -> ItemScan {
        tally.set_outcome(reading.outcome);
        for note in &reading.notes {
            tally.add_note(note.clone());
        }
        let assessed = self.config.rules.assess(tally, &self.config.settings);
        ItemScan {
            item: item.clone(),
            read_key: if is_settled(&reading) { key } else { UNSETTLED },
            format: reading.format,
            bytes_read: reading.bytes,
            content_hash: reading.hash,
            sample: reading.sample,
            moved_from: None,
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
    let is_passing = |note: &Note| {
        matches!(
            &*note.code,
            "note-stopped" | "note-stop-time" | "note-root-silent" | "error-worker-start"
        )
    };
    !is_refused && !reading.notes.iter().any(is_passing)
}

/// A file that is read in one go, or a big one that is not.
enum Extent {
    Whole(Reading),
    Big(Box<BigText>),
}

fn unfetched(error: &FetchError) -> Reading {
    match error {
        FetchError::Silent => Reading::ended(Outcome::NotReached, Note::new("note-root-silent")),
        FetchError::Open(OpenError::Offline) => {
            Reading::ended(Outcome::Skipped, open_note(&OpenError::Offline))
        }
        FetchError::Open(error) => Reading::ended(Outcome::Unreadable, open_note(error)),
        FetchError::Read(error) => Reading::ended(Outcome::Unreadable, read_note(error)),
    }
}

fn read_note(error: &std::io::Error) -> Note {
    match error.kind() {
        std::io::ErrorKind::TimedOut => Note::new("note-root-silent"),
        kind => Note::new("error-read").with("kind", kind.to_string()),
    }
}

/// A file of which no more than the head is read.
fn unread(task: &Task, head: &[u8], size: u64) -> Reading {
    let format = sniff(
        head.get(..HEAD).unwrap_or(head),
        &task.item.path.extension(),
    );
    let outcome = match format {
        Format::Empty => Outcome::Scanned,
        _ => Outcome::Unsupported,
    };
    Reading {
        format: format.name().to_owned(),
        outcome,
        bytes: head.len() as u64,
        sample: Some(sample(head, size)),
        ..Reading::default()
    }
}

/// What a file is recognised by that is not read whole.
fn sample(head: &[u8], size: u64) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_derive_key("sporhund 2026-11 sample");
    hasher.update(&size.to_le_bytes());
    hasher.update(head);
    let mut sample = [0; 16];
    sample.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    sample
}

/// Where files cannot lie in memory, the worker gets the file itself.
fn reopen(source: &Arc<Watched>, item: &Item) -> std::io::Result<File> {
    match source.source().open(item) {
        Ok(Opened::File(file)) => Ok(file),
        _ => Err(std::io::ErrorKind::Unsupported.into()),
    }
}

/// How a text is read, where it begins, and its first characters.
fn text_layout(head: &[u8], format: &Format) -> (TextLayout, u64, String) {
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
    (layout, detected.bom, text)
}

fn big_text(task: &Task, head: &[u8], size: u64, format: &Format) -> BigText {
    let (layout, bom, mut csv_head) = text_layout(head, format);
    let end = (0..=CSV_HEAD.min(csv_head.len()))
        .rev()
        .find(|at| csv_head.is_char_boundary(*at));
    csv_head.truncate(end.unwrap_or(0));
    let reading = parts::Reading {
        format: format.name(),
        layout,
        csv_head,
        bom,
        size,
        sample: sample(head, size),
    };
    BigText::new(task, reading)
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
