//! All amendments, in the order of the text; or what will really be voted, in the order of the vote.

use domain::amendment::{AmendmentNumber, AmendmentState, Docket, DocketItem, Place, docket};
use domain::congress::Congress;
use domain::reading::{AmendmentLine, PublishedMotion};
use domain::time::Timestamp;
use domain::wording::{BlockKey, Stage};
use domain::words::Slug;
use leptos::prelude::*;

use super::item::item;
use crate::routes::{AmendingRoute, Route, WordingRoute};
use crate::text::{amending as text, date};
use crate::{Document, Section};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ListView {
    /// The last version.
    pub motion: PublishedMotion,
    /// Its stage.
    pub stage: Stage,
    /// Until when members may propose.
    pub until: Option<Timestamp>,
    /// Whether whoever asks may propose now.
    pub open: bool,
    /// The amendments, by number.
    pub lines: Vec<AmendmentLine>,
    /// Whether only what will be voted is shown.
    pub votes: bool,
}

/// The page.
pub fn document(congress: &Congress, view: ListView) -> Document {
    let slug = congress.slug.clone();
    let title = if view.votes { text::VOTES } else { text::TITLE };
    let page = move || page(&slug, &view);
    Document::new(title, page).within(Some(congress)).at(Section::Motion)
}

fn page(slug: &Slug, view: &ListView) -> AnyView {
    let current = |on: bool| on.then_some("page");
    let version = Route::Wording(slug, WordingRoute::Version(view.motion.line.number)).path();
    let until = view.until.map(|until| view! { <p class="note">{text::until(&date::moment(until))}</p> });
    let how = view.open.then(|| {
        view! {
            <p>{text::HOW}</p>
            {until}
            <p class="actions"><a class="button primary" href=version.clone()>{text::READ_TEXT}</a></p>
        }
    });
    let lead = if view.votes { text::VOTES_LEAD } else { text::LEAD };
    let content = if view.votes { votes(slug, view) } else { all(slug, view) };
    view! {
        <div class="middle wording">
            <p class="over"><a href=version>{view.motion.title.to_string()}</a></p>
            <h1>{if view.votes { text::VOTES } else { text::TITLE }}</h1>
            <p class="lead">{lead}</p>
            <nav class="views" aria-label=text::TITLE><ul>
                <li><a href=Route::Amending(slug, AmendingRoute::List).path() aria-current=current(!view.votes)>{text::ALL}</a></li>
                <li><a href=Route::Amending(slug, AmendingRoute::Votes).path() aria-current=current(view.votes)>{text::VOTES}</a></li>
            </ul></nav>
            {how}
            {content}
        </div>
    }
    .into_any()
}

fn all(slug: &Slug, view: &ListView) -> AnyView {
    if view.lines.is_empty() {
        return view! { <p class="note">{text::NONE}</p> }.into_any();
    }
    let keys = keys(&view.motion);
    let rank = |place: Place| match place {
        Place::At(key) => (keys.iter().position(|of| *of == key).map_or(keys.len(), |at| at + 1), 0, None),
        Place::Behind(Some(key)) => {
            (keys.iter().position(|of| *of == key).map_or(keys.len(), |at| at + 1), 1, None)
        }
        Place::Behind(None) => (0, 0, None),
        Place::Within(parent) => (usize::MAX, 0, Some(parent)),
    };
    let mut lines: Vec<&AmendmentLine> = view.lines.iter().collect();
    let place_of = |line: &AmendmentLine| match line.proposal.place {
        // A sub-amendment stands behind the one that it changes.
        Place::Within(parent) => view
            .lines
            .iter()
            .find(|of| of.number == parent)
            .map_or(rank(line.proposal.place), |of| rank(of.proposal.place)),
        place => rank(place),
    };
    let family = |line: &AmendmentLine| match line.proposal.place {
        Place::Within(parent) => (parent, 1),
        _ => (line.number, 0),
    };
    lines.sort_by_cached_key(|line| (place_of(line), family(line), line.number));
    let items = lines.into_iter().map(|line| {
        view! { <li id=line.number.to_string()>{item(slug, &view.motion, line, AmendingRoute::One(line.number))}</li> }
    });
    let count = text::counted(u32::try_from(view.lines.len()).unwrap_or(u32::MAX));
    view! { <h2>{count}</h2><ol class="wording-blocks">{items.collect_view()}</ol> }.into_any()
}

/// The blocks of a version, in order.
pub fn keys(motion: &PublishedMotion) -> Vec<BlockKey> {
    motion.blocks.iter().map(|of| of.key).collect()
}

fn votes(slug: &Slug, view: &ListView) -> AnyView {
    let admissible: Vec<AmendmentLine> =
        view.lines.iter().filter(|line| line.fate.state() == AmendmentState::Admissible).cloned().collect();
    let listed = docketed(slug, &view.motion, &docket(&admissible, &keys(&view.motion)), AmendingRoute::One);
    view! { <h2>{text::IN_ORDER}</h2>{listed} }.into_any()
}

/// The votes in their order, then the block of those that nobody contests.
pub fn docketed(
    slug: &Slug,
    motion: &PublishedMotion,
    docket: &Docket<'_>,
    to: fn(AmendmentNumber) -> AmendingRoute,
) -> AnyView {
    if docket.items.is_empty() {
        return view! { <p class="note">{text::NO_VOTES}</p> }.into_any();
    }
    let line = |of: &DocketItem<'_>| voted(slug, motion, of, to);
    let apart = docket.apart().map(line).collect_view();
    let together: Vec<AnyView> = docket.uncontested().map(line).collect();
    let block = (!together.is_empty()).then(|| {
        let count = docket.uncontested().map(|of| of.lines.len()).sum::<usize>();
        view! {
            <section class="ruled" aria-labelledby="groupe">
                <h2 id="groupe">{text::grouped(u32::try_from(count).unwrap_or(u32::MAX))}</h2>
                <p class="note">{text::UNCONTESTED_HOW}</p>
                <ul class="wording-blocks">{together}</ul>
            </section>
        }
    });
    view! { <ol class="wording-blocks">{apart}</ol>{block} }.into_any()
}

fn voted(
    slug: &Slug,
    motion: &PublishedMotion,
    of: &DocketItem<'_>,
    to: fn(AmendmentNumber) -> AmendingRoute,
) -> AnyView {
    let Some((first, twins)) = of.lines.split_first() else { return ().into_any() };
    let numbers: Vec<AmendmentNumber> = twins.iter().map(|line| line.number).collect();
    let twins = (!numbers.is_empty()).then(|| view! { <p class="note">{text::identical(&numbers)}</p> });
    let falls = (!of.falls.is_empty()).then(|| view! { <p class="note">{text::falls(&of.falls)}</p> });
    view! { <li>{item(slug, motion, first, to(first.number))}{twins}{falls}</li> }.into_any()
}
