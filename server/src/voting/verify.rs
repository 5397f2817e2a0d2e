//! Checking a journal that was exported, from its file alone: the chain, the seals, and each poll counted again.

use domain::journal::{self, Break, Entry, EntryKind, Hash};
use domain::time::Timestamp;
use domain::vote::{Ballot, Choice, Method, Outcome, Rule, Secrecy, decide, tally};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::notes::seal;
use crate::jobs::import::hex;

/// What a file begins with.
const FORMAT: &str = "pleniere-journal-1";

/// A journal as a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Exported {
    format: String,
    /// The congress' address.
    pub congres: String,
    ecritures: Vec<Line>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line {
    seq: u64,
    at: Timestamp,
    kind: EntryKind,
    body: String,
    previous: String,
    hash: String,
}

/// Why a file isn’t right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It isn’t a journal of ours.
    #[error("ce fichier n’est pas un journal de Plénière")]
    NotOurs,
    /// The chain is broken.
    #[error("la chaîne est rompue : {0}")]
    Broken(String),
    /// What a poll was given isn’t what was sealed when it closed.
    #[error("scrutin {0} : les bulletins ne sont pas ceux qui ont été scellés à la clôture")]
    Seal(u32),
    /// A poll’s counts aren’t those of its ballots.
    #[error("scrutin {0} : le résultat proclamé n’est pas celui des bulletins")]
    Count(u32),
    /// A voice that wasn’t on the roll, or that voted twice.
    #[error("scrutin {0} : un bulletin n’est d’aucune voix de la liste")]
    Stranger(u32),
}

/// What was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Entries that hold together.
    pub ecritures: usize,
    /// The hash of the last one: whoever kept it sees whether some were cut off.
    pub empreinte: String,
    /// Polls that were counted again.
    pub scrutins: Vec<Recounted>,
}

/// A poll that was counted again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recounted {
    /// Its number.
    pub scrutin: u32,
    /// Ballots counted; none for a show of hands, which the chair counted.
    pub bulletins: usize,
    /// For.
    pub pour: u64,
    /// Against.
    pub contre: u64,
    /// Abstentions.
    pub abstentions: u64,
    /// Blanks.
    pub blancs: u64,
    /// Voices of each option.
    pub options: Vec<u64>,
    /// Whether the text is adopted, where that was the question.
    pub adopte: Option<bool>,
}

#[derive(Deserialize)]
struct Opened {
    scrutin: u32,
    methode: Method,
    regle: Rule,
    mode: Secrecy,
    voix: Vec<(String, String, String, u32)>,
}

#[derive(Deserialize)]
struct Added {
    scrutin: u32,
    voix: (String, String, String, u32),
}

#[derive(Deserialize)]
struct Closed {
    scrutin: u32,
    scelle: String,
}

#[derive(Deserialize)]
struct Proclaimed {
    scrutin: u32,
    resultat: Outcome,
    bulletins: Vec<(String, Choice)>,
}

/// A journal as the bytes of a file.
///
/// # Errors
/// Never: every entry can be written as JSON.
pub fn exported(congress: &str, entries: &[Entry]) -> serde_json::Result<Vec<u8>> {
    let line = |of: &Entry| Line {
        seq: of.seq,
        at: of.at,
        kind: of.kind,
        body: of.body.clone(),
        previous: hex(&of.previous),
        hash: hex(&of.hash),
    };
    let ecritures = entries.iter().map(line).collect();
    serde_json::to_vec_pretty(&Exported {
        format: FORMAT.to_owned(),
        congres: congress.to_owned(),
        ecritures,
    })
}

/// Checks a file.
///
/// # Errors
/// Says what isn’t right.
pub fn verify(file: &[u8]) -> Result<Verified, Wrong> {
    let read: Exported = serde_json::from_slice(file).map_err(|_| Wrong::NotOurs)?;
    if read.format != FORMAT {
        return Err(Wrong::NotOurs);
    }
    let entries: Option<Vec<Entry>> = read.ecritures.into_iter().map(entry).collect();
    let entries = entries.ok_or(Wrong::NotOurs)?;
    journal::verify(&entries).map_err(|of| Wrong::Broken(broken(of)))?;
    let empreinte = entries.last().map(|last| hex(&last.hash)).unwrap_or_default();
    Ok(Verified { ecritures: entries.len(), empreinte, scrutins: polls(&entries)? })
}

