//! What the room sees, from thirty metres: nothing but what it needs now.

use domain::congress::Congress;
use domain::live::Audience;
use domain::sitting::{Pitch, SittingStage};
use domain::vote::{Poll, PollState, Quorum, Roll, Stage};
use leptos::prelude::*;

use super::scene::{self, Scene};
use crate::components::countdown::countdown;
use crate::components::live::live;
use crate::routes::Route;
use crate::text::{sitting as text, timing, vote};
use crate::{Document, Section};

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenView {
    /// What is going on.
    pub scene: Scene,
    /// Who is there now, in voices.
    pub there: Roll,
    /// The code to check oneself in by, and the address where it is typed.
    pub code: Option<(String, String)>,
}

/// Seconds between two looks, where no script makes it follow at once.
const EVERY: u32 = 3;

/// The page, made from the scene of number `n` or a later one. Nobody touches a screen: it follows, or asks for itself again.
pub fn document(congress: &Congress, n: u64, view: ScreenView) -> Document {
    let title = view.scene.sitting.name.as_str().to_owned();
    let slug = congress.slug.clone();
    let page = move || {
        let direct = Route::Direct(&slug, view.scene.sitting.id, Audience::Screen);
        view! { {live(direct, n, None)}{screen(&view)} }.into_any()
    };
    let document = Document::new(title, page).within(Some(congress)).at(Section::Sittings).unlisted().bare();
    document.with_live().asked_again_every(EVERY)
}

/// The same as HTML, for the socket.
pub fn fragment(view: &ScreenView) -> String {
    screen(view).to_html().replace("<!>", "")
}

/// What changes by itself: all of it.
pub fn screen(view: &ScreenView) -> AnyView {
    let sitting = &view.scene.sitting;
    let main = match (sitting.stage, &view.scene.poll) {
        (SittingStage::Planned, _) => view! { <p class="screen-title">{text::SCREEN_SOON}</p> }.into_any(),
        (SittingStage::Closed { .. }, _) => {
            view! { <p class="screen-title">{text::SCREEN_OVER}</p> }.into_any()
        }
        (SittingStage::Open { .. }, Some(poll)) if is_asked(poll) => poll_shown(view, poll),
        (SittingStage::Open { .. }, poll) => match (&view.scene.timing.pitch, poll) {
            (Some(pitch), _) => pitched(pitch),
            (None, Some(poll)) => view! { {poll_shown(view, poll)}{speaker(view)} }.into_any(),
            (None, None) => item(view),
        },
    };
    let quorum = sitting.rules.quorum.map(|quorum| quorum_shown(quorum, view.there));
    let code = view.code.as_ref().map(|(code, address)| {
        view! { <p class="screen-code">{text::SCREEN_CODE}" "<strong>{code.clone()}</strong><br/>{address.clone()}</p> }
    });
    view! {
        <div class="screen" data-scene="ecran" data-say=scene::say(&view.scene)>
            <header><h1>{sitting.name.as_str().to_owned()}</h1></header>
            <div class="screen-main">{main}</div>
            <footer><p>{text::there(view.there.there(), view.there.entitled)}</p>{quorum}{code}</footer>
        </div>
    }
    .into_any()
}

fn quorum_shown(quorum: Quorum, there: Roll) -> AnyView {
    view! { <p>{text::quorum_reached(quorum.opens(there))}</p> }.into_any()
}

fn item(view: &ScreenView) -> AnyView {
    let title = view
        .scene
        .item
        .as_ref()
        .map(|item| view! { <p class="screen-title">{item.title.as_str().to_owned()}</p> });
    view! { {title}{speaker(view)} }.into_any()
}

/// Whether voices are given now, or their result is awaited: nothing else matters then.
fn is_asked(poll: &Poll) -> bool {
    matches!(poll.stage.state(), PollState::Open | PollState::Closed)
}

fn speaker(view: &ScreenView) -> AnyView {
    let Some(name) = &view.scene.speaker else { return ().into_any() };
    view! { <p class="screen-speaker">{text::speaking(name)}</p>{view.scene.turn_ends.map(countdown)} }
        .into_any()
}

fn pitched(pitch: &Pitch) -> AnyView {
    let who = pitch.who.as_ref().map_or(timing::PITCH, |who| who.as_str()).to_owned();
    view! { <p class="screen-title">{who}</p><div class="screen-pitch">{countdown(pitch.ends_at)}</div> }
        .into_any()
}

fn poll_shown(view: &ScreenView, poll: &Poll) -> AnyView {
    let test = poll.is_test.then(|| view! { <p class="screen-test">{text::VOTE_TEST}</p> });
    let state = match &poll.stage {
        Stage::Open { .. } => {
            let (given, of) = view.scene.turnout;
            view! {
                <p class="screen-state">{text::VOTE_OPEN}</p>
                <p class="screen-count" data-count=poll.id.to_string() data-count-text=vote::TURNOUT>{vote::turnout(given, of)}</p>
            }
            .into_any()
        }
        Stage::Closed { .. } => view! { <p class="screen-state">{text::VOTE_CLOSED}</p> }.into_any(),
        Stage::Proclaimed { .. } => proclaimed(poll),
        Stage::Cancelled { .. } => view! { <p class="screen-state">{text::VOTE_CANCELLED}</p> }.into_any(),
        Stage::Prepared => ().into_any(),
    };
    view! { <p class="screen-title">{poll.question.title.as_str().to_owned()}</p>{test}{state} }.into_any()
}

fn proclaimed(poll: &Poll) -> AnyView {
    let Stage::Proclaimed { outcome, .. } = &poll.stage else { return ().into_any() };
    let verdict = poll.decision().map(|decision| {
        let computed = vote::computation(poll.rule, outcome, decision);
        view! { <p class="screen-verdict" class:adopted=decision.adopted>{vote::verdict(decision)}</p><p class="screen-how">{computed}</p> }
    });
    let elected = poll.elected().map(|of| view! { <p class="screen-verdict">{vote::elected(&of, poll)}</p> });
    view! { {verdict}{elected}<p class="screen-counts">{vote::counts(&outcome.tally, poll)}</p> }.into_any()
}
