"""The files of share-d: Östervik kommun (sv, files/) and Skovlunde-Ås Kommune (da, da/files/). All invented."""
import os
from share import Files, when, write_share
from share_d_plan import SV_ROWS, DA_ROWS, write_sv, write_da

F = Files()
OV = "possibly_overdue"
PIC = bytes.fromhex("ffd8ffe000104a46494600010101004800480000ffd9")

# ---------------------------------------------------------------- bygg
P = "Bygg/Ärenden/SBN 2012-000412 Granen 3/"
F(P + "01 ansökan nybyggnad.docx", "delivery_overdue", "deliver_to_archive preserve", "lov",
  "granted permit, preserved; final clearance 2014-10-06 so delivery after three years is past due",
  """Ansökan om lov för enbostadshus
Fastighet: Granen 3
Diarienummer SBN 2012-000412
Sökande: Stig och Lotta Hamrin
Byggnadsarea 142 kvm, två plan, fasad i träpanel faluröd
Inkom 2012-08-20""", d="2012-08-20", props={"Diarienummer": "SBN 2012-000412"})
F(P + "07 beslut BN.docx", "delivery_overdue", "deliver_to_archive preserve", "lov", "the decision of the same case",
  """Bygglov beviljas
Delegationsbeslut 2012-10-11, SBN 2012-000412
Granen 3, nybyggnad av enbostadshus
Kontrollansvarig: B. Rask
Avgift 38 400 kr enligt taxa
Lovet vann laga kraft 2012-11-15""", d="2012-10-11", props={"Diarienummer": "SBN 2012-000412"})
F(P + "slutbesked.docx", "delivery_overdue", "deliver_to_archive preserve", "lov", "final clearance 2014-10-06",
  """Slutbesked
SBN 2012-000412, Granen 3
Byggnaden får tas i bruk. Slutsamråd hölls 2014-09-29.
Slutbesked 2014-10-06. Ärendet avslutas.""", d="2014-10-06")
F(P + "KA kontrollpunkter ifyllda.docx", "overdue", "possibly_overdue review", "kontr",
  "the builder's check list; five years after the final clearance of 2014-10-06",
  """Egenkontroll Granen 3
Punkt|Kontrollerat mot|Utfört av|Datum
Utstakning|nybyggnadskarta|mät|2013-03-12
Grund|ritning K1|entreprenör|2013-04-22
Våtrum|branschregler|plattsättare|2014-02-18
Täthet|provtryckning|konsult|2014-06-05
Slutbesked meddelat 2014-10-06""", d="2014-10-06", c="2013-03-12")
F(P + "grannar hörda.txt", "overdue", "possibly_overdue review", "grann",
  "neighbours heard; one year after the permit gained legal force 2012-11-15",
  """Remiss till grannar Granen 2, 4 och 5
Utskick 2012-09-03, svar senast 2012-09-24
Granen 2: inget att erinra
Granen 4: oroar sig för skymd sikt
Granen 5: ej svar
Lovet vann laga kraft 2012-11-15""", m="M")
P = "Bygg/Ärenden/SBN 2016-000077 Lärkan 8 återkallad/"
F(P + "ansökan carport.docx", "overdue", OV, "lovater", "withdrawn case, written off 2016-05-20; two years",
  """Ansökan bygglov carport
SBN 2016-000077, Lärkan 8
Sökande: Inga-Lill Forss
Carport 36 kvm, 1,2 m från tomtgräns
2016-02-15""", d="2016-02-15")
F(P + "tar tillbaka.eml", "overdue", OV, "lovater", "the withdrawal mail, with the note of closing",
  """Inga-Lill Forss <il.forss@example.se>
bygglov@ostervik.example.se
SBN 2016-000077 Vi ångrar oss
Hej!
Vi bygger ingen carport, så ni kan lägga ner ärendet.
/Inga-Lill
---
Ärendet avskrivet 2016-05-20. Ärendet avslutat 2016-05-20 / hl""", d="2016-05-12", m="M")
P = "Bygg/Ärenden/SBN 2023-000201 Tallen 1/"
F(P + "ansökan tillbyggnad.docx", "preserve", "deliver_to_archive", "lov", "granted permit without final clearance yet: preserved",
  """Tillbyggnad av fritidshus
SBN 2023-000201, Tallen 1
Inkom 2023-03-27
Uterum 18 kvm""", d="2023-03-27")
F(P + "beslut lov.docx", "preserve", "deliver_to_archive", "lov", "the decision in the same running case",
  """Beslut om bygglov, SBN 2023-000201
Beviljas 2023-05-08
Startbesked lämnat 2023-06-01
Slutbesked: ej begärt""", d="2023-06-01")
F(P + "förslag kontrollplan.txt", "keep_until", "review preserve", "kontr",
  "five years after a final clearance that has not come",
  """Kontrollplan Tallen 1
SBN 2023-000201
Brandskydd - eldstad utgår
Konstruktion - snölast zon 2
Fukt - slagregn""", m="2023-05-30")
P = "Bygg/Ärenden/SBN 2013-000150 Asken 2/"
F(P + "anmälan granne.eml", "overdue", OV, "tomt", "complaint closed 2014-02-12; five years",
  """Rolf T <rolf.t@example.se>
bygg@ostervik.example.se
Skrotbilar på Asken 2
Grannens tomt är full av bilvrak och gräset är meterhögt.
Nu får ni göra något!
Rolf""", d="2013-06-18", m="M")
F(P + "inspektion 2013-07-02.txt", "overdue", OV, "tomt", "inspection and closing note",
  """Besök på platsen Asken 2, SBN 2013-000150
2013-07-02: fyra bilar utan skyltar, däckhög
2013-11-20: borttaget utom en bil
2014-02-10: städat. Ärendet avslutat 2014-02-12""", m="M")
F(P + "bild framsidan.jpg", "overdue", "possibly_overdue review unclassified", "tomt", "picture in the closed case folder", "",
  raw=PIC, m="2013-07-02")
