//! Being told to stop: by Ctrl-C, or by whoever watches over the process.
//!
//! The first time, what is in hand is finished or undone. A second Ctrl-C stops at once: the database undoes what was not
//! saved.

use std::process::ExitCode;

use tokio::sync::watch;

/// Whether the process was told to stop.
#[derive(Clone, Debug)]
pub struct Interrupt(watch::Receiver<Option<u8>>);

/// The number of SIGINT, which Ctrl-C sends; a shell's exit code is 128 more.
const INTERRUPT: u8 = 2;
/// The number of SIGTERM.
#[cfg(unix)]
const TERMINATE: u8 = 15;

impl Interrupt {
    /// Heeds both signals from this call on, not from the first wait: call it before saying that the server is there. When one
    /// comes, `sentence` says what happens now. Must be called within a tokio runtime.
    ///
    /// # Errors
    /// When the system refuses to pass signals on.
    pub fn heed(sentence: &'static str) -> std::io::Result<Self> {
        let (told, came) = watch::channel(None);
        let mut signals = Signals::new()?;
        tokio::spawn(async move {
            let first = signals.next().await;
            eprintln!("{sentence} (Ctrl-C de nouveau pour arrêter tout de suite).");
            told.send_replace(Some(first));
            // Only Ctrl-C: who asks politely twice is no more in a hurry.
            while signals.next().await != INTERRUPT {}
            std::process::exit(i32::from(128 + INTERRUPT));
        });
        Ok(Self(came))
    }

    /// Waits for the first signal.
    pub fn came(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut came = self.0.clone();
        async move {
            let _ = came.wait_for(Option::is_some).await;
        }
    }

    /// The exit code of a command that was told to stop: 130 after Ctrl-C, 143 after SIGTERM.
    pub fn code(&self) -> ExitCode {
        ExitCode::from(128 + self.0.borrow().unwrap_or(INTERRUPT))
    }
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) -> u8 {
        tokio::select! {
            _ = self.interrupt.recv() => INTERRUPT,
            _ = self.terminate.recv() => TERMINATE,
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> u8 {
        let _ = tokio::signal::ctrl_c().await;
        INTERRUPT
    }
}
