//! Which of several plans hold on a day: a plan that a later version has replaced is not judged by.
//!
//! Two plans are versions of one another when they are the same board's and most rows of the smaller stand in the larger
//! too. A plan whose time has run out and that nothing has replaced is kept; what it says is marked.

use super::Plan;
use crate::fold;
use jiff::civil::Date;
use std::collections::HashSet;

/// The plans to judge by on a day, in the order given.
pub(crate) fn in_force(plans: Vec<Plan>, day: Date) -> Vec<Plan> {
    let keys: Vec<HashSet<String>> = plans.iter().map(row_keys).collect();
    let is_replaced = |at: usize| {
        (0..plans.len()).any(|other| {
            let (Some(old), Some(new)) = (plans.get(at), plans.get(other)) else {
                return false;
            };
            let (Some(old_keys), Some(new_keys)) = (keys.get(at), keys.get(other)) else {
                return false;
            };
            at != other
                && old.settings.board == new.settings.board
                && replaces((new, other), (old, at), day)
                && are_versions(old_keys, new_keys)
        })
    };
    let replaced: Vec<bool> = (0..plans.len()).map(is_replaced).collect();
    let kept = plans.into_iter().zip(replaced);
    kept.filter(|(_, replaced)| !replaced)
        .map(|(plan, _)| plan)
        .collect()
}

/// Whether one plan stands in place of another on the day, each with its position.
fn replaces((new, new_at): (&Plan, usize), (old, old_at): (&Plan, usize), day: Date) -> bool {
    if !new.is_valid_on(day) {
        return false;
    }
    // Of two that begin on the same day, or do not say when, the one given first goes before.
    !old.is_valid_on(day)
        || match (begins(new), begins(old)) {
            (Some(new), Some(old)) if new != old => new > old,
            (Some(_), None) | (None, Some(_)) => false,
            _ => new_at < old_at && new.version != old.version,
        }
}

/// From when a plan holds; a plan that does not say so holds from its decision.
fn begins(plan: &Plan) -> Option<Date> {
    let decided = plan.decided.as_ref().and_then(|decided| decided.date);
    plan.valid_from.or(decided)
}

fn row_keys(plan: &Plan) -> HashSet<String> {
    let key = |document_type: &str| fold::words(document_type).join(" ");
    plan.rows
        .iter()
        .map(|row| format!("{} {}", row.class_code, key(&row.document_type)))
        .collect()
}

fn are_versions(one: &HashSet<String>, other: &HashSet<String>) -> bool {
    let smaller = one.len().min(other.len());
    one.intersection(other).count() * 2 >= smaller.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanRow;

    fn plan(name: &str, board: &str, times: (&str, &str), types: &[&str]) -> Plan {
        let row = |document_type: &&str| PlanRow {
            class_code: "7.1".to_owned(),
            document_type: (*document_type).to_owned(),
            ..PlanRow::default()
        };
        let mut plan = Plan {
            name: name.to_owned(),
            valid_from: times.0.parse().ok(),
            valid_to: times.1.parse().ok(),
            rows: types.iter().map(row).collect(),
            ..Plan::default()
        };
        plan.settings.board = board.to_owned();
        plan
    }

    fn kept(plans: &[Plan], day: &str) -> Vec<String> {
        let kept = in_force(plans.to_vec(), day.parse().unwrap());
        kept.into_iter().map(|plan| plan.name).collect()
    }

    #[test]
    fn judges_by_the_version_that_holds_on_the_day() {
        let types = ["Klasslistor", "Betyg", "Scheman"];
        let plans = [
            plan("2015", "bun", ("2015-01-01", "2019-06-30"), &types),
            plan("2019", "bun", ("2019-07-01", ""), &types),
            plan("2027", "bun", ("2027-01-01", ""), &types),
            plan("common", "", ("", ""), &["Avtal"]),
            plan("other board", "sn", ("2012-01-01", ""), &types),
        ];
        assert_eq!(
            kept(&plans, "2018-01-01"),
            ["2015", "common", "other board"]
        );
        assert_eq!(
            kept(&plans, "2026-06-01"),
            ["2019", "common", "other board"]
        );
        assert_eq!(
            kept(&plans, "2027-06-01"),
            ["2027", "common", "other board"]
        );
    }

    #[test]
    fn a_plan_that_nothing_has_replaced_is_kept() {
        let old = plan("old", "bun", ("2010-01-01", "2014-12-31"), &["Betyg"]);
        let else_where = plan("new", "bun", ("2015-01-01", ""), &["Avtal", "Fakturor"]);
        let both = [old, else_where];
        assert_eq!(kept(&both, "2026-06-01"), ["old", "new"]);
        assert_eq!(kept(&both[..1], "2026-06-01"), ["old"]);
    }
}
