//! The sittings of a congress; to staff, the form that plans one.

use domain::congress::Congress;
use domain::sitting::{Access, SeatKind, Sitting, SittingStage};
use domain::vote::Fraction;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::empty::empty;
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{date, sitting as text, vote};
use crate::{Document, Section};

/// The names of the form's fields.
pub mod name {
    /// What it is called.
    pub const NAME: &str = "nom";
    /// Where.
    pub const PLACE: &str = "lieu";
    /// Its day, as browsers write it.
    pub const DAY: &str = "jour";
    /// Its hour.
    pub const HOUR: &str = "heure";
    /// Who may follow.
    pub const ACCESS: &str = "acces";
    /// What a voice belongs to.
    pub const SEATS: &str = "voix";
    /// The quorum, by its place among those offered.
    pub const QUORUM: &str = "quorum";
    /// How many proxies one may hold.
    pub const PROXIES: &str = "pouvoirs";
    /// The fewest voters of a secret poll.
    pub const LEAST_SECRET: &str = "secret";
}

/// The quorums that are offered, by the value of their choice.
pub const QUORUMS: [(&str, Fraction); 3] =
    [("tiers", Fraction::THIRD), ("moitie", Fraction::HALF), ("deux-tiers", Fraction::TWO_THIRDS)];

/// A sitting as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What it is called.
    pub name: String,
    /// Where.
    pub place: String,
    /// Its day.
    pub day: String,
    /// Its hour.
    pub hour: String,
    /// Who may follow.
    pub access: String,
    /// What a voice belongs to.
    pub seats: String,
    /// The quorum.
    pub quorum: String,
    /// How many proxies one may hold.
    pub proxies: String,
    /// The fewest voters of a secret poll.
    pub least_secret: String,
}

impl Default for Typed {
    fn default() -> Self {
        let text = String::new;
        Self {
            name: text(),
            place: text(),
            day: text(),
            hour: "09:00".into(),
            access: Access::Public.code().into(),
            seats: SeatKind::People.code().into(),
            quorum: text(),
            proxies: "2".into(),
            least_secret: "5".into(),
        }
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingsView {
    /// The sittings that whoever looks may follow, the first to begin first.
    pub sittings: Vec<Sitting>,
    /// Whether whoever looks is a member, and may have the journal of votes.
    pub is_member: bool,
    /// To staff, what stands in the form, and what is wrong with it.
    pub form: Option<(Typed, Faults)>,
}

/// The page.
pub fn document(congress: &Congress, view: SittingsView) -> Document {
    let slug = congress.slug.clone();
    let page = move || page(&slug, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Sittings).unlisted()
}

fn page(slug: &Slug, view: &SittingsView) -> AnyView {
    let nothing = view.sittings.is_empty().then(|| empty(text::NONE, text::NONE_HOW, None));
    let lines = view.sittings.iter().map(|of| line(slug, of)).collect_view();
    let journal = view.is_member.then(|| {
        let href = Route::Journal(slug).path();
        view! { <p><a href=href download="">{text::JOURNAL}</a>" "<span class="note">{text::JOURNAL_HOW}</span></p> }
    });
    let votes = (!view.sittings.is_empty()).then(|| {
        let href = Route::Deliberations(slug).path();
        view! { <p><a href=href download="">{text::DELIBERATIONS}</a>" "<span class="note">{text::DELIBERATIONS_HOW}</span></p> }
    });
    let form = view.form.as_ref().map(|(typed, faults)| form(slug, typed, faults));
    view! {
        <div class="middle">
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {nothing}
            <ul class="people sittings">{lines}</ul>
            {votes}
            {journal}
            {form}
        </div>
    }
    .into_any()
}

fn line(slug: &Slug, of: &Sitting) -> AnyView {
    let when = match of.stage {
        SittingStage::Planned => date::moment(of.starts_at),
        stage => text::stage(stage),
    };
    let place = of.place.as_ref().map(|place| format!(" · {place}"));
    view! {
        <li class="person">
            <p><a href=Route::Sitting(slug, of.id).path()><strong>{of.name.as_str().to_owned()}</strong></a></p>
            <p class="note">{when}{place}" · "{text::access_short(of.access)}</p>
        </li>
    }
    .into_any()
}

fn form(slug: &Slug, typed: &Typed, faults: &Faults) -> AnyView {
    let hint = |words: &str| Some(words.to_owned());
    let line = |name, label, value: &str| Line { name, label, value: value.to_owned(), ..Line::default() };
    let named = Line { hint: hint(text::NAME_HINT), ..line(name::NAME, text::NAME, &typed.name) };
    let place = Line { hint: hint(text::PLACE_HINT), ..line(name::PLACE, text::PLACE, &typed.place) };
    let day = Line { kind: "date", ..line(name::DAY, text::DAY, &typed.day) };
    let hour =
        Line { kind: "time", hint: hint(text::HOUR_HINT), ..line(name::HOUR, text::HOUR, &typed.hour) };
    let proxies = Line { digits: true, ..line(name::PROXIES, text::PROXIES, &typed.proxies) };
    let least = Line {
        digits: true,
        hint: hint(text::LEAST_SECRET_HINT),
        ..line(name::LEAST_SECRET, text::LEAST_SECRET, &typed.least_secret)
    };
    view! {
        <section class="ruled" aria-labelledby="nouvelle">
            <h2 id="nouvelle">{text::NEW}</h2>
            {field::summary(faults)}
            <form class="form" method="post" action=Route::Sittings(slug).path() novalidate>
                {field::line(named, faults)}
                {field::line(day, faults)}
                {field::line(hour, faults)}
                {field::line(place, faults)}
                {field::radios(name::ACCESS, text::ACCESS, accesses(&typed.access), faults)}
                {field::radios(name::SEATS, text::SEATS, seats(&typed.seats), faults)}
                {field::select(name::QUORUM, text::QUORUM, quorums(&typed.quorum), faults)}
                {field::line(proxies, faults)}
                {field::line(least, faults)}
                <p class="actions"><button class="button primary">{text::CREATE}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn accesses(chosen: &str) -> Vec<Choice> {
    Access::ALL.iter().map(|of| Choice::of(of.code(), text::access(*of), chosen)).collect()
}

fn seats(chosen: &str) -> Vec<Choice> {
    SeatKind::ALL.iter().map(|of| Choice::of(of.code(), text::seats(*of), chosen)).collect()
}

fn quorums(chosen: &str) -> Vec<Choice> {
    let offered =
        QUORUMS.map(|(code, of)| Choice::of(code, format!("{} des inscrits", vote::fraction(of)), chosen));
    [Choice::of("", text::NO_QUORUM, chosen)].into_iter().chain(offered).collect()
}
