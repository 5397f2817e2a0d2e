//! Proposing an amendment: starting from a block's words, or from those of another amendment.

use app::failure::Failure;
use app::form::Faults;
use app::pages::amending::form::{FormView, Typed, document};
use app::pages::amending::{FIRST, name};
use app::routes::{AmendingRoute, Route};
use app::text::{amending as text, form};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use domain::amendment::{AmendmentKind, AmendmentNumber, Change, Place, Proposal};
use domain::congress::Congress;
use domain::id::AmendmentId;
use domain::reading::PublishedMotion;
use domain::wording::{BlockKey, Stage, VersionNumber, Words};
use storage::{NewAmendment, Reading};

use super::{Parsed, is_kept, parsed, signature, typed, writer};
use crate::forms::Posted;
use crate::forms::fields::{Fields, said};
use crate::pages::amending::{Amended, SENT, amended};
use crate::pages::{Page, Refusal, Visit};

/// What came back to be mended.
#[derive(Default)]
struct Again {
    typed: Typed,
    faults: Faults,
    refused: Option<&'static str>,
    compares: bool,
    twin: Option<AmendmentNumber>,
}

/// The form.
pub async fn ask(visit: Visit, Path(slug): Path<String>) -> Response {
    let query = Query::try_from_uri(&visit.uri).map(|Query(fields)| fields).unwrap_or_default();
    let page = show(&visit, &slug, &query, None).await;
    visit.answer(page).await
}

/// Where the form is about, as its fields or its address say.
fn place(fields: &Fields) -> Result<(Place, AmendmentKind), Refusal> {
    let within = said(fields, name::WITHIN);
    if !within.is_empty() {
        let parent = within.parse().map_err(|_| Failure::NoPage)?;
        return Ok((Place::Within(parent), AmendmentKind::Replace));
    }
    let kind = match said(fields, name::KIND).as_str() {
        "" => AmendmentKind::Replace,
        code => code.parse().map_err(|_| Failure::NoPage)?,
    };
    let block = said(fields, name::BLOCK);
    let key = || block.parse::<BlockKey>().map_err(|_| Failure::NoPage);
    Ok(match kind {
        AmendmentKind::Insert if block.is_empty() || block == FIRST => (Place::Behind(None), kind),
        AmendmentKind::Insert => (Place::Behind(Some(key()?)), kind),
        AmendmentKind::Replace | AmendmentKind::Delete => (Place::At(key()?), kind),
    })
}

/// The words that stand there; none: nothing does (any more).
async fn base(
    reading: &mut Reading,
    (congress, motion): (&Congress, &PublishedMotion),
    place: Place,
) -> Result<Option<String>, Refusal> {
    let of = |key: BlockKey| motion.blocks.iter().find(|block| block.key == key);
    Ok(match place {
        Place::At(key) => of(key).map(|block| block.words.clone()),
        Place::Behind(None) => Some(String::new()),
        Place::Behind(Some(key)) => of(key).map(|_| String::new()),
        Place::Within(parent) => {
            let parent = reading.amendment(congress.id, parent).await?;
            let live = parent
                .filter(|of| of.fate.state().is_live() && !matches!(of.proposal.place, Place::Within(_)));
            live.and_then(|of| of.proposal.change.words().map(Words::to_string))
        }
    })
}

async fn show(visit: &Visit, slug: &str, fields: &Fields, again: Option<Again>) -> Page {
    let (mut reading, congress) = visit.readable(slug).await?;
    writer(visit, &congress)?;
    let Amended { motion, open, .. } = amended(&mut reading, &congress, visit.now()).await?;
    let (place, kind) = place(fields)?;
    let base = base(&mut reading, (&congress, &motion), place).await?;
    if base.is_none() && again.is_none() {
        return Err(Failure::NoPage.into());
    }
    let base = base.unwrap_or_default();
    let within = match place {
        Place::Within(parent) => reading.amendment(congress.id, parent).await?.map(|of| of.wording),
        Place::At(_) | Place::Behind(_) => None,
    };
    let Again { typed, faults, refused, compares, twin } = again.unwrap_or_else(|| {
        let key = visit.state.draw(|entropy| AmendmentId::new(visit.now(), entropy)).to_string();
        Again { typed: Typed { key, words: base.clone(), ..Typed::default() }, ..Again::default() }
    });
    let view = FormView {
        motion,
        place,
        kind,
        base,
        within,
        rectifies: None,
        typed,
        faults,
        refused,
        compares,
        twin,
        open,
    };
    Ok(document(&congress, view))
}

