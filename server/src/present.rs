//! The machine's clock and its source of chance, the only ones in Plénière.

use domain::id::Entropy;
use domain::time::{Clock, Timestamp};
use sha2::{Digest, Sha256};

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(jiff::Timestamp::now().as_microsecond())
    }
}

/// The operating system's randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        // Without randomness ids would collide: there is nothing sensible left to do.
        #[expect(clippy::expect_used, reason = "a machine without randomness can't serve")]
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// Bytes that look random and are the same at every run: the demonstration is the same on every machine.
#[derive(Clone, Debug)]
pub struct CountedEntropy(u64);

impl CountedEntropy {
    /// A sequence of its own for each `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed << 32)
    }
}

impl Entropy for CountedEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            self.0 += 1;
            chunk.copy_from_slice(&Sha256::digest(self.0.to_le_bytes())[..chunk.len()]);
        }
    }
}
