//! The pages about the site.

pub mod accessibility;
pub mod help;
pub mod legal;

use leptos::prelude::*;

use crate::text::about::Part;

/// A title, a lead, then headings with their paragraphs.
fn parts(title: &'static str, lead: &'static str, parts: &'static [Part]) -> AnyView {
    let sections = parts.iter().map(|(heading, paragraphs)| {
        let paragraphs = paragraphs.iter().map(|words| view! { <p>{*words}</p> }).collect_view();
        view! { <section><h2>{*heading}</h2>{paragraphs}</section> }
    });
    view! {
        <div class="narrow prose">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            {sections.collect_view()}
        </div>
    }
    .into_any()
}
