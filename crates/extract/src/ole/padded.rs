//! A reader that goes on with zeros where a file was cut off.
//!
//! The table of sectors of such a file, and of some that sloppy programs wrote, speaks of sectors that are not there.

use std::io::{self, Read, Seek, SeekFrom};

use super::bytes::{u8_at, u32_at};
use crate::decoder::ReadSeek;

/// Bytes that a file may seem to have more than it has.
const MAX_PADDING: u64 = 64 << 20;

/// The bytes of a file, and zeros behind them.
pub(super) struct Padded<'a> {
    inner: &'a mut (dyn ReadSeek + 'a),
    there: u64,
    size: u64,
    at: u64,
}

impl<'a> Padded<'a> {
    /// The file as it is.
    pub(super) fn new(inner: &'a mut (dyn ReadSeek + 'a)) -> io::Result<Self> {
        let there = inner.seek(SeekFrom::End(0))?;
        inner.seek(SeekFrom::Start(0))?;
        Ok(Padded {
            inner,
            there,
            size: there,
            at: 0,
        })
    }

    /// From here on the file seems to have all sectors that its table can speak of.
    pub(super) fn pad(&mut self) -> io::Result<()> {
        let mut header = [0; 512];
        self.inner.seek(SeekFrom::Start(0))?;
        self.inner.read_exact(&mut header)?;
        let sector = if u8_at(&header, 30) == 12 { 4096 } else { 512 };
        let sectors = u64::from(u32_at(&header, 44)).saturating_mul(sector / 4);
        let whole = sectors.saturating_add(1).saturating_mul(sector);
        self.size = whole.clamp(self.there, self.there + MAX_PADDING);
        self.seek(SeekFrom::Start(0))?;
        Ok(())
    }
}

impl Read for Padded<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = if self.at < self.there {
            self.inner.read(out)?
        } else {
            let left = usize::try_from(self.size.saturating_sub(self.at)).unwrap_or(usize::MAX);
            let count = out.len().min(left);
            out.iter_mut().take(count).for_each(|byte| *byte = 0);
            count
        };
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Padded<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        self.inner.seek(SeekFrom::Start(self.at.min(self.there)))?;
        Ok(self.at)
    }
}
