//! Minutes of sittings: their facts, what stands beside them, and their signatures.

mod correction;
mod facts;
mod signing;

pub use signing::SigningMinutes;
