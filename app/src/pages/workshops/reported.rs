//! What was noted as somebody's words, on their own page: they confirm or they don't.

use domain::reading::NoteLine;
use domain::words::Slug;
use domain::workshop::Answer;
use leptos::prelude::*;

use crate::components::number::number;
use crate::components::quote::signature;
use crate::pages::writing::still::still;
use crate::routes::Route;
use crate::text::{date, noting as text};

/// The name of the field that holds the [`Answer`].
pub const ANSWER: &str = "reponse";

/// Those that wait for an answer; nothing where none does. `signed` is how they would be signed.
pub fn waiting(slug: &Slug, notes: &[NoteLine], signed: &str) -> AnyView {
    if notes.is_empty() {
        return ().into_any();
    }
    let lines = notes.iter().map(|note| line(slug, note)).collect_view();
    view! {
        <section class="ruled" aria-labelledby="cite">
            <h2 id="cite">{text::YOURS}</h2>
            <p>{text::YOURS_LEAD}</p>
            <p class="note">{text::signing(signed)}</p>
            <ul class="mine-lines">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(slug: &Slug, note: &NoteLine) -> AnyView {
    let of = &note.own.contribution;
    let label = |words: &str| text::of_line(words, of.number);
    view! {
        <li>
            <h3><a href=Route::Contribution(slug, of.number).path()>{number(of.number)}</a></h3>
            <p class="kind">{date::moment(note.noted_at)}" · "{signature(&of.signature)}</p>
            {still(note.own.written.as_str())}
            <form class="actions" method="post" action=Route::Reported(slug, of.number).path()>
                <button class="button primary" name=ANSWER value=Answer::Confirmed.code()
                    aria-label=label(text::MINE)>{text::MINE}</button>
                <button class="button" name=ANSWER value=Answer::Denied.code()
                    aria-label=label(text::NOT_MINE)>{text::NOT_MINE}</button>
            </form>
        </li>
    }
    .into_any()
}
