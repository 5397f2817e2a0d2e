//! Collectivités: what a member speaks from.

use serde::{Deserialize, Serialize};

use crate::coded;

coded! {
    /// What kind of collectivité a territory is.
    pub enum TerritoryLevel {
        /// A commune, by INSEE (COG) code.
        Commune = "commune",
        /// An intercommunalité with its own taxes, by SIREN.
        Epci = "epci",
        /// A département, by COG code.
        Departement = "departement",
        /// A région, by COG code.
        Region = "region",
    }
}

/// A collectivité as it was when a text was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Territory {
    /// INSEE (COG) code of a commune, département or région; SIREN of an EPCI; empty when the list of territories does not know the name.
    pub code: String,
    /// Its name: « Quimperlé ».
    pub name: String,
    /// What it is.
    pub level: TerritoryLevel,
    /// COG code of its département: « 29 ». None for a région or an EPCI that crosses a border.
    pub departement: Option<String>,
    /// COG code of its région: « 53 ».
    pub region: Option<String>,
    /// Inhabitants, where known.
    pub population: Option<u32>,
}
