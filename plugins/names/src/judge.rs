//! How sure it is that a row of words names a person.

use crate::endings::Endings;
use crate::lexicon::{Class, class_of};
use crate::sequence::{Row, Token};
use sporhund_detector::{Page, RawHit};

/// Weights, relative to a rule that is sure by a half.
const SURE: i16 = 400;
const LIKELY: i16 = 300;
const FAIR: i16 = 200;
const ALONE: i16 = 100;
const HARDLY: i16 = -80;
/// What only a label or the heading of a column can lift.
const BY_LABEL: i16 = -220;

/// Endings of Nordic surnames that nothing else has.
static PATRONYMIC: Endings<4> = Endings::new(["sson", "dotter", "dóttir", "datter"]);
/// Endings that surnames share with places: they count behind a first name.
static SURNAME: Endings<34> = Endings::new([
    "ström", "strøm", "qvist", "kvist", "quist", "gren", "berg", "lund", "holm", "dahl", "dal",
    "stedt", "sted", "feldt", "löf", "löv", "vall", "wall", "gaard", "bjerg", "toft", "kjær",
    "bæk", "elius", "enius", "ović", "ovic", "oglu", "skov", "borg", "mark", "strand", "son",
    "sen",
]);
/// Endings of words that name a building, a street or an organisation.
static INSTITUTION: Endings<36> = Endings::new([
    "akademin",
    "akademien",
    "skolan",
    "skola",
    "gården",
    "hemmet",
    "kyrkan",
    "gatan",
    "vägen",
    "huset",
    "parken",
    "bolaget",
    "förbundet",
    "partiet",
    "stiftelsen",
    "förvaltningen",
    "nämnden",
    "verket",
    "sjukhuset",
    "kliniken",
    "biblioteket",
    "gymnasiet",
    "skolen",
    "gade",
    "gaden",
    "vej",
    "vejen",
    "kirke",
    "kirken",
    "skole",
    "hospital",
    "styrelsen",
    "centret",
    "plads",
    "torget",
    "rådet",
]);
/// Endings of small words behind a name that make it the name of a place.
static PLACES_BEHIND: Endings<28> = Endings::new([
    "syndrom",
    "gata",
    "gatan",
    "väg",
    "vägen",
    "gränd",
    "plats",
    "torg",
    "park",
    "skola",
    "gymnasium",
    "stiftelse",
    "fond",
    "kyrka",
    "sjukhus",
    "museum",
    "kommun",
    "län",
    "församling",
    "universitet",
    "högskola",
    "vej",
    "gade",
    "plads",
    "kirke",
    "skole",
    "hospital",
    "kommune",
]);
/// No compound that ends in one of [`TITLES`] is shorter.
const SHORTEST_TITLE: usize = 6;
/// Endings of small words that are titles or roles.
static TITLES: Endings<26> = Endings::new([
    "chef",
    "chefen",
    "minister",
    "ministern",
    "ministeren",
    "mester",
    "mesteren",
    "mästare",
    "mästaren",
    "direktør",
    "direktøren",
    "direktör",
    "direktören",
    "ledare",
    "ledaren",
    "leder",
    "lederen",
    "sköterska",
    "sköterskan",
    "lärare",
    "läraren",
    "lærer",
    "læreren",
    "ordförande",
    "sekreterare",
    "sekreteraren",
]);
/// The longest row of headings, in bytes.
const HEADINGS: usize = 200;

/// What the words before and behind a row say.
struct Around {
    /// A title, a role or a relation stands right before it.
    titled: bool,
    /// A word of speech stands right before or behind it.
    speaks: bool,
    /// A verb that persons stand before follows.
    acts: bool,
    /// It begins a sentence, so its capital says nothing.
    begins: bool,
    /// A label or an edge of a cell stands before it.
    field: bool,
    /// The edge is that of a label.
    colon: bool,
    /// It begins a line.
    line: bool,
    /// The closing of a letter stands before it.
    closes: bool,
}