P = "Bygg/Ärenden/SBN 2015-000310 Boken 5/"
F(P + "klagomål om tomten.docx", "keep_until", "review", "tomt", "a case of 2015 with a new inspection in 2023 and no end",
  """Ovårdat på Boken 5
SBN 2015-000310
Inkom 2015-05-11. Anmälaren vill vara anonym.
Förfallen lada, risk för barn som leker där""", d="2015-05-11", m="M")
F(P + "nytt besök 2023-10-11.txt", "keep_until", "review", "tomt", "newest member of the open case",
  """SBN 2015-000310
Ny inspektion 2023-10-11, taket har rasat in på norra sidan.
Föreläggande förbereds.""", m="2023-10-11")
F("Bygg/Ärenden/SBN 2014-000098 plank Almen/Tillsynsbeslut.docx", "delivery_overdue", "deliver_to_archive preserve", "olov",
  "supervision of unlawful building: preserved, delivery past due",
  """Olovligt uppfört plank
SBN 2014-000098, Almen 11
Planket är 2,2 m högt och saknar lov.
Beslut 2014-09-04: byggsanktionsavgift 4 440 kr
Rättelse utförd, ärendet avslutat 2015-01-19""", d="2015-01-19")
F("Bygg/Eldstäder/kamin Eken 4 2017.docx", "delivery_overdue", "deliver_to_archive preserve", "eld", "stove notification: preserved, delivery after three years",
  """Installation av braskamin och ny skorsten
Fastighet Eken 4, ägare G. Tapper
Anmält 2017-09-14
Startbesked 2017-09-28, slutbesked 2018-01-10
Sotarens intyg bifogat""", d="2018-01-10")
F("Bygg/Mätning/kartbeställn juni 2018.eml", "overdue", "", "karta", "order of 2018, two years",
  """Hustillverkaren <order@example.se>
mat@ostervik.example.se
Beställer karta
Vi behöver en nybyggnadskarta för Sälgen 7, helst i dwg.
Faktura till oss, märkning 2018-77""", d="2018-06-11", m="M")
F("Bygg/Mätning/Karta Rönnen 2026-09.eml", "keep_until", "", "karta", "order of this autumn",
  """Familjen Brodd <brodd@example.se>
mat@ostervik.example.se
Nybyggnadskarta till Rönnen 2
Hej, vi ska bygga nytt och behöver karta till arkitekten.
Mvh Brodd""", d="2026-09-17")
F("Bygg/Mätning/karta best Pilen.docx", "review", "keep_until possibly_overdue", "karta",
  "no date in text; created 2012 but saved again in 2025: early and late evidence disagree",
  """Beställning, karta för Pilen 9
Skala 1:400
Höjdsystem RH2000
Leverans per e-post""", c="2012-04-03", d="2025-02-11")
F("Bygg/Tekniskt samråd/kallelse Tallbacken.docx", "possibly_overdue", "review keep_until", "samrad", "call of 2021; the final clearance is not on the share",
  """Kallelse
Tekniskt samråd för Tallbacken 3
Tid 2021-04-14 kl 13, byggenheten
Ta med kontrollplan, K-ritningar, energiberäkning
Kallade: byggherre, KA""", d="2021-03-30")
F("Bygg/OVK/skolan 2012.docx", "superseded", "overdue possibly_overdue review may_dispose", "ovk", "replaced by the approved protocol of 2018 beside it",
  """Obligatorisk ventilationskontroll
Byggnad: Österskolan
Besiktningsdag 2012-11-06
System FTX, godkänt
Nästa ordinarie 2015""", d="2012-11-08")
F("Bygg/OVK/skolan 2018 godkänt.docx", "keep_until", "review possibly_overdue", "ovk", "the newest approved protocol for the building",
  """Ventilationskontroll Österskolan
Besiktigad 2018-11-20, godkänd utan anmärkning
Funktionskontrollant N. Frykman""", d="2018-11-20", m="M")
F("Bygg/Hissar/folkets hus 2016.txt", "may_dispose", "review", "hiss", "at least three years: may go, must not",
  """Hissbesiktning Folkets hus, hiss 1
2016-05-25 Återkommande besiktning
Resultat: 2:a, åtgärda nödtelefon
Nästa: maj 2018""", m="M")
F("Bygg/Strandskydd/SBN 2010-000033 brygga.docx", "delivery_overdue", "deliver_to_archive preserve", "strand", "dispensation of 2010: preserved",
  """Dispens från strandskydd för brygga
SBN 2010-000033, Sjöbo 4:12
Beslut 2010-06-15: dispens medges, bryggan får vara högst 12 m
Länsstyrelsen har inte överprövat""", d="2010-06-15")
F("Plan/Kvarnen antagen/planbeskrivning.docx", "delivery_overdue", "deliver_to_archive preserve", "dpja", "adopted detailed plan of 2011, preserved",
  """Detaljplan för del av Kvarnen
Planbeskrivning, antagandehandling
Antagen av kommunfullmäktige 2011-05-30, laga kraft 2011-07-01
Syfte: bostäder i två till fyra våningar""", d="2011-07-04")
P = "Plan/Hamnen avbrutet SBN 2009-000210/"
F(P + "samrådsredogörelse.docx", "overdue", OV, "dpnej", "planning task abandoned, case closed 2012-05-08; ten years",
  """Samråd om ny plan för Hamnen
SBN 2009-000210
Samrådstid 2010-02-01 - 2010-03-15, 41 synpunkter
Många är negativa till höjden""", d="2010-04-22")
F(P + "beslut om att avbryta.docx", "overdue", OV, "dpnej", "the decision to stop",
  """Planarbetet för Hamnen avbryts
SBN 2009-000210, nämnden 2012-04-17 § 33
Exploatören har dragit sig ur.
Ärendet avslutat 2012-05-08""", d="2012-05-08")

# bostadsanpassning
P = "Bostadsanpassning/BAB-2013-014/"
F(P + "ansökan ramp och dörröppnare.docx", "overdue", OV, "bab", "decision 2013-06-10, ten years",
  """Anpassning av bostad
BAB-2013-014
Sökande: Elna Kjellberg, använder rullstol
Söker ramp vid entré och automatisk dörröppnare
Inkom 2013-05-02""", d="2013-05-02")
F(P + "AT-intyg.docx", "overdue", OV, "bab", "occupational therapist's certificate in the same case",
  """Intyg från arbetsterapeut
Funktionsnedsättning: MS, nedsatt gångförmåga
Åtgärden är nödvändig för att hon ska kunna komma ut ur bostaden.
2013-04-25""", d="2013-04-25")
F(P + "beslut.txt", "overdue", OV, "bab", "the decision",
  """BAB-2013-014
Beslut 2013-06-10: bidrag 64 200 kr beviljas
Utbetalt till entreprenör efter besiktning 2013-08-29. Avslutat.""", m="M")
P = "Bostadsanpassning/BAB-2019-007/"
F(P + "söker bidrag, spisvakt.docx", "keep_until", "", "bab", "decision of 2019: to the end of 2029",
  """Ansökan om bidrag, spisvakt
BAB-2019-007
Maken har demens och glömmer plattan.
2019-02-04
Beslut 2019-02-27: beviljas""", d="2019-02-27")