/// Hands it in.
pub async fn propose(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    match proposed(&visit, &slug, &fields).await {
        Ok(Ok(response)) => response,
        Ok(Err((status, again))) => {
            let page = show(&visit, &slug, &fields, Some(again)).await;
            visit.answer_with(status, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

type Outcome = Result<Result<Response, (StatusCode, Again)>, Refusal>;

async fn proposed(visit: &Visit, slug: &str, fields: &Fields) -> Outcome {
    let (mut reading, congress) = visit.readable(slug).await?;
    let member = writer(visit, &congress)?;
    let now = visit.now();
    let (place, kind) = place(fields)?;
    let typed = typed(fields);
    let id: AmendmentId = typed.key.parse().map_err(|_| Failure::BadForm)?;
    let Amended { motion, stage, open, .. } = amended(&mut reading, &congress, now).await?;
    let lines = reading.amendments(congress.id).await?;
    let see = |number| visit.see_done(Route::Amending(&congress.slug, AmendingRoute::One(number)), SENT);
    let new = |proposal, Parsed { title, motive, .. }: Parsed| NewAmendment {
        id,
        congress: congress.id,
        version: motion.line.number,
        proposal,
        title,
        motive,
        author: Some(member.id),
        signature: signature(&member),
        is_oral: false,
        by: member.id,
        at: now,
    };
    let used = || {
        let key = visit.state.draw(|entropy| AmendmentId::new(now, entropy)).to_string();
        let typed = Typed { key, ..typed.clone() };
        Ok(Err((StatusCode::CONFLICT, Again { typed, refused: Some(text::USED), ..Again::default() })))
    };
    // A second click, or one after the deadline of what was handed in before it, finds it done.
    if let Some(known) = lines.iter().find(|line| line.id == id) {
        let base = known.proposal.base.clone();
        let mut faults = Faults::default();
        let again =
            asked(&typed, (place, kind), base, &mut faults).map(|(proposal, parsed)| new(proposal, parsed));
        return match again {
            Some(again) if is_kept(&mut reading, known.number, &again).await? => Ok(Ok(see(known.number))),
            _ => used(),
        };
    }
    let conflict = |refused, compares| {
        Ok(Err((
            StatusCode::CONFLICT,
            Again { typed: typed.clone(), refused: Some(refused), compares, ..Again::default() },
        )))
    };
    if !open {
        return conflict(
            if matches!(stage, Stage::Amendable | Stage::Debated) { text::OVER } else { text::NOT_OPEN },
            false,
        );
    }
    let Some(base) = base(&mut reading, (&congress, &motion), place).await? else {
        return conflict(text::GONE, false);
    };
    if let Place::Within(parent) = place {
        let parent = reading.amendment(congress.id, parent).await?.ok_or(Failure::NoPage)?;
        let read: u32 = said(fields, name::FROM).parse().unwrap_or(0);
        let wordings = reading.amendment_wordings(parent.id).await?;
        let old = wordings.into_iter().find(|of| of.number == read).and_then(|of| of.words);
        if old.is_none_or(|old| old.as_str() != base) {
            return conflict(text::PARENT_CHANGED, true);
        }
    }
    let read: VersionNumber = said(fields, name::VERSION).parse().map_err(|_| Failure::BadForm)?;
    if let (Place::At(key), true) = (place, read != motion.line.number) {
        let old = reading.published_motion(congress.id, Some(read)).await?;
        let old = old.as_ref().and_then(|of| of.blocks.iter().find(|block| block.key == key));
        if old.is_none_or(|old| old.words != base) {
            return conflict(text::REPLACED, kind == AmendmentKind::Replace);
        }
    }
    drop(reading);
    let mut faults = Faults::default();
    let Some((proposal, parsed)) = asked(&typed, (place, kind), base, &mut faults) else {
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, Again { typed, faults, ..Again::default() })));
    };
    let twin = lines.iter().find(|line| line.fate.state().is_live() && line.proposal.is_identical(&proposal));
    if let Some(twin) = twin.filter(|twin| said(fields, name::SEEN) != twin.number.to_string()) {
        let twin = Some(twin.number);
        return Ok(Err((StatusCode::CONFLICT, Again { typed, twin, ..Again::default() })));
    }
    let new = new(proposal, parsed);
    let mut work = visit.state.storage.write().await?;
    let number = work.propose_amendment(&new).await?;
    if !is_kept(&mut work, number, &new).await? {
        return used();
    }
    work.save().await?;
    Ok(Ok(see(number)))
}

/// What is asked for, if nothing is wrong with it.
fn asked(
    typed: &Typed,
    (place, kind): (Place, AmendmentKind),
    base: String,
    faults: &mut Faults,
) -> Option<(Proposal, Parsed)> {
    let block_kind = match kind {
        AmendmentKind::Insert => {
            faults.take(name::BLOCK_KIND, typed.block_kind.parse().map_err(|_| form::CHOICE.to_owned()))
        }
        _ => None,
    };
    let parsed = parsed(typed, kind, &base, faults).filter(|_| faults.is_empty())?;
    let change = match (parsed.words.clone(), block_kind) {
        (None, _) => Change::Delete,
        (Some(words), Some(kind)) => Change::Insert(kind, words),
        (Some(words), None) => Change::Replace(words),
    };
    Some((Proposal { place, base, change }, parsed))
}
