//! What became of a file that was read in.

use domain::congress::Congress;
use domain::import::ImportKind;
use domain::reading::{ImportLine, ImportRemark};
use domain::words::Slug;
use leptos::prelude::*;

use super::remarks::remarks;
use crate::components::desk::{Desk, desk};
use crate::routes::{ImportRoute, Route};
use crate::text::import as text;
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, file: ImportLine, told: Vec<ImportRemark>) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &file, &told);
    Document::new(text::REPORT, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, file: &ImportLine, told: &[ImportRemark]) -> AnyView {
    let to = |of| Route::Imports(slug, of).path();
    let download = (!told.is_empty()).then(|| {
        view! { <a class="button" href=to(ImportRoute::Report(file.id)) download="">{text::DOWNLOAD}</a> }
    });
    view! {
        <div class="middle">
            {desk(slug, Desk::Imports)}
            <p class="over">{text::REPORT}</p>
            <h1 class="file-name">{file.file_name.clone()}</h1>
            <p class="note">{text::imported_by(file.by.as_deref(), file.at)}</p>
            <div class="done" role="status">
                <p><strong>{text::added(file.kind, file.added)}</strong></p>
                {(file.already_there > 0).then(|| view! { <p>{text::passed(file.already_there)}</p> })}
                {(file.refused > 0).then(|| view! { <p>{text::refused(file.refused)}</p> })}
            </div>
            {(file.added > 0).then(|| next(slug, file.kind))}
            {remarks(told, None)}
            <p class="actions">{download}<a class="button" href=to(ImportRoute::List)>{text::BACK}</a></p>
        </div>
    }
    .into_any()
}

fn next(slug: &Slug, kind: ImportKind) -> AnyView {
    let (how, href, words) = match kind {
        ImportKind::Contributions => (text::TEXTS_NEXT, Route::Corpus(slug).path(), text::TO_TEXTS),
        ImportKind::People => (text::PEOPLE_NEXT, Route::Invitations(slug).path(), text::TO_INVITE),
    };
    view! {
        <p class="lead">{how}</p>
        <p class="actions"><a class="button primary" href=href>{words}</a></p>
    }
    .into_any()
}
