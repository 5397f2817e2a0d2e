//! What staff says becomes of verbatims: those that are ticked, or all that is left in a place.

use app::form::Faults;
use app::pages::dispositions::desk::{self as page, DeskView, Typed, act, name};
use app::routes::{Route, WordingRoute, dispositions_fields, dispositions_query};
use app::text::disposition as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::disposition::{DispositionKind, Settled, SettledError};
use domain::id::VerbatimId;
use domain::line::Line;
use domain::member::Member;
use domain::reading::{DispositionsPage, DispositionsQuery};
use storage::Reading;

use crate::forms::Posted;
use crate::forms::fields::{Fields, said};
use crate::pages::{Page, Refusal, Visit, departement};

/// The field by which the page knows to how many something was done.
const DONE: &str = "fait";
/// Verbatims taken from one form, at most: those of a page.
const MOST: usize = DispositionsPage::SIZE as usize;

/// The page.
pub async fn desk(visit: Visit, Path(slug): Path<String>) -> Response {
    let query = dispositions_query(visit.query());
    let done = app::routes::asked(visit.query(), DONE).and_then(|n| n.parse().ok());
    let page = show(&visit, &slug, query, (done, Typed::default())).await;
    visit.answer(page).await
}

async fn show(
    visit: &Visit,
    slug: &str,
    query: DispositionsQuery,
    (done, typed): (Option<u32>, Typed),
) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    let page = reading.dispositions_page(congress.id, None, query).await?;
    Ok(page::document(&congress, DeskView { page, done, typed }, departement))
}

/// Does it.
pub async fn settle(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let query = dispositions_fields(&fields);
    match settled(&visit, &slug, &fields, query).await {
        Ok(Ok(response)) => response,
        Ok(Err(typed)) => {
            let page = show(&visit, &slug, query, (None, typed)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn settled(
    visit: &Visit,
    slug: &str,
    fields: &Fields,
    query: DispositionsQuery,
) -> Result<Result<Response, Typed>, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let mut typed = typed(fields);
    let read = read(&mut reading, &congress, &mut typed).await?;
    drop(reading);
    let Some(settled) = read else { return Ok(Err(typed)) };
    let mut work = visit.state.storage.write().await?;
    work.hold(congress.id).await?;
    let when = (visit.now(), staff.id);
    let done = match (said(fields, name::ACT) == act::LEFT, query.place, &settled) {
        (true, Some(place), Some(settled)) => {
            let asked = work.dispositions_page(congress.id, None, query).await?;
            if asked.is_none_or(|asked| page::seen(&asked) != said(fields, name::SEEN)) {
                typed.faults.add(name::WHAT, text::CHANGED);
                return Ok(Err(typed));
            }
            work.settle_left(congress.id, place, settled, when).await?
        }
        _ => {
            let verbatims: Vec<VerbatimId> =
                typed.verbatims.iter().filter_map(|id| id.parse().ok()).take(MOST).collect();
            if verbatims.is_empty() {
                typed.faults.add(name::VERBATIM, text::NONE_TICKED);
                return Ok(Err(typed));
            }
            work.settle_verbatims(congress.id, &verbatims, settled.as_ref(), when).await?
        }
    };
    work.save().await?;
    let to = Route::Wording(&congress.slug, WordingRoute::Dispositions(query));
    Ok(Ok(visit.see_done(to, &format!("{DONE}={done}"))))
}

fn typed(fields: &Fields) -> Typed {
    let verbatims = fields.iter().filter(|(of, _)| of == name::VERBATIM).map(|(_, id)| id.clone());
    Typed {
        verbatims: verbatims.collect(),
        what: said(fields, name::WHAT),
        near: said(fields, name::NEAR),
        reason: said(fields, name::REASON),
        words: said(fields, name::WORDS),
        faults: Faults::default(),
    }
}

/// What is to become of them; nothing settled where they are left to be settled again. None when something is wrong.
async fn read(
    reading: &mut Reading,
    congress: &Congress,
    typed: &mut Typed,
) -> Result<Option<Option<Settled>>, Refusal> {
    let Ok(kind) = typed.what.parse::<DispositionKind>() else {
        typed.faults.add(name::WHAT, text::wrong(SettledError::NotSettled));
        return Ok(None);
    };
    if kind == DispositionKind::Pending {
        return Ok(Some(None));
    }
    let near = match typed.near.parse::<ContributionNumber>() {
        Ok(number) if reading.own(congress.id, number).await?.is_some() => Some(number),
        _ if kind == DispositionKind::Near && !typed.near.is_empty() => {
            typed.faults.add(name::NEAR, text::NO_NEAR);
            return Ok(None);
        }
        _ => None,
    };
    let words = match typed.words.as_str() {
        "" => None,
        words => match words.parse::<Line>() {
            Ok(words) => Some(words),
            Err(_) => {
                typed.faults.add(name::WORDS, text::BAD_WORDS);
                return Ok(None);
            }
        },
    };
    match Settled::new(kind, near, typed.reason.parse().ok(), words) {
        Ok(settled) => Ok(Some(Some(settled))),
        Err(why) => {
            let field = match why {
                SettledError::NearWhat => name::NEAR,
                SettledError::NoReason => name::REASON,
                SettledError::NoWords => name::WORDS,
                SettledError::NotSettled => name::WHAT,
            };
            typed.faults.add(field, text::wrong(why));
            Ok(None)
        }
    }
}
