//! What those who write the motion think of an amendment, before the assembly decides.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::wording::Words;

coded! {
    /// What is advised.
    pub enum Avis {
        /// To adopt it.
        Favourable = "favorable",
        /// To reject it.
        Unfavourable = "defavorable",
        /// « Sagesse de l’assemblée »: neither.
        Wisdom = "sagesse",
    }
}

/// An avis with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// What is advised.
    pub avis: Avis,
    /// Why, as far as that is said.
    pub words: String,
    /// Other words that would be advised, as long as the author hasn't answered.
    pub rewrite: Option<Words>,
}
