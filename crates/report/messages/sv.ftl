# Messages in Swedish: names of words first, then notes by their code, then the sentences of reports.

## How the reading of a file ended

outcome-scanned = läst
outcome-partly = delvis läst
outcome-encrypted = lösenordsskyddad
outcome-unsupported = formatet stöds inte
outcome-failed = kunde inte läsas
outcome-timed-out = tog för lång tid
outcome-skipped = utelämnad
outcome-unreadable = åtkomst nekad
outcome-not-reached = inte nådd
outcome-unlisted = mappen kunde inte öppnas

## Verdicts: how a file stands to the plan

verdict-unclassified = ingen regel funnen
verdict-review = behöver bedömas
verdict-keep-until = sparas till ett datum
verdict-may-dispose = får gallras
verdict-due-soon = ska gallras snart
verdict-overdue = borde ha gallrats
verdict-possibly-overdue = borde kanske ha gallrats
verdict-deliver-to-archive = ska levereras till arkivet
verdict-delivery-overdue = borde ha levererats till arkivet
verdict-preserve = ska bevaras
verdict-on-hold = gallringsstopp
verdict-working-paper-due = arbetsmaterial att rensa
verdict-superseded = ersatt av nyare leverans
verdict-why-unclassified = Ingen rad i dokumenthanteringsplanen passar. Det som saknar gallringsregel får inte gallras.
verdict-why-review = Regeln, kopplingen till planen eller datumet är oklart; någon måste bedöma.
verdict-why-keep-until = Gallringsfristen löper fortfarande.
verdict-why-may-dispose = Planen tillåter gallring men kräver den inte.
verdict-why-due-soon = Gallringsfristen går ut under de närmaste månaderna.
verdict-why-overdue = Regel, koppling till planen och datum är kända och gallringsfristen har gått ut.
reason-date-of-many = Efter det datum som är känt för varje fil
reason-dates-disagree-of-many = Datumen för varje fil säger emot varandra
verdict-why-possibly-overdue = Gallringsfristen har gått ut om det bästa kända datumet stämmer. Kontrollera innan något raderas.
verdict-why-deliver-to-archive = Ska levereras till arkivet när tiden är inne.
verdict-why-delivery-overdue = Borde redan ha levererats till arkivet.
verdict-why-preserve = Ska bevaras. En kopia på en filserver är fortfarande en personuppgift.
verdict-why-on-hold = Får inte gallras så länge gallringsstoppet gäller.
verdict-why-working-paper-due = En kopia eller ett arbetsmaterial som inte rörts på länge: registrera eller rensa.
verdict-why-superseded = Det finns en nyare leverans i samma serie.

## Kinds of personal data

category-national-id = Personnummer eller liknande
category-name = Namn
category-contact = Kontaktuppgifter
category-account = Bankkonton och kort
category-organisation = Organisationsnummer
category-health = Hälsa
category-ethnic-origin = Ras eller etniskt ursprung
category-political = Politiska åsikter
category-religion = Religion eller övertygelse
category-union = Medlemskap i fackförening
category-genetic = Genetiska uppgifter
category-biometric = Biometriska uppgifter
category-sexual = Sexualliv eller sexuell läggning
category-crime = Lagöverträdelser
category-social-confidential = Sociala förhållanden
category-economic-confidential = Ekonomiska förhållanden
category-protected-identity = Skyddade personuppgifter
category-secrecy-marking = Sekretessmarkering
category-family = Familjeförhållanden
category-reference = Referenser
category-other = Övrigt

## Levels of protection

level-none = inga personuppgifter
level-official = officiella kontaktuppgifter
level-ordinary = harmlösa
level-confidential = extra skyddsvärda
level-sensitive = känsliga
level-crime = lagöverträdelser
level-protected = skyddade personuppgifter

## Kinds of document

kind-unknown = dokument
kind-policy = styrdokument eller vägledning
kind-form = blankett
kind-letter = brev
kind-decision = beslut
kind-record = akt om en person
kind-list = personlista
kind-register-extract = registerutdrag
kind-minutes = protokoll
kind-invoice = faktura

## Parts of a document