# ---------------------------------------------------------------- miljö
M = "Miljö/"
F(M + "Livsmedel/Kontroller 2017/Pizzeria Napoli.docx", "overdue", "", "livsk", "inspection of April 2017, five years after that year",
  """Rapport efter inspektion
Pizzeria Napoli, Storgatan 4
Datum för besöket: 2017-04-19, oanmält
Avvikelser: saknar temperaturlogg, smuts under kyl
Uppföljning inom en månad""", d="2017-04-24")
F(M + "Livsmedel/Kontroller 2024/Pizzeria Napoli maj.docx", "keep_until", "", "livsk", "inspection of 2024",
  """Inspektion 2024-05-02 Pizzeria Napoli
Föranmäld: nej
Lokalen ren, spårbarhet ok
Nästa planerade kontroll 2026""", d="2024-05-03")
F(M + "Livsmedel/Kontroller 2021/sushi 2021-06.txt", "due_soon", "keep_until", "livsk", "inspection of 2021: due at the turn of 2026/27",
  """Kontroll Sushi Öster
2021-06-16
Ris pH 4,3 ok. Fisk fryst enligt intyg.
Avvikelse: handtvättställ blockerat""", m="M")
F(M + "Livsmedel/Registreringar/Korvkiosken.docx", "overdue", OV, "livsr", "the business ceased 2018-09-30, two years",
  """Registrerad livsmedelsverksamhet
Korvkiosken vid torget, innehavare A. Brusling
Registrerad 2011-04-12
Verksamheten upphörde 2018-09-30 enligt telefonsamtal""", d="2018-10-03", c="2011-04-12")
F(M + "Livsmedel/Registreringar/Café Ankan.docx", "keep_until", "review possibly_overdue", "livsr", "the café is still running",
  """Anmälan om registrering
Café Ankan, Kajen 2
Startar 2020-05-01
Sittplatser 24, mackor och kaffe""", d="2020-04-06", m="M")
F(M + "Köldmedier/ICA Öster kyla 2016.docx", "overdue", "", "kyl", "yearly refrigerant report for 2016, five years",
  """Årlig rapport f-gaser
ICA Öster, år 2016, insänd 2017-02-20
Aggregat 1 R404A 34 kg, ingen påfyllning
Aggregat 2 R134a 12 kg, påfyllt 1 kg""", d="2017-02-20")
F(M + "Köldmedier/ishallen rapport 2023.docx", "keep_until", "", "kyl", "report sent in 2024",
  """Rapport över köldmedium, ishallen
Avser 2023, inkom 2024-03-11
Ammoniak 450 kg
Läckagekontroll 2023-10-02 utan anmärkning""", d="2024-03-11")
P = M + "Avlopp/MHN 2009-0145 Sjöbo 1-7/"
F(P + "ansökan trekammarbrunn.docx", "delivery_overdue", "deliver_to_archive preserve", "avlopp", "sewage permit of 2009: preserved",
  """Ansökan enskild avloppsanläggning
MHN 2009-0145
Sjöbo 1:7, trekammarbrunn med infiltration
2009-05-25""", d="2009-05-25")
F(P + "tillstånd.docx", "delivery_overdue", "deliver_to_archive preserve", "avlopp", "the permit itself",
  """Tillstånd att inrätta avloppsanordning
MHN 2009-0145, 2009-07-08
Villkor: 30 meter till vattentäkt
Tillståndet förfaller om arbetet inte påbörjats inom två år""", d="2009-07-08")
F(M + "Avfall/uppehåll Lindqvist 2014.docx", "overdue", OV, "sop", "dispensation ceased 2016-12-31, two years",
  """Befrielse från hämtning av hushållsavfall
Lindqvist, Näset 3:2, fritidshus som inte nyttjas
Beslut 2014-03-05
Dispensen upphörde 2016-12-31""", d="2017-01-09", c="2014-03-05")
F(M + "Avfall/Dispens kompost Rydell.txt", "keep_until", "review possibly_overdue", "sop", "runs to the end of 2026, then two years",
  """Dispens, hämtning var fjärde vecka
Rydell, Berga 5
Gäller 2022-01-01 - 2026-12-31""", m="2021-12-15")
P = M + "Klagomål/MHN 2016-0233 disco/"
F(P + "sömnlös.eml", "overdue", OV, "klag", "noise case closed 2017-03-01, five years",
  """Barbro Edin <barbro.e@example.se>
miljo@ostervik.example.se
Kan inte sova
Musiken från Klubb Zebra dunkar till klockan tre varje fredag.
Jag bor på andra våningen.
Barbro""", d="2016-10-03", m="M")
F(P + "ljudmätning.csv", "overdue", OV, "klag", "sound measurements in the closed case",
  """Mätning MHN 2016-0233;;
Tid;dBA;dBC
2016-11-18 23:30;31;58
2016-11-19 00:30;33;61
2016-11-19 01:30;34;60
""", m="M")
F(P + "avslut.docx", "overdue", OV, "klag", "the closing decision",
  """Beslut i ärende om buller
MHN 2016-0233
Klubben har installerat en limiter. Mätningen visar att riktvärdena klaras.
Ärendet avslutat 2017-03-01""", d="2017-03-01")
P = M + "Klagomål/MHN 2019-0087 grillos/"
F(P + "lukt från grill.docx", "overdue", OV, "klag", "closed 2020-02-11: due at the turn of 2025/26",
  """Lukt från restaurang
MHN 2019-0087
Inkom 2019-06-27
Boende ovanpå grillen har os i sovrummet dagligen
Kolfilter bytt, bättre enligt anmälaren. Ärendet avslutat 2020-02-11""", d="2020-02-11")
P = M + "Klagomål/MHN 2022-0010 rök/"
F(P + "rök från vedpanna.txt", "keep_until", "", "klag", "closed 2022-12-05: to the end of 2027",
  """Vedeldning Lövgatan
MHN 2022-0010, inkom 2022-01-13
Information om rätt eldning lämnad
Ärendet avslutat 2022-12-05""", m="M")
P = M + "Klagomål/MHN 2015-0402 bensinmack/"
F(P + "nedskräpning mack.docx", "on_hold", "review keep_until", "klag", "closed 2016 but under a stop because of a court case",
  """Nedskräpning och fat bakom macken
MHN 2015-0402
Besök 2015-10-01: sju fat utan märkning
Fraktade till återvinning. Ärendet avslutat 2016-02-22""", d="2016-02-22")
F(P + "OBS FÅR EJ GALLRAS.txt", "on_hold", "review keep_until unclassified", "", "the note that holds the folder",
  """Får ej gallras!
Tvist i mark- och miljödomstolen om saneringen, MHN 2015-0402 är bevisning.
Gallringsstopp från 2022-05-16 tills domen vunnit laga kraft.
/miljöchefen""", m="M")
F(M + "Värmepumpar/bergvärme Ekbacken 2008.txt", "review", "keep_until possibly_overdue", "vp", "goes when the plant is taken out of use; nothing tells",
  """Bergvärmepump
Ekbacken 12, borrhål 150 m
Anmäld 2008-09-19
Köldbärare bioetanol""", m="M")
F(M + "Bad/prov sommaren 2012.xlsx", "overdue", "", "bad", "samples of 2012, ten years",
  """Badplatser 2012|||
Plats|Datum|E.coli|Anm
Storsand|2012-06-19|10|tjänligt
Lillsand|2012-07-17|120|tjänligt m anm""", d="2012-08-29")
F(M + "Bad/badvatten_2019.csv", "keep_until", "", "bad", "samples of 2019: to the end of 2029",
  """Plats;Datum;E.coli;Bedömning
Storsand;2019-06-18;<10;tjänligt
Lillsand;2019-07-16;50;tjänligt
""", m="M")
F(M + "Radon/skolor mätta 2010.xlsx", "delivery_overdue", "deliver_to_archive preserve", "radon", "radon values of 2010: preserved",
  """Radon i kommunens skolor, mätperiod jan-mars 2010|||
Byggnad|Rum|Bq/m3|Dosa
Österskolan|112|140|A-771
Österskolan|204|60|A-772
Solbacken|matsal|310|A-780""", d="2010-04-26")
F(M + "Alkohol/Krogen vid torget.docx", "overdue", OV, "serv", "licence ceased 2015-10-31, five years",
  """Tillstånd att servera alkoholdrycker
Krogen vid torget, beviljat 2008-05-20, stadigvarande
Tillståndet upphörde 2015-10-31, rörelsen såld""", d="2015-11-04", c="2008-05-20")
F(M + "Alkohol/Bistro Kajen gällande.docx", "keep_until", "review possibly_overdue", "serv", "licence in force",
  """Stadigvarande serveringstillstånd
Bistro Kajen, kl 11-01
Beslut 2018-04-18, gäller tills vidare""", d="2018-04-18", m="M")
F(M + "Tillsyn/MHN 2011-0076 verkstaden.docx", "delivery_overdue", "deliver_to_archive preserve", "miljo", "supervision of a plant: preserved",
  """Tillsynsbesök Bernts Bilverkstad
MHN 2011-0076, C-anläggning
2011-10-13: spillolja förvaras under tak, oljeavskiljare tömd
Inga åtgärder. Ärendet avslutat 2011-11-01""", d="2011-11-01")
F(M + "Tillsyn/utkast inspektionsrapport vt 2019.docx", "working_paper_due", "review", "", "unfinished draft of 2019",
  """UTKAST inspektionsrapport
Täkten i Norrby
fyll i: mängd, dammbekämpning
[bilder saknas]""", d="2019-05-15", m="M")
F(M + "Rutiner/Så hanterar vi klagomål på buller.docx", "unclassified", "review keep_until", "", "a routine about complaints, not a complaint",
  """Rutin för klagomål
1. Registrera anmälan i diariet
2. Skicka bekräftelse
3. Bedöm om besök behövs
4. Avsluta ärendet när åtgärder är gjorda
Ansvarig: miljöchef. Reviderad 2014-01-20""", d="2014-01-20", m="M")

