//! Storing the tree of a run.

use domain::analysis::Analysis;
use domain::id::AnalysisId;
use uuid::Uuid;

use crate::cell::stored;
use crate::error::Result;
use crate::insert::insert_all;
use crate::work::{Work, sql};

impl Work {
    pub(crate) async fn insert_tree(&mut self, analysis: &Analysis) -> Result<()> {
        let nodes: Vec<_> = analysis.tree.iter().enumerate().collect();
        insert_all!(self, "branch (analysis_id, rank, parent, theme_rank, label, hue)", nodes, (i, branch) => [
            Uuid::from(analysis.id),
            stored(*i),
            branch.parent.map(i64::from),
            branch.theme.map(i64::from),
            branch.label.as_str(),
            i64::from(branch.hue),
        ]);
        Ok(())
    }

    /// What stands below each node: verbatims, and signatories counted once.
    pub(crate) async fn count_branches(&mut self, analysis: AnalysisId) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "WITH RECURSIVE above (node, leaf) AS (
                 SELECT rank, theme_rank FROM branch WHERE analysis_id = $1 AND theme_rank IS NOT NULL
                 UNION ALL
                 SELECT b.parent, above.leaf FROM above JOIN branch b ON b.rank = above.node
                 WHERE b.analysis_id = $1 AND b.parent IS NOT NULL),
             held (theme_rank, signatory, verbatims) AS (
                 SELECT p.theme_rank, c.signatory, COUNT(*)
                 FROM placement p
                 JOIN verbatim v ON v.id = p.verbatim_id
                 JOIN contribution c ON c.id = v.contribution_id
                 WHERE p.analysis_id = $1 AND p.place = 'theme'
                 GROUP BY p.theme_rank, c.signatory)
             UPDATE branch SET verbatims = counted.verbatims, signatories = counted.signatories
             FROM (SELECT above.node, CAST(SUM(held.verbatims) AS BIGINT) AS verbatims,
                          COUNT(DISTINCT held.signatory) AS signatories
                 FROM above JOIN held ON held.theme_rank = above.leaf GROUP BY above.node) AS counted
             WHERE branch.analysis_id = $1 AND branch.rank = counted.node",
        )
        .bind(Uuid::from(analysis))
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}
