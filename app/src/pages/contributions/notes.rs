//! The words of a contribution with its verbatims marked, and the notes beside them.

use domain::analysis::Place;
use domain::reading::{CitedIn, ContributionPage, ThemeTag, VerbatimLine};
use domain::words::Slug;
use leptos::prelude::*;

use super::became;
use crate::components::theme_tag;
use crate::map::Key;
use crate::routes::{Route, verbatim_anchor};
use crate::text::number::number;
use crate::text::quote::worded;
use crate::text::{contribution as text, life, map, names, theme as why};

/// The words to the letter. Verbatims that don't fit the text, or overlap, keep their note and lose their mark.
pub fn body(page: &ContributionPage) -> AnyView {
    let contribution = &page.card.contribution;
    if !contribution.state.is_shown() {
        return view! { <p class="empty-what">{life::tombstone(contribution.state)}</p> }.into_any();
    }
    let words = contribution.body.as_str();
    let mut at = 0;
    let mut parts = Vec::new();
    for (n, verbatim) in (1..).zip(&page.verbatims).filter(|(_, verbatim)| !verbatim.earlier) {
        let span = &verbatim.span;
        let (Some(before), Some(marked)) = (words.get(at..span.start.max(at)), words.get(span.clone()))
        else {
            continue;
        };
        if span.start < at || span.is_empty() {
            continue;
        }
        push(&mut parts, before);
        parts.push(mark(n, marked, verbatim));
        at = span.end;
    }
    push(&mut parts, words.get(at..).unwrap_or_default());
    view! { <p class="words">{parts}</p> }.into_any()
}

/// Leptos writes an empty text as a space.
fn push(parts: &mut Vec<AnyView>, words: &str) {
    if !words.is_empty() {
        parts.push(words.to_owned().into_any());
    }
}

fn mark(n: u32, words: &str, verbatim: &VerbatimLine) -> AnyView {
    let class = match &verbatim.place {
        Place::Theme(theme) => format!("verbatim hue-{}", theme.hue % 8),
        Place::Weak(_) | Place::Unplaced(_) => "verbatim apart".to_owned(),
    };
    view! {
        <span class=class id=verbatim_anchor(n)>{words.to_owned()}</span>
        <sup class="call"><a href=format!("#n{n}") aria-label=text::to_note(n)>{number(n)}</a></sup>
    }
    .into_any()
}

/// What the analysis reads, one note a verbatim.
pub fn notes(slug: &Slug, page: &ContributionPage) -> AnyView {
    if !page.card.contribution.state.is_shown() {
        return ().into_any();
    }
    let count = u32::try_from(page.verbatims.len()).unwrap_or(u32::MAX);
    let inner = if page.verbatims.is_empty() {
        view! { <p class="note">{text::UNREAD}</p> }.into_any()
    } else {
        let number = page.card.contribution.number;
        let notes = (1..)
            .zip(&page.verbatims)
            .map(|(n, verbatim)| {
                let became = became::verbatim(slug, page, verbatim.id);
                note(slug, Key { number, ordinal: n }, verbatim, (page.card.contribution.reported, became))
            })
            .collect_view();
        view! { {became::overall(slug, page)}<ol class="notes">{notes}</ol><p class="note">{text::WHAT}</p> }
            .into_any()
    };
    view! {
        <section class="margin" aria-labelledby="verbatims">
            <h2 id="verbatims">{text::verbatims(count)}</h2>
            {inner}
        </section>
    }
    .into_any()
}

fn note(slug: &Slug, key: Key, verbatim: &VerbatimLine, (reported, became): (bool, AnyView)) -> AnyView {
    let n = key.ordinal;
    // What couldn't be compared has no place on the map.
    let on_map = (!matches!(verbatim.place, Place::Unplaced(_))).then(|| {
        view! { <p class="kind"><a href=Route::OnMap(slug, key).path()>{map::SEE}</a></p> }
    });
    let earlier = verbatim.earlier.then(|| {
        let words = worded(&verbatim.text, (verbatim.cut_before, verbatim.cut_after), reported);
        view! { <p class="kind">{life::EARLIER}" "{words}</p> }
    });
    view! {
        <li id=format!("n{n}")>
            {if verbatim.earlier {
                view! { <span class="note-number">{number(n)}</span> }.into_any()
            } else {
                view! { <a class="note-number" href=format!("#v{n}") aria-label=text::to_text(n)>{number(n)}</a> }.into_any()
            }}
            <div>
                <p>{theme_tag::place(slug, &verbatim.place)}</p>
                {earlier}
                {reason(&verbatim.place)}
                <p class="kind">{names::kind_with_source(verbatim.kind, verbatim.kind_suggested)}</p>
                {became}
                {cited(slug, &verbatim.cited)}
                {on_map}
            </div>
        </li>
    }
    .into_any()
}

fn reason(place: &Place<ThemeTag>) -> AnyView {
    let reason = match place {
        Place::Theme(_) => return ().into_any(),
        Place::Weak(reason) => names::weak_reason(*reason),
        Place::Unplaced(reason) => names::unplaced_reason(*reason),
    };
    view! { <p class="kind">{why::REASON}{reason}"."</p> }.into_any()
}

fn cited(slug: &Slug, cited: &[CitedIn]) -> AnyView {
    if cited.is_empty() {
        return view! { <p class="kind">{text::NOT_CITED}</p> }.into_any();
    }
    let places = cited.iter().map(|place| {
        let href = Route::Cited(slug, place).path();
        view! {
            <li><a href=href>{text::cited_in(place)}</a>", "{place.heading.clone()}</li>
        }
    });
    view! { <div class="kind"><p>{text::CITED}"\u{a0}:"</p><ul class="cited">{places.collect_view()}</ul></div> }.into_any()
}
