//! The acknowledgement of a contribution.

use domain::congress::{Phase, PhaseKind};
use domain::contribution::{ContributionNumber, State};
use domain::time::Timestamp;

use super::{date, names};

/// The page's title.
pub const TITLE: &str = "Accusé de réception";

/// « C’est reçu : C-0421 »
pub fn received(number: ContributionNumber) -> String {
    format!("C’est reçu : votre contribution porte le numéro {number}")
}

/// Where it stands.
pub fn stands(state: State) -> &'static str {
    match state {
        State::Published => "Elle est enregistrée et publiée.",
        State::Waiting => "Elle est enregistrée. La rédaction la relit avant de la publier.",
        State::Hidden | State::Withdrawn | State::Erased => {
            "Elle est enregistrée ; elle n’est pas publiée en ce moment."
        }
    }
}

/// Heading of what comes next.
pub const NEXT: &str = "Et maintenant ?";

/// The next dated step, in words. None when no date is ahead.
pub fn next_step(phases: &[Phase], now: Timestamp) -> Option<String> {
    if let Some(call) = phases.iter().find(|phase| phase.kind == PhaseKind::Call && now < phase.ends_at) {
        let closes = date::day_and_hour(call.ends_at);
        return Some(format!(
            "Vous pouvez modifier votre texte ou en écrire d’autres jusqu’au {closes}. {}",
            then(phases, call.ends_at)
        ));
    }
    phases.iter().any(|phase| phase.starts_at >= now).then(|| then(phases, now))
}

fn then(phases: &[Phase], from: Timestamp) -> String {
    let Some(next) = phases.iter().find(|phase| phase.starts_at >= from) else { return String::new() };
    let what = match next.kind {
        PhaseKind::Analysis => {
            "Ensuite vient l’analyse : votre texte sera rapproché de ceux qui disent des choses voisines"
        }
        PhaseKind::Drafting => {
            "Ensuite vient la rédaction de la motion, qui cite les contributions à la lettre"
        }
        PhaseKind::Congress => "Ensuite vient le congrès, où la motion est débattue et votée",
        PhaseKind::HandOver => "Ensuite vient la remise de la motion",
        PhaseKind::Call => names::phase(PhaseKind::Call),
    };
    format!("{what}, {}.", date::span(next.starts_at, next.ends_at))
}

/// Heading of whom to call.
pub const CONTACT: &str = "Une question ? Appelez";
/// Without anybody to call.
pub const NO_CONTACT: &str = "L’organisateur n’a pas encore indiqué de personne à appeler.";

/// A letter left.
pub fn letter(address: &str) -> String {
    format!("Un accusé de réception part aussi par courriel, à {address}.")
}

/// Heading of the closest contributions.
pub const CLOSE: &str = "D’autres ont dit des choses voisines";
/// What one may do with them.
pub const CLOSE_HOW: &str =
    "Si l’une dit aussi ce que vous vivez, soutenez-la, ou ajoutez-y votre cas. Rien ne vous y oblige.";
/// Nobody is close.
pub const ALONE: &str = "Personne d’autre ne le dit encore de cette façon : c’est précieux aussi.";
/// One more.
pub const ANOTHER: &str = "Écrire une autre contribution";
/// The list of one's own.
pub const MINE: &str = "Voir mes contributions";
/// Reads it as others do.
pub const READ: &str = "La lire comme les autres la voient";
/// A support was given.
pub const SUPPORTED: &str = "Vous soutenez cette contribution.";

/// The letter.
pub mod letter {
    use super::ContributionNumber;

    /// The subject: it names the person, since the mailbox may be shared.
    pub fn subject(name: &str, number: ContributionNumber) -> String {
        format!("{name}, votre contribution {number} est bien reçue")
    }

    /// The button.
    pub const BUTTON: &str = "Voir l’accusé de réception";
    /// Why one gets it.
    pub const WHY: &str = "Vous recevez ce message parce qu’une contribution vient d’être enregistrée à votre nom. Si ce n’est pas la vôtre, répondez-nous ou appelez.";
}
