//! Adding a person.

use app::form::Faults;
use app::pages::members::{Who, name, new};
use app::routes::Route;
use app::text::members::one as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::member::{Member, MemberAct};
use std::collections::BTreeSet;
use storage::NewMember;

use super::note;
use super::typed::{Fields, Parsed, who};
use crate::forms::Posted;
use crate::member::{erased_as, new_member};
use crate::pages::{Page, Refusal, Visit};

/// The page.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, Who::default(), Faults::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, who: Who, faults: Faults) -> Page {
    let (_, congress) = visit.congress(slug).await?;
    let staff = visit.caller.staff(&congress)?;
    Ok(new::document(&congress, &staff, who, faults))
}

/// Adds the person.
pub async fn add(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    let who = who(&fields);
    match added(&visit, &slug, &who).await {
        Ok(Ok(response)) => response,
        Ok(Err(faults)) => {
            let page = show(&visit, &slug, who, faults).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn added(visit: &Visit, slug: &str, who: &Who) -> Result<Result<Response, Faults>, Refusal> {
    let (_, congress) = visit.congress(slug).await?;
    let staff = visit.caller.staff(&congress)?;
    let parsed = match Parsed::read(who, &staff, &BTreeSet::new()) {
        Ok(parsed) => parsed,
        Err(faults) => return Ok(Err(faults)),
    };
    let new = to_add(visit, &congress, parsed);
    let mut work = visit.state.storage.write().await?;
    let erased = erased_as(&mut work, &new.member).await?;
    let act = match &erased {
        None => MemberAct::Added,
        Some(key) if who.returns => {
            work.let_back(congress.id, key).await?;
            MemberAct::Returned
        }
        Some(_) => return Ok(Err(Faults::of(name::RETURNS, text::ERASED))),
    };
    if !work.add_member(&new).await? {
        return Ok(Err(Faults::of(name::NAME, text::KNOWN)));
    }
    note(visit, &mut work, (&staff, &new.member), act, None).await?;
    work.save().await?;
    Ok(Ok(visit.see(Route::Member(&congress.slug, new.member.id))))
}

fn to_add(visit: &Visit, congress: &Congress, parsed: Parsed) -> NewMember {
    let now = visit.now();
    let id = visit.state.draw(|entropy| MemberId::new(now, entropy));
    new_member(Member {
        mandate: parsed.mandate,
        college: parsed.college,
        email: parsed.email,
        telephone: parsed.telephone,
        roles: parsed.roles,
        ..Member::added((id, congress.id), parsed.name, now)
    })
}
