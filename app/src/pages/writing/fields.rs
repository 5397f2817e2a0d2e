//! The fields of the form.

use domain::contribution::{Kind, Target, Written};
use domain::words::Slug;
use leptos::prelude::*;

use super::form::{WriteView, name};
use crate::components::field::{self, Choice};
use crate::routes::{self, Route};
use crate::text::moderation::warning;
use crate::text::{form, quote, settings, writing as text};

/// What nobody types.
pub fn hidden(view: &WriteView) -> AnyView {
    let line = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value/> };
    let completed = match view.target {
        Target::Complement(number) => Some(line(routes::field::COMPLEMENT, number.to_string())),
        Target::New | Target::Change(_) => None,
    };
    let whose = match &view.on_behalf {
        Some((id, _)) => line(routes::field::FOR, id.to_string()),
        None => line(name::AUTHOR, view.author.to_string()),
    };
    view! {
        {line(name::KEY, view.key.clone())}
        {line(name::BEGUN, view.begun.micros().to_string())}
        {line(name::VERSION, view.version.to_string())}
        {line(name::TARGET, view.target.to_string())}
        {completed}
        {whose}
    }
    .into_any()
}

/// Larger letters for the whole page. The style sheet does it; the script remembers it on this device.
pub fn large() -> AnyView {
    view! {
        <p class="option large">
            <input type="checkbox" id="grands" autocomplete="off"/>
            <label for="grands">{text::LARGE}</label>
        </p>
    }
    .into_any()
}

/// The words, with how many characters they count. The script counts again as one types, in the sentences that the place
/// where it says what is close carries.
pub fn words(view: &WriteView) -> AnyView {
    let hint = text::bounds(&view.typed.body);
    let area = field::area(name::WORDS, text::WORDS, &hint, &view.typed.body, &view.faults);
    view! {
        <div>
            {area}
            <p class="field-hint" role="status" id="champ-texte-dit" data-min=Written::MIN data-max=Written::MAX
                data-none=text::bounds("") data-counted=text::COUNTED data-over=text::OVER></p>
        </div>
    }
    .into_any()
}

/// The kind.
pub fn kind(view: &WriteView) -> AnyView {
    let choice = |code: &str, (label, hint): (&str, &str), chosen: bool| Choice {
        code: code.to_owned(),
        label: label.to_owned(),
        hint: Some(hint.to_owned()),
        chosen,
    };
    let kinds =
        Kind::ALL.iter().map(|kind| choice(kind.code(), text::kind(*kind), view.typed.kind == Some(*kind)));
    let none = choice("", text::NO_KIND, view.typed.kind.is_none());
    field::radios(name::KIND, text::KIND, kinds.chain([none]).collect(), &view.faults)
}

/// The enjeux; folded away until somebody wants them, or has given some.
pub fn areas(view: &WriteView) -> AnyView {
    if view.areas.is_empty() {
        return ().into_any();
    }
    let choices = (1_u32..).zip(&view.areas).map(|(rank, label)| {
        field::tick(name::AREA, rank.to_string(), label.clone(), None, view.typed.areas.contains(&rank))
    });
    view! {
        <details class="field" open=!view.typed.areas.is_empty()>
            <summary>{text::AREAS}</summary>
            <fieldset class="options">
                <legend class="said">{text::AREAS}</legend>
                <p class="field-hint">{text::OPTIONAL}</p>
                <div class="options-many">{choices.collect_view()}</div>
            </fieldset>
        </details>
    }
    .into_any()
}

/// How much of the author is shown, each level as others will see it.
pub fn display(view: &WriteView) -> AnyView {
    let choices = view.shown.iter().map(|(level, shown)| Choice {
        code: level.code().to_owned(),
        label: settings::display(*level).to_owned(),
        hint: Some(settings::shown_as(&quote::signed(shown))),
        chosen: view.typed.display == *level,
    });
    field::radios(name::DISPLAY, text::DISPLAY, choices.collect(), &view.faults)
}

/// Sends, or keeps for later.
pub fn buttons(slug: &Slug, view: &WriteView) -> AnyView {
    let send = match view.target {
        Target::New | Target::Complement(_) => text::SEND,
        Target::Change(_) => text::SAVE_CHANGE,
    };
    // What staff types for somebody else isn't kept among their own drafts.
    let keep = view.on_behalf.is_none().then(|| {
        let words = if view.target == Target::New { text::KEEP_AND_COMPARE } else { text::KEEP };
        view! { <button class="button" formaction=Route::Draft(slug).path()>{words}</button> }
    });
    let as_it_is = view.warned.then(|| {
        let words = match view.target {
            Target::New | Target::Complement(_) => warning::SEND,
            Target::Change(_) => warning::SAVE,
        };
        view! { <button class="button" name=name::WARNED value=form::YES>{words}</button> }
    });
    view! {
        <p class="actions">
            <button class="button primary">{send}</button>
            {as_it_is}
            {keep}
        </p>
    }
    .into_any()
}
