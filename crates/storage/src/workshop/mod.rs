//! Workshops and their tables; what is noted there, or typed from paper.

mod note;
mod notes;
mod table;

pub use note::NewNote;
