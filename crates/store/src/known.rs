//! What a listing is compared with: the folders and files that are known.

use crate::error::StoreError;
use crate::open::Store;
use crate::rows::{self, int};
use rusqlite::{OptionalExtension, Row, params};
use sporhund_model::{RelPath, RootName, VersionToken};

/// A folder that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownFolder {
    /// Its number in the store.
    pub id: i64,
    /// The digest of its listing when all its files were last read.
    pub digest: Option<[u8; 16]>,
}

/// A file that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownItem {
    /// Its number in the store.
    pub id: i64,
    /// Its name in the folder.
    pub name: Vec<u8>,
    /// What it was read under.
    pub read_key: [u8; 16],
    /// Its version when it was last met; `None` in stores of the first release.
    pub version: Option<VersionToken>,
    /// Whether it was ever read.
    pub was_read: bool,
    /// Whether it was marked as gone.
    pub is_gone: bool,
    /// Size in bytes.
    pub size: u64,
    /// Its content's hash, or that of its size and its head.
    pub content: Option<ContentId>,
}

/// What a content is recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentId {
    /// The hash of all of it.
    Whole([u8; 32]),
    /// The hash of its size and its first bytes: enough only together with its time of change.
    Sample([u8; 16]),
}

/// What is known of a root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownRoot {
    /// The file system or share it was.
    pub identity: Option<String>,
    /// The last scan that listed all of it.
    pub reached: Option<u64>,
}

/// A version as the tables keep it.
pub(crate) fn token(version: &VersionToken) -> [u8; 24] {
    let mut bytes = [0; 24];
    let parts = [
        version.size.to_be_bytes(),
        version.modified_ns.to_be_bytes(),
        version.changed_ns.unwrap_or(i64::MIN).to_be_bytes(),
    ];
    for (into, part) in bytes.chunks_exact_mut(8).zip(parts) {
        into.copy_from_slice(&part);
    }
    bytes
}

fn version_from(bytes: &[u8]) -> Option<VersionToken> {
    let part = |at: usize| -> Option<[u8; 8]> { bytes.get(at..at + 8)?.try_into().ok() };
    Some(VersionToken {
        size: u64::from_be_bytes(part(0)?),
        modified_ns: i64::from_be_bytes(part(8)?),
        changed_ns: Some(i64::from_be_bytes(part(16)?)).filter(|changed| *changed != i64::MIN),
    })
}

