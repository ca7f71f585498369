//! A sink for tests: writes down what a decoder sends, one line a text.

use crate::budget::{Budget, Limits};
use crate::decoder::{DecodeError, Decoder, Input, Sink, Text};
use sporhund_model::{Join, Merge, Note, Outcome, Part, Place, PlaceId, Stopped};
use std::io::Cursor;

/// What was sent.
pub(crate) struct Recorder {
    pub lines: Vec<String>,
    places: Vec<Place>,
    budget: Budget,
}

impl Recorder {
    fn part(&self, id: PlaceId) -> Part {
        self.places
            .get(id.0 as usize)
            .map_or(Part::Body, |place| place.part)
    }
}

/// What the decoder sends for the bytes, and how it ended.
pub(crate) fn record(
    decoder: &dyn Decoder,
    bytes: &[u8],
) -> (Vec<String>, Result<Outcome, DecodeError>) {
    let mut recorder = Recorder {
        lines: Vec::new(),
        places: Vec::new(),
        budget: Budget::new(Limits::default()),
    };
    let mut input = Input {
        reader: &mut Cursor::new(bytes),
        size: bytes.len() as u64,
        extension: "",
    };
    let outcome = decoder.decode(&mut input, &mut recorder);
    (recorder.lines, outcome)
}

impl Sink for Recorder {
    fn place(&mut self, place: Place) -> Result<PlaceId, Stopped> {
        let at = self
            .places
            .iter()
            .position(|known| *known == place)
            .unwrap_or_else(|| {
                self.places.push(place);
                self.places.len() - 1
            });
        Ok(PlaceId(at as u32))
    }

    /// A body text is `text`, others `part: text`; a cell is `A1 text`; `+` is a soft join, `&` none.
    fn text(&mut self, text: Text<'_>) -> Result<(), DecodeError> {
        let join = match text.join {
            Join::None => "&",
            Join::Soft => "+",
            Join::Hard => "",
        };
        let part = match self.part(text.place) {
            Part::Body => String::new(),
            part => format!("{part:?}: "),
        };
        let cell = if text.cell.is_some() {
            format!("{} ", text.cell.name())
        } else {
            String::new()
        };
        self.lines.push(format!("{join}{part}{cell}{}", text.text));
        Ok(self.budget.spend_bytes(text.text.len() as u64)?)
    }

    fn merge(&mut self, _place: PlaceId, merge: Merge) -> Result<(), DecodeError> {
        let (first, last) = (merge.first.name(), merge.last.name());
        self.lines.push(format!("merge {first}:{last}"));
        Ok(())
    }

    fn property(&mut self, name: &str, value: &str) -> Result<(), DecodeError> {
        self.lines.push(format!("{name}={value}"));
        Ok(())
    }

    fn note(&mut self, note: Note) -> Result<(), Stopped> {
        self.lines.push(format!("{} {:?}", note.code, note.args));
        Ok(())
    }

    fn member(
        &mut self,
        ordinal: u32,
        name: &[u8],
        input: &mut Input<'_>,
    ) -> Result<Outcome, DecodeError> {
        let name = String::from_utf8_lossy(name);
        self.lines.push(format!(
            "member {ordinal} {name} .{} {}",
            input.extension, input.size
        ));
        Ok(Outcome::Scanned)
    }

    fn budget(&mut self) -> &mut Budget {
        &mut self.budget
    }
}
