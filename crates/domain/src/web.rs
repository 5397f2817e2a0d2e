//! Addresses of other sites, that a link may lead to.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A whole address of another site: `https` and nothing else, so that a browser runs nothing of it, and a name that people can read
/// before they go there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebAddress(String);

/// Why a text can't be a [`WebAddress`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebAddressError {
    /// It doesn't begin with `https://`.
    #[error("the address doesn't begin with https://")]
    NotHttps,
    /// No site stands after it, or it is hidden behind a name and a password.
    #[error("the address names no site")]
    NoSite,
    /// White space or a control character.
    #[error("the address holds white space")]
    Space,
    /// More than [`WebAddress::MAX_BYTES`].
    #[error("the address is too long")]
    TooLong,
}

impl WebAddress {
    /// The longest, in bytes.
    pub const MAX_BYTES: usize = 1_000;

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The site that it leads to: « videos.example ».
    pub fn site(&self) -> &str {
        site(&self.0).unwrap_or_default()
    }
}

/// What stands between `https://` and the path, without a port.
fn site(address: &str) -> Option<&str> {
    let authority = address.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
    let (site, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let label = |label: &str| {
        let letters = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        !label.is_empty() && letters && !label.starts_with('-') && !label.ends_with('-')
    };
    let lawful = site.contains('.') && site.split('.').all(label) && port.parse::<u16>().is_ok();
    lawful.then_some(site)
}

impl FromStr for WebAddress {
    type Err = WebAddressError;

    fn from_str(text: &str) -> Result<Self, WebAddressError> {
        let text = text.trim();
        if text.len() > Self::MAX_BYTES {
            return Err(WebAddressError::TooLong);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(WebAddressError::Space);
        }
        if !text.starts_with("https://") {
            return Err(WebAddressError::NotHttps);
        }
        // A backslash is a slash to browsers, and would have them go elsewhere than we say.
        match site(text) {
            Some(_) if !text.contains('\\') => Ok(Self(text.to_owned())),
            _ => Err(WebAddressError::NoSite),
        }
    }
}

impl TryFrom<String> for WebAddress {
    type Error = WebAddressError;

    fn try_from(text: String) -> Result<Self, WebAddressError> {
        text.parse()
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_it_leads() {
        for (text, site) in [
            ("https://videos.example/w/k7f3?a=1#t=10", "videos.example"),
            (" https://www.youtube.com:443/watch?v=x ", "www.youtube.com"),
            ("https://exemple.example", "exemple.example"),
        ] {
            assert_eq!(text.parse::<WebAddress>().unwrap().site(), site, "{text}");
        }
    }

    #[test]
    fn what_a_browser_would_run_or_misread_is_none() {
        for (text, fault) in [
            ("", WebAddressError::NotHttps),
            ("javascript:alert(1)", WebAddressError::NotHttps),
            ("http://videos.example", WebAddressError::NotHttps),
            ("https://", WebAddressError::NoSite),
            ("https://salle", WebAddressError::NoSite),
            ("https://banque.example@pirate.example/", WebAddressError::NoSite),
            ("https://videos.example:web/", WebAddressError::NoSite),
            ("https://videos.example\\@pirate.example/", WebAddressError::NoSite),
            ("https://vidé os.example", WebAddressError::Space),
            ("https://-a.example", WebAddressError::NoSite),
        ] {
            assert_eq!(text.parse::<WebAddress>(), Err(fault), "{text}");
        }
        let long = format!("https://videos.example/{}", "a".repeat(WebAddress::MAX_BYTES));
        assert_eq!(long.parse::<WebAddress>(), Err(WebAddressError::TooLong));
    }
}
