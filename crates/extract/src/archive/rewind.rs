//! A packed stream that can be started anew: what is text can be read from it at any size without keeping it.

use std::cell::RefCell;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use crate::decoder::ReadSeek;

/// A reader that several take turns with.
#[derive(Clone)]
pub(crate) struct Shared<'a>(Rc<RefCell<&'a mut (dyn ReadSeek + 'a)>>);

impl<'a> Shared<'a> {
    pub(crate) fn new(reader: &'a mut (dyn ReadSeek + 'a)) -> Self {
        Shared(Rc::new(RefCell::new(reader)))
    }
}

impl Read for Shared<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.0.borrow_mut().read(out)
    }
}

impl Seek for Shared<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.borrow_mut().seek(to)
    }
}

/// Unpacks a stream.
pub(crate) type Unpack<'a> =
    Box<dyn Fn(BufReader<Shared<'a>>) -> io::Result<Box<dyn Read + 'a>> + 'a>;

/// The unpacked bytes; going back starts from the beginning.
pub(crate) struct Rewind<'a> {
    packed: Shared<'a>,
    start: u64,
    unpack: Unpack<'a>,
    current: Option<Box<dyn Read + 'a>>,
    at: u64,
}

impl<'a> Rewind<'a> {
    /// A stream that begins at `start` of what is packed.
    pub(crate) fn new(packed: Shared<'a>, start: u64, unpack: Unpack<'a>) -> Self {
        Rewind {
            packed,
            start,
            unpack,
            current: None,
            at: 0,
        }
    }

    fn open(&mut self) -> io::Result<&mut Box<dyn Read + 'a>> {
        if self.current.is_none() {
            self.packed.seek(SeekFrom::Start(self.start))?;
            let packed = BufReader::with_capacity(64 * 1024, self.packed.clone());
            self.current = Some((self.unpack)(packed)?);
            self.at = 0;
        }
        self.current
            .as_mut()
            .ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

impl Read for Rewind<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.open()?.read(out)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Rewind<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(_) => None,
        };
        let at = at.ok_or(io::ErrorKind::Unsupported)?;
        if at < self.at {
            self.current = None;
            self.at = 0;
        }
        while self.at < at {
            let step = (at - self.at).min(64 * 1024) as usize;
            let mut skipped = vec![0; step];
            if self.read(&mut skipped)? == 0 {
                break;
            }
        }
        Ok(self.at)
    }
}
