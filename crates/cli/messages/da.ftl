# Hvad programmet siger på kommandolinjen, på dansk: hjælpen efter kommando og flag, derefter hver kommandos sætninger.

help = Finder personoplysninger i filer og fortæller, om de må blive liggende. Programmet foreslår og sletter aldrig.
help-language = Sprog for hjælp, rapporter og meddelelser: en, sv eller da [standard: systemets, ellers en]
help-color = Om teksten farves: auto, always eller never
help-examples =
    Eksempler:
      sporhund demo                                   et opdigtet fildrev, gennemsøgt og kontrolleret
      sporhund scan /srv/share/Borger                 hvad der ligger på et fildrev
      sporhund scan /srv/share/Borger --plan sletteplan.csv --report borger.html
      sporhund explain /srv/share/Borger/2019/afgørelse.docx

help-usage = Brug:
help-heading-arguments = Argumenter
help-heading-options = Flag
help-heading-commands = Kommandoer
help-help = Viser denne hjælp; for en kommando: `sporhund help KOMMANDO`
help-version = Viser versionen
help-heading-retention = Plan
help-heading-output = Uddata
help-heading-detection = Hvad der søges efter
help-heading-state = Hvad der gemmes
help-heading-limits = Grænser

help-scan = Gennemsøger mapper og filer
help-scan-examples =
    Eksempler:
      sporhund scan /srv/share/Borger
      sporhund scan /srv/share/Borger --plan sletteplan.csv --report borger.html --store borger.sqlite
      sporhund scan /srv/share/Borger --format jsonl -o borger.jsonl
      sporhund scan --config sporhund.toml --fail-on sensitive

    Slutkoder: 0 færdig; 1 noget på niveauet --fail-on eller højere; 2 et sted, der ikke kunne læses, intet læst, en afbrudt gennemsøgning eller for mange filer, der mislykkedes.
help-scan-paths = Mapper eller filer, der gennemsøges; uden nogen tages stederne i --config
help-scan-config = Indstillinger med flagenes navne, og steder; `sporhund config init` skriver en
help-scan-exclude = Udelader filer og mapper efter mønsteret (uden `/`: et navn; med `/`: en sti); kan gentages
help-scan-plan = Plan for opbevaring og sletning, der vurderes efter (xlsx, csv); den første går forud for de øvrige
help-scan-today = Dagen, som vurderingerne gælder, som ÅÅÅÅ-MM-DD [standard: i dag]
help-scan-hold = Filer efter mønsteret må ikke slettes (retlig spærring); kan gentages
help-scan-mapping = Mapper og filer, der hører til rækker i planen, som TOML eller tabel (glob, række, nævn, dato, spærring)
help-scan-cases = Sager fra sagssystemet som tabel: nummer, klasse, åbnet, afsluttet, arkiveret
help-scan-format = Hvordan resultatet skrives: human eller jsonl [standard: human]
help-scan-output = Skriver resultatet til filen i stedet for til standard ud
help-scan-report = Skriver en HTML-rapport; med flere dataansvarlige også en til hver
help-scan-worklist = Skriver arbejdslisten (xlsx eller csv); med flere dataansvarlige, en for hver
help-scan-occurrences = Hvilke fund der skrives: samples (25 pr. regel i en fil) eller all [standard: samples; all med --show-values]
help-scan-show-values = Skriver værdier i klartekst; læser alle filer igen og gemmer intet
help-scan-fail-on = Slutter med 1, når noget på niveauet eller højere ligger der: ordinary, confidential, sensitive, crime eller protected
help-scan-max-failed-share = Slutter med 2, når en større andel af filerne mislykkedes, 0 til 1 [standard: 0.05]
help-scan-only = Kun disse regler, med komma imellem
help-scan-rules = Tilføjer reglerne i mappen; kan gentages
help-scan-min-confidence = Udelader det, der er mindre sikkert, 0 til 1 [standard: 0.5]
help-scan-store = Hvor resultater gemmes, så den næste gennemsøgning kun læser det ændrede [standard: en fil i din mappe til programdata]
help-scan-no-store = Gemmer intet
help-scan-key = Fingeraftrykkenes nøgle [standard: en fil i din mappe til indstillinger]
help-scan-threads = Tråde, hver med en læseproces [standard: en pr. processor]
help-scan-memory = Hukommelse til programmet og dets læseprocesser tilsammen [standard: 1GiB]
help-scan-timeout = Sekunder til en fil [standard: 60]
help-scan-max-bytes-out = Tekst og udpakkede dele af en fil tilsammen [standard: 4GiB]
help-scan-max-member-size = En udpakket del [standard: 1GiB]
help-scan-max-depth = Arkivfiler i arkivfiler [standard: 8]
help-scan-max-members = Dele af en fil [standard: 100000]
help-scan-max-ratio = Udpakket størrelse mod pakket af en del [standard: 1000]

