//! Whether a root is what it was. A mount point whose share is not mounted looks like a folder whose files were all removed; to
//! believe that would throw years of results away, and confirm disposals that never happened.

use crate::listing::Listing;
use sporhund_model::{Note, Root};
use sporhund_store::KnownRoot;

/// A larger share of missing files means that the root is not what it was.
const LOSS: f64 = 0.10;

/// What a run may do with a root.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Standing {
    /// All of it was listed: what was missed is gone.
    Reached,
    /// What was listed is read; nothing is gone. The reason makes the run fail.
    Partly(Note),
    /// The run ended while it was listed: what was listed is told, nothing is gone.
    Ended,
    /// Nothing of it changes. The reason makes the run fail.
    Unreachable(Note),
}

/// What a root is judged by.
pub(crate) struct Evidence<'a> {
    pub root: &'a Root,
    pub known: &'a KnownRoot,
    /// The file system that is there now.
    pub identity: Option<&'a str>,
    pub listing: &'a Listing,
    pub is_silent: bool,
    /// Files that were known and are neither there nor moved.
    pub lost: u64,
    pub is_loss_accepted: bool,
}

impl Evidence<'_> {
    pub(crate) fn standing(&self) -> Standing {
        if self.is_silent {
            return Standing::Unreachable(self.note("error-root-silent"));
        }
        if !self.is_listed() {
            return Standing::Unreachable(self.note("error-root-unlisted"));
        }
        if self.is_other() && !self.is_loss_accepted {
            return Standing::Unreachable(self.note("error-root-other"));
        }
        if self.listing.fault.is_some() {
            return self.faulty();
        }
        if !self.listing.whole {
            return Standing::Ended;
        }
        match self.loss() {
            Some(note) if !self.is_loss_accepted => Standing::Unreachable(note),
            _ => Standing::Reached,
        }
    }

    /// Whether at least the root's own folder could be listed.
    fn is_listed(&self) -> bool {
        let folders = &self.listing.folders;
        !folders.iter().any(|(path, ..)| path.as_bytes().is_empty())
    }

    /// A root that is read for the first time is read as far as it goes: nothing can be lost.
    fn faulty(&self) -> Standing {
        let note = self.note("error-root-listing");
        if self.known.reached.is_none() || self.is_loss_accepted {
            Standing::Partly(note)
        } else {
            Standing::Unreachable(note)
        }
    }

    fn is_other(&self) -> bool {
        match (&self.known.identity, self.identity) {
            (Some(known), Some(found)) => known != found,
            _ => false,
        }
    }

    fn loss(&self) -> Option<Note> {
        let (known, lost) = (self.listing.known, self.lost);
        if self.listing.files == 0 && known > 0 {
            return Some(self.note("error-root-empty"));
        }
        // One file alone may always go, however small the root.
        let is_large = lost > 1 && lost as f64 > known as f64 * LOSS;
        is_large.then(|| {
            let note = self.note("error-root-loss");
            note.with("lost", lost).with("known", known)
        })
    }

    fn note(&self, code: &'static str) -> Note {
        Note::new(code).with("root", self.root.name.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sporhund_model::{Outcome, RelPath, RootName};
    use sporhund_source::ListError;

    fn root() -> Root {
        Root {
            name: RootName("r".into()),
            path: "/srv/r".into(),
            display: String::new(),
            controller: String::new(),
            unit: None,
        }
    }

    fn listing(files: u64, known: u64) -> Listing {
        Listing {
            whole: true,
            files,
            known,
            ..Listing::default()
        }
    }

    fn standing(listing: &Listing, lost: u64, identity: &str, accepted: bool) -> String {
        let (root, known) = (
            root(),
            KnownRoot {
                identity: Some("ext4:1".into()),
                reached: Some(1),
            },
        );
        let evidence = Evidence {
            root: &root,
            known: &known,
            identity: Some(identity),
            listing,
            is_silent: false,
            lost,
            is_loss_accepted: accepted,
        };
        match evidence.standing() {
            Standing::Unreachable(note) => note.code.into_owned(),
            other => format!("{other:?}").split('(').next().unwrap().to_owned(),
        }
    }

    #[test]
    fn a_tenth_may_be_missing_and_no_more() {
        assert_eq!(standing(&listing(90, 100), 10, "ext4:1", false), "Reached");
        assert_eq!(
            standing(&listing(89, 100), 11, "ext4:1", false),
            "error-root-loss"
        );
        assert_eq!(standing(&listing(89, 100), 11, "ext4:1", true), "Reached");
        assert_eq!(standing(&listing(1, 2), 1, "ext4:1", false), "Reached");
        assert_eq!(
            standing(&listing(1, 3), 2, "ext4:1", false),
            "error-root-loss"
        );
    }

    #[test]
    fn an_empty_or_other_file_system_is_not_believed() {
        assert_eq!(
            standing(&listing(0, 1), 1, "ext4:1", false),
            "error-root-empty"
        );
        assert_eq!(
            standing(&listing(5, 5), 0, "ext4:2", false),
            "error-root-other"
        );
        assert_eq!(standing(&listing(5, 5), 0, "ext4:2", true), "Reached");
        assert_eq!(standing(&listing(0, 0), 0, "ext4:1", false), "Reached");
    }

    #[test]
    fn a_server_that_fails_is_told_from_a_folder_that_is_closed() {
        let mut closed = listing(5, 5);
        let note = Note::new("error-list-denied");
        closed
            .folders
            .push((RelPath::from("a"), Outcome::Unlisted, note.clone()));
        assert_eq!(standing(&closed, 0, "ext4:1", false), "Reached");
        closed.fault = Some(ListError::Io(std::io::ErrorKind::Other.into()));
        assert_eq!(standing(&closed, 0, "ext4:1", false), "error-root-listing");
        assert_eq!(standing(&closed, 0, "ext4:1", true), "Partly");
        closed
            .folders
            .push((RelPath::default(), Outcome::Unlisted, note));
        assert_eq!(standing(&closed, 0, "ext4:1", true), "error-root-unlisted");
    }

    #[test]
    fn a_run_that_ended_while_listing_believes_nothing_gone() {
        let mut ended = listing(1, 100);
        ended.whole = false;
        assert_eq!(standing(&ended, 0, "ext4:1", false), "Ended");
    }
}
