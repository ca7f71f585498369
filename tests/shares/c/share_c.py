"""The files of share-c: Lindhaga kommun, file server G:. All persons, cases and places are invented."""
import os
from share import Files, when, write_share
from share_c_plan import ROWS, write_plan

F = Files()
OV = "possibly_overdue"          # what else may be said of a file that is overdue on an event read in its text
KEEP = "keep_until"

# ---------------------------------------------------------------- valnämnden
F("Valnämnden/Val 2018/Förordnande röstmott Lindhaga Norra.docx", "overdue", OV, "valford",
  "appointment for the election of 2018-09-09; two years after the election are long past",
  """Du är utsedd!
Lindhaga kommun, valnämnden
2018-06-25
Till Kerstin Alm
Valnämnden har utsett dig att tjänstgöra som röstmottagare i valdistriktet Lindhaga Norra
vid de allmänna valen söndagen den 9 september 2018.
Du ska vara på plats i Norra skolans matsal kl. 07.00.
Utbildning hålls den 28 augusti, obligatorisk.
Förordnandet gäller till dess att rösträkningen är klar på valnatten.
Med vänlig hälsning
Valkansliet""", d="2018-06-25", by="Valkansliet")
F("Valnämnden/Val 2018/arvoden valarb 2018-09-09.csv", "overdue", "", "valers",
  "pay list for polling staff of September 2018; seven years ended at the turn of 2025/26",
  """Namn;Distrikt;Uppdrag;Timmar;Belopp
Kerstin Alm;Lindhaga Norra;ordförande;16;3200
Olof Bring;Lindhaga Norra;vice ordf;16;2900
Siv Damgård;Lindhaga Norra;röstmottagare;15;2100
Ture Ek;Medborgarhuset;röstmottagare;15;2100
Utbetalas med septemberlönen 2018, attest BN 2018-09-17;;;;""", m="M")
F("Valnämnden/Val 2018/dagrapport bibl 2018-09-03.txt", "overdue", OV, "valdag",
  "daily report from early voting in 2018; four years from the end of 2018 passed at the end of 2022",
  """Förtidsröstning biblioteket - dagens rapport
Datum: 2018-09-03
Antal mottagna röster: 212
Därav från andra kommuner: 17
Budröster: 2
Antal personal: 4
Avvikelser: kön blev lång vid lunch, en väljare saknade id-handling och fick återkomma
Sign: SD""", m="M")
F("Valnämnden/Val 2018/Utvärdering av valen 2018.docx", "delivery_overdue", "deliver_to_archive preserve", "valutv",
  "the board's report on the 2018 election is preserved; delivery after five years is past due",
  """Så gick valen 2018 - uppföljning
Valnämnden 2018-11-22 § 31, dnr VN 2018/14
Nämnden redovisar här hur de allmänna valen den 9 september genomfördes i kommunen.
Valdeltagandet till riksdagen var 88,1 procent.
Tio valdistrikt, 74 röstmottagare, fyra lokaler för förtidsröstning.
Synpunkter: skyltningen vid Medborgarhuset brast och två distrikt fick slut på valsedlar.
Förslag: fler reservröstmottagare till nästa val.
Beslut: Valnämnden godkänner rapporten.""", d="2018-11-22", by="Bo Nordh")
F("Valnämnden/Val 2018/röstlängd Medborgarhuset utskr.csv", "possibly_overdue", "review overdue", "rostl",
  "goes when the next ordinary election has gained legal force; that date is not on the share though 2018 is old",
  """Röstlängd val till riksdag, landsting och kommun 2018;;;;
Nr;Namn;Adress;Riksdag;Kommun
101;Abrahamsson, Lena;Granvägen 2;X;X
102;Abrahamsson, Kurt;Granvägen 2;X;X
103;Adolfsson, Mimmi;Tallgatan 8;;
104;Afzelius, Gösta;Tallgatan 11;X;X
105;Alm, Kerstin;Björkstigen 1;X;X""", m="M")
F("Valnämnden/EU-val 2019/intresse röstmottagare.eml", "overdue", OV, "valintr",
  "interest mail of February 2019; a note in it says when the election gained legal force (2019-07-01)",
  """Jan-Erik Modig <janne.modig@example.se>
valkansliet@lindhaga.example.se
Vill gärna jobba i EU-valet
Hej!
Jag såg annonsen i bladet och anmäler mitt intresse för att ta emot röster i maj.
Jag har jobbat i vallokal två gånger förut.
Hälsningar
Jan-Erik Modig
---
Valkansliets anteckning: fick ej plats, reserv. Valet vann laga kraft 2019-07-01.""", d="2019-02-18", m="M")
F("Valnämnden/Val 2022/Förordnande röstmott Kvarnby.docx", "overdue", OV, "valford",
  "appointment for the election of 2022-09-11; two calendar years end 2024-12-31",
  """Förordnande
Valnämnden i Lindhaga, 2022-05-30
Härmed förordnas Ture Ek som ordförande i valdistrikt Kvarnby
för valen söndagen den 11 september 2022.
Material hämtas på kommunhuset fredagen innan.
Frågor besvaras av valkansliet.""", d="2022-05-30", m="M")
F("Valnämnden/Val 2022/dagrapport Medborgarh 2022-08-30.txt", "due_soon", "keep_until", "valdag",
  "four years counted from the end of 2022: due at the turn of 2026/27",
  """Rapport för dagen, röstning i förtid
Medborgarhuset 2022-08-30
Öppet 10-18
Mottagna: 147
Ambulerande röstmottagare utskickade: 1
Kommentar: printern krånglade, väljarkort skrevs ut på biblioteket
/SD""", d="2022-08-30", m="2022-08-30")
F("Valnämnden/Val 2022/arvode röstmottagare 2022.xlsx", "keep_until", "", "valers",
  "pay basis of 2022, seven years: to the end of 2029",
  """Ersättning valarbetare, val 11 september 2022||||
Namn|Distrikt|Uppdrag|Tim|Kr
Ture Ek|Kvarnby|ordf|17|3600
Siv Damgård|Kvarnby|röstm.|16|2400
Lo Hammar|Kvarnby|röstm.|16|2400
Attesterat 2022-09-20 BN||||""", d="2022-09-20")
F("Valnämnden/Val 2022/Rapport val 2022 antagen.docx", "deliver_to_archive", "preserve keep_until", "valutv",
  "preserved; delivery five years after 2022 is not yet due",
  """Rapport om valens genomförande 2022
Antagen av valnämnden 2022-12-07 § 22
Dnr VN 2022/9
Valen den 11 september förflöt i huvudsak utan störningar.
Förtidsröstningen ökade med elva procent.
Nämnden föreslår en särskild utbildning för ordförande i distrikten.""", d="2022-12-07")
F("Valnämnden/Val 2026/anmälda intresserade.xlsx", "review", "keep_until possibly_overdue may_dispose", "valintr",
  "election of September 2026; whether it has gained legal force is not told",
  """Vill arbeta i valet 13 sept 2026|||
Namn|Mejl|Erfarenhet|Inkom
Mira Lagerlöf|mira.l@example.se|ja 2022|2026-02-03
Per Öijer|per.oijer@example.se|nej|2026-02-05
Linn Skog|linn.skog@example.se|nej|2026-02-19""", d="2026-02-19")
F("Valnämnden/Val 2026/bemanningsschema UTKAST 3.xlsx", "keep_until", "review unclassified may_dispose", "",
  "a draft touched this autumn: a working paper not a year old",
  """UTKAST bemanning distrikten, ej klart|||
Distrikt|Ordf|Vice|Röstmottagare
Lindhaga Norra|?|Öijer|Skog, Lagerlöf
Kvarnby|Ek||
Medborgarhuset|||""", d="2026-08-21")
F("Valnämnden/Protokoll/VN 2014-10-02.docx", "delivery_overdue", "deliver_to_archive preserve", "prot",
  "board minutes of 2014: preserved, five years for delivery long past",
  """Valnämnden sammanträdde 2014-10-02
Plats och tid: Kommunhuset, Ekrummet, kl. 16.00-17.10
Beslutande: Bo Nordh (ordf), Anna Viklund, Leif Torp
§ 18 Val av justerare
Anna Viklund utses.
§ 19 Förordnande av röstmottagare till omval
Nämnden beslutar enligt förslag.
§ 20 Övrigt
Justeras: ________
Anslaget 2014-10-09""", d="2014-10-02")

