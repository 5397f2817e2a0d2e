//! Ballots by plain form: chosen, asked again with the choice in words, then taken by the code that takes those of sockets.

use app::failure::Failure;
use app::pages::sittings::confirm::{self, Asked, ConfirmView};
use app::pages::sittings::follow::{OwnVoice, may_vote};
use app::pages::sittings::scene::{code, name};
use app::routes::Route;
use app::text::{sitting as text, vote as words};
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::sitting::Sitting;
use domain::vote::{Cast, CastFault, Choice, Part, Poll, PollState, Receipt, Said, Secrecy};
use storage::Reading;

use super::{Fields, said};
use crate::forms::Posted;
use crate::pages::sittings::{Again, VOTED, followed, shown, voice};
use crate::pages::{Refusal, Visit};
use crate::voting;

/// A ballot is chosen, or confirmed. No answer may be kept by anything, and none to a confirmed one says what was chosen.
pub async fn vote(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    let mut response = match voted(visit, (&slug, &id), &posted.fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(refused)) => {
            let page = shown(visit, (&slug, &id), Again { refused: Some(refused), ..Again::default() }).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn voted(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, &'static str>, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let member = visit.caller.member(&congress)?.id;
    let poll = said(fields, name::POLL).parse().map_err(|_| Failure::BadForm)?;
    let poll = reading.poll(poll).await?.filter(|poll| poll.sitting == sitting.id).ok_or(Failure::BadForm)?;
    if let Some(fault) = shut(&poll) {
        return Ok(Err(words::fault(fault)));
    }
    let Some(what) = chosen(fields) else { return Ok(Err(text::NOTHING_CHOSEN)) };
    if let Said::Choice(choice) = &what
        && poll.question.method.check(choice, poll.secrecy).is_err()
    {
        return Ok(Err(words::fault(CastFault::NotOffered)));
    }
    let voices = match voices(&mut reading, &poll, member, fields).await? {
        Ok(voices) => voices,
        Err(fault) => return Ok(Err(words::fault(fault))),
    };
    drop(reading);
    if said(fields, name::STEP) != name::CONFIRM {
        return Ok(Ok(ask_again(visit, (&congress, sitting, poll), what, voices)));
    }
    let Some(casts) = casts(&poll, member, &what, &voices, fields) else {
        return Err(Failure::BadForm.into());
    };
    let taken = voting::take(&visit.state.storage, &visit.state.strongbox, &casts).await?;
    if let Some(fault) = taken.into_iter().find_map(Result::err) {
        return Ok(Err(words::fault(fault)));
    }
    Ok(Ok(visit.see_done(Route::Sitting(&congress.slug, sitting.id), VOTED)))
}

fn shut(poll: &Poll) -> Option<CastFault> {
    match poll.stage.state() {
        PollState::Open => None,
        PollState::Prepared => Some(CastFault::NotOpen),
        PollState::Closed | PollState::Proclaimed => Some(CastFault::Closed),
        PollState::Cancelled => Some(CastFault::Cancelled),
    }
}

/// What was chosen; none when nothing was, or it can't be read.
fn chosen(fields: &Fields) -> Option<Said> {
    let values: Vec<&str> =
        fields.iter().filter(|(of, _)| of == name::CHOICE).map(|(_, value)| value.as_str()).collect();
    let simple = [Choice::For, Choice::Against, Choice::Abstain, Choice::Blank];
    // A button comes after the options that were ticked, and means that none of them is meant.
    let button = values.iter().rev().find_map(|value| match *value {
        name::ASIDE => Some(Said::Aside),
        value => simple.iter().find(|choice| code(choice) == value).cloned().map(Said::Choice),
    });
    button.or_else(|| {
        let ranks: Option<std::collections::BTreeSet<u16>> =
            values.iter().map(|value| value.strip_prefix(name::OPTION)?.parse().ok()).collect();
        ranks.filter(|ranks| !ranks.is_empty()).map(|ranks| Said::Choice(Choice::Options(ranks)))
    })
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

/// What is cast, a voice each; none when a secret ballot came without as many receipts as it has voices.
fn casts(
    poll: &Poll,
    voter: MemberId,
    what: &Said,
    voices: &[OwnVoice],
    fields: &Fields,
) -> Option<Vec<Cast>> {
    let receipts: Vec<Receipt> = fields
        .iter()
        .filter(|(of, _)| of == name::RECEIPT)
        .map(|(_, value)| value.parse().ok())
        .collect::<Option<_>>()?;
    let wants = poll.secrecy == Secrecy::Secret && matches!(what, Said::Choice(_));
    if wants && receipts.len() != voices.len() {
        return None;
    }
    let cast = |(at, voice): (usize, &OwnVoice)| Cast {
        poll: poll.id,
        voter,
        seat: voice.key.clone(),
        said: what.clone(),
        receipt: receipts.get(at).copied().filter(|_| wants),
    };
    Some(voices.iter().enumerate().map(cast).collect())
}
