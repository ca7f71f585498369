# Anmärkningar på svenska, efter sin kod: hur en fil lästes, varför något hittades, varför en bedömning blev som den blev.

## Läsning: fel

error-broken = Skadad: { $what }, vid byte { $offset }
error-decoder-panic = Läsaren gav upp; filen kan vara skadad
error-decoder-panicked = Läsaren för { $format } gav upp på den här delen; den kan vara skadad
error-embedded-file = Fil nummer { $ordinal } i dokumentet kunde inte tas ut
error-event-too-long = En del av filen är för lång för att skickas vidare
error-list-bad-path = Ingen sökväg på den här platsen
error-list-denied = Ingen rätt att lista mappen
error-list-io = Mappen kunde inte listas (systemets fel { $error })
error-list-not-found = Mappen var borta när den skulle listas
error-open-denied = Ingen rätt att läsa filen
error-open-io = Filen kunde inte öppnas (systemets fel { $error })
error-open-locked = Ett annat program har låst filen; den prövades två gånger
error-open-not-found = Filen var borta när den skulle läsas
error-pages-broken = Sidor som inte kunde läsas: { $pages }
error-panic = Ett fel i det här programmet; anmäl det gärna
error-plan-no-headings = Inga rubriker från en plan. Funna: { $found }. Behövs: { $needed }. Närmaste rad: { $closest }
error-plan-no-rows = Rubriker, men ingen regel under dem
error-read = Filen kunde inte läsas till slutet ({ $kind })
error-reading = Filen kunde inte läsas till slutet ({ $kind })
error-worker-died = Filen avslutade sin läsprocess två gånger ({ $how })
error-worker-protocol = Läsprocessen bröt mot sina regler ({ $what })
error-worker-start = Ingen läsprocess kunde startas

## Läsning: gränser och anmärkningar

limit-bytes-out = Gränsen för text och uppackade delar nåddes; resten lästes inte (--max-bytes-out)
limit-depth = För många arkivfiler i varandra; de innersta öppnades inte (--max-depth)
limit-member-size = En del är större än gränsen och lästes inte hel (--max-member-size)
limit-members = Gränsen för antalet delar nåddes; resten lästes inte (--max-members)
limit-page-text = Sidor med mer text än som sparas: { $pages }
limit-ratio = För hårt packad för att vara en ärlig fil; den lästes inte hel (--max-ratio)
limit-time = Tiden för en fil tog slut; resten lästes inte (--timeout)
limit-timeout = Tiden för en fil tog slut; resten lästes inte (--timeout)
note-broken-part = En del av dokumentet är skadad: { $what }
note-folder-seen = Mappen har redan lästs under en annan sökväg
note-link = En länk; det den leder till läses på sin egen plats
note-needs-ocr = Sidor som är bilder utan text (behöver OCR): { $pages }
note-no-directory = Arkivfilen saknar en hel innehållsförteckning; det som gick att hitta lästes
note-offline = Förvaras på annat håll (offline eller i molnet); hämtades inte tillbaka
note-special-file = Ingen fil utan en enhet, sockel eller rörledning
note-stopped = Genomsökningen avbröts före den här filen
note-stray-bytes = Byte som inte hör till textens teckenkodning: { $count }
note-unmapped-text = Sidor med tecken som inte går att utläsa: { $pages }
note-worker-retried = Filen avslutade sin läsprocess en gång ({ $how }); andra gången lästes den

## Varför något hittades

reason-address-form = Ser ut som en e-postadress
reason-also-fits = Det kan också vara: { $rule }
reason-bare = Siffror utan skiljetecken
reason-bare-digits = Siffror utan skiljetecken
reason-birth-day-unknown = Födelsedagen är inte känd
reason-column-of-look-alikes = Få värden i kolumnen är riktiga nummer
reason-column-of-real = De flesta värden i kolumnen är riktiga nummer
reason-coordination-number = Ett samordningsnummer
reason-function-address = En funktions brevlåda, inte en persons
reason-deceased-by-words = Orden intill säger att personen är död
reason-official-signature = Står i en tjänstepersons underskrift
reason-switchboard = Ett växelnummer, inte en persons
reason-heading = Kolumnens rubrik anger det
reason-internal-domain = En domän för maskiner
reason-label = Ett ord intill anger det
reason-leading-zero-lost = Kalkylbladet har tappat den inledande nollan
reason-looks-like-time = Kan vara ett datum med klockslag
reason-looks-like-years = Kan vara ett årsintervall
reason-looks-like-fraction = Skrivet som ett decimaltal
reason-luhn-passed = Kontrollsiffran stämmer
reason-machine-made-address = Gjord av en maskin
reason-modulus-11-failed = Klarar inte den äldre kontrollen med modulus 11, vilket nummer sedan 2007 inte behöver
reason-modulus-11-passed = Klarar kontrollen med modulus 11
reason-named-otherwise = Ett ord intill anger något annat
reason-other-language = Dokumentet är på ett annat språk
reason-probably-deceased = Född för mer än 110 år sedan, troligen avliden
reason-replacement-number = Ett ersättningsnummer
reason-split = Delat över celler, rader eller sidor
reason-standard-form = Skrivet på vanligt sätt
reason-term-in-row = Ett känsligt ord på samma rad som en identifierad person ({ $term })
reason-term-near = Ett känsligt ord { $distance } tecken från en identifierad person ({ $term })
reason-unusual-separator = Ett ovanligt skiljetecken
reason-capitals = Ord med stor bokstav där ett namn står
reason-first-name = Ett förnamn
reason-full-name = Ett förnamn och ett efternamn
reason-postcode = En gata med postnummer och ort
reason-sensitive-column = Kolumnens rubrik säger vad den innehåller om personen på varje rad
reason-speech = Någon som talar
reason-street = En gata med nummer
reason-surname = Ett efternamn
reason-surname-first = Ett efternamn före ett förnamn
reason-term-form = Ett känsligt ord i en blankett om en identifierad person ({ $term })
reason-term-pronoun = Ett känsligt ord om någon som nämnts tidigare i samma stycke ({ $term })
reason-title = En titel eller roll står före