# ---------------------------------------------------------------- HR: rekrytering
P = "HR/Rekrytering/2016-05 Förskollärare ref 2016-118/"
F(P + "K Hedberg brev.docx", "overdue", OV, "ansok_nej",
  "applicant who was not chosen; the post was filled 2016-06-14, two years passed long ago",
  """Hej Lindhaga!
Jag heter Klara Hedberg och söker tjänsten som förskollärare hos er, referens 2016-118.
Sedan sju år arbetar jag på en förskola med Reggio-inriktning.
Jag är trygg, lekfull och van att leda arbetslag.
Mina referenser lämnas vid intervju.
Kumla den 9 maj 2016
Klara Hedberg""", d="2016-05-09", by="Klara Hedberg")
F(P + "CV_Hedberg.txt", "overdue", OV, "ansok_nej",
  "the same applicant's CV; the file of the appointment in the folder gives the date",
  """CURRICULUM VITAE
Klara Hedberg, Kumla
Utbildning
2006-2009 Lärarprogrammet, inriktning mot yngre åldrar
Arbetslivserfarenhet
2009-2016 Förskollärare, förskolan Grodan
2005 Timvikarie
Språk: svenska, finska
Körkort: B""", m="M")
F(P + "sökande sammanst.xlsx", "overdue", "possibly_overdue working_paper_due review", "ansok_nej",
  "list of the applicants of the filled post of 2016",
  """Sökande förskollärare 2016-118||||
Nr|Namn|Behörig|Intervju|Kommentar
1|Klara Hedberg|ja|ja|bra men saknar erfarenhet av ledarskap
2|Maja Ståhl|ja|ja|förordas
3|Johannes Pihl|nej|nej|""", d="2016-05-25")
F(P + "Maja Ståhl - tillsättning.docx", "preserve", "deliver_to_archive delivery_overdue review", "avtal",
  "the decision to employ is preserved in the personal file; when she left is not known",
  """Beslut om anställning
Tillsättningsbeslut 2016-06-14
Maja Ståhl anställs som förskollärare tillsvidare från och med 2016-08-08 på förskolan Tallkotten.
Sysselsättningsgrad 100 procent. Lön enligt överenskommelse.
Övriga sökande har meddelats 2016-06-15.
Förskolechef Ing-Britt Norén, på delegation""", d="2016-06-14")
P = "HR/Rekrytering/2025-03 Enhetschef hemtjänst/"
F(P + "ansökan Henning Wide.docx", "keep_until", "", "ansok_nej",
  "post filled 2025-04-22; two calendar years run to the end of 2027",
  """Ansökan till tjänsten som enhetschef
Henning Wide, Örebro, 2025-03-11
Jag är socionom och har lett en hemtjänstgrupp med 26 medarbetare sedan 2019.
Budget på 14 miljoner kronor, schemaläggning och kvalitetsarbete.
Nu söker jag nya utmaningar.""", d="2025-03-11")
F(P + "anteckning tillsatt.txt", "keep_until", "review unclassified", "ansok_nej",
  "note of the appointment in a recruitment folder that runs to the end of 2027",
  """Enhetschef Hemtjänst Norr
Tjänsten tillsattes 2025-04-22, Carina Bohlin tackade ja.
Wide och Lövgren har fått nej-tack per telefon.
Facken informerade 2025-04-24.""", m="2025-04-24")
P = "HR/Rekrytering/Spontant/"
F(P + "söker sommarjobb Tindra.eml", "overdue", "", "spontan",
  "unsolicited application of February 2023; six months at most",
  """Tindra Mård <tindra.mard@example.se>
hr@lindhaga.example.se
Jobb i sommar?
Hej, har ni något inom parkskötsel i sommar?
Jag är 17 år, går på gymnasiet och kan jobba vecka 25 till 31.
Mvh Tindra""", d="2023-02-14", m="M")
F(P + "Vikarie lärare okt 26.eml", "due_soon", "keep_until", "spontan",
  "came 2026-10-06; six months are not over",
  """Ellinor Quist <ellinor.quist@example.se>
hr@lindhaga.example.se
Vikariat?
Hej!
Jag är lärarstudent och kan hoppa in som vikarie på mellanstadiet två dagar i veckan.
Hör gärna av er.
Ellinor Quist""", d="2026-10-06")

