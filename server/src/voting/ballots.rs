//! Taking what voters send.

use domain::id::PollId;
use domain::vote::{Cast, CastFault, Part, Poll, Said, Secrecy};
use std::collections::BTreeMap;
use storage::{Storage, Work};

use super::strongbox::{Key, Strongbox};
use crate::pages::Refusal;

/// Takes what came, together: all of it is on disk when this returns. What isn't taken fails nothing else.
///
/// # Errors
/// When the database fails, or a key can't be read: nothing was taken then.
pub async fn take(
    storage: &Storage,
    strongbox: &Strongbox,
    casts: &[Cast],
) -> Result<Vec<Result<(), CastFault>>, Refusal> {
    let mut work = storage.write().await?;
    let mut polls = Polls { strongbox, known: BTreeMap::new() };
    let mut taken = Vec::with_capacity(casts.len());
    for cast in casts {
        taken.push(polls.take(&mut work, cast).await?);
    }
    work.save().await?;
    Ok(taken)
}

/// The library refused to seal a ballot.
#[derive(Debug, thiserror::Error)]
#[error("a ballot couldn't be sealed")]
struct Unsealed;

/// Polls that something came for, each held open until the unit of work ends.
struct Polls<'a> {
    strongbox: &'a Strongbox,
    known: BTreeMap<PollId, (Option<Poll>, Option<Key>)>,
}

impl Polls<'_> {
    async fn take(&mut self, work: &mut Work, cast: &Cast) -> Result<Result<(), CastFault>, Refusal> {
        let (poll, key) = self.poll(work, cast.poll).await?;
        let Some(poll) = poll else { return Ok(Err(CastFault::NotOpen)) };
        let voice = (cast.poll, &cast.seat, cast.voter);
        let choice = match &cast.said {
            Said::Aside => return Ok(work.set_aside(voice, (Part::Aside, cast.turn.as_ref())).await?),
            Said::Choice(choice) => choice,
        };
        if poll.question.method.check(choice, poll.secrecy).is_err() {
            return Ok(Err(CastFault::NotOffered));
        }
        Ok(match (poll.secrecy, key, cast.receipt) {
            (Secrecy::Public, _, _) => work.cast_public(voice, choice, cast.turn.as_ref()).await?,
            (Secrecy::Secret, Some(key), Some(receipt)) => {
                let sealed = key.seal(receipt, choice).ok_or_else(|| Refusal::broken(Unsealed))?;
                work.cast_secret(voice, &sealed).await?
            }
            (Secrecy::Secret, _, None) => Err(CastFault::NotOffered),
            // Without its key a secret poll can only be cancelled.
            (Secrecy::Secret, None, Some(_)) if poll.stage.state().takes_ballots() => Err(CastFault::KeyLost),
            (Secrecy::Secret, None, Some(_)) => Err(CastFault::Closed),
        })
    }

    async fn poll(&mut self, work: &mut Work, id: PollId) -> Result<(Option<Poll>, Option<Key>), Refusal> {
        if let Some((poll, key)) = self.known.get(&id) {
            return Ok((poll.clone(), key.clone()));
        }
        work.hold_poll(id).await?;
        let poll = work.poll(id).await?;
        let is_secret = poll.as_ref().is_some_and(|poll| poll.secrecy == Secrecy::Secret);
        let key = match is_secret {
            true => self.strongbox.key(id).map_err(Refusal::broken)?,
            false => None,
        };
        self.known.insert(id, (poll.clone(), key.clone()));
        Ok((poll, key))
    }
}
