//! What staff did about a text, told to its author.

use domain::contribution::ContributionNumber;
use domain::line::Line;
use domain::moderation::HidingReason;
use domain::settings::Contact;

use super::{Footer, Letter};
use crate::text::invitation::letter::call;
use crate::text::letter as words;
use crate::text::moderation::{correction, letter as text};

/// A text that was hidden.
#[derive(Clone, Debug)]
pub struct Hidden<'a> {
    /// Its number.
    pub number: ContributionNumber,
    /// Why, from the list.
    pub reason: HidingReason,
    /// The same in words; they may be none.
    pub words: &'a str,
    /// Where it is rewritten, as a whole address; None once nobody writes any more.
    pub rewrite: Option<String>,
    /// Its page.
    pub url: String,
}

/// The letter to its author.
pub fn hidden(contact: &Contact, name: &Line, of: Hidden<'_>) -> Letter {
    let how = if of.rewrite.is_some() { text::REWRITE } else { text::CLOSED };
    let paragraphs = [
        Some(text::why(of.number, of.reason)),
        (!of.words.is_empty()).then(|| text::words(of.words)),
        Some(how.to_owned()),
        call(contact),
    ];
    let action = match of.rewrite {
        Some(url) => (text::REWRITE_BUTTON.to_owned(), url),
        None => (text::SEE.to_owned(), of.url),
    };
    letter(text::hidden(name.as_str(), of.number), name, paragraphs.into_iter().flatten().collect(), action)
}

/// The letter when a text that waited, or was hidden, appears.
pub fn published(name: &Line, of: ContributionNumber, url: String) -> Letter {
    let action = (text::SEE.to_owned(), url);
    letter(text::published(name.as_str(), of), name, vec![text::appeared(of)], action)
}

/// The letter when staff proposes a correction.
pub fn corrected(name: &Line, of: ContributionNumber, url: String) -> Letter {
    let action = (correction::SEE.to_owned(), url);
    letter(correction::subject(name.as_str(), of), name, vec![correction::LETTER.to_owned()], action)
}

fn letter(subject: String, name: &Line, paragraphs: Vec<String>, action: (String, String)) -> Letter {
    Letter {
        subject,
        greeting: words::greeting(name.as_str()),
        paragraphs,
        action: Some(action),
        footer: Footer { why: text::WHY.to_owned(), stop: Vec::new() },
    }
}
