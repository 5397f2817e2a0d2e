//! Giving one's voice to somebody, and accepting to hold one.

use app::failure::Failure;
use app::form::Faults;
use app::pages::sittings::proxies::name;
use app::routes::Route;
use app::text::proxy as text;
use axum::extract::Path;
use axum::response::Response;
use domain::id::{MemberId, ProxyId};
use domain::journal::EntryKind;
use domain::mail::Purpose;
use domain::sitting::{
    ConvocationAnswer, Proxy, ProxyEnd, ProxyFault, ProxyState, Seat, Sitting, SittingStage,
};
use serde_json::json;
use storage::{Giving, Work};
use territories::fold;

use super::{Fields, answered, note, said};
use crate::access::Secret;
use crate::forms::Posted;
use crate::letters::{About, To, letter};
use crate::pages::sittings::{Again, followed};
use crate::pages::{Refusal, Visit};

/// Why something isn't done: beside the field, or above the page.
pub(super) enum Not {
    Field(&'static str),
    Fault(ProxyFault),
}

impl Not {
    /// What is shown again, with what was typed.
    pub(super) fn again(self, fields: &Fields) -> Again {
        match self {
            Self::Field(sentence) => {
                let holder = (said(fields, name::HOLDER), Faults::of(name::HOLDER, sentence));
                Again { holder, ..Again::default() }
            }
            Self::Fault(fault) => Again::refused(text::fault(fault)),
        }
    }
}

impl From<ProxyFault> for Not {
    fn from(fault: ProxyFault) -> Self {
        Self::Fault(fault)
    }
}

/// A proxy is given, taken back, accepted or refused.
pub async fn entrust(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let (visit, at) = (&posted.visit, (&*slug, &*id));
    let done = entrusted(visit, at, &posted.fields).await;
    answered(visit, at, done.map(|done| done.map_err(|not| not.again(&posted.fields)))).await
}

async fn entrusted(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, Not>, Refusal> {
    let (reading, congress, sitting) = followed(visit, slug, id).await?;
    drop(reading);
    let member = visit.caller.member(&congress)?.id;
    if let Err(not) = entrust_as(visit, &sitting, member, fields).await? {
        return Ok(Err(not));
    }
    Ok(Ok(visit.see_at(Route::Sitting(&congress.slug, sitting.id), "pouvoirs")))
}

/// The same, done by that member.
pub(super) async fn entrust_as(
    visit: &Visit,
    sitting: &Sitting,
    member: MemberId,
    fields: &Fields,
) -> Result<Result<(), Not>, Refusal> {
    if !sitting.stage.takes_people() {
        return Ok(Err(ProxyFault::Closed.into()));
    }
    let mut work = visit.state.storage.write().await?;
    let done = match said(fields, name::GESTURE).as_str() {
        name::GIVE => give(visit, &mut work, sitting, (member, &said(fields, name::HOLDER))).await?,
        gesture => {
            let proxy: ProxyId = said(fields, name::PROXY).parse().map_err(|_| Failure::BadForm)?;
            let all = work.proxies(sitting.id).await?;
            let proxy = all.into_iter().find(|of| of.id == proxy).ok_or(Failure::BadForm)?;
            answer(visit, &mut work, (sitting, &proxy), (member, gesture)).await?
        }
    };
    if done.is_ok() {
        work.save().await?;
        visit.state.live.refresh(sitting.id);
    }
    Ok(done)
}

async fn give(
    visit: &Visit,
    work: &mut Work,
    sitting: &Sitting,
    (giver, typed): (MemberId, &str),
) -> Result<Result<(), Not>, Refusal> {
    if sitting.rules.most_proxies == 0 {
        return Ok(Err(ProxyFault::None.into()));
    }
    let seats = work.seats(sitting).await?;
    if !seats.iter().any(|seat| seat.member == giver) {
        return Ok(Err(ProxyFault::NoVoice.into()));
    }
    if work.those_there(sitting.id).await?.contains_key(&giver) {
        return Ok(Err(ProxyFault::GiverIsThere.into()));
    }
    let holder = match named(work, sitting, &seats, typed).await? {
        Ok(holder) if holder == giver => return Ok(Err(Not::Field(text::fault(ProxyFault::Oneself)))),
        Ok(holder) => holder,
        Err(sentence) => return Ok(Err(Not::Field(sentence))),
    };
    let id = visit.state.draw(|entropy| ProxyId::new(visit.now(), entropy));
    let held = work.accepted_proxies(sitting.id).await?;
    let others = held.iter().filter(|(of, by)| **by == holder && **of != giver).count();
    if others >= usize::from(sitting.rules.most_proxies) {
        return Ok(Err(Not::Field(text::HOLDER_FULL)));
    }
    work.give_proxy(&Giving { id, sitting: sitting.id, giver, holder, at: visit.now() }).await?;
    offer(visit, work, sitting, (giver, holder)).await?;
    if sitting.stage == SittingStage::Planned {
        work.answer_convocation((sitting.id, giver), ConvocationAnswer::Proxy, visit.now()).await?;
    }
    Ok(Ok(()))
}

/// Tells whoever is to hold a proxy, by a letter: one a day from the same person, however often they give it.
async fn offer(
    visit: &Visit,
    work: &mut Work,
    sitting: &Sitting,
    (giver, holder): (MemberId, MemberId),
) -> Result<(), Refusal> {
    let (Some(giver), Some(holder)) = (work.member(giver).await?, work.member(holder).await?) else {
        return Ok(());
    };
    let Some(email) = &holder.email else { return Ok(()) };
    let congress = work.congress_of(sitting.congress).await?;
    let contact = work.settings(congress.id).await?.contact;
    let secret = visit.state.draw(Secret::draw);
    // Links of letters answer before a sitting; once it is open, whoever holds a proxy is there, on its own page.
    let planned = sitting.stage == SittingStage::Planned;
    let to = match planned {
        true => Route::Convocation(secret.text()),
        false => Route::Sitting(&congress.slug, sitting.id),
    };
    let answer = format!("{}{}", visit.state.public_url, to.path());
    let words = app::letters::proxy::letter(&congress, &contact, sitting, (&giver, &holder), answer);
    let (purpose, day) = (Purpose::Proxy, visit.now().day());
    let key = Some(format!("{} {} {} {} {day}", purpose.code(), sitting.id, giver.id, holder.id));
    let (to, about) = (To { name: holder.name.as_str(), email, member: holder.id }, About { purpose, key });
    let new = visit.state.draw(|entropy| letter(&congress, to, about, &words, (visit.now(), entropy)));
    if work.queue_letter(&new).await? && planned {
        work.add_convocation_link(&secret.hash(), (sitting.id, holder.id), visit.now()).await?;
    }
    Ok(())
}

/// Who is meant, of those who have a voice: by number, or by name where one person has it.
async fn named(
    work: &mut Work,
    sitting: &Sitting,
    seats: &[Seat],
    typed: &str,
) -> Result<Result<MemberId, &'static str>, Refusal> {
    if let Ok(number) = typed.parse() {
        let member = work.member_numbered(sitting.congress, number).await?;
        let seat = member.and_then(|member| seats.iter().find(|seat| seat.member == member.id));
        return Ok(seat.map(|seat| seat.member).ok_or(text::NOBODY));
    }
    let typed = fold(typed);
    let mut found: Vec<MemberId> =
        seats.iter().filter(|seat| fold(&seat.name) == typed).map(|seat| seat.member).collect();
    found.dedup();
    Ok(match found[..] {
        [] => Err(text::NOBODY),
        [one] => Ok(one),
        _ => Err(text::SEVERAL),
    })
}

async fn answer(
    visit: &Visit,
    work: &mut Work,
    (sitting, proxy): (&Sitting, &Proxy),
    (member, gesture): (MemberId, &str),
) -> Result<Result<(), Not>, Refusal> {
    let now = visit.now();
    let (is_giver, is_holder) = (proxy.giver == member, proxy.holder == member);
    match gesture {
        name::ACCEPT if is_holder => {
            if let Err(fault) = work.accept_proxy(proxy.id, sitting.rules.most_proxies, now).await? {
                return Ok(Err(fault.into()));
            }
            if proxy.state == ProxyState::Offered {
                let body = json!({
                    "seance": sitting.id, "pouvoir": proxy.id, "mandant": proxy.giver, "mandataire": proxy.holder,
                });
                note(work, (visit, sitting), (EntryKind::ProxyAccepted, body)).await?;
            }
        }
        name::WITHDRAW if is_giver => end(visit, work, (sitting, proxy), ProxyEnd::Withdrawn).await?,
        name::REFUSE if is_holder => end(visit, work, (sitting, proxy), ProxyEnd::Refused).await?,
        _ => return Err(Failure::BadForm.into()),
    }
    Ok(Ok(()))
}

async fn end(
    visit: &Visit,
    work: &mut Work,
    (sitting, proxy): (&Sitting, &Proxy),
    why: ProxyEnd,
) -> Result<(), Refusal> {
    if work.end_proxy(proxy.id, (visit.now(), why)).await? {
        let body = json!({ "seance": sitting.id, "pouvoir": proxy.id, "pourquoi": why });
        note(work, (visit, sitting), (EntryKind::ProxyEnded, body)).await?;
    }
    Ok(())
}
