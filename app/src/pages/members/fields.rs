//! What is said of a person in a form.

use domain::member::{College, Member, Role};
use leptos::prelude::*;
use std::collections::BTreeSet;

use crate::components::field::{self, Choice, Line};
use crate::form::Faults;
use crate::text::members::one as text;
use crate::text::{names, quote};

/// The names of the fields.
pub mod name {
    /// First and family name.
    pub const NAME: &str = "nom";
    /// What they are.
    pub const MANDATE: &str = "mandat";
    /// Who they speak as.
    pub const COLLEGE: &str = "college";
    /// Where letters go.
    pub const EMAIL: &str = "courriel";
    /// Where a code can be dictated.
    pub const TELEPHONE: &str = "telephone";
    /// What they may do besides; may come many times.
    pub const ROLE: &str = "role";
    /// That somebody who was erased asks to be a member again.
    pub const RETURNS: &str = "revient";
    /// A territory: « commune:29233 », or [`NONE`].
    pub const TERRITORY: &str = "territoire";
    /// What a territory is looked for by.
    pub const LOOK: &str = "chercher";
    /// No territory, nobody.
    pub const NONE: &str = "aucun";
    /// Who speaks for a territory.
    pub const SPEAKS: &str = "membre";
}

/// A person as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// First and family name.
    pub name: String,
    /// What they are.
    pub mandate: String,
    /// The code of who they speak as.
    pub college: String,
    /// Where letters go.
    pub email: String,
    /// Where a code can be dictated.
    pub telephone: String,
    /// What they may do besides.
    pub roles: BTreeSet<Role>,
    /// Whether they were erased, and ask to be a member again.
    pub returns: bool,
}

impl From<&Member> for Who {
    fn from(member: &Member) -> Self {
        let said = |line: Option<&str>| line.unwrap_or_default().to_owned();
        Self {
            name: member.name.as_str().to_owned(),
            mandate: said(member.mandate.as_ref().map(domain::line::Line::as_str)),
            college: member.college.code().to_owned(),
            email: said(member.email.as_ref().map(domain::email::Email::as_str)),
            telephone: said(member.telephone.as_ref().map(domain::line::Line::as_str)),
            roles: member.roles.clone(),
            returns: false,
        }
    }
}

/// The fields. `asks` is whoever fills them in: what they can't give can't be ticked.
pub(super) fn fields(who: &Who, asks: &Member, faults: &Faults) -> AnyView {
    let colleges =
        College::ALL.iter().map(|college| Choice::of(college.code(), names::college(*college), &who.college));
    let line = |name, label, value: &str| Line {
        name,
        label,
        value: value.to_owned(),
        autocomplete: "off",
        ..Line::default()
    };
    let mandate =
        Line { hint: Some(text::MANDATE_HINT.into()), ..line(name::MANDATE, text::MANDATE, &who.mandate) };
    let email = Line {
        hint: Some(text::EMAIL_HINT.into()),
        kind: "email",
        ..line(name::EMAIL, text::EMAIL, &who.email)
    };
    let telephone = Line { kind: "tel", ..line(name::TELEPHONE, text::TELEPHONE, &who.telephone) };
    view! {
        {field::line(line(name::NAME, text::NAME, &who.name), faults)}
        {field::line(mandate, faults)}
        {field::select(name::COLLEGE, text::COLLEGE, colleges.collect(), faults)}
        {field::line(email, faults)}
        {field::line(telephone, faults)}
        {roles(who, asks, faults)}
    }
    .into_any()
}

fn roles(who: &Who, asks: &Member, faults: &Faults) -> AnyView {
    let fault = faults.at(name::ROLE).map(|fault| view! { <p class="fault">{fault.to_owned()}</p> });
    let ticks = Role::ALL.iter().map(|role| {
        let on = who.roles.contains(role);
        let label = quote::capital(names::role(*role));
        if asks.may_give(*role) {
            field::tick(name::ROLE, role.code().to_owned(), label, None, on)
        } else if on {
            view! { <p class="option"><span></span><span>{label}<span class="field-hint">{text::ROLE_NOT_YOURS}</span></span></p> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <fieldset class="field options" id=field::id_of(name::ROLE)>
            <legend>{text::ROLES}</legend>
            <p class="field-hint">{text::ROLES_HINT}</p>
            {ticks.collect_view()}
            {fault}
        </fieldset>
    }
    .into_any()
}
