//! The queue, and what staff does to texts: one, or those that are ticked.

mod done;
mod typed;

use app::form::Faults;
use app::pages::moderation::queue::{self as page, QueueView, Refused, name};
use app::routes::{Route, queue_query};
use app::text::moderation as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::flags::flags;
use domain::member::Member;
use domain::moderation::{HidingReason, ModerationAct};
use domain::reading::QueueQuery;

pub(in crate::forms) use self::done::{Noted, note, send};

use self::done::{Doing, do_to};
use self::typed::Typed;
use crate::forms::Posted;
use crate::pages::{Page, Refusal, Visit};

/// Texts in which something is looked for when the queue is opened, at most.
const LOOKED: usize = 2_000;
/// The longest words to an author, in characters.
const MOST_WORDS: usize = 1_000;

/// The queue.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let query = queue_query(visit.query());
    let page = show(&visit, &slug, &query, (typed::done(visit.query()), Refused::default())).await;
    visit.answer(page).await
}

async fn show(
    visit: &Visit,
    slug: &str,
    query: &QueueQuery,
    (done, refused): (Option<(ModerationAct, u32, u32)>, Refused),
) -> Page {
    let (reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    drop(reading);
    look(visit, &congress).await?;
    let page = visit.state.storage.read().await?.queue(congress.id, query).await?;
    let found = page.lines.iter().map(|line| flags(line.own.written.as_str(), line.author.as_deref()));
    let flags = found.collect();
    Ok(page::document(&congress, QueueView { page, flags, done, refused }))
}

/// Looks for what is better not published in texts where nobody did: what is found depends on their words alone, so that it
/// does no harm that a page is read twice.
async fn look(visit: &Visit, congress: &Congress) -> Result<(), Refusal> {
    let unlooked = visit.state.storage.read().await?.unlooked(congress.id, LOOKED).await?;
    if unlooked.is_empty() {
        return Ok(());
    }
    let find = move || {
        let found = unlooked.into_iter().map(|of| {
            let found = !flags(&of.words, of.author.as_deref()).is_empty();
            (of.id, of.version, found)
        });
        found.collect::<Vec<_>>()
    };
    let found = tokio::task::spawn_blocking(find).await.map_err(Refusal::broken)?;
    let mut work = visit.state.storage.write().await?;
    for (id, version, found) in found {
        work.note_looked(id, version, found).await?;
    }
    Ok(work.save().await?)
}

/// Does it.
pub async fn act(
    Path(slug): Path<String>,
    Posted { visit, fields }: Posted<Vec<(String, String)>>,
) -> Response {
    let typed = Typed::read(&fields);
    match acted(&visit, &slug, &typed).await {
        Ok(Ok(response)) => response,
        Ok(Err(refused)) => {
            let page = show(&visit, &slug, &typed.query, (None, refused)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn acted(visit: &Visit, slug: &str, typed: &Typed) -> Result<Result<Response, Refused>, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let settings = reading.settings(congress.id).await?;
    drop(reading);
    let (act, reason) = match judged(typed) {
        Ok(judged) => judged,
        Err(refused) => return Ok(Err(refused)),
    };
    let doing = Doing {
        visit,
        congress: &congress,
        settings: &settings,
        staff: &staff,
        act,
        reason,
        words: typed.words.trim(),
    };
    let mut work = visit.state.storage.write().await?;
    work.hold(congress.id).await?;
    let (mut done, mut passed_over) = (0_u32, 0_u32);
    for seen in &typed.texts {
        match do_to(&doing, &mut work, *seen).await? {
            true => done += 1,
            false => passed_over += 1,
        }
    }
    work.save().await?;
    let to = Route::Moderation(&congress.slug, &typed.query);
    Ok(Ok(visit.see_done(to, &typed::told(act, done, passed_over))))
}

/// What is to be done, or what is missing.
fn judged(typed: &Typed) -> Result<(ModerationAct, Option<HidingReason>), Refused> {
    let mut faults = Faults::default();
    if typed.texts.is_empty() {
        faults.add(name::TEXT, text::NOTHING_TICKED);
    }
    let reason = typed.reason.parse::<HidingReason>().ok();
    if typed.act == Some(ModerationAct::Hidden) {
        if reason.is_none() {
            faults.add(name::REASON, text::REASON_MISSING);
        }
        if reason == Some(HidingReason::Other) && typed.words.trim().is_empty() {
            faults.add(name::WORDS, text::WORDS_MISSING);
        }
        if typed.words.chars().count() > MOST_WORDS {
            faults.add(name::WORDS, text::WORDS_LONG);
        }
    }
    match typed.act {
        Some(act) if faults.is_empty() => Ok((act, reason)),
        _ => {
            if faults.is_empty() {
                faults.add(name::ACT, app::text::form::CHOICE);
            }
            let (reason, words) = (typed.reason.clone(), typed.words.clone());
            Err(Refused { texts: typed.texts.clone(), reason, words, faults })
        }
    }
}
