//! Adding a person.

use domain::congress::Congress;
use domain::member::Member;
use leptos::prelude::*;

use super::fields::{Who, fields};
use crate::components::desk::{Desk, desk};
use crate::components::field;
use crate::form::Faults;
use crate::routes::Route;
use crate::text::form;
use crate::text::members::one as text;
use crate::{Document, Section};

/// The page, for whoever `asks`.
pub fn document(congress: &Congress, asks: &Member, who: Who, faults: Faults) -> Document {
    let (slug, asks) = (congress.slug.clone(), asks.clone());
    let view = move || {
        view! {
            <div class="narrow">
                {desk(&slug, Desk::Members)}
                <h1>{text::NEW}</h1>
                {field::summary(&faults)}
                <form class="form" method="post" action=Route::NewMember(&slug).path() novalidate>
                    {fields(&who, &asks, &faults)}
                    <p class="actions"><button class="button primary">{form::SAVE}</button></p>
                </form>
            </div>
        }
        .into_any()
    };
    Document::new(text::NEW, view).within(Some(congress)).at(Section::Staff).unlisted()
}
