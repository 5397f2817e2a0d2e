//! Reminders: whom each group holds, and who is left alone.
//!
//! **Invariant:** nobody who answered is in any group, and the first three groups share nobody. The fourth is about territories:
//! its people may stand in another group too, and who was reminded through one is left alone by the others.

use std::collections::BTreeSet;

use crate::coded;
use crate::id::MemberId;
use crate::member::{College, MailChoice, Role};
use crate::reading::{MemberLine, silent_territories};
use crate::territory::{Territory, TerritoryLevel};
use crate::time::Timestamp;

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

coded! {
    /// People of a call who haven't answered, by how far they have come.
    pub enum Group {
        /// Invited, and never came.
        NeverCame = "jamais-entres",
        /// Came, and began nothing.
        NeverWrote = "jamais-ecrit",
        /// Began a text and didn't send it.
        DraftWaits = "brouillon",
        /// Speak for a territory that nobody has written from; where nobody was named, all of its people.
        SilentTerritory = "collectivites",
    }
}

coded! {
    /// Why somebody of a group gets no letter.
    pub enum Spared {
        /// They asked not to take part.
        Declined = "decline",
        /// They asked for no letters.
        LeftAlone = "tranquille",
        /// There is nowhere to write.
        NoAddress = "sans-adresse",
        /// The last letter to their address didn't arrive.
        Bounced = "revenue",
        /// They were invited or reminded a short while ago.
        Recently = "recemment",
    }
}

/// What is known of a person before they are reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The person, whether they came, and what they wrote.
    pub line: MemberLine,
    /// Whether something they began waits to be sent.
    pub draft: bool,
    /// When they were last reminded.
    pub reminded_at: Option<Timestamp>,
    /// Whether the last letter to their address came to nothing.
    pub bounced: bool,
    /// The silent territory that they are to be asked about, if any.
    pub speaks_for: Option<Territory>,
}

/// Who is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Those of that group.
    pub group: Group,
    /// In that college.
    pub college: Option<College>,
    /// From that département, by code.
    pub departement: Option<String>,
    /// Days since the last invitation or reminder before which somebody is left alone.
    pub rest: u32,
}

/// Who would get a letter, and who is spared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Whom letters go to.
    pub to: Vec<Candidate>,
    /// Who gets none, and why.
    pub spared: Vec<(Spared, Candidate)>,
}

impl Group {
    /// Whether a person is in it. Whoever wrote, may not write, or runs the call themselves is in none.
    pub fn holds(self, who: &Candidate) -> bool {
        let (line, member) = (&who.line, &who.line.member);
        if line.texts > 0 || !member.may_write() || member.may(Role::Staff) {
            return false;
        }
        match self {
            Self::DraftWaits => who.draft,
            Self::NeverWrote => !who.draft && line.came,
            Self::NeverCame => !who.draft && !line.came && member.invited_at.is_some(),
            Self::SilentTerritory => who.speaks_for.is_some(),
        }
    }
}

impl Candidate {
    /// Why they get no letter at `now`; None when they may get one.
    pub fn spared(&self, rest: u32, now: Timestamp) -> Option<Spared> {
        let member = &self.line.member;
        let last = self.reminded_at.max(member.invited_at);
        if member.declined_at.is_some() {
            Some(Spared::Declined)
        } else if member.mail == MailChoice::Nothing {
            Some(Spared::LeftAlone)
        } else if member.email.is_none() {
            Some(Spared::NoAddress)
        } else if self.bounced {
            Some(Spared::Bounced)
        } else if last.is_some_and(|last| now < last.plus_seconds(i64::from(rest) * DAY)) {
            Some(Spared::Recently)
        } else {
            None
        }
    }

    fn answers(&self, asked: &Asked) -> bool {
        let member = &self.line.member;
        let departement = member.territory.as_ref().and_then(|territory| territory.departement.as_deref());
        asked.group.holds(self)
            && asked.college.is_none_or(|college| member.college == college)
            && asked.departement.as_deref().is_none_or(|code| departement == Some(code))
    }
}

/// Shares out those that are asked for: whom a letter goes to, and who is spared and why.
pub fn choose(people: &[Candidate], asked: &Asked, now: Timestamp) -> Chosen {
    let mut chosen = Chosen::default();
    for who in people.iter().filter(|who| who.answers(asked)) {
        match who.spared(asked.rest, now) {
            None => chosen.to.push(who.clone()),
            Some(why) => chosen.spared.push((why, who.clone())),
        }
    }
    chosen
}

/// Writes beside each person the silent territory that they are to be asked about; `named` are those who speak for one.
pub fn mark_silent(people: &mut [Candidate], named: &BTreeSet<MemberId>) {
    let lines: Vec<MemberLine> = people.iter().map(|who| who.line.clone()).collect();
    let silent = silent_territories(&lines);
    let place = |of: &Territory| -> (TerritoryLevel, String) { (of.level, of.code.clone()) };
    let quiet: BTreeSet<_> = silent.iter().map(place).collect();
    let is_named = |line: &&MemberLine| named.contains(&line.member.id);
    let spoken_for: BTreeSet<_> =
        lines.iter().filter(is_named).filter_map(|line| line.member.territory.as_ref()).map(place).collect();
    for who in people {
        let own = who.line.member.territory.as_ref().filter(|territory| quiet.contains(&place(territory)));
        let asked = |territory: &&Territory| {
            named.contains(&who.line.member.id) || !spoken_for.contains(&place(territory))
        };
        who.speaks_for = own.filter(asked).cloned();
    }
}

#[cfg(test)]
mod tests;
