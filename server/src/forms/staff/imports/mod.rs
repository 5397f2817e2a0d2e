//! Files that staff reads in: sent, looked at, read in or let go of, and what became of them.

mod receive;
mod show;

pub use receive::{LARGEST_POST, receive};

use app::failure::Failure;
use app::form::Faults;
use app::pages::imports::list::{self, ImportsView};
use app::pages::imports::report;
use app::routes::{ImportChoice, ImportRoute, Route, import_field};
use app::text::import as text;
use axum::extract::Path;
use axum::response::Response;
use domain::congress::Congress;
use domain::id::ImportId;
use domain::import::ImportKind;
use domain::member::Member;
use domain::reading::{ImportLine, ImportRemark};
use storage::Reading;

use super::typed::Fields;
use crate::forms::Posted;
use crate::forms::fields::value;
use crate::jobs::import::site::{Done, import};
use crate::pages::{Attached, Page, Refusal, Visit};

/// The query string under which the list says that a file was let go of.
const DROPPED: &str = "fait=abandon";
/// The one under which the preview says that columns were changed and not looked at.
const CHANGED: &str = "change=oui";

/// The list, with the form.
pub async fn read(visit: Visit, Path(slug): Path<String>) -> Response {
    let page = show(&visit, &slug, ImportKind::Contributions, Faults::default()).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, kind: ImportKind, faults: Faults) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    visit.caller.staff(&congress)?;
    let view = ImportsView {
        imports: reading.imports(congress.id).await?,
        waiting: reading.uploads(congress.id, visit.now()).await?,
        kind,
        faults,
        done: (visit.query() == DROPPED).then_some(text::DROPPED),
    };
    Ok(list::document(&congress, view))
}

/// The congress and the member of its staff who asks for one of its files.
async fn asked(
    visit: &Visit,
    slug: &str,
    id: &str,
) -> Result<(Reading, Congress, Member, ImportId), Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    let id = id.parse().map_err(|_| Failure::NoImport(congress.slug.clone()))?;
    Ok((reading, congress, staff, id))
}

/// How a file is read while it waits; once it was read in, what became of it.
pub async fn look(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    let page = Box::pin(looked(&visit, &slug, &id)).await;
    visit.answer(page).await
}

async fn looked(visit: &Visit, slug: &str, id: &str) -> Page {
    let (mut reading, congress, staff, id) = asked(visit, slug, id).await?;
    if let Some((file, told)) = done(&mut reading, &congress, id).await? {
        return Ok(report::document(&congress, file, told));
    }
    drop(reading);
    let choice = ImportChoice::asked(visit.query());
    let changed = visit.query().split('&').any(|pair| pair == CHANGED);
    show::preview(visit, &congress, &staff, id, (choice, changed)).await
}

/// A file that was read in, and what is told of it.
async fn done(
    reading: &mut Reading,
    congress: &Congress,
    id: ImportId,
) -> Result<Option<(ImportLine, Vec<ImportRemark>)>, Refusal> {
    let Some(file) = reading.import(congress.id, id).await? else { return Ok(None) };
    Ok(Some((file, reading.remarks(id).await?)))
}

/// Reads a file in as it was looked at. A second click, a reload or a way back find it done.
pub async fn take(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    match Box::pin(taken(&posted.visit, &slug, &id, &posted.fields)).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn taken(visit: &Visit, slug: &str, id: &str, fields: &Fields) -> Result<Response, Refusal> {
    let (reading, congress, staff, id) = asked(visit, slug, id).await?;
    drop(reading);
    let here = Route::Imports(&congress.slug, ImportRoute::One(id));
    let choice = ImportChoice::of(fields);
    let seen = value(fields, import_field::SEEN);
    let chosen = choice.encode();
    if seen != Some(chosen.as_str()) {
        return Ok(visit.see_done(here, &format!("{chosen}&{CHANGED}")));
    }
    // On a task of its own: whoever closes the page, or clicks again, doesn't stop it half-way.
    let order = import(visit.state.clone(), congress.clone(), id, choice, staff.id);
    match tokio::spawn(order).await.map_err(Refusal::broken)?.map_err(Refusal::broken)? {
        Done::Imported => Ok(visit.see(here)),
        Done::Nothing => Ok(visit.see_done(here, &chosen)),
        Done::Gone => Err(Failure::NoImport(congress.slug).into()),
    }
}

/// Lets go of a file that waits; one that is gone is let go of.
pub async fn drop_file(Path((slug, id)): Path<(String, String)>, posted: Posted<Fields>) -> Response {
    match dropped(&posted.visit, &slug, &id).await {
        Ok(response) => response,
        Err(refusal) => posted.visit.refused(refusal).await,
    }
}

async fn dropped(visit: &Visit, slug: &str, id: &str) -> Result<Response, Refusal> {
    let (mut reading, congress, _, id) = asked(visit, slug, id).await?;
    if reading.import(congress.id, id).await?.is_some() {
        return Ok(visit.see(Route::Imports(&congress.slug, ImportRoute::One(id))));
    }
    drop(reading);
    let mut work = visit.state.storage.write().await?;
    work.forget_upload(congress.id, id).await?;
    work.save().await?;
    Ok(visit.see_done(Route::Imports(&congress.slug, ImportRoute::List), DROPPED))
}

/// What is told of a file that was read in, as a table.
pub async fn table(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Response {
    match tabled(&visit, &slug, &id).await {
        Ok(response) => response,
        Err(refusal) => visit.refused(refusal).await,
    }
}

async fn tabled(visit: &Visit, slug: &str, id: &str) -> Result<Response, Refusal> {
    let (mut reading, congress, _, id) = asked(visit, slug, id).await?;
    let found = done(&mut reading, &congress, id).await?;
    let (_, told) = found.ok_or_else(|| Failure::NoImport(congress.slug.clone()))?;
    let csv = documents::open_data::import_report_csv(&told).map_err(Refusal::broken)?;
    let file = Attached {
        kind: "text/csv; charset=utf-8",
        name: format!("{}-compte-rendu.csv", congress.slug),
        is_shown: false,
        copies: Some("private, no-cache"),
    };
    Ok(file.holding(csv))
}
