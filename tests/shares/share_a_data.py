"""Share A: Almviks kommun (made up), one plan for all boards as xlsx, one root."""
import datetime as dt
from share import Share, MIG, xlsx

P = [  # key, node, process, document type, decision, delivery, registered, storage, remark
 ("#", "1", "DEMOKRATI OCH LEDNING"),
 ("prot", "1.1.1", "Nämndadministration", "Protokoll, styrelse, nämnder och utskott", "Bevaras", "5 år", "Nej", "Arkivskåp, kansliet", "Binds in årsvis"),
 ("kall", "1.1.1", "Nämndadministration", "Kallelser och föredragningslistor", "Gallras efter 2 år", "", "Nej", "Pärm, kronologiskt", ""),
 ("arvode", "1.1.1", "Nämndadministration", "Tjänstgöringsrapporter, underlag för arvoden till förtroendevalda", "10 år", "", "Nej", "Lönekontoret", ""),
 ("deleg", "1.1.2", "Delegation", "Delegationsbeslut", "Bevaras", "5 år", "Ja", "Evolution", "Anmäls till nämnd"),
 ("motion", "1.1.3", "Initiativ", "Motioner och medborgarförslag", "Bevaras", "5 år", "Ja", "Evolution", ""),
 ("remiss", "1.1.4", "Remisser", "Remisser från andra myndigheter som inte föranlett yttrande", "Vid inaktualitet", "", "Nej", "Handläggare", ""),
 ("klag", "1.1.5", "Dialog med allmänheten", "Synpunkter och klagomål, enklare", "Gallras 2 år efter avslutat ärende", "", "Ja", "Evolution", ""),
 ("klagp", "1.1.5", "Dialog med allmänheten", "Synpunkter och klagomål av principiell betydelse", "Bevaras", "5 år", "Ja", "Evolution", ""),
 ("enksvar", "1.2.1", "Uppföljning", "Enkätsvar, enskilda", "Gallras när sammanställning upprättats", "", "Nej", "Handläggare", ""),
 ("enksam", "1.2.1", "Uppföljning", "Sammanställning av enkätundersökning", "Bevaras", "5 år", "Ja", "Evolution", ""),
 ("vber", "1.2.2", "Uppföljning", "Verksamhetsberättelser", "Bevaras", "5 år", "Ja", "Evolution", "Ett exemplar"),
 ("rutin", "1.3.1", "Korrespondens", "Korrespondens av rutinmässig karaktär", "Får gallras vid inaktualitet", "", "Nej", "E-post", "T.ex. frågor om öppettider"),
 ("post", "1.3.2", "Registratur", "Postlistor", "Gallras efter 1 år", "", "Nej", "Registrator", ""),
 ("dso", "1.3.3", "Dataskydd", "Begäran om registerutdrag samt svar", "Gallras 3 år efter avslutat ärende", "", "Ja", "Evolution", ""),
 ("#", "2", "STÖDPROCESSER – EKONOMI, PERSONAL, INKÖP"),
 ("faktl", "2.1.1", "Redovisning", "Leverantörsfakturor", "Gallras 7 år efter utgången av det kalenderår då räkenskapsåret avslutades", "", "Nej", "Raindance", ""),
 ("faktk", "2.1.1", "Redovisning", "Kundfakturor", "7 år", "", "Nej", "Raindance", ""),
 ("kassa", "2.1.2", "Redovisning", "Kassarapporter och dagsavslut", "7 år", "", "Nej", "Ekonomikontoret", ""),
 ("bokslut", "2.1.3", "Redovisning", "Årsredovisning med bokslutsbilagor", "Bevaras", "5 år", "Ja", "Evolution", ""),
 ("budg", "2.1.4", "Budget", "Budgetunderlag och beräkningar", "Vid inaktualitet", "", "Nej", "Controller", ""),
 ("krav", "2.1.5", "Redovisning", "Betalningspåminnelser och kravbrev", "2 år", "", "Nej", "Ekonomikontoret", ""),
 ("pakt", "2.2.1", "Anställning", "Personalakter", "Bevaras", "10 år efter avslutad anställning", "Nej", "Personalarkiv", "Avtal, tjänstgöringsbetyg, skriftlig varning"),
 ("sok", "2.2.2", "Rekrytering", "Ansökningshandlingar, ej anställda sökande", "Gallras 2 år efter att tillsättningsbeslutet vunnit laga kraft", "", "Ja", "Rekryteringsverktyg", ""),
 ("spont", "2.2.2", "Rekrytering", "Spontanansökningar", "Högst 6 månader", "", "Nej", "HR", ""),
 ("ledig", "2.2.3", "Frånvaro", "Ledighetsansökningar, medarbetare", "2 år", "", "Nej", "Heroma", ""),
 ("sem", "2.2.3", "Frånvaro", "Semesterplanering", "Gallras efter 1 år", "", "Nej", "Respektive chef", ""),
 ("sjuk", "2.2.4", "Frånvaro", "Sjukanmälan och läkarintyg", "2 år", "", "Nej", "Lönekontoret", "Sekretess OSL 39:1"),
 ("vab", "2.2.4", "Frånvaro", "Intyg vid vård av barn", "2 år", "", "Nej", "Lönekontoret", ""),
 ("rehab", "2.2.5", "Rehabilitering", "Rehabiliteringsutredningar", "Gallras 10 år efter avslutad anställning", "", "Nej", "Adato", "Sekretess"),
 ("tid", "2.2.6", "Lön", "Tidrapporter och flexlistor", "2 år", "", "Nej", "Heroma", ""),
 ("lon", "2.2.6", "Lön", "Lönelistor", "Bevaras", "5 år", "Nej", "Lönekontoret", "Pensionsunderlag"),
 ("tillb", "2.2.7", "Arbetsmiljö", "Tillbud och arbetsskador, anmälan", "Minst 10 år", "", "Ja", "KIA", ""),
 ("samtal", "2.2.8", "Personalutveckling", "Medarbetarsamtal, anteckningar", "Gallras när den anställde slutat", "", "Nej", "Chef", ""),
 ("mbl", "2.2.9", "Samverkan", "MBL-protokoll", "Bevaras", "5 år", "Nej", "Pärm HR", ""),
 ("anb", "2.3.1", "Upphandling", "Anbud", "Antaget anbud bevaras, övriga gallras 4 år efter tilldelning", "", "Ja", "TendSign", ""),
 ("avts", "2.3.2", "Avtal", "Avtal av mindre ekonomisk betydelse", "Gallras 2 år efter avtalstidens utgång", "", "Nej", "Avtalsdatabas", "Leasing, service, hyra av maskin"),
 ("avtp", "2.3.2", "Avtal", "Avtal av principiell eller större ekonomisk betydelse", "Bevaras", "5 år", "Ja", "Evolution", ""),
 ("dirupp", "2.3.3", "Upphandling", "Direktupphandling, offerter", "2 år", "", "Nej", "Inköpare", ""),
 ("nyck", "2.4.1", "Lokaler", "Nyckelkvittenser", "Gallras 1 år efter återlämnad nyckel", "", "Nej", "Vaktmästeri", ""),
 ("kor", "2.4.2", "Fordon", "Körjournaler", "7 år", "", "Nej", "Bilpoolen", ""),
 ("pass", "2.4.3", "Lokaler", "Passagesystem, loggar", "Gallras efter 3 månader", "", "Nej", "Salto", ""),
 ("folk", "2.4.4", "Register", "Folkbokföringsutdrag, periodiska leveranser", "Gallras när nytt utdrag erhållits", "", "Nej", "Gemensam yta", ""),
 ("#", "3", "UTBILDNING"),
 ("forsk", "3.1.1", "Placering", "Ansökan om plats i förskola och fritidshem", "Gallras när barnet slutat förskolan", "", "Nej", "Edlevo", ""),
 ("narv", "3.1.2", "Placering", "Närvarolistor, förskola och fritidshem", "Gallras efter 2 år", "", "Nej", "Enheten", ""),
 ("ink", "3.1.3", "Avgifter", "Inkomstuppgifter för barnomsorgsavgift", "3 år", "", "Nej", "Edlevo", ""),
 ("klass", "3.2.1", "Elevadministration", "Klasslistor", "Bevaras", "5 år", "Nej", "Expeditionen", "Definitiv lista i oktober"),
 ("eled", "3.2.2", "Elevadministration", "Ledighet för elev, ansökan och beslut", "Gallras vid läsårets slut", "", "Nej", "Skolan", ""),
 ("efra", "3.2.2", "Elevadministration", "Frånvarorapporter, elever", "1 år efter läsårets slut", "", "Nej", "Dexter", ""),
 ("betyg", "3.2.3", "Betyg", "Betygskataloger", "Bevaras", "5 år", "Nej", "Arkivskåp", "Undertecknade"),
 ("npsv", "3.2.4", "Nationella prov", "Nationella prov i svenska", "Bevaras", "5 år", "Nej", "Expeditionen", ""),
 ("np", "3.2.4", "Nationella prov", "Nationella prov, övriga ämnen", "5 år", "", "Nej", "Expeditionen", ""),
 ("atg", "3.2.5", "Särskilt stöd", "Åtgärdsprogram", "Bevaras", "När eleven slutat grundskolan", "Nej", "Elevakt", ""),
 ("iup", "3.2.6", "Utveckling", "Individuella utvecklingsplaner", "Gallras 2 år efter att eleven slutat", "", "Nej", "Lärplattform", ""),
 ("skj", "3.2.7", "Skolskjuts", "Skolskjutsärenden", "2 år efter läsårets slut", "", "Ja", "Evolution", ""),
 ("skjo", "3.2.7", "Skolskjuts", "Skolskjutsärenden som överklagats", "Bevaras", "5 år", "Ja", "Evolution", ""),
 ("krank", "3.2.8", "Trygghet", "Kränkande behandling, anmälan och utredning", "Bevaras", "5 år", "Ja", "Evolution", "Sekretess OSL 23:2"),
 ("kost", "3.2.9", "Måltid", "Intyg om specialkost", "Gallras när eleven slutat", "", "Nej", "Köket", ""),
 ("foto", "3.2.10", "Information", "Samtycke till bildpublicering, barn", "Gallras när barnet fyllt 19 år", "", "Nej", "Skolan", ""),
 ("inack", "3.3.1", "Gymnasiet", "Inackorderingstillägg", "Gallras 3 år efter beslut", "", "Ja", "Edlevo", ""),
 ("#", "4", "SOCIALTJÄNST  (personer födda dag 5, 15 och 25 undantas från gallring)"),
 ("ekb", "4.1.1", "Försörjningsstöd", "Personakt, ekonomiskt bistånd", "Gallras 5 år efter sista anteckning", "", "Nej", "Procapita", "Undantag dag 5, 15, 25"),
 ("plac", "4.1.2", "Barn och unga", "Personakt, placerade barn", "Bevaras", "5 år", "Nej", "Procapita", ""),
 ("fad", "4.1.3", "Familjerätt", "Faderskapsutredningar", "Bevaras", "5 år", "Nej", "Familjerätten", ""),
 ("hemt", "4.2.1", "Äldreomsorg", "Avgiftsunderlag hemtjänst", "Tre år", "", "Nej", "Procapita", ""),
 ("trygg", "4.2.2", "Äldreomsorg", "Nyckelhantering hemtjänst, kvittenser", "Gallras 1 år efter återlämnad nyckel", "", "Nej", "Hemtjänstgrupp", ""),
]
ROWS = {p[0]: p[3] for p in P if p[0] != "#"}
ENDINGS = {"files": [
    "Almviks kommun\nRådhuset, Stortorget 1",
    "Med vänlig hälsning\nAlmviks kommun\nVäxel och e-post: se hemsidan",
    "Sida 1 (1)\nAlmviks kommun",
    "Handläggare: Ove Rosén\nKopia till: akten",
    "Blankett AK 117",
]}
EXTRA = {
"KS prot 2013-02-05 justerat.txt": """§ 14 Svar på revisionsrapport om intern kontroll. Rapporten läggs till handlingarna.
§ 15 Delegationsbeslut anmäls: nr 1–14.
§ 16 Ansökan om bidrag från Almviks Hembygdsförening. Avslås.
§ 17 Information från kommunchefen: sjukfrånvaron sjunker, upphandling av livsmedel pågår, skolskjutsarna ses över.
Reservation: Börje Friskman (B) reserverar sig mot beslutet i § 16.
Vid protokollet: Rigmor Ståhl
Protokollet innehåller §§ 12–17.""",
"KS prot 2025-03-11 justerat.md": """§ 33 Yttrande över remiss om beredskap (SOU 2024:65)
§ 34 Val av ledamot i pensionärsrådet
§ 35 Anmälningsärenden: skrivelse från 1998 års stiftelse, inbjudan till jubileum 2026-05-01
Vid protokollet: Yvonne Malm""",
"inkommen skrivelse.txt": """Förra vintern var det likadant. Jag ringde växeln 2015-12-28 men fick inget svar.
Jag vill ha en ursäkt och besked om vem som ansvarar.
Arvid Lundmark, Lindvägen""",
"svar till Lundmark.docx": """Enligt avtalet ska prioriterade gator plogas vid 6 cm snö. Lindvägen är inte prioriterad.
Vi beklagar det inträffade. Avtalet gäller till 2019-04-30 och ses då över.""",
"SV nytt klagomål samma gata.eml": """
> Från: Gatukontoret
> Skickat: den 20 oktober 2013
> Armaturerna byts under november. Vi återkommer.""",
"Förslag från medborgare.txt": """Platsen bör ha dubbla grindar, papperskorg och bänk.
Andra kommuner har byggt liknande för omkring 150 000 kr.
Listan med 64 namnunderskrifter lämnades till receptionen.""",
"svar registerutdrag Palm.docx": """Vi har sökt i diariet, i skolans register och i fakturaregistret.
Du kan klaga hos Integritetsskyddsmyndigheten. Se artikel 77, EU 2016/679.""",
"krav från ombud.docx": """Kravet uppgår till 42 000 kr jämte ränta enligt 6 § räntelagen (SFS 1975:635).
Läkarintyg, foton och vittnesuppgift bifogas.
Svar emotses inom 14 dagar.""",
"Nöjd-medborgar-enkät 2016 resultat.html": """Metod: postenkät till ett slumpmässigt urval, svarsfrekvens 46 %.
Jämförelse med undersökningen 2012: nöjdheten har ökat något.
Nästa undersökning planeras till 2020.
De enskilda svaren har förts in i en tabell och redovisas inte här.""",
"Elmia kontor faktura 88123.txt": """Moms 25 %   2 100 kr
Att betala   10 500 kr
Vår referens: Mona. Er referens: skolexpeditionen.
Dröjsmålsränta enligt lag. Garanti: 10 år på hyllsystem.""",
"fakt 88123.txt": """Moms 25 %   2 100 kr
Att betala   10 500 kr
Vår referens: Mona. Er referens: skolexpeditionen.
Dröjsmålsränta enligt lag. Garanti: 10 år på hyllsystem.""",
"Årsredovisning 2012 slutlig.txt": """Årets resultat uppgår till 14,2 mnkr. Soliditeten är 41 procent.
Kommunens leverantörsfakturor betalas i snitt efter 27 dagar.
Antalet anställda är 812, sjukfrånvaron 5,1 procent.
Händelser efter årets slut: inga väsentliga.""",
"Kopia av Årsredovisning 2012 slutlig.docx": """Årets resultat uppgår till 14,2 mnkr. Soliditeten är 41 procent.
Kommunens leverantörsfakturor betalas i snitt efter 27 dagar.
Antalet anställda är 812, sjukfrånvaron 5,1 procent.
Händelser efter årets slut: inga väsentliga.""",
"Tjänstgöringsbetyg Hallqvist.md": """Arbetsuppgifter: fastighetsskötsel, postgång, snöskottning, iordningställande inför sammanträden.
Han har varit noggrann, punktlig och omtyckt av kollegerna.
Betyget utfärdas på egen begäran.
Almvik 2011-05-31, Rigmor Ståhl""",
"utredning arbetsförmåga 2009.txt": """Nuläge: sjukskriven på heltid sedan november 2008 för besvär i rygg och axlar.
Mål: åter i arbete på halvtid till sommaren.
Insatser: arbetsträning, ergonomisk genomgång av diskrummet, stödsamtal.
Ansvarig chef: L. Öman""",
"CV Lindahl.txt": """Utbildning: Umeå universitet 1999–2003
Arbeten: lärare i NO 2003–2012, biträdande rektor 2012–2018
Språk: engelska, tyska
Referenser lämnas på begäran.""",
"personligt brev Aronsson.docx": """Under mina elva år som lärare har jag lett arbetslag och tagit fram likabehandlingsplaner.
Jag har gått rektorsutbildningen och tror på tydligt pedagogiskt ledarskap.
Ser fram emot en intervju!""",
"läkarintyg Ohlsson 2017-09.docx": """Sjukdom som sätter ned arbetsförmågan: smärttillstånd i ländryggen
Undersökning av patienten 2017-09-04
Arbetsförmågan är nedsatt med 100 %
Prognos: återgång i ordinarie arbete förväntas""",
"Leasing kopiator 2009-2012.txt": """Månadshyra 1 950 kr exklusive moms
Uppsägning ska ske senast tre månader före avtalstidens slut.
Service ingår inom två arbetsdagar.
Maskinen hämtas av leverantören.""",
"Samverkansavtal räddningstjänst 2008.docx": """§ 1 Parterna bildar en gemensam nämnd enligt 3 kap. 3 a § kommunallagen (1991:900).
§ 2 Kostnaderna fördelas efter invånarantal.
§ 3 Nämnden svarar för arkiv och gallring enligt värdkommunens plan.
§ 4 Tvist löses genom förhandling.""",
"tillbud hal trappa 2012.md": """Plats: trappan vid norra entrén
Orsak: isbeläggning efter regn
Åtgärd: sandning före kl. 6, halkmatta inköpt
Skyddsombud informerat: Elin""",
"klass 4A 2025-26 oktober.xlsx": """3;Noor H
4;Vidar P
5;Saga L""",
"åtgärdsprogram ma 2018.docx": """Behov: Hampus behöver stöd att automatisera multiplikation.
Åtgärder: specialpedagog måndag och onsdag, anpassat material, tyst plats vid prov.
Ansvarig: mentor. Vårdnadshavare har deltagit vid mötet 2018-09-27.
Beslutet kan överklagas till Skolväsendets överklagandenämnd.""",
"anmälan mobbning.docx": """Händelserna har skett på skolgården och i matsalen under januari och februari.
Vårdnadshavare till samtliga inblandade elever har kontaktats.
Anmälan görs enligt 6 kap. 10 § skollagen (2010:800).
Ansvarig för utredningen: biträdande rektor""",
"överklagande förvaltningsrätten.docx": """Vi begär att domstolen ändrar beslutet och beviljar vår son skjuts.
Vägen saknar trottoar och trafiken är tung. Avståndet har mätts fel.
Vi bifogar karta och foton.
Familjen Ask""",
"journalanteckningar.docx": """2012-04-10 Nybesök, söker arbete genom Arbetsförmedlingen.
2012-06-04 Bistånd till hyra.
2012-11-19 Hembesök, lägenheten i gott skick.
2013-01-08 Anställning på lagret från den 14 januari.""",
"anteckningar Nyqvist.docx": """2018-05-14 Åter aktuell, sjukpenning upphört
2021-02-01 Bistånd avslås, överklagas ej
2024-10-07 Kortare tids bistånd""",
"avtal.docx": """§ 1 Uppdragstagaren utför tjänsten på begäran av beställaren.
§ 2 Ersättning utgår per timme.
§ 3 Tvist avgörs av allmän domstol.
Almvik den dag som ovan""",
"betygskatalog åk 9 VT2014.xlsx": """Bilal S;D;B;C
Tova W;A;A;B
Undertecknat av rektor;Harriet Moberg;2014-06-12;""",
}
S = Share("share-a", ROWS, endings=ENDINGS, extra=EXTRA, migrated=("Kommunstyrelsen/Ärenden", "Personal/Lön", "Personal/Rekrytering", "BUN/Björkskolan"))
D, F = S.D, S.F

