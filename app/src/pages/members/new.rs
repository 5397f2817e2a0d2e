//! Adding a person.

use domain::congress::Congress;
use domain::member::Member;
use leptos::prelude::*;

use super::fields::{Who, fields, name};
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
                    {returns(&who, &faults)}
                    <p class="actions"><button class="button primary">{form::SAVE}</button></p>
                </form>
            </div>
        }
        .into_any()
    };
    Document::new(text::NEW, view).within(Some(congress)).at(Section::Staff).unlisted()
}

/// Asked only of somebody who was erased from the congress.
fn returns(who: &Who, faults: &Faults) -> AnyView {
    let fault = faults.at(name::RETURNS);
    if fault.is_none() && !who.returns {
        return ().into_any();
    }
    view! {
        <div class="field" class:faulty=fault.is_some()>
            {fault.map(|fault| view! { <p class="fault">{fault.to_owned()}</p> })}
            {field::tick(name::RETURNS, form::YES.to_owned(), text::RETURNS.to_owned(), Some(text::RETURNS_HINT.to_owned()), who.returns)}
        </div>
    }
    .into_any()
}
