//! What the assembly decided, put into a block: no lease keeps it out, and whoever was writing is told as by any other change.

use domain::id::{CongressId, MemberId};
use domain::time::Timestamp;
use domain::wording::{BlockKey, RevisionAct, Words};
use uuid::Uuid;

use super::write::Put;
use crate::error::Result;
use crate::work::{Work, sql};

impl Work {
    /// Gives a block the words that an amendment asked for; none: it goes. False when it is gone, or the words are settled.
    pub(crate) async fn amend_block(
        &mut self,
        (congress, block): (CongressId, BlockKey),
        words: Option<&Words>,
        (at, by): (Timestamp, MemberId),
    ) -> Result<bool> {
        let open = self.hold_open_motion(congress).await?;
        let Some((line, false)) = self.block_line(congress, block).await?.filter(|_| open) else {
            return Ok(false);
        };
        if words.is_none() {
            sql!(self, conn => sqlx::query(
                "UPDATE motion_block SET removed_at = $3, held_by = NULL, held_until = NULL WHERE congress_id = $1 AND block = $2",
            )
            .bind(Uuid::from(congress))
            .bind(i64::from(block.get()))
            .bind(at.micros())
            .execute(conn)
            .await
            .map(drop))?;
        }
        let was = &line.block;
        let words = words.unwrap_or(&was.words).as_str();
        let machine = was.machine.carried(was.words.as_str(), words);
        let put = Put { act: RevisionAct::Amended, kind: was.kind, words, machine: &machine, at, by };
        self.put_block(congress, &line, put).await?;
        Ok(true)
    }
}