help-demo = Skriver et opdigtet kommunalt fildrev, gennemsøger det og kontrollerer sig mod facit
help-demo-dir = Mappen, der skrives til
help-demo-threads = Tråde [standard: en pr. processor]
help-demo-list = Viser alle tal i kontrollen
help-demo-verdicts = Skriver i stedet det fildrev, hvor hver vurdering er kendt, og måler koblinger og vurderinger
help-demo-examples =
    Eksempler:
      sporhund demo
      sporhund demo /tmp/demo --list

help-rules = Regler: hvad der søges efter, og om det holder
help-rules-check = Prøver regler mod deres egne eksempler
help-rules-check-dirs = Mapper med egne regler, prøvet sammen med programmets
help-rules-list = Viser reglerne
help-rules-show = Viser en regel med eksempler og kilder
help-rules-show-id = Reglen, såsom dk.cpr
help-rules-test = Viser, hvad reglerne finder i en tekst, med værdier og grunde
help-rules-test-text = Teksten
help-rules-test-file = En fil med teksten
help-rules-list-rules = Tilføjer reglerne i mappen
help-rules-show-rules = Tilføjer reglerne i mappen
help-rules-test-rules = Tilføjer reglerne i mappen
help-rules-examples =
    Eksempler:
      sporhund rules list
      sporhund rules show dk.cpr
      sporhund rules test --text "CPR-nr.: 070761-4285"
      sporhund rules check mine-regler/

help-plan = Planer for opbevaring og sletning
help-plan-check = Viser, hvad der forstås af en plan
help-plan-check-file = Planen (xlsx, csv eller et dokument med tabeller)
help-plan-check-format = human; csv eller jsonl: planen i normalform, der kan rettes og læses ind igen
help-plan-explain = Viser, hvad en frase om opbevaring betyder
help-plan-explain-phrase = Frasen; `-` læser fraser fra standard ind, en pr. linje
help-plan-explain-format = human eller jsonl
help-plan-link = Viser, hvilke rækker i planen filer kobles til, og hvorfor; læser ingen fil
help-plan-link-paths = Filer eller mapper; dem, der aldrig er gennemsøgt, kobles efter deres navne
help-plan-link-format = human eller jsonl
help-plan-suggest = Foreslår linjer til koblingsfilen for de mapper, der har flest filer uden kobling til planen
help-plan-suggest-limit = Højst så mange linjer [standard: 40]
help-plan-link-plan = Planen, der vurderes efter; den først angivne går forud for de andre
help-plan-link-mapping = Mapper og filer, der hører til rækker i planen, som TOML eller en tabel (glob, row, board, date, hold)
help-plan-link-cases = Sager fra sagssystemet som en tabel: nummer, klasse, åbnet, afsluttet, arkiveret
help-plan-link-hold = Filer efter dette mønster har slettestop; kan gentages
help-plan-link-today = Dagen, vurderingerne gælder, som ÅÅÅÅ-MM-DD [standard: i dag]
help-plan-link-store = Lageret fra den seneste gennemsøgning [standard: en fil i din tilstandsmappe]
help-plan-link-config = Gennemsøgningens indstillinger
help-plan-suggest-plan = Planen, der vurderes efter; den først angivne går forud for de andre
help-plan-suggest-mapping = Mapper og filer, der hører til rækker i planen, som TOML eller en tabel (glob, row, board, date, hold)
help-plan-suggest-cases = Sager fra sagssystemet som en tabel: nummer, klasse, åbnet, afsluttet, arkiveret
help-plan-suggest-hold = Filer efter dette mønster har slettestop; kan gentages
help-plan-suggest-today = Dagen, vurderingerne gælder, som ÅÅÅÅ-MM-DD [standard: i dag]
help-plan-suggest-store = Lageret fra den seneste gennemsøgning [standard: en fil i din tilstandsmappe]
help-plan-suggest-config = Gennemsøgningens indstillinger
help-judge-plan = Planen, der vurderes efter; den først angivne går forud for de andre
help-judge-mapping = Mapper og filer, der hører til rækker i planen, som TOML eller en tabel (glob, row, board, date, hold)
help-judge-cases = Sager fra sagssystemet som en tabel: nummer, klasse, åbnet, afsluttet, arkiveret
help-judge-hold = Filer efter dette mønster har slettestop; kan gentages
help-judge-today = Dagen, vurderingerne gælder, som ÅÅÅÅ-MM-DD [standard: i dag]
help-judge-store = Lageret fra den seneste gennemsøgning [standard: en fil i din tilstandsmappe]
help-judge-config = Gennemsøgningens indstillinger
help-judge = Vurderer det, den seneste gennemsøgning gemte, efter andre planer eller for en anden dag; læser ingen fil
help-judge-format = Hvordan resultater skrives: human eller jsonl [standard: human]
help-judge-output = Skriver resultater til denne fil i stedet for standard output
help-judge-report = Skriver en HTML-rapport; med flere dataansvarlige, en til for hver
help-judge-worklist = Skriver arbejdslisten (xlsx eller csv); med flere dataansvarlige, en for hver
help-judge-examples = 
    Eksempler:
      sporhund judge --plan ny.xlsx
      sporhund judge --plan ny.xlsx --store von.sqlite --worklist von.xlsx
