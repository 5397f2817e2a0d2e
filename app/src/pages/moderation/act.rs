//! What is done to a text, in forms.

use domain::moderation::{HidingReason, ModerationAct};
use domain::reading::QueueQuery;
use leptos::prelude::*;

use super::queue::{Refused, name};
use crate::components::field::id_of;
use crate::routes::{field as asked, queue_field};
use crate::text::moderation as text;

/// Where one comes back to.
pub fn back(query: &QueueQuery) -> AnyView {
    let line = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value/> };
    view! {
        {line(queue_field::PILE, query.pile.code().to_owned())}
        {line(asked::WORDS, query.words.clone())}
        {line(asked::PAGE, query.page.to_string())}
    }
    .into_any()
}

/// What hiding asks: a reason, and words. `of` tells the fields of one text from those of another.
pub fn hiding(of: &str, refused: &Refused) -> AnyView {
    let id = |name: &str| if of.is_empty() { id_of(name) } else { format!("{}-{of}", id_of(name)) };
    let (reason, words, hint) = (id(name::REASON), id(name::WORDS), format!("{}-aide", id(name::WORDS)));
    let fault = |field: &str, id: &str| {
        let id = format!("{id}-erreur");
        refused.faults.at(field).map(|fault| view! { <p class="fault" id=id>{fault.to_owned()}</p> })
    };
    let described = |field: &str, id: &str| refused.faults.at(field).map(|_| format!("{id}-erreur"));
    let options = HidingReason::ALL.iter().map(|of| {
        view! { <option value=of.code() selected=refused.reason == of.code()>{text::reason(*of)}</option> }
    });
    let label = if of.is_empty() { None } else { Some(format!("{} {of}", text::HIDE)) };
    view! {
        <details class="hiding" open=!refused.faults.is_empty()>
            <summary>{text::HIDE_HOW}</summary>
            <div class="field">
                <label for=reason.clone()>{text::REASON}</label>
                {fault(name::REASON, &reason)}
                <select id=reason.clone() name=name::REASON aria-describedby=described(name::REASON, &reason)>
                    <option value="">{text::NO_REASON}</option>
                    {options.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for=words.clone()>{text::WORDS}</label>
                <p class="field-hint" id=hint.clone()>{text::WORDS_HINT}</p>
                {fault(name::WORDS, &words)}
                <textarea id=words name=name::WORDS rows="3" aria-describedby=hint>{format!("\n{}", refused.words)}</textarea>
            </div>
            <p class="actions"><button class="button" name=name::ACT value=ModerationAct::Hidden.code() aria-label=label>{text::HIDE}</button></p>
        </details>
    }
    .into_any()
}
