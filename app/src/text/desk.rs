//! The chair's desk (« pupitre ») and the door (« accueil »).

use domain::sitting::Presence;
use domain::vote::{Base, Fraction, HandsFault, Means, QuestionFault, Secrecy};

use super::number::number;
use super::vote;

/// The title.
pub const TITLE: &str = "Pupitre";
/// What to do next, above it.
pub const NEXT: &str = "À faire maintenant";
/// A button.
pub const OPEN_SITTING: &str = "Ouvrir la séance";
/// A button.
pub const CLOSE_SITTING: &str = "Lever la séance";
/// A button.
pub const BEGIN_ITEM: &str = "Passer à ce point";
/// A button.
pub const END_ITEM: &str = "Clore le point";
/// A heading.
pub const PREPARE: &str = "Préparer un vote";
/// A field.
pub const POLL_TITLE: &str = "Ce qui est mis aux voix";
/// Its hint.
pub const POLL_TITLE_HINT: &str = "En une ligne, telle qu’elle sera lue\u{a0}: « Adoption de la motion ».";
/// A field.
pub const POLL_TEXT: &str = "Le texte, s’il y en a un";
/// Its hint.
pub const POLL_TEXT_HINT: &str = "Il se lit sur les téléphones et à l’écran.";
/// A field.
pub const OPTIONS: &str = "Les options, une par ligne";
/// Its hint.
pub const OPTIONS_HINT: &str = "Rien pour un vote « pour ou contre ».";
/// A field.
pub const MOST: &str = "Combien de choix au plus";
/// A field.
pub const MAJORITY: &str = "Majorité";
/// A field.
pub const SECRECY: &str = "Mode";
/// A field.
pub const MEANS: &str = "Comment";
/// A tick.
pub const TEST: &str = "Répétition\u{a0}: pour s’exercer, sans trace au procès-verbal";
/// A tick.
pub const CASTING: &str = "À égalité, la voix de la présidence est prépondérante";
/// A button.
pub const KEEP: &str = "Préparer le vote";
/// Once it is done.
pub const KEPT: &str = "Le vote est préparé. Ouvrez-le quand l’assemblée est prête.";
/// A button.
pub const OPEN: &str = "Ouvrir le vote";
/// A button, in a rehearsal.
pub const SIMULATE: &str = "Simuler la salle";
/// Beneath it.
pub const SIMULATE_HOW: &str = "Les voix qui manquent sont données au hasard en quelques secondes. Elles ne comptent pas et n’entrent ni au journal, ni au procès-verbal, ni dans les données ouvertes.";
/// A vote that counts.
pub const NOT_REHEARSAL: &str = "Seule une répétition ouverte se simule. Rien n’a été changé.";
/// A button.
pub const CLOSE: &str = "Clore le vote";
/// A button.
pub const PROCLAIM: &str = "Proclamer le résultat";
/// A button.
pub const CANCEL: &str = "Annuler ce vote";
/// A field.
pub const REASON: &str = "Pourquoi";
/// Its hint.
pub const REASON_HINT: &str = "En une ligne\u{a0}: elle est publiée et figure au procès-verbal.";
/// A reason that misses.
pub const REASON_MISSING: &str = "Dites pourquoi, en une ligne\u{a0}: un vote ne s’annule pas sans motif.";
/// A heading.
pub const HANDS: &str = "Vote à main levée";
/// A button.
pub const UNANIMOUS: &str = "Unanimité";
/// A button.
pub const RECORD: &str = "Noter ces comptes";
/// Counts of hands.
pub const FOR: &str = "Pour";
/// The same.
pub const AGAINST: &str = "Contre";
/// The same.
pub const ABSTAIN: &str = "Abstentions";
/// The same.
pub const BLANK: &str = "Blancs";
/// A count that isn't one.
pub const COUNT: &str = "Écrivez un nombre, 0 s’il n’y en a pas.";
/// A heading.
pub const PAPER: &str = "Bulletins papier";
/// Beneath it.
pub const PAPER_HOW: &str =
    "Si des personnes ont voté sur papier, comptez leurs bulletins et notez-les avant de proclamer.";
