//! Amendments as they are stored.

use domain::amendment::{
    AmendmentKind, AmendmentNumber, AmendmentState, Change, Fate, Opinion, Place, Proposal,
};
use domain::id::MemberId;
use domain::reading::AmendmentLine;
use domain::time::Timestamp;
use domain::wording::{BlockKey, VersionNumber};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::error::Result;

/// An amendment's row; what follows says which.
macro_rules! amendments {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.number, a.version, a.block, p.number AS parent, a.kind, a.block_kind, a.base, a.title, a.words, a.motive,
                 a.wording, a.written_at, a.author_id, a.signature, a.is_oral, a.proposed_at, a.state, a.refused_for,
                 f.number AS fallen, a.applied_at, a.avis, a.avis_words, a.avis_rewrite, a.is_apart
             FROM amendment a LEFT JOIN amendment p ON p.id = a.parent_id LEFT JOIN amendment f ON f.id = a.fallen_for ",
            $rest
        )
    };
}
pub(super) use amendments;

#[derive(FromRow)]
pub(super) struct AmendmentRow {
    pub(super) id: Uuid,
    number: i64,
    version: i64,
    block: Option<i64>,
    parent: Option<i64>,
    kind: String,
    block_kind: Option<String>,
    base: String,
    title: String,
    words: String,
    motive: String,
    wording: i64,
    written_at: i64,
    author_id: Option<Uuid>,
    signature: String,
    is_oral: bool,
    proposed_at: i64,
    state: String,
    refused_for: Option<String>,
    fallen: Option<i64>,
    applied_at: Option<i64>,
    avis: Option<String>,
    avis_words: String,
    avis_rewrite: Option<String>,
    is_apart: bool,
}

impl AmendmentRow {
    pub(super) fn parse(self) -> Result<AmendmentLine> {
        let name = format!("A-{}", self.number);
        let at = At::new("amendment", &name);
        Ok(AmendmentLine {
            id: self.id.into(),
            number: AmendmentNumber::new(at.number("number", self.number)?),
            version: VersionNumber::new(at.number("version", self.version)?),
            proposal: self.proposal(at)?,
            fate: self.fate(at)?,
            opinion: self.opinion(at)?,
            title: at.parse("title", &self.title)?,
            motive: at.parse("motive", &self.motive)?,
            author: self.author_id.map(MemberId::from),
            signature: self.signature,
            cosigners: Vec::new(),
            is_oral: self.is_oral,
            is_applied: self.applied_at.is_some(),
            wording: at.number("wording", self.wording)?,
            at: Timestamp::from_micros(self.proposed_at),
            written_at: Timestamp::from_micros(self.written_at),
            is_apart: self.is_apart,
            poll: None,
        })
    }

    fn proposal(&self, at: At<'_>) -> Result<Proposal> {
        let kind: AmendmentKind = at.parse("kind", &self.kind)?;
        let block = self.block.map(|block| at.number("block", block).map(BlockKey::new)).transpose()?;
        let place = match (self.parent, kind) {
            (Some(parent), _) => Place::Within(AmendmentNumber::new(at.number("parent_id", parent)?)),
            (None, AmendmentKind::Insert) => Place::Behind(block),
            (None, _) => Place::At(at.some("block", block)?),
        };
        let change = match kind {
            AmendmentKind::Replace => Change::Replace(at.parse("words", &self.words)?),
            AmendmentKind::Insert => {
                let block_kind = at.some("block_kind", self.block_kind.as_deref())?;
                Change::Insert(at.parse("block_kind", block_kind)?, at.parse("words", &self.words)?)
            }
            AmendmentKind::Delete => Change::Delete,
        };
        Ok(Proposal { place, base: self.base.clone(), change })
    }

    fn fate(&self, at: At<'_>) -> Result<Fate> {
        Ok(match at.parse("state", &self.state)? {
            AmendmentState::Proposed => Fate::Proposed,
            AmendmentState::Admissible => Fate::Admissible,
            AmendmentState::Inadmissible => {
                Fate::Inadmissible(at.parse("refused_for", self.refused_for.as_deref().unwrap_or_default())?)
            }
            AmendmentState::Adopted => Fate::Adopted,
            AmendmentState::Rejected => Fate::Rejected,
            AmendmentState::Fallen => {
                let cause = self.fallen.map(|number| at.number("fallen_for", number)).transpose()?;
                Fate::Fallen(cause.map(AmendmentNumber::new))
            }
            AmendmentState::Withdrawn => Fate::Withdrawn,
        })
    }

    fn opinion(&self, at: At<'_>) -> Result<Option<Opinion>> {
        let Some(avis) = at.parse_some("avis", self.avis.as_deref())? else { return Ok(None) };
        let rewrite = at.parse_some("avis_rewrite", self.avis_rewrite.as_deref())?;
        Ok(Some(Opinion { avis, words: self.avis_words.clone(), rewrite }))
    }
}
