//! Night after night only what changed or falls due is judged; the verdicts are those of judging everything from nothing.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "nights/share.rs"]
mod share;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use share::Share;
use sporhund_audit::{Extent, judge_stored};
use sporhund_model::{ItemRecord, Records, VerdictState};
use sporhund_store::{Mentions, Store};
use std::collections::BTreeSet;

/// All verdicts, and what they came to.
fn told(store: &Store) -> (Vec<ItemRecord>, String) {
    let mut records = Vec::new();
    store
        .records(Mentions::Without)
        .for_each(&mut |record| {
            records.push(record.clone());
            Ok(())
        })
        .unwrap();
    (records, store.find_judged().unwrap().unwrap())
}

fn judge(share: &Share, today: Date) -> Extent {
    let (plans, settings) = Share::plan(today);
    judge_stored(plans, settings, &share.store, "test").unwrap()
}

/// Compares what was judged with judging all anew.
fn compare(share: &Share, today: Date, night: u32) -> BTreeSet<VerdictState> {
    let (stepwise, figures) = told(&share.store);
    share.store.forget_judged().unwrap();
    assert_eq!(judge(share, today), Extent::All);
    let (anew, figures_anew) = told(&share.store);
    assert_eq!(stepwise.len(), anew.len());
    for (one, other) in stepwise.iter().zip(&anew) {
        let path = one.item.path.display();
        assert_eq!(one.verdict, other.verdict, "night {night}, {today}: {path}");
    }
    assert_eq!(figures, figures_anew, "night {night}");
    let states = anew.iter().filter_map(|record| record.verdict.as_ref());
    states.map(|verdict| verdict.state).collect()
}

fn run(seed: u64, nights: u32) -> (BTreeSet<VerdictState>, u64) {
    let mut share = Share::new(seed, 400);
    let mut today = date(2024, 2, 27);
    let mut states = BTreeSet::new();
    let mut saved = 0;
    judge(&share, today);
    for night in 0..nights {
        let days = [1, 1, 1, 7, 31, 200][share.below(6) as usize];
        today = today.checked_add(days.days()).unwrap();
        let changes = [0, 0, 1, 3, 8][share.below(5) as usize];
        share.live(changes, today);
        if let Extent::Some(judged) = judge(&share, today) {
            saved += share.files() as u64 - judged;
        }
        // Nights build upon nights before all is judged anew.
        if night % 3 == 2 {
            states.extend(compare(&share, today, night));
        }
    }
    (states, saved)
}

#[test]
fn a_night_gives_the_verdicts_of_judging_everything() {
    let mut states = BTreeSet::new();
    let mut saved = 0;
    for seed in 1..=3 {
        let (met, spared) = run(seed, 60);
        states.extend(met);
        saved += spared;
    }
    for state in VerdictState::ALL {
        assert!(states.contains(&state), "{state:?} was never met");
    }
    assert!(saved > 180 * 150, "only {saved} were spared");
}

#[test]
fn a_night_after_nights_that_changed_nothing_judges_only_what_falls_due() {
    let share = Share::new(9, 400);
    let today = date(2026, 6, 1);
    assert_eq!(judge(&share, today), Extent::All);
    assert_eq!(judge(&share, today), Extent::Some(0));
    let tomorrow = judge(&share, today.tomorrow().unwrap());
    assert!(
        matches!(tomorrow, Extent::Some(few) if few < 100),
        "{tomorrow:?}"
    );
    assert_eq!(judge(&share, today), Extent::All, "the day before");
}

#[test]
fn another_plan_setting_or_program_has_all_judged() {
    let share = Share::new(9, 60);
    let today = date(2026, 6, 1);
    judge(&share, today);
    let (plans, settings) = Share::plan(today);
    let mut other = plans.clone();
    other[0].rows.pop();
    let mut held = settings.clone();
    held.holds.push("**/x/**".to_owned());
    let again = |plans: &[_], settings: &_, program: &str| {
        judge_stored(
            Vec::clone(&plans.to_vec()),
            Clone::clone(settings),
            &share.store,
            program,
        )
        .unwrap()
    };
    assert_eq!(again(&other, &settings, "test"), Extent::All);
    assert_eq!(again(&plans, &held, "test"), Extent::All);
    assert_eq!(again(&plans, &held, "later"), Extent::All);
    assert_eq!(again(&plans, &held, "later"), Extent::Some(0));
}
