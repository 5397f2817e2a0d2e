//! Inviting: whom, the letter as it will be read, and how many, before anything leaves.

use domain::congress::Congress;
use domain::member::Member;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::desk::{Desk, desk};
use crate::components::empty::empty;
use crate::components::letter;
use crate::components::outbox::outbox;
use crate::letters::Composed;
use crate::routes::{Route, member_field};
use crate::text::invitation as text;
use crate::{Document, Section};

/// The names of the fields, besides [`member_field::MEMBER`].
pub mod name {
    /// All that were never invited, rather than those named.
    pub const ALL: &str = "tous";
    /// What tells one confirmation from another: a second click sends nothing.
    pub const KEY: &str = "cle";
}

/// Names said of those without an address.
const NAMED: usize = 8;

/// What is about to be sent.
#[derive(Clone, Debug)]
pub struct Invitations {
    /// Whom letters go to.
    pub to: Vec<Member>,
    /// Who has no address.
    pub unreachable: Vec<Member>,
    /// How many declined.
    pub declined: u32,
    /// The first letter.
    pub preview: Option<Composed>,
    /// Whether all that were never invited are meant.
    pub all: bool,
    /// What tells one confirmation from another.
    pub key: String,
    /// How many were just sent.
    pub sent: Option<u32>,
}

/// The page.
pub fn document(congress: &Congress, invitations: Invitations) -> Document {
    let (of, slug) = (congress.clone(), congress.slug.clone());
    let view = move || {
        let sent = invitations.sent.map(|count| {
            view! { <p class="done" role="status">{text::sent(count)}</p>{outbox(&of)} }
        });
        let content = if invitations.to.is_empty() {
            empty(text::NONE, text::NONE_HOW, None)
        } else {
            confirm(&slug, &invitations)
        };
        view! {
            <div class="narrow">
                {desk(&slug, Desk::Invitations)}
                <h1>{text::TITLE}</h1>
                <p class="lead">{text::LEAD}</p>
                {sent}
                {content}
                {apart(&invitations)}
            </div>
        }
        .into_any()
    };
    Document::new(text::TITLE, view).within(Some(congress)).at(Section::Staff).unlisted()
}

fn confirm(slug: &Slug, invitations: &Invitations) -> AnyView {
    let letters = u32::try_from(invitations.to.len()).unwrap_or(u32::MAX);
    let people = if invitations.all {
        view! { <input type="hidden" name=name::ALL value="oui"/> }.into_any()
    } else {
        let fields = invitations.to.iter().map(|member| {
            view! { <input type="hidden" name=member_field::MEMBER value=member.id.to_string()/> }
        });
        fields.collect_view().into_any()
    };
    let names: Vec<&str> = invitations.to.iter().map(|member| member.name.as_str()).collect();
    let preview = invitations.preview.as_ref().map(letter::preview);
    view! {
        <form class="form" method="post" action=Route::Invitations(slug).path()>
            <input type="hidden" name=name::KEY value=invitations.key.clone()/>
            {people}
            <p>{text::leave(letters)}</p>
            <p class="actions"><button class="button primary">{text::send(letters)}</button></p>
        </form>
        <details class="who"><summary>{text::WHO}</summary><p class="note">{names.join(", ")}</p></details>
        {preview}
    }
    .into_any()
}

fn apart(invitations: &Invitations) -> AnyView {
    let names: Vec<String> =
        invitations.unreachable.iter().take(NAMED).map(|member| member.name.as_str().to_owned()).collect();
    let more = u32::try_from(invitations.unreachable.len().saturating_sub(NAMED)).unwrap_or(u32::MAX);
    let unreachable =
        (!names.is_empty()).then(|| view! { <p class="note">{text::without_address(&names, more)}</p> });
    let declined = (invitations.declined > 0)
        .then(|| view! { <p class="note">{text::declined(invitations.declined)}</p> });
    view! { {unreachable}{declined} }.into_any()
}
