//! The account: a table whose rows sum to the corpus.

use domain::reading::ThemesPage;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::bar::bar;
use crate::components::theme_tag::{hollow, shape, small};
use crate::routes::Route;
use crate::text::number::number;
use crate::text::theme as text;

/// One row: shape, name, address, verbatims, hue, signatories where they are counted.
struct Row {
    shape: AnyView,
    label: String,
    href: String,
    verbatims: u32,
    hue: Option<u8>,
    signatories: Option<u32>,
}

/// Themes, weak signals and unplaced verbatims, summing to the last row.
pub fn account(slug: &Slug, page: &ThemesPage) -> AnyView {
    let rows = rows(slug, page);
    let most = f64::from(rows.iter().map(|row| row.verbatims).max().unwrap_or(0));
    let signed = page.figures.signatories > 0;
    let rows = rows.into_iter().map(|row| line(row, most, signed)).collect_view();
    view! {
        <table class="account">
            <caption>{text::ACCOUNT}</caption>
            <thead>
                <tr>
                    <th scope="col">{text::THEME}</th>
                    <th scope="col" class="figure">{text::VERBATIMS}</th>
                    <td class="drawn"></td>
                    {signed.then(|| view! { <th scope="col" class="figure wide-only">{text::SIGNATORIES}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{text::TOTAL}</th>
                    <td class="figure">{number(page.figures.verbatims)}</td>
                    <td class="drawn"></td>
                    {signed.then(|| view! { <td class="figure wide-only">{number(page.figures.signatories)}</td> })}
                </tr>
            </tfoot>
        </table>
        <p class="note">{text::ACCOUNT_NOTE}</p>
    }
    .into_any()
}

fn rows(slug: &Slug, page: &ThemesPage) -> Vec<Row> {
    let themes = page.themes.iter().map(|line| Row {
        shape: shape(line.tag.hue),
        label: text::label(&line.tag.label),
        href: Route::Theme(slug, line.tag.rank, 1).path(),
        verbatims: line.verbatims,
        hue: Some(line.tag.hue),
        signatories: Some(line.signatories),
    });
    let apart = |shape, label: &str, href, verbatims| {
        let label = label.to_owned();
        Row { shape, label, href, verbatims, hue: None, signatories: None }
    };
    let weak = apart(hollow(), text::WEAK, Route::Weak(slug, 1).path(), page.figures.weak);
    let unplaced = apart(small(), text::UNPLACED, Route::Unplaced(slug, 1).path(), page.figures.unplaced);
    themes.chain([weak, unplaced]).collect()
}

/// The last column only where somebody signed.
fn line(row: Row, most: f64, signed: bool) -> AnyView {
    view! {
        <tr>
            <th scope="row"><a class="tag" href=row.href>{row.shape}<span>{row.label}</span></a></th>
            <td class="figure">{number(row.verbatims)}</td>
            <td class="drawn">{bar(f64::from(row.verbatims), most, row.hue)}</td>
            {signed.then(|| view! { <td class="figure wide-only">{row.signatories.map(number)}</td> })}
        </tr>
    }
    .into_any()
}
