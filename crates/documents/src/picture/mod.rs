//! The map and the tree as pictures: SVG to print large or to take up elsewhere, PNG to send.
//!
//! Words stay text, so that a picture can be searched, read aloud and corrected. Each line says its width as our fonts have
//! it (`textLength`): where they are missing, another font is fitted into it and nothing overlaps.

mod caption;
mod colours;
mod face;
mod labels;
mod map;
mod qr;
mod raster;
mod svg;
mod tree;

pub use map::map;
pub use qr::qr;
pub use raster::png;
pub use tree::tree;

/// What a picture says besides its model.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The title of the congress.
    pub congress: &'a str,
    /// Whether the congress is invented, which the picture says.
    pub fictional: bool,
}
