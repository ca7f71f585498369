# Messages in English: names of words first, then notes by their code, then the sentences of reports.

## How the reading of a file ended

outcome-scanned = read
outcome-partly = partly read
outcome-encrypted = password-protected
outcome-unsupported = format not supported
outcome-failed = could not be read
outcome-timed-out = took too long
outcome-skipped = left out
outcome-unreadable = no access
outcome-not-reached = not reached
outcome-unlisted = folder could not be listed

## Verdicts: how a file stands to the plan

verdict-unclassified = no rule found
verdict-review = needs a decision
verdict-keep-until = keep until a date
verdict-may-dispose = may be disposed of
verdict-due-soon = due soon
verdict-overdue = overdue for disposal
verdict-possibly-overdue = possibly overdue
verdict-deliver-to-archive = deliver to the archive
verdict-delivery-overdue = delivery overdue
verdict-preserve = preserve
verdict-on-hold = on hold
verdict-working-paper-due = working paper to be cleared
verdict-superseded = replaced by a newer delivery
verdict-why-unclassified = No row of the plan fits. What has no rule must not be disposed of.
verdict-why-review = The rule, the link to the plan or the date is unclear; someone must decide.
verdict-why-keep-until = The period of the plan still runs.
verdict-why-may-dispose = The plan allows disposal but does not ask for it.
verdict-why-due-soon = The period of the plan ends within the coming months.
verdict-why-overdue = Rule, link to the plan and date are all known, and the period has run out.
reason-date-of-many = By the date that is known for each file
reason-dates-disagree-of-many = The dates of each file disagree
verdict-why-possibly-overdue = The period has run out if the best date that is known is right. Check before anything is deleted.
verdict-why-deliver-to-archive = To be delivered to the archive when its time comes.
verdict-why-delivery-overdue = Should already have been delivered to the archive.
verdict-why-preserve = To be preserved. A copy on a file share is still personal data.
verdict-why-on-hold = Must not be disposed of while the hold lasts.
verdict-why-working-paper-due = A copy or working paper untouched for long: register it or delete it.
verdict-why-superseded = A newer delivery of the same series exists.

## Kinds of personal data

category-national-id = Identity number
category-name = Names
category-contact = Contact details
category-account = Bank accounts and cards
category-organisation = Organisation numbers
category-health = Health
category-ethnic-origin = Racial or ethnic origin
category-political = Political opinions
category-religion = Religion or belief
category-union = Trade-union membership
category-genetic = Genetic data
category-biometric = Biometric data
category-sexual = Sex life or orientation
category-crime = Criminal offences
category-social-confidential = Social matters
category-economic-confidential = Financial matters
category-protected-identity = Protected identity
category-secrecy-marking = Secrecy marking
category-family = Family matters
category-reference = References
category-other = Other

## Levels of protection

level-none = no personal data
level-official = official contact data
level-ordinary = ordinary
level-confidential = extra worthy of protection
level-sensitive = sensitive
level-crime = offences
level-protected = protected identity

## Kinds of document

kind-unknown = document
kind-policy = policy or guide
kind-form = form
kind-letter = letter
kind-decision = decision
kind-record = personal record
kind-list = list of persons
kind-register-extract = register extract
kind-minutes = minutes
kind-invoice = invoice

## Parts of a document

part-body = text
part-heading = heading
part-header = page header
part-footer = page footer
part-note = footnote
part-comment = comment
part-insertion = tracked insertion
part-deletion = tracked deletion
part-text-box = text box
part-property = document property
part-form-field = form field
part-hidden = hidden text
part-formula = formula
part-link = link
part-attribute = alternative text
part-source = page source
part-mail-header = mail header
part-name = file or folder name
part-speaker-notes = speaker notes
part-master = slide master
place-sheet = sheet { $n }
place-cell = cell { $n }
place-page = page { $n }
place-slide = slide { $n }
place-line = line { $n }
place-column = column { $n }

## Rules

