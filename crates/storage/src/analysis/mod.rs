//! Runs: started, finished whole, failed or abandoned; read back, and compared.

mod alive;
mod finish;
mod lines;
mod placements;
mod places;
mod run;
mod stored;
mod stored_themes;
mod themes;
mod tree;
mod verbatims;

pub use alive::Alive;
pub(crate) use stored::point;
