//! Somebody answers about words that were noted as theirs.

use app::failure::Failure;
use app::pages::workshops::reported::ANSWER;
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;
use domain::workshop::Answer;

use super::typed::Fields;
use crate::forms::Posted;
use crate::forms::fields::value;
use crate::pages::Refusal;
use crate::signature;

/// The query string under which one's own page says that the answer was kept.
pub const ANSWERED: &str = "repondu=oui";

/// Keeps the answer: confirmed, the words are theirs, signed as they usually do.
pub async fn answer(Path((slug, number)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    match answered(&posted, &slug, number).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn answered(posted: &Posted<Fields>, slug: &str, asked: String) -> Result<Response, Refusal> {
    let visit = &posted.visit;
    let (mut reading, congress) = visit.congress(slug).await?;
    let member = visit.caller.member(&congress)?;
    let note = match asked.parse() {
        Ok(number) => reading.note(congress.id, number).await?,
        Err(_) => None,
    };
    let note = note.ok_or_else(|| Failure::NoContribution(congress.slug.clone(), asked))?;
    if note.speaker.as_ref().is_none_or(|(speaker, _)| *speaker != member.id) || note.table.is_none() {
        return Err(Failure::NotYours(congress.slug).into());
    }
    let said = value(&posted.fields, ANSWER).and_then(|code| code.parse().ok());
    let answer: Answer = said.ok_or(Failure::BadForm)?;
    drop(reading);
    let signature = signature::shown(&member, member.display);
    let mut work = visit.state.storage.write().await?;
    let id = note.own.contribution.id;
    // An answer that was given before stands.
    work.answer_note(id, member.id, answer, (member.display, &signature), visit.now()).await?;
    work.save().await?;
    Ok(visit.see_done(Route::Mine(&congress.slug), ANSWERED))
}