# ---------------------------------------------------------------- Kommunstyrelsen: nämndadministration
D("Kommunstyrelsen/Kansli/Sammanträden/KS 2013")
F("KS prot 2013-02-05 justerat.txt", """Kommunstyrelsen
Protokoll fört vid sammanträde den 5 februari 2013, Rådhuset, kl. 13.00–15.40
Beslutande: Ulla Sandgren, ordförande, Börje Friskman, Annika Tall m.fl.
§ 12 Ekonomisk rapport. Kommunstyrelsen noterar informationen.
§ 13 Detaljplan för Kvarnbacken. Ärendet återremitteras.
Justerat 2013-02-11. Anslaget 2013-02-12.""", "X", "prot", "signed minutes of 2013, preserve with delivery after 5 years", "VP", d="2013-02-11")
F("KS prot 2013-11-19 justerat.md", """Kommunstyrelsen
Protokoll fört vid sammanträde den 19 november 2013
§ 141 Budget 2014 med flerårsplan. Kommunstyrelsen tillstyrker förslaget.
§ 142 Val av ombud till stämman.
Justerat den 22 november 2013 av Ulla Sandgren och Annika Tall""", "X", "prot", "minutes 2013, delivery date passed", "VP", d="2013-11-22", mt=MIG)
F("Dagordning ks 130205.txt", """Till ledamöter och ersättare i kommunstyrelsen
Ni kallas härmed till sammanträde tisdagen den 5 februari 2013
1. Upprop
2. Val av justerare
3. Ekonomisk rapport
4. Detaljplan Kvarnbacken
Almvik 2013-01-29, Ulla Sandgren""", "O", "kall", "summons and agenda of 2013, 2 years", d="2013-01-29")
F("närvaro ks feb 2013.xlsx", """Tjänstgörande ledamöter KS 2013-02-05
Namn;Parti;Från;Till;Förlorad arbetsförtjänst
Ulla Sandgren;A;13.00;15.40;nej
Börje Friskman;B;13.00;15.40;ja
Annika Tall;A;13.00;15.10;ja
Underlag för arvode skickat till lön 2013-02-06""", "O", "arvode", "fee basis for politicians 2013, 10 years ended 2024-01-01", d="2013-02-06")
D("Kommunstyrelsen/Kansli/Sammanträden/KS 2025")
F("KS prot 2025-03-11 justerat.md", """Kommunstyrelsen
Protokoll fört vid sammanträde den 11 mars 2025
§ 31 Årsbokslut för kommunen
§ 32 Svar på motion om solceller
Justerat 2025-03-14""", "V", "prot", "minutes 2025, to be delivered after 5 years, not yet", "P", d="2025-03-14")
F("Kallelse KS 2025-03-11.docx", """Kallelse till kommunstyrelsen
Tid: 2025-03-11 kl. 13.00
Ärendelista: 1 Upprop, 2 Bokslut, 3 Motionssvar
Utsänd 2025-03-04""", "K", "kall", "agenda 2025, 2 calendar years, due 2028-01-01", d="2025-03-04")
F("Kallelse KS 2024-10-08.docx", """Kallelse till kommunstyrelsen
Sammanträdet äger rum 2024-10-08 kl. 13.00.
Föredragningslista: delårsrapport, taxor, val.
Almvik den 1 oktober 2024""", "S", "kall", "agenda 2024, 2 calendar years, due 2027-01-01", "", d="2024-10-01")
F("tjänstgöring ledamöter mars 2025.xlsx", """Närvarorapport förtroendevalda KS 2025-03-11
Ledamot;Timmar;Arvode
Sven-Åke Bromark;2,5;halvdag
Mirja Kollberg;2,5;halvdag""", "K", "arvode", "fee basis 2025, 10 years", d="2025-03-12")
D("Kommunstyrelsen/Kansli/Delegation")
F("Delegeringsbeslut 2016-09-01 yttrande tillstånd.docx", """Beslut på delegation
Datum 2016-09-01
Beslutsfattare: kanslichef Rigmor Ståhl enligt punkt 4.3 i delegationsordningen
Yttrande lämnas till Polismyndigheten om torghandel på Stortorget. Ingen erinran.""", "X", "deleg", "delegated decision 2016, preserve, delivery after 5 years passed", "VP", d="2016-09-01", custom={"Diarienummer": "KS 2016/233", "Klasskod": "1.1.2"})
F("delegbeslut 240515 lotteri.txt", """Delegationsbeslut nr 44/2024
Fattat 2024-05-15 av Rigmor Ståhl
Tillstånd ges för lotteri anordnat av Almviks IF.
Anmäls till KS i juni.""", "V", "deleg", "delegated decision 2024, preserve, delivery not yet", "P", d="2024-05-15")
F("Delegationsordning förklaring.html", """Så skriver du ett delegationsbeslut
1. Ange punkt i delegationsordningen
2. Skriv datum och namn
3. Skicka till registrator
Mall, ersätt texten inom hakparentes: [beslut], [datum]""", "R", "", "a how-to and template about delegated decisions, not a decision; no row fits", "UW", d="2019-02-20")

