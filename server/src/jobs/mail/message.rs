//! A letter as a message of RFC 5322. The same letter gives the same bytes at every attempt, its Message-ID first.

use std::time::{Duration, SystemTime};

use domain::id::LetterId;
use domain::mail::{Cause, Setback};
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, MultiPartKind, SinglePart};
use storage::DueLetter;
use uuid::Uuid;

/// In the address where letters come back: stands for the letter's id.
pub(super) const ID: &str = "{id}";

/// In whose name letters go.
#[derive(Clone, Debug)]
pub(super) struct Sender {
    pub from: Mailbox,
    pub reply_to: Option<Mailbox>,
    /// Where letters come back, with [`ID`] or without; empty: to `from`.
    pub bounces: String,
}

/// A letter ready to be handed over.
pub(super) struct Ready {
    pub from: Address,
    pub to: Address,
    pub bytes: Vec<u8>,
}

impl Sender {
    /// Writes a letter down.
    ///
    /// # Errors
    /// When its recipient's address is none: what staff is told.
    pub(super) fn write(&self, letter: &DueLetter) -> Result<Ready, Setback> {
        let to: Address = letter.to.address.parse().map_err(|_| no_address(&letter.to.address))?;
        let back = self.back(letter.id)?;
        let name = |name: &str| Some(on_one_line(name)).filter(|name| !name.is_empty());
        let from =
            Mailbox::new(self.from.name.clone().or_else(|| name(&letter.organiser)), self.from.email.clone());
        let composed = Duration::from_micros(u64::try_from(letter.created_at.micros()).unwrap_or(0));
        let mut message = Message::builder()
            .from(from)
            .to(Mailbox::new(name(&letter.to.name), to.clone()))
            .subject(on_one_line(&letter.subject))
            .date(SystemTime::UNIX_EPOCH + composed)
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.email.domain())))
            .raw_header(header("Auto-Submitted", "auto-generated"));
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(reply_to.clone());
        }
        if let Some(way) = self.way_out(letter) {
            message = message.raw_header(header("List-Unsubscribe", &way));
            // RFC 8058: one click, without opening the page. Only over https.
            if way.starts_with("<https://") {
                message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
            }
        }
        // A boundary of the letter's own, so that the bytes stay the same.
        let bodies = MultiPart::builder()
            .kind(MultiPartKind::Alternative)
            .boundary(format!("=_{}", Uuid::from(letter.id).simple()))
            .singlepart(SinglePart::plain(letter.text.clone()))
            .singlepart(SinglePart::html(letter.html.clone()));
        let envelope = Envelope::new(Some(back.clone()), vec![to.clone()]).map_err(unwritable)?;
        let message = message.envelope(envelope).multipart(bodies).map_err(unwritable)?;
        Ok(Ready { from: back, to, bytes: message.formatted() })
    }

    /// The envelope's sender: where the letter comes back when it can't be delivered.
    fn back(&self, id: LetterId) -> Result<Address, Setback> {
        if self.bounces.is_empty() {
            return Ok(self.from.email.clone());
        }
        let address = self.bounces.replace(ID, &Uuid::from(id).simple().to_string());
        address.parse().map_err(unwritable)
    }

    /// How to get no more of them (RFC 2369), for programs that offer a button.
    fn way_out(&self, letter: &DueLetter) -> Option<String> {
        if !letter.purpose.can_be_stopped() {
            return None;
        }
        let lawful =
            |url: &&String| url.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | ','));
        match (letter.stop_url.as_ref().filter(lawful), &self.reply_to) {
            (Some(url), _) => Some(format!("<{url}>")),
            (None, Some(people)) => {
                Some(format!("<mailto:{}?subject=Ne%20plus%20m%27%C3%A9crire>", people.email))
            }
            (None, None) => None,
        }
    }
}

/// ASCII alone goes in: nothing to encode, and nothing to fold.
fn header(name: &'static str, value: &str) -> HeaderValue {
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::dangerous_new_pre_encoded(name, value.to_owned(), value.to_owned())
}

/// No line of a name or a subject becomes a header of its own.
fn on_one_line(text: &str) -> String {
    text.split(char::is_control).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn no_address(written: &str) -> Setback {
    Setback { cause: Cause::NoMailbox, answer: format!("« {written} »") }
}

/// Our own settings were checked when the server started: this is a fault of the program, and waits for it to be mended.
fn unwritable(error: impl std::fmt::Display) -> Setback {
    Setback { cause: Cause::Settings, answer: error.to_string() }
}

#[cfg(test)]
mod tests;
