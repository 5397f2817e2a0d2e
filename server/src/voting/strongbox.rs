//! Keys of secret polls, and what they seal.
//!
//! A key is drawn when its poll opens, lies in a file that is no part of the database, its log or a backup, and is destroyed when the
//! result is proclaimed. Without it, nothing of a box can be read or joined to a roll; with it gone, nothing ever can.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use domain::id::{Entropy, PollId};
use domain::vote::{Choice, Receipt};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;
use std::collections::BTreeSet;
use storage::SealedBallot;

/// The folder of keys.
#[derive(Clone, Debug)]
pub struct Strongbox {
    folder: PathBuf,
}

/// The key of one secret poll.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Strongbox {
    /// Keys lie in that folder, which is made when it is missing.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Draws the key of a poll that is about to open. Once it returns, the key is on disk. A key that lies there already is kept:
    /// an opening that failed after it is tried again.
    ///
    /// # Errors
    /// When the folder can't be written to.
    pub fn make(&self, poll: PollId, entropy: &mut dyn Entropy) -> io::Result<Key> {
        if let Some(key) = self.key(poll)? {
            return Ok(key);
        }
        std::fs::create_dir_all(&self.folder)?;
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        let mut file = private().write(true).create_new(true).open(self.path(poll))?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        self.flush_folder()?;
        Ok(Key(bytes))
    }

    /// The key of a poll, while it lies there.
    ///
    /// # Errors
    /// When it can't be read, or isn't one.
    pub fn key(&self, poll: PollId) -> io::Result<Option<Key>> {
        let mut file = match File::open(self.path(poll)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut bytes = [0; 32];
        file.read_exact(&mut bytes)?;
        Ok(Some(Key(bytes)))
    }

    /// Destroys the key of a poll: overwritten, then removed. Done twice, it is done.
    ///
    /// # Errors
    /// When it can't be.
    pub fn destroy(&self, poll: PollId) -> io::Result<()> {
        let path = self.path(poll);
        match OpenOptions::new().write(true).open(&path) {
            Ok(mut file) => {
                file.write_all(&[0; 32])?;
                file.sync_all()?;
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        }
        std::fs::remove_file(&path)?;
        self.flush_folder()
    }

    /// The polls whose keys lie there.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn polls(&self) -> io::Result<Vec<PollId>> {
        let entries = match std::fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let named = |entry: std::fs::DirEntry| entry.file_name().to_str()?.strip_suffix(".cle")?.parse().ok();
        entries.map(|entry| entry.map(named)).filter_map(io::Result::transpose).collect()
    }

    fn path(&self, poll: PollId) -> PathBuf {
        self.folder.join(format!("{poll}.cle"))
    }

    fn flush_folder(&self) -> io::Result<()> {
        File::open(Path::new(&self.folder))?.sync_all()
    }
}

/// A file that nobody else on the machine reads.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Bytes of a choice: what it is, then its options as bits.
const CHOICE: usize = 9;

impl Key {
    /// A ballot as the box takes it. All are of one length, so that none tells its choice by it. None when the library refuses,
    /// which it does for no plain text of this length.
    pub fn seal(&self, receipt: Receipt, choice: &Choice) -> Option<SealedBallot> {
        let mut sealed = receipt.bytes().to_vec();
        sealed.extend(encoded(choice));
        // A receipt is sealed once: its nonce is its own, and 96 bits of a MAC of 128 random ones don't meet.
        let nonce = *self.mac(b"nonce", receipt).first_chunk::<NONCE_LEN>()?;
        let used = Nonce::assume_unique_for_key(nonce);
        self.cipher()?.seal_in_place_append_tag(used, Aad::empty(), &mut sealed).ok()?;
        Some(SealedBallot { tag: self.mac(b"etiquette", receipt), sealed: [&nonce[..], &sealed].concat() })
    }

    /// What a ballot of the box says; none when it isn't one of this key's.
    pub fn open(&self, ballot: &SealedBallot) -> Option<(Receipt, Choice)> {
        let (nonce, sealed) = ballot.sealed.split_first_chunk::<NONCE_LEN>()?;
        let mut sealed = sealed.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let plain = self.cipher()?.open_in_place(nonce, Aad::empty(), &mut sealed).ok()?;
        let (receipt, choice) = plain.split_first_chunk::<16>()?;
        let receipt = Receipt::from_bytes(*receipt);
        (ballot.tag == self.mac(b"etiquette", receipt)).then_some((receipt, decoded(choice)?))
    }