# ---------------------------------------------------------------- kultur
K = "Kultur/"
F(K + "Bidrag/Östervik BK 2015.docx", "overdue", "", "fbja", "granted support of 2015, five years",
  """Ansökan om verksamhetsstöd
Östervik Bollklubb, 2015-02-12
Antal medlemmar 7-20 år: 143
Sökt belopp 45 000 kr
Beviljat: 40 000 kr 2015-04-08""", d="2015-04-08")
F(K + "Bidrag/NEJ Boulevardteatern 2019.docx", "overdue", "", "fbnej", "refused in 2019: two years",
  """Bidrag till sommarturné, Boulevardteatern
2019-01-30, sökt 120 000 kr
Beslut: avslag 2019-03-13, uppfyller inte kravet på demokratisk uppbyggnad""", d="2019-03-13")
F(K + "Bidrag/scoutkåren 2025.docx", "keep_until", "", "fbja", "support of 2025",
  """Scoutkåren Pilgrim söker bidrag
2025-02-10, sökt 18 000 kr för lägervecka
Beviljas 18 000 kr 2025-03-19""", d="2025-03-19")
F(K + "Bidrag/hembygdsför. ansökan 2021.docx", "due_soon", "keep_until", "fbja", "support of 2021: due at the turn of 2026/27",
  """Östervik hembygdsförening
Ansökan driftstöd 2021, inlämnad 2021-02-03
Beviljat 25 000 kr 2021-03-31""", d="2021-03-31")
F(K + "Bibliotek/krav mars 2021.csv", "overdue", "", "bib", "overdue book notices of 2021, two years",
  """Påminda låntagare 2021-03;;
Låntagare;Titel;Dagar
M. Hjorth;Svampboken;44
L. Sandin;Franska på 90 dagar;31
""", m="M")
F(K + "Bibliotek/räkningar för borttappade böcker 2025.csv", "keep_until", "", "bib", "bills of 2025",
  """Ersättning 2025;;
Datum;Låntagare;Kr
2025-01-22;P. Elgh;250
2025-04-10;S. Notini;180
""", m="2025-04-10")
F(K + "Kulturskolan/anmäld fiol vt18.html", "overdue", OV, "ksanm", "the course ended 2018-12-14; one year",
  """Anmälan till fiol
Elev: Astrid V, åk 4
Målsman: Jonna V
Sänd 2017-12-11, plats från VT18
Kursen avslutades 2018-12-14 (eleven slutade)""", m="M")
F(K + "Kulturskolan/Närvaro dans ht 2019.csv", "overdue", "", "ksnarv", "attendance of autumn 2019, five years ended with 2024",
  """Dans grupp 2, HT 2019;;;
Elev;v36;v37;v38
Stina;x;x;x
Minna;x;-;x
""", m="M")
F(K + "Kulturskolan/slagverk närv vt 2023.csv", "keep_until", "", "ksnarv", "attendance of spring 2023",
  """Slagverk tisdagar VT 2023;;;
Elev;v3;v4;v5
Gustav;x;x;x
Ali;x;x;-
""", m="2023-06-08")
F(K + "Kulturskolan/teater vt 2021 vilka kom.csv", "due_soon", "keep_until", "ksnarv", "attendance of spring 2021",
  """Teater VT 2021;;
Elev;v10;v11
Ronja;x;x
Love;-;x
""", m="M")
F(K + "Konsthallen/M Ros hösten 2016.docx", "overdue", OV, "utst", "exhibition contract ended 2016-11-13, two years",
  """Avtal mellan Konsthallen och Margareta Ros
Utställningstid 2016-10-08 -- 2016-11-13
Ersättning enligt MU-avtalet 14 000 kr
Avtalet upphörde 2016-11-13 och verken hämtades""", d="2016-11-15", c="2016-05-02")
F(K + "Konsthallen/programblad 2013.docx", "delivery_overdue", "deliver_to_archive preserve", "affi", "printed programme: preserved, delivery after two years",
  """Program hösten 2013
14 september Vernissage: Ljusår
3 oktober Föredrag om glas
27 oktober Familjesöndag
Fri entré""", d="2013-08-19")
F(K + "Stipendium/nominerad ej utsedd 2017.docx", "overdue", "", "stipnej", "not chosen in 2017; two years",
  """Jag vill föreslå dansaren Olle Moberg till kulturstipendiet 2017
Han har hållit gratis kurser för unga i fyra år.
Vänligen Ann-Sofi Lagman
Inkom 2017-03-28. Ej utsedd.""", d="2017-03-28")
F(K + "Stipendium/beslut 2017 Hjördis Norell.docx", "delivery_overdue", "deliver_to_archive preserve", "stipja", "the award decision is preserved",
  """Nämnden utser kulturstipendiat 2017
Hjördis Norell, författare
2017-05-16 § 28
Belopp 20 000 kr""", d="2017-05-16")
F(K + "Foto/ok till foto invigningen.txt", "review", "possibly_overdue keep_until may_dispose", "bild", "goes when the picture is taken down; nothing tells",
  """Jag godkänner att bilder på mig och mina barn från invigningen läggs på kommunens webb.
Namn: Sara Wiberg, 2018-06-06
Kan återkallas när som helst""", m="M")

