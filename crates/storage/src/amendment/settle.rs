//! What a vote on amendments does: those that are adopted change the text at once, and those that have nothing to change any more
//! say which one left them so.

use domain::amendment::{AmendmentNumber, AmendmentState, Change, Place, Proposal};
use domain::id::{AmendmentId, CongressId, MemberId, PollId};
use domain::reading::AmendmentLine;
use domain::time::Timestamp;
use domain::wording::{BlockKey, Words};
use uuid::Uuid;

use super::propose::Rectifying;
use crate::error::Result;
use crate::wording::Placed;
use crate::work::{Reading, Work, sql};

/// What became of amendments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Those that the vote was on.
    pub voted: Vec<AmendmentNumber>,
    /// Those of them that were adopted and that the text couldn't take: it had moved, and somebody must put them there.
    pub unapplied: Vec<AmendmentNumber>,
    /// Those that fell.
    pub fallen: Vec<AmendmentNumber>,
    /// Those that a sub-amendment gave other words.
    pub rewritten: Vec<AmendmentNumber>,
}

impl Work {
    /// Settles the amendments that a poll decided. What is settled already stays so: done again, nothing happens.
    pub async fn settle_amendments(
        &mut self,
        (congress, poll): (CongressId, PollId),
        is_adopted: bool,
        (at, by): (Timestamp, MemberId),
    ) -> Result<Settled> {
        let mut settled = Settled::default();
        if self.amendments_of_poll(poll).await?.is_empty() {
            return Ok(settled);
        }
        self.hold_motion(congress).await?;
        let lines = self.amendments(congress).await?;
        let voted = |line: &&AmendmentLine| {
            line.poll.is_some_and(|of| of.id == poll) && line.fate.state() == AmendmentState::Admissible
        };
        let mut done: Vec<&AmendmentLine> = Vec::new();
        for line in lines.iter().filter(voted) {
            settled.voted.push(line.number);
            let state = if is_adopted { AmendmentState::Adopted } else { AmendmentState::Rejected };
            let twin = done.iter().any(|of| of.proposal.is_identical(&line.proposal));
            let applied = is_adopted && (twin || self.apply(congress, (&lines, line), (at, by)).await?);
            if is_adopted && !applied {
                settled.unapplied.push(line.number);
            }
            if let (Place::Within(parent), true) = (line.proposal.place, applied) {
                settled.rewritten.push(parent);
            }
            self.settle_amendment(line.id, state, (at, applied.then_some(at))).await?;
            done.push(line);
        }
        for line in done {
            self.drop_subs(line.id, at).await?;
        }
        if is_adopted {
            settled.fallen = self.drop_moved(congress, &settled.voted, at).await?;
        }
        Ok(settled)
    }

    async fn settle_amendment(
        &mut self,
        id: AmendmentId,
        state: AmendmentState,
        (at, applied): (Timestamp, Option<Timestamp>),
    ) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE amendment SET state = $2, settled_at = $3, applied_at = $4 WHERE id = $1")
            .bind(Uuid::from(id))
            .bind(state.code())
            .bind(at.micros())
            .bind(applied.map(Timestamp::micros))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Puts an amendment into the text. False when the text moved, or is settled.
    async fn apply(
        &mut self,
        congress: CongressId,
        (lines, line): (&[AmendmentLine], &AmendmentLine),
        (at, by): (Timestamp, MemberId),
    ) -> Result<bool> {
        let Proposal { place, change, .. } = &line.proposal;
        match place {
            Place::At(key) => {
                let Some((now, false)) = self.block_line(congress, *key).await? else { return Ok(false) };
                match carried(&line.proposal, now.block.words.as_str()) {
                    Some(words) => self.amend_block((congress, *key), words.as_ref(), (at, by)).await,
                    None => Ok(false),
                }
            }
            Place::Behind(anchor) => {
                let Change::Insert(kind, words) = change else { return Ok(false) };
                let after = self.last_made(congress, *anchor, line.number).await?.or(*anchor);
                let placed = Placed { after, kind: *kind, words: words.clone(), at, by };
                let Some(made) = self.add_block(congress, &placed).await? else { return Ok(false) };
                sql!(self, conn => sqlx::query("UPDATE amendment SET made_block = $2 WHERE id = $1")
                    .bind(Uuid::from(line.id))
                    .bind(i64::from(made.get()))
                    .execute(conn)
                    .await
                    .map(drop))?;
                Ok(true)
            }
            Place::Within(parent) => {
                let Some(parent) = lines.iter().find(|of| of.number == *parent && of.fate.state().is_live())
                else {
                    return Ok(false);
                };
                // Another one may have been put into it in this very unit of work.
                let Some(parent) = self.amendment(congress, parent.number).await? else { return Ok(false) };
                let now = parent.proposal.change.words().map(Words::as_str).unwrap_or_default();
                let Some(Some(words)) = carried(&line.proposal, now) else { return Ok(false) };
                self.amend_amendment(&parent, words, (at, by)).await
            }
        }
    }

