//! A second share, whose every file has a known row of the plan and a known verdict, for measuring links and verdicts.
//!
//! [`write`] makes for each kind of document ([`kinds`]) the situations that its rule can meet: long over, not yet, known only
//! by the file system, saved again later, a dossier with a newer letter, copies and drafts. What is true is counted here from the
//! rule and the dates, without any of the code that is measured. The kinds before [`kinds::TUNED`] are for tuning (`dev`), the
//! rest for the figure (`test`): nothing is changed after looking at how those are judged.

mod kinds;
mod truth;

use crate::document::Document;
use crate::share::{Manifest, Share};
use crate::words::{self, Language};
use crate::{DemoError, Options};
use jiff::ToSpan;
use jiff::civil::Date;
use kinds::{KINDS, Kind, OTHERS, Rule};
use std::path::{Path, PathBuf};
use truth::State;
pub(crate) use truth::{Line, Truth};

/// Writes the share, its plans and its truth into `dir`, replacing those of an earlier run.
///
/// # Errors
/// When a file cannot be written.
pub fn generate_judged(dir: &Path, options: &Options) -> Result<Manifest, DemoError> {
    let mut share = Share::create(dir, options)?;
    for (at, kind) in KINDS.iter().enumerate() {
        let mut writer = Writer {
            share: &mut share,
            kind,
            split: if at < kinds::TUNED { "dev" } else { "test" },
            number: at * 100,
        };
        writer.write()?;
    }
    for (at, (place, heading)) in OTHERS.iter().enumerate() {
        write_other(&mut share, place, heading, at)?;
    }
    let plans = write_plans(&mut share)?;
    share.finish(plans)
}

fn split(at: usize) -> &'static str {
    if at.is_multiple_of(2) { "dev" } else { "test" }
}

/// Where a file's dates stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dated {
    /// In its name, and in the file where the format has it.
    Name,
    /// Only in the file system.
    FileSystem,
    /// In its name; it was saved again so many years back.
    SavedAgain(i16),
}

/// How a file is made.
struct Plan<'a> {
    place: &'a str,
    day: Date,
    dated: Dated,
    /// What its text says of an event.
    says: Option<String>,
    /// What its name says of its standing, such as " - kopia".
    mark: &'a str,
    extension: &'static str,
}

/// Writes the files of one kind.
struct Writer<'a> {
    share: &'a mut Share,
    kind: &'a Kind,
    split: &'static str,
    number: usize,
}

