//! The text of the pages.

use super::device::TextDevice;
use super::layout::Line;
use super::tables::{self, Block, Table};
use super::{askew, objects};
use crate::decoder::{DecodeError, Sink, Text};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use hayro_syntax::page::Page;
use sporhund_model::{Cell, Join, Note, Outcome, Part, Place, PlaceId};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A page with fewer characters than this, mostly covered by an image, is a scan with a stamp or a page number.
const SCAN_CHARACTERS: usize = 40;
/// Text of this many times the usual size is a heading.
const HEADING_SIZE: f64 = 1.25;
/// A heading is short.
const HEADING_CHARACTERS: usize = 160;

/// What could not be read, in pages.
#[derive(Default)]
struct Lost {
    scans: u32,
    unmapped: u32,
    broken: u32,
    cut: u32,
}

/// Sends the text of all pages, and the notes about those that could not be read.
pub(super) fn send(pdf: &hayro_syntax::Pdf, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
    let mut cache = InterpreterCache::new();
    let mut lost = Lost::default();
    let mut writer = Writer::default();
    for (page, number) in pdf.pages().iter().zip(1u32..) {
        sink.budget().check_time()?;
        if let Some(device) = interpret(page, &cache) {
            lost.count(page, &device);
            let blocks = tables::blocks(askew::level(device.runs), &device.rules.grids());
            writer.send(number, &blocks, sink)?;
        } else {
            // A poisoned cache would fail every page that follows.
            cache = InterpreterCache::new();
            lost.broken += 1;
        }
        objects::send_annotations(page, number, sink)?;
    }
    lost.send(sink)
}

impl Lost {
    fn count(&mut self, page: &Page<'_>, device: &TextDevice) {
        let characters = device.glyphs - device.unmapped.min(device.glyphs);
        let (width, height) = page.render_dimensions();
        let covered = device.image_area > 0.5 * f64::from(width) * f64::from(height);
        if device.image_area > 0.0 && (characters == 0 || covered && characters < SCAN_CHARACTERS) {
            self.scans += 1;
        }
        if device.unmapped > 0 && device.unmapped >= characters {
            self.unmapped += 1;
        }
        self.cut += u32::from(device.cut);
    }

    fn send(&self, sink: &mut dyn Sink) -> Result<Outcome, DecodeError> {
        let notes = [
            ("note-needs-ocr", self.scans),
            ("note-unmapped-text", self.unmapped),
            ("error-pages-broken", self.broken),
            ("limit-page-text", self.cut),
        ];
        for (code, pages) in notes {
            if pages > 0 {
                sink.note(Note::new(code).with("pages", pages))?;
            }
        }
        if self.broken > 0 || self.cut > 0 {
            return Ok(Outcome::Partly);
        }
        Ok(Outcome::Scanned)
    }
}

/// The text of a page, or `None` when it broke the interpreter.
pub(super) fn interpret<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>) -> Option<TextDevice> {
    catch_unwind(AssertUnwindSafe(|| {
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, bounds, cache, page.xref(), settings);
        let mut device = TextDevice::default();
        interpret_page(page, &mut context, &mut device);
        device
    }))
    .ok()
}

/// Sends the blocks of pages; a table may go on from one page to the next.
#[derive(Default)]
struct Writer {
    tables: u32,
    /// Columns of the table that ended the page before, and how many rows it has.
    open: Option<(Vec<f64>, u32)>,
}

/// Columns of a table that goes on are as near as this to those of the page before, in points.
const SAME_COLUMN: f64 = 4.0;
/// Lines that may stand between the two: the footer and the header of the pages.
const BETWEEN: usize = 4;

impl Writer {
    fn send(
        &mut self,
        page: u32,
        blocks: &[Block],
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let all: Vec<&Line> = blocks
            .iter()
            .flat_map(|block| match block {
                Block::Lines(lines) => lines.iter().collect::<Vec<_>>(),
                Block::Table(table) => table.cells.iter().flat_map(|cell| &cell.lines).collect(),
            })
            .collect();
        let usual = usual_size(&all);
        let mut between = 0;
        for block in blocks {
            match block {
                Block::Lines(lines) => {
                    between += lines.len();
                    send_lines(page, lines, usual, sink)?;
                    if between > BETWEEN {
                        self.open = None;
                    }
                }
                Block::Table(table) => {
                    self.send_table(page, table, sink)?;
                    between = 0;
                }
            }
        }
        Ok(())
    }

    fn send_table(
        &mut self,
        page: u32,
        table: &Table,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let goes_on = self.open.take().filter(|(columns, _)| {
            columns.len() == table.columns.len()
                && columns
                    .iter()
                    .zip(&table.columns)
                    .all(|(one, other)| (one - other).abs() < SAME_COLUMN)
        });
        let before = goes_on.map_or(0, |(_, rows)| rows);
        if before == 0 {
            self.tables += 1;
        }
        let place = sink.place(Place {
            page: Some(page),
            table: Some(self.tables),
            ..Place::default()
        })?;
        let mut join = Join::Hard;
        let mut last = before;
        for cell in &table.cells {
            last = before + cell.row as u32 + 1;
            let at = Cell {
                row: last,
                column: cell.column as u32 + 1,
            };
            for text in cell.lines.iter().flat_map(|line| &line.cells) {
                sink.text(Text {
                    text,
                    place,
                    cell: at,
                    join: std::mem::replace(&mut join, Join::Soft),
                })?;
            }
        }
        self.open = Some((table.columns.clone(), last));
        Ok(())
    }
}

fn send_lines(
    page: u32,
    lines: &[Line],
    usual: f64,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let body = place(Part::Body, page, sink)?;
    for line in lines {
        let large = line.size > HEADING_SIZE * usual;
        let place = if large && characters(line) <= HEADING_CHARACTERS {
            place(Part::Heading, page, sink)?
        } else {
            body
        };
        let mut join = line.join;
        for text in &line.cells {
            let cell = Cell::default();
            sink.text(Text {
                text,
                place,
                cell,
                join,
            })?;
            join = Join::Soft;
        }
    }
    Ok(())
}

fn place(part: Part, page: u32, sink: &mut dyn Sink) -> Result<PlaceId, DecodeError> {
    let page = Some(page);
    Ok(sink.place(Place {
        part,
        page,
        ..Place::default()
    })?)
}

fn characters(line: &Line) -> usize {
    line.cells.iter().map(String::len).sum()
}

/// The size that most of the text has.
fn usual_size(lines: &[&Line]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = lines
        .iter()
        .map(|line| (line.size, characters(line)))
        .collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|size| size.1).sum::<usize>() / 2;
    let mut seen = 0;
    for (size, characters) in sizes {
        seen += characters;
        if seen > half {
            return size;
        }
    }
    0.0
}
