//! Ways in: personal links, dictated codes, sessions. Secrets are known here by their hash only.

mod code;
mod link;
mod request;
mod session;

pub use code::CodeOutcome;
pub use link::Link;
pub use session::SignedIn;

/// SHA-256 of a secret.
pub type SecretHash = [u8; 32];
