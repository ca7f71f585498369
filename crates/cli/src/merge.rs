//! Flags, the profile and the rest of the configuration file become one set of settings.

use crate::args::{self, ScanFlags};
use anyhow::{Context, Result, bail};
use bytesize::ByteSize;
use std::path::{Path, PathBuf};

/// Flags over the settings of the profile, and those over the rest of the configuration file, whose relative paths are meant
/// from its own folder.
pub fn merged(flags: &ScanFlags) -> Result<ScanFlags> {
    let Some(path) = &flags.config else {
        if flags.profile_name.is_some() {
            bail!("--profile: a profile stands in a --config file");
        }
        return Ok(flags.clone());
    };
    let mut file = read_file(path)?;
    let profiles = std::mem::take(&mut file.profile);
    let mut all = flags.clone();
    if let Some(name) = &flags.profile_name {
        let known: Vec<&str> = profiles.keys().map(String::as_str).collect();
        let profile = profiles.get(name).with_context(|| {
            let known = known.join(", ");
            format!(
                "--profile: {} has no profile {name}; it has {known}",
                path.display()
            )
        })?;
        fill(&mut all, profile.clone());
    }
    fill(&mut all, file);
    choose_roots(&mut all)?;
    Ok(all)
}

/// A profile may name some of the roots.
fn choose_roots(all: &mut ScanFlags) -> Result<()> {
    for name in &all.roots {
        if !all.root.iter().any(|root| root.name == *name) {
            bail!("roots: there is no root {name}");
        }
    }
    if !all.roots.is_empty() && all.paths.is_empty() {
        let wanted = &all.roots;
        all.root.retain(|root| wanted.contains(&root.name));
    }
    Ok(())
}

/// Takes what is not set yet from `other`.
fn fill(all: &mut ScanFlags, other: ScanFlags) {
    fill_limits(all, &other.limits());
    take_list(&mut all.plan, other.plan);
    take_list(&mut all.rules, other.rules);
    take_list(&mut all.only, other.only);
    take_list(&mut all.root, other.root);
    take_list(&mut all.roots, other.roots);
    all.exclude.extend(other.exclude);
    all.hold.extend(other.hold);
    take_except(&mut all.except, other.except);
    if all.levels.is_empty() {
        all.levels = other.levels;
    }
    take(&mut all.mapping, other.mapping);
    take(&mut all.cases, other.cases);
    take(&mut all.language, other.language);
    take(&mut all.today, other.today);
    take(&mut all.format, other.format);
    take(&mut all.output, other.output);
    take(&mut all.report, other.report);
    take(&mut all.worklist, other.worklist);
    take(&mut all.occurrences, other.occurrences);
    all.show_values |= other.show_values;
    all.changes |= other.changes;
    take(&mut all.fail_on, other.fail_on);
    take(&mut all.max_failed_share, other.max_failed_share);
    take(&mut all.min_confidence, other.min_confidence);
    if all.store.is_none() && !all.no_store {
        (all.store, all.no_store) = (other.store, other.no_store);
    }
    take(&mut all.key, other.key);
    take(&mut all.log_format, other.log_format);
    take(&mut all.metrics, other.metrics);
    take(&mut all.window, other.window);
    take(&mut all.stop_at, other.stop_at);
    take(&mut all.mail, other.mail);
    take(&mut all.webhook, other.webhook);
}

/// The settings that are numbers.
#[derive(Clone, Copy)]
struct Numbers {
    threads: Option<usize>,
    memory: Option<ByteSize>,
    timeout: Option<u64>,
    max_bytes_out: Option<ByteSize>,
    max_member_size: Option<ByteSize>,
    max_depth: Option<u32>,
    max_members: Option<u32>,
    max_ratio: Option<u32>,
    stop_after: Option<f64>,
    nice: Option<u8>,
    max_files_per_second: Option<f64>,
    max_bytes_per_second: Option<ByteSize>,
    root_timeout: Option<f64>,
}

impl ScanFlags {
    fn limits(&self) -> Numbers {
        Numbers {
            threads: self.threads,
            memory: self.memory,
            timeout: self.timeout,
            max_bytes_out: self.max_bytes_out,
            max_member_size: self.max_member_size,
            max_depth: self.max_depth,
            max_members: self.max_members,
            max_ratio: self.max_ratio,
            stop_after: self.stop_after,
            nice: self.nice,
            max_files_per_second: self.max_files_per_second,
            max_bytes_per_second: self.max_bytes_per_second,
            root_timeout: self.root_timeout,
        }
    }
}

