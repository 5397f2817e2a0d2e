//! « X vous donne pouvoir »: who entrusts whom with their voice, and where that is accepted or refused.

use domain::congress::Congress;
use domain::member::Member;
use domain::settings::Contact;
use domain::sitting::Sitting;

use super::{Footer, Letter};
use crate::text::invitation::letter as invitation;
use crate::text::letter as words;
use crate::text::proxy::letter as text;

/// The letter to whoever is to hold the proxy; `answer` is the whole address where they accept or refuse.
pub fn letter(
    congress: &Congress,
    contact: &Contact,
    sitting: &Sitting,
    (giver, holder): (&Member, &Member),
    answer: String,
) -> Letter {
    let (giver, name) = (giver.name.as_str(), holder.name.as_str());
    let mut paragraphs = vec![text::offered(giver, sitting), text::MEANS.to_owned()];
    paragraphs.push(text::link(name));
    paragraphs.extend(invitation::call(contact));
    Letter {
        subject: text::subject(name, giver),
        greeting: words::greeting(name),
        paragraphs,
        action: Some((text::BUTTON.to_owned(), answer)),
        footer: Footer {
            why: invitation::why(&congress.organiser, &holder.number.to_string()),
            stop: Vec::new(),
        },
    }
}