part-body = text
part-heading = rubrik
part-header = sidhuvud
part-footer = sidfot
part-note = fotnot
part-comment = kommentar
part-insertion = spårad infogning
part-deletion = spårad borttagning
part-text-box = textruta
part-property = dokumentegenskap
part-form-field = formulärfält
part-hidden = dold text
part-formula = formel
part-link = länk
part-attribute = alternativtext
part-source = sidans källkod
part-mail-header = e-posthuvud
part-name = fil- eller mappnamn
part-speaker-notes = talarmanus
part-master = bildmall
place-sheet = blad { $n }
place-cell = cell { $n }
place-page = sida { $n }
place-slide = bild { $n }
place-line = rad { $n }
place-column = kolumn { $n }

## Rules

rule-se-personnummer = personnummer
rule-se-samordningsnummer = samordningsnummer
rule-dk-cpr = danskt CPR-nummer
rule-email = e-postadress
rule-se-organisationsnummer = Organisationsnummer
rule-se-bankgiro = Bankgironummer
rule-se-plusgiro = Plusgironummer
rule-se-bankkonto = Svenskt bankkonto
rule-se-diarienummer = Diarienummer
rule-se-fastighetsbeteckning = Fastighetsbeteckning
rule-dk-cvr = Danskt företagsnummer (CVR)
rule-dk-udlaendingenummer = Danskt utlänningsnummer
rule-dk-regkonto = Danskt bankkonto
rule-dk-sagsnummer = Danskt ärendenummer
rule-no-fodselsnummer = Norskt födelsenummer
rule-no-dnummer = Norskt D-nummer
rule-fi-hetu = Finländsk personbeteckning
rule-is-kennitala = Isländsk kennitala
rule-phone-se = Svenskt telefonnummer
rule-phone-dk = Danskt telefonnummer
rule-iban = IBAN
rule-payment-card = Betalkortsnummer
rule-ip-address = IP-adress
rule-birth-date = Födelsedatum
rule-vehicle-registration = Fordons registreringsnummer
rule-passport-mrz = Passets maskinläsbara rad

## Varför något hittades och hur säkert det är

reason-case-number = Det har formen av ett ärendenummer.
reason-check-character = Kontrolltecknet stämmer.
reason-check-digits = Kontrollsiffrorna stämmer.
reason-clearing-number = Clearingnumret hör till en bank.
reason-date-of-birth = Det är en dag i kalendern.
reason-hint = Ett ord intill gör det troligare.
reason-interim-number = Det är ett tillfälligt nummer.
reason-internal-address = Adressen leder inte utanför huset.
reason-international-form = Det är skrivet med landsnummer.
reason-length-fits = Det har rätt längd.
reason-looks-like-telephone = Det kan vara ett telefonnummer.
reason-looks-like-version = Det kan vara en programversion.
reason-mod-97-passed = Kontrollsiffrorna stämmer.
reason-municipality = Namnet på en kommun står framför.
reason-own-address = Det hör till den egna organisationen.
reason-own-language = Dokumentet är skrivet på landets språk.
reason-rival-prevails = De flesta numren i samma kolumn eller text är av ett annat slag.
reason-tract-only = Ingen kommun står framför namnet.
reason-column-total = Kolumn { $column } har { $total }, varav { $distinct } olika.

## Who can read a file

audience-unknown = okänt
audience-private = en person
audience-unit = enheten
audience-large-group = en stor grupp
audience-all-staff = alla anställda
audience-everyone = alla

## What starts a period

trigger-none = handlingens datum
trigger-creation = upprättandet
trigger-receipt = inkomstdatum
trigger-case-closed = ärendets avslut
trigger-decision = beslutet
trigger-legal-force = laga kraft
trigger-last-entry = sista anteckningen
trigger-inactivity = inaktivitet
trigger-superseded = ersättningen med en ny version
trigger-end-of-calendar-year = kalenderårets slut
trigger-end-of-fiscal-year = räkenskapsårets slut
trigger-end-of-school-year = läsårets slut
trigger-end-of-enrolment = elevens avgång
trigger-end-of-employment = anställningens upphörande
trigger-recruitment-end = rekryteringens avslut
trigger-contract-end = avtalets upphörande
trigger-project-end = projektets slut
trigger-end-of-measure = insatsens upphörande
trigger-audit = revisionen
trigger-person-dies = dödsfallet
trigger-age-of-person = personens ålder
trigger-other = annan händelse

