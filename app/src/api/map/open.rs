//! A verbatim made ready to be read beside the map.

use domain::analysis::Place;
use domain::reading::{ContributionPage, NeighbourLine, ThemeTag, VerbatimLine};
use domain::words::Slug;
use leptos::prelude::RenderHtml;

use super::{Close, Opened};
use crate::map::Key;
use crate::routes::Route;
use crate::text::{contribution as words, names, quote, theme};

impl Opened {
    /// The verbatim of that rank of a contribution; none when it has none.
    pub fn of(slug: &Slug, page: &ContributionPage, ordinal: u32) -> Option<Self> {
        let contribution = &page.card.contribution;
        let line = page.verbatims.get(usize::try_from(ordinal).ok()?.checked_sub(1)?)?;
        let (place, hue, place_href) = place(slug, &line.place);
        Some(Self {
            words: if contribution.state.is_shown() {
                quote::worded(&line.text, (line.cut_before, line.cut_after), contribution.reported)
            } else {
                quote::withheld(contribution.state).to_owned()
            },
            who: quote::signed(&contribution.signature),
            number: numbered(Key { number: contribution.number, ordinal }),
            href: Route::Verbatim(slug, Key { number: contribution.number, ordinal }).path(),
            kind: names::kind_with_source(line.kind, line.kind_suggested),
            place,
            hue,
            place_href,
            reason: reason(&line.place),
            close: line.neighbours.iter().map(|of| close(slug, of)).collect(),
            cited: cited(slug, line),
        })
    }

    /// What stands beside the map.
    pub fn html(&self) -> String {
        // Without the marks that hydration counts by: nothing hydrates it.
        crate::components::opened::opened(self).to_html().replace("<!>", "")
    }
}

fn numbered(Key { number, ordinal }: Key) -> String {
    let which = quote::which(ordinal).map(|which| format!(", {which}"));
    format!("{number}{}", which.unwrap_or_default())
}

fn place(slug: &Slug, place: &Place<ThemeTag>) -> (String, Option<u8>, String) {
    match place {
        Place::Theme(tag) => {
            (theme::label(&tag.label), Some(tag.hue), Route::Theme(slug, tag.rank, 1).path())
        }
        Place::Weak(_) => (names::apart(place).to_owned(), None, Route::Weak(slug, 1).path()),
        Place::Unplaced(_) => (names::apart(place).to_owned(), None, Route::Unplaced(slug, 1).path()),
    }
}

fn reason(place: &Place<ThemeTag>) -> Option<String> {
    match place {
        Place::Theme(_) => None,
        Place::Weak(reason) => Some(names::weak_reason(*reason).to_owned()),
        Place::Unplaced(reason) => Some(names::unplaced_reason(*reason).to_owned()),
    }
}

fn close(slug: &Slug, line: &NeighbourLine) -> Close {
    let of = &line.quote;
    let key = Key { number: of.number, ordinal: of.ordinal };
    let href = match of.place {
        Place::Unplaced(_) => Route::Verbatim(slug, key).path(),
        Place::Theme(_) | Place::Weak(_) => format!("#{key}"),
    };
    Close {
        href,
        words: quote::said(of),
        who: format!("{} · {}", quote::signed(&of.signature), numbered(key)),
        twin: line.twin,
    }
}

fn cited(slug: &Slug, line: &VerbatimLine) -> Vec<(String, String)> {
    let place = |of: &domain::reading::CitedIn| (Route::Cited(slug, of).path(), words::cited_in(of));
    line.cited.iter().map(place).collect()
}
