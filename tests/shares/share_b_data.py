"""Share B: two roots. files: Samhällsbyggnadsnämnden i Österberg (made up), plan as Windows-1252 csv;
files-da: Nørrelund Kommune (made up), a slettepolitik as UTF-8 csv with BOM."""
import csv, io
from share import Share, MIG

# key, node (upper levels stand once), group, document type, gallras, bevaras, diarieförs, förvaring, anm
P = [
 ("apt", "1.1", "Ledning och samordning", "Arbetsplatsträff, minnesanteckningar", "2 år", "", "", "Mapp", ""),
 ("tjut", "", "", "Sammanträdeshandlingar, nämnden", "", "X", "Ja", "Närarkiv", "Tjänsteutlåtanden och protokollsutdrag"),
 ("rutb", "", "", "Rutinbeskrivningar", "Gallras när ny version upprättats", "", "", "Intranät", ""),
 ("scb", "", "", "Statistik till andra myndigheter", "3 år", "", "", "", "SCB, Boverket"),
 ("jamf", "", "", "Utbildningsmaterial från externa kurser", "Vid inaktualitet", "", "", "", ""),
 ("#", "2", "BYGGA OCH BO"),
 ("lovb", "2.1", "Bygglov", "Bygglovsärenden, beviljade", "", "X", "Ja", "Ciceron; närarkiv", "Leverans 10 år efter slutbesked"),
 ("lova", "", "", "Bygglovsärenden, återkallade eller avskrivna", "Gallras 2 år efter avslutat ärende", "", "Ja", "Ciceron", "Även avvisade"),
 ("forh", "", "", "Förhandsbesked", "", "X", "Ja", "Ciceron", ""),
 ("grann", "", "", "Grannehörande, svarsblanketter utan erinran", "5 år efter beslut", "", "", "Ciceron", ""),
 ("ritu", "", "", "Ritningar som ersatts under handläggningen", "Gallras när beslutet vunnit laga kraft", "", "", "", ""),
 ("nykt", "", "", "Nybyggnadskarta, beställning", "Gallras efter 2 år", "", "", "Kart", ""),
 ("ovk", "2.2", "Tillsyn byggnader", "Ventilationskontroll (OVK), protokoll", "Gallras när nytt protokoll inkommit", "", "Ja", "Register", ""),
 ("hiss", "", "", "Hissar, besiktningsintyg", "Tre år", "", "", "", ""),
 ("olov", "", "", "Tillsynsärenden, olovligt byggande", "", "X", "Ja", "Ciceron", ""),
 ("tips", "", "", "Tillsyn, anonyma tips som inte föranlett åtgärd", "Gallras efter 2 år", "", "", "", ""),
 ("bab", "2.3", "Bostadsanpassning", "Bostadsanpassningsbidrag", "Gallras 10 år efter beslut", "", "Ja", "BAB", "Sekretess OSL 26:1"),
 ("#", "3", "MILJÖ- OCH HÄLSOSKYDD"),
 ("livs", "3.1", "Livsmedel", "Livsmedelskontroll, rapporter", "5 år", "", "Ja", "Ecos", ""),
 ("livr", "", "", "Livsmedelsanläggning, registrering", "Gallras 5 år efter att verksamheten upphört", "", "Ja", "Ecos", ""),
 ("matf", "", "", "Misstänkt matförgiftning, utredning", "10 år", "", "Ja", "Ecos", ""),
 ("avlo", "3.2", "Vatten och avlopp", "Enskilt avlopp, tillstånd", "", "X", "Ja", "Ecos", "Levereras efter 10 år"),
 ("slam", "", "", "Sophämtning och slamtömning, dispenser", "Gallras 2 år efter att dispensen löpt ut", "", "Ja", "Ecos", ""),
 ("bad", "", "", "Badvatten, analysresultat", "10 år", "", "", "Ecos", ""),
 ("koldm", "3.3", "Energi och kemikalier", "Köldmedierapporter", "Gallras efter 5 år", "", "Ja", "Ecos", ""),
 ("cist", "", "", "Cisterner, kontrollrapporter", "Gallras när ny rapport inkommit", "", "", "Ecos", ""),
 ("klag", "3.4", "Hälsoskydd", "Klagomål på boendemiljö och buller", "Gallras 5 år efter avslutat ärende", "", "Ja", "Ecos", ""),
 ("klagf", "", "", "Klagomål som lett till föreläggande eller vite", "", "X", "Ja", "Ecos", ""),
 ("radon", "", "", "Radonmätningar", "", "X", "", "Ecos", ""),
 ("#", "4", "TILLSTÅND OCH TRAFIK"),
 ("serv", "4.1", "Alkohol och tobak", "Serveringstillstånd, stadigvarande", "Gallras 5 år efter att tillståndet upphört", "", "Ja", "AlkT", ""),
 ("servt", "", "", "Serveringstillstånd, tillfälliga", "2 år", "", "Ja", "AlkT", ""),
 ("rest", "", "", "Restaurangrapporter", "Får gallras efter 3 år", "", "", "AlkT", ""),
 ("fard", "4.2", "Färdtjänst", "Färdtjänst, personakter", "Gallras 2 år efter sista anteckning i akten", "", "", "Troman", "Sekretess"),
 ("phand", "4.3", "Parkering", "Parkeringstillstånd för rörelsehindrade", "Gallras 2 år efter giltighetstidens utgång", "", "", "", ""),
 ("pbot", "", "", "Parkeringsanmärkning, bestridande", "2 år", "", "", "", ""),
 ("ltf", "4.4", "Trafik", "Lokala trafikföreskrifter", "", "X", "Ja", "RDT", ""),
 ("trak", "", "", "Trafikräkningar", "Minst 5 år", "", "", "", ""),
 ("schakt", "", "", "Schakttillstånd", "Gallras 5 år efter avslutat arbete", "", "", "ISYCase", "Garantitid"),
 ("flytt", "", "", "Flyttning av fordon", "3 år", "", "Ja", "", ""),
 ("torg", "", "", "Torghandel, upplåtelse av plats", "Gallras 2 år efter avtalstidens utgång", "", "", "", ""),
 ("#", "5", "FRITID OCH BAD"),
 ("fbid", "5.1", "Föreningsstöd", "Föreningsbidrag, ansökan och beslut", "Gallras efter 5 år", "", "Ja", "Rbok", ""),
 ("freg", "", "", "Föreningsregister", "Uppdateras löpande", "", "", "Rbok", ""),
 ("bok", "5.2", "Lokaler", "Lokalbokningar", "Gallras 1 år efter utgången av det kalenderår då bokningen gjordes", "", "", "Rbok", ""),
 ("sim", "5.3", "Simhall", "Simskola, anmälningar", "Gallras vid terminens slut", "", "", "", ""),
 ("inc", "", "", "Olyckor och incidenter i simhall", "10 år", "", "", "", "Barn: se anm. i rutin"),
 ("kam", "", "", "Kamerabevakning, inspelningar och urval", "Gallras efter 2 månader", "", "", "", ""),
]
# key, KLE, type, bevaring, slettefrist, hjemmel, vejledning
PD = [
 ("moed", "00.22.02", "Dagsordener og referater, udvalg og byråd", "B", "", "Arkivloven", "Bevares"),
 ("akt", "00.07.10", "Aktindsigt, begæringer", "K", "5 år efter sagsafslutning", "Offentlighedsloven", ""),
 ("borg", "00.13.00", "Borgerhenvendelser af rutinemæssig karakter", "K", "Slettes efter 1 år", "", ""),
 ("bilag", "00.32.00", "Regnskabsbilag", "K", "Løbende år + 5 år", "Bogføringsloven", "Fakturaer, kvitteringer"),
 ("tilb", "88.12.00", "Tilbud, ikke antagne", "K", "5 år efter sagsafslutning", "", "Udbud"),
 ("kontr", "88.08.00", "Kontrakter med leverandører", "K", "P1825D efter kontraktens udløb", "", ""),
 ("pers", "81.03.00", "Personalesager", "K", "Slettes 5 år efter fratræden", "", "Tjenestemænd se særskilt"),
 ("anso", "81.01.00", "Stillingsansøgninger, afslag", "K", "6 måneder efter rekrutteringens afslutning", "", ""),
 ("uopf", "81.01.00", "Uopfordrede ansøgninger", "K", "Slettes efter 6 måneder", "", ""),
 ("syg", "81.28.00", "Sygefravær, samtaler og erklæringer", "K", "Slettes efter 5 år", "", ""),
 ("loen", "81.22.00", "Lønbilag og timesedler", "K", "5 år efter regnskabsårets udløb", "Bogføringsloven", ""),
 ("tr", "81.39.00", "Tillidsrepræsentantens oplysninger", "K", "P100D", "", "Tag stilling"),
 ("dagt", "28.06.00", "Optagelse i dagtilbud", "K", "5 år efter barnet er udmeldt", "", ""),
 ("frav", "17.02.00", "Elevfravær", "K", "1 år efter skoleårets udløb", "", ""),
 ("elev", "17.03.00", "Elevsager, specialundervisning", "B", "P3650D", "Arkivloven", "Afleveres før sletning"),
 ("skbil", "17.17.00", "Befordring af elever", "K", "P1825D", "", "Skolebus, buskort"),
 ("sdp", "32.36.00", "Sygedagpenge", "B", "P1825D", "", "Afleveres til stadsarkivet, slettes derefter"),
 ("enk", "32.24.00", "Enkeltydelser", "K", "5 år efter sagsafslutning", "", ""),
 ("hjm", "27.60.00", "Hjælpemidler til borgere", "K", "5 år efter borgerens død", "", ""),
 ("dream", "15.20.00", "Registerudtræk, periodiske leverancer", "K", "Slettes når ny leverance er modtaget", "", "DREAM m.fl."),
 ("byg", "02.34.00", "Byggesager", "B", "P18250D", "Byggeloven", ""),
 ("aff", "07.18.00", "Klager over renovation", "K", "P1825D", "", ""),
 ("grav", "05.13.00", "Gravetilladelser", "K", "P3650D – 5 år efter sagsafslutning", "", ""),
 ("tv", "82.20.00", "Videoovervågning", "K", "Maks. 30 dage", "TV-overvågningsloven", ""),
]
ROWS = {p[0]: p[3] for p in P if p[0] != "#"}
ROWS.update({"da_" + p[0]: p[2] for p in PD})
ENDINGS = {"files": [
    "Samhällsbyggnadsförvaltningen\nÖsterbergs kommun",
    "Handläggare: Siv Engman\nÖsterbergs kommun, Stadshuset",
    "Avgift enligt taxa.\nSe bifogad hänvisning hur man överklagar.",
    "Ann-Charlotte Berg\nMiljöinspektör",
    "Sida 1/1",
    "Expedieras: sökanden, akten\nÖsterberg",
], "files-da": [
    "Venlig hilsen\nNørrelund Kommune",
    "Sagsbehandler: Inger Kjær\nNørrelund Kommune, Rådhuspladsen 2",
    "Klagevejledning er vedlagt.\nNørrelund Kommune",
    "Dokumentet er dannet i fagsystemet.\nSide 1 af 1",
]}
EXTRA = {
"APT 2019-03-14.txt": """Semester: önskemål lämnas senast fredag.
Kaffemaskinen: leasas, avtalet löper tre år.
Brandövning: samling vid flaggstången, närvaro prickas av.
Övrigt: bygglovsärendena ökar, två sommarvikarier behövs.
Nästa APT hålls den 11 april.""",
"Tjut detaljplan Hamnen.docx": """Ärendet: Planen har varit på samråd 2013-10-01 – 2013-11-15 och på granskning våren 2014.
Länsstyrelsen har inga synpunkter enligt 11 kap. plan- och bygglagen (2010:900).
Barnperspektiv: en lekplats tillkommer.
Beslutsunderlag: plankarta, planbeskrivning, granskningsutlåtande
Expedieras till: Lantmäteriet""",
"kopia tjut hamnen.docx": """Ärendet: Planen har varit på samråd 2013-10-01 – 2013-11-15 och på granskning våren 2014.
Länsstyrelsen har inga synpunkter enligt 11 kap. plan- och bygglagen (2010:900).
Barnperspektiv: en lekplats tillkommer.
Beslutsunderlag: plankarta, planbeskrivning, granskningsutlåtande
Expedieras till: Lantmäteriet""",
"ansökan carport.html": """Byggnadsarea 28 kvm, höjd 2,7 m, fasad i träpanel, falurött
Avstånd till tomtgräns 4,5 m
Planerad byggstart: augusti
Kontrollansvarig: behövs ej
Bilagor: situationsplan skala 1:400, fasader 1:100""",
"avskrivning.docx": """Skäl: Sökanden har den 28 september skriftligen tagit tillbaka ansökan.
Avgift: 950 kr för nedlagd tid
Beslutet fattas med stöd av punkt 5.12 i delegationsordningen antagen 2015-01-27.""",
"beslut bygglov villa.docx": """Kontrollansvarig: Stig Palm, certifierad
Tekniskt samråd krävs. Arbetena får inte påbörjas innan startbesked.
Lovet upphör att gälla om åtgärden inte påbörjats inom två år och avslutats inom fem år.
Grannar har hörts. Ingen erinran har kommit in.""",
"ansökan BAB.docx": """Bostaden: hyresrätt, två rum och kök, markplan
Sökt åtgärd: borttagning av fem trösklar, spisvakt, stödhandtag i badrum
Intyg från arbetsterapeut bifogas.
Fastighetsägaren har medgett åtgärderna.""",
"kontrollrapport 2016-04-07.docx": """Kontrollområden: temperatur, rengöring, spårbarhet, märkning
Handfatet i disken saknade tvål. Åtgärdat på plats.
Uppföljning sker vid nästa ordinarie besök.
Avgift: 2 timmar enligt taxa""",
"magsjuka bröllop Gästgiveriet 2013.docx": """Bakgrund: Anmälan från brudparet 2013-08-19.
Enkät skickades till 64 gäster, 51 svarade.
Prover från buffén: inget påvisat. Två prover från gäster: norovirus misstänks.
Åtgärd: genomgång av rutiner för handhygien""",
"Tillstånd minireningsverk Näset 1-20.docx": """Anläggning: minireningsverk med efterföljande infiltration, hög skyddsnivå
Villkor: serviceavtal ska finnas så länge anläggningen används. Slamtömning en gång per år.
Tillståndet upphör att gälla om anläggningen inte påbörjats inom två år.
Lagrum: 13 § förordningen (1998:899)""",
"uppehåll i hämtning sopor Ring 2014-2016.docx": """Sökande: Karin Ring
Skäl: fastigheten nyttjas inte under perioden
Ansökan om förlängning ska göras senast en månad före utgången.
Ingen förlängning är sökt.""",
"anmälan störning.txt": """Klagande: Per-Erik Nord, Fiskargränd 3
Ljudet hörs dagligen kl. 10–23, värst på helger.
Restaurangen har kontaktats per telefon 2014-03-24 och lovar service på fläkten.""",
"föreläggande vite.docx": """Skäl: Besök på platsen 2013-12-10 och 2014-01-21 visar kraftig rök från fastigheten.
Nämnden förelägger med stöd av 26 kap. 9 och 14 §§ miljöbalken.
Beslutet gäller även om det överklagas.
Delgivning: rekommenderat brev""",
"stadigvarande tillstånd 2007.docx": """Serveringstid 11.00–01.00, uteservering 11.00–23.00
Serveringsansvariga: två personer
Bolaget: Krogen Svanen i Öst HB
Tillståndsbevis ska finnas tillgängligt på serveringsstället.""",
"ansökan färdtj 2009.txt": """Jag använder rollator inomhus och rullstol utomhus.
Närmaste hållplats ligger 600 meter bort.
Läkarutlåtande bifogas.
Gunborg Ahl""",
"grävtillstånd fiber Åvägen.html": """Sökande: Österbergs Stadsnät AB
Schaktlängd 240 m, trafikanordningsplan godkänd
Start 2016-09-12
Garantitid två år på beläggning""",
"Aktivitetsstöd Österbergs SK 2016.html": """Föreningen har 310 medlemmar, varav 240 under 20 år.
Bilagor: verksamhetsberättelse, bokslut 2015, stadgar
Utbetalning sker till föreningens bankgiro.
Ansökan prövad enligt bidragsreglerna antagna 2012-06-12.""",
"Referat byrådet 2015-02-24.docx": """Punkt 4: Budgetopfølgning pr. 31. januar. Taget til efterretning.
Punkt 5: Klage over støj fra havnen. Forvaltningen besvarer.
Punkt 6: Ansættelse af ny skolechef (lukket punkt).
Mødet hævet kl. 20.40""",
"afgørelse aktindsigt.docx": """Du har den 17. marts 2015 bedt om aktindsigt i lokalplansagen.
Dokument 1–14 udleveres. Dokument 15 er internt og undtages efter offentlighedslovens § 23.
Du kan klage til Ankestyrelsen.""",
"advarsel 2011.docx": """Du er mødt for sent den 10., 17. og 24. februar 2011.
Gentager det sig, kan det få konsekvenser for ansættelsen.
Advarslen lægges på personalesagen.
Teamleder Bodil Kjær""",
"specialundervisning afgørelse.docx": """Baggrund: pædagogisk-psykologisk vurdering af 21. juni 2010
Støtten gives i dansk og matematik.
Forældrene er hørt og er enige.
Revurderes en gang om året.""",
"sygedagpenge opfølgning sag 2013-32-0555.txt": """Borgeren har været sygemeldt siden august.
Plan: delvis raskmelding fra januar, praktik 15 timer om ugen.
Næste samtale om otte uger.
Sagsbehandler: Inger Kjær""",
"klage over skraldespand 2014-07-0031.docx": """Spanden er ikke tømt tre tirsdage i træk.
Vognmanden oplyser, at vejen var spærret.
Spanden er tømt den 20. juni, og borgeren er orienteret.""",
}
S = Share("share-b", ROWS, endings=ENDINGS, extra=EXTRA, migrated=("Gammal server G", "Bygglov"))
D, F = S.D, S.F

