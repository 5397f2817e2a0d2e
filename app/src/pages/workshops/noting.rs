//! Where one notes what others say, or types what they wrote on paper: type, Enter, next.

use domain::congress::Congress;
use domain::contribution::{ContributionNumber, Kind};
use domain::id::MemberId;
use domain::reading::NoteLine;
use domain::time::Timestamp;
use domain::words::Slug;
use domain::workshop::Table;
use leptos::prelude::*;

use super::line::line;
use crate::components::desk::{Desk, desk};
use crate::components::field::{self, Choice, Line, id_of};
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{noting as text, workshop};
use crate::{Document, Section};

/// The names of the form's fields.
pub mod name {
    /// The words.
    pub const WORDS: &str = "texte";
    /// The kind's code; empty for none.
    pub const KIND: &str = "type";
    /// Who speaks, as typed.
    pub const SPEAKER: &str = "qui";
    /// The same, chosen among several: an id, or « personne ».
    pub const CHOSEN: &str = "membre";
    /// Nobody of those.
    pub const NOBODY: &str = "personne";
    /// What stands on the paper form.
    pub const PAPER: &str = "papier";
    /// What makes a line the same when it is sent twice.
    pub const KEY: &str = "cle";
    /// The line that is corrected or removed, by its contribution's number.
    pub const NUMBER: &str = "numero";
    /// The version that is corrected.
    pub const VERSION: &str = "version";
    /// What is done to it.
    pub const GESTURE: &str = "geste";
    /// Corrects it.
    pub const CORRECT: &str = "corriger";
    /// Removes it.
    pub const REMOVE: &str = "retirer";
    /// In the address, once a line was noted.
    pub const NOTED: &str = "note";
    /// In the address, once one was corrected.
    pub const CORRECTED: &str = "corrigee";
    /// In the address, once one was removed.
    pub const REMOVED: &str = "retiree";
}

/// Where one notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a table.
    Table(Box<Table>),
    /// Beside a pile of paper.
    Paper,
}

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The words.
    pub words: String,
    /// The kind given.
    pub kind: Option<Kind>,
    /// Who speaks, as typed.
    pub speaker: String,
    /// What stands on the paper form.
    pub paper: String,
    /// The line that is corrected, and its version.
    pub correcting: Option<(ContributionNumber, u32)>,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct NotingView {
    /// Where.
    pub place: Place,
    /// What stands in the fields.
    pub typed: Typed,
    /// What makes the next line the same when it is sent twice.
    pub key: String,
    /// Members among whom one chooses who speaks.
    pub choices: Vec<(MemberId, String)>,
    /// What is wrong.
    pub faults: Faults,
    /// What was noted here, the last first.
    pub notes: Vec<NoteLine>,
    /// What was done.
    pub done: Option<String>,
    /// The present moment.
    pub now: Timestamp,
}

impl Place {
    /// Where its forms are posted.
    pub fn path(&self, slug: &Slug) -> String {
        match self {
            Self::Table(table) => Route::Table(slug, table.id).path(),
            Self::Paper => Route::Paper(slug).path(),
        }
    }

    fn title(&self) -> String {
        match self {
            Self::Table(table) => workshop::signed(table.number, table.workshop.name.as_str()),
            Self::Paper => text::PAPER_TITLE.to_owned(),
        }
    }
}

/// The page.
pub fn document(congress: &Congress, view: NotingView) -> Document {
    let slug = congress.slug.clone();
    let title = view.place.title();
    let page = move || page(&slug, &view);
    Document::new(title, page).within(Some(congress)).at(Section::Staff).unlisted().with_form_of_noting()
}

fn page(slug: &Slug, view: &NotingView) -> AnyView {
    let done = view.done.clone().map(|done| view! { <p class="done" role="status">{done}</p> });
    let (over, lead) = match &view.place {
        Place::Table(table) => {
            let signed = workshop::signed(table.number, table.workshop.name.as_str());
            (None, view! { <p class="note consent">{workshop::consent(&signed)}</p> }.into_any())
        }
        Place::Paper => (
            Some(desk(slug, Desk::Paper)),
            view! {
                <p class="lead">{text::PAPER_LEAD}</p>
                <p><a href=Route::PaperForm(slug).path()>{text::PAPER_PRINT}</a></p>
            }
            .into_any(),
        ),
    };
    view! {
        <div class="narrow noting">
            {over}
            <h1>{view.place.title()}</h1>
            {lead}
            {done}
            {field::summary(&view.faults)}
            {form(slug, view)}
            {noted(slug, view)}
        </div>
    }
    .into_any()
}

