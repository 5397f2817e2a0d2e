//! Storing the themes of a run.

use domain::analysis::{Analysis, Theme};
use domain::id::AnalysisId;
use uuid::Uuid;

use crate::congress::rank;
use crate::error::Result;
use crate::insert::insert_all;
use crate::region::region_cell;
use crate::work::{Work, sql};

impl Work {
    pub(crate) async fn insert_themes(&mut self, analysis: &Analysis) -> Result<()> {
        let run = Uuid::from(analysis.id);
        let regions = analysis.themes.iter().map(|theme| region_cell(theme.region.as_ref()));
        let themes: Vec<_> = analysis.themes.iter().zip(regions).collect();
        insert_all!(self, "theme (id, analysis_id, rank, label, hue, continues_id, region)", themes, (theme, region) => [
            Uuid::from(theme.id),
            run,
            i64::from(theme.rank),
            theme.label.as_str(),
            i64::from(theme.hue),
            theme.continues.map(Uuid::from),
            region.as_deref(),
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

    /// The verbatims that each theme names; they are stored by then.
    pub(crate) async fn insert_theme_quotes(&mut self, analysis: &Analysis) -> Result<()> {
        let typical: Vec<_> = ranked(&analysis.themes, |theme| &theme.typical);
        insert_all!(self, "typical_verbatim (theme_id, rank, verbatim_id)", typical, (theme, rank, id) => [
            *theme,
            *rank,
            Uuid::from(**id),
        ]);
        let says: Vec<_> = ranked(&analysis.themes, |theme| &theme.says);
        insert_all!(self, "telling_verbatim (theme_id, rank, verbatim_id)", says, (theme, rank, id) => [
            *theme,
            *rank,
            Uuid::from(**id),
        ]);
        let divides: Vec<_> = ranked(&analysis.themes, |theme| &theme.divides);
        insert_all!(self, "division (theme_id, rank, about, one_id, other_id)", divides, (theme, rank, division) => [
            *theme,
            *rank,
            division.about.as_str(),
            Uuid::from(division.one),
            Uuid::from(division.other),
        ]);
        Ok(())
    }

    /// The figures of each theme, counted from what was just stored: a finished run never changes.
    pub(crate) async fn count_themes(&mut self, analysis: AnalysisId) -> Result<()> {
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
}

/// The parts of each theme with their rank, from 1.
fn ranked<T>(themes: &[Theme], parts: impl Fn(&Theme) -> &[T]) -> Vec<(Uuid, i64, &T)> {
    let one =
        |theme| parts(theme).iter().enumerate().map(move |(i, part)| (Uuid::from(theme.id), rank(i), part));
    themes.iter().flat_map(one).collect()
}
