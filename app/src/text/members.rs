//! The pages of staff about people.

use domain::member::{MemberAct, Role};
use domain::reading::{MemberEventLine, Standing, Voice};
use domain::territory::{Territory, TerritoryLevel};

use super::number::{counted, number, plural};

pub mod speaks;

/// The title of the list.
pub const TITLE: &str = "Membres";
/// The label of staff's own navigation.
pub const DESK: &str = "Pages de la rédaction";
/// A link.
pub const TERRITORIES: &str = "Collectivités";
/// A link.
pub const INVITATIONS: &str = "Invitations";
/// A link.
pub const ADD: &str = "Ajouter une personne";
/// A field.
pub const SEARCH: &str = "Nom, numéro, commune ou adresse";
/// A button.
pub const FIND: &str = "Chercher";
/// A filter.
pub const COLLEGE: &str = "Collège";
/// A filter.
pub const ROLE: &str = "Rôle";
/// A filter.
pub const STANDING: &str = "Où en est la personne";
/// A filter.
pub const VOICE: &str = "Sa collectivité";
/// The option that asks nothing.
pub const ANY: &str = "Indifférent";
/// A caption.
pub const BY_COLLEGE: &str = "Membres par collège";
/// Nobody answers.
pub const NOBODY: &str = "Personne ne répond à cette recherche.";
/// What to do.
pub const NOBODY_HOW: &str = "Retirez un filtre, ou cherchez un seul mot : le début d’un nom suffit.";
/// There is nobody at all.
pub const EMPTY: &str = "Ce congrès n’a pas encore de membres.";
/// What to do.
pub const EMPTY_HOW: &str = "Ajoutez une personne, ou importez une liste (CSV, XLSX ou ODS).";
/// A button beneath the list.
pub const INVITE_TICKED: &str = "Inviter les personnes cochées";
/// Beside each name.
pub const TICK: &str = "Cocher";
/// Nobody has the address.
pub const NO_EMAIL: &str = "sans adresse";

/// « 212 membres », « 12 membres sur 212 »
pub fn found(found: u32, all: u32) -> String {
    let members = counted(found, "membre", "membres");
    if found == all { members } else { format!("{members} sur {}", number(all)) }
}

/// « Idée (12) »
pub fn option(label: &str, count: u32) -> String {
    format!("{label} ({})", number(count))
}

/// How far a person has come.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::ToInvite => "Pas encore invité",
        Standing::Waiting => "Invité, jamais venu",
        Standing::Came => "Venu",
        Standing::Declined => "A décliné",
    }
}

/// Whether a territory spoke.
pub fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Spoken => "A contribué",
        Voice::Silent => "Silencieuse",
        Voice::Nowhere => "Sans collectivité",
    }
}

/// « commune », « intercommunalité »
pub fn level(level: TerritoryLevel) -> &'static str {
    match level {
        TerritoryLevel::Commune => "commune",
        TerritoryLevel::Epci => "intercommunalité",
        TerritoryLevel::Departement => "département",
        TerritoryLevel::Region => "région",
    }
}

/// « Échiré (79), commune, 3 412 habitants »
pub fn territory(territory: &Territory) -> String {
    let place = match &territory.departement {
        Some(code) if territory.level == TerritoryLevel::Commune => format!("{} ({code})", territory.name),
        _ => territory.name.clone(),
    };
    let people =
        territory.population.map_or(String::new(), |n| format!(", {}", counted(n, "habitant", "habitants")));
    format!("{place}, {}{people}", level(territory.level))
}

/// Links asked for by strangers.
pub fn unknown_requests(count: u32) -> String {
    let times = counted(count, "demande", "demandes");
    format!(
        "Depuis sept jours, {times} de lien {} d’une adresse que personne n’a ici : une élue ou un élu s’est peut-être trompé d’adresse, ou la liste en a une ancienne.",
        plural(count, "venait", "venaient")
    )
}

/// The page of a person.
pub mod one {
    use super::{MemberAct, MemberEventLine, Role};
    use crate::text::names;

