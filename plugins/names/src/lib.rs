//! Names of persons, from weighted lists and from what stands around them.
//!
//! A row of capitalised words is gathered ([`sequence`]), each word is looked up once ([`lexicon`]), and [`judge`] says how
//! sure it is that they name a person. Places, streets, companies and institutions share their words with persons, so what
//! a row ends in, and what follows it, counts as much as what it begins with. Lists: `first.txt` and `last.txt` (their
//! sources stand in them), and `other.txt` for words that are no names.

mod endings;
mod judge;
mod lexicon;
mod lower;
mod normal;
mod sequence;

use sporhund_detector::{Checked, Detector, Page, RawHit};

pub use lexicon::{Class, class_of};

/// `person-name`: names of persons in Swedish and Danish texts.
#[derive(Clone, Copy, Debug, Default)]
pub struct PersonName;

impl Detector for PersonName {
    fn name(&self) -> &'static str {
        "person-name"
    }

    fn scan(&self, page: &Page<'_>, found: &mut Vec<RawHit>) {
        let mut index = 0;
        let mut taken = 0;
        while let Some(word) = page.capitals.get(index) {
            let (row, next) = sequence::gather(page, index);
            let is_free = word.start >= taken;
            if let Some(hit) = judge::judge(page, &row).filter(|_| is_free) {
                taken = hit.end;
                found.push(hit);
            }
            index = next.max(index + 1);
        }
        lower::scan(page, found);
    }

    fn read(&self, raw: &str) -> Checked {
        normal::read(raw)
    }
}

/// The detectors of this crate.
pub fn detectors() -> Vec<Box<dyn Detector>> {
    vec![Box::new(PersonName)]
}

#[cfg(test)]
mod tests;