## What a date is worth, and where it comes from

rank-registered = registrerad händelse
rank-event = händelse som nämns i texten
rank-document = handlingens datum
rank-year = årtal i diarienummer eller mapp
rank-embedded = datum sparat i filen
rank-modified = senast ändrad på filservern
rank-changed = senast ändrade metadata
source-text = löptext
source-heading = rubrik
source-header = sidhuvud
source-folder = mappnamn
source-name = filnamn
source-property = dokumentegenskap
obligation-preserve = bevara
obligation-deliver = leverera till arkivet
obligation-dispose = gallra

## Words of all reports

none = inga
further = med flera
count-files =
    { $n ->
        [one] 1 fil
       *[other] { $n } filer
    }
count-folders =
    { $n ->
        [one] 1 mapp
       *[other] { $n } mappar
    }
count-documents =
    { $n ->
        [one] 1 dokument
       *[other] { $n } dokument
    }
count-in-documents =
    i { $n ->
        [one] 1 dokument
       *[other] { $n } dokument
    }
count-occurrences =
    { $n ->
        [one] 1 ställe
       *[other] { $n } ställen
    }
count-persons =
    { $n ->
        [one] 1 person
       *[other] { $n } personer
    }
count-members =
    { $n ->
        [one] 1 del av en fil
       *[other] { $n } delar av filer
    } (bilaga, fil i arkivfil)
further-files =
    { $n ->
        [one] 1 i en annan mapp
       *[other] { $n } i andra mappar
    }
since-date = { $date }
risk-score = risk { $score } av 100
root-covered = { $root }: { $reached } av { $files } påträffade filer ({ $share }); mappar som inte kunde öppnas: { $unlisted }
heading-rules = Fynd per regel
heading-categories = Dokument per slag av personuppgift
heading-verdicts = Så förhåller sig filerna till dokumenthanteringsplanen
heading-worst = Dokument att börja med
heading-overdue = Filer vars tid har gått ut
heading-ageing-units = Ålder mot planen, per enhet
about-ageing-units = Filer per enhet efter vad planen begär i dag.
heading-overdue-types = Gallring försenad, per handlingstyp
about-overdue-types = Regel, koppling och datum är kända för dessa filer.
heading-delivery-types = Leverans till arkivet försenad, per handlingstyp
about-delivery-types = De levereras först; inget av dem gallras innan dess.
heading-papers = Arbetsmaterial och kopior att rensa, per mapp
about-papers = Orörda länge: registrera eller radera dem.
about-papers-copies = { $n } av dem har samma innehåll som en registrerad fil.
heading-unlinked = Ingen rad i planen, per mapp
about-unlinked = En rad i mappningen löser en hel mapp; `sporhund plan suggest` skriver dem.
heading-kept = Varför filer behålls
about-kept = Undantag går före planens rad.
heading-deceased = Filer om personer som troligen är döda
about-deceased = Alla som de nämner med nummer är troligen döda. Dataskyddsförordningen skyddar levande personer; planen gäller ändå.
band-past = tiden ute
band-perhaps = kanske ute
band-soon = snart, eller tillåtet
band-running = tiden löper
band-kept = bevaras eller stoppat
band-open = inte avgjort
column-type = Handlingstyp
column-folder = Mapp
column-since = Sedan
column-nearest = Närmaste rad
column-fit = Passar
column-why-kept = Varför
table-further = { $n } till visas inte.
heading-unread = Det som inte kunde läsas
unread-none = Allt har lästs.
unread-no-files = Inga filer hittades.
warning-nothing-read = INGENTING HAR LÄSTS. Rapporten säger ingenting om huruvida här finns personuppgifter.
warning-partly-covered = Allt har inte genomsökts. Så mycket av varje plats har täckts:
warning-not-readable =
    { $n ->
        [one] 1 fil
       *[other] { $n } filer
    } kunde inte öppnas eller är skadade; vad de innehåller är okänt.