/// A heading.
pub const CASTING_NOW: &str = "Égalité\u{a0}: la présidence choisit";
/// A heading.
pub const CHECK_IN_CODE: &str = "Code d’émargement";
/// A button.
pub const SHOW_CODE: &str = "Afficher un code à l’écran";
/// A button.
pub const HIDE_CODE: &str = "Retirer le code";

/// How many haven't voted, as the page's script says it.
pub const AWAITED: &str = "{left}\u{a0}voix sur {of} n’ont pas encore été données.";
/// Everybody has.
pub const NONE_AWAITED: &str = "Toutes les voix ont été données.";

/// How many haven't voted: a count, and never who.
pub fn awaited(given: u64, of: u64) -> String {
    let said = |n: u64| number(u32::try_from(n).unwrap_or(u32::MAX));
    match of.saturating_sub(given) {
        0 => NONE_AWAITED.to_owned(),
        left => AWAITED.replace("{left}", &said(left)).replace("{of}", &said(of)),
    }
}

/// How voices are given.
pub fn means(of: Means) -> &'static str {
    match of {
        Means::Ballots => "Sur les téléphones, et sur papier à l’accueil",
        Means::Hands => "À main levée, comptée par la présidence",
    }
}

/// Whether a vote is secret.
pub fn secrecy(of: Secrecy) -> &'static str {
    match of {
        Secrecy::Public => "Public",
        Secrecy::Secret => "Secret",
    }
}

/// Majorities that are offered, by the value of their choice.
pub fn majorities() -> [(&'static str, String, domain::vote::Majority); 5] {
    use domain::vote::{Majority, Threshold};
    let part = |fraction, base, at_least| Majority::Part(Threshold { fraction, base, at_least });
    let of = |code, majority| (code, vote::majority(majority), majority);
    [
        of("absolue", Majority::ABSOLUTE),
        of("relative", Majority::Relative),
        of("deux-tiers", part(Fraction::TWO_THIRDS, Base::Cast, true)),
        of("presents", part(Fraction::HALF, Base::Roll, false)),
        of("inscrits", part(Fraction::HALF, Base::Entitled, false)),
    ]
}

/// Why a question can't be put to the vote.
pub fn question_fault(of: QuestionFault) -> &'static str {
    match of {
        QuestionFault::Options => {
            "Écrivez entre 2 et 40 options, une par ligne, ou aucune pour un vote « pour ou contre »."
        }
        QuestionFault::Twice => "Deux options portent le même nom\u{a0}: distinguez-les.",
        QuestionFault::Most => "Le nombre de choix va de 1 au nombre d’options.",
        QuestionFault::TooLong => {
            "Le texte dépasse 20\u{202f}000 caractères\u{a0}: raccourcissez-le, ou donnez-en le lien à l’ordre du jour."
        }
        QuestionFault::Hands => {
            "À main levée, on compte des pour et des contre\u{a0}: retirez les options, ou votez sur les téléphones."
        }
    }
}

/// Why counted hands can't be the room's.
pub fn hands_fault(of: HandsFault) -> String {
    match of {
        HandsFault::TooMany(hands, there) => {
            format!(
                "{hands} mains pour {}\u{a0}: recomptez, ou vérifiez la feuille de présence.",
                vote::voices(there)
            )
        }
        HandsFault::Nobody => "Personne n’a émargé\u{a0}: il n’y a pas de voix à compter.".to_owned(),
    }
}

/// Somebody else was faster, or the poll is elsewhere.
pub const STATE: &str =
    "Ce vote n’en est plus là\u{a0}: la page montre maintenant où il en est. Rien n’a été changé.";
/// The sitting isn't open.
pub const SHUT: &str = "La séance n’est pas ouverte\u{a0}: ouvrez-la d’abord.";
/// Another poll takes ballots.
pub const ANOTHER: &str = "Un autre vote est ouvert\u{a0}: fermez-le d’abord.";
/// Nobody with a voice is there.
pub const NOBODY: &str = "Personne n’a émargé\u{a0}: le vote n’aurait pas de votants. Ouvrez l’accueil, ou affichez le code d’émargement.";
/// A form was used before, with other words.
pub const OTHER_WORDS: &str = "Ce formulaire avait déjà préparé un autre vote, qui est gardé. Rien de ce que vous venez d’écrire n’est perdu : « Préparer le vote » une fois encore en prépare un second.";
/// The key of the box is lost.
pub const KEY_LOST: &str =
    "La clé de cette urne n’est plus sur ce serveur\u{a0}: le vote ne peut être qu’annulé, puis refait.";
