//! A verbatim with what became of it. Who settled it concerns staff alone.

use domain::disposition::{Disposition, DispositionKind};
use domain::reading::{DispositionLine, DispositionsPage, DispositionsQuery};
use domain::words::Slug;
use leptos::prelude::*;

use super::ledger::To;
use crate::components::pagination::pagination;
use crate::components::quote::{Beneath, quote};
use crate::text::date;
use crate::text::disposition as text;

/// Those that are asked for; to staff, what `staff` puts before each.
pub fn lines(
    slug: &Slug,
    page: &DispositionsPage,
    to: To<'_>,
    staff: Option<&dyn Fn(&DispositionLine) -> AnyView>,
) -> AnyView {
    let items = page.lines.iter().map(|of| {
        // Citing hides what was settled before, and who did.
        let settled = of.settled.as_ref().filter(|_| matches!(of.disposition, Disposition::Settled(_)));
        let by = settled.filter(|_| staff.is_some()).map(|(by, at)| {
            view! { <span class="note">", "{text::settled(by.as_deref(), &date::moment(*at))}</span> }
        });
        view! {
            <li class="person" class:territory=staff.is_none()>
                {staff.map(|tick| tick(of))}
                <div>
                    {quote(slug, &of.quote, Beneath::Place)}
                    <p class="over">{text::said(&of.disposition)}{by}</p>
                </div>
            </li>
        }
    });
    let empty = page.lines.is_empty().then(|| view! { <p>{text::NOTHING_HERE}</p> });
    let at = |number| to(&DispositionsQuery { page: number, ..page.query });
    view! {
        <h2 class="corpus-found" id="verbatims">{found(page)}</h2>
        {asked(page, to)}
        {empty}
        <ul class="queue">{items.collect_view()}</ul>
        {pagination(page.query.page, page.pages, &at)}
    }
    .into_any()
}

/// « 12 verbatims, à traiter, La fibre »
fn found(page: &DispositionsPage) -> String {
    let mut said = text::found(page.total);
    if let Some(place) = page.query.place {
        said += &format!(", {}", text::place(place, &page.themes));
    }
    if let Some(kind) = page.query.kind {
        said += &format!(", {}", text::kind_within(kind));
    }
    said
}

/// The kinds to choose from, and the way back to all.
fn asked(page: &DispositionsPage, to: To<'_>) -> AnyView {
    let query = page.query;
    let items = DispositionKind::ALL.iter().map(|kind| {
        let here = (query.kind == Some(*kind)).then_some("true");
        let href = to(&DispositionsQuery { kind: Some(*kind), page: 1, ..query });
        view! { <li><a href=href aria-current=here>{text::kind(*kind)}</a></li> }
    });
    let all = (query.kind.is_some() || query.place.is_some()).then(|| {
        let href = to(&DispositionsQuery { by: query.by, ..DispositionsQuery::default() });
        view! { <li><a href=href>{text::ALL}</a></li> }
    });
    view! { <ul class="ways">{items.collect_view()}{all}</ul> }.into_any()
}
