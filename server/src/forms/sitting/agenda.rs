//! Making the agenda of a sitting.

use app::failure::Failure;
use app::form::Faults;
use app::pages::sittings::agenda::{AgendaView, Typed, document, name};
use app::routes::Route;
use app::text::sitting as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::AgendaItemId;
use domain::sitting::{AgendaItem, Sitting};
use domain::web::WebAddress;

use super::{Fields, said};
use crate::forms::Posted;
use crate::forms::staff::{line, optional};
use crate::pages::sittings::followed;
use crate::pages::{Page, Refusal, Visit};

/// The query strings under which the page says what was done.
pub(super) const PLANNED: &str = "fait=prevue";
const ADDED: &str = "fait=point";

/// The longest item, in minutes.
const LONGEST: u32 = 600;

/// The page.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, (&slug, &id), Typed::default(), Faults::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, (slug, id): (&str, &str), typed: Typed, faults: Faults) -> Page {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    visit.caller.staff(&congress)?;
    let items = reading.agenda(sitting.id).await?;
    let done = match visit.query() {
        PLANNED => Some(text::CREATED),
        ADDED => Some(text::ITEM_ADDED),
        _ => None,
    };
    Ok(document(&congress, AgendaView { sitting, items, typed, faults, done }))
}

/// An item is added, moved or taken off.
pub async fn change(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    match changed(visit, (&slug, &id), &posted.fields).await {
        Ok(Ok(response)) => response,
        Ok(Err((typed, faults))) => {
            let page = show(visit, (&slug, &id), typed, faults).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

type Again = (Typed, Faults);

async fn changed(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress, sitting) = followed(visit, slug, id).await?;
    drop(reading);
    visit.caller.staff(&congress)?;
    let to = Route::Agenda(&congress.slug, sitting.id);
    let gesture = said(fields, name::GESTURE);
    if gesture == name::ADD {
        return match added(visit, &sitting, fields).await? {
            Ok(()) => {
                visit.state.live.refresh(sitting.id);
                Ok(Ok(visit.see_done(to, ADDED)))
            }
            Err(again) => Ok(Err(again)),
        };
    }
    let item: AgendaItemId = said(fields, name::ITEM).parse().map_err(|_| Failure::BadForm)?;
    let mut work = visit.state.storage.write().await?;
    let items = work.agenda(sitting.id).await?;
    let at = items.iter().position(|of| of.id == item).ok_or(Failure::BadForm)?;
    match gesture.as_str() {
        name::UP if at > 0 => work.exchange_agenda_items(&items[at], &items[at - 1]).await?,
        name::UP => {}
        name::REMOVE if !work.remove_agenda_item(item).await? => {
            return Ok(Err((Typed::default(), Faults::of(name::TITLE, text::ITEM_KEPT))));
        }
        name::REMOVE => {}
        _ => return Err(Failure::BadForm.into()),
    }
    work.save().await?;
    visit.state.live.refresh(sitting.id);
    Ok(Ok(visit.see(to)))
}

async fn added(visit: &Visit, sitting: &Sitting, fields: &Fields) -> Result<Result<(), Again>, Refusal> {
    let typed = Typed {
        title: said(fields, name::TITLE),
        speaker: said(fields, name::SPEAKER),
        minutes: said(fields, name::MINUTES),
        document: said(fields, name::DOCUMENT),
        video: said(fields, name::VIDEO),
    };
    let mut faults = Faults::default();
    let id = visit.state.draw(|entropy| AgendaItemId::new(visit.now(), entropy));
    let Some(item) = parsed(&typed, &mut faults).map(|item| AgendaItem { id, sitting: sitting.id, ..item })
    else {
        return Ok(Err((typed, faults)));
    };
    let mut work = visit.state.storage.write().await?;
    work.add_agenda_item(&item).await?;
    work.save().await?;
    Ok(Ok(()))
}

fn parsed(typed: &Typed, faults: &mut Faults) -> Option<AgendaItem> {
    let title = faults.take(name::TITLE, line(&typed.title));
    let speaker = faults.take(name::SPEAKER, optional(&typed.speaker));
    let minutes = match typed.minutes.parse() {
        _ if typed.minutes.is_empty() => Ok(None),
        Ok(minutes) if (1..=LONGEST).contains(&minutes) => Ok(Some(minutes)),
        _ => Err(text::ITEM_MINUTES_RANGE.to_owned()),
    };
    let minutes = faults.take(name::MINUTES, minutes);
    let document = faults.take(name::DOCUMENT, address(&typed.document));
    let video = faults.take(name::VIDEO, address(&typed.video));
    Some(AgendaItem {
        id: uuid::Uuid::nil().into(),
        sitting: uuid::Uuid::nil().into(),
        rank: 0,
        title: title?,
        speaker: speaker?,
        minutes: minutes?,
        document: document?,
        video: video?,
        begun_at: None,
        ended_at: None,
    })
}

fn address(typed: &str) -> Result<Option<WebAddress>, String> {
    match typed {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| text::ITEM_ADDRESS.to_owned()),
    }
}
