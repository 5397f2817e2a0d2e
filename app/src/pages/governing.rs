//! What a congress decides, and the dates of its call.

use domain::congress::{Congress, PhaseChange, PhaseKind};
use domain::reading::SettingsLine;
use domain::settings::{Moderation, Readers};
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{date, form, governing as text, names};
use crate::{Document, Section};

/// The names of the fields.
pub mod name {
    /// Who reads.
    pub const READERS: &str = "lecture";
    /// When staff reads.
    pub const MODERATION: &str = "moderation";
    /// The grace, in minutes.
    pub const GRACE: &str = "grace";
    /// Whom to call.
    pub const NAME: &str = "nom";
    /// Their number.
    pub const TELEPHONE: &str = "telephone";
    /// Their address.
    pub const EMAIL: &str = "courriel";
    /// A day, as browsers write it.
    pub const DATE: &str = "jour";
    /// A time, as browsers write it.
    pub const TIME: &str = "heure";
    /// Why.
    pub const REASON: &str = "raison";
    /// What is moved.
    pub const ACT: &str = "geste";
    /// The end.
    pub const PROLONG: &str = "prolonger";
    /// The beginning.
    pub const OPEN: &str = "ouvrir";
}

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Code of who reads.
    pub readers: String,
    /// Code of when staff reads.
    pub moderation: String,
    /// Minutes.
    pub grace: String,
    /// Whom to call.
    pub name: String,
    /// Their number.
    pub telephone: String,
    /// Their address.
    pub email: String,
    /// A day.
    pub date: String,
    /// A time.
    pub time: String,
    /// Why.
    pub reason: String,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct GoverningView {
    /// What stands in the fields.
    pub typed: Typed,
    /// Whether whoever asks may change who reads.
    pub may_open: bool,
    /// What was changed, the last first.
    pub changes: Vec<SettingsLine>,
    /// The steps that were prolonged.
    pub moves: Vec<PhaseChange>,
    /// Now.
    pub now: Timestamp,
    /// What is wrong.
    pub faults: Faults,
    /// Whether something was just kept.
    pub done: bool,
}

/// The page.
pub fn document(congress: &Congress, view: GoverningView) -> Document {
    let of = congress.clone();
    let page = move || page(&of, &view);
    Document::new(text::TITLE, page).within(Some(congress)).at(Section::Staff).unlisted()
}

fn page(congress: &Congress, view: &GoverningView) -> AnyView {
    let slug = &congress.slug;
    let done = view.done.then(|| view! { <p class="done" role="status">{form::SAVED}</p> });
    view! {
        <div class="narrow">
            {desk(slug, Desk::Settings)}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            {done}
            {field::summary(&view.faults)}
            {decisions(slug, view)}
            {calendar(congress, view)}
            {trace(view)}
        </div>
    }
    .into_any()
}

fn decisions(slug: &Slug, view: &GoverningView) -> AnyView {
    let (typed, faults) = (&view.typed, &view.faults);
    let choice = |code: &str, (label, hint): (&str, &str), chosen: &str| Choice {
        code: code.to_owned(),
        label: label.to_owned(),
        hint: Some(hint.to_owned()),
        chosen: code == chosen,
    };
    let readers =
        Readers::ALL.iter().map(|of| choice(of.code(), text::readers(*of), &typed.readers)).collect();
    let readers = match view.may_open {
        true => field::radios(name::READERS, text::READERS, readers, faults),
        false => {
            let said = typed.readers.parse().map_or("", |of| text::readers(of).0);
            view! { <p><strong>{text::READERS}</strong>"\u{a0}: "{said}</p><p class="note">{text::READERS_NOT_YOURS}</p> }
                .into_any()
        }
    };
    let moderation = Moderation::ALL
        .iter()
        .map(|of| choice(of.code(), text::moderation(*of), &typed.moderation))
        .collect();
    let line = |name, label, value: &str, kind| Line {
        name,
        label,
        value: value.to_owned(),
        kind,
        ..Line::default()
    };
    let grace = Line {
        hint: Some(text::GRACE_HINT.to_owned()),
        digits: true,
        ..line(name::GRACE, text::GRACE, &typed.grace, "")
    };
    view! {
        <form class="form" method="post" action=Route::Governing(slug).path() novalidate>
            {readers}
            {field::radios(name::MODERATION, text::MODERATION, moderation, faults)}
            {field::line(grace, faults)}
            <h2>{text::CONTACT}</h2>
            {field::line(line(name::NAME, text::CONTACT_NAME, &typed.name, ""), faults)}
            {field::line(line(name::TELEPHONE, text::CONTACT_TELEPHONE, &typed.telephone, "tel"), faults)}
            {field::line(line(name::EMAIL, text::CONTACT_EMAIL, &typed.email, "email"), faults)}
            <p class="actions"><button class="button primary">{form::SAVE}</button></p>
        </form>
    }
    .into_any()
}

fn calendar(congress: &Congress, view: &GoverningView) -> AnyView {
    let Some(call) = congress.step(PhaseKind::Call) else {
        return view! { <section class="ruled"><h2>{text::CALENDAR}</h2><p class="note">{text::NO_DATES}</p></section> }
            .into_any();
    };
    let coming = call.starts_at > view.now;
    let moves = view.moves.iter().map(|change| view! { <li>{text::prolonged(change)}</li> }).collect_view();
    let beside = congress.overlapping(PhaseKind::Call).map(|step| {
        view! { <p class="note">{text::overlaps(names::phase(step.kind), &date::day_and_hour(step.starts_at))}</p> }
    });
    view! {
        <section class="ruled" aria-labelledby="calendrier">
            <h2 id="calendrier">{text::CALENDAR}</h2>
            <p>{text::dates(&date::moment(call.starts_at), &date::moment(call.ends_at))}</p>
            {beside.collect_view()}
            <ul class="plain-list">{moves}</ul>
            {moving(&congress.slug, view, coming)}
        </section>
    }
    .into_any()
}

/// Before the call opens its beginning may move; from then on its end alone.
fn moving(slug: &Slug, view: &GoverningView, coming: bool) -> AnyView {
    let (typed, faults) = (&view.typed, &view.faults);
    let (how, act, words, day, hour) = match coming {
        true => (text::OPEN_HOW, name::OPEN, text::OPEN, text::OPEN_DATE, text::OPEN_TIME),
        false => (text::PROLONG_HOW, name::PROLONG, text::PROLONG, text::END_DATE, text::END_TIME),
    };
    let line = |name, label, value: &str, kind| Line {
        name,
        label,
        value: value.to_owned(),
        kind,
        ..Line::default()
    };
    let reason = (!coming).then(|| field::line(line(name::REASON, text::WHY, &typed.reason, ""), faults));
    view! {
        <form class="form" method="post" action=Route::Calendar(slug).path() novalidate>
            <p class="note">{how}</p>
            {field::line(line(name::DATE, day, &typed.date, "date"), faults)}
            {field::line(line(name::TIME, hour, &typed.time, "time"), faults)}
            {reason}
            <p class="actions"><button class="button" name=name::ACT value=act>{words}</button></p>
        </form>
    }
    .into_any()
}

fn trace(view: &GoverningView) -> AnyView {
    let lines = view.changes.iter().map(|line| {
        view! { <li>{date::moment(line.at)}", "{text::change(line)}</li> }
    });
    let nothing = view.changes.is_empty().then(|| view! { <p class="note">{text::NO_TRACE}</p> });
    view! {
        <section class="ruled" aria-labelledby="trace">
            <h2 id="trace">{text::TRACE}</h2>
            {nothing}
            <ul class="trace">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
