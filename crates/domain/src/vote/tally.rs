//! Counting ballots.

use std::ops::Add;

use serde::{Deserialize, Serialize};

use super::ballot::{Ballot, Choice, Method};

/// What was counted, in voices. 64 bits: 2³² ballots of 2³² voices each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// « Pour ».
    pub in_favour: u64,
    /// « Contre ».
    pub against: u64,
    /// Abstentions.
    pub abstentions: u64,
    /// « Blancs », of secret polls.
    pub blanks: u64,
    /// Voices of each option.
    pub options: Vec<u64>,
    /// Voices of ballots that hold options: less than the sum over options where several may be chosen.
    pub chosen: u64,
}

impl Tally {
    /// *Exprimés*: voices that took a side.
    pub fn cast(&self) -> u64 {
        self.in_favour + self.against + self.chosen
    }

    /// *Votants*: voices whose ballot is in the box; who declares to take no part is none.
    pub fn voters(&self) -> u64 {
        self.cast() + self.abstentions + self.blanks
    }

    fn count(&mut self, ballot: &Ballot) {
        let weight = u64::from(ballot.weight);
        match &ballot.choice {
            Choice::For => self.in_favour += weight,
            Choice::Against => self.against += weight,
            Choice::Abstain => self.abstentions += weight,
            Choice::Blank => self.blanks += weight,
            Choice::Options(chosen) => {
                self.chosen += weight;
                for option in chosen {
                    if let Some(voices) = self.options.get_mut(usize::from(*option)) {
                        *voices += weight;
                    }
                }
            }
        }
    }
}

/// Counts ballots that were checked ([`Ballot::check`]).
pub fn tally<'a>(method: Method, ballots: impl IntoIterator<Item = &'a Ballot>) -> Tally {
    let mut tally = Tally { options: vec![0; usize::from(method.options())], ..Tally::default() };
    ballots.into_iter().for_each(|ballot| tally.count(ballot));
    tally
}

impl Add for Tally {
    type Output = Self;

    /// Both together: ballots of the phones and paper ones.
    fn add(self, other: Self) -> Self {
        let (mut options, more) = match self.options.len() >= other.options.len() {
            true => (self.options, other.options),
            false => (other.options, self.options),
        };
        for (voices, others) in options.iter_mut().zip(more) {
            *voices += others;
        }
        Self {
            in_favour: self.in_favour + other.in_favour,
            against: self.against + other.against,
            abstentions: self.abstentions + other.abstentions,
            blanks: self.blanks + other.blanks,
            chosen: self.chosen + other.chosen,
            options,
        }
    }
}
