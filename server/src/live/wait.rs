//! Waiting, as an argument: tests turn the hands of the clock themselves.

use std::time::Duration;

use super::stage::Soon;

/// Where time passes.
pub trait Wait: Send + Sync + 'static {
    /// Ends after that long.
    fn wait(&self, length: Duration) -> Soon<'static, ()>;
}

/// The machine's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Machine;

impl Wait for Machine {
    fn wait(&self, length: Duration) -> Soon<'static, ()> {
        Box::pin(tokio::time::sleep(length))
    }
}

#[cfg(test)]
pub(super) use hands::Hands;

#[cfg(test)]
mod hands {
    use super::*;
    use std::sync::{Arc, Mutex};
    use tokio::sync::{Notify, oneshot};

    /// A clock that stands still until a test turns its hands.
    #[derive(Clone, Default)]
    pub(in super::super) struct Hands(Arc<(Mutex<Vec<Waiter>>, Notify)>);

    type Waiter = (Duration, oneshot::Sender<()>);

    impl Wait for Hands {
        fn wait(&self, length: Duration) -> Soon<'static, ()> {
            let (turned, turns) = oneshot::channel();
            self.0.0.lock().unwrap().push((length, turned));
            self.0.1.notify_one();
            Box::pin(async move { turns.await.unwrap_or(()) })
        }
    }

    impl Hands {
        /// Ends all waits of that length, once somebody waits for one.
        pub(in super::super) async fn turn(&self, length: Duration) {
            loop {
                let waiters = std::mem::take(&mut *self.0.0.lock().unwrap());
                let (due, others): (Vec<_>, Vec<_>) = waiters.into_iter().partition(|(of, _)| *of == length);
                self.0.0.lock().unwrap().extend(others);
                // All are told, whoever still waits.
                if due.into_iter().fold(false, |any, (_, turned)| turned.send(()).is_ok() || any) {
                    return;
                }
                self.0.1.notified().await;
            }
        }
    }
}