# ================================================================ Swedish root
D("Gemensamt/APT")
F("APT 2019-03-14.txt", """Anteckningar från APT den 14 mars 2019
Närvarande: hela bygglovsenheten utom Siv
Punkter: semester, ny kaffemaskin, brandövning""", "O", "apt", "workplace meeting notes 2019, 2 years", d="2019-03-14")
F("apt anteckningar nov 2020.md", """# APT 2020-11-05
- hemarbete fortsätter
- julfika ställs in
Antecknat av Siv""", "O", "apt", "workplace meeting notes 2020, 2 years, due 2023", d="2020-11-05")
F("APT 260902.docx", """Arbetsplatsträff 2026-09-02
Minnesanteckningar
Ny arbetsordning gicks igenom.""", "K", "apt", "notes of 2026", d="2026-09-02")
F("apt 2024-02-08 minnesant.docx", """Minnesanteckningar APT 8 februari 2024
Arbetsmiljörond. Ventilationen låter.""", "S", "apt", "2024 plus 2 calendar years, due 2027-01-01", "", d="2024-02-08")
D("Gemensamt/Nämnd/2014-05-20")
F("Tjut detaljplan Hamnen.docx", """Tjänsteutlåtande till samhällsbyggnadsnämnden 2014-05-20
Antagande av detaljplan för Hamnen
Förvaltningen föreslår att nämnden antar planen.""", "P", "tjut", "memo to the board, preserved", "V", d="2014-05-06")
F("protokollsutdrag § 63.html", """Protokollsutdrag
Samhällsbyggnadsnämnden 2014-05-20 § 63
Detaljplanen för Hamnen antas. Justerat 2014-05-23""", "P", "tjut", "extract of the board's minutes, preserved", "V", d="2014-05-23")
D("Gemensamt/Kopior till nämnden")
F("kopia tjut hamnen.docx", """Tjänsteutlåtande till samhällsbyggnadsnämnden 2014-05-20
Antagande av detaljplan för Hamnen
Förvaltningen föreslår att nämnden antar planen.""", "W", "tjut", "copy of a preserved memo, untouched for years", "R", d="2014-05-06")
F("Kopia skylt bygglov kvarnen.txt", """Kopia till nämndens pärm. Skylt på fasad, Kvarnen 4.""", "W", "", "marked copy, undated but mtime 2017", "RU", mt="2017-04-03")
D("Gemensamt/Rutiner")
F("Rutin posthantering v2 2016.txt", """Rutin för posthantering, version 2
Gäller från 2016-09-01, ersätter version 1.""", "O", "rutb", "replaced by version 3", "ZQ", d="2016-09-01")
F("Rutin posthantering v3 2022.html", """Rutin för posthantering, version 3
Gäller från 2022-03-01, ersätter version 2 som därmed upphör.""", "K", "rutb", "the version in force", "RPM", d="2022-03-01")
F("SCB bygglovsstatistik kv3 2018.xlsx", """Inrapportering till SCB kvartal 3 2018
Typ;Antal
Småhus;14
Flerbostad;2
Insänt;2018-10-15""", "O", "scb", "statistics sent 2018, 3 years", d="2018-10-15")
F("boverket enkät plan 2025.xlsx", """Uppgifter lämnade till Boverket (plan- och byggenkäten) januari 2025
Fråga;Svar
Antal antagna planer;6""", "K", "scb", "statistics 2025, 3 years", d="2025-01-30")
F("kursmaterial ABVA.txt", """Kompendium från kursdag om ABVA, VA-akademin
Delades ut 2015-10-06. Vatten, avlopp, taxor.""", "M", "jamf", "course material, 'vid inaktualitet'", "RQ", d="2015-10-06")
F("inbjudan golfdag.eml", """From: Peo Grahn <peo.grahn@example.se>
To: alla@osterberg.example.se
Subject: Golfdag 12 juni!
Date: Thu, 15 May 2014 15:00:00 +0200

Hej alla golfare, anmäl er senast fredag. Starttid 9.00.""", "U", "", "private invitation", "WRM", d="2014-05-15")

