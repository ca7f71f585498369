# Notes in English, by their code: how a file was read, why something was found, why a verdict is what it is.

## Reading: errors

error-broken = Broken: { $what }, at byte { $offset }
error-decoder-panic = The reader gave up on this file; the file may be broken
error-decoder-panicked = The reader of { $format } gave up on this part; it may be broken
error-embedded-file = File number { $ordinal } in the document could not be taken out
error-event-too-long = A part of the file is too long to be passed on
error-list-bad-path = Not a path of this place
error-list-denied = No right to list this folder
error-list-io = The folder could not be listed (error { $error } of the system)
error-list-not-found = The folder was gone when it was to be listed
error-open-denied = No right to read this file
error-open-io = The file could not be opened (error { $error } of the system)
error-open-locked = Another program has locked the file; it was tried twice
error-open-not-found = The file was gone when it was to be read
error-pages-broken = Pages that could not be read: { $pages }
error-panic = An error in this program; please report it
error-plan-no-headings = No headings of a plan. Found: { $found }. Needed: { $needed }. Closest row: { $closest }
error-plan-no-rows = Headings, but no rule under them
error-read = The file could not be read to its end ({ $kind })
error-reading = The file could not be read to its end ({ $kind })
error-worker-died = The file ended its reading process twice ({ $how })
error-worker-protocol = The reading process broke its rules ({ $what })
error-worker-start = No reading process could be started

## Reading: limits and notes

limit-bytes-out = The limit for text and unpacked members was met; the rest was not read (--max-bytes-out)
limit-depth = Too many containers within containers; the innermost were not opened (--max-depth)
limit-member-size = A member is larger than the limit and was not read whole (--max-member-size)
limit-members = The limit for the number of members was met; the rest was not read (--max-members)
limit-page-text = Pages with more text than is kept: { $pages }
limit-ratio = Packed too tightly to be an honest file; it was not read whole (--max-ratio)
limit-time = The time for one file was over; the rest was not read (--timeout)
limit-timeout = The time for one file was over; the rest was not read (--timeout)
note-broken-part = A part of the document is broken: { $what }
note-folder-seen = This folder was already read under another path
note-link = A link; what it leads to is read in its own place
note-needs-ocr = Pages that are pictures without text (needs OCR): { $pages }
note-no-directory = The archive has no intact list of contents; what could be found was read
note-offline = Kept elsewhere (offline or in the cloud); it was not fetched back
note-special-file = Not a file but a device, socket or pipe
note-stopped = The scan was broken off before this file
note-stray-bytes = Bytes that do not belong to the text's encoding: { $count }
note-unmapped-text = Pages with characters that cannot be told: { $pages }
note-worker-retried = The file ended its reading process once ({ $how }); the second time it was read

## Why something was found

reason-address-form = The form of a mail address
reason-also-fits = It could also be: { $rule }
reason-bare = Digits without a separator
reason-bare-digits = Digits without a separator
reason-birth-day-unknown = The day of birth is not known
reason-column-of-look-alikes = Few values in this column are real numbers
reason-column-of-real = Most values in this column are real numbers
reason-coordination-number = A coordination number
reason-function-address = A mailbox of a function, not of a person
reason-deceased-by-words = Words beside it say that the person is dead
reason-official-signature = Stands in the signature of an official
reason-switchboard = A switchboard, not a person's number
reason-heading = The heading of the column names it
reason-internal-domain = A domain of machines
reason-label = A word beside it names it
reason-leading-zero-lost = The spreadsheet has lost the leading zero
reason-looks-like-time = Could be a date with a time of day
reason-looks-like-years = Could be a span of years
reason-looks-like-fraction = Written like a decimal fraction
reason-luhn-passed = The check digit is right
reason-machine-made-address = Made by a machine
reason-modulus-11-failed = Fails the old check by modulus 11, as numbers since 2007 may
reason-modulus-11-passed = Passes the check by modulus 11
reason-named-otherwise = A word beside it names something else
reason-other-language = The document is in another language
reason-probably-deceased = Born more than 110 years ago, probably deceased
reason-replacement-number = A replacement number
reason-split = Divided over cells, lines or pages
reason-standard-form = Written in the standard form
reason-term-in-row = A sensitive word in the same row as an identified person ({ $term })
reason-term-near = A sensitive word { $distance } characters from an identified person ({ $term })
reason-unusual-separator = An unusual separator
reason-capitals = Words with capitals where a name stands
reason-first-name = A first name
reason-full-name = A first name and a surname
reason-postcode = A street with postcode and town
reason-sensitive-column = The heading of the column says what it holds about the person of each row
reason-speech = Somebody who speaks
reason-street = A street with a number
reason-surname = A surname
reason-surname-first = A surname before a first name
reason-term-form = A sensitive word in a form about an identified person ({ $term })
reason-term-pronoun = A sensitive word about somebody named before in the same paragraph ({ $term })
reason-title = A title or role stands before it

