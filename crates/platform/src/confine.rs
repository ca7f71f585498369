//! What a worker gives up before it reads its first untrusted byte.
//!
//! Three levels, each as far as the system has it: limits on resources, Landlock (no file, network or signal beyond the
//! process), and a list of the few system calls that decoding needs. Which of them are in force is told, never assumed.

use std::fmt;

/// The levels of isolation that are in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Isolation(u8);

impl Isolation {
    /// Nothing beyond being a process of its own.
    pub const NONE: Isolation = Isolation(0);
    const LANDLOCK: u8 = 1;
    const LANDLOCK_PARTLY: u8 = 2;
    const SECCOMP: u8 = 4;
    const LIMITS: u8 = 8;
    const ALL: u8 = 15;

    /// One byte that [`from_bits`](Self::from_bits) reads back.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// What [`bits`](Self::bits) gave; bits without a meaning are dropped.
    pub fn from_bits(bits: u8) -> Self {
        Isolation(bits & Self::ALL)
    }

    /// What is in force in both.
    #[must_use]
    pub fn weakest(self, other: Self) -> Self {
        Isolation(self.0 & other.0)
    }

    /// Whether files, the network and other processes are closed to the worker by Landlock in full.
    pub fn has_landlock(self) -> bool {
        self.0 & Self::LANDLOCK != 0
    }

    /// Whether system calls are filtered.
    pub fn has_seccomp(self) -> bool {
        self.0 & Self::SECCOMP != 0
    }

    /// Whether memory, files and processes are limited.
    pub fn has_limits(self) -> bool {
        self.0 & Self::LIMITS != 0
    }
}

/// As the report shows it: `landlock+seccomp+rlimits`, `landlock-partly+…` on older kernels, or `none`.
impl fmt::Display for Isolation {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let landlock = if self.has_landlock() {
            Some("landlock")
        } else {
            (self.0 & Self::LANDLOCK_PARTLY != 0).then_some("landlock-partly")
        };
        let seccomp = self.has_seccomp().then_some("seccomp");
        let limits = self.has_limits().then_some("rlimits");
        let levels: Vec<&str> = [landlock, seccomp, limits].into_iter().flatten().collect();
        if levels.is_empty() {
            to.write_str("none")
        } else {
            to.write_str(&levels.join("+"))
        }
    }
}