# ---------------------------------------------------------------- Bygglov
D("Bygglov/Återkallade/SBN 2015 00211 Lärkan 7")
F("ansökan carport.html", """Ansökan om lov för carport
Fastighet Lärkan 7, sökande Mats Örn
Inkom 2015-06-02, SBN 2015 00211""", "O", "lova", "withdrawn building permit case closed 2015-09-30", d="2015-06-02")
F("återtar ansökan.eml", """From: Mats Örn <mats.orn@example.se>
To: bygglov@osterberg.example.se
Subject: SBN 2015 00211
Date: Mon, 28 Sep 2015 20:11:00 +0200

Hej, vi bygger inte någon carport. Jag drar tillbaka min ansökan.
Mats Örn, Lärkan 7""", "O", "lova", "withdrawal of the application", d="2015-09-28")
F("avskrivning.docx", """Delegationsbeslut SBN 2015 00211
Ärendet avskrivs då sökanden återkallat ansökan.
Ärendet avslutat 2015-09-30""", "O", "lova", "case written off 2015-09-30, 2 years", d="2015-09-30", custom={"Ärendenummer": "SBN 2015 00211", "Nodnummer": "2.1"})
D("Bygglov/Återkallade/SBN 2021 00340 Åsen 2")
F("anmälan attefallshus.md", """Anmälan om komplementbyggnad, SBN 2021 00340
Inkom 2021-05-11. Sökanden har inte kompletterat, ärendet avvisas.
Avslutat 2021-11-02.""", "O", "lova", "rejected (avvisad) case closed 2021-11-02, 2 years", d="2021-11-02")
D("Bygglov/Återkallade/SBN 2025 00087 Tallen 1")
F("återkallelse plank.txt", """SBN 2025 00087
Sökanden återkallar ansökan om plank. Ärendet avskrivs och avslutas 2025-04-15.""", "K", "lova", "closed 2025-04-15, due 2028-01-01", "S", d="2025-04-15")
D("Bygglov/2011/SBN 2011 00456 Kvarnen 4")
F("beslut bygglov villa.docx", """Beslut om bygglov
SBN 2011 00456, 2011-08-22
Bygglov ges för enbostadshus på Kvarnen 4. Kontrollansvarig Stig Palm.""", "X", "lovb", "granted permit, final clearance 2012-11-05, delivery 10 years after passed", "PV", d="2011-08-22", custom={"Ärendenummer": "SBN 2011 00456", "Nodnummer": "2.1"})
F("slutbesked.txt", """Slutbesked 2012-11-05
Kvarnen 4, SBN 2011 00456. Byggnaden får tas i bruk. Ärendet avslutat 2012-11-05""", "X", "lovb", "final clearance 2012-11-05", "PV", d="2012-11-05")
F("grannesvar Kvarnen 5.txt", """Svar på grannhörande
Vi på Kvarnen 5 har ingenting att invända mot villan. 2011-07-19""", "O", "grann", "neighbour's form without objection; decision 2011-08-22 in the dossier, 5 years; lies in a preserved case", "RPXVQ", d="2011-07-19")
F("planritning UTGÅR.txt", """Ritning A-02, rev 0, 2011-05-30
UTGÅR – ersatt av rev A 2011-07-01 under handläggningen""", "R", "ritu", "replaced drawing, legal force not stated; in a preserved case", "OQXPVW", d="2011-05-30")
D("Bygglov/2023/SBN 2023 00155 Björken 9")
F("bygglovsbeslut tillbyggnad.docx", """Bygglov beviljas för tillbyggnad av fritidshus
Björken 9, SBN 2023 00155, beslut 2023-06-20
Startbesked 2023-07-03""", "P", "lovb", "granted permit, case not yet finished", "V", d="2023-06-20")
F("grannar hörda Björken.txt", """Grannyttrande Björken 8 och 10: ingen erinran
Svar inkom 2023-05-30. Ärende SBN 2023 00155""", "K", "grann", "decision 2023-06-20 plus 5 years", "RPV", d="2023-05-30")
D("Bygglov/2008/Förhandsbesked Näset 1-14")
F("positivt förhandsbesked.docx", """Förhandsbesked 2008-10-14
Prövning om två bostadshus kan tillåtas på Näset 1:14. Positivt besked lämnas.""", "P", "forh", "advance ruling, preserved", "V", d="2008-10-14")
D("Bygglov/Tillsyn")
F("svartbygge brygga Näset 2010.html", """Tillsyn: brygga och förråd uppförda utan lov
Besök 2010-06-29, anmälan om olovlig åtgärd. Rättelse skedde 2011.""", "P", "olov", "inspection of unpermitted building, preserved", "V", d="2010-06-29")
F("anonymt tips altan.txt", """Telefonsamtal 2016-05-03, uppringaren ville inte säga namn
Altan på Rönnen 3 påstås vara för stor. Kontrollerat på karta: lovbefriad. Ingen åtgärd.""", "O", "tips", "anonymous tip 2016 without measure, 2 years", d="2016-05-03")
F("tips plank ledde till tillsyn SBN 2016 00301.txt", """Tips från okänd 2016-07-01: plank vid Eken 2
Tillsynsärende öppnat, SBN 2016 00301, byggsanktionsavgift uttagen.""", "P", "olov", "trap: anonymous tip, but it led to measures, so the preserved inspection row", "RV", d="2016-07-01")
D("Bygglov/Hiss och OVK")
F("OVK Centralskolan 2015-10-20.docx", """Funktionskontroll av ventilation, OVK
Centralskolan, besiktigad 2015-10-20, anmärkningar åtgärdade""", "O", "ovk", "ventilation protocol, replaced by that of 2021", "ZQ", d="2015-10-20")
F("OVK Centralskolan 2021-11-02.md", """OVK-protokoll Centralskolan 2021-11-02. Nästa kontroll 2027.""", "K", "ovk", "newest protocol of the building", "RM", d="2021-11-02")
F("besiktning hiss vårdcentral 2017.html", """Intyg om besiktning av hiss
Österbergs vårdcentral, personhiss 2. Godkänd 2017-03-28""", "O", "hiss", "lift certificate 2017, 3 years", d="2017-03-28")
F("hissintyg stadshuset 2024-05.html", """Besiktningsintyg hiss i stadshuset
Datum 2024-05-14, inga anmärkningar""", "K", "hiss", "lift certificate 2024, due 2028-01-01", d="2024-05-14")
# ---------------------------------------------------------------- Bostadsanpassning
D("Bostadsanpassning/SBN 2012 00090 Ahl")
F("ansökan BAB.docx", """Ansökan om bidrag till anpassning av bostad, SBN 2012 00090
Sökande Gunborg Ahl. Borttagning av trösklar, spisvakt. 2012-03-06""", "O", "bab", "housing adaptation decided 2012-04-18, 10 years", d="2012-03-06")
F("beslut bab Ahl.docx", """Beslut om bostadsanpassningsbidrag
SBN 2012 00090, beslutsdatum 2012-04-18
Bidrag beviljas med 18 400 kr. Slututbetalt 2012-06-20.""", "O", "bab", "decision 2012-04-18, 10 calendar years, due 2023", d="2012-04-18")
D("Bostadsanpassning/SBN 2018 00402 Ytter")
F("bab beslut ramp.docx", """Bidrag till ramp beviljas
Beslutsdatum 2018-11-07, SBN 2018 00402""", "K", "bab", "decision 2018, 10 years", d="2018-11-07")
D("Bostadsanpassning/SBN 2010 00033 Öhman")
F("beslut dörröppnare 2010.docx", """Beslut 2010-05-12, SBN 2010 00033
Anpassning av bostaden: dörrautomatik beviljas""", "K", "bab", "trap: decided 2010, but the case got a new decision 2019 (dossier)", "R", d="2010-05-12")
F("återställningsbidrag 2019.html", """SBN 2010 00033 Nytt beslut i samma ärende
Beslutsdatum 2019-02-27: bidrag till reparation av dörrautomatik""", "K", "bab", "latest decision in the dossier 2019", "R", d="2019-02-27")

