//! The life of minutes: a draft that follows its facts, a text that waits for signatures, a signed one.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

use super::signature::{Signatories, Signatory, SignedHow, Signing};
use super::text::SectionKey;
use crate::id::{MemberId, MinutesCorrectionId};
use crate::journal::Hash;
use crate::time::Timestamp;
use crate::wording::clean;

/// What staff writes beside a section: 1 to [`CorrectionText::MAX_CHARS`] characters, on one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CorrectionText(String);

/// Why a text can't be a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionTextError {
    /// Nothing but white space.
    #[error("the correction is empty")]
    Empty,
    /// Too many characters; holds how many.
    #[error("the correction has {0} characters, more than {max}", max = CorrectionText::MAX_CHARS)]
    TooLong(usize),
}

impl CorrectionText {
    /// The longest, in characters.
    pub const MAX_CHARS: usize = 2000;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CorrectionText {
    type Err = CorrectionTextError;

    /// Takes the words, with single spaces where lines broke: a text that is hashed line by line has no line of its own there. As in
    /// the motion, nothing stays that isn't seen, or that turns over the words around it: what is signed is what is read.
    fn from_str(text: &str) -> Result<Self, CorrectionTextError> {
        let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        let line = clean(&text.replace(breaks, " "));
        match line.chars().count() {
            0 => Err(CorrectionTextError::Empty),
            chars if chars > Self::MAX_CHARS => Err(CorrectionTextError::TooLong(chars)),
            _ => Ok(Self(line)),
        }
    }
}

impl TryFrom<String> for CorrectionText {
    type Error = CorrectionTextError;

    fn try_from(text: String) -> Result<Self, CorrectionTextError> {
        text.parse()
    }
}

impl From<CorrectionText> for String {
    fn from(text: CorrectionText) -> Self {
        text.0
    }
}

/// A correction or a remark: it stands beside the section that it is about, whose facts stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its id.
    pub id: MinutesCorrectionId,
    /// Beside which section.
    pub section: SectionKey,
    /// The words.
    pub text: CorrectionText,
    /// The name of whoever wrote it, as it was.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A text that is kept to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presented {
    /// When it was kept.
    pub at: Timestamp,
    /// The hash of its words: what each signature is of.
    pub hash: Hash,
    /// Who signs.
    pub signatories: Vec<Signatory>,
}

/// Where minutes stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MinutesStage {
    /// « Projet de procès-verbal »: it follows what the database holds, and takes corrections.
    Draft,
    /// Still a « projet »: its text is kept, waits for signatures and takes no correction.
    Presented(Presented),
    /// « Procès-verbal »: for good.
    Signed {
        /// What was signed.
        of: Presented,
        /// When the last one signed.
        at: Timestamp,
    },
}

/// Why something isn't done to minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MinutesFault {
    /// The sitting isn't over: there is more to write.
    #[error("the sitting isn't over")]
    SittingGoesOn,
    /// The text waits for signatures, or is signed.
    #[error("the text is kept to be signed")]
    Kept,
    /// No text waits for signatures.
    #[error("no text waits for signatures")]
    NotPresented,
    /// The text isn't the one that was looked at.
    #[error("the text is another one")]
    Changed,
    /// Their signature isn't asked for.
    #[error("their signature isn't asked for")]
    NoSignatory,
    /// They signed.
    #[error("they signed")]
    Already,
    /// All signed: nothing changes any more.
    #[error("the minutes are signed")]
    Signed,
    /// No section has that name.
    #[error("there is no such section")]
    NoSection,
}

impl MinutesStage {
    /// Whether all signatures are there.
    pub fn is_signed(&self) -> bool {
        matches!(self, Self::Signed { .. })
    }

    /// What is kept, if anything is.
    pub fn presented(&self) -> Option<&Presented> {
        match self {
            Self::Draft => None,
            Self::Presented(of) | Self::Signed { of, .. } => Some(of),
        }
    }

    /// Whether corrections are taken.
    ///
    /// # Errors
    /// Says why they aren't.
    pub fn takes_corrections(&self) -> Result<(), MinutesFault> {
        match self {
            Self::Draft => Ok(()),
            Self::Presented(_) => Err(MinutesFault::Kept),
            Self::Signed { .. } => Err(MinutesFault::Signed),
        }
    }

    /// Keeps a text to be signed by those people.
    ///
    /// # Errors
    /// When one is kept already.
    pub fn present(&self, (at, hash): (Timestamp, Hash), by: Signatories) -> Result<Self, MinutesFault> {
        self.takes_corrections()?;
        Ok(Self::Presented(Presented { at, hash, signatories: by.into_all() }))
    }

    /// Takes a text back to correct it: the signatures that were given were of that text and lapse.
    ///
    /// # Errors
    /// When none waits.
    pub fn take_back(&self) -> Result<Self, MinutesFault> {
        match self {
            Self::Draft => Err(MinutesFault::NotPresented),
            Self::Presented(_) => Ok(Self::Draft),
            Self::Signed { .. } => Err(MinutesFault::Signed),
        }
    }

    /// Somebody signs the text of that hash; with the last signature, it is the « procès-verbal ».
    ///
    /// # Errors
    /// When no text waits or another one does, and when it isn't theirs to sign or they did.
    pub fn sign(
        &self,
        member: MemberId,
        (at, hash): (Timestamp, Hash),
        how: SignedHow,
    ) -> Result<Self, MinutesFault> {
        let of = match self {
            Self::Draft => return Err(MinutesFault::NotPresented),
            Self::Signed { .. } => return Err(MinutesFault::Signed),
            Self::Presented(of) if of.hash != hash => return Err(MinutesFault::Changed),
            Self::Presented(of) => of,
        };
        let mut of = of.clone();
        let own =
            of.signatories.iter_mut().find(|of| of.member == member).ok_or(MinutesFault::NoSignatory)?;
        if own.signed.is_some() {
            return Err(MinutesFault::Already);
        }
        own.signed = Some(Signing { at, how });
        Ok(match of.signatories.iter().all(|of| of.signed.is_some()) {
            true => Self::Signed { of, at },
            false => Self::Presented(of),
        })
    }
}
