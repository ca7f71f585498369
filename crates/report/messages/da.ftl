# Messages in Danish: names of words first, then notes by their code, then the sentences of reports.

## How the reading of a file ended

outcome-scanned = læst
outcome-partly = delvist læst
outcome-encrypted = beskyttet med adgangskode
outcome-unsupported = formatet understøttes ikke
outcome-failed = kunne ikke læses
outcome-timed-out = tog for lang tid
outcome-skipped = udeladt
outcome-unreadable = adgang nægtet
outcome-not-reached = ikke nået
outcome-unlisted = mappen kunne ikke åbnes

## Verdicts: how a file stands to the plan

verdict-unclassified = ingen regel fundet
verdict-review = skal vurderes
verdict-keep-until = opbevares indtil en dato
verdict-may-dispose = kan kasseres
verdict-due-soon = skal snart slettes
verdict-overdue = skulle være slettet
verdict-possibly-overdue = skulle måske være slettet
verdict-deliver-to-archive = skal afleveres til arkivet
verdict-delivery-overdue = skulle være afleveret til arkivet
verdict-preserve = skal bevares
verdict-on-hold = slettestop
verdict-working-paper-due = arbejdspapir, der skal ryddes op
verdict-superseded = erstattet af nyere leverance
verdict-why-unclassified = Ingen række i planen passer. Det, der ikke har en regel, må ikke kasseres.
verdict-why-review = Reglen, koblingen til planen eller datoen er uklar; nogen skal vurdere det.
verdict-why-keep-until = Slettefristen løber stadig.
verdict-why-may-dispose = Planen tillader kassation, men kræver den ikke.
verdict-why-due-soon = Slettefristen udløber i de kommende måneder.
verdict-why-overdue = Regel, kobling til planen og dato er kendt, og slettefristen er udløbet.
reason-date-of-many = Efter den dato, der er kendt for hver fil
reason-dates-disagree-of-many = Datoerne for hver fil er uenige
verdict-why-possibly-overdue = Slettefristen er udløbet, hvis den bedste kendte dato er rigtig. Kontrollér, før noget slettes.
verdict-why-deliver-to-archive = Skal afleveres til arkivet, når tiden er inde.
verdict-why-delivery-overdue = Skulle allerede være afleveret til arkivet.
verdict-why-preserve = Skal bevares. En kopi på et filshare er stadig personoplysninger.
verdict-why-on-hold = Må ikke slettes, så længe slettestoppet gælder.
verdict-why-working-paper-due = En kopi eller et arbejdspapir, der ikke er rørt længe: journalisér eller slet.
verdict-why-superseded = Der findes en nyere leverance i samme serie.

## Kinds of personal data

category-national-id = CPR-nummer eller lignende
category-name = Navne
category-contact = Kontaktoplysninger
category-account = Bankkonti og kort
category-organisation = Virksomhedsnumre
category-health = Helbred
category-ethnic-origin = Race eller etnisk oprindelse
category-political = Politisk overbevisning
category-religion = Religion eller overbevisning
category-union = Fagforeningsmæssigt tilhørsforhold
category-genetic = Genetiske data
category-biometric = Biometriske data
category-sexual = Seksuelle forhold eller orientering
category-crime = Strafbare forhold
category-social-confidential = Sociale forhold
category-economic-confidential = Økonomiske forhold
category-protected-identity = Navne- og adressebeskyttelse
category-secrecy-marking = Fortrolighedsmarkering
category-family = Familieforhold
category-reference = Referencer
category-other = Andet

## Levels of protection

level-none = ingen personoplysninger
level-official = officielle kontaktoplysninger
level-ordinary = almindelige
level-confidential = fortrolige
level-sensitive = følsomme
level-crime = strafbare forhold
level-protected = beskyttede personer

## Kinds of document

kind-unknown = dokument
kind-policy = politik eller vejledning
kind-form = blanket
kind-letter = brev
kind-decision = afgørelse
kind-record = personsag
kind-list = personliste
kind-register-extract = registerudtræk
kind-minutes = referat
kind-invoice = faktura

## Parts of a document

