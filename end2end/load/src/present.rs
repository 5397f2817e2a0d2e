//! The hour and chance of this machine.

use std::time::{SystemTime, UNIX_EPOCH};

use domain::id::Entropy;
use domain::time::Timestamp;

/// Now.
#[expect(clippy::disallowed_methods, reason = "a load is measured on the machine's own clock")]
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

/// Random bytes from the system.
pub(crate) struct Chance;

impl Entropy for Chance {
    fn fill(&mut self, bytes: &mut [u8]) {
        #[expect(clippy::expect_used, reason = "a machine without randomness can't load anything")]
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}
