//! A person as typed in a form, parsed.

use app::form::Faults;
use app::pages::members::{Who, name};
use app::text::form;
use app::text::members::one as text;
use domain::email::Email;
use domain::line::{Line, LineError};
use domain::member::{College, Member, Role};
use std::collections::BTreeSet;

use crate::forms::fields::value;

pub use crate::forms::fields::Fields;

/// What was typed, to be shown again.
pub fn who(fields: &Fields) -> Who {
    let said = |of: &str| value(fields, of).map(str::to_owned).unwrap_or_default();
    let roles = fields.iter().filter(|(of, _)| of == name::ROLE);
    Who {
        name: said(name::NAME),
        mandate: said(name::MANDATE),
        college: said(name::COLLEGE),
        email: said(name::EMAIL),
        telephone: said(name::TELEPHONE),
        roles: roles.filter_map(|(_, code)| code.parse().ok()).collect(),
        returns: fields.iter().any(|(of, _)| of == name::RETURNS),
    }
}

/// A person's fields, each lawful.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// First and family name.
    pub name: Line,
    /// What they are.
    pub mandate: Option<Line>,
    /// Who they speak as.
    pub college: College,
    /// Where letters go.
    pub email: Option<Email>,
    /// Where a code can be dictated.
    pub telephone: Option<Line>,
    /// What they may do besides.
    pub roles: BTreeSet<Role>,
}

impl Parsed {
    /// What was typed, if all of it is lawful. Roles that `asks` may not give stay as `had` them, whatever was posted.
    ///
    /// # Errors
    /// What is wrong, beside each field.
    pub fn read(who: &Who, asks: &Member, had: &BTreeSet<Role>) -> Result<Self, Faults> {
        let mut faults = Faults::default();
        let named = faults.take(name::NAME, line(&who.name));
        let mandate = faults.take(name::MANDATE, optional(&who.mandate));
        let college = faults.take(name::COLLEGE, who.college.parse().map_err(|_| form::CHOICE.to_owned()));
        let email = match who.email.trim() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|_| form::EMAIL.to_owned()),
        };
        let email = faults.take(name::EMAIL, email);
        let telephone = faults.take(name::TELEPHONE, optional(&who.telephone));
        let given = who.roles.iter().filter(|role| asks.may_give(**role));
        let kept = had.iter().filter(|role| !asks.may_give(**role));
        let roles: BTreeSet<Role> = given.chain(kept).copied().collect();
        match (named, mandate, college, email, telephone) {
            (Some(name), Some(mandate), Some(college), Some(email), Some(telephone)) => {
                Ok(Self { name, mandate, college, email, telephone, roles })
            }
            _ => Err(faults),
        }
    }
}

/// The fault of taking the last administrator's role.
pub fn last_administrator() -> Faults {
    Faults::of(name::ROLE, text::LAST_ADMINISTRATOR)
}

/// A line that may be left empty.
pub fn optional(typed: &str) -> Result<Option<Line>, String> {
    if typed.trim().is_empty() { Ok(None) } else { line(typed).map(Some) }
}

/// A line that must be filled in.
pub fn line(typed: &str) -> Result<Line, String> {
    typed.parse::<Line>().map_err(|error| match error {
        LineError::Empty => form::EMPTY.to_owned(),
        LineError::TooLong(chars) => form::too_long(chars, Line::MAX_CHARS),
        LineError::Control => form::CONTROL.to_owned(),
    })
}
