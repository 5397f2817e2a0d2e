//! What is too short, or not in French, to be compared.

use domain::congress::Congress;
use domain::reading::ApartPage;

use super::{Words, view};
use crate::components::views::View;
use crate::routes::Route;
use crate::text::theme as text;
use crate::{Document, Section};

/// One page of them.
pub fn document(congress: &Congress, page: ApartPage) -> Document {
    let slug = congress.slug.clone();
    let words = Words {
        title: text::UNPLACED,
        lead: text::UNPLACED_LEAD,
        how: text::UNPLACED_HOW,
        here: View::Unplaced,
        none: text::NO_UNPLACED,
    };
    let show = move || view(&slug, &page, &words, &|number| Route::Unplaced(&slug, number).path());
    Document::new(text::UNPLACED, show).within(Some(congress)).at(Section::Themes)
}
