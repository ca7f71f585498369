//! Kinds of documents: the plan's row, and where and under which names people keep such files.
//!
//! The names are those of ordinary work, not the plan's own: singular for plural, compounds, other words for the same thing,
//! a folder that says it, a file name, or only the heading. `{d}` is the file's date, `{y}` its year, `{n}` a number.

use crate::words::Language;
use Rule::{After, Deliver, May, Open, Preserve, Unneeded, Years};

/// What the plan says of a kind, as the generator counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// Disposal so many years after the document's own date.
    Years(i16),
    /// Disposal so many years after an event; how a document tells of it.
    After(i16, &'static str),
    /// Kept for ever.
    Preserve,
    /// Delivered to the archive after so many years, and kept.
    Deliver(i16),
    /// Disposal is allowed after so many years.
    May(i16),
    /// Disposal when nobody needs it.
    Unneeded,
    /// The plan leaves it open.
    Open,
}

/// A kind of document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    pub(super) code: &'static str,
    pub(super) document_type: &'static str,
    pub(super) decision: &'static str,
    pub(super) limit: &'static str,
    pub(super) delivery: &'static str,
    pub(super) rule: Rule,
    pub(super) heading: &'static str,
    /// Path and name without extension.
    pub(super) places: [&'static str; 3],
}

