//! What a member changes for themselves: signature, letters, devices, and that they read the « règle du jeu ».

use app::form::Faults;
use app::pages::me::settings::{self, Own, name};
use app::routes::Route;
use app::text::{form, settings as text};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::congress::Congress;
use domain::id::SessionId;
use domain::member::{Display, MailChoice, Member};
use domain::territory::TerritoryLevel;
use serde::Deserialize;
use storage::Reading;

use super::Posted;
use crate::guard::caller::Viewer;
use crate::member::sort_name;
use crate::pages::{Page, Refusal, Visit};

/// The choices, as posted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Choices {
    signature: String,
    contact: Option<String>,
    lettres: String,
}

/// The session to end.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Ending {
    appareil: String,
}

/// The page of one's settings.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = async {
        let (mut reading, congress, viewer) = mine(&visit, &slug).await?;
        let done = match visit.query() {
            CHANGED => Some(form::SAVED),
            ENDED => Some(text::ENDED),
            _ => None,
        };
        let member = viewer.member.clone();
        show(&visit, &mut reading, &congress, (viewer, member), (Faults::default(), done)).await
    };
    let page = page.await;
    visit.answer(page).await
}

/// The query strings under which the page says what was done.
const CHANGED: &str = "fait=reglages";
const ENDED: &str = "fait=appareil";

async fn mine<'a>(visit: &'a Visit, slug: &str) -> Result<(Reading, Congress, &'a Viewer), Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    visit.caller.member(&congress)?;
    let viewer = visit.caller.viewer().ok_or(app::failure::Failure::SignIn(congress.slug.clone()))?;
    Ok((reading, congress, viewer))
}

async fn show(
    visit: &Visit,
    reading: &mut Reading,
    congress: &Congress,
    (viewer, member): (&Viewer, Member),
    (faults, done): (Faults, Option<&'static str>),
) -> Page {
    let departement = |code: &str| territories::by_code(TerritoryLevel::Departement, code);
    let signatures = Display::ALL.iter().map(|level| member.signature(*level, departement)).collect();
    let sessions = reading.sessions(member.id, visit.now()).await?;
    let own = Own { member, signatures, sessions, here: viewer.session, now: visit.now(), faults, done };
    Ok(settings::document(congress, own))
}

/// Changes one's choices.
pub async fn choose(Path(slug): Path<String>, Posted { visit, fields }: Posted<Choices>) -> Response {
    match chosen(&visit, &slug, fields).await {
        Ok(Ok(response)) => response,
        Ok(Err(page)) => visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, Ok(page)).await,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn chosen(
    visit: &Visit,
    slug: &str,
    fields: Choices,
) -> Result<Result<Response, app::Document>, Refusal> {
    let (mut reading, congress, viewer) = mine(visit, slug).await?;
    let mut faults = Faults::default();
    let display = fields.signature.parse::<Display>().map_err(|_| form::CHOICE.to_owned());
    let display = faults.take(name::DISPLAY, display);
    let mail = fields.lettres.parse::<MailChoice>().map_err(|_| form::CHOICE.to_owned());
    let mail = faults.take(name::MAIL, mail);
    let contact = fields.contact.is_some();
    let now = &viewer.member;
    let wanted = Member {
        display: display.unwrap_or(now.display),
        mail: mail.unwrap_or(now.mail),
        contact,
        ..now.clone()
    };
    if !faults.is_empty() {
        return Ok(Err(show(visit, &mut reading, &congress, (viewer, wanted), (faults, None)).await?));
    }
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    work.change_member(&wanted, &sort_name(&wanted.name)).await?;
    work.save().await?;
    Ok(Ok(visit.see_done(Route::MySettings(&congress.slug), CHANGED)))
}

/// Ends one of one's sessions, or all the others.
pub async fn end(Path(slug): Path<String>, Posted { visit, fields }: Posted<Ending>) -> Response {
    match ended(&visit, &slug, &fields.appareil).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn ended(visit: &Visit, slug: &str, which: &str) -> Result<Response, Refusal> {
    let (reading, congress, viewer) = mine(visit, slug).await?;
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    if which == name::OTHERS {
        work.end_other_sessions(viewer.member.id, viewer.session, visit.now()).await?;
    } else if let Ok(session) = which.parse::<SessionId>() {
        // Somebody else's isn't ended, and nothing tells that it exists.
        work.end_session(viewer.member.id, session, visit.now()).await?;
    }
    work.save().await?;
    visit.state.live.look_again(viewer.member.id);
    Ok(visit.see_done(Route::MySettings(&congress.slug), ENDED))
}
