//! Letters of staff that each hold a personal link: a preview, then one to everybody who may get it.

use app::letters::invitation::Ways;
use app::letters::{Composed, Letter, compose};
use app::routes::Route;
use domain::congress::Congress;
use domain::member::{Member, MemberAct};
use storage::Work;

use super::note;
use crate::access::{Secret, new_link, quiet_link};
use crate::letters::{About, To, letter, ways};
use crate::pages::{Refusal, Visit};

/// The query string that says how many were sent.
pub(super) const SENT: &str = "envoyees";
/// Stands for the secret in the preview: it opens nothing.
const NO_SECRET: &str = "…";

/// Where one asks to be left alone.
fn quiet(public_url: &str, secret: &str) -> String {
    format!("{public_url}{}", Route::Quiet(secret).path())
}

/// A letter as it will be read, with links that open nothing.
pub(super) fn preview(
    visit: &Visit,
    congress: &Congress,
    words: impl FnOnce(Ways, String) -> Letter,
) -> Composed {
    let url = &visit.state.public_url;
    compose(congress, &words(ways(url, NO_SECRET), quiet(url, NO_SECRET)))
}

/// Queues the letter with a link of its own, and leaves the trace of `act`. False when it went before under the same key, or
/// when the person has no address or declined: nothing is done then.
pub(super) async fn send(
    visit: &Visit,
    work: &mut Work,
    congress: &Congress,
    (staff, member): (&Member, &Member),
    (about, words): (About, impl FnOnce(Ways, String) -> Letter),
    (act, detail): (MemberAct, Option<String>),
) -> Result<bool, Refusal> {
    let (Some(email), None) = (&member.email, member.declined_at) else { return Ok(false) };
    let (secret, alone) = (visit.state.draw(Secret::draw), visit.state.draw(Secret::draw));
    let url = &visit.state.public_url;
    let words = words(ways(url, secret.text()), quiet(url, alone.text()));
    let to = To { name: member.name.as_str(), email, member: member.id };
    let new = visit.state.draw(|entropy| letter(congress, to, about, &words, (visit.now(), entropy)));
    if !work.queue_letter(&new).await? {
        return Ok(false);
    }
    new_link(work, member.id, &secret, visit.now()).await?;
    quiet_link(work, member.id, &alone, visit.now()).await?;
    note(visit, work, (staff, member), act, detail).await?;
    Ok(true)
}