part-body = tekst
part-heading = overskrift
part-header = sidehoved
part-footer = sidefod
part-note = fodnote
part-comment = kommentar
part-insertion = registreret indsættelse
part-deletion = registreret sletning
part-text-box = tekstfelt
part-property = dokumentegenskab
part-form-field = formularfelt
part-hidden = skjult tekst
part-formula = formel
part-link = link
part-attribute = alternativ tekst
part-source = sidens kildekode
part-mail-header = mailhoved
part-name = fil- eller mappenavn
part-speaker-notes = talernoter
part-master = slidemaster
place-sheet = ark { $n }
place-cell = celle { $n }
place-page = side { $n }
place-slide = dias { $n }
place-line = linje { $n }
place-column = kolonne { $n }

## Rules

rule-se-personnummer = svensk personnummer
rule-se-samordningsnummer = svensk samordningsnummer
rule-dk-cpr = CPR-nummer
rule-email = e-mailadresse
rule-se-organisationsnummer = Svensk organisationsnummer
rule-se-bankgiro = Bankgironummer
rule-se-plusgiro = Plusgironummer
rule-se-bankkonto = Svensk bankkonto
rule-se-diarienummer = Svensk sagsnummer
rule-se-fastighetsbeteckning = Svensk ejendomsbetegnelse
rule-dk-cvr = CVR-nummer
rule-dk-udlaendingenummer = Udlændingenummer
rule-dk-regkonto = Dansk bankkonto
rule-dk-sagsnummer = Sagsnummer
rule-no-fodselsnummer = Norsk fødselsnummer
rule-no-dnummer = Norsk D-nummer
rule-fi-hetu = Finsk personnummer
rule-is-kennitala = Islandsk kennitala
rule-phone-se = Svensk telefonnummer
rule-phone-dk = Telefonnummer
rule-iban = IBAN
rule-payment-card = Betalingskortnummer
rule-ip-address = IP-adresse
rule-birth-date = Fødselsdato
rule-vehicle-registration = Køretøjs registreringsnummer
rule-passport-mrz = Passets maskinlæsbare linje

## Hvorfor noget blev fundet, og hvor sikkert det er

reason-case-number = Det har form som et sagsnummer.
reason-check-character = Kontroltegnet stemmer.
reason-check-digits = Kontrolcifrene stemmer.
reason-clearing-number = Clearingnummeret hører til en bank.
reason-date-of-birth = Det er en dag i kalenderen.
reason-hint = Et ord ved siden af gør det mere sandsynligt.
reason-interim-number = Det er et midlertidigt nummer.
reason-internal-address = Adressen fører ikke uden for huset.
reason-international-form = Det er skrevet med landekode.
reason-length-fits = Det har den rette længde.
reason-looks-like-telephone = Det kan være et telefonnummer.
reason-looks-like-version = Det kan være en programversion.
reason-mod-97-passed = Kontrolcifrene stemmer.
reason-municipality = Navnet på en kommune står foran.
reason-own-address = Det hører til den egne organisation.
reason-own-language = Dokumentet er skrevet på landets sprog.
reason-rival-prevails = De fleste numre i samme kolonne eller tekst er af en anden slags.
reason-tract-only = Ingen kommune står foran navnet.
reason-column-total = Kolonne { $column } har { $total }, heraf { $distinct } forskellige.

## Who can read a file

audience-unknown = ukendt
audience-private = én person
audience-unit = enheden
audience-large-group = en stor gruppe
audience-all-staff = alle ansatte
audience-everyone = alle

## What starts a period

trigger-none = dokumentets dato
trigger-creation = oprettelsen
trigger-receipt = modtagelsen
trigger-case-closed = sagens afslutning
trigger-decision = afgørelsen
trigger-legal-force = retskraft
trigger-last-entry = sidste notat
trigger-inactivity = inaktivitet
trigger-superseded = erstatning med ny version
trigger-end-of-calendar-year = kalenderårets udløb
trigger-end-of-fiscal-year = regnskabsårets udløb
trigger-end-of-school-year = skoleårets udløb
trigger-end-of-enrolment = elevens udmeldelse
trigger-end-of-employment = ansættelsens ophør
trigger-recruitment-end = rekrutteringens afslutning
trigger-contract-end = kontraktens udløb
trigger-project-end = projektets afslutning
trigger-end-of-measure = foranstaltningens ophør
trigger-audit = revisionen
trigger-person-dies = dødsfaldet
trigger-age-of-person = personens alder
trigger-other = en anden hændelse

