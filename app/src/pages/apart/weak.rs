//! Weak signals: what nobody else says yet, with the reason.

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
        title: text::WEAK,
        lead: text::WEAK_LEAD,
        how: text::WEAK_HOW,
        here: View::Weak,
        none: text::NO_WEAK,
    };
    let show = move || view(&slug, &page, &words, &|number| Route::Weak(&slug, number).path());
    Document::new(text::WEAK, show).within(Some(congress)).at(Section::Themes)
}
