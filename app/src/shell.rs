//! The HTML document around every page.

use leptos::prelude::*;

use crate::components::{footer::footer, header::header, unsent::unsent};
use crate::document::{Document, Frame};
use crate::routes::Route;
use crate::text::frame as text;

/// The id of the content, where the skip link leads.
const CONTENT: &str = "contenu";

/// The whole document but its doctype.
pub fn shell(document: Document, frame: &Frame) -> AnyView {
    let head = head(&document, frame);
    if document.bare {
        let view = (document.view)();
        return view! { <html lang="fr">{head}<body class="bare"><main id=CONTENT>{view}</main></body></html> }.into_any();
    }
    let Document { view, congress, section, .. } = document;
    let unsent = congress.as_ref().zip(frame.viewing.as_ref()).and_then(|(of, viewing)| unsent(of, viewing));
    view! {
        <html lang="fr">
            {head}
            <body>
                <a class="skip" href=format!("#{CONTENT}")>{text::SKIP}</a>
                {header(congress.as_ref(), section, frame.viewing.as_ref())}
                <main id=CONTENT tabindex="-1">{unsent}{view()}</main>
                {footer(congress.as_ref(), &frame.path, frame.now)}
            </body>
        </html>
    }
    .into_any()
}

fn head(document: &Document, frame: &Frame) -> AnyView {
    let congress = document.congress.as_ref();
    let title = text::tab(&document.title, congress.map(|congress| congress.title.as_str()));
    let about = congress.map_or(text::FREE_SOFTWARE.to_owned(), |congress| congress.question.clone());
    let robots = (!document.listed).then(|| view! { <meta name="robots" content="noindex"/> });
    let fonts = frame.assets.first_fonts().map(|font| {
        view! { <link as="font" rel="preload" type="font/woff2" crossorigin="anonymous" href=font.clone()/> }
    });
    let every = document
        .every
        .map(|every| view! { <noscript><meta http-equiv="refresh" content=every.to_string()/></noscript> });
    let wake =
        document.island.then(|| view! { <script type="module" src=frame.assets.wake.clone()></script> });
    let own = congress.zip(frame.viewing.as_ref()).filter(|(of, viewing)| of.id == viewing.congress);
    // A screen that nobody touches has no texts to send.
    let own = own.filter(|_| !document.bare);
    let unsent = own.map(|_| view! { <script type="module" src=frame.assets.unsent.clone()></script> });
    let writing =
        document.writing.then(|| view! { <script type="module" src=frame.assets.writing.clone()></script> });
    let noting =
        document.noting.then(|| view! { <script type="module" src=frame.assets.noting.clone()></script> });
    let live = document.live.then(|| view! { <script type="module" src=frame.assets.live.clone()></script> });
    let shortcuts = document
        .shortcuts
        .then(|| view! { <script type="module" src=frame.assets.shortcuts.clone()></script> });
    let now =
        document.live.then(|| view! { <meta name="now" content=(frame.now.micros() / 1000).to_string()/> });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title inner_html=escaped(&title)></title>
            <meta name="description" content=about/>
            <meta name="color-scheme" content="light dark"/>
            {robots}
            {every}
            {now}
            {fonts.collect_view()}
            <link rel="stylesheet" href=frame.assets.style.clone()/>
            <link rel="icon" type="image/svg+xml" href=Route::Icon.path()/>
            {wake}
            {unsent}
            {writing}
            {noting}
            {live}
            {shortcuts}
        </head>
    }
    .into_any()
}

/// Words for an element that holds text alone: a mark for the browser's side would be read there as words.
pub(crate) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
