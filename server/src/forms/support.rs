//! « Moi aussi », given and taken back.

use app::components::support::field;
use app::failure::Failure;
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;
use domain::contribution::ContributionNumber;

use super::Posted;
use super::fields::{Fields, value};
use crate::pages::Refusal;

/// Gives or takes back, then shows the page where it was asked, at the same place.
pub async fn support(Path((slug, number)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    match done(&posted, &slug, number).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn done(posted: &Posted<Fields>, slug: &str, asked: String) -> Result<Response, Refusal> {
    let visit = &posted.visit;
    let (mut reading, congress) = visit.congress(slug).await?;
    let member = visit.caller.member(&congress)?;
    if !member.may_write() {
        return Err(Failure::NotAllowed(congress.slug).into());
    }
    let own = match asked.parse() {
        Ok(number) => reading.own(congress.id, number).await?,
        Err(_) => None,
    };
    let own = own.ok_or_else(|| Failure::NoContribution(congress.slug.clone(), asked))?;
    drop(reading);
    let value = |name: &str| value(&posted.fields, name);
    let (id, number) = (own.contribution.id, own.contribution.number);
    let mut work = visit.state.storage.write().await?;
    match value(field::GESTURE) {
        Some(field::GIVE) => work.support(id, member.id, visit.now()).await?,
        Some(field::TAKE_BACK) => work.take_support_back(id, member.id).await?,
        _ => return Err(Failure::BadForm.into()),
    }
    work.save().await?;
    let back: Option<ContributionNumber> = value(field::BACK_TO).and_then(|number| number.parse().ok());
    Ok(match back {
        Some(back) => visit.see_at(Route::Received(&congress.slug, back), &number.to_string()),
        None => visit.see_at(Route::Contribution(&congress.slug, number), "soutiens"),
    })
}
