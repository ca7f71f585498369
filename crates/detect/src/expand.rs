//! Alternatives in a dictionary's term: `(ska|vill) skilja( sig|s)` stands for each of its four ways of saying.
//!
//! They are written out when rules are compiled, so that looking words up knows nothing of them. Groups may be nested.

/// No line stands for more terms than this.
const MOST: usize = 2500;
/// Groups within groups.
const DEEPEST: usize = 4;

/// All terms that a term with alternatives stands for; `None` when a bracket has no other, or there are too many.
pub(crate) fn expand(term: &str) -> Option<Vec<String>> {
    let (all, rest) = options(term, 0)?;
    rest.is_empty().then_some(all)
}

/// What stands up to the bracket that closes the group, or up to the end; and the rest.
fn options(mut rest: &str, depth: usize) -> Option<(Vec<String>, &str)> {
    let (mut all, mut some) = (Vec::new(), vec![String::new()]);
    loop {
        let stop = if depth == 0 {
            &['('][..]
        } else {
            &['(', '|', ')'][..]
        };
        let at = rest.find(stop).unwrap_or(rest.len());
        let (before, behind) = rest.split_at_checked(at)?;
        for start in &mut some {
            start.push_str(before);
        }
        let mut mark = behind.chars();
        match mark.next() {
            Some('(') if depth < DEEPEST => {
                let (group, after) = options(mark.as_str(), depth + 1)?;
                if some.len() * group.len() > MOST {
                    return None;
                }
                some = joined(&some, &group);
                rest = after;
            }
            Some('|') => {
                all.append(&mut some);
                some.push(String::new());
                rest = mark.as_str();
            }
            end if (end == Some(')')) == (depth > 0) => {
                all.append(&mut some);
                return Some((all, mark.as_str()));
            }
            _ => return None,
        }
    }
}

fn joined(starts: &[String], ends: &[String]) -> Vec<String> {
    let with_ends = |start: &String| {
        let join = |end: &String| format!("{start}{end}");
        ends.iter().map(join).collect::<Vec<_>>()
    };
    starts.iter().flat_map(with_ends).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_out_all_alternatives() {
        assert_eq!(expand("astma"), Some(vec!["astma".to_owned()]));
        let all = expand("(ska|vill) skilja( sig|s)").unwrap();
        assert_eq!(
            all,
            [
                "ska skilja sig",
                "ska skiljas",
                "vill skilja sig",
                "vill skiljas"
            ]
        );
        assert_eq!(expand("(a(b|c)|d)e").unwrap(), ["abe", "ace", "de"]);
        assert_eq!(expand("(ska|vill"), None);
        assert_eq!(expand("((((((a"), None);
        assert_eq!(expand(&"(a|b)".repeat(13)), None);
    }
}
