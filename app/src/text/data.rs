//! What is held of a person, and erasing it.

use domain::contribution::Target;
use domain::member::TextsFate;
use domain::reading::{HeldFile, HeldLink, HeldVoice};
use domain::workshop::Answer;

use super::number::{counted, plural};
use super::{date, members};

/// The title.
pub const TITLE: &str = "Mes données";
/// What this page is.
pub const LEAD: &str = "Tout ce que ce congrès garde à votre sujet, montré à d’autres ou non.";
/// A button.
pub const FILE: &str = "Télécharger (JSON)";
/// A link.
pub const LEAVE: &str = "Effacer ce qui me concerne…";
/// Beside the link.
pub const HELD_HINT: &str = "Ce que ce congrès garde de vous : à lire, à télécharger, ou à faire effacer.";
/// A heading.
pub const WHO: &str = "Qui vous êtes";
/// A heading.
pub const TEXTS: &str = "Ce que vous avez écrit";
/// A heading.
pub const NOTES: &str = "Ce qui a été noté comme vos propos";
/// A heading.
pub const DRAFTS: &str = "Ce que vous avez commencé";
/// A heading.
pub const SUPPORTS: &str = "Ce que vous soutenez";
/// A heading.
pub const WAYS_IN: &str = "Vos liens personnels et vos appareils";
/// A heading.
pub const SITTINGS: &str = "Votre part dans les séances";
/// A heading.
pub const AMENDMENTS: &str = "Vos amendements";
/// A heading.
pub const FILES: &str = "Les fichiers que vous avez importés";
/// A heading.
pub const LETTERS: &str = "Les lettres à votre nom";
/// A heading.
pub const TRACE: &str = "Ce que l’équipe a fait pour vous";
/// Nothing is held there.
pub const NOTHING: &str = "Rien.";
/// What isn't kept.
pub const SECRETS: &str = "De vos liens, de vos codes et de vos badges, seule une empreinte est gardée : elle reconnaît un secret, et ne permet pas de le retrouver.";

/// The lines about the person, as name and value.
pub fn who(member: &domain::member::Member) -> Vec<(&'static str, String)> {
    let none = || "non indiqué".to_owned();
    let text = |value: Option<&str>| value.map_or_else(none, str::to_owned);
    vec![
        ("Numéro", member.number.to_string()),
        ("Nom", member.name.as_str().to_owned()),
        ("Mandat ou fonction", text(member.mandate.as_ref().map(domain::line::Line::as_str))),
        ("Collège", super::names::college(member.college).to_owned()),
        ("Collectivité", member.territory.as_ref().map_or_else(none, members::territory)),
        ("Adresse électronique", text(member.email.as_ref().map(domain::email::Email::as_str))),
        ("Téléphone", text(member.telephone.as_ref().map(domain::line::Line::as_str))),
        ("Signature choisie", super::settings::display(member.display).to_owned()),
        ("Lettres choisies", super::settings::mail(member.mail).0.to_owned()),
        ("Peut être contacté", if member.contact { "oui".to_owned() } else { "non".to_owned() }),
        ("Fiche créée", date::moment(member.created_at)),
        ("Dernière invitation", member.invited_at.map_or_else(none, date::moment)),
        ("Règle du jeu lue", member.rules_read_at.map_or_else(none, date::moment)),
    ]
}

/// « déposé le 3 octobre »
pub fn amended(is_author: bool, day: &str) -> String {
    if is_author { format!("déposé le {day}") } else { format!("cosigné le {day}") }
}

/// « Représente 29081 (commune) depuis le 3 octobre 2026 »
pub fn voice(voice: &HeldVoice) -> String {
    let level = members::level(voice.level);
    let since = date::day(voice.from);
    match voice.until {
        None => format!("Représente la collectivité {} ({level}) depuis le {since}", voice.code),
        Some(until) => {
            format!(
                "A représenté la collectivité {} ({level}) du {since} au {}",
                voice.code,
                date::day(until)
            )
        }
    }
}

/// « Version 2, du 3 octobre 2026 à 9 h »
pub fn version(number: u32, made: &str) -> String {
    format!("Version {number}, du {made}")
}

/// « Noté à une table le 3 octobre 2026 à 9 h. Vous n’avez pas encore répondu. »
pub fn noted(moment: &str, answer: Option<Answer>) -> String {
    let said = match answer {
        None => "Vous n’avez pas encore répondu : votre nom n’est pas montré.",
        Some(Answer::Confirmed) => "Vous avez répondu que c’était de vous.",
        Some(Answer::Denied) => "Vous avez répondu que ce n’était pas de vous : votre nom n’est pas montré.",
    };
    format!("Noté à une table le {moment}. {said}")
}

/// What a draft was to become.
pub fn draft(target: Target, saved: &str) -> String {
    match target {
        Target::New => format!("Une contribution, gardée le {saved}"),
        Target::Complement(number) => format!("Un complément à {number}, gardé le {saved}"),
        Target::Change(number) => format!("Un changement de {number}, gardé le {saved}"),
    }
}

