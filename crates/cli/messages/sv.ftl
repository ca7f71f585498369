# Vad programmet säger på kommandoraden, på svenska: hjälpen efter kommando och flagga, sedan varje kommandos meningar.

help = Hittar personuppgifter i filer och talar om ifall de får ligga kvar. Programmet föreslår och raderar aldrig.
help-language = Språk för hjälp, rapporter och meddelanden: en, sv eller da [förval: systemets, annars en]
help-color = Om texten färgas: auto, always eller never
help-examples =
    Exempel:
      sporhund demo                                   en påhittad filyta, genomsökt och kontrollerad
      sporhund scan /srv/share/VON                    vad som ligger på en filyta
      sporhund scan /srv/share/VON --plan plan.xlsx --report von.html
      sporhund explain /srv/share/VON/2019/beslut.docx

help-usage = Användning:
help-heading-arguments = Argument
help-heading-options = Flaggor
help-heading-commands = Kommandon
help-help = Visar den här hjälpen; för ett kommando: `sporhund help KOMMANDO`
help-version = Visar versionen
help-heading-retention = Plan
help-heading-output = Utdata
help-heading-detection = Vad som eftersöks
help-heading-state = Vad som sparas
help-heading-limits = Gränser

help-scan = Genomsöker mappar och filer
help-scan-examples =
    Exempel:
      sporhund scan /srv/share/VON
      sporhund scan /srv/share/VON --plan plan.xlsx --report von.html --store von.sqlite
      sporhund scan /srv/share/VON --format jsonl -o von.jsonl
      sporhund scan --config sporhund.toml --fail-on sensitive

    Slutkoder: 0 klart; 1 något på nivån --fail-on eller högre; 2 en plats som inte kunde läsas, ingenting läst alls, en avbruten genomsökning eller för många filer som misslyckades.
help-scan-paths = Mappar eller filer att genomsöka; utan några tas platserna i --config
help-scan-config = Inställningar med flaggornas namn, och platser; `sporhund config init` skriver en
help-scan-exclude = Utelämnar filer och mappar efter mönstret (utan `/`: ett namn; med `/`: en sökväg); kan upprepas
help-scan-plan = Dokumenthanteringsplan att bedöma efter (xlsx, csv); den första går före de övriga
help-scan-today = Dagen som bedömningarna gäller, som ÅÅÅÅ-MM-DD [förval: i dag]
help-scan-hold = Filer efter mönstret får inte gallras (rättslig spärr); kan upprepas
help-scan-mapping = Mappar och filer som hör till rader i planen, som TOML eller tabell (glob, rad, nämnd, datum, spärr)
help-scan-cases = Ärenden ur ärendesystemet som tabell: nummer, klass, öppnat, avslutat, arkiverat
help-scan-format = Hur resultatet skrivs: human eller jsonl [förval: human]
help-scan-output = Skriver resultatet till filen i stället för till standard ut
help-scan-report = Skriver en HTML-rapport; med flera personuppgiftsansvariga även en för var och en
help-scan-worklist = Skriver arbetslistan (xlsx eller csv); med flera personuppgiftsansvariga, en för var och en
help-scan-occurrences = Vilka fynd som skrivs: samples (25 per regel i en fil) eller all [förval: samples; all med --show-values]
help-scan-show-values = Skriver värden i klartext; läser alla filer på nytt och sparar ingenting
help-scan-fail-on = Slutar med 1 när något på nivån eller högre ligger där: ordinary, confidential, sensitive, crime eller protected
help-scan-max-failed-share = Slutar med 2 när en större andel av filerna misslyckades, 0 till 1 [förval: 0.05]
help-scan-only = Bara dessa regler, med komma emellan
help-scan-rules = Lägger till reglerna i mappen; kan upprepas
help-scan-min-confidence = Utelämnar det som är mindre säkert, 0 till 1 [förval: 0.5]
help-scan-store = Var resultat sparas, så att nästa genomsökning bara läser det som ändrats [förval: en fil i din mapp för programdata]
help-scan-no-store = Sparar ingenting
help-scan-key = Fingeravtryckens nyckel [förval: en fil i din mapp för inställningar]
help-scan-threads = Trådar, var och en med en läsprocess [förval: en per processor]
help-scan-memory = Minne för programmet och dess läsprocesser tillsammans [förval: 1GiB]
help-scan-timeout = Sekunder för en fil [förval: 60]
help-scan-max-bytes-out = Text och uppackade delar av en fil tillsammans [förval: 4GiB]
help-scan-max-member-size = En uppackad del [förval: 1GiB]
help-scan-max-depth = Arkivfiler i arkivfiler [förval: 8]
help-scan-max-members = Delar av en fil [förval: 100000]
help-scan-max-ratio = Uppackad storlek mot packad av en del [förval: 1000]

