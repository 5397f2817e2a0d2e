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
use domain::member::{Member, MemberAct};
use domain::sitting::{BadgeState, Presence, Seat, Sitting};
use domain::vote::{Means, Part, Poll, PollState};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use storage::{Reading, Work};
use territories::fold;

use super::own::come_in;
use super::{Fields, note as in_journal, said};
use crate::forms::Posted;
use crate::forms::staff::note as leave_trace;
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
    let people = people(visit, &mut reading, &sitting, &find).await?;
    let polls = reading.polls(sitting.id).await?.into_iter();
    let waits = polls.filter(|poll| poll.stage.state() == PollState::Prepared);
    let prepared = waits.map(|poll| (poll.number, poll.question.title.as_str().to_owned())).collect();
    Ok(document(&congress, DoorView { sitting, there, people, find, prepared, refused }))
}

async fn people(
    visit: &Visit,
    reading: &mut Reading,
    sitting: &Sitting,
    find: &str,
) -> Result<Vec<Person>, Refusal> {
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
    let badges = reading.badges(sitting.id).await?;
    let badges: BTreeMap<MemberId, BadgeState> =
        badges.iter().map(|badge| (badge.member, badge.state(visit.now()))).collect();
    let members = reading.members(sitting.congress).await?;
    let codeless: BTreeSet<MemberId> =
        members.iter().filter(|of| !of.may_have_code_on_badge()).map(|of| of.id).collect();
    let found = seats.into_iter().filter(|seat| fold(&seat.name).contains(&looked_for));
    let person = |seat: Seat| Person {
        badge: badges.get(&seat.member).copied(),
        may_have_code: !codeless.contains(&seat.member),
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
        name::ACTIVATE => activate(visit, &mut work, &sitting, member).await?,
        name::TAKE_BACK => {
            let staff = visit.caller.staff(&congress)?;
            take_back(visit, &mut work, &sitting, (&staff, member)).await?;
        }
        presence => {
            let presence: Presence = presence.parse().map_err(|_| Failure::BadForm)?;
            come_in(visit, &mut work, &sitting, (member, presence)).await?;
            activate(visit, &mut work, &sitting, member).await?;
        }
    }
    work.save().await?;
    visit.state.live.refresh(sitting.id);
    visit.state.live.look_again(member);
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

async fn activate(
    visit: &Visit,
    work: &mut Work,
    sitting: &Sitting,
    member: MemberId,
) -> Result<(), Refusal> {
    if work.activate_badge(sitting.id, member, visit.now()).await? {
        let body = json!({ "seance": sitting.id, "membre": member, "badge": "active" });
        in_journal(work, (visit, sitting), (EntryKind::Badge, body)).await?;
    }
    Ok(())
}

async fn take_back(
    visit: &Visit,
    work: &mut Work,
    sitting: &Sitting,
    (staff, member): (&Member, MemberId),
) -> Result<(), Refusal> {
    work.end_badge_sessions(sitting.id, member, visit.now()).await?;
    if work.revoke_badge(sitting.id, member, visit.now()).await? {
        let body = json!({ "seance": sitting.id, "membre": member, "badge": "repris" });
        in_journal(work, (visit, sitting), (EntryKind::Badge, body)).await?;
        if let Some(of) = work.member(member).await? {
            leave_trace(visit, work, (staff, &of), MemberAct::BadgeTaken, None).await?;
        }
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
    // The congress first, as acts on polls do: the journal takes it.
    work.hold_congress_to_act(sitting.congress).await?;
    work.hold_poll(poll.id).await?;
    let own = work.own_seats(poll.id, member).await?;
    for seat in own.iter().filter(|own| own.seat.part == Part::Awaited) {
        let key = &seat.seat.on_roll.seat.key;
        if let Err(fault) = work.set_aside((poll.id, key, member), (Part::Paper, None)).await? {
            return Ok(Err(vote::fault(fault)));
        }
        let body = json!({ "scrutin": poll.number, "voix": key });
        if poll.is_test {
            continue;
        }
        in_journal(work, (visit, sitting), (EntryKind::PaperSigned, body)).await?;
    }
    Ok(Ok(poll.id))
}
