//! An amendment written otherwise by its author, as long as members may propose.

use app::failure::Failure;
use app::form::Faults;
use app::pages::amending::form::{FormView, Typed, document};
use app::pages::amending::name;
use app::routes::{AmendingRoute, Route};
use app::text::amending as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::member::Member;
use domain::reading::AmendmentLine;
use domain::wording::Words;
use storage::{Reading, Rectifying};

use super::{Parsed, parsed, typed, writer};
use crate::forms::Posted;
use crate::forms::fields::{Fields, said};
use crate::pages::amending::{Amended, DONE, amended};
use crate::pages::{Page, Refusal, Visit};

/// What came back to be mended.
struct Again {
    typed: Typed,
    faults: Faults,
    refused: Option<&'static str>,
}

/// The form.
pub async fn ask(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, (&slug, &number), None).await;
    visit.answer(page).await
}

/// The amendment, if whoever asks is its author.
async fn own(
    visit: &Visit,
    (slug, number): (&str, &str),
) -> Result<(Reading, Congress, Member, AmendmentLine), Refusal> {
    let (mut reading, congress) = visit.readable(slug).await?;
    let member = writer(visit, &congress)?;
    let number = number.parse().map_err(|_| Failure::NoPage)?;
    let line = reading.amendment(congress.id, number).await?.ok_or(Failure::NoPage)?;
    if line.author != Some(member.id) {
        return Err(Failure::NotAllowed(congress.slug).into());
    }
    Ok((reading, congress, member, line))
}

async fn show(visit: &Visit, at: (&str, &str), again: Option<Again>) -> Page {
    let (mut reading, congress, _, line) = own(visit, at).await?;
    let Amended { motion, open, .. } = amended(&mut reading, &congress, visit.now()).await?;
    let standing = || Typed {
        words: line.proposal.change.words().map(Words::to_string).unwrap_or_default(),
        title: line.title.to_string(),
        motive: line.motive.to_string(),
        ..Typed::default()
    };
    let open = open && line.fate.state().may_rectify() && line.poll.is_none();
    let Again { typed, faults, refused } =
        again.unwrap_or_else(|| Again { typed: standing(), faults: Faults::default(), refused: None });
    let view = FormView {
        motion,
        place: line.proposal.place,
        kind: line.proposal.change.kind(),
        base: line.proposal.base.clone(),
        within: None,
        rectifies: Some((line.number, line.wording)),
        typed,
        faults,
        compares: refused.is_some(),
        refused,
        twin: None,
        open,
    };
    Ok(document(&congress, view))
}

/// Does it.
pub async fn rectify(
    Path((slug, number)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Fields>,
) -> Response {
    match rectified(&visit, (&slug, &number), &fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let status =
                if again.refused.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            let page = show(&visit, (&slug, &number), Some(again)).await;
            visit.answer_with(status, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn rectified(
    visit: &Visit,
    at: (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, Again>, Refusal> {
    let (mut reading, congress, member, line) = own(visit, at).await?;
    let Amended { open, .. } = amended(&mut reading, &congress, visit.now()).await?;
    drop(reading);
    let typed = typed(fields);
    let refuse =
        |refused| Ok(Err(Again { typed: typed.clone(), faults: Faults::default(), refused: Some(refused) }));
    if !open {
        return refuse(text::OVER);
    }
    if line.poll.is_some() || !line.fate.state().may_rectify() {
        return refuse(text::STALE);
    }
    let mut faults = Faults::default();
    let parsed = parsed(&typed, line.proposal.change.kind(), &line.proposal.base, &mut faults);
    let Some(Parsed { title, words, motive }) = parsed else {
        return Ok(Err(Again { typed, faults, refused: None }));
    };
    let from = said(fields, name::FROM).parse().unwrap_or(0);
    let new = Rectifying { id: line.id, from, title, words, motive, by: member.id, at: visit.now() };
    let mut work = visit.state.storage.write().await?;
    if !work.rectify_amendment(congress.id, &new).await? {
        return refuse(text::STALE);
    }
    work.save().await?;
    Ok(Ok(visit.see_done(Route::Amending(&congress.slug, AmendingRoute::One(line.number)), DONE)))
}