/// The hit of a row, when it may name a person.
pub(crate) fn judge(page: &Page<'_>, row: &Row) -> Option<RawHit> {
    let (start, end) = (row.tokens().first()?.start, row.tokens().last()?.end);
    if let &[alone] = row.tokens()
        && is_no_name(page, &alone)
    {
        return None;
    }
    let mut around = look_around(page.text, (start, end), page.delimiter);
    let tokens = trim(page.text, row.tokens(), &mut around);
    let (first, last) = (tokens.first()?, tokens.last()?);
    if names_institution(page.text, tokens, last.end) {
        return None;
    }
    if let Some(end) = name_behind_comma(page, tokens, last.end, &around) {
        return Some(hit(first.start, end, FAIR, "reason-surname-first"));
    }
    let (weight, reason) = weight(page.text, tokens, &around)?;
    let shout = tokens.iter().all(|token| token.is_upper);
    if shout && weight < LIKELY && !around.field {
        return None;
    }
    Some(hit(first.start, name_end(page.text, last), weight, reason))
}

/// Whether a word alone is no name whatever stands around it: most words with a capital begin a sentence.
fn is_no_name(page: &Page<'_>, alone: &Token) -> bool {
    if alone.class.is_unknown() {
        return alone.is_upper || alone.is_initial || ends_sentence(page, alone.start);
    }
    leads(page.text, alone)
}

/// Whether a title, an ordinary word or a place stands before a name rather than in it.
fn leads(text: &str, token: &Token) -> bool {
    let is_title = token.class.is(Class::TITLE);
    // `I. Holm`, but not `I Holm`.
    let is_initial = token.is_initial && text.as_bytes().get(token.end as usize) == Some(&b'.');
    let other = Class::ORDINARY.and(Class::PLACE).and(Class::CLOSING);
    let is_lead = is_title || token.class.is(other) && !is_initial;
    let is_name = token.class.is(Class::FIRST.and(Class::LAST));
    is_lead && (is_title || !is_name || token.class.is(Class::ORDINARY))
}

/// Whether a sentence or a line ends right before a word that is no field of a table.
fn ends_sentence(page: &Page<'_>, start: u32) -> bool {
    let text = page.text.as_bytes();
    let byte = |back: u32| start.checked_sub(back).and_then(|at| text.get(at as usize));
    match (byte(1), byte(2)) {
        (None | Some(b'\n'), _) => page.delimiter.is_none(),
        (Some(b' '), before) => matches!(before, Some(b'.' | b'!' | b'?' | b'-' | b' ' | b'\n')),
        _ => false,
    }
}

fn hit(start: u32, end: u32, weight: i16, reason: &'static str) -> RawHit {
    RawHit {
        start,
        end,
        weight,
        reason,
    }
}

/// The end of a name without the `s` that says whose something is.
fn name_end(text: &str, last: &Token) -> u32 {
    let word = text.get(last.start as usize..last.end as usize);
    let is_short = last.is_genitive && word.is_some_and(|word| word.ends_with('s'));
    last.end - u32::from(is_short)
}

/// Takes titles and ordinary words off the front, and what is no name off the end.
fn trim<'a>(text: &str, tokens: &'a [Token], around: &mut Around) -> &'a [Token] {
    let mut from = 0;
    while let Some(token) = tokens.get(from).filter(|token| leads(text, token)) {
        around.titled = token.class.is(Class::TITLE);
        around.closes = token.class.is(Class::CLOSING);
        around.begins = false;
        around.field = false;
        around.line = false;
        from += 1;
    }
    from += unknown_lead(tokens.get(from..).unwrap_or_default(), around);
    let mut to = tokens.len();
    while to > from && tokens.get(to - 1).is_some_and(is_tail) {
        to -= 1;
    }
    tokens.get(from..to).unwrap_or_default()
}

