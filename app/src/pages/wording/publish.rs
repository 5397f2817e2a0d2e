//! Where a version is published: what is left to do stands above the button.

use domain::congress::Congress;
use domain::disposition::DispositionKind;
use domain::reading::{DispositionsQuery, MotionDesk};
use domain::wording::{Block, Standing};
use domain::words::Slug;
use leptos::prelude::*;

use super::desk::gauge;
use super::version::list;
use super::{act, name};
use crate::components::desk::{Desk, desk};
use crate::routes::{Route, WordingRoute};
use crate::text::{disposition, wording as text};
use crate::{Document, Section};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishView {
    /// The motion.
    pub desk: MotionDesk,
    /// The hash of its words as they would be published.
    pub digest: String,
    /// What decides whether it may go on.
    pub standing: Standing,
    /// Whether there is something to publish.
    pub news: bool,
    /// Why nothing was done.
    pub refused: Option<String>,
}

/// The page.
pub fn document(congress: &Congress, view: PublishView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::PUBLISHING, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(slug: &Slug, view: &PublishView) -> AnyView {
    let motion = &view.desk;
    let action = Route::Wording(slug, WordingRoute::Publish).path();
    let left = DispositionsQuery { kind: Some(DispositionKind::Pending), ..DispositionsQuery::default() };
    let settle = Route::Wording(slug, WordingRoute::Dispositions(left)).path();
    let blocks: Vec<Block> = motion.blocks.iter().map(|line| line.block.clone()).collect();
    let refused = view.refused.as_ref().map(|why| view! { <p class="faults" role="alert">{why.clone()}</p> });
    let publish = if blocks.is_empty() {
        view! { <p class="note">{text::EMPTY}</p> }.into_any()
    } else if view.news {
        view! {
            <form class="actions" method="post" action=action.clone()>
                <input type="hidden" name=name::SEEN value=view.digest.clone()/>
                <button class="button primary" name=name::ACT value=act::PUBLISH>{text::PUBLISH}</button>
            </form>
        }
        .into_any()
    } else {
        view! { <p class="note">{text::UNCHANGED}</p> }.into_any()
    };
    view! {
        <div class="middle wording">
            {desk(slug, Desk::Wording)}
            <p class="over"><a href=Route::Wording(slug, WordingRoute::Desk).path()>{motion.head.title.to_string()}</a></p>
            <h1>{text::PUBLISHING}</h1>
            <p class="lead">{text::PUBLISH_HOW}</p>
            {refused}
            <h2>{text::LEFT}</h2>
            <ul class="trace">
                <li>{text::machine_left(view.standing.machine)}"."</li>
                <li>{text::pending_left(motion.pending)}". "<a href=settle>{disposition::TITLE}</a></li>
                <li>{gauge(&blocks, &motion.figures)}</li>
            </ul>
            {publish}
            {stage(&action, view)}
            {list(slug, &motion.versions)}
        </div>
    }
    .into_any()
}

fn stage(action: &str, view: &PublishView) -> AnyView {
    let stage = view.desk.head.stage;
    let next = stage.next().map(|next| match stage.advanced(view.standing) {
        Ok(_) => view! {
            <form class="actions" method="post" action=action.to_owned()>
                <input type="hidden" name=name::FROM value=stage.code()/>
                <button class="button" name=name::ACT value=act::ADVANCE>{text::to_stage(next)}</button>
            </form>
        }
        .into_any(),
        Err(why) => view! { <p class="note">{text::refused(why)}</p> }.into_any(),
    });
    view! {
        <section class="ruled" aria-labelledby="etape">
            <h2 id="etape">{text::STAGE}</h2>
            <p>{text::stage(stage)}". "{text::NO_WAY_BACK}</p>
            {next}
        </section>
    }
    .into_any()
}