# ---------------------------------------------------------------- Miljö
D("Miljö/Livsmedel/Pizzeria Vesuvio")
F("kontrollrapport 2016-04-07.docx", """Kontrollrapport livsmedel
Pizzeria Vesuvio, oanmält besök 2016-04-07
Avvikelse: kylens temperatur 11 grader""", "O", "livs", "food control report 2016, 5 years; each report stands for itself", "K", d="2016-04-07")
F("inspektion Vesuvio 2025-02-19.txt", """Inspektionsrapport 2025-02-19
Livsmedelskontroll utan avvikelser""", "K", "livs", "food control report 2025", d="2025-02-19")
F("registrering anläggning.html", """Anmälan om registrering av livsmedelsanläggning
Pizzeria Vesuvio, startar 2015-11-01, inlämnad 2015-10-05""", "K", "livr", "business still runs (inspected 2025)", "R", d="2015-10-05")
D("Miljö/Livsmedel/Nedlagda/Korvkiosken Torget")
F("reg korvkiosk.html", """Registrering av livsmedelsverksamhet, korvkiosk på Torget
Registrerad 2006-04-20
Verksamheten upphörde 2014-08-31""", "O", "livr", "business ended 2014-08-31, 5 years after", d="2006-04-20")
F("Kontrollbesök kiosken 2013.docx", """Livsmedelsinspektion 2013-06-11 korvkiosken Torget. Inga avvikelser.""", "O", "livs", "food control report 2013, 5 years", d="2013-06-11")
D("Miljö/Livsmedel/Utredningar")
F("magsjuka bröllop Gästgiveriet 2013.docx", """Utredning misstänkt matförgiftning
Gästgiveriet, 22 sjuka efter bröllop 2013-08-17
Avslutad 2013-09-26, smittkälla okänd""", "O", "matf", "food poisoning inquiry 2013, 10 years, due 2024", d="2013-09-26")
F("matförgiftning skolkök 2019.html", """Misstänkt utbrott skolköket 2019-03-12
Utredningen visade norovirus. Klar 2019-04-02.""", "K", "matf", "inquiry 2019, 10 years", d="2019-04-02")
D("Miljö/Avlopp")
F("Tillstånd minireningsverk Näset 1-20.docx", """Tillstånd att inrätta enskild avloppsanläggning
Näset 1:20, beslut 2009-05-14, M-2009-118""", "X", "avlo", "permit for a private sewer 2009, preserve, delivery after 10 years passed", "PV", d="2009-05-14")
F("infiltration Berga 3-2 beslut 2022.docx", """Beslut: tillstånd till infiltration för avlopp
Berga 3:2, 2022-09-13""", "P", "avlo", "permit 2022, preserve, delivery not yet", "V", d="2022-09-13")
F("uppehåll i hämtning sopor Ring 2014-2016.docx", """Dispens från sophämtning
Sommarstuga Näset 1:3. Gäller 2014-05-01 – 2016-04-30. Dispensen löpte ut 2016-04-30""", "O", "slam", "exemption ran out 2016-04-30, 2 years", d="2014-04-11")
F("slamtömning vartannat år Berga.docx", """Medgivande om förlängt intervall för slamtömning
Beslut 2023-02-02, gäller till 2027-12-31""", "K", "slam", "exemption runs to 2027", d="2023-02-02")
F("badvattenprov Storsjön 2012.csv", """datum;plats;E. coli;enterokocker
2012-06-25;Storsjön norra;10;2
2012-07-16;Storsjön norra;30;8
2012-08-06;Storsjön norra;<10;1""", "O", "bad", "bathing water samples 2012, 10 years", d="2012-08-10", enc="cp1252")
F("prov badplats 2024.csv", """datum;plats;E. coli
2024-06-24;Storsjön norra;10
2024-07-22;Storsjön norra;20""", "K", "bad", "bathing water samples 2024, 10 years", d="2024-07-30")
D("Miljö/Kemikalier")
F("köldmedia ishallen 2018 inkom 190312.txt", """Köldmedierapport ishallen avseende 2018
Inkom 2019-03-12. Läckage: inget.""", "O", "koldm", "refrigerant report received 2019, 5 years, due 2025", d="2019-03-12", mt=MIG)
F("köldmedia coop 2023.txt", """Köldmedierapport avseende år 2023
Inkom 2024-03-05""", "K", "koldm", "refrigerant report 2024", d="2024-03-05")
F("cistern Macken 2008.docx", """Kontroll av cistern, Macken, utförd 2008-05-20. Nästa kontroll 2014.""", "Q", "cist", "to go when a new report came; no newer one is here, though one was due 2014", "RK", d="2008-05-20")
D("Miljö/Klagomål/M-2014-077 fläktljud")
F("anmälan störning.txt", """Klagomål på fläkt, inkom 2014-03-20
M-2014-077. Ljudet från restaurangens fläkt stör nattsömnen.""", "O", "klag", "noise complaint, case closed 2014-08-01 without order, 5 years", "R", d="2014-03-20")
F("avslut fläkt.txt", """Mätning visar värden under riktvärdena. Inget föreläggande.
Ärendet avslutat 2014-08-01, M-2014-077""", "O", "klag", "closing note", "R", d="2014-08-01")
D("Miljö/Klagomål/M-2013-150 rök från vedpanna")
F("rökstörning.docx", """Boende klagar på rök från grannes vedpanna
Inkom 2013-11-04, M-2013-150""", "P", "klagf", "trap: like the other complaints, but this one led to an order with a fine (dossier)", "RV", d="2013-11-04")
F("föreläggande vite.docx", """Föreläggande vid vite om 10 000 kr, M-2013-150
2014-02-18: eldning med fuktig ved förbjuds. Ärendet avslutat 2014-12-01""", "P", "klagf", "order with a fine, preserved", "RV", d="2014-02-18")
D("Miljö/Klagomål/M-2023-201 grannens tuppar")
F("tuppar galer.eml", """From: Sonja Rydh <sonja.rydh@example.se>
To: miljo@osterberg.example.se
Subject: Klagomål tuppar M-2023-201
Date: Sun, 11 Jun 2023 06:30:00 +0200

Nu har de galt sedan klockan fyra. Jag vill anmäla störning i min boendemiljö.
Sonja Rydh""", "K", "klag", "complaint 2023, closed 2023-10, 5 years", d="2023-06-11")
F("tjänsteanteckning.txt", """2023-10-02 Tupparna är sålda. Ärendet avslutas 2023-10-02, M-2023-201.""", "K", "klag", "closing note 2023", d="2023-10-02")
D("Miljö/Radon")
F("radonrapport Ekbacken 2011.md", """Resultat av radonmätning, Ekbacken 12
Årsmedelvärde 340 Bq/m3, mätperiod 2010-11-20 – 2011-02-20""", "P", "radon", "radon measurement, preserved", "V", d="2011-03-15")

