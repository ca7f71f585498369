//! The normalised form of a plan: one row a rule with the normal form in fields of its own, to be corrected and read back.
//!
//! As csv it begins with the plan's settings, two cells each, then the headings of [`FIELDS`]. As JSON lines the first line
//! holds the settings and each other line a rule.

use super::report::PlanReport;
use super::rows::filled_cells;
use super::{Plan, PlanError, PlanRow};
use crate::phrase::NormalForm;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sporhund_model::{Table, TableRow};
use std::io::{self, Write};

/// The format of a written plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFormat {
    /// Comma-separated values with `;`, for spreadsheets.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

/// The headings, in order.
const FIELDS: [&str; 20] = [
    "row",
    "table",
    "class_code",
    "document_type",
    "section",
    "action",
    "period",
    "trigger",
    "age",
    "needs_human",
    "bound",
    "duty",
    "deliver_after",
    "deliver_trigger",
    "birthday",
    "phrase",
    "delivery_phrase",
    "remark",
    "legal_basis",
    "registration",
];
/// Between the parts of a section.
const WITHIN: &str = " > ";
/// A delivery without a time of its own.
const UNTIMED: &str = "untimed";

/// Writes the plan with one row a rule.
///
/// # Errors
/// When the writer fails.
pub fn write_normalised(plan: &Plan, format: PlanFormat, to: &mut dyn Write) -> io::Result<()> {
    match format {
        PlanFormat::Csv => write_csv(plan, to),
        PlanFormat::Jsonl => write_jsonl(plan, to),
    }
}

fn write_csv(plan: &Plan, to: &mut dyn Write) -> io::Result<()> {
    // The mark tells spreadsheets that it is UTF-8.
    to.write_all("\u{feff}".as_bytes())?;
    for (key, value) in settings(plan) {
        let mut cells = vec![String::new(); FIELDS.len()];
        cells[0] = key;
        cells[1] = text_of(&value);
        write_line(&cells, to)?;
    }
    write_line(&FIELDS.map(str::to_owned), to)?;
    plan.rows
        .iter()
        .try_for_each(|row| write_line(&cells(row), to))
}

fn write_jsonl(plan: &Plan, to: &mut dyn Write) -> io::Result<()> {
    let head: Map<String, Value> = settings(plan).into_iter().collect();
    writeln!(to, "{}", serde_json::json!({ "plan": head }))?;
    for row in &plan.rows {
        let object: Map<String, Value> = FIELDS
            .iter()
            .zip(cells(row))
            .map(|(field, cell)| ((*field).to_owned(), Value::String(cell)))
            .collect();
        writeln!(to, "{}", Value::Object(object))?;
    }
    Ok(())
}

/// What holds for the whole plan: all that is not its rows.
fn settings(plan: &Plan) -> Vec<(String, Value)> {
    let whole = Plan {
        rows: Vec::new(),
        ..plan.clone()
    };
    match serde_json::to_value(whole) {
        Ok(Value::Object(fields)) => fields
            .into_iter()
            .filter(|(key, _)| key != "rows")
            .collect(),
        _ => Vec::new(),
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

fn cells(row: &PlanRow) -> Vec<String> {
    let form = row.normal;
    let shown = |period: Option<crate::phrase::Period>| {
        period.map_or(String::new(), |period| period.to_string())
    };
    let delivery = row.delivery.map_or(String::new(), |delivery| {
        delivery
            .period
            .map_or(UNTIMED.to_owned(), |period| period.to_string())
    });
    vec![
        row.number.to_string(),
        row.table.clone(),
        row.class_code.clone(),
        row.document_type.clone(),
        row.section.join(WITHIN),
        word(&form.action),
        shown(form.period),
        word(&form.trigger),
        form.age.map_or(String::new(), |age| age.to_string()),
        form.needs_human.to_string(),
        word(&form.bound),
        word(&form.duty),
        delivery,
        row.delivery
            .map_or(String::new(), |delivery| word(&delivery.trigger)),
        word(&row.birthday),
        row.phrase.clone(),
        row.delivery_phrase.clone(),
        row.remark.clone(),
        row.legal_basis.clone(),
        row.registration.clone(),
    ]
}

/// One line of csv; what a spreadsheet would take for a formula gets an apostrophe in front.
fn write_line(cells: &[String], to: &mut dyn Write) -> io::Result<()> {
    let quoted = cells.iter().map(|cell| {
        let safe = if cell.starts_with(['=', '+', '-', '@']) {
            format!("'{cell}")
        } else {
            cell.clone()
        };
        let needs = safe.contains([';', '"', '\n', '\r']) || safe.trim() != safe;
        if needs {
            format!("\"{}\"", safe.replace('"', "\"\""))
        } else {
            safe
        }
    });
    writeln!(to, "{}", quoted.collect::<Vec<_>>().join(";"))
}

/// Where each field stands, when the row holds the headings of the normalised form.
fn header(row: &TableRow) -> Option<Vec<Option<usize>>> {
    let at = |field: &str| row.cells.iter().position(|cell| cell.trim() == field);
    let needed = ["document_type", "action", "period", "trigger"];
    needed
        .iter()
        .all(|field| at(field).is_some())
        .then(|| FIELDS.iter().map(|field| at(field)).collect())
}

/// Reads a table of the normalised form; `None` when it is none.
pub(super) fn from_table(name: &str, table: &Table) -> Option<Plan> {
    let (start, columns) = table
        .rows
        .iter()
        .enumerate()
        .find_map(|(at, row)| header(row).map(|columns| (at, columns)))?;
    let mut plan = plan_of(&settings_above(table.rows.get(..start).unwrap_or_default()));
    if plan.name.is_empty() {
        name.clone_into(&mut plan.name);
    }
    for row in table.rows.iter().skip(start + 1) {
        let cell = |field: &str| {
            let at = FIELDS.iter().position(|known| *known == field)?;
            let cell = row.cells.get((*columns.get(at)?)?)?;
            Some(unescaped(cell))
        };
        plan.rows.extend(row_of(&cell, row.number));
    }
    Some(plan)
}

fn settings_above(rows: &[TableRow]) -> Map<String, Value> {
    let pairs = rows.iter().filter_map(|row| match filled_cells(row)[..] {
        [key, value] => Some((key.to_owned(), value_of(&unescaped(value)))),
        _ => None,
    });
    pairs.collect()
}

/// A cell as JSON where it is, else as text.
fn value_of(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_) | Value::Null)) => value,
        _ => Value::String(text.to_owned()),
    }
}