rule-se-personnummer = Swedish personnummer
rule-se-samordningsnummer = Swedish samordningsnummer
rule-dk-cpr = Danish CPR number
rule-email = E-mail address
rule-se-organisationsnummer = Swedish organisation number
rule-se-bankgiro = Bankgiro number
rule-se-plusgiro = Plusgiro number
rule-se-bankkonto = Swedish bank account
rule-se-diarienummer = Swedish case number
rule-se-fastighetsbeteckning = Swedish designation of property
rule-dk-cvr = Danish company number (CVR)
rule-dk-udlaendingenummer = Danish number of a foreigner
rule-dk-regkonto = Danish bank account
rule-dk-sagsnummer = Danish case number
rule-no-fodselsnummer = Norwegian fødselsnummer
rule-no-dnummer = Norwegian D-number
rule-fi-hetu = Finnish henkilötunnus
rule-is-kennitala = Icelandic kennitala
rule-phone-se = Swedish telephone number
rule-phone-dk = Danish telephone number
rule-iban = IBAN
rule-payment-card = Payment card number
rule-ip-address = IP address
rule-birth-date = Date of birth
rule-vehicle-registration = Registration mark of a vehicle
rule-passport-mrz = Machine-readable line of a passport

## Why something was found, and how sure it is

reason-case-number = It has the form of a case number.
reason-check-character = The check character is right.
reason-check-digits = The check digits are right.
reason-clearing-number = The clearing number belongs to a bank.
reason-date-of-birth = It is a day of the calendar.
reason-hint = A word beside it makes it likelier.
reason-interim-number = It is an interim number.
reason-internal-address = The address leads nowhere outside the house.
reason-international-form = It is written with the country code.
reason-length-fits = It has the right length.
reason-looks-like-telephone = It may be a telephone number.
reason-looks-like-version = It may be the version of a program.
reason-mod-97-passed = The check digits are right.
reason-municipality = The name of a municipality stands before it.
reason-own-address = It belongs to the organisation itself.
reason-own-language = The document is written in the language of its country.
reason-rival-prevails = Most numbers of the same column or text are of another kind.
reason-tract-only = No municipality stands before the name.
reason-column-total = Column { $column } holds { $total }, of which { $distinct } are distinct.

## Who can read a file

audience-unknown = not known
audience-private = one person
audience-unit = the unit
audience-large-group = a large group
audience-all-staff = all staff
audience-everyone = everyone

## What starts a period

trigger-none = the date of the document
trigger-creation = creation
trigger-receipt = receipt
trigger-case-closed = the case was closed
trigger-decision = the decision
trigger-legal-force = the decision gained legal force
trigger-last-entry = the last entry
trigger-inactivity = the case has stood still
trigger-superseded = it was replaced
trigger-end-of-calendar-year = the end of the calendar year
trigger-end-of-fiscal-year = the end of the financial year
trigger-end-of-school-year = the end of the school year
trigger-end-of-enrolment = the pupil left
trigger-end-of-employment = the employment ended
trigger-recruitment-end = the recruitment was finished
trigger-contract-end = the contract ended
trigger-project-end = the project ended
trigger-end-of-measure = the measure ended
trigger-audit = the audit
trigger-person-dies = the person died
trigger-age-of-person = the age of the person
trigger-other = another event

## What a date is worth, and where it comes from

rank-registered = registered event
rank-event = event named in the text
rank-document = date of the document
rank-year = year in a case number or folder
rank-embedded = date kept in the file
rank-modified = last change on the file server
rank-changed = last change of the file's metadata
source-text = running text
source-heading = heading
source-header = page header
source-folder = folder name
source-name = file name
source-property = document property
obligation-preserve = preserve
obligation-deliver = deliver to the archive
obligation-dispose = delete

## Words of all reports

none = none
further = and more
count-files =
    { $n ->
        [one] 1 file
       *[other] { $n } files
    }
count-folders =
    { $n ->
        [one] 1 folder
       *[other] { $n } folders
    }
count-documents =
    { $n ->
        [one] 1 document
       *[other] { $n } documents
    }
count-in-documents =
    in { $n ->
        [one] 1 document
       *[other] { $n } documents
    }
count-occurrences =
    { $n ->
        [one] 1 place
       *[other] { $n } places
    }
