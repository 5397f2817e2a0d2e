//! What was posted from the queue, whatever the browser sent, and how the queue says what was done.

use app::pages::moderation::queue::name;
use app::routes::{asked, field, queue_field};
use domain::contribution::ContributionNumber;
use domain::moderation::ModerationAct;
use domain::reading::QueueQuery;

use crate::forms::fields::value;

/// Texts taken from one form, at most: more than a page has.
const MOST: usize = 100;

/// The fields by which the page knows what was done.
const DONE: &str = "fait";
const COUNT: &str = "combien";
const PASSED_OVER: &str = "passees";

/// The form as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Texts, each with the version that was read.
    pub texts: Vec<(ContributionNumber, u32)>,
    /// What is done.
    pub act: Option<ModerationAct>,
    /// The code of the reason.
    pub reason: String,
    /// The words.
    pub words: String,
    /// Where one comes back to.
    pub query: QueueQuery,
}

impl Typed {
    /// Reads the fields. What can't be one of ours is as if it weren't there.
    pub fn read(fields: &[(String, String)]) -> Self {
        let value = |of: &str| value(fields, of).unwrap_or_default();
        let texts = fields.iter().filter(|(name, _)| name == name::TEXT);
        let mut texts: Vec<_> = texts.filter_map(|(_, value)| text(value)).take(MOST).collect();
        texts.dedup();
        // Only staff's own acts: what authors answer isn't said for them.
        let ours = [ModerationAct::Published, ModerationAct::Hidden, ModerationAct::Read];
        let query = QueueQuery {
            pile: value(queue_field::PILE).parse().unwrap_or(QueueQuery::default().pile),
            words: value(field::WORDS).to_owned(),
            page: value(field::PAGE).parse().unwrap_or(1).max(1),
        };
        Self {
            texts,
            act: value(name::ACT).parse().ok().filter(|act| ours.contains(act)),
            reason: value(name::REASON).to_owned(),
            // No column of text holds a NUL.
            words: value(name::WORDS).replace('\0', "\u{fffd}"),
            query,
        }
    }
}

/// « C-0421.2 »
fn text(value: &str) -> Option<(ContributionNumber, u32)> {
    let (number, version) = value.rsplit_once('.')?;
    Some((number.parse().ok()?, version.parse().ok()?))
}

/// How the queue knows what was done.
pub fn told(act: ModerationAct, done: u32, passed_over: u32) -> String {
    format!("{DONE}={}&{COUNT}={done}&{PASSED_OVER}={passed_over}", act.code())
}

/// What a query string says was done.
pub fn done(query: &str) -> Option<(ModerationAct, u32, u32)> {
    let number = |of: &str| asked(query, of).and_then(|value| value.parse().ok()).unwrap_or(0);
    let act = asked(query, DONE)?.parse().ok()?;
    Some((act, number(COUNT), number(PASSED_OVER)))
}
