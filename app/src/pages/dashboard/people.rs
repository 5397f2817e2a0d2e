//! How far members have come, and territories that nobody has spoken from.

use domain::reading::{Dashboard, MembersQuery, Voice};
use domain::territory::Territory;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::counts::{Row, counts};
use crate::routes::Route;
use crate::text::{dashboard as text, members};

/// Silent territories shown before « and others ».
const FIRST: usize = 60;

/// The section.
pub fn people(slug: &Slug, page: &Dashboard) -> AnyView {
    let rows = page
        .people
        .standings
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(standing, count)| Row { label: members::standing(*standing).to_owned(), count: *count });
    view! {
        <section class="ruled" aria-labelledby="personnes">
            <h2 id="personnes">{text::PEOPLE}</h2>
            <p>{text::wrote(page.people.wrote, page.people.all)}</p>
            {(page.people.all > 0).then(|| view! { <div class="tables">{counts(text::STANDINGS, rows.collect(), 0)}</div> })}
            {(page.territories > 0).then(|| silent(slug, page))}
        </section>
    }
    .into_any()
}

fn silent(slug: &Slug, page: &Dashboard) -> AnyView {
    let (count, more) = (page.silent.len(), page.silent.len().saturating_sub(FIRST));
    let silent = u32::try_from(count).unwrap_or(u32::MAX);
    let names = page.silent.iter().take(FIRST).map(|territory| view! { <li>{place(territory)}</li> });
    let query = MembersQuery { voice: Some(Voice::Silent), page: 1, ..MembersQuery::default() };
    let to = Route::Members(slug, &query).path();
    view! {
        <h3>{text::silent(silent, page.territories)}</h3>
        <ul class="silent">{names.collect_view()}</ul>
        {(more > 0).then(|| view! { <p class="note">{text::more(u32::try_from(more).unwrap_or(u32::MAX))}</p> })}
        {(count > 0).then(|| view! { <p class="actions"><a class="button" href=to>{text::SILENT_PEOPLE}</a></p> })}
    }
    .into_any()
}

fn place(territory: &Territory) -> String {
    match &territory.departement {
        Some(departement) => format!("{} ({departement})", territory.name),
        None => territory.name.clone(),
    }
}
