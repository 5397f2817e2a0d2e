//! A text that was sent is changed.

use analysis::read::index_terms;
use app::failure::Failure;
use app::form::Faults;
use app::pages::writing::form::{self, name};
use app::pages::writing::shut;
use app::routes::Route;
use app::text::writing as text;
use axum::extract::Path;
use axum::response::Response;
use domain::contribution::{Act, Draft, Target, Written};
use domain::reading::OwnContribution;
use storage::{Reading, Rewriting, Rewritten};

use super::desk::{Desk, Filled};
use super::typed::{Fields, Typed};
use super::{again, too_late};
use crate::forms::Posted;
use crate::pages::versions::{Who, owned};
use crate::pages::{Page, Refusal, Visit};

/// The form with the words as they are, or as a draft has them.
pub async fn change(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = filled_in(&visit, &slug, number).await;
    visit.answer(page).await
}

async fn filled_in(visit: &Visit, slug: &str, number: String) -> Page {
    let (mut reading, desk, own) = open(visit, slug, number).await?;
    let target = Target::Change(own.contribution.number);
    let draft = reading.draft(desk.author.id, target).await?;
    let begun = draft.as_ref().map(|draft| draft.begun_at);
    if !desk.call.takes(begun.unwrap_or_else(|| visit.now())) {
        return Ok(shut::document(&desk.congress, desk.call, draft.map(|kept| kept.draft.body)));
    }
    let written = Draft {
        body: own.written.as_str().to_owned(),
        kind: own.contribution.kind,
        areas: ranks(&desk, &own),
        display: own.display.unwrap_or(desk.author.display),
    };
    let view = desk.view(Filled {
        target,
        kept_at: draft.as_ref().map(|draft| draft.saved_at),
        typed: draft.map_or(written, |draft| draft.draft),
        key: None,
        begun,
        version: own.contribution.version,
        completes: None,
        faults: Faults::default(),
        close: Vec::new(),
        warned: false,
    });
    Ok(form::document(&desk.congress, view))
}

fn ranks(desk: &Desk<'_>, own: &OwnContribution) -> Vec<u32> {
    let known = (1_u32..).zip(&desk.areas);
    known.filter(|(_, name)| own.contribution.areas.contains(name)).map(|(rank, _)| rank).collect()
}

/// The desk of whoever wrote the contribution of that number, which must be one that can still be changed.
async fn open<'v>(
    visit: &'v Visit,
    slug: &str,
    number: String,
) -> Result<(Reading, Desk<'v>, OwnContribution), Refusal> {
    let (_, congress, own, who) = owned(visit, slug, number).await?;
    let on_behalf = match who {
        Who::Author => None,
        Who::Staff if own.entered_by.is_some() => Some(own.author),
        Who::Staff => return Err(Failure::NotYours(congress.slug).into()),
    };
    let (reading, desk) = Desk::open(visit, slug, on_behalf).await?;
    if own.life.state().after(Act::Rewrite(desk.settings.moderation)).is_none() {
        return Err(Failure::NotNow(congress.slug, own.contribution.number).into());
    }
    Ok((reading, desk, own))
}

/// Writes a new version.
pub async fn save(Path((slug, number)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    match Box::pin(saved(&posted, &slug, number)).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn saved(posted: &Posted<Fields>, slug: &str, number: String) -> Result<Response, Refusal> {
    let visit = &posted.visit;
    let (reading, desk, own) = open(visit, slug, number).await?;
    drop(reading);
    let number = own.contribution.number;
    let typed = Typed::read(&posted.fields, own.display.unwrap_or(desk.author.display));
    let target = Target::Change(number);
    let mut work = visit.state.storage.write().await?;
    if !desk.call.takes(typed.begun.unwrap_or_else(|| visit.now())) {
        work.keep_draft(desk.author.id, target, &typed.draft, visit.now()).await?;
        work.save().await?;
        return Ok(too_late(&desk, desk.call, typed.draft.body));
    }
    let filled = |version, fault: String| Filled {
        target,
        typed: typed.draft.clone(),
        key: typed.key.clone(),
        begun: typed.begun,
        version,
        kept_at: None,
        completes: None,
        faults: Faults::of(name::WORDS, fault),
        close: Vec::new(),
        warned: false,
    };
    let written = match typed.draft.body.parse::<Written>() {
        Ok(written) => written,
        Err(error) => return Ok(again(&desk, filled(typed.version, text::words(error)))),
    };
    if !typed.warned && typed.draft.body != own.written.as_str() && !desk.found(&typed.draft.body).is_empty()
    {
        work.keep_draft(desk.author.id, target, &typed.draft, visit.now()).await?;
        work.save().await?;
        let warned =
            Filled { warned: true, faults: Faults::default(), ..filled(typed.version, String::new()) };
        return Ok(again(&desk, warned));
    }
    match work.rewrite(&rewriting(&desk, &own, &typed, written)).await? {
        Rewritten::Done => {
            work.forget_draft(desk.author.id, target).await?;
            work.save().await?;
            let changed = Route::Contribution(&desk.congress.slug, number);
            // By the form's key the device knows that it may forget what it kept.
            Ok(match &typed.key {
                Some(key) => visit.see_at(changed, &format!("{}-{key}", name::KEY)),
                None => visit.see(changed),
            })
        }
        Rewritten::Stale => {
            let version = work.own(desk.congress.id, number).await?.map_or(0, |own| own.contribution.version);
            Ok(again(&desk, filled(version, text::STALE.to_owned())))
        }
        Rewritten::Refused => Err(Failure::NotNow(desk.congress.slug, number).into()),
    }
}

fn rewriting(desk: &Desk<'_>, own: &OwnContribution, typed: &Typed, written: Written) -> Rewriting {
    Rewriting {
        contribution: own.contribution.id,
        from: typed.version,
        stems: index_terms(written.body().as_str()),
        body: written.into(),
        kind: typed.draft.kind,
        areas: desk.area_names(&typed.draft.areas),
        display: typed.draft.display,
        signature: desk.signature(typed.draft.display),
        moderation: desk.settings.moderation,
        at: desk.visit.now(),
        by: desk.entered_by.as_ref().unwrap_or(&desk.author).id,
    }
}
