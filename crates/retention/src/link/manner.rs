//! What the names of a file say besides what its type is: whose folder it lies in, and whether it is a guide or denies a word.

use super::words::WORDS;
use crate::fold;

/// Whether a folder is somebody's own.
pub(super) fn is_private(folder: &[String]) -> bool {
    folder
        .iter()
        .any(|word| WORDS.private_folders.contains(word))
}

/// The words that are not denied: "Inget föreläggande" says nothing of a "föreläggande".
pub(super) fn affirmed(words: &[String]) -> impl Iterator<Item = &String> {
    let before = std::iter::once(None).chain(words.iter().map(Some));
    let denied = |word: Option<&String>| word.is_some_and(|word| WORDS.negations.contains(word));
    let all = before.zip(words);
    all.filter(move |(before, _)| !denied(*before))
        .map(|(_, word)| word)
}
/// What a name says of a document besides its type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Manner {
    /// It tells how such documents are made.
    pub(super) is_guide: bool,
    /// Something came of the matter.
    pub(super) led_to: bool,
    /// It lies in a folder of somebody's own.
    pub(super) is_private: bool,
    /// It names a kind of document, whether the plan has it or not.
    pub(super) is_of_document: bool,
    /// It names a kind of document that no plan has anything like.
    pub(super) is_other: bool,
    /// It is of a case with a number.
    pub(super) in_case: bool,
}

impl Manner {
    pub(super) fn read(name: &[String], folders: &[Vec<String>]) -> Self {
        let denies = name.iter().any(|word| WORDS.negations.contains(word));
        Manner {
            is_guide: name.iter().any(|word| WORDS.guides.contains(word)),
            led_to: !denies && name.iter().any(|word| WORDS.led_to.contains(word)),
            is_of_document: false,
            is_other: false,
            in_case: false,
            is_private: folders.iter().any(|folder| is_private(folder)),
        }
    }

    /// What a type says of its documents.
    pub(super) fn of_type(document_type: &str) -> Self {
        let words = fold::words(document_type);
        let guide = |word: &String| {
            WORDS
                .guides
                .iter()
                .any(|guide| word.starts_with(guide.as_str()))
        };
        Manner {
            is_guide: words.iter().any(guide),
            ..Manner::default()
        }
    }
}
