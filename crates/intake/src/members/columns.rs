//! Which column of a list of people holds what.

use crate::columns::{Announced, name_of};

/// What a column of a list of people can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberField {
    /// The first name, when it stands apart.
    FirstName,
    /// The name, or the family name.
    Name,
    /// The mandate or function.
    Mandate,
    /// The college.
    College,
    /// COG code or SIREN of the collectivité.
    TerritoryCode,
    /// Name of the collectivité.
    Territory,
    /// Département of the collectivité, by code or name.
    Departement,
    /// The e-mail address.
    Email,
    /// A telephone number, kept to dictate a code.
    Telephone,
    /// What the person may do besides contributing: known, so that it is taken for nothing else, and left aside.
    Role,
    /// « M » or « F », for the name of a mandate that the register leaves out.
    Sex,
}

impl MemberField {
    /// The name that `--map` uses.
    pub fn name(self) -> &'static str {
        name_of(self)
    }

    /// Every name that `--map` understands.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().map(|(_, name, _)| *name)
    }
}

impl Announced for MemberField {
    // « Nom de l'élu », « Libellé de la fonction »: the register's columns.
    const NAMES: &'static [(Self, &'static str, &'static [&'static str])] = &[
        (Self::FirstName, "prenom", &["prenom", "prenom de l elu", "first name"]),
        (
            Self::Name,
            "nom",
            &[
                "nom",
                "nom de l elu",
                "nom de famille",
                "nom d usage",
                "nom prenom",
                "nom et prenom",
                "prenom nom",
                "prenom et nom",
                "membre",
                "elu",
                "elue",
                "participant",
                "name",
            ],
        ),
        (
            Self::Mandate,
            "mandat",
            &["mandat", "fonction", "libelle de la fonction", "libelle du mandat", "qualite"],
        ),
        (Self::College, "college", &["college"]),
        (
            Self::TerritoryCode,
            "code",
            &[
                "code insee",
                "insee",
                "cog",
                "code commune",
                "code de la commune",
                "siren",
                "n siren",
                "numero siren",
                "code collectivite",
                "collectivite code",
            ],
        ),
        (
            Self::Territory,
            "collectivite",
            &[
                "collectivite",
                "commune",
                "libelle de la commune",
                "libelle de l epci",
                "ville",
                "epci",
                "intercommunalite",
                "territoire",
                "organisme",
                "structure",
            ],
        ),
        (
            Self::Departement,
            "departement",
            &[
                "departement",
                "code departement",
                "code du departement",
                "dep",
                "dept",
                "libelle du departement",
            ],
        ),
        (
            Self::Email,
            "courriel",
            &[
                "courriel",
                "e mail",
                "email",
                "mail",
                "mel",
                "adresse electronique",
                "adresse mail",
                "adresse e mail",
            ],
        ),
        (Self::Telephone, "telephone", &["telephone", "tel", "portable", "mobile", "numero de telephone"]),
        (Self::Role, "role", &["role", "droits"]),
        (Self::Sex, "sexe", &["code sexe", "sexe", "civilite"]),
    ];
}
