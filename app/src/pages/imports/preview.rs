//! How a file is read, before anything of it is added.

use domain::congress::Congress;
use domain::reading::{ImportRemark, UploadLine};
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use super::remarks::remarks;
use crate::components::desk::{Desk, desk};
use crate::routes::{ImportRoute, Route, import_field};
use crate::text::import as text;
use crate::{Document, Section};

/// The id of the form that says how the file is read: the button that imports stands outside of it.
const FORM: &str = "lecture";

/// Characters beyond which a cell gets a wider column.
const LONG: usize = 60;

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewView {
    /// The file.
    pub file: UploadLine,
    /// Whether whoever looks sent it.
    pub mine: bool,
    /// Whether the columns were changed, and not looked at, when it was to be read in.
    pub changed: bool,
    /// How it is written: a sentence each.
    pub format: Vec<String>,
    /// The sheets to choose from; none of what isn't a workbook, or has a single one.
    pub sheets: Vec<String>,
    /// The sheet that was asked for.
    pub sheet: String,
    /// The names of the file's columns.
    pub columns: Vec<String>,
    /// Our fields by name, and the column of each.
    pub fields: Vec<(&'static str, Option<usize>)>,
    /// How it is read, as [`crate::routes::ImportChoice`] writes it.
    pub seen: String,
    /// What it comes to, or why it can't be read so.
    pub outcome: Result<Outcome, String>,
}

/// What a file comes to, when it is read in now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The heads of the columns of the rows below.
    pub heads: Vec<&'static str>,
    /// The first rows: their line in the file, and a cell for each head.
    pub rows: Vec<(u64, Vec<String>)>,
    /// Rows in all.
    pub of: u32,
    /// What would be added.
    pub add: u32,
    /// What is there already.
    pub there: u32,
    /// Lines that are refused.
    pub refused: u32,
    /// What is told of lines and of the whole.
    pub remarks: Vec<ImportRemark>,
    /// When the very same file was read in, whole: it adds nothing.
    pub known: Option<Timestamp>,
}

/// The page.
pub fn document(congress: &Congress, view: PreviewView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::PREVIEW, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &PreviewView) -> AnyView {
    let file = &view.file;
    let about = format!("{} · {}", text::size(file.size), text::sent_by(&file.by_name, view.mine, file.at));
    let outcome = match &view.outcome {
        Ok(outcome) => view! { {counts(slug, view, outcome)}{rows(outcome)}{remarks(&outcome.remarks, Some(text::REFUSED_HOW))} }.into_any(),
        Err(sentence) => view! { <div class="faults" role="alert"><p>{sentence.clone()}</p></div> }.into_any(),
    };
    view! {
        <div class="middle">
            {desk(slug, Desk::Imports)}
            <p class="over">{text::kind(file.kind)}</p>
            <h1>{text::PREVIEW}</h1>
            <p class="lead">{text::PREVIEW_LEAD}</p>
            <p class="import-file"><strong class="file-name">{file.file_name.clone()}</strong>" · "{about}</p>
            {(!view.mine).then(|| view! { <p class="note">{text::NOT_MINE}</p> })}
            {view.changed.then(|| view! { <p class="done" role="status">{text::LOOK_AGAIN}</p> })}
            {outcome}
            {how(slug, view)}
            {columns(slug, view)}
        </div>
    }
    .into_any()
}

fn counts(slug: &Slug, view: &PreviewView, outcome: &Outcome) -> AnyView {
    let kind = view.file.kind;
    let to = |of| Route::Imports(slug, of).path();
    let sentences = match outcome.known {
        Some(at) => view! { <p><strong>{text::known(at)}</strong></p> }.into_any(),
        None => view! {
            <p><strong>{text::will_add(kind, outcome.add)}</strong></p>
            <p>{text::are_there(outcome.there)}" "{text::are_refused(outcome.refused)}</p>
        }
        .into_any(),
    };
    let import = (outcome.known.is_none() && outcome.add > 0).then(|| {
        view! {
            <button class="button primary" form=FORM formmethod="post" formaction=to(ImportRoute::One(view.file.id))>
                {text::import(kind, outcome.add)}
            </button>
        }
    });
    view! {
        <div class="import-verdict">
            {sentences}
            <div class="actions">
                {import}
                <form method="post" action=to(ImportRoute::Drop(view.file.id))>
                    <button class="button">{text::DROP}</button>
                </form>
            </div>
        </div>
    }
    .into_any()
}