help-plan-examples =
    Eksempler:
      sporhund plan check sletteplan.csv
      sporhund plan explain "Slettes 5 år efter sagens afslutning"

help-explain = Forklarer, hvorfor en fil har disse fund og denne vurdering
help-explain-path = Filen
help-explain-store = Resultaterne fra den seneste gennemsøgning; findes filen ikke der, gennemsøges den alene
help-explain-config = Gennemsøgningens indstillinger
help-explain-plan = Vurderer efter planen; filen gennemsøges alene
help-explain-examples =
    Eksempler:
      sporhund explain /srv/share/Borger/2019/afgørelse.docx
      sporhund explain afgørelse.docx --plan sletteplan.csv

help-config = Indstillingsfilen
help-config-init = Skriver en kommenteret indstillingsfil med alle indstillinger
help-config-examples =
    Eksempel:
      sporhund config init > sporhund.toml

cli-error = fejl
progress-line = { $files } filer, { $size } ({ $rate }/s), { $findings } fund
progress-left = , omkring { $time } tilbage
scan-done = { $files } filer: { $read } læst ({ $size }), { $unchanged } uændret siden den forrige gennemsøgning
scan-report = Rapport: { $path }
scan-worklist = Arbejdsliste: { $path }
judge-no-store = Der er ingen gemt gennemsøgning i { $path }.
judge-nothing-kept = Indstillingerne gemmer ingen resultater, så der er intet at vurdere.
link-none = ingen række i planen passer
link-weak = for lidt til en kobling; nærmest ligger
link-candidate = { $share }: { $code } { $type } (række { $number } i { $plan })
suggest-head = Linjer til koblingsfilen (--mapping). Se på hver række, før du overtager den.
suggest-none = Hver fil er koblet til en række.
suggest-files = { $n -> 
    [one] En fil
   *[other] { $n } filer
 }
suggest-nearest = Nærmest, med { $share } i snit: { $type } ({ $plan })
scan-stopped = Gennemsøgningen blev afbrudt. Det, der var fundet til da, er med; resten er markeret som ikke nået.
error-root = Ikke gennemsøgt: { $why }

demo-written =
    Skrev { $files } filer til { $path }, med { $planted } plantede værdier og { $verdicts } kendte vurderinger.
demo-check =
    Kontrol mod facit: { $found } af { $planted } plantede værdier fundet, { $false } falske; { $right } af { $verdicts } vurderinger rigtige.
demo-files =
    Rapport:      { $report }
    JSON-linjer:  { $jsonl }
    Resultatfil:  { $store }

rules-checked = { $rules } regler, { $examples } eksempler: { $failures } fejl
config-top =
    Indstillinger til sporhund. Hver har navnet på et flag til `sporhund scan`; et flag går forud for filen. Stier regnes
    fra filens mappe. Fjern # foran det, der skal gælde.
