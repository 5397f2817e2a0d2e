//! The verbatim beside the map, read like a quotation, with the closest ones.

use leptos::prelude::*;

use crate::api::map::{Close, Opened};
use crate::text::map as text;

/// What stands beside the map.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "on the server it is always closed"))]
pub enum Panel {
    /// Nothing.
    Closed,
    /// A verbatim was asked for.
    Opening,
    /// The verbatim.
    Open(Opened),
    /// The run shown has none there.
    Gone,
    /// The server couldn't be asked.
    Missed,
}

/// The panel's inside.
pub fn panel(panel: Panel, close: Callback<()>) -> AnyView {
    let inner = match panel {
        Panel::Closed => return ().into_any(),
        Panel::Opening => said(text::OPENING),
        Panel::Gone => said(text::GONE),
        Panel::Missed => said(text::MISSED),
        Panel::Open(opened) => verbatim(opened),
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close.run(());
        }
    };
    view! {
        <div class="map-opened" on:keydown=escape>
            {inner}
            <p class="actions"><button class="button" type="button" on:click=move |_| close.run(())>{text::CLOSE}</button></p>
        </div>
    }
    .into_any()
}

fn said(words: &'static str) -> AnyView {
    view! { <p class="map-waiting" role="status">{words}</p> }.into_any()
}

fn verbatim(of: Opened) -> AnyView {
    let dot = match of.hue {
        Some(hue) => format!("map-dot hue-{}", hue % 8),
        None => "map-dot hollow".to_owned(),
    };
    let reason =
        of.reason.map(|reason| view! { <p class="kind">{crate::text::theme::REASON}{reason}"."</p> });
    let cited = of
        .cited
        .into_iter()
        .map(|(href, words)| view! { <li><a href=href>{words}</a></li> })
        .collect::<Vec<_>>();
    let cited = (!cited.is_empty()).then(|| {
        view! { <div class="kind"><p>{text::CITED}"\u{a0}:"</p><ul class="cited">{cited}</ul></div> }
    });
    let closest = of.close.into_iter().map(close).collect::<Vec<_>>();
    let closest = (!closest.is_empty()).then(|| {
        view! { <h3>{text::CLOSEST}</h3><ul class="map-close">{closest}</ul> }
    });
    view! {
        <p><a class="tag" href=of.place_href><span class=dot></span><span>{of.place}</span></a></p>
        {reason}
        <figure class="quote">
            <blockquote><p>{of.words}</p></blockquote>
            <figcaption>{of.who}" · "{of.number}</figcaption>
        </figure>
        <p class="kind">{of.kind}</p>
        {cited}
        <p><a href=of.href>{text::READ}</a></p>
        {closest}
    }
    .into_any()
}

fn close(of: Close) -> impl IntoView {
    let twin = of.twin.then(|| view! { <span class="twin">{text::TWIN}</span> });
    view! { <li>{twin}<a href=of.href>{of.words}</a><span class="map-who">{of.who}</span></li> }
}
