//! What became of a contribution and of its verbatims, once a version of the motion says so.

use domain::disposition::Overall;
use domain::id::VerbatimId;
use domain::reading::{Became, ContributionPage, DispositionsQuery};
use domain::words::Slug;
use leptos::prelude::*;

use crate::routes::{Route, WordingRoute};
use crate::text::disposition as text;

/// Of the whole contribution, with the way to what became of all of them.
pub fn overall(slug: &Slug, page: &ContributionPage) -> AnyView {
    let of = page.became.as_ref().and_then(|(_, became)| {
        Overall::of(page.verbatims.iter().filter_map(|verbatim| became.get(&verbatim.id)).map(kind))
    });
    let href = Route::Wording(slug, WordingRoute::Became(DispositionsQuery::default())).path();
    of.map(|of| view! { <p>{text::overall(of)}" "<a href=href>{text::PUBLIC_TITLE}</a></p> }).into_any()
}

const fn kind(of: &Became) -> domain::disposition::DispositionKind {
    of.disposition.kind()
}

/// Of one of its verbatims, with the passages that it stands beside.
pub fn verbatim(slug: &Slug, page: &ContributionPage, verbatim: VerbatimId) -> AnyView {
    let Some((version, became)) = &page.became else { return ().into_any() };
    let Some(of) = became.get(&verbatim) else { return ().into_any() };
    let href = Route::Wording(slug, WordingRoute::Version(*version)).path();
    let beside = of.beside.iter().map(|beside| {
        view! { <li><a href=format!("{href}#{}", beside.block)>{text::beside(beside)}</a></li> }
    });
    let beside = (!of.beside.is_empty()).then(|| view! { <ul class="cited">{beside.collect_view()}</ul> });
    view! { <div class="kind"><p>{text::said(&of.disposition)}</p>{beside}</div> }.into_any()
}