## What a document is, and its risk

reason-categories-without-person = Speaks of { $categories } kinds of sensitive data without an identified person
reason-many-persons = Names { $persons } persons
reason-register-words = The words of its columns are those of a delivery out of a register
reason-title-word = A word of its title or name: { $word }
risk-categories = Sensitive categories: { $categories } ({ $points } points)
risk-children = Children, by year of birth: { $children } ({ $points } points)
risk-coordination = Coordination numbers, often of vulnerable persons ({ $points } points)
risk-level = Protection { $level } ({ $points } points)
risk-persons = Persons: { $persons } ({ $points } points)
risk-protected = Persons with a protected identity ({ $points } points)

## Why a verdict is what it is

reason-age = About { $years } years old, by the { $rank }
reason-ambiguous-rows = { $rows } rows of the plan fit about as well and ask for different things
reason-at-least = The plan gives an earliest time only
reason-birthday-kept = The person was born on day 5, 15 or 25: kept for research
reason-birthday-unclear = Files of people born on certain days are kept, and whose file this is cannot be told
reason-birth-unknown = The period runs from somebody's age, and whose file this is cannot be told
reason-copy = Its name says that it is a copy
reason-date = By the { $rank } of { $date }
reason-dates-disagree = The dates disagree: from { $earliest } to { $latest }
reason-deliver = The plan asks for delivery to the archive
reason-deliver-first = To be delivered to the archive before it is deleted
reason-dossier-clock = The newest file of the same case or dossier decides
reason-dossier-unreadable = A file of the same case or dossier could not be read
reason-draft = Its name says that it is a draft
reason-event-unknown = The event that starts the period is not known
reason-file-time-only = Only the file server's date is known, and migrations rewrite it
reason-future-date = A date lies in the future
reason-hold = On legal hold
reason-hold-note = A file of the same case says by its name that nothing may be disposed of
reason-intensive-area = Everyone's files are kept here for research
reason-link-class-code = Class code { $code } in the { $source }
reason-link-dossier = Another file of the same case tells what came of it
reason-link-remark = An example of the row's remark
reason-link-words = Words of the document type in the { $source }
reason-longest-of-rows = { $rows } rows fit about as well; the longest period decides
reason-may = The plan allows it and does not ask for it
reason-migration = Many files have this very minute as their date: the traces of a migration
reason-no-date = No date is known
reason-no-plan = No plan was given
reason-no-row = No row of the plan fits
reason-older-version = A later version of the document lies beside it
reason-outcome-unknown = What came of the matter is not told, and another row would hold then
reason-phrase-unsettled = The row's own words do not settle what is to be done
reason-preserve = The plan asks for preservation
reason-register-or-delete = Register it or delete it
reason-subjects-deceased = Everyone named by number is probably deceased: born more than 110 years ago, or said to be dead
reason-temporary = A temporary file of a program
reason-untouched = Untouched for longer than working papers are kept
reason-when-no-longer-needed = The plan says: when it is no longer needed

error-list-silent = The server gave no answer
error-root-silent = { $root } gave no sign of life and was abandoned: nothing of it is changed
error-root-unlisted = { $root } could not be listed: nothing of it is changed
error-root-other = { $root } is another file system or share than last time: nothing of it is changed until --accept-loss names it
error-root-empty = { $root } is empty, and was not last time: nothing of it is changed until --accept-loss names it
error-root-loss = { $root } has lost { $lost } of { $known } files, more than a tenth: nothing of it is changed until --accept-loss names it
error-root-listing = { $root } failed while it was listed: no file of it is taken for gone
note-root-silent = Its server gave no sign of life
note-stop-time = The time of the run was over; the next one goes on here
note-earlier-results = What is shown was found by an earlier scan
