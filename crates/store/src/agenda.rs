//! What a run has to do, on disk: the files to be read in their order, and the files that were missed.
//!
//! A temporary database of SQLite that is removed when it is dropped, or by the system when the process dies: nothing in it is
//! needed again, since the next run lists anew.

use crate::error::StoreError;
use crate::known::{ContentId, KnownItem};
use crate::rows::{count, int, parsed};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sporhund_model::{Note, Outcome, RelPath, VersionToken};
use std::path::Path;

/// How urgent it is to read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// It is new, or has changed.
    Fresh,
    /// It is known, but was never read.
    Unread,
    /// It was read, under other rules or limits than now.
    Stale,
}

impl Class {
    /// All classes, the most urgent first.
    pub const ALL: [Class; 3] = [Class::Fresh, Class::Unread, Class::Stale];
}

/// A file that is to be read, or only to be told of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planned {
    /// Its number in the agenda.
    pub id: i64,
    /// Its path below the root.
    pub path: RelPath,
    /// Whether the store does not know it yet.
    pub is_new: bool,
    /// What tells whether it has changed.
    pub version: VersionToken,
    /// Creation in nanoseconds since 1970.
    pub created_ns: Option<i64>,
    /// The number of its owner's account.
    pub owner: Option<u32>,
    /// Who can read it, as a number of the caller's.
    pub audience: u8,
    /// Why it is not read: its size, its outcome and the reason.
    pub left_out: Option<(u64, Outcome, Note)>,
}

/// What a run has to do.
#[derive(Debug)]
pub struct Agenda {
    connection: Connection,
}

const TABLES: &str = "
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;
    CREATE TABLE folder (id INTEGER PRIMARY KEY, root INTEGER NOT NULL, path BLOB NOT NULL, digest BLOB NOT NULL,
        files INTEGER NOT NULL);
    CREATE TABLE task (
        id INTEGER PRIMARY KEY, root INTEGER NOT NULL, class INTEGER NOT NULL, folder INTEGER NOT NULL, name BLOB NOT NULL,
        new INTEGER NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER, created INTEGER,
        owner INTEGER, audience INTEGER NOT NULL, left_out TEXT);
    CREATE INDEX task_order ON task (root, class, id);
    CREATE INDEX task_folder ON task (folder);
    CREATE TABLE missing (item INTEGER PRIMARY KEY, root INTEGER NOT NULL, folder BLOB NOT NULL, name BLOB NOT NULL,
        size INTEGER NOT NULL, modified INTEGER, hash BLOB, sample BLOB);
    CREATE INDEX missing_hash ON missing (hash) WHERE hash IS NOT NULL;
    CREATE INDEX missing_sample ON missing (sample) WHERE sample IS NOT NULL;
    BEGIN;";

impl Agenda {
    /// An empty agenda.
    ///
    /// # Errors
    /// When no temporary file can be made.
    pub fn new() -> Result<Self, StoreError> {
        let open = || -> rusqlite::Result<Connection> {
            // An empty name is a database on disk that nobody else can open, and that is removed when it is closed.
            let connection = Connection::open("")?;
            connection.set_prepared_statement_cache_capacity(32);
            connection.execute_batch(TABLES)?;
            Ok(connection)
        };
        Ok(Agenda {
            connection: open().map_err(failed)?,
        })
    }

