//! Declining to take part, by the secret of a personal link, even one that doesn't open any more.

use app::failure::Failure;
use app::pages::access::decline::{BACK, Declining, document};
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::member::Member;
use storage::Reading;

use super::Posted;
use crate::access::Secret;
use crate::guard::headers::hidden;
use crate::pages::{Page, Refusal, Visit};

/// The page: it changes nothing.
pub async fn ask(visit: Visit, Path(token): Path<String>) -> Response {
    let page = async {
        let mut reading = visit.state.storage.read().await?;
        let (congress, member) = whose(&mut reading, &token).await?;
        let at = if member.declined_at.is_some() { Declining::Declined } else { Declining::Asked };
        Ok(document(&congress, &member.name, at))
    };
    let page = page.await;
    hidden(visit.answer(page).await)
}

/// Declines, or comes back on it. A mail program's own « unsubscribe » posts here too (RFC 8058).
pub async fn decline(
    Path(token): Path<String>,
    Posted { visit, fields }: Posted<Vec<(String, String)>>,
) -> Response {
    let back = fields.iter().any(|(name, _)| name == BACK);
    let page = declined(&visit, &token, back).await;
    hidden(visit.answer(page).await)
}

async fn declined(visit: &Visit, token: &str, back: bool) -> Page {
    let mut work = visit.state.storage.write().await?;
    let (congress, member) = whose(&mut work, token).await?;
    work.note_declined(member.id, (!back).then(|| visit.now())).await?;
    work.save().await?;
    Ok(document(&congress, &member.name, if back { Declining::Back } else { Declining::Declined }))
}

/// Whose secret that is, in which congress.
pub(super) async fn whose(reading: &mut Reading, token: &str) -> Result<(Congress, Member), Refusal> {
    let secret = Secret::read(token).ok_or(Failure::DeadLink)?;
    let link = reading.link(&secret.hash()).await?.ok_or(Failure::DeadLink)?;
    let congress = reading.congress_of(link.member.congress).await?;
    Ok((congress, link.member))
}