impl Store {
    /// A folder of a root, where it is known.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_folder(
        &self,
        root: &RootName,
        path: &RelPath,
    ) -> Result<Option<KnownFolder>, StoreError> {
        let find = || -> rusqlite::Result<_> {
            self.connection
                .prepare_cached(
                    "SELECT dir.id, dir.digest FROM dir
                     WHERE dir.root = (SELECT id FROM root WHERE name = ?1) AND dir.path = ?2",
                )?
                .query_row(params![root.0, path.as_bytes()], |row| {
                    let digest = row.get_ref(1)?.as_blob_or_null()?;
                    Ok(KnownFolder {
                        id: row.get(0)?,
                        digest: digest.and_then(|digest| digest.try_into().ok()),
                    })
                })
                .optional()
        };
        find().map_err(|error| self.failed(error))
    }

    /// The files of a folder, sorted by the bytes of their names.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn items_of(&self, folder: i64) -> Result<Vec<KnownItem>, StoreError> {
        let read = || -> rusqlite::Result<_> {
            let mut statement = self.connection.prepare_cached(
                "SELECT id, name, read_key, token, read, gone, size, content_hash, sample FROM item
                 WHERE dir = ?1 AND folder = 0 ORDER BY name",
            )?;
            statement.query_map([folder], known_item)?.collect()
        };
        read().map_err(|error| self.failed(error))
    }

    /// All folders of a root, in the order of their numbers.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn for_each_folder(
        &self,
        root: &RootName,
        visit: &mut dyn FnMut(i64, &[u8]),
    ) -> Result<(), StoreError> {
        let failed = |error| self.failed(error);
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT id, path FROM dir WHERE root = (SELECT id FROM root WHERE name = ?1)",
            )
            .map_err(failed)?;
        let mut found = statement.query([&root.0]).map_err(failed)?;
        while let Some(row) = found.next().map_err(failed)? {
            let path = row.get_ref(1).and_then(|path| Ok(path.as_blob()?));
            visit(row.get(0).map_err(failed)?, path.map_err(failed)?);
        }
        Ok(())
    }

    /// What is known of a root.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn find_root(&self, root: &RootName) -> Result<KnownRoot, StoreError> {
        let found = self.connection.query_row(
            "SELECT identity, reached FROM root WHERE name = ?1",
            [&root.0],
            |row| {
                Ok(KnownRoot {
                    identity: row.get(0)?,
                    reached: row.get::<_, Option<i64>>(1)?.map(rows::count),
                })
            },
        );
        let found = found.optional().map_err(|error| self.failed(error))?;
        Ok(found.unwrap_or_default())
    }

    /// Writes down which file system or share a root is.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_identity(&self, root: &RootName, identity: Option<&str>) -> Result<(), StoreError> {
        self.execute(
            "UPDATE root SET identity = ?2 WHERE name = ?1 AND identity IS NOT ?2",
            params![root.0, identity],
        )
    }

    /// Writes down that a scan did not find a root as it was: until it is reached again, nothing of it is purged.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_lost(&self, root: &RootName, scan: u64) -> Result<(), StoreError> {
        let sql = "UPDATE root SET lost = ?2 WHERE name = ?1";
        self.execute(sql, params![root.0, int(scan)])
    }

    /// Writes down digests of folders whose files are all read: `(root, path, digest, files)`. A folder that holds anything
    /// else than so many settled files is left out.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn settle(&self, folders: &[(RootName, RelPath, [u8; 16], u64)]) -> Result<(), StoreError> {
        let settle = || -> rusqlite::Result<()> {
            let transaction = self.connection.unchecked_transaction()?;
            {
                let mut statement = transaction.prepare_cached(SETTLE)?;
                for (root, path, digest, files) in folders {
                    statement.execute(params![root.0, path.as_bytes(), digest, int(*files)])?;
                }
            }
            transaction.commit()
        };
        settle().map_err(|error| self.failed(error))?;
        self.committed();
        Ok(())
    }
}

const SETTLE: &str = "
    UPDATE dir SET digest = ?3
    WHERE root = (SELECT id FROM root WHERE name = ?1) AND path = ?2
    AND ?4 = (SELECT count(*) FROM item
              WHERE dir = dir.id AND item.dir = dir.id AND gone IS NULL AND folder = 0 AND read_key != zeroblob(16))";

fn known_item(row: &Row<'_>) -> rusqlite::Result<KnownItem> {
    let hash = row.get_ref(7)?.as_blob_or_null()?;
    let sample = row.get_ref(8)?.as_blob_or_null()?;
    let whole = hash
        .and_then(|hash| hash.try_into().ok())
        .map(ContentId::Whole);
    Ok(KnownItem {
        id: row.get(0)?,
        name: row.get(1)?,
        read_key: row.get(2)?,
        version: row.get_ref(3)?.as_blob_or_null()?.and_then(version_from),
        was_read: row.get::<_, Option<i64>>(4)?.is_some(),
        is_gone: row.get::<_, Option<i64>>(5)?.is_some(),
        size: rows::count(row.get(6)?),
        content: whole.or_else(|| sample?.try_into().ok().map(ContentId::Sample)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_comes_back_as_it_was() {
        for changed_ns in [None, Some(-5), Some(i64::MAX)] {
            let version = VersionToken {
                size: 77,
                modified_ns: -1,
                changed_ns,
            };
            assert_eq!(version_from(&token(&version)), Some(version));
        }
        assert_eq!(version_from(&[0; 23]), None);
    }
}
