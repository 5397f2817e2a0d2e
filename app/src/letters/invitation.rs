//! The invitation: who asks what, until when, a personal link, and how to decline.

use domain::congress::{Congress, PhaseKind, PhaseState};
use domain::line::Line;
use domain::member::MemberNumber;
use domain::settings::Contact;
use domain::time::Timestamp;

use super::{Footer, Letter};
use crate::text::invitation::letter as text;
use crate::text::{date, letter as words};

/// The addresses in an invitation, whole.
#[derive(Clone, Debug)]
pub struct Ways {
    /// The personal link.
    pub enter: String,
    /// How to get no more.
    pub decline: String,
}

/// The letter to one person.
pub fn letter(
    congress: &Congress,
    contact: &Contact,
    (name, number): (&Line, MemberNumber),
    ways: Ways,
    now: Timestamp,
) -> Letter {
    let name = name.as_str();
    let paragraphs = [
        Some(text::asked(&congress.organiser, &congress.question)),
        Some(text::WHAT.to_owned()),
        until(congress, now),
        Some(text::link(name)),
        text::call(contact),
    ];
    Letter {
        subject: text::subject(name, &congress.title),
        greeting: words::greeting(name),
        paragraphs: paragraphs.into_iter().flatten().collect(),
        action: Some((text::BUTTON.to_owned(), ways.enter)),
        footer: Footer {
            why: text::why(&congress.organiser, &number.to_string()),
            stop: vec![(text::DECLINE.to_owned(), ways.decline)],
        },
    }
}

/// Until when one writes, while one can.
fn until(congress: &Congress, now: Timestamp) -> Option<String> {
    let call = congress.phases.iter().find(|phase| phase.kind == PhaseKind::Call)?;
    (call.state(now) != PhaseState::Past).then(|| text::until(&date::moment(call.ends_at)))
}