/// The plan of its settings; a setting that cannot be read takes its default.
fn plan_of(fields: &Map<String, Value>) -> Plan {
    let mut whole = match serde_json::to_value(Plan::default()) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    for (key, value) in fields {
        let Some(before) = whole.insert(key.clone(), value.clone()) else {
            whole.remove(key);
            continue;
        };
        if serde_json::from_value::<Plan>(Value::Object(whole.clone())).is_err() {
            whole.insert(key.clone(), before);
        }
    }
    serde_json::from_value(Value::Object(whole)).unwrap_or_default()
}

fn unescaped(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// A rule of its fields. A field that a person left empty or wrote in another way takes its default, with a human to look.
fn row_of(cell: &dyn Fn(&str) -> Option<String>, number: u32) -> Option<PlanRow> {
    let text = |field: &str| cell(field).unwrap_or_default();
    let document_type = text("document_type");
    if document_type.is_empty() {
        return None;
    }
    let mut unread = false;
    let normal = NormalForm {
        action: read(&text("action"), &mut unread),
        period: read_period(&text("period"), &mut unread),
        trigger: read(&text("trigger"), &mut unread),
        bound: read(&text("bound"), &mut unread),
        duty: read(&text("duty"), &mut unread),
        age: text("age").parse().ok(),
        needs_human: matches!(
            text("needs_human").to_lowercase().as_str(),
            "true" | "sant" | "sand" | "1" | "ja"
        ),
    };
    let section = text("section");
    let sections = section.split(WITHIN).map(str::trim);
    Some(PlanRow {
        number: text("row").parse().unwrap_or(number),
        table: text("table"),
        class_code: text("class_code"),
        document_type,
        section: sections
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect(),
        phrase: text("phrase"),
        delivery: delivery_of(&text("deliver_after"), &text("deliver_trigger")),
        normal: NormalForm {
            needs_human: normal.needs_human || unread,
            ..normal
        },
        delivery_phrase: text("delivery_phrase"),
        remark: text("remark"),
        legal_basis: text("legal_basis"),
        registration: text("registration"),
        birthday: read(&text("birthday"), &mut unread),
    })
}

fn delivery_of(after: &str, trigger: &str) -> Option<NormalForm> {
    let mut unread = false;
    let form = NormalForm {
        action: crate::phrase::Action::Deliver,
        period: if after == UNTIMED {
            None
        } else {
            read_period(after, &mut unread)
        },
        trigger: read(trigger, &mut unread),
        ..NormalForm::default()
    };
    (!after.is_empty()).then_some(NormalForm {
        needs_human: unread,
        ..form
    })
}

/// `P5Y`, or the words of a phrase: "5 år".
fn read_period(text: &str, unread: &mut bool) -> Option<crate::phrase::Period> {
    if text.is_empty() {
        return None;
    }
    let period = crate::phrase::Period::parse(text).or_else(|| crate::phrase::parse(text).period);
    *unread |= period.is_none();
    period
}

fn read<T: DeserializeOwned + Default>(text: &str, unread: &mut bool) -> T {
    if text.is_empty() {
        return T::default();
    }
    let value = serde_json::from_value(Value::String(text.to_lowercase()));
    *unread |= value.is_err();
    value.unwrap_or_default()
}

/// One line of the JSON lines: the settings, or a rule.
#[derive(Deserialize)]
struct Line {
    plan: Option<Map<String, Value>>,
    #[serde(flatten)]
    fields: Map<String, Value>,
}

impl Plan {
    /// Reads a plan that was written as JSON lines by [`write_normalised`].
    ///
    /// # Errors
    /// [`PlanError::Line`] for the first line that is no JSON object, [`PlanError::NoRows`] when there is no rule.
    pub fn import_jsonl(name: &str, text: &str) -> Result<(Plan, PlanReport), PlanError> {
        let mut plan = Plan::default();
        let mut rows = Vec::new();
        for (at, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let line: Line = serde_json::from_str(line).map_err(|_| PlanError::Line(number))?;
            if let Some(fields) = line.plan {
                plan = plan_of(&fields);
            }
            let cell = |field: &str| line.fields.get(field).map(text_of);
            rows.extend(row_of(&cell, number));
        }
        plan.rows = rows;
        if plan.name.is_empty() {
            name.clone_into(&mut plan.name);
        }
        super::report::reported(plan)
    }
}
