//! Property sets: title, author, company and what people added, as the older formats of Office keep them.

use super::Compound;
use super::bytes::{code_page_text, slice, u16_at, u32_at, u64_at, utf16};
use crate::decoder::{DecodeError, Sink};

/// Properties of one section that are read.
const MAX_PROPERTIES: u32 = 1_000;
/// 100-nanosecond steps from 1601 to 1970.
const EPOCH: u64 = 116_444_736_000_000_000;

/// Ids of the first section of SummaryInformation.
const SUMMARY: &[(u32, &str)] = &[
    (2, "title"),
    (3, "subject"),
    (4, "creator"),
    (5, "keywords"),
    (6, "description"),
    (7, "template"),
    (8, "last-modified-by"),
    (11, "printed"),
    (12, "created"),
    (13, "modified"),
];
/// Ids of the first section of DocumentSummaryInformation.
const DOCUMENT: &[(u32, &str)] = &[(2, "category"), (14, "manager"), (15, "company")];

/// Sends the properties of both sets.
pub(crate) fn send(file: &mut Compound<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let sets = [
        ("/\u{5}SummaryInformation", SUMMARY),
        ("/\u{5}DocumentSummaryInformation", DOCUMENT),
    ];
    for (name, ids) in sets {
        let bytes = file.read(name).unwrap_or_default();
        for (name, value) in parse(&bytes, ids) {
            sink.property(&name, &value)?;
        }
    }
    Ok(())
}

/// The properties of a set that are known, and all that people named themselves.
fn parse(bytes: &[u8], ids: &[(u32, &str)]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if u16_at(bytes, 0) != 0xFFFE {
        return found;
    }
    for section in 0..u32_at(bytes, 24).min(2) {
        let at = u32_at(bytes, 44 + 20 * section as usize) as usize;
        let Some(section_bytes) = bytes.get(at..) else {
            continue;
        };
        let section_read = Section::new(section_bytes);
        let names = if section == 0 {
            Vec::new()
        } else {
            section_read.names()
        };
        for (id, value) in section_read.values() {
            let known = ids.iter().find(|(known, _)| *known == id && section == 0);
            let own = names.iter().find(|(named, _)| *named == id);
            let name = known
                .map(|(_, name)| (*name).to_owned())
                .or_else(|| own.map(|(_, name)| format!("custom:{name}")));
            found.extend(name.map(|name| (name, value)));
        }
    }
    found
}

struct Section<'a> {
    bytes: &'a [u8],
    code_page: u32,
}

impl<'a> Section<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let mut section = Section {
            bytes,
            code_page: 1252,
        };
        let code_page = section.entries().find(|(id, _)| *id == 1);
        if let Some((_, at)) = code_page {
            section.code_page = u32::from(u16_at(bytes, at + 4));
        }
        section
    }

    /// Ids with the places of their values.
    fn entries(&self) -> impl Iterator<Item = (u32, usize)> + '_ {
        let count = u32_at(self.bytes, 4).min(MAX_PROPERTIES) as usize;
        (0..count).map(|at| {
            let entry = 8 + 8 * at;
            (
                u32_at(self.bytes, entry),
                u32_at(self.bytes, entry + 4) as usize,
            )
        })
    }

    fn values(&self) -> impl Iterator<Item = (u32, String)> + '_ {
        self.entries()
            .filter(|(id, _)| *id > 1)
            .filter_map(|(id, at)| Some((id, self.value(at)?)))
    }

    fn text(&self, bytes: &[u8]) -> String {
        let text = code_page_text(bytes, self.code_page);
        text.trim_end_matches('\0').to_owned()
    }

    fn value(&self, at: usize) -> Option<String> {
        let length = u32_at(self.bytes, at + 4) as usize;
        match u16_at(self.bytes, at) {
            0x1E => Some(self.text(slice(self.bytes, at + 8, length))),
            0x1F => {
                let text = utf16(slice(self.bytes, at + 8, length.saturating_mul(2)));
                Some(text.trim_end_matches('\0').to_owned())
            }
            0x40 => file_time(u64_at(self.bytes, at + 4)),
            // Numbers stand for a person only among what people named themselves; they are told apart by name later.
            0x03 => Some((u32_at(self.bytes, at + 4) as i32).to_string()),
            0x05 => {
                let number = f64::from_bits(u64_at(self.bytes, at + 4));
                Some(number.to_string())
            }
            _ => None,
        }
    }

    /// The names that people gave, by id.
    fn names(&self) -> Vec<(u32, String)> {
        let Some((_, mut at)) = self.entries().find(|(id, _)| *id == 0) else {
            return Vec::new();
        };
        let count = u32_at(self.bytes, at).min(MAX_PROPERTIES);
        at += 4;
        let mut names = Vec::new();
        for _ in 0..count {
            let id = u32_at(self.bytes, at);
            let length = u32_at(self.bytes, at + 4) as usize;
            let wide = self.code_page == 1200;
            let size = if wide {
                length.saturating_mul(2)
            } else {
                length
            };
            names.push((id, self.text(slice(self.bytes, at + 8, size))));
            at = at.saturating_add(8).saturating_add(size);
            if wide {
                at = at.saturating_add(size % 4);
            }
            if at >= self.bytes.len() {
                break;
            }
        }
        names
    }
}

/// A time of Windows as ISO 8601; `None` when it stands for no time.
pub(crate) fn file_time(time: u64) -> Option<String> {
    let seconds = time.checked_sub(EPOCH)? / 10_000_000;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(days as i64);
    (year < 10_000).then(|| {
        let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    })
}

/// Year, month and day of a day counted from 1970, after Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_windows_are_dates() {
        assert_eq!(
            file_time(132_223_104_000_000_000).as_deref(),
            Some("2020-01-01T00:00:00Z")
        );
        assert_eq!(file_time(0), None);
    }
}
