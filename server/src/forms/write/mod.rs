//! Writing on line: the form, and what is posted from it.

mod acknowledge;
mod change;
mod desk;
mod draft;
mod near;
mod send;
mod typed;

use app::Document;
use app::form::Faults;
use app::pages::writing::form::{self, WriteView};
use app::pages::writing::shut;
use app::routes::{asked, field};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::contribution::{Call, Contribution, ContributionNumber, Draft, Target, Written};
use storage::Reading;

pub(in crate::forms) use acknowledge::acknowledge;
pub use change::{change, save};
pub use draft::keep;
pub use near::near;
pub use send::send;

use self::desk::{Desk, Filled};
use crate::pages::closest::close_ones;
use crate::pages::{Page, Refusal, Visit};

/// The form, with what was begun; to those who come before or after the call, its dates.
pub async fn show(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = Box::pin(filled_in(&visit, &slug)).await;
    visit.answer(page).await
}

async fn filled_in(visit: &Visit, slug: &str) -> Page {
    let on_behalf = asked(visit.query(), field::FOR).map(|id| id.parse().ok());
    let (mut reading, desk) = Desk::open(visit, slug, on_behalf).await?;
    if on_behalf.is_none() && asked(visit.query(), field::BLANK).is_some() {
        return Ok(blank(&desk));
    }
    let completes = match asked(visit.query(), field::COMPLEMENT).and_then(|number| number.parse().ok()) {
        Some(number) => completed(&mut reading, &desk, number).await?,
        None => None,
    };
    let target = completes.as_ref().map_or(Target::New, |of| Target::Complement(of.number));
    let draft = match &desk.entered_by {
        None => reading.draft(desk.author.id, target).await?,
        Some(_) => None,
    };
    let begun = draft.as_ref().map(|draft| draft.begun_at);
    let still = begun.is_some_and(|begun| desk.call.takes(begun));
    if !desk.call.is_open() && !still {
        return Ok(shut::document(&desk.congress, desk.call, draft.map(|kept| kept.draft.body)));
    }
    let close = match &draft {
        Some(draft) if target == Target::New && draft.draft.body.parse::<Written>().is_ok() => {
            close_ones(visit, &mut reading, (desk.congress.id, desk.author.id), &draft.draft.body).await?
        }
        _ => Vec::new(),
    };
    let view = desk.view(Filled {
        target,
        kept_at: draft.as_ref().map(|draft| draft.saved_at),
        typed: draft.map_or_else(|| empty(&desk), |draft| draft.draft),
        key: None,
        begun,
        version: 0,
        completes,
        faults: Faults::default(),
        close,
        warned: false,
    });
    Ok(form::document(&desk.congress, view))
}

/// The form that devices keep: no draft is in it, no key, and nothing that ages.
fn blank(desk: &Desk<'_>) -> Document {
    if !desk.call.is_open() {
        return shut::document(&desk.congress, desk.call, None);
    }
    let view = desk.view(Filled {
        target: Target::New,
        typed: empty(desk),
        key: Some(String::new()),
        begun: None,
        version: 0,
        kept_at: None,
        completes: None,
        faults: Faults::default(),
        close: Vec::new(),
        warned: false,
    });
    form::document(&desk.congress, WriteView { blank: true, ..view })
}

fn empty(desk: &Desk<'_>) -> Draft {
    Draft { body: String::new(), kind: None, areas: Vec::new(), display: desk.author.display }
}

/// The contribution of that number, if it is shown to whoever writes.
async fn completed(
    reading: &mut Reading,
    desk: &Desk<'_>,
    number: ContributionNumber,
) -> Result<Option<Contribution>, Refusal> {
    let own = reading.own(desk.congress.id, number).await?;
    Ok(own.map(|own| own.contribution).filter(|of| of.state.is_shown()))
}

/// The same page again with what is wrong.
fn again(desk: &Desk<'_>, filled: Filled) -> Response {
    unprocessable(desk.visit.page(form::document(&desk.congress, desk.view(filled))))
}

/// The words that came too late, for copying.
fn too_late(desk: &Desk<'_>, call: Call, words: String) -> Response {
    unprocessable(desk.visit.page(shut::document(&desk.congress, call, Some(words))))
}

fn unprocessable(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}