config-root = Steder, en blok hver: navn (beholdes, når drevet tilsluttes et andet sted), sti, hvad man kan klikke på, dataansvarlig, enhed.
config-except = Hvad der aldrig er et fund: numre, maildomæner med officielle adresser, ord; og tærskler for enkelte regler.

plan-read = { $plan }: { $rows } regler, overskrifter i række { $header }
plan-headings = Overskrifter og hvad de tages for
plan-levels = Regler efter klassifikationens niveauer
plan-phrases = { $n } fraser og hvad de betyder
plan-needs-human = { $n } rækker, som nogen må afgøre
plan-without-phrase = { $n } rækker uden beslutning eller frist
plan-unknown = { $n } fraser, der ikke forstås
plan-role-class-code = klassifikation
plan-role-document-type = dokumenttype
plan-role-decision = bevares eller kasseres
plan-role-preserve = hvad der bevares
plan-role-dispose = hvad der kasseres
plan-role-time-limit = slettefrist
plan-role-delivery = aflevering til arkivet
plan-role-storage = opbevaring
plan-role-order = ordning og medie
plan-role-registration = journalisering
plan-role-legal-basis = lovgrundlag
plan-role-secrecy = aktindsigt
plan-role-responsible = ansvarlig
plan-role-remark = bemærkning
plan-action-preserve = bevares
plan-action-dispose = slettes
plan-action-deliver = afleveres til arkivet
plan-action-when-no-longer-needed = slettes, når der ikke er brug for det
plan-action-review = vurderes igen
plan-action-unknown = forstås ikke
plan-bound-at-most = senest efter
plan-bound-exact = efter
plan-bound-at-least = tidligst efter
plan-after = regnet fra: { $trigger }
plan-duty-may = må, skal ikke
plan-to-settle = nogen må afgøre det

## Operations

help-heading-operations = Drift
help-scan-profile = Indstillinger i denne profil i --config-filen; de går forud for resten
help-scan-changes = Skriver, hvad der er anderledes end ved forrige gennemsøgning: filer, der er nye, væk, ændrede eller flyttede
help-scan-log-format = Hvad der skrives til standard error: text for mennesker eller json for maskiner, et objekt pr. linje [standard: text]
help-scan-metrics = Skriver kørslens tal til Prometheus (textfile collector)
help-scan-window = Kører kun mellan disse klokkeslæt, også over midnat; resten venter til næste kørsel
help-scan-stop-at = Læser intet mere fra dette klokkeslæt; resten venter til næste kørsel
help-scan-stop-after = Læser intet mere efter så mange minutter
help-scan-nice = Lader andre programmer gå forud: 0 til 19 [standard: 0]
help-scan-max-files-per-second = Læser højst så mange filer i sekundet fra hver rod [standard: ingen grænse]
help-scan-max-bytes-per-second = Læser højst så meget i sekundet fra hver rod, for eksempel 20MiB [standard: ingen grænse]
help-scan-root-timeout = Sekunder uden livstegn, hvorefter en rod opgives [standard: 60]
help-scan-accept-loss = Denne rod, efter navn eller sti, må have mistet filer eller være et andet filsystem; kan gentages
help-store = Pleje af det, der gemmes
help-store-check = Fortæller, om et lager er helt
help-store-vacuum = Giver ledig plads tilbage til systemet
help-store-backup = Kopierer et lager, også under en gennemsøgning; nøglen følger ikke med
help-store-backup-to = Kopien; filen må ikke findes
help-store-purge = Fjerner det, der var væk, og gennemsøgninger før et tidspunkt, og overskriver det
help-store-purge-older-than = Hvor længe siden, for eksempel 400d, 24m eller 2y
help-store-rekey = Fører alle fingeraftryk over til en ny nøgle; ingen fil læses igen
help-store-dump = Skriver alt, hvad et lager siger, sorteret: to lagre, der siger det samme, giver samme udskrift
help-store-examples =
    Eksempler:
      sporhund store check
      sporhund store backup /backup/sporhund-2026-11-24.sqlite --store /var/lib/sporhund/store.sqlite
      sporhund store purge --older-than 400d --config sporhund.toml
