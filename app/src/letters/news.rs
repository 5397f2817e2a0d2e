//! What happened to somebody's contributions: once a week together, at once where it is decisive.

use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::line::Line;
use domain::reading::{Citation, News, NoteLine};
use domain::time::Timestamp;

use super::{Footer, Letter};
use crate::text::news as text;
use crate::text::{contribution, date, letter as words, noting, quote, theme};

/// The addresses in such a letter, whole.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Where the button leads.
    pub see: String,
    /// How to get no more.
    pub quiet: String,
}

/// What happened since that moment, in one letter.
pub fn digest(congress: &Congress, name: &Line, (news, since): (&News, Timestamp), ways: Ways) -> Letter {
    let mut paragraphs = vec![text::since(&date::day(since))];
    let mut add = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            paragraphs.push(format!("{heading}\n{}", lines.join("\n")));
        }
    };
    add(text::CITED, news.cited.iter().map(cited).collect());
    add(
        text::SUPPORTS,
        news.supports.iter().map(|(number, count)| text::supported(&number.to_string(), *count)).collect(),
    );
    add(text::COMPLEMENTS, pairs(&news.complements, text::completed));
    add(text::CLOSE, pairs(&news.close, text::close));
    add(
        text::THEMES,
        news.themes
            .iter()
            .map(|(number, tag)| text::joined(&number.to_string(), &theme::label(&tag.label)))
            .collect(),
    );
    add(
        text::MODERATED,
        news.moderated.iter().map(|(number, act)| text::moderated(&number.to_string(), *act)).collect(),
    );
    add(text::REPORTED, news.reported.iter().map(|number| format!("{number}.")).collect());
    letter(text::subject(name.as_str(), &congress.title), name, paragraphs, text::WHY_DIGEST, ways)
}

/// The draft quotes them.
pub fn quoted(congress: &Congress, name: &Line, of: &[Citation], ways: Ways) -> Letter {
    let mut paragraphs = vec![text::quoted(of.len())];
    paragraphs.extend(of.iter().map(cited));
    paragraphs.push(text::DRAFT.to_owned());
    let mut letter =
        letter(text::quoted_subject(name.as_str(), &congress.title), name, paragraphs, text::WHY_NEWS, ways);
    letter.action = letter.action.map(|(_, url)| (text::SEE_DRAFT.to_owned(), url));
    letter
}

/// Words were noted as theirs, and wait for their answer: without guillemets, since they haven't confirmed them.
pub fn noted(congress: &Congress, name: &Line, notes: &[NoteLine], ways: Ways) -> Letter {
    let mut paragraphs = vec![text::noted(notes.len())];
    paragraphs.extend(notes.iter().map(|note| {
        let of = &note.own;
        let when = date::moment(note.noted_at);
        format!(
            "{}, {when}\n{}",
            of.contribution.number,
            quote::worded(of.written.as_str(), (false, false), true)
        )
    }));
    paragraphs.push(noting::YOURS_LEAD.to_owned());
    let mut letter =
        letter(text::noted_subject(name.as_str(), &congress.title), name, paragraphs, text::WHY_NEWS, ways);
    letter.action = letter.action.map(|(_, url)| (text::ANSWER.to_owned(), url));
    letter
}

fn pairs(of: &[(ContributionNumber, ContributionNumber)], say: fn(&str, &str) -> String) -> Vec<String> {
    of.iter().map(|(own, other)| say(&own.to_string(), &other.to_string())).collect()
}

/// « C-0421, objectif 2, phrase 5 (Guichet humain) », then the exact words.
fn cited(of: &Citation) -> String {
    let place = contribution::cited_in(&of.place);
    format!("{}, {place} ({})\u{a0}:\n{}", of.quote.number, of.place.heading, quote::said(&of.quote))
}

fn letter(subject: String, name: &Line, paragraphs: Vec<String>, why: &str, ways: Ways) -> Letter {
    Letter {
        subject,
        greeting: words::greeting(name.as_str()),
        paragraphs,
        action: Some((text::SEE.to_owned(), ways.see)),
        footer: Footer { why: why.to_owned(), stop: vec![(text::QUIET.to_owned(), ways.quiet)] },
    }
}
