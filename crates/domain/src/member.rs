//! People, what they may do, and how they sign.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::coded;
use crate::email::Email;
use crate::id::{CongressId, MemberId};
use crate::line::Line;
use crate::territory::Territory;
use crate::time::Timestamp;

mod act;
mod erasure;
mod number;
mod powers;
mod shown;

pub use act::{MemberAct, MemberEvent};
pub use erasure::TextsFate;
pub use number::{MemberNumber, MemberNumberError};

coded! {
    /// Who a member speaks as; counted apart everywhere, so that no lobby drowns among contributors.
    pub enum College {
        /// Élues et élus.
        Elected = "elus",
        /// Agentes et agents of a collectivité.
        Agents = "agents",
        /// Partners: associations, syndicats mixtes, companies.
        Partners = "partenaires",
        /// The file didn't say.
        Unstated = "inconnu",
    }
}

coded! {
    /// What a member may do besides contributing, amending and voting.
    pub enum Role {
        /// Notes what is said at a workshop table.
        Scribe = "scribe",
        /// Rédaction: moderates, analyses, drafts.
        Staff = "redaction",
        /// Présidence: runs the sitting.
        Chair = "presidence",
        /// Names the others; may do what staff does.
        Administrator = "administration",
        /// Reads what members read.
        Observer = "observation",
    }
}

coded! {
    /// How much of a person is shown beside their words.
    pub enum Display {
        /// Name and mandate.
        NameAndMandate = "nom",
        /// The mandate only; for a small commune, its size and département instead of its name.
        MandateOnly = "mandat",
        /// Nothing but the college.
        Nothing = "rien",
    }
}

coded! {
    /// Which letters a member wants besides those that they ask for.
    pub enum MailChoice {
        /// At once when something decisive happens, a digest otherwise.
        All = "tout",
        /// The digest only.
        Digest = "resume",
        /// None.
        Nothing = "rien",
    }
}

/// Who signs a contribution, frozen with it: mandates and territories change, what was signed doesn't.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// « Nadia Le Bihan », « Table 4 »; None when the text came without a name, or its author shows none.
    pub name: Option<String>,
    /// « adjointe au maire, déléguée au numérique », without the commune.
    pub mandate: Option<String>,
    /// Who they speak as.
    pub college: College,
    /// What they speak from.
    pub territory: Option<Territory>,
}

impl Signature {
    /// A text that came without a name.
    pub const ANONYMOUS: Self =
        Self { name: None, mandate: None, college: College::Unstated, territory: None };
}

/// A person of a congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// The edition that they take part in.
    pub congress: CongressId,
    /// Their number, given by the database when they are added.
    pub number: MemberNumber,
    /// First and family name.
    pub name: Line,
    /// What they are now, without where.
    pub mandate: Option<Line>,
    /// Who they speak as.
    pub college: College,
    /// What they speak from now.
    pub territory: Option<Territory>,
    /// Where letters go; several people may share it.
    pub email: Option<Email>,
    /// Where staff can dictate a code.
    pub telephone: Option<Line>,
    /// What they may do besides.
    pub roles: BTreeSet<Role>,
    /// How much of them is shown, unless a contribution says otherwise.
    pub display: Display,
    /// Whether people who say something close may be given their address.
    pub contact: bool,
    /// Which letters they want.
    pub mail: MailChoice,
    /// When they were added.
    pub created_at: Timestamp,
    /// When they were last invited.
    pub invited_at: Option<Timestamp>,
    /// When they asked not to take part.
    pub declined_at: Option<Timestamp>,
    /// When they last passed the « règle du jeu ».
    pub rules_read_at: Option<Timestamp>,
}

impl Member {
    /// Somebody who is being added: their name is known, and they chose nothing yet.
    pub fn added((id, congress): (MemberId, CongressId), name: Line, at: Timestamp) -> Self {
        Self {
            id,
            congress,
            number: MemberNumber::NONE,
            name,
            mandate: None,
            college: College::Unstated,
            territory: None,
            email: None,
            telephone: None,
            roles: BTreeSet::new(),
            display: Display::NameAndMandate,
            contact: false,
            mail: MailChoice::All,
            created_at: at,
            invited_at: None,
            declined_at: None,
            rules_read_at: None,
        }
    }

    /// Whether they may do what `role` does: an administrator may do what staff does.
    pub fn may(&self, role: Role) -> bool {
        self.roles.contains(&role) || (role == Role::Staff && self.roles.contains(&Role::Administrator))
    }

    /// Whether they may contribute and support: everybody but those who only observe.
    pub fn may_write(&self) -> bool {
        self.roles.is_empty() || self.roles.iter().any(|role| *role != Role::Observer)
    }

    /// What may be shown beside their words at that level; `departement` knows the territory of a département's code.
    pub fn signature(&self, display: Display, departement: impl Fn(&str) -> Option<Territory>) -> Signature {
        shown::signature(self, display, departement)
    }
}

#[cfg(test)]
pub(crate) mod sample {
    use super::*;
    use uuid::Uuid;

    /// Somebody with those roles.
    pub(crate) fn member(roles: &[Role]) -> Member {
        let nobody = (MemberId::from(Uuid::nil()), CongressId::from(Uuid::nil()));
        Member {
            mandate: Some("maire".parse().unwrap()),
            college: College::Elected,
            roles: roles.iter().copied().collect(),
            ..Member::added(nobody, "Soazig Tanguy".parse().unwrap(), Timestamp::from_micros(0))
        }
    }
}
