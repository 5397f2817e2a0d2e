//! Minutes: shown, corrected, presented, signed.

mod present;

use app::failure::Failure;
use app::form::Faults;
use app::pages::sittings::minutes::{MinutesView, Typed, document, name};
use app::routes::{MinutesRoute, Route};
use app::text::minutes as text;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::id::{MemberId, MinutesCorrectionId};
use domain::journal::{EntryKind, Hash};
use domain::member::Member;
use domain::minutes::{Correction, CorrectionText, MinutesFault, SectionKey, SignedHow};
use domain::sitting::Sitting;
use serde_json::json;
use storage::SigningMinutes;

use self::present::present;
use super::{Fields, note, said};
use crate::forms::Posted;
use crate::jobs::import::hex;
use crate::pages::sittings::followed;
use crate::pages::sittings::minutes::{kept, words};
use crate::pages::{Page, Refusal, Visit};

/// The query strings under which the page says what was done.
const DONE: [(&str, &str); 4] = [
    ("fait=corrige", text::DONE_CORRECTED),
    ("fait=presente", text::DONE_PRESENTED),
    ("fait=repris", text::DONE_TAKEN_BACK),
    ("fait=signe", text::DONE_SIGNED),
];

/// What is shown again after something wasn't done.
#[derive(Default)]
struct Again {
    typed: Typed,
    faults: Faults,
    refused: Option<&'static str>,
}

impl From<MinutesFault> for Again {
    fn from(fault: MinutesFault) -> Self {
        Self { refused: Some(text::fault(fault)), ..Self::default() }
    }
}

/// Whether something was done, and under which query string; else what is shown again.
type Done = Result<Result<&'static str, Again>, Refusal>;

/// The page.
pub async fn read(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, (&slug, &id), Again::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, at: (&str, &str), again: Again) -> Page {
    let kept = kept(visit, at).await?;
    let member = visit.caller.member(&kept.congress).ok().map(|permit| permit.id);
    let is_staff = visit.caller.staff(&kept.congress).is_ok();
    let done = DONE.iter().find(|(query, _)| *query == visit.query()).map(|(_, said)| *said);
    let view = MinutesView {
        may_sign: member.is_some_and(|member| kept.may_sign(member)),
        typed: is_staff.then_some(again.typed),
        faults: again.faults,
        done: done.filter(|_| again.refused.is_none()),
        refused: again.refused,
        hash: hex(&kept.text.hash()),
        sitting: kept.sitting,
        stage: kept.stage,
        text: kept.text,
    };
    Ok(document(&kept.congress, view))
}

/// Staff corrects, presents, takes back, or notes a signature on paper.
pub async fn act(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let at = (&*slug, &*id);
    answered(&posted.visit, at, Box::pin(acted(&posted.visit, at, &posted.fields)).await).await
}

/// Somebody signs as themself.
pub async fn sign(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let at = (&*slug, &*id);
    answered(&posted.visit, at, Box::pin(signed(&posted.visit, at, &posted.fields)).await).await
}

async fn answered(
    visit: &Visit,
    (slug, id): (&str, &str),
    done: Result<Result<Response, Again>, Refusal>,
) -> Response {
    match done {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = show(visit, (slug, id), again).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

/// Where something is done, by whom, with what.
struct At<'a> {
    visit: &'a Visit,
    congress: &'a Congress,
    sitting: &'a Sitting,
    by: Member,
    fields: &'a Fields,
}

async fn acted(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress, sitting) = followed(visit, slug, id).await?;
    drop(reading);
    let by = Member::clone(&*visit.caller.staff(&congress)?);
    let at = At { visit, congress: &congress, sitting: &sitting, by, fields };
    let done = match said(fields, name::GESTURE).as_str() {
        name::CORRECT => at.correct().await?,
        name::PRESENT => present(&at).await?,
        name::TAKE_BACK => at.take_back().await?,
        name::PAPER => {
            let member = said(fields, name::MEMBER).parse().map_err(|_| Failure::BadForm)?;
            at.sign(member, SignedHow::Paper).await?
        }
        _ => return Err(Failure::BadForm.into()),
    };
    Ok(done.map(|query| at.see(query)))
}