# ---------------------------------------------------------------- case folders KS
D("Kommunstyrelsen/Ärenden/KS 2016-77 Klagomål snöröjning Lindvägen")
F("inkommen skrivelse.txt", """Från: Arvid Lundmark
Inkom till kommunen 2016-01-18, dnr KS 2016/77
Jag är missnöjd med plogningen på Lindvägen. I går kom ingen förrän klockan elva
och hemtjänsten kom inte fram till min mamma.""", "O", "klag", "complaint in a case closed 2016-03-02, 2 years after closing", d="2016-01-18")
F("svar till Lundmark.docx", """Svar på synpunkt, KS 2016/77
2016-02-15
Hej! Tack för att du hörde av dig. Entreprenören har fått påpekande om plogordningen.
Med vänlig hälsning, Gatukontoret""", "O", "klag", "reply in the same closed case", d="2016-02-15")
F("KS 2016-77 avslut.docx", """Ärende KS 2016/77 – klagomål på snöröjning
Ärendet avslutat 2016-03-02.
Inga ytterligare åtgärder.
Handläggare: Ove Rosén""", "O", "klag", "closing note 2016-03-02", d="2016-03-02", mt=MIG)
D("Kommunstyrelsen/Ärenden/KS 2013-201 Klagomål gatubelysning")
F("synpunkt 2013-10-04.txt", """Synpunkt inkommen 2013-10-04, KS 2013/201
Lamporna på Rosengatan är trasiga sedan i våras. Mycket mörkt, vi vågar inte gå ut.
/Boende på Rosengatan""", "K", "klag", "trap: old complaint, but the case lives (last member 2025-10)", "R", d="2013-10-04")
F("svar 2013-10-20.html", """KS 2013/201
Svar 2013-10-20: Armaturerna byts under november. Vi återkommer.""", "K", "klag", "trap: old reply in a case with a letter of 2025", "R", d="2013-10-20")
F("SV nytt klagomål samma gata.eml", """From: Berit Holm <berit.holm@example.se>
To: kommun@almvik.example.se
Subject: KS 2013/201 mörkt igen på Rosengatan
Date: Mon, 06 Oct 2025 08:12:00 +0200

Hej, jag hänvisar till ert ärende KS 2013/201. Nu är det lika mörkt igen.
När tänker ni åtgärda detta?
Berit Holm""", "K", "klag", "newest member of the dossier, complaint of 2025, case open", "R", d="2025-10-06")
D("Kommunstyrelsen/Ärenden/KS 2014-318 Medborgarförslag hundrastgård")
F("Förslag från medborgare.txt", """Medborgarförslag: Bygg en hundrastgård i Almviksparken
Inkommet 2014-04-22, dnr KS 2014/318
Vi är många hundägare som saknar en inhägnad plats.
Förslagsställare: Greta Wiman""", "X", "motion", "citizen's proposal, case closed 2015, preserve and delivery overdue", "VP", d="2014-04-22")
F("tjänsteskrivelse hundrastgård.docx", """Tjänsteskrivelse
Diarienummer KS 2014/318
2014-11-03
Förslag till beslut: medborgarförslaget anses besvarat.
Parkenheten bedömer att en inhägnad kan anläggas för 180 000 kr.""", "X", "motion", "memo in the proposal's case", "VPR", d="2014-11-03")
F("KF beslut § 9.txt", """Utdrag ur protokoll, kommunfullmäktige 2015-01-26 § 9
Medborgarförslag om hundrastgård, KS 2014/318
Beslut: Fullmäktige bifaller förslaget.
Ärendet avslutas 2015-02-10.""", "X", "motion", "decision in the proposal's case (extract of minutes, both rows preserve)", "VP", d="2015-02-10")
D("Kommunstyrelsen/Ärenden/KS 2024-91 Motion solceller skoltak")
F("motion.txt", """Motion till kommunfullmäktige
Solceller på alla skoltak. Vi yrkar att kommunen utreder frågan.
Inlämnad 2024-02-26 av Mirja Kollberg
KS 2024/91""", "V", "motion", "motion 2024, preserve, delivery not yet", "P", d="2024-02-26")
F("Motionssvar_v1_UTKAST.html", """UTKAST – Förslag till svar på motion om solceller (KS 2024/91)
Texten är inte klar. Siffror från Fastighet saknas!!
Kommunstyrelsen föreslår att motionen ...""", "W", "motion", "unfinished draft of 2024, untouched over a year; final version lies elsewhere", "R", d="2024-09-12")
D("Kommunstyrelsen/Ärenden/KS 2017-45 Principfråga tiggeriförbud")
F("skrivelse från boende.html", """KS 2017/45 Synpunkt inkommen 2017-01-30
Vi anser att kommunen måste ta ställning i frågan om lokal ordningsföreskrift.
Undertecknat av 212 personer""", "X", "klagp", "complaint of principle in a case answered by the council; preserve; near row disposes after 2 years", "VPR", d="2017-01-30")
F("ks beslut principiellt ställningstagande.docx", """Kommunstyrelsen 2017-05-16 § 77
KS 2017/45 Principiell fråga: inkommen synpunkt om ordningsföreskrifter
Beslut: Kommunen antar ett principiellt ställningstagande. Ärendet avslutat 2017-06-01.""", "X", "klagp", "decision of principle, preserve", "VPR", d="2017-05-16")
D("Kommunstyrelsen/Ärenden/KS 2019-402 Registerutdrag")
F("begäran.eml", """From: Tore Hagman <tore.hagman@example.se>
To: dataskydd@almvik.example.se
Subject: Vill veta vad ni har om mig
Date: Tue, 10 Sep 2019 10:00:00 +0200

Hej! Enligt GDPR artikel 15 vill jag ha ut alla uppgifter som ni behandlar om mig.
Tore Hagman""", "O", "dso", "access request, case closed 2019-10-08, 3 years after closing", d="2019-09-10")
F("KS 2019-402 svar artikel 15.docx", """Svar på din begäran om utdrag enligt dataskyddsförordningen
KS 2019/402, 2019-10-08
Vi har sökt i våra register. Uppgifter finns i barnomsorgssystemet och i fakturaregistret.
Ärendet avslutat 2019-10-08.""", "O", "dso", "answer and closing 2019-10-08", d="2019-10-08")
D("Kommunstyrelsen/Ärenden/KS 2024-377 Registerutdrag")
F("svar registerutdrag Palm.docx", """Svar på begäran om registerutdrag
KS 2024/377
Beslutsdatum 2024-12-03. Ärendet avslutades samma dag, 2024-12-03.
Inga uppgifter hittades hos kommunstyrelsen.""", "K", "dso", "closed 2024, 3 calendar years, due 2028-01-01", d="2024-12-03")
D("Kommunstyrelsen/Ärenden/KS 2012-88 Skadestånd fallolycka")
F("krav från ombud.docx", """Till Almviks kommun, KS 2012/88
Min huvudman halkade den 3 februari 2012 på trappan till biblioteket.
Vi framför härmed klagomål på halkbekämpningen och krav om ersättning.
Stockholm 2012-03-20, Advokat Fredrika Lagerlund""", "H", "klag", "complaint case closed 2014 but under hold because the dispute has been taken up again", "RK", d="2012-03-20", hold="Tvist i tingsrätten återupptagen, hela ärendet KS 2012/88")
F("avslut 2014.txt", """KS 2012/88
Synpunkten lämnas utan åtgärd. Ärendet avslutat 2014-06-18.""", "H", "klag", "closed 2014, whole case under hold", "RK", d="2014-06-18", hold="Tvist i tingsrätten återupptagen, hela ärendet KS 2012/88")
F("OBS gallra ej.txt", """OBS! KS 2012/88
Rättslig tvist pågår. Får ej gallras förrän domen vunnit laga kraft.
/Kommunjuristen 2025-02-03""", "H", "", "note of a hold in the case folder", "RKU", d="2025-02-03", hold="Tvist i tingsrätten återupptagen, hela ärendet KS 2012/88")
D("Kommunstyrelsen/Ärenden/KS 2015-260 Klagomål buller Idrottshallen")
F("brev1.txt", """Klagomål på ljudet från idrottshallen, inkom 2015-08-20
KS 2015/260
Basen hörs ända in i sovrummet. Hälsningar Ingemar Fors""", "R", "klag", "trap: the dossier holds an unreadable member, so never overdue", "QK", d="2015-08-20")
F("skannat svar.docx", "", "R", "klag", "broken file (cut zip) in a case folder, cannot be read", "QKU", d="2015-09-14", raw=b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + b"\x00\x7f\x13\xa9" * 40)
F("ks 2015-260 avslutat.txt", """Avslutat 2015-10-01. Svar skickat med post. KS 2015/260""", "R", "klag", "closed 2015, but unreadable member in the dossier", "QK", d="2015-10-01")

