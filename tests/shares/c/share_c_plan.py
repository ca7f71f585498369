"""The plan of share-c: Lindhaga kommun (invented)."""
import openpyxl
from openpyxl.styles import Font

HEAD = ["Klassificering", "Process", "Handlingstyp", "Bevaras/gallras", "Leverans till kommunarkivet", "Registrering",
        "Förvaring", "Anmärkning"]
S = "SECTION"
PLAN = [
 (S, "1 Demokrati och ledning"),
 ("prot", "1.1.1", "Nämndadministration", "Protokoll från nämnd, styrelse och utskott", "Bevaras", "5 år", "W3D3", "Närarkiv", "Original i pärm, binds årsvis"),
 ("deleg", "1.1.1", "Nämndadministration", "Delegationsbeslut, anmälningslistor", "Bevaras", "5 år", "W3D3", "Närarkiv", ""),
 ("apt", "1.1.2", "Intern information", "Minnesanteckningar från arbetsplatsträffar", "2 år", "", "Nej", "Enhetens filyta", "Gallras efter det år mötet hölls"),
 ("klag", "1.1.4", "Synpunkter", "Synpunkter och klagomål av enklare slag", "Gallras 2 år efter avslutat ärende", "", "Nej", "Enheten", ""),
 ("klagutr", "1.1.4", "Synpunkter", "Klagomål som lett till utredning", "Bevaras", "5 år", "W3D3", "Närarkiv", "Se även lex Sarah"),
 ("utl", "1.1.5", "Utlämnande", "Begäran om allmän handling som bifallits", "1 år", "", "Nej", "Registrator", ""),
 ("bokn", "1.1.6", "Lokaler", "Bokningslistor och besöksliggare", "Får gallras efter 6 månader", "", "Nej", "Receptionen", ""),
 (S, "1.3 Allmänna val (valnämnden)"),
 ("valford", "1.3.1", "Röstmottagare", "Förordnanden för röstmottagare", "Gallras 2 år efter valet", "", "Nej", "Valkansliet", ""),
 ("valintr", "1.3.1", "Röstmottagare", "Intresseanmälningar från röstmottagare", "Gallras när valet vunnit laga kraft", "", "Nej", "Valkansliet", ""),
 ("valers", "1.3.1", "Röstmottagare", "Underlag för arvode och ersättning till röstmottagare", "7 år", "", "Nej", "Valkansliet", "Räkenskapsinformation"),
 ("rostl", "1.3.2", "Röstning", "Röstlängder", "Gallras när nästa ordinarie val vunnit laga kraft", "", "Nej", "Låst skåp, valkansliet", "Sekretess för skyddade uppgifter"),
 ("valdag", "1.3.2", "Röstning", "Dagrapporter från förtidsröstning", "Gallras 4 år efter utgången av det kalenderår då valet hölls", "", "Nej", "Valkansliet", ""),
 ("valutv", "1.3.3", "Uppföljning", "Valnämndens rapport om genomfört val", "Bevaras", "5 år", "W3D3", "Närarkiv", ""),
 (S, "2.4 Personal"),
 ("ansok_ja", "2.4.1", "Rekrytera", "Ansökningshandlingar, erhållen tjänst", "Bevaras", "2 år efter avslutad anställning", "Personalakt", "HR, personalakt", ""),
 ("ansok_nej", "2.4.1", "Rekrytera", "Ansökningshandlingar, ej erhållen tjänst", "Gallras 2 år efter tillsättningsbeslut", "", "Rekryteringssystem", "HR", "Diskrimineringslagen"),
 ("spontan", "2.4.1", "Rekrytera", "Spontanansökningar", "Gallras senast 6 månader efter ankomst", "", "Nej", "HR", ""),
 ("avtal", "2.4.2", "Anställa", "Anställningsavtal och anställningsbeslut", "Bevaras", "2 år efter avslutad anställning", "Personalakt", "HR, personalakt", ""),
 ("betyg_tj", "2.4.2", "Anställa", "Tjänstgöringsbetyg och tjänstgöringsintyg", "Bevaras", "2 år efter avslutad anställning", "Personalakt", "HR, personalakt", "Kopia"),
 ("upps", "2.4.2", "Avsluta anställning", "Uppsägningar och entlediganden", "Bevaras", "2 år efter avslutad anställning", "Personalakt", "HR, personalakt", ""),
 ("led_k", "2.4.3", "Frånvaro", "Ledighetsansökningar, kortare tid än 6 månader", "2 år", "", "Nej", "Närmaste chef", "Även semester"),
 ("led_l", "2.4.3", "Frånvaro", "Ledighetsansökningar, längre tid än 6 månader", "Bevaras", "2 år efter avslutad anställning", "Personalakt", "HR, personalakt", ""),
 ("sjuk", "2.4.3", "Frånvaro", "Läkarintyg och intyg om vård av barn", "2 år efter utgången av det kalenderår då intyget kom in", "", "Nej", "Närmaste chef", "Sekretess OSL 39:1"),
 ("schema", "2.4.4", "Arbetstid", "Tjänstgöringsscheman", "Gallras 3 år efter utgången av det kalenderår schemat avser", "", "Nej", "TimeCare", ""),
 ("tid", "2.4.4", "Arbetstid", "Tidrapporter och flexsammanställningar", "3 år", "", "Nej", "Enheten", ""),
 ("res", "2.4.5", "Lön", "Reseräkningar och körjournaler", "7 år efter räkenskapsårets utgång", "", "Nej", "Löneenheten", "Räkenskapsinformation"),
 ("frisk", "2.4.5", "Lön", "Friskvårdsbidrag, ansökningar med kvitton", "7 år efter räkenskapsårets utgång", "", "Nej", "Löneenheten", ""),
 ("loneov", "2.4.5", "Lön", "Underlag till löneöversyn", "Gallras vid inaktualitet", "", "Nej", "Chef", "När nya löner är satta"),
 ("rehab", "2.4.6", "Arbetsmiljö", "Rehabiliteringsutredningar och återgångsplaner", "Gallras 10 år efter avslutad rehabilitering", "", "Adato", "HR", "Sekretess OSL 39:1"),
 ("tillbud", "2.4.6", "Arbetsmiljö", "Tillbudsrapporter", "10 år, därefter prövar arkivarien om de ska bevaras", "", "KIA", "HR", ""),
 ("skada", "2.4.6", "Arbetsmiljö", "Arbetsskadeanmälningar", "Bevaras", "5 år", "KIA", "Personalakt", ""),
 ("medsam", "2.4.7", "Utveckla", "Dokumentation av medarbetarsamtal", "När nytt samtal hållits, dock senast 2 år efter avslutad anställning", "", "Nej", "Chef", ""),
 ("kursint", "2.4.7", "Utveckla", "Kursintyg och kursanmälningar", "2 år", "", "Nej", "Chef", ""),
 ("samv", "2.4.8", "Samverkan", "Protokoll från facklig samverkan och förhandling", "Bevaras", "5 år", "W3D3", "Närarkiv", ""),
 ("belast", "2.4.9", "Registerkontroll", "Utdrag ur belastningsregistret", "Återlämnas, noteringen gallras när anställningen upphör", "", "Nej", "Chef", "Endast notering om uppvisat utdrag"),
 (S, "3 Barn- och utbildningsnämnden"),
 ("plats", "3.1.1", "Placering", "Ansökan om plats i förskola och fritidshem", "Gallras 2 år efter att barnet slutat", "", "IST", "Placeringsenheten", ""),
 ("ko", "3.1.1", "Placering", "Köregister", "Vid inaktualitet", "", "IST", "Placeringsenheten", "Uppdateras löpande"),
 ("folkb", "3.1.1", "Placering", "Utdrag ur folkbokföringen", "Gallras när nytt utdrag erhållits", "", "Nej", "Placeringsenheten", "Levereras månadsvis"),
 ("ink", "3.1.2", "Avgifter", "Inkomstuppgifter för barnomsorgsavgift", "Gallras 5 år efter utgången av det kalenderår uppgiften avser", "", "IST", "Placeringsenheten", ""),
 ("narv", "3.1.3", "Verksamhet", "Närvarolistor, förskola och fritidshem", "1 år efter läsårets slut", "", "Nej", "Avdelningen", ""),
 ("kost", "3.1.3", "Verksamhet", "Uppgifter om allergi och specialkost", "Gallras vid läsårets slut", "", "Nej", "Köket", "Hälsouppgifter"),
 ("klassl", "3.2.1", "Elevadministration", "Klasslistor", "Bevaras", "5 år", "IST", "Närarkiv", "Utskrift per 15 oktober"),
 ("franv", "3.2.1", "Elevadministration", "Frånvaroanmälningar", "Vid läsårets slut", "", "Skola24", "Skolexpeditionen", ""),
 ("franvutr", "3.2.1", "Elevadministration", "Utredningar om skolfrånvaro", "Gallras 5 år efter avslutat ärende", "", "W3D3", "Skolexpeditionen", "Sekretess OSL 23:2"),
 ("ledelev", "3.2.1", "Elevadministration", "Ledighetsansökningar, elever", "Vid läsårets slut", "", "Nej", "Mentor", ""),
 ("overl", "3.2.1", "Elevadministration", "Överlämningsblanketter vid stadiebyte och skolbyte", "Gallras 1 år efter avslutad skolgång", "", "Nej", "Skolexpeditionen", ""),
 ("dator", "3.2.1", "Elevadministration", "Låneavtal för elevdator", "1 år efter avslutad skolgång", "", "Nej", "Skolbiblioteket", ""),
 ("iup", "3.2.2", "Utveckling och stöd", "Individuella utvecklingsplaner", "Gallras när eleven fyllt 19", "", "Unikum", "Mentor", ""),
 ("atg", "3.2.2", "Utveckling och stöd", "Åtgärdsprogram", "Bevaras", "När eleven slutat", "Elevakt", "Skolexpeditionen", "Sekretess OSL 23:2"),
 ("kartl", "3.2.2", "Utveckling och stöd", "Pedagogiska kartläggningar", "Gallras 3 år efter avslutad skolgång", "", "Elevakt", "Skolexpeditionen", ""),
 ("modm", "3.2.2", "Utveckling och stöd", "Ansökan om modersmålsundervisning", "2 år", "", "Nej", "Skolexpeditionen", ""),
 ("betyg", "3.2.3", "Betyg och prov", "Betygskatalog", "Bevaras", "5 år", "IST", "Närarkiv", "Undertecknat original"),
 ("np_sv", "3.2.3", "Betyg och prov", "Nationella prov i svenska", "Bevaras", "5 år", "Nej", "Närarkiv", ""),
 ("np", "3.2.3", "Betyg och prov", "Nationella prov i övriga ämnen", "5 år", "", "Nej", "Skolexpeditionen", ""),
 ("skjuts", "3.2.4", "Skolskjuts", "Ärenden om skolskjuts", "Gallras 2 år efter avslutat ärende", "", "W3D3", "Skolskjutshandläggare", "Se även överklagade"),
 ("skjutsov", "3.2.4", "Skolskjuts", "Ärenden om skolskjuts som överklagats", "Bevaras", "5 år", "W3D3", "Närarkiv", ""),
 ("buss", "3.2.4", "Skolskjuts", "Kvittenser för busskort", "Vid läsårets slut", "", "Nej", "Skolexpeditionen", ""),
 ("krank", "3.2.6", "Trygghet", "Anmälningar och utredningar om kränkande behandling", "Bevaras", "När eleven slutat", "W3D3", "Närarkiv", "Sekretess"),
 ("olyc", "3.2.6", "Trygghet", "Olycksfalls- och incidentrapporter, elever", "10 år", "", "Nej", "Skolexpeditionen", ""),
 (S, "4 Socialnämnden"),
 ("ekb", "4.1.1", "Ekonomiskt bistånd", "Personakter, ekonomiskt bistånd", "Gallras 5 år efter sista anteckning", "", "Treserva", "IFO:s arkiv", "Akter för personer födda den 5, 15 och 25 bevaras"),
 ("plac", "4.1.2", "Barn och unga", "Personakter, placerade barn", "Bevaras", "5 år efter sista anteckning", "Treserva", "IFO:s arkiv", ""),
 ("oro", "4.1.2", "Barn och unga", "Orosanmälningar som inte lett till utredning", "Gallras 5 år efter utgången av det kalenderår då anmälan kom in", "", "Pärm", "IFO:s arkiv", "Ordnas kronologiskt"),
 ("fader", "4.1.3", "Familjerätt", "Faderskapsutredningar", "Bevaras", "5 år", "Treserva", "IFO:s arkiv", ""),
 ("dodsbo", "4.1.4", "Dödsbo", "Dödsboanmälningar", "Gallras 5 år efter avslutat ärende", "", "Treserva", "IFO:s arkiv", ""),
 ("fardtj", "4.2.1", "Färdtjänst", "Ärenden om färdtjänst och riksfärdtjänst", "Gallras 3 år efter att tillståndet upphört", "", "Treserva", "Handläggaren", ""),
 ("turl", "4.3.1", "Hemtjänst", "Planeringslistor", "Gallras efter 2 månader", "", "Nej", "Enheten", ""),
 ("sign", "4.3.2", "Hälso- och sjukvård", "Signeringslistor för läkemedel", "10 år", "", "Nej", "Närarkiv", "Ingår i patientjournalen"),
 ("avvik", "4.3.3", "Kvalitet", "Avvikelserapporter", "Gallras 5 år efter avslutad utredning", "", "Treserva", "Enheten", ""),
 ("sarah", "4.3.3", "Kvalitet", "Lex Sarah-utredningar", "Bevaras", "5 år", "W3D3", "Närarkiv", ""),
 ("nyckel", "4.3.4", "Hemtjänst", "Nyckelkvittenser", "Gallras när nyckeln återlämnats", "", "Nej", "Enheten", ""),
 ("avgift", "4.3.5", "Avgifter", "Inkomstförfrågningar, äldreomsorg", "10 år", "", "Treserva", "Avgiftshandläggaren", ""),
]
ROWS = {r[0]: r[3] for r in PLAN if r[0] != S}


def write_plan(path):
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "DHP"
    ws.append(["Dokumenthanteringsplan för Lindhaga kommun"])
    ws.append(["Antagen av kommunfullmäktige 2021-09-27 § 118, dnr KS 2021/204. Gäller från 2022-01-01."])
    ws.append(["Där inget annat anges räknas gallringsfristen från utgången av det kalenderår då handlingen upprättades eller kom in."])
    ws.append([])
    ws.append(HEAD)
    for c in ws[5]:
        c.font = Font(bold=True)
    for r in PLAN:
        ws.append([r[1]] if r[0] == S else list(r[1:]))
    ws["A1"].font = Font(bold=True, size=14)
    ws.merge_cells("A1:H1")
    ws.merge_cells("A2:H2")
    ws.merge_cells("A3:H3")
    leg = wb.create_sheet("Läsanvisning")
    for line in ["Bevaras: handlingen sparas för all framtid och lämnas till kommunarkivet vid den tid som anges.",
                 "Gallras: handlingen förstörs när fristen gått ut.",
                 "Vid inaktualitet: den ansvarige bedömer när handlingen inte längre behövs."]:
        leg.append([line])
    wb.save(path)