    /// Takes a listed folder with the files in it that are to be read.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn add_folder(
        &self,
        root: usize,
        folder: &Listed<'_>,
        tasks: &[(Class, Planned)],
    ) -> Result<(), StoreError> {
        let add = || -> rusqlite::Result<()> {
            let id: i64 = self
                .connection
                .prepare_cached("INSERT INTO folder VALUES (NULL, ?1, ?2, ?3, ?4) RETURNING id")?
                .query_row(
                    params![
                        root as i64,
                        folder.path.as_bytes(),
                        folder.digest,
                        int(folder.files)
                    ],
                    |row| row.get(0),
                )?;
            for (class, task) in tasks {
                self.add_task(root, *class, id, task)?;
            }
            Ok(())
        };
        add().map_err(failed)
    }

    fn add_task(
        &self,
        root: usize,
        class: Class,
        folder: i64,
        task: &Planned,
    ) -> rusqlite::Result<()> {
        let left_out = task
            .left_out
            .as_ref()
            .map(serde_json::to_string)
            .transpose();
        let left_out =
            left_out.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        self.connection
            .prepare_cached(
                "INSERT INTO task VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                root as i64,
                class as i64,
                folder,
                task.path.name(),
                task.is_new,
                int(task.version.size),
                task.version.modified_ns,
                task.version.changed_ns,
                task.created_ns,
                task.owner,
                task.audience,
                left_out
            ])?;
        Ok(())
    }

    /// Takes a known file of `folder` that was not met.
    ///
    /// # Errors
    /// When the disk is full.
    pub fn add_missing(
        &self,
        root: usize,
        folder: &[u8],
        item: &KnownItem,
    ) -> Result<(), StoreError> {
        let (hash, sample) = match item.content {
            Some(ContentId::Whole(hash)) => (Some(hash), None),
            Some(ContentId::Sample(sample)) => (None, Some(sample)),
            None => (None, None),
        };
        let modified = item.version.map(|version| version.modified_ns);
        let add = || -> rusqlite::Result<()> {
            self.connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO missing VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?
                .execute(params![
                    item.id,
                    root as i64,
                    folder,
                    item.name,
                    int(item.size),
                    modified,
                    hash,
                    sample
                ])?;
            Ok(())
        };
        add().map_err(failed)
    }

    /// How many known files of a root were not met, without those that a file elsewhere looks the same as by size and time of
    /// change: they were moved.
    ///
    /// # Errors
    /// When the agenda cannot be read.
    pub fn count_lost(&self, root: usize) -> Result<u64, StoreError> {
        let lost = "
            WITH gone AS (SELECT size, modified, count(*) AS n FROM missing WHERE root = ?1 GROUP BY size, modified)
            SELECT coalesce(sum(max(n - (SELECT count(*) FROM task
                WHERE task.new AND task.size = gone.size AND task.modified = gone.modified), 0)), 0) FROM gone";
        let index = "CREATE INDEX IF NOT EXISTS task_look ON task (size, modified) WHERE new";
        let count_lost = || -> rusqlite::Result<i64> {
            if self.count_missing()? == 0 {
                return Ok(0);
            }
            self.connection.execute_batch(index)?;
            self.connection
                .query_row(lost, [root as i64], |row| row.get(0))
        };
        count_lost().map(count).map_err(failed)
    }

    fn count_missing(&self) -> rusqlite::Result<i64> {
        self.connection
            .query_row("SELECT count(*) FROM missing", [], |row| row.get(0))
    }

    /// Forgets all of a root: it is not what it was.
    ///
    /// # Errors
    /// When the agenda cannot be written.
    pub fn drop_root(&self, root: usize) -> Result<(), StoreError> {
        for table in ["task", "missing", "folder"] {
            let sql = format!("DELETE FROM {table} WHERE root = ?1");
            self.connection
                .execute(&sql, [root as i64])
                .map_err(failed)?;
        }
        Ok(())
    }

    /// The next files of a root and class after `after`, at most `most`.
    ///
    /// # Errors
    /// When the agenda cannot be read.
    pub fn next(
        &self,
        (root, class): (usize, Class),
        after: i64,
        most: usize,
    ) -> Result<Vec<Planned>, StoreError> {
        let next = || -> rusqlite::Result<Vec<Planned>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT task.id, folder.path, task.name, new, size, modified, changed, created, owner, audience, left_out
                 FROM task JOIN folder ON folder.id = task.folder
                 WHERE task.root = ?1 AND class = ?2 AND task.id > ?3 ORDER BY task.id LIMIT ?4",
            )?;
            let place = params![root as i64, class as i64, after, most as i64];
            statement.query_map(place, planned)?.collect()
        };
        next().map_err(failed)
    }

    /// Files that are done.
    ///
    /// # Errors
    /// When the agenda cannot be written.
    pub fn finish(&self, tasks: &[i64]) -> Result<(), StoreError> {
        let finish = || -> rusqlite::Result<()> {
            let mut statement = self
                .connection
                .prepare_cached("DELETE FROM task WHERE id = ?1")?;
            tasks
                .iter()
                .try_for_each(|task| statement.execute([task]).map(drop))
        };
        finish().map_err(failed)
    }

    /// The missing file that a new one is by its content; it is missing no more. Returns its root and path.
    ///
    /// # Errors
    /// When the agenda cannot be written.
    pub fn claim(
        &self,
        content: ContentId,
        version: &VersionToken,
    ) -> Result<Option<(usize, RelPath)>, StoreError> {
        let claim = || -> rusqlite::Result<_> {
            match content {
                ContentId::Whole(hash) => self
                    .connection
                    .prepare_cached(
                        "DELETE FROM missing WHERE item = (SELECT item FROM missing WHERE hash = ?1 AND size = ?2
                         ORDER BY folder, name LIMIT 1) RETURNING root, folder, name",
                    )?
                    .query_row(params![hash, int(version.size)], place)
                    .optional(),
                ContentId::Sample(sample) => self
                    .connection
                    .prepare_cached(
                        "DELETE FROM missing WHERE item = (SELECT item FROM missing WHERE sample = ?1 AND size = ?2
                         AND modified = ?3 ORDER BY folder, name LIMIT 1) RETURNING root, folder, name",
                    )?
                    .query_row(params![sample, int(version.size), version.modified_ns], place)
                    .optional(),
            }
        };
        claim().map_err(failed)
    }

    /// The numbers of a root's files that are still missing.
    ///
    /// # Errors
    /// When the agenda cannot be read.
    pub fn missing(&self, root: usize) -> Result<Vec<i64>, StoreError> {
        let read = || -> rusqlite::Result<Vec<i64>> {
            let sql = "SELECT item FROM missing WHERE root = ?1 ORDER BY item";
            let mut statement = self.connection.prepare_cached(sql)?;
            statement
                .query_map([root as i64], |row| row.get(0))?
                .collect()
        };
        read().map_err(failed)
    }

    /// Folders all of whose files are done: root, path, digest and number of files; after the folder numbered `after`.
    ///
    /// # Errors
    /// When the agenda cannot be read.
    pub fn settled(&self, after: i64, most: usize) -> Result<Vec<Settled>, StoreError> {
        let read = || -> rusqlite::Result<Vec<Settled>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT id, root, path, digest, files FROM folder WHERE id > ?1
                 AND NOT EXISTS (SELECT 1 FROM task WHERE task.folder = folder.id) ORDER BY id LIMIT ?2",
            )?;
            let settled = statement.query_map(params![after, most as i64], |row| {
                Ok(Settled {
                    id: row.get(0)?,
                    root: count(row.get(1)?) as usize,
                    path: RelPath::new(row.get_ref(2)?.as_blob()?),
                    digest: row.get(3)?,
                    files: count(row.get(4)?),
                })
            })?;
            settled.collect()
        };
        read().map_err(failed)
    }
}