impl Writer<'_> {
    fn write(&mut self) -> Result<(), DemoError> {
        match self.kind.rule {
            Rule::Years(years) => self.by_own_date(years),
            Rule::After(years, says) => self.by_event(years, says),
            Rule::Preserve => self.preserved(),
            Rule::Deliver(years) => self.delivered(years),
            Rule::May(years) => self.allowed(years),
            Rule::Unneeded => self.alike("may_dispose", &["review"]),
            Rule::Open => self.alike("review", &[]),
        }
    }

    fn language(&self) -> Language {
        kinds::language(self.kind)
    }

    fn today(&self) -> Date {
        self.share.today
    }

    /// A day so many years back; the month differs from file to file.
    fn back(&mut self, years: i16) -> Date {
        let month = 1 + (self.number % 9) as i8;
        let day = 3 + (self.number % 20) as i8;
        Date::new(self.today().year() - years, month, day).unwrap_or(self.today())
    }

    /// How disposal so many years after a day stands.
    fn state(&self, day: Date, years: i16) -> State {
        let due = match self.language() {
            Language::Swedish => Date::new(day.year() + years + 1, 1, 1).unwrap_or(day),
            // The only limit of no whole years is half a year.
            Language::Danish if years == 0 => day.saturating_add(6.months()),
            Language::Danish => day.saturating_add(i64::from(years).years()),
        };
        let soon = self.today().saturating_add(12.months());
        if due <= self.today() {
            State::of("overdue")
        } else if due <= soon {
            State::of("due_soon")
        } else {
            State::of("keep_until")
        }
    }

    fn by_own_date(&mut self, years: i16) -> Result<(), DemoError> {
        let old = years.max(1) + 3;
        for (at, place) in self.kind.places.into_iter().enumerate() {
            let day = self.back(old + at as i16);
            self.file(&dated(place, day, "docx"), self.state(day, years))?;
        }
        let day = self.back(1);
        self.file(
            &dated(self.kind.places[0], day, "pdf"),
            self.state(day, years),
        )?;
        let day = self.back(0).min(self.today().saturating_sub(2.months()));
        self.file(
            &dated(self.kind.places[1], day, "docx"),
            self.state(day, years),
        )?;
        let day = self.back(old + 1);
        let known_by_time = Plan {
            dated: Dated::FileSystem,
            ..dated(self.kind.places[0], day, "txt")
        };
        self.file(&known_by_time, State::of("possibly_overdue"))?;
        let saved_again = Plan {
            dated: Dated::SavedAgain(0),
            ..dated(self.kind.places[2], day, "docx")
        };
        self.file(&saved_again, State::of("review"))?;
        let copy = Plan {
            mark: self.copy_mark(),
            ..dated(self.kind.places[0], day, "docx")
        };
        self.file(&copy, State::or("overdue", &["working_paper_due"]))
    }

    fn by_event(&mut self, years: i16, says: &'static str) -> Result<(), DemoError> {
        for (at, place) in self.kind.places.into_iter().enumerate() {
            let event = self.back(years + 3 + at as i16);
            let plan = self.with_event(place, event, says);
            self.file(&plan, self.state(event, years))?;
        }
        let event = self.back(0).min(self.today().saturating_sub(2.months()));
        let plan = self.with_event(self.kind.places[0], event, says);
        self.file(&plan, self.state(event, years))?;
        // Nothing tells of the event: the document is old, but who knows.
        let day = self.back(years + 6);
        let plan = dated(self.kind.places[1], day, "docx");
        self.file(&plan, State::of("possibly_overdue"))?;
        self.dossier(years, says)
    }

    fn with_event<'a>(&self, place: &'a str, event: Date, says: &str) -> Plan<'a> {
        let text = says.replace("{d}", &written(event, self.language()));
        Plan {
            says: Some(text),
            ..dated(place, event.saturating_sub(20.days()), "docx")
        }
    }

    /// Two files of one case: the event stands in one of them and counts for both; in another case a newer file keeps all.
    fn dossier(&mut self, years: i16, says: &'static str) -> Result<(), DemoError> {
        if self.language() == Language::Danish {
            return Ok(());
        }
        let old = self.back(years + 5);
        let number = self.number + 7;
        for (says, newer) in [
            (Some(says), false),
            (None, false),
            (Some(says), true),
            (None, true),
        ] {
            let case = format!(
                "Dnr {}/{}:{}",
                "KS",
                old.year(),
                number + usize::from(newer)
            );
            let late = newer && says.is_none();
            let day = if late {
                self.today().saturating_sub(3.months())
            } else {
                old
            };
            let event = says.map(|says| says.replace("{d}", &written(old, Language::Swedish)));
            let text = event.map_or(case.clone(), |event| format!("{case}. {event}"));
            let plan = Plan {
                says: Some(text),
                ..dated(self.kind.places[0], day, "docx")
            };
            let state = if newer {
                State::or("keep_until", &["due_soon", "review"])
            } else {
                self.state(old, years)
            };
            self.file(&plan, state)?;
        }
        Ok(())
    }

    fn preserved(&mut self) -> Result<(), DemoError> {
        for (at, place) in self.kind.places.into_iter().enumerate() {
            for (years, extension) in [(9, "docx"), (2, "pdf")] {
                let day = self.back(years + at as i16);
                self.file(&dated(place, day, extension), State::of("preserve"))?;
            }
        }
        let (copy, draft) = (self.copy_mark(), self.draft_mark());
        for (mark, years, verdict) in [
            (copy, 5, "working_paper_due"),
            (draft, 5, "working_paper_due"),
            (copy, 0, "keep_until"),
        ] {
            let day = self
                .back(years)
                .min(self.today().saturating_sub(2.months()));
            let plan = Plan {
                mark,
                ..dated(self.kind.places[0], day, "docx")
            };
            self.file(&plan, State::of(verdict))?;
        }
        Ok(())
    }

    fn delivered(&mut self, years: i16) -> Result<(), DemoError> {
        for (at, place) in self.kind.places.into_iter().enumerate() {
            let day = self.back(years + 3 + at as i16);
            // By the joint classification the time runs from the closing of the case, which nothing tells here.
            let state = match self.language() {
                Language::Swedish => State::of("delivery_overdue"),
                Language::Danish => {
                    State::or("deliver_to_archive", &["delivery_overdue", "preserve"])
                }
            };
            self.file(&dated(place, day, "docx"), state)?;
            let day = self.back(1);
            let state = State::or("deliver_to_archive", &["keep_until", "preserve"]);
            self.file(&dated(place, day, "pdf"), state)?;
        }
        let day = self.back(4);
        let draft = Plan {
            mark: self.draft_mark(),
            ..dated(self.kind.places[0], day, "docx")
        };
        self.file(&draft, State::of("working_paper_due"))
    }

    fn allowed(&mut self, years: i16) -> Result<(), DemoError> {
        for (at, place) in self.kind.places.into_iter().enumerate() {
            let day = self.back(years + 2 + at as i16);
            self.file(&dated(place, day, "docx"), State::of("may_dispose"))?;
            let day = self.back(0).min(self.today().saturating_sub(2.months()));
            self.file(&dated(place, day, "pdf"), State::of("keep_until"))?;
        }
        Ok(())
    }

    /// The date changes nothing.
    fn alike(
        &mut self,
        verdict: &'static str,
        accept: &'static [&'static str],
    ) -> Result<(), DemoError> {
        for place in self.kind.places {
            for years in [1, 6] {
                let day = self.back(years);
                self.file(&dated(place, day, "docx"), State::or(verdict, accept))?;
            }
        }
        Ok(())
    }

    fn copy_mark(&self) -> &'static str {
        match self.language() {
            Language::Swedish => " - kopia",
            Language::Danish => " - kopi",
        }
    }

    fn draft_mark(&self) -> &'static str {
        match self.language() {
            Language::Swedish => " utkast",
            Language::Danish => " udkast",
        }
    }

    fn file(&mut self, plan: &Plan<'_>, state: State) -> Result<(), DemoError> {
        self.number += 1;
        let language = self.language();
        let mut document = Document::new(self.kind.heading, plan.day);
        match plan.dated {
            Dated::Name => {}
            Dated::FileSystem => document.created = None,
            Dated::SavedAgain(years) => {
                let again = Date::new(self.today().year() - years, 10, 2).unwrap_or(plan.day);
                document.created = Some(again);
                document.modified = again;
            }
        }
        if let Some(says) = &plan.says {
            document.say(says.clone());
        }
        document.say(words::filler(&mut self.share.random, language));
        let path = self.path(plan);
        self.share.put(&path, &document)?;
        let truth = Truth {
            state,
            row: format!("{} {}", self.kind.code, self.kind.document_type),
            split: self.split,
        };
        self.share.judge_whole(&path, truth);
        Ok(())
    }

    fn path(&self, plan: &Plan<'_>) -> String {
        let number = format!("{}", 1000 + self.number);
        let day = plan.day.to_string();
        let (day, year) = match plan.dated {
            Dated::FileSystem => (number.clone(), "Inkommet".to_owned()),
            _ => (day, plan.day.year().to_string()),
        };
        let place = plan
            .place
            .replace("{d}", &day)
            .replace("{y}", &year)
            .replace("{n}", &number);
        // Names of one day would be the same otherwise, as two people's files are told apart at work.
        let initials = ["AB", "CD", "EF", "GH", "KL", "MN", "PR", "ST"];
        let initials = initials.get(self.number % initials.len()).copied();
        let initials = initials.unwrap_or_default();
        format!("{place} {initials}{}.{}", plan.mark, plan.extension)
    }
}