/// The chair must choose.
pub const CASTING_MISSING: &str =
    "Les voix sont à égalité\u{a0}: dites de quel côté va la voix de la présidence.";
/// A sitting can't be closed.
pub const VOTES_OPEN: &str =
    "Un vote est ouvert ou pas encore proclamé\u{a0}: terminez-le, ou annulez-le, avant de lever la séance.";

/// Too few for a secret poll.
pub fn too_few(there: u64, least: u16) -> String {
    format!(
        "{} pour un scrutin secret\u{a0}: il en faut au moins {least}, sinon le résultat dirait qui a choisi quoi. Préparez un vote public.",
        vote::voices(there)
    )
}

/// The title of the door.
pub const DOOR: &str = "Accueil";
/// Beneath it.
pub const DOOR_LEAD: &str = "Cochez chaque personne qui entre ou sort. Seules les personnes présentes, ou représentées par quelqu’un de présent, votent.";
/// A field.
pub const FIND: &str = "Chercher une personne";
/// A button.
pub const FIND_GO: &str = "Chercher";
/// A button.
pub const IN_ROOM: &str = "Entre";
/// A button.
pub const IN_REMOTE: &str = "À distance";
/// A button.
pub const OUT: &str = "Sort";
/// A button.
pub const ON_PAPER: &str = "Vote sur papier";
/// Nobody is found.
pub const FOUND_NONE: &str = "Personne ne porte ce nom parmi les inscrits.";

/// How somebody is there.
pub fn presence(of: Option<Presence>) -> &'static str {
    match of {
        Some(Presence::Room) => "dans la salle",
        Some(Presence::Remote) => "à distance",
        None => "pas encore là",
    }
}

/// A heading.
pub const LATE: &str = "Arrivées après l’ouverture du vote";
/// Beneath it.
pub const LATE_HOW: &str = "Ces voix ne sont pas sur la liste du scrutin ouvert. Seule la présidence peut les y ajouter ; le journal le note.";
/// A button.
pub const ADD_VOICE: &str = "Ajouter à ce vote";
/// A voice can't be added.
pub const NOT_LATE: &str = "Cette voix ne peut pas être ajoutée : elle est déjà sur la liste, la personne n’est plus là, ou son pouvoir a été accepté pendant le vote.";

/// « Soazig Tanguy », « Anna Le Bec, voix confiée à Soazig Tanguy »
pub fn late_voice(name: &str, holder: Option<&str>) -> String {
    match holder {
        None => name.to_owned(),
        Some(holder) => format!("{name}, voix confiée à {holder}"),
    }
}

/// Nothing is to be done at once.
pub const NOTHING: &str = "Passez au point suivant de l’ordre du jour, ou préparez un vote.";
/// A heading.
pub const PREPARED: &str = "Votes préparés";
/// What most votes don't need.
pub const MORE: &str = "Un texte à lire, ou des options à choisir";
/// The sitting isn't where the act takes it from.
pub const SITTING_STATE: &str =
    "La séance n’en est plus là\u{a0}: la page montre maintenant où elle en est. Rien n’a été changé.";

/// Above what comes after a result.
pub const THEN: &str = "Ensuite";
/// The agenda has come to its end.
pub const AGENDA_OVER: &str =
    "L’ordre du jour est épuisé : préparez un autre vote, ou levez la séance en bas de cette page.";

/// Said at once where the key of the box is lost, with the way out.
pub const KEY_LOST_HOW: &str = "La clé de cette urne n’est plus sur ce serveur : ses bulletins ne peuvent plus être lus, ni le vote proclamé. Annulez ce vote, puis préparez-le de nouveau : chacun revotera.";
/// A reason that is proposed then.
pub const KEY_LOST_REASON: &str = "La clé de l’urne est perdue";
/// Said at once where ballots can't be written, with the way out.
pub const NOT_WRITTEN: &str = "Les votes n’arrivent plus sur le disque du serveur. Ceux qui ont été confirmés sont gardés ; les autres attendent sur les téléphones et repartent tout seuls. Ne fermez pas le vote : prévenez la technique (disque plein ?), ou annulez-le et votez à main levée.";
