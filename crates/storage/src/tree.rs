//! The tree of the run shown.

use domain::analysis::{Branch, Choice};
use domain::id::{AnalysisId, CongressId};
use domain::reading::{RunState, ThemeLine, TreeNode, TreePage};
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct CountRow {
    rank: i64,
    verbatims: i64,
    signatories: i64,
}

impl Reading {
    /// The tree of the run shown. None before a first run, and for a run without themes or of before trees were kept.
    pub async fn tree_page(&mut self, congress: CongressId) -> Result<Option<TreePage>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let Some(choice) = self.choice(congress, shown.tag.number).await? else { return Ok(None) };
        let branches = self.tree(shown.id).await?;
        if branches.is_empty() {
            return Ok(None);
        }
        let lines = self.theme_lines(shown.id).await?;
        let counts = self.branch_counts(shown.id).await?;
        Ok(Some(TreePage {
            figures: self.figures(congress, Some(&shown)).await?,
            choice,
            nodes: branches
                .into_iter()
                .zip(counts)
                .map(|(branch, counts)| node(branch, counts, &lines))
                .collect(),
            run: shown.tag,
        }))
    }

    async fn choice(&mut self, congress: CongressId, number: u32) -> Result<Option<Choice>> {
        Ok(match self.run(congress, number).await? {
            Some((_, line)) => match line.state {
                RunState::Finished { choice, .. } => choice,
                _ => None,
            },
            None => None,
        })
    }

    /// Verbatims and signatories below each node, in the order of the tree.
    async fn branch_counts(&mut self, run: AnalysisId) -> Result<Vec<(u32, u32)>> {
        let rows: Vec<CountRow> = sql!(self, conn => sqlx::query_as(
            "SELECT rank, verbatims, signatories FROM branch WHERE analysis_id = $1 ORDER BY rank",
        )
        .bind(Uuid::from(run))
        .fetch_all(conn)
        .await)?;
        rows.iter()
            .map(|row| {
                let named = format!("{} of {run}", row.rank);
                let at = At::new("branch", &named);
                Ok((at.number("verbatims", row.verbatims)?, at.number("signatories", row.signatories)?))
            })
            .collect()
    }

    /// The labels above a theme of the run shown, from the root down, by its rank; none without such a theme.
    pub async fn theme_path(&mut self, congress: CongressId, rank: u32) -> Result<Vec<String>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(Vec::new()) };
        Ok(self.paths(shown.id).await?.remove(&rank).unwrap_or_default())
    }

    /// The labels above each theme of a run, from the root down, by its rank.
    pub(crate) async fn paths(&mut self, run: AnalysisId) -> Result<BTreeMap<u32, Vec<String>>> {
        let tree = self.tree(run).await?;
        let mut above: Vec<Vec<String>> = Vec::with_capacity(tree.len());
        let mut paths = BTreeMap::new();
        for branch in &tree {
            let parent = branch.parent.and_then(|parent| usize::try_from(parent).ok());
            // A node stands after the one above it: the database holds it true.
            let path: Vec<String> =
                match parent.and_then(|parent| Some((tree.get(parent)?, above.get(parent)?))) {
                    Some((parent, path)) => path.iter().chain([&parent.label]).cloned().collect(),
                    None => Vec::new(),
                };
            if let Some(theme) = branch.theme {
                paths.insert(theme, path.clone());
            }
            above.push(path);
        }
        Ok(paths)
    }
}

fn node(branch: Branch, (verbatims, signatories): (u32, u32), lines: &[ThemeLine]) -> TreeNode {
    let theme = branch.theme.and_then(|rank| lines.iter().find(|line| line.tag.rank == rank)).cloned();
    TreeNode { parent: branch.parent, theme, label: branch.label, hue: branch.hue, verbatims, signatories }
}
