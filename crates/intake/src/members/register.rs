//! The Répertoire national des élus: one file for each kind of mandate, the same columns in each. Family names are in capitals,
//! and the function stays empty for those who have no other than their mandate.

/// Which of its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Register {
    Municipal,
    Community,
    Departement,
    Region,
}

impl Register {
    /// The file that has these columns, if it is one of the register's.
    pub fn recognise(names: &[String]) -> Option<Self> {
        let has = |column: &str| names.iter().any(|name| territories::fold(name) == column);
        if !has("nom de l elu") || !has("prenom de l elu") {
            return None;
        }
        Some(if has("n siren") || has("libelle de l epci") {
            Self::Community
        } else if has("code du canton") {
            Self::Departement
        } else if has("code de la commune") {
            Self::Municipal
        } else {
            Self::Region
        })
    }

    /// The mandate of somebody whose function isn't named.
    pub fn mandate(self, woman: bool) -> &'static str {
        match (self, woman) {
            (Self::Municipal, true) => "conseillère municipale",
            (Self::Municipal, false) => "conseiller municipal",
            (Self::Community, true) => "conseillère communautaire",
            (Self::Community, false) => "conseiller communautaire",
            (Self::Departement, true) => "conseillère départementale",
            (Self::Departement, false) => "conseiller départemental",
            (Self::Region, true) => "conseillère régionale",
            (Self::Region, false) => "conseiller régional",
        }
    }
}

/// « LE BIHAN-D’OR » as one writes it, « Le Bihan-D’Or ».
pub(super) fn in_lower_case(name: &str) -> String {
    let mut begins = true;
    let mut written = String::with_capacity(name.len());
    for sign in name.chars() {
        if begins {
            written.push(sign);
        } else {
            written.extend(sign.to_lowercase());
        }
        begins = !sign.is_alphabetic();
    }
    written
}

/// « Maire » as it stands in a sentence.
pub(super) fn uncapitalised(function: &str) -> String {
    let mut signs = function.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}
