//! The head of every page: the name, the congress, where one can go.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::document::{Section, Viewing};
use crate::map::query::MapQuery;
use crate::routes::Route;
use crate::text::frame;

/// The name with its seal, who is signed in, and the navigation of the congress.
pub fn header(congress: Option<&Congress>, section: Option<Section>, viewing: Option<&Viewing>) -> AnyView {
    let title = congress.map(|congress| {
        let href = Route::Congress(&congress.slug).path();
        view! { <a class="header-congress" href=href>{congress.title.clone()}</a> }
    });
    let fiction = congress.filter(|congress| congress.fictional).map(|_| {
        view! { <p class="fiction"><span class="wide">{frame::FICTION}</span></p> }
    });
    view! {
        <header class="header">
            {fiction}
            <div class="wide">
                <p class="header-name">
                    <a class="wordmark" href=Route::Root.path()>{frame::NAME}<span class="seal" aria-hidden="true"></span></a>
                    {title}
                </p>
                {congress.map(|congress| account(congress, section, viewing))}
                {navigation(congress, section)}
            </div>
        </header>
    }
    .into_any()
}

/// Who is signed in and where their own pages are; to others, the way in.
fn account(congress: &Congress, section: Option<Section>, viewing: Option<&Viewing>) -> AnyView {
    let slug = &congress.slug;
    let link = |of: Section, route: Route<'_>, words: String| {
        let current = (section == Some(of)).then_some("page");
        view! { <li><a href=route.path() aria-current=current>{words}</a></li> }
    };
    let links = match viewing.filter(|viewing| viewing.congress == congress.id) {
        None => vec![link(Section::SignIn, Route::SignIn(slug), frame::SIGN_IN.to_owned())],
        Some(viewing) => {
            let staff =
                viewing.staff.then(|| link(Section::Staff, Route::Dashboard(slug), frame::STAFF.to_owned()));
            let mine = link(Section::Mine, Route::Mine(slug), viewing.name.clone());
            staff.into_iter().chain([mine]).collect()
        }
    };
    view! { <nav class="visitor" aria-label=frame::ACCOUNT><ul>{links.into_iter().collect_view()}</ul></nav> }
        .into_any()
}

fn navigation(congress: Option<&Congress>, section: Option<Section>) -> AnyView {
    let entries = congress.map_or_else(Vec::new, entries).into_iter();
    let help = [(Section::Help, Route::Help.path(), frame::HELP)];
    let items = entries.chain(help).map(|(of, href, words)| {
        let current = (section == Some(of)).then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    });
    view! { <nav class="navigation" aria-label=frame::NAVIGATION><ul>{items.collect_view()}</ul></nav> }
        .into_any()
}

fn entries(congress: &Congress) -> Vec<(Section, String, &'static str)> {
    let slug = &congress.slug;
    vec![
        (Section::Congress, Route::Congress(slug).path(), frame::CONGRESS),
        (Section::Contributions, Route::Corpus(slug).path(), frame::CONTRIBUTIONS),
        (Section::Themes, Route::Themes(slug).path(), frame::THEMES),
        (Section::Map, Route::Map(slug, &MapQuery::default()).path(), frame::MAP),
        (Section::Motion, Route::Motion(slug).path(), frame::MOTION),
        (Section::Sittings, Route::Sittings(slug).path(), frame::SITTINGS),
        (Section::Downloads, Route::Downloads(slug).path(), frame::DOWNLOADS),
    ]
}
