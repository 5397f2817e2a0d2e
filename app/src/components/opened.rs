//! The verbatim beside the map, read like a quotation, with the closest ones.

use leptos::prelude::*;

use super::theme_tag::{hollow, shape};
use crate::api::map::{Close, Opened};
use crate::text::{map as text, theme};

/// Its theme, its words, who, where the draft takes it up, and what is close.
pub fn opened(of: &Opened) -> AnyView {
    let mark = of.hue.map_or_else(hollow, shape);
    let reason = of.reason.clone().map(|reason| view! { <p class="kind">{theme::REASON}{reason}"."</p> });
    view! {
        <p><a class="tag" href=of.place_href.clone()>{mark}<span>{of.place.clone()}</span></a></p>
        {reason}
        <figure class="quote">
            <blockquote><p>{of.words.clone()}</p></blockquote>
            <figcaption>{of.who.clone()}" · "{of.number.clone()}</figcaption>
        </figure>
        <p class="kind">{of.kind.clone()}</p>
        {cited(of)}
        <p><a href=of.href.clone()>{text::READ}</a></p>
        {closest(of)}
    }
    .into_any()
}

fn cited(of: &Opened) -> AnyView {
    if of.cited.is_empty() {
        return ().into_any();
    }
    let places =
        of.cited.iter().map(|(href, words)| view! { <li><a href=href.clone()>{words.clone()}</a></li> });
    view! { <div class="kind"><p>{text::CITED}"\u{a0}:"</p><ul class="cited">{places.collect_view()}</ul></div> }.into_any()
}

fn closest(of: &Opened) -> AnyView {
    if of.close.is_empty() {
        return ().into_any();
    }
    let lines = of.close.iter().map(close).collect_view();
    view! { <h2>{text::CLOSEST}</h2><ul class="map-close">{lines}</ul> }.into_any()
}

fn close(of: &Close) -> AnyView {
    let twin = of.twin.then(|| view! { <span class="twin">{text::TWIN}</span> });
    view! { <li>{twin}<a href=of.href.clone()>{of.words.clone()}</a><span class="map-who">{of.who.clone()}</span></li> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words_in_html() {
        let attack = "« <script>alert(1)</script> »".to_owned();
        let of = Opened {
            words: attack.clone(),
            who: attack.clone(),
            number: "C-0421".into(),
            href: "/congres/c/contributions/C-0421#v1".into(),
            kind: "Idée, selon son auteur".into(),
            place: attack.clone(),
            hue: None,
            place_href: "/congres/c/signaux-faibles".into(),
            reason: Some("il est loin".into()),
            close: vec![Close { href: "#C-0007-1".into(), words: attack.clone(), who: attack, twin: true }],
            cited: vec![("/congres/c/motion#o1-2".into(), "objectif 1, phrase 2".into())],
        };
        let html = of.html();
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("href=\"#C-0007-1\"") && html.contains(text::TWIN), "{html}");
        assert!(html.contains("Pourquoi"), "{html}");
    }
}
