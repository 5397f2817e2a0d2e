//! The door: ask for a link, or enter a code that staff dictated.

use domain::congress::Congress;
use domain::settings::Contact;
use leptos::prelude::*;

use crate::components::field::{self, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::access as text;
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// Which of the two forms was posted: [`LINK`] or [`CODE`].
    pub const BY: &str = "par";
    /// That one asks for a link.
    pub const LINK: &str = "lien";
    /// That one enters a code; also the field of its digits.
    pub const CODE: &str = "code";
    /// The address that a link is asked for.
    pub const EMAIL: &str = "courriel";
    /// The address or number of whoever enters a code.
    pub const WHO: &str = "qui";
}

/// What was typed, and what is wrong with it. The digits of a code are never shown again.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The address that a link is asked for.
    pub email: String,
    /// Who enters a code.
    pub who: String,
    /// What is wrong.
    pub faults: Faults,
}

/// The page.
pub fn document(congress: &Congress, contact: &Contact, typed: Typed) -> Document {
    let action = Route::SignIn(&congress.slug).path();
    let call = text::call(contact);
    let view = move || {
        view! {
            <div class="narrow">
                <h1>{text::SIGN_IN}</h1>
                <p class="lead">{text::SIGN_IN_LEAD}</p>
                {by_link(&action, &typed)}
                {by_code(&action, &typed, call)}
            </div>
        }
        .into_any()
    };
    Document::new(text::SIGN_IN, view).within(Some(congress)).at(Section::SignIn).unlisted()
}

fn by_link(action: &str, typed: &Typed) -> AnyView {
    let email = Line {
        name: name::EMAIL,
        label: text::EMAIL,
        value: typed.email.clone(),
        kind: "email",
        autocomplete: "email",
        ..Line::default()
    };
    view! {
        <section class="ask" aria-labelledby="par-lien">
            <h2 id="par-lien">{text::BY_LINK}</h2>
            <p class="note">{text::BY_LINK_HOW}</p>
            <form class="form" method="post" action=action.to_owned() novalidate>
                <input type="hidden" name=name::BY value=name::LINK/>
                {field::line(email, &typed.faults)}
                <p class="actions"><button class="button primary">{text::SEND_LINK}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn by_code(action: &str, typed: &Typed, call: Option<String>) -> AnyView {
    let who = Line {
        name: name::WHO,
        label: text::WHO,
        hint: Some(text::WHO_HINT.to_owned()),
        value: typed.who.clone(),
        autocomplete: "email",
        ..Line::default()
    };
    let code = Line {
        name: name::CODE,
        label: text::CODE,
        autocomplete: "one-time-code",
        digits: true,
        ..Line::default()
    };
    view! {
        <section class="ask" aria-labelledby="par-code">
            <h2 id="par-code">{text::BY_CODE}</h2>
            {call.map(|call| view! { <p class="note">{call}</p> })}
            <form class="form" method="post" action=action.to_owned() novalidate>
                <input type="hidden" name=name::BY value=name::CODE/>
                {field::line(who, &typed.faults)}
                {field::line(code, &typed.faults)}
                <p class="actions"><button class="button">{text::ENTER_CODE}</button></p>
            </form>
        </section>
    }
    .into_any()
}
