//! What all reports for people count, in one pass over the results and with bounded memory.
//!
//! Each controller is told apart (secrecy holds between boards): when a scan covers several, the sections hold counts
//! only, and paths are kept only in a report that is made for one of them.

mod retention;
mod section;

pub use retention::{Amount, BANDS, Retention, TypeName, Unlinked};
pub(crate) use section::due_date;
pub use section::{
    AgeGroup, DocumentLine, Reasons, RootTotals, Section, StateGroup, Totals, Unread, UnreadKey,
};

use sporhund_model::{ItemRecord, Records, Root, RootName, ScanFigures, ScanInfo};
use std::collections::BTreeMap;
use std::io;

/// A scan of more controllers counts the further ones in the whole only.
const MAX_CONTROLLERS: usize = 50;

/// Which part of the results is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only what belongs to this controller; `None` takes all.
    pub controller: Option<String>,
}

/// The figures and short lists of a scan.
#[derive(Clone, Debug)]
pub struct Summary {
    /// What the scan was; its roots are those of the scope.
    pub scan: ScanInfo,
    /// All of the scope.
    pub whole: Section,
    /// By controller, when the scope holds several.
    pub controllers: BTreeMap<String, Section>,
    /// The scans of the past with their figures, the oldest first, as far as they came to their end.
    pub history: Vec<ScanFigures>,
}

impl Summary {
    /// Reads all results once.
    ///
    /// # Errors
    /// When the results cannot be read.
    pub fn collect(records: &dyn Records, scope: &Scope) -> io::Result<Summary> {
        let mut scan = records.scan()?;
        scan.roots.retain(|root| scope.holds(root));
        let roots: BTreeMap<RootName, Root> = scan
            .roots
            .iter()
            .map(|root| (root.name.clone(), root.clone()))
            .collect();
        let mut summary = Summary::empty(scan);
        records.for_each(&mut |record| {
            let root = roots.get(&record.item.root);
            if root.is_some() || scope.controller.is_none() {
                summary.add(record, root);
            }
            Ok(())
        })?;
        summary.history = records.history()?;
        summary.history.retain(|scan| scan.finished.is_some());
        Ok(summary)
    }

    fn empty(scan: ScanInfo) -> Summary {
        let mut names: Vec<&str> = scan
            .roots
            .iter()
            .map(|root| root.controller.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        let several = names.len() > 1;
        let sections = names.into_iter().take(MAX_CONTROLLERS);
        let controllers = sections
            .filter(|_| several)
            .map(|name| (name.to_owned(), Section::new(section::Paths::Left)))
            .collect();
        let mut whole = Section::new(if several {
            section::Paths::Left
        } else {
            section::Paths::Kept
        });
        scan.roots.iter().for_each(|root| whole.expect_root(root));
        Summary {
            scan,
            whole,
            controllers,
            history: Vec::new(),
        }
    }

    fn add(&mut self, record: &ItemRecord, root: Option<&Root>) {
        self.whole.add(record, root);
        let controller = root.map_or("", |root| root.controller.as_str());
        if let Some(section) = self.controllers.get_mut(controller) {
            section.add(record, root);
        }
    }

    /// Whether paths may be shown: not in a report over several controllers.
    pub fn shows_paths(&self) -> bool {
        self.controllers.is_empty()
    }

    /// Whether some of what was asked for was not reached: files that the run did not come to, folders that could not be
    /// listed, or a run that was broken off.
    pub fn is_broken_off(&self) -> bool {
        let totals = &self.whole.totals;
        totals.not_reached() > 0 || totals.unlisted() > 0 || !self.scan.complete
    }

    /// Whether not a single file was read.
    pub fn read_nothing(&self) -> bool {
        self.whole.totals.read() == 0
    }
}

impl Scope {
    pub(crate) fn holds(&self, root: &Root) -> bool {
        self.controller
            .as_ref()
            .is_none_or(|controller| *controller == root.controller)
    }
}