## Vad ett dokument är, och dess risk

reason-categories-without-person = Talar om { $categories } slag av känsliga uppgifter utan en identifierad person
reason-many-persons = Nämner { $persons } personer
reason-register-words = Kolumnernas ord är de i en leverans ur ett register
reason-title-word = Ett ord i rubriken eller filnamnet: { $word }
risk-categories = Känsliga slag: { $categories } ({ $points } poäng)
risk-children = Barn, efter födelseår: { $children } ({ $points } poäng)
risk-coordination = Samordningsnummer, ofta för utsatta personer ({ $points } poäng)
risk-level = Skyddsnivå { $level } ({ $points } poäng)
risk-persons = Personer: { $persons } ({ $points } poäng)
risk-protected = Personer med skyddad identitet ({ $points } poäng)

## Varför en bedömning blev som den blev

reason-age = Ungefär { $years } år gammal, enligt { $rank }
reason-ambiguous-rows = { $rows } rader i planen passar ungefär lika bra och säger olika saker
reason-at-least = Planen anger bara en tidigaste tid
reason-birthday-kept = Personen är född den 5, 15 eller 25: bevaras för forskning
reason-birthday-unclear = Akter för födda vissa dagar bevaras, och vems akt det är går inte att avgöra
reason-birth-unknown = Fristen löper från någons ålder, och vems akt det är går inte att avgöra
reason-copy = Namnet säger att det är en kopia
reason-date = Enligt { $rank }: { $date }
reason-dates-disagree = Datumen säger emot varandra: från { $earliest } till { $latest }
reason-deliver = Planen säger att den ska levereras till arkivet
reason-deliver-first = Ska levereras till arkivet innan den raderas
reason-dossier-clock = Den nyaste filen i samma ärende eller akt avgör
reason-dossier-unreadable = En fil i samma ärende eller akt kunde inte läsas
reason-draft = Namnet säger att det är ett utkast
reason-event-unknown = Händelsen som startar fristen är inte känd
reason-file-time-only = Bara filserverns datum är känt, och flyttar skriver om det
reason-future-date = Ett datum ligger i framtiden
reason-hold = Rättslig spärr
reason-hold-note = En fil i samma ärende säger i sitt namn att inget får gallras
reason-intensive-area = Här bevaras allas akter för forskning
reason-link-class-code = Klassificering { $code } i { $source }
reason-link-dossier = En annan fil i samma ärende säger vad det ledde till
reason-link-remark = Ett exempel i radens anmärkning
reason-link-words = Handlingstypens ord i { $source }
reason-longest-of-rows = { $rows } rader passar ungefär lika bra; den längsta fristen avgör
reason-may = Planen tillåter det men kräver det inte
reason-migration = Många filer har just den minuten som datum: spår av en flytt
reason-no-date = Inget datum är känt
reason-no-plan = Ingen plan angavs
reason-no-row = Ingen rad i planen passar
reason-older-version = En senare version av dokumentet ligger bredvid
reason-outcome-unknown = Vad ärendet ledde till framgår inte, och en annan rad kan då gälla
reason-phrase-unsettled = Radens egna ord avgör inte vad som ska göras
reason-preserve = Planen säger att den ska bevaras
reason-register-or-delete = Diarieför eller radera
reason-subjects-deceased = Alla som nämns med nummer är troligen avlidna: födda för mer än 110 år sedan, eller sägs vara döda
reason-temporary = En tillfällig fil från ett program
reason-untouched = Orörd längre än arbetsmaterial sparas
reason-when-no-longer-needed = Planen säger: när den inte längre behövs

error-list-silent = Servern svarade inte
error-root-silent = { $root } gav inget livstecken och övergavs: inget därifrån ändras
error-root-unlisted = { $root } kunde inte listas: inget därifrån ändras
error-root-other = { $root } är ett annat filsystem eller en annan resurs än förra gången: inget därifrån ändras förrän --accept-loss nämner den
error-root-empty = { $root } är tom, och var det inte förra gången: inget därifrån ändras förrän --accept-loss nämner den
error-root-loss = { $root } har förlorat { $lost } av { $known } filer, mer än en tiondel: inget därifrån ändras förrän --accept-loss nämner den
error-root-listing = { $root } felade medan den listades: ingen fil därifrån räknas som borta
note-root-silent = Dess server gav inget livstecken
note-stop-time = Körningens tid var slut; nästa fortsätter här
note-earlier-results = Det som visas hittades av en tidigare genomsökning
