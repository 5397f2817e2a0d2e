//! Other words for a text, whoever gives them: its author, or those who noted it.

use domain::contribution::{Act, Kind, State, dots};
use domain::id::{ContributionId, MemberId};
use domain::settings::Moderation;
use domain::time::Timestamp;
use domain::words::Body;
use uuid::Uuid;

use super::stand::Standing;
use super::versions::NewVersion;
use crate::error::Result;
use crate::work::{Work, sql};

/// The words, and from which version on.
pub(super) struct Words<'a> {
    pub(super) contribution: ContributionId,
    /// The version that whoever gives them had before their eyes.
    pub(super) from: u32,
    pub(super) body: &'a Body,
    pub(super) stems: &'a [(String, u32)],
    pub(super) kind: Option<Kind>,
    pub(super) moderation: Moderation,
    pub(super) at: Timestamp,
    pub(super) by: Option<MemberId>,
}

/// What became of them.
pub(super) enum Put {
    /// They are the text now, or were already.
    There(Standing),
    /// The text was changed in the meantime: nothing was done.
    Stale,
    /// A text in that state isn't changed any more: nothing was done.
    Refused,
}

impl Work {
    /// Makes them a new version, unless the text says just that already; a correction that was proposed lapses then.
    pub(super) async fn put_words(&mut self, new: &Words<'_>) -> Result<Put> {
        let act = Act::Rewrite(new.moderation);
        let Some((standing, next)) = self.standing_for(new.contribution, act).await? else {
            return Ok(Put::Refused);
        };
        self.keep_version(standing.id).await?;
        let written = self.bodies(standing.id).await?.pop().map(|(_, body)| body);
        if written.as_deref() == Some(new.body.as_str()) {
            return Ok(Put::There(standing));
        }
        if standing.version != new.from {
            return Ok(Put::Stale);
        }
        let version = NewVersion {
            body: new.body,
            kind: new.kind,
            shown: next.is_shown(),
            corrected: false,
            at: new.at,
            by: new.by,
        };
        self.replace_words(&standing, next, &version, new.stems).await?;
        self.lapse_correction(standing.id, new.at).await?;
        Ok(Put::There(standing))
    }

    /// Puts a new version in the place of the last, shown or not as `next` says.
    pub(super) async fn replace_words(
        &mut self,
        standing: &Standing,
        next: State,
        new: &NewVersion<'_>,
        stems: &[(String, u32)],
    ) -> Result<()> {
        self.add_version(standing.id, standing.version + 1, new).await?;
        let body = new.body.as_str();
        sql!(self, conn => sqlx::query(
            "UPDATE contribution SET state = $2, version = version + 1, body = $3, changed_at = $4, hidden_for = NULL,
                 hidden_reason = NULL
             WHERE id = $1",
        )
        .bind(Uuid::from(standing.id))
        .bind(next.code())
        .bind(if next.is_shown() { body.to_owned() } else { dots(body) })
        .bind(new.at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        if next.is_shown() {
            self.index_by(standing.congress, standing.number, stems).await?;
        } else {
            self.show_words(standing, false).await?;
            self.unindex(standing.congress, standing.number).await?;
        }
        self.revise(standing.congress).await
    }

    /// The kind that a text is given.
    pub(super) async fn set_kind(&mut self, contribution: ContributionId, kind: Option<Kind>) -> Result<()> {
        sql!(self, conn => sqlx::query("UPDATE contribution SET kind = $2 WHERE id = $1")
            .bind(Uuid::from(contribution))
            .bind(kind.map(Kind::code))
            .execute(conn)
            .await
            .map(drop))?;
        Ok(())
    }
}