## What a date is worth, and where it comes from

rank-registered = registreret hændelse
rank-event = hændelse nævnt i teksten
rank-document = dokumentets dato
rank-year = årstal i sagsnummer eller mappe
rank-embedded = dato gemt i filen
rank-modified = senest ændret på filserveren
rank-changed = senest ændrede metadata
source-text = løbende tekst
source-heading = overskrift
source-header = sidehoved
source-folder = mappenavn
source-name = filnavn
source-property = dokumentegenskab
obligation-preserve = bevar
obligation-deliver = aflevér til arkivet
obligation-dispose = slet

## Words of all reports

none = ingen
further = med flere
count-files =
    { $n ->
        [one] 1 fil
       *[other] { $n } filer
    }
count-folders =
    { $n ->
        [one] 1 mappe
       *[other] { $n } mapper
    }
count-documents =
    { $n ->
        [one] 1 dokument
       *[other] { $n } dokumenter
    }
count-in-documents =
    i { $n ->
        [one] 1 dokument
       *[other] { $n } dokumenter
    }
count-occurrences =
    { $n ->
        [one] 1 sted
       *[other] { $n } steder
    }
count-persons =
    { $n ->
        [one] 1 person
       *[other] { $n } personer
    }
count-members =
    { $n ->
        [one] 1 del af en fil
       *[other] { $n } dele af filer
    } (bilag, fil i arkivfil)
further-files =
    { $n ->
        [one] 1 i en anden mappe
       *[other] { $n } i andre mapper
    }
since-date = { $date }
risk-score = risiko { $score } af 100
root-covered = { $root }: { $reached } af { $files } fundne filer ({ $share }); mapper, der ikke kunne åbnes: { $unlisted }
heading-rules = Fund pr. regel
heading-categories = Dokumenter pr. type af personoplysning
heading-verdicts = Sådan står filerne i forhold til planen
heading-worst = Dokumenter, der bør ses på først
heading-overdue = Filer, hvis frist er udløbet
heading-ageing-units = Alder i forhold til planen, pr. enhed
about-ageing-units = Filer pr. enhed efter det, planen kræver i dag.
heading-overdue-types = Sletning forsinket, pr. dokumenttype
about-overdue-types = Regel, kobling og dato er kendt for disse filer.
heading-delivery-types = Aflevering til arkivet forsinket, pr. dokumenttype
about-delivery-types = De afleveres først; intet af dem slettes inden.
heading-papers = Arbejdsdokumenter og kopier, der skal ryddes, pr. mappe
about-papers = Urørt længe: journalisér eller slet dem.
about-papers-copies = { $n } af dem har samme indhold som en journaliseret fil.
heading-unlinked = Ingen række i planen, pr. mappe
about-unlinked = Én linje i koblingsfilen løser en hel mappe; `sporhund plan suggest` skriver dem.
heading-kept = Hvorfor filer beholdes
about-kept = Undtagelser går forud for planens række.
heading-deceased = Filer om personer, der formentlig er døde
about-deceased = Alle, de nævner med nummer, er formentlig døde. Databeskyttelsesforordningen beskytter levende personer; planen gælder alligevel.
band-past = fristen udløbet
band-perhaps = måske udløbet
band-soon = snart, eller tilladt
band-running = fristen løber
band-kept = bevares eller stoppet
band-open = ikke afgjort
column-type = Dokumenttype
column-folder = Mappe
column-since = Siden
column-nearest = Nærmeste række
column-fit = Passer
column-why-kept = Hvorfor
table-further = { $n } flere vises ikke.
heading-unread = Det, der ikke kunne læses
unread-none = Alt er læst.
unread-no-files = Der blev ikke fundet nogen filer.
warning-nothing-read = INTET ER LÆST. Rapporten siger intet om, hvorvidt der findes personoplysninger her.
warning-partly-covered = Ikke alt er gennemsøgt. Så meget af hvert sted er dækket:
warning-not-readable =
    { $n ->
        [one] 1 fil
       *[other] { $n } filer
    } kunne ikke åbnes eller er beskadiget; deres indhold kendes ikke.
