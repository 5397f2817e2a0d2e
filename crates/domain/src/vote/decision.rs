//! Adopted or rejected, and why.

use serde::{Deserialize, Serialize};

use super::ballot::Secrecy;
use super::majority::Majority;
use super::quorum::{Quorum, Roll};
use super::tally::Tally;
use crate::coded;

/// What decides a « pour ou contre ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// How many voices adopt.
    pub majority: Majority,
    /// How many people must be there; none: any number.
    pub quorum: Option<Quorum>,
    /// Whether the chair's voice decides a tie where the statutes say so; of secret polls it never does.
    pub has_casting_vote: bool,
}

coded! {
    /// The side that the chair takes when voices are equal.
    pub enum Casting {
        /// For.
        For = "pour",
        /// Against.
        Against = "contre",
    }
}

coded! {
    /// What a decision rests on.
    pub enum Ground {
        /// The majority was reached.
        Reached = "atteinte",
        /// It wasn't.
        NotReached = "manquee",
        /// As many for as against: rejected.
        Tie = "egalite",
        /// As many for as against, and the chair's voice adopts.
        CastingFor = "preponderante-pour",
        /// As many for as against, and the chair's voice rejects.
        CastingAgainst = "preponderante-contre",
        /// Too few people were there when it opened.
        NoQuorumAtOpening = "quorum-ouverture",
        /// Too few people were left when it closed.
        NoQuorumAtClosing = "quorum-cloture",
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whether the text is adopted.
    pub adopted: bool,
    /// Why.
    pub ground: Ground,
}

impl Rule {
    /// Whether the chair must say a side before the result can be proclaimed.
    pub fn awaits_casting(self, tally: &Tally, secrecy: Secrecy) -> bool {
        self.has_casting_vote && secrecy == Secrecy::Public && is_tie(tally)
    }
}

fn is_tie(tally: &Tally) -> bool {
    tally.in_favour == tally.against && tally.in_favour > 0
}

/// Decides. `casting` is heeded where the rule gives the chair a casting vote, in a public poll, when voices are equal.
pub fn decide(
    rule: Rule,
    (tally, roll): (&Tally, Roll),
    secrecy: Secrecy,
    casting: Option<Casting>,
) -> Decision {
    let of = |adopted, ground| Decision { adopted, ground };
    if rule.quorum.is_some_and(|quorum| !quorum.opens(roll)) {
        return of(false, Ground::NoQuorumAtOpening);
    }
    if rule.quorum.is_some_and(|quorum| !quorum.closes(roll)) {
        return of(false, Ground::NoQuorumAtClosing);
    }
    if rule.majority.is_reached(tally, roll) {
        return of(true, Ground::Reached);
    }
    match casting.filter(|_| rule.awaits_casting(tally, secrecy)) {
        Some(Casting::For) => {
            // One voice more of theirs, as if they had voted twice: what is then reached is what the statutes ask.
            let swayed = Tally { in_favour: tally.in_favour + 1, ..tally.clone() };
            match rule.majority.is_reached(&swayed, roll) {
                true => of(true, Ground::CastingFor),
                false => of(false, Ground::NotReached),
            }
        }
        Some(Casting::Against) => of(false, Ground::CastingAgainst),
        None if is_tie(tally) => of(false, Ground::Tie),
        None => of(false, Ground::NotReached),
    }
}
