//! Who signs minutes, and how.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::coded;
use crate::id::MemberId;
use crate::time::Timestamp;

coded! {
    /// As what somebody signs.
    pub enum Office {
        /// « Président de séance ».
        Chair = "presidence",
        /// « Secrétaire de séance ».
        Secretary = "secretaire",
        /// « Scrutateur ».
        Teller = "scrutateur",
    }
}

coded! {
    /// How somebody signed.
    pub enum SignedHow {
        /// By a click, signed in as themself.
        Account = "compte",
        /// By hand on the printed text, as staff noted.
        Paper = "papier",
    }
}

/// A signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    /// When; on paper, when it was noted.
    pub at: Timestamp,
    /// How.
    pub how: SignedHow,
}

/// Somebody whose signature is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// As what.
    pub office: Office,
    /// Who.
    pub member: MemberId,
    /// Their name when the text was presented.
    pub name: String,
    /// Their signature.
    pub signed: Option<Signing>,
}

/// Those whose signatures make minutes: a chair, a secretary and scrutineers, none of whom signs twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatories(Vec<Signatory>);

/// Why people can't sign minutes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatoriesFault {
    /// Nobody, or more than one person, signs as chair or as secretary.
    #[error("one person signs as {0:?}")]
    One(Office),
    /// More scrutineers than [`Signatories::MOST_TELLERS`].
    #[error("at most {max} scrutineers sign", max = Signatories::MOST_TELLERS)]
    TooManyTellers,
    /// Somebody would sign in two places.
    #[error("nobody signs twice")]
    Twice,
}

impl Signatories {
    /// The most scrutineers that sign.
    pub const MOST_TELLERS: usize = 4;

    /// Those people, who haven't signed yet, in the order in which their offices are named.
    ///
    /// # Errors
    /// Says why they can't be.
    pub fn new(
        people: impl IntoIterator<Item = (Office, MemberId, String)>,
    ) -> Result<Self, SignatoriesFault> {
        let mut all: Vec<Signatory> = people
            .into_iter()
            .map(|(office, member, name)| Signatory { office, member, name, signed: None })
            .collect();
        all.sort_by_key(|of| of.office);
        let count = |office| all.iter().filter(|of| of.office == office).count();
        for office in [Office::Chair, Office::Secretary] {
            if count(office) != 1 {
                return Err(SignatoriesFault::One(office));
            }
        }
        if count(Office::Teller) > Self::MOST_TELLERS {
            return Err(SignatoriesFault::TooManyTellers);
        }
        let people: BTreeSet<MemberId> = all.iter().map(|of| of.member).collect();
        if people.len() < all.len() {
            return Err(SignatoriesFault::Twice);
        }
        Ok(Self(all))
    }

    /// They.
    pub fn all(&self) -> &[Signatory] {
        &self.0
    }

    /// They, to be kept.
    pub fn into_all(self) -> Vec<Signatory> {
        self.0
    }
}