/// An unknown word that begins a sentence before a first name is a title or a people: `Hovrättsrådet Fredrik Holm`.
fn unknown_lead(tokens: &[Token], around: &mut Around) -> usize {
    let is_lead = match tokens {
        [lead, first, ..] => {
            around.begins
                && !around.field
                && lead.class.is_unknown()
                && !lead.is_initial
                && first.class.is(Class::FIRST)
                && !first.class.is(Class::DOUBTFUL)
                && (!first.class.is(Class::LAST) || tokens.len() > 2)
        }
        _ => false,
    };
    if is_lead {
        around.begins = false;
    }
    usize::from(is_lead)
}

/// An ordinary word, a title or a place behind a name: `Anna Berg Handläggare`, `Lars Holm Falun`.
fn is_tail(token: &Token) -> bool {
    let other = Class::ORDINARY.and(Class::TITLE).and(Class::PLACE);
    token.is_initial || token.class.is(other) && !token.class.is(Class::FIRST.and(Class::LAST))
}

/// A title, or a compound that ends in one.
fn is_title(word: &str) -> bool {
    class_of(word.as_bytes()).is(Class::TITLE)
        || word.len() > SHORTEST_TITLE && TITLES.end_longer(word)
}

/// A word that a speaker stands beside.
fn is_speech(word: &str) -> bool {
    class_of(word.as_bytes()).is(Class::SPEECH)
}

