//! The plans: a Swedish document management plan as a workbook and a Danish deletion plan as csv. The header stands below
//! a title and a legend, section rows fill the first cell only.

use crate::DemoError;
use crate::document::Table;
use crate::share::Share;
use crate::write::text::{Encoding, encoded};
use crate::write::xlsx::{Sheet, workbook};
use std::path::PathBuf;

const SWEDISH_HEADINGS: [&str; 7] = [
    "Klassificering",
    "Handlingstyp",
    "Bevaras/Gallras",
    "Gallringsfrist",
    "Leverans till kommunarkiv",
    "Ansvarig",
    "Anmärkning",
];

/// Code, document type, decision, time limit, delivery, remark. A row with a code only is a section.
type Row = [&'static str; 6];

#[rustfmt::skip]
const SWEDISH: [Row; 34] = [
    ["1 Leda och styra", "", "", "", "", ""],
    ["1.1.1", "Nämndprotokoll", "Bevaras", "", "5 år", ""],
    ["1.1.2", "Kallelser", "Gallras", "2 år", "", ""],
    ["1.1.3", "Delegationsbeslut", "Bevaras", "", "", "Anmäls till nämnden"],
    ["1.1.4", "Remisser för kännedom", "Gallras", "Vid inaktualitet", "", ""],
    ["1.2.1", "Avtal", "Gallras", "5 år efter avtalets slut", "", ""],
    ["1.2.2", "Upphandlingsunderlag", "Gallras", "4 år", "", ""],
    ["1.2.3", "Synpunkter", "Gallras", "Se anmärkning", "", "Enligt särskilt beslut"],
    ["2 Stödja", "", "", "", "", ""],
    ["2.1.1", "Fakturaunderlag", "Gallras", "7 år", "", ""],
    ["2.1.2", "Kassarapporter", "Gallras", "7 år efter utgången av räkenskapsåret", "", ""],
    ["2.1.3", "Debiteringsunderlag", "Gallras", "7 år", "", ""],
    ["2.2.1", "Anställningsbevis", "Bevaras", "", "", ""],
    ["2.2.2", "Semesterlistor", "Gallras", "2 år", "", ""],
    ["2.2.3", "Ansökningshandlingar", "Gallras", "2 år efter avslutad rekrytering", "", ""],
    ["2.2.4", "Tjänstgöringsscheman", "Gallras", "2 år", "", ""],
    ["2.2.5", "Arbetstidsrapporter", "Får gallras", "3 år", "", ""],
    ["3 Utbilda", "", "", "", "", ""],
    ["3.1.1", "Elevakter", "Bevaras", "", "5 år", ""],
    ["3.1.2", "Frånvaroanmälningar", "Gallras", "1 år efter läsårets slut", "", ""],
    ["3.1.3", "Klasslistor", "Gallras", "1 år", "", ""],
    ["3.1.4", "Skolskjutsansökningar", "Gallras", "1 år", "", ""],
    ["3.1.5", "Åtgärdsprogram", "Bevaras eller gallras", "", "", "Beslutet bevaras, underlag gallras 2 år"],
    ["4 Vård och omsorg", "", "", "", "", ""],
    ["4.1.1", "Personakter", "Gallras", "5 år efter sista anteckning", "", "Socialtjänstens personakter; undantag för födda dag 5, 15 och 25"],
    ["4.1.2", "Genomförandeplaner", "Gallras", "5 år efter sista anteckning", "", ""],
    ["4.1.4", "Adoptionsakter", "Bevaras", "", "", ""],
    ["5 Bygga och bo", "", "", "", "", ""],
    ["5.1.1", "Bygglovsärenden", "Bevaras", "", "5 år", ""],
    ["5.1.2", "Tillsynsärenden", "Gallras", "10 år efter avslut", "", ""],
    ["5.1.3", "Grannhöranden", "Gallras", "2 år", "", ""],
    ["6 Kultur", "", "", "", "", ""],
    ["6.1.1", "Besöksstatistik", "Gallras", "När den inte längre behövs", "", ""],
    ["6.1.2", "Utställningskataloger", "Bevaras", "", "", "Ett exemplar"],
];

const DANISH_HEADINGS: [&str; 6] = [
    "KLE-nr.",
    "EmneTitel",
    "Bevaring",
    "Slettefrist",
    "Lovgrundlag",
    "Vejledning",
];

#[rustfmt::skip]
const DANISH: [Row; 17] = [
    ["00 Kommunens styrelse", "", "", "", "", ""],
    ["00.22.04", "Referater", "B", "", "", ""],
    ["15.20.00", "Jobplaner", "K", "P1825D", "", ""],
    ["17.01.00", "Elevsager", "B", "P1825D", "", "Afleveres før sletning"],
    ["17.03.00", "Klasselister", "K", "1 år", "", ""],
    ["17.05.00", "Skolefritidsordning", "K", "P1825D", "", ""],
    ["23 Borgerservice", "", "", "", "", ""],
    ["23.05.00", "Pasansøgninger", "K", "P365D", "", ""],
    ["23.10.00", "Flytteattester", "K", "P100D", "", "Der skal tages stilling"],
    ["24.10.00", "Foreningslister", "K", "Bevares", "", ""],
    ["27.03.00", "Hjælpemiddelsager", "K", "P1825D", "", ""],
    ["32.06.04", "Boligstøttesager", "K", "P1825D", "", ""],
    ["54.01.00", "Vejledningsnotater", "K", "Slettes efter 2 år", "", ""],
    ["81 Personale", "", "", "", "", ""],
    ["81.01.00", "Stillingsansøgninger", "K", "Slettes senest 6 mdr. efter rekrutteringens afslutning", "", ""],
    ["81.03.00", "Personalesager", "K", "5 år efter endt ansættelse", "", ""],
    ["81.05.00", "Vagtplaner", "K", "Kan kasseres efter 5 år", "", ""],
];

/// Writes both plans.
pub(crate) fn write_plans(share: &mut Share) -> Result<Vec<PathBuf>, DemoError> {
    let swedish = workbook(&[swedish_sheet(share)], Some(share.today))?;
    let danish = encoded(&danish_csv(share), Encoding::Utf8WithMark);
    Ok(vec![
        share.put_plan("dokumenthanteringsplan.xlsx", &swedish)?,
        share.put_plan("sletteplan.csv", &danish)?,
    ])
}

fn swedish_sheet(share: &Share) -> Sheet {
    let mut table = Table::new(&SWEDISH_HEADINGS);
    for [code, kind, decision, limit, delivery, remark] in SWEDISH {
        let responsible = if kind.is_empty() { "" } else { "Registrator" };
        let cells = [code, kind, decision, limit, delivery, responsible, remark];
        table.rows.push(cells.map(str::to_owned).to_vec());
    }
    let year = share.today.year() - 1;
    Sheet {
        name: "Plan".to_owned(),
        above: vec![
            "Dokumenthanteringsplan för Exempelkommun".to_owned(),
            format!("Antagen av kommunstyrelsen {year}-02-10, gäller från {year}-03-01"),
        ],
        table,
        is_hidden: false,
    }
}

fn danish_csv(share: &Share) -> String {
    let year = share.today.year() - 1;
    let mut text = format!(
        "Sletteplan for Eksempel Kommune;;;;;\r\nVedtaget {year};;;;;\r\nB = bevares, K = kan kasseres;;;;;\r\n"
    );
    for row in std::iter::once(DANISH_HEADINGS).chain(DANISH) {
        text.push_str(&row.join(";"));
        text.push_str("\r\n");
    }
    text
}
