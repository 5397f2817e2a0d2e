//! What the chair has screens show: the code to check in by, the network, and where each screen's address is.

use domain::line::Line;
use domain::words::Slug;
use leptos::prelude::*;

use super::super::screen::Vue;
use super::act::act;
use super::{ChairView, gesture, name};
use crate::components::field;
use crate::routes::Route;
use crate::text::{desk as text, screen as words};

pub(super) fn code(slug: &Slug, view: &ChairView) -> AnyView {
    let shown = match &view.code {
        Some(code) => view! {
            <p class="screen-code"><strong>{code.clone()}</strong></p>
            {act(slug, view, gesture::HIDE_CODE, text::HIDE_CODE, ().into_any(), false)}
        }
        .into_any(),
        None => act(slug, view, gesture::SHOW_CODE, text::SHOW_CODE, ().into_any(), false),
    };
    let takes = view.scene.sitting.stage.takes_people();
    takes.then(|| view! { <section class="ruled" aria-labelledby="code"><h2 id="code">{text::CHECK_IN_CODE}</h2>{shown}</section> }).into_any()
}

/// The addresses of screens, and the network that they name.
pub(super) fn screens(slug: &Slug, view: &ChairView) -> AnyView {
    let to = Route::Screen(slug, view.scene.sitting.id).path();
    let links = Vue::ALL.iter().map(|vue| {
        let query = if *vue == Vue::Follow { String::new() } else { format!("?vue={}", vue.code()) };
        view! { <li><a href=format!("{to}{query}")>{words::vue(vue.code())}</a></li> }
    });
    let network = field::Line {
        name: name::NETWORK,
        label: words::NETWORK_FIELD,
        hint: Some(words::NETWORK_HINT.to_owned()),
        value: view.network.as_ref().map(Line::to_string).unwrap_or_default(),
        ..field::Line::default()
    };
    let wrong = view.faults.at(name::NETWORK).is_some();
    view! {
        <details class="field ruled" id="ecrans" open=wrong>
            <summary>{words::SCREENS}</summary>
            <p class="note">{words::SCREENS_HOW}</p>
            <ul>{links.collect_view()}</ul>
            <p class="note">{words::THEMES}</p>
            {act(slug, view, gesture::NETWORK, words::SET_NETWORK, field::line(network, &view.faults), false)}
        </details>
    }
    .into_any()
}
