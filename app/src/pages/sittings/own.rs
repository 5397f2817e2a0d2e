//! What concerns whoever looks: whether they are there, their voices, their request to speak.

use domain::live::{Fact, Facts};
use domain::sitting::{Presence, SeatKey, Sitting};
use domain::vote::{Choice, Part, Poll, Secrecy, Stage};
use domain::words::Slug;
use leptos::prelude::*;

use super::answer::{Answering, answer};
use super::proxies::{Proxies, proxies};
use super::scene;
use crate::components::field::{self, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{sitting as text, vote};

/// The names of the fields.
pub mod name {
    /// The code on the screen.
    pub const CODE: &str = "code";
    /// Whether one takes part from afar.
    pub const PRESENCE: &str = "presence";
    /// What is asked of the floor.
    pub const GESTURE: &str = "geste";
    /// To ask.
    pub const ASK: &str = "demander";
    /// To take it back.
    pub const WITHDRAW: &str = "retirer";
}

/// Where somebody's request to speak stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OwnFloor {
    /// They didn't ask.
    #[default]
    Silent,
    /// They asked.
    Asked,
    /// They speak.
    Speaking,
}

/// A voice that they cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnVoice {
    /// Which.
    pub key: SeatKey,
    /// Whose.
    pub name: String,
    /// Whether it is their own, not one that they hold a proxy of.
    pub own: bool,
    /// What became of it.
    pub part: Part,
    /// What they chose, in a public poll.
    pub choice: Option<Choice>,
}

/// A member who looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Whether they are there, and how.
    pub presence: Option<Presence>,
    /// Their request to speak.
    pub floor: OwnFloor,
    /// Their voices in the poll that is open.
    pub voices: Vec<OwnVoice>,
    /// What they answered to their convocation, while it can be answered and they have a voice.
    pub answering: Option<Answering>,
    /// Proxies that they gave or hold.
    pub proxies: Proxies,
    /// A code as it was typed, and what is wrong with it.
    pub code: (String, Faults),
}

/// Their part of the page.
pub fn own(slug: &Slug, sitting: &Sitting, poll: Option<&Poll>, of: &Own) -> AnyView {
    let open = poll.filter(|poll| matches!(poll.stage, Stage::Open { .. }));
    let voices = open.map(|poll| voices(slug, sitting, poll, of));
    let takes_people = sitting.stage.takes_people();
    let check_in = (takes_people && of.presence.is_none()).then(|| check_in(slug, sitting, of));
    let answering = of.answering.map(|of| answer(&Route::Answer(slug, sitting.id).path(), of));
    let proxies = takes_people.then(|| proxies(&Route::Proxies(slug, sitting.id).path(), &of.proxies));
    let floor = (sitting.stage.is_open() && of.presence.is_some()).then(|| floor(slug, sitting, of.floor));
    let presence = takes_people.then(|| view! { <p class="note">{text::own_presence(of.presence)}</p> });
    view! { <section class="own" aria-label=text::YOURS>{voices}{presence}{check_in}{floor}{answering}{proxies}</section> }
        .into_any()
}

fn voices(slug: &Slug, sitting: &Sitting, poll: &Poll, of: &Own) -> AnyView {
    let still: Vec<_> = of.voices.iter().filter(|voice| may_vote(poll, voice)).collect();
    (of.voices.len() > 1 && !still.is_empty()).then(|| {
        let forms = still.iter().map(|voice| {
            let key = voice.key.to_string();
            view! {
                <h3>{text::voice_of(&voice.name, voice.own)}</h3>
                {scene::ballot(slug, sitting.id, poll, Some(&key))}
            }
        });
        view! { <details class="one-by-one" id="voix-par-voix"><summary>{text::ONE_BY_ONE}</summary>{forms.collect_view()}</details> }
    }).into_any()
}

