//! A text is kept for later, or thrown away; on the way a contribution close to it may be supported.

use app::form::Faults;
use app::pages::writing::form::name;
use app::routes::Route;
use app::text::writing as text;
use axum::extract::Path;
use axum::response::Response;
use domain::contribution::{ContributionNumber, Target};
use domain::id::MemberId;
use domain::time::Timestamp;
use storage::Work;

use super::again;
use super::desk::Desk;
use super::send::filled;
use super::typed::{Fields, Typed};
use crate::forms::Posted;
use crate::pages::Refusal;

/// Keeps a text for later, whether it could be sent or not, or throws it away.
pub async fn keep(Path(slug): Path<String>, posted: Posted<Fields>) -> Response {
    match Box::pin(kept(&posted, &slug)).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn kept(posted: &Posted<Fields>, slug: &str) -> Result<Response, Refusal> {
    let visit = &posted.visit;
    let (reading, desk) = Desk::open(visit, slug, None).await?;
    drop(reading);
    let typed = Typed::read(&posted.fields, desk.author.display);
    if !desk.is_of(&typed) {
        let faults = Faults::of(name::WORDS, text::NOT_YOURS);
        return Ok(again(&desk, filled(&typed, None, None, faults)));
    }
    let (member, slug) = (desk.author.id, &desk.congress.slug);
    let mut work = visit.state.storage.write().await?;
    if typed.gesture == name::THROW || typed.draft.body.trim().is_empty() {
        work.forget_draft(member, typed.target).await?;
        work.save().await?;
        return Ok(visit.see(Route::Mine(slug)));
    }
    if let Some(number) = typed.completing
        && let Some(own) = work.own(desk.congress.id, number).await?
        && own.contribution.state.is_shown()
    {
        work.support(own.contribution.id, member, visit.now()).await?;
        add_to(&mut work, (member, number), &typed, visit.now()).await?;
        work.save().await?;
        return Ok(visit.see(Route::Complete(slug, number)));
    }
    work.keep_draft(member, typed.target, &typed.draft, visit.now()).await?;
    if let Some((number, give)) = typed.supporting
        && let Some(own) = work.own(desk.congress.id, number).await?
    {
        let id = own.contribution.id;
        match give {
            true => work.support(id, member, visit.now()).await?,
            false => work.take_support_back(id, member).await?,
        }
    }
    work.save().await?;
    Ok(visit.see(match typed.target {
        Target::New => Route::Write(slug),
        Target::Complement(number) => Route::Complete(slug, number),
        Target::Change(number) => Route::Change(slug, number),
    }))
}

/// Makes of what was typed the draft of a complement. Where one was begun already, both stay as they are.
async fn add_to(
    work: &mut Work,
    (member, number): (MemberId, ContributionNumber),
    typed: &Typed,
    now: Timestamp,
) -> Result<(), Refusal> {
    let target = Target::Complement(number);
    if work.draft(member, target).await?.is_some() {
        return Ok(work.keep_draft(member, typed.target, &typed.draft, now).await?);
    }
    work.forget_draft(member, typed.target).await?;
    Ok(work.keep_draft(member, target, &typed.draft, now).await?)
}