# ---------------------------------------------------------------- HR: frånvaro, ledighet, tid
F("HR/Frånvaro/2017/VAB-intyg Strömgren feb.txt", "overdue", "", "sjuk",
  "certificate of February 2017, two years after that calendar year",
  """Intyg
Härmed intygas att Love Strömgren varit frånvarande från förskolan på grund av sjukdom
2017-02-06 - 2017-02-10.
Vårdnadshavare: Petra Strömgren
Lindhaga 2017-02-13
Förskolan Tallkotten""", m="M")
F("HR/Frånvaro/2017/läk.int. Persson G 2017-11-03.docx", "overdue", "", "sjuk",
  "sick note received 2017-11-03",
  """Medicinskt underlag för bedömning av förmåga att arbeta
Patient: Gunvor Persson
Diagnos: lumbago
Nedsatt arbetsförmåga: 100 % 2017-11-01 -- 2017-11-19
Prognos: full återgång
Utfärdat 2017-11-03, vårdcentralen Lindhaga
Inkom till chef 2017-11-06""", d="2017-11-03")
F("HR/Frånvaro/2025/sjukskrivn Ottosson.txt", "keep_until", "", "sjuk",
  "sick note of March 2025: to the end of 2027",
  """Sjukskrivning
Arbetstagare: Mikael Ottosson, vaktmästare
Intyg utfärdat 2025-03-10 av företagsläkare
Period 2025-03-10 -- 2025-04-06, 50 procent
Inlämnat till närmaste chef 2025-03-11""", m="2025-03-11")
F("HR/Frånvaro/2024/Sjukintyg novemb.eml", "due_soon", "keep_until", "sjuk",
  "received in November 2024: due at the turn of 2026/27",
  """Susanne Rapp <susanne.rapp@example.se>
chef.omsorg@lindhaga.example.se
Sjukintyg
Hej,
här kommer intyget från vårdcentralen, jag är sjukskriven till och med den 30 november.
Ryggskott igen.
/Sussi""", d="2024-11-12")
F("HR/Ledigheter/tjl 3 mån Wallin 2015.docx", "overdue", "", "led_k",
  "leave of three months applied for in 2015: two years",
  """Begäran om tjänstledigt
Namn: Agneta Wallin, lokalvårdare
Avser tiden 2015-03-01 - 2015-05-31
Skäl: enskild angelägenhet (resa)
Ort och datum: Lindhaga 2015-01-20
Beviljas: ja, 2015-01-26 U. Gran""", d="2015-01-20")
F("HR/Ledigheter/Nyqvist studieledig 2 läsår.docx", "preserve", "deliver_to_archive delivery_overdue", "led_l",
  "study leave of two years: over six months, preserved in the personal file",
  """Ansökan om tjänstledighet för studier
Robert Nyqvist, fritidspedagog
Söker hel ledighet 2014-08-18 till 2016-06-12 för studier till speciallärare
Lindhaga 2014-04-02
Beslut: Bifalles. 2014-04-15
Rektor E. Sund""", d="2014-04-15")
F("HR/Ledigheter/semesterönskemål sommaren 2022.xlsx", "overdue", "", "led_k",
  "holiday wishes for summer 2022: two calendar years ended with 2024",
  """Semester 2022 - fyll i era veckor||||
Namn|v 26|v 27|v 28|v 29
Berit|x|x|x|
Mikael O||x|x|x
Zara|x|x||
Klart 2022-04-29||||""", d="2022-04-29")
F("HR/Schema/natt v 14-26 2020.xlsx", "overdue", "", "schema",
  "rota for spring 2020: three years after that calendar year",
  """Natt Solgläntan v 14-26 2020|||||||
Namn|Mån|Tis|Ons|Tor|Fre|Lör|Sön
Rut|N|N|-|-|N|N|N
Samir|-|-|N|N|-|-|-
Anki|L|L|N|N|-|-|-
Fastställt 2020-03-09|||||||""", d="2020-03-09")
F("HR/Schema/rullande vt21 Solgläntan.csv", "overdue", "", "schema",
  "rolling rota of spring 2021",
  """Arbetsschema dag/kväll VT21;;;;
Vecka;Rad 1;Rad 2;Rad 3;Rad 4
1;D D K K L;L D D K K;K L L D D;D K K L L
2;K K L L D;D K K L L;L D D K K;K L L D D
""", m="M")
F("HR/Schema/Solgläntan ht26 gällande.csv", "keep_until", "", "schema",
  "rota of autumn 2026",
  """Schema hösten 2026 (fr.o.m. 2026-08-31);;;
Namn;v1;v2;v3
Rut;D D L L K;K K D D L;L L K K D
Samir;N N L L L;L L N N N;N N L L L
""", m="2026-08-24")
F("HR/Schema/Kök 2023.xlsx", "due_soon", "keep_until", "schema",
  "kitchen rota for 2023: due at the turn of 2026/27",
  """Arbetstider köket Björkdal 2023|||
Namn|Mån-tor|Fre|Rast
Zara|06.30-15.00|06.30-14.00|30
Hjördis|07.00-15.30|07.00-14.30|30""", d="2023-01-09")
F("HR/Schema/odaterat schema kväll.txt", "review", "possibly_overdue", "schema",
  "no date in text or name; the mtime is the migration night",
  """Arbetspass kväll
Mån Rut, Tis Rut, Ons Samir, Tor Samir, Fre Anki
Helg: vikarie
Byten meddelas Carina senast kl 14""", m="M")
F("HR/Tid/flex avst dec 2019.csv", "overdue", "", "tid", "flexitime balance of December 2019: three years",
  """Flexsaldo per 2019-12-31;;
Anst;Saldo (tim);Kommentar
Nordh B;12,5;
Viklund A;-3,0;regleras jan
Torp L;41,0;max 40 förs över
""", m="M")
F("HR/Tid/timvik juni 2022.csv", "overdue", "", "tid", "hours reported for June 2022: three years ended with 2025",
  """Rapporterade timmar juni 2022;;;
Namn;Datum;Från;Till
Ebba Juhlin;2022-06-07;07:00;16:00
Ebba Juhlin;2022-06-08;07:00;13:00
Nils Ask;2022-06-08;13:00;21:30
Attest: 2022-07-04;;;
""", m="M")
F("HR/Reseräkningar/2014/Falk mars.txt", "overdue", "", "res", "travel claim in financial year 2014: seven years",
  """Resa i tjänsten
Resenär: Gunilla Falk
Avresa 2014-03-11 kl 06.10 Lindhaga, åter 2014-03-12 kl 21.45
Ändamål: nätverksträff i Stockholm
Tåg 845 kr, hotell 1 290 kr, traktamente 1,5 dag
Räkenskapsår 2014, verifikat 20417""", m="M")
F("HR/Reseräkningar/körj 2016 egen bil.csv", "overdue", "", "res", "mileage log of 2016",
  """Körjournal privat bil i tjänst 2016;;;;
Datum;Från;Till;Km;Ärende
2016-02-03;Kommunhuset;Björkdal;14;APT
2016-02-17;Kommunhuset;Örebro;62;utbildning
2016-11-29;Kommunhuset;Tallkotten;9;lönesamtal
Summa;;;85;
""", m="M")
F("HR/Friskvård/Malm gymkort 2015.html", "overdue", "", "frisk", "receipt for gym card, financial year 2015",
  """Bidrag för motion
Sökande: Tobias Malm
Gymkort hela året, 1 500 kr, kvitto bifogat
Datum 2015-02-27
Utbetalt med marslönen. Bokfört räkenskapsåret 2015.""", m="M")
# ---------------------------------------------------------------- HR: rehab, arbetsmiljö, samverkan, personalakter
P = "HR/Rehab/B-M Sandell/"
F(P + "Plan för återgång 2011-02-03.docx", "overdue", OV, "rehab",
  "rehabilitation ended 2012-05-30 by the note in the dossier; ten years passed",
  """Plan för återgång i arbete
Britt-Marie Sandell, undersköterska
2011-02-03
Arbetsträning 25 procent från vecka 8, ökas till 50 procent vecka 14.
Anpassning: inga tunga lyft, höj- och sänkbart bord.
Uppföljning var fjärde vecka tillsammans med Försäkringskassan.""", d="2011-02-03")
F(P + "sista mötet.txt", "overdue", OV, "rehab", "closing note of the same dossier",
  """Avslutande rehabmöte
Närvarande: B-M Sandell, chef, HR, företagshälsan
Britt-Marie arbetar nu heltid utan hinder.
Rehabiliteringen avslutad 2012-05-30.
Inga fler möten bokas.""", m="M")
P = "HR/Rehab/T Engdahl/"
F(P + "Kartläggning arbetsförmåga 2010.docx", "keep_until", "review", "rehab",
  "old paper in a dossier whose last meeting is of 2024 and that is not closed",
  """Utredning enligt rehabiliteringsrutin
Thomas Engdahl, snickare
Datum 2010-09-14
Har haft upprepad korttidsfrånvaro, sju tillfällen på ett år.
Upplever smärta i axlarna. Företagshälsovården kontaktas.""", d="2010-09-14", m="M")
F(P + "uppföljning 2024-02-06.txt", "keep_until", "review", "rehab", "follow-up of 2024 in an open rehabilitation",
  """Uppföljningsmöte rehab
2024-02-06
Thomas är åter sjukskriven på halvtid sedan november.
Ny plan ska göras, anpassade arbetsuppgifter i förrådet.
Nästa träff i april.""", m="M")
F("HR/Arbetsmiljö/fallande hyllplan 2013-01-22.docx", "review", "may_dispose possibly_overdue", "tillbud",
  "ten years have passed but the plan wants the archivist's judgement",
  """Rapport om tillbud
Datum för händelsen: 2013-01-22
Plats: förrådet, kommunhuset
Vad hände: ett hyllplan lossnade och föll till golvet bredvid vaktmästaren. Ingen skadades.
Åtgärd: hyllan bultad i väggen 2013-01-23""", d="2013-01-24")
F("HR/Arbetsmiljö/Halkolycka trappan 2012 anmäld AV.docx", "delivery_overdue", "deliver_to_archive preserve", "skada",
  "notified work injury of 2012 is preserved; delivery past due",
  """Anmälan om arbetsskada
Skadad: Olle Hult, fastighetsskötare
Skadedag: 2012-12-04, kl 07.20
Halkade på is i yttertrappan, bröt handleden.
Anmält till Försäkringskassan och Arbetsmiljöverket 2012-12-05.
Skyddsombud underrättat.""", d="2012-12-05")
F("HR/Samverkan/FSG utbildning 2016-09-15 prot.docx", "delivery_overdue", "deliver_to_archive preserve", "samv",
  "minutes with the unions 2016, preserved, delivery after five years",
  """Samverkansgrupp utbildning
Protokoll fört vid möte 2016-09-15
För arbetsgivaren: E. Sund, U. Gran. För Lärarförbundet: H. Ros. För Kommunal: P. Dal
1. Budgetläget
2. Riskbedömning inför omorganisationen
Parterna är överens om handlingsplanen.
Justerat""", d="2016-09-15")
F("HR/Samverkan/CSG 2024-11-20.docx", "deliver_to_archive", "preserve keep_until", "samv",
  "minutes of 2024: preserved, delivery in 2030",
  """Central samverkan den 20 november 2024
Närvarande: kommundirektör, HR-chef, Vision, Kommunal, Sveriges Lärare
§ 1 Information om heltidsresan
§ 2 MBL 11 ny organisation i köken
Förhandlingen förklaras avslutad i enighet.
Protokollet justerat 2024-11-27""", d="2024-11-27")
F("HR/Samverkan/UTKAST FSG prot 2018-03-12.docx", "working_paper_due", "review", "",
  "an unsigned draft of 2018, not the record",
  """UTKAST - ej justerat
FSG 2018-03-12
Anteckningar: Hanna tar upp lokalerna (kolla med Ulf!)
??? vad sa Kommunal om rasterna
Fylls på""", d="2018-03-13", m="M")
F("HR/Samverkan/FSG okt 2026 mina stolpar utkast.txt", "keep_until", "review unclassified may_dispose", "",
  "one's own draft, weeks old",
  """utkast till protokoll 8 oktober 2026
- Ulf inledde
- riskbedömning köket, återkommer
- tid för nästa möte
(renskrivs av HR)""", m="2026-10-09")
P = "HR/Personalakter/Lindroth Sonja/"
F(P + "Anställningsbevis 1998.docx", "delivery_overdue", "deliver_to_archive preserve", "avtal",
  "preserved; employment ended 2019-08-31, delivery after two years is past due",
  """Bevis om anställning
Sonja Lindroth anställs tills vidare som skolmåltidsbiträde vid Björkdalsskolan
från och med 1998-08-10.
Lön 14 200 kr per månad. Avtal ÖB 98.
För arbetsgivaren: K. Ahl
Lindhaga 1998-06-22""", d="1998-06-22", m="M")
F(P + "arbetsgivarintyg och betyg.docx", "delivery_overdue", "deliver_to_archive preserve", "betyg_tj",
  "reference for the same employee, personal file",
  """Tjänstgöringsbetyg
Sonja Lindroth har arbetat hos oss som måltidsbiträde 1998-08-10 - 2019-08-31.
Hon har skött sitt arbete mycket väl och är omtyckt av elever och kolleger.
Slutat på egen begäran.
Lindhaga 2019-09-02""", d="2019-09-02")
F(P + "säger upp mig.txt", "delivery_overdue", "deliver_to_archive preserve", "upps",
  "resignation, names the last day of employment",
  """Till rektor
Härmed säger jag upp min anställning som måltidsbiträde.
Sista anställningsdag 2019-08-31.
Tack för alla år!
Sonja Lindroth, 2019-05-28""", m="M")
F(P + "HLR-kurs diplom 2013.txt", "overdue", "possibly_overdue", "kursint",
  "course certificate of 2013, two years; every member of the personal file is older than that too",
  """Diplom
Sonja Lindroth har genomgått utbildning i hjärt-lungräddning, 3 timmar,
den 17 april 2013.
Instruktör: Räddningstjänsten""", m="M")
P = "HR/Personalakter/Åkerlind Jörgen/"
F(P + "avtal vikariat 2009-08-10.docx", "preserve", "deliver_to_archive", "avtal",
  "contract of a man still employed: preserved, delivery only after he has left",
  """Anställningsavtal
Mellan Lindhaga kommun och Jörgen Åkerlind
Form: vikariat för P. Dal, 2009-08-10 - 2010-06-15
Befattning: lärare åk 4-6
Undertecknat 2009-06-29""", d="2009-06-29", m="M")
F(P + "samtal med Jörgen 2020.docx", "review", "keep_until possibly_overdue may_dispose", "medsam",
  "two conditions (a newer talk; two years after employment), neither known",
  """Medarbetarsamtal
Jörgen Åkerlind och Eva Sund, 2020-11-04
Trivsel: god, vill ha mer tid för planering
Mål till nästa år: handledarutbildning
Kompetensbehov: digitala läromedel
Båda nöjda med samtalet""", d="2020-11-04", m="M")
F(P + "ny lön april 2026.txt", "keep_until", "review may_dispose", "loneov",
  "this year's pay revision notes, kept until no longer needed",
  """Löneöversyn 2026 - motivering
Jörgen Å: 2,9 procent, god måluppfyllelse
Samtal hållet 2026-03-24
Förslag lämnat till HR 2026-04-02""", m="2026-04-02")
F("HR/Löneöversyn/2013 excelark förslag.xlsx", "may_dispose", "review possibly_overdue", "loneov",
  "basis of the pay revision of 2013: when no longer needed, so never plainly overdue",
  """Lönerevision 2013 förslag|||
Namn|Nuv lön|Förslag|Ny
Alm K|24100|600|24700
Bring O|25900|450|26350""", d="2013-03-05")
F("HR/Registerkontroll/uppvisat utdrag Lo Hammar.txt", "review", "possibly_overdue may_dispose keep_until", "belast",
  "two acts in one phrase (returned; the note goes at the end of employment)",
  """Kontroll enligt skollagen
Lo Hammar har visat upp utdrag ur belastningsregistret 2018-08-13.
Utdraget var utan anmärkning och har lämnats tillbaka.
Sign rektor""", m="M")