/// What is known of whoever looks at a poll that is open, by the names that the scene asks for.
pub mod fact {
    /// Whether a voice of theirs may still be given or changed.
    pub const MAY_VOTE: &str = "peut-voter";
    /// Which those are, with spaces between them.
    pub const SEATS: &str = "sieges";
    /// Whose each of them is, in the same order, a line each.
    pub const WHOSE: &str = "titulaires";
    /// Whether there are several.
    pub const SEVERAL: &str = "plusieurs";
    /// For how many voices they vote, in words.
    pub const VOICES: &str = "voix";
    /// What became of each, a line each.
    pub const BECAME: &str = "votes";
}

/// What is told of these voices to whoever casts them, and to nobody else.
pub fn facts(poll: &Poll, voices: &[OwnVoice]) -> Facts {
    let count = u32::try_from(voices.len()).unwrap_or(u32::MAX);
    let (still, whose): (Vec<String>, Vec<String>) = voices
        .iter()
        .filter(|voice| may_vote(poll, voice))
        .map(|voice| (voice.key.to_string(), text::voice_of(&voice.name, voice.own)))
        .unzip();
    let became: Vec<String> = voices.iter().map(|voice| line(poll, voice)).collect();
    let facts = [
        (fact::MAY_VOTE, Fact::Is(!still.is_empty())),
        (fact::SEATS, Fact::Words(still.join(" "))),
        (fact::WHOSE, Fact::Words(whose.join("\n"))),
        (fact::SEVERAL, Fact::Is(still.len() > 1)),
        (fact::VOICES, Fact::Words(text::own_voices(count))),
        (fact::BECAME, Fact::Words(became.join("\n"))),
    ];
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}

/// Whether a voice may still be given or changed.
pub fn may_vote(poll: &Poll, voice: &OwnVoice) -> bool {
    match (poll.secrecy, voice.part) {
        (_, Part::Paper) | (Secrecy::Secret, Part::Voted | Part::Simulated) => false,
        _ => matches!(poll.stage, Stage::Open { .. }),
    }
}

fn line(poll: &Poll, voice: &OwnVoice) -> String {
    let whose = text::voice_of(&voice.name, voice.own);
    let became = match (voice.part, &voice.choice) {
        (Part::Voted, Some(choice)) => {
            format!("{} {}", text::you_chose(&vote::choice(choice, poll)), text::MAY_CHANGE)
        }
        (Part::Voted, None) => text::GIVEN_SECRET.to_owned(),
        (part, _) => vote::part_of(part).to_owned(),
    };
    format!("{whose}\u{a0}: {became}")
}

fn check_in(slug: &Slug, sitting: &Sitting, of: &Own) -> AnyView {
    let (typed, faults) = &of.code;
    let code = Line {
        name: name::CODE,
        label: text::CODE,
        hint: Some(text::CODE_HINT.to_owned()),
        value: typed.clone(),
        digits: true,
        autocomplete: "off",
        ..Line::default()
    };
    view! {
        <form class="form" method="post" action=Route::CheckIn(slug, sitting.id).path() novalidate>
            {field::summary(faults)}
            {field::line(code, faults)}
            <p class="actions"><button class="button primary">{text::CHECK_IN}</button></p>
        </form>
    }
    .into_any()
}

fn floor(slug: &Slug, sitting: &Sitting, of: OwnFloor) -> AnyView {
    let (said, button) = match of {
        OwnFloor::Silent => (None, Some((name::ASK, text::ASK_FLOOR))),
        OwnFloor::Asked => (Some(text::FLOOR_ASKED), Some((name::WITHDRAW, text::WITHDRAW_FLOOR))),
        OwnFloor::Speaking => (Some(text::FLOOR_YOURS), None),
    };
    let said = said.map(|said| view! { <p>{said}</p> });
    let button = button.map(|(value, label)| {
        view! { <button class="button" name=name::GESTURE value=value>{label}</button> }
    });
    view! {
        <form class="actions" method="post" action=Route::Floor(slug, sitting.id).path()>{said}{button}</form>
    }
    .into_any()
}
