//! The second sign that an everyday word needs: another term of the same category, tied to somebody not far from it.

use crate::hit::Hit;
use sporhund_model::Chunk;

/// Bytes between an everyday word and another term that bears it out.
const NEAR: u32 = 1500;
/// Bytes that two forms of one word share.
const STEM: usize = 5;

/// Drops the faint hits that no other one bears out.
pub(crate) fn keep_seconded(chunk: &Chunk, tied: &mut Vec<Hit>) {
    if !tied.iter().any(|hit| hit.is_faint) {
        return;
    }
    let is_seconded = |hit: &Hit| tied.iter().any(|other| seconds(chunk, hit, other));
    let kept: Vec<bool> = tied
        .iter()
        .map(|hit| !hit.is_faint || is_seconded(hit))
        .collect();
    let mut kept = kept.into_iter();
    tied.retain(|_| kept.next().unwrap_or(true));
}

/// Whether another hit of the same rule stands near, and is no form of the same word.
fn seconds(chunk: &Chunk, hit: &Hit, other: &Hit) -> bool {
    let is_apart = other.end <= hit.start || hit.end <= other.start;
    let is_near = hit.start.abs_diff(other.start) <= NEAR;
    hit.rule == other.rule && is_apart && is_near && stem(chunk, hit) != stem(chunk, other)
}

fn stem(chunk: &Chunk, hit: &Hit) -> Vec<u8> {
    let bytes = chunk.text.as_bytes();
    let word = bytes.get(hit.start as usize..hit.end as usize);
    let word = word.unwrap_or_default();
    word.get(..STEM).unwrap_or(word).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str, words: &[(&str, bool)]) -> usize {
        let chunk = Chunk {
            text: text.to_owned(),
            ..Chunk::default()
        };
        let hit = |(word, is_faint): &(&str, bool)| {
            let start = text.find(word).unwrap() as u32;
            let mut hit = Hit::new(0, start, start + word.len() as u32, 700);
            hit.is_faint = *is_faint;
            hit
        };
        let mut hits: Vec<Hit> = words.iter().map(hit).collect();
        keep_seconded(&chunk, &mut hits);
        hits.len()
    }

    #[test]
    fn an_everyday_word_counts_beside_another_one() {
        assert_eq!(kept("Hon har blåmärken", &[("blåmärken", true)]), 0);
        let two = [("blåmärken", true), ("vågar", true)];
        assert_eq!(kept("Hon har blåmärken och vågar inte gå hem", &two), 2);
        let forms = [("truer", true), ("truede", true)];
        assert_eq!(kept("Han truer og truede", &forms), 2);
        let same = [("hotat", true), ("hotad", false)];
        assert_eq!(kept("Hon hotat och hotad", &same), 2);
        let forms = [("placering", true), ("placeringen", true)];
        assert_eq!(kept("Ny placering, ty placeringen", &forms), 0);
    }
}
