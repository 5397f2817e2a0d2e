//! Pieces of the desk: a form with one button, and what is read aloud.

use domain::words::Slug;
use leptos::prelude::*;

use super::{ChairView, name};
use crate::routes::Route;
use crate::text::aloud as words;

/// A form with one button.
pub(super) fn act(
    slug: &Slug,
    view: &ChairView,
    gesture: &'static str,
    label: &'static str,
    more: AnyView,
    primary: bool,
) -> AnyView {
    view! {
        <form class="desk-act" method="post" action=Route::Chair(slug, view.scene.sitting.id).path()>
            {more}
            <button class="button" class:primary=primary name=name::GESTURE value=gesture>{label}</button>
        </form>
    }
    .into_any()
}

pub(in super::super) fn hidden(name: &'static str, value: String) -> AnyView {
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

pub(super) fn aloud(said: String) -> AnyView {
    view! { <p class="aloud"><span class="kind">{words::ALOUD}</span><br/>{said}</p> }.into_any()
}
