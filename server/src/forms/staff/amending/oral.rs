//! An amendment that was said in the room: typed, admissible, and its poll prepared, in one form.

use app::form::Faults;
use app::pages::amending::list::keys;
use app::pages::amending::oral::{OralView, Typed, document};
use app::pages::amending::{FIRST, name};
use app::routes::{AmendingRoute, Route};
use app::text::{amending as text, form, wording};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::amendment::{AmendmentKind, Change, Place, Proposal, docket};
use domain::congress::Congress;
use domain::id::AmendmentId;
use domain::member::Member;
use domain::reading::PublishedMotion;
use domain::wording::{BlockKey, BlockKind, Words};
use storage::NewAmendment;

use super::polls::{Voting, means, sitting};
use super::{judging, sittings};
use crate::forms::Posted;
use crate::forms::amending::is_kept;
use crate::forms::fields::{Fields, said, value};
use crate::forms::staff::line;
use crate::pages::amending::{Amended, ORAL_SENT, amended};
use crate::pages::{Page, Refusal, Visit};
use crate::voting::Acts;

/// What came back to be mended.
#[derive(Default)]
struct Again {
    typed: Typed,
    faults: Faults,
    refused: Option<&'static str>,
}

/// The form.
pub async fn ask(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, None).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, again: Option<Again>) -> Page {
    let (mut reading, congress, _) = judging(visit, slug).await?;
    let Amended { motion, .. } = amended(&mut reading, &congress, visit.now()).await?;
    let sittings = sittings(&mut reading, &congress).await?;
    let Again { typed, faults, refused } = again.unwrap_or_else(|| Again {
        typed: Typed { key: key(visit), ..Typed::default() },
        ..Again::default()
    });
    Ok(document(&congress, OralView { motion, sittings, typed, faults, refused }))
}

/// The id of an amendment that isn’t there yet.
fn key(visit: &Visit) -> String {
    visit.state.draw(|entropy| AmendmentId::new(visit.now(), entropy)).to_string()
}

