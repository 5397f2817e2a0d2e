//! What the chair reads aloud, from the opening of a sitting to its end.

use domain::vote::{Ground, Outcome, Poll, Stage};

use super::vote;

/// Above it.
pub const ALOUD: &str = "À lire à voix haute";
/// A sitting opens.
pub const OPEN_SITTING: &str = "« La séance est ouverte. »";
/// It ends.
pub const CLOSE_SITTING: &str = "« L’ordre du jour est épuisé. La séance est levée. »";
/// A vote is about to close.
pub const CLOSE_VOTE: &str = "« Plus personne ne demande à voter ? Le scrutin est clos. »";

/// The next item.
pub fn item(title: &str) -> String {
    format!("« Nous passons au point suivant : {title}. »")
}

/// A vote opens.
pub fn open_vote(poll: &Poll) -> String {
    let (title, test) = (&poll.question.title, if poll.is_test { "Ceci est une répétition. " } else { "" });
    format!("« {test}Je mets aux voix : {title}. Le scrutin est ouvert. »")
}

/// A vote has closed: how many voted, and never what.
pub fn closed((given, of): (u64, u64)) -> String {
    format!("« Le scrutin est clos : {}. Je vais en proclamer le résultat. »", vote::turnout(given, of))
}

/// A result is said.
pub fn result(poll: &Poll) -> String {
    let Stage::Proclaimed { outcome, .. } = &poll.stage else { return String::new() };
    let test = if poll.is_test { "Ceci était une répétition. " } else { "" };
    format!("« {test}{} : {} »", poll.question.title, came_out(poll, outcome))
}

fn came_out(poll: &Poll, outcome: &Outcome) -> String {
    let counts = vote::counts(&outcome.tally, poll);
    match (poll.decision(), poll.elected()) {
        (Some(decision), _) => match decision.ground {
            Ground::NoQuorumAtOpening | Ground::NoQuorumAtClosing => {
                vote::computation(poll.rule, outcome, decision)
            }
            _ if decision.adopted => format!("{counts}. Le texte est adopté."),
            _ => format!("{counts}. Le texte n’est pas adopté."),
        },
        (None, Some(of)) => format!("{counts}. {}", vote::elected(&of, poll)),
        (None, None) => format!("{counts}."),
    }
}

/// A vote was dropped that people had seen.
pub fn cancelled(poll: &Poll) -> String {
    let Stage::Cancelled { reason, .. } = &poll.stage else { return String::new() };
    let reason = reason.as_str().trim_end_matches('.');
    format!(
        "« Le vote « {} » est annulé : {reason}. Rien de ce qui a été voté n’est compté. »",
        poll.question.title
    )
}
