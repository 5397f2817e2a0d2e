//! The minutes of a sitting: read, printed, taken home as plain words.

use app::routes::{MinutesRoute, Route};
use app::text::minutes as text;
use axum::extract::Path;
use axum::response::Response;
use documents::pdf::{MinutesPaper, SignatureLine};
use domain::congress::Congress;
use domain::id::MemberId;
use domain::minutes::{MinutesStage, MinutesText, SignedHow};
use domain::sitting::Sitting;
use storage::Reading;

use super::{followed, typeset};
use crate::jobs::import::hex;
use crate::pages::{Attached, Refusal, Visit};

/// Minutes as they stand.
pub(crate) struct Kept {
    /// Whose.
    pub congress: Congress,
    /// The sitting.
    pub sitting: Sitting,
    /// Where they stand.
    pub stage: MinutesStage,
    /// Their text: the one that is kept, or else as it would be written now.
    pub text: MinutesText,
}

impl Kept {
    /// Whether somebody is asked for a signature.
    pub(crate) fn may_sign(&self, member: MemberId) -> bool {
        let MinutesStage::Presented(of) = &self.stage else { return false };
        of.signatories.iter().any(|of| of.member == member && of.signed.is_none())
    }
}

/// The minutes of that address, if whoever asks may read them: of a sitting that they may follow, and members only until all
/// signed.
///
/// # Errors
/// When there is no such sitting, they may not, or the database fails.
pub(crate) async fn kept(visit: &Visit, (slug, id): (&str, &str)) -> Result<Kept, Refusal> {
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    let stage = reading.minutes_stage(sitting.id).await?;
    if !stage.is_signed() {
        visit.caller.member(&congress)?;
    }
    let text = words(&mut reading, (&congress, &sitting)).await?;
    Ok(Kept { congress, sitting, stage, text })
}

/// The text that is kept, or else as it would be written now.
pub(crate) async fn words(
    reading: &mut Reading,
    (congress, sitting): (&Congress, &Sitting),
) -> Result<MinutesText, Refusal> {
    if let Some(text) = reading.minutes_text(sitting.id).await? {
        return Ok(text);
    }
    let facts = reading.minutes(sitting).await?;
    let corrections = reading.minutes_corrections(sitting.id).await?;
    Ok(text::written(congress, &facts, &corrections))
}

/// The same as a PDF.
pub async fn pdf(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    match printed(&visit, (&slug, &id)).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn printed(visit: &Visit, at: (&str, &str)) -> Result<Response, Refusal> {
    let kept = kept(visit, at).await?;
    let file = attached(&kept, "application/pdf", "pdf");
    let route = Route::Minutes(&kept.congress.slug, kept.sitting.id, MinutesRoute::Read).path();
    let paper = MinutesPaper {
        kind: text::title(&kept.stage),
        notice: text::lead(&kept.stage),
        hash: kept.stage.presented().map(|of| format!("{} : {}", text::HASH, hex(&of.hash))),
        address: format!("{}{route}", visit.state.public_url),
        day: kept.sitting.starts_at,
        ident: format!("pleniere-proces-verbal-{}", kept.sitting.id),
        signatures: signatures(&kept.stage),
        signatures_title: text::SIGNATURES,
        congress: kept.congress,
        text: kept.text,
    };
    let pdf = typeset(move || documents::pdf::minutes(&paper)).await?;
    Ok(file.holding(pdf))
}

/// One line for each signatory: what became of their signature, or room for a hand.
fn signatures(stage: &MinutesStage) -> Vec<SignatureLine> {
    let all = stage.presented().map(|of| of.signatories.as_slice()).unwrap_or_default();
    let line = |of: &domain::minutes::Signatory| SignatureLine {
        office: text::office(of.office).to_owned(),
        name: of.name.clone(),
        said: of
            .signed
            .filter(|of| of.how == SignedHow::Account || stage.is_signed())
            .map(|_| text::signature(of)),
    };
    all.iter().map(line).collect()
}

/// Their words alone.
pub async fn plain(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    match kept(&visit, (&slug, &id)).await {
        Ok(kept) => attached(&kept, "text/plain; charset=utf-8", "txt").holding(kept.text.plain()),
        Err(refusal) => visit.refused(refusal).await,
    }
}

fn attached(kept: &Kept, kind: &'static str, end: &str) -> Attached {
    let name = format!("{}-{}-proces-verbal.{end}", kept.congress.slug, kept.sitting.id);
    Attached { kind, name, is_shown: true, copies: Some("private, no-store") }
}
