//! The names of kinds, colleges, channels, phases and reasons.

use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::congress::PhaseKind;
use domain::contribution::{Channel, Kind};
use domain::member::{College, Role};

/// « Idée »
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Situation => "État des lieux",
        Kind::Idea => "Idée",
        Kind::Action => "Mode d’action",
    }
}

/// « Idée », « Sans type »
pub fn kind_or_none(of: Option<Kind>) -> &'static str {
    of.map_or("Sans type", kind)
}

/// « Idée (suggérée par le logiciel) », « Idée (dite par son auteur) »
pub fn kind_with_source(of: Kind, suggested: bool) -> String {
    let source = match (suggested, of) {
        (false, _) => "selon son auteur",
        (true, Kind::Idea) => "suggérée par le logiciel",
        (true, _) => "suggéré par le logiciel",
    };
    format!("{}, {source}", kind(of))
}

/// « Élues et élus »
pub fn college(college: College) -> &'static str {
    match college {
        College::Elected => "Élues et élus",
        College::Agents => "Agentes et agents",
        College::Partners => "Partenaires",
        College::Unstated => "Non précisé",
    }
}

/// « rédaction »
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Scribe => "scribe",
        Role::Staff => "rédaction",
        Role::Chair => "présidence",
        Role::Administrator => "administration",
        Role::Observer => "observation",
    }
}

/// « par le formulaire en ligne »
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Online => "par le formulaire en ligne",
        Channel::Workshop => "en atelier",
        Channel::Paper => "sur papier",
        Channel::File => "dans un fichier",
    }
}

/// « Appel à idées »
pub fn phase(phase: PhaseKind) -> &'static str {
    match phase {
        PhaseKind::Call => "Appel à idées",
        PhaseKind::Analysis => "Analyse",
        PhaseKind::Drafting => "Rédaction",
        PhaseKind::Congress => "Congrès",
        PhaseKind::HandOver => "Remise",
    }
}

/// « Signal faible », « Non rapproché », or nothing for a theme, which has its own label.
pub fn apart<T>(place: &Place<T>) -> &'static str {
    match place {
        Place::Theme(_) => "",
        Place::Weak(_) => "Signal faible",
        Place::Unplaced(_) => "Non rapproché",
    }
}

/// Why a verbatim is a weak signal.
pub fn weak_reason(reason: WeakReason) -> &'static str {
    match reason {
        WeakReason::FarFromAll => {
            "il est loin de tous les thèmes : ses mots sont courants, mais personne d’autre ne les réunit ainsi"
        }
        WeakReason::RareWords => {
            "presque personne d’autre n’emploie ses mots, mais ils se tiennent : c’est peut-être un sujet neuf"
        }
        WeakReason::SmallCorpus => "il y a encore trop peu de contributions pour former des thèmes",
    }
}

/// Why a verbatim couldn't be compared.
pub fn unplaced_reason(reason: UnplacedReason) -> &'static str {
    match reason {
        UnplacedReason::TooShort => "il est trop court : trop peu de mots qui aient un sens par eux-mêmes",
        UnplacedReason::OtherLanguage => "il n’est pas en français",
        UnplacedReason::NoSharedWord => "aucun de ses mots n’est employé par quelqu’un d’autre",
    }
}
