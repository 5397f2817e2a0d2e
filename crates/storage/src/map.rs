//! The map of the run shown.

use domain::analysis::{Place, Region};
use domain::contribution::ContributionNumber;
use domain::id::{AnalysisId, CongressId};
use domain::reading::{MapPage, MapPoint, MapRegion, ThemeTag};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::analysis::point;
use crate::cell::At;
use crate::error::Result;
use crate::place::PlaceRow;
use crate::region::region_of;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct RegionRow {
    id: Uuid,
    rank: i64,
    label: String,
    hue: i64,
    verbatims: i64,
    region: Option<String>,
}

#[derive(FromRow)]
struct PointRow {
    id: Uuid,
    number: i64,
    ordinal: i64,
    x: Option<f64>,
    y: Option<f64>,
    kind: String,
    college: String,
    departement: Option<String>,
    areas: Option<String>,
    #[sqlx(flatten)]
    place: PlaceRow,
}

impl Reading {
    /// The map of the run shown. None before a first run; without points when the run has no map.
    pub async fn map_page(&mut self, congress: CongressId) -> Result<Option<MapPage>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        Ok(Some(MapPage {
            figures: self.figures(congress, Some(&shown)).await?,
            landmarks: self.landmarks(shown.id).await?,
            regions: self.regions(shown.id).await?,
            points: self.points(shown.id).await?,
            run: shown.tag,
        }))
    }

    async fn regions(&mut self, run: AnalysisId) -> Result<Vec<MapRegion>> {
        let rows: Vec<RegionRow> = sql!(self, conn => sqlx::query_as(
            "SELECT id, rank, label, hue, verbatims, region FROM theme WHERE analysis_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        let regions = rows.into_iter().map(RegionRow::parse).collect::<Result<Vec<_>>>()?;
        Ok(regions.into_iter().flatten().collect())
    }

    /// Every verbatim that stands on the map, by contribution and span.
    async fn points(&mut self, run: AnalysisId) -> Result<Vec<MapPoint>> {
        let rows: Vec<PointRow> = sql!(self, conn => sqlx::query_as(
            "SELECT v.id, c.number, p.ordinal, p.x, p.y, p.kind, c.college, c.territory_departement AS departement,
                    (SELECT string_agg(CAST(a.area_rank AS TEXT), ' ' ORDER BY a.area_rank)
                     FROM contribution_area a WHERE a.contribution_id = c.id) AS areas,
                    p.place, p.theme_rank, p.reason, t.label AS theme_label, t.hue AS theme_hue
             FROM placement p
             JOIN verbatim v ON v.id = p.verbatim_id
             JOIN contribution c ON c.id = v.contribution_id
             LEFT JOIN theme t ON t.analysis_id = p.analysis_id AND t.rank = p.theme_rank
             WHERE p.analysis_id = $1 AND p.x IS NOT NULL ORDER BY c.number, p.ordinal",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(PointRow::parse).collect()
    }
}

impl RegionRow {
    fn parse(self) -> Result<Option<MapRegion>> {
        let at = At::new("theme", &self.id);
        let Some(region) = region_of(self.region.as_deref(), at)? else { return Ok(None) };
        let region: Region = region;
        let tag = ThemeTag {
            rank: at.number("rank", self.rank)?,
            label: self.label,
            hue: at.number("hue", self.hue)?,
        };
        Ok(Some(MapRegion { tag, verbatims: at.number("verbatims", self.verbatims)?, region }))
    }
}

impl PointRow {
    fn parse(self) -> Result<MapPoint> {
        let at = At::new("placement", &self.id);
        let areas = self.areas.as_deref().unwrap_or_default();
        let theme = match self.place.parse_some(at)? {
            Place::Theme(tag) => Some(tag.rank),
            Place::Weak(_) => None,
            // What can't be compared has no place on the map.
            Place::Unplaced(_) => return Err(at.corrupt("x")),
        };
        Ok(MapPoint {
            number: ContributionNumber::new(at.number("verbatim_id", self.number)?),
            ordinal: at.number("ordinal", self.ordinal)?,
            point: at.some("y", point(self.x, self.y))?,
            theme,
            kind: at.parse("kind", &self.kind)?,
            college: At::new("contribution", &self.id).parse("college", &self.college)?,
            departement: self.departement.unwrap_or_default(),
            areas: areas
                .split_whitespace()
                .map(|rank| At::new("contribution_area", &self.id).parse("area_rank", rank))
                .collect::<Result<_>>()?,
        })
    }
}