const fn kind(
    code: &'static str,
    document_type: &'static str,
    [decision, limit, delivery]: [&'static str; 3],
    rule: Rule,
    heading: &'static str,
    places: [&'static str; 3],
) -> Kind {
    Kind {
        code,
        document_type,
        decision,
        limit,
        delivery,
        rule,
        heading,
        places,
    }
}

/// The language of a kind: Danish codes have the three pairs of the joint classification.
pub(super) fn language(kind: &Kind) -> Language {
    if kind.code.len() == 8 {
        Language::Danish
    } else {
        Language::Swedish
    }
}

/// So many kinds may be looked at when words and rules are changed.
pub(super) const TUNED: usize = 50;

#[rustfmt::skip]
pub(super) const KINDS: [Kind; 74] = [
    kind("1.1", "Protokoll från nämndens sammanträden", ["Bevaras", "", "5 år"], Deliver(5), "Sammanträdesprotokoll",
        ["KS/Nämndadministration/Protokoll/{d} protokoll", "KS/{y}/Sammanträden/Protokoll nämnden {d}", "KS/1.1 Nämnd/{d} nämndprotokoll"]),
    kind("1.1", "Kallelser och föredragningslistor", ["Gallras", "2 år", ""], Years(2), "Kallelse till sammanträde",
        ["KS/Nämndadministration/Kallelser/{d} kallelse", "KS/{y}/Sammanträden/Kallelse {d}", "KS/1.1 Nämnd/{d} föredragningslista"]),
    kind("1.1", "Delegationsbeslut", ["Bevaras", "", ""], Preserve, "Delegationsbeslut",
        ["KS/Delegationsbeslut/{d} delegationsbeslut {n}", "SN/Delegation/{y}/Delegationsbeslut nr {n} {d}", "BUN/1.1 Nämnd/{d} delegationsbeslut"]),
    kind("1.2", "Remissvar", ["Bevaras", "", "5 år"], Deliver(5), "Remissvar",
        ["KS/Remisser/Avgivna remissvar/{d} remissvar", "KS/{y}/Yttranden/Remissvar {d}", "KS/1.2 Utreda/{d} remissvar trafikplan"]),
    kind("1.2", "Enkäter, underlag", ["Gallras", "1 år", ""], Years(1), "Enkätsvar",
        ["KS/Medborgardialog/Enkäter/{d} enkätsvar", "KS/Projekt centrum/Underlag till enkät {d}", "KS/1.2 Utreda/{d} enkätunderlag"]),
    kind("1.3", "Synpunkter och klagomål", ["Gallras", "2 år", ""], Years(2), "Synpunkt från medborgare",
        ["KS/Kontaktcenter/Synpunkter/{d} synpunkt", "SN/Klagomål/{y}/Klagomål {d}", "BUN/Klagomålshantering/{d} klagomål skolmat"]),
    kind("2.1", "Leverantörsfakturor", ["Gallras", "7 år", ""], Years(7), "Faktura",
        ["KS/Ekonomi/Leverantörsfakturor/{d} faktura {n}", "SBN/Ekonomi/Fakturor {y}/Faktura {n} {d}", "BUN/Administration/Fakturor/{d} leverantörsfaktura"]),
    kind("2.1", "Kassarapporter", ["Gallras", "7 år", ""], Years(7), "Kassarapport",
        ["KFN/Simhallen/Kassarapporter/{d} kassarapport", "KFN/Biblioteket/Dagskassa/{d} kassarapport", "KFN/Ekonomi/{y}/Kassarapport {d}"]),
    kind("2.1", "Budgetunderlag", ["Gallras", "Vid inaktualitet", ""], Unneeded, "Budgetunderlag",
        ["KS/Ekonomi/Budgetunderlag/{d} underlag", "SBN/Budget/{y}/Budgetunderlag {d}", "SN/Ekonomi/Budgetarbete/Budgetunderlag {d}"]),
    kind("2.2", "Hyresavtal", ["Gallras", "2 år efter avtalets upphörande", ""], After(2, "Avtalet upphörde {d}."), "Hyresavtal",
        ["KFN/Lokaler/Hyresavtal/{d} hyresavtal", "SBN/Fastighet/Hyreskontrakt/{d} hyreskontrakt lokal {n}", "SBN/Fastighet/{y}/Hyresavtal {d}"]),
    kind("2.2", "Upphandlingsanbud, antagna", ["Gallras", "Se anmärkning", ""], Open, "Antaget anbud",
        ["KS/Upphandling/Antagna anbud/{d} anbud", "SBN/Upphandling/{y}/Antaget anbud {d}", "KS/Upphandling/Antagna anbud/{d} anbud städ"]),
    kind("3.1", "Anställningsavtal", ["Bevaras", "", ""], Preserve, "Anställningsavtal",
        ["HR/Anställningsavtal/{d} anställningsavtal", "HR/Bemanning/{y}/Anställningsavtal {d}", "SN/Personal/Anställningsavtal/{d} avtal"]),
    kind("3.1", "Ansökningshandlingar, ej anställda", ["Gallras", "2 år efter avslutad rekrytering", ""], After(2, "Rekryteringen avslutades {d}."), "Ansökan om anställning",
        ["HR/Rekrytering/Ansökningshandlingar/{d} ansökan", "SN/Rekrytering {y}/Ansökningshandlingar ej anställda/{d} CV", "HR/Rekrytering/Ansökningar ej anställda/{d} ansökan"]),
    kind("3.1", "Semesterlistor", ["Gallras", "1 år", ""], Years(1), "Semesterlista",
        ["HR/Semesterlistor/{d} semester", "SN/Hemtjänst/Scheman/Semesterlista {d}", "BUN/Personal/Semester/{d} semesterlista"]),
    kind("3.1", "Tjänstgöringsscheman", ["Gallras", "2 år", ""], Years(2), "Tjänstgöringsschema",
        ["HR/Tjänstgöringsscheman/{d} schema", "SN/Nattpatrullen/Tjänstgöringsschema {d}", "SN/Boende Eken/{y}/Tjänstgöringsschema {d}"]),
    kind("3.1", "Rehabiliteringsutredningar", ["Gallras", "5 år efter avslutad anställning", ""], After(5, "Anställningen upphörde {d}."), "Rehabiliteringsutredning",
        ["HR/Rehab/Rehabiliteringsutredningar/{d} utredning", "HR/{y}/Rehabiliteringsutredning {d}", "SN/Personal/Rehabilitering/{d} rehabiliteringsutredning"]),
    kind("3.2", "Löneunderlag", ["Gallras", "2 år", ""], Years(2), "Löneunderlag",
        ["HR/Lön/Löneunderlag/{d} underlag", "BUN/Administration/{y}/Löneunderlag {d}", "HR/Lön/{y}/Löneunderlag timanställda {d}"]),
    kind("3.2", "Friskvårdskvitton", ["Får gallras", "2 år", ""], May(2), "Friskvårdskvitto",
        ["HR/Friskvård/Friskvårdskvitton/{d} kvitto", "HR/Friskvård/{y}/Friskvårdskvitto {d}", "SBN/Personal/Friskvårdskvitton/{d} kvitto"]),
    kind("7.1", "Klasslistor", ["Gallras", "1 år", ""], Years(1), "Klasslista",
        ["BUN/Lindskolan/Klasslistor/{d} klass 7B", "BUN/Ekskolan/{y}/Klasslista 4A {d}", "BUN/Skoladministration/Klasslistor/{d} klasslista 9C"]),
    kind("7.1", "Skolskjutsansökningar", ["Gallras", "2 år", ""], Years(2), "Ansökan om skolskjuts",
        ["BUN/Skolskjuts/Ansökningar/{d} skolskjutsansökan", "BUN/Skolskjuts/{y}/Ansökan om skolskjuts {d}", "BUN/Skolskjutsansökningar/{d} ansökan"]),
    kind("7.1", "Individuella utvecklingsplaner", ["Gallras", "1 år efter avslutad skolgång", ""], After(1, "Eleven slutade skolan {d}."), "Individuell utvecklingsplan",
        ["BUN/Lindskolan/Individuella utvecklingsplaner/{d} plan", "BUN/Ekskolan/{y}/Individuell utvecklingsplan {d}", "BUN/Utvecklingsplaner individuella/{d} utvecklingsplan"]),
    kind("7.2", "Elevvårdsprotokoll", ["Bevaras", "", ""], Preserve, "Elevvårdsprotokoll",
        ["BUN/Lindskolan/Elevvårdsprotokoll/{d} möte", "BUN/Elevhälsa/{y}/Elevvårdsprotokoll {d}", "BUN/Elevhälsa/Elevvårdsmöten protokoll/{d} elevvårdsprotokoll"]),
    kind("7.2", "Frånvaroanmälningar", ["Gallras", "1 år", ""], Years(1), "Frånvaroanmälan",
        ["BUN/Lindskolan/Frånvaro/{d} frånvaroanmälan", "BUN/Ekskolan/{y}/Frånvaroanmälan {d}", "BUN/Frånvaroanmälningar/{d} anmälan"]),
    kind("8.1", "Personakter", ["Gallras", "5 år efter sista anteckning", ""], After(5, "Sista anteckning {d}."), "Personakt",
        ["SN/Personakter/Brukare {n}/{d} journalblad", "SN/Personakter/Brukare {n}/{d} utredning", "SN/Personakter/Brukare {n}/{d} brev"]),
    kind("8.1", "Ansökningar om färdtjänst", ["Gallras", "2 år efter beslut", ""], After(2, "Beslutsdatum: {d}"), "Ansökan om färdtjänst",
        ["SN/Färdtjänst/Ansökningar/{d} färdtjänstansökan", "SN/Färdtjänst/{y}/Ansökan om färdtjänst {d}", "SN/Färdtjänst/Ansökningar {y}/{d} ansökan färdtjänst"]),
    kind("8.2", "Avvikelserapporter", ["Gallras", "3 år", ""], Years(3), "Avvikelserapport",
        ["SN/Kvalitet/Avvikelserapporter/{d} avvikelse", "SN/Boende Eken/{y}/Avvikelserapport {d}", "SN/Kvalitet/Avvikelser/{d} avvikelserapport fall"]),
    kind("9.1", "Bygglovsritningar", ["Bevaras", "", "10 år"], Deliver(10), "Bygglovsritning",
        ["SBN/Bygglovsritningar/{d} ritning", "SBN/Bygglov/{y}/Ritningar/Bygglovsritning {d}", "SBN/Bygglov/Bygglovsritningar/{d} fasad"]),
    kind("9.1", "Grannhöranden", ["Gallras", "2 år efter laga kraft", ""], After(2, "Beslutet vann laga kraft {d}."), "Grannhörande",
        ["SBN/Bygglov/Grannhöranden/{d} svar", "SBN/Bygglov/{y}/Grannhörande {d}", "SBN/Grannhöranden/{d} grannhörande"]),
    kind("9.2", "Tillsynsrapporter", ["Gallras", "10 år", ""], Years(10), "Tillsynsrapport",
        ["SBN/Miljö/Tillsynsrapporter/{d} rapport", "SBN/Miljö/{y}/Tillsynsrapport {d}", "SBN/Livsmedel/Tillsyn/{d} tillsynsrapport"]),
    kind("10.1", "Lånekontrakt för konstverk", ["Gallras", "1 år efter avtalets slut", ""], After(1, "Avtalet löpte ut {d}."), "Lånekontrakt",
        ["KFN/Konst/Lånekontrakt konstverk/{d} kontrakt", "KFN/Konst/{y}/Lånekontrakt {d}", "KFN/Konst/Utlån/{d} lånekontrakt konstverk"]),
    kind("00.01.00", "Mødereferater", ["B", "", ""], Preserve, "Mødereferat",
        ["Skole/Mødereferater/{d} referat", "Jobcenter/{y}/Mødereferat {d}", "Teknik/Møder/{d} mødereferat"]),
    kind("00.03.02", "Høringssvar", ["K", "2 år", ""], Years(2), "Høringssvar",
        ["Teknik/Høringssvar/{d} svar", "Teknik/{y}/Høringssvar {d}", "Teknik/Lokalplaner/Høringer/{d} høringssvar"]),
    kind("15.20.02", "Jobplaner", ["K", "5 år efter sagens afslutning", ""], After(5, "Sagen er afsluttet {d}."), "Jobplan",
        ["Jobcenter/Jobplaner/{d} plan", "Jobcenter/{y}/Jobplan {d}", "Jobcenter/Ledige/Jobplaner/{d} jobplan"]),
    kind("17.01.04", "Elevlister", ["K", "1 år", ""], Years(1), "Elevliste",
        ["Skole/Elevlister/{d} 7B", "Skole/{y}/Elevliste {d}", "Skole/Administration/Elevlister/{d} elevliste"]),
    kind("17.03.06", "Fraværslister", ["K", "2 år", ""], Years(2), "Fraværsliste",
        ["Skole/Fraværslister/{d} fravær", "Skole/{y}/Fraværsliste {d}", "Skole/Fravær/{d} fraværsliste"]),
    kind("18.02.01", "Lokaleudlån", ["K", "Kan kasseres efter 2 år", ""], May(2), "Lokaleudlån",
        ["Skole/Lokaleudlån/{d} aftale", "Kultur/{y}/Lokaleudlån {d}", "Kultur/Lokaleudlån/{d} lokaleudlån hal"]),
    kind("23.05.01", "Pasansøgninger", ["K", "1 år", ""], Years(1), "Pasansøgning",
        ["Borgerservice/Pasansøgninger/{d} ansøgning", "Borgerservice/{y}/Pasansøgning {d}", "Borgerservice/Pas/{d} pasansøgning"]),
    kind("27.12.01", "Hjælpemiddelbevillinger", ["K", "3 år efter bevillingens ophør", ""], After(3, "Bevillingen ophørte {d}."), "Bevilling af hjælpemiddel",
        ["Sundhed/Hjælpemidler/Bevillinger/{d} hjælpemiddelbevilling", "Sundhed/{y}/Hjælpemiddelbevilling {d}", "Sundhed/Hjælpemiddelbevillinger/{d} bevilling"]),
    kind("27.24.01", "Børnefaglige undersøgelser", ["B", "P1825D", ""], Deliver(5), "Børnefaglig undersøgelse",
        ["Familie/Børnefaglige undersøgelser/{d} undersøgelse", "Familie/{y}/Børnefaglig undersøgelse {d}", "Familie/Undersøgelser/{d} børnefaglig undersøgelse"]),
    kind("54.03.01", "Uddannelsesaftaler", ["K", "2 år efter aftalens ophør", ""], After(2, "Aftalen ophørte {d}."), "Uddannelsesaftale",
        ["Jobcenter/Uddannelsesaftaler/{d} aftale", "Jobcenter/{y}/Uddannelsesaftale {d}", "Jobcenter/Elever og lærlinge/{d} uddannelsesaftale"]),
    kind("81.01.01", "Stillingsansøgninger", ["K", "6 måneder", ""], Years(0), "Stillingsansøgning",
        ["Personale/Stillingsansøgninger/{d} ansøgning", "Personale/{y}/Stillingsansøgning {d}", "Personale/Rekruttering/{d} stillingsansøgning"]),
    kind("81.03.01", "Personalesager", ["K", "5 år efter endt ansættelse", ""], After(5, "Fratrådt den {d}."), "Personalesag",
        ["Personale/Personalesager/Medarbejder {n}/{d} notat", "Personale/Personalesager/Medarbejder {n}/{d} brev", "Personale/Personalesager/Medarbejder {n}/{d} aftale"]),
    kind("81.05.01", "Vagtplaner", ["K", "1 år", ""], Years(1), "Vagtplan",
        ["Personale/Vagtplaner/{d} vagtplan", "Sundhed/{y}/Vagtplan {d}", "Sundhed/Hjemmepleje/Vagtplaner/{d} uge"]),
    kind("85.02.01", "Fakturaer", ["K", "5 år", ""], Years(5), "Faktura",
        ["Økonomi/Fakturaer/{d} faktura {n}", "Teknik/{y}/Faktura {n} {d}", "Økonomi/Kreditorer/{d} faktura"]),
    kind("85.04.01", "Udbudsmateriale", ["K", "Se bemærkning", ""], Open, "Udbudsmateriale",
        ["Økonomi/Udbudsmateriale/{d} materiale", "Teknik/{y}/Udbudsmateriale {d}", "Økonomi/Udbud/{d} udbudsmateriale"]),
    kind("88.01.01", "Låneaftaler", ["K", "5 år efter aftalens udløb", ""], After(5, "Aftalen udløb {d}."), "Låneaftale",
        ["Økonomi/Låneaftaler/{d} aftale", "Økonomi/{y}/Låneaftale {d}", "Økonomi/Finansiering/{d} låneaftale"]),
    kind("6.1", "Parkeringstillstånd för rörelsehindrade", ["Gallras", "2 år efter tillståndets utgång", ""], After(2, "Tillståndet gick ut {d}."), "Parkeringstillstånd",
        ["SBN/Parkeringstillstånd/{d} tillstånd", "SBN/Gata/{y}/Parkeringstillstånd {d}", "SBN/Parkering/Tillstånd rörelsehindrade/{d} parkeringstillstånd"]),
    kind("82.05.01", "Lejekontrakter", ["K", "3 år efter lejemålets ophør", ""], After(3, "Lejemålet ophørte {d}."), "Lejekontrakt",
        ["Teknik/Ejendomme/Lejekontrakter/{d} kontrakt", "Teknik/{y}/Lejekontrakt {d}", "Teknik/Boliger/Udlejning/{d} lejekontrakt"]),
    kind("8.3", "Läkarintyg", ["Gallras", "2 år", ""], Years(2), "Läkarintyg",
        ["SN/Läkarintyg/{d} intyg", "SN/Boende Eken/{y}/Läkarintyg {d}", "HR/Rehab/Läkarintyg/{d} läkarintyg"]),
    kind("13.06.02", "Parkeringsafgifter", ["K", "3 år", ""], Years(3), "Parkeringsafgift",
        ["Teknik/Parkeringsafgifter/{d} afgift", "Teknik/{y}/Parkeringsafgift {d}", "Borgerservice/Parkering/{d} parkeringsafgift"]),
    kind("1.4", "Krisledningsnämndens beslut", ["Bevaras", "", "5 år"], Deliver(5), "Beslut i krisledningsnämnden",
        ["KS/Kris/Krisledningsnämnd/{d} beslut krisledningsnämnden", "KS/Säkerhet/{y}/Krisledningsnämndens beslut {d}", "KS/Krisledningsnämndens beslut/{d} pandemi"]),
    kind("1.5", "Borgerliga vigslar, bokningar", ["Gallras", "1 år", ""], Years(1), "Bokning av borgerlig vigsel",
        ["KS/Vigslar/Bokningar/{d} borgerlig vigsel", "KS/Kansli/{y}/Borgerlig vigsel bokning {d}", "KS/Borgerliga vigslar/{d} bokning"]),
    kind("2.3", "Inköpsorder", ["Gallras", "2 år", ""], Years(2), "Inköpsorder",
        ["KS/Ekonomi/Inköpsorder/{d} order {n}", "SBN/Förråd/{y}/Inköpsorder {d}", "SN/Boende Eken/Inköp/{d} inköpsorder"]),
    kind("2.4", "Bidragsansökningar från föreningar", ["Gallras", "3 år efter beslut", ""], After(3, "Beslut fattades {d}."), "Bidragsansökan",
        ["KFN/Föreningar/Bidragsansökningar/{d} fotbollsklubben", "KFN/Föreningsstöd/{y}/Bidragsansökan förening {d}", "KFN/Bidrag/Bidragsansökningar föreningar/{d} ansökan"]),
    kind("3.3", "Tjänstgöringsintyg", ["Bevaras", "", ""], Preserve, "Tjänstgöringsintyg",
        ["HR/Tjänstgöringsintyg/{d} intyg", "BUN/Administration/{y}/Tjänstgöringsintyg {d}", "HR/Intyg/Tjänstgöring/{d} tjänstgöringsintyg"]),
    kind("3.4", "Medarbetarsamtal, anteckningar", ["Gallras", "2 år", ""], Years(2), "Medarbetarsamtal",
        ["HR/Medarbetarsamtal/{d} samtal", "SBN/Enhet väg/{y}/Medarbetarsamtal {d}", "SN/Chef/Medarbetarsamtal/{d} anteckningar"]),
    kind("4.1", "Larmlistor", ["Gallras", "Vid inaktualitet", ""], Unneeded, "Larmlista",
        ["KS/Säkerhet/Larmlistor/{d} larmlista", "SBN/Fastighet/{y}/Larmlista {d}", "SN/Boende Eken/Larm/{d} larmlista"]),
    kind("7.3", "Specialkostintyg", ["Gallras", "1 år", ""], Years(1), "Intyg om specialkost",
        ["BUN/Kost/Specialkostintyg/{d} intyg", "BUN/Matsal/{y}/Specialkostintyg {d}", "BUN/Kost/Intyg/{d} specialkost"]),
    kind("7.4", "Placeringsbeslut förskola", ["Gallras", "2 år efter avslutad placering", ""], After(2, "Placeringen avslutades {d}."), "Placeringsbeslut",
        ["BUN/Förskola/Placeringsbeslut/{d} placeringsbeslut", "BUN/Förskola/{y}/Placeringsbeslut {d}", "BUN/Barnomsorg/Placeringsbeslut förskola/{d} beslut"]),
    kind("7.5", "Modersmålsanmälningar", ["Gallras", "1 år", ""], Years(1), "Anmälan till modersmålsundervisning",
        ["BUN/Modersmål/Anmälningar/{d} modersmålsanmälan", "BUN/Modersmål/{y}/Modersmålsanmälan {d}", "BUN/Modersmålsanmälningar/{d} arabiska"]),
    kind("8.4", "Matdistribution, beställningar", ["Får gallras", "1 år", ""], May(1), "Beställning av matdistribution",
        ["SN/Matdistribution/Beställningar/{d} beställning", "SN/Hemtjänst/{y}/Matdistribution beställning {d}", "SN/Matdistribution/{d} matlåda"]),
    kind("8.5", "Bostadsanpassningsbidrag", ["Gallras", "10 år efter avslutat ärende", ""], After(10, "Ärendet avslutades {d}."), "Bostadsanpassningsbidrag",
        ["SN/Bostadsanpassning/Bostadsanpassningsbidrag/{d} ramp", "SBN/Bostadsanpassning/{y}/Bostadsanpassningsbidrag {d}", "SN/Bostadsanpassningsbidrag/{d} dörröppnare"]),
    kind("9.3", "Schaktanmälningar", ["Gallras", "5 år", ""], Years(5), "Schaktanmälan",
        ["SBN/Gata/Schaktanmälningar/{d} fiber", "SBN/Gata/{y}/Schaktanmälan {d}", "SBN/Gata/Grävning/{d} schaktanmälan"]),
    kind("9.4", "Slamtömningslistor", ["Gallras", "2 år", ""], Years(2), "Slamtömningslista",
        ["SBN/Vatten/Slamtömningslistor/{d} lista", "SBN/Renhållning/{y}/Slamtömningslista {d}", "SBN/Renhållning/Slamtömning/{d} slamtömningslista"]),
    kind("10.2", "Låntagarregister", ["Gallras", "Se anmärkning", ""], Open, "Låntagarregister",
        ["KFN/Biblioteket/Låntagarregister/{d} utdrag", "KFN/Biblioteket/{y}/Låntagarregister {d}", "KFN/Biblioteket/Register/{d} låntagarregister"]),
    kind("00.07.01", "Årsrapporter", ["B", "", ""], Preserve, "Årsrapport",
        ["Økonomi/Årsrapporter/{d} årsrapport", "Skole/{y}/Årsrapport {d}", "Sundhed/Kvalitet/Årsrapporter/{d} rapport"]),
    kind("05.01.08", "Gravetilladelser", ["K", "2 år efter tilladelsens udløb", ""], After(2, "Tilladelsen udløb {d}."), "Gravetilladelse",
        ["Teknik/Veje/Gravetilladelser/{d} fjernvarme", "Teknik/Veje/{y}/Gravetilladelse {d}", "Teknik/Gravetilladelser/{d} tilladelse"]),
    kind("09.05.61", "Tilsynsrapporter", ["K", "5 år", ""], Years(5), "Tilsynsrapport",
        ["Teknik/Miljø/Tilsynsrapporter/{d} vaskeri", "Teknik/Miljø/{y}/Tilsynsrapport {d}", "Teknik/Miljø/Tilsyn/{d} tilsynsrapport"]),
    kind("16.06.02", "Madplaner", ["K", "Når de ikke længere har betydning", ""], Unneeded, "Madplan",
        ["Sundhed/Køkken/Madplaner/{d} uge", "Skole/{y}/Madplan {d}", "Sundhed/Plejecenter/{d} madplan"]),
    kind("17.05.02", "Indmeldelser i skolefritidsordning", ["K", "1 år efter udmeldelse", ""], After(1, "Barnet er udmeldt {d}."), "Indmeldelse i skolefritidsordning",
        ["Skole/SFO/Indmeldelser skolefritidsordning/{d} indmeldelse", "Skole/{y}/Indmeldelse skolefritidsordning {d}", "Skole/Skolefritidsordning/Indmeldelser/{d} barn"]),
    kind("27.35.04", "Merudgiftsansøgninger", ["K", "P1825D", ""], After(5, "Sagen er afsluttet {d}."), "Ansøgning om merudgifter",
        ["Familie/Merudgiftsansøgninger/{d} ansøgning", "Familie/{y}/Merudgiftsansøgning {d}", "Familie/Merudgifter/{d} merudgiftsansøgning"]),
    kind("29.09.01", "Vaccinationslister", ["K", "3 år", ""], Years(3), "Vaccinationsliste",
        ["Sundhed/Vaccinationslister/{d} influenza", "Sundhed/{y}/Vaccinationsliste {d}", "Sundhed/Plejecenter/Vaccination/{d} vaccinationsliste"]),
    kind("81.38.01", "Kursusbeviser", ["K", "Kan kasseres efter 3 år", ""], May(3), "Kursusbevis",
        ["Personale/Kursusbeviser/{d} førstehjælp", "Sundhed/{y}/Kursusbevis {d}", "Personale/Kurser/{d} kursusbevis"]),
    kind("84.01.02", "Valglister", ["K", "1 år", ""], Years(1), "Valgliste",
        ["Borgerservice/Valg/Valglister/{d} valgsted", "Borgerservice/{y}/Valgliste {d}", "Borgerservice/Valg/{d} valgliste"]),
];

/// Files that no row of the plans means.
#[rustfmt::skip]
pub(super) const OTHERS: [(&str, &str); 48] = [
    ("KS/Gemensam/{d} lunchmeny", "Veckans lunch"), ("KS/Gemensam/{d} bordsplacering", "Bordsplacering julbord"),
    ("KS/IT/Manualer/{d} skrivare", "Så ansluter du skrivaren"), ("KS/IT/{d} licensnycklar", "Programvara"),
    ("KS/Kommunikation/Bilder/{d} bildtexter", "Bildtexter"), ("KS/Kommunikation/{d} pressklipp", "Pressklipp"),
    ("KS/Säkerhet/{d} nyckelkvittenser", "Nyckelkvittens"), ("KS/Gemensam/{d} minnesanteckningar städdag", "Städdag"),
    ("HR/Gemensam/{d} fikalista", "Fikalista"), ("HR/Introduktion/{d} välkommen", "Välkommen som ny"),
    ("HR/Utbildning/{d} presentation", "Arbetsmiljöutbildning"), ("HR/Gemensam/{d} telefonlista", "Telefonlista"),
    ("SN/Boende Eken/{d} matsedel", "Matsedel"), ("SN/Boende Eken/Aktiviteter/{d} bingo", "Bingokväll"),
    ("SN/Gemensam/{d} bilbokning", "Bokning av tjänstebil"), ("SN/Hemtjänst/{d} körkarta", "Körkarta"),
    ("SN/Projekt anhöriga/{d} affisch", "Affisch anhörigkväll"), ("SN/Gemensam/{d} enhetens mål", "Våra mål"),
    ("BUN/Lindskolan/Teater/{d} manus", "Skolpjäsen"), ("BUN/Lindskolan/{d} skolfoto information", "Information om skolfoto"),
    ("BUN/Ekskolan/Läromedel/{d} matte", "Övningsblad"), ("BUN/Ekskolan/{d} idrottsdag", "Friluftsdag"),
    ("BUN/Matsal/{d} recept", "Recept pannkakor"), ("BUN/Gemensam/{d} inventarieförteckning datorer", "Inventarier"),
    ("SBN/Park/{d} planteringsplan", "Planteringar i parken"), ("SBN/Vatten/{d} driftinstruktion", "Driftinstruktion pump"),
    ("SBN/Gata/{d} skyltar", "Skyltbeställning"), ("SBN/Gemensam/{d} cykelkarta", "Cykelkarta"),
    ("KFN/Biblioteket/{d} bokcirkel", "Bokcirkel"), ("KFN/Simhallen/{d} öppettider", "Öppettider"),
    ("KFN/Evenemang/{d} program", "Kulturnatt program"), ("KFN/Evenemang/{d} bandlista", "Artister"),
    ("Skole/Fælles/{d} frokost", "Frokostordning"), ("Skole/Fælles/{d} sangtekster", "Sange"),
    ("Skole/Lejrskole/{d} pakkeliste", "Pakkeliste"), ("Skole/Musik/{d} noder", "Noder"),
    ("Jobcenter/Fælles/{d} kageliste", "Kageordning"), ("Jobcenter/Fælles/{d} vejledning printer", "Printer"),
    ("Borgerservice/Fælles/{d} åbningstider", "Åbningstider"), ("Borgerservice/Fælles/{d} skiltetekst", "Skilte"),
    ("Sundhed/Fælles/{d} kantine", "Kantinens menu"), ("Sundhed/Fælles/{d} motion", "Morgenmotion"),
    ("Teknik/Park/{d} blomster", "Blomsterbede"), ("Teknik/Fælles/{d} kørselskort", "Kort"),
    ("Kultur/Bibliotek/{d} højtlæsning", "Højtlæsning"), ("Kultur/Fælles/{d} plakat", "Plakat"),
    ("Økonomi/Fælles/{d} huskeseddel", "Huskeseddel"), ("Familie/Fælles/{d} legerum", "Indretning af legerum"),
];