fn rows(outcome: &Outcome) -> AnyView {
    if outcome.rows.is_empty() {
        return ().into_any();
    }
    let heads = outcome.heads.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view();
    let rows = outcome.rows.iter().map(|(line, cells)| {
        let cells = cells.iter().map(|cell| {
            let long = (cell.chars().count() > LONG).then_some("long");
            view! { <td class=long lang="" dir="auto">{cell.clone()}</td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row" class="figure">{*line}</th>{cells}</tr> }
    });
    let shown = u32::try_from(outcome.rows.len()).unwrap_or(u32::MAX);
    view! {
        <section class="ruled" aria-labelledby="apercu">
            <h2 id="apercu">{text::WILL_BE}</h2>
            <p class="note">{text::first_rows(shown, outcome.of)}</p>
            <div class="wide-table" role="region" aria-label=text::ROWS_TABLE tabindex="0">
                <table>
                    <thead><tr><th scope="col" class="figure">{text::LINE}</th>{heads}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn how(slug: &Slug, view: &PreviewView) -> AnyView {
    let format = view.format.iter().map(|words| view! { <p>{words.clone()}</p> }).collect_view();
    let sheets = (view.sheets.len() > 1).then(|| {
        let options = view.sheets.iter().map(|name| {
            let chosen = *name == view.sheet;
            view! { <option value=name.clone() selected=chosen>{name.clone()}</option> }
        });
        view! {
            <form class="form" method="get" action=Route::Imports(slug, ImportRoute::One(view.file.id)).path()>
                <div class="field">
                    <label for="champ-feuille">{text::SHEET}</label>
                    <select id="champ-feuille" name=import_field::SHEET>{options.collect_view()}</select>
                </div>
                <p class="actions"><button class="button">{text::READ_SHEET}</button></p>
            </form>
        }
    });
    if view.format.is_empty() && sheets.is_none() {
        return ().into_any();
    }
    view! {
        <section class="ruled" aria-labelledby="comment">
            <h2 id="comment">{text::HOW}</h2>
            {format}
            {sheets}
        </section>
    }
    .into_any()
}

fn columns(slug: &Slug, view: &PreviewView) -> AnyView {
    if view.columns.is_empty() {
        return ().into_any();
    }
    let selects = view.fields.iter().map(|(field, at)| select(view, field, *at)).collect_view();
    view! {
        <section class="ruled" aria-labelledby="colonnes">
            <h2 id="colonnes">{text::COLUMNS}</h2>
            <p class="note">{text::COLUMNS_HOW}</p>
            <form id=FORM class="form import-columns" method="get"
                action=Route::Imports(slug, ImportRoute::One(view.file.id)).path()>
                <input type="hidden" name=import_field::SHEET value=view.sheet.clone()/>
                <input type="hidden" name=import_field::SEEN value=view.seen.clone()/>
                {selects}
                <p class="actions"><button class="button">{text::AGAIN}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn select(view: &PreviewView, field: &'static str, at: Option<usize>) -> AnyView {
    let name = format!("{}{field}", import_field::COLUMN);
    let id = format!("champ-{name}");
    let options = view.columns.iter().enumerate().map(|(rank, column)| {
        let words = if column.trim().is_empty() { text::unnamed(rank + 1) } else { column.clone() };
        let chosen = at == Some(rank);
        view! { <option value=rank.to_string() selected=chosen>{words}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{text::field(field)}</label>
            <select id=id name=name>
                <option value="" selected=at.is_none()>{text::NO_COLUMN}</option>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}
