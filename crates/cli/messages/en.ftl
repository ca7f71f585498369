# What the program says at the command line, in English: its help by command and flag, then the sentences of each command.

help = Finds personal data in files and tells whether it may still lie there. It proposes and never deletes.
help-language = Language of help, reports and messages: en, sv or da [default: that of the system, else en]
help-color = Whether the text is coloured: auto, always or never
help-examples =
    Examples:
      sporhund demo                                   a synthetic share, scanned and checked
      sporhund scan /srv/share/VON                    what lies on a share
      sporhund scan /srv/share/VON --plan plan.xlsx --report von.html
      sporhund explain /srv/share/VON/2019/beslut.docx

help-usage = Usage:
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-commands = Commands
help-help = Shows this help; for a command: `sporhund help COMMAND`
help-version = Shows the version
help-heading-retention = Plan
help-heading-output = Output
help-heading-detection = What is looked for
help-heading-state = What is kept
help-heading-limits = Limits

help-scan = Scans folders and files
help-scan-examples =
    Examples:
      sporhund scan /srv/share/VON
      sporhund scan /srv/share/VON --plan plan.xlsx --report von.html --store von.sqlite
      sporhund scan /srv/share/VON --format jsonl -o von.jsonl
      sporhund scan --config sporhund.toml --fail-on sensitive

    Exit codes: 0 done; 1 something at or above --fail-on; 2 a place that could not be read, nothing read at all, a scan that was broken off, or too many failed files.
help-scan-paths = Folders or files to scan; without any, the roots of --config
help-scan-config = Settings by the names of these flags, and roots; `sporhund config init` writes one
help-scan-exclude = Leaves out files and folders by this pattern (no `/`: a name; with `/`: a path); may be repeated
help-scan-plan = Document management plan to judge by (xlsx, csv); the first one given goes before the others
help-scan-today = The day that verdicts are for, as YYYY-MM-DD [default: today]
help-scan-hold = Files by this pattern are on legal hold; may be repeated
help-scan-mapping = Folders and files that belong to rows of the plan, as TOML or a table (glob, row, board, date, hold)
help-scan-cases = Cases of the case system as a table: number, class, opened, closed, archived
help-scan-format = How results are written: human or jsonl [default: human]
help-scan-output = Writes results to this file instead of standard output
help-scan-report = Writes an HTML report; with several controllers, one more for each
help-scan-worklist = Writes the worklist (xlsx or csv); with several controllers, one for each
help-scan-occurrences = Which findings are written: samples (25 of a rule in a file) or all [default: samples; all with --show-values]
help-scan-show-values = Writes values in full; reads every file anew and keeps nothing
help-scan-fail-on = Ends with 1 when something of this level or higher lies there: ordinary, confidential, sensitive, crime or protected
help-scan-max-failed-share = Ends with 2 when a larger share of the files failed, 0 to 1 [default: 0.05]
help-scan-only = Only these rules, with commas between
help-scan-rules = Adds the rules of this folder; may be repeated
help-scan-min-confidence = Leaves out what is less sure, 0 to 1 [default: 0.5]
help-scan-store = Where results are kept, so that the next scan reads only what has changed [default: a file in your state folder]
help-scan-no-store = Keeps nothing
help-scan-key = The key of fingerprints [default: a file in your configuration folder]
help-scan-threads = Threads, each with a worker process [default: one for each processor]
help-scan-memory = Memory for the program and its workers together [default: 1GiB]
help-scan-timeout = Seconds for one file [default: 60]
help-scan-max-bytes-out = Text and unpacked members of one file together [default: 4GiB]
help-scan-max-member-size = One unpacked member [default: 1GiB]
help-scan-max-depth = Containers within containers [default: 8]
help-scan-max-members = Members of one file [default: 100000]
help-scan-max-ratio = Unpacked to packed size of one member [default: 1000]

