//! The files that Office lays beside an open document (`~$name.docx`): they hold the name of who has it open.

use std::io::{Read, SeekFrom};

use encoding_rs::WINDOWS_1252;
use sporhund_model::Outcome;

use crate::decoder::{DecodeError, Decoder, Input, Sink};

/// Bytes of the name's first form, and of the whole file by Word and by Excel.
const NAME: usize = 54;
const SIZES: [usize; 2] = [162, 165];

/// Reads the name.
pub struct Lock;

/// Whether the bytes are such a file: one of its sizes, a length, and a name of that length filled up with spaces or zeros.
pub fn is_lock(file: &[u8]) -> bool {
    SIZES.contains(&file.len()) && find_name(file).is_some()
}

fn find_name(file: &[u8]) -> Option<&[u8]> {
    let length = usize::from(*file.first()?);
    let name = file.get(1..=length)?;
    let rest = file.get(length + 1..NAME)?;
    let filled = rest.iter().all(|byte| matches!(byte, 0 | b' '));
    let printable = name.iter().all(|byte| *byte >= b' ' && *byte != 127);
    (length > 0 && filled && printable).then_some(name)
}

impl Decoder for Lock {
    fn format(&self) -> &'static str {
        "office-lock"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut file = Vec::new();
        input.reader.seek(SeekFrom::Start(0))?;
        (&mut *input.reader).take(256).read_to_end(&mut file)?;
        let name = find_name(&file).unwrap_or_default();
        let (name, _) = WINDOWS_1252.decode_without_bom_handling(name);
        sink.property("last-modified-by", &name)?;
        Ok(Outcome::Scanned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recorder::record;

    #[test]
    fn tells_who_has_a_document_open() {
        let mut file = vec![0; 162];
        file[0] = 9;
        file[1..10].copy_from_slice(b"Test Test");
        assert!(is_lock(&file));
        assert_eq!(record(&Lock, &file).0, ["last-modified-by=Test Test"]);
        file[20] = b'x';
        assert!(!is_lock(&file));
    }
}