D("Kommunstyrelsen/Kansli/Diverse")
F("postlista v 12 2018.csv", """datum;avsandare;rubrik
2018-03-19;Länsstyrelsen;Begäran om yttrande
2018-03-20;Region Almland;Inbjudan
2018-03-21;Privatperson;Fråga om bygglov""", "O", "post", "mail list March 2018, 1 year", d="2018-03-23", enc="cp1252")
F("postöppning lista v 44 2026.csv", """datum;avsändare;rubrik
2026-10-26;Trafikverket;Samråd
2026-10-27;Boverket;Nyhetsbrev""", "K", "post", "mail list October 2026, 1 calendar year, due 2028-01-01", "S", d="2026-10-30")
F("Dokument1.docx", """Hej!
Vi har tagit emot dina synpunkter på plogningen av Lindvägen och återkommer med svar inom två veckor.
Gatukontoret""", "O", "klag", "acknowledgement outside its case folder; the case number in the custom properties ties it to KS 2016/77, closed 2016-03-02", "QR", d="2016-01-20", title="Bekräftelse", custom={"Diarienummer": "KS 2016/77", "Klassificering": "1.1.5"})
F("Remiss SOU ej besvarad.docx", """Remiss av betänkande om kommunal avtalssamverkan
Inkom 2018-02-01. Kansliet bedömer att kommunen avstår från att svara.
Läggs till handlingarna utan yttrande.""", "M", "remiss", "consultation not answered, 'vid inaktualitet': may go, a person judges", "RQ", d="2018-02-05")
F("fråga öppettider.eml", """From: Lena Sjö <lena.sjo@example.se>
To: info@almvik.example.se
Subject: När har ni öppet i påsk?
Date: Mon, 26 Mar 2018 09:10:00 +0200

Hej, är medborgarkontoret öppet på skärtorsdagen? Mvh Lena""", "M", "rutin", "routine mail, may be disposed of when no longer needed", "RQ", d="2018-03-26")
F("tack för hjälpen.eml", """From: Ronny Ek <ronny.ek@example.se>
To: info@almvik.example.se
Subject: Tack!
Date: Wed, 03 Jun 2026 12:00:00 +0200

Tack för snabbt svar om parkeringen. Hälsningar Ronny""", "M", "rutin", "routine mail of this year", "RK", d="2026-06-03")
F("Nöjd-medborgar-enkät 2016 resultat.html", """Resultat av medborgarundersökningen 2016
Sammanfattning av svaren: 412 av 900 svarade.
Nöjdast är man med biblioteket, minst nöjd med gång- och cykelvägar.
Rapport fastställd 2016-12-05. Dnr KS 2016/290""", "X", "enksam", "survey summary 2016, preserve, delivery passed", "VP", d="2016-12-05")
F("inkomna svar medborgarenkät 2016.csv", """id;fråga 1;fråga 2;fritext
1;3;4;mer blommor
2;5;2;bättre cykelväg
3;1;1;svarar aldrig i telefon""", "O", "enksvar", "single survey answers; the summary of 2016-12-05 lies beside it, so the trigger has happened", "QRM", d="2016-10-30")
F("Verksamhetsberättelse kansliet 2015.docx", """Året som gick på kansliet
Verksamhetsberättelse för år 2015
Under året har vi handlagt 1 204 ärenden.
Fastställd 2016-02-15""", "X", "vber", "annual report 2015, delivery passed", "VP", d="2016-02-15")
F("kaffekassan.xlsx", """Kaffekassa kansliet
Namn;Betalt
Rigmor;ja
Ove;nej
Yvonne;ja""", "U", "", "coffee money list, no row", "WR", d="2022-05-10")
F("telefonlista jour jul.md", """Jourlista julhelgen
24/12 Ove
25/12 Rigmor
26/12 Yvonne""", "U", "", "on-call phone list, undated, no row", "WR", mt=MIG)

