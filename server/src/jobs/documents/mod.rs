//! Documents made from a congress, and the desk where pages order them.

mod desk;
mod file;
mod offered;
mod render;
mod version;

pub use desk::{Desk, Status};
pub use file::File;
pub use offered::offered;
pub use render::{RenderError, open_data, render, render_from};
