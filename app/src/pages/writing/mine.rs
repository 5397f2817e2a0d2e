//! « Mes contributions »: what one wrote, and what becomes of it.

use domain::analysis::Place;
use domain::congress::Congress;
use domain::contribution::{Call, ContributionNumber, Target};
use domain::email::Email;
use domain::moderation::Correction;
use domain::reading::{ContributionPage, NeighbourLine, NoteLine, OwnContribution, ThemeTag};
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;
use std::collections::BTreeMap;

use super::form::name;
use super::still::still;
use crate::components::empty::empty;
use crate::components::number::number;
use crate::components::quote::{Beneath, quote};
use crate::components::theme_tag;
use crate::map::Key;
use crate::pages::moderation::correct::proposed;
use crate::pages::workshops::reported::waiting;
use crate::routes::Route;
use crate::text::{
    call as dates, congress as words, contribution, date, life, mine as text, noting, settings, writing,
};
use crate::{Document, Section};

/// Something begun and not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// What it is to become.
    pub target: Target,
    /// What was typed.
    pub body: String,
    /// When it was last kept.
    pub saved_at: Timestamp,
}

/// One of one's own contributions.
#[derive(Clone, Debug, PartialEq)]
pub struct MineLine {
    /// As its author knows it.
    pub own: OwnContribution,
    /// What became of it.
    pub page: ContributionPage,
    /// Labels of the tree above its theme, from the root down.
    pub path: Vec<String>,
    /// How to reach those who say close things, where both want it.
    pub contacts: BTreeMap<ContributionNumber, Email>,
    /// A correction that staff proposes.
    pub correction: Option<Correction>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct MineView {
    /// What was begun, the last kept first.
    pub drafts: Vec<DraftLine>,
    /// What was sent, the last first.
    pub lines: Vec<MineLine>,
    /// What somebody noted as theirs, and waits for their answer.
    pub reported: Vec<NoteLine>,
    /// How they would sign it.
    pub signed: String,
    /// Whether they have just answered.
    pub answered: bool,
    /// Where the call stands.
    pub call: Call,
    /// The present moment.
    pub now: Timestamp,
}

/// The page.
pub fn document(congress: &Congress, view: MineView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Mine).unlisted()
}

fn page(slug: &Slug, view: &MineView) -> AnyView {
    let time = match view.call {
        Call::Open { closes } => view! {
            <p class="note">{dates::countdown(view.now, closes)}</p>
            <p class="actions"><a class="button primary" href=Route::Write(slug).path()>{dates::WRITE}</a></p>
        }
        .into_any(),
        call => view! { <p class="note">{dates::shut(call)}</p> }.into_any(),
    };
    let nothing = view.lines.is_empty().then(|| match view.call.is_open() {
        true => empty(text::NOTHING, text::NOTHING_HOW, None),
        false => {
            let way = Some((Route::Corpus(slug).path(), words::READ_CONTRIBUTIONS.to_owned()));
            empty(text::NOTHING, text::NOTHING_CLOSED, way)
        }
    });
    let answered = view.answered.then(|| view! { <p class="done" role="status">{noting::ANSWERED}</p> });
    let lines = view.lines.iter().map(|of| line(slug, view, of)).collect_view();
    view! {
        <div class="narrow mine">
            <h1>{text::TITLE}</h1>
            <p class="note"><a href=Route::MySettings(slug).path()>{settings::TITLE}</a></p>
            {answered}
            {time}
            {waiting(slug, &view.reported, &view.signed)}
            {drafts(slug, view)}
            {nothing}
            <ol class="mine-lines">{lines}</ol>
        </div>
    }
    .into_any()
}