# ---------------------------------------------------------------- Ekonomi
D("Ekonomi/Fakturor/2014")
F("Elmia kontor faktura 88123.txt", """FAKTURA
Leverantör: Kontorsgrossisten Almvik AB
Fakturanr 88123   Fakturadatum 2014-05-20   Förfaller 2014-06-19
Kopieringspapper A4, 40 kartonger   8 400 kr
Attest: B Friskman""", "O", "faktl", "supplier invoice 2014, 7 years after the accounting year", d="2014-05-20")
F("utgående faktura lokalhyra 2014-11.docx", """Faktura från Almviks kommun
Kund: Almviks Gymnastikförening
Fakturadatum 2014-11-30
Hyra av gymnastiksal, 12 tillfällen, 3 600 kr""", "O", "faktk", "customer invoice 2014, 7 years", d="2014-11-30")
F("Dagskassa simhallen 2014-07.xlsx", """Dagsavslut simhallen juli 2014
Datum;Kontant;Kort;Differens
2014-07-01;1200;5400;0
2014-07-02;800;4300;-20""", "O", "kassa", "cash reports July 2014, 7 years", d="2014-08-01")
D("Ekonomi/Fakturor/2022")
F("lev faktura städ 2022-03.txt", """Städkompaniet AB
Fakturadatum 2022-03-31
Storstädning Rådhuset 18 900 kr, godkänd av Yvonne Malm""", "K", "faktl", "supplier invoice 2022, 7 years after the accounting year", d="2022-03-31")
D("Ekonomi/Fakturor/2019")
F("entreprenörsfaktura halka dec 2019.txt", """Faktura från Sand & Salt AB
Datum 2019-12-10
Halkbekämpning vecka 48–49, 45 000 kr
Leverantörens bankgiro på baksidan""", "S", "faktl", "supplier invoice 2019, 7 years after end of 2019, due 2027-01-01", "", d="2019-12-10")
D("Ekonomi/Bokslut")
F("Årsredovisning 2012 slutlig.txt", """Årsredovisning 2012 för Almviks kommun
Förvaltningsberättelse, resultaträkning, balansräkning och noter
Antagen av fullmäktige 2013-04-29""", "X", "bokslut", "annual accounts 2012, preserve, delivery passed", "VP", d="2013-04-29")
F("bokslutsbilaga 2024 avsättningar.xlsx", """Bilaga till bokslut 2024, avsättningar pensioner
Konto;Belopp
2210;114000
2220;32000""", "V", "bokslut", "appendix to the accounts 2024, delivery not yet", "P", d="2025-02-20")
F("Kopia av Årsredovisning 2012 slutlig.docx", """Årsredovisning 2012 för Almviks kommun
Förvaltningsberättelse, resultaträkning, balansräkning och noter
Antagen av fullmäktige 2013-04-29""", "W", "bokslut", "marked copy of a preserved document; copies never take preserve", "R", d="2013-04-29", mt=MIG)
D("Ekonomi/Budget/Arbetsmaterial")
F("budget 2019 räkneexempel ny.xlsx", """Räkneexempel, arbetsmaterial
Nämnd;Ram 2018;Ram 2019
BUN;410;422
SN;388;391""", "W", "budg", "working paper for the budget 2019, untouched for years", "MQRO", d="2018-09-03")
F("äskanden BUN 2020.xlsx", """Underlag till budget 2020 från barn och utbildning
Post;tkr
Fler elever;4200
Hyror;1100
Inlämnat 2019-05-10""", "M", "budg", "budget basis 2019, 'vid inaktualitet'", "RQW", d="2019-05-10")
D("Ekonomi/Krav")
F("Påminnelse barnomsorgsavgift Ståhlnacke.docx", """Betalningspåminnelse
2017-03-15
Enligt våra noteringar är avgiften för februari 2017 obetald.
Betala senast 2017-03-30 för att undvika inkasso.""", "O", "krav", "payment reminder March 2017, 2 years", d="2017-03-15")
F("påminnelse hyra 2025.html", """Påminnelse om obetald hyra
2025-08-21
Fakturan förföll den 31 juli 2025.""", "K", "krav", "reminder 2025, due 2028-01-01", d="2025-08-21")
F("kravbrev utan datum.txt", """Vi saknar fortfarande er betalning.
Om ni redan betalat kan ni bortse från denna påminnelse.""", "R", "krav", "trap: no date but the migration night's mtime, proves nothing", "QU", mt=MIG)
F("påminnelse 3.txt", """Sista påminnelsen innan ärendet lämnas till inkasso.
Betala omgående.""", "Q", "krav", "date known from mtime only (2016), no migration: possibly overdue", "R", mt="2016-06-07")

