//! The chair's desk: what is shown there, and what is done.

mod polls;
mod timing;
mod typed;

use app::failure::Failure;
use app::form::Faults;
use app::pages::sittings::chair::{Ails, Asking, ChairView, Latecomer, Typed, document, gesture, name};
use app::routes::Route;
use app::text::{desk as text, sitting as words};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::Code;
use domain::congress::Congress;
use domain::id::MemberId;
use domain::journal::EntryKind;
use domain::live::Audience;
use domain::member::{Member, Role};
use domain::sitting::{FloorOrder, FloorRequest, RollSeat, Sitting, SittingAct, next_speaker};
use domain::time::Timestamp;
use domain::vote::Poll;
use serde_json::json;
use storage::{Reading, StorageError};

use super::{Fields, note, said};
use crate::forms::Posted;
use crate::forms::staff::optional;
use crate::pages::sittings::{followed, scene, shown_code, there_now, told_last};
use crate::pages::{Page, Refusal, Visit};
use crate::voting::{Ailment, Urn, latecomers};

/// The query string under which the page says that a vote was prepared.
const PREPARED: &str = "fait=prepare";
/// How long a code on the screen checks people in, in seconds: a day, since closing the sitting takes it back.
const CODE_SECONDS: i64 = 24 * 60 * 60;

/// What is shown again after something wasn't done.
#[derive(Default)]
struct Again {
    typed: Typed,
    faults: Faults,
    refused: Option<String>,
}

impl Again {
    fn refused(sentence: impl Into<String>) -> Self {
        Self { refused: Some(sentence.into()), ..Self::default() }
    }

    fn fault(field: &'static str, sentence: impl Into<String>) -> Self {
        Self { faults: Faults::of(field, sentence), ..Self::default() }
    }
}

/// Whether something was done; else what is shown again.
type Done = Result<Result<(), Again>, Refusal>;

