//! How results become rows and rows results.

use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};
use sporhund_model::{
    Confidence, Coverage, Finding, Fingerprint, IdentityKind, Item, ItemScan, Mention, RelPath,
    RuleId,
};

/// SQLite's integers are signed; nothing we count comes near the edge.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// The path of `name` in `folder`, both as the tables keep them.
pub(crate) fn joined(folder: &[u8], name: &[u8]) -> Vec<u8> {
    match folder {
        b"" => name.to_vec(),
        folder => [folder, b"/", name].concat(),
    }
}

/// A value as JSON text.
pub(crate) fn json(result: serde_json::Result<String>) -> rusqlite::Result<String> {
    result.map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// What JSON text of a column says.
pub(crate) fn parsed<T>(column: usize, result: serde_json::Result<T>) -> rusqlite::Result<T> {
    result.map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
    })
}

/// A packed value cannot be read.
pub(crate) fn damaged(column: usize) -> rusqlite::Error {
    let error = "packed bytes of another form";
    rusqlite::Error::FromSqlConversionFailure(column, Type::Blob, error.into())
}

fn unknown(column: usize, word: &str) -> rusqlite::Error {
    let error = format!("unknown word {word:?}");
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
}

/// A fingerprint as 20 bytes, so that one index finds it.
pub(crate) fn fingerprint_bytes(fingerprint: &Fingerprint) -> [u8; 20] {
    let mut bytes = [0; 20];
    let (key, mac) = bytes.split_at_mut(4);
    key.copy_from_slice(&fingerprint.key.to_be_bytes());
    mac.copy_from_slice(&fingerprint.mac);
    bytes
}

pub(crate) fn fingerprint_from(bytes: [u8; 20]) -> Fingerprint {
    let mut key = [0; 4];
    let mut mac = [0; 16];
    key.copy_from_slice(&bytes[..4]);
    mac.copy_from_slice(&bytes[4..]);
    Fingerprint {
        key: u32::from_be_bytes(key),
        mac,
    }
}

/// The parts of an item that have no column of their own.
pub(crate) fn item_body(item: &Item) -> rusqlite::Result<String> {
    let body = Item {
        root: sporhund_model::RootName::default(),
        path: RelPath::default(),
        ..item.clone()
    };
    json(serde_json::to_string(&body))
}

/// Replaces all rows of an item.
pub(crate) fn replace(
    connection: &Connection,
    item: i64,
    scan: &ItemScan,
    keep_values: bool,
) -> rusqlite::Result<()> {
    for table in ["coverage", "finding", "mention", "document"] {
        let sql = format!("DELETE FROM {table} WHERE item = ?1");
        connection.prepare_cached(&sql)?.execute([item])?;
    }
    for (number, coverage) in scan.coverage.iter().enumerate() {
        insert_coverage(connection, item, number, coverage)?;
    }
    for (number, finding) in scan.findings.iter().enumerate() {
        insert_finding(connection, item, number, finding, keep_values)?;
    }
    for (number, mention) in scan.mentions.iter().enumerate() {
        insert_mention(connection, item, number, mention)?;
    }
    insert_document(connection, item, scan)
}

/// Removes an item with all that belongs to it.
pub(crate) fn delete(connection: &Connection, item: i64) -> rusqlite::Result<()> {
    for table in [
        "coverage", "finding", "mention", "document", "verdict", "change",
    ] {
        let sql = format!("DELETE FROM {table} WHERE item = ?1");
        connection.prepare_cached(&sql)?.execute([item])?;
    }
    crate::verdicts::forget_item(connection, item)?;
    let mut statement = connection.prepare_cached("DELETE FROM item WHERE id = ?1")?;
    statement.execute([item]).map(drop)
}

fn insert_coverage(
    connection: &Connection,
    item: i64,
    number: usize,
    coverage: &Coverage,
) -> rusqlite::Result<()> {
    let body = json(serde_json::to_string(coverage))?;
    connection
        .prepare_cached("INSERT INTO coverage VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            item,
            number as i64,
            coverage.outcome.as_str(),
            body
        ])?;
    Ok(())
}

fn insert_finding(
    connection: &Connection,
    item: i64,
    number: usize,
    finding: &Finding,
    keep_values: bool,
) -> rusqlite::Result<()> {
    let body = if finding.value.is_some() && !keep_values {
        let masked = Finding {
            value: None,
            ..finding.clone()
        };
        json(serde_json::to_string(&masked))?
    } else {
        json(serde_json::to_string(finding))?
    };
    connection
        .prepare_cached("INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![
            item,
            number as i64,
            finding.rule.as_str(),
            finding.category.as_str(),
            finding.confidence.thousandths(),
            finding.fingerprint.as_ref().map(fingerprint_bytes),
            body
        ])?;
    Ok(())
}

fn insert_mention(
    connection: &Connection,
    item: i64,
    number: usize,
    mention: &Mention,
) -> rusqlite::Result<()> {
    let member = (!mention.member.is_item())
        .then(|| json(serde_json::to_string(&mention.member)))
        .transpose()?;
    connection
        .prepare_cached("INSERT INTO mention VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?
        .execute(params![
            item,
            number as i64,
            fingerprint_bytes(&mention.fingerprint),
            mention.identity.as_str(),
            mention.rule.as_str(),
            int(mention.count),
            mention.confidence.thousandths(),
            member,
            json(serde_json::to_string(&mention.first))?,
            json(serde_json::to_string(&mention.facts))?
        ])?;
    Ok(())
}

fn insert_document(connection: &Connection, item: i64, scan: &ItemScan) -> rusqlite::Result<()> {
    let assessment = &scan.assessment;
    connection
        .prepare_cached("INSERT INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![
            item,
            assessment.kind.as_str(),
            assessment.level.as_str(),
            int(assessment.persons.count),
            assessment.risk.score,
            json(serde_json::to_string(&scan.signals))?,
            json(serde_json::to_string(assessment))?
        ])?;
    Ok(())
}

/// Reads a row of (fingerprint, identity, rule, count, confidence, member, first, facts).
pub(crate) fn mention_from(row: &Row<'_>) -> rusqlite::Result<Mention> {
    let identity: String = row.get(1)?;
    let rule: String = row.get(2)?;
    let member: Option<String> = row.get(5)?;
    let first: String = row.get(6)?;
    let facts: String = row.get(7)?;
    Ok(Mention {
        fingerprint: fingerprint_from(row.get(0)?),
        identity: IdentityKind::find(&identity).ok_or_else(|| unknown(1, &identity))?,
        rule: RuleId::parse(&rule).ok_or_else(|| unknown(2, &rule))?,
        count: count(row.get(3)?),
        confidence: Confidence::from_thousandths(row.get(4)?),
        member: match member {
            Some(member) => parsed(5, serde_json::from_str(&member))?,
            None => sporhund_model::MemberPath::default(),
        },
        first: parsed(6, serde_json::from_str(&first))?,
        facts: parsed(7, serde_json::from_str(&facts))?,
    })
}