# ---------------------------------------------------------------- Personal
D("Personal/Personalakter/Ekdahl Marianne")
F("Anställningsbevis 1998.docx", """Anställningsbevis
Marianne Ekdahl anställs tillsvidare som barnskötare från 1998-08-17.
Lön enligt avtal.""", "P", "pakt", "personal file, preserved; employment goes on, so not yet to deliver", "V", d="1998-08-17", mt=MIG)
F("lönerevision 2024.docx", """Besked om ny lön från 2024-04-01 för Marianne Ekdahl
Lönesamtal hölls 2024-03-12""", "P", "pakt", "part of a living personal file", "VR", d="2024-04-02")
D("Personal/Personalakter/Hallqvist Bo – slutat 2011")
F("anst avtal.docx", """Avtal om anställning som vaktmästare
Bo Hallqvist, från 1989-03-01""", "X", "pakt", "employee left 2011-05-31, delivery 10 years after passed", "VP", d="1989-03-01", mt=MIG)
F("Tjänstgöringsbetyg Hallqvist.md", """Tjänstgöringsbetyg
Bo Hallqvist har varit anställd i kommunen 1989-03-01 – 2011-05-31.
Anställningen upphörde 2011-05-31 med pension.
Han har skött sitt arbete till full belåtenhet.""", "X", "pakt", "certificate with the end of employment 2011", "VP", d="2011-05-31")
F("rehabutredning Hallqvist 2006.docx", """Utredning av rehabiliteringsbehov
Datum 2006-10-04
Medarbetaren har haft upprepad korttidsfrånvaro. Anpassning av arbetsuppgifter prövas.""", "O", "rehab", "rehabilitation inquiry, 10 years after employment ended 2011-05-31 (dossier's event), due 2022-01-01; in a preserved personal file", "RXVP", d="2006-10-04")
D("Personal/Rehab/Sandell Kerstin")
F("utredning arbetsförmåga 2009.txt", """Rehabiliteringsplan och utredning
Kerstin Sandell, köksbiträde
Möte 2009-02-11 med företagshälsovården""", "K", "rehab", "trap: old inquiry, but the person is still employed (note 2025 in the folder)", "R", d="2009-02-11")
F("uppföljning rehab 2025-09.txt", """Uppföljningsmöte rehab, 2025-09-18
Kerstin Sandell arbetar 75 % som köksbiträde. Nästa avstämning i januari.""", "K", "rehab", "newest member, employment goes on", "R", d="2025-09-18")
D("Personal/Rekrytering/Rektor Björkskolan 2018 (KS 2018-512)")
F("CV Lindahl.txt", """Meritförteckning Petter Lindahl
Lärarexamen 2003, biträdande rektor 2012–2018
Sökt tjänst: rektor, KS 2018/512""", "O", "sok", "applicant not appointed; appointment gained legal force 2018-07-06, 2 years", d="2018-05-02")
F("personligt brev Aronsson.docx", """Ansökan till tjänsten som rektor vid Björkskolan
Jag söker arbetet för att jag brinner för skolutveckling.
Hälsningar Susanne Aronsson, 2018-05-04""", "O", "sok", "applicant not appointed in the same case", d="2018-05-04")
F("tillsättningsbeslut.docx", """Beslut om tillsättning, KS 2018/512
2018-06-14: Till rektor för Björkskolan utses Harriet Moberg. Övriga sökande: Lindahl, Aronsson.
Beslutet vann laga kraft 2018-07-06. Ärendet avslutat.""", "R", "sok", "trap: the appointment decision itself concerns the employed one, which row covers it is unclear", "OPVXQ", d="2018-06-14")
D("Personal/Rekrytering/Undersköterskor 2025 (KS 2025-610)")
F("ansökan Nkosi.docx", """Ansökan som undersköterska, ref KS 2025/610
Jag har arbetat inom hemtjänsten i fyra år.
Amahle Nkosi 2025-08-30""", "K", "sok", "applicant, appointment of October 2025, 2 years not yet over", "RS", d="2025-08-30")
F("beslut tillsättning usk.docx", """Tillsättningsbeslut KS 2025/610
Beslut 2025-10-01, vann laga kraft 2025-10-24
Anställda: två sökande. Övriga har meddelats.""", "K", "sok", "decision in the running recruitment", "RPV", d="2025-10-24")
D("Personal/Rekrytering/Spontant")
F("Spontanansökan sommarjobb Wahlgren.eml", """From: Elsa Wahlgren <elsa.wahlgren@example.se>
To: hr@almvik.example.se
Subject: Söker jobb hos er
Date: Thu, 15 Feb 2018 19:30:00 +0100

Hej! Jag undrar om ni behöver folk. Jag skickar mitt CV på vinst och förlust.
Elsa""", "O", "spont", "unsolicited application February 2018, at most 6 months", d="2018-02-15")
F("spontan ansökan okt 2026.docx", """Spontan ansökan
2026-10-12
Jag är utbildad fritidsledare och söker arbete hos er.""", "S", "spont", "October 2026 plus 6 months, due within 12 months", "K", d="2026-10-12")
D("Personal/Lön/2.2.4 Frånvaro/2017")
F("VAB-intyg Lindqvist mars 2017.txt", """VAB-intyg från förskolan
Härmed intygas att Alva varit hemma från förskolan 6–9 mars 2017 på grund av sjukdom.
Förälder: Stina Lindqvist
Underskrift förskolechef 2017-03-10""", "O", "vab", "certificate for care of a sick child, March 2017, 2 years", d="2017-03-10")
F("läkarintyg Ohlsson 2017-09.docx", """Medicinskt underlag
Patienten bedöms inte kunna arbeta under tiden 2017-09-04 – 2017-09-29.
Utfärdat 2017-09-04 av Almviks vårdcentral""", "O", "sjuk", "doctor's certificate September 2017, 2 years", d="2017-09-04")
D("Personal/Lön/2.2.4 Frånvaro/2025")
F("sjukintyg Rask 2025.docx", """Läkarutlåtande vid sjukfrånvaro
Nedsatt arbetsförmåga 50 % till och med 2025-05-31
Datum 2025-05-02""", "K", "sjuk", "certificate 2025, due 2028-01-01", d="2025-05-02")
F("VAB jan 2024.txt", """Hemma med sjukt barn (VAB) 15–17 januari 2024.
Intygas av förskolan Lönnen 2024-01-18""", "S", "vab", "2024 plus 2 calendar years, due 2027-01-01", "", d="2024-01-18")
D("Personal/Lön/Tid och ledighet")
F("flexlista aug 2018.xlsx", """Flextid augusti 2018, Ove Rosén
Dag;In;Ut
2018-08-01;07.45;16.30
2018-08-02;08.10;16.50""", "O", "tid", "flex sheet August 2018, 2 years", d="2018-09-03")
F("Timrapport vikarier 2019-05.csv", """namn;datum;timmar
Jonas;2019-05-06;8
Elin;2019-05-07;6
Elin;2019-05-08;8""", "O", "tid", "time report May 2019", d="2019-06-01", mt=MIG)
F("tidrapportering sept 2026.xlsx", """Tidrapport september 2026
Namn;Timmar
Elin;142
Jonas;98""", "K", "tid", "time report 2026", d="2026-10-01")
F("ansökan om tjänstledigt Rask.docx", """Ansökan om ledighet
Jag önskar vara tjänstledig en termin för studier på halvtid.
Per Rask, servicekontoret
Beviljas, L. Öman""", "R", "ledig", "trap: no date in the text; made 2016, last saved 2025: the earliest and latest evidence differ", "K", d="2025-06-02", created="2016-04-11", modified="2025-06-02")
F("föräldraledighet ansökan 2025.docx", """Ansökan om ledighet för vård av barn
Period 2025-09-01 – 2026-02-28
Inlämnad 2025-05-20""", "K", "ledig", "leave application 2025", "S", d="2025-05-20")
F("Semesterlista sommaren 2017 servicekontoret.xlsx", """Önskemål semester 2017
Namn;v27;v28;v29;v30
Ove;x;x;;
Yvonne;;x;x;x""", "O", "sem", "vacation planning summer 2017, 1 year", d="2017-04-20")
F("Semester 2026 planering.xlsx", """Sommarsemester 2026
Namn;v26;v27;v28
Ove;x;x;x
Elin;;;x""", "K", "sem", "vacation planning 2026, due 2028-01-01", "S", d="2026-04-15")
F("Lönelista dec 2011.xlsx", """Utbetalda löner december 2011
Anst;Brutto;Skatt
1001;24300;6900
1002;21800;5800""", "X", "lon", "payroll list 2011, preserve, delivery passed", "VP", d="2011-12-22")
D("Personal/Arbetsmiljö")
F("tillbud hal trappa 2012.md", """Tillbudsrapport
Händelsedatum 2012-12-03
Medarbetare halkade men skadades inte. Trappan sandas nu dagligen.
Anmält 2012-12-04""", "M", "tillb", "trap: 'minst 10 år' has passed, so may be disposed of but never overdue", "R", d="2012-12-04")
F("arbetsskada klämd hand 2021.docx", """Anmälan om arbetsskada
Skadedatum 2021-06-14
Medarbetaren klämde handen i diskmaskinen.""", "K", "tillb", "injury report 2021, at least 10 years", d="2021-06-15")
D("Personal/Medarbetarsamtal")
F("utvecklingssamtal Yvonne M 2015.md", """Anteckningar från utvecklingssamtal
Yvonne Malm och chef, 2015-03-03
Mål: gå kurs i upphandling. Trivs bra.""", "K", "samtal", "employee talk 2015; goes when the employee leaves, she still works here (2026 note)", "RQ", d="2015-03-03")
F("medarb.samtal Yvonne M 2026.md", """Medarbetarsamtal 2026-02-12 med Yvonne Malm
Ny roll som inköpssamordnare.""", "K", "samtal", "employee still employed", "R", d="2026-02-12")
F("samtal Gösta slutade 2018.docx", """Medarbetarsamtal med Gösta Ahlm 2017-02-20
Tillägg: Gösta slutade sin anställning 2018-04-30.""", "O", "samtal", "employee left 2018-04-30, dispose at end of employment", "Q", d="2018-05-02", created="2017-02-20")
D("Personal/Facklig samverkan")
F("förhandling mbl 2026-01-20.html", """MBL-förhandling 2026-01-20
Parterna är överens om ny organisation för vaktmästeriet.
Justeras av parterna""", "V", "mbl", "negotiation minutes 2026, preserve, delivery not yet", "P", d="2026-01-20")

# ---------------------------------------------------------------- Inköp, lokaler, fordon
D("Inköp/Upphandlingar/KS 2017-330 Livsmedel")
F("anbud Grönsakshallen.md", """Anbud avseende leverans av färska grönsaker
Lämnat 2017-09-28 av Grönsakshallen i Alm AB
Upphandling KS 2017/330""", "R", "anb", "mixed row: the accepted tender is preserved, others go; a person must tell", "PVXQ", d="2017-09-28")
F("Anbud Frukt o Sånt.docx", """Anbud KS 2017/330
Frukt & Sånt AB offererar enligt bifogad prislista, 2017-09-29""", "R", "anb", "mixed row, not known whether accepted", "PVXQ", d="2017-09-29")
F("tilldelningsbeslut.txt", """Tilldelningsbeslut 2017-11-02
KS 2017/330 Antagen anbudsgivare: Grönsakshallen i Alm AB
Ärendet avslutat 2018-01-15""", "R", "anb", "award decision; mixed row", "PVXQU", d="2017-11-02")
D("Inköp/Avtal/Gammalt")
F("Leasing kopiator 2009-2012.txt", """Leasingavtal kopieringsmaskin
Avtalstid 2009-04-01 – 2012-03-31
Avtalet löpte ut 2012-03-31 och maskinen återlämnades.""", "O", "avts", "small leasing contract ended 2012-03-31, 2 years after", d="2009-04-01")
F("serviceavtal hiss Rådhuset.html", """Serviceavtal för hiss
Gäller 2011-01-01 – 2015-12-31, upphörde 2015-12-31
Fyra besök per år, 6 200 kr""", "O", "avts", "service contract ended 2015", d="2010-12-15", mt=MIG)
F("Samverkansavtal räddningstjänst 2008.docx", """Avtal om gemensam räddningsnämnd
Mellan Almviks och Österbergs kommuner, tecknat 2008-06-10
Dnr KS 2008/12. Av principiell betydelse, antaget av fullmäktige.
Avtalet löpte ut 2012-12-31.""", "X", "avtp", "contract of principle, preserve; looks like the disposable contract row beside it", "VPR", d="2008-06-10")
F("avtal.docx", """Avtal mellan parterna
Tecknat 2010-03-01, gäller till 2013-02-28
Omfattning enligt bilaga 1.""", "R", "avts", "ambiguous: small or of principle? two close rows with different actions", "PVXQ", d="2010-03-01")
D("Inköp/Avtal/Gällande")
F("hyra gräsklippare 2024-2028.txt", """Hyresavtal åkgräsklippare
Löptid 2024-05-01 – 2028-04-30
Serviceavtal ingår""", "K", "avts", "runs to 2028, 2 years after", "R", d="2024-04-18")
D("Inköp/Direktupphandling")
F("offert vinterdäck 2026.docx", """Offert 2026-09-14
Vinterdäck till bilpoolen, direktupphandling, 24 000 kr""", "K", "dirupp", "quotation 2026", d="2026-09-14")
D("Servicekontoret/Vaktmästeri")
F("kvitto nyckel förrådet.txt", """Kvittens nyckel A14 förråd
Utlämnad 2010-01-11 till Bo Hallqvist
Nyckel återlämnad 2011-05-30, signerat OR""", "O", "nyck", "key returned 2011-05-30, 1 year after", d="2011-05-30")
F("nyckel utlämnad Malm.txt", """Nyckelkvittens B02 serverrum
Utlämnad 2015-08-17 till Yvonne Malm
Återlämnad: ____""", "R", "nyck", "trap: key never returned according to the form, the clock has not started", "KQ", d="2015-08-17")
F("Körjournal ABC123 2013.xlsx", """Körjournal bilpool 2013
Datum;Från;Till;Km;Förare
2013-01-08;Rådhuset;Björkskolan;7;Ove
2013-12-17;Rådhuset;Österberg;64;Bo""", "O", "kor", "mileage log 2013, 7 years", d="2013-12-20")
F("passerlogg entre 2022-05.csv", """tid;kort;dörr
2022-05-01 06:12;20071;entré
2022-05-01 06:40;20044;entré""", "O", "pass", "door log May 2022, 3 months", d="2022-05-31")
F("salto_export_2026-11-20.csv", """tid;bricka;dörr
2026-11-20 07:01;20071;entré
2026-11-20 07:15;20112;källare""", "S", "pass", "door log of nine days ago, 3 months", "K", d="2026-11-20")
D("Servicekontoret/Leveranser folkbokföring")
for ym, d in (("2025-12", "2025-12-01"), ("2026-03", "2026-03-02"), ("2026-06", "2026-06-01"), ("2026-09", "2026-09-01")):
    F("folkbok_%s.csv" % ym, """nr;namn;adress;flyttdatum
1;Ek Ronny;Rosengatan 2;%s-03
2;Holm Berit;Rosengatan 8;%s-11
3;Sjö Lena;Lindvägen 4;%s-19""" % (ym, ym, ym), "Z", "folk", "older delivery in a quarterly series, a newer one exists", "O", d=d)
F("folkbok_2026-11.csv", """nr;namn;adress;flyttdatum
1;Ek Ronny;Rosengatan 2;2026-11-02
2;Fors Ingemar;Idrottsvägen 1;2026-11-12
3;Wiman Greta;Parkgatan 7;2026-11-20""", "K", "folk", "newest delivery in the series", "RM", d="2026-11-23")

