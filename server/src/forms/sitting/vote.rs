//! Ballots by plain form: chosen, asked again with the choice in words, then taken by the code that takes those of sockets.

use app::failure::Failure;
use app::pages::sittings::confirm::{self, Asked, ConfirmView};
use app::pages::sittings::follow::{OwnVoice, may_vote};
use app::pages::sittings::scene::name;
use app::routes::Route;
use app::text::sitting as text;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::sitting::Sitting;
use domain::vote::{CastFault, Part, Poll, PollState, Receipt, Said, Secrecy};
use storage::Reading;

use super::{Fields, answered, said};
use crate::forms::Posted;
use crate::pages::sittings::{Again, VOTED, followed, voice};
use crate::pages::{Refusal, Visit};
use crate::voting::{NotKept, chosen, sentence};

/// A ballot is chosen, or confirmed. No answer may be kept by anything, and none to a confirmed one says what was chosen.
pub async fn vote(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let (visit, at) = (&posted.visit, (&*slug, &*id));
    let done = voted(visit, at, &posted.fields).await;
    let mut response = answered(visit, at, done.map(|done| done.map_err(Again::refused))).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn voted(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, String>, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let member = visit.caller.member(&congress)?.id;
    if said(fields, name::STEP) == name::CONFIRM {
        drop(reading);
        return match visit.state.urn.confirm(member, fields).await {
            Ok(()) => Ok(Ok(visit.see_done(Route::Sitting(&congress.slug, sitting.id), VOTED))),
            Err(NotKept::Refused(sentence)) => Ok(Err(sentence)),
            Err(NotKept::Form) => Err(Failure::BadForm.into()),
            Err(NotKept::NotWritten(_)) => Err(Failure::Unavailable.into()),
            Err(NotKept::Broken(refusal)) => Err(refusal),
        };
    }
    let poll = said(fields, name::POLL).parse().map_err(|_| Failure::BadForm)?;
    let poll = reading.poll(poll).await?.filter(|poll| poll.sitting == sitting.id).ok_or(Failure::BadForm)?;
    if let Some(fault) = shut(&poll) {
        return Ok(Err(sentence(fault, Some(&poll))));
    }
    let Some(what) = chosen(fields) else { return Ok(Err(text::NOTHING_CHOSEN.to_owned())) };
    if let Said::Choice(choice) = &what
        && poll.question.method.check(choice, poll.secrecy).is_err()
    {
        return Ok(Err(sentence(CastFault::NotOffered, None)));
    }
    let voices = match voices(&mut reading, &poll, member, fields).await? {
        Ok(voices) => voices,
        Err(fault) => return Ok(Err(sentence(fault, None))),
    };
    drop(reading);
    Ok(Ok(ask_again(visit, (&congress, sitting, poll), what, voices)))
}

fn shut(poll: &Poll) -> Option<CastFault> {
    match poll.stage.state() {
        PollState::Open => None,
        PollState::Prepared => Some(CastFault::NotOpen),
        PollState::Closed | PollState::Proclaimed => Some(CastFault::Closed),
        PollState::Cancelled => Some(CastFault::Cancelled),
    }
}

/// The voices that are meant: those that the form names, or all of one's own that may still be given.
async fn voices(
    reading: &mut Reading,
    poll: &Poll,
    member: MemberId,
    fields: &Fields,
) -> Result<Result<Vec<OwnVoice>, CastFault>, Refusal> {
    let own: Vec<OwnVoice> = reading.own_seats(poll.id, member).await?.into_iter().map(voice).collect();
    let named: Vec<&str> =
        fields.iter().filter(|(of, _)| of == name::SEAT).map(|(_, value)| value.as_str()).collect();
    let is_meant = |voice: &OwnVoice| match named.is_empty() {
        true => may_vote(poll, voice),
        false => named.contains(&voice.key.to_string().as_str()),
    };
    let meant: Vec<OwnVoice> = own.iter().filter(|voice| is_meant(voice)).cloned().collect();
    Ok(match (meant.is_empty(), own.first().map(|voice| voice.part)) {
        (false, _) => Ok(meant),
        (true, Some(Part::Paper)) if named.is_empty() => Err(CastFault::OnPaper),
        (true, Some(_)) if named.is_empty() => Err(CastFault::Already),
        (true, _) => Err(CastFault::NotTheirs),
    })
}

fn ask_again(
    visit: &Visit,
    (congress, sitting, poll): (&Congress, Sitting, Poll),
    what: Said,
    voices: Vec<OwnVoice>,
) -> Response {
    let has_receipts = poll.secrecy == Secrecy::Secret && matches!(what, Said::Choice(_));
    let asked = |voice: OwnVoice| Asked {
        receipt: has_receipts.then(|| visit.state.draw(Receipt::draw)),
        whose: text::voice_of(&voice.name, voice.own),
        seat: voice.key,
    };
    let voices = voices.into_iter().map(asked).collect();
    visit.page(confirm::document(congress, ConfirmView { sitting, poll, said: what, voices }))
}
