//! A verdict in few bytes: all of it but the rows of the plan that it names, which many verdicts share ([`crate::links`]).

use crate::basis::{put_date, take_date};
use crate::compact::{Packer, Unpacker};
use sporhund_model::note::Arg;
use sporhund_model::{
    FileRef, Note, Obligation, ObligationKind, RelPath, RootName, Standing, Verdict, VerdictState,
};
use std::borrow::Cow;

/// The first byte. It is raised when the bytes, or the order of a list below or in `model`, become others.
const FORM: u8 = 1;

const KINDS: [ObligationKind; 3] = [
    ObligationKind::Preserve,
    ObligationKind::Deliver,
    ObligationKind::Dispose,
];

pub(crate) fn pack(verdict: &Verdict) -> Vec<u8> {
    let mut to = Packer(Vec::with_capacity(256));
    to.0.push(FORM);
    to.one_of(&VerdictState::ALL, &verdict.state);
    to.one_of(&Standing::ALL, &verdict.standing);
    to.maybe(verdict.identical.as_ref(), |to, file| {
        to.text(&file.root.0);
        to.bytes(file.path.as_bytes());
    });
    to.list(verdict.obligations.iter(), |to, duty| {
        to.one_of(&KINDS, &duty.kind);
        to.one_of(&VerdictState::ALL, &duty.state);
        to.maybe(duty.date, Packer::date);
    });
    to.list(verdict.evidence.iter(), put_date);
    to.maybe(verdict.chosen, |to, at| to.number(at as u64));
    to.maybe(verdict.dossier.as_deref(), Packer::text);
    to.list(verdict.exceptions.iter(), put_note);
    to.list(verdict.reasons.iter(), put_note);
    to.0
}

/// The verdict without its rows; `None` when the bytes are of another form.
pub(crate) fn unpack(bytes: &[u8]) -> Option<Verdict> {
    let mut from = Unpacker(bytes);
    if from.byte()? != FORM {
        return None;
    }
    Some(Verdict {
        state: from.one_of(&VerdictState::ALL)?,
        standing: from.one_of(&Standing::ALL)?,
        identical: from.maybe(|from| {
            Some(FileRef {
                root: RootName(from.text()?.to_owned()),
                path: RelPath::new(from.bytes()?),
            })
        })?,
        obligations: from.list(|from| {
            Some(Obligation {
                kind: from.one_of(&KINDS)?,
                state: from.one_of(&VerdictState::ALL)?,
                date: from.maybe(Unpacker::date)?,
            })
        })?,
        evidence: from.list(take_date)?,
        chosen: from.maybe(|from| usize::try_from(from.number()?).ok())?,
        dossier: from.maybe(|from| from.text().map(str::to_owned))?,
        exceptions: from.list(take_note)?,
        reasons: from.list(take_note)?,
        ..Verdict::default()
    })
}

fn put_note(to: &mut Packer, note: &Note) {
    to.text(&note.code);
    to.list(note.args.iter(), |to, (name, value)| {
        to.text(name);
        match value {
            Arg::Number(number) => {
                to.0.push(0);
                to.signed(*number);
            }
            Arg::Text(text) => {
                to.0.push(1);
                to.text(text);
            }
        }
    });
}

fn take_note(from: &mut Unpacker<'_>) -> Option<Note> {
    let code = Cow::Owned(from.text()?.to_owned());
    let args = from.list(|from| {
        let name = Cow::Owned(from.text()?.to_owned());
        let value = match from.byte()? {
            0 => Arg::Number(from.signed()?),
            _ => Arg::Text(from.text()?.to_owned()),
        };
        Some((name, value))
    })?;
    Some(Note {
        code,
        args: args.into_iter().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use sporhund_model::{DateEvidence, DateRank, SignalSource};

    #[test]
    fn a_verdict_comes_back_whole() {
        let verdict = Verdict {
            state: VerdictState::Overdue,
            standing: Standing::Record,
            identical: Some(FileRef {
                root: RootName("r".into()),
                path: RelPath::new([0xff, b'a']),
            }),
            obligations: vec![Obligation {
                kind: ObligationKind::Dispose,
                state: VerdictState::Overdue,
                date: Some(date(2020, 1, 1)),
            }],
            evidence: vec![DateEvidence {
                rank: DateRank::Event,
                date: date(2017, 5, 4),
                trigger: Some("case_closed".into()),
                source: SignalSource::Text,
            }],
            chosen: Some(0),
            dossier: Some("KS/2017:4".into()),
            exceptions: vec![Note::new("reason-hold")],
            reasons: vec![
                Note::new("reason-date")
                    .with("rank", "event")
                    .with("days", -3_i64),
            ],
            ..Verdict::default()
        };
        assert_eq!(unpack(&pack(&verdict)), Some(verdict));
        assert_eq!(unpack(&[FORM + 1, 0]), None);
        assert_eq!(unpack(&[]), None);
    }
}
