//! The process and the machine it runs on.

/// The name of this machine; empty where it cannot be told.
pub fn host_name() -> String {
    #[cfg(unix)]
    {
        rustix::system::uname()
            .nodename()
            .to_string_lossy()
            .into_owned()
    }
    #[cfg(not(unix))]
    {
        String::new()
    }
}

/// Lets other programs go first, from 0 (as others) to 19 (last). Does nothing where the system has no such order.
///
/// # Errors
/// When the system refuses.
pub fn yield_to_others(nice: u8) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        rustix::process::setpriority_process(None, i32::from(nice.min(19)))?;
    }
    #[cfg(not(unix))]
    {
        let _ = nice;
    }
    Ok(())
}

/// Ends this process as a power cut would: nothing is flushed, closed or told. For tests of what survives.
pub fn kill_self() -> ! {
    #[cfg(unix)]
    {
        let _ =
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    }
    std::process::abort()
}

/// The most memory that this process has held, in bytes; `None` where the system does not tell.
pub fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_a_name() {
        assert_eq!(host_name().is_empty(), cfg!(not(unix)));
        assert!(peak_memory().is_none_or(|bytes| bytes > 1 << 20));
    }
}
