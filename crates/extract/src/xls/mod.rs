//! Workbooks of the older kind (xls, xlt): records of cells, and of all that stands beside them.
//!
//! Cells are sent as their records come, so that a far cell costs nothing.

mod globals;
mod records;
mod sheet;

use sporhund_model::{Note, Outcome, Part};

use crate::decoder::{DecodeError, Decoder, Input, Sink};
use crate::office::flow::Flow;
use crate::ole::{Compound, broken, objects, properties};
use globals::Globals;
use records::{Charset, Records};
pub(crate) use sheet::short_number;

/// The decoder.
pub struct Xls;

impl Decoder for Xls {
    fn format(&self) -> &'static str {
        "xls"
    }

    fn decode(&self, input: &mut Input<'_>, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let mut file = Compound::open(input, sink)?;
        properties::send(&mut file, sink)?;
        let workbook = file.read("/Workbook").or_else(|| file.read("/Book"));
        let Some(mut workbook) = workbook else {
            return Err(broken("workbook stream"));
        };
        crate::locked::unlock_workbook(&mut workbook)?;
        let outcome = send_workbook(&workbook, sink)?;
        drop(workbook);
        send_pivot_caches(&mut file, sink)?;
        objects::send_named(&mut file, "MBD", sink)?;
        Ok(outcome)
    }
}

fn send_workbook(workbook: &[u8], sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
    let globals = Globals::parse(workbook)?;
    globals.send(sink)?;
    let mut outcome = Outcome::Scanned;
    for bound in &globals.sheets {
        if bound.at >= workbook.len() {
            sink.note(Note::new("note-broken-part").with("what", "sheet"))?;
            outcome = Outcome::Partly;
            continue;
        }
        sheet::send(Records::new(workbook, bound.at), bound, &globals, sink)?;
    }
    Ok(outcome)
}

/// The texts that pivot tables keep of their sources.
fn send_pivot_caches(file: &mut Compound<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut flow = Flow::default();
    for (_, path) in file.streams("/_SX_DB_CUR") {
        let bytes = file.read(path).unwrap_or_default();
        for record in Records::new(&bytes, 0).filter(|record| record.kind == 0x00CD) {
            let text = Charset::Unicode.long(record.body, 0);
            flow.send_aside(Part::Hidden, &text, sink)?;
        }
    }
    Ok(())
}
