//! Runs: started, finished whole, failed or abandoned.

mod finish;
mod places;
mod run;
mod verbatims;

pub use run::{Run, RunState};
