//! The page where one writes, or changes what one wrote.

use domain::congress::Congress;
use domain::contribution::{Call, Contribution, Draft, Target};
use domain::flags::FlagKind;
use domain::id::MemberId;
use domain::member::{Display, Signature};
use domain::settings::{Moderation, Readers};
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use super::close::{CloseOne, beside_draft, figure};
use super::fields;
use super::warning::warning;
use crate::components::field;
use crate::form::Faults;
use crate::routes::Route;
use crate::text::{call as dates, date, unsent, writing as text};
use crate::{Document, Section};

/// The names of the form's fields.
pub mod name {
    /// The words.
    pub const WORDS: &str = "texte";
    /// The kind's code; empty for none.
    pub const KIND: &str = "type";
    /// An enjeu, by its rank; as many as one likes.
    pub const AREA: &str = "enjeu";
    /// The code of the level of display.
    pub const DISPLAY: &str = "affichage";
    /// What makes the same text the same when it is sent twice.
    pub const KEY: &str = "cle";
    /// When the page was opened, in microseconds: a text begun before closing is taken for a while after it.
    pub const BEGUN: &str = "commence";
    /// The version that is changed.
    pub const VERSION: &str = "version";
    /// What it is to become, as [`domain::contribution::Target`] writes it.
    pub const TARGET: &str = "cible";
    /// What to do with a draft: « jeter » throws it away.
    pub const GESTURE: &str = "geste";
    /// The author was told what was found, and sends the text as it is: « oui ».
    pub const WARNED: &str = "averti";
    /// Throws a draft away.
    pub const THROW: &str = "jeter";
    /// A contribution to support while the draft is kept, by number.
    pub const SUPPORT: &str = "soutenir";
    /// One whose support is taken back.
    pub const UNSUPPORT: &str = "reprendre";
    /// One to support and to complete by the draft.
    pub const COMPLETE: &str = "completer";
    /// Whoever the page was made for, by id: another who came in since doesn't sign what it sends.
    pub const AUTHOR: &str = "auteur";
}

/// The id of the form: buttons beside it post it too.
pub(crate) const FORM: &str = "ecrire";

/// The id of the place of what is close.
const NEAR: &str = "voisines";

/// The form as it is to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct WriteView {
    /// What the text is to become.
    pub target: Target,
    /// Whose text it is.
    pub author: MemberId,
    /// Whether this is the form that devices keep for when there is no network: nobody has filled it in, and its script
    /// draws its key and says when it was opened.
    pub blank: bool,
    /// What stands in the fields.
    pub typed: Draft,
    /// What makes this text the same when it is sent twice.
    pub key: String,
    /// When this page was first opened.
    pub begun: Timestamp,
    /// The version that is changed; 0 for a new text.
    pub version: u32,
    /// What is wrong.
    pub faults: Faults,
    /// What was found in the words that is better not published, each with its words.
    pub found: Vec<(FlagKind, String)>,
    /// Whether the text would have been sent but for that.
    pub warned: bool,
    /// The congress' enjeux, in its order.
    pub areas: Vec<String>,
    /// What others see at each level of display.
    pub shown: Vec<(Display, Signature)>,
    /// Where the call stands.
    pub call: Call,
    /// The present moment.
    pub now: Timestamp,
    /// Who reads.
    pub readers: Readers,
    /// When.
    pub moderation: Moderation,
    /// When a draft was kept, where one was.
    pub kept_at: Option<Timestamp>,
    /// For whom staff writes: their id and name.
    pub on_behalf: Option<(MemberId, String)>,
    /// What it completes.
    pub completes: Option<Contribution>,
    /// Up to three contributions that say something close to a draft that was kept.
    pub close: Vec<CloseOne>,
}

/// The page.
pub fn document(congress: &Congress, view: WriteView) -> Document {
    let of = congress.clone();
    let title = text::title(view.target);
    let page = move || page(&of, &view);
    Document::new(title, page).within(Some(congress)).at(Section::Mine).with_form_of_writing().unlisted()
}

fn page(congress: &Congress, view: &WriteView) -> AnyView {
    let slug = &congress.slug;
    let action = match view.target {
        Target::New | Target::Complement(_) => Route::Write(slug).path(),
        Target::Change(number) => Route::Change(slug, number).path(),
    };
    let time = match view.call {
        // What a device keeps would count from the day when it was kept.
        Call::Open { .. } if view.blank => None,
        Call::Open { closes } => Some(dates::countdown(view.now, closes)),
        Call::Grace { until, .. } => Some(dates::hurry(until)),
        _ => None,
    };
    let kept =
        view.kept_at.map(|at| view! { <p class="note" role="status">{text::kept_at(&date::moment(at))}</p> });
    let on_behalf = view.on_behalf.as_ref().map(|(_, name)| {
        view! { <p class="told">{text::on_behalf(name)}</p> }
    });
    let change =
        matches!(view.target, Target::Change(_)).then(|| view! { <p class="note">{text::CHANGE_NOTE}</p> });
    let answered = view.warned || !view.faults.is_empty();
    let offline = !view.blank && view.on_behalf.is_none() && !matches!(view.target, Target::Change(_));
    view! {
        <div class="narrow writing">
            <h1>{text::title(view.target)}</h1>
            <p class="lead">{text::lead(view.target)}</p>
            {time.map(|time| view! { <p class="note">{time}</p> })}
            {change}
            {on_behalf}
            {kept}
            {completes(slug, view)}
            {field::summary(&view.faults)}
            {warning(view)}
            <form class="form" id=FORM method="post" action=action novalidate data-near=near(slug, view)
                data-kept=view.kept_at.map(Timestamp::micros) data-answered=(answered && !view.blank).then_some("")
                data-blank=view.blank.then_some("") data-found=unsent::FOUND data-throw=unsent::THROW
                data-offline=unsent::NO_NETWORK data-worker=offline.then(|| Route::Worker.path())
                data-scope=offline.then(|| Route::Write(slug).path())>
                {fields::hidden(view)}
                {fields::large()}
                {fields::words(view)}
                {fields::kind(view)}
                {fields::areas(view)}
                {fields::display(view)}
                <p class="note">{text::readers(view.readers, view.moderation)}</p>
                {fields::buttons(slug, view)}
            </form>
            <div id=NEAR>{beside_draft(slug, &view.close)}</div>
        </div>
    }
    .into_any()
}

/// Where the script asks what is close as one types; what completes or changes a text isn't compared.
fn near(slug: &Slug, view: &WriteView) -> Option<String> {
    (view.target == Target::New && view.on_behalf.is_none()).then(|| Route::Near(slug).path())
}

fn completes(slug: &Slug, view: &WriteView) -> AnyView {
    let quoted = view.completes.as_ref().map(|of| {
        view! { <section class="completed"><h2>{text::completes(of.number)}</h2>{figure(slug, of)}</section> }
    });
    quoted.into_any()
}
