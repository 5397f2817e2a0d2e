//! Documents made from a congress, and the desk where pages order them.

mod desk;
mod file;
mod render;

pub use desk::{Desk, Status};
pub use file::File;
pub use render::{RenderError, open_data, render, render_from};
