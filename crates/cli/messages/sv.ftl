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
