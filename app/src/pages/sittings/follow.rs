//! A sitting on somebody's phone: what is going on, their part in it, then the rest.

use domain::congress::Congress;
use domain::id::MemberId;
use domain::live::Audience;
use domain::sitting::{AgendaItem, SittingStage};
use domain::vote::{Poll, PollState};
use domain::web::WebAddress;
use domain::words::Slug;
use leptos::prelude::*;

use super::asking;
use super::own::{self, Own};
use super::scene::{self, Scene};
use crate::components::live::live;
use crate::routes::{MinutesRoute, Route};
use crate::text::{badge, convocation, date, minutes, sitting as text, vote};
use crate::{Document, Section};

pub use super::own::{OwnFloor, OwnVoice, may_vote, name};

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowView {
    /// What is going on.
    pub scene: Scene,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// All its polls.
    pub polls: Vec<Poll>,
    /// Whoever looks, if they are a member.
    pub own: Option<Own>,
    /// Who that is, and the number of the scene that was told last before the page was read.
    pub follows: Option<(MemberId, u64)>,
    /// Whether they run the sitting.
    pub is_chair: bool,
    /// Whether they prepare it and stand at the door.
    pub is_staff: bool,
    /// Whether there are minutes that they may read.
    pub has_minutes: bool,
    /// What was done.
    pub done: Option<&'static str>,
    /// What wasn't, and why.
    pub refused: Option<String>,
}

/// The page.
pub fn document(congress: &Congress, view: FollowView) -> Document {
    let title = view.scene.sitting.name.as_str().to_owned();
    let within = congress.clone();
    let follows = view.follows.is_some();
    let page = move || page(&within, &view);
    let document = Document::new(title, page).within(Some(congress)).at(Section::Sittings).unlisted();
    if follows { document.with_live() } else { document }
}

fn page(congress: &Congress, view: &FollowView) -> AnyView {
    let (slug, sitting) = (&congress.slug, &view.scene.sitting);
    let done = view.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let refused = view.refused.clone().map(|said| view! { <p class="faults" role="alert">{said}</p> });
    let when = match sitting.stage {
        SittingStage::Planned => date::moment(sitting.starts_at),
        stage => text::stage(stage),
    };
    let place = sitting.place.as_ref().map(|place| format!(" · {place}"));
    let open = view.scene.poll.as_ref().filter(|poll| poll.stage.state() == PollState::Open);
    let mine = open.zip(view.own.as_ref()).map(|(poll, of)| own::facts(poll, &of.voices)).unwrap_or_default();
    let live = view.follows.map(|(member, n)| {
        let direct = Route::Direct(slug, sitting.id, Audience::Phone);
        view! { {live(direct, n, Some(member))}{asking::dialog()} }
    });
    let own = view.own.as_ref().map(|of| own::own(slug, sitting, view.scene.poll.as_ref(), of));
    view! {
        <div class="middle sitting">
            {ways(slug, view)}
            <h1>{sitting.name.as_str().to_owned()}</h1>
            <p class="note">{when}{place}" · "{text::access_short(sitting.access)}</p>
            {live}{done}{refused}
            {scene::scene(slug, &view.scene, &mine)}
            <p class="refresh"><a href=Route::Sitting(slug, sitting.id).path()>{text::REFRESH}</a></p>
            {own}
            {around(slug, &view.agenda, &view.polls)}
        </div>
    }
    .into_any()
}

/// What changes by itself, as HTML for the socket: once for everybody.
pub fn fragment(slug: &Slug, scene: &Scene, agenda: &[AgendaItem], polls: &[Poll]) -> String {
    scene::fragment(slug, scene) + &around(slug, agenda, polls).to_html().replace("<!>", "")
}

/// The agenda as it goes, and the votes that there were.
fn around(slug: &Slug, items: &[AgendaItem], all: &[Poll]) -> AnyView {
    view! { <div data-scene="autour">{agenda(items)}{polls(slug, all)}</div> }.into_any()
}

