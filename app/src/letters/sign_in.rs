//! A new personal link, for whoever asked for one at the door.

use domain::congress::Congress;
use domain::line::Line;
use domain::member::MemberNumber;

use super::{Footer, Letter};
use crate::text::access::letter as text;
use crate::text::letter as words;

/// The letter; `url` is the whole address of the link.
pub fn letter(congress: &Congress, name: &Line, number: MemberNumber, url: String) -> Letter {
    let name = name.as_str();
    Letter {
        subject: text::subject(name, &congress.title),
        greeting: words::greeting(name),
        paragraphs: vec![text::WHAT.to_owned(), text::own(name), text::NOT_ASKED.to_owned()],
        action: Some((text::BUTTON.to_owned(), url)),
        footer: Footer { why: text::why(&number.to_string()), stop: Vec::new() },
    }
}
