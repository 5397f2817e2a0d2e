//! A small table of what is counted, with bars.

use leptos::prelude::*;

use super::bar::bar;
use crate::text::{number::number, theme};

/// One row: what, and how many.
pub struct Row {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// A table whose rows sum to its last one.
pub fn counts(caption: &'static str, rows: Vec<Row>, hue: u8) -> AnyView {
    let total = rows.iter().map(|row| row.count).sum::<u32>();
    let foot = view! {
        <tfoot>
            <tr><th scope="row">{theme::TOTAL}</th><td class="figure">{number(total)}</td><td class="drawn"></td></tr>
        </tfoot>
    };
    table(caption, rows, hue, Some(foot.into_any()))
}

/// A table whose rows may count the same thing twice: no last row says that they sum.
pub fn counts_apart(caption: &'static str, rows: Vec<Row>, hue: u8) -> AnyView {
    table(caption, rows, hue, None)
}

fn table(caption: &'static str, rows: Vec<Row>, hue: u8, foot: Option<AnyView>) -> AnyView {
    let most = f64::from(rows.iter().map(|row| row.count).max().unwrap_or(0));
    let lines = rows.into_iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{row.label}</th>
                <td class="figure">{number(row.count)}</td>
                <td class="drawn">{bar(f64::from(row.count), most, Some(hue))}</td>
            </tr>
        }
    });
    view! {
        <table class="counts">
            <caption>{caption}</caption>
            <tbody>{lines.collect_view()}</tbody>
            {foot}
        </table>
    }
    .into_any()
}
