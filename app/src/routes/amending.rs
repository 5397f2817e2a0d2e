//! The addresses of amendments: where everybody reads them, where members propose, where staff judges.

use domain::amendment::AmendmentNumber;
use domain::wording::BlockKey;

/// What axum's router matches.
pub mod amending_pattern {
    /// All of them.
    pub const LIST: &str = "/congres/{slug}/motion/amendements";
    /// Where one is proposed.
    pub const PROPOSE: &str = "/congres/{slug}/motion/amendements/proposer";
    /// One amendment.
    pub const ONE: &str = "/congres/{slug}/motion/amendements/{number}";
    /// Where its author writes it otherwise.
    pub const RECTIFY: &str = "/congres/{slug}/motion/amendements/{number}/rectifier";
    /// All of them, for staff.
    pub const DESK: &str = "/congres/{slug}/redaction/amendements";
    /// Where one that was said in the room is typed.
    pub const ORAL: &str = "/congres/{slug}/redaction/amendements/oral";
    /// One of them, for staff.
    pub const JUDGE: &str = "/congres/{slug}/redaction/amendements/{number}";
}

/// The names of fields in query strings.
pub mod amending_field {
    /// The block.
    pub const BLOCK: &str = "passage";
    /// What is done to it.
    pub const KIND: &str = "nature";
    /// The amendment that a sub-amendment changes.
    pub const WITHIN: &str = "amendement";
    /// Which of them are listed.
    pub const VIEW: &str = "vue";
    /// What will really be voted.
    pub const VOTES: &str = "votes";
}

/// One of these addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmendingRoute {
    /// All of them.
    List,
    /// What will really be voted, in its order.
    Votes,
    /// Where one is posted.
    Propose,
    /// Where a block is changed.
    At(BlockKey, domain::amendment::AmendmentKind),
    /// Where a block is put at the beginning.
    First,
    /// Where the words of an amendment are changed.
    Within(AmendmentNumber),
    /// One amendment.
    One(AmendmentNumber),
    /// Where its author writes it otherwise.
    Rectify(AmendmentNumber),
    /// All of them, for staff.
    Desk,
    /// Where one that was said in the room is typed.
    Oral,
    /// One of them, for staff.
    Judge(AmendmentNumber),
}

impl AmendingRoute {
    pub(super) fn below(self) -> String {
        use amending_field::{BLOCK, KIND, VIEW, VOTES, WITHIN};
        const LIST: &str = "/motion/amendements";
        const PROPOSE: &str = "/motion/amendements/proposer";
        match self {
            Self::List => LIST.to_owned(),
            Self::Votes => format!("{LIST}?{VIEW}={VOTES}"),
            Self::Propose => PROPOSE.to_owned(),
            Self::At(key, kind) => format!("{PROPOSE}?{BLOCK}={key}&{KIND}={}", kind.code()),
            Self::First => format!("{PROPOSE}?{KIND}={}", domain::amendment::AmendmentKind::Insert.code()),
            Self::Within(number) => format!("{PROPOSE}?{WITHIN}={number}"),
            Self::One(number) => format!("{LIST}/{number}"),
            Self::Rectify(number) => format!("{LIST}/{number}/rectifier"),
            Self::Desk => "/redaction/amendements".to_owned(),
            Self::Oral => "/redaction/amendements/oral".to_owned(),
            Self::Judge(number) => format!("/redaction/amendements/{number}"),
        }
    }
}
