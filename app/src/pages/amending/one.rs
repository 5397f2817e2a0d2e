//! One amendment: what it changes, whose it is, what is said of it, and what whoever asks may do.

use domain::amendment::{AmendmentNumber, Place};
use domain::congress::Congress;
use domain::id::MemberId;
use domain::reading::{AmendmentLine, AmendmentWording, PublishedMotion};
use domain::wording::Words;
use domain::words::Slug;
use leptos::prelude::*;

use super::item::{change, place, stands, tags};
use super::{act, name};
use crate::pages::wording::words::difference;
use crate::routes::{AmendingRoute, Route};
use crate::text::{amending as text, date};
use crate::{Document, Section};

/// How the text stands where the amendment was written.
#[derive(Clone, Debug, PartialEq)]
pub enum Meanwhile {
    /// As it was.
    Same,
    /// Otherwise, and the amendment can be carried there: the words now, and those that it would give.
    Carried(String, String),
    /// Otherwise, and it can't: the words now; none: the block is gone.
    Conflict(Option<String>),
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct OneView {
    /// The version that it was written on.
    pub motion: PublishedMotion,
    /// It.
    pub line: AmendmentLine,
    /// Every wording, the last first.
    pub wordings: Vec<AmendmentWording>,
    /// How the text stands by now.
    pub meanwhile: Meanwhile,
    /// Those that fall if it is adopted.
    pub falls: Vec<AmendmentNumber>,
    /// Those that ask for the same.
    pub twins: Vec<AmendmentNumber>,
    /// Its sub-amendments.
    pub subs: Vec<AmendmentLine>,
    /// Who asks, if they may write.
    pub me: Option<MemberId>,
    /// Whether members may propose, and rectify, now.
    pub open: bool,
    /// What was just done, or wasn't.
    pub done: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: OneView) -> Document {
    let slug = congress.slug.clone();
    let title = format!("{}, {}", view.line.number, view.line.title);
    let page = move || page(&slug, &view);
    Document::new(title, page).within(Some(congress)).at(Section::Motion)
}

fn page(slug: &Slug, view: &OneView) -> AnyView {
    let line = &view.line;
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let motive = line.motive.as_str().lines().map(|of| view! { <p>{of.to_owned()}</p> }).collect_view();
    let told = |words: String| view! { <p class="note">{words}</p> };
    let falls = (!view.falls.is_empty()).then(|| told(text::falls(&view.falls)));
    let twins = (!view.twins.is_empty()).then(|| told(text::identical(&view.twins)));
    view! {
        <article class="middle wording">
            <p class="over"><a href=Route::Amending(slug, AmendingRoute::List).path()>{text::TITLE}</a></p>
            <h1>{line.number.to_string()}" · "{line.title.to_string()}</h1>
            <p>{line.signature.clone()}", "<time datetime=date::machine(line.at)>{date::moment(line.at)}</time></p>
            {done}
            {tags(slug, line)}
            {falls}
            {twins}
            <h2>{text::CHANGE}</h2>
            <p class="note">{place(slug, &view.motion, &line.proposal)}</p>
            {change(&line.proposal)}
            {meanwhile(view)}
            <h2>{text::MOTIVE}</h2>
            <div class="wording-words" dir="auto">{motive}</div>
            {opinion(slug, view)}
            {signed(slug, view)}
            {subs(slug, view)}
            {own(slug, view)}
            {history(view)}
        </article>
    }
    .into_any()
}

/// How the text stands by now, if it changed.
pub fn meanwhile(view: &OneView) -> AnyView {
    if !view.line.fate.state().is_live() && view.line.is_applied {
        return ().into_any();
    }
    let asked = || view.line.proposal.change.words().map(|words| words.as_str().to_owned());
    let content = match &view.meanwhile {
        Meanwhile::Same => return ().into_any(),
        Meanwhile::Carried(now, then) => view! { <p>{text::CARRIED}</p>{difference(now, then)} }.into_any(),
        Meanwhile::Conflict(None) => view! { <p>{text::BLOCK_GONE}</p> }.into_any(),
        Meanwhile::Conflict(Some(now)) => view! {
            <p>{text::CONFLICT}</p>
            <h3>{text::NOW}</h3>{stands(now)}
            {asked().map(|asked| view! { <h3>{text::ASKED}</h3>{stands(&asked)} })}
        }
        .into_any(),
    };
    view! { <section class="warning" aria-labelledby="depuis"><h2 id="depuis">{text::MEANWHILE}</h2>{content}</section> }.into_any()
}

fn opinion(slug: &Slug, view: &OneView) -> AnyView {
    let Some(opinion) = &view.line.opinion else { return ().into_any() };
    let rewrite = opinion.rewrite.as_ref().map(|words| {
        let before = view.line.proposal.change.words().map(Words::as_str).unwrap_or_default();
        let mine = view.me.is_some() && view.me == view.line.author && view.line.fate.state().is_live();
        let answer = if mine {
            view! {
                <p>{text::REWRITE_ASKED}</p>
                <form class="actions" method="post" action=Route::Amending(slug, AmendingRoute::One(view.line.number)).path()>
                    <button class="button primary" name=name::ACT value=act::ACCEPT>{text::ACCEPT}</button>
                    <button class="button" name=name::ACT value=act::DECLINE>{text::DECLINE}</button>
                </form>
            }
            .into_any()
        } else {
            view! { <p class="note">{text::REWRITE_WAITS}</p> }.into_any()
        };
        view! { <h3>{text::REWRITE}</h3>{difference(before, words.as_str())}{answer} }
    });
    view! {
        <h2>{text::AVIS}" : "{text::avis(opinion.avis)}</h2>
        <p>{opinion.words.clone()}</p>
        {rewrite}
    }
    .into_any()
}

fn signed(slug: &Slug, view: &OneView) -> AnyView {
    let line = &view.line;
    let who = line.cosigners.iter().map(|of| view! { <li>{of.signature.clone()}</li> }).collect_view();
    let nobody = line.cosigners.is_empty().then(|| view! { <p class="note">{text::NOBODY}</p> });
    let button = view.me.filter(|me| line.fate.state().is_live() && line.author != Some(*me)).map(|me| {
        let signs = line.cosigners.iter().any(|of| of.member == me);
        let (asked, words) = if signs { (act::STOP, text::STOP) } else { (act::COSIGN, text::COSIGN) };
        view! {
            <form class="actions" method="post" action=Route::Amending(slug, AmendingRoute::One(line.number)).path()>
                <button class="button" name=name::ACT value=asked>{words}</button>
            </form>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="cosignataires">
            <h2 id="cosignataires">{text::SIGNED}</h2>
            {nobody}
            <ul class="plain-list">{who}</ul>
            {button}
        </section>
    }
    .into_any()
}

fn subs(slug: &Slug, view: &OneView) -> AnyView {
    let line = &view.line;
    let may = view.open
        && view.me.is_some()
        && line.fate.state().is_live()
        && line.proposal.change.words().is_some()
        && !matches!(line.proposal.place, Place::Within(_));
    if view.subs.is_empty() && !may {
        return ().into_any();
    }
    let items = view.subs.iter().map(|of| {
        let href = Route::Amending(slug, AmendingRoute::One(of.number)).path();
        view! { <li><a href=href>{of.number.to_string()}" · "{of.title.to_string()}</a>{tags(slug, of)}</li> }
    });
    let propose = may.then(|| {
        let href = Route::Amending(slug, AmendingRoute::Within(line.number)).path();
        view! { <p class="actions"><a class="button" href=href>{text::SUB}</a></p> }
    });
    view! {
        <section class="ruled" aria-labelledby="sous-amendements">
            <h2 id="sous-amendements">{text::SUBS}</h2>
            <ul class="wording-blocks">{items.collect_view()}</ul>
            {propose}
        </section>
    }
    .into_any()
}

fn own(slug: &Slug, view: &OneView) -> AnyView {
    let line = &view.line;
    let mine = view.me.is_some() && view.me == line.author && line.fate.state().may_rectify();
    if !mine {
        return ().into_any();
    }
    let rectify = (view.open && line.poll.is_none()).then(|| {
        let href = Route::Amending(slug, AmendingRoute::Rectify(line.number)).path();
        view! { <a class="button" href=href>{text::RECTIFY}</a> }
    });
    view! {
        <section class="ruled" aria-label=text::WITHDRAW>
            <form class="actions" method="post" action=Route::Amending(slug, AmendingRoute::One(line.number)).path()>
                {rectify}
                <button class="button" name=name::ACT value=act::WITHDRAW>{text::WITHDRAW}</button>
            </form>
            <p class="note">{text::WITHDRAW_HOW}</p>
        </section>
    }
    .into_any()
}

fn history(view: &OneView) -> AnyView {
    if view.wordings.len() < 2 {
        return ().into_any();
    }
    let words =
        |of: &AmendmentWording| of.words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
    let items = view.wordings.iter().enumerate().map(|(at, of)| {
        let shown = match view.wordings.get(at + 1) {
            Some(before) => difference(&words(before), &words(of)),
            None => stands(&words(of)),
        };
        view! { <li><h3>{of.title.to_string()}</h3><p class="note">{date::moment(of.at)}</p>{shown}</li> }
    });
    view! {
        <section class="ruled" aria-labelledby="redactions">
            <h2 id="redactions">{text::HISTORY}</h2>
            <ol class="versions">{items.collect_view()}</ol>
        </section>
    }
    .into_any()
}
