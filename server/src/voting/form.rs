//! A ballot's form, and what becomes of a confirmed one: the same by a post and by a socket.

use app::pages::sittings::scene::{code, name};
use app::text::{date, vote as words};
use domain::id::{MemberId, PollId};
use domain::sitting::{SeatKey, SittingRules};
use domain::vote::{Cast, CastFault, Choice, Poll, Receipt, Said, Stage, Turn};
use std::collections::BTreeSet;

use super::urn::Urn;
use crate::live::batch::NotWritten;
use crate::pages::Refusal;

/// A form's fields as they come: a name may come many times.
pub type Fields = [(String, String)];

/// Why a confirmed ballot isn't kept.
#[derive(Debug)]
pub enum NotKept {
    /// It isn't what our forms post.
    Form,
    /// A rule refuses it, with the sentence that says so.
    Refused(String),
    /// It isn't known to be on disk: it may be sent again.
    NotWritten(NotWritten),
    /// Something broke on our side.
    Broken(Refusal),
}

impl Urn {
    /// Takes a ballot that was confirmed, and answers once it is on disk. What makes it the same when it is sent again is the
    /// voice and, in a secret poll, its receipt.
    ///
    /// # Errors
    /// When it isn't kept.
    pub async fn confirm(&self, voter: MemberId, fields: &Fields) -> Result<(), NotKept> {
        let casts = casts(voter, fields).ok_or(NotKept::Form)?;
        let poll = casts.first().ok_or(NotKept::Form)?.poll;
        let taken = self.hand_in(casts).await.map_err(NotKept::NotWritten)?;
        match taken.into_iter().find_map(Result::err) {
            None => Ok(()),
            Some(CastFault::Closed) => {
                let closed = async { self.storage.read().await?.poll(poll).await };
                let poll = closed.await.map_err(|error| NotKept::Broken(error.into()))?;
                Err(NotKept::Refused(sentence(CastFault::Closed, poll.as_ref())))
            }
            Some(fault) => Err(NotKept::Refused(sentence(fault, None))),
        }
    }
}

/// Why something wasn't taken; with the hour at which the poll closed, where it has.
pub fn sentence(fault: CastFault, poll: Option<&Poll>) -> String {
    match (fault, poll.map(|poll| &poll.stage)) {
        (CastFault::Closed, Some(Stage::Closed { closed_at, .. } | Stage::Proclaimed { closed_at, .. })) => {
            words::closed_since(&date::hour(*closed_at))
        }
        _ => words::fault(fault).to_owned(),
    }
}

fn all<'a>(fields: &'a Fields, name: &str) -> impl Iterator<Item = &'a str> {
    fields.iter().filter(move |(of, _)| of == name).map(|(_, value)| value.trim())
}

/// What was chosen; none when nothing was, or it can't be read.
pub fn chosen(fields: &Fields) -> Option<Said> {
    let values: Vec<&str> = all(fields, name::CHOICE).collect();
    let simple = [Choice::For, Choice::Against, Choice::Abstain, Choice::Blank];
    // A button comes after the options that were ticked, and means that none of them is meant.
    let button = values.iter().rev().find_map(|value| match *value {
        name::ASIDE => Some(Said::Aside),
        value => simple.iter().find(|choice| code(choice) == value).cloned().map(Said::Choice),
    });
    button.or_else(|| {
        let ranks: Option<BTreeSet<u16>> =
            values.iter().map(|value| value.strip_prefix(name::OPTION)?.parse().ok()).collect();
        ranks.filter(|ranks| !ranks.is_empty()).map(|ranks| Said::Choice(Choice::Options(ranks)))
    })
}

/// What is cast, a voice each; none when it isn't what a form that was confirmed holds: each voice once, and either a receipt for
/// each or none. Whether they may is for the poll to say.
fn casts(voter: MemberId, fields: &Fields) -> Option<Vec<Cast>> {
    if all(fields, name::STEP).next() != Some(name::CONFIRM) {
        return None;
    }
    let poll: PollId = all(fields, name::POLL).next()?.parse().ok()?;
    let said = chosen(fields)?;
    let seats: Vec<SeatKey> = all(fields, name::SEAT).map(|of| of.parse().ok()).collect::<Option<_>>()?;
    let receipts: Vec<Receipt> =
        all(fields, name::RECEIPT).map(|of| of.parse().ok()).collect::<Option<_>>()?;
    let most = usize::from(SittingRules::MOST_PROXIES) + 1;
    let distinct: BTreeSet<String> = seats.iter().map(ToString::to_string).collect();
    if seats.is_empty() || seats.len() > most || distinct.len() != seats.len() {
        return None;
    }
    if !receipts.is_empty() && receipts.len() != seats.len() {
        return None;
    }
    let rank = all(fields, name::RANK).next().and_then(|rank| rank.parse().ok());
    let turn = all(fields, name::PAGE).next().zip(rank).and_then(|(page, rank)| Turn::new(page, rank));
    let cast = |(at, seat): (usize, SeatKey)| Cast {
        poll,
        voter,
        seat,
        said: said.clone(),
        receipt: receipts.get(at).copied(),
        turn: turn.clone(),
    };
    Some(seats.into_iter().enumerate().map(cast).collect())
}
