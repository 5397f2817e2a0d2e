//! Secrets that let somebody in: drawn here, shown once, kept by the database as their hash.

use domain::access::{Code, LINK_DAYS, SESSION_DAYS, Session};
use domain::id::{Entropy, MemberId, SessionId};
use domain::time::Timestamp;
use sha2::{Digest, Sha256};
use storage::{SecretHash, StorageError, Work};

use crate::jobs::import::hex;

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// 256 random bits, as 64 hexadecimal digits in an address or a cookie.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    pub fn draw(entropy: &mut dyn Entropy) -> Self {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        Self(hex(&bytes))
    }

    /// What somebody presents; None when it can't be one.
    pub fn read(text: &str) -> Option<Self> {
        let lawful =
            text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        lawful.then(|| Self(text.to_owned()))
    }

    /// As it stands in an address or a cookie.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What the database knows it by.
    pub fn hash(&self) -> SecretHash {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

/// 128 random bits, as 32 hexadecimal digits: what makes a form's text the same when it is sent twice.
pub struct Key([u8; 16]);

impl Key {
    /// A new one.
    pub fn draw(entropy: &mut dyn Entropy) -> Self {
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// As it stands in a form.
    pub fn text(&self) -> String {
        hex(&self.0)
    }
}

/// What the database knows a dictated code by: the same digits of two people differ.
pub fn code_hash(member: MemberId, code: Code) -> SecretHash {
    Sha256::digest(format!("{member} {code}").as_bytes()).into()
}

/// Makes a secret a member's personal link, once the unit is saved.
///
/// # Errors
/// When the database fails.
pub async fn new_link(
    work: &mut Work,
    member: MemberId,
    secret: &Secret,
    now: Timestamp,
) -> Result<(), StorageError> {
    work.add_link(member, &secret.hash(), now, now.plus_seconds(LINK_DAYS * DAY)).await
}

/// A session to be opened, and the secret for its cookie.
pub fn new_session(device: String, now: Timestamp, entropy: &mut dyn Entropy) -> (Session, Secret) {
    let session = Session {
        id: SessionId::new(now, entropy),
        device,
        opened_at: now,
        seen_at: now,
        expires_at: now.plus_seconds(SESSION_DAYS * DAY),
    };
    (session, Secret::draw(entropy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::CountedEntropy;

    #[test]
    fn a_secret_is_read_as_it_was_drawn() {
        let secret = Secret::draw(&mut CountedEntropy::new(1));
        assert!(Secret::read(secret.text()) == Some(secret.clone()));
        for bad in ["", "abc", &secret.text().to_uppercase(), &format!("{}0", secret.text())] {
            assert!(Secret::read(bad).is_none(), "{bad}");
        }
    }
}
