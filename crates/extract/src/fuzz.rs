//! What fuzz targets run, as plain functions so that tests replay the seeds.

use std::io::Cursor;

use sporhund_model::{Event, Receiver, Stopped};

use crate::{Decoded, Input, Limits, decode};

/// Takes everything and keeps nothing; a panic that the inner belt caught is one all the same.
struct Nothing;

impl Receiver for Nothing {
    fn receive(&mut self, event: Event<'_>) -> Result<(), Stopped> {
        match event {
            Event::Chunk(chunk) => assert!(
                chunk
                    .text
                    .get(chunk.own.start as usize..chunk.own.end as usize)
                    .is_some()
            ),
            Event::Note(note) => assert_ne!(note.code, "error-decoder-panicked"),
            _ => {}
        }
        Ok(())
    }
}

/// Decodes any bytes under small limits; only how it ended comes back.
///
/// # Panics
/// When a decoder panicked, or sent a chunk whose own range is none of its text.
pub fn decode_any(bytes: &[u8]) -> Decoded {
    let limits = Limits {
        max_bytes_out: 64 << 20,
        max_member_size: 16 << 20,
        max_members: 1_000,
        ..Limits::default()
    };
    let mut input = Input {
        reader: &mut Cursor::new(bytes),
        size: bytes.len() as u64,
        extension: "",
    };
    decode(&mut input, &limits, &mut Nothing)
}
