//! Storing a finished run whole.

use domain::analysis::{Analysis, Place, Placement, Theme};
use domain::id::{AnalysisId, CongressId, ThemeId};
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::analysis::places::{ContributionPlace, by_contribution, contribution_place, with_ordinals};
use crate::congress::rank;
use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::place::PlaceCells;
use crate::statistics;
use crate::work::{Work, sql};

impl Work {
    /// Stores the result of a run that [`Work::start_analysis`] began; from [`Work::save`] on, pages show it.
    ///
    /// A span that an earlier run had keeps the id that it had: the analysis comes back with the ids that are stored,
    /// and a motion must be drafted from that one.
    pub async fn finish_analysis(&mut self, mut analysis: Analysis) -> Result<Analysis> {
        let congress = self.running(&analysis).await?;
        self.hold_congress(congress).await?;
        self.keep_verbatims(congress, &mut analysis).await?;
        self.insert_themes(&analysis).await?;
        self.insert_placements(&analysis).await?;
        let rows = analysis.placements.len();
        self.renew_statistics(&statistics::RUN, rows, rows).await?;
        self.count_themes(analysis.id).await?;
        self.close_run(&analysis).await?;
        Ok(analysis)
    }

    async fn running(&mut self, analysis: &Analysis) -> Result<CongressId> {
        let congress: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "SELECT congress_id FROM analysis WHERE id = $1 AND number = $2 AND state = 'en-cours'",
        )
        .bind(Uuid::from(analysis.id))
        .bind(i64::from(analysis.number))
        .fetch_optional(conn)
        .await)?;
        congress.map(CongressId::from).ok_or(StorageError::RunEnded)
    }

    async fn insert_themes(&mut self, analysis: &Analysis) -> Result<()> {
        let run = Uuid::from(analysis.id);
        insert_all!(self, "theme (id, analysis_id, rank, label, hue)", analysis.themes, theme => [
            Uuid::from(theme.id),
            run,
            i64::from(theme.rank),
            theme.label.as_str(),
            i64::from(theme.hue),
        ]);
        let words: Vec<_> = ranked(&analysis.themes, |theme| &theme.words);
        insert_all!(self, "typical_word (theme_id, rank, form, chi2, verbatims)", words, (theme, rank, word) => [
            *theme,
            *rank,
            word.form.as_str(),
            word.chi2,
            i64::from(word.verbatims),
        ]);
        Ok(())
    }

    async fn insert_placements(&mut self, analysis: &Analysis) -> Result<()> {
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
        let typical: Vec<_> = ranked(&analysis.themes, |theme| &theme.typical);
        insert_all!(self, "typical_verbatim (theme_id, rank, verbatim_id)", typical, (theme, rank, id) => [
            *theme,
            *rank,
            Uuid::from(**id),
        ]);
        Ok(())
    }

    async fn insert_verbatim_places(
        &mut self,
        analysis: AnalysisId,
        rows: &[(i64, &Placement, PlaceCells)],
    ) -> Result<()> {
        insert_all!(
            self,
            "placement (analysis_id, verbatim_id, ordinal, place, theme_rank, reason, typicality, kind, kind_suggested)",
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

    /// The figures of each theme, counted from what was just stored: a finished run never changes.
    async fn count_themes(&mut self, analysis: AnalysisId) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE theme SET
                 contributions = (SELECT COUNT(*) FROM contribution_place cp
                     WHERE cp.analysis_id = theme.analysis_id AND cp.theme_rank = theme.rank),
                 verbatims = counted.verbatims,
                 signatories = counted.signatories
             FROM (SELECT p.theme_rank, COUNT(*) AS verbatims, COUNT(DISTINCT c.signatory) AS signatories
                 FROM placement p
                 JOIN verbatim v ON v.id = p.verbatim_id
                 JOIN contribution c ON c.id = v.contribution_id
                 WHERE p.analysis_id = $1 AND p.place = 'theme'
                 GROUP BY p.theme_rank) AS counted
             WHERE theme.analysis_id = $1 AND theme.rank = counted.theme_rank",
        )
        .bind(Uuid::from(analysis))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }

    async fn close_run(&mut self, analysis: &Analysis) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE analysis SET state = 'finie', ended_at = $2,
                 contributions = (SELECT COUNT(*) FROM contribution_place WHERE analysis_id = $1),
                 in_themes = (SELECT COUNT(*) FROM placement WHERE analysis_id = $1 AND place = 'theme'),
                 weak = (SELECT COUNT(*) FROM placement WHERE analysis_id = $1 AND place = 'faible'),
                 unplaced = (SELECT COUNT(*) FROM placement WHERE analysis_id = $1 AND place = 'non-place')
             WHERE id = $1",
        )
        .bind(Uuid::from(analysis.id))
        .bind(analysis.finished_at.micros())
        .execute(conn)
        .await
        .map(drop))?;
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

/// The parts of each theme with their rank, from 1.
fn ranked<T>(themes: &[Theme], parts: impl Fn(&Theme) -> &[T]) -> Vec<(Uuid, i64, &T)> {
    let one =
        |theme| parts(theme).iter().enumerate().map(move |(i, part)| (Uuid::from(theme.id), rank(i), part));
    themes.iter().flat_map(one).collect()
}
