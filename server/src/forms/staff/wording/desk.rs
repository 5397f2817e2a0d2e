//! The whole motion: begun, called otherwise, its blocks added, moved, taken out and put in again.

use app::form::Faults;
use app::pages::wording::desk::DeskView;
use app::pages::wording::start::Typed;
use app::pages::wording::{act, desk as page, name, start};
use app::routes::{Route, WordingRoute};
use app::text::{form, wording as text};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::wording::{BlockKey, Origin, blocks_of};
use storage::{NewBlock, NewMotionText, Placed};

use super::begin::{drafted, pasted};
use super::typed::said;
use super::{LEASE, STARTED, mark, writing};
use crate::forms::Posted;
use crate::forms::staff::line;
use crate::forms::staff::typed::Fields;
use crate::pages::{Page, Refusal, Visit};

/// What came back to be mended.
#[derive(Default)]
struct Again {
    start: Typed,
    words: String,
    faults: Faults,
}

type Outcome = Result<Result<Response, Again>, Refusal>;

/// The page.
pub async fn desk(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, Again::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, again: Again) -> Page {
    let (mut reading, congress, _) = writing(visit, slug).await?;
    let Again { start, words, faults } = again;
    let Some(desk) = reading.motion_desk(congress.id).await? else {
        let title =
            if start.title.is_empty() && faults.is_empty() { text::TITLE.to_owned() } else { start.title };
        return Ok(start::document(&congress, Typed { title, ..start }, faults));
    };
    let view = DeskView { desk, now: visit.now(), done: super::said(visit.query()), typed: words, faults };
    Ok(page::document(&congress, view))
}

/// Does it.
pub async fn arrange(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let done = match said(&fields, name::ACT) {
        act::START => begun(&visit, &slug, &fields).await,
        act::ADD => added(&visit, &slug, &fields).await,
        act::RETITLE => retitled(&visit, &slug, &fields).await,
        _ => moved(&visit, &slug, &fields).await,
    };
    match done {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = show(&visit, &slug, again).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn begun(visit: &Visit, slug: &str, fields: &Fields) -> Outcome {
    let (mut reading, congress, staff) = writing(visit, slug).await?;
    let of = |name: &str| said(fields, name).to_owned();
    let typed = Typed {
        title: of(name::TITLE),
        shape: of(name::SHAPE),
        origin: of(name::ORIGIN),
        words: of(name::WORDS),
    };
    let mut faults = Faults::default();
    let title = faults.take(name::TITLE, line(&typed.title));
    let shape = faults.take(name::SHAPE, typed.shape.parse().map_err(|_| form::CHOICE.to_owned()));
    let origin = faults.take(name::ORIGIN, typed.origin.parse().map_err(|_| form::CHOICE.to_owned()));
    let now = visit.now();
    let blocks: Option<Vec<NewBlock>> = match origin {
        Some(Origin::Text) => faults
            .take(name::WORDS, blocks_of(&typed.words).map(pasted).map_err(|error| text::unpasted(&error))),
        Some(Origin::Draft) => {
            let (page, spans) =
                (reading.motion_page(congress.id).await?, reading.draft_spans(congress.id).await?);
            let page = faults.take(name::ORIGIN, page.ok_or_else(|| text::NO_DRAFT.to_owned()));
            page.map(|page| visit.state.draw(|entropy| drafted(&page, &spans, (now, entropy))))
        }
        Some(Origin::Nothing) => Some(Vec::new()),
        None => None,
    };
    drop(reading);
    let (Some(title), Some(shape), Some(origin), Some(blocks)) = (title, shape, origin, blocks) else {
        return Ok(Err(Again { start: typed, faults, ..Again::default() }));
    };
    let new =
        NewMotionText { congress: congress.id, title, shape, origin, blocks, at: now, by: Some(staff.id) };
    let mut work = visit.state.storage.write().await?;
    let started = work.start_motion_text(&new).await?;
    work.save().await?;
    let said = if started { super::DONE } else { STARTED };
    Ok(Ok(visit.see_done(Route::Wording(&congress.slug, WordingRoute::Desk), said)))
}

async fn added(visit: &Visit, slug: &str, fields: &Fields) -> Outcome {
    let (reading, congress, staff) = writing(visit, slug).await?;
    drop(reading);
    let typed = said(fields, name::WORDS);
    let mut faults = Faults::default();
    let kind = faults.take(name::KIND, said(fields, name::KIND).parse().map_err(|_| form::CHOICE.to_owned()));
    let words = faults.take(name::WORDS, typed.parse().map_err(|error| text::wrong(&error)));
    let (Some(kind), Some(words)) = (kind, words) else {
        return Ok(Err(Again { words: typed.to_owned(), faults, ..Again::default() }));
    };
    let after = said(fields, name::AFTER).parse::<BlockKey>().ok();
    let new = Placed { after, kind, words, at: visit.now(), by: staff.id };
    let mut work = visit.state.storage.write().await?;
    let key = work.add_block(congress.id, &new).await?;
    work.save().await?;
    let desk = Route::Wording(&congress.slug, WordingRoute::Desk);
    match key {
        Some(key) => Ok(Ok(visit.see_at(desk, &key.to_string()))),
        None => {
            let faults = Faults::of(name::WORDS, text::NOT_DONE);
            Ok(Err(Again { words: typed.to_owned(), faults, ..Again::default() }))
        }
    }
}

async fn retitled(visit: &Visit, slug: &str, fields: &Fields) -> Outcome {
    let (reading, congress, _) = writing(visit, slug).await?;
    drop(reading);
    let mut faults = Faults::default();
    let title = faults.take(name::TITLE, line(said(fields, name::TITLE)));
    let shape =
        faults.take(name::SHAPE, said(fields, name::SHAPE).parse().map_err(|_| form::CHOICE.to_owned()));
    let (Some(title), Some(shape)) = (title, shape) else {
        return Ok(Err(Again { faults, ..Again::default() }));
    };
    let mut work = visit.state.storage.write().await?;
    let done = work.retitle_motion(congress.id, &title, shape).await?;
    work.save().await?;
    Ok(Ok(visit.see_done(Route::Wording(&congress.slug, WordingRoute::Desk), mark(done))))
}

/// What is done to one block from the whole.
async fn moved(visit: &Visit, slug: &str, fields: &Fields) -> Outcome {
    let (reading, congress, staff) = writing(visit, slug).await?;
    drop(reading);
    let desk = Route::Wording(&congress.slug, WordingRoute::Desk);
    let Ok(key) = said(fields, name::BLOCK).parse::<BlockKey>() else {
        return Ok(Ok(visit.see_done(desk, mark(false))));
    };
    let (now, asked) = (visit.now(), said(fields, name::ACT));
    let mut work = visit.state.storage.write().await?;
    let done = match asked {
        act::TAKE => work.take_block(congress.id, key, staff.id, (now, now.plus_seconds(LEASE))).await?,
        act::UP | act::DOWN => work.move_block(congress.id, key, asked == act::UP).await?,
        act::REMOVE | act::PUT_BACK => {
            work.remove_block(congress.id, key, asked == act::REMOVE, (now, staff.id)).await?
        }
        _ => false,
    };
    work.save().await?;
    Ok(Ok(match asked {
        act::TAKE if done => visit.see(Route::Wording(&congress.slug, WordingRoute::Block(key))),
        act::UP | act::DOWN if done => visit.see_at(desk, &key.to_string()),
        _ => visit.see_done(desk, mark(done)),
    }))
}