count-persons =
    { $n ->
        [one] 1 person
       *[other] { $n } persons
    }
count-members =
    { $n ->
        [one] 1 member of a file
       *[other] { $n } members of files
    } (attachment, file in an archive)
further-files =
    { $n ->
        [one] 1 in another folder
       *[other] { $n } in other folders
    }
since-date = { $date }
risk-score = risk { $score } of 100
root-covered = { $root }: { $reached } of { $files } files that were met ({ $share }); folders that could not be listed: { $unlisted }
heading-rules = Findings by rule
heading-categories = Documents by kind of personal data
heading-verdicts = How the files stand to the plan
heading-worst = Documents to look at first
heading-overdue = Files past their time
heading-ageing-units = Age against the plan, by unit
about-ageing-units = Files of each unit by what the plan asks for today.
heading-overdue-types = Overdue for disposal, by document type
about-overdue-types = Rule, link and date are known for these files.
heading-delivery-types = Delivery to the archive overdue, by document type
about-delivery-types = They are delivered first; nothing of them is disposed of before.
heading-papers = Working papers and copies to be cleared, by folder
about-papers = Untouched for long: register them or delete them.
about-papers-copies = { $n } of them have the same content as a registered file.
heading-unlinked = No row of the plan, by folder
about-unlinked = One line of the mapping settles a whole folder; `sporhund plan suggest` writes them.
heading-kept = Why files are kept
about-kept = Exceptions go before the row of the plan.
heading-deceased = Files about persons who are probably dead
about-deceased = Everyone they name by number is probably dead. The GDPR protects the living; the plan holds all the same.
band-past = past its time
band-perhaps = perhaps past its time
band-soon = soon, or allowed
band-running = time runs
band-kept = kept for ever or on hold
band-open = not settled
column-type = Document type
column-folder = Folder
column-since = Since
column-nearest = Nearest row
column-fit = Fit
column-why-kept = Why
table-further = { $n } more are not shown.
heading-unread = What could not be read
unread-none = Everything was read.
unread-no-files = No files were found.
warning-nothing-read = NOTHING WAS READ. This report says nothing about whether there is personal data here.
warning-partly-covered = Not everything was reached. This much of each place was covered:
warning-not-readable =
    { $n ->
        [one] 1 file
       *[other] { $n } files
    } could not be opened or are broken; what is in them is not known.
controllers-no-paths = Several controllers were scanned. Secrecy holds between them, so paths are shown only in a report made for one of them.
controller-unnamed = No controller stated
human-title = Personal data in files
human-files = Files: { $files } ({ $size }), read: { $read } ({ $share })
human-data = With personal data: { $documents }, with sensitive data about a person: { $sensitive }, persons (counted in each document): { $persons }
human-controller = Files: { $files }, with personal data: { $documents }, with sensitive data about a person: { $sensitive }
human-excluded = Left out by pattern: { $patterns }
human-method = sporhund { $program }, isolation { $isolation }, finished { $finished }

## One file explained

explain-file = Format { $format }, { $size }, read as: { $kind }
explain-the-file = the file
explain-reading = How it was read
explain-findings = What was found
explain-no-findings = Nothing was found.
explain-finding = { $rule }: { $masked } – { $place } – sure to { $share }
explain-stands-for = stands for { $n } places
explain-further = and { $n } more
explain-assessment = What it holds as a whole
explain-level = Protection: { $level }. Persons named by number: { $persons }
explain-sensitive =
    { $category } about a person, in { $n ->
        [one] 1 place
       *[other] { $n } places
    }, sure to { $share }
