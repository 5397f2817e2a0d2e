//! Minutes (« procès-verbal ») of a sitting: a text that writes itself, corrected beside its facts, presented, then signed.

mod signature;
mod stage;
mod text;

pub use signature::{Office, Signatories, SignatoriesFault, Signatory, SignedHow, Signing};
pub use stage::{Correction, CorrectionText, CorrectionTextError, MinutesFault, MinutesStage, Presented};
pub use text::{MinutesText, Part, Section, SectionKey, SectionKeyError};

#[cfg(test)]
mod tests;