# ---------------------------------------------------------------- ekonomi och inköp
E = "Ekonomi/"
F(E + "2014/fakt ElTjänst juni.txt", "overdue", "", "levf", "supplier invoice of 2014, seven years",
  """FAKTURA 40218
ElTjänst i Östervik AB
Fakturadatum 2014-06-11, förfaller 2014-07-11
Byte av armaturer, 12 tim
Att betala 9 875 kr inkl moms
Konterat 4110, attest EK""", m="M")
F(E + "2017/inkomna fakturor mars 2017.xlsx", "overdue", "", "levf", "invoices received in 2017: to the end of 2024",
  """Inkommande fakturor mars 2017||||
Nr|Leverantör|Datum|Belopp|Attest
7011|Bergs Bygg|2017-03-02|14200|EK
7012|Kontorshuset|2017-03-06|830|EK
7013|Snabbstäd|2017-03-09|6150|LB""", d="2017-04-03")
F(E + "2019/Lev-fakt 2019.csv", "due_soon", "keep_until", "levf", "invoices of 2019: due at the turn of 2026/27",
  """Fakturanr;Leverantör;Fakturadatum;Belopp
9001;Snabbstäd;2019-02-04;6300
9002;Bergs Bygg;2019-02-12;22100
""", m="M")
F(E + "2022/vår faktura 2022-118.html", "keep_until", "", "kundf", "own invoice of 2022",
  """Faktura 2022-118 till Föreningen Segel
Fakturadatum 2022-05-30
Hyra klubbstuga 2 400 kr
Betalas inom 30 dagar""", m="M")
F(E + "2012/bokslut 2012 bilagor.xlsx", "delivery_overdue", "deliver_to_archive preserve", "boksl", "annual accounts of 2012: preserved",
  """Östervik kommun bokslut 2012 - balansräkning||
Post|2012|2011
Anläggningstillgångar|412300|398100
Eget kapital|201400|197700""", d="2013-02-20")
F(E + "2025/årsred 2025 UTKAST textdel.docx", "keep_until", "review unclassified may_dispose", "", "this year's draft",
  """UTKAST Årsredovisning 2025
Kommunchefen har ordet
[text från Eva]
Femårsöversikt - uppdateras""", d="2026-02-10")
P = E + "Krav/Firma Bohlin/"
F(P + "påminnelse 1 2017.docx", "keep_until", "review", "krav", "a claim of 2017 that is still being paid off",
  """Betalningspåminnelse
Firma Bohlin, faktura 2017-044, 3 200 kr
Oss tillhanda senast 2017-07-14""", d="2017-06-30", m="M")
F(P + "avbetalning 2025.txt", "keep_until", "review", "krav", "the newest member: instalments agreed in February 2025",
  """Avbetalningsplan Firma Bohlin
Överenskommet 2025-02-17: 400 kr i månaden, åtta gånger
Betalt t.o.m. april""", m="2025-05-02")
F(E + "Kassor/badhuset juli 2013.csv", "overdue", "", "kassa", "till report for July 2013",
  """Dagskassa badhuset 2013-07;;
Dag;Kontant;Kort
2013-07-01;1240;3380
2013-07-02;980;2910
Räkenskapsår 2013;;
""", m="M")
F(E + "2014/rättad faktura ElTjänst.txt", "keep_until", "review", "levf", "lies in the folder of 2014 but is an invoice of 2023",
  """KREDIT OCH NY FAKTURA 61190
ElTjänst i Östervik AB
Fakturadatum 2023-02-01
Avser byte av armaturer som reklamerats
Att betala 2 310 kr""", m="M")
F(E + "Budget/önskelista enheterna 2016.xlsx", "may_dispose", "review possibly_overdue", "budg", "budget wishes of 2016: when no longer needed",
  """Äskanden inför budget 2016|
Konsthallen ny belysning|85000
Biblioteket meröppet|140000""", d="2015-05-18")
P = E + "Upphandling/KS 2014-233 Städtjänster/"
F(P + "anbud Renare AB.docx", "overdue", OV, "anbnej", "tender not accepted; contract signed 2015-02-02, four years",
  """Anbud städtjänster KS 2014-233
Renare AB, 2014-11-24
Pris per kvm 14,10 kr
Ej antaget - rangordnad som 3""", d="2014-11-24")
F(P + "Tilldelning.docx", "delivery_overdue", "deliver_to_archive preserve review", "anbja", "award and contract: preserved; contract ended 2019-01-31",
  """Tilldelningsbeslut KS 2014-233
2015-01-14: Snabbstäd Öst AB tilldelas uppdraget
Avtal tecknat 2015-02-02, gäller till 2019-01-31
Avtalet upphörde 2019-01-31""", d="2019-02-04", c="2015-01-14")
F(E + "Upphandling/offerter stolar 2016.docx", "possibly_overdue", "review", "direkt", "small purchase of 2016; no closing date told",
  """Tre offerter på kontorsstolar
Kontorshuset 2 990 kr/st, Sits AB 3 150, Möbelgrossen 2 700
Valt: Möbelgrossen (2016-08-24)""", d="2016-08-24")
F(E + "Avtal/leasing kopiatorer 2013.docx", "overdue", OV, "avtal", "leasing ended 2016-06-30, two years",
  """Leasingavtal 6 kopiatorer
Parter: Östervik kommun, Kopiering Syd AB
Avtalstid 2013-07-01 - 2016-06-30
Avtalet gick ut 2016-06-30, maskinerna hämtade""", d="2016-07-04", c="2013-06-20")
F(E + "Avtal/växtvattning 2024-2027.docx", "keep_until", "", "avtal", "contract runs to 2027",
  """Skötsel av växter i kommunhuset
Avtalstid 2024-04-01 - 2027-03-31
Gröna Fingrar HB, 1 900 kr/mån""", d="2024-03-21")
F(E + "Skador/inbrott förråd.docx", "overdue", OV, "forsk", "damage settled 2014-01-20, ten years",
  """Inbrott i föreningsförrådet
Skadedatum 2013-10-27
Stulet: två gräsklippare, elverk
Skadan reglerad 2014-01-20, ersättning 31 000 kr""", d="2014-01-20")
F(E + "Skador/vattenskada 2019 slöjdsalen.docx", "keep_until", "", "forsk", "damage of 2019",
  """Vattenskada slöjdsalen
Upptäckt 2019-02-18, läckande rör
Skadan reglerad 2019-09-30""", d="2019-09-30", m="M")
F(E + "Bidrag in/Naturvårdsprojektet redovisning.docx", "overdue", OV, "bidr", "final account 2012-11-30, ten years",
  """Slutredovisning till länsstyrelsen
Projekt: våtmark Norrängen
Slutredovisning 2012-11-30
Rekvirerat totalt 310 000 kr, upparbetat 305 400 kr""", d="2012-11-30")
F(E + "Gåvor/donation Elfrida Ek 1987.txt", "preserve", "deliver_to_archive delivery_overdue", "donat", "deed of gift of 1987: preserved",
  """Gåvobrev
Jag, Elfrida Ek, skänker härmed tomten vid Storsand till Östervik kommun
att användas som bad och lekplats för all framtid.
Östervik den 4 juni 1987""", m="M")

