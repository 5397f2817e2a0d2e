//! What a file says of the version that it holds.

use domain::reading::PublishedMotion;
use domain::wording::{BlockKind, Frozen, Shape, Stance};

use super::Published;
use crate::DocumentError;
use crate::french::{NBSP, THIN, count, long_date, number};

/// « Objectif 3 », « Proposition 12 », « Paragraphe ».
pub fn called(of: &Frozen, shape: Shape) -> String {
    let name = match (of.kind, shape) {
        (BlockKind::Preamble, _) => "Préambule",
        (BlockKind::Heading, Shape::Objectives) => "Objectif",
        (BlockKind::Heading, Shape::Principles) => "Principe",
        (BlockKind::Heading, Shape::Own) => "Partie",
        (BlockKind::Paragraph, _) => "Paragraphe",
        (BlockKind::Proposition, _) => "Proposition",
    };
    of.number.map_or_else(|| name.to_owned(), |n| format!("{name}{NBSP}{}", number(n)))
}

/// What verbatims stand beside a block for.
pub const fn stance(of: Stance) -> &'static str {
    match of {
        Stance::Support => "À l’appui",
        Stance::Nuance => "Nuance",
        Stance::Disagreement => "Désaccord",
    }
}

/// Which version it is, and what of it nobody has accepted yet.
pub fn notice(motion: &PublishedMotion, published: &Published<'_>) -> Result<String, DocumentError> {
    let line = &motion.line;
    let mut said = format!("Version{NBSP}{}, publiée le {}.", line.number.get(), long_date(line.at)?);
    if line.machine > 0 {
        let left = count(line.machine, "phrase vient encore", "phrases viennent encore");
        said += &format!(" {left} du brouillon automatique{NBSP}: personne ne l’a reprise à son compte.");
        if line.machine > 1 {
            said = said.replace("ne l’a reprise", "ne les a reprises");
        }
    }
    if line.pending > 0 {
        let left = count(line.pending, "verbatim reste", "verbatims restent");
        said += &format!(" {left} à traiter{THIN}; l’annexe des contributions les donne tous.");
    }
    if published.congress.fictional {
        said += &format!(" {}", crate::pdf::fiction());
    }
    Ok(said)
}
