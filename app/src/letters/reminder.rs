//! A reminder: what is missing, how many days are left, a personal link, and how to decline.

use domain::congress::Congress;
use domain::reminder::{Candidate, Group};
use domain::settings::Contact;
use domain::time::Timestamp;

use super::invitation::Ways;
use super::{Footer, Letter};
use crate::text::invitation::letter::{self as invitation, call};
use crate::text::reminder::letter as text;
use crate::text::{call as dates, letter as words, news};

/// The letter to one person of that group; the call goes on until `closes`, and `quiet` is where they ask to be left alone.
pub fn letter(
    congress: &Congress,
    contact: &Contact,
    (who, group): (&Candidate, Group),
    (ways, quiet): (Ways, String),
    (now, closes): (Timestamp, Timestamp),
) -> Letter {
    let member = &who.line.member;
    let name = member.name.as_str();
    let paragraphs = [
        Some(invitation::asked(&congress.organiser, &congress.question)),
        Some(text::missing(group, member.invited_at, who.speaks_for.as_ref())),
        Some(format!("{}.", dates::countdown(now, closes))),
        Some(invitation::link(name)),
        call(contact),
    ];
    let button = if group == Group::DraftWaits { text::GO_ON } else { invitation::BUTTON };
    Letter {
        subject: text::subject(name, now, closes, &congress.title),
        greeting: words::greeting(name),
        paragraphs: paragraphs.into_iter().flatten().collect(),
        action: Some((button.to_owned(), ways.enter)),
        footer: Footer {
            why: text::why(&congress.organiser, &member.number.to_string()),
            stop: vec![(news::QUIET.to_owned(), quiet), (invitation::DECLINE.to_owned(), ways.decline)],
        },
    }
}
