//! People, and how they sign.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::territory::Territory;

coded! {
    /// Who a member speaks as; counted apart everywhere, so that no lobby drowns among contributors.
    pub enum College {
        /// Élues et élus.
        Elected = "elus",
        /// Agentes et agents of a collectivité.
        Agents = "agents",
        /// Partners: associations, syndicats mixtes, companies.
        Partners = "partenaires",
        /// The file didn't say.
        Unstated = "inconnu",
    }
}

/// Who signs a contribution, frozen with it: mandates and territories change, what was signed doesn't.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// « Nadia Le Bihan », « Table 4 »; None when the text came without a name.
    pub name: Option<String>,
    /// « adjointe au maire, déléguée au numérique », without the commune.
    pub mandate: Option<String>,
    /// Who they speak as.
    pub college: College,
    /// What they speak from.
    pub territory: Option<Territory>,
}

impl Signature {
    /// A text that came without a name.
    pub const ANONYMOUS: Self =
        Self { name: None, mandate: None, college: College::Unstated, territory: None };
}
