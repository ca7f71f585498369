//! The cases of `verdicts.rs`, as a table.

/// How the dates of a file agree.
#[derive(Clone, Copy, Debug)]
pub(super) enum Dates {
    /// Name, embedded date and file system say the same.
    Agree,
    /// No date in name or file.
    FileSystemOnly,
    /// Saved again so many years back, against its name.
    SavedLater(i16),
}

/// A file whose verdict is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    /// Where; `{d}` is its date.
    pub(super) path: &'static str,
    /// How many years back it is dated.
    pub(super) years: i16,
    /// Its title.
    pub(super) heading: &'static str,
    /// A sentence with an event, where the rule's event is known; `{d}` is its date.
    pub(super) says: &'static str,
    /// How its dates agree.
    pub(super) dates: Dates,
    /// Whether it names somebody with a number.
    pub(super) names_somebody: bool,
    /// The verdict by the rules.
    pub(super) verdict: &'static str,
    /// What the rules leave open.
    pub(super) accept: &'static [&'static str],
}

/// A case in one line: path, heading, years back, verdict.
const fn case(
    path: &'static str,
    heading: &'static str,
    years: i16,
    verdict: &'static str,
) -> Case {
    Case {
        path,
        years,
        heading,
        says: "",
        dates: Dates::Agree,
        names_somebody: true,
        verdict,
        accept: &[],
    }
}

impl Case {
    const fn says(mut self, says: &'static str) -> Self {
        self.says = says;
        self
    }

    const fn dates(mut self, dates: Dates) -> Self {
        self.dates = dates;
        self
    }

    const fn about_nobody(mut self) -> Self {
        self.names_somebody = false;
        self
    }

    const fn or(mut self, accept: &'static [&'static str]) -> Self {
        self.accept = accept;
        self
    }
}

