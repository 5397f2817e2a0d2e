//! The one cookie of a person: the secret of their session. A device that a sheet opened a table on holds the sheet's in another,
//! which is sent to that table's page only.

use axum::http::{HeaderMap, HeaderValue, header};
use domain::access::SESSION_DAYS;

use crate::access::{PaperSecret, Secret};

/// Its name.
const NAME: &str = "pleniere";

/// The secret that a request presents.
pub fn presented(headers: &HeaderMap) -> Option<Secret> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == NAME).and_then(|(_, value)| Secret::read(value))
}

/// The header that keeps a session's secret in the browser. `secure`: the outside reaches us by https.
pub fn kept(secret: &Secret, secure: bool) -> HeaderValue {
    line(secret.text(), SESSION_DAYS * 24 * 60 * 60, secure)
}

/// The name of a table's.
const TABLE: &str = "pleniere-table";

/// The secret of a sheet that a request presents.
pub fn sheet(headers: &HeaderMap) -> Option<PaperSecret> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == TABLE).and_then(|(_, value)| PaperSecret::read(value))
}

/// The header that keeps the secret of a sheet for the page at `path`, for so many seconds.
pub fn kept_sheet(secret: &PaperSecret, path: &str, seconds: i64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let line =
        format!("{TABLE}={}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", secret.text());
    HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The header that makes the browser forget it.
pub fn forgotten(secure: bool) -> HeaderValue {
    line("", 0, secure)
}

/// `Lax`: a link in a letter opens the site signed in; a form of another site never acts (`guard::origin` sees to it too).
fn line(value: &str, seconds: i64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{NAME}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    // Hexadecimal digits and what stands above: never an unlawful byte.
    HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::CountedEntropy;

    #[test]
    fn what_is_kept_is_presented() {
        let secret = Secret::draw(&mut CountedEntropy::new(3));
        let kept = kept(&secret, true);
        let line = kept.to_str().unwrap();
        assert!(line.contains("HttpOnly; SameSite=Lax; Secure"), "{line}");
        let mut headers = HeaderMap::new();
        let pair = line.split(';').next().unwrap();
        headers.insert(header::COOKIE, format!("autre=1; {pair}").parse().unwrap());
        assert!(presented(&headers) == Some(secret));
        headers.insert(header::COOKIE, "pleniere=".parse().unwrap());
        assert!(presented(&headers).is_none());
    }
}
