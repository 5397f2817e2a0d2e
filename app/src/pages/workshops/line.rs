//! A line that was noted, with what can still be done to it.

use domain::reading::NoteLine;
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use super::noting::{Place, name};
use crate::components::number::number;
use crate::routes::Route;
use crate::text::{date, names, noting as text};

/// The line.
pub fn line(slug: &Slug, place: &Place, note: &NoteLine, now: Timestamp) -> AnyView {
    let of = &note.own.contribution;
    let gone = text::state(of.state);
    let about = [
        Some(date::moment(note.noted_at)),
        note.paper.as_deref().map(text::paper),
        of.kind.map(|kind| names::kind(kind).to_owned()),
        note.speaker.as_ref().map(|(_, name)| text::speaker(name, note.answer)),
        gone.map(str::to_owned),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <p class="noted-words">{note.own.written.as_str().to_owned()}</p>
            <p class="kind"><a href=Route::Contribution(slug, of.number).path()>{number(of.number)}</a>" · "{about}</p>
            {note.may_change(now).then(|| acts(slug, place, note))}
        </li>
    }
    .into_any()
}

fn acts(slug: &Slug, place: &Place, note: &NoteLine) -> AnyView {
    let of = note.own.contribution.number;
    let path = place.path(slug);
    let change = format!("{path}?{}={of}", name::CORRECT);
    view! {
        <form class="actions" method="post" action=path>
            <a class="button" href=change aria-label=text::of_line(text::CHANGE, of)>{text::CHANGE}</a>
            <input type="hidden" name=name::NUMBER value=of.to_string()/>
            <button class="button" name=name::GESTURE value=name::REMOVE
                aria-label=text::of_line(text::REMOVE, of)>{text::REMOVE}</button>
        </form>
    }
    .into_any()
}
