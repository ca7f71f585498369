//! Terms that say something of two kinds: `kontanthjælp` is a social and an economic matter.
//!
//! Read only for terms that are tied to somebody, so nothing is paid for them elsewhere.

use crate::expand::expand;
use sporhund_model::Category;
use std::sync::LazyLock;

static ALSO: &str = include_str!("../../../rules/context/also.csv");

static STEMS: LazyLock<Vec<(Category, String)>> = LazyLock::new(|| {
    let stems = |line: &str| {
        let mut fields = line.split(',');
        let name = fields.next()?;
        let category = Category::ALL
            .iter()
            .find(|category| category.as_str() == name)?;
        let stems = fields.nth(1).and_then(expand)?;
        Some(stems.into_iter().map(|stem| (*category, stem)))
    };
    ALSO.lines().skip(1).filter_map(stems).flatten().collect()
});

/// What else a term says something of than its own category.
pub(crate) fn also(term: &str, own: Category) -> Vec<Category> {
    let lower = term.to_lowercase();
    let mut all: Vec<Category> = STEMS
        .iter()
        .filter(|(category, stem)| *category != own && lower.contains(stem.as_str()))
        .map(|(category, _)| *category)
        .collect();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_else_a_term_is_about() {
        let benefit = also("modtager Kontanthjælp", Category::SocialConfidential);
        assert_eq!(benefit, [Category::EconomicConfidential]);
        assert!(also("astma", Category::Health).is_empty());
    }
}
