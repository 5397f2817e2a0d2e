//! The people of the demonstration as members, and their way in.

use domain::congress::Congress;
use domain::id::{CongressId, Entropy, MemberId};
use domain::line::LineError;
use domain::member::{College, Member, Role};
use domain::territory::Territory;
use domain::time::Timestamp;
use serde::Deserialize;
use std::collections::BTreeMap;
use storage::{NewMember, Storage, StorageError};

use super::texts::Person;
use crate::access::{Secret, new_link};
use crate::jobs::mail::Teller;
use crate::member::new_member;

const OFFICE: &str = include_str!("../../demo/office.toml");
/// Who stands for every member among the links that the demonstration prints: a mayor who wrote several times.
pub const MEMBER: &str = "soazig-tanguy";

/// A fictional person of the team.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Officer {
    /// What links call them by.
    pub key: String,
    name: String,
    mandate: String,
    college: College,
    role: Role,
}

#[derive(Deserialize)]
struct Office {
    officer: Vec<Officer>,
}

/// The team.
///
/// # Errors
/// When the file isn't what it should be; a test reads it.
pub fn office() -> Result<Vec<Officer>, toml::de::Error> {
    Ok(toml::from_str::<Office>(OFFICE)?.officer)
}

/// Members to be added, by key: those who wrote, then the team.
///
/// # Errors
/// When a name can't be one: the files are checked by tests.
pub fn members(
    congress: CongressId,
    people: &BTreeMap<String, Person>,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<BTreeMap<String, NewMember>, MembersError> {
    let mut members = BTreeMap::new();
    let mut add = |key: &str, name: &str, mandate: &str, rest: (College, Option<Territory>, Option<Role>)| {
        let (college, territory, role) = rest;
        let id = MemberId::new(now, entropy);
        let new = new_member(Member {
            mandate: Some(mandate.parse()?),
            college,
            territory,
            email: format!("{key}@communes.example").parse().ok(),
            roles: role.into_iter().collect(),
            invited_at: Some(now),
            ..Member::added((id, congress), name.parse()?, now)
        });
        members.insert(key.to_owned(), new);
        Ok::<_, LineError>(())
    };
    for person in people.values() {
        let territory = territories::by_code(person.level, &person.territory);
        add(&person.key, &person.name, &person.mandate, (person.college, territory, None))?;
    }
    for officer in office()? {
        add(&officer.key, &officer.name, &officer.mandate, (officer.college, None, Some(officer.role)))?;
    }
    Ok(members)
}

/// Makes the team members of a congress that has nobody else: a file of texts that somebody tries the software with.
///
/// # Errors
/// When the database fails, or a name can't be one.
pub async fn add_office(
    storage: &Storage,
    congress: CongressId,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<(), MembersError> {
    let team = members(congress, &BTreeMap::new(), now, entropy)?;
    let mut work = storage.write().await?;
    for new in team.values() {
        work.add_member(new).await?;
    }
    Ok(work.save().await?)
}

/// The people of the demonstration can't be members.
#[derive(Debug, thiserror::Error)]
pub enum MembersError {
    /// A name or a mandate isn't one line.
    #[error(transparent)]
    Line(#[from] LineError),
    /// The file of the team isn't what it should be.
    #[error(transparent)]
    Office(#[from] toml::de::Error),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A way in that the demonstration prints.
#[derive(Clone, Debug)]
pub struct Door {
    /// The role; None for a member without one.
    pub role: Option<Role>,
    /// Whom it lets in.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// The secret of their link.
    pub token: String,
}

/// One way in a role: for a member who wrote, then for each of the team.
///
/// # Errors
/// When the database fails.
pub async fn doors(
    storage: &Storage,
    congress: CongressId,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<Vec<Door>, StorageError> {
    let everybody = storage.read().await?.members(congress).await?;
    let stands = |member: &&Member| !member.roles.is_empty() || is_example(member);
    let mut work = storage.write().await?;
    let mut doors = Vec::new();
    for member in everybody.iter().filter(stands) {
        let secret = Secret::draw(entropy);
        new_link(&mut work, member.id, &secret, now).await?;
        let role = member.roles.first().copied();
        doors.push(Door {
            role,
            member: member.id,
            name: member.name.to_string(),
            token: secret.text().to_owned(),
        });
    }
    work.save().await?;
    doors.sort_by_key(|door| door.role);
    Ok(doors)
}

/// What the member among the links would be told of the whole call: the outbox shows a digest from the first day.
///
/// # Errors
/// When the database fails.
pub async fn digest(
    storage: &Storage,
    teller: &Teller,
    congress: &Congress,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<(), StorageError> {
    let members = storage.read().await?.members(congress.id).await?;
    let begun = congress.phases.first().map_or(now, |phase| phase.starts_at);
    if let Some(member) = members.iter().find(|member| is_example(member)) {
        teller.digest(member, begun..now.plus_seconds(1), (now, entropy)).await?;
    }
    Ok(())
}

fn is_example(member: &Member) -> bool {
    member.email.as_ref().and_then(|email| email.as_str().split('@').next()) == Some(MEMBER)
}
