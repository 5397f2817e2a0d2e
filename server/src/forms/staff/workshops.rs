//! Workshops: made, their sheets drawn and taken back.

use app::failure::Failure;
use app::form::Faults;
use app::pages::workshops::list::{self, Typed, WorkshopsView, name};
use app::pages::workshops::sheets::{self, SheetView};
use app::routes::Route;
use app::text::workshop as text;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::congress::Congress;
use domain::id::{TableId, WorkshopId};
use domain::member::{Member, Role};
use domain::workshop::{MOST_TABLES, Table, Workshop};

use super::governing::moment;
use super::typed::{Fields, line};
use crate::access::PaperSecret;
use crate::forms::Posted;
use crate::forms::fields::value;
use crate::pages::{Page, Refusal, Visit};

/// The query strings under which the page says what was done.
const CREATED: &str = "fait=atelier";
const CLOSED: &str = "fait=fermee";

/// The page.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, Typed::default(), Faults::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, typed: Typed, faults: Faults) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let manages = visit.caller.staff(&congress).is_ok();
    if !manages {
        visit.caller.with(Role::Scribe, &congress)?;
    }
    let view = WorkshopsView {
        workshops: reading.workshops(congress.id).await?,
        manages,
        typed,
        faults,
        done: match visit.query() {
            CREATED => Some(text::CREATED),
            CLOSED => Some(text::CLOSED),
            _ => None,
        },
        now: visit.now(),
    };
    Ok(list::document(&congress, view))
}

/// Makes a workshop with its tables.
pub async fn create(Path(slug): Path<String>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    match created(visit, &slug, &posted.fields).await {
        Ok(Ok(response)) => response,
        Ok(Err((typed, faults))) => {
            let page = show(visit, &slug, typed, faults).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

type Again = (Typed, Faults);

async fn created(visit: &Visit, slug: &str, fields: &Fields) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    drop(reading);
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let typed = typed(fields);
    let now = visit.now();
    let mut faults = Faults::default();
    let named = faults.take(name::NAME, line(&typed.name));
    let ends_at = moment(&typed.day, "23:59").map(|last| last.plus_seconds(60)).filter(|end| *end > now);
    let ends_at = faults.take(name::DAY, ends_at.ok_or_else(|| text::DAY_PAST.to_owned()));
    let tables = typed.tables.trim().parse().ok().filter(|n| (1..=MOST_TABLES).contains(n));
    let tables = faults.take(name::TABLES, tables.ok_or_else(|| text::TABLES_RANGE.to_owned()));
    let (Some(named), Some(ends_at), Some(tables)) = (named, ends_at, tables) else {
        return Ok(Err((typed, faults)));
    };
    let id = visit.state.draw(|entropy| WorkshopId::new(now, entropy));
    let workshop = Workshop { id, congress: congress.id, name: named, ends_at };
    let tables: Vec<TableId> =
        (0..tables).map(|_| visit.state.draw(|entropy| TableId::new(now, entropy))).collect();
    let mut work = visit.state.storage.write().await?;
    if !work.add_workshop(&workshop, &tables, (staff.id, now)).await? {
        return Ok(Err((typed, Faults::of(name::NAME, text::TAKEN))));
    }
    work.save().await?;
    Ok(Ok(visit.see_done(Route::Workshops(&congress.slug), CREATED)))
}

fn typed(fields: &Fields) -> Typed {
    let said = |of: &str| value(fields, of).map(str::to_owned);
    Typed {
        name: said(name::NAME).unwrap_or_default(),
        day: said(name::DAY).unwrap_or_default(),
        tables: said(name::TABLES).unwrap_or_default(),
    }
}

/// The page of sheets isn't kept by anything: whoever comes back to its address draws others.
pub async fn back(visit: Visit, Path((slug, _)): Path<(String, String)>) -> Response {
    match visit.congress(&slug).await {
        Ok((_, congress)) => visit.see(Route::Workshops(&congress.slug)),
        Err(refusal) => visit.refused(refusal).await,
    }
}

/// Draws sheets for the tables of a workshop, or for one of them, shown this once.
pub async fn draw(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    let visit = &posted.visit;
    let page = drawn(visit, &slug, &id, &posted.fields).await;
    let mut response = visit.answer(page).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn drawn(visit: &Visit, slug: &str, id: &str, fields: &Fields) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    let asked = value(fields, name::TABLE);
    let id: WorkshopId = id.parse().map_err(|_| Failure::NoPage)?;
    let workshops = reading.workshops(congress.id).await?;
    let found = workshops.into_iter().find(|line| line.workshop.id == id).ok_or(Failure::NoPage)?;
    let tables: Vec<Table> = found
        .tables
        .into_iter()
        .map(|line| line.table)
        .filter(|table| asked.is_none_or(|asked| table.id.to_string() == asked))
        .collect();
    if tables.is_empty() || found.workshop.ends_at <= visit.now() {
        return Err(Failure::BadForm.into());
    }
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    let mut views = Vec::with_capacity(tables.len());
    for table in tables {
        let secret = visit.state.draw(PaperSecret::draw);
        work.draw_sheet(table.id, &secret.hash(), (visit.now(), table.workshop.ends_at)).await?;
        views.push(sheet(visit, table, &secret)?);
    }
    work.save().await?;
    Ok(sheets::document(&congress, views))
}

fn sheet(visit: &Visit, table: Table, secret: &PaperSecret) -> Result<SheetView, Refusal> {
    let address = format!("{}{}", visit.state.public_url, Route::Sheet(secret.text()).path());
    let signed = text::signed(table.number, table.workshop.name.as_str());
    let code = documents::picture::qr(&address, &text::code(&signed)).map_err(Refusal::broken)?;
    Ok(SheetView { table, address, code })
}

/// Takes the sheet of a table back.
pub async fn close(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    match closed(&visit, &slug, &id).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn closed(visit: &Visit, slug: &str, id: &str) -> Result<Response, Refusal> {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    let table = table_of(
        &congress,
        match id.parse() {
            Ok(id) => reading.table(id).await?,
            Err(_) => None,
        },
    )?;
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    work.close_table(table.id, visit.now()).await?;
    work.save().await?;
    Ok(visit.see_done(Route::Workshops(&congress.slug), CLOSED))
}

/// The table, if it is one of that congress.
pub(in crate::forms) fn table_of(congress: &Congress, table: Option<Table>) -> Result<Table, Refusal> {
    let table = table.filter(|table| table.workshop.congress == congress.id);
    table.ok_or_else(|| Failure::NoPage.into())
}