# ---------------------------------------------------------------- skolan: elevadministration
B = "Utbildning/Björkdalsskolan/"
F(B + "Klasser/7B läsåret 2012-13.xlsx", "delivery_overdue", "deliver_to_archive preserve", "klassl",
  "class list of 2012/13, preserved, delivery past due",
  """Klass 7B|||
Efternamn|Förnamn|Mentor|Grupp
Aldén|Siri|EH|1
Bodin|Mattis|EH|2
Celik|Deniz|EH|1
Dahlin|Vera|EH|2
Antal 24, per 15 okt 2012|||""", d="2012-10-15")
F(B + "Klasser/4A ht 2025.csv", "deliver_to_archive", "preserve keep_until", "klassl",
  "class list of autumn 2025, preserved",
  """Elever i 4A hösten 2025;;
Efternamn;Förnamn;Mentor
Ahl;Ines;JÅ
Bergh;Noel;JÅ
Chen;Lily;JÅ
Fastställd 2025-10-15;;
""", m="2025-10-15")
F(B + "Frånvaro/9C v 11 läsår 2018-19.txt", "overdue", OV, "franv", "absence slips of school year 2018/19",
  """9C sjuka och lediga vecka 11
Mån: Ture (förkyld), Alma (tandläkare)
Tis: Ture
Ons: -
Tor: Oskar (magsjuk), Alma
Fre: Oskar
Läsår 2018/19 /mentor EH""", m="M")
F(B + "Frånvaro/sjukanmälda åk 3 vt22.csv", "overdue", OV, "franv", "reported absence of spring 2022",
  """Dagens frånvaro åk 3, VT22;;
Datum;Elev;Orsak
2022-01-18;Elton K;feber
2022-01-18;Maj S;hosta
2022-02-02;Elton K;magont
2022-03-10;Wilma D;läkarbesök
""", m="M")
F(B + "Frånvaro/Ledigt för Thailand fam Rask.eml", "overdue", OV, "ledelev",
  "request for leave for a pupil in school year 2019/20",
  """Karin Rask <karin.rask@example.se>
mentor.5b@lindhaga.example.se
Ledighet Hugo 5B
Hej,
vi vill söka ledigt för Hugo 7-17 januari 2020 då vi reser till Thailand.
Vi läser ikapp matten på plats.
Hälsningar Karin
> Beviljas inte, mvh rektor""", d="2019-12-02", m="M")
F(B + "Frånvaro/lov för resa ht26 Chen.docx", "due_soon", "keep_until", "ledelev",
  "leave in the school year 2026/27, which ends in June 2027",
  """Begäran om ledighet från undervisningen
Elev: Lily Chen, 5A
Period: 2026-12-14 till 2026-12-18
Anledning: släktbesök
Vårdnadshavares underskrift 2026-11-10
Läsåret 2026/27""", d="2026-11-10")
F(B + "Kök/kostönskemål 2021-22.csv", "overdue", OV, "kost", "food allergies of school year 2021/22",
  """Avvikande kost läsåret 2021/22;;
Elev;Klass;Kost
Siri T;2A;laktosfri
Amir H;2B;nötallergi, epipen i väskan
Wilma D;3;vegetarisk
""", m="M")
F(B + "Kök/specialkost ht 2026.csv", "due_soon", "keep_until", "kost", "current school year",
  """Specialkost läsåret 2026/27;;
Elev;Klass;Kost
Ines A;5A;glutenfri
Noel B;5A;äggallergi
Uppdaterad 2026-09-01;;
""", m="2026-09-01")
F(B + "Kök/lapp på kylen.txt", "review", "possibly_overdue", "kost", "allergies with no date at all; mtime is the migration night",
  """TÄNK PÅ
Amir - INGA NÖTTER
Siri - laktosfritt
Ny kille i 1:an - glutenfritt, eget smör
/Zara i köket""", m="M")
F(B + "Expedition/busskort utlämnade 17-18.csv", "overdue", "possibly_overdue", "buss", "bus cards of school year 2017/18",
  """Utkvitterade skolkort läsåret 2017/18;;;
Nr;Elev;Klass;Sign
40112;Mattis B;9B;MB
40113;Vera D;9B;VD
40114;Elsa J;8A;EJ
""", m="M")
F(B + "Expedition/Chromebook lån Nova 2019.txt", "possibly_overdue", "review", "dator",
  "one year after schooling ended; when she left is not known",
  """Avtal om lån av Chromebook
Elev: Nova Friberg, klass 7A
Serienr: 5CD-LH-0781
Mottagen 2019-08-27
Jag lovar att vara rädd om datorn och lämna tillbaka den när jag slutar.
Elevens namnteckning / vårdnadshavare""", m="M")
F(B + "Expedition/datorkvittens Alvin.docx", "overdue", OV, "dator",
  "the pupil left school 2020-06-11; one year passed",
  """Utlånad elevdator
Alvin Norling, 7C, 2017-09-04
Väska och laddare ingår.
Återlämnad 2020-06-11 utan skador.
Eleven slutade åk 9 2020-06-11.""", d="2020-06-11", c="2017-09-04")
F(B + "Modersmål/arabiska anm 2018-04-20.docx", "overdue", "", "modm", "application of 2018, two years",
  """Modersmål - anmälan
Elev: Deniz Celik, åk 2
Språk: kurmanji, i andra hand arabiska
Språket talas dagligen i hemmet: ja
Datum 2018-04-20
Vårdnadshavare: A. Celik""", d="2018-04-20")
F(B + "Modersmål/somaliska ht26.html", "keep_until", "", "modm", "application for autumn 2026",
  """Önskan om undervisning i modersmålet
Inkommen via e-tjänst 2026-04-16
Elev: Hodan A, klass 3B
Språk: somaliska
Start: höstterminen 2026""", m="2026-04-16")