# ---------------------------------------------------------------- Barn- och utbildning
D("BUN/Förskolan Lönnen/Närvaro")
F("närv avd Ekorren v 5-8 2018.xlsx", """Barnens närvaro, avdelning Ekorren, februari 2018
Barn;Mån;Tis;Ons;Tor;Fre
Alva;x;x;;x;x
Melker;x;x;x;x;
Veckorna 5–8 2018""", "O", "narv", "preschool attendance February 2018, 2 years", d="2018-02-26")
F("Närvaro fritids ht 2019.csv", """datum;barn;kom;gick
2019-09-02;Melker;13.10;16.05
2019-09-02;Tuva;13.10;15.30
2019-12-18;Tuva;13.10;15.00""", "O", "narv", "after-school attendance autumn 2019", d="2019-12-19", enc="cp1252")
F("närvaro Igelkotten.txt", """Signe - tor, fre
Otto - alla dagar
Ines - ej onsdag""", "R", "narv", "trap: attendance without a date, mtime from the migration night only", "QU", mt=MIG)
D("BUN/Förskolan Lönnen/Placering/Melker Sundin")
F("ansökan dagisplats.docx", """Ansökan om förskoleplats
Barn: Melker, önskat startdatum 2013-08-19
Vårdnadshavare: Frida Sundin, inlämnad 2013-02-14""", "O", "forsk", "child left preschool 2018-06-15 (dossier), dispose when left", "Q", d="2013-02-14")
F("uppsägning plats.txt", """Uppsägning av plats
Melker slutar förskolan 2018-06-15 eftersom han börjar förskoleklass.
Frida Sundin 2018-04-10""", "O", "forsk", "shows that the child left preschool 2018-06-15", "Q", d="2018-04-10")
D("BUN/Förskolan Lönnen/Placering/Signe Alm")
F("ansökan plats Signe.docx", """Ansökan till förskola
Barn: Signe, önskat startdatum 2024-01-15
Inlämnad 2023-06-01""", "K", "forsk", "child started 2024 and nothing says that it left", "RQ", d="2023-06-01")
D("BUN/Avgifter")
F("inkomstförfrågan svar Sundin 2016.docx", """Inkomstanmälan för förskoleavgift
Hushållets inkomst per månad före skatt: 41 000 kr
Gäller från 2016-01-01, inlämnad 2015-12-10""", "O", "ink", "income statement for the child care fee 2015/2016, 3 years", d="2015-12-10")
F("inkomstuppgift Alm 2025.txt", """Uppgift om hushållets inkomst, avgift förskola
Inlämnad 2025-01-09
Sammanlagd bruttoinkomst 52 300 kr""", "K", "ink", "income statement 2025, due 2029", d="2025-01-09")
D("BUN/Björkskolan/Klasser")
F("Klass 7B 2012-2013 definitiv.xlsx", """Björkskolan klass 7B läsåret 2012/13, fastställd 15 oktober 2012
Nr;Elev;Mentor
1;Agnes D;HM
2;Bilal S;HM
3;Cajsa R;HM""", "X", "klass", "class list 2012/13, preserve, delivery passed", "VP", d="2012-10-15")
F("klass 4A 2025-26 oktober.xlsx", """Björkskolan 4A läsåret 2025/26, definitiv i oktober
Nr;Elev
1;Tuva M
2;Melker S""", "V", "klass", "class list autumn 2025, preserve", "P", d="2025-10-15")
F("Klass 7B 2012-2013 definitiv - Kopia.xlsx", """Björkskolan klass 7B läsåret 2012/13, fastställd 15 oktober 2012
Nr;Elev;Mentor
1;Agnes D;HM
2;Bilal S;HM
3;Cajsa R;HM""", "W", "klass", "copy beside the original", "R", d="2012-10-15", mt=MIG)
F("fotoschema klasser.docx", """Tider för skolfoto
7A 8.30, 7B 8.45, 8A 9.00
Ta med finkläder!""", "U", "", "school photo time table, no row", "WR", d="2019-09-09")
D("BUN/Björkskolan/Frånvaro och ledigt")
F("ledigt Bilal nov 2017.docx", """Begäran om ledighet för elev
Elev: Bilal, klass 9A läsåret 2017/18
Tid: 2017-11-20 – 2017-11-24, resa till farmor
Rektor beviljar 2017-11-10""", "O", "eled", "pupil's leave 2017/18, at the end of the school year", d="2017-11-10")
F("elevledighet Cajsa 2015.txt", """Cajsa R i 9B vill vara ledig 2015-02-12 och 13 för fjällresa.
Läsåret 2014/15. OK / mentor""", "O", "eled", "pupil's leave 2014/15", d="2015-02-05", mt=MIG)
F("ledighetsansökan elev Tuva 2026.md", """Ansökan om ledighet från skolarbetet
Tuva M, 5A läsåret 2026/27
2026-12-14 – 2026-12-18. Beviljad 2026-11-17""", "S", "eled", "school year 2026/27 ends June 2027", "K", d="2026-11-17")
F("Frånvarorapport åk 9 läsåret 2015-16.xlsx", """Frånvaro läsåret 2015/16 åk 9
Elev;Giltig %;Ogiltig %
Cajsa R;4;0
Bilal S;6;11""", "O", "efra", "absence report school year 2015/16, 1 year after", d="2016-06-13")
F("ogiltig frånvaro VT19.csv", """Sammanställning av skolk VT19 (läsåret 2018/19)
Elev;Lektioner
Tindra;14
Hampus;3""", "O", "efra", "absence spring 2019, 1 year after the school year", d="2019-06-10")
F("frånvarostatistik 2025-26.xlsx", """Frånvaro läsåret 2025/26
Elev;Giltig;Ogiltig
Tuva M;12;0""", "S", "efra", "school year 2025/26 + 1 year: June 2027 (or 1 January 2028)", "K", d="2026-06-12")
D("BUN/Björkskolan/Betyg och prov")
F("betygskatalog åk 9 VT2014.xlsx", """Slutbetyg årskurs 9 vårterminen 2014, undertecknad katalog
Elev;Sv;Ma;En
Agnes D;B;C;A
Cajsa R;C;D;B""", "X", "betyg", "grade catalogue 2014, preserve, delivery passed", "VP", d="2014-06-12")
F("NP svenska åk 6 2013 elevlösningar.txt", """Nationellt prov i svenska, årskurs 6, våren 2013
Delprov B, elevtexter. Uppsatsämne: En dag jag minns.""", "X", "npsv", "trap: national test in Swedish is preserved, not 5 years", "VP", d="2013-05-20")
F("np ma åk 9 2017 resultat.xlsx", """Nationella provet matematik åk 9, 2017-05-09
Elev;A;B;C
Tindra;12;18;20
Hampus;9;15;11""", "O", "np", "national test in mathematics 2017, 5 years", d="2017-05-30")
F("NP engelska åk 6 VT24.xlsx", """Nationellt prov engelska åk 6 VT24
Elev;Reading;Writing
Tuva M;18;B""", "K", "np", "national test in English 2024, 5 years, due 2030", d="2024-05-14")
F("np åk 3 2015.txt", """Nationellt prov åk 3, våren 2015
Resultat per elev finns i pärmen hos läraren.
Ämne framgår av omslaget.""", "R", "np", "ambiguous: subject unknown, one row preserves and one disposes", "PVXQ", d="2015-05-19")
D("BUN/Björkskolan/Elevakter/Hampus")
F("åtgärdsprogram ma 2018.docx", """Åtgärdsprogram matematik
Hampus, beslut 2018-10-03
Extra tid hos specialpedagog två pass i veckan. Utvärderas i januari.
Hampus slutade grundskolan 2020-06-11.""", "X", "atg", "preserve, deliver when the pupil left (2020)", "VP", d="2018-10-03")
F("IUP Hampus HT2018.docx", """Skriftlig individuell utvecklingsplan HT2018
Mål: läsa varje dag, arbeta med bråk.
Samtal 2018-11-12""", "O", "iup", "pupil left 2020-06-11 (dossier event), 2 years after", "Q", d="2018-11-12")
F("allergi intyg.txt", """Intyg för specialkost, skolköket
Laktosintolerans, gäller Hampus från 2016-08-15. Läkarintyg uppvisat.""", "O", "kost", "diet certificate, pupil left 2020-06-11", "Q", d="2016-08-15")
D("BUN/Björkskolan/Elevakter/Tuva")
F("Utvecklingsplan Tuva 2023.txt", """Individuell utvecklingsplan, läsåret 2023/24
Samtal 2023-10-18. Tuva går i 2A.""", "K", "iup", "pupil still at school (leave application 2026)", "R", d="2023-10-18")
D("BUN/Björkskolan/Samtycken")
F("samtycke foto Hampus f 2004.txt", """Medgivande till publicering av bilder på skolans webb
Barn: Hampus, född 2004-03-22
Vårdnadshavare samtycker, 2015-09-01""", "O", "foto", "child born 2004-03-22 turned 19 in 2023", "QR", d="2015-09-01")
F("bildsamtycke Tuva f 2015.md", """Samtycke bild och film
Barn: Tuva, född 2015-06-08
Ja till skolans hemsida, 2021-08-25""", "K", "foto", "child born 2015 turns 19 in 2034", "R", d="2021-08-25")
D("BUN/Skolskjuts/BUN-2016-00214 Lundin")
F("ansökan skjuts.txt", """BUN-2016-00214
Ansökan om skjuts mellan hemmet och Björkskolan
Läsåret 2016/17, inlämnad 2016-05-09, avstånd 4,8 km""", "O", "skj", "school transport 2016/17, granted, 2 years after the school year", d="2016-05-09")
F("beslut skolskjuts Lundin.docx", """Beslut BUN-2016-00214
2016-06-01: Skolskjuts beviljas för läsåret 2016/17.
Beslutet är inte överklagat. Ärendet avslutat 2017-06-20""", "O", "skj", "granted and explicitly not appealed: the disposable row", "R", d="2016-06-01")
D("BUN/Skolskjuts/BUN-2017-00098 Ask")
F("avslag.docx", """Beslut 2017-06-12, BUN-2017-00098
Ansökan om skolskjuts läsåret 2017/18 avslås, avståndet är 2,9 km.""", "X", "skjo", "trap: refusal in a case that was appealed (see the dossier), preserve", "VPR", d="2017-06-12")
F("överklagande förvaltningsrätten.docx", """Överklagande av beslut om skolskjuts
Till Förvaltningsrätten, inkom 2017-06-30
BUN-2017-00098""", "X", "skjo", "appeal, preserve", "VPR", d="2017-06-30")
F("dom FR.html", """Förvaltningsrätten, dom 2017-11-14
Överklagandet avslås. Kommunens ärende BUN-2017-00098 avslutat 2017-12-20.""", "X", "skjo", "court judgment in the appealed case", "VPR", d="2017-11-14")
D("BUN/Trygghet/BUN-2015-00077")
F("anmälan mobbning.docx", """Anmälan till huvudmannen om kränkning, BUN-2015-00077
2015-03-17: En elev i 6B har vid flera tillfällen blivit retad och knuffad.""", "X", "krank", "report of abusive treatment, case closed 2015, preserve", "VP", d="2015-03-17")
F("utredn kränkning slutrapport.docx", """Utredning och bedömning
BUN-2015-00077, 2015-05-04
Kränkande behandling har förekommit. Åtgärder: bevakning på raster. Ärendet avslutat 2015-06-10.""", "X", "krank", "inquiry, preserve", "VP", d="2015-05-04")
D("BUN/Gymnasiet")
F("inackordering beslut Elin 2019.html", """Beslut om inackorderingstillägg
Beslutsdatum 2019-08-28
Elin beviljas 1 550 kr per månad för boende på studieorten.""", "O", "inack", "lodging allowance decided 2019-08-28, 3 years after the decision", d="2019-08-28")
F("inackord.tillägg beslut 2024.docx", """Beslut 2024-09-02
Bidrag till boende på studieort, inackordering, beviljas med 1 680 kr""", "K", "inack", "decided 2024, due 2028-01-01", "S", d="2024-09-02")