help-demo = Skriver en påhittad kommunal filyta, genomsöker den och kontrollerar sig mot facit
help-demo-dir = Mappen att skriva till
help-demo-threads = Trådar [förval: en per processor]
help-demo-list = Visar alla siffror i kontrollen
help-demo-verdicts = Skriver i stället den filyta där varje bedömning är känd, och mäter kopplingar och bedömningar
help-demo-examples =
    Exempel:
      sporhund demo
      sporhund demo /tmp/demo --list

help-rules = Regler: vad som eftersöks, och om det håller
help-rules-check = Prövar regler mot deras egna exempel
help-rules-check-dirs = Mappar med egna regler, prövade tillsammans med programmets
help-rules-list = Listar reglerna
help-rules-show = Visar en regel med exempel och källor
help-rules-show-id = Regeln, såsom se.personnummer
help-rules-test = Visar vad reglerna hittar i en text, med värden och skäl
help-rules-test-text = Texten
help-rules-test-file = En fil med texten
help-rules-list-rules = Lägger till reglerna i mappen
help-rules-show-rules = Lägger till reglerna i mappen
help-rules-test-rules = Lägger till reglerna i mappen
help-rules-examples =
    Exempel:
      sporhund rules list
      sporhund rules show dk.cpr
      sporhund rules test --text "Personnummer: 811218-9876"
      sporhund rules check mina-regler/

help-plan = Dokumenthanteringsplaner
help-plan-check = Visar vad som förstås av en plan
help-plan-check-file = Planen (xlsx, csv eller ett dokument med tabeller)
help-plan-check-format = human; csv eller jsonl: planen i normalform, att rätta och läsa in igen
help-plan-explain = Visar vad en gallringsfras betyder
help-plan-explain-phrase = Frasen; `-` läser fraser från standard in, en per rad
help-plan-explain-format = human eller jsonl
help-plan-link = Visar vilka rader i planen filer kopplas till, och varför; läser ingen fil
help-plan-link-paths = Filer eller mappar; de som aldrig har genomsökts kopplas efter sina namn
help-plan-link-format = human eller jsonl
help-plan-suggest = Föreslår mappningsrader för de mappar som har flest filer utan koppling till planen
help-plan-suggest-limit = Högst så många rader [förval: 40]
help-plan-link-plan = Planen att bedöma efter; den först angivna går före de andra
help-plan-link-mapping = Mappar och filer som hör till rader i planen, som TOML eller en tabell (glob, row, board, date, hold)
help-plan-link-cases = Ärenden ur ärendehanteringssystemet som en tabell: nummer, klass, öppnat, avslutat, arkiverat
help-plan-link-hold = Filer enligt detta mönster har gallringsstopp; får upprepas
help-plan-link-today = Dagen som bedömningarna gäller, som ÅÅÅÅ-MM-DD [förval: i dag]
help-plan-link-store = Lagret från den senaste genomsökningen [förval: en fil i din tillståndsmapp]
help-plan-link-config = Genomsökningens inställningar
help-plan-suggest-plan = Planen att bedöma efter; den först angivna går före de andra
help-plan-suggest-mapping = Mappar och filer som hör till rader i planen, som TOML eller en tabell (glob, row, board, date, hold)
help-plan-suggest-cases = Ärenden ur ärendehanteringssystemet som en tabell: nummer, klass, öppnat, avslutat, arkiverat
help-plan-suggest-hold = Filer enligt detta mönster har gallringsstopp; får upprepas
help-plan-suggest-today = Dagen som bedömningarna gäller, som ÅÅÅÅ-MM-DD [förval: i dag]
help-plan-suggest-store = Lagret från den senaste genomsökningen [förval: en fil i din tillståndsmapp]
help-plan-suggest-config = Genomsökningens inställningar
help-judge-plan = Planen att bedöma efter; den först angivna går före de andra
help-judge-mapping = Mappar och filer som hör till rader i planen, som TOML eller en tabell (glob, row, board, date, hold)
help-judge-cases = Ärenden ur ärendehanteringssystemet som en tabell: nummer, klass, öppnat, avslutat, arkiverat
help-judge-hold = Filer enligt detta mönster har gallringsstopp; får upprepas
help-judge-today = Dagen som bedömningarna gäller, som ÅÅÅÅ-MM-DD [förval: i dag]
help-judge-store = Lagret från den senaste genomsökningen [förval: en fil i din tillståndsmapp]
help-judge-config = Genomsökningens inställningar
help-judge = Bedömer det som senaste genomsökningen sparade efter andra planer eller för en annan dag; läser ingen fil
help-judge-format = Hur resultat skrivs: human eller jsonl [förval: human]
help-judge-output = Skriver resultat till denna fil i stället för standard output
help-judge-report = Skriver en HTML-rapport; med flera personuppgiftsansvariga, en till för var och en
help-judge-worklist = Skriver arbetslistan (xlsx eller csv); med flera personuppgiftsansvariga, en för var och en
help-judge-examples = 
    Exempel:
      sporhund judge --plan ny.xlsx
      sporhund judge --plan ny.xlsx --store von.sqlite --worklist von.xlsx
