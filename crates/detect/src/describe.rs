//! The rules as a page for people: `docs/detectors.md` is made of them.

use crate::compile::Rules;
use crate::rule::{CandidateSpec, RuleFile};
use std::fmt::Write;

/// How the page begins: what the rules have in common.
static HEAD: &str = include_str!("detectors.md");

impl Rules {
    /// All rules as Markdown, in the order of their ids.
    pub fn markdown(&self) -> String {
        let mut rules: Vec<_> = self.list().collect();
        rules.sort_by_key(|(id, ..)| id.as_str());
        let mut page = HEAD.to_owned();
        page.push_str(
            "\n## Rules\n\n| rule | what | category | level |\n| --- | --- | --- | --- |\n",
        );
        for (id, category, level, file) in &rules {
            let anchor = id.as_str().replace('.', "");
            let _ = writeln!(
                page,
                "| [`{id}`](#{anchor}) | {} | {} | {} |",
                file.name,
                category.as_str(),
                level.as_str()
            );
        }
        for (id, .., file) in &rules {
            let _ = write!(page, "\n### {id}\n\n{}\n\n", file.description);
            write_facts(file, &mut page);
        }
        page
    }
}

fn write_facts(file: &RuleFile, page: &mut String) {
    let _ = writeln!(page, "- Confidence: {:.2}", file.confidence);
    let _ = writeln!(page, "- Looked for: {}", candidate(&file.candidate));
    if let Some(validator) = &file.validate {
        let _ = writeln!(page, "- Validator: `{validator}`");
    }
    if file.context.require_label {
        page.push_str("- Counts only behind a label or under a heading\n");
    }
    if file.context.tied_to_person {
        page.push_str("- Counts only near an identified person\n");
    }
    list("Labels", &file.context.labels, page);
    list("Found", &file.examples, page);
    list("Not found", &file.negative_examples, page);
    if !file.references.is_empty() {
        let _ = writeln!(page, "- Sources: {}", file.references.join("; "));
    }
}

fn list(name: &str, texts: &[String], page: &mut String) {
    if texts.is_empty() {
        return;
    }
    let quoted: Vec<String> = texts
        .iter()
        .map(|text| format!("`{}`", text.replace('\n', "⏎").replace('\t', "⇥")))
        .collect();
    let _ = writeln!(page, "- {name}: {}", quoted.join(" · "));
}

fn candidate(spec: &CandidateSpec) -> String {
    match spec {
        CandidateSpec::Digits {
            shapes, anchors, ..
        } => {
            let mut parts: Vec<String> = shapes.iter().map(|shape| format!("`{shape}`")).collect();
            parts.extend(anchors.iter().map(|anchor| {
                format!(
                    "a run of `{}` between `{}` and `{}`",
                    anchor.runs, anchor.before, anchor.after
                )
            }));
            format!("digits, {}", parts.join(", "))
        }
        CandidateSpec::At => "what stands around `@`".to_owned(),
        CandidateSpec::Detector { name } => format!("what `{name}` finds"),
        CandidateSpec::Words { terms } => format!("the words of `{terms}`"),
        CandidateSpec::Literal { pattern } => format!("the text `{pattern}`"),
        CandidateSpec::Regex { pattern } => format!("the expression `{pattern}`"),
    }
}
