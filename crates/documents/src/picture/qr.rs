//! An address as a QR code.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

use crate::DocumentError;

/// White modules around the code, which readers need (ISO/IEC 18004, 4.9).
const QUIET: usize = 4;

/// `text` as an SVG that fills what it stands in: one path, black on white whatever the page around it is, named `label` for
/// those who don't see it. A quarter of it may be stained.
///
/// # Errors
/// When the text is longer than a QR code holds.
pub fn qr(text: &str, label: &str) -> Result<String, DocumentError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q)
        .map_err(|error| DocumentError::Layout(error.to_string()))?;
    let width = code.width();
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                // Writing to a string can't fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", column + QUIET, row + QUIET, run.len(), run.len());
            }
            column += run.len();
        }
    }
    let side = width + 2 * QUIET;
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\" \
         aria-label=\"{label}\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_square_and_a_book_does_not() {
        let drawn = qr("https://congres.example/table/k7f3-9qmd-2xwp-a4th", "Table <3>").unwrap();
        assert!(
            drawn.contains("viewBox=\"0 0 45 45\"") && drawn.contains("aria-label=\"Table &lt;3>\""),
            "{drawn}"
        );
        // The three corners that readers look for.
        for corner in ["M4 4h7v1h-7z", "M34 4h7v1h-7z", "M4 34h7v1h-7z"] {
            assert!(drawn.contains(corner), "{corner}");
        }
        assert!(qr(&"a".repeat(5_000), "").is_err());
    }
}
