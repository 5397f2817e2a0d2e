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

/// How large a commune is, in words, where its name would tell who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizeBand {
    /// Fewer than 500 inhabitants.
    Under500,
    /// Fewer than 1,000.
    Under1000,
    /// Fewer than 3,500: where lists of candidates and published accounts begin (CGCT, L. 2121-8 and L. 2313-1 as they
    /// were until 2020), the usual border of the small commune.
    Under3500,
}

impl SizeBand {
    /// The band of a small commune; None from 3,500 inhabitants. One whose size isn't known counts as the smallest.
    pub fn of(territory: &Territory) -> Option<Self> {
        match territory.population {
            None | Some(0..500) => Some(Self::Under500),
            Some(500..1_000) => Some(Self::Under1000),
            Some(1_000..3_500) => Some(Self::Under3500),
            Some(_) => None,
        }
    }

    /// « commune de moins de 500 habitants »: stands in the signature, frozen with it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Under500 => "commune de moins de 500 habitants",
            Self::Under1000 => "commune de moins de 1\u{202f}000 habitants",
            Self::Under3500 => "commune de moins de 3\u{202f}500 habitants",
        }
    }
}
