//! Every wording that a block had, each with what it changed.

use domain::congress::Congress;
use domain::reading::{MotionHead, RevisionLine};
use domain::wording::BlockKey;
use domain::words::Slug;
use leptos::prelude::*;

use super::words::{difference, shown};
use super::{act, name};
use crate::components::desk::{Desk, desk};
use crate::routes::{Route, WordingRoute};
use crate::text::{date, wording as text};
use crate::{Document, Section};

/// The page; `lines` has the last first.
pub fn document(congress: &Congress, head: MotionHead, key: BlockKey, lines: Vec<RevisionLine>) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &head, key, &lines);
    Document::new(text::HISTORY, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, head: &MotionHead, key: BlockKey, lines: &[RevisionLine]) -> AnyView {
    let block = Route::Wording(slug, WordingRoute::Block(key)).path();
    let last = lines.first();
    let items = lines.iter().enumerate().map(|(at, of)| {
        let words = match lines.get(at + 1) {
            Some(before) if before.words != of.words => difference(before.words.as_str(), of.words.as_str()),
            Some(_) => ().into_any(),
            None => shown(of.words.as_str()),
        };
        let other = last.filter(|last| last.words != of.words && head.stage.may_write());
        let label = format!("{}, {}", text::RESTORE, of.version);
        let restore = other.map(|last| {
            view! {
                <form class="actions" method="post" action=block.clone()>
                    <input type="hidden" name=name::FROM value=last.version.to_string()/>
                    <button class="button" name=name::ACT value=format!("{}:{}", act::RESTORE, of.version) aria-label=label>{text::RESTORE}</button>
                </form>
            }
        });
        view! {
            <li>
                <h2>{text::act(of.act)}</h2>
                <p class="note">{text::written(of.by.as_deref(), &date::moment(of.at))}</p>
                {words}
                {restore}
            </li>
        }
    });
    view! {
        <div class="middle wording">
            {desk(slug, Desk::Wording)}
            <p class="over"><a href=block.clone()>{head.title.to_string()}", "{key.to_string()}</a></p>
            <h1>{text::HISTORY}</h1>
            <p class="lead">{text::HISTORY_LEAD}</p>
            <ol class="versions">{items.collect_view()}</ol>
        </div>
    }
    .into_any()
}