/// The word behind a space.
fn word_behind(text: &str, end: u32) -> &str {
    let behind = text.get(end as usize..).unwrap_or_default();
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let length = next
        .bytes()
        .take_while(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
        .count();
    next.get(..length).unwrap_or_default()
}

/// What stands around a row.
fn look_around(text: &str, (start, end): (u32, u32), delimiter: Option<u8>) -> Around {
    let before = text.get(..start as usize).unwrap_or_default();
    let head = before.trim_end_matches([' ', '\u{a0}', '"', '”', '(', '*']);
    let edge = head.bytes().next_back();
    let word_start = head
        .as_bytes()
        .iter()
        .rev()
        .take(24)
        .take_while(|byte| byte.is_ascii_alphabetic() || **byte >= 0x80)
        .count();
    let word = head.get(head.len() - word_start..).unwrap_or_default();
    let line = matches!(edge, None | Some(b'\n'));
    let field = matches!(edge, Some(b'\t' | b':')) || edge == delimiter && edge.is_some();
    let behind = class_of(word_behind(text, end).as_bytes());
    Around {
        titled: !word.is_empty() && is_title(word) || is_care_of(head),
        acts: behind.is(Class::VERB),
        speaks: is_speech(word) || behind.is(Class::SPEECH),
        begins: line || field || matches!(edge, Some(b'.' | b'!' | b'?' | b'-')),
        field,
        colon: edge == Some(b':'),
        line,
        closes: closes(head),
    }
}

/// Whether the name is that of somebody who takes in another's letters: `c/o Kowalczyk`.
fn is_care_of(head: &str) -> bool {
    let from = head.len().saturating_sub(3);
    let is_one = |tail: &str| tail.eq_ignore_ascii_case("c/o");
    head.get(from..).is_some_and(is_one)
}

/// Whether what stands before a name ends in the closing of a letter: `Mvh`, `Venlig hilsen`.
fn closes(head: &str) -> bool {
    let last = head.trim_end_matches(['\n', '\r', ',', ' ']);
    let word = last.rsplit([' ', '\n']).next().unwrap_or_default();
    class_of(word.as_bytes()).is(Class::CLOSING)
}

/// Whether a row is the name of a street, a building, a company.
fn names_institution(text: &str, tokens: &[Token], end: u32) -> bool {
    let is_one = |token: &Token| {
        let word = text.get(token.start as usize..token.end as usize);
        let word = word.unwrap_or_default();
        let is_organisation = token.class.is(Class::ORGANISATION) && !token.class.is(Class::LAST);
        is_organisation || INSTITUTION.end_longer(word)
    };
    let behind = text.get(end as usize..).unwrap_or_default();
    let next = word_behind(text, end);
    tokens.iter().any(is_one)
        || PLACES_BEHIND.end(next)
        || behind.starts_with("-skol")
        || behind.starts_with(" & Co")
        || behind.starts_with(" & S")
        || behind.starts_with(" A/S")
        || behind.starts_with("/S")
}

/// `Andersson, Karin`: the end of the first name behind the comma.
fn name_behind_comma(page: &Page<'_>, tokens: &[Token], end: u32, around: &Around) -> Option<u32> {
    let &[surname] = tokens else { return None };
    if !surname.class.is(Class::LAST) && !has_ending(page.text, &surname, &PATRONYMIC) {
        return None;
    }
    let start = end + 2;
    let next = page.capitals.partition_point(|word| word.start < start);
    let first = page.capitals.get(next).filter(|word| word.start == start)?;
    let text = page.text.as_bytes();
    let class = class_of(text.get(first.start as usize..first.end as usize)?);
    let is_name = text.get(end as usize..start as usize)? == b", "
        && class.is(Class::FIRST)
        && !class.is(Class::DOUBTFUL.and(Class::LAST));
    // A list of names goes on with a surname behind the first name.
    let second = page.capitals.get(next + 1);
    let goes_on = second.is_some_and(|word| word.start == first.end + 1);
    let fits = is_name && (!goes_on || around.field || around.line);
    fits.then_some(first.end)
}

fn has_ending<const N: usize>(text: &str, token: &Token, endings: &Endings<N>) -> bool {
    let word = text.get(token.start as usize..token.end as usize);
    let word = word.unwrap_or_default();
    let word = if token.is_genitive {
        word.strip_suffix('s').unwrap_or(word)
    } else {
        word
    };
    endings.end_name(word)
}

/// Whether a word is a surname in whatever case.
pub(crate) fn is_lower_surname(word: &str) -> bool {
    let class = class_of(word.as_bytes());
    let ends = PATRONYMIC.end_name(word) || SURNAME.end_name(word);
    let is_other = class.is(Class::ORDINARY.and(Class::PLACE).and(Class::TITLE));
    class.is(Class::LAST) && !class.is(Class::DOUBTFUL) || ends && word.len() > 5 && !is_other
}

/// How much the words of a row say.
fn weight(text: &str, tokens: &[Token], around: &Around) -> Option<(i16, &'static str)> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    if tokens.len() == 1 {
        return alone(text, first, around);
    }
    let is_first = first.class.is(Class::FIRST);
    let is_last = is_surname(text, last);
    let is_doubtful = first.class.is(Class::DOUBTFUL) && around.begins;
    let initials = first.is_initial;
    let is_turned = first.class.is(Class::LAST)
        && last.class.is(Class::FIRST)
        && !last.class.is(Class::LAST.and(Class::DOUBTFUL));
    if is_turned && !is_first {
        return around.begins.then_some((FAIR, "reason-surname-first"));
    }
    Some(match (is_first, is_last) {
        (true, true) if is_doubtful && last.class.is(Class::DOUBTFUL) => {
            (ALONE, "reason-full-name")
        }
        (true, true) => (SURE, "reason-full-name"),
        (true, false) if is_doubtful => (ALONE, "reason-first-name"),
        (true, false) if last.class.is(Class::FIRST) => (FAIR, "reason-full-name"),
        (true, false) => (LIKELY, "reason-first-name"),
        (false, true) if initials => (FAIR, "reason-surname"),
        (false, false) if is_foreign_name(text, tokens, around) => (ALONE, "reason-capitals"),
        (false, true) if around.titled => (LIKELY, "reason-title"),
        (false, true) if last.class.is(Class::DOUBTFUL) => (BY_LABEL, "reason-surname"),
        (false, true) if around.begins && !around.field && !around.acts => {
            (HARDLY, "reason-surname")
        }
        (false, true) if around.acts => (ALONE, "reason-surname"),
        (false, true) => (FAIR, "reason-surname"),
        (false, false) if around.titled => (ALONE, "reason-title"),
        (false, false) if around.speaks && !around.begins => (ALONE, "reason-speech"),
        (false, false) if tokens.len() <= 4 && (around.field || around.line) => {
            (BY_LABEL, "reason-capitals")
        }
        (false, false) => return None,
    })
}

