//! A share that lives: files come, change, move and go, in dossiers, series, copies, cases and migrations.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use sporhund_model::{
    Confidence, Coverage, DateEvidence, DateRank, Facts, Fingerprint, IdentityKind, Item, ItemScan,
    Location, MemberPath, Mention, Outcome, RelPath, Root, RootName, RuleId, ScanBatch, ScanInfo,
    Signal, SignalSource, Table, TableRow,
};
use sporhund_retention::cases::Cases;
use sporhund_retention::judge::Settings;
use sporhund_retention::mapping::{Mapping, MappingLine};
use sporhund_retention::phrase;
use sporhund_retention::plan::{BirthdayException, Plan, PlanRow};
use sporhund_store::{Store, Values};

const ROWS: [(&str, &str); 9] = [
    ("Klasslista", "Gallras 2 år"),
    ("Delegationsbeslut", "Bevaras"),
    ("Skolskjutsansökan", "Gallras 5 år efter avslutat ärende"),
    ("Leverantörsfaktura", "Gallras 7 år"),
    (
        "Bygglovsritning",
        "Bevaras. Levereras till kommunarkivet efter 5 år",
    ),
    ("Semesterlista", "Gallras vid inaktualitet"),
    ("Tillsynsrapport", "Gallras tidigast efter 2 år"),
    ("Personakt", "Gallras 5 år efter sista anteckning"),
    ("Avvikelserapport", "Gallras när personen fyllt 25 år"),
];

pub struct Share {
    _folder: tempfile::TempDir,
    pub store: Store,
    scan: u64,
    state: u64,
    next: u32,
    /// Root and path of what is there.
    alive: Vec<String>,
}

impl Share {
    /// A share with so many files.
    pub fn new(seed: u64, files: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::anonymous(folder.path(), Values::Drop).unwrap();
        let root = |name: &str, unit: Option<&str>| Root {
            name: RootName(name.into()),
            path: "/srv".into(),
            display: String::new(),
            controller: name.to_uppercase(),
            unit: unit.map(str::to_owned),
        };
        let info = ScanInfo {
            roots: vec![root("r", Some("Skola")), root("s", None)],
            ..ScanInfo::default()
        };
        let scan = store.begin(&info).unwrap();
        let mut share = Share {
            _folder: folder,
            store,
            scan,
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            next: 0,
            alive: Vec::new(),
        };
        let items = (0..files)
            .map(|_| {
                let path = share.path();
                share.item(&path, date(2024, 1, 1))
            })
            .collect();
        share.merge(items);
        share
    }

    pub fn files(&self) -> usize {
        self.alive.len()
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % limit
    }

    fn is_one_in(&mut self, share: u64) -> bool {
        self.below(share) == 0
    }

    /// Some changes of a day.
    pub fn live(&mut self, changes: u64, today: Date) {
        for _ in 0..changes {
            match self.below(5) {
                0 | 1 => {
                    let path = self.path();
                    let item = self.item(&path, today);
                    self.merge(vec![item]);
                }
                2 => self.change(today),
                3 => self.go(),
                _ => self.travel(today),
            }
        }
        // Many files of one minute, as after a copy of all.
        if changes > 3 && self.is_one_in(3) {
            let paths: Vec<String> = (0..self.below(60)).map(|_| self.path()).collect();
            let mut items: Vec<ItemScan> = Vec::new();
            for path in paths {
                let mut item = self.item(&path, today);
                let minute = today.at(3, 0, 0, 0);
                item.item.times.modified = TimeZone::UTC.to_timestamp(minute).ok();
                items.push(item);
            }
            self.merge(items);
        }
    }

    fn any(&mut self) -> usize {
        self.below(self.alive.len() as u64) as usize
    }

    fn change(&mut self, today: Date) {
        let at = self.any();
        let path = self.alive[at].clone();
        let mut item = self.item(&path, today);
        if self.is_one_in(3) {
            item.coverage[0].outcome = Outcome::NotReached;
        }
        self.merge(vec![item]);
    }

    fn go(&mut self) {
        let at = self.any();
        let path = self.alive.swap_remove(at);
        let (root, path) = place(&path);
        let folder = RelPath::new(path.folder());
        let known = self.store.find_folder(&root, &folder).unwrap().unwrap();
        let items = self.store.items_of(known.id).unwrap();
        let item = items.iter().find(|item| item.name == path.name()).unwrap();
        self.store.retire(&root, self.scan, &[item.id]).unwrap();
    }

    fn travel(&mut self, today: Date) {
        let at = self.any();
        let from = self.alive.swap_remove(at);
        let to = self.path();
        let mut item = self.item(&to, today);
        item.moved_from = Some(place(&from));
        let from = place(&from);
        self.merge(vec![item]);
        assert!(self.store.find_item(&from.0, &from.1).unwrap().is_none());
    }

    fn merge(&mut self, items: Vec<ItemScan>) {
        for item in &items {
            let path = format!("{}:{}", item.item.root.0, item.item.path.display());
            if !self.alive.contains(&path) {
                self.alive.push(path);
            }
        }
        let batch = ScanBatch {
            items,
            ..ScanBatch::new(self.scan)
        };
        self.store.merge(&batch).unwrap();
    }

    fn day(&mut self) -> Date {
        let (year, month, day) = (self.below(17), self.below(12), self.below(28));
        date(2012 + year as i16, 1 + month as i8, 1 + day as i8)
    }

