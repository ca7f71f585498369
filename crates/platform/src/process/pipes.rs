//! The line to a worker where there are no sockets that carry files: the content follows its request.

use super::{Death, WorkerCommand, kill_and_reap, prepare, timed_out};
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Instant;

/// Messages of the reading thread that may wait, so that a worker cannot fill the memory of its parent.
const WAITING: usize = 16;
const PIECE: usize = 64 << 10;

/// A worker process, from its parent's side. Dropping it kills it.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    stdin: ChildStdin,
    pieces: Receiver<Vec<u8>>,
    piece: Cursor<Vec<u8>>,
}

impl Worker {
    /// Starts a worker.
    ///
    /// # Errors
    /// When the system refuses a pipe or a process.
    pub fn spawn(command: &WorkerCommand) -> io::Result<Self> {
        let mut child = prepare(command, Stdio::piped(), Stdio::piped()).spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(stdin), Some(stdout)) => Ok(Worker {
                child,
                stdin,
                pieces: read_pieces(stdout),
                piece: Cursor::default(),
            }),
            _ => {
                kill_and_reap(&mut child);
                Err(io::ErrorKind::BrokenPipe.into())
            }
        }
    }

    /// Sends bytes, and after them the given number of bytes of a file (zeros where it has become shorter). The deadline
    /// is not watched here: a worker reads all of a request before it decodes any of it.
    ///
    /// # Errors
    /// When the worker is gone or the file cannot be read.
    pub fn send(
        &mut self,
        bytes: &[u8],
        file: Option<(&File, u64)>,
        _deadline: Instant,
    ) -> io::Result<()> {
        self.stdin.write_all(bytes)?;
        if let Some((file, size)) = file {
            let mut reader = file;
            reader.rewind()?;
            let mut content = reader.chain(io::repeat(0)).take(size);
            io::copy(&mut content, &mut self.stdin)?;
        }
        self.stdin.flush()
    }

    /// Receives some bytes; 0 means that the worker hung up.
    ///
    /// # Errors
    /// `TimedOut` at the deadline.
    pub fn receive(&mut self, into: &mut [u8], deadline: Instant) -> io::Result<usize> {
        let read = self.piece.read(into)?;
        if read > 0 || into.is_empty() {
            return Ok(read);
        }
        let left = deadline.saturating_duration_since(Instant::now());
        match self.pieces.recv_timeout(left) {
            Ok(piece) => {
                self.piece = Cursor::new(piece);
                self.piece.read(into)
            }
            Err(RecvTimeoutError::Timeout) => Err(timed_out()),
            Err(RecvTimeoutError::Disconnected) => Ok(0),
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

fn read_pieces(mut stdout: ChildStdout) -> Receiver<Vec<u8>> {
    let (give, take) = sync_channel(WAITING);
    std::thread::spawn(move || {
        let mut buffer = vec![0; PIECE];
        while let Ok(read @ 1..) = stdout.read(&mut buffer) {
            let piece = buffer.get(..read).unwrap_or_default().to_vec();
            if give.send(piece).is_err() {
                return;
            }
        }
    });
    take
}

/// The line to the parent, from the worker's side.
#[derive(Debug)]
pub struct WorkerEnd(());

impl WorkerEnd {
    /// The line at stdin and stdout.
    ///
    /// # Errors
    /// None here.
    pub fn open() -> io::Result<Self> {
        Ok(WorkerEnd(()))
    }

    /// Receives some bytes of a request; 0 means that the parent is gone.
    ///
    /// # Errors
    /// When the line is broken.
    pub fn receive(&mut self, into: &mut [u8]) -> io::Result<usize> {
        io::stdin().lock().read(into)
    }

    /// The content of `size` bytes that follows the last request.
    ///
    /// # Errors
    /// When it cannot be read or held.
    pub fn content(&mut self, size: u64) -> io::Result<Cursor<Vec<u8>>> {
        let mut content = Vec::new();
        io::stdin().lock().take(size).read_to_end(&mut content)?;
        Ok(Cursor::new(content))
    }
}

impl Write for WorkerEnd {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stdout().lock().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().lock().flush()
    }
}
