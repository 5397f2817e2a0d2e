//! Entrusting somebody with one's voice, and accepting to hold one.

use domain::id::ProxyId;
use leptos::prelude::*;

use crate::components::field::{self, Line};
use crate::form::Faults;
use crate::text::proxy as text;

/// The names of the fields.
pub mod name {
    /// What is done.
    pub const GESTURE: &str = "geste";
    /// A proxy is given.
    pub const GIVE: &str = "donner";
    /// It is taken back.
    pub const WITHDRAW: &str = "retirer";
    /// Its holder accepts it.
    pub const ACCEPT: &str = "accepter";
    /// Its holder doesn't want it.
    pub const REFUSE: &str = "refuser";
    /// Who is to hold it: a name, or a member's number.
    pub const HOLDER: &str = "mandataire";
    /// Which.
    pub const PROXY: &str = "pouvoir";
}

/// A proxy that somebody gave or was offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProxyLine {
    /// Which.
    pub id: ProxyId,
    /// The other person's name.
    pub name: String,
    /// Whether its holder accepted it.
    pub is_accepted: bool,
}

/// What concerns whoever looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    /// Whether they may give theirs: they have a voice, aren't there, and the sitting takes proxies.
    pub may_give: bool,
    /// The one that they gave.
    pub given: Option<ProxyLine>,
    /// Those that they hold or are offered.
    pub held: Vec<ProxyLine>,
    /// A holder as it was typed, and what is wrong with it.
    pub holder: (String, Faults),
}

/// Their part of a page that posts to `to`.
pub(super) fn proxies(to: &str, of: &Proxies) -> AnyView {
    // What was typed in a form that has gone since comes back with what is wrong, too.
    let gives = (of.may_give && of.given.is_none()) || !of.holder.1.is_empty();
    if !gives && of.given.is_none() && of.held.is_empty() {
        return ().into_any();
    }
    let given = of.given.as_ref().map(|line| given(to, line));
    let give = gives.then(|| give(to, of));
    let held = of.held.iter().map(|line| held(to, line)).collect_view();
    view! {
        <section class="ruled" aria-labelledby="pouvoirs"><h2 id="pouvoirs">{text::TITLE}</h2>{given}{give}<ul class="asking">{held}</ul></section>
    }
    .into_any()
}

fn button(value: &'static str, label: &'static str, primary: bool) -> AnyView {
    view! { <button class="button" class:primary=primary name=name::GESTURE value=value>{label}</button> }
        .into_any()
}

fn given(to: &str, line: &ProxyLine) -> AnyView {
    view! {
        <p>{text::given(&line.name, line.is_accepted)}</p>
        <form class="actions" method="post" action=to.to_owned()>
            <input type="hidden" name=name::PROXY value=line.id.to_string()/>{button(name::WITHDRAW, text::WITHDRAW, false)}
        </form>
    }
    .into_any()
}

fn give(to: &str, of: &Proxies) -> AnyView {
    let (typed, faults) = &of.holder;
    let holder = Line {
        name: name::HOLDER,
        label: text::HOLDER,
        hint: Some(text::HOLDER_HINT.to_owned()),
        value: typed.clone(),
        autocomplete: "off",
        ..Line::default()
    };
    view! {
        <p>{text::LEAD}</p>
        <form class="form" method="post" action=to.to_owned() novalidate>
            {field::summary(faults)}
            {field::line(holder, faults)}
            <p class="actions">{button(name::GIVE, text::GIVE, true)}</p>
        </form>
    }
    .into_any()
}

fn held(to: &str, line: &ProxyLine) -> AnyView {
    let accept = (!line.is_accepted).then(|| button(name::ACCEPT, text::ACCEPT, true));
    let refuse = if line.is_accepted { text::GIVE_BACK } else { text::REFUSE };
    view! {
        <li>
            <span>{text::held(&line.name, line.is_accepted)}</span>
            <form class="actions" method="post" action=to.to_owned()>
                <input type="hidden" name=name::PROXY value=line.id.to_string()/>
                {accept}{button(name::REFUSE, refuse, false)}
            </form>
        </li>
    }
    .into_any()
}
