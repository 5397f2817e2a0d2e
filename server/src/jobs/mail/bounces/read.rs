//! What a message that came back says: which letter, and why.

use domain::id::LetterId;
use domain::mail::{Cause, Setback};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::super::message::ID;

/// What a report says of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Returned {
    /// It didn't arrive.
    Failed(LetterId, Setback),
    /// It is late, or it arrived: nothing to do.
    Underway,
}

/// Why a message says nothing of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It isn't a message.
    NoMessage,
    /// It is no report of a mail server: somebody wrote it.
    NoReport,
    /// It is a report, of a letter that it doesn't name.
    NoLetter,
}

/// Reads one message; `back` is the setting `mail.bounces`, which may hold the letter's id.
///
/// # Errors
/// When it says nothing of a letter.
pub fn read(bytes: &[u8], back: &str) -> Result<Returned, Unread> {
    let message = MessageParser::default().parse(bytes).ok_or(Unread::NoMessage)?;
    let report = message.parts.iter().find(|part| is(part, "message", "delivery-status"));
    let report = String::from_utf8_lossy(report.ok_or(Unread::NoReport)?.contents()).into_owned();
    let fields = Fields::of_the_failure(&report);
    let Some(fields) = fields else { return Ok(Returned::Underway) };
    let letter = by_address(&message, back).or_else(|| by_message_id(&message)).ok_or(Unread::NoLetter)?;
    Ok(Returned::Failed(letter, fields.why()))
}

fn is(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|of| {
        of.ctype().eq_ignore_ascii_case(kind)
            && of.subtype().is_some_and(|other| other.eq_ignore_ascii_case(subtype))
    })
}

/// The address that it came back to holds the letter's id, whatever the other server wrote.
fn by_address(message: &Message<'_>, back: &str) -> Option<LetterId> {
    let (before, after) = back.split_once(ID)?;
    let id = |address: &str| {
        let address = address.trim().trim_matches(['<', '>']).to_ascii_lowercase();
        let (before, after) = (before.to_ascii_lowercase(), after.to_ascii_lowercase());
        address.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?.parse().ok()
    };
    let headers = ["To", "Delivered-To", "X-Original-To", "Envelope-To"];
    let raw =
        message.headers_raw().filter(|(name, _)| headers.iter().any(|of| of.eq_ignore_ascii_case(name)));
    raw.flat_map(|(_, value)| value.split([',', ' ', '\t', '\r', '\n'])).find_map(id)
}

/// The letter comes back too, or its head alone, with its Message-ID.
fn by_message_id(message: &Message<'_>) -> Option<LetterId> {
    message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(letter) => letter_id(letter.message_id()?),
        _ if is(part, "text", "rfc822-headers") => {
            let head = MessageParser::default().parse(part.contents())?;
            letter_id(head.message_id()?)
        }
        _ => None,
    })
}

fn letter_id(message_id: &str) -> Option<LetterId> {
    message_id.split('@').next()?.parse().ok()
}

/// What the report says of one recipient. Ours have just one.
#[derive(Default)]
struct Fields {
    action: String,
    status: String,
    diagnostic: String,
}

impl Fields {
    /// Of the first recipient whom it didn't reach.
    fn of_the_failure(report: &str) -> Option<Self> {
        let unfolded = report.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
        let mut groups = unfolded.split("\n\n").map(Self::read);
        groups.find(|fields| fields.action.eq_ignore_ascii_case("failed"))
    }

    fn read(group: &str) -> Self {
        let mut fields = Self::default();
        for (name, value) in group.lines().filter_map(|line| line.split_once(':')) {
            let slot = match name.trim().to_ascii_lowercase().as_str() {
                "action" => &mut fields.action,
                "status" => &mut fields.status,
                "diagnostic-code" => &mut fields.diagnostic,
                _ => continue,
            };
            *slot = value.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        fields
    }

    /// The status decides; where it says nothing, the other server's own answer does.
    fn why(&self) -> Setback {
        let answer = self.diagnostic.split_once(';').map_or("", |(_, answer)| answer.trim());
        let cause = match (Cause::of_words(&self.status), answer.split_once([' ', '-'])) {
            (Cause::Other, Some((code, words))) => {
                code.parse().map_or(Cause::Other, |code| Cause::of_answer(code, words))
            }
            (cause, _) => cause,
        };
        let said = if answer.is_empty() { &self.status } else { answer };
        Setback { cause, answer: said.to_owned() }
    }
}
