//! What a run is made from.

use serde::{Deserialize, Serialize};

use crate::id::AnalysisId;

/// What a run was made from: the same again gives the same result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// SHA-256 of the numbers and bodies it read, in hexadecimal.
    pub corpus: String,
    /// The seed of its random numbers.
    pub seed: u64,
    /// Its checked parameters, as JSON.
    pub parameters: String,
    /// The engine's version.
    pub engine: String,
    /// The run whose themes and map it started from.
    pub predecessor: Option<AnalysisId>,
}
