//! placeholder

/// Whether text is a class code.
pub fn is_class_code(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|c| c.is_ascii_digit())
        && text.len() <= 24
        && text.split(['.', '-']).all(|part| {
            !part.is_empty() && part.len() <= 4 && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}
