//! Sheets to print, one a table: shown this once.

use domain::congress::Congress;
use domain::workshop::Table;
use leptos::prelude::*;

use crate::components::desk::{Desk, desk};
use crate::text::{date, workshop as text};
use crate::{Document, Section};

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetView {
    /// The table.
    pub table: Table,
    /// The whole address that opens it.
    pub address: String,
    /// The same as a QR code: an SVG.
    pub code: String,
}

/// The page.
pub fn document(congress: &Congress, sheets: Vec<SheetView>) -> Document {
    let of = congress.clone();
    let view = move || {
        let all = sheets.iter().map(|of_table| sheet(&of, of_table)).collect_view();
        view! {
            <div class="middle table-sheets">
                <div class="sheets-lead">
                    {desk(&of.slug, Desk::Workshops)}
                    <h1>{text::SHEETS}</h1>
                    <p class="lead">{text::SHEETS_LEAD}</p>
                </div>
                {all}
            </div>
        }
        .into_any()
    };
    Document::new(text::SHEETS, view).within(Some(congress)).at(Section::Staff).unlisted()
}

fn sheet(congress: &Congress, of: &SheetView) -> AnyView {
    let table = &of.table;
    let workshop = table.workshop.name.as_str();
    let until = text::until(&date::day(table.workshop.ends_at.plus_seconds(-1)));
    view! {
        <section class="table-sheet">
            <p class="over">{congress.title.clone()}</p>
            <h2>{text::signed(table.number, workshop)}</h2>
            <p>{text::SHEET_HOW}</p>
            <div class="table-code" inner_html=of.code.clone()></div>
            <p class="table-address">{of.address.clone()}</p>
            <p>{until}</p>
            <p class="table-consent">{text::consent(&text::signed(table.number, workshop))}</p>
        </section>
    }
    .into_any()
}