/// All of them: Swedish ones by state, then the Danish ones.
#[rustfmt::skip]
pub(super) const CASES: [Case; 76] = [
    case("KS/1.1.2 Kallelser/{d} Kallelse.docx", "Kallelse", 11, "overdue"),
    case("KS/1.1.2 Kallelser/{d} Kallelse.pdf", "Kallelse", 3, "overdue"),
    case("KS/1.1.2 Kallelser/{d} Kallelse.txt", "Kallelse", 2, "due_soon"),
    case("KS/1.1.2 Kallelser/{d} Kallelse.docx", "Kallelse", 1, "keep_until"),
    case("HR/2.2.2 Semesterlistor/{d} Semesterlista.docx", "Semesterlista", 8, "overdue"),
    case("HR/2.2.2 Semesterlistor/{d} Semesterlista.pdf", "Semesterlista", 2, "due_soon"),
    case("HR/2.2.2 Semesterlistor/{d} Semesterlista.txt", "Semesterlista", 1, "keep_until"),
    case("HR/2.2.4 Tjänstgöringsscheman/{d} Schema.pdf", "Tjänstgöringsschema", 6, "overdue"),
    case("HR/2.2.4 Tjänstgöringsscheman/{d} Schema.html", "Tjänstgöringsschema", 4, "overdue"),
    case("KS/2.1.3 Debiteringsunderlag/{d} Debiteringsunderlag.txt", "Debiteringsunderlag", 9, "overdue"),
    case("KS/2.1.3 Debiteringsunderlag/{d} Debiteringsunderlag.docx", "Debiteringsunderlag", 7, "due_soon"),
    case("KS/2.1.3 Debiteringsunderlag/{d} Debiteringsunderlag.pdf", "Debiteringsunderlag", 4, "keep_until"),
    case("KS/2.1.1 Fakturaunderlag/{d} Fakturaunderlag.pdf", "Fakturaunderlag", 10, "overdue").about_nobody(),
    case("KS/2.1.1 Fakturaunderlag/{d} Fakturaunderlag.docx", "Fakturaunderlag", 3, "keep_until").about_nobody(),
    case("SBN/5.1.3 Grannhöranden/{d} Grannhörande.docx", "Grannhörande", 5, "overdue"),
    case("SBN/5.1.3 Grannhöranden/{d} Grannhörande.txt", "Grannhörande", 1, "keep_until"),
    case("BUN/3.1.3 Klasslistor/{d} Klasslista.docx", "Klasslista", 7, "overdue"),
    case("BUN/3.1.3 Klasslistor/{d} Klasslista.pdf", "Klasslista", 1, "due_soon"),
    case("BUN/3.1.4 Skolskjutsansökningar/{d} Skolskjutsansökan.docx", "Skolskjutsansökan", 4, "overdue"),
    case("SBN/5.1.2 Tillsynsärenden/{d} Tillsyn.docx", "Tillsynsärende", 13, "overdue").says("Ärendet avslutat {d}."),
    case("SBN/5.1.2 Tillsynsärenden/{d} Tillsyn.pdf", "Tillsynsärende", 4, "keep_until").says("Ärendet avslutat {d}."),
    case("SBN/5.1.2 Tillsynsärenden/{d} Tillsyn utan avslut.docx", "Tillsynsärende", 14, "possibly_overdue"),
    case("KS/1.2.1 Avtal/{d} Avtal.docx", "Avtal", 9, "possibly_overdue").about_nobody(),
    case("HR/2.2.3 Ansökningshandlingar/{d} Ansökan.docx", "Ansökningshandling", 6, "possibly_overdue"),
    case("KS/1.1.2 Kallelser/Kallelse utan datum.txt", "Kallelse", 9, "possibly_overdue").dates(Dates::FileSystemOnly),
    case("HR/2.2.2 Semesterlistor/Semesterlista.txt", "Semesterlista", 7, "possibly_overdue").dates(Dates::FileSystemOnly),
    case("BUN/3.1.3 Klasslistor/Klasslista.md", "Klasslista", 6, "possibly_overdue").dates(Dates::FileSystemOnly),
    case("KS/1.1.3 Delegationsbeslut/{d} Delegationsbeslut.docx", "Delegationsbeslut", 8, "preserve").about_nobody(),
    case("KS/1.1.3 Delegationsbeslut/{d} Delegationsbeslut.pdf", "Delegationsbeslut", 2, "preserve").about_nobody(),
    case("HR/2.2.1 Anställningsbevis/{d} Anställningsbevis.docx", "Anställningsbevis", 9, "preserve"),
    case("VON/4.1.4 Adoptionsakter/{d} Adoptionsakt.docx", "Adoptionsakt", 10, "preserve"),
    case("KS/1.1.1 Nämndprotokoll/{d} Protokoll.docx", "Nämndprotokoll", 9, "delivery_overdue").about_nobody(),
    case("KS/1.1.1 Nämndprotokoll/{d} Protokoll.pdf", "Nämndprotokoll", 2, "deliver_to_archive").about_nobody().or(&["keep_until", "preserve"]),
    case("SBN/5.1.1 Bygglovsärenden/{d} Bygglov.docx", "Bygglovsärende", 8, "delivery_overdue"),
    case("SBN/5.1.1 Bygglovsärenden/{d} Bygglov.pdf", "Bygglovsärende", 2, "deliver_to_archive").or(&["keep_until", "preserve"]),
    case("BUN/3.1.1 Elevakter/{d} Elevakt.docx", "Elevakt", 8, "delivery_overdue"),
    case("HR/2.2.5 Arbetstidsrapporter/{d} Arbetstidsrapport.docx", "Arbetstidsrapport", 6, "may_dispose"),
    case("HR/2.2.5 Arbetstidsrapporter/{d} Arbetstidsrapport.pdf", "Arbetstidsrapport", 1, "keep_until"),
    case("KS/1.1.4 Remisser för kännedom/{d} Remiss.docx", "Remiss för kännedom", 5, "review").about_nobody().or(&["may_dispose"]),
    case("BUN/3.1.5 Åtgärdsprogram/{d} Åtgärdsprogram.docx", "Åtgärdsprogram", 6, "review"),
    case("KS/1.2.3 Synpunkter/{d} Synpunkt.docx", "Synpunkt", 7, "review").about_nobody(),
    case("KS/1.1.2 Kallelser/{d} Kallelse sparad om.docx", "Kallelse", 9, "review").dates(Dates::SavedLater(1)),
    case("HR/2.2.2 Semesterlistor/{d} Semesterlista sparad om.docx", "Semesterlista", 7, "review").dates(Dates::SavedLater(1)),
    case("BUN/Klasslistor/{d} Klasslista.docx", "Klasslista", 6, "overdue").or(&["possibly_overdue"]),
    case("HR/Semesterlistor/{d} Semesterlista.docx", "Semesterlista", 6, "overdue").or(&["possibly_overdue"]),
    case("HR/Anställningsbevis/{d} Anställningsbevis.pdf", "Anställningsbevis", 6, "preserve"),
    case("VON/Genomförandeplaner/{d} Genomförandeplan.docx", "Genomförandeplan", 2, "keep_until"),
    case("VON/Blandat/{d} dokument.docx", "Delegationsbeslut", 5, "preserve").about_nobody(),
    case("KS/Övrigt/Lunchmeny vecka 12.txt", "Lunchmeny", 8, "unclassified").about_nobody(),
    case("KS/Övrigt/{d} Bordsplacering.docx", "Bordsplacering", 7, "unclassified").about_nobody(),
    case("HR/Övrigt/{d} Fikalista.pdf", "Fikalista", 6, "unclassified").about_nobody(),
    case("Borgerservice/Diverse/{d} Frokostmenu.docx", "Frokostmenu", 5, "unclassified").about_nobody(),
    case("Jobcenter/Diverse/{d} Bordplan.txt", "Bordplan", 4, "unclassified").about_nobody(),
    case("SBN/Övrigt/{d} Julfest.docx", "Julfest", 3, "unclassified").about_nobody(),
    case("HR/Arbetsmaterial/{d} Utkast bemanning.docx", "Bemanning", 3, "working_paper_due").about_nobody().or(&["unclassified"]),
    case("Jobcenter/Arbejdspapirer/{d} Udkast bemanding.docx", "Bemanding", 3, "working_paper_due").about_nobody().or(&["unclassified"]),
    case("Jobcenter/15.20.00 Jobplaner/{d} Jobplan.docx", "Jobplan", 9, "overdue").says("Sagen er afsluttet {d}."),
    case("Jobcenter/15.20.00 Jobplaner/{d} Jobplan.pdf", "Jobplan", 2, "keep_until").says("Sagen er afsluttet {d}."),
    case("Jobcenter/15.20.00 Jobplaner/{d} Jobplan uden afslutning.docx", "Jobplan", 9, "possibly_overdue"),
    case("Jobcenter/54.01.00 Vejledningsnotater/{d} Vejledningsnotat.docx", "Vejledningsnotat", 7, "overdue"),
    case("Jobcenter/54.01.00 Vejledningsnotater/{d} Vejledningsnotat.txt", "Vejledningsnotat", 5, "overdue"),
    case("Borgerservice/23.05.00 Pasansøgninger/{d} Pasansøgning.docx", "Pasansøgning", 6, "overdue").says("Sagen er afsluttet {d}."),
    case("Borgerservice/23.05.00 Pasansøgninger/{d} Pasansøgning.pdf", "Pasansøgning", 6, "possibly_overdue"),
    case("Borgerservice/27.03.00 Hjælpemiddelsager/{d} Hjælpemiddelsag.docx", "Hjælpemiddelsag", 9, "overdue").says("Sagen er afsluttet {d}."),
    case("Borgerservice/32.06.04-G01 Boligstøttesager/{d} Boligstøttesag.docx", "Boligstøttesag", 9, "overdue").says("Sagen er afsluttet {d}."),
    case("Borgerservice/32.06.04-G01 Boligstøttesager/{d} Boligstøttesag.pdf", "Boligstøttesag", 2, "keep_until").says("Sagen er afsluttet {d}."),
    case("Skole og Familie/17.01.00 Elevsager/{d} Elevsag.docx", "Elevsag", 9, "deliver_to_archive").says("Sagen er afsluttet {d}.").or(&["delivery_overdue", "preserve"]),
    case("Skole og Familie/17.03.00 Klasselister/{d} Klasseliste.docx", "Klasseliste", 6, "overdue"),
    case("Skole og Familie/17.03.00 Klasselister/Klasseliste.txt", "Klasseliste", 6, "possibly_overdue").dates(Dates::FileSystemOnly),
    case("Borgerservice/00.22.04 Referater/{d} Referat.docx", "Referat", 7, "preserve").about_nobody().or(&["deliver_to_archive"]),
    case("Borgerservice/23.10.00 Flytteattester/{d} Flytteattest.docx", "Flytteattest", 7, "review"),
    case("Borgerservice/24.10.00 Foreningslister/{d} Foreningsliste.docx", "Foreningsliste", 7, "review").about_nobody(),
    case("Borgerservice/81.05.00 Vagtplaner/{d} Vagtplan.docx", "Vagtplan", 9, "may_dispose").about_nobody(),
    case("Jobcenter/81.03.00 Personalesager/{d} Personalesag.docx", "Personalesag", 9, "overdue").says("Fratrådt den {d}."),
    case("Jobcenter/81.03.00 Personalesager/{d} Personalesag uden dato.docx", "Personalesag", 9, "possibly_overdue"),
    case("Skole og Familie/Klasselister/{d} Klasseliste.pdf", "Klasseliste", 6, "overdue").or(&["possibly_overdue"]),
];