help-history = Viser gennemsøgningerne i et lager med deres tal
help-diff = Fortæller, hvad der skiller to gennemsøgninger: tal, enheder, kategorier og filer, der er nye, væk, ændrede eller flyttede
help-diff-from = Den tidligere gennemsøgnings nummer [standard: den næstsidste]
help-diff-to = Den senere gennemsøgning [standard: den sidste]
help-schedule = Lader systemet køre en gennemsøgning hver nat
help-schedule-print = Viser, hvad der ville blive installeret
help-schedule-install = Skriver filerne og fortæller, hvordan de slås til
help-schedule-install-dir = Skriver dem i denne mappe [standard: /etc/systemd/system, /etc/cron.d eller her]
help-kind = systemd (tjeneste og timer), cron eller windows (Opgavestyring) [standard: systemets egen]
help-at = Hvornår den begynder [standard: vinduets begyndelse, ellers 20:00]
help-user = Kontoen, den kører som [standard: sporhund]
help-schedule-examples =
    Eksempler:
      sporhund schedule print --config /etc/sporhund/sporhund.toml --profile nightly
      sporhund schedule install --kind cron --config /etc/sporhund/sporhund.toml --at 21:30
scan-stop-time = Kørslens tid er gået. Det, der ikke blev nået, fremgår og kommer næste gang.
warning-far-less = LANGT MINDRE LÆST END SIDST: { $now } filer, sidst { $before }. Se efter, om alle steder er der.
notify-failed = Ingen kunne underrettes om kørslen: { $why }
mail-subject-done = sporhund på { $host }: { $files } filer, færdig
mail-subject-trouble = sporhund på { $host }: IKKE SOM DET SKAL VÆRE, { $files } filer
mail-end = Kun antal: ingen sti, intet navn og ingen værdi forlader maskinen med e-post. Rapporten ligger, hvor konfigurationen siger.
store-whole = Lageret er helt.
store-damaged = Beskadiget: { $what }
store-orphans = { $rows } rækker i tabellen { $table } hører ikke til noget
store-unreadable = En række kan ikke læses: { $what }
store-other-key = Nøglen er en anden end lagerets
store-vacuumed = { $before } før, { $after } nu
store-backed-up = Kopieret til { $path }, uden nøglen
store-purged = Fjernet: { $files } filer, der var væk, { $scans } gennemsøgninger
store-rekeyed = Den nye nøgle er i { $path }; den forrige åbner ikke noget mere
schedule-written = Skrev { $path }
schedule-next = Slå til: { $command }
config-mail = Hvordan kørslens slutning meddeles: kun antal. tls er starttls, tls eller none; when er always eller trouble.
config-profile = Profiler: hvilke som helst af indstillingerne ovenfor igen, til --profile NAVN; roots vælger blandt rødderne efter navn.
help-store-check-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-store-check-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-store-check-config = Gennemsøgningens indstillinger
help-store-check-profile = En profil i indstillingerne
help-store-vacuum-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-store-vacuum-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-store-vacuum-config = Gennemsøgningens indstillinger
help-store-vacuum-profile = En profil i indstillingerne
help-store-backup-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-store-backup-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-store-backup-config = Gennemsøgningens indstillinger
help-store-backup-profile = En profil i indstillingerne
help-store-purge-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-store-purge-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-store-purge-config = Gennemsøgningens indstillinger
help-store-purge-profile = En profil i indstillingerne
help-store-rekey-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-store-rekey-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-store-rekey-config = Gennemsøgningens indstillinger
help-store-rekey-profile = En profil i indstillingerne
help-store-dump-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-store-dump-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-store-dump-config = Gennemsøgningens indstillinger
help-store-dump-profile = En profil i indstillingerne
help-history-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-history-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-history-config = Gennemsøgningens indstillinger
help-history-profile = En profil i indstillingerne
help-diff-store = Lageret [standard: konfigurationens, ellers en fil i din tilstandsmappe]
help-diff-key = Dets nøgle [standard: konfigurationens, ellers en fil i din konfigurationsmappe]
help-diff-config = Gennemsøgningens indstillinger
help-diff-profile = En profil i indstillingerne
help-history-format = human eller jsonl
help-diff-format = human eller jsonl
help-schedule-print-config = Gennemsøgningens indstillinger
help-schedule-print-profile = En profil i indstillingerne
help-schedule-install-config = Gennemsøgningens indstillinger
help-schedule-install-profile = En profil i indstillingerne
