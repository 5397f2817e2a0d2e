//! The tree of themes, and how many there are.

use serde::{Deserialize, Serialize};

use crate::coded;

/// A node of the tree of themes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    /// The index of the node above, which stands before this one; none for the root, which is the first.
    pub parent: Option<u32>,
    /// The rank of the theme that this leaf is; none for a node that divides further.
    pub theme: Option<u32>,
    /// For a leaf, the theme's label; above, a phrase that its verbatims share.
    pub label: String,
    /// Its hue: one a branch below the root.
    pub hue: u8,
}

coded! {
    /// How sure an analysis is of how many themes there are.
    pub enum Confidence {
        /// Other starts and close counts find nearly the same themes.
        High = "nette",
        /// They find most of them.
        Fair = "moyenne",
        /// They find others: read the division as one of several.
        Low = "faible",
        /// A person set the count.
        Given = "donnee",
    }
}

/// How many themes a run settled on, and how surely.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Leaf themes.
    pub themes: u32,
    /// How surely.
    pub confidence: Confidence,
    /// Mean agreement (adjusted Rand index) of the themes that different starts find at that count, at most 1.
    pub agreement: f64,
    /// The counts that were compared, with the score of each; empty when a person set it.
    pub compared: Vec<(u32, f64)>,
}
