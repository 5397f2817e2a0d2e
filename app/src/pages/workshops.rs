//! Workshops: their tables, the sheets that open them, and what is noted there or typed from paper.

pub mod enter;
pub mod line;
pub mod list;
pub mod live;
pub mod noting;
pub mod reported;
pub mod sheets;
