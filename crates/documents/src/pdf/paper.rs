//! The form on paper.

use domain::congress::Congress;
use serde::Serialize;

use super::sheet::fiction;
use super::{typeset, world};
use crate::DocumentError;
use crate::glyphs::Printer;

const NBSP: char = '\u{a0}';

#[derive(Debug, Serialize)]
struct PaperSheet {
    title: String,
    congress: String,
    organiser: String,
    question: String,
    fiction: Option<String>,
    number: String,
    lead: String,
    kind: String,
    kinds: [&'static str; 3],
    name: String,
    mandate: String,
    consent: String,
    rules: String,
}

/// A form to print and to write on by hand: one A4 side, the same bytes for the same congress. `rules` is the address where the
/// whole « règle du jeu » stands.
///
/// # Errors
/// When the page can't be laid out.
pub fn paper(congress: &Congress, rules: &str) -> Result<Vec<u8>, DocumentError> {
    let printer = Printer::new();
    let sheet = PaperSheet {
        title: format!("Formulaire papier, {}", printer.line(&congress.title)),
        congress: printer.line(&congress.title),
        organiser: printer.line(&congress.organiser),
        question: printer.line(&congress.question),
        fiction: congress.fictional.then(fiction),
        number: format!("Formulaire n°{NBSP}"),
        lead: "Écrivez comme vous parlez, au stylo, d’un seul côté. Une idée par feuille se relit mieux."
            .to_owned(),
        kind: format!("Si vous voulez, dites ce que c’est{NBSP}:"),
        kinds: ["état des lieux", "idée", "mode d’action"],
        name: format!("Prénom et nom (facultatif){NBSP}:"),
        mandate: format!("Mandat ou fonction, et collectivité{NBSP}:"),
        consent: "J’accepte d’être citée ou cité sous ce nom. Sans cette croix, le texte paraît sans nom."
            .to_owned(),
        rules: format!(
            "La règle du jeu, en une phrase{NBSP}: votre texte est recopié à la lettre, reçoit un numéro, paraît parmi les \
             contributions, peut être cité dans la motion, et se retire sur simple demande. Elle est entière sur {rules}."
        ),
    };
    let desk = world::Desk::new(world::Page::Paper, serde_json::to_vec(&sheet)?, None);
    let bytes = typeset(&desk, format!("pleniere-papier-{}", congress.id));
    comemo::evict(0);
    bytes
}
