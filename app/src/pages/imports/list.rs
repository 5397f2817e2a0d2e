//! Files that were read in, those that wait, and the form that sends one.

use domain::congress::Congress;
use domain::import::ImportKind;
use domain::reading::{ImportLine, UploadLine};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::field::{self, Choice};
use crate::form::Faults;
use crate::routes::{ImportRoute, Route};
use crate::text::{date, import as text, number::number};
use crate::{Document, Section};

/// The names of the form's fields.
pub mod name {
    /// What the file holds.
    pub const KIND: &str = "genre";
    /// The file.
    pub const FILE: &str = "fichier";
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportsView {
    /// Files that were read in, the last one first.
    pub imports: Vec<ImportLine>,
    /// Files that wait, the last one first.
    pub waiting: Vec<UploadLine>,
    /// What is chosen in the form.
    pub kind: ImportKind,
    /// What is wrong with it.
    pub faults: Faults,
    /// What was done.
    pub done: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: ImportsView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &ImportsView) -> AnyView {
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    view! {
        <div class="middle">
            {desk(slug, Desk::Imports)}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {done}
            {send(slug, view)}
            {waiting(slug, &view.waiting)}
            {past(slug, &view.imports)}
        </div>
    }
    .into_any()
}

fn send(slug: &Slug, view: &ImportsView) -> AnyView {
    let choices = ImportKind::ALL.iter().map(|kind| Choice {
        code: kind.code().to_owned(),
        label: text::kind(*kind).to_owned(),
        hint: Some(text::kind_hint(*kind).to_owned()),
        chosen: *kind == view.kind,
    });
    view! {
        <section class="ruled" aria-labelledby="envoyer">
            <h2 id="envoyer">{text::SEND}</h2>
            {field::summary(&view.faults)}
            <form class="form" method="post" enctype="multipart/form-data" novalidate
                action=Route::Imports(slug, ImportRoute::List).path()>
                {field::radios(name::KIND, text::KIND, choices.collect(), &view.faults)}
                {field::file(name::FILE, text::FILE, text::FILE_HINT, &view.faults)}
                <p class="actions"><button class="button primary">{text::LOOK}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn waiting(slug: &Slug, files: &[UploadLine]) -> AnyView {
    if files.is_empty() {
        return ().into_any();
    }
    let lines = files.iter().map(|file| {
        let to = |of| Route::Imports(slug, of).path();
        view! {
            <li class="person table-line">
                <p>
                    <strong>{file.file_name.clone()}</strong>
                    <span class="note">{text::sent_by(&file.by_name, false, file.at)}</span>
                </p>
                <div class="actions">
                    <a class="button" href=to(ImportRoute::One(file.id))
                        aria-label=text::named(text::GO_ON, &file.file_name)>{text::GO_ON}</a>
                    <form method="post" action=to(ImportRoute::Drop(file.id))>
                        <button class="button" aria-label=text::named(text::DROP, &file.file_name)>{text::DROP}</button>
                    </form>
                </div>
            </li>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="attente">
            <h2 id="attente">{text::WAITING}</h2>
            <p class="note">{text::WAITING_HOW}</p>
            <ul class="people">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn past(slug: &Slug, files: &[ImportLine]) -> AnyView {
    let table = if files.is_empty() {
        empty(text::NONE, text::NONE_HOW, None)
    } else {
        let rows = files.iter().map(|file| row(slug, file)).collect_view();
        view! {
            <div class="wide-table" role="region" aria-label=text::FILES_TABLE tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{text::FILE_HEAD}</th>
                            <th scope="col">{text::WHEN_HEAD}</th>
                            <th scope="col">{text::WHO_HEAD}</th>
                            <th scope="col" class="figure">{text::ADDED_HEAD}</th>
                            <th scope="col" class="figure">{text::THERE_HEAD}</th>
                            <th scope="col" class="figure">{text::REFUSED_HEAD}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="ruled" aria-labelledby="importes">
            <h2 id="importes">{text::PAST}</h2>
            {table}
        </section>
    }
    .into_any()
}

fn row(slug: &Slug, file: &ImportLine) -> AnyView {
    let by = file.by.clone().unwrap_or_else(|| text::NOBODY.to_owned());
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Imports(slug, ImportRoute::One(file.id)).path()>{file.file_name.clone()}</a>
                <span class="note">{text::kind(file.kind)}</span>
            </th>
            <td>{date::moment(file.at)}</td>
            <td>{by}</td>
            <td class="figure">{number(file.added)}</td>
            <td class="figure">{number(file.already_there)}</td>
            <td class="figure">{number(file.refused)}</td>
        </tr>
    }
    .into_any()
}