help-demo = Writes a synthetic municipal share, scans it, and checks itself against the truth
help-demo-dir = The folder to write to
help-demo-threads = Threads [default: one for each processor]
help-demo-list = Shows all figures of the check
help-demo-verdicts = Writes the share whose every verdict is known instead, and measures links and verdicts
help-demo-examples =
    Examples:
      sporhund demo
      sporhund demo /tmp/demo --list

help-rules-check = Checks rules against their own examples
help-rules-check-dirs = Folders with rules of your own, checked together with those of the program
help-rules-list = Lists the rules
help-rules-show = Shows a rule with its examples and sources
help-rules-show-id = The rule, such as se.personnummer
help-rules-test = Shows what the rules find in a text, with values and reasons
help-rules-test-text = The text
help-rules-test-file = A file with the text
help-rules = Rules: what is looked for, and whether it holds
help-rules-list-rules = Adds the rules of this folder
help-rules-show-rules = Adds the rules of this folder
help-rules-test-rules = Adds the rules of this folder
help-rules-examples =
    Examples:
      sporhund rules list
      sporhund rules show dk.cpr
      sporhund rules test --text "Personnummer: 811218-9876"
      sporhund rules check my-rules/

help-plan = Document management plans
help-plan-check = Shows what is understood of a plan
help-plan-check-file = The plan (xlsx, csv, or a document with tables)
help-plan-check-format = human; csv or jsonl: the plan in normal form, to be corrected and read back
help-plan-explain = Shows what a retention phrase means
help-plan-explain-phrase = The phrase; `-` reads phrases from standard input, one a line
help-plan-explain-format = human or jsonl
help-plan-link = Shows which rows of the plan files are linked to, and why; reads no file
help-plan-link-paths = Files or folders; those that were never scanned are linked by their names
help-plan-link-format = human or jsonl
help-plan-suggest = Proposes lines of the mapping for the folders with most files that no row was linked to
help-plan-suggest-limit = Lines at most [default: 40]
help-plan-link-plan = The plan to judge by; the first one given goes before the others
help-plan-link-mapping = Folders and files that belong to rows of the plan, as TOML or a table (glob, row, board, date, hold)
help-plan-link-cases = Cases of the case system as a table: number, class, opened, closed, archived
help-plan-link-hold = Files by this pattern are on legal hold; may be repeated
help-plan-link-today = The day that verdicts are for, as YYYY-MM-DD [default: today]
help-plan-link-store = The store of the last scan [default: a file in your state folder]
help-plan-link-config = Settings of the scan
help-plan-suggest-plan = The plan to judge by; the first one given goes before the others
help-plan-suggest-mapping = Folders and files that belong to rows of the plan, as TOML or a table (glob, row, board, date, hold)
help-plan-suggest-cases = Cases of the case system as a table: number, class, opened, closed, archived
help-plan-suggest-hold = Files by this pattern are on legal hold; may be repeated
help-plan-suggest-today = The day that verdicts are for, as YYYY-MM-DD [default: today]
help-plan-suggest-store = The store of the last scan [default: a file in your state folder]
help-plan-suggest-config = Settings of the scan
help-judge-plan = The plan to judge by; the first one given goes before the others
help-judge-mapping = Folders and files that belong to rows of the plan, as TOML or a table (glob, row, board, date, hold)
help-judge-cases = Cases of the case system as a table: number, class, opened, closed, archived
help-judge-hold = Files by this pattern are on legal hold; may be repeated
help-judge-today = The day that verdicts are for, as YYYY-MM-DD [default: today]
help-judge-store = The store of the last scan [default: a file in your state folder]
help-judge-config = Settings of the scan
help-judge = Judges what the last scan stored by other plans or for another day; reads no file
help-judge-format = How results are written: human or jsonl [default: human]
help-judge-output = Writes results to this file instead of standard output
help-judge-report = Writes an HTML report; with several controllers, one more for each
help-judge-worklist = Writes the worklist (xlsx or csv); with several controllers, one for each
help-judge-examples = 
    Examples:
      sporhund judge --plan new.xlsx
      sporhund judge --plan new.xlsx --store von.sqlite --worklist von.xlsx