fn broken(of: Break) -> String {
    match of {
        Break::Missing(seq) => format!("l’écriture {seq} manque."),
        Break::Unchained(seq) => format!("l’écriture {seq} ne suit pas la précédente."),
        Break::Changed(seq) => format!("l’écriture {seq} a été changée."),
        Break::Older(seq) => format!("l’écriture {seq} est plus ancienne que la précédente."),
    }
}

fn entry(line: Line) -> Option<Entry> {
    let (previous, hash) = (unhex(&line.previous)?, unhex(&line.hash)?);
    Some(Entry { seq: line.seq, at: line.at, kind: line.kind, body: line.body, previous, hash })
}

fn unhex(text: &str) -> Option<Hash> {
    let digits = text.as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = digits.chunks(2).map(byte).collect();
    bytes?.try_into().ok()
}

fn polls(entries: &[Entry]) -> Result<Vec<Recounted>, Wrong> {
    let (mut opened, mut seals) = (BTreeMap::new(), BTreeMap::new());
    let mut counted = Vec::new();
    for entry in entries {
        match entry.kind {
            EntryKind::PollOpened => {
                let of: Opened = body(entry)?;
                opened.insert(of.scrutin, of);
            }
            EntryKind::SeatAdded => {
                let of: Added = body(entry)?;
                opened.get_mut(&of.scrutin).ok_or(Wrong::NotOurs)?.voix.push(of.voix);
            }
            EntryKind::PollClosed => {
                let of: Closed = body(entry)?;
                seals.insert(of.scrutin, of.scelle);
            }
            EntryKind::PollProclaimed => {
                let of: Proclaimed = body(entry)?;
                let (from, seal) =
                    opened.get(&of.scrutin).zip(seals.get(&of.scrutin)).ok_or(Wrong::NotOurs)?;
                counted.push(recounted(from, seal, &of)?);
            }
            _ => {}
        }
    }
    Ok(counted)
}

fn body<T: serde::de::DeserializeOwned>(of: &Entry) -> Result<T, Wrong> {
    serde_json::from_str(&of.body).map_err(|_| Wrong::NotOurs)
}

fn recounted(from: &Opened, sealed: &str, of: &Proclaimed) -> Result<Recounted, Wrong> {
    let number = of.scrutin;
    if hex(&seal(&of.bulletins)) != sealed {
        return Err(Wrong::Seal(number));
    }
    let ballots = weighed(from, &of.bulletins).ok_or(Wrong::Stranger(number))?;
    let mut counts = tally(from.methode, &ballots);
    if let Some(paper) = &of.resultat.paper {
        counts = counts + paper.clone();
    }
    // Hands were counted by the chair: there is nothing to count again.
    let by_hand = ballots.is_empty() && of.resultat.tally.voters() > 0;
    if !by_hand && counts != of.resultat.tally {
        return Err(Wrong::Count(number));
    }
    let counts = &of.resultat.tally;
    let decided = decide(from.regle, (counts, of.resultat.roll), from.mode, of.resultat.casting);
    Ok(Recounted {
        scrutin: number,
        bulletins: ballots.len(),
        pour: counts.in_favour,
        contre: counts.against,
        abstentions: counts.abstentions,
        blancs: counts.blanks,
        options: counts.options.clone(),
        adopte: (from.methode == Method::ForAgainst).then_some(decided.adopted),
    })
}

/// Ballots with their weight; none when one is of no voice of the roll, or two are of one. Secret ballots bear a receipt, and there
/// are no more of them than voices.
fn weighed(from: &Opened, ballots: &[(String, Choice)]) -> Option<Vec<Ballot>> {
    let mut weights: BTreeMap<&str, u32> =
        from.voix.iter().map(|(seat, _, _, weight)| (seat.as_str(), *weight)).collect();
    if from.mode == Secrecy::Secret {
        let lawful = ballots.len() <= weights.len();
        return lawful.then(|| ballots.iter().map(|(_, choice)| Ballot::of(choice.clone())).collect());
    }
    let ballot = |(seat, choice): &(String, Choice)| {
        weights.remove(seat.as_str()).map(|weight| Ballot { choice: choice.clone(), weight })
    };
    ballots.iter().map(ballot).collect()
}