async fn signed(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress, sitting) = followed(visit, slug, id).await?;
    drop(reading);
    let by = Member::clone(&*visit.caller.member(&congress)?);
    let own = by.id;
    let at = At { visit, congress: &congress, sitting: &sitting, by, fields };
    Ok(at.sign(own, SignedHow::Account).await?.map(|query| at.see(query)))
}

impl At<'_> {
    fn see(&self, query: &str) -> Response {
        let to = Route::Minutes(&self.congress.slug, self.sitting.id, MinutesRoute::Read);
        self.visit.see_done(to, query)
    }

    /// The hash of the text that was looked at; none if that isn't one.
    fn seen(&self) -> Option<String> {
        let seen = said(self.fields, name::SEEN);
        (seen.len() == 64).then_some(seen)
    }

    async fn correct(&self) -> Done {
        let typed = Typed {
            section: said(self.fields, name::SECTION),
            correction: said(self.fields, name::CORRECTION),
            ..Typed::default()
        };
        let words: CorrectionText = match typed.correction.parse() {
            Ok(words) => words,
            Err(fault) => {
                let faults = Faults::of(name::CORRECTION, text::correction_fault(fault));
                return Ok(Err(Again { typed, faults, refused: None }));
            }
        };
        let mut work = self.visit.state.storage.write().await?;
        let section: Option<SectionKey> = typed.section.parse().ok();
        let now = self::words(&mut work, (self.congress, self.sitting)).await?;
        let Some(section) = section.filter(|of| *of == SectionKey::Remarks || now.has(*of)) else {
            let faults = Faults::of(name::SECTION, text::fault(MinutesFault::NoSection));
            return Ok(Err(Again { typed, faults, refused: None }));
        };
        let id = self.visit.state.draw(|entropy| MinutesCorrectionId::new(self.visit.now(), entropy));
        let by = self.by.name.as_str().to_owned();
        let new = Correction { id, section, text: words, by, at: self.visit.now() };
        if !work.correct_minutes(self.sitting, &new, self.by.id).await? {
            let fault = work.minutes_stage(self.sitting.id).await?.takes_corrections().err();
            return Ok(Err(Again { typed, ..fault.unwrap_or(MinutesFault::Kept).into() }));
        }
        let body = json!({ "seance": self.sitting.id, "correction": id, "section": section });
        note(&mut work, (self.visit, self.sitting), (EntryKind::MinutesCorrected, body)).await?;
        work.save().await?;
        Ok(Ok(DONE[0].0))
    }

    async fn take_back(&self) -> Done {
        let mut work = self.visit.state.storage.write().await?;
        if !work.take_back_minutes(self.sitting).await? {
            let fault = work.minutes_stage(self.sitting.id).await?.take_back().err();
            return Ok(Err(fault.unwrap_or(MinutesFault::NotPresented).into()));
        }
        let body = json!({ "seance": self.sitting.id });
        note(&mut work, (self.visit, self.sitting), (EntryKind::MinutesTakenBack, body)).await?;
        work.save().await?;
        Ok(Ok(DONE[2].0))
    }

    /// Keeps a signature of the text that was looked at.
    async fn sign(&self, member: MemberId, how: SignedHow) -> Done {
        let mut work = self.visit.state.storage.write().await?;
        let hash: Option<Hash> = work.minutes_stage(self.sitting.id).await?.presented().map(|of| of.hash);
        let Some(hash) = hash else { return Ok(Err(MinutesFault::NotPresented.into())) };
        if self.seen().as_deref() != Some(&*hex(&hash)) {
            return Ok(Err(MinutesFault::Changed.into()));
        }
        let noted_by = (how == SignedHow::Paper).then_some(self.by.id);
        let new = SigningMinutes { member, hash, at: self.visit.now(), how, noted_by };
        let after = match work.sign_minutes(self.sitting, &new).await? {
            Ok(after) => after,
            Err(fault) => return Ok(Err(fault.into())),
        };
        let body = json!({
            "seance": self.sitting.id, "membre": member, "comment": how, "empreinte": hex(&hash),
            "complet": after.is_signed(),
        });
        note(&mut work, (self.visit, self.sitting), (EntryKind::MinutesSigned, body)).await?;
        work.save().await?;
        Ok(Ok(DONE[3].0))
    }
}