# elevakter
P = B + "Elevakter/Melker Å 9B slutat/"
F(P + "åtg.program 2014-02-11.docx", "delivery_overdue", "deliver_to_archive preserve", "atg",
  "preserved; to be delivered when the pupil left, 2016-06-10 by the dossier",
  """Åtgärdsprogram
Elev: Melker Åhs, 7B. Upprättat 2014-02-11
Behov av särskilt stöd: läsning och skrivning
Åtgärder: lästräning tre gånger i veckan med speciallärare, inlästa läromedel
Ansvarig: G. Rydh. Utvärderas 2014-06-03
Beslut av rektor E. Sund""", d="2014-02-11")
F(P + "läs o skriv kartl.docx", "overdue", OV, "kartl",
  "survey of reading and writing; he left 2016-06-10 and three years have passed",
  """Kartläggning av läs- och skrivförmåga
Melker Å, klass 7B, gjord 2013-11-26 av speciallärare
LS-test stanine 3, ordavkodning 2
Hörförståelse god
Rekommendation: extra tid och uppläst text""", d="2013-11-26")
F(P + "till nya skolan.txt", "overdue", OV, "overl",
  "hand-over sheet; one year after he left 2016-06-10",
  """Överlämning
Melker Åh slutade på Björkdalsskolan. Slutade skolan 2016-06-10.
Mottagande skola: Karlbergsgymnasiet
Viktigt att veta: behöver uppläst text, sitter helst långt fram
Överlämnat av G. Rydh vid möte""", m="M")
P = B + "Elevakter/Tuva L 8A/"
F(P + "IUP vt 2023.docx", "keep_until", "review", "iup", "pupil born 2012, nineteen only in 2031",
  """Utvecklingssamtal vårterminen 2023
Elev: Tuva Lönn, född 2012, klass 4A
Kunskaper i förhållande till målen: når målen i alla ämnen utom matematik
Framåtsyftande planering: träna tabellerna, fråga när det är svårt
Samtal 2023-03-02""", d="2023-03-02", m="M")
F(P + "Åtg.prog HT24.docx", "preserve", "deliver_to_archive", "atg", "support plan of a pupil still there: preserved",
  """Åtgärdsprogram för Tuva Lönn
Klass 6A, 2024-09-17
Stöd i matematik i liten grupp två pass per vecka
Anpassad bänkplats
Utvärdering januari 2025
Rektor har fattat beslut 2024-09-18""", d="2024-09-18", m="M")
F(P + "matte kartläggn 2021-03-15.txt", "keep_until", "review", "kartl",
  "old survey, but counted from the end of schooling and she is still at school",
  """Kartläggning i matematik
Tuva L, 2A, 2021-03-15
Taluppfattning 0-20 säker, 20-100 osäker
Behöver laborativt material
Gjord av spec.lärare G. Rydh""", m="M")
F(B + "Elevakter/Gammalt/IUP Viggo 2010.docx", "overdue", "possibly_overdue review", "iup",
  "born 1999, nineteen in 2018",
  """Min utvecklingsplan
Viggo Thorell, född 1999-08-30
Klass 5, hösten 2010
Jag är bra på: samarbete, historia
Jag ska öva på: att läsa varje kväll
Samtal 2010-10-19 med mamma och fröken Lena""", d="2010-10-19")
F(B + "Elevakter/Gammalt/utv.plan Elsa.docx", "overdue", "possibly_overdue review", "iup", "born 1996, nineteen in 2015",
  """Individuell plan efter utvecklingssamtal
Elsa Jerling, född 1996-02-21, klass 6B
Datum för samtalet: 2008-11-05
Mål: våga räcka upp handen, skriva längre texter
Underskrifter""", d="2008-11-05", m="M")
F(B + "Betyg/slutbetyg 9A-9D vt 2011.xlsx", "delivery_overdue", "deliver_to_archive preserve", "betyg",
  "grade register of 2011: preserved, delivery past due",
  """Betyg årskurs 9 vårterminen 2011 - katalog|||||
Elev|Sv|En|Ma|Idh|Meritv
Abel Å|G|VG|G|MVG|215
Frida Ö|MVG|MVG|VG|VG|290
Rektor 2011-06-09|||||""", d="2011-06-09")
F(B + "Betyg/Kopior/katalog 9A-9D vt 2011 KOPIA.xlsx", "working_paper_due", "review", "betyg",
  "a copy of a preserved register is not the record itself",
  """KOPIA|||||
Betyg årskurs 9 vårterminen 2011 - katalog|||||
Elev|Sv|En|Ma|Idh|Meritv
Abel Å|G|VG|G|MVG|215
Frida Ö|MVG|MVG|VG|VG|290""", d="2011-08-15", m="M")
F(B + "NP/ma åk 9 2018 lösningar.txt", "overdue", "", "np", "national test in mathematics 2018, five years",
  """Nationellt ämnesprov matematik årskurs 9, delprov C
Genomfört 2018-05-15
Elev nr 14: uppgift 1 rätt, 2 rätt, 3 fel, 4 delvis
Elev nr 15: uppgift 1 rätt, 2 fel, 3 fel, 4 rätt
Provbetyg enligt bedömningsmall""", m="M")
F(B + "NP/eng åk 6 2024.csv", "keep_until", "", "np", "national test in English of 2024",
  """Nationella prov engelska åk 6, våren 2024;;;
Elev;Muntligt;Läsa/lyssna;Uppsats
Ines A;B;C;B
Noel B;D;D;E
""", m="2024-06-05")
F(B + "NP/uppsatser svenska åk 9 2013.docx", "delivery_overdue", "deliver_to_archive preserve", "np_sv",
  "essays in Swedish are preserved, unlike those of other subjects",
  """Nationella provet i svenska, delprov C, mars 2013
Elevlösning 7: "En plats jag aldrig glömmer"
Det var sommaren när jag fyllde tretton och huset vid sjön skulle säljas...
Bedömning: C
Rättat 2013-04-02 av sv-lärare""", d="2013-04-02")
P = B + "Kränkningar/BUN-2017-00219/"
F(P + "anmälan trakasserier.docx", "preserve", "deliver_to_archive delivery_overdue", "krank",
  "registered case of degrading treatment, preserved; when the pupil left is not known",
  """Anmälan till huvudman
Dnr BUN-2017-00219
2017-03-07
Elev i klass 8 har i omklädningsrummet blivit kallad nedsättande saker av två andra elever vid flera tillfällen.
Anmälare: idrottslärare T. Malm
Rektor har tagit emot anmälan samma dag.""", d="2017-03-07")
F(P + "Utredning och beslut.docx", "preserve", "deliver_to_archive delivery_overdue", "krank", "inquiry in the same registered case",
  """Utredning av händelserna, dnr BUN-2017-00219
Samtal har förts med de inblandade 2017-03-09 och 2017-03-14.
Slutsats: kränkningar har skett.
Åtgärder: tillsyn i omklädningsrummet, kontakt med vårdnadshavare
Beslut 2017-04-04. Ärendet avslutat 2017-05-30.""", d="2017-05-30")
F(P + "utkast utredning v1.docx", "working_paper_due", "review", "", "first draft of the inquiry of 2017: a working paper",
  """Utkast 1 - arbetsmaterial
Utredning BUN-2017-00219
[här ska in vad eleverna sagt]
kolla datum med Tobias
slutsats ???""", d="2017-03-20", m="M")
F(B + "Olyckor/rasten 2014-09-30.docx", "overdue", "", "olyc", "pupil's accident of 2014, ten years ended with 2024",
  """Rapport om olycksfall
Elev: Wille, klass 2
2014-09-30 kl 09.50 på skolgården
Ramlade från klätterställningen, slog i hakan. Plåster, mamma ringdes.
Rapportör: rastvakt""", d="2014-09-30")
F(B + "Olyckor/Incident slöjdsal 2021-02-17.docx", "keep_until", "", "olyc", "2021: to the end of 2031",
  """Incident i träslöjden
2021-02-17
En elev klämde fingret i pelarborren, skyddet var uppfällt.
Åkte till vårdcentralen, två stygn.
Åtgärd: borren avstängd tills skyddet bytts""", d="2021-02-17")
F(B + "Olyckor/idrottshall 2016-05-04.txt", "due_soon", "keep_until", "olyc", "2016: due at the turn of 2026/27",
  """Olycka på idrotten
2016-05-04
Tjej i 6B trampade snett i hoppet och stukade foten. Kyla och linda.
Försäkringsanmälan lämnad till föräldern
/Tobias""", m="M")

