//! What is known beside the files themselves: the organisation's mapping, the case system's cases, and whose plan holds for
//! a file.

use super::{Case, Judge};
use crate::cases::RegisteredCase;
use crate::fold;
use crate::link::{LINKED, Link};
use crate::mapping::{self, MappingLine};
use crate::phrase::Trigger;
use crate::plan::Plan;
use crate::signals::PathSignals;
use std::sync::Arc;

use sporhund_model::{DateEvidence, DateRank, Item, Note, SignalSource};

impl Judge {
    /// The mapping lines that match a path, the last one first.
    pub(super) fn mapped(&self, path: &str) -> Vec<&MappingLine> {
        let matches = self.mapped_globs.matches(path);
        let lines = matches.into_iter().rev();
        lines
            .filter_map(|at| self.settings.mapping.lines.get(at))
            .collect()
    }

    /// The file's case in the case system.
    pub(super) fn registered(&self, number: Option<&str>) -> Option<&RegisteredCase> {
        self.settings.cases.find(number?)
    }

    /// Dates of the highest rank: of the mapping line, and of the registered case.
    pub(super) fn registered_dates(&self, path: &str, number: Option<&str>) -> Vec<DateEvidence> {
        let mut dates = Vec::new();
        let evidence = |date, trigger: Trigger| DateEvidence {
            rank: DateRank::Registered,
            date,
            trigger: Some(trigger.as_str().to_owned()),
            source: SignalSource::Property,
        };
        for line in self.mapped(path) {
            if let (Some(date), Some((plan, row))) =
                (line.date, mapping::find_row(&line.row, &self.plans))
            {
                let row = self.plans.get(plan).and_then(|plan| plan.rows.get(row));
                let trigger = row.map_or(Trigger::None, |row| row.normal.trigger);
                dates.push(evidence(date, trigger));
                break;
            }
        }
        if let Some(case) = self.registered(number) {
            dates.extend(case.closed.map(|date| evidence(date, Trigger::CaseClosed)));
        }
        dates
    }

    /// The mapping's own row goes before all others; else the plan of the file's board goes before the common one.
    pub(super) fn preferred(&self, case: &Case<'_>, link: Arc<Link>) -> Arc<Link> {
        let path = case.record.item.path.display();
        let lines = self.mapped(path.as_ref());
        let row = lines
            .iter()
            .filter(|line| !line.row.is_empty())
            .find_map(|line| mapping::find_row(&line.row, &self.plans));
        if let Some((plan, row)) = row {
            let candidate = (plan, row, 1000, vec![Note::new("reason-link-mapping")]);
            return Arc::new(Link::new(vec![candidate]));
        }
        let board = lines
            .iter()
            .map(|line| line.board.as_str())
            .find(|board| !board.is_empty());
        self.by_board(&case.record.item, &case.path, board, link)
    }

    /// The row of what came of the matter, where another file of the dossier tells of it.
    pub(super) fn with_outcome(&self, case: &Case<'_>, link: Arc<Link>) -> Arc<Link> {
        let dossier = case.dossier.as_ref().map(|(_, dossier)| dossier);
        let told = dossier.map(|dossier| dossier.told).unwrap_or_default();
        let by_kind = self.linker.by_kind(&link, told).map(Arc::new);
        let link = by_kind.unwrap_or(link);
        let told = self.linker.by_outcome(&link, told);
        told.map_or(link, Arc::new)
    }

    fn by_board(
        &self,
        item: &Item,
        path: &PathSignals,
        mapped: Option<&str>,
        link: Arc<Link>,
    ) -> Arc<Link> {
        let boards = self
            .plans
            .iter()
            .filter(|plan| !plan.settings.board.is_empty());
        if boards.count() == 0 {
            return link;
        }
        let own = |plan: usize| {
            self.plans.get(plan).is_some_and(|plan| {
                !plan.settings.board.is_empty()
                    && is_of_board(&plan.settings.board, item, path, mapped)
            })
        };
        let others = |plan: usize| {
            self.plans
                .get(plan)
                .is_some_and(|plan| !plan.settings.board.is_empty())
        };
        if (0..self.plans.len()).any(own) {
            // Another board's plan says nothing of this board's files.
            let mut kept = link.candidates.clone();
            kept.retain(|candidate| own(candidate.0) || !others(candidate.0));
            let settled = kept
                .iter()
                .any(|candidate| own(candidate.0) && candidate.2 >= LINKED);
            if settled {
                kept.retain(|candidate| own(candidate.0));
            }
            if kept.len() < link.candidates.len() {
                return Arc::new(link.with(kept));
            }
        }
        link
    }

    /// The kind that the plan never disposes of, where the row's type or the file's names hold it.
    pub(super) fn never_disposed<'a>(
        plan: &'a Plan,
        document_type: &str,
        path: &PathSignals,
    ) -> Option<&'a str> {
        let words = fold::words(document_type);
        let mut names = words
            .iter()
            .chain(path.folder_words.iter().flatten())
            .chain(&path.name_words);
        let kinds = &plan.settings.never_dispose;
        names.find_map(|word| {
            let kind = kinds.iter().find(|kind| word.starts_with(kind.as_str()));
            kind.map(String::as_str)
        })
    }
}

/// Whether what came of a file's matter would be told, had anything come of it: its dossier has other files, all of them read.
pub(super) fn is_complete(case: &Case<'_>) -> bool {
    let dossier = case.dossier.as_ref().map(|(_, dossier)| dossier);
    dossier.is_some_and(|dossier| {
        dossier.members >= 2 && dossier.unreadable == 0 && !dossier.has_pages
    })
}

/// Whether root, unit, first folder, case number or mapping line name the board, in full or by its letters.
fn is_of_board(board: &str, item: &Item, path: &PathSignals, mapped: Option<&str>) -> bool {
    let full = fold::words(board).concat();
    let letters = abbreviation(board);
    let names = |text: &str| {
        let words = fold::words(text);
        words.concat() == full || words.iter().any(|word| *word == letters || *word == full)
    };
    if let Some(mapped) = mapped {
        return names(mapped);
    }
    let first = item.path.display();
    let first = first.split_once('/').map_or("", |(folder, _)| folder);
    let case = path
        .case_numbers
        .iter()
        .filter_map(|case| case.normal.split_once('/'))
        .any(|(prefix, _)| prefix.to_lowercase() == letters);
    case || names(&item.root.0) || names(first) || item.unit.as_deref().is_some_and(names)
}

/// "barn och utbildningsnämnden" → "bun", "kommunstyrelsen" → "ks".
fn abbreviation(board: &str) -> String {
    let mut letters = String::new();
    for word in fold::words(board) {
        if matches!(word.as_str(), "och" | "og" | "samt") {
            continue;
        }
        letters.extend(word.chars().next());
        let ends = [
            "nämnden",
            "nämnd",
            "styrelsen",
            "styrelse",
            "udvalget",
            "udvalg",
        ];
        if let Some(end) = ends
            .iter()
            .find(|end| word.ends_with(**end) && word != **end)
        {
            letters.extend(end.chars().next());
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_the_names_of_boards_as_case_numbers_do() {
        for (board, want) in [
            ("barn- och utbildningsnämnden", "bun"),
            ("kommunstyrelsen", "ks"),
            ("socialnämnden", "sn"),
            ("vård- och omsorgsnämnden", "von"),
            ("kultur- och fritidsnämnden", "kfn"),
        ] {
            assert_eq!(abbreviation(board), want);
        }
    }
}
