//! Who said it, among the members.

use app::form::Faults;
use app::pages::workshops::noting::{Place, name};
use app::text::{noting as text, quote};
use domain::id::MemberId;
use domain::member::{Display, Member};
use territories::fold;

use super::desk::Desk;
use super::typed::Input;
use crate::pages::Refusal;
use crate::signature;

/// Members among whom one chooses, at most.
const MOST: usize = 8;
/// Letters of a name that somebody is looked for by, at least: a table opens to whoever holds its sheet, and the list of members
/// isn't theirs to read letter by letter.
const FEWEST: usize = 3;

/// Who was meant.
pub enum Who {
    /// Nobody is named.
    Nobody,
    /// That member.
    Member(Box<Member>),
    /// Several may be, or nobody is called so.
    Unclear(Vec<(MemberId, String)>, Faults),
}

/// Whoever was chosen, else whoever is called as typed.
pub async fn who(desk: &Desk<'_>, input: &Input) -> Result<Who, Refusal> {
    if input.chosen.as_deref() == Some(name::NOBODY)
        || (input.typed.speaker.is_empty() && input.chosen.is_none())
    {
        return Ok(Who::Nobody);
    }
    let members = desk.visit.state.storage.read().await?.members(desk.congress.id).await?;
    if let Some(id) = &input.chosen {
        let member = members.into_iter().find(|member| member.id.to_string() == *id);
        return Ok(match member {
            Some(member) => Who::Member(Box::new(member)),
            None => Who::Unclear(Vec::new(), Faults::of(name::SPEAKER, text::UNKNOWN)),
        });
    }
    let mut found = called(&members, &input.typed.speaker);
    let letters = input.typed.speaker.chars().filter(|c| c.is_alphanumeric()).count();
    Ok(match found.len() {
        _ if letters < FEWEST => Who::Unclear(Vec::new(), Faults::of(name::SPEAKER, text::TOO_FEW)),
        0 => Who::Unclear(Vec::new(), Faults::of(name::SPEAKER, text::UNKNOWN)),
        1 => Who::Member(Box::new(found.remove(0).clone())),
        n if n > MOST => Who::Unclear(Vec::new(), Faults::of(name::SPEAKER, text::TOO_MANY)),
        _ if !may_be_shown(desk) => Who::Unclear(Vec::new(), Faults::of(name::SPEAKER, text::TOO_OFTEN)),
        _ => {
            let said = |member: &Member| quote::signed(&signature::shown(member, Display::NameAndMandate));
            let choices = found.into_iter().map(|member| (member.id, said(member))).collect();
            Who::Unclear(choices, Faults::of(name::SPEAKER, text::CHOOSE))
        }
    })
}

/// Whether names may be shown: so many at a table to whoever holds its sheet; those who are signed in are known.
fn may_be_shown(desk: &Desk<'_>) -> bool {
    match (&desk.place, &desk.by) {
        (Place::Table(table), None) => desk.visit.state.limits.names(table.id, desk.visit.now()),
        _ => true,
    }
}

/// Those in whose names every word typed begins one; only those called exactly so, where somebody is.
fn called<'a>(members: &'a [Member], typed: &str) -> Vec<&'a Member> {
    let typed = fold(typed);
    let begins = |name: &str| {
        typed.split_whitespace().all(|word| name.split_whitespace().any(|of| of.starts_with(word)))
    };
    let found: Vec<(&Member, String)> = members
        .iter()
        .map(|member| (member, fold(member.name.as_str())))
        .filter(|(_, name)| !typed.trim().is_empty() && begins(name))
        .collect();
    let exact: Vec<&Member> =
        found.iter().filter(|(_, name)| *name == typed).map(|(member, _)| *member).collect();
    if exact.is_empty() { found.into_iter().map(|(member, _)| member).collect() } else { exact }
}
