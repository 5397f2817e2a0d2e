//! Composes what a member is told of their contributions, and queues it.

use std::ops::Range;
use std::sync::Arc;

use app::letters::Letter;
use app::letters::news::{self, Ways};
use app::routes::Route;
use domain::congress::Congress;
use domain::id::{Entropy, MemberId};
use domain::mail::Purpose;
use domain::member::{MailChoice, Member};
use domain::reading::{News, Quoted};
use domain::time::Timestamp;
use storage::{Reading, Storage, StorageError};

use super::week::{day, end_of};
use crate::access::{Secret, quiet_link};
use crate::letters::{About, To, letter};

/// How the key of a letter about noted words begins.
pub(super) const NOTED: &str = "propos ";
/// The oldest thing that a digest tells, in seconds before its end: whoever had none for longer starts anew.
const OLDEST: i64 = 28 * 24 * 60 * 60;

type Present<'a> = (Timestamp, &'a mut dyn Entropy);

/// Tells members what happened.
#[derive(Clone)]
pub struct Teller {
    storage: Storage,
    public_url: Arc<str>,
}

/// Whether a digest may go to them: they have an address, take part, and didn't ask to be left alone.
pub(super) fn wants_digest(member: &Member) -> bool {
    member.mail != MailChoice::Nothing && member.email.is_some() && member.declined_at.is_none()
}

impl Teller {
    /// Over that database; links begin with `public_url`, without a slash at the end.
    pub fn new(storage: Storage, public_url: Arc<str>) -> Self {
        Self { storage, public_url }
    }

    /// Their week, which ended at `end`: what happened since the last that they were told, or since they are there.
    pub(super) async fn week(
        &self,
        member: MemberId,
        end: Timestamp,
        present: Present<'_>,
    ) -> Result<bool, StorageError> {
        let mut reading = self.storage.read().await?;
        let Some(member) = reading.member(member).await?.filter(wants_digest) else { return Ok(false) };
        let last = reading.last_key(member.id, Purpose::Digest).await?.and_then(|key| end_of(&key));
        let start = end.plus_seconds(-OLDEST).max(member.created_at).max(last.unwrap_or(member.created_at));
        drop(reading);
        self.digest(&member, start..end, present).await
    }

    /// What happened to somebody's contributions within `window`; no letter when nothing did. Whether one was queued.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn digest(
        &self,
        member: &Member,
        window: Range<Timestamp>,
        present: Present<'_>,
    ) -> Result<bool, StorageError> {
        let mut reading = self.storage.read().await?;
        let congress = reading.congress_of(member.congress).await?;
        let mut news = reading.news(congress.id, member.id, window.clone()).await?;
        quotations(&mut reading, &congress, (member, &mut news), &window).await?;
        drop(reading);
        if news.is_empty() {
            return Ok(false);
        }
        let about =
            (Purpose::Digest, format!("{} {} {}", Purpose::Digest.code(), member.id, day(window.end)));
        let see = Route::Mine(&congress.slug).path();
        let words = |ways| news::digest(&congress, &member.name, (&news, window.start), ways);
        self.queue(&congress, (member, about), (see, words), present).await
    }

    /// The draft quotes them: one letter a draft.
    pub(super) async fn quoted(
        &self,
        member: MemberId,
        of: &Quoted,
        present: Present<'_>,
    ) -> Result<bool, StorageError> {
        let Some((congress, member)) = self.to_tell_at_once(member).await? else { return Ok(false) };
        let Some(citations) = of.by.get(&member.id) else { return Ok(false) };
        let about = (Purpose::News, quoted_key(&member, of));
        let see = citations.first().map_or_else(
            || Route::Motion(&congress.slug).path(),
            |of| Route::Cited(&congress.slug, &of.place).path(),
        );
        let words = |ways| news::quoted(&congress, &member.name, citations, ways);
        self.queue(&congress, (&member, about), (see, words), present).await
    }

    /// Words were noted as theirs: one letter a day.
    pub(super) async fn noted(&self, member: MemberId, present: Present<'_>) -> Result<bool, StorageError> {
        let Some((congress, member)) = self.to_tell_at_once(member).await? else { return Ok(false) };
        let notes = self.storage.read().await?.notes_to_confirm(member.id).await?;
        if notes.is_empty() {
            return Ok(false);
        }
        let about = (Purpose::News, format!("{NOTED}{} {}", member.id, day(present.0)));
        let see = Route::Mine(&congress.slug).path();
        let words = |ways| news::noted(&congress, &member.name, &notes, ways);
        self.queue(&congress, (&member, about), (see, words), present).await
    }

    async fn to_tell_at_once(&self, member: MemberId) -> Result<Option<(Congress, Member)>, StorageError> {
        let mut reading = self.storage.read().await?;
        let wants = |of: &Member| of.mail == MailChoice::All && wants_digest(of);
        let Some(member) = reading.member(member).await?.filter(wants) else { return Ok(None) };
        Ok(Some((reading.congress_of(member.congress).await?, member)))
    }

    /// In one unit of work: the letter, and the secret of the link at its foot.
    async fn queue(
        &self,
        congress: &Congress,
        (member, (purpose, key)): (&Member, (Purpose, String)),
        (see, words): (String, impl FnOnce(Ways) -> Letter),
        (now, entropy): Present<'_>,
    ) -> Result<bool, StorageError> {
        let Some(email) = &member.email else { return Ok(false) };
        let secret = Secret::draw(entropy);
        let whole = |path: String| format!("{}{path}", self.public_url);
        let ways = Ways { see: whole(see), quiet: whole(Route::Quiet(secret.text()).path()) };
        let to = To { name: member.name.as_str(), email, member: member.id };
        let about = About { purpose, key: Some(key) };
        let new = letter(congress, to, about, &words(ways), (now, entropy));
        let mut work = self.storage.write().await?;
        if !work.queue_letter(&new).await? {
            return Ok(false);
        }
        quiet_link(&mut work, member.id, &secret, now).await?;
        work.save().await?;
        Ok(true)
    }
}

fn quoted_key(member: &Member, of: &Quoted) -> String {
    format!("cite {} {}", member.id, of.motion)
}

/// Where a draft made within the window quotes them, unless they were told at once.
async fn quotations(
    reading: &mut Reading,
    congress: &Congress,
    (member, news): (&Member, &mut News),
    window: &Range<Timestamp>,
) -> Result<(), StorageError> {
    let Some(mut quoted) = reading.quoted(congress.id).await? else { return Ok(()) };
    let new = window.contains(&quoted.drafted_at);
    if new && !reading.was_told(congress.id, &quoted_key(member, &quoted)).await? {
        news.cited = quoted.by.remove(&member.id).unwrap_or_default();
    }
    Ok(())
}