# ---------------------------------------------------------------- Socialtjänst
D("Socialförvaltningen/Försörjningsstöd/Akter/Vikström Lars")
F("ansökan försörjningsstöd 2012.txt", """Ansökan om ekonomiskt bistånd
Lars Vikström, mars 2012. Hyra 5 400 kr, saknar inkomst.""", "R", "ekb", "trap: last entry 2013, but the file's birth day is unknown (5/15/25 exception): review", "QP", d="2012-03-05")
F("journalanteckningar.docx", """Journalanteckningar försörjningsstöd
2012-03-12 Beslut om bistånd för mars.
Sista anteckning 2013-01-15: ärendet avslutas, har fått arbete.""", "R", "ekb", "last entry 2013-01-15, birth day unknown", "QP", d="2013-01-15")
D("Socialförvaltningen/Försörjningsstöd/Akter/Nyqvist Eva")
F("normberäkning jan 2015.xlsx", """Normberäkning ekonomiskt bistånd januari 2015
Post;Belopp
Norm;2950
Hyra;6100""", "K", "ekb", "trap: old sheet in a file with an entry of 2026", "R", d="2015-01-08")
F("anteckningar Nyqvist.docx", """Löpande anteckningar
2015-01-08 Bistånd beviljas
2026-08-20 Hembesök, ny ansökan om bistånd till tandvård""", "K", "ekb", "last entry 2026", "R", d="2026-08-20")
D("Socialförvaltningen/Familjerätt")
F("faderskapsärende protokoll 2010.docx", """S-protokoll
Utredning om faderskap, fastställt genom bekräftelse 2010-09-16.
Ärendet avslutat 2010-09-20""", "X", "fad", "paternity inquiry, always preserved", "VP", d="2010-09-16")
D("Socialförvaltningen/Hemtjänst")
F("underlag avgift hemtj Rönn 2018.docx", """Beräkning av hemtjänstavgift
Maj 2018, 12 utförda timmar, maxtaxa
Datum 2018-06-01""", "R", "hemt", "trap: three years passed, but the birth-day exception on the section row holds for it and no number tells the day", "Q", d="2018-06-01")
F("nyckelkvitto Rönn.md", """Kvitto på nyckel till brukare
Mottagen 2016-02-01
Nyckeln återlämnad till anhörig 2019-11-11""", "R", "trygg", "key returned 2019-11-11, 1 year after; the birth-day exception on the section row holds literally, though a receipt is no personal file", "QO", d="2019-11-11")

D("Ekonomi/Kopior")
F("fakt 88123.txt", """FAKTURA
Leverantör: Kontorsgrossisten Almvik AB
Fakturanr 88123   Fakturadatum 2014-05-20   Förfaller 2014-06-19
Kopieringspapper A4, 40 kartonger   8 400 kr
Attest: B Friskman""", "O", "faktl", "byte-identical copy of an overdue invoice, itself overdue", "W", d="2014-05-20")
F("offert och faktura stolar.docx", """Kontorsform AB
Offert 2022-02-01 och faktura 2022-02-21, direktupphandling av 30 stolar, 54 000 kr
Levererat och attesterat""", "K", "faktl", "trap: quotation (2 years) and invoice (7 years) in one file; the longest retention decides", "R", d="2022-02-21")
D("Kommunstyrelsen/Kansli/Utkast")
F("utkast yttrande samråd nov 2026.docx", """UTKAST 2026-11-17
Kommunstyrelsens yttrande över samråd om vägplan
Inledning ska skrivas om.""", "K", "", "fresh draft, a working paper touched within the year", "RU", d="2026-11-17")

# ---------------------------------------------------------------- private, scrap
D("Personliga mappar/ove.rosen/Privat")
F("semesterbudget kreta.xlsx", """Kreta 2019
Post;Kr
Flyg;8400
Hotell;11200""", "U", "", "private holiday budget", "WR", d="2019-05-02")
F("recept äppelkaka.md", """Äppelkaka
4 äpplen, 2 dl socker, 3 ägg, 150 g smör
Grädda 35 min i 200 grader""", "U", "", "private recipe", "WR", mt="2014-10-11")
D("Personliga mappar/ove.rosen/Semesterbilder 2017")
F("IMG_2041.png", "", "U", "", "private holiday picture", "WR", mt="2017-07-20")


def write(base):
    base.mkdir(parents=True, exist_ok=True)
    head = ["Klass", "Process", "Handlingstyp", "Bevaras/Gallras", "Leverans till kommunarkivet", "Registreras", "Förvaring", "Anmärkning"]
    rows = [["Almviks kommun – Dokumenthanteringsplan"],
            ["Antagen av kommunfullmäktige 2022-06-20 § 88, dnr KS 2022/140. Gäller från och med 2022-07-01. Version 3"],
            ["Gallringsfristen räknas i hela kalenderår efter det år handlingen upprättades eller inkom, om inte annat anges."],
            [], head]
    for p in P:
        rows.append([p[1] + "  " + p[2]] if p[0] == "#" else list(p[1:]))
    widths = dict(zip("ABCDEFGH", (10, 26, 48, 46, 24, 12, 20, 40)))
    day = dt.datetime(2022, 6, 21, 9, 30)
    data = xlsx(rows, "Plan", "Dokumenthanteringsplan", "Kommunarkivet", day, day, widths)
    (base / "plan.xlsx").write_bytes(data)
    S.write()
