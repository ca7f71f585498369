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

## Operations

help-heading-operations = Operations
help-scan-profile = Settings of this profile in the --config file; they win over the rest of it
help-scan-changes = Writes what differs from the scan before: files that are new, gone, changed or moved
help-scan-log-format = What stands on standard error: text for people, or json for machines, one object a line [default: text]
help-scan-metrics = Writes figures of the run for Prometheus (text file collector)
help-scan-window = Runs only between these times of day, also over midnight; what is left waits for the next run
help-scan-stop-at = Reads nothing more from this time of day on; what is left waits for the next run
help-scan-stop-after = Reads nothing more after so many minutes
help-scan-nice = Lets other programs go first: 0 to 19 [default: 0]
help-scan-max-files-per-second = Reads no more files a second of each root [default: no limit]
help-scan-max-bytes-per-second = Reads no more a second of each root, such as 20MiB [default: no limit]
help-scan-root-timeout = Seconds without a sign of life after which a root is abandoned [default: 60]
help-scan-accept-loss = This root, by name or path, may have lost files or be another file system; may be repeated
help-store = Care for what is kept
help-store-check = Tells whether a store is whole
help-store-vacuum = Gives free room back to the system
help-store-backup = Copies a store, also while a scan goes on; the key is not in the copy
help-store-backup-to = The copy; there must be no such file
help-store-purge = Removes what was gone, and scans, before some time, and writes over it
help-store-purge-older-than = How long ago, such as 400d, 24m or 2y
help-store-rekey = Takes all fingerprints on to a new key; no file is read again
help-store-dump = Writes all that a store says, sorted: two stores that say the same have the same dump
help-store-examples =
    Examples:
      sporhund store check
      sporhund store backup /backup/sporhund-2026-11-24.sqlite --store /var/lib/sporhund/store.sqlite
      sporhund store purge --older-than 400d --config sporhund.toml
help-history = Lists the scans of a store with their figures
help-diff = Tells what differs between two scans: figures, units, categories, and files that are new, gone, changed or moved
help-diff-from = The earlier scan by its number [default: the last but one]
help-diff-to = The later scan [default: the last one]
help-schedule = Has the system run a scan every night
help-schedule-print = Shows what would be installed
help-schedule-install = Writes the files, and tells how to switch them on
help-schedule-install-dir = Writes them to this folder [default: /etc/systemd/system, /etc/cron.d, or here]
help-kind = systemd (service and timer), cron or windows (Task Scheduler) [default: that of the system]
help-at = When it begins [default: the beginning of the window, else 20:00]
help-user = The account that it runs as [default: sporhund]
help-schedule-examples =
    Examples:
      sporhund schedule print --config /etc/sporhund/sporhund.toml --profile nightly
      sporhund schedule install --kind cron --config /etc/sporhund/sporhund.toml --at 21:30
scan-stop-time = The time of this run is over. What was not reached is told of, and comes next time.
warning-far-less = FAR LESS WAS READ THAN LAST TIME: { $now } files, last time { $before }. Look whether all places are there.
notify-failed = Nobody could be told of this run: { $why }
mail-subject-done = sporhund on { $host }: { $files } files, done
mail-subject-trouble = sporhund on { $host }: NOT AS IT SHOULD BE, { $files } files
mail-end = Counts only: no path, name or value leaves the machine by mail. The report lies where the configuration says.
store-whole = The store is whole.
store-damaged = Damaged: { $what }
store-orphans = { $rows } rows of the table { $table } belong to nothing
store-unreadable = A row cannot be read: { $what }
store-other-key = The key is another one than that of the store
store-vacuumed = { $before } before, { $after } now
store-backed-up = Copied to { $path }, without the key
store-purged = Removed: { $files } files that were gone, { $scans } scans
store-rekeyed = The new key is in { $path }; the one before opens nothing any more
schedule-written = Wrote { $path }
schedule-next = Switch it on: { $command }
config-mail = How the end of a run is told: counts only. tls is starttls, tls or none; when is always or trouble.
config-profile = Profiles: any of the settings above once more, for --profile NAME; roots chooses among the roots by name.
help-store-check-store = The store [default: that of the configuration, else a file in your state folder]
help-store-check-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-store-check-config = Settings of the scan
help-store-check-profile = A profile of the settings
help-store-vacuum-store = The store [default: that of the configuration, else a file in your state folder]
help-store-vacuum-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-store-vacuum-config = Settings of the scan
help-store-vacuum-profile = A profile of the settings
help-store-backup-store = The store [default: that of the configuration, else a file in your state folder]
help-store-backup-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-store-backup-config = Settings of the scan
help-store-backup-profile = A profile of the settings
help-store-purge-store = The store [default: that of the configuration, else a file in your state folder]
help-store-purge-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-store-purge-config = Settings of the scan
help-store-purge-profile = A profile of the settings
help-store-rekey-store = The store [default: that of the configuration, else a file in your state folder]
help-store-rekey-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-store-rekey-config = Settings of the scan
help-store-rekey-profile = A profile of the settings
help-store-dump-store = The store [default: that of the configuration, else a file in your state folder]
help-store-dump-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-store-dump-config = Settings of the scan
help-store-dump-profile = A profile of the settings
help-history-store = The store [default: that of the configuration, else a file in your state folder]
help-history-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-history-config = Settings of the scan
help-history-profile = A profile of the settings
help-diff-store = The store [default: that of the configuration, else a file in your state folder]
help-diff-key = Its key [default: that of the configuration, else a file in your configuration folder]
help-diff-config = Settings of the scan
help-diff-profile = A profile of the settings
help-history-format = human or jsonl
help-diff-format = human or jsonl
help-schedule-print-config = Settings of the scan
help-schedule-print-profile = A profile of the settings
help-schedule-install-config = Settings of the scan
help-schedule-install-profile = A profile of the settings
