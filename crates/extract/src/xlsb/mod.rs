//! Workbooks with binary parts (xlsb): records of cells, and of what stands beside them. Parts of XML are read as in other
//! workbooks.
//!
//! calamine reads the cells alone, without the formats that add zeros, and panics on some files.

mod beside;
mod globals;
mod records;
mod sheet;

use sporhund_model::{Note, Outcome};

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::package::Package;
use crate::office::{custom, members, properties};
use crate::xlsx::extras;
use globals::Globals;

/// The decoder.
pub struct Xlsb;

impl Decoder for Xlsb {
    fn format(&self) -> &'static str {
        "xlsb"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let limits = *sink.budget().limits();
        let mut package = Package::open(input.reader, &limits)?;
        properties::send(&mut package, sink)?;
        let globals = Globals::read(&mut package)?;
        globals.send(sink)?;
        let outcome = send_sheets(&mut package, &globals, sink)?;
        beside::send(&mut package, &globals, sink)?;
        extras::send(&mut package, sink)?;
        custom::send(&mut package, sink)?;
        members::send(&mut package, "xl/", sink)?;
        Ok(outcome)
    }
}

/// Sends all sheets; what is wrong with one sheet leaves the others as they are.
fn send_sheets(
    package: &mut Package<'_>,
    globals: &Globals,
    sink: &mut dyn Sink,
) -> Result<Outcome, DecodeError> {
    let mut outcome = Outcome::Scanned;
    for bound in &globals.sheets {
        sink.budget().check_time()?;
        let sent = match package.part(&bound.target)? {
            Some(part) => sheet::send(part, bound, globals, sink),
            None => Err(DecodeError::Broken {
                offset: 0,
                what: "sheet",
            }),
        };
        match sent {
            Ok(()) => {}
            Err(DecodeError::Broken { what, .. }) => {
                sink.note(Note::new("note-broken-part").with("what", what))?;
                outcome = Outcome::Partly;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(outcome)
}