fn fill_limits(all: &mut ScanFlags, other: &Numbers) {
    take(&mut all.threads, other.threads);
    take(&mut all.memory, other.memory);
    take(&mut all.timeout, other.timeout);
    take(&mut all.max_bytes_out, other.max_bytes_out);
    take(&mut all.max_member_size, other.max_member_size);
    take(&mut all.max_depth, other.max_depth);
    take(&mut all.max_members, other.max_members);
    take(&mut all.max_ratio, other.max_ratio);
    take(&mut all.stop_after, other.stop_after);
    take(&mut all.nice, other.nice);
    take(&mut all.max_files_per_second, other.max_files_per_second);
    take(&mut all.max_bytes_per_second, other.max_bytes_per_second);
    take(&mut all.root_timeout, other.root_timeout);
}

fn take<T>(own: &mut Option<T>, other: Option<T>) {
    if own.is_none() {
        *own = other;
    }
}

fn take_except(own: &mut args::Except, other: args::Except) {
    own.numbers.extend(other.numbers);
    own.domains.extend(other.domains);
    own.words.extend(other.words);
    for (rule, threshold) in other.thresholds {
        own.thresholds.entry(rule).or_insert(threshold);
    }
}

fn take_list<T>(own: &mut Vec<T>, other: Vec<T>) {
    if own.is_empty() {
        *own = other;
    }
}

fn read_file(path: &Path) -> Result<ScanFlags> {
    let text = std::fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    let mut file: ScanFlags =
        toml::from_str(&text).with_context(|| format!("read {}", path.display()))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    place_below(&mut file, folder);
    for profile in file.profile.values_mut() {
        place_below(profile, folder);
    }
    Ok(file)
}

/// Paths of a configuration file are meant from its folder.
fn place_below(file: &mut ScanFlags, folder: &Path) {
    let place = |path: &mut PathBuf| *path = folder.join(&*path);
    file.plan.iter_mut().for_each(place);
    file.rules.iter_mut().for_each(place);
    file.root.iter_mut().for_each(|root| place(&mut root.path));
    if let Some(mail) = &mut file.mail {
        mail.password_file.iter_mut().for_each(place);
    }
    [
        &mut file.mapping,
        &mut file.cases,
        &mut file.store,
        &mut file.key,
        &mut file.output,
        &mut file.report,
        &mut file.worklist,
        &mut file.metrics,
    ]
    .into_iter()
    .flatten()
    .for_each(place);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(text: &str) -> (tempfile::TempDir, ScanFlags) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sporhund.toml");
        std::fs::write(&path, text).unwrap();
        let flags = ScanFlags {
            config: Some(path),
            ..ScanFlags::default()
        };
        (folder, flags)
    }

    #[test]
    fn a_flag_wins_over_the_file_and_paths_are_meant_from_its_folder() {
        let (folder, mut flags) = flags("plan = [\"p.csv\"]\nthreads = 3\nmemory = \"2GiB\"\n");
        flags.threads = Some(7);
        let all = merged(&flags).unwrap();
        assert_eq!(all.threads, Some(7));
        assert_eq!(all.plan, [folder.path().join("p.csv")]);
        assert_eq!(all.memory, Some(ByteSize::gib(2)));
    }

    #[test]
    fn a_profile_wins_over_the_file_and_chooses_roots() {
        let text = "threads = 3\nlanguage = \"sv\"\n\
            [[root]]\nname = \"VON\"\npath = \"von\"\nmax-files-per-second = 50\n\
            [[root]]\nname = \"BUN\"\npath = \"bun\"\n\
            [profile.nightly]\nroots = [\"VON\"]\nthreads = 1\nexclude = [\"*.bak\"]\n";
        let (folder, mut flags) = flags(text);
        flags.profile_name = Some("nightly".into());
        let all = merged(&flags).unwrap();
        assert_eq!(all.threads, Some(1));
        assert_eq!(all.language.as_deref(), Some("sv"));
        assert_eq!(all.root.len(), 1);
        assert_eq!(all.root[0].path, folder.path().join("von"));
        assert_eq!(all.exclude, ["*.bak"]);
        flags.profile_name = Some("weekly".into());
        let error = format!("{:#}", merged(&flags).err().unwrap());
        assert!(error.contains("nightly"), "{error}");
    }

    #[test]
    fn an_unknown_setting_is_refused_with_its_line() {
        let (_folder, flags) = flags("threads = 3\nthread = 4\n");
        let error = format!("{:#}", merged(&flags).err().unwrap());
        assert!(
            error.contains("line 2") && error.contains("thread"),
            "{error}"
        );
    }
}