fn ways(slug: &Slug, view: &FollowView) -> AnyView {
    let id = view.scene.sitting.id;
    let link = |href: String, words: &'static str| view! { <li><a href=href>{words}</a></li> };
    let chair = view.is_chair.then(|| link(Route::Chair(slug, id).path(), text::TO_DESK));
    let door = view.is_staff.then(|| link(Route::Door(slug, id).path(), text::TO_DOOR));
    let badges = view.is_staff.then(|| link(Route::Badges(slug, id).path(), badge::TITLE));
    let agenda = view.is_staff.then(|| link(Route::Agenda(slug, id).path(), text::AGENDA));
    let convene = view.is_staff.then(|| link(Route::Convene(slug, id).path(), convocation::TITLE));
    let screen = link(Route::Screen(slug, id).path(), text::TO_SCREEN);
    let to = Route::Minutes(slug, id, MinutesRoute::Read).path();
    let minutes = view.has_minutes.then(|| link(to, minutes::TO));
    view! { <nav class="views" aria-label=text::TITLE><ul>{chair}{door}{badges}{agenda}{convene}{screen}{minutes}</ul></nav> }
        .into_any()
}

pub(super) fn agenda(items: &[AgendaItem]) -> AnyView {
    let nothing = items.is_empty().then(|| view! { <p class="note">{text::NO_AGENDA}</p> });
    let lines = items.iter().map(line).collect_view();
    view! {
        <section class="ruled" aria-labelledby="ordre"><h2 id="ordre">{text::AGENDA}</h2>{nothing}<ol class="agenda">{lines}</ol></section>
    }
    .into_any()
}

fn line(item: &AgendaItem) -> AnyView {
    let speaker = item.speaker.as_ref().map(|speaker| format!(" · {speaker}"));
    let minutes = item.minutes.map(|n| format!(" · {}", text::minutes(n)));
    // Nothing of another site stands on the page: a link says where it leads, and tells that site nothing of where from.
    let link = |at: &WebAddress, words: String| {
        view! { " · "<a href=at.as_str().to_owned() rel="noreferrer" target="_blank">{words}</a> }
    };
    let document = item.document.as_ref().map(|at| link(at, text::document(at.site())));
    let video = item.video.as_ref().map(|at| link(at, text::video(at.site())));
    view! {
        <li>
            <strong>{item.title.as_str().to_owned()}</strong>
            <span class="note">{speaker}{minutes}" · "{text::item(item.state())}{document}{video}</span>
        </li>
    }
    .into_any()
}

fn polls(slug: &Slug, all: &[Poll]) -> AnyView {
    let put: Vec<&Poll> =
        all.iter().filter(|poll| !poll.is_test && poll.stage.state() != PollState::Prepared).collect();
    let nothing = put.is_empty().then(|| view! { <p class="note">{text::NO_VOTES}</p> });
    let lines = put.into_iter().map(|poll| {
        let became = match poll.stage.state() {
            PollState::Proclaimed => match (poll.decision(), poll.elected()) {
                (Some(decision), _) => vote::verdict(decision).to_owned(),
                (None, Some(of)) => vote::elected(&of, poll),
                (None, None) => String::new(),
            },
            PollState::Cancelled => text::VOTE_CANCELLED.to_owned(),
            PollState::Closed => text::VOTE_CLOSED.to_owned(),
            PollState::Open => text::VOTE_OPEN.to_owned(),
            PollState::Prepared => String::new(),
        };
        view! {
            <li>
                <a href=Route::Poll(slug, poll.number).path()>{vote::numbered(poll.number)}</a>" · "
                {poll.question.title.as_str().to_owned()}" · "<strong>{became}</strong>
            </li>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="votes"><h2 id="votes">{text::VOTES}</h2>{nothing}<ul class="polls">{lines.collect_view()}</ul></section>
    }
    .into_any()
}