controllers-no-paths = Flere dataansvarlige er gennemsøgt. Oplysninger må ikke deles frit mellem dem, så stier vises kun i en rapport for én af dem.
controller-unnamed = Ingen dataansvarlig angivet
human-title = Personoplysninger i filer
human-files = Filer: { $files } ({ $size }), læst: { $read } ({ $share })
human-data = Med personoplysninger: { $documents }, med følsomme oplysninger om en person: { $sensitive }, personer (talt pr. dokument): { $persons }
human-controller = Filer: { $files }, med personoplysninger: { $documents }, med følsomme oplysninger om en person: { $sensitive }
human-excluded = Udeladt efter mønster: { $patterns }
human-method = sporhund { $program }, isolering { $isolation }, færdig { $finished }

## One file explained

explain-file = Format { $format }, { $size }, vurderet som: { $kind }
explain-the-file = filen
explain-reading = Sådan blev filen læst
explain-findings = Det, der blev fundet
explain-no-findings = Intet blev fundet.
explain-finding = { $rule }: { $masked } – { $place } – sikkerhed { $share }
explain-stands-for = står for { $n } steder
explain-further = og { $n } mere
explain-assessment = Hvad filen indeholder som helhed
explain-level = Beskyttelse: { $level }. Personer angivet med nummer: { $persons }
explain-sensitive =
    { $category } om en person, { $n ->
        [one] 1 sted
       *[other] { $n } steder
    }, sikkerhed { $share }
explain-risk = Risiko { $score } af 100, som består af:
explain-verdict = Må filen blive liggende?
explain-no-verdict = Den er ikke vurderet efter nogen plan.
explain-row = Række { $number } i planen »{ $plan }«: { $row }
explain-phrase = Planen siger: »{ $phrase }«
explain-trigger = Fristen regnes fra: { $trigger }
explain-dossier = Hører til sagen { $dossier }; fristen regnes for hele sagen
explain-standing = Hvad den er: { $standing }
explain-identical = Den journaliserede fil med samme indhold: { $path } (rod { $root })
standing-registered-record = journaliseret dokument
standing-record = dokument
standing-copy = kopi
standing-working-paper = arbejdsdokument
standing-private = privat
standing-unknown = ukendt
worklist-sheet-groups = Grupper
worklist-sheet-files = Filer
worklist-sheet-decisions = Beslutninger
worklist-decision = Beslutning
worklist-note = Bemærkning
worklist-verdict = Vurdering
worklist-due = Fristen udløb eller udløber
worklist-controller = Myndighed
worklist-unit = Enhed
worklist-place = Mappe eller sag
worklist-path = Sti
worklist-dossier = Sag
worklist-standing = Hvad den er
worklist-class-code = Klassifikation
worklist-document-type = Dokumenttype
worklist-first-year = Fra år
worklist-last-year = Til år
worklist-files = Filer
worklist-size = Byte
worklist-medium = Format
worklist-phrase = Planens frist
worklist-plan = Støttes på
worklist-plan-row = { $plan }, række { $row }
worklist-date = Dato
worklist-date-source = Hvad datoen er
worklist-persons = Personer
worklist-level = Niveau
worklist-reasons = Hvorfor
worklist-exceptions = Undtagelser og slettestop
worklist-identical = Journaliseret fil med samme indhold
worklist-identical-elsewhere = en journaliseret fil hos en anden myndighed
worklist-left-out = Yderligere { $n } filer er udeladt af listen.
worklist-groups-left-out = Yderligere { $n } filer hører til grupper, der er udeladt af listen.
decision-delete = slet
decision-register-then-delete = journalisér, slet derefter
decision-de-identify = anonymisér
decision-deliver = aflever til arkivet
decision-preserve = bevar
decision-restrict = begræns adgang
decision-keep-until = behold til, med begrundelse
decision-hold = slettestop
decision-not-mine = ikke min
decision-wrong-link = forkert række i planen
decision-false-alarm = falsk alarm
decision-handled = allerede håndteret
decision-why-delete = Filerne må slettes. Intet slettes, før nogen har attesteret listen til det.
decision-why-register-then-delete = De hører til i sagssystemet; kopierne her slettes bagefter.
decision-why-de-identify = De beholdes uden det, der peger på en person.
decision-why-deliver = De afleveres til arkivet og slettes først derefter her.
decision-why-preserve = De bevares for altid.
decision-why-restrict = De bliver liggende, for færre personer.
decision-why-keep-until = De bliver liggende til en dag; skriv dagen og grunden i bemærkningen.
decision-why-hold = De må ikke røres; skriv hvorfor i bemærkningen.
decision-why-not-mine = En anden har ansvaret for dem.
decision-why-wrong-link = De er af en anden type; skriv hvilken i bemærkningen.
decision-why-false-alarm = Det, der blev fundet i dem, er ikke noget.
decision-why-handled = Det er gjort.
explain-obligation = At gøre: { $obligation } – { $state } – { $date }
explain-dates = Kendte datoer:
explain-no-dates = Ingen dato er kendt.
explain-chosen = { " " }← afgjorde
explain-exceptions = Bevares på grund af:
explain-candidates = Rækker, der kan passe, bedste først:
explain-candidate = række { $number } i »{ $plan }«: { $row } ({ $share })

