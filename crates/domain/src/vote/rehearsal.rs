//! Rehearsing a vote: what voices say that nobody gave. They are given in polls for practice only, and count for nothing.

use super::ballot::{Choice, Method, Secrecy};
use super::poll::Poll;

impl Poll {
    /// Whether voices may be simulated in it, now: for practice, and open. Never in a vote that counts.
    pub fn takes_simulated(&self) -> bool {
        self.is_test && self.stage.state().takes_ballots()
    }
}

/// What a simulated voice says, by a throw of dice: most are for, or for any of the options; some abstain, or are blank.
pub fn simulated(method: Method, secrecy: Secrecy, dice: u64) -> Choice {
    let (first, second) = (dice % 100, dice / 100);
    match (first, secrecy) {
        (..6, _) => return Choice::Abstain,
        (..10, Secrecy::Secret) => return Choice::Blank,
        _ => {}
    }
    match method {
        Method::ForAgainst if second % 100 < 65 => Choice::For,
        Method::ForAgainst => Choice::Against,
        Method::OneOf(options) | Method::UpTo { options, .. } => {
            let rank = second % u64::from(options.max(1));
            Choice::Options([u16::try_from(rank).unwrap_or_default()].into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_simulated_voice_says_what_is_offered(dice: u64, options in 2_u16..40, most in 1_u16..40, is_secret: bool) {
            let secrecy = if is_secret { Secrecy::Secret } else { Secrecy::Public };
            let most = most.min(options);
            for method in [Method::ForAgainst, Method::OneOf(options), Method::UpTo { options, most }] {
                prop_assert!(method.check(&simulated(method, secrecy, dice), secrecy).is_ok());
            }
        }
    }
}
