//! Pages that only the author of a contribution and staff may see.

use app::failure::Failure;
use app::pages::writing::versions as page;
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::member::Role;
use domain::reading::OwnContribution;
use storage::Reading;

use super::{Page, Refusal, Visit};

/// In what quality somebody may see a contribution's own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// They wrote it.
    Author,
    /// They are staff.
    Staff,
}

/// The contribution of that number as its author and staff know it, to one of them.
///
/// # Errors
/// When there is none, somebody else asks, or the database fails.
pub async fn owned(
    visit: &Visit,
    slug: &str,
    asked: String,
) -> Result<(Reading, Congress, OwnContribution, Who), Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    let member = visit.caller.member(&congress)?;
    let own = match asked.parse() {
        Ok(number) => reading.own(congress.id, number).await?,
        Err(_) => None,
    };
    let own = own.ok_or_else(|| Failure::NoContribution(congress.slug.clone(), asked))?;
    let who = match own.author {
        Some(author) if author == member.id => Who::Author,
        _ if member.may(Role::Staff) => Who::Staff,
        _ => return Err(Failure::NotYours(congress.slug).into()),
    };
    Ok((reading, congress, own, who))
}

/// Its versions.
pub async fn list(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, number).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, number: String) -> Page {
    let (mut reading, congress, own, who) = owned(visit, slug, number).await?;
    let lines = reading.versions(own.contribution.id).await?;
    let done = reading.moderation_of(own.contribution.id).await?;
    let names = who == Who::Staff || visit.caller.staff(&congress).is_ok();
    Ok(page::document(&congress, own, lines, (done, names)))
}