/// A folder as it was listed.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Its path below the root.
    pub path: &'a RelPath,
    /// The digest of its listing.
    pub digest: [u8; 16],
    /// How many files it holds.
    pub files: u64,
}

/// A folder all of whose files are done.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// Its number in the agenda.
    pub id: i64,
    /// The number of its root.
    pub root: usize,
    /// Its path below the root.
    pub path: RelPath,
    /// The digest of its listing.
    pub digest: [u8; 16],
    /// How many files it holds.
    pub files: u64,
}

fn place(row: &Row<'_>) -> rusqlite::Result<(usize, RelPath)> {
    let (folder, name) = (row.get_ref(1)?.as_blob()?, row.get_ref(2)?.as_blob()?);
    let path = RelPath::new(crate::rows::joined(folder, name));
    Ok((count(row.get(0)?) as usize, path))
}

fn planned(row: &Row<'_>) -> rusqlite::Result<Planned> {
    let (folder, name) = (row.get_ref(1)?.as_blob()?, row.get_ref(2)?.as_blob()?);
    let left_out: Option<String> = row.get(10)?;
    Ok(Planned {
        id: row.get(0)?,
        path: RelPath::new(crate::rows::joined(folder, name)),
        is_new: row.get(3)?,
        version: VersionToken {
            size: count(row.get(4)?),
            modified_ns: row.get(5)?,
            changed_ns: row.get(6)?,
        },
        created_ns: row.get(7)?,
        owner: row.get(8)?,
        audience: row.get(9)?,
        left_out: match left_out {
            Some(text) => Some(parsed(10, serde_json::from_str(&text))?),
            None => None,
        },
    })
}

