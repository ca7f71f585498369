# Bemærkninger på dansk, efter deres kode: hvordan en fil blev læst, hvorfor noget blev fundet, hvorfor en vurdering blev, som den blev.

## Læsning: fejl

error-broken = Beskadiget: { $what }, ved byte { $offset }
error-decoder-panic = Læseren gav op; filen kan være beskadiget
error-decoder-panicked = Læseren til { $format } gav op ved denne del; den kan være beskadiget
error-embedded-file = Fil nummer { $ordinal } i dokumentet kunne ikke tages ud
error-event-too-long = En del af filen er for lang til at blive sendt videre
error-list-bad-path = Ikke en sti på dette sted
error-list-denied = Ingen ret til at se mappens indhold
error-list-io = Mappen kunne ikke åbnes (systemets fejl { $error })
error-list-not-found = Mappen var væk, da den skulle åbnes
error-open-denied = Ingen ret til at læse filen
error-open-io = Filen kunne ikke åbnes (systemets fejl { $error })
error-open-locked = Et andet program har låst filen; den blev prøvet to gange
error-open-not-found = Filen var væk, da den skulle læses
error-pages-broken = Sider, der ikke kunne læses: { $pages }
error-panic = En fejl i dette program; meld den gerne
error-plan-no-headings = Ingen overskrifter fra en plan. Fundet: { $found }. Mangler: { $needed }. Nærmeste række: { $closest }
error-plan-no-rows = Overskrifter, men ingen regel under dem
error-read = Filen kunne ikke læses til ende ({ $kind })
error-reading = Filen kunne ikke læses til ende ({ $kind })
error-worker-died = Filen afsluttede sin læseproces to gange ({ $how })
error-worker-protocol = Læseprocessen brød sine regler ({ $what })
error-worker-start = Ingen læseproces kunne startes

## Læsning: grænser og bemærkninger

limit-bytes-out = Grænsen for tekst og udpakkede dele blev nået; resten blev ikke læst (--max-bytes-out)
limit-depth = For mange arkivfiler i hinanden; de inderste blev ikke åbnet (--max-depth)
limit-member-size = En del er større end grænsen og blev ikke læst helt (--max-member-size)
limit-members = Grænsen for antallet af dele blev nået; resten blev ikke læst (--max-members)
limit-page-text = Sider med mere tekst, end der gemmes: { $pages }
limit-ratio = For tæt pakket til at være en ærlig fil; den blev ikke læst helt (--max-ratio)
limit-time = Tiden til en fil var gået; resten blev ikke læst (--timeout)
limit-timeout = Tiden til en fil var gået; resten blev ikke læst (--timeout)
note-broken-part = En del af dokumentet er beskadiget: { $what }
note-folder-seen = Mappen er allerede læst under en anden sti
note-link = Et link; det, det fører til, læses på sit eget sted
note-needs-ocr = Sider, der er billeder uden tekst (kræver OCR): { $pages }
note-no-directory = Arkivfilen mangler en hel indholdsfortegnelse; det, der kunne findes, blev læst
note-offline = Opbevares et andet sted (offline eller i skyen); blev ikke hentet tilbage
note-special-file = Ikke en fil, men en enhed, socket eller pipe
note-stopped = Gennemsøgningen blev afbrudt før denne fil
note-stray-bytes = Bytes, der ikke hører til tekstens tegnkodning: { $count }
note-unmapped-text = Sider med tegn, der ikke kan udlæses: { $pages }
note-worker-retried = Filen afsluttede sin læseproces én gang ({ $how }); anden gang blev den læst

## Hvorfor noget blev fundet

reason-address-form = Ligner en e-mailadresse
reason-also-fits = Det kan også være: { $rule }
reason-bare = Cifre uden skilletegn
reason-bare-digits = Cifre uden skilletegn
reason-birth-day-unknown = Fødselsdagen er ikke kendt
reason-column-of-look-alikes = Få værdier i kolonnen er rigtige numre
reason-column-of-real = De fleste værdier i kolonnen er rigtige numre
reason-coordination-number = Et svensk samordningsnummer
reason-function-address = En funktions postkasse, ikke en persons
reason-deceased-by-words = Ordene ved siden af siger, at personen er død
reason-official-signature = Står i en embedsmands underskrift
reason-switchboard = Et hovednummer, ikke en persons
reason-heading = Kolonnens overskrift nævner det
reason-internal-domain = Et domæne til maskiner
reason-label = Et ord ved siden af nævner det
reason-leading-zero-lost = Regnearket har tabt det indledende nul
reason-looks-like-time = Kan være en dato med klokkeslæt
reason-looks-like-years = Kan være et interval af år
reason-looks-like-fraction = Skrevet som et decimaltal
reason-luhn-passed = Kontrolcifret passer
reason-machine-made-address = Lavet af en maskine
reason-modulus-11-failed = Består ikke den gamle modulus 11-kontrol, som numre siden 2007 ikke behøver
reason-modulus-11-passed = Består modulus 11-kontrollen
reason-named-otherwise = Et ord ved siden af nævner noget andet
reason-other-language = Dokumentet er på et andet sprog
reason-probably-deceased = Født for mere end 110 år siden, formentlig død
reason-replacement-number = Et erstatningsnummer
reason-split = Delt over celler, linjer eller sider
reason-standard-form = Skrevet på sædvanlig måde
reason-term-in-row = Et følsomt ord i samme række som en identificeret person ({ $term })
reason-term-near = Et følsomt ord { $distance } tegn fra en identificeret person ({ $term })
reason-unusual-separator = Et usædvanligt skilletegn
reason-capitals = Ord med stort bogstav, hvor et navn står
reason-first-name = Et fornavn
reason-full-name = Et fornavn og et efternavn
reason-postcode = En vej med postnummer og by
reason-sensitive-column = Kolonnens overskrift siger, hvad den indeholder om personen i hver række
reason-speech = Nogen, der taler
reason-street = En vej med nummer
reason-surname = Et efternavn
reason-surname-first = Et efternavn før et fornavn
reason-term-form = Et følsomt ord i en blanket om en identificeret person ({ $term })
reason-term-pronoun = Et følsomt ord om en person, der er nævnt tidligere i samme afsnit ({ $term })
reason-title = En titel eller rolle står foran

