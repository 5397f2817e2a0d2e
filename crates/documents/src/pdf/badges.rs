//! Badges, ten a page, to print and cut.

use domain::congress::Congress;
use serde::Serialize;

use super::sheet::fiction;
use super::{typeset, world};
use crate::DocumentError;
use crate::glyphs::Printer;
use crate::picture::qr;

const NBSP: char = '\u{a0}';

/// Lengths in characters under which a name is printed large, then less so.
const SHORT: usize = 20;
const LONG: usize = 34;

/// What stands on one badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// First and family name.
    pub name: String,
    /// What they are, without where.
    pub mandate: Option<String>,
    /// What they speak from, or for.
    pub territory: Option<String>,
    /// The whole address that the code leads to; without one, the badge bears a name and opens nothing.
    pub address: Option<String>,
}

#[derive(Debug, Serialize)]
struct BadgesSheet {
    title: String,
    congress: String,
    organiser: String,
    fiction: Option<String>,
    badges: Vec<BadgeSheet>,
}

#[derive(Debug, Serialize)]
struct BadgeSheet {
    name: String,
    size: &'static str,
    mandate: String,
    territory: String,
    code: Option<String>,
    alt: String,
    how: Vec<String>,
}

/// Badges of a sitting on A4 with cut lines; the same bytes for the same badges.
///
/// # Errors
/// When an address is longer than a code holds, or the pages can't be laid out.
pub fn badges(congress: &Congress, sitting: &str, badges: &[Badge]) -> Result<Vec<u8>, DocumentError> {
    let printer = Printer::new();
    let sheet = BadgesSheet {
        title: format!("Badges, {}", printer.line(sitting)),
        congress: printer.line(&congress.title),
        organiser: printer.line(&congress.organiser),
        fiction: congress.fictional.then(fiction),
        badges: badges.iter().map(|badge| laid_out(&printer, badge)).collect::<Result<_, _>>()?,
    };
    let desk = world::Desk::new(world::Page::Badges, serde_json::to_vec(&sheet)?, None);
    let bytes = typeset(&desk, format!("pleniere-badges-{}", congress.id));
    comemo::evict(0);
    bytes
}

fn laid_out(printer: &Printer, badge: &Badge) -> Result<BadgeSheet, DocumentError> {
    let line = |of: &Option<String>| of.as_deref().map(|of| printer.line(of)).unwrap_or_default();
    let alt = format!("Code du badge de {}", badge.name);
    let how = match &badge.address {
        Some(address) => {
            let bare = address.trim_start_matches("https://").trim_start_matches("http://");
            format!("Après l’accueil, visez ce code avec votre téléphone{NBSP}: il vous connecte.\n{bare}")
        }
        None => "Vous vous connectez par votre lien personnel.".to_owned(),
    };
    Ok(BadgeSheet {
        name: printer.line(&badge.name),
        size: match badge.name.chars().count() {
            0..=SHORT => "17pt",
            n if n <= LONG => "13pt",
            _ => "10pt",
        },
        mandate: line(&badge.mandate),
        territory: line(&badge.territory),
        code: badge.address.as_deref().map(|address| qr(address, &alt)).transpose()?,
        alt,
        how: printer.lines(&how),
    })
}
