//! The convocation to a sitting: when, where, what it deals with, and where to answer.

use domain::congress::Congress;
use domain::member::Member;
use domain::settings::Contact;
use domain::sitting::{AgendaItem, Sitting};

use super::{Footer, Letter};
use crate::text::convocation::letter as text;
use crate::text::invitation::letter as invitation;
use crate::text::letter as words;

/// The letter to one person; `answer` is the whole address where they answer.
pub fn letter(
    congress: &Congress,
    contact: &Contact,
    (sitting, agenda): (&Sitting, &[AgendaItem]),
    member: &Member,
    answer: String,
) -> Letter {
    let name = member.name.as_str();
    let mut paragraphs = vec![text::convened(&congress.organiser, sitting), text::place(sitting)];
    paragraphs.push(if agenda.is_empty() { text::NO_AGENDA.to_owned() } else { text::AGENDA.to_owned() });
    paragraphs.extend(agenda.iter().map(text::item));
    paragraphs.push(text::link(name, sitting.rules.most_proxies > 0));
    paragraphs.extend(invitation::call(contact));
    Letter {
        subject: text::subject(name, sitting),
        greeting: words::greeting(name),
        paragraphs,
        action: Some((text::BUTTON.to_owned(), answer)),
        footer: Footer {
            why: invitation::why(&congress.organiser, &member.number.to_string()),
            stop: Vec::new(),
        },
    }
}
