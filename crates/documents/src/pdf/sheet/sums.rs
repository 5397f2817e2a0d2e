//! No figure is printed that the annex doesn't hold.

use domain::reading::Dossier;
use std::collections::BTreeSet;

use super::anchors::all_quotes;
use crate::DocumentError;

/// Checks every sum that the document prints.
pub fn check(dossier: &Dossier) -> Result<(), DocumentError> {
    let figures = &dossier.motion.figures;
    for (line, quotes) in &dossier.themes {
        same(&format!("verbatims of theme {}", line.tag.rank), line.verbatims, quotes.len())?;
    }
    same(
        "verbatims in themes",
        figures.in_themes,
        dossier.themes.iter().map(|(_, quotes)| quotes.len()).sum(),
    )?;
    same("weak signals", figures.weak, dossier.weak.len())?;
    same("unplaced verbatims", figures.unplaced, dossier.unplaced.len())?;
    same("verbatims", figures.verbatims, all_quotes(dossier).count())?;
    same("contributions", figures.contributions, dossier.contributions.len())?;
    let different: BTreeSet<_> = all_quotes(dossier).map(|quote| quote.verbatim).collect();
    same("different verbatims", figures.verbatims, different.len())
}

fn same(what: &str, said: u32, held: usize) -> Result<(), DocumentError> {
    let held = u32::try_from(held).unwrap_or(u32::MAX);
    if said == held { Ok(()) } else { Err(DocumentError::Sums { what: what.to_owned(), said, held }) }
}
