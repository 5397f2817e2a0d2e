//! Runs: started, finished whole, failed or abandoned.

mod alive;
mod finish;
mod places;
mod run;
mod verbatims;

pub use alive::Alive;
pub use run::{Run, RunState};
