//! One vote.

use app::failure::Failure;
use app::pages::sittings::poll::{PollView, Voice, document};
use axum::extract::Path;
use axum::response::Response;
use domain::sitting::Access;
use domain::vote::PollNumber;
use std::collections::BTreeMap;
use storage::OwnSeat;

use crate::jobs::import::hex;
use crate::pages::{Page, Visit};

/// The page.
pub async fn read(visit: Visit, Path((slug, number)): Path<(String, String)>) -> Response {
    let page = show(&visit, &slug, &number).await;
    visit.answer(page).await
}

async fn show(visit: &Visit, slug: &str, number: &str) -> Page {
    let (mut reading, congress) = visit.congress(slug).await?;
    let number = number.parse().map(PollNumber::new).map_err(|_| Failure::NoPage)?;
    let poll = reading.poll_numbered(congress.id, number).await?.ok_or(Failure::NoPage)?;
    let sitting = reading.sitting(poll.sitting).await?.ok_or(Failure::NoPage)?;
    if sitting.access == Access::InCamera {
        visit.caller.member(&congress)?;
    }
    // Of a rehearsal nobody's choice is shown: nobody made it.
    let (voices, receipts) = match poll.is_test {
        true => (Vec::new(), BTreeMap::new()),
        false => (reading.public_ballots(poll.id).await?, reading.published_ballots(poll.id).await?),
    };
    let view = PollView {
        voices: voices.into_iter().map(voice).collect(),
        receipts,
        seal: reading.poll_seal(poll.id).await?.map(|seal| hex(&seal)),
        sitting,
        poll,
    };
    Ok(document(&congress, view))
}

fn voice(of: OwnSeat) -> Voice {
    let on_roll = of.seat.on_roll;
    Voice {
        by: (on_roll.voter != on_roll.seat.member).then_some(of.seat.voter_name),
        name: on_roll.seat.name,
        mandate: on_roll.seat.mandate,
        territory: on_roll.seat.territory,
        part: of.seat.part,
        choice: of.choice,
    }
}
