//! Mail addresses: the part of RFC 5321 and RFC 5322 that people and systems really write.
//!
//! Left out on purpose: quoted local parts, comments, address literals (`[192.0.2.1]`). Letters of any script are taken
//! (RFC 6531, IDN), since addresses such as `åsa@malmö.se` are written.

use sporhund_detector::{Candidate, CheckContext, Checked, Validator};
use sporhund_model::IdentityKind;

/// RFC 5321, 4.5.3.1.1.
const MAX_LOCAL: usize = 64;
/// RFC 5321, 4.5.3.1.3: a path has 256 bytes with its angle brackets.
const MAX_ADDRESS: usize = 254;
/// RFC 1035, 2.3.4.
const MAX_LABEL: usize = 63;

/// Endings of file names that are no top-level domain: `logo@2x.png` is a picture for sharp screens.
const FILE_ENDINGS: [&str; 20] = [
    "avif", "bmp", "css", "docx", "gif", "htm", "html", "ico", "jpeg", "jpg", "js", "json", "pdf",
    "png", "svg", "tif", "tiff", "webp", "xlsx", "xml",
];

/// Endings that lead nowhere outside the house (RFC 6761, RFC 6762, and what directories use): a login name as a rule.
const INTERNAL_ENDINGS: [&str; 6] = ["corp", "internal", "intra", "lan", "local", "localdomain"];

/// Mailboxes that many people, or none, read.
const FUNCTIONS: [&str; 31] = [
    "abuse",
    "admin",
    "arkiv",
    "borgerservice",
    "databeskyttelse",
    "dataskydd",
    "dataskyddsombud",
    "do-not-reply",
    "donotreply",
    "dpo",
    "helpdesk",
    "hr",
    "info",
    "kansli",
    "kommun",
    "kommunen",
    "kontakt",
    "kundtjanst",
    "mail",
    "medborgarservice",
    "no-reply",
    "noreply",
    "office",
    "post",
    "postmaster",
    "raadhus",
    "reception",
    "registrator",
    "servicedesk",
    "support",
    "webmaster",
];

/// `email`: a local part, `@`, and a domain of two labels or more.
#[derive(Clone, Copy, Debug, Default)]
pub struct Email;

impl Validator for Email {
    fn name(&self) -> &'static str {
        "email"
    }

    fn check(&self, candidate: &Candidate<'_>, _: &CheckContext) -> Option<Checked> {
        let raw = candidate.raw;
        let (local, domain) = raw.split_once('@')?;
        let is_real = raw.len() <= MAX_ADDRESS && is_local_part(local) && is_domain(domain);
        is_real.then(|| accept(local, domain))
    }
}

fn accept(local: &str, domain: &str) -> Checked {
    let (local, domain) = (local.to_lowercase(), domain.to_lowercase());
    let (weight, reason) = weight_of(&local, &domain);
    let (normal, masked) = (format!("{local}@{domain}"), masked(&local, &domain));
    Checked::new(IdentityKind::Email, normal, masked).because(reason, weight)
}

/// How much the address tells of a person; both parts in lower case.
fn weight_of(local: &str, domain: &str) -> (i16, &'static str) {
    if is_machine_made(local) {
        (-500, "reason-machine-made-address")
    } else if FUNCTIONS.contains(&local) {
        (-200, "reason-function-address")
    } else if domain
        .rsplit('.')
        .next()
        .is_some_and(|last| INTERNAL_ENDINGS.contains(&last))
    {
        (-100, "reason-internal-domain")
    } else {
        (0, "reason-address-form")
    }
}

fn is_local_part(local: &str) -> bool {
    let is_atext = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.len() <= MAX_LOCAL
        && local
            .split('.')
            .all(|atom| !atom.is_empty() && atom.chars().all(is_atext))
}

fn is_domain(domain: &str) -> bool {
    let Some((rest, last)) = domain.rsplit_once('.') else {
        return false;
    };
    rest.split('.').all(is_label) && is_top_level(last)
}

fn is_label(label: &str) -> bool {
    let fits = !label.is_empty() && label.len() <= MAX_LABEL;
    let has_free_edges = !label.starts_with('-') && !label.ends_with('-');
    fits && has_free_edges && label.chars().all(|c| c.is_alphanumeric() || c == '-')
}

fn is_top_level(label: &str) -> bool {
    let is_word = label.chars().count() >= 2 && label.chars().all(char::is_alphabetic);
    let is_encoded = label.len() > 4
        && label
            .get(..4)
            .is_some_and(|x| x.eq_ignore_ascii_case("xn--"));
    let is_file = FILE_ENDINGS
        .iter()
        .any(|ending| label.eq_ignore_ascii_case(ending));
    is_label(label) && (is_word || is_encoded) && !is_file
}

