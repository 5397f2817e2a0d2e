//! The door: staff checks people in and out.

use app::failure::Failure;
use app::pages::sittings::door::{DoorView, Person, document, name};
use app::routes::{self, Route};
use app::text::{desk as text, vote};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::{MemberId, PollId};
use domain::journal::EntryKind;
use domain::sitting::{Presence, Seat, Sitting};
use domain::vote::{Means, Part, Poll, PollState};
use serde_json::json;
use std::collections::BTreeSet;
use storage::{Reading, Work};
use territories::fold;

use super::own::come_in;
use super::{Fields, note as in_journal, said};
use crate::forms::Posted;
use crate::pages::sittings::{followed, there_now};
use crate::pages::{Page, Refusal, Visit};

/// The most people shown at once: a name is looked for beyond.
const MOST: usize = 60;

/// The page.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let find = routes::asked(visit.query(), name::FIND).unwrap_or_default();
    let page = show(&visit, (&slug, &id), find, None).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, (slug, id): (&str, &str), find: String, refused: Option<&'static str>) -> Page {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    visit.caller.staff(&congress)?;
    let there = there_now(&mut reading, &sitting).await?;
    let people = people(&mut reading, &sitting, &find).await?;
    Ok(document(&congress, DoorView { sitting, there, people, find, refused }))
}

async fn people(reading: &mut Reading, sitting: &Sitting, find: &str) -> Result<Vec<Person>, Refusal> {
    let seats = reading.seats(sitting).await?;
    let there = reading.those_there(sitting.id).await?;
    let open = open_on_phones(reading, sitting).await?;
    let awaited: BTreeSet<MemberId> = match &open {
        Some(poll) => {
            let roll = reading.roll(poll.id).await?.into_iter();
            roll.filter(|seat| seat.part == Part::Awaited).map(|seat| seat.on_roll.voter).collect()
        }
        None => BTreeSet::new(),
    };
    let looked_for = fold(find);
    let found = seats.into_iter().filter(|seat| fold(&seat.name).contains(&looked_for));
    let person = |seat: Seat| Person {
        id: seat.member,
        what: what(&seat),
        presence: there.get(&seat.member).copied(),
        may_sign_paper: awaited.contains(&seat.member),
        name: seat.name,
    };
    Ok(found.take(MOST).map(person).collect())
}

async fn open_on_phones(reading: &mut Reading, sitting: &Sitting) -> Result<Option<Poll>, Refusal> {
    let polls = reading.polls(sitting.id).await?.into_iter();
    let mut open = polls.filter(|poll| poll.stage.state() == PollState::Open && poll.means == Means::Ballots);
    Ok(open.next())
}

fn what(seat: &Seat) -> String {
    let place = seat.territory.as_ref().map(|of| of.name.clone());
    [seat.mandate.clone(), place].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Somebody comes in, goes out, or signs for a ballot on paper.
pub async fn note(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    match noted(visit, (&slug, &id), &posted.fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(refused)) => {
            let find = said(&posted.fields, name::FIND);
            let page = show(visit, (&slug, &id), find, Some(refused)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn noted(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, &'static str>, Refusal> {
    let (reading, congress, sitting) = followed(visit, slug, id).await?;
    drop(reading);
    visit.caller.staff(&congress)?;
    if !sitting.stage.takes_people() {
        return Ok(Err(text::SHUT));
    }
    let member: MemberId = said(fields, name::MEMBER).parse().map_err(|_| Failure::BadForm)?;
    let mut work = visit.state.storage.write().await?;
    let seats = work.seats(&sitting).await?;
    if !seats.iter().any(|seat| seat.member == member) {
        return Err(Failure::BadForm.into());
    }
    let mut signed = None;
    match said(fields, name::GESTURE).as_str() {
        name::OUT => go_out(visit, &mut work, &sitting, member).await?,
        name::PAPER => match sign_paper(visit, &mut work, &sitting, member).await? {
            Ok(poll) => signed = Some(poll),
            Err(fault) => return Ok(Err(fault)),
        },
        presence => {
            let presence: Presence = presence.parse().map_err(|_| Failure::BadForm)?;
            come_in(visit, &mut work, &sitting, (member, presence)).await?;
        }
    }
    work.save().await?;
    visit.state.live.refresh(sitting.id);
    if let Some(poll) = signed {
        visit.state.urn.signed(poll, member);
    }
    let to = Route::Door(&congress.slug, sitting.id);
    Ok(Ok(match said(fields, name::FIND).as_str() {
        "" => visit.see_at(to, &format!("p-{member}")),
        find => visit.see_done(to, &format!("{}={}", name::FIND, routes::percent(find))),
    }))
}

async fn go_out(visit: &Visit, work: &mut Work, sitting: &Sitting, member: MemberId) -> Result<(), Refusal> {
    if work.check_out(sitting.id, member, visit.now()).await? {
        let body = json!({ "seance": sitting.id, "membre": member });
        in_journal(work, (visit, sitting), (EntryKind::WentOut, body)).await?;
    }
    Ok(())
}

async fn sign_paper(
    visit: &Visit,
    work: &mut Work,
    sitting: &Sitting,
    member: MemberId,
) -> Result<Result<PollId, &'static str>, Refusal> {
    let Some(poll) = open_on_phones(work, sitting).await? else { return Ok(Err(text::STATE)) };
    work.hold_poll(poll.id).await?;
    let own = work.own_seats(poll.id, member).await?;
    for seat in own.iter().filter(|own| own.seat.part == Part::Awaited) {
        let key = &seat.seat.on_roll.seat.key;
        if let Err(fault) = work.set_aside((poll.id, key, member), Part::Paper).await? {
            return Ok(Err(vote::fault(fault)));
        }
        let body = json!({ "scrutin": poll.number, "voix": key });
        in_journal(work, (visit, sitting), (EntryKind::PaperSigned, body)).await?;
    }
    Ok(Ok(poll.id))
}
