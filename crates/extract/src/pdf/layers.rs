//! Layers that are off: a reader can turn them on, so their text is read.
//!
//! The interpreter leaves them out by what the catalog says. So the file is read with a catalog of its own behind it, as an
//! incremental update writes it (ISO 32000-2, 7.5.6), which speaks of no layers.

use super::metadata::find_info;
use super::objects::catalog;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name};
use memchr::memmem;

/// Files larger than this are read as they show: they would lie in memory twice.
const MAX_SIZE: usize = 64 << 20;
/// The key in the catalog, and what stands for it.
const LAYERS: &[u8] = b"/OCProperties";
const NONE: &[u8] = b"/NoProperties";

/// The document with all its layers shown.
pub(super) fn show_all(pdf: Pdf) -> Pdf {
    if !has_hidden(&pdf) {
        return pdf;
    }
    let pages = pdf.pages().len();
    let shown = update(&pdf).and_then(|bytes| Pdf::new(bytes).ok());
    shown
        .filter(|shown| shown.pages().len() == pages)
        .unwrap_or(pdf)
}

/// Whether a layer is off at first.
fn has_hidden(pdf: &Pdf) -> bool {
    let layers = catalog(pdf).get::<Dict<'_>>(b"OCProperties");
    let Some(config) = layers.and_then(|layers| layers.get::<Dict<'_>>(b"D")) else {
        return false;
    };
    let off = config.get::<Array<'_>>(b"OFF");
    let all_off = config.get::<Name<'_>>(b"BaseState");
    off.is_some_and(|off| off.raw_iter().next().is_some())
        || all_off.is_some_and(|state| state.as_ref() == b"OFF")
}

/// The bytes with another catalog behind them; `None` for files that are encrypted, or whose end says not where their objects
/// are.
fn update(pdf: &Pdf) -> Option<Vec<u8>> {
    let data: &[u8] = pdf.data().as_ref();
    if data.len() > MAX_SIZE || memmem::find(data, b"/Encrypt").is_some() {
        return None;
    }
    let catalog = catalog(pdf);
    let raw = catalog.data();
    let at = memmem::find(raw, LAYERS)?;
    let (before, after) = (raw.get(..at)?, raw.get(at + LAYERS.len()..)?);
    let (root, previous) = (pdf.xref().root_id(), find_start(data)?);
    let (number, generation) = (root.obj_number, root.gen_number);
    let info = find_info(data).map_or_else(String::new, |info| {
        format!("/Info {} {} R", info.obj_number, info.gen_number)
    });
    let mut bytes = data.to_vec();
    bytes.push(b'\n');
    let object = bytes.len();
    bytes.extend(format!("{number} {generation} obj\n").bytes());
    bytes.extend([before, NONE, after].concat());
    bytes.extend(b"\nendobj\n");
    let table = bytes.len();
    let entry = format!("xref\n{number} 1\n{object:010} {generation:05} n \n");
    let size = pdf.len() + 1;
    let trailer = format!(
        "trailer\n<< /Size {size} /Root {number} {generation} R {info} /Prev {previous} >>\nstartxref\n{table}\n%%EOF\n"
    );
    bytes.extend(entry.bytes());
    bytes.extend(trailer.bytes());
    Some(bytes)
}

/// Where the last table of objects begins.
fn find_start(data: &[u8]) -> Option<usize> {
    let word = b"startxref";
    let at = memmem::rfind(data, word)? + word.len();
    let rest = data.get(at..(at + 40).min(data.len()))?;
    let digits = rest.trim_ascii_start();
    let end = digits.iter().take_while(|byte| byte.is_ascii_digit());
    let digits = digits.get(..end.count())?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}
