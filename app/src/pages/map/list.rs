//! The list: the map's equal, in words.

use domain::analysis::Place;
use domain::reading::Quote;
use domain::words::Slug;
use leptos::prelude::*;

use super::read::MapView;
use crate::components::pagination::pagination;
use crate::components::quote::signature;
use crate::components::theme_tag;
use crate::islands::place as id;
use crate::map::Key;
use crate::routes::Route;
use crate::text::quote::said;
use crate::text::{map as text, names, theme};

/// One page of what answers. The roles are those that a table loses where style lays its rows out as blocks.
pub fn list(slug: &Slug, view: &MapView) -> AnyView {
    let answer = &view.answer;
    let to = |number| Route::Map(slug, &answer.query.at(number)).path() + "#" + id::LIST;
    let inner = if view.quotes.is_empty() {
        view! { <p class="empty-what">{text::NOTHING}</p> }.into_any()
    } else {
        let rows = view.quotes.iter().map(|of| row(slug, of)).collect_view();
        view! {
            <table class="register" role="table" aria-labelledby=id::LIST>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{text::NUMBER}</th>
                        <th role="columnheader" scope="col">{text::VERBATIM}</th>
                        <th role="columnheader" scope="col">{text::PLACE}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="ruled" aria-labelledby=id::LIST>
            <h2 id=id::LIST>{text::LIST}</h2>
            <p class="note">{text::LIST_ORDER}</p>
            {inner}
            {pagination(answer.page, answer.pages, &to)}
        </section>
    }
    .into_any()
}

fn row(slug: &Slug, of: &Quote) -> AnyView {
    let key = Key { number: of.number, ordinal: of.ordinal };
    let href = Route::Verbatim(slug, key).path();
    let which = crate::text::quote::which(of.ordinal)
        .map(|which| view! { <span class="register-which">{which}</span> });
    let reason = match of.place {
        Place::Weak(reason) => {
            Some(view! { <p class="kind">{theme::REASON}{names::weak_reason(reason)}"."</p> })
        }
        Place::Theme(_) | Place::Unplaced(_) => None,
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row"><a href=href>{of.number.to_string()}</a>{which}</th>
            <td role="cell">
                <p class="register-words">{said(of)}</p>
                <p class="card-who">{signature(&of.signature)}</p>
            </td>
            <td role="cell">
                <p>{theme_tag::place(slug, &of.place)}</p>
                {reason}
                <p class="kind">{names::kind_with_source(of.kind, of.kind_suggested)}</p>
            </td>
        </tr>
    }
    .into_any()
}