controllers-no-paths = Flera personuppgiftsansvariga har genomsökts. Sekretess gäller mellan dem, så sökvägar visas bara i en rapport för en av dem.
controller-unnamed = Ingen personuppgiftsansvarig angiven
human-title = Personuppgifter i filer
human-files = Filer: { $files } ({ $size }), lästa: { $read } ({ $share })
human-data = Med personuppgifter: { $documents }, med känsliga uppgifter om en person: { $sensitive }, personer (räknade per dokument): { $persons }
human-controller = Filer: { $files }, med personuppgifter: { $documents }, med känsliga uppgifter om en person: { $sensitive }
human-excluded = Utelämnat enligt mönster: { $patterns }
human-method = sporhund { $program }, isolering { $isolation }, klar { $finished }

## One file explained

explain-file = Format { $format }, { $size }, bedömd som: { $kind }
explain-the-file = filen
explain-reading = Så lästes filen
explain-findings = Det som hittades
explain-no-findings = Ingenting hittades.
explain-finding = { $rule }: { $masked } – { $place } – säkerhet { $share }
explain-stands-for = står för { $n } ställen
explain-further = och { $n } till
explain-assessment = Vad filen innehåller som helhet
explain-level = Skyddsnivå: { $level }. Personer angivna med nummer: { $persons }
explain-sensitive =
    { $category } om en person, på { $n ->
        [one] 1 ställe
       *[other] { $n } ställen
    }, säkerhet { $share }
explain-risk = Risk { $score } av 100, som består av:
explain-verdict = Får filen ligga kvar?
explain-no-verdict = Den har inte bedömts mot någon dokumenthanteringsplan.
explain-row = Rad { $number } i planen ”{ $plan }”: { $row }
explain-phrase = Planen säger: ”{ $phrase }”
explain-trigger = Fristen räknas från: { $trigger }
explain-dossier = Hör till ärendet eller akten { $dossier }; tiden räknas för hela akten
explain-standing = Vad den är: { $standing }
explain-identical = Den registrerade filen med samma innehåll: { $path } (rot { $root })
standing-registered-record = registrerad handling
standing-record = handling
standing-copy = kopia
standing-working-paper = arbetsmaterial
standing-private = privat
standing-unknown = okänt
worklist-sheet-groups = Grupper
worklist-sheet-files = Filer
worklist-sheet-decisions = Beslut
worklist-decision = Beslut
worklist-note = Anteckning
worklist-verdict = Bedömning
worklist-due = Tiden gick eller går ut
worklist-controller = Myndighet
worklist-unit = Enhet
worklist-place = Mapp eller akt
worklist-path = Sökväg
worklist-dossier = Akt
worklist-standing = Vad den är
worklist-class-code = Klassificering
worklist-document-type = Handlingstyp
worklist-first-year = Från år
worklist-last-year = Till år
worklist-files = Filer
worklist-size = Byte
worklist-medium = Format
worklist-phrase = Planens frist
worklist-plan = Stöds på
worklist-plan-row = { $plan }, rad { $row }
worklist-date = Datum
worklist-date-source = Vad datumet är
worklist-persons = Personer
worklist-level = Nivå
worklist-reasons = Varför
worklist-exceptions = Undantag och gallringsstopp
worklist-identical = Registrerad fil med samma innehåll
worklist-identical-elsewhere = en registrerad fil hos en annan myndighet
worklist-left-out = Ytterligare { $n } filer ryms inte i listan.
worklist-groups-left-out = Ytterligare { $n } filer hör till grupper som inte ryms i listan.
decision-delete = gallra
decision-register-then-delete = registrera, gallra sedan
decision-de-identify = avidentifiera
decision-deliver = leverera till arkivet
decision-preserve = bevara
decision-restrict = begränsa åtkomst
decision-keep-until = behåll till, med skäl
decision-hold = gallringsstopp
decision-not-mine = inte min
decision-wrong-link = fel rad i planen
decision-false-alarm = falskt larm
decision-handled = redan åtgärdat
decision-why-delete = Filerna får gallras. Inget raderas innan någon har attesterat listan för det.
decision-why-register-then-delete = De hör hemma i ärendehanteringssystemet; kopiorna här gallras sedan.
decision-why-de-identify = De behålls utan det som pekar ut en person.
decision-why-deliver = De levereras till arkivet, och först sedan härifrån.
decision-why-preserve = De bevaras för alltid.
decision-why-restrict = De ligger kvar, för färre personer.
decision-why-keep-until = De ligger kvar till en dag; skriv dagen och skälet i anteckningen.
decision-why-hold = De får inte röras; skriv varför i anteckningen.
decision-why-not-mine = Någon annan ansvarar för dem.
decision-why-wrong-link = De är av en annan typ; skriv vilken i anteckningen.
decision-why-false-alarm = Det som hittades i dem är inget.
decision-why-handled = Det är gjort.
explain-obligation = Att göra: { $obligation } – { $state } – { $date }
explain-dates = Kända datum:
explain-no-dates = Inget datum är känt.
explain-chosen = { " " }← avgjorde
explain-exceptions = Sparas på grund av:
explain-candidates = Rader som kan passa, bäst först:
explain-candidate = rad { $number } i ”{ $plan }”: { $row } ({ $share })