fn form(slug: &Slug, view: &NotingView) -> AnyView {
    let typed = &view.typed;
    let correcting = typed.correcting.map(|(number, version)| {
        view! {
            <input type="hidden" name=name::NUMBER value=number.to_string()/>
            <input type="hidden" name=name::VERSION value=version.to_string()/>
        }
    });
    let people = typed.correcting.is_none().then(|| people(view));
    let button = if typed.correcting.is_some() {
        view! {
            <button class="button primary" name=name::GESTURE value=name::CORRECT>{text::CORRECT}</button>
            <a class="button" href=view.place.path(slug)>{text::CANCEL}</a>
        }
        .into_any()
    } else {
        view! { <button class="button primary">{text::NOTE}</button> }.into_any()
    };
    view! {
        <form class="form" id="noter" data-unsent=text::UNSENT method="post" action=view.place.path(slug) novalidate>
            <input type="hidden" name=name::KEY value=view.key.clone()/>
            {correcting}
            {words(view)}
            {kind(view)}
            {people}
            <p class="actions">{button}</p>
        </form>
    }
    .into_any()
}

fn words(view: &NotingView) -> AnyView {
    let id = id_of(name::WORDS);
    let fault = view.faults.at(name::WORDS);
    let described = format!("{id}-aide{}", fault.map(|_| format!(" {id}-erreur")).unwrap_or_default());
    let invalid = fault.map(|_| "true");
    let (label, hint) = match view.place {
        Place::Table(_) => (text::LINE, text::LINE_HINT),
        Place::Paper => (text::PAPER_WORDS, text::PAPER_WORDS_HINT),
    };
    let value = view.typed.words.clone();
    // One line: Enter posts it, with or without a script.
    let input = match view.place {
        Place::Table(_) => view! {
            <input id=id.clone() class="noting-line" name=name::WORDS type="text" value=value autofocus=true autocomplete="off"
                enterkeyhint="send" lang="" dir="auto" aria-invalid=invalid aria-describedby=described/>
        }
        .into_any(),
        Place::Paper => view! {
            <textarea id=id.clone() name=name::WORDS rows="7" autofocus=true autocomplete="off" lang="" dir="auto"
                aria-invalid=invalid aria-describedby=described>{format!("\n{value}")}</textarea>
        }
        .into_any(),
    };
    view! {
        <div class="field" class:faulty=fault.is_some()>
            <label for=id.clone()>{label}</label>
            <p class="field-hint" id=format!("{id}-aide")>{hint}</p>
            {fault.map(|fault| view! { <p class="fault" id=format!("{id}-erreur")>{fault.to_owned()}</p> })}
            {input}
        </div>
    }
    .into_any()
}

fn kind(view: &NotingView) -> AnyView {
    let chosen = view.typed.kind.map_or("", Kind::code);
    let kinds = Kind::ALL.iter().map(|kind| Choice::of(kind.code(), text::kind(*kind), chosen));
    let choices = std::iter::once(Choice::of("", text::NO_KIND, chosen)).chain(kinds).collect();
    // Shown by the script that reads the keys.
    let keys = (!matches!(view.place, Place::Paper))
        .then(|| view! { <p class="field-hint" id="touches" hidden=true>{text::KIND_HINT}</p> });
    view! { {field::select(name::KIND, text::KIND, choices, &view.faults)}{keys} }.into_any()
}

/// Who said it or wrote it, and what stands on the paper.
fn people(view: &NotingView) -> AnyView {
    let (label, hint) = match view.place {
        Place::Table(_) => (text::SPEAKER, text::SPEAKER_HINT),
        Place::Paper => (text::AUTHOR, text::AUTHOR_HINT),
    };
    let who = Line {
        name: name::SPEAKER,
        label,
        hint: Some(hint.to_owned()),
        value: view.typed.speaker.clone(),
        autocomplete: "off",
        ..Line::default()
    };
    let choices = (!view.choices.is_empty()).then(|| {
        // None is chosen for whoever notes.
        let people = view.choices.iter().map(|(id, said)| Choice::of(&id.to_string(), said.clone(), ""));
        let nobody = Choice::of(name::NOBODY, text::NOBODY, "");
        field::radios(name::CHOSEN, text::WHICH, people.chain([nobody]).collect(), &Faults::default())
    });
    let paper = (view.place == Place::Paper).then(|| {
        let paper = Line {
            name: name::PAPER,
            label: text::PAPER,
            hint: Some(text::PAPER_HINT.to_owned()),
            value: view.typed.paper.clone(),
            autocomplete: "off",
            ..Line::default()
        };
        field::line(paper, &view.faults)
    });
    view! { {field::line(who, &view.faults)}{choices}{paper} }.into_any()
}

fn noted(slug: &Slug, view: &NotingView) -> AnyView {
    let lines = view.notes.iter().map(|note| line(slug, &view.place, note, view.now)).collect_view();
    let how = if view.notes.is_empty() { text::NOTHING } else { text::HOW_LONG };
    view! {
        <section class="ruled" id="notes" aria-labelledby="deja">
            <h2 id="deja">{text::NOTED}</h2>
            <p class="note">{how}</p>
            <ol class="noted">{lines}</ol>
        </section>
    }
    .into_any()
}
