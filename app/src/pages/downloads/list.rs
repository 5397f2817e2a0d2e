//! The files of a congress.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::text::download;
use crate::{Document, Section};

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DownloadLine {
    /// « Le dossier complet »
    pub label: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Its address.
    pub href: String,
    /// « PDF », « CSV », « JSON »
    pub format: String,
}

/// The list of files with what each holds.
pub fn document(congress: &Congress, lines: Vec<DownloadLine>) -> Document {
    let view = move || {
        view! {
            <div class="narrow">
                <h1>{download::TITLE}</h1>
                <p class="lead">{download::INTRO}</p>
                {list(lines)}
            </div>
        }
        .into_any()
    };
    Document::new(download::TITLE, view).within(Some(congress)).at(Section::Downloads)
}

fn list(lines: Vec<DownloadLine>) -> AnyView {
    let items = lines.into_iter().map(|line| {
        view! {
            <li>
                <p class="file-format" aria-hidden="true">{line.format.clone()}</p>
                <div>
                    <h2><a href=line.href>{line.label}<span class="said">" ("{line.format}")"</span></a></h2>
                    <p>{line.description}</p>
                </div>
            </li>
        }
    });
    view! { <ul class="files">{items.collect_view()}</ul><p class="note">{download::SAME}</p> }.into_any()
}