# ---------------------------------------------------------------- IT
I = "IT/"
F(I + "Behörigheter/Ekot åtkomst Tove.eml", "overdue", OV, "behor", "employment ended 2017-01-31, two years",
  """Linda Bo <linda.bo@ostervik.example.se>
it@ostervik.example.se
Lägg upp Tove i Ekot
Tove Wassberg behöver läsbehörighet i ekonomisystemet från 1 mars.
/Linda
---
IT: upplagd. Borttagen, anställningen upphörde 2017-01-31.""", d="2014-02-20", m="M")
F(I + "Loggar/vpn_2024-03.csv", "overdue", "", "logg", "access log of March 2024: at most one year",
  """tid;användare;källa;resultat
2024-03-01T07:58:11;linbo;192.0.2.14;ok
2024-03-01T08:02:40;evkarl;192.0.2.77;ok
2024-03-01T08:03:02;evkarl;192.0.2.77;utloggad
""", m="2024-03-31")
F(I + "Loggar/vpn_2026-10.csv", "due_soon", "keep_until", "logg", "access log of last month",
  """tid;användare;källa;resultat
2026-10-01T07:41:09;linbo;192.0.2.14;ok
2026-10-01T07:55:30;pesand;192.0.2.31;fel lösenord
""", m="2026-10-31")
F(I + "Helpdesk/export stängda 2022.csv", "overdue", OV, "supp", "closed tickets of 2022, one year",
  """Ärende;Anmälare;Text;Stängt
5511;Eva K;skrivaren svarar ej;2022-02-03
5512;Per S;glömt lösen;2022-02-03
5533;Linda B;Outlook hänger;2022-03-17
Alla ärenden avslutade 2022-12-30;;;
""", m="M")
F(I + "Säkerhet/phishing april 2022.docx", "keep_until", "", "isinc", "security incident report of 2022: to the end of 2027",
  """Säkerhetshändelse
2022-04-19: bluffmejl till 140 mottagare, tre klickade
Åtgärd: lösenord bytta, länk spärrad
Inga uppgifter om personer röjda""", d="2022-04-21")
F(I + "Dataskydd/incident IT 2019-031.docx", "delivery_overdue", "deliver_to_archive preserve", "puinc", "personal data breach: preserved",
  """Anmälan till Datainspektionen om personuppgiftsincident
Dnr SBK 2019-031
2019-03-21: lista med sökande lades ut på webben av misstag, 64 personer
Åtgärdat inom en timme. Avslutat 2019-05-02""", d="2019-05-02")
F(I + "System/Ekot systembeskrivning.docx", "may_dispose", "review", "sysdok", "the system was retired in 2020: may go",
  """Ekot - beskrivning av systemet
Server EKO-01, databas, integration mot bank
Version 3.4
Systemet avvecklat 2020-12-31, ersatt av Raindance""", d="2021-01-11", c="2012-03-05")
F(I + "Passerkort/Åsa N kvitto.txt", "overdue", OV, "kort", "card returned 2019-06-14",
  """Passerkort 0417 utlämnat till Åsa Nerman 2015-08-24
Kortet återlämnat 2019-06-14, spärrat
Sign vaktm.""", m="M")
F(I + "Passerkort/kort 0533.txt", "review", "keep_until possibly_overdue", "kort", "nothing tells that the card came back",
  """Kvitterar passerkort 0533
Per Sandin, kultur
2021-01-18""", m="M")
F(I + "Dataskydd/Biträdesavtal Molnet AB.docx", "keep_until", "review possibly_overdue", "pub", "old processor agreement still in force",
  """Avtal om behandling av personuppgifter
Ansvarig: Samhällsbyggnads- och kulturnämnden. Biträde: Molnet AB
Tecknat 2018-05-25
Avtalet gäller tills vidare med sex månaders uppsägningstid.""", d="2018-05-25", m="M")
P = I + "Dataskydd/SBK 2021-204 utdrag/"
F(P + "vill veta vad ni har om mig.eml", "overdue", OV, "regutd", "access request closed 2021-10-12, two years",
  """Bengt Roos <bengt.roos@example.se>
dataskydd@ostervik.example.se
Mina uppgifter
Jag begär enligt dataskyddsförordningen besked om vilka uppgifter kommunen har om mig.
Bengt Roos""", d="2021-09-14", m="M")
F(P + "svar.docx", "overdue", OV, "regutd", "the reply in the same case",
  """Svar på din begäran
Dnr SBK 2021-204
Vi har sökt i diariet, fakturasystemet och bygglovssystemet.
Du finns i två bygglovsärenden.
Ärendet avslutat 2021-10-12""", d="2021-10-12")
F(I + "Dataskydd/Rutin personuppgiftsincidenter.docx", "unclassified", "review keep_until", "", "a routine, not an incident",
  """Rutin: så gör du vid en personuppgiftsincident
Anmäl till dataskyddsombudet direkt.
72 timmar gäller enligt EU 2016/679.
Gäller från 2018-05-25""", d="2018-05-25", m="M")

# ---------------------------------------------------------------- annat
F("_Kopior från Eva/bygglovsbeslut Granen 3 - Kopia.docx", "working_paper_due", "review", "lov", "copy of a decision that lies in its case",
  """Bygglov beviljas
Delegationsbeslut 2012-10-11, SBN 2012-000412
Granen 3, nybyggnad av enbostadshus
Kopia till ekonomi""", d="2012-10-12", m="M")
F("_Kopior från Eva/bokslut 2012 kopia (2).xlsx", "working_paper_due", "review", "boksl", "copy of the accounts",
  """Östervik kommun bokslut 2012 - balansräkning||
Post|2012|2011
Anläggningstillgångar|412300|398100""", d="2013-02-21", m="M")
F("Gammalt skrivbord/handla.txt", "unclassified", "review working_paper_due", "", "shopping list",
  """mjölk, bröd, blöjor
ringa mamma
boka bilbesiktning""", m="2017-03-08")
F("Gammalt skrivbord/fantasy allsv 2018.xlsx", "unclassified", "review working_paper_due", "", "a private football game",
  """Lag|Poäng
Kickers|211
Evas elva|198
FC Stämpelur|170""", d="2018-10-29", m="M")
F("Gammalt skrivbord/namnlös faktura.txt", "review", "possibly_overdue", "levf", "invoice without a date; the mtime is the migration night",
  """Faktura
Bergs Bygg
Arbete lekplats 16 tim
Att betala 12 400 kr""", m="M")
F("Gammalt skrivbord/bidragsmejl.eml", "possibly_overdue", "review", "fbnej",
  "a refusal without Date header or date in the text; an mtime of its own, of 2016",
  """Kulturkontoret <kultur@ostervik.example.se>
forening@example.se
Tyvärr inget bidrag
Hej, er ansökan om pengar till kören har avslagits.
Mvh kulturkontoret""", m="2016-09-05")
F("Bilder/IMG_0007.jpg", "unclassified", "review", "", "a picture without more", "", raw=PIC, m="2019-08-02")

F("_Kopior från Eva/slutbesked.docx", "working_paper_due", "review", "lov", "byte for byte the file in the case folder: a copy",
  """Slutbesked
SBN 2012-000412, Granen 3
Byggnaden får tas i bruk. Slutsamråd hölls 2014-09-29.
Slutbesked 2014-10-06. Ärendet avslutas.""", d="2014-10-06", m="M",
  like="Bygg/Ärenden/SBN 2012-000412 Granen 3/slutbesked.docx")
