//! Contributions that say something close to what one writes, or wrote.

use domain::contribution::{Contribution, ContributionNumber};
use domain::words::Slug;
use leptos::prelude::*;

use super::form::{FORM, name};
use crate::components::marks::excerpt;
use crate::components::number::number;
use crate::components::quote::signature;
use crate::components::support::{Supported, support};
use crate::routes::Route;
use crate::text::{life, quote, received, writing as text};

/// A contribution that says something close.
#[derive(Clone, Debug, PartialEq)]
pub struct CloseOne {
    /// The contribution.
    pub contribution: Contribution,
    /// Whether whoever looks supports it already.
    pub supported: bool,
}

/// Those close to a draft. Their buttons post the form of the draft, so that nothing typed since is lost.
pub fn beside_draft(slug: &Slug, close: &[CloseOne]) -> AnyView {
    if close.is_empty() {
        return ().into_any();
    }
    let ones = close.iter().map(|one| {
        let of = one.contribution.number;
        let (field, words, label) = if one.supported {
            (name::UNSUPPORT, life::UNSUPPORT, life::unsupport_label(of))
        } else {
            (name::SUPPORT, life::SUPPORT, life::support_label(of))
        };
        let told = one.supported.then(|| view! { <p class="note" role="status">{received::SUPPORTED}</p> });
        quoted(
            slug,
            &one.contribution,
            view! {
                <div class="support">
                    {told}
                    <p class="actions">
                        {button(slug, field, of, (words, label))}
                        {button(slug, name::COMPLETE, of, (text::SUPPORT_AND_ADD, text::support_and_add_label(of)))}
                    </p>
                </div>
            }
            .into_any(),
        )
    });
    view! {
        <section class="ruled" aria-labelledby="proches" data-said=text::close(close.len())>
            <h2 id="proches" tabindex="-1">{received::CLOSE}</h2>
            <p class="note">{text::CLOSE_HOW}</p>
            <ul class="close-ones">{ones.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The same as HTML, for the script that asks as one types.
pub fn fragment(slug: &Slug, close: &[CloseOne]) -> String {
    beside_draft(slug, close).to_html().replace("<!>", "")
}

/// A button that posts the draft, and what is wanted with a contribution beside it.
fn button(
    slug: &Slug,
    field: &'static str,
    of: ContributionNumber,
    (words, label): (&'static str, String),
) -> AnyView {
    view! {
        <button class="button" form=FORM formaction=Route::Draft(slug).path() name=field value=of.to_string()
            aria-label=label>{words}</button>
    }
    .into_any()
}

/// Those close to a text that was sent, by its number.
pub fn beside_text(slug: &Slug, own: ContributionNumber, close: &[CloseOne], open: bool) -> AnyView {
    if close.is_empty() {
        return view! { <section class="ruled"><p class="empty-what">{received::ALONE}</p></section> }
            .into_any();
    }
    let ones = close.iter().map(|one| {
        let of = one.contribution.number;
        let state = Supported { of, given: one.supported, back_to: Some(own), open };
        quoted(slug, &one.contribution, support(slug, state))
    });
    view! {
        <section class="ruled" aria-labelledby="proches">
            <h2 id="proches">{received::CLOSE}</h2>
            <p class="note">{received::CLOSE_HOW}</p>
            <ul class="close-ones">{ones.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn quoted(slug: &Slug, of: &Contribution, beneath: AnyView) -> AnyView {
    view! { <li id=of.number.to_string()>{figure(slug, of)}{beneath}</li> }.into_any()
}

/// A contribution in guillemets, cut where it is long.
pub(super) fn figure(slug: &Slug, of: &Contribution) -> AnyView {
    let href = Route::Contribution(slug, of.number).path();
    let body = of.body.as_str();
    let shown = excerpt(body, &[]);
    let words = quote::worded(&body[shown.clone()], (shown.start > 0, shown.end < body.len()), of.reported);
    view! {
        <figure class="quote" class:reported=of.reported>
            <blockquote><p>{words}</p></blockquote>
            <figcaption>{signature(&of.signature)}" · "<a href=href>{number(of.number)}</a></figcaption>
        </figure>
    }
    .into_any()
}
