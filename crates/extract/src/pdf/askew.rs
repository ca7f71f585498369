//! Pages that were scanned a little askew: text that was recognised on them runs up or down hill, and the end of a line stands
//! at the height of the next one's beginning.

use super::device::Run;

/// The runs of each direction, turned so that most of their text is level. Pages that were written straight stay as they are.
pub(super) fn level(mut runs: Vec<Run>) -> Vec<Run> {
    let mut angles: Vec<i16> = runs
        .iter()
        .filter(|run| run.degrees.abs() > 0.0)
        .map(|run| run.angle)
        .collect();
    angles.sort_unstable();
    angles.dedup();
    for angle in angles {
        let of_angle = |run: &&Run| run.angle == angle;
        let Some(common) = usual_degrees(runs.iter().filter(of_angle)) else {
            continue;
        };
        for run in runs.iter_mut().filter(|run| run.angle == angle) {
            turn(run, common);
        }
    }
    runs
}

/// The direction of the middle one of all letters.
fn usual_degrees<'r>(runs: impl Iterator<Item = &'r Run>) -> Option<f64> {
    let mut letters: Vec<(f64, usize)> = runs.map(|run| (run.degrees, run.text.len())).collect();
    letters.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = letters.iter().map(|(_, count)| count).sum::<usize>() / 2;
    let mut passed = 0;
    let found = letters.iter().find(|(_, count)| {
        passed += count;
        passed > half
    });
    found.map(|(degrees, _)| *degrees)
}

/// Gives the run's places as they are when the page is turned to another direction.
fn turn(run: &mut Run, degrees: f64) {
    let by = degrees - run.degrees;
    if by.abs() < 0.05 {
        return;
    }
    let (sin, cos) = by.to_radians().sin_cos();
    let start = run.start * cos + run.baseline * sin;
    run.baseline = run.baseline * cos - run.start * sin;
    let moved = start - run.start;
    run.start += moved;
    run.end += moved;
    for (_, end, start) in &mut run.words {
        *end += moved;
        *start += moved;
    }
    run.degrees = degrees;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run at a place of the page, drawn in a direction.
    fn run(text: &str, (x, y): (f64, f64), degrees: f64) -> Run {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Run {
            text: text.to_owned(),
            start: x * cos + y * sin,
            baseline: y * cos - x * sin,
            degrees,
            ..Run::default()
        }
    }

    #[test]
    fn a_stray_direction_takes_the_common_one() {
        let slope = 1.5_f64.to_radians().tan();
        let runs = vec![
            run("a whole line of text", (50.0, 100.0), 1.5),
            run("its end", (450.0, 100.0 + 400.0 * slope), 1.2),
        ];
        let level = level(runs);
        assert!((level[0].baseline - level[1].baseline).abs() < 0.1);
    }

    #[test]
    fn pages_that_are_straight_stay_as_they_are() {
        let runs = vec![
            run("one", (50.0, 100.0), 0.0),
            run("two", (50.0, 120.0), 0.0),
        ];
        assert_eq!(level(runs.clone()), runs);
        let mixed = vec![
            run("stamp", (100.0, 300.0), 2.0),
            run("a whole line of text", (50.0, 100.0), 0.0),
        ];
        let level = level(mixed);
        assert!((level[0].baseline - 300.0).abs() < 0.1);
    }
}
