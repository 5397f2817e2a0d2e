//! How many verbatims became what: a table whose sums are those of everything.

use domain::disposition::{Counts, DispositionKind, LedgerBy, LedgerLine};
use domain::reading::{DispositionsPage, DispositionsQuery};
use leptos::prelude::*;

use crate::text::disposition as text;
use crate::text::number::number;

/// Where a question leads.
pub type To<'a> = &'a dyn Fn(&DispositionsQuery) -> String;

/// The ways to count, the table, and where each number leads. `named` names a département by its code.
pub fn ledger(page: &DispositionsPage, to: To<'_>, named: &dyn Fn(&str) -> Option<String>) -> AnyView {
    let heads =
        DispositionKind::ALL.iter().map(|of| view! { <th scope="col" class="figure">{text::kind(*of)}</th> });
    let lines = page.ledger.lines.iter().map(|(line, counts)| {
        let label = text::line(line, &page.themes, named);
        view! { <tr><th scope="row">{label}</th>{cells(page, line, counts, to)}</tr> }
    });
    view! {
        {ways(page, to)}
        <div class="wide-table whole" tabindex="0" role="region" aria-label=text::LEDGER>
            <table>
                <caption class="said">{text::LEDGER}</caption>
                <thead><tr><td></td>{heads.collect_view()}<th scope="col" class="figure">{text::TOTAL}</th></tr></thead>
                <tbody>{lines.collect_view()}</tbody>
                <tfoot><tr><th scope="row">{text::TOTAL}</th>{plain(&page.ledger.all)}</tr></tfoot>
            </table>
        </div>
    }
    .into_any()
}

fn ways(page: &DispositionsPage, to: To<'_>) -> AnyView {
    let items = LedgerBy::ALL.iter().map(|by| {
        let here = (page.query.by == *by).then_some("true");
        let href = to(&DispositionsQuery { by: *by, ..page.query });
        view! { <li><a href=href aria-current=here>{text::by(*by)}</a></li> }
    });
    view! { <nav class="views" aria-label=text::BY><ul>{items.collect_view()}</ul></nav> }.into_any()
}

/// The numbers of a line; those of a place lead to their verbatims.
fn cells(page: &DispositionsPage, line: &LedgerLine, counts: &Counts, to: To<'_>) -> AnyView {
    let cells = DispositionKind::ALL.iter().map(|kind| {
        let count = counts.of(*kind);
        let inner = match line {
            LedgerLine::Place(place) if count > 0 => {
                let query =
                    DispositionsQuery { place: Some(*place), kind: Some(*kind), page: 1, ..page.query };
                view! { <a href=to(&query)>{number(count)}</a> }.into_any()
            }
            _ => number(count).into_any(),
        };
        view! { <td class="figure">{inner}</td> }
    });
    view! { {cells.collect_view()}<td class="figure">{number(counts.total())}</td> }.into_any()
}

fn plain(counts: &Counts) -> AnyView {
    let cells =
        DispositionKind::ALL.iter().map(|kind| view! { <td class="figure">{number(counts.of(*kind))}</td> });
    view! { {cells.collect_view()}<td class="figure">{number(counts.total())}</td> }.into_any()
}
