//! Sensitive matters of persons, and the same words with nobody near.

use super::{Person, day_back, label, person};
use crate::DemoError;
use crate::document::{Document, Table};
use crate::number::Form;
use crate::share::Share;
use crate::words::{self, Language};

/// A category and a sentence about `{p}`.
type Matter = (&'static str, &'static str);

const SWEDISH: [Matter; 11] = [
    ("health", "{p} är sjukskriven till och med den sista maj."),
    ("health", "{p} är diagnosticerad med schizofreni."),
    (
        "health",
        "Läkarutlåtande har kommit in för {p} och diagnosen är bipolär sjukdom.",
    ),
    (
        "union",
        "{p} är medlem i Kommunal och har betalat fackavgift.",
    ),
    (
        "religion",
        "{p} är muslim och önskar ledighet för religiös högtid.",
    ),
    ("political", "{p} är medlem i Socialdemokraterna."),
    ("crime", "{p} är dömd för misshandel."),
    ("crime", "{p} är misstänkt för brott och häktad."),
    ("ethnic_origin", "{p} har romsk bakgrund."),
    ("sexual", "{p} har könsdysfori."),
    ("protected_identity", "{p} har skyddad folkbokföring."),
];
const DANISH: [Matter; 9] = [
    ("health", "{p} er sygemeldt til og med udgangen af maj."),
    ("health", "{p} er diagnosticeret med skizofreni."),
    (
        "health",
        "Lægeattest er modtaget for {p}, og diagnosen er bipolar lidelse.",
    ),
    ("union", "{p} er medlem af FOA."),
    (
        "religion",
        "{p} er muslim og fritaget for kristendomskundskab.",
    ),
    ("political", "{p} er medlem af Venstre."),
    ("crime", "{p} er dømt for vold."),
    ("sexual", "{p} har fået juridisk kønsskifte."),
    ("protected_identity", "{p} er navne- og adressebeskyttet."),
];
const FORMATS: [&str; 5] = ["docx", "txt", "pdf", "html", "md"];

const SWEDISH_POLICY: [&str; 5] = [
    "Känsliga uppgifter är ras, etniskt ursprung, politiska åsikter, religiös övertygelse, medlemskap i fackförening, hälsa, sexualliv, genetiska och biometriska uppgifter.",
    "Den som är sjukskriven lämnar läkarintyg till sin chef. Diagnos behöver inte anges.",
    "Uppgifter om lagöverträdelser behandlas bara med stöd av lag. Skyddad identitet hanteras enligt rutinen.",
    "Fackliga förtroendemän har rätt till ledighet. Missbruk och rehabilitering regleras i särskild ordning.",
    "Rutinen gäller alla förvaltningar och ses över vartannat år.",
];
const DANISH_POLICY: [&str; 5] = [
    "Følsomme oplysninger er race, etnisk oprindelse, politisk overbevisning, religiøs overbevisning, fagforeningsmæssigt tilhørsforhold, helbred, seksuelle forhold, genetiske og biometriske data.",
    "Den, der er sygemeldt, afleverer en mulighedserklæring. Diagnose skal ikke oplyses.",
    "Oplysninger om strafbare forhold behandles kun med hjemmel. Navne- og adressebeskyttelse håndteres efter vejledningen.",
    "Tillidsrepræsentanter har ret til frihed. Misbrug og genoptræning er reguleret særskilt.",
    "Vejledningen gælder alle forvaltninger og revideres hvert andet år.",
];

pub(super) fn write(share: &mut Share) -> Result<(), DemoError> {
    write_matters(share, "HR/Samtal", &SWEDISH, Language::Swedish)?;
    write_matters(share, "Jobcenter/Samtaler", &DANISH, Language::Danish)?;
    write_column(share, "VON/Listor", Language::Swedish)?;
    write_column(share, "Jobcenter/Lister", Language::Danish)?;
    write_policies(share, "KS/Styrdokument", &SWEDISH_POLICY, Language::Swedish)?;
    write_policies(
        share,
        "Borgerservice/Vejledninger",
        &DANISH_POLICY,
        Language::Danish,
    )
}

fn write_matters(
    share: &mut Share,
    folder: &str,
    matters: &[Matter],
    language: Language,
) -> Result<(), DemoError> {
    for (turn, (category, sentence)) in matters.iter().enumerate() {
        let years = share.random.between(1, 9) as i16;
        let mut document = Document::new("Samtal", day_back(share, years));
        document.say(words::filler(&mut share.random, language));
        let person = sensitive_person(share, language);
        let number = document.number(&person.number, Form::Hyphen, "body");
        let who = format!("{}, {} {number},", person.name, label(language));
        document.say(sentence.replace("{p}", &who));
        document.sensitive.push(category);
        let format = FORMATS.get(turn % FORMATS.len()).unwrap_or(&"txt");
        let path = format!("{folder}/samtal {:02}.{format}", turn + 1);
        share.put(&path, &document)?;
    }
    Ok(())
}

/// Somebody who may be alive: sensitive data of the dead is not what the law is about.
fn sensitive_person(share: &mut Share, language: Language) -> Person {
    let mut person = person(share, language);
    if language == Language::Danish {
        person.number = crate::number::cpr(&mut share.random);
    }
    person
}

/// A column headed "Diagnos".
fn write_column(share: &mut Share, folder: &str, language: Language) -> Result<(), DemoError> {
    let heading = match language {
        Language::Swedish => "Diagnos",
        Language::Danish => "Diagnose",
    };
    for format in ["xlsx", "csv", "docx"] {
        let mut document = Document::new("Lista", day_back(share, 3));
        let mut table = Table::new(&[label(language), heading]);
        for _ in 0..6 {
            let person = sensitive_person(share, language);
            let number = document.number(&person.number, Form::Hyphen, "column");
            let matter = share.random.pick(&["ADHD", "Astma", "Epilepsi"]);
            table.rows.push(vec![number, matter.to_owned()]);
        }
        document.table = Some(table);
        document.sensitive.push("health");
        share.put(&format!("{folder}/lista {format}.{format}"), &document)?;
    }
    Ok(())
}

/// Documents that speak about all of it, and about nobody.
fn write_policies(
    share: &mut Share,
    folder: &str,
    sentences: &[&str],
    language: Language,
) -> Result<(), DemoError> {
    for format in FORMATS {
        let title = match language {
            Language::Swedish => "Riktlinje för personuppgifter",
            Language::Danish => "Retningslinje for persondata",
        };
        let mut document = Document::new(title, day_back(share, 2));
        for text in sentences {
            document.say(*text);
        }
        let path = format!("{folder}/{title} {format}.{format}");
        share.put(&path, &document)?;
    }
    Ok(())
}
