//! How many themes a run settled on, and how surely, in words and as a table.

use domain::analysis::Choice;
use leptos::prelude::*;

use crate::text::number::{decimal, number};
use crate::text::tree as text;

/// The sentence, what it means, and the counts that were compared.
pub fn choice(choice: &Choice) -> AnyView {
    let rows = choice.compared.iter().map(|(themes, score)| {
        let chosen = (*themes == choice.themes).then(|| view! { <strong>{text::CHOSEN}</strong> });
        view! {
            <tr>
                <th scope="row">{number(*themes)}</th>
                <td class="figure">{decimal(score * 100.0)}</td>
                <td>{chosen}</td>
            </tr>
        }
    });
    let table = (!choice.compared.is_empty()).then(|| {
        view! {
            <details class="compared">
                <summary>{text::COMPARED}</summary>
                <table class="counts">
                    <caption class="said">{text::COMPARED}</caption>
                    <thead><tr><th scope="col">{text::THEMES}</th><th scope="col" class="figure">{text::SCORE}</th><td></td></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </details>
        }
    });
    view! {
        <section class="choice" aria-labelledby="combien">
            <h2 id="combien">{text::HOW_MANY}</h2>
            <p><strong>{text::choice(choice)}</strong></p>
            <p>{text::confidence(choice)}</p>
            {table}
        </section>
    }
    .into_any()
}
