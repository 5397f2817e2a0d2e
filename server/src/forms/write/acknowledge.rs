//! The letter that acknowledges a text, written on line, by staff or on paper.

use app::letters::acknowledgement::{self, Received};
use app::routes::Route;
use domain::congress::Congress;
use domain::contribution::{ContributionNumber, State};
use domain::mail::Purpose;
use domain::member::Member;
use domain::settings::Settings;
use storage::Work;

use crate::letters::{About, To, letter};
use crate::pages::{Refusal, Visit};

/// Queues it to the author, if they have an address; `entered`: somebody else typed the text for them.
pub(in crate::forms) async fn acknowledge(
    visit: &Visit,
    work: &mut Work,
    (congress, settings): (&Congress, &Settings),
    author: &Member,
    (number, entered): (ContributionNumber, bool),
) -> Result<(), Refusal> {
    let Some(email) = &author.email else { return Ok(()) };
    let url = format!("{}{}", visit.state.public_url, Route::Received(&congress.slug, number).path());
    let received = Received { number, state: State::first(settings.moderation), entered, url };
    let words = acknowledgement::letter(congress, &settings.contact, &author.name, received, visit.now());
    let to = To { name: author.name.as_str(), email, member: author.id };
    let about = About {
        purpose: Purpose::Acknowledgement,
        key: Some(format!("{} {} {number}", Purpose::Acknowledgement.code(), congress.id)),
    };
    let new = visit.state.draw(|entropy| letter(congress, to, about, &words, (visit.now(), entropy)));
    work.queue_letter(&new).await?;
    Ok(())
}
