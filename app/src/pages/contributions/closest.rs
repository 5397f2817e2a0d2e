//! What others say that is close: to each verbatim of a contribution, or to one that no run has read yet.

use domain::reading::{ContributionPage, Guess, NeighbourLine, VerbatimLine};
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::quote::{Beneath, quote};
use crate::components::theme_tag;
use crate::text::contribution as text;

/// For each verbatim the closest of other contributions; nothing when no verbatim has any.
pub fn closest(slug: &Slug, page: &ContributionPage) -> AnyView {
    if page.verbatims.iter().all(|verbatim| verbatim.neighbours.is_empty()) {
        return ().into_any();
    }
    let verbatims = (1..).zip(&page.verbatims).map(|(n, verbatim)| of(slug, n, verbatim)).collect_view();
    view! {
        <section class="ruled closest" aria-labelledby="proches">
            <h2 id="proches">{text::CLOSEST}</h2>
            <p class="note">{text::CLOSEST_HOW}</p>
            {verbatims}
        </section>
    }
    .into_any()
}

fn of(slug: &Slug, n: u32, verbatim: &VerbatimLine) -> AnyView {
    let heading =
        view! { <h3><a href=format!("#v{n}") aria-label=text::to_text(n)>{text::verbatim(n)}</a></h3> };
    if verbatim.neighbours.is_empty() {
        return view! { {heading}<p class="kind">{text::NO_CLOSE}</p> }.into_any();
    }
    view! { {heading}{neighbours(slug, &verbatim.neighbours)} }.into_any()
}

fn neighbours(slug: &Slug, lines: &[NeighbourLine]) -> AnyView {
    let lines = lines.iter().map(|line| {
        let twin = line.twin.then(|| view! { <p class="twin">{text::TWIN}</p> });
        view! { <li>{twin}{quote(slug, &line.quote, Beneath::Place)}</li> }
    });
    view! { <ul class="closest-quotes">{lines.collect_view()}</ul> }.into_any()
}

/// Where a contribution would stand that came after the run.
pub fn guess(slug: &Slug, of: &Guess) -> AnyView {
    let near = (!of.nearest.is_empty()).then(|| {
        view! { <h3>{text::CLOSEST}</h3>{neighbours(slug, &of.nearest)} }
    });
    view! {
        <section class="ruled closest" aria-labelledby="provisoire">
            <h2 id="provisoire">{text::GUESS}</h2>
            <p>{text::GUESS_PLACE}" "{theme_tag::place(slug, &of.place)}</p>
            <p class="note">{text::GUESS_HOW}</p>
            {near}
        </section>
    }
    .into_any()
}