# ---------------------------------------------------------------- Tillstånd, trafik
D("Tillstånd/Alkohol/Krogen Svanen")
F("stadigvarande tillstånd 2007.docx", """Tillstånd för servering av starköl, vin och sprit
Krogen Svanen, beslut 2007-06-01
Tillståndet upphörde 2013-12-31 på grund av konkurs""", "O", "serv", "permanent licence ended 2013-12-31, 5 years", d="2007-06-01")
D("Tillstånd/Alkohol/Tillfälliga")
F("tillfällig servering hamnfest 2017.html", """Tillfälligt tillstånd att servera alkohol
Hamnfesten 2017-07-14 – 2017-07-16, beslut 2017-06-20""", "O", "servt", "temporary licence 2017, 2 years", d="2017-06-20")
F("studentbalen 2026 tillfälligt.docx", """Beslut 2026-05-04 om tillfälligt serveringstillstånd
Slutet sällskap, studentbal 2026-06-05""", "K", "servt", "temporary licence 2026", d="2026-05-04")
F("restaurangrapport Svanen 2012.txt", """Restaurangrapport för år 2012
Omsättning mat 1 210 000, alkohol 640 000. Inlämnad 2013-02-20""", "M", "rest", "trap: 'may be disposed of after 3 years' is no duty, never overdue", "R", d="2013-02-20")
D("Färdtjänst/Akter/Ahl Gunborg")
F("ansökan färdtj 2009.txt", """Ansökan om färdtjänst, 2009-08-31
Sökanden kan inte åka buss på grund av svag balans""", "O", "fard", "last entry in the file 2016-02-09, 2 years", d="2009-08-31")
F("journal fardtj Ahl.txt", """2009-10-01 Tillstånd ges i tre år
2012-10-01 Förlängt
Sista anteckning 2016-02-09: avliden, akten avslutas""", "O", "fard", "last entry 2016-02-09", d="2016-02-09")
D("Färdtjänst/Akter/Bergkvist Allan")
F("beslut 2013.txt", """Färdtjänstbeslut 2013-04-22: tillstånd beviljas till 2016-04-21""", "K", "fard", "trap: 2013, but the file has an entry of 2026", "R", d="2013-04-22")
F("förnyelse 2026.html", """Förnyat tillstånd färdtjänst för Allan Bergkvist, 2026-04-14""", "K", "fard", "newest entry", d="2026-04-14")
D("Trafik/Parkering")
F("P-tillstånd rörelsehindrad Ström 2013.docx", """Parkeringstillstånd för rörelsehindrad
Giltigt 2013-01-15 – 2015-01-14, tillståndets giltighetstid har gått ut 2015-01-14""", "O", "phand", "valid to 2015-01-14, 2 years", d="2013-01-15")
F("handikapparkering Lund 2026.html", """Tillstånd att parkera, rörelsehinder
Giltigt 2026-02-01 – 2029-01-31""", "K", "phand", "valid to 2029", d="2026-01-20")
F("bestrider p-bot.eml", """From: Kenta Wallin <kenta.wallin@example.se>
To: trafik@osterberg.example.se
Subject: Felaktig p-bot
Date: Fri, 09 Nov 2018 17:45:00 +0100

Jag bestrider parkeringsanmärkningen från den 5 november. Skylten var täckt av snö.
Kenta Wallin""", "O", "pbot", "contested parking ticket 2018, 2 years", d="2018-11-09")
F("svar bestridande 2025-03.docx", """Svar på bestridande av kontrollavgift
2025-03-18 Anmärkningen kvarstår.""", "K", "pbot", "contested parking ticket 2025", d="2025-03-18")
D("Trafik/Övrigt")
F("LTF hastighet Storgatan 2010.txt", """Lokal trafikföreskrift om hastighetsbegränsning på Storgatan
Beslutad 2010-04-27, träder i kraft 2010-06-01""", "P", "ltf", "local traffic regulation, preserved", "V", d="2010-04-27")
F("mätning trafikflöde Ringvägen 2015.xlsx", """Räkning av fordon Ringvägen
Datum;ÅDT;Tung %
2015-09-14;4210;7
2015-09-15;4302;8""", "M", "trak", "trap: 'at least 5 years', so may go but never overdue", "R", d="2015-09-20")
F("grävtillstånd fiber Åvägen.html", """Tillstånd för schakt i gata, fiber, Åvägen
Arbetet avslutat 2016-10-28, återställt och godkänt""", "O", "schakt", "digging work finished 2016-10-28, 5 years", d="2016-08-30")
F("schakt fjärrvärme 2023.md", """Schakttillstånd fjärrvärme, Parkgatan
Arbetet avslutades 2023-09-15""", "K", "schakt", "digging work finished 2023, 5 years", d="2023-06-05")
F("torgplats ost och korv 2016.docx", """Upplåtelse av saluplats nr 6 på torget
Avtalstid 2016-04-01 – 2016-10-31, ej förlängt, upphörde 2016-10-31""", "O", "torg", "market place contract ended 2016-10-31, 2 years", d="2016-03-14")

# ---------------------------------------------------------------- Fritid
D("Fritid/Bidrag")
F("Aktivitetsstöd Österbergs SK 2016.html", """Ansökan om bidrag för ungdomsverksamhet
Österbergs SK, 2016-02-25, 412 sammankomster. Beviljat 2016-03-30: 24 720 kr""", "O", "fbid", "association grant 2016, 5 years", d="2016-03-30")
F("lokalt stöd scouterna 2023.md", """Bidrag till föreningen Scoutkåren Vargen
Ansökan 2023-02-20, beslut 2023-03-22""", "K", "fbid", "association grant 2023, 5 years", d="2023-03-22")
F("föreningar kontaktlista.xlsx", """Föreningar i kommunen
Förening;Kontakt;E-post
Scoutkåren Vargen;Lo Ek;lo.ek@example.se
Österbergs SK;Kim Dahl;kim.dahl@example.se""", "R", "freg", "register of associations, 'uppdateras löpande' is no limit", "KMU", d="2022-01-14")
D("Fritid/Bokningar")
F("bokning bygdegård maj 2018.xlsx", """Bokade tider bygdegården maj 2018
Datum;Kund;Tid
2018-05-04;PRO;18-21
2018-05-12;Kalas Ek;13-17""", "O", "bok", "bookings 2018, 1 year after the calendar year", d="2018-05-31")
F("hallschema gymnastikhall 2026.xlsx", """Bokningar gymnastikhall hösten 2026
Dag;Tid;Bokad av
mån;17-19;Österbergs SK
ons;18-20;Innebandyn
Gjorda;2026-08-10""", "K", "bok", "bookings 2026, due 2028-01-01", "S", d="2026-08-10")
D("Fritid/Simhallen")
F("anmälda simskola VT17.csv", """barn;ålder;grupp
Leo;6;Baddaren
Maja;7;Pingvinen
Ali;6;Baddaren""", "O", "sim", "swimming school spring term 2017, at the end of the term", d="2017-01-20")
F("simskola HT26 deltagare.csv", """barn;ålder;grupp
Noa;6;Baddaren
Vera;6;Baddaren""", "S", "sim", "autumn term 2026 ends around the new year", "", d="2026-09-01")
F("olycka hopptorn 2012-07-09.docx", """Olycksrapport simhallen 2012-07-09
En vuxen besökare slog i axeln vid hopp från trean. Ambulans tillkallades.""", "O", "inc", "accident 2012, 10 years, due 2023", d="2012-07-09")
F("incident klorgas 2020.txt", """Incident 2020-02-03: klorlukt i källaren, utrymning, inga skadade""", "K", "inc", "incident 2020, 10 years", d="2020-02-03")
F("urval kamera entré 2025-06-02.txt", """Stillbilder från kamerabevakningen, entrén, 2025-06-02 kl 14.02–14.10
Skåp uppbrutet. Lämnat till polis 2025-06-04""", "O", "kam", "camera stills June 2025, 2 months", "R", d="2025-06-04")

