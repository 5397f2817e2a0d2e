//! The door (« accueil »): staff checks people in and out, and signs for ballots on paper.

use domain::congress::Congress;
use domain::id::MemberId;
use domain::sitting::{BadgeState, PaperSheet, Presence, Sitting};
use domain::vote::{PollNumber, Roll};
use domain::words::Slug;
use leptos::prelude::*;

use super::badges;
use crate::components::field;
use crate::routes::{MinutesRoute, Route};
use crate::text::{badge, desk as text, kit as paper, sitting};
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// Who.
    pub const MEMBER: &str = "personne";
    /// What is done.
    pub const GESTURE: &str = "geste";
    /// They go out.
    pub const OUT: &str = "sortie";
    /// They vote on paper in the poll that is open.
    pub const PAPER: &str = "papier";
    /// Their badge is activated.
    pub const ACTIVATE: &str = "activer";
    /// Their badge is taken back.
    pub const TAKE_BACK: &str = "reprendre";
    /// For which vote something is printed.
    pub const POLL: &str = "scrutin";
    /// A name to look for.
    pub const FIND: &str = "nom";
}

/// Somebody who has a voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their mandate and place.
    pub what: String,
    /// Whether they are there, and how.
    pub presence: Option<Presence>,
    /// Whether they may still sign for a ballot on paper.
    pub may_sign_paper: bool,
    /// Where their badge stands, if one was printed.
    pub badge: Option<BadgeState>,
    /// Whether a badge may let them in.
    pub may_have_code: bool,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct DoorView {
    /// The sitting.
    pub sitting: Sitting,
    /// Who is there now, in voices.
    pub there: Roll,
    /// The people found, by name.
    pub people: Vec<Person>,
    /// The name that was looked for.
    pub find: String,
    /// Votes that are prepared, for which something may be printed.
    pub prepared: Vec<(PollNumber, String)>,
    /// Why something wasn't done.
    pub refused: Option<&'static str>,
}

