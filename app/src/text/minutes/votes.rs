//! A vote, and what went wrong.

use domain::minutes::{Part, Section, SectionKey};
use domain::reading::{Incident, MinutesPoll};
use domain::vote::{Means, Outcome, Poll, PollState, Stage, Tally};

use crate::text::number::{counted, plural};
use crate::text::{date, vote};

/// The section of a vote.
pub(super) fn section(of: &MinutesPoll, is_within: bool) -> Section {
    let poll = &of.poll;
    let mut parts = Vec::new();
    if !poll.question.text.trim().is_empty() {
        // To the letter: only lines are joined, and what doesn't break stays.
        let words = poll.question.text.split(|c: char| c == ' ' || c.is_control());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        parts.push(Part::Quoted(format!("« {} »", words.join(" "))));
    }
    parts.push(Part::Paragraph(vote::rule(poll).join(" ")));
    parts.extend(became(poll));
    if !of.late.is_empty() {
        let names = of.late.join(", ");
        parts.push(Part::Paragraph(format!(
            "Ajouté par la présidence à la liste des votants, après l’ouverture : {names}."
        )));
    }
    Section {
        key: SectionKey::Poll(poll.number),
        is_within,
        title: format!("{} : {}", vote::numbered(poll.number), poll.question.title),
        parts,
    }
}

fn became(poll: &Poll) -> Vec<Part> {
    let waits = "Son résultat paraîtra ici quand la présidence l’aura proclamé.";
    match &poll.stage {
        Stage::Prepared => Vec::new(),
        Stage::Open { since, .. } => {
            vec![Part::Result(format!("Vote ouvert depuis {}. {waits}", date::hour(*since)))]
        }
        Stage::Closed { closed_at, .. } => {
            vec![Part::Result(format!("Vote clos à {}. {waits}", date::hour(*closed_at)))]
        }
        Stage::Cancelled { at, reason, from } => {
            vec![Part::Result(cancelled(&date::hour(*at), reason.as_str(), *from))]
        }
        Stage::Proclaimed { opened_at, closed_at, proclaimed_at, outcome } => {
            let (opened, closed, said) =
                (date::hour(*opened_at), date::hour(*closed_at), date::hour(*proclaimed_at));
            let how = match poll.means {
                Means::Hands => format!("Vote à main levée, à {said}, tel que la présidence l’a compté."),
                Means::Ballots => {
                    format!("Vote par bulletins, ouvert à {opened}, clos à {closed}, proclamé à {said}.")
                }
            };
            let mut parts = vec![Part::Paragraph(format!("{how} {}.", vote::roll(outcome)))];
            parts.extend(paper(outcome).map(Part::Paragraph));
            parts.push(Part::Result(result(poll, outcome)));
            parts
        }
    }
}

fn cancelled(at: &str, reason: &str, from: PollState) -> String {
    match from {
        PollState::Prepared => format!("Retiré à {at}, avant d’être ouvert. Motif donné : « {reason} »."),
        _ => format!("Annulé à {at} : rien n’en est compté. Motif donné : « {reason} »."),
    }
}

fn paper(outcome: &Outcome) -> Option<String> {
    let found = outcome.paper.as_ref().map_or(0, Tally::voters);
    if found == 0 && outcome.paper_signed == 0 {
        return None;
    }
    Some(format!(
        "Sur papier : {} {}, pour {}.",
        bulletins(found),
        agrees(found, "compté", "comptés"),
        signed(outcome.paper_signed)
    ))
}

fn small(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn bulletins(n: u64) -> String {
    counted(small(n), "bulletin", "bulletins")
}

fn agrees<'a>(n: u64, one: &'a str, many: &'a str) -> &'a str {
    plural(small(n), one, many)
}

/// « 2 voix émargées »
fn signed(n: u64) -> String {
    format!("{} {}", vote::voices(n), agrees(n, "émargée", "émargées"))
}

fn result(poll: &Poll, outcome: &Outcome) -> String {
    let counts = vote::counts(&outcome.tally, poll);
    match (poll.decision(), poll.elected()) {
        (Some(decision), _) => {
            let computed = vote::computation(poll.rule, outcome, decision);
            format!("{} : {counts}. {}", vote::verdict(decision), capital(&computed))
        }
        (None, Some(elected)) => format!("{counts}. {}", vote::elected(&elected, poll)),
        (None, None) => counts,
    }
}

fn capital(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// An incident, in a sentence.
pub(super) fn incident(of: &Incident) -> String {
    match of {
        Incident::TooMuchPaper { poll, counted, signed: of } => format!(
            "{} : {} sur papier {}, pour {}. Le résultat les compte tous.",
            vote::numbered(*poll),
            bulletins(*counted),
            agrees(*counted, "a été compté", "ont été comptés"),
            signed(*of)
        ),
        Incident::QuorumMissed { poll, at_closing } => format!(
            "{} : le quorum n’était {} atteint à {}. Rien ne pouvait être adopté.",
            vote::numbered(*poll),
            if *at_closing { "plus" } else { "pas" },
            if *at_closing { "la clôture" } else { "l’ouverture" }
        ),
        Incident::QuorumLost { at, there } => {
            format!("Le quorum a été perdu à {}, avec {} encore là.", date::hour(*at), vote::voices(*there))
        }
        Incident::Cancelled { poll, at, reason } => {
            format!("{} : annulé à {}. Motif donné : « {reason} ».", vote::numbered(*poll), date::hour(*at))
        }
        Incident::Noted(noted) => {
            let poll = noted.poll.map(|poll| format!("{}, ", vote::numbered(poll))).unwrap_or_default();
            format!("{poll}{} : {}.", date::hour(noted.at), noted.what)
        }
    }
}
