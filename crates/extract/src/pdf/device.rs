//! A device that collects the text of a page and draws nothing.
//!
//! Positions are turned so that every run reads from left to right: `along` grows with the text, `baseline` downwards.

use hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, Point};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro_syntax::object::{Dict, String as PdfString};

use super::glyphs::{Programs, western};
use super::rules::Rules;
use super::strings::decode_text;

/// Glyphs of one page at most; no readable page comes near.
const MAX_GLYPHS: usize = 2_000_000;
/// A gap of this many em is a space between words.
pub(super) const WORD_GAP: f64 = 0.18;
/// A gap of this many em stands between cells or columns.
pub(super) const CELL_GAP: f64 = 1.5;
/// How far back the next glyph may start (accents, tight kerning) and still continue a run, in em.
const OVERLAP: f64 = 0.6;
/// Drawn glyphs wider than this, or all narrower than that, in em, are of a font that counts in units of its own.
const DRAWN_WIDE: f64 = 2.0;
const DRAWN_NARROW: f64 = 0.05;

/// Text without a wide gap, at one height and in one direction.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Run {
    pub text: String,
    /// Where it starts and ends along its direction.
    pub start: f64,
    pub end: f64,
    /// Height of its baseline, growing downwards.
    pub baseline: f64,
    /// The em.
    pub size: f64,
    /// The direction in degrees, 0 for upright text.
    pub angle: i16,
    /// The same as it was drawn: places along the run and its baseline are by this one.
    pub degrees: f64,
    /// Where words after the first begin: the byte in the text, and the end of the word before and the start along the line.
    pub words: Vec<(usize, f64, f64)>,
}

impl Run {
    /// The run cut at words before which another cell begins.
    pub fn cut<C: PartialEq>(mut self, cell: impl Fn(f64) -> C) -> Vec<Run> {
        let words = std::mem::take(&mut self.words);
        let mut pieces = Vec::new();
        for (byte, end, start) in words.into_iter().rev() {
            if cell(end - 0.1 * self.size) == cell(start + 0.2 * self.size)
                || byte > self.text.len()
            {
                continue;
            }
            let text = self.text.split_off(byte);
            pieces.push(Run {
                text,
                start,
                end: self.end,
                ..self.clone()
            });
            self.end = end;
            self.text.truncate(self.text.trim_end().len());
        }
        pieces.push(self);
        pieces.reverse();
        pieces
    }
}

/// Collects runs of text.
#[derive(Debug, Default)]
pub(super) struct TextDevice {
    pub runs: Vec<Run>,
    /// Straight lines, which may be those of tables.
    pub rules: Rules,
    pub programs: Programs,
    /// The largest image, in square points.
    pub image_area: f64,
    pub glyphs: usize,
    /// Glyphs whose character the file does not tell.
    pub unmapped: usize,
    /// Whether there were more glyphs than are kept.
    pub cut: bool,
    space: bool,
    /// Open marked content; its replacement text, emptied once it was used.
    marked: Vec<Option<String>>,
    last_fill: Option<(Point, usize)>,
    /// The scale of the fonts of drawn glyphs, as the widest so far told.
    drawn_scale: f64,
}

/// A glyph in its place.
struct Placed {
    start: f64,
    end: f64,
    baseline: f64,
    size: f64,
    angle: i16,
    degrees: f64,
}

impl Placed {
    /// `scale`: how many times the font's size its em is.
    fn new(transform: Affine, glyph: &Glyph<'_>, mode: WritingMode, scale: f64) -> Option<Self> {
        let origin = transform * Point::ZERO;
        let (along, advance) = match mode {
            WritingMode::Vertical => (transform * Point::new(0.0, -1000.0) - origin, 1000.0),
            WritingMode::Horizontal => (
                transform * Point::new(1000.0, 0.0) - origin,
                advance(glyph, scale),
            ),
        };
        let em = along.hypot();
        if !(origin.is_finite() && em.is_finite()) {
            return None;
        }
        let degrees = (along.y.atan2(along.x).to_degrees() * 10.0).round() / 10.0;
        let (sin, cos) = degrees.to_radians().sin_cos();
        let start = origin.x * cos + origin.y * sin;
        Some(Placed {
            start,
            end: start + em * advance / 1000.0,
            baseline: origin.y * cos - origin.x * sin,
            size: (em * scale).max(0.1),
            angle: angle(degrees),
            degrees,
        })
    }
}

