//! Noting what others say at a table, or wrote on paper.

use domain::contribution::{ContributionNumber, Kind, State};
use domain::workshop::{Answer, Noted, NotedError};

use super::names;

/// The title, and the name of the page among staff's.
pub const PAPER_TITLE: &str = "Formulaires papier";
/// Beneath it.
pub const PAPER_LEAD: &str = "Recopiez chaque formulaire à la lettre, fautes comprises : ce sont les mots de la personne. La page de la contribution dira « saisie par la rédaction ».";
/// A link.
pub const PAPER_PRINT: &str = "Imprimer le formulaire vierge (PDF)";
/// The field of a table.
pub const LINE: &str = "Ce qui vient de se dire";
/// Its hint.
pub const LINE_HINT: &str = "Une remarque par ligne, au plus près des mots ; Entrée passe à la suivante.";
/// The field of a paper form.
pub const PAPER_WORDS: &str = "Le texte";
/// Its hint.
pub const PAPER_WORDS_HINT: &str = "Tel qu’il est écrit.";
/// A field.
pub const KIND: &str = "C’est";
/// No kind.
pub const NO_KIND: &str = "Non précisé";
/// Beneath it, where keys work.
pub const KIND_HINT: &str = "D’une touche, tant que la ligne est vide : = état des lieux, ! idée, > mode d’action, la même touche pour défaire.";
/// A field.
pub const SPEAKER: &str = "Qui parle";
/// Its hint.
pub const SPEAKER_HINT: &str = "Facultatif : le début du prénom ou du nom d’un membre. Son nom ne paraît que si cette personne confirme.";
/// The same for paper.
pub const AUTHOR: &str = "Qui l’a écrit";
/// Its hint.
pub const AUTHOR_HINT: &str =
    "Le nom d’un membre, s’il a signé et accepté d’être cité ; vide pour un formulaire sans nom.";
/// A field.
pub const PAPER: &str = "Numéro du formulaire";
/// Its hint.
pub const PAPER_HINT: &str = "Celui que vous écrivez sur le papier, pour le retrouver.";
/// Several members answer to a name.
pub const WHICH: &str = "Laquelle de ces personnes ?";
/// None of them.
pub const NOBODY: &str = "Aucune d’elles : ne nommer personne";
/// Nobody answers to a name.
pub const UNKNOWN: &str = "Aucun membre ne porte ce nom. Corrigez-le, ou laissez la case vide.";
/// More answer than can be shown.
pub const TOO_MANY: &str = "Plus de huit membres portent ce nom : écrivez-en davantage.";
/// A few letters could be anybody's.
pub const TOO_FEW: &str = "Écrivez au moins trois lettres du nom, ou laissez la case vide.";
/// Names were looked for too often at that table.
pub const TOO_OFTEN: &str = "Beaucoup de noms ont été cherchés à cette table en dix minutes. Écrivez le prénom et le nom en entier, ou laissez la case vide.";
/// Several answer.
pub const CHOOSE: &str = "Plusieurs membres portent ce nom : choisissez.";
/// A button.
pub const NOTE: &str = "Noter";
/// A button.
pub const CORRECT: &str = "Enregistrer la correction";
/// A link.
pub const CANCEL: &str = "Ne pas corriger";
/// A heading.
pub const NOTED: &str = "Déjà noté";
/// Nothing yet.
pub const NOTHING: &str =
    "Rien encore. Chaque ligne paraîtra ici, et peut se corriger ou se retirer pendant dix minutes.";
/// Beneath the heading.
pub const HOW_LONG: &str = "Chaque ligne se corrige ou se retire pendant dix minutes.";
/// Opens the form on a line.
pub const CHANGE: &str = "Corriger";
/// A button.
pub const REMOVE: &str = "Retirer";
/// The line isn't theirs to change any more.
pub const TOO_LATE: &str = "Les dix minutes sont passées, ou la personne a confirmé : cette ligne ne se change plus ici. La rédaction peut encore le faire.";
/// Somebody else corrected it in the meantime.
pub const STALE: &str = "Cette ligne a été corrigée entre-temps : relisez-la dans la liste.";
/// Lines that wait for the network, said by the page's script.
pub const UNSENT: &str = "non transmis";

/// « C-1013 est notée. »
pub fn done(number: ContributionNumber) -> String {
    format!("{number} est notée.")
}

/// « C-1013 est corrigée. »
pub fn corrected(number: ContributionNumber) -> String {
    format!("{number} est corrigée.")
}

/// « C-1013 est retirée. »
pub fn removed(number: ContributionNumber) -> String {
    format!("{number} est retirée.")
}

/// What a button does, for those who don't see where it stands.
pub fn of_line(does: &str, number: ContributionNumber) -> String {
    format!("{does}, {number}")
}

/// A kind in the list.
pub fn kind(kind: Kind) -> &'static str {
    names::kind(kind)
}

/// Why a line can't be noted.
pub fn words(error: NotedError) -> String {
    match error {
        NotedError::TooShort => "Il n’y a rien à noter : écrivez au moins un mot.".to_owned(),
        NotedError::TooLong(many) => {
            format!("{many} caractères : il en faut {} au plus. Coupez en deux lignes.", Noted::MAX)
        }
        NotedError::Control => "La ligne contient un caractère invisible : retapez-la.".to_owned(),
    }
}

/// Another line went from this page.
pub fn already_sent(number: ContributionNumber) -> String {
    format!(
        "Une autre ligne est déjà partie de cette page : {number}. Appuyez encore une fois pour noter aussi celle-ci."
    )
}

/// Who is said to have said it, and what they say of it.
pub fn speaker(name: &str, answer: Option<Answer>) -> String {
    match answer {
        None => format!("{name}, à confirmer"),
        Some(Answer::Confirmed) => format!("{name}, confirmé"),
        Some(Answer::Denied) => "la personne nommée n’a pas confirmé".to_owned(),
    }
}

/// What became of a line that isn't shown.
pub fn state(state: State) -> Option<&'static str> {
    match state {
        State::Published => None,
        State::Waiting => Some("en attente de relecture"),
        State::Hidden => Some("masquée par la rédaction"),
        State::Withdrawn => Some("retirée"),
        State::Erased => Some("effacée"),
    }
}

/// « formulaire n°\u{a0}12 »
pub fn paper(number: &str) -> String {
    format!("formulaire n°\u{a0}{number}")
}

/// A heading of one's own page.
pub const YOURS: &str = "On vous a cité";
/// Beneath it.
pub const YOURS_LEAD: &str = "Quelqu’un a noté ces mots à une table et dit qu’ils sont les vôtres. Tant que vous n’avez pas répondu, ils restent un propos rapporté de la table, sans votre nom et sans guillemets.";
/// A button.
pub const MINE: &str = "C’est ce que j’ai dit : signer";
/// A button.
pub const NOT_MINE: &str = "Ce n’est pas de moi";
/// What signing does.
pub fn signing(signature: &str) -> String {
    format!(
        "Signer en fait votre contribution, sous la signature « {signature} ». Vous pourrez la modifier ou la retirer."
    )
}
/// Once one answered.
pub const ANSWERED: &str = "Votre réponse est enregistrée.";