# frånvaroutredningar (dossiers)
P = B + "Skolfrånvaro/BUN-2019-00087/"
F(P + "samtal med hemmet.docx", "overdue", OV, "franvutr", "case closed 2019-12-05 by the decision in the dossier; five years",
  """Samtal om frånvaro
2019-03-14, dnr BUN-2019-00087
Närvarande: elev i 7A, pappa, kurator, mentor
Eleven har varit borta 42 procent av tiden sedan jul.
Överenskommelse: kortare dagar, kurator ringer varje morgon""", d="2019-03-14")
F(P + "avslut.docx", "overdue", OV, "franvutr", "closing decision of the same case",
  """Beslut om att avsluta utredning
Dnr BUN-2019-00087
Närvaron är nu över 90 procent. Stödet trappas ned.
Ärendet avslutat 2019-12-05.
E. Sund, rektor""", d="2019-12-05")
P = B + "Skolfrånvaro/BUN-2018-00431/"
F(P + "utredning hösten 2018.docx", "keep_until", "review", "franvutr",
  "the case of 2018 has a follow-up of September 2025 and is not closed: the dossier's clock",
  """Frånvaroutredning
Dnr BUN-2018-00431, 2018-10-02
Elevens frånvaro ökade under vårterminen. Sömnsvårigheter och oro.
BUP-remiss skickad. Hemundervisning prövas inte i nuläget.""", d="2018-10-02", m="M")
F(P + "uppföljn 2025-09-18.txt", "keep_until", "", "franvutr", "newest member of an open case",
  """Uppföljning BUN-2018-00431
2025-09-18
Eleven går nu gymnasiets introduktionsprogram på halvtid.
Fortsatt kontakt varje månad.""", m="2025-09-18")

# skolskjuts
S = "Utbildning/Skolskjuts/"
P = S + "BUN 2014-331 växelvis/"
F(P + "ansökan skjuts två adresser.docx", "overdue", OV, "skjuts", "case closed 2014-09-15; two years",
  """Ansökan om taxi till skolan
Dnr BUN 2014/331
Eleven bor varannan vecka hos pappa i Kvarnby, 6 km från skolan.
Växelvis boende enligt avtal mellan föräldrarna.
Inkom 2014-06-18""", d="2014-06-18")
F(P + "beslut deleg 140820.docx", "overdue", OV, "skjuts", "decision and closing note of the same case",
  """Delegationsbeslut skjuts
Beslut 2014-08-20: eleven beviljas skolskjuts de veckor hen bor i Kvarnby.
Dnr BUN 2014/331
Expedierat till vårdnadshavarna. Ingen överklagan.
Ärendet avslutat 2014-09-15""", d="2014-09-15")
P = S + "BUN 2016-402 ÖVERKLAGAT/"
F(P + "avslag skolskjuts.docx", "delivery_overdue", "deliver_to_archive preserve", "skjutsov",
  "an appealed case is preserved, unlike other transport cases",
  """Beslut: avslag på ansökan om skolskjuts
Dnr BUN 2016/402, 2016-08-31
Avståndet 2,8 km understiger gränsen 3 km för årskurs 4.
Hur man överklagar framgår av bilagan.""", d="2016-08-31")
F(P + "Dom FR.docx", "delivery_overdue", "deliver_to_archive preserve", "skjutsov", "judgment in the appealed case",
  """Förvaltningsrätten, dom 2017-02-09
Saken: skolskjuts enligt skollagen
Överklagat beslut: Lindhaga kommun, BUN 2016/402
Domslut: Förvaltningsrätten avslår överklagandet.
Domen har vunnit laga kraft 2017-03-02. Ärendet avslutat 2017-03-10.""", d="2017-03-10")
P = S + "BUN 2020-115/"
F(P + "ansökan.docx", "review", "possibly_overdue keep_until", "skjuts", "one member of the dossier cannot be read, so nothing in it is overdue",
  """Skolskjuts, ansökan
Dnr BUN 2020/115
Elev i F-klass med rörelsehinder, söker från hösten 2020
Läkarens utlåtande bifogas
2020-05-25""", d="2020-05-25")
F(P + "bilaga läkarutl.docx", "review", "possibly_overdue keep_until unclassified", "skjuts", "unreadable file in the case folder", "",
  raw=b"PK\x03\x04\x14\x00\x08\x00" + bytes((i * 73 + 11) % 251 for i in range(1800)), m="2020-05-26")
F(P + "avslutat.txt", "review", "possibly_overdue keep_until", "skjuts", "closed in 2020, but a member of the dossier is unreadable",
  """BUN 2020/115
Beviljat 2020-06-15. Föräldern nöjd.
Ärendet avslutades 2020-10-01.""", m="M")
P = S + "BUN 2021-077/"
F(P + "beslut skjuts 2021-08-16.docx", "on_hold", "review keep_until", "skjuts", "two years have passed but the folder is under a stop",
  """Beslut om skjuts
Dnr BUN 2021/077
2021-08-16
Beviljas morgon och eftermiddag, särskild taxi.
Ärendet avslutat 2021-09-01""", d="2021-09-01")
F(P + "LÄS FÖRST gallringsstopp.txt", "on_hold", "review keep_until unclassified", "", "the note that stops disposal in the dossier",
  """GALLRINGSSTOPP
Handlingarna i BUN 2021/077 får inte gallras.
JO granskar kommunens skolskjutsbeslut, begäran kom 2023-11-06.
Gäller tills stadsjuristen häver stoppet.""", m="M")
F(S + "Ansökan taxi Wilhelm.docx", "possibly_overdue", "review", "skjuts",
  "application of 2017 with no case number and no closing date: at most possibly",
  """Skolskjuts begärs för Wilhelm i 1A
2017-05-29
Vi bor på Lövsta gård, 4,5 km från skolan, vägen saknar gångbana.
Mvh Maria och Staffan Hägg""", d="2017-05-29")

# ---------------------------------------------------------------- förskolan
T = "Utbildning/Förskolan Tallkotten/"
F(T + "Placering/Idun plats från 2014.docx", "overdue", OV, "plats", "the child left 2018-07-31; two years",
  """Ansökan om barnomsorg
Barn: Idun Frisk. Önskat datum 2014-09-01. Heltid.
Vårdnadshavare: M. Frisk och J. Sall
Inkom 2014-02-17, plats erbjuden 2014-06-02
Barnet slutade 2018-07-31""", d="2018-08-03", c="2014-02-17")
F(T + "Placering/kölista 2020.csv", "may_dispose", "review possibly_overdue", "ko", "a waiting list of 2020, kept only while useful",
  """Barn i kö per 2020-03-31;;
Barn;Önskat datum;Ködatum
Ivar N;2020-08-10;2019-11-04
Stella Ö;2020-08-17;2019-12-20
""", m="M")
for month, verdict in (("07", "superseded"), ("08", "superseded"), ("09", "superseded"), ("10", "keep_until")):
    F(T + "Placering/Folkbokf/barn_1-5_2026-%s.csv" % month, verdict,
      "overdue may_dispose review possibly_overdue" if verdict == "superseded" else "review may_dispose due_soon", "folkb",
      "monthly extract, newer ones lie beside it" if verdict == "superseded" else "the newest of the monthly extracts",
      """Namn;Födelseår;Adress;Inflyttad
Ivar Nääs;2022;Granvägen 7;2024-05-02
Stella Öst;2023;Tallgatan 3;2023-02-11
Folke Ring;2021;Björkstigen 9;2026-%s-03
""" % month, m="2026-%s-28" % month)
F(T + "Avgift/ink. uppg Hagelin.eml", "overdue", "", "ink", "income reported for 2017; five years ended with 2022",
  """Per Hagelin <per.hagelin@example.se>
placering@lindhaga.example.se
Ny inkomst från oktober
Hej!
Från och med 1 oktober 2017 är hushållets bruttolön 61 400 kr i månaden.
Två barn på Tallkotten.
Hälsningar Per Hagelin""", d="2017-09-26", m="M")
F(T + "Avgift/ändrad inkomst maj 2024.docx", "keep_until", "", "ink", "income of 2024: to the end of 2029",
  """Anmälan om hushållets inkomst
Avser tiden från 2024-05-01
Familjen Ring: 48 200 kr/mån före skatt
Maxtaxa: nej
Underskrift 2024-05-06""", d="2024-05-06")
F(T + "Avdelningar/Myran v 36 2021.csv", "overdue", OV, "narv", "attendance in school year 2021/22; one year after its end",
  """Myran vecka 36, läsåret 2021/22;;;;;
Barn;Må;Ti;On;To;Fr
Idris;x;x;x;x;-
Majken;x;x;-;x;x
Otto;-;-;x;x;x
""", m="M")
F(T + "Avdelningar/Ugglan 2026 v 40.csv", "keep_until", "", "narv", "attendance of autumn 2026",
  """Närvaro Ugglan v 40 2026;;;;;
Barn;Må;Ti;On;To;Fr
Folke;x;x;x;x;x
Stella;x;-;x;x;-
Läsår 2026/27;;;;;
""", m="2026-10-02")
F(T + "Sommarfest/inbjudan 2019.docx", "unclassified", "review working_paper_due", "", "an invitation to a party: no row",
  """Välkomna på sommarfest!
Torsdag 13 juni kl 15-17 på gården
Vi bjuder på saft och bullar, ta med filt.
Barnen sjunger kl 15.30
Hälsar Tallkotten""", d="2019-05-27")
F(T + "APT/APT 2018-02-07.docx", "overdue", "", "apt", "notes from a staff meeting in 2018, two years",
  """APT Tallkotten
2018-02-07 kl 17
Närvarande: Maja, Ing-Britt, Lo, Ebba
Städschema, ny rutin för nycklar, påsklunch
Nästa möte 7 mars. Vid pennan: Lo""", d="2018-02-07")
F(T + "APT/ 2026-09-10 arbetsplatsträff.docx", "keep_until", "", "apt", "notes of this autumn",
  """Arbetsplatsträff 10 september 2026
1 Förra mötet
2 Brandövning 24/9
3 Budget
4 Vikarieläget
Antecknat av Maja""", d="2026-09-10")

