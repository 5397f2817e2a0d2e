//! XML by hand: three formats of fixed shape need an escape and nothing else, and typst and calamine each bring
//! another version of a library for it.

use domain::time::Timestamp;

use crate::DocumentError;

/// `text` without what XML 1.0 forbids; tabs are spaces, and every line end is a line feed.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}'], "\n").replace('\t', " ");
    text.chars()
        .filter(|c| {
            *c == '\n' || !matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
        })
        .collect()
}

/// `text` as it stands between tags and in attributes.
pub fn escape(text: &str) -> String {
    let clean = clean(text);
    let mut out = String::with_capacity(clean.len());
    for c in clean.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// « 2026-10-12T08:30:00Z »: whole seconds, since word processors read no finer.
pub fn moment(at: Timestamp) -> Result<String, DocumentError> {
    let seconds = at.micros().div_euclid(1_000_000);
    let moment = jiff::Timestamp::from_second(seconds).map_err(|_| DocumentError::Moment(at))?;
    Ok(moment.to_string())
}

/// Whether a link may lead there.
pub fn leads(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}