    /// The title of the page that adds one.
    pub const NEW: &str = "Ajouter une personne";
    /// A field.
    pub const NAME: &str = "Prénom et nom";
    /// A field.
    pub const MANDATE: &str = "Mandat ou fonction";
    /// Its hint.
    pub const MANDATE_HINT: &str = "Sans la commune : « adjointe au maire, déléguée au numérique ».";
    /// A field.
    pub const COLLEGE: &str = "Collège";
    /// A field.
    pub const EMAIL: &str = "Adresse électronique";
    /// Its hint.
    pub const EMAIL_HINT: &str = "Plusieurs personnes peuvent partager la même.";
    /// A field.
    pub const TELEPHONE: &str = "Téléphone";
    /// A legend.
    pub const ROLES: &str = "Rôles";
    /// Beneath.
    pub const ROLES_HINT: &str = "Contribuer et voter ne demandent aucun rôle.";
    /// Beside what isn't theirs to give.
    pub const ROLE_NOT_YOURS: &str = "Seule l’administration peut donner ou retirer ce rôle.";
    /// The last administrator.
    pub const LAST_ADMINISTRATOR: &str =
        "C’est la dernière personne qui administre ce congrès : donnez d’abord ce rôle à quelqu’un d’autre.";
    /// Somebody is there already.
    pub const KNOWN: &str =
        "Une personne de ce nom, de cette collectivité et de cette adresse est déjà membre.";
    /// Somebody who was erased.
    pub const ERASED: &str = "Cette personne a demandé à être effacée de ce congrès : elle n’est pas ajoutée. Si c’est quelqu’un d’autre du même nom, donnez aussi son adresse. Si elle veut revenir, cochez la case au bas du formulaire.";
    /// A box, only then.
    pub const RETURNS: &str = "Elle demande elle-même à revenir";
    /// Its hint.
    pub const RETURNS_HINT: &str =
        "Sa nouvelle fiche commence à zéro et le dit ; rien de ce qui a été effacé ne revient.";
    /// What changes, and what doesn't.
    pub const FROZEN: &str = "Ce qui a été signé garde le mandat et la collectivité d’alors.";
    /// A heading.
    pub const WHO: &str = "Qui c’est";
    /// A heading.
    pub const TERRITORY: &str = "Sa collectivité";
    /// None is known.
    pub const NO_TERRITORY: &str = "Aucune collectivité.";
    /// A field.
    pub const TERRITORY_SEARCH: &str = "Chercher une collectivité";
    /// Its hint.
    pub const TERRITORY_HINT: &str = "Le début du nom, puis le département si besoin : « saint martin 29 ». Un code INSEE ou SIREN convient aussi.";
    /// A button.
    pub const TERRITORY_NONE: &str = "Retirer la collectivité";
    /// Nothing is found.
    pub const TERRITORY_UNKNOWN: &str =
        "Aucune collectivité ne porte ce nom : vérifiez l’orthographe, ou cherchez un seul mot.";
    /// The label of what was found.
    pub const TERRITORY_FOUND: &str = "Collectivités trouvées";
    /// A heading.
    pub const ENTERING: &str = "Entrer";
    /// A button.
    pub const DRAW_CODE: &str = "Donner un code à dicter";
    /// What it is.
    pub const CODE_HOW: &str = "Six chiffres, valables quinze minutes et une seule fois. Vérifiez à qui vous parlez : ce code fait entrer en son nom.";
    /// A button.
    pub const INVITE: &str = "Inviter";
    /// A button.
    pub const INVITE_AGAIN: &str = "Inviter à nouveau";
    /// A link.
    pub const WRITE_FOR: &str = "Écrire en son nom";
    /// A button.
    pub const SIGN_OUT: &str = "Déconnecter tous ses appareils";
    /// What it does.
    pub const SIGN_OUT_HOW: &str =
        "Téléphone perdu, boîte piratée : ses appareils sont déconnectés et ses liens n’ouvrent plus.";
    /// Somebody who may only be changed by an administrator.
    pub const NOT_YOURS: &str = "Cette personne administre le congrès : seule l’administration peut changer sa fiche ou lui donner un code.";
    /// A heading.
    pub const TRACE: &str = "Ce qui a été fait pour cette personne";
    /// Nothing yet.
    pub const NO_TRACE: &str = "Rien pour l’instant.";

    /// « Ajouté par Idriss Belkacem »
    pub fn event(line: &MemberEventLine) -> String {
        let detail = line.detail.as_deref().unwrap_or_default();
        let role =
            || detail.parse::<Role>().map_or_else(|_| detail.to_owned(), |role| names::role(role).to_owned());
        let what = match line.act {
            MemberAct::Added => "Fiche créée".to_owned(),
            MemberAct::Returned => "Fiche créée à sa demande, après un effacement".to_owned(),
            MemberAct::Imported => format!("Importation du fichier « {detail} »"),
            MemberAct::Changed => format!("Fiche modifiée ({detail})"),
            MemberAct::Invited => "Invitation envoyée".to_owned(),
            MemberAct::Reminded => format!("Relance envoyée ({detail})"),
            MemberAct::CodeDrawn => "Code donné à dicter".to_owned(),
            MemberAct::BadgeDrawn => "Badge imprimé".to_owned(),
            MemberAct::BadgeTaken => "Badge repris".to_owned(),
            MemberAct::RoleGiven => format!("Rôle donné : {}", role()),
            MemberAct::RoleTaken => format!("Rôle retiré : {}", role()),
            MemberAct::SignedOut => "Appareils déconnectés".to_owned(),
            MemberAct::Named => format!("Désignation pour représenter {detail}"),
            MemberAct::Written => format!("Contribution {detail} saisie en son nom"),
            MemberAct::Erased => "Données effacées à sa demande".to_owned(),
            MemberAct::Relieved => format!("Fin de la représentation de {detail}"),
        };
        let by = line.by.as_deref().unwrap_or("une commande sur le serveur");
        format!("{what}, par {by}")
    }

    /// « 042 917 »
    pub fn code(digits: &str) -> String {
        let (first, last) = digits.split_at_checked(3).unwrap_or((digits, ""));
        format!("{first} {last}")
    }

    /// What to say with the code.
    pub fn code_says(name: &str, number: &str, until: &str) -> String {
        format!(
            "À dicter à {name}, maintenant : il n’est pas montré deux fois. Sur la page « Se connecter », cette personne donne son adresse ou le numéro {number}, puis ces chiffres. Il ouvre jusqu’à {until}."
        )
    }

    /// « Invitée ou invité le … », « N’a jamais été invitée ou invité »
    pub fn invited(day: Option<&str>) -> String {
        day.map_or("Pas encore d’invitation.".to_owned(), |day| format!("Dernière invitation le {day}."))
    }

    /// « A décliné le … »
    pub fn declined(day: &str) -> String {
        format!(
            "A demandé le {day} à ne plus rien recevoir : aucune lettre ne lui est envoyée, sauf celles qu’elle ou il demande."
        )
    }

    /// « 3 contributions »
    pub fn texts(count: u32) -> String {
        match count {
            0 => "N’a pas encore contribué.".to_owned(),
            count => format!("A écrit {}.", crate::text::number::count::contributions(count)),
        }
    }
}