## The page

skip-to-content = Gå til indholdet
contents = Indhold
several-controllers = { $n } dataansvarlige
fact-scanned = Gennemsøgt
fact-today = Vurderet pr.
fact-plan = Plan for opbevaring og sletning
no-plan = ingen angivet
lede = { $documents } af { $read } læste filer indeholder personoplysninger, heraf { $sensitive } følsomme oplysninger om en person. I alt blev der fundet { $files } filer; { $share } af dem kunne læses.
of-read = { $share } af de læste
of-files = { $share } af filerne
of-dossier = sag { $dossier }
tile-files = Filer fundet
tile-read = Filer læst
tile-with-data = Med personoplysninger
tile-sensitive = Med følsomme oplysninger om en person
tile-persons = Personer angivet med nummer
tile-persons-detail = talt pr. dokument
tile-past = Hvis frist er udløbet
tile-possibly = og { $n } muligvis
partly-covered-note = Det, der ikke blev nået, kan indeholde hvad som helst. Filer i mapper, der ikke kunne åbnes, er ikke talt med.
nothing-found = Der blev ikke fundet personoplysninger i det læste.
show-numbers = Vis tallene
heading-short = Kort fortalt
heading-found = Hvad der blev fundet
heading-units = Dokumenter med personoplysninger pr. enhed
heading-retention = Må filerne blive liggende?
heading-ageing = Dokumenter med personoplysninger pr. år
heading-groups = Grupperne og hvorfor
heading-controllers = Hver dataansvarlig
heading-coverage = Hvad der blev læst og ikke læst
heading-outcomes = Filer efter hvordan læsningen gik
heading-roots = Gennemsøgte steder
heading-members = Dele af filer, der ikke kunne læses (bilag, filer i arkivfiler)
heading-remarks = Bemærkninger om filer, der blev læst
heading-formats = Filer pr. format
heading-method = Sådan blev det gjort
heading-excluded = Udeladt med vilje
heading-notes = Bemærkninger fra gennemsøgningen
heading-reading = Sådan læses tallene
other-units = Øvrige enheder
legend-due = fristen er udløbet eller bør ryddes op
legend-rest = øvrige
column-category = Type af personoplysning
column-documents = Dokumenter
column-unit = Enhed
column-year = År
column-due = Fristen er udløbet eller bør ryddes op
column-rule = Regel
column-places = Steder
column-risk = Risiko
column-document = Dokument
column-level = Beskyttelse
column-persons = Personer
column-contents = Indhold
column-verdict = Ifølge planen
column-date = Dato
column-row = Række i planen
column-root = Sted
column-covered = Dækket
column-reached = Nåede filer
column-met = Fundne filer
column-read = Læste filer
column-unlisted = Mapper, der ikke kunne åbnes
column-reason = Årsag
column-files = Filer
column-size = Størrelse
column-folders = Hvor
column-remark = Bemærkning
word-files = filer
word-with-data = med personoplysninger
why = Hvorfor
no-verdicts = Ingen fil er vurderet.
about-worst = Ordnet efter, hvor stor skade de kan gøre: hvad de indeholder, om hvor mange, og hvem der kan læse dem. Numre, e-mailadresser og navne i stier er maskeret.
about-overdue = Dem, hvis frist udløb for længst tid siden. Intet er slettet; hver fil skal kontrolleres og besluttes.
about-coverage = En fil, der ikke kunne læses, kan indeholde personoplysninger. De er alle opgjort her efter årsag.
method-program = Program
method-rules = Regler (kontrolsum)
method-isolation = Isolering af læseprocesserne
method-started = Startet
method-finished = Færdig
method-not-finished = afbrudt
method-scan = Gennemsøgning nr.
reading-masked = Ingen værdi vises i klartekst, og heller ikke navne på filer, hvor noget er fundet i navnet.
reading-sensitive = Et følsomt ord tæller kun, når det står tæt på en identificeret person.
reading-persons = En person, der er nævnt i ti dokumenter, tæller her ti gange.
reading-overdue = »Skulle være slettet« siges kun, når regel, kobling til planen, sag og dato alle er kendt, aldrig ud fra filserverens dato alene.
reading-risk = Risikoen ordner dokumenterne, fra 0 til 100. Den er ikke en sandsynlighed.
reading-backups = Sikkerhedskopier og det, der ligger uden for de gennemsøgte steder, indgår ikke i rapporten.