    fn cipher(&self) -> Option<LessSafeKey> {
        UnboundKey::new(&CHACHA20_POLY1305, &self.0).ok().map(LessSafeKey::new)
    }

    fn mac(&self, what: &[u8], receipt: Receipt) -> Vec<u8> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.0);
        hmac::sign(&key, &[what, receipt.bytes()].concat()).as_ref().to_vec()
    }
}

fn encoded(choice: &Choice) -> [u8; CHOICE] {
    let (kind, bits) = match choice {
        Choice::For => (0, 0),
        Choice::Against => (1, 0),
        Choice::Abstain => (2, 0),
        Choice::Blank => (3, 0),
        Choice::Options(chosen) => {
            (4, chosen.iter().filter(|option| **option < 64).fold(0_u64, |bits, option| bits | 1 << option))
        }
    };
    let mut bytes = [kind; CHOICE];
    bytes[1..].copy_from_slice(&bits.to_be_bytes());
    bytes
}

fn decoded(bytes: &[u8]) -> Option<Choice> {
    let (kind, bits) = bytes.split_first()?;
    let bits = u64::from_be_bytes(bits.try_into().ok()?);
    Some(match kind {
        0 => Choice::For,
        1 => Choice::Against,
        2 => Choice::Abstain,
        3 => Choice::Blank,
        4 => Choice::Options((0..64).filter(|option| bits >> option & 1 == 1).collect::<BTreeSet<u16>>()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::Timestamp;
    use proptest::prelude::*;

    struct Counting(u8);
    impl Entropy for Counting {
        fn fill(&mut self, bytes: &mut [u8]) {
            self.0 += 1;
            bytes.fill(self.0);
        }
    }

    fn poll() -> PollId {
        PollId::new(Timestamp::from_micros(1), &mut Counting(0))
    }

    fn choice() -> impl Strategy<Value = Choice> {
        prop_oneof![
            Just(Choice::For),
            Just(Choice::Against),
            Just(Choice::Abstain),
            Just(Choice::Blank),
            prop::collection::btree_set(0_u16..40, 1..40).prop_map(Choice::Options),
        ]
    }

    proptest! {
        #[test]
        fn a_ballot_opens_by_its_own_key_alone_and_all_are_of_one_length(
            key in any::<[u8; 32]>(), other in any::<[u8; 32]>(), receipt in any::<[u8; 16]>(), choice in choice(), at in any::<prop::sample::Index>(),
        ) {
            let receipt = Receipt::from_bytes(receipt);
            let sealed = Key(key).seal(receipt, &choice).unwrap();
            prop_assert_eq!((sealed.tag.len(), sealed.sealed.len()), (32, NONCE_LEN + 16 + CHOICE + 16));
            prop_assert_eq!(Key(key).open(&sealed), Some((receipt, choice.clone())));
            prop_assert!(Key(key).seal(receipt, &choice).unwrap() == sealed, "sent again, it is the same");
            prop_assume!(key != other);
            prop_assert_eq!(Key(other).open(&sealed), None);
            let mut bent = sealed;
            let at = at.index(bent.sealed.len());
            bent.sealed[at] ^= 1;
            prop_assert_eq!(Key(key).open(&bent), None);
        }
    }

    #[test]
    fn a_key_lies_there_until_it_is_destroyed_and_nobody_else_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let strongbox = Strongbox::in_folder(folder.path().join("cles"));
        assert!(strongbox.key(poll()).unwrap().is_none());
        let made = strongbox.make(poll(), &mut Counting(7)).unwrap();
        let again = strongbox.make(poll(), &mut Counting(50)).unwrap();
        assert_eq!(made.0, again.0, "an opening that is tried again finds its key");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(strongbox.path(poll())).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
        strongbox.destroy(poll()).unwrap();
        assert!(strongbox.key(poll()).unwrap().is_none());
        strongbox.destroy(poll()).unwrap();
    }
}