/// The page.
pub async fn desk(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = show(&visit, (&slug, &id), Again::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, (slug, id): (&str, &str), again: Again) -> Page {
    let n = told_last(visit, id, Audience::Desk);
    let (mut reading, congress, sitting) = followed(visit, slug, id).await?;
    visit.caller.with(Role::Chair, &congress)?;
    let view = ChairView {
        typed: match again.typed.key {
            Some(_) => again.typed,
            None => again.typed.under(Some(typed::drawn(visit))),
        },
        faults: again.faults,
        refused: again.refused,
        done: (visit.query() == PREPARED).then_some(text::KEPT),
        ..Box::pin(desk_view(&mut reading, sitting, (visit.now(), &visit.state.urn))).await?
    };
    Ok(document(&congress, n, view))
}

/// What it shows at that hour, before anybody typed anything.
pub(crate) async fn desk_view(
    reading: &mut Reading,
    sitting: Sitting,
    (now, urn): (Timestamp, &Urn),
) -> Result<ChairView, StorageError> {
    let scene = scene(reading, sitting.clone()).await?;
    Ok(ChairView {
        late: late(reading, &sitting, scene.poll.as_ref()).await?,
        ails: scene.poll.as_ref().and_then(|poll| urn.ails(poll)).map(|of| match of {
            Ailment::KeyLost => Ails::KeyLost,
            Ailment::NotWritten => Ails::NotWritten,
        }),
        there: there_now(reading, &sitting).await?,
        agenda: reading.agenda(sitting.id).await?,
        polls: reading.polls(sitting.id).await?,
        asking: asking(reading, &sitting).await?,
        network: reading.network(sitting.id).await?,
        code: reading.check_in_code(sitting.id, now).await?.map(|code| shown_code(&code)),
        scene,
        typed: Typed::default(),
        faults: Faults::default(),
        refused: None,
        done: None,
    })
}

/// Voices that came late to the poll that is open.
async fn late(
    reading: &mut Reading,
    sitting: &Sitting,
    poll: Option<&Poll>,
) -> Result<Vec<Latecomer>, StorageError> {
    let Some(poll) = poll else { return Ok(Vec::new()) };
    let mut late = Vec::new();
    for RollSeat { seat, voter, .. } in latecomers(reading, sitting, poll).await? {
        let holder = match voter == seat.member {
            true => None,
            false => reading.member(voter).await?.map(|of| of.name.into()),
        };
        late.push(Latecomer { key: seat.key, name: seat.name, holder });
    }
    Ok(late)
}

/// Who waits to speak, whose turn it is first.
async fn asking(reading: &mut Reading, sitting: &Sitting) -> Result<Vec<Asking>, StorageError> {
    let mut requests = reading.floor_requests(sitting.id).await?;
    let order = FloorOrder { newcomers_first: sitting.rules.newcomers_first };
    let mut asking = Vec::new();
    while let Some(next) = next_speaker(&requests, order).map(|of| of.id) {
        let at = requests.iter().position(|of| of.id == next).unwrap_or_default();
        let FloorRequest { member, .. } = requests.remove(at);
        let has_spoken = requests.iter().any(|of| of.member == member && of.called_at.is_some());
        let name = reading.member(member).await?.map(|member| member.name.into()).unwrap_or_default();
        asking.push(Asking { id: next, name, is_next: asking.is_empty(), has_spoken });
    }
    Ok(asking)
}

/// Something is done at the desk.
pub async fn act(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    match Box::pin(acted(visit, (&slug, &id), &posted.fields)).await {
        Ok(Ok(response)) => response,
        Ok(Err(again)) => {
            let page = show(visit, (&slug, &id), again).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn acted(
    visit: &Visit,
    (slug, id): (&str, &str),
    fields: &Fields,
) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress, sitting) = followed(visit, slug, id).await?;
    drop(reading);
    let chair = Member::clone(&*visit.caller.with(Role::Chair, &congress)?).id;
    let at = At { visit, congress: &congress, sitting: &sitting, chair, fields };
    let gesture = said(fields, name::GESTURE);
    let done = match gesture.as_str() {
        gesture::OPEN_SITTING => at.open_or_close(SittingAct::Open).await?,
        gesture::CLOSE_SITTING => at.open_or_close(SittingAct::Close).await?,
        gesture::ITEM => at.item().await?,
        gesture::FLOOR => at.floor().await?,
        gesture::TURN => Box::pin(at.turn()).await?,
        gesture::PITCH => Box::pin(at.pitch(true)).await?,
        gesture::END_PITCH => Box::pin(at.pitch(false)).await?,
        gesture::NETWORK => Box::pin(at.network()).await?,
        gesture::SHOW_CODE => at.code(true).await?,
        gesture::HIDE_CODE => at.code(false).await?,
        _ => Box::pin(at.poll(&gesture)).await?,
    };
    if done.is_ok() {
        visit.state.live.refresh(sitting.id);
    }
    let to = Route::Chair(&congress.slug, sitting.id);
    Ok(done.map(|()| if gesture == gesture::PREPARE { visit.see_done(to, PREPARED) } else { visit.see(to) }))
}

/// Where something is done, by whom, with what.
struct At<'a> {
    visit: &'a Visit,
    congress: &'a Congress,
    sitting: &'a Sitting,
    chair: MemberId,
    fields: &'a Fields,
}

impl At<'_> {
    async fn open_or_close(&self, act: SittingAct) -> Done {
        let (now, id) = (self.visit.now(), self.sitting.id);
        let mut work = self.visit.state.storage.write().await?;
        let (done, kind) = match act {
            SittingAct::Open => (work.open_sitting(id, now).await?, EntryKind::SittingOpened),
            SittingAct::Close => (work.close_sitting(id, now).await?, EntryKind::SittingClosed),
        };
        if !done {
            let shut = self.sitting.stage.after(act, now).is_none();
            return Ok(Err(Again::refused(if shut { text::SITTING_STATE } else { text::VOTES_OPEN })));
        }
        note(&mut work, (self.visit, self.sitting), (kind, json!({ "seance": id }))).await?;
        work.save().await?;
        Ok(Ok(()))
    }

    async fn item(&self) -> Done {
        let item = match said(self.fields, name::ITEM).as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| Failure::BadForm)?),
        };
        let mut work = self.visit.state.storage.write().await?;
        work.begin_agenda_item(self.sitting.id, item, self.visit.now()).await?;
        work.set_pitch(self.sitting.id, None).await?;
        if let Some(item) = item {
            let body = json!({ "seance": self.sitting.id, "point": item });
            note(&mut work, (self.visit, self.sitting), (EntryKind::ItemBegun, body)).await?;
        }
        work.save().await?;
        Ok(Ok(()))
    }

    async fn floor(&self) -> Done {
        let request = match said(self.fields, name::REQUEST).as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| Failure::BadForm)?),
        };
        let mut work = self.visit.state.storage.write().await?;
        work.give_floor(self.sitting.id, request, self.visit.now()).await?;
        work.save().await?;
        Ok(Ok(()))
    }

    async fn network(&self) -> Done {
        let network = match optional(&said(self.fields, name::NETWORK)) {
            Ok(network) => network,
            Err(sentence) => return Ok(Err(Again::fault(name::NETWORK, sentence))),
        };
        let mut work = self.visit.state.storage.write().await?;
        work.set_network(self.sitting.id, network.as_ref()).await?;
        work.save().await?;
        Ok(Ok(()))
    }

    async fn code(&self, is_shown: bool) -> Done {
        if is_shown && !self.sitting.stage.takes_people() {
            return Ok(Err(Again::refused(words::SCREEN_OVER)));
        }
        let until = self.visit.now().plus_seconds(CODE_SECONDS);
        let code = is_shown.then(|| (self.visit.state.draw(Code::draw), until));
        let mut work = self.visit.state.storage.write().await?;
        work.set_check_in_code(self.sitting.id, code).await?;
        work.save().await?;
        Ok(Ok(()))
    }
}