## Hvorfor en vurdering står

reason-dossier-newer = En fil i samme sag er nyere end fristens udløb.
reason-link-mapping = Organisationens egen kortlægning angiver rækken.
reason-registered-case = Sagen findes i sagssystemet.
reason-case-open = Sagen er stadig åben i sagssystemet.
reason-superseded = Der findes en nyere levering i samme serie.
reason-never-disposed = Planen sletter aldrig denne art ({ $kind }).
reason-plan-not-in-force = Planen { $plan } gælder ikke denne dag, og ingen anden version er angivet.
reason-link-weak = Navnene passer kun delvis til rækken.
reason-identical-registered = En journaliseret fil har samme indhold.
reason-identical-elsewhere = { $files ->
    [one] En anden fil har
   *[other] { $files } andre filer har
 } samme indhold.
reason-series = En af { $files } leverancer i en serie, fra { $first } til { $last }.
reason-series-deleted-yearly = Af serien er intet ældre end sidste år tilbage.
reason-series-not-deleted = Leverancer fra tidligere år end det forrige er ikke slettet.
reason-series-columns = Alle leverancer har de samme overskrifter.
reason-series-outside = Leverancerne går tilbage til { $first }; planen tillader fra { $permitted }.
reason-period-runs = Planens frist løber stadig.

## Planer, der ikke kan læses

error-plan-line = Linje { $line } er intet JSON-objekt.

## History

heading-history = Over tid
about-history = Hvad gennemsøgningerne har fundet, en efter en. Linjen begynder ved nul.
column-scan = Gennemsøgning
column-change = Ændring
figure-changes = Siden forrige gennemsøgning
figure-unit-trends = Dokumenter med personoplysninger pr. enhed, siden forrige gennemsøgning
figure-category-trends = Dokumenter pr. slags personoplysninger, siden forrige gennemsøgning
change-new = Nye
change-gone = Væk
change-changed = Ændrede
change-moved = Flyttede eller omdøbte
measure-files = Filer
measure-bytes = Byte
measure-read = Læste filer
measure-with-data = Dokumenter med personoplysninger
measure-sensitive = Dokumenter med følsomme oplysninger
measure-persons = Personer nævnt med nummer
measure-findings = Fund
measure-overdue = Overskredne dokumenter
measure-failed = Filer, der ikke kunne læses
measure-not-reached = Filer, som ingen kørsel er nået til
history-empty = Der er ingen gennemsøgning i lageret.
history-whole = kørte til ende
history-stopped = sluttede, før alt var læst
history-broken = blev afbrudt
diff-heading = Fra gennemsøgning { $from } ({ $fromtime }) til { $to } ({ $totime })
diff-units = Dokumenter med personoplysninger, pr. enhed
diff-categories = Dokumenter, pr. kategori
diff-none = Ingen fil er anderledes.
