//! The ways in which people write a label that ends in a word for "number": `personnr`, `Pers.-nr.`, `person nummer`.
//!
//! Rules name one way; the others follow when rules are compiled, so that data hold words and no spellings. A full stop
//! behind a label needs no spelling of its own: labels end at the edge of a word.

/// The words for "number" at the end of a label, the longer before those that they hold.
const WORDS: [&str; 6] = ["nummeret", "nummer", "numret", "number", "nr", "no"];
/// What people write, in place of any of them; what must stand apart from the word before is marked.
const WRITTEN: [(&str, bool); 5] = [
    ("nr", false),
    ("nummer", false),
    ("numret", false),
    ("no", true),
    ("number", true),
];
/// What people write between.
const BETWEEN: [&str; 6] = [" ", "-", ".", ". ", ".-", "_"];

/// The shortest label that is written without its marks too; shorter ones would become other words.
const MARKED: usize = 6;
/// What people and databases write for letters with marks: as two letters, and as the letter without its mark.
const WITHOUT_MARKS: [[(char, &str); 5]; 2] = [
    [
        ('å', "aa"),
        ('ä', "ae"),
        ('ö', "oe"),
        ('æ', "ae"),
        ('ø', "oe"),
    ],
    [('å', "a"), ('ä', "a"), ('ö', "o"), ('æ', "ae"), ('ø', "o")],
];

/// A label in each of its spellings, in lower case, itself first.
pub(crate) fn spellings(label: &str) -> Vec<String> {
    let mut all = ways(label);
    let is_marked = |spelling: &String| spelling.len() >= MARKED && !spelling.is_ascii();
    let bare = all
        .iter()
        .filter(|spelling| is_marked(spelling))
        .flat_map(|spelling| WITHOUT_MARKS.iter().map(|letters| bare(spelling, letters)));
    let bare: Vec<String> = bare.collect();
    all.extend(bare);
    all
}

/// A word without the marks of its letters: `foedselsdato`, `fodelsedatum`.
fn bare(word: &str, letters: &[(char, &str)]) -> String {
    word.chars().fold(String::new(), |mut bare, letter| {
        match letters.iter().find(|(marked, _)| *marked == letter) {
            Some((_, plain)) => bare.push_str(plain),
            None => bare.push(letter),
        }
        bare
    })
}

/// The ways to write the word for "number" in it.
fn ways(label: &str) -> Vec<String> {
    let label = without_stop(label.trim()).to_lowercase();
    let Some(stem) = stem(&label) else {
        return vec![label];
    };
    let mut all = Vec::with_capacity(32);
    for (word, is_apart) in WRITTEN {
        if !is_apart {
            all.push(format!("{stem}{word}"));
        }
        all.extend(
            BETWEEN
                .iter()
                .map(|between| format!("{stem}{between}{word}")),
        );
    }
    all.retain(|spelling| *spelling != label);
    all.insert(0, label);
    all
}

/// A label without its full stop, which people leave out or write; what is left of `f.` would be no word.
fn without_stop(label: &str) -> &str {
    let short = label.trim_end_matches('.');
    if short.len() > 1 { short } else { label }
}

/// What stands before the word for "number".
fn stem(label: &str) -> Option<&str> {
    let (stem, word) = WORDS
        .iter()
        .find_map(|word| Some((label.strip_suffix(word)?, *word)))?;
    let trimmed = stem.trim_end_matches([' ', '-', '.', '_']);
    // `piano` is one word; `item no` are two.
    let is_word = word != "no" || trimmed.len() < stem.len();
    (is_word && trimmed.chars().next().is_some_and(char::is_alphabetic)).then_some(trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_label_without_its_marks() {
        let all = spellings("fødselsdato");
        assert_eq!(all, ["fødselsdato", "foedselsdato", "fodselsdato"]);
        assert!(spellings("löpnr").contains(&"lopnummer".to_owned()));
        assert_eq!(spellings("född"), ["född"]);
    }

    #[test]
    fn writes_a_label_in_all_ways() {
        let all = spellings("Pers.nr");
        for way in [
            "pers.nr",
            "pers.-nr",
            "persnr",
            "pers nr",
            "pers. nr",
            "pers-nummer",
            "pers no",
        ] {
            assert!(all.iter().any(|spelling| spelling == way), "{way}");
        }
        assert_eq!(all[0], "pers.nr");
        assert_eq!(spellings("Tlf."), ["tlf"]);
        assert_eq!(spellings("f."), ["f."]);
        assert!(spellings("personnummer").contains(&"personnumret".to_owned()));
        assert!(spellings("order number").contains(&"ordernr".to_owned()));
    }

    #[test]
    fn leaves_labels_that_are_no_numbers() {
        for label in ["konto", "piano", "nr", "personuppgift"] {
            assert_eq!(spellings(label), [label]);
        }
    }

    #[test]
    fn writes_nothing_twice() {
        let mut all = spellings("cprnr");
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
