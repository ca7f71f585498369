//! Which file system or share stands under a path, so that another one under the same path is noticed.

use std::path::Path;

/// What tells one file system or share from another, over reboots and remounts: for a share its server and name, for a
/// local file system its own number. `None` where the system does not tell.
pub fn file_system_identity(path: &Path) -> Option<String> {
    #[cfg(target_os = "linux")]
    {
        linux::identity(path)
    }
    #[cfg(windows)]
    {
        windows::identity(path)
    }
    #[cfg(not(any(target_os = "linux", windows)))]
    {
        use std::os::unix::fs::MetadataExt;
        let metadata = std::fs::metadata(path).ok()?;
        Some(format!("dev:{}", metadata.dev()))
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::Path;

    /// Types that name a server: their number changes from mount to mount, their source does not.
    const NETWORK: [&str; 11] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "ncpfs",
        "9p",
        "ceph",
        "glusterfs",
        "afs",
        "davfs",
    ];

    pub(super) fn identity(path: &Path) -> Option<String> {
        let full = std::fs::canonicalize(path).ok()?;
        let mounts = std::fs::read("/proc/self/mountinfo").unwrap_or_default();
        let mounts = String::from_utf8_lossy(&mounts);
        let mount = find_mount(&mounts, &full.to_string_lossy());
        let number = rustix::fs::statvfs(&full).map_or(0, |found| found.f_fsid);
        match mount {
            Some(mount) if is_network(mount.kind) => {
                Some(format!("{}:{}{}", mount.kind, mount.source, mount.below()))
            }
            Some(mount) if number != 0 => Some(format!("{}:{number:x}", mount.kind)),
            Some(mount) => Some(format!("{}:{}", mount.kind, mount.source)),
            None => (number != 0).then(|| format!("fsid:{number:x}")),
        }
    }

    fn is_network(kind: &str) -> bool {
        NETWORK.contains(&kind) || kind.starts_with("fuse.")
    }

    /// A line of `/proc/self/mountinfo` (proc(5)).
    #[derive(Debug, PartialEq)]
    pub(super) struct Mount<'a> {
        root: &'a str,
        kind: &'a str,
        source: &'a str,
    }

    impl Mount<'_> {
        /// The part of a share that is mounted, where it is not all of it.
        fn below(&self) -> &str {
            if self.root == "/" { "" } else { self.root }
        }
    }

    /// The mount that a path lies in: the deepest, and of several at one place the last, which hides the others.
    pub(super) fn find_mount<'a>(mounts: &'a str, path: &str) -> Option<Mount<'a>> {
        let mut best: Option<(usize, Mount<'a>)> = None;
        for line in mounts.lines() {
            let mut fields = line.split(' ').skip(3);
            let (Some(root), Some(point)) = (fields.next(), fields.next()) else {
                continue;
            };
            let mut after = fields.skip_while(|field| *field != "-").skip(1);
            let (Some(kind), Some(source)) = (after.next(), after.next()) else {
                continue;
            };
            let point = unescape(point);
            let is_deeper = best
                .as_ref()
                .is_none_or(|(length, _)| point.len() >= *length);
            if holds(&point, path) && is_deeper {
                best = Some((point.len(), Mount { root, kind, source }));
            }
        }
        best.map(|(_, mount)| mount)
    }

    fn holds(point: &str, path: &str) -> bool {
        let rest = path.strip_prefix(point.trim_end_matches('/'));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Spaces, tabs, line ends and backslashes stand as three octal digits.
    fn unescape(text: &str) -> String {
        let pairs = [
            ("\\040", " "),
            ("\\011", "\t"),
            ("\\012", "\n"),
            ("\\134", "\\"),
        ];
        pairs
            .into_iter()
            .fold(text.to_owned(), |text, (code, sign)| {
                text.replace(code, sign)
            })
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const MOUNTS: &str = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
            40 22 0:40 / /srv/share rw shared:9 - cifs //fil/VON$ rw,vers=3.1.1\n\
            41 22 0:41 /del /srv/my\\040share rw - nfs4 nas:/export rw\n";

        #[test]
        fn the_deepest_mount_decides() {
            let share = find_mount(MOUNTS, "/srv/share/2019").unwrap();
            assert_eq!((share.kind, share.source), ("cifs", "//fil/VON$"));
            assert_eq!(find_mount(MOUNTS, "/srv/shared").unwrap().kind, "ext4");
            let part = find_mount(MOUNTS, "/srv/my share/x").unwrap();
            assert_eq!((part.source, part.below()), ("nas:/export", "/del"));
        }

        #[test]
        fn an_unmounted_share_is_another_file_system() {
            let without: String = MOUNTS.lines().take(1).collect();
            assert_ne!(
                find_mount(&without, "/srv/share"),
                find_mount(MOUNTS, "/srv/share")
            );
        }
    }
}

#[cfg(windows)]
mod windows {
    use std::path::{Component, Path, Prefix};

    /// The server and share of a UNC path; a drive letter says nothing that lasts.
    pub(super) fn identity(path: &Path) -> Option<String> {
        let full = std::fs::canonicalize(path).ok()?;
        match full.components().next()? {
            Component::Prefix(prefix) => match prefix.kind() {
                Prefix::UNC(server, share) | Prefix::VerbatimUNC(server, share) => Some(format!(
                    "unc:{}/{}",
                    server.to_string_lossy().to_lowercase(),
                    share.to_string_lossy().to_lowercase()
                )),
                _ => None,
            },
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_the_same_identity_each_time() {
        let folder = tempfile::tempdir().unwrap();
        let one = file_system_identity(folder.path());
        assert_eq!(one, file_system_identity(folder.path()));
        assert_eq!(one.is_some(), cfg!(unix));
        assert_eq!(file_system_identity(&folder.path().join("missing")), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn another_file_system_has_another_identity() {
        assert_ne!(
            file_system_identity(Path::new("/proc")),
            file_system_identity(Path::new("/"))
        );
    }
}