## Hvad et dokument er, og dets risiko

reason-categories-without-person = Taler om { $categories } typer følsomme oplysninger uden en identificeret person
reason-many-persons = Nævner { $persons } personer
reason-register-words = Kolonnernes ord er dem i en levering fra et register
reason-title-word = Et ord i overskriften eller filnavnet: { $word }
risk-categories = Følsomme typer: { $categories } ({ $points } point)
risk-children = Børn, efter fødselsår: { $children } ({ $points } point)
risk-coordination = Samordningsnumre, ofte for udsatte personer ({ $points } point)
risk-level = Beskyttelse { $level } ({ $points } point)
risk-persons = Personer: { $persons } ({ $points } point)
risk-protected = Personer med beskyttet identitet ({ $points } point)

## Hvorfor en vurdering blev, som den blev

reason-age = Omkring { $years } år gammel, efter { $rank }
reason-ambiguous-rows = { $rows } rækker i planen passer omtrent lige godt og siger forskellige ting
reason-at-least = Planen angiver kun et tidligste tidspunkt
reason-birthday-kept = Personen er født den 5., 15. eller 25.: bevares til forskning
reason-birthday-unclear = Sager for personer født på bestemte dage bevares, og hvis sag det er, kan ikke afgøres
reason-birth-unknown = Fristen løber fra en persons alder, og hvis sag det er, kan ikke afgøres
reason-copy = Navnet siger, at det er en kopi
reason-date = Efter { $rank }: { $date }
reason-dates-disagree = Datoerne er uenige: fra { $earliest } til { $latest }
reason-deliver = Planen siger, at den skal afleveres til arkivet
reason-deliver-first = Skal afleveres til arkivet, før den slettes
reason-dossier-clock = Den nyeste fil i samme sag afgør
reason-dossier-unreadable = En fil i samme sag kunne ikke læses
reason-draft = Navnet siger, at det er et udkast
reason-event-unknown = Hændelsen, der starter fristen, er ikke kendt
reason-file-time-only = Kun filserverens dato er kendt, og flytninger skriver den om
reason-future-date = En dato ligger i fremtiden
reason-hold = Retlig spærring
reason-hold-note = En fil i samme sag siger i sit navn, at intet må slettes
reason-intensive-area = Her bevares alles sager til forskning
reason-link-class-code = Klassifikation { $code } i { $source }
reason-link-dossier = En anden fil i samme sag fortæller, hvad der kom ud af den
reason-link-remark = Et eksempel i rækkens bemærkning
reason-link-words = Dokumenttypens ord i { $source }
reason-longest-of-rows = { $rows } rækker passer omtrent lige godt; den længste frist afgør
reason-may = Planen tillader det, men kræver det ikke
reason-migration = Mange filer har netop det minut som dato: spor af en flytning
reason-no-date = Ingen dato er kendt
reason-no-plan = Ingen plan blev angivet
reason-no-row = Ingen række i planen passer
reason-older-version = En senere version af dokumentet ligger ved siden af
reason-outcome-unknown = Hvad der kom ud af sagen, fremgår ikke, og en anden række kan da gælde
reason-phrase-unsettled = Rækkens egne ord afgør ikke, hvad der skal gøres
reason-preserve = Planen siger, at den skal bevares
reason-register-or-delete = Journalisér eller slet
reason-subjects-deceased = Alle, der nævnes med nummer, er formentlig døde: født for mere end 110 år siden, eller omtalt som døde
reason-temporary = En midlertidig fil fra et program
reason-untouched = Urørt længere end arbejdspapirer gemmes
reason-when-no-longer-needed = Planen siger: når der ikke længere er brug for den

error-list-silent = Serveren svarede ikke
error-root-silent = { $root } gav intet livstegn og blev opgivet: intet derfra ændres
error-root-unlisted = { $root } kunne ikke vises: intet derfra ændres
error-root-other = { $root } er et andet filsystem eller drev end sidst: intet derfra ændres, før --accept-loss nævner det
error-root-empty = { $root } er tom, og var det ikke sidst: intet derfra ændres, før --accept-loss nævner den
error-root-loss = { $root } har mistet { $lost } af { $known } filer, mere end en tiendedel: intet derfra ændres, før --accept-loss nævner den
error-root-listing = { $root } fejlede, mens den blev vist: ingen fil derfra regnes for væk
note-root-silent = Dens server gav intet livstegn
note-stop-time = Kørslens tid var gået; den næste fortsætter her
note-earlier-results = Det viste blev fundet af en tidligere gennemsøgning
