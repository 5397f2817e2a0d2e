//! Themes: their list, the page of one, and what stands in none.

mod apart;
mod line;
mod page;
mod voices;