explain-risk = Risk { $score } of 100, made up of:
explain-verdict = Whether it may still lie here
explain-no-verdict = It has not been judged against a plan.
explain-row = Row { $number } of the plan “{ $plan }”: { $row }
explain-phrase = The plan says: “{ $phrase }”
explain-trigger = The period starts with: { $trigger }
explain-dossier = Belongs to the case or dossier { $dossier }; the clock runs for all of it together
explain-standing = What it is: { $standing }
explain-identical = The registered file with the same content: { $path } (root { $root })
standing-registered-record = registered record
standing-record = record
standing-copy = copy
standing-working-paper = working paper
standing-private = private
standing-unknown = not known
worklist-sheet-groups = Groups
worklist-sheet-files = Files
worklist-sheet-decisions = Decisions
worklist-decision = Decision
worklist-note = Note
worklist-verdict = Verdict
worklist-due = Ran out or runs out
worklist-controller = Authority
worklist-unit = Unit
worklist-place = Folder or dossier
worklist-path = Path
worklist-dossier = Dossier
worklist-standing = What it is
worklist-class-code = Class code
worklist-document-type = Document type
worklist-first-year = From year
worklist-last-year = To year
worklist-files = Files
worklist-size = Bytes
worklist-medium = Format
worklist-phrase = Time limit of the plan
worklist-plan = Relied on
worklist-plan-row = { $plan }, row { $row }
worklist-date = Date
worklist-date-source = What the date is
worklist-persons = Persons
worklist-level = Level
worklist-reasons = Why
worklist-exceptions = Exceptions and holds
worklist-identical = Registered file with the same content
worklist-identical-elsewhere = a registered file of another authority
worklist-left-out = { $n } further files are left out of the list.
worklist-groups-left-out = { $n } further files belong to groups that are left out of the list.
decision-delete = delete
decision-register-then-delete = register, then delete
decision-de-identify = de-identify
decision-deliver = deliver to the archive
decision-preserve = preserve
decision-restrict = restrict access
decision-keep-until = keep until, with reason
decision-hold = hold
decision-not-mine = not mine
decision-wrong-link = wrong row of the plan
decision-false-alarm = false alarm
decision-handled = handled already
decision-why-delete = The files may go. Nothing is deleted before someone has attested the list made for it.
decision-why-register-then-delete = They belong in the case system; the copies here go afterwards.
decision-why-de-identify = They are kept without what points to a person.
decision-why-deliver = They go to the archive, and only then from here.
decision-why-preserve = They are kept for ever.
decision-why-restrict = They stay, for fewer people.
decision-why-keep-until = They stay until a day; write the day and the reason in the note.
decision-why-hold = They must not be touched; write why in the note.
decision-why-not-mine = Someone else answers for them.
decision-why-wrong-link = They are of another type; write which in the note.
decision-why-false-alarm = What was found in them is nothing.
decision-why-handled = It is done.
explain-obligation = To do: { $obligation } – { $state } – { $date }
explain-dates = Dates that are known:
explain-no-dates = No date is known.
explain-chosen = { " " }← this one decided
explain-exceptions = Kept because of:
explain-candidates = Rows that may fit, best first:
explain-candidate = row { $number } of “{ $plan }”: { $row } ({ $share })

## The page

