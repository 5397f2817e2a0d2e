//! What members do with amendments: propose, rectify, sign, take back.

mod own;
mod propose;
mod rectify;

pub use own::act;
pub use propose::{ask, propose};
pub use rectify::{ask as ask_rectify, rectify};

use app::failure::Failure;
use app::form::Faults;
use app::pages::amending::form::Typed;
use app::pages::amending::name;
use app::text::{amending as text, quote, wording};
use domain::amendment::{AmendmentKind, AmendmentNumber, Change, Motive};
use domain::congress::Congress;
use domain::line::Line;
use domain::member::Member;
use domain::wording::Words;
use storage::{NewAmendment, Reading};

use super::fields::{Fields, said, value};
use crate::forms::staff::line;
use crate::pages::{Refusal, Visit};
use crate::signature::shown;

/// Whoever may propose.
fn writer(visit: &Visit, congress: &Congress) -> Result<Member, Refusal> {
    let member = visit.caller.member(congress)?;
    if member.may_write() {
        Ok(Member::clone(&member))
    } else {
        Err(Failure::NotAllowed(congress.slug.clone()).into())
    }
}

/// « Soazig Tanguy, maire, Plougonvelin », as they chose to sign.
fn signature(member: &Member) -> String {
    quote::signed(&shown(member, member.display))
}

/// Whether the amendment of that number was handed in with these very words: else its form was used before, for another one. What
/// its author made of it since doesn’t count.
///
/// # Errors
/// When the database fails.
pub(crate) async fn is_kept(
    reading: &mut Reading,
    number: AmendmentNumber,
    new: &NewAmendment,
) -> Result<bool, Refusal> {
    let Some(line) = reading.amendment(new.congress, number).await? else { return Ok(false) };
    let wordings = reading.amendment_wordings(line.id).await?;
    let Some(first) = wordings.last() else { return Ok(false) };
    let block_kind = |change: &Change| match change {
        Change::Insert(kind, _) => Some(*kind),
        Change::Replace(_) | Change::Delete => None,
    };
    let (kept, asked) = (&line.proposal, &new.proposal);
    Ok(line.id == new.id
        && line.author == new.author
        && kept.place == asked.place
        && kept.change.kind() == asked.change.kind()
        && block_kind(&kept.change) == block_kind(&asked.change)
        && first.words.as_ref() == asked.change.words()
        && first.title == new.title
        && first.motive == new.motive)
}

/// What was typed, to the letter where it is words.
fn typed(fields: &Fields) -> Typed {
    let of = |name: &str| value(fields, name).unwrap_or_default().to_owned();
    Typed {
        key: said(fields, name::KEY),
        block_kind: said(fields, name::BLOCK_KIND),
        words: of(name::WORDS),
        title: of(name::TITLE),
        motive: of(name::MOTIVE),
    }
}

/// A title, words unless it deletes, and a reason.
struct Parsed {
    title: Line,
    words: Option<Words>,
    motive: Motive,
}

/// The same, if nothing is wrong with it; words that change nothing of `base` are.
fn parsed(typed: &Typed, kind: AmendmentKind, base: &str, faults: &mut Faults) -> Option<Parsed> {
    let words = match kind {
        AmendmentKind::Delete => Some(None),
        _ => {
            let words = typed.words.parse().map_err(|error| wording::wrong(&error));
            let words = words.and_then(|words: Words| match words.as_str() == base {
                true => Err(text::UNCHANGED.to_owned()),
                false => Ok(Some(words)),
            });
            faults.take(name::WORDS, words)
        }
    };
    let title = faults.take(name::TITLE, line(&typed.title));
    let motive = faults.take(name::MOTIVE, typed.motive.parse().map_err(text::wrong_motive));
    Some(Parsed { words: words?, title: title?, motive: motive? })
}