/// Message ids and tracking addresses: long, and made of hexadecimal digits or mostly of digits.
fn is_machine_made(local: &str) -> bool {
    let count = |is: fn(&u8) -> bool| local.bytes().filter(is).count();
    let digits = count(u8::is_ascii_digit);
    let hexadecimal = count(u8::is_ascii_hexdigit);
    let punctuation = count(u8::is_ascii_punctuation);
    let length = local.len() - punctuation;
    let is_hexadecimal = length >= 16 && hexadecimal == length && digits >= 4;
    is_hexadecimal || (length >= 20 && digits * 2 >= length)
}

/// The first letter and the domain; nothing of a local part that is no longer than two, and no domain with a number in it.
fn masked(local: &str, domain: &str) -> String {
    let mut masked = String::new();
    let first = local.chars().next().filter(|c| c.is_alphabetic());
    masked.extend(first.filter(|_| local.chars().count() > 2));
    masked.push_str("***@");
    let has_number = domain.bytes().filter(u8::is_ascii_digit).count() >= 6;
    masked.push_str(if has_number { "***" } else { domain });
    masked
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check_text(raw: &str) -> Option<Checked> {
        let candidate = Candidate {
            raw,
            ..Candidate::default()
        };
        let today = CheckContext {
            year: 2026,
            month: 11,
            day: 24,
        };
        Email.check(&candidate, &today)
    }

    #[test]
    fn takes_addresses_as_people_write_them() {
        for (raw, normal, masked) in [
            ("anna@example.org", "anna@example.org", "a***@example.org"),
            (
                "Anna.Berg@Example.SE",
                "anna.berg@example.se",
                "a***@example.se",
            ),
            (
                "a.b+tag@mail.example.org",
                "a.b+tag@mail.example.org",
                "a***@mail.example.org",
            ),
            (
                "o'neil_x@example.com",
                "o'neil_x@example.com",
                "o***@example.com",
            ),
            ("åsa@exämple.se", "åsa@exämple.se", "å***@exämple.se"),
            (
                "per@xn--exmple-cua.se",
                "per@xn--exmple-cua.se",
                "p***@xn--exmple-cua.se",
            ),
            ("a@example.org", "a@example.org", "***@example.org"),
            (
                "19811218@example.org",
                "19811218@example.org",
                "***@example.org",
            ),
        ] {
            let checked = check_text(raw).expect(raw);
            assert_eq!(checked.normal, normal);
            assert_eq!(checked.masked, masked);
        }
    }

    #[test]
    fn rejects_what_is_no_address() {
        for raw in [
            "logo@2x.png",
            "icon@3x.JPG",
            "user@localhost",
            "anna@@example.org",
            "anna@example@org.se",
            "anna..berg@example.org",
            ".anna@example.org",
            "anna.@example.org",
            "anna@example..org",
            "anna@-example.org",
            "anna@example-.org",
            "anna@example.o",
            "anna@example.123",
            "anna@192.0.2.1",
            "anna@.org",
            "@example.org",
            "anna@",
            "anna berg@example.org",
            "",
        ] {
            assert!(check_text(raw).is_none(), "{raw}");
        }
    }

    #[test]
    fn keeps_the_lengths_of_the_standards() {
        let local = "a".repeat(64);
        let label = "b".repeat(63);
        assert!(check_text(&format!("{local}@example.org")).is_some());
        assert!(check_text(&format!("{local}a@example.org")).is_none());
        assert!(check_text(&format!("a@{label}.org")).is_some());
        assert!(check_text(&format!("a@{label}b.org")).is_none());
        assert!(check_text(&format!("a@{label}.{label}.{label}.{label}.org")).is_none());
    }

    #[test]
    fn trusts_machine_made_and_function_addresses_less() {
        let weight = |raw| check_text(raw).expect(raw).weight;
        assert!(weight("5f1e8a90c3b24d7e9a10@example.org") <= -400);
        assert!(weight("20240117093215.12345678@mail.example.org") <= -400);
        assert!(weight("info@example.org") < 0);
        assert!(weight("anna.berg@kommun.local") < 0);
        assert_eq!(weight("anna.berg@example.org"), 0);
        assert_eq!(weight("abba.fadde@example.org"), 0);
    }

    proptest! {
        #[test]
        fn takes_every_plain_address(local in "[a-z]{1,20}", domain in "[a-z]{1,20}\\.(se|dk|org)") {
            let checked = check_text(&format!("{local}@{domain}")).expect("plain");
            let hides = checked.masked.split('@').next().is_some_and(|mask| mask.len() <= 4);
            prop_assert!(hides);
        }

        #[test]
        fn never_panics(raw in ".{0,40}") {
            let _ = check_text(&raw);
            let _ = check_text(&format!("{raw}@{raw}.se"));
        }
    }
}