help-plan-examples =
    Examples:
      sporhund plan check plan.xlsx
      sporhund plan explain "Gallras 5 år efter avslutat ärende"

help-explain = Tells why a file has these findings and this verdict
help-explain-path = The file
help-explain-store = The store of its last scan; without it there, the file is scanned alone
help-explain-config = Settings of the scan
help-explain-plan = Judges by this plan; the file is scanned alone
help-explain-examples =
    Examples:
      sporhund explain /srv/share/VON/2019/beslut.docx
      sporhund explain beslut.docx --plan plan.xlsx

help-config = The configuration file
help-config-init = Writes a commented configuration file with every setting
help-config-examples =
    Example:
      sporhund config init > sporhund.toml

cli-error = error
progress-line = { $files } files, { $size } ({ $rate }/s), { $findings } findings
progress-left = , about { $time } left
scan-done = { $files } files: { $read } read ({ $size }), { $unchanged } unchanged since the last scan
scan-report = Report: { $path }
scan-worklist = Worklist: { $path }
judge-no-store = There is no stored scan at { $path }.
judge-nothing-kept = The settings keep no results, so that nothing is stored to judge.
link-none = no row of the plan fits
link-weak = too little for a link; the nearest rows are
link-candidate = { $share }: { $code } { $type } (row { $number } of { $plan })
suggest-head = Lines for the mapping (--mapping). Look at each row before you take it over.
suggest-none = Every file is linked to a row.
suggest-files = { $n -> 
    [one] One file
   *[other] { $n } files
 }
suggest-nearest = Nearest, at { $share } on average: { $type } ({ $plan })
scan-stopped = The scan was broken off. What it had found by then is reported; the rest is marked as not reached.
error-root = Not scanned: { $why }

demo-written =
    Wrote { $files } files to { $path }, with { $planted } planted values and { $verdicts } known verdicts.
demo-check =
    Check against the truth: { $found } of { $planted } planted values found, { $false } false; { $right } of { $verdicts } verdicts right.
demo-files =
    Report:     { $report }
    JSON lines: { $jsonl }
    Store:      { $store }

rules-checked = { $rules } rules, { $examples } examples: { $failures } failures
config-top =
    Settings of sporhund. Each has the name of a flag of `sporhund scan`; a flag wins over this file. Paths are meant from
    the folder of this file. Take away the # in front of what you set.
config-root = Roots, one block each: name (kept when the share is mounted elsewhere), path, what people can click, controller, unit.
config-except = What is never a finding: numbers, mail domains whose addresses are official, words; and thresholds of single rules.

plan-read = { $plan }: { $rows } rules, headings in row { $header }
plan-headings = Headings and what they are taken for
plan-levels = Rules by levels of the class code
plan-phrases = { $n } phrases and what they mean
plan-needs-human = { $n } rows that someone must settle
plan-without-phrase = { $n } rows without a decision or time limit
plan-unknown = { $n } phrases that are not understood
plan-role-class-code = class code
plan-role-document-type = document type
plan-role-decision = decision
plan-role-preserve = what is preserved
plan-role-dispose = what is disposed of
plan-role-time-limit = time limit
plan-role-delivery = delivery to the archive
plan-role-storage = storage
plan-role-order = order and medium
plan-role-registration = registration
plan-role-legal-basis = legal basis
plan-role-secrecy = secrecy
plan-role-responsible = responsible
plan-role-remark = remark
plan-action-preserve = preserve
plan-action-dispose = dispose of
plan-action-deliver = deliver to the archive
plan-action-when-no-longer-needed = dispose of when no longer needed
plan-action-review = look at it again
plan-action-unknown = not understood
plan-bound-at-most = at the latest after
plan-bound-exact = after
plan-bound-at-least = at the earliest after
plan-after = counted from: { $trigger }
plan-duty-may = allowed, not required
plan-to-settle = someone must settle it