## The page

skip-to-content = Till innehållet
contents = Innehåll
several-controllers = { $n } personuppgiftsansvariga
fact-scanned = Genomsökt
fact-today = Bedömt per den
fact-plan = Dokumenthanteringsplan
no-plan = ingen angiven
lede = { $documents } av { $read } lästa filer innehåller personuppgifter, varav { $sensitive } känsliga uppgifter om en person. Totalt hittades { $files } filer; { $share } av dem kunde läsas.
of-read = { $share } av de lästa
of-files = { $share } av filerna
of-dossier = ärende eller akt { $dossier }
tile-files = Filer hittade
tile-read = Filer lästa
tile-with-data = Med personuppgifter
tile-sensitive = Med känsliga uppgifter om en person
tile-persons = Personer angivna med nummer
tile-persons-detail = räknade per dokument
tile-past = Vars tid har gått ut
tile-possibly = och { $n } möjligen
partly-covered-note = Det som inte nåddes kan innehålla vad som helst. Filer i mappar som inte kunde öppnas är inte medräknade.
nothing-found = Inga personuppgifter hittades i det som lästes.
show-numbers = Visa siffrorna
heading-short = I korthet
heading-found = Vad som hittades
heading-units = Dokument med personuppgifter per enhet
heading-retention = Får filerna ligga kvar?
heading-ageing = Dokument med personuppgifter per år
heading-groups = Grupperna och varför
heading-controllers = Varje personuppgiftsansvarig
heading-coverage = Vad som lästes och inte lästes
heading-outcomes = Filer efter hur läsningen gick
heading-roots = Genomsökta platser
heading-members = Delar av filer som inte kunde läsas (bilagor, filer i arkivfiler)
heading-remarks = Anmärkningar om filer som lästes
heading-formats = Filer per format
heading-method = Så gjordes det
heading-excluded = Utelämnat med avsikt
heading-notes = Anteckningar från genomsökningen
heading-reading = Så läser du siffrorna
other-units = Övriga enheter
legend-due = tiden har gått ut eller bör rensas
legend-rest = övriga
column-category = Slag av personuppgift
column-documents = Dokument
column-unit = Enhet
column-year = År
column-due = Tiden har gått ut eller bör rensas
column-rule = Regel
column-places = Ställen
column-risk = Risk
column-document = Dokument
column-level = Skyddsnivå
column-persons = Personer
column-contents = Innehåll
column-verdict = Enligt planen
column-date = Datum
column-row = Rad i planen
column-root = Plats
column-covered = Täckt
column-reached = Nådda filer
column-met = Hittade filer
column-read = Lästa filer
column-unlisted = Mappar som inte kunde öppnas
column-reason = Orsak
column-files = Filer
column-size = Storlek
column-folders = Var
column-remark = Anmärkning
word-files = filer
word-with-data = med personuppgifter
why = Varför
no-verdicts = Ingen fil har bedömts.
about-worst = Ordnade efter hur stor skada de kan göra: vad de innehåller, om hur många, och vem som kan läsa dem. Nummer, e-postadresser och namn i sökvägar är maskerade.
about-overdue = De vars tid gick ut för längst sedan. Ingenting har raderats; varje fil måste kontrolleras och beslutas.
about-coverage = En fil som inte kunde läsas kan innehålla personuppgifter. Alla redovisas här, efter orsak.
method-program = Program
method-rules = Regler (kontrollsumma)
method-isolation = Isolering av läsprocesserna
method-started = Startad
method-finished = Klar
method-not-finished = avbruten
method-scan = Genomsökning nr
reading-masked = Inget värde visas i klartext, och inte heller namn på filer där något hittats i namnet.
reading-sensitive = Ett känsligt ord räknas bara när det står nära en identifierad person.
reading-persons = En person som nämns i tio dokument räknas här tio gånger.
reading-overdue = ”Borde ha gallrats” sägs bara när regel, koppling till planen, ärende och datum alla är kända, aldrig utifrån enbart filserverns datum.
reading-risk = Risken ordnar dokumenten, från 0 till 100. Den är ingen sannolikhet.
reading-backups = Säkerhetskopior och det som ligger utanför de genomsökta platserna ingår inte i rapporten.

