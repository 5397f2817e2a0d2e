//! Themes without their names, for someone who hasn't seen them to name from what they say.

use analysis::{Item, Outcome};
use std::fmt::Write as _;
use std::path::Path;

/// Verbatims of a theme that the reader sees.
const SHOWN: usize = 3;

/// Writes `<name>.txt`, each theme's number and typical verbatims, and `<name>.labels`, the names by number.
pub(super) fn write(
    folder: &str,
    name: &str,
    items: &[Item<'_>],
    outcome: &Outcome,
) -> Result<(), Box<dyn std::error::Error>> {
    let (mut said, mut labels) = (String::new(), String::new());
    for (theme, number) in outcome.themes.iter().zip(1..) {
        writeln!(said, "{number}.")?;
        writeln!(labels, "{number}. {}", theme.label)?;
        for &at in theme.typical.iter().take(SHOWN) {
            let verbatim = &outcome.verbatims[at];
            let text = &items[verbatim.item].body[verbatim.span.clone()];
            writeln!(said, "   « {} »", text.split_whitespace().collect::<Vec<_>>().join(" "))?;
        }
    }
    std::fs::create_dir_all(folder)?;
    std::fs::write(Path::new(folder).join(format!("{name}.txt")), said)?;
    std::fs::write(Path::new(folder).join(format!("{name}.labels")), labels)?;
    Ok(())
}
