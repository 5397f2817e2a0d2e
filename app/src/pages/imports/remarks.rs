//! What is told of the lines of a file.

use domain::reading::ImportRemark;
use leptos::prelude::*;

use crate::text::import as text;

/// Remarks that a page shows of each sort; the report has them all.
const SHOWN: usize = 100;

/// Lines that are refused, then what deserves a look; nothing where there is nothing to say.
pub fn remarks(of: &[ImportRemark], refused_how: Option<&'static str>) -> AnyView {
    let (refused, others): (Vec<_>, Vec<_>) = of.iter().partition(|remark| remark.refused);
    view! {
        {listed("refusees", text::REFUSED, refused_how, &refused)}
        {listed("remarques", text::REMARKS, None, &others)}
    }
    .into_any()
}

fn listed(
    id: &'static str,
    title: &'static str,
    how: Option<&'static str>,
    remarks: &[&ImportRemark],
) -> AnyView {
    if remarks.is_empty() {
        return ().into_any();
    }
    let lines = remarks.iter().take(SHOWN).map(|remark| {
        let line = remark.line.map(|line| view! { <strong>{text::line(line)}</strong>{text::COLON} });
        view! { <li>{line}{remark.words.clone()}</li> }
    });
    let more = u32::try_from(remarks.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX);
    view! {
        <section class="ruled" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {how.map(|how| view! { <p class="note">{how}</p> })}
            <ul class="remarks">{lines.collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="note">{text::and_more(more)}</p> })}
        </section>
    }
    .into_any()
}
