//! A line is corrected or removed, for ten minutes, by those who noted it.

use analysis::read::index_terms;
use app::failure::Failure;
use app::form::Faults;
use app::pages::workshops::noting::{Typed, name};
use app::text::noting as text;
use domain::contribution::ContributionNumber;
use domain::reading::NoteLine;
use domain::workshop::Noted;
use storage::{Correcting, Rewritten, Work};

use super::Acted;
use super::desk::{Desk, Filled};
use super::take::seen;
use super::typed::Input;
use crate::pages::Refusal;

/// Corrects a line.
pub async fn correct(
    desk: &Desk<'_>,
    input: &Input,
    (number, version): (ContributionNumber, u32),
) -> Result<Acted, Refusal> {
    let now = desk.visit.now();
    let again = |sentence: String| {
        Err(Box::new(Filled {
            typed: input.typed.clone(),
            faults: Faults::of(name::WORDS, sentence),
            ..Filled::default()
        }))
    };
    let noted: Noted = match input.typed.words.parse() {
        Ok(noted) => noted,
        Err(error) => return Ok(again(text::words(error))),
    };
    let (mut work, note) = held(desk, number).await?;
    if !note.may_change(now) {
        return Ok(again(text::TOO_LATE.to_owned()));
    }
    let body = noted.body().clone();
    let correcting = Correcting {
        contribution: note.own.contribution.id,
        from: version,
        stems: index_terms(body.as_str()),
        body,
        kind: input.typed.kind,
        moderation: desk.settings.moderation,
        at: now,
        by: desk.by.as_ref().map(|by| by.id),
    };
    match work.correct_note(&correcting).await? {
        Rewritten::Done => {
            work.save().await?;
            Ok(Ok(seen(desk, name::CORRECTED, &number.to_string())))
        }
        Rewritten::Stale => Ok(again(text::STALE.to_owned())),
        Rewritten::Refused => Ok(again(text::TOO_LATE.to_owned())),
    }
}

/// Removes a line: its number stays, so that sums hold.
pub async fn remove(desk: &Desk<'_>, number: ContributionNumber) -> Result<Acted, Refusal> {
    let now = desk.visit.now();
    let (mut work, note) = held(desk, number).await?;
    if note.own.contribution.state == domain::contribution::State::Withdrawn {
        // It was removed by a first click.
        return Ok(Ok(seen(desk, name::REMOVED, &number.to_string())));
    }
    if !note.may_change(now) || !work.withdraw(note.own.contribution.id, now).await? {
        let faults = Faults::of(name::WORDS, text::TOO_LATE);
        return Ok(Err(Box::new(Filled { typed: Typed::default(), faults, ..Filled::default() })));
    }
    work.save().await?;
    Ok(Ok(seen(desk, name::REMOVED, &number.to_string())))
}

/// The note of that number, if it was taken here; nobody else changes it until the unit of work ends.
async fn held(desk: &Desk<'_>, number: ContributionNumber) -> Result<(Work, NoteLine), Refusal> {
    let mut work = desk.visit.state.storage.write().await?;
    work.hold(desk.congress.id).await?;
    let note = work.note(desk.congress.id, number).await?.filter(|note| desk.holds(note));
    let slug = &desk.congress.slug;
    let note = note.ok_or_else(|| Failure::NoContribution(slug.clone(), number.to_string()))?;
    Ok((work, note))
}
