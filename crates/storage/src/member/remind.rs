//! What is known of people before they are reminded.

use domain::id::{CongressId, MemberId};
use domain::member::MemberAct;
use domain::reminder::{Candidate, mark_silent};
use domain::time::Timestamp;
use sqlx_macros::FromRow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct FactsRow {
    id: Uuid,
    drafts: i64,
    reminded_at: Option<i64>,
    last_state: Option<String>,
}

impl Reading {
    /// Everybody by name, with what decides whether they are reminded; what they are found by is left empty.
    pub async fn reminder_candidates(&mut self, congress: CongressId) -> Result<Vec<Candidate>> {
        let rows: Vec<FactsRow> = sql!(self, conn => sqlx::query_as(
            "SELECT m.id, (SELECT COUNT(*) FROM draft d WHERE d.member_id = m.id) AS drafts,
                 (SELECT MAX(e.at) FROM member_event e WHERE e.member_id = m.id AND e.act = $2) AS reminded_at,
                 (SELECT l.state FROM letter l WHERE l.congress_id = m.congress_id AND l.recipient_address = m.email
                  AND l.state IN ('envoyee', 'refusee', 'revenue') ORDER BY l.id DESC LIMIT 1) AS last_state
             FROM member m WHERE m.congress_id = $1",
        )
        .bind(Uuid::from(congress))
        .bind(MemberAct::Reminded.code())
        .fetch_all(conn)
        .await)?;
        let mut facts: BTreeMap<MemberId, FactsRow> =
            rows.into_iter().map(|row| (row.id.into(), row)).collect();
        let mut people = Vec::new();
        for line in self.member_lines(congress).await? {
            let Some(row) = facts.remove(&line.member.id) else { continue };
            people.push(Candidate {
                line,
                draft: row.drafts > 0,
                reminded_at: row.reminded_at.map(Timestamp::from_micros),
                bounced: matches!(row.last_state.as_deref(), Some("refusee" | "revenue")),
                speaks_for: None,
            });
        }
        let named: BTreeSet<MemberId> =
            self.representatives(congress).await?.into_iter().map(|one| one.member).collect();
        mark_silent(&mut people, &named);
        Ok(people)
    }
}
