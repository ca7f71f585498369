"""The plans of share-d: Östervik kommun (sv) and Skovlunde-Ås Kommune (da), both invented."""
import csv

S = "SECTION"
HEAD = ["Punktnotation", "Process", "Handlingsslag", "B/G", "Gallringsfrist", "Leverans slutarkiv", "Diarieförs", "Förvaringsplats",
        "Kommentar"]
SV = [
 (S, "2 EKONOMI OCH INKÖP"),
 ("levf", "2.1.1", "Redovisning", "Leverantörsfakturor", "G", "7 år efter räkenskapsårets utgång", "", "Nej", "Ekonomisystem", "Räkenskapsinformation"),
 ("kundf", "2.1.1", "", "Kundfakturor", "G", "7 år efter räkenskapsårets utgång", "", "Nej", "Ekonomisystem", ""),
 ("kassa", "2.1.2", "", "Kassaredovisningar", "G", "7 år efter räkenskapsårets utgång", "", "Nej", "Ekonomi", ""),
 ("boksl", "2.1.3", "", "Årsbokslut med bilagor", "B", "", "5 år", "Ja", "Ekonomi", ""),
 ("krav", "2.1.4", "", "Krav- och inkassoärenden", "G", "3 år efter avslutat ärende", "", "Nej", "Ekonomi", ""),
 ("budg", "2.2.1", "Budget", "Underlag till budget", "G", "Vid inaktualitet", "", "Nej", "Ekonomi", ""),
 ("anbja", "2.3.1", "Upphandling", "Antagna anbud med avtal", "B", "", "2 år efter avtalets utgång", "Ja", "Inköp", ""),
 ("anbnej", "2.3.1", "", "Anbud som inte antagits", "G", "4 år efter avtalstecknande", "", "Ja", "Inköp", "Anbudssekretess till tilldelning"),
 ("direkt", "2.3.2", "", "Direktupphandlingar, offerter", "G", "2 år efter avslutat ärende", "", "Nej", "Enheten", ""),
 ("avtal", "2.3.3", "", "Avtal av mindre betydelse", "G", "2 år efter avtalstidens utgång", "", "Nej", "Enheten", "Leasing, service, abonnemang"),
 ("forsk", "2.4.1", "Försäkring", "Skadeärenden, egendom", "G", "10 år efter reglerad skada", "", "Nej", "Ekonomi", ""),
 ("bidr", "2.4.2", "Externa medel", "Projektbidrag, rekvisitioner och redovisningar", "G", "10 år efter slutredovisning", "", "Ja", "Ekonomi", "Se bidragsgivarens villkor"),
 ("donat", "2.4.3", "", "Gåvobrev och donationer", "B", "", "5 år", "Ja", "Ekonomi", ""),
 (S, "3 IT OCH DATASKYDD"),
 ("behor", "3.1.1", "Behörighet", "Beställningar av behörighet", "G", "2 år efter avslutad anställning", "", "Nej", "IT", ""),
 ("kort", "3.1.2", "", "Kvittenser för passerkort och nycklar", "G", "När kortet återlämnats", "", "Nej", "Vaktmästeri", ""),
 ("logg", "3.2.1", "Drift", "Säkerhets- och åtkomstloggar", "G", "Högst 1 år", "", "Nej", "IT", "Om inte utredning pågår"),
 ("supp", "3.2.2", "", "Supportärenden", "G", "1 år efter avslutat ärende", "", "Nej", "Helpdesk", ""),
 ("sysdok", "3.2.3", "", "Systemdokumentation", "G", "Får gallras när systemet avvecklats", "", "Nej", "IT", ""),
 ("isinc", "3.3.1", "Informationssäkerhet", "Incidentrapporter", "G", "5 år", "", "Nej", "IT", "Ej personuppgifter"),
 ("puinc", "3.3.2", "", "Personuppgiftsincidenter", "B", "", "5 år", "Ja", "Dataskydd", ""),
 ("pub", "3.3.3", "", "Personuppgiftsbiträdesavtal", "G", "2 år efter avtalets utgång", "", "Ja", "Dataskydd", ""),
 ("regutd", "3.3.4", "", "Begäran om registerutdrag", "G", "2 år efter avslutat ärende", "", "Ja", "Dataskydd", ""),
 ("epost", "3.4.1", "Allmänt", "E-post av tillfällig betydelse", "G", "Vid inaktualitet", "", "Nej", "Mottagaren", ""),
 (S, "5 SAMHÄLLSBYGGNAD"),
 ("lov", "5.1.1", "Bygglov", "Bygglovsärenden, beviljade", "B", "", "3 år efter slutbesked", "Ja", "Byggarkivet", "Ansökan, ritningar, beslut"),
 ("lovater", "5.1.1", "", "Bygglovsärenden, återkallade eller avskrivna", "G", "2 år efter avslutat ärende", "", "Ja", "Byggenheten", ""),
 ("kontr", "5.1.2", "", "Kontrollplaner", "G", "5 år efter slutbesked", "", "Nej", "Byggenheten", ""),
 ("grann", "5.1.2", "", "Grannehörande", "G", "1 år efter laga kraft", "", "Nej", "Byggenheten", ""),
 ("samrad", "5.1.2", "", "Kallelser till tekniskt samråd", "G", "1 år efter slutbesked", "", "Nej", "Byggenheten", ""),
 ("eld", "5.1.3", "", "Anmälan om eldstad", "B", "", "3 år", "Ja", "Byggarkivet", ""),
 ("karta", "5.1.4", "Kart och mät", "Beställningar av nybyggnadskarta", "G", "2 år", "", "Nej", "Mät", ""),
 ("tomt", "5.1.5", "Byggtillsyn", "Klagomål på ovårdad tomt", "G", "5 år efter avslutat ärende", "", "Ja", "Byggenheten", ""),
 ("olov", "5.1.5", "", "Tillsyn, olovligt byggande", "B", "", "5 år", "Ja", "Byggarkivet", ""),
 ("ovk", "5.1.6", "", "OVK-protokoll", "G", "När nytt godkänt protokoll inkommit", "", "Nej", "Byggenheten", ""),
 ("hiss", "5.1.6", "", "Besiktningsprotokoll för hissar", "G", "Minst 3 år", "", "Nej", "Byggenheten", ""),
 ("strand", "5.1.7", "", "Strandskyddsdispenser", "B", "", "5 år", "Ja", "Byggarkivet", ""),
 ("dpja", "5.2.1", "Plan", "Detaljplaner, antagna", "B", "", "5 år", "Ja", "Planarkivet", ""),
 ("dpnej", "5.2.1", "", "Detaljplaner, avbrutna planuppdrag", "G", "10 år efter avslutat ärende", "", "Ja", "Plan", ""),
 ("bab", "5.3.1", "Bostadsanpassning", "Ärenden om bostadsanpassningsbidrag", "G", "10 år efter beslut", "", "Ja", "Handläggaren", "Sekretess OSL 26:1"),
 (S, "6 MILJÖ OCH HÄLSA"),
 ("miljo", "6.1.1", "Miljöskydd", "Tillsyn, miljöfarlig verksamhet", "B", "", "5 år", "Ja", "Miljöarkivet", ""),
 ("kyl", "6.1.2", "", "Årsrapporter om köldmedier", "G", "5 år", "", "Ja", "Miljö", ""),
 ("avlopp", "6.1.3", "", "Tillstånd till enskilt avlopp", "B", "", "5 år", "Ja", "Miljöarkivet", "Fastighetsordning"),
 ("vp", "6.1.4", "", "Anmälan om värmepump", "G", "När anläggningen tagits ur bruk", "", "Ja", "Miljö", ""),
 ("sop", "6.1.5", "Avfall", "Dispenser från sophämtning", "G", "2 år efter att dispensen upphört", "", "Nej", "Miljö", ""),
 ("klag", "6.2.1", "Hälsoskydd", "Klagomål om buller, lukt och nedskräpning", "G", "5 år efter avslutat ärende", "", "Ja", "Miljö", ""),
 ("bad", "6.2.2", "", "Badvattenprov", "G", "10 år", "", "Nej", "Miljö", ""),
 ("radon", "6.2.3", "", "Radonmätningar", "B", "", "5 år", "Ja", "Miljöarkivet", ""),
 ("livsk", "6.3.1", "Livsmedel", "Kontrollrapporter, livsmedel", "G", "5 år efter utgången av det kalenderår kontrollen gjordes", "", "Ja", "Miljö", ""),
 ("livsr", "6.3.2", "", "Registrering av livsmedelsanläggning", "G", "2 år efter att verksamheten upphört", "", "Ja", "Miljö", ""),
 ("serv", "6.4.1", "Alkohol", "Serveringstillstånd", "G", "5 år efter att tillståndet upphört", "", "Ja", "Miljö", ""),
 (S, "7 KULTUR OCH FRITID"),
 ("fbja", "7.1.1", "Föreningsstöd", "Föreningsbidrag, beviljade ansökningar", "G", "5 år", "", "Nej", "Kulturkontoret", ""),
 ("fbnej", "7.1.1", "", "Föreningsbidrag, avslagna ansökningar", "G", "2 år", "", "Nej", "Kulturkontoret", ""),
 ("bib", "7.2.1", "Bibliotek", "Påminnelser och räkningar, låntagare", "G", "2 år", "", "Nej", "Biblioteket", "Sekretess OSL 40:3"),
 ("ksanm", "7.3.1", "Kulturskola", "Anmälningar till kulturskolan", "G", "1 år efter avslutad kurs", "", "Nej", "Kulturskolan", ""),
 ("ksnarv", "7.3.1", "", "Närvarolistor, kulturskolan", "G", "5 år", "", "Nej", "Kulturskolan", "Underlag för statsbidrag"),
 ("utst", "7.4.1", "Konst", "Utställningsavtal", "G", "2 år efter avtalets utgång", "", "Nej", "Konsthallen", ""),
 ("affi", "7.4.2", "", "Affischer och program", "B", "", "2 år", "Nej", "Kulturkontoret", "Två exemplar"),
 ("stipja", "7.5.1", "Priser", "Beslut om kulturstipendium", "B", "", "5 år", "Ja", "Kulturkontoret", ""),
 ("stipnej", "7.5.1", "", "Nomineringar till kulturstipendium", "G", "2 år", "", "Nej", "Kulturkontoret", ""),
 ("bild", "7.6.1", "Information", "Samtycken till bildpublicering", "G", "När bilden avpublicerats", "", "Nej", "Kommunikation", ""),
]
SV_ROWS = {r[0]: r[3] for r in SV if r[0] != S}

