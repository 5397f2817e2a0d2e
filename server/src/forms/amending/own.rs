//! What is done to an amendment from its own page: signed, taken back, other words accepted.

use app::failure::Failure;
use app::pages::amending::{act as asks, name};
use app::routes::{AmendingRoute, Route};
use axum::extract::Path;
use axum::response::Response;

use super::{signature, writer};
use crate::forms::Posted;
use crate::forms::fields::{Fields, said};
use crate::pages::Refusal;
use crate::pages::amending::{DONE, NOT_DONE};
use crate::voting::{Acts, idle};

/// Does it, then shows the amendment.
pub async fn act(Path((slug, number)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    match acted(&posted, &slug, &number).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn acted(posted: &Posted<Fields>, slug: &str, number: &str) -> Result<Response, Refusal> {
    let visit = &posted.visit;
    let (mut reading, congress) = visit.readable(slug).await?;
    let member = writer(visit, &congress)?;
    let number = number.parse().map_err(|_| Failure::NoPage)?;
    let line = reading.amendment(congress.id, number).await?.ok_or(Failure::NoPage)?;
    drop(reading);
    let is_author = line.author == Some(member.id);
    let asked = said(&posted.fields, name::ACT);
    if matches!(asked.as_str(), asks::WITHDRAW | asks::ACCEPT | asks::DECLINE) && !is_author {
        return Err(Failure::NotAllowed(congress.slug).into());
    }
    let (now, id) = (visit.now(), (congress.id, line.id));
    let acts = Acts { state: &visit.state, congress: &congress, by: member.id, now };
    let mut touched = Vec::new();
    let mut work = visit.state.storage.write().await?;
    let done = match asked.as_str() {
        asks::COSIGN => work.cosign(line.id, (member.id, &signature(&member)), now).await?,
        asks::STOP => work.stop_cosigning(line.id, member.id).await?,
        asks::ACCEPT | asks::DECLINE => {
            work.answer_rewrite(id, asked == asks::ACCEPT, (now, member.id)).await?
        }
        asks::WITHDRAW => {
            let done = work.withdraw_amendment(congress.id, line.id, now).await?;
            if done {
                touched = idle(&acts, &mut work).await?;
            }
            done
        }
        _ => return Err(Failure::BadForm.into()),
    };
    if done {
        work.save().await?;
        acts.refresh(&touched);
    }
    let to = Route::Amending(&congress.slug, AmendingRoute::One(line.number));
    Ok(visit.see_done(to, if done { DONE } else { NOT_DONE }))
}