fn failed(error: rusqlite::Error) -> StoreError {
    StoreError::at(Path::new("temporary file"), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(path: &str, modified_ns: i64) -> Planned {
        Planned {
            path: RelPath::from(path),
            is_new: true,
            version: VersionToken {
                size: 9,
                modified_ns,
                changed_ns: Some(1),
            },
            ..Planned::default()
        }
    }

    fn listed(path: &RelPath) -> Listed<'_> {
        Listed {
            path,
            digest: [1; 16],
            files: 2,
        }
    }

    fn known(id: i64, modified_ns: i64, content: ContentId) -> KnownItem {
        let version = VersionToken {
            size: 9,
            modified_ns,
            changed_ns: None,
        };
        KnownItem {
            id,
            name: b"old.txt".to_vec(),
            version: Some(version),
            size: 9,
            content: Some(content),
            ..KnownItem::default()
        }
    }

    #[test]
    fn what_was_planned_comes_back_in_its_order() {
        let agenda = Agenda::new().unwrap();
        let folder = RelPath::from("a");
        let skipped = Planned {
            left_out: Some((3, Outcome::Skipped, Note::new("note-link"))),
            ..task("a/2", 5)
        };
        let tasks = [
            (Class::Stale, task("a/1", 4)),
            (Class::Fresh, skipped.clone()),
        ];
        agenda.add_folder(7, &listed(&folder), &tasks).unwrap();
        let fresh = agenda.next((7, Class::Fresh), 0, 10).unwrap();
        assert_eq!(fresh, [Planned { id: 2, ..skipped }]);
        assert!(agenda.next((7, Class::Unread), 0, 10).unwrap().is_empty());
        assert!(agenda.settled(0, 10).unwrap().is_empty());
        agenda.finish(&[1, 2]).unwrap();
        assert_eq!(agenda.settled(0, 10).unwrap()[0].path, folder);
        agenda.drop_root(7).unwrap();
        assert!(agenda.settled(0, 10).unwrap().is_empty());
    }

    #[test]
    fn a_moved_file_is_not_lost_and_is_claimed_once() {
        let agenda = Agenda::new().unwrap();
        let whole = ContentId::Whole([4; 32]);
        agenda.add_missing(0, b"x", &known(1, 5, whole)).unwrap();
        agenda.add_missing(0, b"x", &known(2, 6, whole)).unwrap();
        assert_eq!(agenda.count_lost(0).unwrap(), 2);
        let folder = RelPath::from("y");
        let tasks = [(Class::Fresh, task("y/new.txt", 5))];
        agenda.add_folder(0, &listed(&folder), &tasks).unwrap();
        assert_eq!(agenda.count_lost(0).unwrap(), 1);
        let version = tasks[0].1.version;
        let moved = agenda.claim(whole, &version).unwrap();
        assert_eq!(moved, Some((0, RelPath::from("x/old.txt"))));
        assert_eq!(agenda.missing(0).unwrap(), [2]);
    }

    #[test]
    fn a_sample_counts_only_with_the_same_time() {
        let agenda = Agenda::new().unwrap();
        let sample = ContentId::Sample([4; 16]);
        agenda.add_missing(0, b"", &known(1, 5, sample)).unwrap();
        assert_eq!(agenda.claim(sample, &task("z", 6).version).unwrap(), None);
        assert!(
            agenda
                .claim(sample, &task("z", 5).version)
                .unwrap()
                .is_some()
        );
    }
}
