//! What each congress decides: who reads, when texts appear, whom to call.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::email::Email;
use crate::id::{CongressId, MemberId, SettingsChangeId};
use crate::line::Line;
use crate::member::{Member, Role};
use crate::time::Timestamp;

coded! {
    /// Who may read the corpus and all that is made from it; told before one writes.
    pub enum Readers {
        /// Everybody.
        Public = "public",
        /// Members who are signed in.
        Members = "membres",
    }
}

coded! {
    /// When staff reads a contribution.
    pub enum Moderation {
        /// Once it has appeared.
        After = "apres",
        /// Before it appears.
        Before = "avant",
    }
}

/// Whom a person can call or write to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Their name.
    pub name: Option<Line>,
    /// Their telephone number.
    pub telephone: Option<Line>,
    /// Their address.
    pub email: Option<Email>,
}

/// What a congress decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Who reads.
    pub readers: Readers,
    /// When texts appear.
    pub moderation: Moderation,
    /// How long a text begun before closing may still be sent after it, in minutes.
    pub grace_minutes: u32,
    /// A person to call.
    pub contact: Contact,
}

impl Default for Settings {
    /// What a new congress has: open to all, read afterwards, an hour of grace.
    fn default() -> Self {
        Self {
            readers: Readers::Public,
            moderation: Moderation::After,
            grace_minutes: 60,
            contact: Contact::default(),
        }
    }
}

coded! {
    /// What a congress may change.
    pub enum SettingsField {
        /// Who reads.
        Readers = "lecture",
        /// When texts appear.
        Moderation = "moderation",
        /// How long a text begun before closing may still be sent.
        Grace = "grace",
        /// The name of whom to call.
        ContactName = "contact-nom",
        /// Their telephone number.
        ContactTelephone = "contact-telephone",
        /// Their address.
        ContactEmail = "contact-courriel",
        /// When the call begins.
        Opening = "ouverture",
    }
}

/// A change of one setting: what it was, what it is, as the database holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsChange {
    /// Its id.
    pub id: SettingsChangeId,
    /// The congress.
    pub congress: CongressId,
    /// Which setting.
    pub field: SettingsField,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
    /// When it was changed.
    pub at: Timestamp,
    /// By whom; None for a command on the server.
    pub by: Option<MemberId>,
}

impl Settings {
    /// The longest grace, in minutes: a day.
    pub const MOST_GRACE: u32 = 24 * 60;

    /// What differs from `before`, each with what it was and what it is.
    pub fn changes(&self, before: &Self) -> Vec<(SettingsField, Option<String>, Option<String>)> {
        let line = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
        let email = |email: &Option<Email>| email.as_ref().map(ToString::to_string);
        let said = |of: &Self| {
            [
                (SettingsField::Readers, Some(of.readers.code().to_owned())),
                (SettingsField::Moderation, Some(of.moderation.code().to_owned())),
                (SettingsField::Grace, Some(of.grace_minutes.to_string())),
                (SettingsField::ContactName, line(&of.contact.name)),
                (SettingsField::ContactTelephone, line(&of.contact.telephone)),
                (SettingsField::ContactEmail, email(&of.contact.email)),
            ]
        };
        let pairs = said(before).into_iter().zip(said(self));
        let changed = pairs.filter(|((_, was), (_, is))| was != is);
        changed.map(|((field, was), (_, is))| (field, was, is)).collect()
    }
}

impl Member {
    /// Whether they may change that setting: who reads is what people were promised before they wrote, and takes an
    /// administrator; the others are staff's work.
    pub fn may_set(&self, field: SettingsField) -> bool {
        match field {
            SettingsField::Readers => self.roles.contains(&Role::Administrator),
            _ => self.may(Role::Staff),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_with_what_it_was() {
        let before = Settings::default();
        let contact = Contact { name: Some("Nadia Le Bihan".parse().unwrap()), ..Contact::default() };
        let after = Settings { moderation: Moderation::Before, contact, ..before.clone() };
        let changes = after.changes(&before);
        let expected = [
            (SettingsField::Moderation, Some("apres".to_owned()), Some("avant".to_owned())),
            (SettingsField::ContactName, None, Some("Nadia Le Bihan".to_owned())),
        ];
        assert_eq!(changes, expected);
        assert_eq!(before.changes(&before), []);
    }
}
