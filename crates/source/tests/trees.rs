//! Walks over trees in a temporary folder.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on shall end here"
)]

use sporhund_model::{RelPath, Root, RootName};
use sporhund_source::{
    EntryKind, Excludes, LocalTree, Met, OpenError, Opened, PaceLimits, Pulse, RootError, Source,
    Walk, Watched,
};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

fn root(path: &Path) -> Root {
    Root {
        name: RootName("test".into()),
        path: path.into(),
        display: String::new(),
        controller: String::new(),
        unit: None,
    }
}

fn tree(path: &Path) -> LocalTree {
    LocalTree::new(root(path)).unwrap()
}

fn watched(tree: LocalTree) -> Watched {
    Watched::new(
        Arc::new(tree),
        Duration::from_mins(1),
        PaceLimits::default(),
    )
}

fn shown(met: &Met) -> Vec<String> {
    match met {
        Met::Folder { path, entries } => {
            let mut lines = vec![format!("folder {}", path.display())];
            lines.extend(entries.iter().map(|entry| {
                let path = entry.path(path);
                match &entry.kind {
                    EntryKind::Skipped(left) => format!("{} {}", left.note.code, path.display()),
                    _ => format!("file {}", path.display()),
                }
            }));
            lines
        }
        Met::Repeated(path) => vec![format!("repeated {}", path.display())],
        Met::Unlisted { path, error } => {
            vec![format!("{} {}", error.note().code, path.display())]
        }
    }
}

fn walked(path: &Path) -> Vec<String> {
    let excludes = Excludes::with_defaults::<&str>(&[]).unwrap();
    let tree = watched(tree(path));
    Walk::new(&tree, &excludes)
        .flat_map(|met| shown(&met))
        .collect()
}

fn first_item(tree: &LocalTree) -> sporhund_model::Item {
    let folder = RelPath::default();
    let listing = tree.list(&folder, &Pulse::default()).unwrap();
    listing.entries[0].item(tree, &folder)
}

fn text(opened: Opened) -> String {
    match opened {
        Opened::File(file) => std::io::read_to_string(file).unwrap(),
        Opened::Reader(_) => panic!("no file of the system"),
    }
}

#[test]
fn folders_come_in_byte_order_with_their_files_first() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("b/x")).unwrap();
    fs::create_dir(folder.path().join("a")).unwrap();
    for name in ["z.txt", "Z.txt", "a/2", "a/10", "b/x/1", "b/y"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let expected = [
        "folder ",
        "file Z.txt",
        "file z.txt",
        "folder a",
        "file a/10",
        "file a/2",
        "folder b",
        "file b/y",
        "folder b/x",
        "file b/x/1",
    ];
    assert_eq!(walked(folder.path()), expected);
}

#[test]
fn links_and_special_files_are_told_and_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret"), "x").unwrap();
    fs::write(folder.path().join("a"), "x").unwrap();
    symlink(outside.path(), folder.path().join("b-out")).unwrap();
    symlink("a", folder.path().join("c-in")).unwrap();
    symlink(".", folder.path().join("d-loop")).unwrap();
    symlink("nowhere", folder.path().join("e-broken")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("f-socket")).unwrap();
    let expected = [
        "folder ",
        "file a",
        "note-link b-out",
        "note-link c-in",
        "note-link d-loop",
        "note-link e-broken",
        "note-special-file f-socket",
    ];
    assert_eq!(walked(folder.path()), expected);
}

#[test]
fn excluded_folders_are_counted_by_pattern_and_not_entered() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["~snapshot/daily", "x/.zfs", "x/$Recycle.Bin"] {
        fs::create_dir_all(folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join("x/a.tmp"), "x").unwrap();
    let (tree, excludes) = (
        watched(tree(folder.path())),
        Excludes::with_defaults(&["*.tmp"]).unwrap(),
    );
    let mut walk = Walk::new(&tree, &excludes);
    let met: Vec<String> = walk.by_ref().flat_map(|met| shown(&met)).collect();
    assert_eq!(met, ["folder ", "folder x"]);
    for pattern in ["~snapshot", ".zfs", "$RECYCLE.BIN", "*.tmp"] {
        assert_eq!(walk.excluded().get(pattern), Some(&1), "{pattern}");
    }
    assert_eq!(walk.excluded().get("DfsrPrivate"), Some(&0));
}

#[test]
fn a_folder_that_cannot_be_listed_is_unlisted_and_the_walk_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::create_dir(folder.path().join("open")).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let met = walked(folder.path());
    // An administrator's rights open it all the same.
    let as_user = ["folder ", "error-list-denied closed", "folder open"];
    let as_administrator = ["folder ", "folder closed", "folder open"];
    assert!(met == as_user || met == as_administrator, "{met:?}");
    let gone = tree(folder.path()).list(&RelPath::from("gone"), &Pulse::default());
    assert_eq!(gone.unwrap_err().note().code, "error-list-not-found");
}

#[test]
fn a_very_deep_tree_is_walked_without_recursion() {
    let folder = tempfile::tempdir().unwrap();
    let mut path = folder.path().to_path_buf();
    for _ in 0..400 {
        path.push("d");
    }
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join("leaf"), "x").unwrap();
    let met = walked(folder.path());
    assert_eq!(met.len(), 402);
    assert!(met[401].starts_with("file d/d/"));
}

#[test]
fn a_single_file_is_a_tree_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "hej").unwrap();
    fs::write(folder.path().join("b.txt"), "x").unwrap();
    assert_eq!(
        walked(&folder.path().join("a.txt")),
        ["folder ", "file a.txt"]
    );
    symlink("a.txt", folder.path().join("link")).unwrap();
    let linked = tree(&folder.path().join("link"));
    let item = first_item(&linked);
    assert_eq!(text(linked.open(&item).unwrap()), "hej");
    assert_eq!(linked.stat(&item).unwrap(), item.version);
}

#[test]
fn a_missing_root_says_so_with_its_path() {
    let error = LocalTree::new(root(Path::new("/nowhere/at/all"))).unwrap_err();
    assert!(matches!(error, RootError::Missing { .. }));
    assert_eq!(error.to_string(), "/nowhere/at/all: no such file or folder");
}

#[test]
fn a_file_that_became_a_link_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, "x").unwrap();
    let tree = tree(folder.path());
    let item = first_item(&tree);
    assert_eq!(item.size, 1);
    fs::remove_file(&path).unwrap();
    assert!(matches!(tree.open(&item), Err(OpenError::NotFound)));
    symlink("/etc/passwd", &path).unwrap();
    assert!(matches!(tree.open(&item), Err(OpenError::NotRegular)));
    assert!(matches!(tree.stat(&item), Err(OpenError::NotRegular)));
}

#[test]
fn names_that_are_not_utf8_are_kept() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let name = std::ffi::OsStr::from_bytes(b"f\xe4rg.txt");
    if fs::write(folder.path().join(name), "x").is_err() {
        return; // A file system that takes UTF-8 alone.
    }
    let tree = tree(folder.path());
    let item = first_item(&tree);
    assert_eq!(item.path.as_bytes(), b"f\xe4rg.txt");
    assert!(tree.open(&item).is_ok());
}
