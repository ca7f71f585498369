//! What holds for the whole workbook: sheets, shared strings, formats, names.

use sporhund_model::Part;

use super::records::{Records, string};
use crate::decoder::{DecodeError, Sink};
use crate::office::flow::Flow;
use crate::office::formula::{Dialect, literals};
use crate::office::looks::Looks;
use crate::office::package::Package;
use crate::office::relationships;
use crate::ole::bytes::{slice, u16_at, u32_at};

/// Bytes of shared strings that are kept.
const MAX_STRINGS: usize = 128 << 20;

/// A sheet by its part.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound {
    pub(super) name: String,
    pub(super) target: String,
    pub(super) part: Part,
}

/// The globals of a workbook.
#[derive(Debug, Default)]
pub(super) struct Globals {
    pub(super) sheets: Vec<Bound>,
    pub(super) looks: Looks,
    /// All shared strings, one behind the other, and where each ends.
    strings: String,
    ends: Vec<usize>,
    /// Names of ranges with the literals that they stand for.
    names: Vec<(String, String)>,
}

impl Globals {
    /// Reads the workbook and what it points to; a part that is missing or broken gives what stands before the fault.
    pub(super) fn read(package: &mut Package<'_>) -> Result<Globals, DecodeError> {
        let root = relationships::read(package, "");
        let main = root
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .map_or_else(|| "xl/workbook.bin".to_owned(), |found| found.target);
        let relations = relationships::read(package, &main);
        let target = |wanted: &dyn Fn(&relationships::Relationship) -> bool| {
            let found = relations.iter().find(|relation| wanted(relation));
            found.map(|relation| relation.target.clone())
        };
        let mut globals = Globals::default();
        let mut ids = Vec::new();
        globals.each(package, Some(main), |globals, kind, body| {
            globals.take_workbook(kind, body, &mut ids);
        })?;
        for (sheet, id) in globals.sheets.iter_mut().zip(&ids) {
            sheet.target = target(&|relation| relation.id == *id).unwrap_or_default();
        }
        let styles = target(&|relation| relation.kind == "styles");
        let mut in_cells = false;
        globals.each(package, styles, |globals, kind, body| match kind {
            44 => globals
                .looks
                .add_format(u16_at(body, 0), &string(body, 2).0),
            617 => in_cells = true,
            618 => in_cells = false,
            47 if in_cells => globals.looks.add_style(u16_at(body, 2)),
            _ => {}
        })?;
        let shared = target(&|relation| relation.kind == "sharedStrings");
        globals.each(package, shared, |globals, kind, body| {
            if kind == 19 && globals.strings.len() < MAX_STRINGS {
                globals.strings.push_str(&string(body, 1).0);
                globals.ends.push(globals.strings.len());
            }
        })?;
        Ok(globals)
    }

    fn each(
        &mut self,
        package: &mut Package<'_>,
        part: Option<String>,
        mut take: impl FnMut(&mut Globals, u16, &[u8]),
    ) -> Result<(), DecodeError> {
        let Some(reader) = package.part(&part.unwrap_or_default())? else {
            return Ok(());
        };
        let mut records = Records::new(reader);
        loop {
            match records.next() {
                Ok(Some((kind, body))) => take(self, kind, body),
                Ok(None) | Err(DecodeError::Broken { .. } | DecodeError::Io(_)) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
    }

    fn take_workbook(&mut self, kind: u16, body: &[u8], ids: &mut Vec<String>) {
        match kind {
            153 => self.looks.from_1904 = u32_at(body, 0) & 1 != 0,
            156 => {
                let (id, at) = string(body, 8);
                ids.push(id);
                self.sheets.push(Bound {
                    name: string(body, at).0,
                    target: String::new(),
                    part: match u32_at(body, 0) {
                        0 => Part::Body,
                        _ => Part::Hidden,
                    },
                });
            }
            // Names that the program made are marked.
            39 if u32_at(body, 0) & 0x20 == 0 => {
                let (name, at) = string(body, 9);
                let formula = slice(body, at.saturating_add(4), u32_at(body, at) as usize);
                self.names.push((name, literals(formula, Dialect::Parts)));
            }
            _ => {}
        }
    }

    /// A shared string.
    pub(super) fn string(&self, index: u32) -> &str {
        let index = index as usize;
        let start = index.checked_sub(1).and_then(|last| self.ends.get(last));
        let end = self.ends.get(index);
        let range = start.copied().unwrap_or(0)..end.copied().unwrap_or(0);
        self.strings.get(range).unwrap_or_default()
    }

    /// Sends names of ranges.
    pub(super) fn send(&self, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        let mut flow = Flow::default();
        for (name, stands_for) in &self.names {
            flow.send_labelled(Part::Formula, (name, stands_for), sink)?;
        }
        Ok(())
    }
}
