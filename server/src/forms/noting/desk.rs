//! Where one notes, and who does.

use app::Document;
use app::failure::Failure;
use app::form::Faults;
use app::pages::workshops::noting::{NotingView, Place, Typed, document, name};
use app::routes::asked as said;
use app::text::noting as text;
use axum::http::HeaderMap;
use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::id::MemberId;
use domain::member::{Member, Role};
use domain::reading::NoteLine;
use domain::settings::Settings;
use domain::workshop::{Stands, Table};
use storage::Reading;

use crate::access::Key;
use crate::forms::staff::workshops::table_of;
use crate::guard::cookie;
use crate::pages::{Refusal, Visit};

/// Lines shown beneath the form.
const SHOWN: u32 = 50;

/// Where one notes.
pub struct Desk<'a> {
    /// The request.
    pub visit: &'a Visit,
    /// The congress.
    pub congress: Congress,
    /// What it decided.
    pub settings: Settings,
    /// The table, or the pile of paper.
    pub place: Place,
    /// Who notes, where they are signed in and do it as such: a sheet opens a table for whoever holds it.
    pub by: Option<Member>,
}

/// The form as it is to be shown.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// What stands in the fields.
    pub typed: Typed,
    /// The form's key; another is drawn without one.
    pub key: Option<String>,
    /// Members among whom one chooses.
    pub choices: Vec<(MemberId, String)>,
    /// What is wrong.
    pub faults: Faults,
    /// What was done.
    pub done: Option<String>,
}

impl<'a> Desk<'a> {
    /// A table, for whoever holds its sheet, scribes and staff.
    pub async fn table(visit: &'a Visit, headers: &HeaderMap, slug: &str, id: &str) -> Result<Self, Refusal> {
        let (mut reading, congress) = visit.congress(slug).await?;
        let id = id.parse().map_err(|_| Failure::NoPage)?;
        let table = table_of(&congress, reading.table(id).await?)?;
        let by = match opened(visit, &mut reading, headers, &table).await? {
            true => None,
            false => Some(scribe(visit, headers, &congress)?),
        };
        let settings = reading.settings(congress.id).await?;
        Ok(Self { visit, congress, settings, place: Place::Table(Box::new(table)), by })
    }

    /// Paper, for staff.
    pub async fn paper(visit: &'a Visit, slug: &str) -> Result<Self, Refusal> {
        let (mut reading, congress) = visit.congress(slug).await?;
        let staff = Member::clone(&*visit.caller.staff(&congress)?);
        let settings = reading.settings(congress.id).await?;
        Ok(Self { visit, congress, settings, place: Place::Paper, by: Some(staff) })
    }

    /// Whether a note was taken here.
    pub fn holds(&self, note: &NoteLine) -> bool {
        match &self.place {
            Place::Table(table) => note.table == Some(table.id),
            Place::Paper => note.table.is_none(),
        }
    }

    /// The form that the address asks for: empty, or on a line to correct.
    pub async fn asked(&self) -> Result<Filled, Refusal> {
        let asked =
            |name: &str| -> Option<ContributionNumber> { said(self.visit.query(), name)?.parse().ok() };
        if let Some(number) = asked(name::CORRECT) {
            let mut reading = self.visit.state.storage.read().await?;
            let note = reading.note(self.congress.id, number).await?.filter(|note| self.holds(note));
            if let Some(note) = note.filter(|note| note.may_change(self.visit.now())) {
                let typed = Typed {
                    words: note.own.written.as_str().to_owned(),
                    kind: note.own.contribution.kind,
                    correcting: Some((number, note.own.contribution.version)),
                    ..Typed::default()
                };
                return Ok(Filled { typed, ..Filled::default() });
            }
            return Ok(Filled { faults: Faults::of(name::WORDS, text::TOO_LATE), ..Filled::default() });
        }
        let done = [
            asked(name::NOTED).map(text::done),
            asked(name::CORRECTED).map(text::corrected),
            asked(name::REMOVED).map(text::removed),
        ];
        Ok(Filled { done: done.into_iter().flatten().next(), ..Filled::default() })
    }

    /// The page.
    pub async fn page(&self, filled: Filled) -> Result<Document, Refusal> {
        let mut reading = self.visit.state.storage.read().await?;
        let notes = match &self.place {
            Place::Table(table) => reading.notes_of_table(table.id, SHOWN).await?,
            Place::Paper => reading.notes_from_paper(self.congress.id, SHOWN).await?,
        };
        let view = NotingView {
            place: self.place.clone(),
            typed: filled.typed,
            key: filled.key.unwrap_or_else(|| self.visit.state.draw(Key::draw).text()),
            choices: filled.choices,
            faults: filled.faults,
            notes,
            done: filled.done,
            now: self.visit.now(),
        };
        Ok(document(&self.congress, view))
    }
}

/// Whether this device holds the sheet of that very table, and it opens now.
async fn opened(
    visit: &Visit,
    reading: &mut Reading,
    headers: &HeaderMap,
    table: &Table,
) -> Result<bool, Refusal> {
    let Some(secret) = cookie::sheet(headers) else { return Ok(false) };
    let held = reading.table_of_sheet(&secret.hash()).await?;
    Ok(held.is_some_and(|held| held.id == table.id && held.stands(visit.now()) == Stands::Open))
}

/// A scribe, or staff. A device whose sheet opens no more is told so.
fn scribe(visit: &Visit, headers: &HeaderMap, congress: &Congress) -> Result<Member, Refusal> {
    let allowed = visit.caller.staff(congress).or_else(|_| visit.caller.with(Role::Scribe, congress));
    match allowed {
        Ok(member) => Ok(Member::clone(&member)),
        Err(_) if cookie::sheet(headers).is_some() => Err(Failure::DeadSheet.into()),
        Err(refusal) => Err(refusal),
    }
}
