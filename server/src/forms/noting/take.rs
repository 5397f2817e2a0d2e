//! A line is noted.

use analysis::read::index_terms;
use app::form::Faults;
use app::pages::workshops::noting::{Place, name};
use app::routes::Route;
use app::text::{noting as text, workshop};
use domain::contribution::{Channel, State};
use domain::id::ContributionId;
use domain::member::{Display, Member, MemberAct, Signature};
use domain::workshop::Noted;
use sha2::{Digest, Sha256};
use storage::{NewContribution, NewNote, NewText};

use super::Acted;
use super::desk::{Desk, Filled};
use super::typed::Input;
use super::who::{Who, who};
use crate::access::Key;
use crate::forms::staff::note;
use crate::forms::write::acknowledge;
use crate::jobs::import::hex;
use crate::pages::Refusal;
use crate::signature;

/// Notes a line once, however often it is sent.
pub async fn take(desk: &Desk<'_>, input: &Input) -> Result<Acted, Refusal> {
    let visit = desk.visit;
    let mut faults = Faults::default();
    let noted: Option<Noted> = faults.take(name::WORDS, input.typed.words.parse().map_err(text::words));
    let again = |key: Option<String>, choices, faults| {
        Err(Box::new(Filled { typed: input.typed.clone(), key, choices, faults, done: None }))
    };
    let named = match who(desk, input).await? {
        Who::Nobody => None,
        Who::Member(member) => Some(*member),
        Who::Unclear(choices, unclear) => {
            for (field, sentence) in unclear.iter() {
                faults.add(field, sentence);
            }
            return Ok(again(input.key.clone(), choices, faults));
        }
    };
    let Some(noted) = noted else { return Ok(again(input.key.clone(), Vec::new(), faults)) };
    let key = input.key.clone().unwrap_or_else(|| visit.state.draw(Key::draw).text());
    let mut work = visit.state.storage.write().await?;
    let done = work.take_note(desk.congress.id, new_note(desk, input, &noted, named.as_ref(), &key)).await?;
    if done.already_there {
        let first = work.own(desk.congress.id, done.number).await?;
        if first.is_some_and(|own| own.contribution.version == 1 && own.written != *noted.body()) {
            let faults = Faults::of(name::WORDS, text::already_sent(done.number));
            return Ok(again(None, Vec::new(), faults));
        }
    } else if let (Place::Paper, Some(staff), Some(author)) = (&desk.place, &desk.by, &named) {
        note(visit, &mut work, (staff, author), MemberAct::Written, Some(done.number.to_string())).await?;
        let of = (done.number, true);
        acknowledge(visit, &mut work, (&desk.congress, &desk.settings), author, of).await?;
    }
    work.save().await?;
    Ok(Ok(seen(desk, name::NOTED, &done.number.to_string())))
}

/// The page again, which says what was done: the browser asks for it, and reloading it does nothing twice.
pub fn seen(desk: &Desk<'_>, done: &str, number: &str) -> axum::response::Response {
    let slug = &desk.congress.slug;
    let route = match &desk.place {
        Place::Table(table) => Route::Table(slug, table.id),
        Place::Paper => Route::Paper(slug),
    };
    desk.visit.see_done(route, &format!("{done}={number}"))
}

fn new_note(desk: &Desk<'_>, input: &Input, noted: &Noted, named: Option<&Member>, key: &str) -> NewNote {
    let now = desk.visit.now();
    let body = noted.body().clone();
    let by = desk.by.as_ref().map(|by| by.id);
    // At a table, nobody signs before they confirm; on paper, its author did.
    let (table, author, signature) = match &desk.place {
        Place::Table(table) => {
            let name = workshop::signed(table.number, table.workshop.name.as_str());
            (Some(table.id), None, Signature { name: Some(name), ..Signature::ANONYMOUS })
        }
        Place::Paper => (
            None,
            named,
            named.map_or(Signature::ANONYMOUS, |author| signature::shown(author, author.display)),
        ),
    };
    let of = table.map_or_else(|| "papier".to_owned(), |table| table.to_string());
    let text = NewText {
        contribution: NewContribution {
            id: desk.visit.state.draw(|entropy| ContributionId::new(now, entropy)),
            title: None,
            stems: index_terms(body.as_str()),
            body,
            signature,
            member: author.map(|author| author.id),
            channel: if table.is_some() { Channel::Workshop } else { Channel::Paper },
            kind: input.typed.kind,
            areas: Vec::new(),
            received_at: now,
            fingerprint: format!("note-{}", hex(&Sha256::digest(format!("{of} {key}")))),
        },
        state: State::first(desk.settings.moderation),
        display: author.map_or(Display::Nothing, |author| author.display),
        entered_by: if table.is_some() { None } else { by },
        complement_of: None,
    };
    NewNote {
        text,
        table,
        paper: Some(input.typed.paper.clone()).filter(|paper| table.is_none() && !paper.is_empty()),
        speaker: named.map(|member| member.id),
        by,
    }
}
