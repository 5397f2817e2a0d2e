//! What one can do about one's own contribution, and what completes it.

use domain::contribution::{Act, Call, Contribution};
use domain::reading::OwnContribution;
use domain::settings::Moderation;
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::number::number;
use crate::components::quote::signature;
use crate::routes::Route;
use crate::text::life as text;

/// Links to change it, take it back, erase it, and see its versions: those that may be done now.
pub fn acts(slug: &Slug, own: &OwnContribution, call: Call, now: Timestamp) -> AnyView {
    let of = own.contribution.number;
    let state = own.life.state();
    // Whoever reads moderates does not matter here: it may be rewritten either way or not at all.
    let may = |act| state.after(act).is_some();
    let change = may(Act::Rewrite(Moderation::After)) && call.takes(now);
    let links = [
        change.then_some((Route::Change(slug, of), text::CHANGE)),
        may(Act::Withdraw).then_some((Route::Withdraw(slug, of), text::WITHDRAW)),
        may(Act::Erase).then_some((Route::Erase(slug, of), text::ERASE)),
        (own.contribution.version > 1).then_some((Route::Versions(slug, of), text::VERSIONS)),
    ];
    let links = links.into_iter().flatten().map(|(route, words)| {
        let label = format!("{words}, {of}");
        view! { <li><a href=route.path() aria-label=label>{words}</a></li> }
    });
    view! { <ul class="ways acts">{links.collect_view()}</ul> }.into_any()
}

/// The contributions that complete one.
pub fn listed(slug: &Slug, complements: &[Contribution]) -> AnyView {
    let lines = complements.iter().map(|of| {
        let href = Route::Contribution(slug, of.number).path();
        view! { <li><a href=href>{number(of.number)}</a>" · "{signature(&of.signature)}</li> }
    });
    view! { <ul class="complements">{lines.collect_view()}</ul> }.into_any()
}
