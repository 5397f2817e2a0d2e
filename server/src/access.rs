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
        is_hex(text, 64).then(|| Self(text.to_owned()))
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

/// Whether a text is that many digits as [`hex`] writes them.
fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
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

    /// Whether a text can be one.
    pub fn reads(text: &str) -> bool {
        is_hex(text, 32)
    }

    /// As it stands in a form.
    pub fn text(&self) -> String {
        hex(&self.0)
    }
}

/// Digits of a secret on paper: without i, l, o and u, which are read as others (Crockford's base 32).
const PAPER_DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 80 random bits, as sixteen digits in groups of four: the secret of a table's sheet or of a badge, which somebody may have to type. It opens
/// for a day or so, and guessing happens on line only: the database holds its hash, which no table of hashes covers.
#[derive(Clone, PartialEq, Eq)]
pub struct PaperSecret(String);

impl PaperSecret {
    /// A new one.
    pub fn draw(entropy: &mut dyn Entropy) -> Self {
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes);
        let digits = bytes.map(|byte| char::from(PAPER_DIGITS[usize::from(byte % 32)]));
        Self(digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
    }

    /// What somebody presents, as they typed it; None when it can't be one.
    pub fn read(text: &str) -> Option<Self> {
        let digits: Vec<char> = text
            .chars()
            .filter(|c| !matches!(c, '-' | ' '))
            .map(|c| match c.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                digit => digit,
            })
            .collect();
        let lawful = digits.len() == 16
            && digits.iter().all(|c| u8::try_from(*c).is_ok_and(|c| PAPER_DIGITS.contains(&c)));
        let groups = digits.chunks(4).map(|group| group.iter().collect::<String>());
        lawful.then(|| Self(groups.collect::<Vec<_>>().join("-")))
    }

    /// As it stands in an address.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What the database knows it by.
    pub fn hash(&self) -> SecretHash {
        Sha256::digest(self.0.as_bytes()).into()
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

/// Makes a secret one by which its member asks to be left alone, and that opens nothing: as a link, it is over when it begins.
///
/// # Errors
/// When the database fails.
pub async fn quiet_link(
    work: &mut Work,
    member: MemberId,
    secret: &Secret,
    now: Timestamp,
) -> Result<(), StorageError> {
    work.add_link(member, &secret.hash(), now, now).await
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
    fn a_secret_on_paper_is_read_as_people_type_it() {
        let secret = PaperSecret::draw(&mut CountedEntropy::new(2));
        assert_eq!(secret.text().len(), 19);
        let typed = secret.text().to_uppercase().replace('-', " ").replace('0', "O").replace('1', "l");
        assert!(PaperSecret::read(&typed) == Some(secret.clone()));
        for bad in ["", "abcd", "uuuu-uuuu-uuuu-uuuu", &format!("{}0", secret.text())] {
            assert!(PaperSecret::read(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_secret_is_read_as_it_was_drawn() {
        let secret = Secret::draw(&mut CountedEntropy::new(1));
        assert!(Secret::read(secret.text()) == Some(secret.clone()));
        for bad in ["", "abc", &secret.text().to_uppercase(), &format!("{}0", secret.text())] {
            assert!(Secret::read(bad).is_none(), "{bad}");
        }
    }
}
