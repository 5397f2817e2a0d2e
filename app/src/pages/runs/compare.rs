//! What moved from one run to another: flows, themes that were born and ended, and each verbatim that moved.

use domain::congress::Congress;
use domain::reading::{Comparison, Flow, ThemeTag};
use domain::words::Slug;
use leptos::prelude::*;

use super::moved::{moved, still};
use crate::components::bar::bar;
use crate::components::theme_tag::shape;
use crate::components::views::views;
use crate::routes::Route;
use crate::text::number::number;
use crate::text::{run as text, theme};
use crate::{Document, Section};

/// The page.
pub fn document(congress: &Congress, page: Comparison) -> Document {
    let slug = congress.slug.clone();
    let title = text::comparison(page.before.number, page.after.number);
    Document::new(title, move || view(&slug, &page)).within(Some(congress)).at(Section::Themes)
}

fn view(slug: &Slug, page: &Comparison) -> AnyView {
    let came = text::arrived(page.arrived, page.gone).map(|words| view! { <p class="note">{words}</p> });
    let agreement = (page.shared > 0)
        .then(|| view! { <p class="comparison-agreement">{text::agreement(page.agreement)}</p> });
    view! {
        <div class="middle">
            {views(slug, None)}
            <p class="over"><a href=Route::Runs(slug).path()>{text::BACK}</a></p>
            <h1>{text::comparison(page.before.number, page.after.number)}</h1>
            <p class="lead">{text::moved(page)}</p>
            {came}
            {agreement}
            {flows(page)}
            <div class="comparison-themes">
                {tags("nouveaux", text::BORN, text::NO_BORN, &page.born)}
                {tags("anciens", text::DIED, text::NO_DIED, &page.ended)}
            </div>
            {moved(slug, page)}
        </div>
    }
    .into_any()
}

fn flows(page: &Comparison) -> AnyView {
    if page.flows.is_empty() {
        return ().into_any();
    }
    let most = f64::from(page.flows.iter().map(|flow| flow.verbatims).max().unwrap_or(0));
    let rows = page.flows.iter().map(|of| flow(of, most)).collect_view();
    view! {
        <table class="account flows">
            <caption>{text::FLOWS}</caption>
            <thead>
                <tr>
                    <th scope="col">{text::FROM}</th>
                    <th scope="col">{text::TO}</th>
                    <th scope="col" class="figure">{theme::VERBATIMS}</th>
                    <td class="drawn"></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr><th scope="row" colspan="2">{theme::TOTAL}</th><td class="figure">{number(page.moved)}</td><td class="drawn"></td></tr>
            </tfoot>
        </table>
    }
    .into_any()
}

fn flow(of: &Flow, most: f64) -> AnyView {
    let hue = of.to.clone().theme().map(|tag| tag.hue);
    view! {
        <tr>
            <td>{still(&of.from)}</td>
            <td>{still(&of.to)}</td>
            <td class="figure">{number(of.verbatims)}</td>
            <td class="drawn">{bar(f64::from(of.verbatims), most, hue)}</td>
        </tr>
    }
    .into_any()
}

fn tags(id: &'static str, title: &'static str, none: &'static str, tags: &[ThemeTag]) -> AnyView {
    let inner = if tags.is_empty() {
        view! { <p class="note">{none}</p> }.into_any()
    } else {
        let tags = tags.iter().map(|tag| {
            view! { <li><span class="tag">{shape(tag.hue)}<span>{theme::label(&tag.label)}</span></span></li> }
        });
        view! { <ul class="tags">{tags.collect_view()}</ul> }.into_any()
    };
    view! { <section aria-labelledby=id><h2 id=id>{title}</h2>{inner}</section> }.into_any()
}