fn drafts(slug: &Slug, view: &MineView) -> AnyView {
    if view.drafts.is_empty() {
        return ().into_any();
    }
    let drafts = view.drafts.iter().map(|draft| {
        let href = match draft.target {
            Target::New => Route::Write(slug).path(),
            Target::Complement(number) => Route::Complete(slug, number).path(),
            Target::Change(number) => Route::Change(slug, number).path(),
        };
        view! {
            <li>
                <h3>{writing::title(draft.target)}</h3>
                <p class="note">{date::moment(draft.saved_at)}</p>
                {still(&draft.body)}
                <form class="actions" method="post" action=Route::Draft(slug).path()>
                    <input type="hidden" name=name::TARGET value=draft.target.to_string()/>
                    <a class="button primary" href=href>{text::GO_ON}</a>
                    <button class="button" name=name::GESTURE value=name::THROW>{text::THROW}</button>
                </form>
            </li>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="brouillons">
            <h2 id="brouillons">{text::DRAFTS}</h2>
            <ul class="mine-lines">{drafts.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn line(slug: &Slug, view: &MineView, of: &MineLine) -> AnyView {
    let own = &of.own;
    let contribution = &own.contribution;
    let href = Route::Contribution(slug, contribution.number).path();
    let version = (contribution.version > 1)
        .then(|| view! { <p class="kind">{life::changed(contribution.version)}</p> });
    view! {
        <li>
            <h2><a href=href>{number(contribution.number)}</a></h2>
            <p class="kind">{date::day(contribution.received_at)}" · "{text::supports(of.page.supports)}</p>
            <p class="told">{life::told(&own.life)}</p>
            {version}
            {still(own.written.as_str())}
            {of.correction.as_ref().map(|correction| proposed(slug, own, correction))}
            {contribution.state.is_shown().then(|| becomes(slug, of))}
            {super::acts::acts(slug, own, view.call, view.now)}
        </li>
    }
    .into_any()
}

/// Where it is, who is close, what cites it, what completes it.
fn becomes(slug: &Slug, of: &MineLine) -> AnyView {
    view! { <div class="becomes">{here(slug, of)}{cited(slug, of)}{close(slug, of)}{complements(slug, of)}</div> }.into_any()
}

fn here(slug: &Slug, of: &MineLine) -> AnyView {
    let Some(place) = &of.page.card.place else {
        return view! { <p class="kind">{text::UNREAD}</p> }.into_any();
    };
    let number = of.own.contribution.number;
    let path = (!of.path.is_empty()).then(|| {
        let above =
            of.path.iter().map(|label| crate::text::theme::label(label)).collect::<Vec<_>>().join(" › ");
        view! { <span class="kind">{above}" › "</span> }
    });
    let on_map = spoken(of, place).map(|ordinal| {
        view! { <li><a href=Route::OnMap(slug, Key { number, ordinal }).path()>{text::ON_MAP}</a></li> }
    });
    // What is in no theme has no leaf.
    let in_tree = match place {
        Place::Theme(tag) => {
            let href = Route::InTree(slug, tag.rank).path();
            Some(view! { <li><a href=href>{text::IN_TREE}</a></li> })
        }
        Place::Weak(_) | Place::Unplaced(_) => None,
    };
    view! {
        <p>{text::PLACE}" "{path}{theme_tag::place(slug, place)}</p>
        <ul class="ways">{on_map}{in_tree}</ul>
    }
    .into_any()
}

/// The verbatim that stands for it on the map: the first in its main place, else the first that was compared.
fn spoken(of: &MineLine, place: &Place<ThemeTag>) -> Option<u32> {
    let ordinal = |wanted: &dyn Fn(&Place<ThemeTag>) -> bool| {
        (1_u32..)
            .zip(&of.page.verbatims)
            .find(|(_, verbatim)| wanted(&verbatim.place))
            .map(|(ordinal, _)| ordinal)
    };
    ordinal(
        &|found| matches!((found, place), (Place::Theme(one), Place::Theme(other)) if one.rank == other.rank),
    )
    .or_else(|| ordinal(&|found| !matches!(found, Place::Unplaced(_))))
}

fn cited(slug: &Slug, of: &MineLine) -> AnyView {
    let places: Vec<_> = of.page.verbatims.iter().flat_map(|verbatim| &verbatim.cited).collect();
    if places.is_empty() {
        return view! { <p class="kind">{text::NOT_CITED}</p> }.into_any();
    }
    let places = places.into_iter().map(|place| {
        let href = Route::Cited(slug, place).path();
        view! { <li><a href=href>{contribution::cited_in(place)}</a>", "{place.heading.clone()}</li> }
    });
    view! { <p>{text::CITED}</p><ul class="cited">{places.collect_view()}</ul> }.into_any()
}

fn close(slug: &Slug, of: &MineLine) -> AnyView {
    let near: Vec<&NeighbourLine> = match &of.page.guess {
        Some(guess) => guess.nearest.iter().collect(),
        None => of.page.verbatims.iter().filter_map(|verbatim| verbatim.neighbours.first()).collect(),
    };
    if near.is_empty() {
        return view! { <p class="kind">{text::ALONE}</p> }.into_any();
    }
    let lines = near.into_iter().map(|line| {
        let reach = of.contacts.get(&line.quote.number).map(|email| {
            view! { <p class="kind">{text::REACH}" "<a href=format!("mailto:{}", email.as_str())>{email.as_str().to_owned()}</a></p> }
        });
        view! { <li>{quote(slug, &line.quote, Beneath::Signature)}{reach}</li> }
    });
    view! {
        <details><summary>{text::CLOSE}</summary><ul class="closest-quotes">{lines.collect_view()}</ul></details>
    }
    .into_any()
}

fn complements(slug: &Slug, of: &MineLine) -> AnyView {
    if of.page.complements.is_empty() {
        return ().into_any();
    }
    view! { <p>{text::COMPLEMENTS}</p>{super::acts::listed(slug, &of.page.complements)} }.into_any()
}
