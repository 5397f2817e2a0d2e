//! What the journal says of polls: ids and counts, never a name or a text.

use domain::journal::EntryKind;
use domain::sitting::RollSeat;
use domain::vote::{Choice, Outcome, Poll, Roll};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::jobs::import::hex;

/// A note: its kind, and its body.
pub(super) type Note = (EntryKind, Value);

/// What a poll is given, in the order of voices or receipts, a line each: the seal is of these bytes.
pub(super) fn seal(ballots: &[(String, Choice)]) -> [u8; 32] {
    let mut of = Sha256::new();
    for (key, choice) in ballots {
        of.update(key.as_bytes());
        of.update(b" ");
        of.update(serde_json::to_string(choice).unwrap_or_default().as_bytes());
        of.update(b"\n");
    }
    of.finalize().into()
}

pub(super) fn opened(poll: &Poll, roll: Roll, seats: &[RollSeat]) -> Note {
    let question = serde_json::to_vec(&poll.question).unwrap_or_default();
    let voices: Vec<Value> = seats.iter().map(voice).collect();
    let body = json!({
        "scrutin": poll.number, "id": poll.id, "seance": poll.sitting,
        "question": hex(&Sha256::digest(question)), "methode": poll.question.method,
        "regle": poll.rule, "mode": poll.secrecy, "moyen": poll.means, "essai": poll.is_test,
        "liste": roll, "voix": voices,
    });
    (EntryKind::PollOpened, body)
}

fn voice(seat: &RollSeat) -> Value {
    json!([seat.seat.key, seat.voter, seat.standing, seat.seat.weight])
}

/// A voice joined the roll: as it stands there, like those of the opening.
pub(super) fn added(poll: &Poll, seat: &RollSeat) -> Note {
    let body = json!({ "scrutin": poll.number, "id": poll.id, "seance": poll.sitting, "voix": voice(seat) });
    (EntryKind::SeatAdded, body)
}

pub(super) fn closed(poll: &Poll, (given, of): (u64, u64), still_there: u64, seal: &[u8; 32]) -> Note {
    let body = json!({
        "scrutin": poll.number, "id": poll.id, "votes": given, "voix": of, "encore_la": still_there, "scelle": hex(seal),
    });
    (EntryKind::PollClosed, body)
}

pub(super) fn proclaimed(poll: &Poll, outcome: &Outcome, ballots: &[(String, Choice)]) -> Note {
    let body = json!({ "scrutin": poll.number, "id": poll.id, "resultat": outcome, "bulletins": ballots });
    (EntryKind::PollProclaimed, body)
}

pub(super) fn cancelled(poll: &Poll) -> Note {
    let state = poll.stage.state();
    (EntryKind::PollCancelled, json!({ "scrutin": poll.number, "id": poll.id, "etat": state }))
}

pub(super) fn too_many_on_paper(poll: &Poll, counted: u64, signed: u64) -> Note {
    let body = json!({
        "scrutin": poll.number, "quoi": "plus de bulletins papier que d’émargements", "bulletins": counted, "emargements": signed,
    });
    (EntryKind::Incident, body)
}

pub(super) fn prepared(poll: &Poll) -> Note {
    (EntryKind::PollPrepared, json!({ "scrutin": poll.number, "id": poll.id, "seance": poll.sitting }))
}
