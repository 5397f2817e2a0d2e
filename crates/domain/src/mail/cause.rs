//! Why a letter didn't arrive, from what mail servers answer (RFC 5321, RFC 3463).

use serde::{Deserialize, Serialize};

use crate::coded;

coded! {
    /// Why a letter didn't arrive, or not yet: it decides what staff should do.
    pub enum Cause {
        /// The domain is there, the mailbox isn't.
        NoMailbox = "boite-inconnue",
        /// What stands behind the @ receives no mail.
        NoDomain = "domaine-inconnu",
        /// The mailbox was closed.
        Closed = "boite-fermee",
        /// The mailbox takes no more.
        Full = "boite-pleine",
        /// A filter or a rule of the recipient's server.
        Policy = "filtre",
        /// Larger than the recipient's server takes.
        TooLarge = "trop-lourde",
        /// Our own server refuses us: password, sender's address, right to relay, missing encryption.
        Settings = "reglages",
        /// Our own server can't be reached, asks all letters to wait, or the line was cut.
        Unreachable = "injoignable",
        /// A server asks to come back later, without saying more.
        Busy = "plus-tard",
        /// An answer that says nothing of this.
        Other = "autre",
    }
}

/// What stood in a letter's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setback {
    /// What it means.
    pub cause: Cause,
    /// What the server said, to the letter: « 550 5.1.1 User unknown ».
    pub answer: String,
}

impl Cause {
    /// From a server's answer: its code of three digits and its words, where most put an enhanced status.
    pub fn of_answer(code: u16, words: &str) -> Self {
        let status = words.split_whitespace().find_map(status);
        // « Relay access denied » is said to recipients that exist, because of who we are; « user unknown in relay recipient
        // table » isn't: its status speaks of the address.
        if words.to_ascii_lowercase().contains("relay") && status.is_none_or(|(_, subject, _)| subject == 7) {
            return Self::Settings;
        }
        match (status, code) {
            (Some(status), _) => Self::of_status(status),
            (None, 530 | 534 | 535 | 538) => Self::Settings,
            (None, 550 | 551 | 553) => Self::NoMailbox,
            (None, 452 | 552) => Self::Full,
            (None, 554) => Self::Policy,
            (None, 400..=499) => Self::Busy,
            _ => Self::Other,
        }
    }

    /// From the enhanced status of a bounce: « 5.1.1 ».
    pub fn of_words(words: &str) -> Self {
        words.split_whitespace().find_map(status).map_or(Self::Other, Self::of_status)
    }

    /// RFC 3463, section 3, and what RFC 7505 added: the first number says only whether to come back.
    fn of_status((class, subject, detail): (u16, u16, u16)) -> Self {
        match (subject, detail) {
            (1, 2 | 10) | (4, 4) => Self::NoDomain,
            (1, 0 | 1 | 3 | 4 | 6) => Self::NoMailbox,
            (1, 7 | 8) => Self::Settings,
            (2, 1) => Self::Closed,
            (2, 2) | (3, 1) => Self::Full,
            (2, 3) | (3, 4) => Self::TooLarge,
            (7, 8..=15) => Self::Settings,
            (7, _) if class == 5 => Self::Policy,
            _ if class == 4 => Self::Busy,
            _ => Self::Other,
        }
    }

    /// Whether the fault lies with our own server or its settings: it says nothing of the letter, and concerns all of them.
    pub const fn is_ours(self) -> bool {
        matches!(self, Self::Settings | Self::Unreachable)
    }
}

/// « 5.1.1 », « #5.1.1 », « (5.1.1) »
fn status(word: &str) -> Option<(u16, u16, u16)> {
    let mut numbers = word.trim_matches(|c: char| !c.is_ascii_digit()).split('.').map(str::parse);
    let mut next = || numbers.next().and_then(Result::ok);
    let found = (next()?, next()?, next()?);
    (matches!(found.0, 4 | 5) && numbers.next().is_none()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_known_servers_are_understood() {
        for (code, words, cause) in [
            (550, "5.1.1 <x@y.example>: Recipient address rejected: User unknown", Cause::NoMailbox),
            (550, "5.1.1 <x@y.example>: User unknown in relay recipient table", Cause::NoMailbox),
            (550, "No such user here", Cause::NoMailbox),
            (550, "relay not permitted", Cause::Settings),
            (550, "5.1.2 Host unknown", Cause::NoDomain),
            (556, "5.1.10 Recipient address has null MX", Cause::NoDomain),
            (550, "5.2.1 The email account that you tried to reach is disabled.", Cause::Closed),
            (452, "4.2.2 The email account that you tried to reach is over quota.", Cause::Full),
            (552, "Mailbox full", Cause::Full),
            (554, "5.7.1 Message rejected as spam", Cause::Policy),
            (554, "5.7.1 <x@y.example>: Relay access denied", Cause::Settings),
            (535, "5.7.8 Authentication credentials invalid", Cause::Settings),
            (535, "Incorrect authentication data", Cause::Settings),
            (552, "5.3.4 Message size exceeds fixed limit", Cause::TooLarge),
            (450, "4.2.0 Greylisted, come back in 5 minutes", Cause::Busy),
            (451, "Try again later", Cause::Busy),
            (421, "4.7.0 Too many connections", Cause::Busy),
            (599, "", Cause::Other),
        ] {
            assert_eq!(Cause::of_answer(code, words), cause, "{code} {words}");
        }
    }

    #[test]
    fn a_status_is_three_numbers_and_begins_with_4_or_5() {
        assert_eq!(status("(#5.1.1)"), Some((5, 1, 1)));
        for other in ["127.0.0.1", "5.1", "2.0.0", "v5.1.x", ""] {
            assert_eq!(status(other), None, "{other}");
        }
    }
}
