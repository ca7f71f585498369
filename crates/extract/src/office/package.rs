//! A zip file as a package of parts. Whatever the directory says, no more is unpacked than the limits allow.

use std::io::{self, BufReader, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::budget::{Exceeded, Limits};
use crate::decoder::{DecodeError, ReadSeek};

/// Bytes of a part that is read as a whole (content types, relationships).
const SMALL: u64 = 4 << 20;
/// The ratio of a member is looked at once so much came out.
const RATIO_FROM: u64 = 1 << 20;

/// An open package.
pub(crate) struct Package<'a> {
    zip: ZipArchive<&'a mut dyn ReadSeek>,
    limits: Limits,
}

/// A part that is being unpacked.
pub(crate) type Part<'p> = BufReader<Bounded<Box<dyn Read + 'p>>>;

impl<'a> Package<'a> {
    /// Reads the directory; the limits of a member bound each part.
    pub(crate) fn open(
        reader: &'a mut (dyn ReadSeek + 'a),
        limits: &Limits,
    ) -> Result<Package<'a>, DecodeError> {
        let zip = ZipArchive::new(reader).map_err(zip_error)?;
        Ok(Package {
            zip,
            limits: *limits,
        })
    }

    /// The names of the parts, in the order of the directory.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.zip.file_names_raw();
        names
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect()
    }

    /// Looks at what the directory declares, for a library that unpacks without limits of its own. The zip reader holds
    /// entries to their declared size, so a directory that lies gives an error, not memory.
    pub(crate) fn check_declared(&self) -> Result<(), DecodeError> {
        let ratio = u64::from(self.limits.max_ratio);
        for entry in (0..self.zip.len()).filter_map(|at| self.zip.by_index_data(at).ok()) {
            let size = entry.size();
            if size > self.limits.max_member_size {
                return Err(DecodeError::Limit(Exceeded::MemberSize));
            }
            if size > RATIO_FROM && size > entry.compressed_size().max(1).saturating_mul(ratio) {
                return Err(DecodeError::Limit(Exceeded::Ratio));
            }
            if entry.encrypted() {
                return Err(DecodeError::Encrypted);
            }
        }
        Ok(())
    }

    /// A part by its name, whatever the case of its letters.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, DecodeError> {
        let Some(at) = self.find(name) else {
            return Ok(None);
        };
        let file = self.zip.by_index(at).map_err(zip_error)?;
        let packed = file.compressed_size();
        let reader: Box<dyn Read + '_> = Box::new(file);
        Ok(Some(BufReader::with_capacity(
            32 * 1024,
            Bounded::new(reader, packed, &self.limits),
        )))
    }

    /// A small part as a whole; `None` when it is missing or broken.
    pub(crate) fn read_small(&mut self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let part = self.part(name).ok()??;
        part.take(SMALL).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    fn find(&self, name: &str) -> Option<usize> {
        let exact = self.zip.index_for_name(name);
        exact.or_else(|| {
            self.zip
                .file_names_raw()
                .position(|raw| raw.eq_ignore_ascii_case(name.as_bytes()))
        })
    }
}

/// Reads no more than the limits of a member allow.
pub(crate) struct Bounded<R> {
    inner: R,
    packed: u64,
    out: u64,
    max_size: u64,
    max_ratio: u64,
}

impl<R> Bounded<R> {
    /// A reader of a member of so many packed bytes.
    pub(crate) fn new(inner: R, packed: u64, limits: &Limits) -> Self {
        Bounded {
            inner,
            packed,
            out: 0,
            max_size: limits.max_member_size,
            max_ratio: u64::from(limits.max_ratio),
        }
    }

    fn exceeded(&self) -> Option<Exceeded> {
        if self.out > self.max_size {
            return Some(Exceeded::MemberSize);
        }
        let allowed = self.packed.max(1).saturating_mul(self.max_ratio);
        (self.out > RATIO_FROM && self.out > allowed).then_some(Exceeded::Ratio)
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        self.out = self.out.saturating_add(count as u64);
        match self.exceeded() {
            Some(exceeded) => Err(io::Error::other(LimitError(exceeded))),
            None => Ok(count),
        }
    }
}

/// A limit on its way through a reader.
#[derive(Debug, thiserror::Error)]
#[error("limit: {0:?}")]
pub(crate) struct LimitError(pub(crate) Exceeded);

/// The limit that a reader's error stands for, if it is one.
pub(crate) fn find_limit(error: &io::Error) -> Option<Exceeded> {
    let inner = error.get_ref()?.downcast_ref::<LimitError>()?;
    Some(inner.0)
}

/// The error of a reader, with a limit taken out of its wrapping.
pub(crate) fn read_error(error: io::Error) -> DecodeError {
    match find_limit(&error) {
        Some(exceeded) => DecodeError::Limit(exceeded),
        None => DecodeError::Io(error),
    }
}

/// The error of the zip library in our words.
pub(crate) fn zip_error(error: ZipError) -> DecodeError {
    match error {
        ZipError::Io(error) => read_error(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            DecodeError::Encrypted
        }
        ZipError::CompressionMethodNotSupported(_) => DecodeError::Broken {
            offset: 0,
            what: "compression method",
        },
        _ => DecodeError::Broken {
            offset: 0,
            what: "zip directory",
        },
    }
}
