//! A letter as a document for mail programs: one column, a sheet of style in its head, nothing to fetch. Where a program drops
//! the sheet, what is left is a plain, readable page.

use domain::congress::Congress;
use leptos::prelude::*;

use super::Letter;
use crate::text::{frame, letter as words};

/// Mail programs know no custom property: the values of `style/tokens.css`, spelt out.
const STYLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../style/letter.css"));

pub(super) fn write(congress: &Congress, letter: &Letter) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view(congress, letter).to_html());
    owner.cleanup();
    // The marks between pieces of text are for islands, which a letter has none of.
    format!("<!DOCTYPE html>{}", html.replace("<!>", ""))
}

fn view(congress: &Congress, letter: &Letter) -> AnyView {
    let fiction = congress.fictional.then(|| view! { <p class="fiction">{frame::FICTION}</p> });
    let paragraphs = letter.paragraphs.iter().map(|text| view! { <p>{lines(text)}</p> }).collect_view();
    view! {
        <html lang="fr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="supported-color-schemes" content="light dark"/>
                <title inner_html=crate::shell::escaped(&letter.subject)></title>
                <style inner_html=STYLE></style>
            </head>
            <body>
                <div class="letter">
                    {fiction}
                    <p class="congress">{congress.title.clone()}</p>
                    <p>{letter.greeting.clone()}</p>
                    {paragraphs}
                    {action(letter)}
                    {foot(congress, letter)}
                </div>
            </body>
        </html>
    }
    .into_any()
}

/// The button, and its address to copy where buttons don't open.
fn action(letter: &Letter) -> Option<AnyView> {
    let (label, url) = letter.action.clone()?;
    let button = view! {
        <p class="action"><a class="button" href=url.clone()>{label}</a></p>
        <p class="copy">{words::COPY}<br/><a href=url.clone()>{url.clone()}</a></p>
    };
    Some(button.into_any())
}

fn foot(congress: &Congress, letter: &Letter) -> AnyView {
    let stop = letter.footer.stop.clone().into_iter();
    let stop = stop.map(|(words, url)| view! { <p><a href=url>{words}</a></p> }).collect_view();
    view! {
        <div class="foot">
            <p>{words::sender(congress)}</p>
            <p>{letter.footer.why.clone()}</p>
            {stop}
        </div>
    }
    .into_any()
}

/// Line breaks of a paragraph stay.
fn lines(text: &str) -> AnyView {
    let broken = text.lines().enumerate().map(|(at, line)| {
        view! { {(at > 0).then(|| view! { <br/> })}{line.to_owned()} }
    });
    broken.collect_view().into_any()
}
