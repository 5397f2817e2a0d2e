//! The whole congress for a document.

use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::contribution::ContributionNumber;
use domain::id::CongressId;
use domain::member::Signature;
use domain::reading::Dossier;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::signature::{SignatureRow, signature_columns};
use crate::error::Result;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct SignedRow {
    id: Uuid,
    number: i64,
    #[sqlx(flatten)]
    signature: SignatureRow,
}

impl Reading {
    /// The draft shown and every verbatim behind it. None before a first draft.
    pub async fn dossier(&mut self, congress: CongressId) -> Result<Option<Dossier>> {
        let Some(shown) = self.shown(congress).await? else { return Ok(None) };
        let lines = self.theme_lines(shown.id).await?;
        let Some(motion) = self.motion_with(congress, &shown, &lines).await? else { return Ok(None) };
        let mut themes = Vec::with_capacity(lines.len());
        for line in lines {
            let quotes = self.verbatims_at(shown.id, &Place::Theme(line.tag.clone())).await?;
            themes.push((line, quotes));
        }
        Ok(Some(Dossier {
            congress: self.congress_of(congress).await?,
            motion,
            themes,
            weak: self.verbatims_at(shown.id, &Place::Weak(WeakReason::FarFromAll)).await?,
            unplaced: self.verbatims_at(shown.id, &Place::Unplaced(UnplacedReason::TooShort)).await?,
            contributions: self.signatures(congress).await?,
        }))
    }

    async fn signatures(&mut self, congress: CongressId) -> Result<Vec<(ContributionNumber, Signature)>> {
        let rows: Vec<SignedRow> = sql!(self, conn => sqlx::query_as(concat!(
            "SELECT c.id, c.number, ", signature_columns!(),
            " FROM contribution c WHERE c.congress_id = $1 ORDER BY c.number",
        ))
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        rows.into_iter().map(SignedRow::parse).collect()
    }
}

impl SignedRow {
    fn parse(self) -> Result<(ContributionNumber, Signature)> {
        let at = At::new("contribution", &self.id);
        Ok((ContributionNumber::new(at.number("number", self.number)?), self.signature.parse(at)?.1))
    }
}
