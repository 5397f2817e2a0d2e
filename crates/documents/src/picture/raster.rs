//! SVG to PNG, with our own fonts.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

use crate::DocumentError;
use crate::fonts::SHELF;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in &SHELF.fonts {
        fonts.load_font_data(font.data().to_vec());
    }
    Arc::new(fonts)
});

/// The widest picture, in pixels: an A1 sheet at 300 points an inch.
const WIDEST: u32 = 10_000;

/// A picture as PNG, `width` pixels wide.
///
/// # Errors
/// When the SVG can't be read, or when the width isn't from 1 to 10,000.
pub fn png(svg: &str, width: u32) -> Result<Vec<u8>, DocumentError> {
    let refused = |why: String| DocumentError::Picture(why);
    if !(1..=WIDEST).contains(&width) {
        return Err(refused(format!("a width of {width} pixels isn't from 1 to {WIDEST}")));
    }
    let options =
        Options { fontdb: FONTS.clone(), font_family: "Pleniere Sans".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| refused(error.to_string()))?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round().max(1.0) as u32;
    let mut pixels = Pixmap::new(width, height)
        .ok_or_else(|| refused(format!("{width} × {height} pixels are too many")))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| refused(error.to_string()))
}
