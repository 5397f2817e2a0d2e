//! The versions of a text, for its author and for staff.

use domain::congress::Congress;
use domain::reading::{ModerationLine, OwnContribution, VersionLine};
use leptos::prelude::*;

use super::still::still;
use crate::components::number::number;
use crate::pages::moderation::history::history;
use crate::routes::Route;
use crate::text::{contribution, date, life as text, names};
use crate::{Document, Section};

/// The page; `lines` is empty for a text that was never touched, `done` is what was done about it, said with the names of
/// who did it where `names` says so.
pub fn document(
    congress: &Congress,
    own: OwnContribution,
    lines: Vec<VersionLine>,
    (done, names): (Vec<ModerationLine>, bool),
) -> Document {
    let slug = congress.slug.clone();
    let title = format!("{}, {}", text::VERSIONS, own.contribution.number);
    let page = move || {
        let href = Route::Contribution(&slug, own.contribution.number).path();
        let one = (lines.len() < 2).then(|| view! { <p class="note">{text::ONE_VERSION}</p> });
        let lines = if lines.is_empty() { vec![only(&own)] } else { lines };
        let lines = lines.iter().map(|line| {
            let kind = line.kind.map(|kind| view! { <p class="kind">{names::kind(kind)}</p> });
            let corrected = line.corrected.then(|| view! { <p class="kind">{text::CORRECTED}</p> });
            view! {
                <li>
                    <h2>{text::version(line.version, &date::moment(line.made_at))}</h2>
                    {kind}
                    {corrected}
                    {still(&line.body)}
                </li>
            }
        });
        view! {
            <div class="narrow writing">
                <p class="over">{contribution::TITLE}" "<a href=href>{number(own.contribution.number)}</a></p>
                <h1>{text::VERSIONS}</h1>
                {one}
                <ol class="versions">{lines.collect_view()}</ol>
                {history(&done, names)}
            </div>
        }
        .into_any()
    };
    Document::new(title, page).within(Some(congress)).at(Section::Mine).unlisted()
}

fn only(own: &OwnContribution) -> VersionLine {
    VersionLine {
        version: own.contribution.version,
        body: own.written.as_str().to_owned(),
        kind: own.contribution.kind,
        made_at: own.contribution.received_at,
        corrected: false,
    }
}
