//! Storing where a run puts verbatims and contributions.

use domain::analysis::{Analysis, Place, Placement};
use domain::id::{AnalysisId, ThemeId};
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::analysis::places::{ContributionPlace, by_contribution, contribution_place, with_ordinals};
use crate::congress::rank;
use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::place::PlaceCells;
use crate::work::Work;

impl Work {
    pub(crate) async fn insert_placements(&mut self, analysis: &Analysis) -> Result<()> {
        let groups = by_contribution(&analysis.placements);
        let contributions: Vec<ContributionPlace> =
            groups.iter().filter_map(|g| contribution_place(g)).collect();
        let ranks = analysis.themes.iter().map(|theme| (theme.id, i64::from(theme.rank))).collect();
        let placements = with_ordinals(&groups)
            .into_iter()
            .map(|(ordinal, placement)| Ok((ordinal, placement, cells(placement.place, &ranks)?)))
            .collect::<Result<Vec<_>>>()?;
        self.insert_verbatim_places(analysis.id, &placements).await?;
        let places = contributions
            .into_iter()
            .map(|contribution| Ok((cells(contribution.place, &ranks)?, contribution)))
            .collect::<Result<Vec<_>>>()?;
        self.insert_contribution_places(analysis.id, &places).await?;
        self.insert_neighbours(analysis).await?;
        self.insert_theme_quotes(analysis).await
    }

    async fn insert_verbatim_places(
        &mut self,
        analysis: AnalysisId,
        rows: &[(i64, &Placement, PlaceCells)],
    ) -> Result<()> {
        insert_all!(
            self,
            "placement (analysis_id, verbatim_id, ordinal, place, theme_rank, reason, typicality, kind, kind_suggested, x, y)",
            rows,
            (ordinal, placement, cells) => [
                Uuid::from(analysis),
                Uuid::from(placement.verbatim.id),
                *ordinal,
                cells.place,
                cells.theme_rank,
                cells.reason,
                placement.typicality,
                placement.kind.code(),
                placement.kind_suggested,
                placement.point.map(|point| f64::from(point.x)),
                placement.point.map(|point| f64::from(point.y)),
            ]
        );
        Ok(())
    }

    async fn insert_contribution_places(
        &mut self,
        analysis: AnalysisId,
        rows: &[(PlaceCells, ContributionPlace)],
    ) -> Result<()> {
        insert_all!(
            self,
            "contribution_place (analysis_id, contribution_id, place, theme_rank, reason, kind, kind_suggested)",
            rows,
            (cells, contribution) => [
                Uuid::from(analysis),
                Uuid::from(contribution.contribution),
                cells.place,
                cells.theme_rank,
                cells.reason,
                contribution.kind.code(),
                contribution.kind_suggested,
            ]
        );
        Ok(())
    }

    async fn insert_neighbours(&mut self, analysis: &Analysis) -> Result<()> {
        let of = |placement: &Placement| {
            let id = Uuid::from(placement.verbatim.id);
            placement
                .neighbours
                .iter()
                .enumerate()
                .map(move |(i, near)| (id, rank(i), *near))
                .collect::<Vec<_>>()
        };
        let mut rows: Vec<_> = analysis.placements.iter().flat_map(of).collect();
        // In the order of the key: pages of the table are filled once and left.
        rows.sort_unstable_by_key(|(id, rank, _)| (*id, *rank));
        insert_all!(
            self,
            "neighbour (analysis_id, verbatim_id, rank, neighbour_id, closeness, twin)",
            rows,
            (verbatim, rank, near) => [
                Uuid::from(analysis.id),
                *verbatim,
                *rank,
                Uuid::from(near.verbatim),
                near.closeness,
                near.twin,
            ]
        );
        Ok(())
    }
}

fn cells(place: Place<ThemeId>, ranks: &BTreeMap<ThemeId, i64>) -> Result<PlaceCells> {
    let place = match place {
        Place::Theme(id) => Place::Theme(
            *ranks.get(&id).ok_or(StorageError::Inconsistent("a verbatim's theme isn't in the run"))?,
        ),
        Place::Weak(reason) => Place::Weak(reason),
        Place::Unplaced(reason) => Place::Unplaced(reason),
    };
    Ok(place.into())
}
