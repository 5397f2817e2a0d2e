//! Where letters are sent.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An e-mail address in lower case. Several people may share one: mairie@ is normal.
///
/// Checked for what typing gets wrong; whether somebody reads it, only a letter tells.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// A text that isn't an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an e-mail address looks like mairie@commune.fr")]
pub struct EmailError;

impl Email {
    /// The longest path that SMTP carries (RFC 5321, 4.5.3.1.3, less its angle brackets), in bytes.
    pub const MAX_BYTES: usize = 254;

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        let text = text.trim().to_lowercase();
        let (local, host) = text.split_once('@').ok_or(EmailError)?;
        let lawful = |c: char| c.is_ascii_graphic() && !r#"()<>[]:;@\,""#.contains(c);
        let dotted = |part: &str| !part.is_empty() && part.split('.').all(|word| !word.is_empty());
        let label = |label: &str| !label.starts_with('-') && !label.ends_with('-');
        let fits = text.len() <= Self::MAX_BYTES && local.len() <= 64;
        let named = host.contains('.') && host.split('.').all(label);
        let plain =
            local.chars().all(lawful) && host.chars().all(|c| c.is_alphanumeric() || "-.".contains(c));
        if fits && plain && named && dotted(local) && dotted(host) { Ok(Self(text)) } else { Err(EmailError) }
    }
}

impl TryFrom<String> for Email {
    type Error = EmailError;

    fn try_from(text: String) -> Result<Self, EmailError> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Email {
    /// Without the address: no log may hold one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_people_type_them() {
        assert_eq!(" Mairie@Echire.FR ".parse::<Email>().unwrap().as_str(), "mairie@echire.fr");
        for good in ["a.b+c@d-e.fr", "l'hôtel@x.fr".replace('ô', "o").as_str(), "x@élus.example"] {
            assert!(good.parse::<Email>().is_ok(), "{good}");
        }
        for bad in
            ["", "mairie", "a@b", "a@@b.fr", "a b@c.fr", "a@b..fr", ".a@b.fr", "a@-b.fr", "a@b.fr, c@d.fr"]
        {
            assert!(bad.parse::<Email>().is_err(), "{bad}");
        }
    }

    #[test]
    fn no_log_holds_an_address() {
        assert!(!format!("{:?}", "a@b.fr".parse::<Email>()).contains("a@b"));
    }
}
