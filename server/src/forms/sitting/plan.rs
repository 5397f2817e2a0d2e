//! Planning a sitting.

use app::form::Faults;
use app::pages::sittings::list::{QUORUMS, Typed, name};
use app::routes::Route;
use app::text::{form, sitting as text};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::SittingId;
use domain::member::Member;
use domain::sitting::{Sitting, SittingRules, SittingStage};
use domain::vote::Quorum;

use super::{Fields, said};
use crate::forms::Posted;
use crate::forms::staff::{line, moment, optional};
use crate::pages::sittings::listed;
use crate::pages::{Refusal, Visit};

/// Plans a sitting; its agenda is made next.
pub async fn plan(Path(slug): Path<String>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    match planned(visit, &slug, &posted.fields).await {
        Ok(Ok(response)) => response,
        Ok(Err((typed, faults))) => {
            let page = listed(visit, &slug, typed, faults).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

type Again = (Typed, Faults);

async fn planned(visit: &Visit, slug: &str, fields: &Fields) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    drop(reading);
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let typed = typed(fields);
    let id = visit.state.draw(|entropy| SittingId::new(visit.now(), entropy));
    let mut faults = Faults::default();
    let Some(new) = parsed(&typed, &mut faults).map(|new| Sitting { id, congress: congress.id, ..new })
    else {
        return Ok(Err((typed, faults)));
    };
    let mut work = visit.state.storage.write().await?;
    work.add_sitting(&new, (Some(staff.id), visit.now())).await?;
    work.save().await?;
    Ok(Ok(visit.see_done(Route::Agenda(&congress.slug, id), super::agenda::PLANNED)))
}

fn typed(fields: &Fields) -> Typed {
    Typed {
        name: said(fields, name::NAME),
        place: said(fields, name::PLACE),
        day: said(fields, name::DAY),
        hour: said(fields, name::HOUR),
        access: said(fields, name::ACCESS),
        seats: said(fields, name::SEATS),
        quorum: said(fields, name::QUORUM),
        proxies: said(fields, name::PROXIES),
        least_secret: said(fields, name::LEAST_SECRET),
    }
}

/// The sitting, if all of it is lawful; its id and its congress are for whoever asks to fill in.
fn parsed(typed: &Typed, faults: &mut Faults) -> Option<Sitting> {
    let named = faults.take(name::NAME, line(&typed.name));
    let place = faults.take(name::PLACE, optional(&typed.place));
    let starts_at = moment(&typed.day, &typed.hour).ok_or_else(|| text::WHEN_UNREAD.to_owned());
    let starts_at = faults.take(name::DAY, starts_at);
    let access = faults.take(name::ACCESS, typed.access.parse().map_err(|_| form::CHOICE.to_owned()));
    let seats = faults.take(name::SEATS, typed.seats.parse().map_err(|_| form::CHOICE.to_owned()));
    let quorum = match QUORUMS.iter().find(|(code, _)| *code == typed.quorum) {
        Some((_, fraction)) => Ok(Some(Quorum(*fraction))),
        None if typed.quorum.is_empty() => Ok(None),
        None => Err(form::CHOICE.to_owned()),
    };
    let quorum = faults.take(name::QUORUM, quorum);
    let proxies = typed.proxies.parse().ok().filter(|n| *n <= SittingRules::MOST_PROXIES);
    let proxies = faults.take(name::PROXIES, proxies.ok_or_else(|| text::PROXIES_RANGE.to_owned()));
    let least = typed.least_secret.parse().ok().filter(|n| *n >= SittingRules::LEAST_SECRET);
    let least = faults.take(name::LEAST_SECRET, least.ok_or_else(|| text::LEAST_SECRET_RANGE.to_owned()));
    let rules = SittingRules {
        seats: seats?,
        quorum: quorum?,
        most_proxies: proxies?,
        least_secret: least?,
        ..SittingRules::default()
    };
    Some(Sitting {
        id: uuid::Uuid::nil().into(),
        congress: uuid::Uuid::nil().into(),
        name: named?,
        place: place?,
        access: access?,
        starts_at: starts_at?,
        rules,
        stage: SittingStage::Planned,
    })
}