DA_HEAD = ["KLE-nr.", "Sagstype", "Kassationskode", "Slettefrist", "Hjemmel", "Journaliseres i", "Bemærkning"]
DA = [
 (S, "00 Kommunens styrelse"),
 ("da_ref", "00.22.02", "Dagsordener og referater, udvalg", "B", "", "Arkivloven", "SBSYS", "Afleveres hvert 5. år"),
 ("da_akt", "00.07.00", "Aktindsigtssager", "K", "5 år efter sagens afslutning", "", "SBSYS", ""),
 ("da_valg", "00.13.02", "Valgtilforordnede, lister", "K", "2 år efter valget", "", "SBSYS", ""),
 ("da_klag", "00.17.00", "Klager over sagsbehandling", "K", "5 år efter sagens afslutning", "", "SBSYS", ""),
 ("da_log", "00.15.10", "Logning af systemadgang", "K", "Maks. 6 måneder", "", "", ""),
 ("da_tv", "00.15.20", "Tv-overvågning", "K", "Maks. 30 dage", "Tv-overvågningsloven", "", ""),
 ("da_kontr", "00.01.10", "Kontrakter og leverandøraftaler", "K", "5 år efter kontraktens udløb", "", "SBSYS", ""),
 ("da_hor", "00.16.00", "Høringssvar til kommunale planer", "B", "", "Arkivloven", "SBSYS", ""),
 (S, "02 Byggeri"),
 ("da_bygm", "02.34.02", "Byggesager", "B", "P18250D", "Arkivloven", "Weblager", ""),
 (S, "17 Skole"),
 ("da_frav", "17.02.00", "Elevfravær", "K", "1 år efter skoleårets afslutning", "", "Aula", ""),
 ("da_kar", "17.03.00", "Karakterlister og afgangsbeviser", "B", "", "Folkeskoleloven", "TEA", ""),
 ("da_elpl", "17.03.10", "Elevplaner", "K", "Slettes når eleven forlader skolen", "", "Meebook", ""),
 ("da_ppr", "17.03.12", "Pædagogisk-psykologiske vurderinger", "B", "P3650D", "", "Novax", "Afleveres, derefter slettes"),
 ("da_bef", "17.05.00", "Befordring af elever", "K", "2 år efter sagens afslutning", "", "SBSYS", ""),
 ("da_sfo", "17.14.00", "Indmeldelser i SFO", "K", "3 år efter udmeldelse", "", "KMD", ""),
 (S, "23 Borgerservice"),
 ("da_flyt", "23.05.10", "Flytteanmeldelser", "K", "5 år", "CPR-loven", "CPR", ""),
 ("da_pas", "23.05.30", "Ansøgninger om pas og kørekort", "K", "1 år", "", "", ""),
 ("da_vie", "23.05.40", "Vielser", "B", "", "Ægteskabsloven", "SBSYS", ""),
 ("da_park", "05.09.00", "Parkeringslicenser", "K", "2 år", "", "", ""),
 ("da_rot", "23.05.50", "Opslag i folkeregistret", "K", "1 år", "", "CPR", ""),
 (S, "27/32 Social"),
 ("da_und", "27.24.04", "Underretninger uden videre foranstaltning", "K", "5 år", "", "DUBU", ""),
 ("da_anb", "27.24.36", "Anbringelser", "B", "P1825D", "Barnets lov", "DUBU", "Afleveres til Rigsarkivet før sletning"),
 ("da_hjm", "27.60.08", "Hjælpemidler", "K", "5 år efter sagens afslutning", "Serviceloven", "Nexus", ""),
 ("da_tand", "29.15.00", "Tandplejejournaler", "K", "10 år efter sidste notat", "Journalføringsbekendtgørelsen", "TM", ""),
 ("da_syg", "32.21.04", "Sygedagpengesager", "K", "5 år efter sagens afslutning", "", "Momentum", ""),
 ("da_kon", "32.24.04", "Kontanthjælpssager", "K", "P1825D", "", "Momentum", "Regnes fra lukning af sagen"),
 ("da_bol", "32.09.10", "Boligstøtte", "K", "5 år efter sagens afslutning", "", "Udbetaling Danmark", ""),
 ("da_dream", "15.20.00", "Udtræk fra DREAM", "K", "Slettes når nyt udtræk modtages", "", "", "Leveres månedligt"),
 ("da_leg", "32.45.00", "Legater", "K", "P100D", "", "SBSYS", "Tag stilling"),
 (S, "28 Dagtilbud"),
 ("da_vent", "28.06.00", "Ventelister, dagtilbud", "K", "Når de ikke længere er nødvendige", "", "KMD", ""),
 ("da_dag", "28.06.02", "Indmeldelser i dagtilbud", "K", "5 år efter udmeldelse", "", "KMD", ""),
 (S, "81 Personale"),
 ("da_ans", "81.03.01", "Ansøgninger fra ikke-ansatte", "K", "6 måneder efter endt rekruttering", "", "HR-Manager", ""),
 ("da_uop", "81.03.02", "Uopfordrede ansøgninger", "K", "Maks. 6 måneder", "", "", ""),
 ("da_pers", "81.01.00", "Personalesager", "K", "5 år efter fratrædelse", "", "Personaleweb", ""),
 ("da_adv", "81.29.00", "Advarsler og påtaler", "K", "2 år", "", "Personaleweb", ""),
 ("da_mus", "81.15.00", "MUS-samtaler", "K", "Slettes når næste samtale er holdt", "", "", ""),
 ("da_sfs", "81.28.00", "Sygefraværssamtaler", "K", "3 år", "", "Personaleweb", ""),
 ("da_kurs", "81.39.00", "Kursusbeviser", "K", "5 år efter fratrædelse", "", "Personaleweb", ""),
 ("da_kor", "81.08.00", "Kørselsgodtgørelse", "K", "5 år efter regnskabsårets udløb", "Bogføringsloven", "Indenta", ""),
 ("da_bil", "00.32.00", "Regnskabsbilag", "K", "5 år efter regnskabsårets udløb", "Bogføringsloven", "OPUS", ""),
]
DA_ROWS = {r[0]: r[2] for r in DA if r[0] != S}


def write_sv(path):
    with open(path, "w", encoding="utf-8-sig", newline="") as o:
        w = csv.writer(o, delimiter=";", lineterminator="\r\n")
        w.writerow(["Informationshanteringsplan, Samhällsbyggnads- och kulturnämnden, Östervik kommun"] + [""] * 8)
        w.writerow(["Fastställd 2022-03-15 § 41. Dnr SBK 2022/117. Version 2.1"] + [""] * 8)
        w.writerow(["B = bevaras, G = gallras. Frister räknas i hela kalenderår."] + [""] * 8)
        w.writerow([""] * 9)
        w.writerow(HEAD)
        for r in SV:
            w.writerow([r[1]] + [""] * 8 if r[0] == S else r[1:])


def write_da(path):
    with open(path, "w", encoding="cp1252", newline="") as o:
        w = csv.writer(o, delimiter=";", lineterminator="\r\n")
        w.writerow(["Slettefristoversigt for Skovlunde-Ås Kommune"] + [""] * 6)
        w.writerow(["Godkendt af direktionen 14. januar 2022"] + [""] * 6)
        w.writerow(DA_HEAD)
        for r in DA:
            w.writerow([r[1]] + [""] * 6 if r[0] == S else r[1:])