# ---------------------------------------------------------------- old server, scrap
D("Gammal server G/Diverse")
F("lista1.txt", """Gruppindelning Baddaren
Leo, Ali, Maja
Simlärare: Tove""", "R", "sim", "trap: undated list, only the migration night's mtime", "UQ", mt=MIG)
F("anmärkning svar.txt", """Ditt bestridande har prövats. Anmärkningen står fast och avgiften ska betalas.""", "R", "pbot", "trap: undated, migration mtime only", "UQ", mt=MIG)
F("~$utkast bygglov.docx", "", "U", "", "Word's lock file, not a document", "RW", mt=MIG, raw=b"\x03Siv" + b"\0" * 158)
F("backup_karta.dat", "", "U", "", "unknown binary", "R", mt=MIG, raw=bytes(range(256)) * 4)
D("Handläggare/siv/Privat")
F("julklappar.md", """# Julklappar 2025
- Leo: tåg
- Mamma: halsduk""", "U", "", "private list", "WRK", mt="2025-12-02")
F("Utkast till tjut cykelplan.html", """UTKAST
Tjänsteutlåtande cykelplan, ej klart, behöver siffror från Trafik
2022-10-11""", "W", "tjut", "draft memo in a private folder, untouched since 2022", "RU", d="2022-10-11")

# ================================================================ Danish root
D("Byråd og udvalg", "files-da")
F("Referat byrådet 2015-02-24.docx", """Referat fra byrådets møde den 24. februar 2015
Til stede: borgmester Inga Toft m.fl.
Punkt 3: Lokalplan for Havnegade vedtaget.""", "P", "da_moed", "council minutes, preserved", "V", d="2015-02-24")
F("dagsorden teknisk udvalg sept 2024.html", """Dagsorden, Teknisk Udvalg, 10. september 2024
1. Godkendelse af dagsorden
2. Cykelsti""", "P", "da_moed", "agenda, preserved", "V", d="2024-09-03")
D("Byråd og udvalg/Kladder", "files-da")
F("kladde referat oktober.txt", """KLADDE – ikke godkendt
Punkt 2 mangler. Tjek tal med økonomi.""", "W", "da_moed", "draft minutes, untouched since 2019", "RU", mt="2019-10-17")
D("Sekretariat/Aktindsigt/2015-32-0044", "files-da")
F("anmodning.eml", """From: Jens Holt <jens.holt@example.se>
To: post@norrelund.example.se
Subject: Anmodning om aktindsigt, sagsnr. 2015-32-0044
Date: Tue, 17 Mar 2015 09:00:00 +0100

Jeg beder om indsigt i sagens dokumenter om lokalplanen.
Jens Holt""", "O", "da_akt", "access to documents, case closed 2015-04-10, 5 years", d="2015-03-17")
F("afgørelse aktindsigt.docx", """Afgørelse, sagsnr. 2015-32-0044
Du får hermed aktindsigt. Sagen afsluttet 10-04-2015.""", "O", "da_akt", "decision and closing 2015-04-10", d="2015-04-10", custom={"Sagsnummer": "2015-32-0044", "KLE": "00.07.10"})
D("Sekretariat/Aktindsigt/2023-32-0101", "files-da")
F("svar aktindsigt presse.docx", """Aktindsigt, sagsnr. 2023-32-0101
Afgørelsesdato 05.06.2023. Sagen afsluttet 05.06.2023""", "K", "da_akt", "closed June 2023, 5 years", d="2023-06-05")
D("Sekretariat/Post", "files-da")
F("spørgsmål om åbningstid.eml", """From: Tove Bang <tove.bang@example.se>
To: post@norrelund.example.se
Subject: Hvornår har I åbent?
Date: Wed, 05 Sep 2018 10:00:00 +0200

Hej, har borgerservice åbent om lørdagen? Venlig hilsen Tove""", "O", "da_borg", "routine enquiry 2018, 1 year", d="2018-09-05")
D("Økonomi/Bilag 2017", "files-da")
F("faktura 5521 tømrer.txt", """Faktura nr. 5521, Tømrerfirmaet Lind ApS
Fakturadato 12. juni 2017
Reparation af vinduer, Skovskolen, 14.500 kr.""", "O", "da_bilag", "invoice 2017, current year + 5 years, ended 2022", d="2017-06-12")
F("kvittering forplejning 2017-11-02.txt", """Kvittering 02.11.2017 kaffe og brød til møde, 385 kr.""", "O", "da_bilag", "receipt 2017", d="2017-11-02", mt=MIG)
D("Økonomi/Bilag 2023", "files-da")
F("regning el 2023-01.txt", """Elregning, januar 2023, betales senest 20.02.2023, 88.120 kr.""", "K", "da_bilag", "bill 2023, current year + 5", d="2023-02-01")
D("Økonomi/Udbud/2014-88-0012 Rengøring", "files-da")
F("tilbud Rent & Rart.txt", """Tilbud på rengøring af skoler, sag 2014-88-0012
Rent & Rart ApS, 1. september 2014. Tilbuddet blev ikke antaget.""", "O", "da_tilb", "tender not accepted, case closed 2014-12-19, 5 years", d="2014-09-01")
F("afslutning udbud.txt", """Sag 2014-88-0012: kontrakt indgået med Skinnende A/S. Sagen afsluttet 19.12.2014""", "R", "da_tilb", "closing note of the tender case; is about the accepted one too", "OUQ", d="2014-12-19")
F("kontrakt Skinnende 2015-2018.docx", """Kontrakt om rengøring, sag 2014-88-0012
Løbetid 1. januar 2015 – 31. december 2018, udløbet 31.12.2018 uden forlængelse""", "O", "da_kontr", "contract ended 2018-12-31, 5 years, due 2023-12-31", "Q", d="2014-12-19")
D("Personale/Personalesager/Hanne Lund (fratrådt)", "files-da")
F("ansættelsesbrev.docx", """Ansættelsesbrev, Hanne Lund, pædagog, fra 1. august 2004""", "O", "da_pers", "employee left 31 January 2017 (dossier), 5 years", "R", d="2004-06-15")
F("opsigelse og fratrædelse.html", """Bekræftelse på opsigelse. Hanne Lund er fratrådt den 31. januar 2017""", "O", "da_pers", "left 31 January 2017, 5 years", "R", d="2017-01-31")
D("Personale/Personalesager/Ole Krag", "files-da")
F("advarsel 2011.docx", """Skriftlig advarsel til Ole Krag, 3. marts 2011, gentagne forsinkelser""", "K", "da_pers", "trap: 2011, but the employee still works here (2026 letter)", "R", d="2011-03-03")
F("løntillæg 2026.txt", """Aftale om funktionstillæg til Ole Krag fra 1. maj 2026""", "K", "da_pers", "newest member", "R", d="2026-04-20")
D("Personale/Rekruttering/2019 sosu-assistent", "files-da")
F("ansøgning Mette P.html", """Ansøgning til stillingen som social- og sundhedsassistent
Mette P., 4. februar 2019""", "O", "da_anso", "rejected applicant, recruitment closed 2019-03-29, 6 months", d="2019-02-04")
F("afslag til ansøgere.txt", """Afslag på din ansøgning. Rekrutteringen er afsluttet den 29. marts 2019, en anden er ansat.""", "O", "da_anso", "rejection, recruitment closed 2019-03-29", d="2019-03-29")
F("uopfordret ansøgning kok.eml", """From: Bo Friis <bo.friis@example.se>
To: job@norrelund.example.se
Subject: Søger job som kok
Date: Mon, 13 Jan 2020 08:00:00 +0100

Jeg tillader mig uopfordret at søge arbejde i jeres køkken.
Bo Friis""", "O", "da_uopf", "unsolicited application January 2020, 6 months; lies in another recruitment's folder but is no part of it", "R", d="2020-01-13")
D("Personale/Fravær og løn", "files-da")
F("sygesamtale Krag 2016.docx", """Notat fra sygefraværssamtale med Ole Krag den 8. september 2016. Mulighedserklæring udfyldt.""", "O", "da_syg", "sick leave talk 2016, 5 years; bare limit, runs from the document", "R", d="2016-09-08")
F("mulighedserklæring 2024.txt", """Mulighedserklæring, 14. maj 2024. Kan arbejde halv tid.""", "K", "da_syg", "sick leave form 2024, 5 years", d="2024-05-14")
F("TR noter.docx", """Tillidsrepræsentantens egne noter om medlemmer, 2018-05-02""", "R", "da_tr", "P100D means 'take a stand': a person decides", "U", d="2018-05-02")
D("Børn og skole", "files-da")
F("udmeldt vuggestue Sol.docx", """Indmeldelse i dagtilbud, barnet Sol, 1. marts 2012
Barnet er udmeldt 31. juli 2016""", "O", "da_dagt", "child left 2016-07-31, 5 years", d="2012-03-01")
F("Fravær 7B skoleåret 2016-2017.csv", """elev;dage;ulovligt
Asta;4;0
Viggo;12;5""", "O", "da_frav", "absence, school year 2016/17, 1 year after", d="2017-06-28")
F("fraværsliste skoleår 2026-27 0A.csv", """elev;dage
Ebba;1
Karl;0""", "K", "da_frav", "school year 2026/27 + 1 year", d="2026-11-02")
F("buskort Viggo sag 2012-17-0203.txt", """Bevilling af buskort, sagsnr. 2012-17-0203
Skolebus mellem Nr. Mark og Skovskolen. Sagen afsluttet 30.06.2014""", "O", "da_skbil", "school transport case closed 2014-06-30, P1825D", "M", d="2012-08-10")
D("Børn og skole/Elevsager/2010-17-0077", "files-da")
F("specialundervisning afgørelse.docx", """Afgørelse om specialundervisning, sag 2010-17-0077
Eleven får 9 ugentlige lektioner. Sagen afsluttet 27.06.2013""", "V", "da_elev", "trap: 10 years have passed, but B: deliver to the archive first, then delete; not overdue", "XPR", d="2010-09-13")
D("Borgerservice", "files-da")
F("sygedagpenge opfølgning sag 2013-32-0555.txt", """Opfølgningssamtale, sygedagpenge, sag 2013-32-0555, 2013-11-14
Sagen afsluttet 28.02.2014""", "V", "da_sdp", "trap: B with P1825D, deliver before deleting", "XPR", d="2013-11-14")
F("hjælpemiddel rollator Bang.txt", """Bevilling af rollator til Tove Bang, 22. april 2012""", "K", "da_hjm", "trap: runs from the citizen's death, of which nothing is known (she wrote in 2018)", "RQ", d="2012-04-22")
F("klage over skraldespand 2014-07-0031.docx", """Klage over manglende tømning, sagsnr. 2014-07-0031
Modtaget 3. juni 2014. Sagen afsluttet 25.06.2014""", "O", "da_aff", "refuse complaint closed 2014-06-25, P1825D", "M", d="2014-06-03")
F("overvågning rådhus 2026-09-15 uddrag.txt", """Uddrag af videoovervågning, rådhusets hovedindgang, 15. september 2026""", "O", "da_tv", "video extract of September 2026, at most 30 days", d="2026-09-16")
D("Borgerservice/DREAM", "files-da")
for ym, d, v in (("2026_08", "2026-08-10", "Z"), ("2026_09", "2026-09-10", "Z"), ("2026_10", "2026-10-12", "Z"), ("2026_11", "2026-11-10", "K")):
    F("DREAM_udtraek_%s.csv" % ym, """lbnr;uge;ydelse
1;2631;651
2;2631;
3;2632;%s""" % ym[-2:], v, "da_dream", "newest of a monthly series" if v == "K" else "monthly series, a newer delivery exists", "RM" if v == "K" else "O", d=d)
D("Teknik/Byggesager/2009-02-0144", "files-da")
F("byggetilladelse carport.txt", """Byggetilladelse, sag 2009-02-0144, 17.08.2009, carport på Havnegade 4
Sagen afsluttet 11.01.2010""", "P", "da_byg", "building case: B, and P18250D is the sentinel for no limit", "VR", d="2009-08-17")

