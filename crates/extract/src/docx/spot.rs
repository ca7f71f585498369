//! Where a text of a document stands.

use sporhund_model::{Cell, Join, Part, Place};

use crate::decoder::{DecodeError, Sink, Text};

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) part: Part,
    pub(crate) table: Option<u32>,
    pub(crate) cell: Cell,
    pub(crate) join: Join,
}

/// Sends text at a spot as a part.
pub(crate) fn send_as(
    part: Part,
    text: &str,
    spot: Spot,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let place = sink.place(Place {
        part,
        table: spot.table,
        ..Place::default()
    })?;
    sink.text(Text {
        text,
        place,
        cell: spot.cell,
        join: spot.join,
    })
}