    /// Gives an amendment the words that a sub-amendment asked for; it stays as it was judged and advised.
    async fn amend_amendment(
        &mut self,
        parent: &AmendmentLine,
        words: Words,
        (at, by): (Timestamp, MemberId),
    ) -> Result<bool> {
        let wording = parent.wording.saturating_add(1);
        let new = Rectifying {
            id: parent.id,
            from: parent.wording,
            title: parent.title.clone(),
            words: Some(words),
            motive: parent.motive.clone(),
            by,
            at,
        };
        let words = new.words.as_ref().map_or("", Words::as_str);
        sql!(self, conn => sqlx::query("UPDATE amendment SET words = $2, wording = $3, written_at = $4 WHERE id = $1")
            .bind(Uuid::from(parent.id))
            .bind(words)
            .bind(i64::from(wording))
            .bind(at.micros())
            .execute(conn)
            .await
            .map(drop))?;
        self.note_amendment_wording((parent.id, wording), (&new.title, words, &new.motive), (at, by)).await?;
        Ok(true)
    }

    /// The last block that amendments of a lower number put behind the same one: whichever was adopted first, blocks stand in the
    /// order of their numbers.
    async fn last_made(
        &mut self,
        congress: CongressId,
        anchor: Option<BlockKey>,
        number: AmendmentNumber,
    ) -> Result<Option<BlockKey>> {
        let made: Option<i64> = sql!(self, conn => sqlx::query_scalar(
            "SELECT made_block FROM amendment WHERE congress_id = $1 AND COALESCE(block, 0) = $2 AND kind = 'inserer'
               AND number < $3 AND made_block IS NOT NULL ORDER BY number DESC LIMIT 1",
        )
        .bind(Uuid::from(congress))
        .bind(anchor.map_or(0, |key| i64::from(key.get())))
        .bind(i64::from(number.get()))
        .fetch_optional(conn)
        .await)?;
        let key =
            |made| crate::cell::At::new("amendment", &made).number("made_block", made).map(BlockKey::new);
        made.map(key).transpose()
    }

    /// Live amendments that have no place in the text any more fall, for the one among `adopted` that they collide with.
    async fn drop_moved(
        &mut self,
        congress: CongressId,
        adopted: &[AmendmentNumber],
        at: Timestamp,
    ) -> Result<Vec<AmendmentNumber>> {
        let lines = self.amendments(congress).await?;
        let causes: Vec<&AmendmentLine> =
            lines.iter().filter(|line| adopted.contains(&line.number)).collect();
        let mut fallen = Vec::new();
        for line in lines.iter().filter(|line| line.fate.state().is_live()) {
            let here: Vec<_> = causes.iter().filter(|of| of.proposal.place == line.proposal.place).collect();
            if here.is_empty() || self.still_changes(congress, (&lines, line)).await? {
                continue;
            }
            let cause = here.iter().find(|of| of.proposal.collides(&line.proposal)).or(here.first());
            let cause = cause.map(|of| Uuid::from(of.id));
            sql!(self, conn => sqlx::query(
                "UPDATE amendment SET state = 'sans-objet', fallen_for = $2, settled_at = $3 WHERE id = $1",
            )
            .bind(Uuid::from(line.id))
            .bind(cause)
            .bind(at.micros())
            .execute(conn)
            .await
            .map(drop))?;
            self.drop_subs(line.id, at).await?;
            fallen.push(line.number);
        }
        Ok(fallen)
    }

    /// Notes that somebody put an adopted amendment into the text that couldn't take it by itself. False when it has it.
    pub async fn note_applied(&mut self, amendment: AmendmentId, at: Timestamp) -> Result<bool> {
        let done = sql!(self, conn => sqlx::query(
            "UPDATE amendment SET applied_at = $2 WHERE id = $1 AND state = 'adopte' AND applied_at IS NULL",
        )
        .bind(Uuid::from(amendment))
        .bind(at.micros())
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))?;
        Ok(done == 1)
    }
}

impl Reading {
    /// Whether adopting it would still change something, where it was meant.
    async fn still_changes(
        &mut self,
        congress: CongressId,
        (lines, line): (&[AmendmentLine], &AmendmentLine),
    ) -> Result<bool> {
        let now = match line.proposal.place {
            Place::Behind(_) => return Ok(true),
            Place::At(key) => match self.block_line(congress, key).await? {
                Some((now, false)) => now.block.words.to_string(),
                _ => return Ok(false),
            },
            Place::Within(parent) => {
                let parent = lines.iter().find(|of| of.number == parent);
                parent.and_then(|of| of.proposal.change.words()).map(Words::to_string).unwrap_or_default()
            }
        };
        Ok(carried(&line.proposal, &now).is_some_and(|words| words.is_none_or(|words| words.as_str() != now)))
    }
}

/// The words that a place has once the proposal is adopted, where it can be put there: none within, the block goes.
fn carried(proposal: &Proposal, now: &str) -> Option<Option<Words>> {
    match proposal.on(now).ok()? {
        None => Some(None),
        Some(words) => words.parse().ok().map(Some),
    }
}