/// Keeps it, and prepares its poll.
pub async fn type_oral(Path(slug): Path<String>, Posted { visit, fields }: Posted<Fields>) -> Response {
    match Box::pin(typed(&visit, &slug, &fields)).await {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let status =
                if again.refused.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            let page = show(&visit, &slug, Some(again)).await;
            visit.answer_with(status, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn typed(visit: &Visit, slug: &str, fields: &Fields) -> Result<Result<Response, Again>, Refusal> {
    let (mut reading, congress, staff) = judging(visit, slug).await?;
    let Amended { motion, stage, .. } = amended(&mut reading, &congress, visit.now()).await?;
    let all = sittings(&mut reading, &congress).await?;
    drop(reading);
    let of = |name: &str| said(fields, name);
    let typed = Typed {
        key: of(name::KEY),
        block: of(name::BLOCK),
        kind: of(name::KIND),
        words: value(fields, name::WORDS).unwrap_or_default().to_owned(),
        title: of(name::TITLE),
        by: of(name::BY),
        sitting: of(name::SITTING),
        means: of(name::MEANS),
    };
    let mut faults = Faults::default();
    if !stage.may_vote_amendments() {
        return Ok(Err(Again { typed, faults, refused: Some(text::NOT_VOTED) }));
    }
    let parsed = parsed(visit, (&congress, &staff, &motion), &typed, &mut faults);
    let (Some(new), true) = (parsed, faults.is_empty()) else {
        return Ok(Err(Again { typed, faults, refused: None }));
    };
    let mut work = visit.state.storage.write().await?;
    let number = work.propose_amendment(&new).await?;
    if !is_kept(&mut work, number, &new).await? {
        let typed = Typed { key: key(visit), ..typed };
        return Ok(Err(Again { typed, faults, refused: Some(text::USED) }));
    }
    work.save().await?;
    if let Some(sitting) = sitting(fields, &all) {
        let mut reading = visit.state.storage.read().await?;
        let lines: Vec<_> = reading.amendment(congress.id, number).await?.into_iter().collect();
        drop(reading);
        let acts = Acts { state: &visit.state, congress: &congress, by: staff.id, now: visit.now() };
        let voting = Voting { visit, acts: &acts, motion: &motion, sitting: &sitting, means: means(fields) };
        voting.prepare(&docket(&lines, &keys(&motion))).await?;
        visit.state.live.refresh(sitting.id);
    }
    Ok(Ok(visit.see_done(Route::Amending(&congress.slug, AmendingRoute::Judge(number)), ORAL_SENT)))
}

fn parsed(
    visit: &Visit,
    (congress, staff, motion): (&Congress, &Member, &PublishedMotion),
    typed: &Typed,
    faults: &mut Faults,
) -> Option<NewAmendment> {
    let kind = faults.take(name::KIND, typed.kind.parse().map_err(|_| form::CHOICE.to_owned()));
    let title = faults.take(name::TITLE, line(&typed.title));
    let by = faults.take(name::BY, line(&typed.by));
    let key: Option<BlockKey> = typed.block.parse().ok().filter(|key| keys(motion).contains(key));
    let first = typed.block == FIRST && kind == Some(AmendmentKind::Insert);
    if key.is_none() && !first {
        faults.add(name::BLOCK, form::CHOICE);
    }
    let base =
        motion.blocks.iter().find(|of| Some(of.key) == key).map(|of| of.words.clone()).unwrap_or_default();
    let proposal = proposed(kind?, key, base, &typed.words, faults)?;
    let id = faults.take(name::KEY, typed.key.parse().map_err(|_| form::CHOICE.to_owned()));
    Some(NewAmendment {
        id: id?,
        congress: congress.id,
        version: motion.line.number,
        proposal,
        title: title?,
        motive: text::ORAL_MOTIVE.parse().ok()?,
        author: None,
        signature: by?.to_string(),
        is_oral: true,
        by: staff.id,
        at: visit.now(),
    })
}

fn proposed(
    kind: AmendmentKind,
    key: Option<BlockKey>,
    base: String,
    typed: &str,
    faults: &mut Faults,
) -> Option<Proposal> {
    let mut read = |words: &str| -> Option<Words> {
        faults.take(name::WORDS, words.parse().map_err(|error| wording::wrong(&error)))
    };
    Some(match kind {
        AmendmentKind::Delete => Proposal { place: Place::At(key?), base, change: Change::Delete },
        AmendmentKind::Insert => {
            let change = Change::Insert(BlockKind::Paragraph, read(typed)?);
            Proposal { place: Place::Behind(key), base: String::new(), change }
        }
        AmendmentKind::Replace => {
            let words = match swapped(&base, typed) {
                Ok(words) => read(&words)?,
                Err(()) => {
                    faults.add(name::WORDS, text::NOT_THERE);
                    return None;
                }
            };
            if words.as_str() == base {
                faults.add(name::WORDS, text::UNCHANGED);
            }
            Proposal { place: Place::At(key?), base, change: Change::Replace(words) }
        }
    })
}

/// The words of a block once « old → new » is done to them; words without an arrow are the whole. An error where the old ones
/// aren't there, or more than once: an amendment is never put where it may not be meant.
fn swapped(base: &str, typed: &str) -> Result<String, ()> {
    let one_line = !typed.trim().contains('\n');
    let Some((old, new)) = typed.split_once('→').or(typed.split_once("->")).filter(|_| one_line) else {
        return Ok(typed.to_owned());
    };
    let (old, new) = (domain::wording::clean(old), new.trim());
    match base.matches(&old).count() {
        1 if !old.is_empty() => Ok(base.replacen(&old, new, 1)),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_words_are_enough_where_they_can_mean_one_place_only() {
        let base = "La fibre s’arrête au pont, et le mobile au pont aussi. Rien ne passe.";
        assert_eq!(
            swapped(base, "Rien ne → Tout").as_deref(),
            Ok("La fibre s’arrête au pont, et le mobile au pont aussi. Tout passe.")
        );
        assert_eq!(swapped(base, "au pont → au quai"), Err(()), "which one?");
        assert_eq!(swapped(base, "au gué → au quai"), Err(()));
        assert_eq!(swapped(base, " → au quai"), Err(()));
        assert_eq!(swapped(base, "Tout autre chose.").as_deref(), Ok("Tout autre chose."));
        assert_eq!(swapped(base, "L'eau -> Le feu"), Err(()));
    }
}