F(M + "Klagomål/MHN 2025-0051 tuppen/yttrande.docx", "keep_until", "", "klag",
  "cites a judgment of 2009 but the case closed 2025-10-20",
  """Yttrande om tupp i tätort
MHN 2025-0051
Sökanden hänvisar till dom 2009-03-12, där hönor tilläts men tuppen fick flytta.
Nämnden delar bedömningen. Tuppen har flyttats.
Ärendet avslutat 2025-10-20""", d="2025-10-20")
F("Bygg/Utkast/yttrande Hamnen arbetsex.docx", "working_paper_due", "review", "", "working copy of 2010",
  """ARBETSEXEMPLAR
Byggenhetens synpunkter på planen för Hamnen
- höjden, se skiss (saknas)
- parkering ???
Ej skickad""", d="2010-02-25", m="M")
F("Bygg/Utkast/föreläggande Boken utkast.docx", "keep_until", "review unclassified may_dispose", "", "draft of this October",
  """Utkast - föreläggande
Fastighetsägaren föreläggs att riva ladan senast [datum]
Motivering fylls i""", d="2026-10-22")
F(I + "System/att göra intranät.md", "unclassified", "review working_paper_due", "", "a to-do list of no row",
  """# Intranätet
- [x] byta logga
- [ ] flytta nyheter
- [ ] fråga Eva om sökrutan""", m="2022-03-14")
F(K + "Kulturskolan/lektionsidéer.md", "unclassified", "review working_paper_due", "", "a teacher's own ideas",
  """# Idéer till gruppen
Klappa rytmer, gå i takt, gissa instrument
Låt: Uti vår hage i kanon""", m="2018-08-20")
# ================================================================ da
D = Files()
P = "Jobcenter/Sygedagpenge/15-58123 Ole K/"
D(P + "opfølgningssamtale 2014.docx", "overdue", OV, "da_syg", "case closed 28-02-2015 by the dossier; five years",
  """Opfølgning på sygemelding
Ole Kragh, sagsnr. 15/58123
Samtale den 3. november 2014
Ole har fortsat smerter i ryggen. Delvis raskmelding drøftes.
Næste samtale om fire uger""", d="2014-11-03")
D(P + "Afgørelse ophør.docx", "overdue", OV, "da_syg", "decision to stop and closing of the case",
  """Afgørelse: sygedagpengene ophører
Sagsnr. 15/58123
Afgørelsesdato 16-02-2015
Du er raskmeldt pr. 15. februar 2015.
Sagen afsluttet 28-02-2015""", d="2015-02-28")
P = "Jobcenter/Kontanthjælp/2016-32-0286 Lis/"
D(P + "ansøgning kth.docx", "overdue", OV, "da_kon", "P1825D from the closing 2017-09-01",
  """Ansøgning om hjælp til forsørgelse
Lis Toft, sagsnr. 2016-32-0286
Modtaget 14. marts 2016
Ingen formue, husleje 5.200 kr.""", d="2016-03-14")
D(P + "lukket.txt", "overdue", OV, "da_kon", "closing note",
  """2016-32-0286
Lis er kommet i job som social- og sundhedshjælper.
Sagen lukket 2017-09-01""", m="M")
P = "Jobcenter/Kontanthjælp/2014-32-0911 Kaj/"
D(P + "bevilling tandlæge 2014.docx", "keep_until", "review", "da_kon", "paper of 2014 in a case still written in 2025",
  """Bevilling af tilskud til tandbehandling
Kaj Bisgaard, sagsnr. 2014-32-0911
Bevilget 8. oktober 2014, 6.400 kr.""", d="2014-10-08", m="M")
D(P + "journalnotat 2025-09-22.txt", "keep_until", "review", "da_kon", "newest note of the open case",
  """Notat 22. september 2025, 2014-32-0911
Kaj er fortsat visiteret som aktivitetsparat.
Mentor en gang om ugen fortsætter året ud.""", m="2025-09-22")
P = "Social/Hjælpemidler/"
D(P + "S2012-11873 rollator.docx", "overdue", OV, "da_hjm", "aid returned and case closed 2016-05-20, five years",
  """Bevilling af rollator
Sag S2012-11873, Gerda Holm
Bevilget 4. september 2012
Hjælpemidlet leveret tilbage. Sagen afsluttet 20. maj 2016""", d="2016-05-20", c="2012-09-04")
D(P + "S2023-00417 kørestol.docx", "keep_until", "", "da_hjm", "open case of 2023",
  """Afgørelse om manuel kørestol
Sag S2023-00417
Du får bevilget kørestol til udendørs brug.
Afgørelsesdato 12. juni 2023""", d="2023-06-12")
D("Social/Underretninger/2017-03-22 fra naboer.docx", "overdue", "", "da_und", "report of 2017 without further measures, five years",
  """Underretning modtaget 22. marts 2017
Underretter: nabo
Børn græder ofte om aftenen
Vurdering 24. marts 2017: ingen anledning til at gøre mere, familien er talt med""", d="2017-03-24")
D("Social/Underretninger/Skole nov 2024.docx", "keep_until", "", "da_und", "report of 2024",
  """Bekymring fra skolen
Modtaget 11. november 2024
Eleven er træt og mangler madpakke
Samtale med mor, ingen foranstaltning""", d="2024-11-14")
P = "Social/Anbringelse 27.24.36 Emil/"
D(P + "handleplan 2010.docx", "deliver_to_archive", "delivery_overdue preserve review", "da_anb",
  "placement closed 2014-06-30: deliver first, then delete; nothing overdue while not delivered",
  """Handleplan for Emil
Oprettet 12. januar 2010
Formål: ro og stabilitet, skolegang på Lindeskolen
Plejefamilie i Ribe""", d="2010-01-12")
D(P + "afslutning.txt", "deliver_to_archive", "delivery_overdue preserve review", "da_anb", "closing of the placement",
  """Anbringelsen er ophørt, Emil er fyldt 18.
Efterværn ikke ønsket.
Sagen afsluttet 30. juni 2014""", m="M")
D("Skole/Fravær 7B skoleår 2018-2019.csv", "overdue", OV, "da_frav", "absence of school year 2018/2019, one year",
  """Fravær 7.B, skoleår 2018/2019;;
Elev;Dage;Årsag
Magnus;6;sygdom
Freja;11;sygdom, ferie
""", m="M")
D("Skole/sygemeldte elever 2026-27.csv", "keep_until", "due_soon", "da_frav", "current school year",
  """Fraværsliste skoleår 2026/2027;;
Dato;Elev;Klasse
2026-09-08;Villads;4A
2026-09-09;Villads;4A
""", m="2026-09-10")
D("Skole/Afgangsprøve karakterer 2012.xlsx", "preserve", "deliver_to_archive delivery_overdue", "da_kar", "grades: preserved",
  """Afgangskarakterer 9. klasse sommer 2012|||
Elev|Dansk|Matematik|Engelsk
Sofie|10|7|12
Jonas|4|4|7""", d="2012-06-25")
D("Skole/PPV Oliver 2011.docx", "preserve", "deliver_to_archive delivery_overdue review", "da_ppr", "psychologist's assessment: preserved before any deletion",
  """Vurdering fra skolepsykolog
Oliver, 2. klasse, 17. november 2011
WISC-IV gennemført, arbejdshukommelse lav
Anbefaling: tolv ugentlige støttetimer""", d="2011-11-17")
D("Skole/mine mål Clara 5A.docx", "possibly_overdue", "review", "da_elpl", "pupil's plan of 2016; when she left is not told",
  """Elevens mål
Clara, 5.A, 20. september 2016
Faglige mål: brøker, læse en bog om måneden
Sociale mål: spille med flere i frikvarteret""", d="2016-09-20")
D("Skole/SFO/udmeldt Storm.txt", "overdue", OV, "da_sfo", "left 31-07-2019, three years",
  """Indmeldelse i SFO Regnbuen
Storm, 0. klasse fra 1. august 2016
Udmeldt den 31. juli 2019""", m="M")
D("Skole/Befordring/2013-17-0044 taxa.docx", "overdue", OV, "da_bef", "closed 2015-06-26, two years",
  """Kørsel til skole for elev med brækket ben
Sagsnr. 2013-17-0044
Bevilget 2. september 2013
Sagen afsluttet 26. juni 2015""", d="2015-06-26", c="2013-09-02")
D("Borgerservice/flytninger maj 2016.csv", "overdue", "", "da_flyt", "removal notices of 2016, five years",
  """Anmeldt flytning, maj 2016;;
Dato;Fra;Til
2016-05-02;Birkevej 4;Nygade 11
2016-05-17;Aarhus;Strandvej 2
""", m="M")
D("Borgerservice/pas ansøgning 2019 Kirsten.docx", "overdue", "", "da_pas", "application of 2019, one year",
  """Ansøgning om pas
Kirsten Dam, 4. april 2019
Afhentes på rådhuset
Gebyr betalt""", d="2019-04-04")
D("Borgerservice/vielse rådhuset 2014-08-09.docx", "preserve", "deliver_to_archive delivery_overdue", "da_vie", "marriage: preserved",
  """Borgerlig vielse
Lørdag den 9. august 2014 kl. 11 i byrådssalen
Par: Anne og Mads
Vidner: to""", d="2014-08-09")
for month, verdict in (("2026-08", "superseded"), ("2026-09", "superseded"), ("2026-10", "keep_until")):
    D("Analyse/DREAM/dream_udtraek_%s.csv" % month, verdict,
      "overdue possibly_overdue review may_dispose" if verdict == "superseded" else "review may_dispose due_soon", "da_dream",
      "monthly register extract, a newer one lies beside it" if verdict == "superseded" else "the newest extract",
      """loebenr;foedselsaar;ydelse_uge1;ydelse_uge2
1;1981;111;111
2;1975;890;890
3;1993;651;%s
""" % ("651" if month < "2026-09" else "111"), m=month + "-05")
D("Analyse/Logning/adgangslog 2024-11.csv", "overdue", "", "da_log", "access log of November 2024, at most six months",
  """tidspunkt;bruger;handling
2024-11-04 08:12;akjen;opslag
2024-11-04 08:15;akjen;udskrift
""", m="2024-11-30")
P = "Personale/Ansøgninger pædagog 2022/"
D(P + "ansøgning Birthe Lau.docx", "overdue", OV, "da_ans", "post filled 01-06-2022, six months",
  """Ansøgning til stillingen som pædagog
Birthe Lau, 4. maj 2022
Jeg har ti års erfaring fra vuggestue.""", d="2022-05-04")
D(P + "besat.txt", "overdue", "possibly_overdue review unclassified", "da_ans", "note that the recruitment ended",
  """Stillingen er besat. Rekrutteringen afsluttet 1. juni 2022.
Afslag sendt til seks ansøgere.
Hilsen HR""", m="M")
D("Personale/uopfordret kok 2026-10-20.eml", "keep_until", "due_soon", "da_uop", "unsolicited application five weeks old",
  """Preben Skov <preben.skov@example.dk>
hr@skovlunde.example.dk
Jeg søger arbejde
Hej, jeg er kok og vil gerne arbejde i jeres plejehjemskøkken.
Venlig hilsen Preben""", d="2026-10-20")
P = "Personale/Personalesager/Inger Juhl/"
D(P + "ansættelsesbrev 1995.docx", "overdue", OV, "da_pers", "retired 31-03-2018, five years",
  """Ansættelsesbrev
Inger Juhl ansættes som kontorassistent fra 1. august 1995
Løntrin 21""", d="1995-07-03", m="M")
D(P + "fratrædelse.txt", "overdue", OV, "da_pers", "note of retirement",
  """Inger Juhl går på pension.
Fratrådt den 31. marts 2018
Reception i kantinen kl. 13""", m="M")
P = "Personale/Personalesager/Bo Winther/"
D(P + "kontrakt 2008.docx", "keep_until", "review", "da_pers", "still employed: the letter of 2008 stays",
  """Kontrakt for Bo Winther
Vejmand fra 1. april 2008, 37 timer
Materiel og Drift""", d="2008-03-17", m="M")
D(P + "lønforhandling 2026.txt", "keep_until", "review", "da_pers", "this year's note in the same personal file",
  """Lokal løn 2026, Bo Winther
Kvalifikationstillæg 6.000 kr. årligt fra 1. april 2026
Godkendt af 3F""", m="2026-03-26")
D("Økonomi/kørselsregnskab 2017.csv", "overdue", "", "da_kor", "mileage of accounting year 2017, five years",
  """Kørsel i egen bil, regnskabsår 2017;;
Dato;Strækning;Km
2017-02-08;Rådhuset-Lindeskolen;9
2017-11-21;Rådhuset-Odense;148
""", m="M")
D("Økonomi/bilag 2024 forplejning.txt", "keep_until", "", "da_bil", "voucher of 2024",
  """Bilag 20244417
Bageriet, rundstykker til møde 12. september 2024
345,00 kr. Regnskabsår 2024""", m="M")
D("Fælles/Kopi af referat udvalg 2013.docx", "working_paper_due", "review", "da_ref", "a copy of minutes on the share",
  """KOPI
Referat, Udvalget for Teknik, 5. juni 2013
1. Godkendelse af dagsorden
2. Cykelsti""", d="2013-06-06", m="M")
D("Fælles/Udvalg teknik referat 2013-06-05.docx", "preserve", "deliver_to_archive delivery_overdue", "da_ref", "minutes: preserved",
  """Udvalget for Teknik og Miljø
Mødet den 5. juni 2013 kl. 16
Til stede: fem medlemmer
1. Godkendelse af dagsorden
2. Cykelsti langs Strandvejen - godkendt
Underskrifter""", d="2013-06-05")
D("Fælles/legat ansøgn 2015.docx", "review", "possibly_overdue may_dispose overdue", "da_leg", "P100D means take a stand",
  """Ansøgning til Møllers Legat
15. april 2015, enlig mor søger 4.000 kr. til cykel
Bilag: lønseddel""", d="2015-04-15")
D("Byggesager/Birkevej 4 carport 2012.docx", "preserve", "deliver_to_archive delivery_overdue", "da_bygm", "building case: preserved, the long period means no limit",
  """Byggetilladelse
Birkevej 4, carport 25 m2
7. maj 2012
Ibrugtagning meldt 3. september 2012""", d="2012-09-03")
D("Privat/opskrift brunsviger.txt", "unclassified", "review working_paper_due", "", "a recipe",
  """Brunsviger
Dej: 50 g gær, 2,5 dl mælk, 500 g mel
Fyld: 200 g smør, 250 g farin""", m="2018-11-01")


def build(base):
    da = os.path.join(base, "da")
    os.makedirs(da, exist_ok=True)
    write_sv(os.path.join(base, "plan.csv"))
    write_share(base, F, SV_ROWS, when("2024-10-19 03:42"))
    write_da(os.path.join(da, "plan.csv"))
    write_share(da, D, DA_ROWS, when("2024-09-28 01:11"))
