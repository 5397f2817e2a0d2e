//! One block: lent, written, its sentences accepted, its sources attached and detached, earlier words brought back.

use app::failure::Failure;
use app::form::Faults;
use app::pages::wording::block::{Between, BlockView};
use app::pages::wording::{act, block as page, history as past, name};
use app::routes::{Route, WordingRoute};
use app::text::{form, wording as text};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::id::CitationId;
use domain::member::Member;
use domain::wording::{BlockKey, BlockKind};
use storage::{Citing, NewCitation, Writing, Wrote};

use super::typed::said;
use super::{LEASE, mark, writing};
use crate::forms::Posted;
use crate::forms::staff::typed::Fields;
use crate::pages::{Page, Refusal, Visit};

/// What came back to be mended.
#[derive(Default)]
struct Again {
    typed: Option<(BlockKind, String)>,
    between: Option<Between>,
    cited: (String, String),
    faults: Faults,
}

type Outcome = Result<Result<Response, Again>, Refusal>;

/// Who acts on which block.
struct Acting<'a> {
    visit: &'a Visit,
    congress: Congress,
    staff: Member,
    key: BlockKey,
}

/// The page.
pub async fn block(visit: Visit, Path((slug, key)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, &key, Again::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, key: &str, again: Again) -> Page {
    let (mut reading, congress, staff) = writing(visit, slug).await?;
    let key: BlockKey = key.parse().map_err(|_| Failure::NoPage)?;
    let head = reading.motion_head(congress.id).await?.ok_or(Failure::NoPage)?;
    let (line, removed) = reading.block_line(congress.id, key).await?.ok_or(Failure::NoPage)?;
    if removed && again.typed.is_none() {
        return Err(Failure::NoPage.into());
    }
    let sources =
        reading.motion_sources(congress.id).await?.into_iter().filter(|of| of.block == key).collect();
    let Again { typed, between, cited, faults } = again;
    let (now, done) = (visit.now(), super::said(visit.query()));
    let view = BlockView { head, line, me: staff.id, now, sources, typed, between, cited, faults, done };
    Ok(page::document(&congress, view))
}

/// Every wording that it had.
pub async fn history(visit: Visit, Path((slug, key)): Path<(String, String)>) -> Response {
    let page = show_history(&visit, &slug, &key).await;
    visit.answer(page).await
}

async fn show_history(visit: &Visit, slug: &str, key: &str) -> Page {
    let (mut reading, congress, _) = writing(visit, slug).await?;
    let key: BlockKey = key.parse().map_err(|_| Failure::NoPage)?;
    let head = reading.motion_head(congress.id).await?.ok_or(Failure::NoPage)?;
    let lines = reading.block_revisions(congress.id, key).await?;
    if lines.is_empty() {
        return Err(Failure::NoPage.into());
    }
    Ok(past::document(&congress, head, key, lines))
}

/// Does it.
pub async fn write(
    Path((slug, key)): Path<(String, String)>,
    Posted { visit, fields }: Posted<Fields>,
) -> Response {
    match acted(&visit, &slug, &key, &fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let conflict = again.between.is_some();
            let page = show(&visit, &slug, &key, again).await;
            let status = if conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            visit.answer_with(status, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn acted(visit: &Visit, slug: &str, key: &str, fields: &Fields) -> Outcome {
    let (reading, congress, staff) = writing(visit, slug).await?;
    drop(reading);
    let key: BlockKey = key.parse().map_err(|_| Failure::NoPage)?;
    let acting = Acting { visit, congress, staff, key };
    let asked = said(fields, name::ACT);
    if let Some(version) = asked.strip_prefix(act::RESTORE).and_then(|rest| rest.strip_prefix(':')) {
        return restored(&acting, fields, version).await;
    }
    match asked {
        act::SAVE => saved(&acting, fields).await,
        act::ATTACH => attached(&acting, fields).await,
        _ => simply(&acting, fields, asked).await,
    }
}

/// What asks for nothing to be read.
async fn simply(acting: &Acting<'_>, fields: &Fields, asked: &str) -> Outcome {
    let Acting { visit, congress, staff, key } = acting;
    let now = visit.now();
    let when = (now, staff.id);
    let mut work = visit.state.storage.write().await?;
    let done = match asked {
        act::TAKE => work.take_block(congress.id, *key, staff.id, (now, now.plus_seconds(LEASE))).await?,
        act::GIVE_BACK => {
            work.give_block_back(congress.id, *key, staff.id).await?;
            true
        }
        act::ACCEPT => {
            // Browsers post line ends in two bytes.
            let sentence = said(fields, name::SENTENCE).replace("\r\n", "\n");
            work.accept_sentences(congress.id, *key, Some(&sentence), when).await?
        }
        act::ACCEPT_ALL => work.accept_sentences(congress.id, *key, None, when).await?,
        act::DETACH => match said(fields, name::CITATION).parse::<CitationId>() {
            Ok(id) => work.uncite(congress.id, id, when).await?,
            Err(_) => false,
        },
        _ => false,
    };
    work.save().await?;
    let block = Route::Wording(&congress.slug, WordingRoute::Block(*key));
    Ok(Ok(match asked {
        act::TAKE if done => visit.see(block),
        act::GIVE_BACK => visit.see_at(Route::Wording(&congress.slug, WordingRoute::Desk), &key.to_string()),
        _ => visit.see_done(block, mark(done)),
    }))
}

async fn saved(acting: &Acting<'_>, fields: &Fields) -> Outcome {
    let typed = said(fields, name::WORDS);
    let mut faults = Faults::default();
    let kind = faults.take(name::KIND, said(fields, name::KIND).parse().map_err(|_| form::CHOICE.to_owned()));
    let words = faults.take(name::WORDS, typed.parse().map_err(|error| text::wrong(&error)));
    let kept = Some((kind.unwrap_or(BlockKind::Paragraph), typed.to_owned()));
    let (Some(kind), Some(words)) = (kind, words) else {
        return Ok(Err(Again { typed: kept, faults, ..Again::default() }));
    };
    let from = said(fields, name::FROM).parse().unwrap_or(0);
    put(
        acting,
        Writing {
            congress: acting.congress.id,
            block: acting.key,
            from,
            kind,
            words,
            restores: None,
            at: acting.visit.now(),
            by: acting.staff.id,
        },
    )
    .await
}

async fn restored(acting: &Acting<'_>, fields: &Fields, version: &str) -> Outcome {
    let mut reading = acting.visit.state.storage.read().await?;
    let version = version.parse().map_err(|_| Failure::NoPage)?;
    let line = reading.revision(acting.congress.id, acting.key, version).await?.ok_or(Failure::NoPage)?;
    drop(reading);
    put(
        acting,
        Writing {
            congress: acting.congress.id,
            block: acting.key,
            from: said(fields, name::FROM).parse().unwrap_or(0),
            kind: line.kind,
            words: line.words,
            restores: Some(line.version),
            at: acting.visit.now(),
            by: acting.staff.id,
        },
    )
    .await
}

/// Writes it down, and gives the block back; where somebody came in between, both texts are shown.
async fn put(acting: &Acting<'_>, new: Writing) -> Outcome {
    let Acting { visit, congress, staff, key } = acting;
    let mut work = visit.state.storage.write().await?;
    let wrote = work.write_block(&new).await?;
    if matches!(wrote, Wrote::Done(_)) {
        work.give_block_back(congress.id, *key, staff.id).await?;
    }
    work.save().await?;
    let between = match wrote {
        Wrote::Done(_) => {
            let desk = Route::Wording(&congress.slug, WordingRoute::Block(*key));
            return Ok(Ok(visit.see_done(desk, mark(true))));
        }
        Wrote::Stale(_) => Some(Between::Stale),
        Wrote::Held(_) => Some(Between::Held),
        Wrote::Gone => Some(Between::Gone),
        Wrote::Settled => None,
    };
    let faults = if between.is_none() { Faults::of(name::WORDS, text::SETTLED) } else { Faults::default() };
    Ok(Err(Again { typed: Some((new.kind, new.words.to_string())), between, faults, ..Again::default() }))
}

async fn attached(acting: &Acting<'_>, fields: &Fields) -> Outcome {
    let Acting { visit, congress, staff, key } = acting;
    let (number, extract) = (said(fields, name::CONTRIBUTION).trim(), said(fields, name::EXTRACT).trim());
    let again = |field, sentence: &str| {
        let cited = (number.to_owned(), extract.to_owned());
        Ok(Err(Again { cited, faults: Faults::of(field, sentence), ..Again::default() }))
    };
    let Ok(stance) = said(fields, name::STANCE).parse() else { return again(name::STANCE, form::CHOICE) };
    let Ok(asked) = number.parse::<ContributionNumber>() else {
        return again(name::CONTRIBUTION, text::NO_CONTRIBUTION);
    };
    let mut reading = visit.state.storage.read().await?;
    let verbatims = reading.verbatims_to_cite(congress.id, asked).await?;
    drop(reading);
    let found = match (extract, &verbatims[..]) {
        (_, []) => return again(name::CONTRIBUTION, text::NO_CONTRIBUTION),
        ("", [(cut, quote)]) => Some((quote.verbatim, cut.span.clone())),
        ("", _) => None,
        _ => verbatims.iter().find_map(|(cut, quote)| {
            let start = cut.span.start + quote.text.find(extract)?;
            Some((quote.verbatim, start..start + extract.len()))
        }),
    };
    let Some((verbatim, span)) = found else { return again(name::EXTRACT, text::NO_EXTRACT) };
    let now = visit.now();
    let id = visit.state.draw(|entropy| CitationId::new(now, entropy));
    let new = NewCitation { id, verbatim, span, stance };
    let mut work = visit.state.storage.write().await?;
    let done = work.cite(congress.id, *key, &new, (now, staff.id)).await? == Citing::Done;
    work.save().await?;
    Ok(Ok(visit.see_done(Route::Wording(&congress.slug, WordingRoute::Block(*key)), mark(done))))
}
