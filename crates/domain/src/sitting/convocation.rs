//! What people answer when they are convened.

use serde::{Deserialize, Serialize};

use crate::coded;
use crate::id::{MemberId, SittingId};
use crate::time::Timestamp;

coded! {
    /// « Serez-vous là ? »
    pub enum ConvocationAnswer {
        /// In the room.
        Present = "present",
        /// From afar.
        Remote = "distance",
        /// No.
        Absent = "absent",
        /// No, and somebody else votes for them.
        Proxy = "pouvoir",
    }
}

coded! {
    /// To whom letters go.
    pub enum Whom {
        /// Those who got none.
        New = "sans-lettre",
        /// Those who got one and didn't answer.
        Silent = "sans-reponse",
    }
}

impl Whom {
    /// Whether somebody is meant, by what is known of them.
    pub fn means(self, of: Option<&Convened>) -> bool {
        let (has_letter, answered) =
            of.map_or((false, false), |of| (of.convened_at.is_some(), of.answer.is_some()));
        match self {
            Self::New => !has_letter,
            Self::Silent => has_letter && !answered,
        }
    }
}

/// How many answered what, of those who have a voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the room.
    pub present: u32,
    /// From afar.
    pub remote: u32,
    /// Absent.
    pub absent: u32,
    /// Somebody else votes for them.
    pub proxy: u32,
    /// They said nothing yet.
    pub silent: u32,
}

impl Answers {
    /// Counts what each person said.
    pub fn of(said: impl IntoIterator<Item = Option<ConvocationAnswer>>) -> Self {
        let mut counts = Self::default();
        for answer in said {
            *match answer {
                Some(ConvocationAnswer::Present) => &mut counts.present,
                Some(ConvocationAnswer::Remote) => &mut counts.remote,
                Some(ConvocationAnswer::Absent) => &mut counts.absent,
                Some(ConvocationAnswer::Proxy) => &mut counts.proxy,
                None => &mut counts.silent,
            } += 1;
        }
        counts
    }

    /// All of them.
    pub const fn total(self) -> u32 {
        self.present + self.remote + self.absent + self.proxy + self.silent
    }
}

/// Somebody who was convened, or answered without having been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Convened {
    /// To which sitting.
    pub sitting: SittingId,
    /// Who.
    pub member: MemberId,
    /// When the letter was queued.
    pub convened_at: Option<Timestamp>,
    /// What they said last.
    pub answer: Option<(ConvocationAnswer, Timestamp)>,
}
