//! The tree.

use serde::{Deserialize, Serialize};

use super::{Figures, RunTag, ThemeLine};
use crate::analysis::Choice;

/// The tree of a run: the themes that most people share at the trunk, the particular ones as branches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TreePage {
    /// The run shown.
    pub run: RunTag,
    /// The figures: the leaves' verbatims, the weak and the unplaced sum to `figures.verbatims`.
    pub figures: Figures,
    /// How many themes, and how surely.
    pub choice: Choice,
    /// The root first, each node after the one above it.
    pub nodes: Vec<TreeNode>,
}

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TreeNode {
    /// The index of the node above; none for the root.
    pub parent: Option<u32>,
    /// A leaf's theme, with its words and voice; none for a node that divides further.
    pub theme: Option<ThemeLine>,
    /// The leaf's label; above, a phrase that its verbatims share.
    pub label: String,
    /// Its hue, from 0 to 7.
    pub hue: u8,
    /// Verbatims below it.
    pub verbatims: u32,
    /// Distinct signatories below it.
    pub signatories: u32,
}

impl TreeNode {
    /// How widely it is shared: its signatories; its verbatims where nobody signed.
    pub const fn voices(&self) -> u32 {
        if self.signatories > 0 { self.signatories } else { self.verbatims }
    }
}

impl TreePage {
    /// Whether a branch bears no phrase of its own but the names of two themes below it.
    pub fn is_named_after_themes(&self, node: usize) -> bool {
        let label = &self.nodes[node].label;
        self.nodes.iter().filter(|leaf| leaf.theme.is_some()).any(|leaf| {
            label.strip_prefix(leaf.label.as_str()).is_some_and(|rest| rest.starts_with("\u{202f};"))
        })
    }
}