fn advance(glyph: &Glyph<'_>, scale: f64) -> f64 {
    let advance = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    let advance = advance.map_or(500.0, f64::from);
    // Fonts whose widths are all zero or absurd would glue or scatter their words.
    if advance > 0.0 && advance < 5_000.0 * scale {
        advance
    } else {
        500.0 * scale
    }
}

/// The em of a font whose glyphs are drawn, in sizes of the font: it may count in any units, and only its widths tell. The widest
/// letters are nearly as wide as the em.
fn drawn_scale(glyphs: &[PositionedGlyph<'_>]) -> Option<f64> {
    let widths = glyphs.iter().filter_map(|glyph| match &**glyph {
        Glyph::Type3(drawn) => drawn.advance_width().map(f64::from),
        Glyph::Outline(_) => None,
    });
    let widest = widths.fold(0.0, f64::max) / 1000.0;
    (widest > DRAWN_WIDE || widest > 0.0 && widest < DRAWN_NARROW).then_some(widest)
}

/// Whole degrees; scans that were recognised stand a little askew and count as straight.
fn angle(degrees: f64) -> i16 {
    let straight = (degrees / 90.0).round() * 90.0;
    let kept = if (degrees - straight).abs() <= 3.0 {
        straight
    } else {
        degrees.round()
    };
    (kept as i16).rem_euclid(360)
}

/// Appends the characters that a reader sees: ligatures as letters, no control characters.
fn push_readable(to: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\u{FB00}' => to.push_str("ff"),
            '\u{FB01}' => to.push_str("fi"),
            '\u{FB02}' => to.push_str("fl"),
            '\u{FB03}' => to.push_str("ffi"),
            '\u{FB04}' => to.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => to.push_str("st"),
            '\n' | '\r' | '\t' => to.push(' '),
            _ if character.is_control() => {}
            _ => to.push(character),
        }
    }
}

