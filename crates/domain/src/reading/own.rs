//! What people see of their own contributions.

use serde::{Deserialize, Serialize};

use crate::contribution::{Contribution, ContributionNumber, Kind, Life};
use crate::id::MemberId;
use crate::member::Display;
use crate::time::Timestamp;
use crate::words::Body;

/// A contribution as its author and staff know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnContribution {
    /// As everybody sees it.
    pub contribution: Contribution,
    /// What was written, shown or not.
    pub written: Body,
    /// Where it stands, and why.
    pub life: Life,
    /// Who wrote it, where it is a member.
    pub author: Option<MemberId>,
    /// Who typed it, when its author didn't.
    pub entered_by: Option<MemberId>,
    /// When it last changed: its words, or whether they are shown.
    pub changed_at: Option<Timestamp>,
    /// How much of its author it shows, where they chose.
    pub display: Option<Display>,
    /// What it completes.
    pub complement_of: Option<ContributionNumber>,
}

/// One version of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLine {
    /// Its rank, from 1.
    pub version: u32,
    /// The words.
    pub body: String,
    /// The kind that its author gave then.
    pub kind: Option<Kind>,
    /// When it was written.
    pub made_at: Timestamp,
    /// Whether it is a correction that staff proposed and its author accepted.
    pub corrected: bool,
}
