//! A finished run read back whole: what the next one starts from, and what a run of the same recipe is compared with.

use domain::analysis::{Analysis, Neighbour, Placement, Point, Verbatim};
use domain::id::{AnalysisId, CongressId, ThemeId, VerbatimId};
use domain::reading::RunState;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::place::PlaceRow;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct PlacementRow {
    id: Uuid,
    contribution_id: Uuid,
    version: i64,
    start_byte: i64,
    end_byte: i64,
    typicality: f64,
    kind: String,
    kind_suggested: bool,
    x: Option<f64>,
    y: Option<f64>,
    #[sqlx(flatten)]
    place: PlaceRow,
}

#[derive(FromRow)]
struct NeighbourRow {
    verbatim_id: Uuid,
    neighbour_id: Uuid,
    closeness: f64,
    twin: bool,
}

impl Reading {
    /// Id and number of the run that pages show.
    pub async fn run_shown(&mut self, congress: CongressId) -> Result<Option<(AnalysisId, u32)>> {
        Ok(self.shown(congress).await?.map(|shown| (shown.id, shown.tag.number)))
    }

    /// The finished run of that number, whole. None without such a one, or when it has no result.
    pub async fn analysis(&mut self, congress: CongressId, number: u32) -> Result<Option<Analysis>> {
        let Some((id, line)) = self.run(congress, number).await? else { return Ok(None) };
        let RunState::Finished { at, choice, .. } = line.state else { return Ok(None) };
        let themes = self.stored_themes(id).await?;
        let ids: Vec<ThemeId> = themes.iter().map(|theme| theme.id).collect();
        Ok(Some(Analysis {
            id,
            number,
            recipe: line.recipe,
            finished_at: at,
            placements: self.placements(id, &ids).await?,
            themes,
            choice,
            tree: self.tree(id).await?,
            landmarks: self.landmarks(id).await?,
            model: self.model(id).await?.unwrap_or_default(),
        }))
    }

    async fn placements(&mut self, run: AnalysisId, themes: &[ThemeId]) -> Result<Vec<Placement>> {
        let rows: Vec<PlacementRow> = sql!(self, conn => sqlx::query_as(
            "SELECT v.id, v.contribution_id, v.version, v.start_byte, v.end_byte, p.typicality, p.kind, p.kind_suggested, p.x, p.y,
                    p.place, p.theme_rank, p.reason, t.label AS theme_label, t.hue AS theme_hue
             FROM placement p
             JOIN verbatim v ON v.id = p.verbatim_id
             JOIN contribution c ON c.id = v.contribution_id
             LEFT JOIN theme t ON t.analysis_id = p.analysis_id AND t.rank = p.theme_rank
             WHERE p.analysis_id = $1 ORDER BY c.number, p.ordinal",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        let mut neighbours = self.all_neighbours(run).await?;
        rows.into_iter()
            .map(|row| {
                let neighbours = neighbours.remove(&row.id.into()).unwrap_or_default();
                row.parse(themes, neighbours)
            })
            .collect()
    }

    /// The neighbours of every verbatim of a run that has some, the closest first.
    pub async fn all_neighbours(&mut self, run: AnalysisId) -> Result<BTreeMap<VerbatimId, Vec<Neighbour>>> {
        let rows: Vec<NeighbourRow> = sql!(self, conn => sqlx::query_as(
            "SELECT verbatim_id, neighbour_id, closeness, twin FROM neighbour
             WHERE analysis_id = $1 ORDER BY verbatim_id, rank",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        let mut neighbours: BTreeMap<VerbatimId, Vec<Neighbour>> = BTreeMap::new();
        for row in rows {
            neighbours.entry(row.verbatim_id.into()).or_default().push(Neighbour {
                verbatim: row.neighbour_id.into(),
                closeness: row.closeness,
                twin: row.twin,
            });
        }
        Ok(neighbours)
    }

    /// How many verbatims of a run were laid out before the others; none when all were.
    pub(crate) async fn landmarks(&mut self, run: AnalysisId) -> Result<Option<u32>> {
        let landmarks: Option<Option<i64>> = sql!(self, conn => sqlx::query_scalar("SELECT landmarks FROM analysis WHERE id = $1")
                .bind(Uuid::from(run))
                .fetch_optional(conn)
                .await)?;
        landmarks.flatten().map(|n| At::new("analysis", &run).number("landmarks", n)).transpose()
    }

    /// What places a new contribution among the themes of a finished run, in the engine's own form. None for a run of
    /// before models were kept.
    pub async fn model(&mut self, run: AnalysisId) -> Result<Option<Vec<u8>>> {
        Ok(sql!(self, conn => sqlx::query_scalar("SELECT bytes FROM model WHERE analysis_id = $1")
            .bind(Uuid::from(run))
            .fetch_optional(conn)
            .await)?)
    }
}

impl PlacementRow {
    fn parse(self, themes: &[ThemeId], neighbours: Vec<Neighbour>) -> Result<Placement> {
        let at = At::new("verbatim", &self.id);
        let placed = At::new("placement", &self.id);
        let place = self.place.parse_some(placed)?;
        if place.clone().theme().is_some_and(|tag| theme_at(themes, tag.rank).is_none()) {
            return Err(placed.corrupt("theme_rank"));
        }
        Ok(Placement {
            verbatim: Verbatim {
                id: self.id.into(),
                contribution: self.contribution_id.into(),
                version: at.number("version", self.version)?,
                span: at.number("start_byte", self.start_byte)?..at.number("end_byte", self.end_byte)?,
            },
            // Every theme was just looked up.
            place: place.map(|tag| theme_at(themes, tag.rank).unwrap_or_else(|| themes[0])),
            typicality: self.typicality,
            kind: placed.parse("kind", &self.kind)?,
            kind_suggested: self.kind_suggested,
            point: point(self.x, self.y),
            neighbours,
        })
    }
}

fn theme_at(themes: &[ThemeId], rank: u32) -> Option<ThemeId> {
    themes.get(usize::try_from(rank).ok()?.checked_sub(1)?).copied()
}

/// A stored place on the map: both coordinates or none.
pub(crate) fn point(x: Option<f64>, y: Option<f64>) -> Option<Point> {
    // Stored from `f32`: nothing is lost on the way back.
    #[expect(clippy::cast_possible_truncation, reason = "they were f32 before they were stored")]
    Some(Point { x: x? as f32, y: y? as f32 })
}