impl TextDevice {
    /// Takes a glyph's text: the replacement of marked content once, then nothing until its end.
    fn text_of(&mut self, glyph: &PositionedGlyph<'_>) -> String {
        if let Some(replacement) = self.marked.iter_mut().rev().flatten().next() {
            return std::mem::take(replacement);
        }
        let mut text = String::new();
        let told = glyph.as_unicode().filter(is_told);
        if let Some(character) = self.own_character(glyph, told.as_ref()) {
            push_readable(&mut text, character.encode_utf8(&mut [0; 4]));
            return text;
        }
        match told {
            Some(BfString::Char(character)) => {
                push_readable(&mut text, character.encode_utf8(&mut [0; 4]));
            }
            Some(BfString::String(string)) => push_readable(&mut text, &string),
            // White space that the font does not know.
            None if matches!(glyph.char_code(), 9 | 10 | 13 | 32) => text.push(' '),
            // Fonts of drawings by old programs name no characters; their codes are those of ASCII nearly always.
            None if is_drawn(glyph) && (33..127).contains(&glyph.char_code()) => {
                self.unmapped += 1;
                text.extend(char::from_u32(glyph.char_code()));
            }
            None => {
                self.unmapped += 1;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        text
    }

    /// What the font program says of a glyph that the file does not explain, or explains by a code of Adobe's in which capitals with
    /// marks are the marks alone.
    fn own_character(
        &mut self,
        glyph: &PositionedGlyph<'_>,
        told: Option<&BfString>,
    ) -> Option<char> {
        let Glyph::Outline(outline) = &**glyph else {
            return None;
        };
        match told {
            None if outline.char_code() != 32 => match outline.font_data() {
                Some(_) => self.programs.character(outline),
                None => western(outline.char_code()),
            },
            Some(BfString::Char(mark)) if is_mark(*mark) && outline.char_code() < 256 => {
                let own = self.programs.character(outline);
                own.filter(|character| character.is_alphabetic() && !is_mark(*character))
            }
            _ => None,
        }
    }

    /// The scale of a run of glyphs; drawn ones of one look have the scale of the widest.
    fn scale(&mut self, run: &GlyphRun<'_, '_>) -> f64 {
        let Some(scale) = drawn_scale(run.glyphs()) else {
            return 1.0;
        };
        let near = (0.2..=5.0).contains(&(scale / self.drawn_scale));
        self.drawn_scale = if near {
            scale.max(self.drawn_scale)
        } else {
            scale
        };
        self.drawn_scale
    }

    fn add(&mut self, text: &str, placed: &Placed) {
        if !text.is_empty() && text.trim().is_empty() {
            self.space = true;
            return;
        }
        let space = std::mem::take(&mut self.space);
        if let Some(run) = self.runs.last_mut()
            && continues(run, placed)
        {
            let gap = placed.start - run.end;
            if !text.is_empty()
                && (space || gap > WORD_GAP * placed.size)
                && !run.text.ends_with(' ')
            {
                run.text.push(' ');
                run.words.push((run.text.len(), run.end, placed.start));
            }
            run.text.push_str(text);
            run.end = run.end.max(placed.end);
            return;
        }
        if !text.is_empty() {
            self.runs.push(Run {
                text: text.to_owned(),
                start: placed.start,
                end: placed.end,
                baseline: placed.baseline,
                size: placed.size,
                angle: placed.angle,
                degrees: placed.degrees,
                words: Vec::new(),
            });
        }
    }

    /// Outlined text is drawn twice, filled and stroked: the second time says nothing.
    fn is_outline(&mut self, run: &GlyphRun<'_, '_>, transform: Affine, mode: &DrawMode) -> bool {
        let first = run.glyphs().first();
        let key = first.map(|glyph| {
            (
                transform * glyph.transform() * Point::ZERO,
                run.glyphs().len(),
            )
        });
        let again = matches!(mode, DrawMode::Stroke(_)) && key.is_some() && key == self.last_fill;
        self.last_fill = key;
        again
    }
}

/// Whether a mapping says anything; some files map all that they do not know to nothing.
fn is_told(text: &BfString) -> bool {
    !matches!(text, BfString::Char('\0' | char::REPLACEMENT_CHARACTER))
}

/// A mark without its letter.
fn is_mark(character: char) -> bool {
    matches!(character, '¨' | '¯' | '´' | '¸' | '\u{2C6}'..='\u{2DD}')
}

fn is_drawn(glyph: &PositionedGlyph<'_>) -> bool {
    matches!(**glyph, Glyph::Type3(_))
}

fn continues(run: &Run, placed: &Placed) -> bool {
    let size = run.size.max(placed.size);
    let gap = placed.start - run.end;
    run.angle == placed.angle
        && (run.degrees - placed.degrees).abs() < 0.05
        && (run.baseline - placed.baseline).abs() < 0.25 * size
        && size < 2.0 * run.size.min(placed.size)
        && gap > -OVERLAP * size
        && gap < CELL_GAP * size
}

impl Device<'_> for TextDevice {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'_>, mode: &DrawMode) {
        let filled = matches!(mode, DrawMode::Fill(_));
        self.rules.add(path, props.transform, filled);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, mode: &DrawMode) {
        if self.is_outline(run, props.transform, mode) {
            return;
        }
        let scale = self.scale(run);
        for glyph in run.glyphs() {
            if self.glyphs >= MAX_GLYPHS {
                self.cut = true;
                return;
            }
            self.glyphs += 1;
            let transform = props.transform * glyph.transform();
            if let Some(placed) = Placed::new(transform, glyph, run.writing_mode(), scale) {
                let text = self.text_of(glyph);
                self.add(&text, &placed);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'_, '_>, props: ImageDrawProps<'_>) {
        let pixels = f64::from(image.width()) * f64::from(image.height());
        let area = (props.transform.determinant() * pixels).abs();
        if area.is_finite() {
            self.image_area = self.image_area.max(area);
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let replacement = properties.and_then(|dict| dict.get::<PdfString<'_>>(b"ActualText"));
        self.marked.push(replacement.map(|text| {
            let mut readable = String::new();
            push_readable(&mut readable, &decode_text(&text));
            readable
        }));
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}