help-plan-examples =
    Exempel:
      sporhund plan check plan.xlsx
      sporhund plan explain "Gallras 5 år efter avslutat ärende"

help-explain = Förklarar varför en fil har dessa fynd och denna bedömning
help-explain-path = Filen
help-explain-store = Resultaten från den senaste genomsökningen; finns filen inte där genomsöks den ensam
help-explain-config = Genomsökningens inställningar
help-explain-plan = Bedömer efter planen; filen genomsöks ensam
help-explain-examples =
    Exempel:
      sporhund explain /srv/share/VON/2019/beslut.docx
      sporhund explain beslut.docx --plan plan.xlsx

help-config = Inställningsfilen
help-config-init = Skriver en kommenterad inställningsfil med alla inställningar
help-config-examples =
    Exempel:
      sporhund config init > sporhund.toml

cli-error = fel
progress-line = { $files } filer, { $size } ({ $rate }/s), { $findings } fynd
progress-left = , ungefär { $time } kvar
scan-done = { $files } filer: { $read } lästa ({ $size }), { $unchanged } oförändrade sedan förra genomsökningen
scan-report = Rapport: { $path }
scan-worklist = Arbetslista: { $path }
judge-no-store = Det finns ingen sparad genomsökning i { $path }.
judge-nothing-kept = Inställningarna sparar inga resultat, så det finns inget att bedöma.
link-none = ingen rad i planen passar
link-weak = för lite för en koppling; närmast ligger
link-candidate = { $share }: { $code } { $type } (rad { $number } i { $plan })
suggest-head = Rader för mappningen (--mapping). Se på varje rad innan du tar över den.
suggest-none = Varje fil är kopplad till en rad.
suggest-files = { $n -> 
    [one] En fil
   *[other] { $n } filer
 }
suggest-nearest = Närmast, med { $share } i snitt: { $type } ({ $plan })
scan-stopped = Genomsökningen avbröts. Det som hittats till dess redovisas; resten är markerat som ej nått.
error-root = Inte genomsökt: { $why }

demo-written =
    Skrev { $files } filer till { $path }, med { $planted } planterade värden och { $verdicts } kända bedömningar.
demo-check =
    Kontroll mot facit: { $found } av { $planted } planterade värden hittade, { $false } falska; { $right } av { $verdicts } bedömningar rätt.
demo-files =
    Rapport:     { $report }
    JSON-rader:  { $jsonl }
    Resultatfil: { $store }

rules-checked = { $rules } regler, { $examples } exempel: { $failures } fel
config-top =
    Inställningar för sporhund. Var och en har namnet på en flagga till `sporhund scan`; en flagga går före filen. Sökvägar
    räknas från filens mapp. Ta bort # framför det som ska gälla.