/// Two or three unknown words with capitals that do what persons do, or close a letter: `Sirwa Hamid`, `Fróði Djurhuus har`.
fn is_foreign_name(text: &str, tokens: &[Token], around: &Around) -> bool {
    let is_word = |token: &Token| {
        let word = text.get(token.start as usize..token.end as usize);
        let plain = token
            .class
            .without(Class::DOUBTFUL.and(Class::LAST).and(Class::FIRST));
        plain.is_unknown() && !token.is_upper && !token.is_initial && word.is_some_and(is_long)
    };
    let fits = (2..=3).contains(&tokens.len()) && tokens.iter().all(is_word);
    let end = tokens.last().map_or(0, |last| last.end);
    fits && (around.closes || around.acts && !is_modal(word_behind(text, end)))
}

/// A verb that offices stand before as well.
fn is_modal(verb: &str) -> bool {
    matches!(
        verb,
        "kan" | "skal" | "ska" | "skall" | "får" | "fik" | "fick" | "var" | "blev"
    )
}

/// Whether a word is neither too short nor too long for a name, and no adjective or genitive of an office.
fn is_long(word: &str) -> bool {
    let is_office = ["iske", "ale", "nes", "ets", "ens", "ske", "ska", "lig"];
    (4..=13).contains(&word.len()) && !is_office.iter().any(|ending| word.ends_with(ending))
}

/// One word alone.
fn alone(text: &str, token: &Token, around: &Around) -> Option<(i16, &'static str)> {
    let class = token.class;
    let is_doubtful = class.is(Class::DOUBTFUL.and(Class::PLACE).and(Class::ORDINARY));
    if class.is(Class::FIRST) && !is_doubtful {
        return Some((ALONE, "reason-first-name"));
    }
    if around.titled && !token.is_initial && !class.is(Class::ORGANISATION) {
        return Some((ALONE, "reason-title"));
    }
    if around.speaks && !is_doubtful && !token.is_initial && !class.is(Class::ORGANISATION) {
        return Some((ALONE / 2, "reason-speech"));
    }
    let is_surname = class.is(Class::LAST) || has_ending(text, token, &PATRONYMIC);
    if is_surname && !is_doubtful && !around.begins {
        return Some((0, "reason-surname"));
    }
    let is_name =
        class.is(Class::FIRST.and(Class::LAST)) || class.without(Class::DOUBTFUL).is_unknown();
    // `Name: Connector` names a thing as often as a person; a column is judged as a whole.
    let in_table = (around.field || around.line) && !around.colon;
    let may_be = in_table && is_name && !token.is_initial;
    (may_be && !in_headings(text, token.start)).then_some((BY_LABEL, "reason-capitals"))
}

/// Whether a word stands in a row of headings: none of its cells names anybody, and the next row has as many cells.
fn in_headings(text: &str, start: u32) -> bool {
    let (before, behind) = text.split_at_checked(start as usize).unwrap_or_default();
    let begin = before.rfind('\n').map_or(0, |at| at + 1);
    let rest = behind.find('\n').unwrap_or(behind.len());
    let row = text.get(begin..before.len() + rest).unwrap_or_default();
    let next = behind.get(rest + 1..).unwrap_or_default();
    let next = next.split('\n').next().unwrap_or_default();
    let tabs = |row: &str| row.matches('\t').count();
    let names = |row: &str| {
        let mut words = row.split(|c: char| !c.is_alphanumeric());
        words.any(|word| {
            let class = class_of(word.as_bytes());
            class.is(Class::FIRST) && !class.is(Class::DOUBTFUL.and(Class::ORDINARY))
        })
    };
    let is_plain = row.len() <= HEADINGS && !row.contains(|c: char| c.is_ascii_digit());
    tabs(row) > 0 && tabs(row) == tabs(next) && is_plain && !names(row)
}

/// Whether a word ends as surnames do.
fn is_surname(text: &str, token: &Token) -> bool {
    token.class.is(Class::LAST)
        || has_ending(text, token, &SURNAME)
        || has_ending(text, token, &PATRONYMIC)
}