    fn path(&mut self) -> String {
        self.next += 1;
        let (number, day) = (self.next, self.day());
        let (kind, _) = ROWS[self.below(9) as usize];
        let root = if self.is_one_in(4) { "s" } else { "r" };
        let name = match self.below(10) {
            0 | 1 => format!(
                "Personakter/Akt {}/{kind} {day} {number}.docx",
                self.below(9)
            ),
            2 => format!("SN 2019-{}/{kind} {number}.docx", 100 + self.below(9)),
            3 => format!("Uttag/DREAM {}-{:02} {number}.csv", day.year(), day.month()),
            4 => format!("Leverans {}/uttag {}.csv", self.below(4), day),
            5 => format!("{kind}or/{kind} {number} - kopia.docx"),
            6 => {
                let (document, version) = (self.below(6), self.below(20));
                format!("{kind}or/Rapport {document} v{version}.docx")
            }
            7 => format!("Privat/semester {number}.jpg"),
            8 => format!("Stopp/{kind} {number}.pdf"),
            _ => format!("{kind}or/{day} {kind} {number}.docx"),
        };
        format!("{root}:{name}")
    }

    fn item(&mut self, path: &str, today: Date) -> ItemScan {
        let (root, path) = place(path);
        let mut item = Item {
            root,
            path,
            size: 1 + self.below(4),
            ..Item::default()
        };
        item.version.modified_ns = self.below(1 << 40) as i64;
        let day = if self.is_one_in(3) { today } else { self.day() };
        let modified = day.at(9, self.below(60) as i8, 0, 0);
        item.times.modified = TimeZone::UTC.to_timestamp(modified).ok();
        item.unit = self
            .is_one_in(3)
            .then(|| format!("Enhet {}", self.below(3)));
        let mut scan = ItemScan {
            item,
            read_key: [3; 16],
            coverage: vec![Coverage::default()],
            ..ItemScan::default()
        };
        let mut hash = [0; 32];
        hash[0] = self.below(60) as u8;
        scan.content_hash = (!self.is_one_in(3)).then_some(hash);
        if self.is_one_in(30) {
            scan.coverage[0].outcome = Outcome::Encrypted;
        }
        self.sign(&mut scan);
        self.name_persons(&mut scan);
        scan
    }

    fn sign(&mut self, scan: &mut ItemScan) {
        let kinds = [
            (DateRank::Event, Some("case_closed")),
            (DateRank::Event, Some("last_entry")),
            (DateRank::Document, None),
            (DateRank::Embedded, None),
        ];
        for (rank, trigger) in kinds {
            if self.is_one_in(3) {
                let date = self.day();
                scan.signals.dates.push(DateEvidence {
                    rank,
                    date,
                    trigger: trigger.map(str::to_owned),
                    source: SignalSource::Text,
                });
            }
        }
        if self.is_one_in(12) {
            scan.signals.case_numbers.push(Signal {
                value: format!("SN/2019:{}", 100 + self.below(9)),
                source: SignalSource::Header,
            });
        }
    }

    fn name_persons(&mut self, scan: &mut ItemScan) {
        if !self.is_one_in(3) {
            return;
        }
        let person = self.below(5);
        scan.assessment.persons.count = 1;
        scan.mentions.push(Mention {
            identity: IdentityKind::SePerson,
            fingerprint: Fingerprint {
                key: 1,
                mac: [person as u8; 16],
            },
            count: 1,
            rule: RuleId::parse("se.personnummer").unwrap(),
            confidence: Confidence::MAX,
            member: MemberPath::default(),
            first: Location::default(),
            facts: Facts {
                birth_year: Some([1915, 1930, 1998, 2001, 2003][person as usize]),
                research_day: Some(person == 1),
                ..Facts::default()
            },
        });
    }

    /// A plan whose second version comes into force, cases and a mapping.
    pub fn plan(today: Date) -> (Vec<Plan>, Settings) {
        let row = |(number, (kind, words)): (usize, &(&str, &str))| PlanRow {
            number: number as u32 + 1,
            document_type: (*kind).to_owned(),
            phrase: (*words).to_owned(),
            normal: phrase::parse(words),
            birthday: if *kind == "Personakt" {
                BirthdayException::Days
            } else {
                BirthdayException::None
            },
            ..PlanRow::default()
        };
        let plan = Plan {
            name: "plan".to_owned(),
            rows: ROWS.iter().enumerate().map(row).collect(),
            valid_to: Some(date(2028, 5, 1)),
            ..Plan::default()
        };
        let mut settings = Settings::new(today);
        settings.holds = vec!["Stopp/*1.pdf".to_owned()];
        settings.cases = Cases::from_tables(&[cases()]).unwrap();
        settings.mapping = Mapping {
            lines: vec![MappingLine {
                glob: "Stopp/*2.pdf".to_owned(),
                row: "Klasslista".to_owned(),
                date: Some(date(2024, 6, 30)),
                ..MappingLine::default()
            }],
        };
        (vec![plan], settings)
    }
}

fn place(path: &str) -> (RootName, RelPath) {
    let (root, path) = path.split_once(':').unwrap();
    (RootName(root.into()), RelPath::from(path))
}

fn cases() -> Table {
    let row = |number, cells: [&str; 2]| TableRow {
        number,
        cells: cells.map(str::to_owned).to_vec(),
    };
    Table {
        rows: vec![
            row(1, ["Ärendenummer", "Avslutat"]),
            row(2, ["SN 2019-101", "2021-03-01"]),
            row(3, ["SN 2019-102", ""]),
            row(4, ["SN 2019-103", "2025-11-30"]),
        ],
        ..Table::default()
    }
}