# ---------------------------------------------------------------- socialtjänsten
I = "Socialtjänsten/IFO/"
P = I + "Ek bistånd/Roland S/"
F(P + "utredn bistånd 2010-04.docx", "review", "possibly_overdue", "ekb",
  "last entry 2013, but akter of people born on the 5th, 15th and 25th are kept and no number tells",
  """Utredning enligt 4 kap. 1 § SoL
Sökande: Roland Svärd
Aktualiserat 2010-04-08
Saknar inkomst, uppsagd i februari, ingen a-kassa
Bedömning: rätt till försörjningsstöd enligt norm""", d="2010-04-21")
F(P + "journalblad.txt", "review", "possibly_overdue", "ekb", "the same akt: closed 2013 but the birth-day exception cannot be settled",
  """Journal Roland S
2012-10-02 Hembesök, sökt fyra arbeten
2013-02-19 Har fått anställning på prov
2013-06-11 Klarar sig själv. Sista anteckning 2013-06-11, ärendet avslutas.""", m="M")
P = I + "Ek bistånd/Marianne B/"
F(P + "löpande anteckn.docx", "preserve", "review deliver_to_archive delivery_overdue", "ekb",
  "the text says born on the 15th: kept for research though the last entry is of 2011",
  """Dokumentation
Marianne Borg, född den 15 maj 1958
2009-01-13 Nybesök
2010-06-30 Beviljad tandvård
2011-03-02 Flyttar till annan kommun. Sista anteckning 2011-03-02.""", d="2011-03-02")
P = I + "Ek bistånd/Anton P/"
F(P + "ansökan jan 2015.docx", "keep_until", "review", "ekb", "old application in an akt still written in 2025",
  """Ansökan om försörjningsstöd
Anton Pettersson
Avser januari 2015
Hyra 4 870 kr, el 310 kr, busskort 620 kr
Underskrift 2015-01-07""", d="2015-01-07", m="M")
F(P + "norm okt 2025.xlsx", "keep_until", "review", "ekb", "norm calculation of October 2025",
  """Normberäkning oktober 2025||
Post|Belopp|Anm
Riksnorm ensamstående|4960|
Hyra|6120|
Inkomst sjukpenning|-3300|
Att betala ut|7780|beslut 2025-10-02""", d="2025-10-02")
P = I + "Barn/Placering fam-hem L/"
F(P + "Vårdplan 2009.docx", "delivery_overdue", "deliver_to_archive preserve", "plac",
  "a placed child's akt is preserved; last entry 2012, delivery after five years is past due",
  """Vårdplan vid placering
Barnets förnamn: Linus
Familjehem sedan 2009-05-18 enligt SoL
Mål med vården: trygg vardag, skolgång
Umgänge med modern varannan lördag""", d="2009-06-01")
F(P + "avslutsanteckn.txt", "delivery_overdue", "deliver_to_archive preserve", "plac", "closing note of the placement",
  """Linus flyttade hem den 2 juni 2012.
Placeringen upphör. Uppföljning en gång i höst.
Sista anteckning 2012-10-16""", m="M")
P = I + "Orosanmälningar/"
F(P + "2014-03-12 anonym.docx", "overdue", "", "oro", "report of 2014 that led to no inquiry, five years",
  """Anmälan om oro
Inkom 2014-03-12 per telefon, anonym granne
Uppger skrik och spring nattetid i lägenheten ovanför.
Skyddsbedömning: inget akut behov
Beslut 2014-03-20: utredning inleds inte""", d="2014-03-20")
F(P + "2019 nr 7 från skola.txt", "overdue", "", "oro", "report of May 2019, no inquiry; five years ended with 2024",
  """Orosanmälan nr 7/2019
Från: Björkdalsskolan. Inkommen 2019-05-21
Elev i åk 5 har kommit utan matsäck till utflykter flera gånger.
Förhandsbedömning: samtal med föräldrarna hållet
Ingen utredning inleds, 2019-06-03""", m="M")
F(P + "2023-05-09 utreds ej.docx", "keep_until", "", "oro", "report of 2023: to the end of 2028",
  """Anmälan enligt 14 kap. 1 § SoL
Mottagen 2023-05-09 från BVC
Uteblivna besök. Föräldern kontaktad, ny tid bokad.
Beslut: ej utredning, 2023-05-19""", d="2023-05-19")
F(I + "Familjerätt/faderskap S 2006.docx", "preserve", "deliver_to_archive delivery_overdue", "fader", "paternity inquiry: preserved",
  """Protokoll över utredning av faderskap
S-protokoll, påbörjat 2006-02-14
Modern uppger att hon sammanbodde med mannen under konceptionstiden.
Mannen bekräftar faderskapet 2006-03-20.
Godkänt av socialnämnden 2006-03-28""", d="2006-03-28")
P = I + "Dödsbon/SOC 2015-0093/"
F(P + "anmälan till skatteverket.docx", "overdue", OV, "dodsbo", "closed 2015-11-20, five years",
  """Dödsboanmälan
Dnr SOC 2015-0093
Avliden: Evert Lund, 2015-09-06
Tillgångarna täcker begravningskostnaden men inte mer.
Insänd till Skatteverket 2015-11-10. Ärendet avslutat 2015-11-20""", d="2015-11-20")
F(P + "begravningskostn.txt", "overdue", OV, "dodsbo", "same case",
  """Kostnader Lund, SOC 2015-0093
Kista 6 500
Transport 2 900
Dödsannons 1 780
Betalt av boets medel 2015-10-22""", m="M")
F("Socialtjänsten/Färdtjänst/SOC 2017-0310/beslut.docx", "overdue", OV, "fardtj", "permit ceased 2019-05-31, three years",
  """Tillstånd att resa med färdtjänst
Dnr SOC 2017-0310
Beviljas 2017-06-01 - 2019-05-31, 60 enkelresor per år
Tillståndet upphörde 2019-05-31, ingen förlängning söktes.""", d="2019-06-04", c="2017-05-24")
F("Socialtjänsten/Färdtjänst/SOC 2024-0122/Beslut om färdtjänst.docx", "keep_until", "", "fardtj", "permit runs to 2027",
  """Färdtjänst beviljas
Dnr SOC 2024-0122
Sökanden kan inte åka buss på grund av nedsatt syn.
Tillståndet gäller 2024-09-01 till 2027-08-31
Beslut 2024-08-27""", d="2024-08-27")
N = "Socialtjänsten/Hemtjänst Norr/"
F(N + "Planering/turlista 2025-06-13.csv", "overdue", "", "turl", "round list of June 2025: two months",
  """Tur 4 fredag 2025-06-13;;
Tid;Brukare;Insats
07.30;Fru Almgren;morgonhjälp
08.15;Bengt-Åke;medicin, frukost
09.00;Fru Svedberg;dusch
""", m="2025-06-12")
F(N + "Planering/Planering v 9 2023.txt", "overdue", "", "turl", "planning list of 2023",
  """Vem går till vem, vecka 9 2023
Mån: Nils - Almgren, Berg, Svedberg
Tis: Ebba - Almgren, Torsten
Ons: Nils - städ Berg
OBS portkod ändrad hos Torsten""", m="M")
F(N + "Planering/turlista 2026-11-20.csv", "due_soon", "keep_until", "turl", "round list of last week",
  """Tur 2 fredag 2026-11-20;;
Tid;Brukare;Insats
07.15;Fru Svedberg;morgonhjälp
12.00;Torsten;mat
""", m="2026-11-19")
F(N + "HSL/signering lm 2012-08.csv", "overdue", "", "sign", "medicine signing of August 2012, ten years",
  """Läkemedel given/sign augusti 2012;;;;
Dag;08;12;18;22
1;ns;ej;ej;ns
2;ns;ej;ns;ns
3;rk;rk;rk;rk
""", m="M")
F(N + "HSL/Signeringslista mars 2020.csv", "keep_until", "", "sign", "March 2020: to the end of 2030",
  """Signering Waran mars 2020;;
Dag;Dos;Sign
1;2 tabl;ea
2;2 tabl;ea
3;1,5 tabl;na
""", m="M")
F(N + "Avvikelser/Fall i badrum 2016.docx", "overdue", OV, "avvik", "inquiry closed 2016-12-01; five years",
  """Avvikelse - fall
Händelse 2016-10-28: brukare föll i duschen vid förflyttning, inga frakturer
Orsak: halkmatta saknades
Åtgärd: ny matta, genomgång på APT
Utredningen avslutad 2016-12-01""", d="2016-12-01")
F(N + "Avvikelser/missad insats april 2017.docx", "possibly_overdue", "review", "avvik", "report of 2017 without a closing date",
  """Utebliven insats
2017-04-03
Kvällsbesök hos fru Berg blev inte utfört, turen låg kvar på sjuk personal.
Ansvarig chef informerad""", d="2017-04-03")
F(N + "Avvikelser/Lex Sarah SOC 2018-0144.docx", "delivery_overdue", "deliver_to_archive preserve", "sarah", "serious incident inquiry 2018: preserved",
  """Utredning av missförhållande
Dnr SOC 2018-0144
En brukare lämnades utan tillsyn 14 timmar i samband med helgbemanning.
Bedömning: missförhållande, anmäls till IVO
Beslut 2018-06-14. Utredningen avslutad 2018-09-03""", d="2018-09-03")
F(N + "Nycklar/kvitto Almgren.txt", "overdue", OV, "nyckel", "key returned 2021-03-02",
  """Mottagen nyckel
Från: Rut Almgren, 1 st ytterdörr
Kvitteras 2018-01-15 N. Ask
Nyckeln återlämnad 2021-03-02 till dottern""", m="M")
F(N + "Nycklar/Berg T nyckelkvittens.txt", "review", "keep_until possibly_overdue", "nyckel", "nothing says that the key was given back",
  """Kvittens på nyckel
Torsten Berg lämnar 2 nycklar till hemtjänsten
2022-09-05
Förvaras i nyckelskåpet, krok 31""", m="M")
F(N + "Rutin sjukanmälan och läkarintyg.md", "unclassified", "review keep_until", "", "a routine that speaks of certificates, about nobody",
  """# Så gör du när du blir sjuk
1. Ring chefen före passet
2. Läkarintyg lämnas från dag 8
3. Vård av barn anmäls i självservice
Gäller från 2012-09-01, uppdateras vid behov""", m="M")
F("Socialtjänsten/Avgifter/inkomstförfrågan 2013 Svedberg.docx", "overdue", "", "avgift", "income inquiry of 2013, ten years ended with 2023",
  """Frågor om din inkomst
Till Greta Svedberg, 2013-01-28
För att räkna ut din avgift för hemtjänst behöver vi uppgift om pension, ränta och hyra.
Allmän pension: 11 340 kr. Hyra: 4 905 kr.
Svar lämnat 2013-02-11""", d="2013-02-11")