# ---------------------------------------------------------------- more dossiers and traps, longer texts
D("Bygglov/Återkallade/SBN 2013 00150 Linden 6", "files")
F("ansökan garage.docx", """Ansökan om bygglov för garage
Fastighet: Linden 6
Sökande: Ingvar Sköld
Ärendenummer: SBN 2013 00150
Inkom 2013-03-04
Byggnaden placeras 1,5 meter från tomtgräns mot Linden 7. Grannen har muntligt lovat att godkänna.
Bilagor: situationsplan, fasadritning, planritning""", "H", "lova", "withdrawn case closed 2013-06-10, but the case is under hold", "RK", d="2013-03-04", hold="JO-granskning av SBN 2013 00150, beslut 2026-02-10")
F("återkallat garage avskrivet.docx", """Delegationsbeslut, SBN 2013 00150
Sökanden har den 3 juni 2013 tagit tillbaka sin ansökan.
Beslut: ärendet avskrivs från vidare handläggning.
Avgift tas inte ut.
Ärendet avslutat 2013-06-10""", "H", "lova", "closed 2013-06-10, whole case under hold", "RK", d="2013-06-10", hold="JO-granskning av SBN 2013 00150, beslut 2026-02-10")
D("Bygglov/Återkallade/SBN 2014 00500 Myran 3")
F("komplettering begärd.html", """Begäran om komplettering
SBN 2014 00500, Myran 3
Datum 2014-09-16
Er ansökan saknar fasadritningar och kontrollplan. Komplettera senast om sex veckor,
annars kan ansökan komma att avvisas.
Med vänlig hälsning, Siv Engman, byggnadsinspektör""", "Q", "lova", "old case in the folder of withdrawn ones, but no closing date anywhere", "R", d="2014-09-16")
F("situationsplan text.txt", """Situationsplan Myran 3, skala 1:400
Ritad av Hus & Plan, 2014-08-28
Ansökan SBN 2014 00500
Avstånd till gräns 4,6 meter""", "Q", "lova", "same case without a closing date", "RU", d="2014-08-28")
D("Bygglov/Återkallade/SBN 2024 00390 Alen 5")
F("avvisning Alen 5.docx", """Beslut om avvisning
SBN 2024 00390, Alen 5
Ansökan är så ofullständig att den inte kan prövas i sak. Den avvisas därför.
Beslutet kan överklagas inom tre veckor.
Ärendet avslutat 2024-12-20""", "S", "lova", "closed 2024-12-20, 2 years, due within weeks by either way of counting", "", d="2024-12-20")
D("Miljö/Klagomål/M-2012-034 hundskall")
F("brev om hundskall.txt", """Till miljökontoret
Inkom 2012-05-07, M-2012-034
Grannens tre hundar skäller från morgon till kväll. Jag har pratat med ägaren flera gånger
utan resultat. Jag vill att kommunen gör något åt störningen.
Märta Qvist""", "R", "klag", "trap: closed 2012, but an unreadable member in the dossier", "QK", d="2012-05-07")
F("mätprotokoll.xlsx", "", "R", "klag", "broken spreadsheet in the case folder, cannot be read", "QKU", d="2012-06-11", raw=b"PK\x03\x04\x14\x00\x08\x08\x08\x00" + b"\x11\xfe\x00\x6d" * 60)
F("avslutas hundar.txt", """Tjänsteanteckning M-2012-034
Ägaren har flyttat. Ärendet avslutat 2012-09-03.
/Ann-Charlotte""", "R", "klag", "closing note, unreadable member beside it", "QK", d="2012-09-03")
D("Miljö/Klagomål/M-2015-009 råttor i trapphus")
F("anmälan råttor.docx", """Anmälan om olägenhet för människors hälsa
Inkom 2015-01-19, M-2015-009
Hyresgästerna på Kyrkogatan 11 klagar på råttor i soprum och trapphus.
Fastighetsägaren har fått tillfälle att yttra sig. Kontoret överväger att förelägga om sanering.""", "R", "klag", "ambiguous: did it lead to an order? one row disposes, one preserves", "PVQ", d="2015-01-19")
F("beslut råttor sida 1.txt", """Beslut M-2015-009, sida 1 av 3
2015-03-02
Bakgrund: klagomål från hyresgäster.
(sidan 2 och 3 saknas, se pappersakten)
Ärendet avslutat 2015-05-11""", "R", "klagf", "the page that tells whether there was an order is missing", "PVQ", d="2015-03-02")
D("Miljö/Kemikalier")
F("köldmedierapport 2014 bilhallen.docx", """Rapportering köldmedier Bilhallen
Inkom 2024-02-20
Aggregat 1: R410A, 12 kg
Aggregat 2: R32, 4 kg
Kontrollant: Kylservice i Öst AB""", "R", "koldm", "trap: the name says 2014, the text says received 2024; the earliest and latest evidence differ", "K", d="2024-02-20")
D("Tillstånd/Alkohol/Bistro Linné")
F("beslut serveringstillstånd 2010.html", """Stadigvarande serveringstillstånd
Bistro Linné, beslut 2010-03-23
Servering av starköl, vin, andra jästa alkoholdrycker och spritdrycker till allmänheten året runt
Serveringstid kl. 11.00–01.00
Två personer ska finnas i serveringsansvar.""", "K", "serv", "trap: 2010, but the licence still runs (inspected 2026)", "R", d="2010-03-23")
F("tillsyn Linné 2026-05-21.docx", """Inre tillsyn Bistro Linné 2026-05-21
Tillståndet från 2010 gäller fortfarande.
Personalliggare granskad, inga anmärkningar.""", "K", "serv", "newest member", "R", d="2026-05-21")
D("Tillstånd/Alkohol/Tillfälliga")
F("tillf servering nationaldag 2024.docx", """Tillfälligt serveringstillstånd, nationaldagsfirande
Beslut 2024-05-27
Plats: Hembygdsparken. Starköl och vin till slutet sällskap.
Serveringsansvarig: Kim Dahl""", "S", "servt", "2024 plus 2 calendar years, due 2027-01-01", "", d="2024-05-27")
D("Fritid/Bidrag")
F("startbidrag Padelklubben 2021.docx", """Ansökan om startbidrag
Österbergs Padelklubb, inkom 2021-03-25
Antal medlemmar 41, varav 30 under 20 år
Beslut 2021-04-28: beviljas med 5 000 kr""", "S", "fbid", "2021 plus 5 calendar years, due 2027-01-01", "", d="2021-04-28")
D("Gemensamt/Statistik")
F("inrapport bygg SCB helår 2023.xlsx", """Lämnade uppgifter till SCB
Kvartal;Lov;Slutbesked
1;22;17
2;31;20
3;28;19
4;14;25
Insänt;2023-12-29""", "S", "scb", "statistics sent December 2023, 3 years, due 2027-01-01", "", d="2023-12-29")
D("Fritid/Simhallen")
F("gruppindelning vinter.txt", """Baddaren: Leo, Ali, Maja
Pingvinen: Elsa, Hugo
Ta med badmössa. Simskolans anmälda deltagare är nu fulltaliga.""", "Q", "sim", "date known from mtime only (January 2015), no migration", "R", mt="2015-01-15")
D("Gemensamt/Nämnd/2023-11-14")
F("utlåtande parkeringsnorm.docx", """Tjänsteutlåtande
Till samhällsbyggnadsnämnden 2023-11-14
Ny parkeringsnorm för Österberg
Förslag till beslut: nämnden antar parkeringsnormen.
Sammanfattning: Nuvarande norm är från 1996 och har blivit inaktuell.
Ekonomiska konsekvenser: inga.
Jämställdhet: normen påverkar män och kvinnor lika.
Expedieras till: byggenheten, trafikenheten""", "P", "tjut", "memo to the board 2023, preserved (the word 'inaktuell' is about the norm)", "V", d="2023-11-01")
D("Trafik/Övrigt")
F("p-förbud Skolgatan föreskrift 2016.txt", """Österbergs kommuns lokala trafikföreskrifter om förbud att parkera på Skolgatan
Beslutade den 7 juni 2016
På Skolgatan mellan Storgatan och Åvägen får fordon inte parkeras.
Denna författning träder i kraft den 1 augusti 2016.""", "P", "ltf", "local traffic regulation, preserved", "V", d="2016-06-07")
D("Bygglov/Tillsyn")
F("olovligt växthus SBN 2012 00077.html", """Tillsynsbesök 2012-08-21, SBN 2012 00077
Ett växthus om 24 kvadratmeter har uppförts utan lov.
Ägaren har ansökt om lov i efterhand. Byggsanktionsavgift 9 100 kr.
Ärendet avslutat 2013-02-11""", "P", "olov", "inspection case, preserved although closed 2013", "V", d="2012-08-21")
D("Bygglov/2010/SBN 2010 00612 Sjöbo 1-9")
F("lov tillbyggnad Sjöbo.docx", """Beslut om lov, SBN 2010 00612
2010-11-16: bygglov beviljas för inglasad altan
Slutbesked 2011-10-03
Ärendet avslutat 2011-10-03
Kontrollansvarig krävs inte.""", "X", "lovb", "granted permit, final clearance 2011-10-03, delivery 10 years after passed", "PV", d="2010-11-16")
D("Gemensamt/Planer")
F("planbeskrivning Hamnen samråd.docx", """Planbeskrivning, samrådshandling
Detaljplan för Hamnen
Syfte: möjliggöra bostäder och verksamheter i det gamla hamnmagasinet.
Riksintressen berörs inte. Strandskyddet upphävs inom kvartersmark.
Genomförandetid tio år från laga kraft.""", "U", "", "planning documents have no row in this plan (ten years is the plan's own time)", "R", d="2013-10-01")
F("översiktsplan bilder.md", """# Bildlista till översiktsplanen
1. Flygfoto Österberg
2. Torget sett från söder
3. Ekbacken en vintermorgon""", "U", "", "picture list, no row", "RW", d="2016-02-08")
D("Byråd og udvalg", "files-da")
F("beslutningsprotokol socialudvalg 2013-06-11.docx", """Beslutningsprotokol, Socialudvalget, mødet den 11. juni 2013
Fraværende: Erik Munk
1. Dagsordenen godkendt
2. Orientering fra formanden
3. Kvalitetsstandard for hjemmepleje vedtaget
Underskrevet af udvalgets medlemmer""", "P", "da_moed", "committee minutes, preserved", "V", d="2013-06-14")
D("Sekretariat/Aktindsigt/2021-32-0310", "files-da")
F("afgørelse delvis aktindsigt.txt", """Afgørelse om aktindsigt
Sagsnr. 2021-32-0310
Du har bedt om aktindsigt i lokalplansagen. Du får indsigt i alt på nær interne notater.
Klagevejledning vedlagt.
Sagen afsluttet 10.05.2022""", "S", "da_akt", "closed 2022-05-10, 5 years, due May 2027", "K", d="2022-05-10")
D("Økonomi/Bilag 2021", "files-da")
F("faktura maler marts 2021.txt", """Faktura
Maler Holm, fakturadato 18. marts 2021
Maling af klasselokale, 22.000 kr. ekskl. moms
Betalingsfrist 30 dage""", "S", "da_bilag", "invoice 2021, current year + 5 years, ends with 2026", "", d="2021-03-18")
D("Personale/Personalesager/Lis Brandt (fratrådt)", "files-da")
F("fratrædelsesaftale.md", """Fratrædelsesaftale
Lis Brandt, lærer, er fratrådt den 31. marts 2022
Restferie udbetales med aprillønnen.
Nøgler og pc er afleveret.""", "S", "da_pers", "left 31 March 2022, 5 years, due March 2027", "RK", d="2022-03-31")
D("Teknik/Gravning", "files-da")
F("gravetilladelse Skovvej 2014-05-0066.docx", """Tilladelse til opgravning i vej, sagsnr. 2014-05-0066
Skovvej 3–19, fiber
Meddelt 7. april 2014
Sagen afsluttet 30.09.2014""", "R", "da_grav", "code says ten years, text says five: contradiction, a person decides", "QO", d="2014-04-07")
D("Borgerservice", "files-da")
F("enkeltydelse indskud lejlighed.docx", """Afgørelse om enkeltydelse
Borger: Erik Munk
7. februar 2017
Der bevilges hjælp til indskud på 12.000 kr. som lån.
Klagefrist fire uger.""", "Q", "da_enk", "old single benefit, no closing of the case known", "R", d="2017-02-07")