/// The page.
pub fn document(congress: &Congress, view: DoorView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::DOOR, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn page(slug: &Slug, view: &DoorView) -> AnyView {
    let of = &view.sitting;
    let to = Route::Door(slug, of.id).path();
    let refused = view.refused.map(|said| view! { <p class="faults" role="alert">{said}</p> });
    let none = view.people.is_empty().then(|| view! { <p>{text::FOUND_NONE}</p> });
    let lines = view.people.iter().map(|person| line(slug, view, person)).collect_view();
    view! {
        <div class="middle sitting">
            <p><a href=Route::Sitting(slug, of.id).path()>{of.name.as_str().to_owned()}</a></p>
            <h1>{text::DOOR}</h1>
            <p class="lead">{text::DOOR_LEAD}</p>
            <p><strong>{sitting::there(view.there.there(), view.there.entitled)}</strong>" · "<a href=Route::Badges(slug, of.id).path()>{badge::TITLE}</a></p>
            {refused}
            <form class="door-find" method="get" action=to.clone() role="search">
                <label for="champ-nom">{text::FIND}</label>
                <input id="champ-nom" name=name::FIND type="search" value=view.find.clone() autocomplete="off"/>
                <button class="button">{text::FIND_GO}</button>
            </form>
            {none}
            <ul class="people door">{lines}</ul>
            {kit(slug, view)}
        </div>
    }
    .into_any()
}

/// What is printed for the day when everything fails.
fn kit(slug: &Slug, view: &DoorView) -> AnyView {
    let to = |sheet| Route::Minutes(slug, view.sitting.id, MinutesRoute::Paper(sheet)).path();
    let link = |href: String, words: String| view! { <li><a href=href>{words}</a></li> };
    let any = PaperSheet::ALL.iter().map(|of| link(to(*of), paper::sheet(*of).to_owned())).collect_view();
    let of = view.prepared.iter().map(|(number, title)| {
        let asked = format!("?{}={number}", name::POLL);
        view! {
            {link(to(PaperSheet::Ballots) + &asked, paper::ballots_of(title))}
            {link(to(PaperSheet::Count) + &asked, paper::count_of(title))}
        }
    });
    view! {
        <section class="ruled" aria-labelledby="papier">
            <h2 id="papier">{paper::TITLE}</h2><p class="note">{paper::LEAD}</p>
            <ul class="minutes-list">{any}{of.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn line(slug: &Slug, view: &DoorView, person: &Person) -> AnyView {
    let to = Route::Door(slug, view.sitting.id).path();
    let button = |value: &'static str, label: &'static str| {
        let said = format!("{label}\u{a0}: {}", person.name);
        view! { <button class="button" name=name::GESTURE value=value aria-label=said>{label}</button> }
    };
    let room =
        (person.presence != Some(Presence::Room)).then(|| button(Presence::Room.code(), text::IN_ROOM));
    let remote = person.presence.is_none().then(|| button(Presence::Remote.code(), text::IN_REMOTE));
    let out = person.presence.is_some().then(|| button(name::OUT, text::OUT));
    let paper = person.may_sign_paper.then(|| button(name::PAPER, text::ON_PAPER));
    // Coming in activates a badge; whoever is there already has it done in one click.
    let idle = matches!(person.badge, Some(BadgeState::Printed | BadgeState::Over));
    let activate = (idle && person.may_have_code && person.presence.is_some())
        .then(|| button(name::ACTIVATE, badge::ACTIVATE));
    let buttons = view.sitting.stage.takes_people().then(|| {
        view! {
            <form class="actions" method="post" action=to>
                <input type="hidden" name=name::MEMBER value=person.id.to_string()/>
                <input type="hidden" name=name::FIND value=view.find.clone()/>
                {room}{remote}{out}{paper}{activate}
            </form>
        }
    });
    view! {
        <li class="person" id=format!("p-{}", person.id)>
            <p><strong>{person.name.clone()}</strong><br/><span class="note">{person.what.clone()}" · "{text::presence(person.presence)}</span></p>
            {buttons}
            {about_badge(slug, view, person)}
        </li>
    }
    .into_any()
}

/// Their badge: activated in one click, another for who lost theirs, taken back.
fn about_badge(slug: &Slug, view: &DoorView, person: &Person) -> AnyView {
    let stands = match (person.badge, person.may_have_code) {
        (_, false) => badge::NO_CODE.to_owned(),
        (None, true) => badge::NONE.to_owned(),
        (Some(state), true) => badge::state(state),
    };
    if !person.may_have_code || !view.sitting.stage.takes_people() {
        return view! { <p class="note">{stands}</p> }.into_any();
    }
    let named = |label: &str| format!("{label}\u{a0}: {}", person.name);
    let button = |value: &'static str, label: &'static str| {
        view! { <button class="button" name=name::GESTURE value=value aria-label=named(label)>{label}</button> }
    };
    let back = person.badge.is_some().then(|| button(name::TAKE_BACK, badge::TAKE_BACK));
    let acts = person.badge.is_some().then(|| {
        view! {
            <form class="actions" method="post" action=Route::Door(slug, view.sitting.id).path()>
                <input type="hidden" name=name::MEMBER value=person.id.to_string()/>
                <input type="hidden" name=name::FIND value=view.find.clone()/>
                {back}
            </form>
            <p class="note">{badge::TAKE_BACK_HOW}</p>
        }
    });
    let print = match person.badge {
        None => {
            view! { <button class="button" aria-label=named(badge::PRINT_ONE)>{badge::PRINT_ONE}</button> }
                .into_any()
        }
        Some(_) => {
            let end = field::tick(
                badges::name::END,
                person.id.to_string(),
                badge::END_SESSION.to_owned(),
                None,
                false,
            );
            view! {
                <p class="note">{badge::OTHER_HOW}</p>
                {end}
                <button class="button" aria-label=named(badge::PRINT_OTHER)>{badge::PRINT_OTHER}</button>
            }
            .into_any()
        }
    };
    let said = format!("{stands}, {}", person.name);
    view! {
        <details class="door-badge">
            <summary aria-label=said>{stands}</summary>
            <form method="post" action=Route::Badges(slug, view.sitting.id).path()>
                <input type="hidden" name=badges::name::WHOM value=person.id.to_string()/>
                {print}
            </form>
            {acts}
        </details>
    }
    .into_any()
}