/// Confines this process for good: `memory` bytes of address space, no writing, no opening, no other process, no network.
/// To be called while it has one thread. Without effect where the system is not Linux (then `Isolation::NONE`).
pub fn confine(memory: u64) -> Isolation {
    #[cfg(target_os = "linux")]
    {
        linux::confine(memory)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = memory;
        Isolation::NONE
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use super::Isolation;
    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
    use rustix::process::{
        DumpableBehavior, Resource, Rlimit, Signal, set_dumpable_behavior,
        set_parent_process_death_signal, setrlimit,
    };
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule,
    };
    use std::collections::BTreeMap;

    pub(super) fn confine(memory: u64) -> Isolation {
        // If the parent is gone already, the socket is at its end and the worker leaves by itself.
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
        // When memory runs short the system shall take a worker, never the program.
        let _ = std::fs::write("/proc/self/oom_score_adj", "1000");
        let limits = limit(memory);
        // Also keeps other processes of the same user from reading the memory of this one.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
        let landlock = landlock();
        let seccomp = filter().is_some_and(|filter| seccompiler::apply_filter(&filter).is_ok());
        let seccomp = if seccomp { Isolation::SECCOMP } else { 0 };
        Isolation(limits | landlock | seccomp)
    }

    fn limit(memory: u64) -> u8 {
        // Descriptors 0 to 2 and the file; the rest is slack for what the runtime holds.
        const FILES: u64 = 16;
        let all = [
            (Resource::As, memory),
            (Resource::Fsize, 0),
            (Resource::Nofile, FILES),
            (Resource::Core, 0),
            (Resource::Nproc, 0),
        ];
        let set = |(resource, most): (Resource, u64)| {
            let limit = Rlimit {
                current: Some(most),
                maximum: Some(most),
            };
            setrlimit(resource, limit).is_ok()
        };
        // Every one is tried, also after one that failed.
        let failed = all.into_iter().filter(|limit| !set(*limit)).count();
        if failed == 0 { Isolation::LIMITS } else { 0 }
    }

    /// Denies every access that kernels since 6.12 can deny; older ones deny what they know.
    fn landlock() -> u8 {
        let restrict = || {
            Ruleset::default()
                .handle_access(AccessFs::from_all(ABI::V6))?
                .handle_access(AccessNet::from_all(ABI::V6))?
                .scope(Scope::from_all(ABI::V6))?
                .create()?
                .restrict_self()
        };
        match restrict() {
            Ok(status) if status.ruleset == RulesetStatus::FullyEnforced => {
                Isolation::LANDLOCK | Isolation::LANDLOCK_PARTLY
            }
            Ok(status) if status.ruleset == RulesetStatus::PartiallyEnforced => {
                Isolation::LANDLOCK_PARTLY
            }
            _ => 0,
        }
    }

    /// Calls that decoding needs, whatever their arguments. Others fail with EPERM, which libraries handle, rather than
    /// kill: a decoder that asks for the number of processors shall not lose its file.
    const FREE: &[libc::c_long] = &[
        libc::SYS_read,
        libc::SYS_readv,
        libc::SYS_pread64,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_lseek,
        libc::SYS_fstat,
        libc::SYS_close,
        libc::SYS_recvmsg,
        libc::SYS_ppoll,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_getrandom,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];

    fn filter() -> Option<BpfProgram> {
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
            FREE.iter().map(|call| (*call, Vec::new())).collect();
        let no_code = argument(2, SeccompCmpOp::MaskedEq(libc::PROT_EXEC as u64), 0)?;
        rules.insert(libc::SYS_mmap, vec![no_code.clone()]);
        rules.insert(libc::SYS_mprotect, vec![no_code]);
        let this_process = u64::from(std::process::id());
        let itself = argument(0, SeccompCmpOp::Eq, this_process)?;
        rules.insert(libc::SYS_tgkill, vec![itself]);
        // The standard library looks at descriptors so before it closes them.
        let looks = [libc::F_GETFD, libc::F_GETFL]
            .into_iter()
            .map(|command| argument(1, SeccompCmpOp::Eq, command as u64))
            .collect::<Option<Vec<_>>>()?;
        rules.insert(libc::SYS_fcntl, looks);
        let target = std::env::consts::ARCH.try_into().ok()?;
        let refuse = SeccompAction::Errno(libc::EPERM as u32);
        SeccompFilter::new(rules, refuse, SeccompAction::Allow, target)
            .ok()?
            .try_into()
            .ok()
    }

    fn argument(index: u8, operator: SeccompCmpOp, value: u64) -> Option<SeccompRule> {
        let condition =
            SeccompCondition::new(index, SeccompCmpArgLen::Dword, operator, value).ok()?;
        SeccompRule::new(vec![condition]).ok()
    }

    #[cfg(test)]
    mod tests {
        #[test]
        fn the_list_of_system_calls_compiles_for_this_machine() {
            assert!(super::filter().is_some());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolation_is_shown_by_its_levels() {
        assert_eq!(
            Isolation::from_bits(15).to_string(),
            "landlock+seccomp+rlimits"
        );
        assert_eq!(
            Isolation::from_bits(10).to_string(),
            "landlock-partly+rlimits"
        );
        assert_eq!(Isolation::NONE.to_string(), "none");
    }

    #[test]
    fn the_weakest_of_two_holds_for_both() {
        let full = Isolation::from_bits(Isolation::ALL);
        let partly = Isolation::from_bits(Isolation::LANDLOCK_PARTLY | Isolation::SECCOMP);
        assert_eq!(full.weakest(partly), partly);
    }
}
