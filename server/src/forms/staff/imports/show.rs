//! How a file is read, as a page.

use app::failure::Failure;
use app::pages::imports::preview::{Outcome, PreviewView, document};
use app::routes::ImportChoice;
use app::text::{date, import as text, names};
use domain::congress::Congress;
use domain::email::Email;
use domain::id::ImportId;
use domain::import::ImportKind;
use domain::line::Line;
use domain::member::Member;
use domain::reading::UploadLine;
use domain::territory::Territory;
use intake::members::MemberRow;
use intake::{Row, Unreadable};

use crate::jobs::import::lot::{Lot, Rows, fields};
use crate::jobs::import::site::{forecast, read_apart};
use crate::jobs::import::told_unreadable;
use crate::pages::{Page, Refusal, Visit};

/// Rows that are shown.
const SHOWN: usize = 20;
/// Characters of a cell that are shown.
const CELL: usize = 240;

/// The page of a file that waits, read as `choice` says.
pub async fn preview(
    visit: &Visit,
    congress: &Congress,
    staff: &Member,
    id: ImportId,
    (choice, changed): (ImportChoice, bool),
) -> Page {
    let gone = || Failure::NoImport(congress.slug.clone());
    let mut reading = visit.state.storage.read().await?;
    let (file, bytes) = reading.upload(congress.id, id, visit.now()).await?.ok_or_else(gone)?;
    drop(reading);
    let _one_at_a_time = visit.state.memory.file.lock().await;
    let twice = doubled(&choice);
    let (lot, bytes) = read_apart(file.kind, bytes, choice.clone()).await.map_err(Refusal::broken)?;
    let (sheets, bytes) =
        tokio::task::spawn_blocking(move || (intake::sheets(&bytes).unwrap_or_default(), bytes))
            .await
            .map_err(Refusal::broken)?;
    let columns = match &lot {
        Ok(lot) => lot.columns.iter().map(|(column, _)| column.clone()).collect(),
        Err(reason) => columns_of(reason),
    };
    let view = PreviewView {
        mine: file.by == staff.id,
        changed,
        format: lot.as_ref().map(|lot| text::format(lot.encoding, lot.separator)).unwrap_or_default(),
        sheets,
        sheet: choice.sheet.clone(),
        fields: laid_out(&file, lot.as_ref().ok(), &choice),
        columns,
        seen: String::new(),
        outcome: Err(String::new()),
        file,
    };
    let outcome = match (lot, twice) {
        (_, Some(at)) => Err(text::twice(view.columns.get(at).map_or("", String::as_str))),
        (Err(reason), None) => Err(told_unreadable(&reason)),
        (Ok(lot), None) => Ok(outcome(visit, congress, lot, &bytes).await?),
    };
    let seen = seen(&view);
    Ok(document(congress, PreviewView { outcome, seen, ..view }))
}

/// The columns as the page's form shows them: what is read in is what was seen.
fn seen(view: &PreviewView) -> String {
    let columns = view.fields.iter().filter_map(|(field, at)| at.map(|at| ((*field).to_owned(), at)));
    ImportChoice { sheet: view.sheet.clone(), columns: Some(columns.collect()) }.encode()
}

/// A column that was chosen for two fields.
fn doubled(choice: &ImportChoice) -> Option<usize> {
    let mut ranks: Vec<usize> = choice.columns.iter().flatten().map(|(_, at)| *at).collect();
    ranks.sort_unstable();
    ranks.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

fn columns_of(reason: &Unreadable) -> Vec<String> {
    match reason {
        Unreadable::NoText(columns) | Unreadable::NoNames(columns) => columns.clone(),
        Unreadable::Mapping(intake::MappingError::Column(_, columns)) => columns.clone(),
        _ => Vec::new(),
    }
}

/// Our fields, and where each stands: as chosen, else as guessed.
fn laid_out(
    file: &UploadLine,
    lot: Option<&Lot>,
    choice: &ImportChoice,
) -> Vec<(&'static str, Option<usize>)> {
    let at = |field: &'static str| match (&choice.columns, lot) {
        (Some(chosen), _) => chosen.iter().find(|(name, _)| name == field).map(|(_, at)| *at),
        (None, Some(lot)) => lot.columns.iter().position(|(_, taken)| *taken == Some(field)),
        (None, None) => None,
    };
    fields(file.kind).into_iter().map(|field| (field, at(field))).collect()
}

async fn outcome(visit: &Visit, congress: &Congress, mut lot: Lot, bytes: &[u8]) -> Result<Outcome, Refusal> {
    let mut reading = visit.state.storage.read().await?;
    let forecast = forecast(&mut reading, congress, &mut lot, bytes).await?;
    let (kind, rows) = match &lot.rows {
        Rows::Texts(rows) => {
            (ImportKind::Contributions, rows.iter().take(SHOWN).map(text_cells).collect::<Vec<_>>())
        }
        Rows::People(rows) => (ImportKind::People, rows.iter().take(SHOWN).map(people_cells).collect()),
    };
    let (heads, rows) = filled(text::heads(kind), rows);
    Ok(Outcome {
        heads,
        rows,
        of: u32::try_from(lot.len()).unwrap_or(u32::MAX),
        add: forecast.add,
        there: forecast.there,
        refused: lot.refused,
        remarks: lot.remarks,
        known: forecast.known,
    })
}

type Shown = (u64, Vec<String>);

/// Without the columns in which no row says anything.
fn filled(heads: [&'static str; 6], mut rows: Vec<Shown>) -> (Vec<&'static str>, Vec<Shown>) {
    let says = |at: usize| rows.iter().any(|(_, cells)| cells.get(at).is_some_and(|cell| !cell.is_empty()));
    let kept: Vec<bool> = (0..heads.len()).map(says).collect();
    for (_, cells) in &mut rows {
        let mut kept = kept.iter();
        cells.retain(|_| kept.next().copied().unwrap_or_default());
    }
    (heads.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(head, _)| head).collect(), rows)
}

fn text_cells(row: &Row) -> Shown {
    let signature = &row.signature;
    let territory = signature.territory.as_ref().map(|territory| territory.name.clone());
    let signed = [signature.name.clone(), signature.mandate.clone(), territory];
    let cells = [
        row.title.clone().unwrap_or_default(),
        row.body.as_str().to_owned(),
        signed.into_iter().flatten().collect::<Vec<_>>().join(", "),
        row.kind.map(names::kind).unwrap_or_default().to_owned(),
        row.areas.join(", "),
        row.written_at.map(date::day).unwrap_or_default(),
    ];
    (row.line, cells.into_iter().map(cut).collect())
}

fn people_cells(row: &MemberRow) -> Shown {
    let said = |line: &Option<Line>| line.as_ref().map(Line::to_string).unwrap_or_default();
    let cells = [
        row.name.to_string(),
        said(&row.mandate),
        names::college(row.college).to_owned(),
        row.territory.as_ref().map(place).unwrap_or_default(),
        row.email.as_ref().map(Email::to_string).unwrap_or_default(),
        said(&row.telephone),
    ];
    (row.line, cells.into_iter().map(cut).collect())
}

/// « Quimperlé (29) »
fn place(territory: &Territory) -> String {
    match &territory.departement {
        Some(departement) => format!("{} ({departement})", territory.name),
        None => territory.name.clone(),
    }
}

fn cut(cell: String) -> String {
    match cell.char_indices().nth(CELL) {
        Some((at, _)) => format!("{}…", cell[..at].trim_end()),
        None => cell,
    }
}