## Varför en bedömning står

reason-dossier-newer = En fil i samma ärende är nyare än fristens slut.
reason-link-mapping = Organisationens egen mappning anger raden.
reason-registered-case = Ärendet finns i ärendehanteringssystemet.
reason-case-open = Ärendet är fortfarande öppet i ärendehanteringssystemet.
reason-superseded = Det finns en nyare leverans i samma serie.
reason-never-disposed = Planen gallrar aldrig detta slag ({ $kind }).
reason-plan-not-in-force = Planen { $plan } gäller inte den här dagen, och ingen annan version är angiven.
reason-link-weak = Namnen passar raden bara delvis.
reason-identical-registered = En registrerad fil har samma innehåll.
reason-identical-elsewhere = { $files ->
    [one] En annan fil har
   *[other] { $files } andra filer har
 } samma innehåll.
reason-series = En av { $files } leveranser i en serie, från { $first } till { $last }.
reason-series-deleted-yearly = Av serien finns inget äldre än förra året kvar.
reason-series-not-deleted = Leveranser från tidigare år än det förra har inte gallrats.
reason-series-columns = Alla leveranser har samma rubriker.
reason-series-outside = Leveranserna går tillbaka till { $first }; planen medger från { $permitted }.
reason-period-runs = Planens frist löper fortfarande.

## Planer som inte kan läsas

error-plan-line = Rad { $line } är inget JSON-objekt.

## History

heading-history = Över tid
about-history = Vad genomsökningarna har funnit, en efter en. Linjen börjar vid noll.
column-scan = Genomsökning
column-change = Förändring
figure-changes = Sedan förra genomsökningen
figure-unit-trends = Dokument med personuppgifter per enhet, sedan förra genomsökningen
figure-category-trends = Dokument per slag av personuppgifter, sedan förra genomsökningen
change-new = Nya
change-gone = Borta
change-changed = Ändrade
change-moved = Flyttade eller omdöpta
measure-files = Filer
measure-bytes = Byte
measure-read = Lästa filer
measure-with-data = Dokument med personuppgifter
measure-sensitive = Dokument med känsliga uppgifter
measure-persons = Personer nämnda med nummer
measure-findings = Fynd
measure-overdue = Försenade dokument
measure-failed = Filer som inte kunde läsas
measure-not-reached = Filer som ingen körning har hunnit till
history-empty = Det finns ingen genomsökning i lagret.
history-whole = kördes klart
history-stopped = slutade innan allt var läst
history-broken = avbröts
diff-heading = Från genomsökning { $from } ({ $fromtime }) till { $to } ({ $totime })
diff-units = Dokument med personuppgifter, per enhet
diff-categories = Dokument, per kategori
diff-none = Ingen fil skiljer sig.
