//! The level of protection that a finding asks for.

use sporhund_model::{Category, Finding, Level, RuleId};
use std::collections::BTreeMap;

/// Level by rule where a rule has its own, else by category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// Rules that have a level of their own.
    pub by_rule: BTreeMap<RuleId, Level>,
    /// Categories for which the municipality has chosen another level than [`Levels::usual`].
    pub by_category: BTreeMap<Category, Level>,
}

impl Levels {
    /// The level of a finding.
    pub fn of(&self, finding: &Finding) -> Level {
        if finding.is_official() {
            return Level::Official;
        }
        let by_rule = self.by_rule.get(&finding.rule);
        let chosen = by_rule.or_else(|| self.by_category.get(&finding.category));
        chosen
            .copied()
            .unwrap_or_else(|| Levels::usual(finding.category))
    }

    /// The usual level of a category.
    pub fn usual(category: Category) -> Level {
        match category {
            Category::Crime => Level::Crime,
            Category::ProtectedIdentity => Level::Protected,
            special if special.is_special() => Level::Sensitive,
            Category::NationalId
            | Category::SocialConfidential
            | Category::EconomicConfidential
            | Category::SecrecyMarking
            | Category::Family => Level::Confidential,
            Category::Reference => Level::None,
            _ => Level::Ordinary,
        }
    }
}