fn dated<'a>(place: &'a str, day: Date, extension: &'static str) -> Plan<'a> {
    Plan {
        place,
        day,
        dated: Dated::Name,
        says: None,
        mark: "",
        extension,
    }
}

/// The day as the language writes it.
fn written(day: Date, language: Language) -> String {
    match language {
        Language::Swedish => day.to_string(),
        Language::Danish => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
    }
}

fn write_other(share: &mut Share, place: &str, heading: &str, at: usize) -> Result<(), DemoError> {
    let language = if at < 32 {
        Language::Swedish
    } else {
        Language::Danish
    };
    let year = share.today.year() - 2 - (at % 8) as i16;
    let day = Date::new(year, 1 + (at % 12) as i8, 5).unwrap_or(share.today);
    let mut document = Document::new(heading, day);
    document.say(words::filler(&mut share.random, language));
    let path = format!("{}.docx", place.replace("{d}", &day.to_string()));
    share.put(&path, &document)?;
    let truth = Truth {
        state: State::of("unclassified"),
        row: String::new(),
        split: split(at),
    };
    share.judge_whole(&path, truth);
    Ok(())
}

fn write_plans(share: &mut Share) -> Result<Vec<PathBuf>, DemoError> {
    let swedish = "Dokumenthanteringsplan för Exempelkommun;;;;\r\n\
                   Klassificering;Handlingstyp;Bevaras/Gallras;Gallringsfrist;Leverans till kommunarkiv\r\n";
    let danish = "Sletteplan for Eksempel Kommune;;;;\r\nKLE-nr.;EmneTitel;Bevaring;Slettefrist;Aflevering\r\n";
    let rows = |wanted: Language| -> String {
        let kinds = KINDS.iter().filter(|kind| kinds::language(kind) == wanted);
        let lines = kinds.map(|kind| {
            let cells = [
                kind.code,
                kind.document_type,
                kind.decision,
                kind.limit,
                kind.delivery,
            ];
            cells.join(";") + "\r\n"
        });
        lines.collect()
    };
    let swedish = format!("{swedish}{}", rows(Language::Swedish));
    let danish = format!("{danish}{}", rows(Language::Danish));
    Ok(vec![
        share.put_plan("dokumenthanteringsplan.csv", swedish.as_bytes())?,
        share.put_plan("sletteplan.csv", danish.as_bytes())?,
    ])
}
