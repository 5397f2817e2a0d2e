//! What tells one line from another, so that the same file twice adds nothing.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Draws fingerprints; the second line with the same content gets another one than the first, in every reading of the file.
#[derive(Default)]
pub(crate) struct Fingerprints {
    seen: BTreeMap<[u8; 32], u32>,
}

impl Fingerprints {
    /// SHA-256, in hexadecimal, of the parts and of how often the same parts came before.
    pub fn draw(&mut self, parts: &[&str]) -> String {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        let content: [u8; 32] = hash.finalize().into();
        let before = self.seen.entry(content).or_default();
        let digest = Sha256::new().chain_update(content).chain_update(before.to_le_bytes()).finalize();
        *before += 1;
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