/// « Soutenue le 3 octobre 2026 »
pub fn supported(day: &str) -> String {
    format!("soutenue le {day}")
}

/// « Lien du 3 octobre 2026, valable jusqu’au 2 novembre 2026, jamais utilisé »
pub fn link(link: &HeldLink) -> String {
    let used =
        link.used_at.map_or("jamais utilisé".to_owned(), |at| format!("utilisé le {}", date::day(at)));
    let end = match link.revoked_at {
        Some(at) => format!("repris le {}", date::day(at)),
        None => format!("valable jusqu’au {}", date::day(link.until)),
    };
    format!("Lien du {}, {end}, {used}", date::day(link.made_at))
}

/// « membres.csv, des membres, importé le 3 octobre 2026 à 9 h »
pub fn file(file: &HeldFile) -> String {
    let (kind, moment) = (super::import::kind(file.kind), date::moment(file.at));
    match file.waits {
        true => format!("{} ({kind}), envoyé le {moment} et pas encore importé", file.name),
        false => format!("{} ({kind}), importé le {moment}", file.name),
    }
}

/// What stands for the name of somebody who was erased.
pub const STAND_IN: &str = "Personne effacée";

/// The page that asks before it erases.
pub mod leave {
    use super::{TextsFate, counted, plural};

    /// The title for oneself.
    pub const TITLE: &str = "Effacer ce qui me concerne ?";
    /// A legend.
    pub const TEXTS: &str = "Mes contributions";
    /// The same, of somebody else.
    pub const THEIR_TEXTS: &str = "Ses contributions";
    /// A box.
    pub const SURE: &str = "Oui, effacer : rien ne pourra être retrouvé.";
    /// The box isn't ticked.
    pub const NOT_SURE: &str = "Cochez la case : ce qui est effacé ne revient pas.";
    /// A button.
    pub const DO: &str = "Effacer";
    /// The way back.
    pub const KEEP: &str = "Non, ne rien effacer";
    /// What goes for good.
    pub const GOES: [&str; 6] = [
        "Nom, mandat, adresses, liens, appareils, brouillons, soutiens et lettres disparaissent.",
        "Sur les feuilles de présence et les listes des votants, « Personne effacée » remplace le nom : les présences et les voix restent comptées. Pouvoirs, badges et réponses aux convocations prennent fin.",
        "Un procès-verbal déjà signé garde les noms qu’il porte : c’est un acte, que son empreinte fige.",
        "Un numéro reste à la place de chaque texte effacé, pour que les comptes restent justes.",
        "Une empreinte du nom reste aussi, avec la collectivité ou l’adresse : personne ne peut y lire un nom, mais elle reconnaît celui qu’on lui présente. Elle sert à une seule chose, qu’aucune liste ne ramène quelqu’un qui est parti sans qu’il le demande.",
        "Les sauvegardes faites avant ce jour ne changent pas : l’équipe sait quand elle les détruit.",
    ];
    /// What can't be found by itself.
    pub const NOT_LINKED: &str = "Un texte venu sur papier, d’une table ou d’un fichier n’est pas toujours relié à une personne : donnez son numéro à l’équipe, qui l’effacera.";
    /// Done.
    pub const DONE: &str = "C’est effacé.";
    /// What was done.
    pub const DONE_WHAT: &str = "Hors des procès-verbaux déjà signés, ce congrès ne garde plus rien où se lise votre nom ou qui mène à vous, et cet appareil est déconnecté. Seule reste l’empreinte qui empêche une liste de vous ramener ; pour revenir, demandez-le à l’équipe.";
    /// The way on.
    pub const DONE_WAY: &str = "Revenir au congrès";
    /// A link on the page of a person.
    pub const ERASE_THEM: &str = "Effacer cette personne…";
    /// When it is asked.
    pub const ERASE_HOW: &str =
        "À sa demande seulement : nom, adresses, liens et lettres disparaissent pour toujours.";

    /// The title for somebody else.
    pub fn title(name: &str) -> String {
        format!("Effacer {name} ?")
    }

    /// How many texts are at stake.
    pub fn texts(count: u32) -> String {
        match count {
            0 => "Aucune contribution n’est reliée à cette fiche.".to_owned(),
            _ => format!(
                "{} {} à cette fiche.",
                counted(count, "contribution", "contributions"),
                plural(count, "est reliée", "sont reliées")
            ),
        }
    }

    /// What becomes of them, and what it means.
    pub fn fate(fate: TextsFate) -> (&'static str, &'static str) {
        match fate {
            TextsFate::Anonymous => (
                "Les garder sans signature",
                "Elles restent citées, avec le collège pour seule indication. Celles qui sont retirées ou masquées sont effacées.",
            ),
            TextsFate::Erased => {
                ("Les effacer aussi", "Leurs mots disparaissent partout, même là où ils sont cités.")
            }
        }
    }
}
