//! Letters that Plénière sends: what for, where each stands, and what a mail server's answer means.

mod cause;
mod name;
mod secret;
mod state;

use serde::{Deserialize, Serialize};

pub use cause::{Cause, Setback};
pub use name::without_name;
pub use secret::without_secrets;
pub use state::{LetterState, Outcome};

use crate::coded;

coded! {
    /// What a letter is for.
    pub enum Purpose {
        /// « Vous êtes invitée, invité »: the first letter that a person gets, with a personal link.
        Invitation = "invitation",
        /// A new link, or a code, that somebody asked for at the door.
        SignIn = "connexion",
        /// The acknowledgement of a contribution.
        Acknowledgement = "accuse",
        /// Staff hid a text, or proposes a change, and says why.
        Moderation = "moderation",
        /// To those who haven't answered.
        Reminder = "relance",
        /// What happened since the last one.
        Digest = "resume",
        /// Something decisive happened.
        News = "nouvelle",
        /// « Vous êtes convoquée, convoqué » to a sitting.
        Convocation = "convocation",
        /// Somebody entrusts them with their voice.
        Proxy = "pouvoir",
    }
}

impl Purpose {
    /// Whether somebody waits in front of a screen: such letters go before those that are sent to many.
    pub const fn urgent(self) -> bool {
        matches!(self, Self::SignIn | Self::Acknowledgement)
    }

    /// Whether one may ask to get no more of them; the others answer what their recipient did.
    pub const fn can_be_stopped(self) -> bool {
        matches!(self, Self::Invitation | Self::Reminder | Self::Digest | Self::News)
    }
}

/// Whom a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// « Agnès Rondeau »: several people may share one address.
    pub name: String,
    /// « mairie@echire.example ».
    pub address: String,
}
