//! The first pass: dossiers, series, versions and contents are formed before any date is taken.
//!
//! What a file says is read apart from putting it together, so that many threads can read while one puts together, in the
//! order of the files.

use super::{Judge, series, versions};
use crate::dossier;
use crate::link::Told;
use sporhund_model::{DateEvidence, ItemRecord};

/// What a file says of what it belongs to.
#[derive(Debug)]
pub struct Gathered {
    /// Its dossier, with the dates that count there.
    dossier: Option<(u64, Vec<DateEvidence>)>,
    /// What it tells of its matter.
    told: Told,
    stops: bool,
    is_page: bool,
    is_registered: bool,
    series: Option<series::Delivery>,
    version: Option<versions::Version>,
}

impl Judge {
    /// First pass: takes each file into its dossier.
    pub fn collect(&mut self, record: &ItemRecord) {
        let gathered = self.gather(record);
        self.take(record, gathered);
    }

    /// The first half of [`collect`](Self::collect): reads the file's names and dates.
    pub fn gather(&self, record: &ItemRecord) -> Gathered {
        let folder = self.folder(record);
        let path = self.path_of(record, &folder);
        let number = dossier::case_of(record, &path);
        let is_registered = number.is_some();
        let key = number.as_ref().or(folder.dossier.as_ref());
        Gathered {
            stops: path.stops,
            is_page: path.is_page,
            told: key.map_or(Told::default(), |_| {
                self.linker.told(&path, &record.signals)
            }),
            dossier: key.map(|key| (dossier::key(key), dossier::own_evidence(record, &path))),
            is_registered,
            series: series::read(&record.item),
            version: versions::read(&record.item),
        }
    }

    /// The second half of [`collect`](Self::collect): puts the file to those it belongs to.
    pub fn take(&mut self, record: &ItemRecord, gathered: Gathered) {
        self.dossiers.count_minute(record);
        if let Some((key, dates)) = gathered.dossier {
            self.dossiers.take(key, record, &dates, self.settings.today);
            self.dossiers
                .tell(key, gathered.told, gathered.stops, gathered.is_page);
        }
        if let Some(delivery) = gathered.series {
            self.series.take(record, delivery);
        }
        if let Some(version) = gathered.version {
            self.versions.take(version);
        }
        if record.content_hash.is_some() {
            self.contents.take(record, gathered.is_registered);
        }
    }
}
