//! What is asked of a worker, and what it says of itself and of the end of a file.

use crate::event::{read_outcome, tag};
use crate::frame::put;
use crate::wire::{Fields, Violation, put_bytes, put_code, put_u32, put_u64};
use sporhund_extract::budget::Limits;
use sporhund_model::Outcome;
use sporhund_platform::Isolation;
use std::time::Duration;

/// Both ends are the same program, so that this only tells a wrong program from a worker.
const VERSION: u32 = 1;
const MOST_EXTENSION: usize = 255;

/// Tags of what the parent sends.
const SETUP: u8 = 1;
const DECODE: u8 = 2;

/// The first frame to a worker: how much memory it may take.
pub(crate) fn put_setup(to: &mut Vec<u8>, memory: u64) -> Result<(), Violation> {
    put(to, SETUP, |to| put_u64(to, memory))
}

pub(crate) fn read_setup(tag: u8, payload: &[u8]) -> Result<u64, Violation> {
    let mut fields = Fields(payload);
    if tag != SETUP {
        return Err(Violation("setup"));
    }
    fields.u64("memory")
}

/// The first frame from a worker: the isolation that is in force.
pub(crate) fn put_hello(to: &mut Vec<u8>, isolation: Isolation) -> Result<(), Violation> {
    put(to, tag::HELLO, |to| {
        put_u32(to, VERSION);
        to.push(isolation.bits());
    })
}

pub(crate) fn read_hello(tag: u8, payload: &[u8]) -> Result<Isolation, Violation> {
    let mut fields = Fields(payload);
    if tag != tag::HELLO || fields.u32("version")? != VERSION {
        return Err(Violation("hello"));
    }
    let isolation = Isolation::from_bits(fields.u8("isolation")?);
    fields.end("rest of hello")?;
    Ok(isolation)
}

/// A file to decode; the file itself comes beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub size: u64,
    pub extension: String,
    pub limits: Limits,
}

impl Request {
    pub(crate) fn put(&self, to: &mut Vec<u8>) -> Result<(), Violation> {
        // By name, so that a limit that is added cannot be forgotten here.
        let Limits {
            max_bytes_out,
            max_member_size,
            max_depth,
            max_members,
            max_ratio,
            timeout,
        } = self.limits;
        put(to, DECODE, |to| {
            put_u64(to, self.size);
            put_u64(to, max_bytes_out);
            put_u64(to, max_member_size);
            put_u32(to, max_depth);
            put_u32(to, max_members);
            put_u32(to, max_ratio);
            put_u64(to, u64::try_from(timeout.as_millis()).unwrap_or(u64::MAX));
            let cut = self.extension.floor_char_boundary(MOST_EXTENSION);
            put_bytes(to, self.extension.get(..cut).unwrap_or("").as_bytes());
        })
    }

    pub(crate) fn read(tag: u8, payload: &[u8]) -> Result<Self, Violation> {
        let mut fields = Fields(payload);
        if tag != DECODE {
            return Err(Violation("request"));
        }
        let size = fields.u64("size")?;
        let limits = Limits {
            max_bytes_out: fields.u64("max_bytes_out")?,
            max_member_size: fields.u64("max_member_size")?,
            max_depth: fields.u32("max_depth")?,
            max_members: fields.u32("max_members")?,
            max_ratio: fields.u32("max_ratio")?,
            timeout: bounded(Duration::from_millis(fields.u64("timeout")?)),
        };
        let extension = fields.text(MOST_EXTENSION, "extension")?.to_owned();
        fields.end("rest of request")?;
        Ok(Request {
            size,
            extension,
            limits,
        })
    }
}

/// A time that can be added to any clock.
pub(crate) fn bounded(time: Duration) -> Duration {
    const YEAR: Duration = Duration::from_hours(366 * 24);
    time.min(YEAR)
}

/// The last frame of a file.
pub(crate) fn put_done(to: &mut Vec<u8>, format: &str, outcome: Outcome) -> Result<(), Violation> {
    put(to, tag::DONE, |to| {
        put_code(to, format);
        to.push(outcome as u8);
    })
}

pub(crate) fn read_done(payload: &[u8]) -> Result<(String, Outcome), Violation> {
    let mut fields = Fields(payload);
    let format = fields.code("format")?.to_owned();
    let outcome = read_outcome(&mut fields)?;
    fields.end("rest of done")?;
    Ok((format, outcome))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_comes_out_as_it_went_in() {
        let request = Request {
            size: 1 << 40,
            extension: "docx".into(),
            limits: Limits::default(),
        };
        let mut bytes = Vec::new();
        request.put(&mut bytes).unwrap();
        assert_eq!(Request::read(bytes[0], &bytes[5..]), Ok(request));
    }

    #[test]
    fn a_file_cannot_end_in_a_way_that_reading_cannot() {
        let mut bytes = Vec::new();
        put_done(&mut bytes, "docx", Outcome::Unlisted).unwrap();
        assert!(read_done(&bytes[5..]).is_err());
        bytes.clear();
        put_done(&mut bytes, "docx", Outcome::Partly).unwrap();
        assert_eq!(read_done(&bytes[5..]), Ok(("docx".into(), Outcome::Partly)));
    }
}
