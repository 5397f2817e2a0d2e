//! The acknowledgement of a contribution: its number, the next dated step, a person to call.

use domain::congress::Congress;
use domain::contribution::{ContributionNumber, State};
use domain::line::Line;
use domain::settings::Contact;
use domain::time::Timestamp;

use super::{Footer, Letter};
use crate::text::invitation::letter::call;
use crate::text::received::{self, letter as text};
use crate::text::{letter as words, life};

/// What was received.
#[derive(Clone, Debug)]
pub struct Received {
    /// Its number.
    pub number: ContributionNumber,
    /// Where it stands.
    pub state: State,
    /// Whether staff typed it for its author.
    pub entered: bool,
    /// The whole address of its acknowledgement.
    pub url: String,
}

/// The letter to its author.
pub fn letter(congress: &Congress, contact: &Contact, name: &Line, of: Received, now: Timestamp) -> Letter {
    let paragraphs = [
        Some(format!("{}. {}", received::received(of.number), received::stands(of.state))),
        of.entered.then(|| format!("{}.", life::ENTERED)),
        received::next_step(&congress.phases, now),
        call(contact),
    ];
    Letter {
        subject: text::subject(name.as_str(), of.number),
        greeting: words::greeting(name.as_str()),
        paragraphs: paragraphs.into_iter().flatten().collect(),
        action: Some((text::BUTTON.to_owned(), of.url)),
        footer: Footer { why: text::WHY.to_owned(), stop: Vec::new() },
    }
}
