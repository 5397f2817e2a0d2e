//! « Mes contributions ».

use app::pages::writing::mine as page;
use app::pages::writing::mine::{DraftLine, MineLine, MineView};
use app::text::quote;
use axum::extract::Path;
use axum::response::Response;
use domain::analysis::Place;
use domain::congress::Congress;
use domain::contribution::Call;
use domain::id::MemberId;
use domain::reading::OwnContribution;
use std::collections::BTreeMap;
use storage::Reading;

use super::guess::guess;
use super::{Page, Refusal, Visit};
use crate::forms::noting::ANSWERED;
use crate::signature;

/// What one wrote and what becomes of it.
pub async fn list(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let member = visit.caller.member(&congress)?;
    let mut lines = Vec::new();
    for own in reading.owned_by(member.id).await? {
        lines.extend(line(visit, &mut reading, &congress, member.id, own).await?);
    }
    let drafts = reading.drafts(member.id).await?.into_iter().map(|draft| DraftLine {
        target: draft.target,
        body: draft.draft.body,
        saved_at: draft.saved_at,
    });
    let grace = reading.settings(congress.id).await?.grace_minutes;
    let view = MineView {
        reported: reading.notes_to_confirm(member.id).await?,
        signed: quote::signed(&signature::shown(&member, member.display)),
        answered: visit.query() == ANSWERED,
        drafts: drafts.collect(),
        lines,
        call: Call::at(&congress.phases, grace, visit.now()),
        now: visit.now(),
    };
    Ok(page::document(&congress, view))
}

async fn line(
    visit: &Visit,
    reading: &mut Reading,
    congress: &Congress,
    member: MemberId,
    own: OwnContribution,
) -> Result<Option<MineLine>, Refusal> {
    let Some(mut page) = reading.contribution_page(congress.id, own.contribution.number).await? else {
        return Ok(None);
    };
    if page.card.place.is_none() && own.contribution.state.is_shown() {
        page.guess = guess(&visit.state, reading, congress.id, own.written.as_str()).await?;
    }
    let path = match &page.card.place {
        Some(Place::Theme(tag)) => reading.theme_path(congress.id, tag.rank).await?,
        _ => Vec::new(),
    };
    let mut contacts = BTreeMap::new();
    let near = page.guess.iter().flat_map(|guess| &guess.nearest);
    let near = near.chain(page.verbatims.iter().flat_map(|verbatim| verbatim.neighbours.first()));
    for number in near.map(|line| line.quote.number).collect::<Vec<_>>() {
        if let Some(email) = reading.contact(congress.id, number, member).await? {
            contacts.insert(number, email);
        }
    }
    let correction = reading.correction(own.contribution.id).await?;
    Ok(Some(MineLine { own, page, path, contacts, correction }))
}
