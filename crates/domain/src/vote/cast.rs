//! What a voter sends, and what becomes of it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use super::ballot::Choice;
use crate::coded;
use crate::id::{Entropy, MemberId, PollId};
use crate::sitting::SeatKey;

coded! {
    /// What became of a voice of a roll.
    pub enum Part {
        /// Nothing yet.
        Awaited = "attendu",
        /// Its ballot is in the box.
        Voted = "vote",
        /// « Ne prend pas part au vote »: declared, and outside of all counts.
        Aside = "hors",
        /// It was signed for a ballot on paper.
        Paper = "papier",
        /// Nobody gave it: it was simulated, in a poll for practice.
        Simulated = "simule",
    }
}

/// What somebody sends for one of their voices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// A choice.
    Choice(Choice),
    /// They take no part.
    Aside,
}

/// A choice's place among those of the page that it was made on. Networks may bring an older one after a newer one: of one page,
/// the last that was made counts, and not the last that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The page, by what it drew: nothing but that it is the same.
    page: String,
    /// Grows with each choice made there.
    rank: i64,
}

impl Turn {
    /// The longest name of a page, in characters.
    const LONGEST: usize = 40;

    /// A turn; none when the page's name isn't one.
    pub fn new(page: &str, rank: i64) -> Option<Self> {
        let is_name =
            (1..=Self::LONGEST).contains(&page.len()) && page.bytes().all(|b| b.is_ascii_alphanumeric());
        (is_name && rank >= 0).then(|| Self { page: page.to_owned(), rank })
    }

    /// The page.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// Its how manieth choice.
    pub const fn rank(&self) -> i64 {
        self.rank
    }
}

/// Something sent for one voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// In which poll.
    pub poll: PollId,
    /// Who sends it.
    pub voter: MemberId,
    /// For which voice.
    pub seat: SeatKey,
    /// What.
    pub said: Said,
    /// The receipt that was drawn for it, in a secret poll.
    pub receipt: Option<Receipt>,
    /// Its place among the choices of its page, where that says it.
    pub turn: Option<Turn>,
}

/// Why something sent wasn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CastFault {
    /// The poll hasn't opened.
    #[error("the poll isn't open yet")]
    NotOpen,
    /// It has closed.
    #[error("the poll has closed")]
    Closed,
    /// It was cancelled.
    #[error("the poll was cancelled")]
    Cancelled,
    /// That voice isn't theirs to cast: another's, not on the roll, or a proxy that had ended.
    #[error("that voice isn't theirs to cast")]
    NotTheirs,
    /// The voice was given already, and can't be changed: a secret poll.
    #[error("that voice was given already")]
    Already,
    /// It was signed for on paper.
    #[error("that voice votes on paper")]
    OnPaper,
    /// The key of the box is lost: nothing that is put into it could be read.
    #[error("the key of the box is lost")]
    KeyLost,
    /// The choice isn't one that the poll offers.
    #[error("the poll doesn't offer that choice")]
    NotOffered,
}

/// The receipt (« récépissé ») of a secret ballot: 128 random bits drawn before voting, by which its voter finds it in the
/// proclaimed list. Shown in groups of letters and digits that aren't mistaken for one another (Crockford's base 32).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Receipt([u8; 16]);

/// A text that is no receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a receipt has 26 letters and digits")]
pub struct ReceiptError;

/// Crockford's digits: without I, L, O and U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Digits of 128 bits, five a digit.
const LENGTH: usize = 26;

impl Receipt {
    /// One drawn at random.
    pub fn draw(entropy: &mut dyn Entropy) -> Self {
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// From its bits.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its bits.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Receipt {
    /// « 7K2M-… »: groups of four, the first of two.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = u128::from_be_bytes(self.0);
        for place in (0..LENGTH).rev() {
            let digit = usize::try_from((bits >> (5 * place)) & 31).unwrap_or_default();
            write!(f, "{}", char::from(DIGITS[digit]))?;
            if place % 4 == 0 && place > 0 {
                f.write_str("-")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Receipt {
    /// Without its digits: no log may hold them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(…)")
    }
}

impl FromStr for Receipt {
    type Err = ReceiptError;

    /// Reads it as people copy it: small letters, spaces and hyphens, O for 0, I and L for 1.
    fn from_str(text: &str) -> Result<Self, ReceiptError> {
        let mut bits: u128 = 0;
        let mut read = 0;
        for c in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '\u{2011}')) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            let digit = DIGITS.iter().position(|digit| char::from(*digit) == c).ok_or(ReceiptError)?;
            let digit = u128::try_from(digit).map_err(|_| ReceiptError)?;
            // The first digit has three bits.
            if read == 0 && digit > 7 {
                return Err(ReceiptError);
            }
            bits = bits << 5 | digit;
            read += 1;
            if read > LENGTH {
                return Err(ReceiptError);
            }
        }
        if read == LENGTH { Ok(Self(bits.to_be_bytes())) } else { Err(ReceiptError) }
    }
}

impl TryFrom<String> for Receipt {
    type Error = ReceiptError;

    fn try_from(text: String) -> Result<Self, ReceiptError> {
        text.parse()
    }
}

impl From<Receipt> for String {
    fn from(receipt: Receipt) -> Self {
        receipt.to_string()
    }
}