config-root = Platser, ett block var: namn (behålls när ytan monteras någon annanstans), sökväg, vad man kan klicka på, personuppgiftsansvarig, enhet.
config-except = Vad som aldrig är ett fynd: nummer, e-postdomäner vars adresser är officiella, ord; och trösklar för enskilda regler.

plan-read = { $plan }: { $rows } regler, rubriker på rad { $header }
plan-headings = Rubriker och vad de tas för
plan-levels = Regler efter klassificeringens nivåer
plan-phrases = { $n } fraser och vad de betyder
plan-needs-human = { $n } rader som någon måste avgöra
plan-without-phrase = { $n } rader utan beslut eller frist
plan-unknown = { $n } fraser som inte förstås
plan-role-class-code = klassificering
plan-role-document-type = handlingstyp
plan-role-decision = bevaras eller gallras
plan-role-preserve = vad som bevaras
plan-role-dispose = vad som gallras
plan-role-time-limit = gallringsfrist
plan-role-delivery = leverans till arkivet
plan-role-storage = förvaring
plan-role-order = ordning och medium
plan-role-registration = registrering
plan-role-legal-basis = lagrum
plan-role-secrecy = sekretess
plan-role-responsible = ansvarig
plan-role-remark = anmärkning
plan-action-preserve = bevaras
plan-action-dispose = gallras
plan-action-deliver = levereras till arkivet
plan-action-when-no-longer-needed = gallras vid inaktualitet
plan-action-review = prövas på nytt
plan-action-unknown = förstås inte
plan-bound-at-most = senast efter
plan-bound-exact = efter
plan-bound-at-least = tidigast efter
plan-after = räknat från: { $trigger }
plan-duty-may = får, måste inte
plan-to-settle = någon måste avgöra

## Operations

help-heading-operations = Drift
help-scan-profile = Inställningar i denna profil i --config-filen; de går före resten av den
help-scan-changes = Skriver vad som skiljer sig från förra genomsökningen: filer som är nya, borta, ändrade eller flyttade
help-scan-log-format = Vad som skrivs till standard error: text för människor, eller json för maskiner, ett objekt per rad [förval: text]
help-scan-metrics = Skriver körningens siffror för Prometheus (textfile collector)
help-scan-window = Kör bara mellan dessa klockslag, även över midnatt; det som återstår väntar till nästa körning
help-scan-stop-at = Läser inget mer från detta klockslag; det som återstår väntar till nästa körning
help-scan-stop-after = Läser inget mer efter så många minuter
help-scan-nice = Låter andra program gå före: 0 till 19 [förval: 0]
help-scan-max-files-per-second = Läser högst så många filer i sekunden från varje rot [förval: ingen gräns]
help-scan-max-bytes-per-second = Läser högst så mycket i sekunden från varje rot, till exempel 20MiB [förval: ingen gräns]
help-scan-root-timeout = Sekunder utan livstecken varefter en rot överges [förval: 60]
help-scan-accept-loss = Denna rot, efter namn eller sökväg, får ha förlorat filer eller vara ett annat filsystem; får upprepas
help-store = Skötsel av det som sparas
help-store-check = Talar om huruvida ett lager är helt
help-store-vacuum = Ger ledigt utrymme tillbaka till systemet
help-store-backup = Kopierar ett lager, även under en genomsökning; nyckeln följer inte med
help-store-backup-to = Kopian; filen får inte finnas
help-store-purge = Tar bort det som var borta, och genomsökningar, före en tid, och skriver över det
help-store-purge-older-than = Hur länge sedan, till exempel 400d, 24m eller 2y
help-store-rekey = För alla fingeravtryck över till en ny nyckel; ingen fil läses om
help-store-dump = Skriver allt som ett lager säger, sorterat: två lager som säger detsamma ger samma utskrift
help-store-examples =
    Exempel:
      sporhund store check
      sporhund store backup /backup/sporhund-2026-11-24.sqlite --store /var/lib/sporhund/store.sqlite
      sporhund store purge --older-than 400d --config sporhund.toml
