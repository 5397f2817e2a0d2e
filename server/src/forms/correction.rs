//! The author of a text answers a correction that staff proposes.

use analysis::read::index_terms;
use app::failure::Failure;
use app::pages::moderation::correct::name;
use app::routes::Route;
use axum::extract::Path;
use axum::response::Response;
use domain::member::Member;
use domain::moderation::ModerationAct;
use serde::Deserialize;

use super::Posted;
use super::staff::moderation::{Noted, note};
use crate::pages::versions::{Who, owned};
use crate::pages::{Refusal, Visit};

/// The answer.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    correction: String,
    reponse: String,
}

/// Takes it, or doesn't want it.
pub async fn answer(
    Path((slug, number)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Answer>,
) -> Response {
    match answered(&visit, &slug, number, &fields).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn answered(visit: &Visit, slug: &str, number: String, fields: &Answer) -> Result<Response, Refusal> {
    let (reading, congress, own, who) = owned(visit, slug, number).await?;
    // Whoever proposes doesn't accept.
    if who != Who::Author {
        return Err(Failure::NotYours(congress.slug).into());
    }
    let accepts = match fields.reponse.as_str() {
        name::ACCEPT => true,
        name::REFUSE => false,
        _ => return Err(Failure::BadForm.into()),
    };
    drop(reading);
    let author = Member::clone(&*visit.caller.member(&congress)?);
    let mut work = visit.state.storage.write().await?;
    work.hold(congress.id).await?;
    // One that lapsed, or was answered by a first click, is no more there: the page says how things stand.
    let open = work.correction(own.contribution.id).await?;
    if let Some(open) = open.filter(|open| open.id.to_string() == fields.correction) {
        let act = match accepts {
            true => {
                let stems = index_terms(open.body.as_str());
                work.accept(&open, &stems, (author.id, visit.now())).await?.then_some(ModerationAct::Accepted)
            }
            false => {
                work.refuse(open.id, visit.now()).await?;
                Some(ModerationAct::Refused)
            }
        };
        if let Some(act) = act {
            let noted = Noted { act, reason: None, words: None };
            note(visit, &mut work, (&congress, &author), &own, noted).await?;
        }
    }
    work.save().await?;
    Ok(visit.see(Route::Mine(&congress.slug)))
}
