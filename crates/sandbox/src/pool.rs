//! The pool: one thread that starts workers, and what all handles share.
//!
//! On Linux a worker dies with the *thread* that started it, so that none outlives a program that is killed. Pipeline
//! threads come and go; the spawning thread lives until the pool and its last handle are gone.

use crate::frame::Incoming;
use crate::handle::Handle;
use crate::request::{put_setup, read_hello};
use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use sporhund_platform::{Isolation, Worker, WorkerCommand};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How workers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerSettings {
    /// Bytes of address space for each worker.
    pub memory: u64,
    /// Files after which a worker is replaced, so that what decoders leak or break does not add up.
    pub recycle_after: u32,
    /// Time that a file gets past its limit before its worker is killed: a decoder that ends by itself says more.
    pub grace: Duration,
}

impl Default for WorkerSettings {
    fn default() -> Self {
        WorkerSettings {
            memory: 512 << 20,
            recycle_after: 1_000,
            grace: Duration::from_millis(1_500),
        }
    }
}

/// Why no worker could be started.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PoolError {
    /// The system refused a process, a socket or a thread.
    #[error("start a worker: {0}")]
    Start(#[from] io::Error),
    /// What was started is no worker of this version, or died at once.
    #[error("the worker's command does not start a worker")]
    NoWorker,
}

type Order = Sender<io::Result<Worker>>;

/// What the handles of a pool share.
#[derive(Debug)]
pub(crate) struct Shared {
    orders: Sender<Order>,
    pub(crate) settings: WorkerSettings,
    isolation: Mutex<Option<Isolation>>,
}

/// A worker that has said hello.
#[derive(Debug)]
pub(crate) struct Seat {
    pub(crate) worker: Worker,
    pub(crate) incoming: Incoming,
    pub(crate) files: u32,
}

impl Shared {
    /// Starts a worker and waits until it is confined.
    pub(crate) fn seat(&self) -> Result<Seat, PoolError> {
        /// Far more than a loaded machine needs to start a process.
        const START: Duration = Duration::from_secs(30);
        let deadline = Instant::now() + START;
        let mut worker = self.spawn()?;
        let mut setup = Vec::new();
        put_setup(&mut setup, self.settings.memory).map_err(|_| PoolError::NoWorker)?;
        let sent = worker.send(&setup, None, deadline);
        sent.map_err(|_| PoolError::NoWorker)?;
        let mut incoming = Incoming::new();
        let isolation = incoming
            .next(|into| worker.receive(into, deadline))
            .ok()
            .and_then(|(tag, payload)| read_hello(tag, payload).ok())
            .ok_or(PoolError::NoWorker)?;
        self.note_isolation(isolation);
        Ok(Seat {
            worker,
            incoming,
            files: 0,
        })
    }

    fn spawn(&self) -> Result<Worker, PoolError> {
        let (give, take) = bounded(1);
        let gone = |_| PoolError::NoWorker;
        self.orders.send(give).map_err(|_| PoolError::NoWorker)?;
        Ok(take.recv().map_err(gone)??)
    }

    fn note_isolation(&self, isolation: Isolation) {
        let mut weakest = self
            .isolation
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *weakest = Some(weakest.map_or(isolation, |so_far| so_far.weakest(isolation)));
    }
}

/// Isolated workers, started as they are needed.
#[derive(Debug)]
pub struct Pool {
    shared: Arc<Shared>,
    first: Mutex<Option<Seat>>,
}

impl Pool {
    /// Starts the pool and one worker, so that a command that starts none is told at once.
    ///
    /// # Errors
    /// [`PoolError`].
    pub fn start(command: WorkerCommand, settings: WorkerSettings) -> Result<Self, PoolError> {
        let (orders, waiting) = unbounded();
        std::thread::Builder::new()
            .name("spawner".into())
            .spawn(move || spawn_workers(&command, &waiting))?;
        let shared = Arc::new(Shared {
            orders,
            settings,
            isolation: Mutex::new(None),
        });
        let first = shared.seat()?;
        Ok(Pool {
            shared,
            first: Mutex::new(Some(first)),
        })
    }

    /// A handle for one thread of the pipeline; its worker starts with the first file.
    pub fn handle(&self) -> Handle {
        let mut first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
        Handle::new(Arc::clone(&self.shared), first.take())
    }

    /// The isolation that all workers so far have in force.
    pub fn isolation(&self) -> Isolation {
        let isolation = self.shared.isolation.lock();
        let isolation = isolation.unwrap_or_else(PoisonError::into_inner);
        isolation.unwrap_or(Isolation::NONE)
    }
}

/// Until the pool and its last handle are gone.
fn spawn_workers(command: &WorkerCommand, orders: &Receiver<Order>) {
    for order in orders {
        // If nobody waits any more the worker is dropped, which ends it.
        let _ = order.send(Worker::spawn(command));
    }
}