skip-to-content = Skip to the content
contents = Contents
several-controllers = { $n } controllers
fact-scanned = Scanned
fact-today = Judged as of
fact-plan = Document management plan
no-plan = none given
lede = { $documents } of { $read } files that were read hold personal data, { $sensitive } of them sensitive data about a person. In all { $files } files were found; { $share } of them could be read.
of-read = { $share } of those read
of-files = { $share } of the files
of-dossier = case or dossier { $dossier }
tile-files = Files found
tile-read = Files read
tile-with-data = With personal data
tile-sensitive = With sensitive data about a person
tile-persons = Persons named by number
tile-persons-detail = counted in each document
tile-past = Past their time
tile-possibly = and { $n } possibly
partly-covered-note = What was not reached may hold anything. Files in folders that could not be listed are not counted at all.
nothing-found = No personal data was found in what was read.
show-numbers = Show the numbers
heading-short = In short
heading-found = What was found
heading-units = Documents with personal data by unit
heading-retention = May the files still lie there?
heading-ageing = Documents with personal data by year
heading-groups = The groups and why
heading-controllers = Each controller
heading-coverage = What was read and what was not
heading-outcomes = Files by how the reading ended
heading-roots = Places that were scanned
heading-members = Parts of files that could not be read (attachments, files in archives)
heading-remarks = Remarks on files that were read
heading-formats = Files by format
heading-method = How it was done
heading-excluded = Left out on purpose
heading-notes = Notes of the scan
heading-reading = How to read the figures
other-units = Other units
legend-due = past its time or to be cleared
legend-rest = other
column-category = Kind of personal data
column-documents = Documents
column-unit = Unit
column-year = Year
column-due = Past their time or to be cleared
column-rule = Rule
column-places = Places
column-risk = Risk
column-document = Document
column-level = Protection
column-persons = Persons
column-contents = Contents
column-verdict = Plan
column-date = Date
column-row = Row of the plan
column-root = Place
column-covered = Covered
column-reached = Files reached
column-met = Files found
column-read = Files read
column-unlisted = Folders not listed
column-reason = Reason
column-files = Files
column-size = Size
column-folders = Where
column-remark = Remark
word-files = files
word-with-data = with personal data
why = Why
no-verdicts = No file was judged.
about-worst = Ordered by how much harm they could do: what they hold, about how many, and who can read it. Numbers, mail addresses and names in paths are masked.
about-overdue = Those longest past their time. Nothing has been deleted; each file must be checked and decided on.
about-coverage = A file that could not be read may hold personal data. All of them are listed here, by reason.
method-program = Program
method-rules = Rules (digest)
method-isolation = Isolation of the readers
method-started = Started
method-finished = Finished
method-not-finished = broken off
method-scan = Scan number
reading-masked = No value is shown in full, and no name of a file in which something was found.
reading-sensitive = A sensitive word counts only when it stands close to an identified person.
reading-persons = A person named in ten documents is counted ten times here.
reading-overdue = “Overdue” is said only when rule, link to the plan, case and date are all known, never from the file server's date alone.
reading-risk = The risk orders the documents, from 0 to 100. It is not a probability.
reading-backups = Backups, and what lies outside the places that were scanned, are not part of this report.

## Why a verdict stands

reason-dossier-newer = A file of the same case is newer than the end of its time.
reason-link-mapping = The organisation's own mapping names the row.
reason-registered-case = The case system knows its case.
reason-case-open = Its case is still open in the case system.
reason-superseded = A newer delivery of the same series is there.
reason-never-disposed = The plan never disposes of this kind ({ $kind }).
reason-plan-not-in-force = The plan { $plan } does not hold on this day, and no other version was given.
reason-link-weak = The names fit the row only in part.
reason-identical-registered = A registered file has the same content.
reason-identical-elsewhere = { $files ->
    [one] One other file has
   *[other] { $files } other files have
 } the same content.
reason-series = One of { $files } deliveries of a series, of { $first } to { $last }.
reason-series-deleted-yearly = Of this series nothing older than last year is left.
reason-series-not-deleted = Deliveries of earlier years than the last one were not deleted.
reason-series-columns = All deliveries have the same headings.
reason-series-outside = Deliveries go back to { $first }; the plan permits from { $permitted } on.
reason-period-runs = The period of the plan still runs.

## Plans that cannot be read

error-plan-line = Line { $line } is no JSON object.

## History

heading-history = Over time
about-history = What the scans found, one after the other. A line begins at nought.
column-scan = Scan
column-change = Change
figure-changes = Since the scan before
figure-unit-trends = Documents with personal data, by unit, since the scan before
figure-category-trends = Documents by kind of personal data, since the scan before
change-new = New
change-gone = Gone
change-changed = Changed
change-moved = Moved or renamed
measure-files = Files
measure-bytes = Bytes
measure-read = Files read
measure-with-data = Documents with personal data
measure-sensitive = Documents with sensitive data
measure-persons = Persons named by number
measure-findings = Findings
measure-overdue = Overdue documents
measure-failed = Files that could not be read
measure-not-reached = Files that no run has come to yet
history-empty = There is no scan in this store.
history-whole = came to its end
history-stopped = ended before all was read
history-broken = was broken off
diff-heading = From scan { $from } ({ $fromtime }) to scan { $to } ({ $totime })
diff-units = Documents with personal data, by unit
diff-categories = Documents, by category
diff-none = No file differs.