help-history = Listar genomsökningarna i ett lager med deras siffror
help-diff = Talar om vad som skiljer två genomsökningar: siffror, enheter, kategorier, och filer som är nya, borta, ändrade eller flyttade
help-diff-from = Den tidigare genomsökningens nummer [förval: den näst sista]
help-diff-to = Den senare genomsökningen [förval: den sista]
help-schedule = Låter systemet köra en genomsökning varje natt
help-schedule-print = Visar vad som skulle installeras
help-schedule-install = Skriver filerna, och talar om hur de slås på
help-schedule-install-dir = Skriver dem i denna mapp [förval: /etc/systemd/system, /etc/cron.d, eller här]
help-kind = systemd (tjänst och timer), cron eller windows (Schemaläggaren) [förval: systemets egen]
help-at = När den börjar [förval: fönstrets början, annars 20:00]
help-user = Kontot som den körs som [förval: sporhund]
help-schedule-examples =
    Exempel:
      sporhund schedule print --config /etc/sporhund/sporhund.toml --profile nightly
      sporhund schedule install --kind cron --config /etc/sporhund/sporhund.toml --at 21:30
scan-stop-time = Körningens tid är slut. Det som inte hanns med redovisas, och kommer nästa gång.
warning-far-less = LÅNGT MINDRE LÄST ÄN FÖRRA GÅNGEN: { $now } filer, förra gången { $before }. Se efter om alla platser finns.
notify-failed = Ingen kunde underrättas om körningen: { $why }
mail-subject-done = sporhund på { $host }: { $files } filer, klart
mail-subject-trouble = sporhund på { $host }: INTE SOM DET SKA, { $files } filer
mail-end = Bara antal: ingen sökväg, inget namn och inget värde lämnar maskinen med e-post. Rapporten ligger där konfigurationen säger.
store-whole = Lagret är helt.
store-damaged = Skadat: { $what }
store-orphans = { $rows } rader i tabellen { $table } hör inte till något
store-unreadable = En rad kan inte läsas: { $what }
store-other-key = Nyckeln är en annan än lagrets
store-vacuumed = { $before } före, { $after } nu
store-backed-up = Kopierat till { $path }, utan nyckeln
store-purged = Borttaget: { $files } filer som var borta, { $scans } genomsökningar
store-rekeyed = Den nya nyckeln finns i { $path }; den förra öppnar ingenting längre
schedule-written = Skrev { $path }
schedule-next = Slå på: { $command }
config-mail = Hur körningens slut meddelas: bara antal. tls är starttls, tls eller none; when är always eller trouble.
config-profile = Profiler: vilka som helst av inställningarna ovan en gång till, för --profile NAMN; roots väljer bland rötterna efter namn.
help-store-check-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-store-check-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-store-check-config = Genomsökningens inställningar
help-store-check-profile = En profil i inställningarna
help-store-vacuum-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-store-vacuum-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-store-vacuum-config = Genomsökningens inställningar
help-store-vacuum-profile = En profil i inställningarna
help-store-backup-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-store-backup-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-store-backup-config = Genomsökningens inställningar
help-store-backup-profile = En profil i inställningarna
help-store-purge-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-store-purge-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-store-purge-config = Genomsökningens inställningar
help-store-purge-profile = En profil i inställningarna
help-store-rekey-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-store-rekey-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-store-rekey-config = Genomsökningens inställningar
help-store-rekey-profile = En profil i inställningarna
help-store-dump-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-store-dump-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-store-dump-config = Genomsökningens inställningar
help-store-dump-profile = En profil i inställningarna
help-history-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-history-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-history-config = Genomsökningens inställningar
help-history-profile = En profil i inställningarna
help-diff-store = Lagret [förval: konfigurationens, annars en fil i din tillståndsmapp]
help-diff-key = Dess nyckel [förval: konfigurationens, annars en fil i din konfigurationsmapp]
help-diff-config = Genomsökningens inställningar
help-diff-profile = En profil i inställningarna
help-history-format = human eller jsonl
help-diff-format = human eller jsonl
help-schedule-print-config = Genomsökningens inställningar
help-schedule-print-profile = En profil i inställningarna
help-schedule-install-config = Genomsökningens inställningar
help-schedule-install-profile = En profil i inställningarna
