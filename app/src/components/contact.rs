//! A person to call.

use domain::settings::Contact;
use leptos::prelude::*;

use crate::text::received as text;

/// Their name, telephone number and address; a sentence when there is nobody.
pub fn contact(of: &Contact) -> AnyView {
    if of.telephone.is_none() && of.email.is_none() {
        return view! { <p class="note">{text::NO_CONTACT}</p> }.into_any();
    }
    let name = of.name.as_ref().map(|name| view! { <strong>{name.to_string()}</strong> });
    let telephone = of.telephone.as_ref().map(|number| {
        let dialled: String = number.as_str().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! { <a href=format!("tel:{dialled}")>{number.to_string()}</a> }
    });
    let email = of.email.as_ref().map(|email| {
        view! { <a href=format!("mailto:{}", email.as_str())>{email.as_str().to_owned()}</a> }
    });
    view! {
        <section class="ruled" aria-labelledby="contact">
            <h2 id="contact">{text::CONTACT}</h2>
            <ul class="contact">
                {name.map(|name| view! { <li>{name}</li> })}
                {telephone.map(|link| view! { <li>{link}</li> })}
                {email.map(|link| view! { <li>{link}</li> })}
            </ul>
        </section>
    }
    .into_any()
}
