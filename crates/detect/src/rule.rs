//! A rule file as it is written (TOML, one rule a file). The schema is described in `rules/README.md`.

use serde::Deserialize;

/// One rule file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// Dotted, lower case, by country and kind; a contract.
    pub id: String,
    /// What is found, in a few words.
    pub name: String,
    /// What is found and why it matters to a data protection officer.
    pub description: String,
    /// The kind of personal data ([`sporhund_model::Category`]).
    pub category: String,
    /// How much protection it asks for ([`sporhund_model::Level`]).
    pub level: String,
    /// Confidence of a candidate that the validator accepts, before context.
    pub confidence: f64,
    /// The validator's name, where one exists.
    pub validate: Option<String>,
    /// What to look for.
    pub candidate: CandidateSpec,
    /// What raises and lowers confidence.
    #[serde(default)]
    pub context: ContextSpec,
    /// Texts that must give a finding.
    pub examples: Vec<String>,
    /// Texts that must give none.
    pub negative_examples: Vec<String>,
    /// Where the format is defined.
    #[serde(default)]
    pub references: Vec<String>,
}

/// What to look for.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum CandidateSpec {
    /// Groups of digits; the walker knows the separators.
    Digits {
        /// The lengths of the groups with a space between, such as `6 4`; or any grouping behind a mark, such as `~8-10 0`.
        #[serde(default)]
        shapes: Vec<String>,
        /// Runs of digits with something beside them that the validator looks at.
        #[serde(default)]
        anchors: Vec<AnchorSpec>,
        /// Whether the groups may stand in different lines or cells.
        #[serde(default)]
        split: bool,
    },
    /// What stands around an `@`.
    At,
    /// What a detector of `plugins/` finds in the text itself.
    Detector {
        /// Its name.
        name: String,
    },
    /// The words of a dictionary.
    Words {
        /// A csv file beside the rule: `lang,term,strength`.
        terms: String,
    },
    /// A fixed text.
    Literal {
        /// The text.
        pattern: String,
    },
    /// A regular expression; the last resort.
    Regex {
        /// The expression.
        pattern: String,
    },
}

/// A run of digits by its length and by the bytes beside it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnchorSpec {
    /// The length of the run, or a range of lengths such as `2-32`.
    pub runs: String,
    /// What stands right before it: `any`, `letter`, `upper`, `hex`, `space`, `edge`, or the bytes themselves.
    #[serde(default = "any")]
    pub before: String,
    /// What stands right behind it.
    #[serde(default = "any")]
    pub after: String,
}

fn any() -> String {
    "any".to_owned()
}

/// What raises and lowers confidence.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ContextSpec {
    /// Words before, after, above (column heading) or glued to a candidate that name it.
    pub labels: Vec<String>,
    /// Words that make a candidate likelier and say nothing against others.
    pub hints: Vec<String>,
    /// Words that name a look-alike, beyond `rules/context/look_alikes.csv` and the labels of other rules.
    pub negative: Vec<String>,
    /// Whether a candidate without a label is none.
    pub require_label: bool,
    /// Whether it counts only near an identified person.
    pub tied_to_person: bool,
}

impl CandidateSpec {
    /// The word that rule files use.
    pub fn kind(&self) -> &'static str {
        match self {
            CandidateSpec::Digits { .. } => "digits",
            CandidateSpec::At => "at",
            CandidateSpec::Detector { .. } => "detector",
            CandidateSpec::Words { .. } => "words",
            CandidateSpec::Literal { .. } => "literal",
            CandidateSpec::Regex { .. } => "regex",
        }
    }
}