# ---------------------------------------------------------------- gemensamt, privat, kopior
F("Gemensam/Klagomål/synpunkt gräsklippning.txt", "overdue", OV, "klag", "small complaint closed 2019-07-05",
  """Synpunkt via webben
Ni klipper inte gräset vid lekplatsen på Tallgatan!
Inkom 2019-06-24
Svar 2019-07-01: klipps nästa vecka. Ärendet avslutat 2019-07-05""", m="M")
F("Gemensam/Klagomål/bemötande SOC 2022-0051.docx", "deliver_to_archive", "preserve keep_until", "klagutr",
  "complaint that led to an inquiry: preserved, delivery in 2028",
  """Klagomål på bemötande, utredning
Dnr SOC 2022-0051
Anhörig är missnöjd med hur hon tilltalats på boendet. Personal har hörts 2022-03-08.
Slutsats: brister i kommunikationen. Chef följer upp.
Avslutat 2022-04-12""", d="2022-04-12")
F("Gemensam/Utlämnande/begär ut avtal 2022-10-11.eml", "overdue", "", "utl", "granted request of 2022, one year",
  """Redaktionen <tips@example.se>
registrator@lindhaga.example.se
Begäran om handlingar
Hej, vi vill ta del av avtalet med taxibolaget.
Tack på förhand
> Skickat kopia samma dag, bifallet. /registrator""", d="2022-10-11", m="M")
F("Gemensam/Reception/besöksliggare 2023.csv", "may_dispose", "review", "bokn", "visitors' book: may be disposed of, no duty",
  """Besökande kommunhuset 2023;;
Datum;Namn;Besöker
2023-01-10;T. Sork;Bo Nordh
2023-02-21;firma Hiss & Co;vaktmästeri
""", m="M")
F("Nämnder/BUN/BUN 2015-06-16 just.docx", "delivery_overdue", "deliver_to_archive preserve", "prot", "adjusted minutes of 2015",
  """Barn- och utbildningsnämnden
Sammanträdesprotokoll 2015-06-16
§ 61 Budgetuppföljning
§ 62 Skolskjutsregler - antas att gälla från 2015-08-01
§ 63 Delegationsbeslut anmäls
Justerat 2015-06-22""", d="2015-06-22")
F("Nämnder/SOC/anmälda deleg.beslut nov 2023.docx", "deliver_to_archive", "preserve keep_until", "deleg", "list of delegated decisions 2023: delivery in 2029",
  """Anmälan av beslut fattade på delegation
Socialnämnden 2023-11-21
Nr|Beslut|Delegat|Datum
214|Bistånd hemtjänst|BH|2023-10-12
215|Färdtjänst avslag|BH|2023-10-17
Läggs till handlingarna""", d="2023-11-21")
F("Kopior/prot BUN 2015-06-16 kopia till Ulf.docx", "working_paper_due", "review", "prot", "copy of the minutes on the share",
  """KOPIA
Barn- och utbildningsnämnden
Sammanträdesprotokoll 2015-06-16
§ 61 Budgetuppföljning
§ 62 Skolskjutsregler - antas att gälla från 2015-08-01""", d="2015-06-24", m="M")
F("Kopior/Åkerlind anst.avtal kopia.docx", "working_paper_due", "review", "avtal", "copy of a contract kept in the personal file",
  """Anställningsavtal (kopia)
Mellan Lindhaga kommun och Jörgen Åkerlind
Form: vikariat för P. Dal, 2009-08-10 - 2010-06-15
Befattning: lärare åk 4-6""", d="2009-08-11", m="M")
F("Utkast/tjskr skolskjutsregler utkast 2.docx", "working_paper_due", "review unclassified", "", "draft of 2015: working paper",
  """Utkast 2, 2015-05-04
Tjänsteskrivelse: nya regler för skolskjuts
Förslag till beslut: nämnden antar ...
Att göra: räkna om kostnaden, prata med bolaget""", d="2015-05-04", m="M")
F("Gemensam/Mallar/MALL åtgärdsprogram.docx", "unclassified", "review keep_until", "", "an empty form about nobody",
  """Åtgärdsprogram för [elevens namn]
Klass: [   ]   Datum: [   ]
Behov av särskilt stöd:
Åtgärder:
Ansvarig:
Rektors underskrift:""", d="2017-08-10", m="M")
F("Gemensam/Gammalt/lathund skrivare plan 2.docx", "unclassified", "review working_paper_due", "", "printer help: no row",
  """Så här skriver du ut på plan 2
1. Logga in med bricka
2. Välj Follow me
3. Tryck på grön knapp
Vid pappersstopp, ring 4455""", d="2014-11-18", m="M")
H = "Hemkataloger/anbr03/"
F(H + "Privat/surdegslimpa.txt", "unclassified", "review working_paper_due", "", "private recipe",
  """Surdeg från Moster Ann
5 dl vatten, 2 dl surdeg, 12 dl vetemjöl special, 20 g salt
Kalljäs över natten, 250 grader i 20 min, sänk till 200""", m="2018-02-04")
F(H + "Privat/deklaration 2019 egna papper.xlsx", "unclassified", "review working_paper_due", "", "a private tax sheet",
  """Min deklaration 2019|
Ränteavdrag|21400
Resor till jobbet|8300
Sålde fonder vinst|1200""", d="2020-04-19", m="M")
F(H + "Semesterbilder/IMG_2041.jpg", "unclassified", "review", "", "holiday picture", "",
  raw=bytes.fromhex("ffd8ffe000104a46494600010101004800480000ffd9"), m="2016-07-21")
F(H + "Att sortera/odaterad resa.txt", "review", "possibly_overdue", "res", "travel claim with no date but the migration night's mtime",
  """Resekostnader
Tåg t/r Västerås 412 kr
Traktamente halv dag
Betalas ut med nästa lön tack! /Anders""", m="M")
F(H + "Att sortera/flexlapp.txt", "possibly_overdue", "review", "tid", "time note without a date; only an mtime of 2018, not of the migration",
  """Flextid Anders
In 07.40 ut 16.55
In 08.05 ut 16.10
Saldo + 2 h 20 min""", m="2018-06-08")


def build(base):
    os.makedirs(base, exist_ok=True)
    write_plan(os.path.join(base, "plan.xlsx"))
    write_share(base, F, ROWS, when("2024-10-12 02:17"))