def write(base):
    base.mkdir(parents=True, exist_ok=True)
    head = ["Nodnummer", "Processgrupp", "Handlingsslag", "Gallras efter", "Bevaras", "Diarieförs", "Förvaringsplats", "Anm."]
    rows = [["Österbergs kommun"], ["Gallrings- och bevarandeplan för samhällsbyggnadsnämnden, antagen 2021-09-14 § 102, gäller fr.o.m. 2021-10-01"],
            ["X i kolumnen Bevaras = handlingen bevaras för framtiden"], [], head]
    for p in P:
        if p[0] == "#":
            rows.append([p[1] + " " + p[2]])
            if p[1] == "4":
                rows.append(head)
        else:
            rows.append(list(p[1:]))
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([r + [""] * (8 - len(r)) for r in rows])
    (base / "plan.csv").write_bytes(out.getvalue().encode("cp1252"))
    out = io.StringIO()
    w = csv.writer(out, delimiter=";", lineterminator="\r\n")
    w.writerow(["Nørrelund Kommune – slettepolitik og journalplan, vedtaget 15. januar 2024"] + [""] * 5)
    w.writerow(["B = bevares, K = kan kasseres"] + [""] * 5)
    w.writerow(["KLE-nr.", "Sagstype", "Bevaring", "Slettefrist", "Hjemmel", "Vejledning"])
    w.writerows(list(p[1:]) for p in PD)
    (base / "plan-da.csv").write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    S.write()
