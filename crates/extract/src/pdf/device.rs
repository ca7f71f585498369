//! A device that collects the text of a page and draws nothing.
//!
//! Positions are turned so that every run reads from left to right: `along` grows with the text, `baseline` downwards.

use hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro_syntax::object::{Dict, String as PdfString};

use super::strings::decode_text;

/// Glyphs of one page at most; no readable page comes near.
const MAX_GLYPHS: usize = 2_000_000;
/// A gap of this many em is a space between words.
pub(super) const WORD_GAP: f64 = 0.18;
/// A gap of this many em stands between cells or columns.
pub(super) const CELL_GAP: f64 = 1.5;
/// The widest line of a table's grid, in points, and the shortest.
const RULE_WIDTH: f64 = 2.5;
const RULE_LENGTH: f64 = 6.0;
/// Lines of one page at most.
const MAX_RULES: usize = 100_000;
/// How far back the next glyph may start (accents, tight kerning) and still continue a run, in em.
const OVERLAP: f64 = 0.6;

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
}

/// A straight line that is drawn, or a bar so thin that it looks like one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    /// Whether it lies along the text.
    pub horizontal: bool,
    /// Its place across itself: the height of a horizontal one.
    pub at: f64,
    /// Where it starts and ends.
    pub start: f64,
    pub end: f64,
}

impl Rule {
    /// The line that a box is, when it is thin enough and not too short.
    fn of_box(from: Point, to: Point) -> Option<Self> {
        let (width, height) = ((to.x - from.x).abs(), (to.y - from.y).abs());
        let (x, y) = (from.x.min(to.x), from.y.min(to.y));
        if height <= RULE_WIDTH && width >= RULE_LENGTH {
            return Some(Rule {
                horizontal: true,
                at: y + height / 2.0,
                start: x,
                end: x + width,
            });
        }
        (width <= RULE_WIDTH && height >= RULE_LENGTH).then_some(Rule {
            horizontal: false,
            at: x + width / 2.0,
            start: y,
            end: y + height,
        })
    }
}

/// Collects runs of text.
#[derive(Debug, Default)]
pub(super) struct TextDevice {
    pub runs: Vec<Run>,
    /// The largest image, in square points.
    pub image_area: f64,
    pub glyphs: usize,
    /// Glyphs whose character the file does not tell.
    pub unmapped: usize,
    /// Whether there were more glyphs than are kept.
    pub cut: bool,
    /// Whether each word is a run of its own, and lines that are drawn are kept: for reading tables.
    pub words: bool,
    /// Straight lines across the page.
    pub rules: Vec<Rule>,
    space: bool,
    /// Open marked content; its replacement text, emptied once it was used.
    marked: Vec<Option<String>>,
    last_fill: Option<(Point, usize)>,
}

/// A glyph in its place.
struct Placed {
    start: f64,
    end: f64,
    baseline: f64,
    size: f64,
    angle: i16,
}

impl Placed {
    fn new(transform: Affine, glyph: &Glyph<'_>, mode: WritingMode) -> Option<Self> {
        let origin = transform * Point::ZERO;
        let (along, advance) = match mode {
            WritingMode::Vertical => (transform * Point::new(0.0, -1000.0) - origin, 1000.0),
            WritingMode::Horizontal => {
                (transform * Point::new(1000.0, 0.0) - origin, advance(glyph))
            }
        };
        let em = along.hypot();
        if !(origin.is_finite() && em.is_finite()) {
            return None;
        }
        let angle = angle(along);
        let (sin, cos) = f64::from(angle).to_radians().sin_cos();
        let start = origin.x * cos + origin.y * sin;
        Some(Placed {
            start,
            end: start + em * advance / 1000.0,
            baseline: origin.y * cos - origin.x * sin,
            size: em.max(0.1),
            angle,
        })
    }
}

fn advance(glyph: &Glyph<'_>) -> f64 {
    let advance = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    let advance = advance.map_or(500.0, f64::from);
    // Fonts whose widths are all zero or absurd would glue or scatter their words.
    if advance > 0.0 && advance < 5_000.0 {
        advance
    } else {
        500.0
    }
}

/// Whole degrees; scans that were recognised stand a little askew and count as straight.
fn angle(along: Vec2) -> i16 {
    let degrees = along.y.atan2(along.x).to_degrees();
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
        match glyph.as_unicode() {
            Some(BfString::Char(character)) => {
                push_readable(&mut text, character.encode_utf8(&mut [0; 4]));
            }
            Some(BfString::String(string)) => push_readable(&mut text, &string),
            None if glyph.char_code() == 32 => text.push(' '),
            None => {
                self.unmapped += 1;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        text
    }

    fn add(&mut self, text: &str, placed: &Placed) {
        if !text.is_empty() && text.trim().is_empty() {
            self.space = true;
            return;
        }
        let space = std::mem::take(&mut self.space);
        let words = self.words;
        if let Some(run) = self.runs.last_mut()
            && continues(run, placed)
            && !(words && (space || placed.start - run.end > WORD_GAP * placed.size))
        {
            let gap = placed.start - run.end;
            if !text.is_empty()
                && (space || gap > WORD_GAP * placed.size)
                && !run.text.ends_with(' ')
            {
                run.text.push(' ');
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
            });
        }
    }

    /// Takes the sides of what is stroked, and thin shapes that are filled.
    fn add_rules(&mut self, path: &BezPath, transform: Affine, stroked: bool) {
        let mut shape: Vec<Point> = Vec::new();
        for element in path.elements() {
            match element {
                PathEl::MoveTo(to) => {
                    self.add_shape(&shape, stroked);
                    shape = vec![transform * *to];
                }
                PathEl::LineTo(to) => shape.push(transform * *to),
                PathEl::ClosePath => shape.extend(shape.first().copied()),
                // Nothing that is curved belongs to a grid.
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => shape.clear(),
            }
        }
        self.add_shape(&shape, stroked);
    }

    fn add_shape(&mut self, shape: &[Point], stroked: bool) {
        if self.rules.len() >= MAX_RULES {
            return;
        }
        if stroked {
            for side in shape.windows(2) {
                if let [from, to] = side {
                    self.rules.extend(Rule::of_box(*from, *to));
                }
            }
            return;
        }
        let Some(first) = shape.first().filter(|_| shape.len() >= 4) else {
            return;
        };
        let (mut low, mut high) = (*first, *first);
        for point in shape {
            low = Point::new(low.x.min(point.x), low.y.min(point.y));
            high = Point::new(high.x.max(point.x), high.y.max(point.y));
        }
        self.rules.extend(Rule::of_box(low, high));
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

fn continues(run: &Run, placed: &Placed) -> bool {
    let size = run.size.max(placed.size);
    let gap = placed.start - run.end;
    run.angle == placed.angle
        && (run.baseline - placed.baseline).abs() < 0.25 * size
        && size < 2.0 * run.size.min(placed.size)
        && gap > -OVERLAP * size
        && gap < CELL_GAP * size
}

impl Device<'_> for TextDevice {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'_>, mode: &DrawMode) {
        if self.words {
            self.add_rules(path, props.transform, matches!(mode, DrawMode::Stroke(_)));
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, mode: &DrawMode) {
        if self.is_outline(run, props.transform, mode) {
            return;
        }
        for glyph in run.glyphs() {
            if self.glyphs >= MAX_GLYPHS {
                self.cut = true;
                return;
            }
            self.glyphs += 1;
            let transform = props.transform * glyph.transform();
            if let Some(placed) = Placed::new(transform, glyph, run.writing_mode()) {
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
