//! What is done to one text, its trace, and the letter to its author: one unit of work.

use analysis::read::index_terms;
use app::letters::Letter;
use app::letters::moderation::{self as letters, Hidden};
use app::routes::Route;
use domain::congress::Congress;
use domain::contribution::{Act, Call, ContributionNumber, Life, State};
use domain::id::ModerationEventId;
use domain::mail::Purpose;
use domain::member::Member;
use domain::moderation::{HidingReason, ModerationAct, ModerationEvent};
use domain::reading::OwnContribution;
use domain::settings::{Moderation, Settings};
use storage::{Hiding, Work};

use crate::letters::{About, To, letter};
use crate::pages::{Refusal, Visit};

/// What staff does.
pub struct Doing<'a> {
    /// Who asks.
    pub visit: &'a Visit,
    /// The congress.
    pub congress: &'a Congress,
    /// What it decided.
    pub settings: &'a Settings,
    /// Whoever does it.
    pub staff: &'a Member,
    /// What.
    pub act: ModerationAct,
    /// Why, where it hides.
    pub reason: Option<HidingReason>,
    /// The same in words.
    pub words: &'a str,
}

/// Does it to a text, if it is still what was read and if it can be done. False when nothing was done.
pub async fn do_to(
    doing: &Doing<'_>,
    work: &mut Work,
    (number, version): (ContributionNumber, u32),
) -> Result<bool, Refusal> {
    let Some(own) = work.own(doing.congress.id, number).await? else { return Ok(false) };
    if own.contribution.version != version || !changed(doing, work, &own).await? {
        return Ok(false);
    }
    work.note_read(own.contribution.id).await?;
    let hides = doing.act == ModerationAct::Hidden;
    note(
        doing.visit,
        work,
        (doing.congress, doing.staff),
        &own,
        Noted {
            act: doing.act,
            reason: doing.reason.filter(|_| hides),
            words: Some(doing.words).filter(|words| hides && !words.is_empty()),
        },
    )
    .await?;
    tell(doing, work, &own).await?;
    Ok(true)
}

/// What is written down.
#[derive(Clone, Copy, Debug)]
pub struct Noted<'a> {
    /// What.
    pub act: ModerationAct,
    /// Why.
    pub reason: Option<HidingReason>,
    /// In words.
    pub words: Option<&'a str>,
}

/// Writes down what was done about a text, and by whom.
pub async fn note(
    visit: &Visit,
    work: &mut Work,
    (congress, by): (&Congress, &Member),
    own: &OwnContribution,
    noted: Noted<'_>,
) -> Result<(), Refusal> {
    let at = visit.now();
    let event = ModerationEvent {
        id: visit.state.draw(|entropy| ModerationEventId::new(at, entropy)),
        congress: congress.id,
        contribution: own.contribution.id,
        version: own.contribution.version,
        act: noted.act,
        reason: noted.reason,
        words: noted.words.map(str::to_owned),
        by: Some(by.id),
        at,
    };
    Ok(work.note_moderation(&event).await?)
}

/// Whether anything changed: a second click finds it done.
async fn changed(doing: &Doing<'_>, work: &mut Work, own: &OwnContribution) -> Result<bool, Refusal> {
    let (id, now) = (own.contribution.id, doing.visit.now());
    Ok(match (doing.act, doing.reason) {
        (ModerationAct::Hidden, Some(reason)) => {
            let same = matches!(&own.life, Life::Hidden { reason: was, why, .. } if *was == reason && why == doing.words);
            !same && work.hide(id, Hiding { reason, words: doing.words }, now).await?
        }
        (ModerationAct::Published, _) => work.publish(id, &index_terms(own.written.as_str()), now).await?,
        (ModerationAct::Read, _) => own.life.state() == State::Published && work.note_read(id).await?,
        _ => false,
    })
}

/// Tells the author, if they have an address: a text that was read and stands is no news.
async fn tell(doing: &Doing<'_>, work: &mut Work, own: &OwnContribution) -> Result<(), Refusal> {
    let Some(author) = own.author else { return Ok(()) };
    let Some(author) = work.member(author).await? else { return Ok(()) };
    let (slug, number) = (&doing.congress.slug, own.contribution.number);
    let whole = |route: Route<'_>| format!("{}{}", doing.visit.state.public_url, route.path());
    let url = whole(Route::Contribution(slug, number));
    let words = match (doing.act, doing.reason) {
        (ModerationAct::Hidden, Some(reason)) => {
            let call = Call::at(&doing.congress.phases, doing.settings.grace_minutes, doing.visit.now());
            let may = State::Hidden.after(Act::Rewrite(Moderation::Before)).is_some() && call.is_open();
            let rewrite = may.then(|| whole(Route::Change(slug, number)));
            let of = Hidden { number, reason, words: doing.words, rewrite, url };
            letters::hidden(&doing.settings.contact, &author.name, of)
        }
        (ModerationAct::Published, _) => letters::published(&author.name, number, url),
        _ => return Ok(()),
    };
    send(doing.visit, work, doing.congress, &author, &words).await
}

/// Queues a letter about a text to its author, if they have an address.
pub async fn send(
    visit: &Visit,
    work: &mut Work,
    congress: &Congress,
    author: &Member,
    words: &Letter,
) -> Result<(), Refusal> {
    let Some(email) = &author.email else { return Ok(()) };
    let to = To { name: author.name.as_str(), email, member: author.id };
    let about = About { purpose: Purpose::Moderation, key: None };
    let new = visit.state.draw(|entropy| letter(congress, to, about, words, (visit.now(), entropy)));
    work.queue_letter(&new).await?;
    Ok(())
}
