//! The line to a worker on Unix.

use super::{Death, WorkerCommand, kill_and_reap, prepare, timed_out};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::net::{
    AddressFamily, RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, SocketFlags, SocketType, recv, recvmsg, sendmsg, socketpair,
};
use std::fs::File;
use std::io::{self, ErrorKind, IoSlice, IoSliceMut, Seek, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::process::{Child, Stdio};
use std::time::Instant;

/// A worker process, from its parent's side. Dropping it kills it.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    socket: OwnedFd,
}

impl Worker {
    /// Starts a worker. The thread that does so must live as long as the worker shall: on Linux it dies with it.
    ///
    /// # Errors
    /// When the system refuses a socket or a process.
    pub fn spawn(command: &WorkerCommand) -> io::Result<Self> {
        let kind = SocketType::STREAM;
        let (ours, theirs) = socketpair(AddressFamily::UNIX, kind, close_on_exec(), None)?;
        let child = prepare(command, Stdio::from(theirs), Stdio::null()).spawn()?;
        Ok(Worker {
            child,
            socket: ours,
        })
    }

    /// Sends bytes, and with the first of them a file that the worker may read. `size` is not needed here: the worker
    /// reads the file itself.
    ///
    /// # Errors
    /// `TimedOut` at the deadline; others when the worker is gone.
    pub fn send(
        &mut self,
        bytes: &[u8],
        file: Option<(&File, u64)>,
        deadline: Instant,
    ) -> io::Result<()> {
        let mut rest = bytes;
        let mut file = file.map(|(file, _)| file.as_fd());
        while !rest.is_empty() {
            wait_for(self.socket.as_fd(), PollFlags::OUT, deadline)?;
            match send_some(self.socket.as_fd(), rest, file) {
                Ok(sent) => {
                    rest = rest.get(sent..).unwrap_or_default();
                    file = None;
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Receives some bytes; 0 means that the worker hung up. Files that it may have sent are closed unseen.
    ///
    /// # Errors
    /// `TimedOut` at the deadline; others when the worker is gone.
    pub fn receive(&mut self, into: &mut [u8], deadline: Instant) -> io::Result<usize> {
        loop {
            wait_for(self.socket.as_fd(), PollFlags::IN, deadline)?;
            match recv(&self.socket, &mut *into, RecvFlags::DONTWAIT) {
                Ok((_, received)) => return Ok(received),
                Err(Errno::CONNRESET) => return Ok(0),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Kills the worker, if it still lives, and says how it ended.
    pub fn end(mut self) -> Death {
        kill_and_reap(&mut self.child)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        kill_and_reap(&mut self.child);
    }
}

fn close_on_exec() -> SocketFlags {
    #[cfg(not(target_vendor = "apple"))]
    {
        SocketFlags::CLOEXEC
    }
    #[cfg(target_vendor = "apple")]
    {
        SocketFlags::empty()
    }
}

fn send_some(
    socket: BorrowedFd<'_>,
    bytes: &[u8],
    file: Option<BorrowedFd<'_>>,
) -> Result<usize, Errno> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    let files = file.map(|file| [file]);
    if let Some(files) = &files
        && !control.push(SendAncillaryMessage::ScmRights(files))
    {
        return Err(Errno::NOBUFS);
    }
    #[cfg(not(target_vendor = "apple"))]
    let flags = SendFlags::DONTWAIT | SendFlags::NOSIGNAL;
    #[cfg(target_vendor = "apple")]
    let flags = SendFlags::DONTWAIT;
    sendmsg(socket, &[IoSlice::new(bytes)], &mut control, flags)
}

/// Waits until the socket is ready, or its other end is gone.
fn wait_for(socket: BorrowedFd<'_>, what: PollFlags, deadline: Instant) -> io::Result<()> {
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(timed_out());
        }
        let left = Timespec::try_from(left).map_err(|_| timed_out())?;
        match poll(&mut [PollFd::from_borrowed_fd(socket, what)], Some(&left)) {
            Ok(0) => return Err(timed_out()),
            Ok(_) => return Ok(()),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// The line to the parent, from the worker's side.
#[derive(Debug)]
pub struct WorkerEnd {
    socket: OwnedFd,
    file: Option<File>,
}

impl WorkerEnd {
    /// The line at descriptor 0.
    ///
    /// # Errors
    /// When the process has no stdin.
    pub fn open() -> io::Result<Self> {
        let socket = io::stdin().as_fd().try_clone_to_owned()?;
        Ok(WorkerEnd { socket, file: None })
    }

    /// Receives some bytes of a request; 0 means that the parent is gone. A file that comes with them is kept for
    /// [`content`](Self::content).
    ///
    /// # Errors
    /// When the line is broken.
    pub fn receive(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = RecvAncillaryBuffer::new(&mut space);
        let mut slices = [IoSliceMut::new(into)];
        #[cfg(not(target_vendor = "apple"))]
        let flags = RecvFlags::CMSG_CLOEXEC;
        #[cfg(target_vendor = "apple")]
        let flags = RecvFlags::empty();
        let received = loop {
            match recvmsg(&self.socket, &mut slices, &mut control, flags) {
                Err(Errno::INTR) => {}
                result => break result?.bytes,
            }
        };
        for message in control.drain() {
            if let RecvAncillaryMessage::ScmRights(files) = message {
                self.file = files.last().map(File::from);
            }
        }
        Ok(received)
    }

    /// The content that the last request came with, read from its beginning.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub fn content(&mut self, _size: u64) -> io::Result<File> {
        let mut file = self.file.take().ok_or(ErrorKind::NotFound)?;
        // The parent's descriptor shares its position with this one.
        file.rewind()?;
        Ok(file)
    }
}

impl Write for WorkerEnd {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(&self.socket, bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
