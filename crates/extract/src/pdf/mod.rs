//! PDF: text by position, and what stands beside the pages.
//!
//! Pages are interpreted by hayro with a device that only collects glyphs ([`device`]); [`layout`] makes lines of them.
//! Form fields, annotations, outlines, metadata and embedded files are read from the same parsed objects ([`objects`],
//! [`metadata`], [`embedded`]), so that a file is parsed and decrypted once.

mod askew;
mod device;
mod embedded;
mod glyphs;
pub(crate) mod grid;
mod layers;
mod layout;
mod metadata;
mod objects;
mod pages;
mod ruled;
mod rules;
mod strings;
mod structure;
mod tables;
#[cfg(test)]
mod tests;

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use hayro_syntax::{DecryptionError, LoadPdfError};
use sporhund_model::Outcome;

/// Reads PDF.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pdf;

impl Decoder for Pdf {
    fn format(&self) -> &'static str {
        "pdf"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let data = read_all(input, sink)?;
        // A file that cannot be read and speaks of a key is one that needs it.
        let locked = memchr::memmem::find(&data, b"/Encrypt").is_some();
        let pdf = match hayro_syntax::Pdf::new(data) {
            Err(LoadPdfError::Invalid) if locked => return Err(DecodeError::Encrypted),
            loaded => loaded.map_err(load_error)?,
        };
        let pdf = layers::show_all(pdf);
        metadata::send(&pdf, sink)?;
        objects::send_outlines(&pdf, sink)?;
        let outcome = pages::send(&pdf, sink)?;
        objects::send_fields(&pdf, sink)?;
        structure::send_alternatives(&pdf, sink)?;
        embedded::send(&pdf, sink)?;
        Ok(outcome)
    }
}

/// The whole input: a PDF is read from its end, and its objects refer to all of it.
fn read_all(input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Vec<u8>, DecodeError> {
    let limit = sink.budget().limits().max_member_size;
    Ok(input.read_all(limit)?)
}

fn load_error(error: LoadPdfError) -> DecodeError {
    match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => DecodeError::Encrypted,
        LoadPdfError::Decryption(_) => DecodeError::Broken {
            offset: 0,
            what: "encryption dictionary",
        },
        LoadPdfError::Invalid => DecodeError::Broken {
            offset: 0,
            what: "cross-reference table",
        },
    }
}
