//! `pleniere config`.

use super::Outcome;
use crate::config::Config;

pub(super) fn run(config: &Config) -> Outcome {
    print!("{}", config.shown());
    Ok(())
}
