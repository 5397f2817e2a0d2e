//! The sheet of a table, opened: one button, since programs that preview addresses follow them and only the button opens.

use domain::congress::Congress;
use domain::workshop::Table;
use leptos::prelude::*;

use crate::Document;
use crate::text::workshop as text;

/// The page that asks.
pub fn document(congress: &Congress, table: &Table) -> Document {
    let signed = text::signed(table.number, table.workshop.name.as_str());
    let title = congress.title.clone();
    let view = move || {
        let consent = text::consent(&signed);
        view! {
            <div class="narrow">
                <p class="over">{title}</p>
                <h1>{signed}</h1>
                <p class="lead">{text::ENTER_LEAD}</p>
                <form method="post" class="actions">
                    <button class="button primary">{text::ENTER}</button>
                </form>
                <p class="note">{consent}</p>
            </div>
        }
        .into_any()
    };
    Document::new(text::ENTER, view).within(Some(congress)).unlisted()
}
