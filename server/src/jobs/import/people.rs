//! People of a list into a congress.

use domain::congress::Congress;
use domain::id::{MemberEventId, MemberId};
use domain::member::{Display, MailChoice, Member, MemberAct, MemberEvent, MemberNumber};
use domain::time::Timestamp;
use intake::members::MemberRow;
use std::collections::BTreeSet;
use storage::{Added, NewImport, Reading, StorageError, Work};

use crate::member::{erased_among, keys, new_member};

/// The people of a list, told apart.
#[derive(Debug, Default)]
pub struct Sorted<'a> {
    /// Those whom the congress doesn't know.
    pub new: Vec<&'a MemberRow>,
    /// How many it knows.
    pub there: u32,
    /// The lines of those who asked to be erased.
    pub erased: Vec<u64>,
}

/// Tells those whom a congress knows from those whom it doesn't: by name and territory, or by name and address, both as they
/// are now and as they were when they were added.
///
/// # Errors
/// When the database fails.
pub async fn sort<'a>(
    reading: &mut Reading,
    congress: &Congress,
    rows: &'a [MemberRow],
) -> Result<Sorted<'a>, StorageError> {
    let mut known = reading.person_keys(congress.id).await?;
    let members = reading.members(congress.id).await?;
    known.extend(members.iter().flat_map(|one| keys(&one.name, one.territory.as_ref(), one.email.as_ref())));
    let mut sorted = Sorted::default();
    for row in rows {
        let keys = keys(&row.name, row.territory.as_ref(), row.email.as_ref());
        if keys.iter().any(|key| known.contains(key)) {
            sorted.there += 1;
        } else if erased_among(reading, congress.id, &keys).await?.is_some() {
            sorted.erased.push(row.line);
        } else {
            sorted.new.push(row);
        }
    }
    Ok(sorted)
}

/// Adds those whom the congress doesn't know, each with the trace of where they come from. No letter leaves.
///
/// # Errors
/// When the database fails; then nothing may be saved.
pub async fn add(
    work: &mut Work,
    congress: &Congress,
    sorted: &Sorted<'_>,
    import: &NewImport,
    ids: &[(MemberId, MemberEventId)],
) -> Result<Added, StorageError> {
    let mut added = Added { added: 0, already_there: sorted.there };
    for (row, (id, event)) in sorted.new.iter().zip(ids) {
        let member = member(congress, row, *id, import.at);
        let event = MemberEvent {
            id: *event,
            congress: congress.id,
            member: *id,
            act: MemberAct::Imported,
            by: import.by,
            at: import.at,
            detail: Some(import.file_name.clone()),
        };
        if work.add_member(&new_member(member)).await? {
            work.note_member_event(&event).await?;
            added.added += 1;
        } else {
            added.already_there += 1;
        }
    }
    work.count_import(import.id, added.added, added.already_there).await?;
    Ok(added)
}

fn member(congress: &Congress, row: &MemberRow, id: MemberId, at: Timestamp) -> Member {
    Member {
        id,
        congress: congress.id,
        number: MemberNumber::NONE,
        name: row.name.clone(),
        mandate: row.mandate.clone(),
        college: row.college,
        territory: row.territory.clone(),
        email: row.email.clone(),
        telephone: row.telephone.clone(),
        roles: BTreeSet::new(),
        display: Display::NameAndMandate,
        contact: false,
        mail: MailChoice::All,
        created_at: at,
        invited_at: None,
        declined_at: None,
        rules_read_at: None,
    }
}
