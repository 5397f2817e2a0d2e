//! Staff proposes a correction of spelling to the author of a text.

use app::failure::Failure;
use app::form::Faults;
use app::letters::moderation as letters;
use app::pages::moderation::correct::{self as page, name};
use app::routes::Route;
use app::text::moderation::correction as text;
use app::text::writing;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::contribution::{Act, Written};
use domain::id::CorrectionId;
use domain::member::Member;
use domain::moderation::{Correction, ModerationAct};
use domain::reading::OwnContribution;
use domain::settings::Moderation;
use serde::Deserialize;
use storage::Reading;

use super::moderation::{Noted, note, send};
use crate::forms::Posted;
use crate::pages::{Page, Refusal, Visit};

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Proposing {
    texte: String,
    version: String,
}

/// The page.
pub async fn read(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, number, None).await;
    visit.answer(page).await
}

/// The page; `again` is what was typed and what is wrong with it.
async fn show(visit: &Visit, slug: &str, number: String, again: Option<(Option<String>, String)>) -> Page {
    let (mut reading, congress, own, _) = correctable(visit, slug, number).await?;
    let open = reading.correction(own.contribution.id).await?;
    let written = own.written.as_str().to_owned();
    let (typed, faults) = match again {
        Some((typed, fault)) => (typed.unwrap_or(written), Faults::of(name::WORDS, fault)),
        None => (written, Faults::default()),
    };
    Ok(page::document(&congress, own, typed, open, faults))
}

/// A text that staff may correct: its author is there to answer, and it can still be changed.
async fn correctable(
    visit: &Visit,
    slug: &str,
    asked: String,
) -> Result<(Reading, Congress, OwnContribution, Member), Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let own = match asked.parse() {
        Ok(number) => reading.own(congress.id, number).await?,
        Err(_) => None,
    };
    let own = own.ok_or_else(|| Failure::NoContribution(congress.slug.clone(), asked))?;
    if own.author.is_none() || own.life.state().after(Act::Rewrite(Moderation::After)).is_none() {
        return Err(Failure::NotNow(congress.slug, own.contribution.number).into());
    }
    Ok((reading, congress, own, staff))
}

/// Proposes it.
pub async fn propose(
    Path((slug, number)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Proposing>,
) -> Response {
    match Box::pin(proposed(&visit, &slug, number.clone(), &fields)).await {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = show(&visit, &slug, number, Some(again)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn proposed(
    visit: &Visit,
    slug: &str,
    number: String,
    fields: &Proposing,
) -> Result<Result<Response, (Option<String>, String)>, Refusal> {
    let (reading, congress, own, staff) = correctable(visit, slug, number).await?;
    drop(reading);
    let typed = || Some(fields.texte.replace('\0', "\u{fffd}"));
    let written = match fields.texte.parse::<Written>() {
        Ok(written) => written,
        Err(error) => return Ok(Err((typed(), writing::words(error)))),
    };
    let mut work = visit.state.storage.write().await?;
    work.hold(congress.id).await?;
    let Some(own) = work.own(congress.id, own.contribution.number).await? else {
        return Err(Failure::NotNow(congress.slug, own.contribution.number).into());
    };
    if fields.version.parse() != Ok(own.contribution.version) {
        return Ok(Err((None, text::STALE.to_owned())));
    }
    if written.body() == &own.written {
        return Ok(Err((typed(), text::SAME.to_owned())));
    }
    let to = Route::Contribution(&congress.slug, own.contribution.number);
    let open = work.correction(own.contribution.id).await?;
    if open.is_some_and(|open| &open.body == written.body()) {
        // A second click.
        return Ok(Ok(visit.see(to)));
    }
    let now = visit.now();
    let correction = Correction {
        id: visit.state.draw(|entropy| CorrectionId::new(now, entropy)),
        contribution: own.contribution.id,
        version: own.contribution.version,
        body: written.into(),
        proposed_at: now,
        proposed_by: Some(staff.id),
    };
    work.propose(&correction).await?;
    let noted = Noted { act: ModerationAct::Proposed, reason: None, words: None };
    note(visit, &mut work, (&congress, &staff), &own, noted).await?;
    if let Some(author) = own.author
        && let Some(author) = work.member(author).await?
    {
        let url = format!("{}{}", visit.state.public_url, Route::Mine(&congress.slug).path());
        let words = letters::corrected(&author.name, own.contribution.number, url);
        send(visit, &mut work, &congress, &author, &words).await?;
    }
    work.save().await?;
    Ok(Ok(visit.see(to)))
}
