//! What moved from one run to another.

use domain::analysis::{Place, agreement};
use domain::id::{AnalysisId, CongressId, VerbatimId};
use domain::reading::{Comparison, Flow, QuotePage, RunState, ThemeTag};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::descent::{Descent, Stand};
use crate::error::Result;
use crate::place::PlaceRow;
use crate::quote::page_of;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct StandRow {
    verbatim_id: Uuid,
    #[sqlx(flatten)]
    place: PlaceRow,
}

/// Where a run put each of its verbatims; the reasons for a place outside themes are left aside.
type Stands = BTreeMap<VerbatimId, Place<ThemeTag>>;

impl Reading {
    /// What moved between two finished runs, the earlier first whichever is asked first, and a page of what moved.
    /// None when one of them has no result.
    pub async fn comparison(
        &mut self,
        congress: CongressId,
        (one, other): (u32, u32),
        page: u32,
    ) -> Result<Option<Comparison>> {
        let (Some((from, before)), Some((to, after))) =
            (self.run(congress, one.min(other)).await?, self.run(congress, one.max(other)).await?)
        else {
            return Ok(None);
        };
        let finished = |state: &RunState| matches!(state, RunState::Finished { .. });
        if !finished(&before.state) || !finished(&after.state) {
            return Ok(None);
        }
        let (tags_before, tags_after) = (self.theme_tags(from).await?, self.theme_tags(to).await?);
        let (stood, stands) = (self.stands(from).await?, self.stands(to).await?);
        let meetings = meetings(&stood, &stands);
        let descent = match self.descent(congress, from, to).await? {
            Some(descent) => descent,
            None => Descent::by_overlap(&meetings),
        };
        let moved: Vec<VerbatimId> = self
            .in_order(to)
            .await?
            .into_iter()
            .filter(|id| stood.get(id).is_some_and(|was| !descent.stays(&stand(was), &stand(&stands[id]))))
            .collect();
        let shared: u32 = meetings.values().map(|(_, count)| count).sum();
        let moved_count = u32::try_from(moved.len()).unwrap_or(u32::MAX);
        let (page, pages) = page_of(page, moved_count, QuotePage::SIZE);
        let shown: Vec<VerbatimId> = moved
            .chunks(QuotePage::SIZE as usize)
            .nth(page as usize - 1)
            .map(<[VerbatimId]>::to_vec)
            .unwrap_or_default();
        let quotes = self.quotes(to, &shown).await?;
        Ok(Some(Comparison {
            before,
            after,
            shared,
            stayed: shared - moved_count,
            moved: moved_count,
            arrived: count(&stands) - shared,
            gone: count(&stood) - shared,
            agreement: agreement(meetings.iter().map(|((from, to), (_, count))| (*from, *to, *count))),
            flows: flows(&meetings, &descent),
            born: kept(tags_after, |rank| descent.is_born(rank)),
            ended: kept(tags_before, |rank| descent.is_ended(rank)),
            verbatims: quotes
                .into_iter()
                .filter_map(|quote| Some((stood.get(&quote.verbatim)?.clone(), quote)))
                .map(|(was, quote)| (quote, was))
                .collect(),
            page,
            pages,
        }))
    }

    async fn stands(&mut self, run: AnalysisId) -> Result<Stands> {
        let rows: Vec<StandRow> = sql!(self, conn => sqlx::query_as(
            "SELECT p.verbatim_id, p.place, p.theme_rank, p.reason, t.label AS theme_label, t.hue AS theme_hue
             FROM placement p
             LEFT JOIN theme t ON t.analysis_id = p.analysis_id AND t.rank = p.theme_rank
             WHERE p.analysis_id = $1",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        rows.into_iter()
            .map(|row| {
                let place = row.place.parse_some(At::new("placement", &row.verbatim_id))?;
                Ok((row.verbatim_id.into(), place))
            })
            .collect()
    }

    /// The verbatims of a run by contribution and span.
    pub async fn in_order(&mut self, run: AnalysisId) -> Result<Vec<VerbatimId>> {
        let ids: Vec<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "SELECT v.id FROM placement p
             JOIN verbatim v ON v.id = p.verbatim_id
             JOIN contribution c ON c.id = v.contribution_id
             WHERE p.analysis_id = $1 ORDER BY c.number, p.ordinal",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        Ok(ids.into_iter().map(VerbatimId::from).collect())
    }
}

/// How many verbatims of both runs went from one place to another, and the places in full.
type Meetings = BTreeMap<(Stand, Stand), ((Place<ThemeTag>, Place<ThemeTag>), u32)>;

fn meetings(stood: &Stands, stands: &Stands) -> Meetings {
    let mut meetings = Meetings::new();
    for (id, was) in stood {
        if let Some(is) = stands.get(id) {
            let meeting =
                meetings.entry((stand(was), stand(is))).or_insert_with(|| ((was.clone(), is.clone()), 0));
            meeting.1 += 1;
        }
    }
    meetings
}

fn stand(place: &Place<ThemeTag>) -> Stand {
    match place {
        Place::Theme(tag) => Stand::Theme(tag.rank),
        Place::Weak(_) => Stand::Weak,
        Place::Unplaced(_) => Stand::Unplaced,
    }
}

fn count(stands: &Stands) -> u32 {
    u32::try_from(stands.len()).unwrap_or(u32::MAX)
}

fn flows(meetings: &Meetings, descent: &Descent) -> Vec<Flow> {
    let moved = meetings.iter().filter(|((was, is), _)| !descent.stays(was, is));
    let mut flows: Vec<Flow> = moved
        .map(|(_, ((from, to), verbatims))| Flow {
            from: from.clone(),
            to: to.clone(),
            verbatims: *verbatims,
        })
        .collect();
    // Stable: those of one size stay in the order of places.
    flows.sort_by_key(|flow| std::cmp::Reverse(flow.verbatims));
    flows
}

fn kept(tags: Vec<ThemeTag>, wanted: impl Fn(u32) -> bool) -> Vec<ThemeTag> {
    tags.into_iter().filter(|tag| wanted(tag.rank)).collect()
}
