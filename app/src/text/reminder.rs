//! Reminding those who haven't answered.

use domain::reminder::{Group, Spared};

use super::number::{counted, number};

/// The title of the page.
pub const TITLE: &str = "Relances";
/// The first paragraph.
pub const LEAD: &str = "Une relance va à qui n’a pas encore répondu, et à personne d’autre. Rien ne part avant que vous l’ayez confirmé ici.";
/// A field.
pub const GROUP: &str = "Qui relancer";
/// A field.
pub const DEPARTEMENT: &str = "Département";
/// A field.
pub const REST: &str = "Laisser en paix qui a reçu une invitation ou une relance";
/// A button.
pub const SHOW: &str = "Voir qui est concerné";
/// Which groups share people.
pub const OVERLAP: &str = "Les trois premiers groupes ne partagent personne. Le dernier recoupe les autres : qui vient d’être relancé par l’un est laissé en paix par les autres. Il contient la personne désignée pour représenter la collectivité ; à défaut, tous ses membres.";
/// Nobody is to be reminded.
pub const NONE: &str = "Personne n’est à relancer ici.";
/// What to do.
pub const NONE_HOW: &str = "Choisissez un autre groupe, ou retirez un filtre.";
/// Why nothing can be sent.
pub const SHUT_HOW: &str = "Une relance demande d’écrire : elle n’a de sens que pendant l’appel.";
/// A heading.
pub const SPARED: &str = "Laissés en paix";
/// After a click, nobody was left.
pub const NOTHING_SENT: &str = "Aucune relance n’est partie : ces personnes ont répondu, n’en veulent plus, ou viennent d’en recevoir une.";

/// A group, as it is chosen.
pub fn group(of: Group) -> &'static str {
    match of {
        Group::NeverCame => "Invités, jamais entrés",
        Group::NeverWrote => "Entrés, n’ont rien écrit",
        Group::DraftWaits => "Un texte commencé, pas envoyé",
        Group::SilentTerritory => "Collectivités silencieuses",
    }
}

/// Why people get no letter, and how many.
pub fn spared(why: Spared, count: u32) -> String {
    let words = match why {
        Spared::Declined => "ont décliné",
        Spared::LeftAlone => "ont demandé à ne rien recevoir",
        Spared::NoAddress => "sans adresse : un code au téléphone",
        Spared::Bounced => "dont la dernière lettre n’est pas arrivée : voyez le courrier",
        Spared::Recently => "ont reçu une invitation ou une relance il y a peu",
    };
    format!("{}, {words}", counted(count, "personne", "personnes"))
}

/// « depuis moins de 7 jours »
pub fn rest(days: u32) -> String {
    format!("depuis moins de {}", counted(days, "jour", "jours"))
}

/// « 12 relances partiront. »
pub fn leave(letters: u32) -> String {
    match letters {
        1 => "Une relance partira.".to_owned(),
        more => format!("{} relances partiront.", number(more)),
    }
}

/// The button: it says how many.
pub fn send(letters: u32) -> String {
    format!("Envoyer {}", counted(letters, "relance", "relances"))
}

/// After sending.
pub fn sent(letters: u32) -> String {
    match letters {
        0 => NOTHING_SENT.to_owned(),
        1 => "Une relance est en route.".to_owned(),
        more => format!("{} relances sont en route.", number(more)),
    }
}

/// The letter.
pub mod letter {
    use domain::reminder::Group;
    use domain::territory::Territory;
    use domain::time::Timestamp;

    use crate::text::date;

    /// Goes on with a text.
    pub const GO_ON: &str = "Reprendre mon texte";

    /// The subject: it names the person, since the mailbox may be shared.
    pub fn subject(name: &str, now: Timestamp, closes: Timestamp, congress: &str) -> String {
        format!("{name}, {} pour répondre : {congress}", date::left(now, closes))
    }

    /// What is missing.
    pub fn missing(group: Group, invited: Option<Timestamp>, speaks_for: Option<&Territory>) -> String {
        match (group, speaks_for) {
            (Group::SilentTerritory, Some(territory)) => format!(
                "Personne n’a encore écrit depuis votre collectivité ({}). Votre réponse serait la première.",
                territory.name
            ),
            (Group::DraftWaits, _) => "Un texte commencé vous attend, tel que vous l’avez laissé. Il n’est pas envoyé : personne d’autre ne l’a lu.".to_owned(),
            (Group::NeverWrote, _) | (Group::SilentTerritory, None) => "Votre espace est ouvert, et il n’y a encore rien de vous. Quelques phrases suffisent : ce qui marche, ce qui manque, ce que vous demandez.".to_owned(),
            (Group::NeverCame, _) => {
                let invited = invited.map_or_else(String::new, |at| format!(" du {}", date::day(at)));
                format!("Notre invitation{invited} attend votre réponse. Cinq minutes suffisent, depuis un téléphone.")
            }
        }
    }

    /// Why one gets it.
    pub fn why(organiser: &str, number: &str) -> String {
        format!(
            "Vous recevez cette relance parce que {organiser} vous compte parmi les membres de ce congrès, sous le numéro {number}, et n’a pas encore de contribution à votre nom."
        )
    }
}
