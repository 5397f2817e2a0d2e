//! Votes, with the columns of the SCDL's « délibérations » schema (OpenDataFrance, version 2.1.4), and what it has no word for.

use domain::congress::Congress;
use domain::vote::{Method, Poll, Stage};

use super::{cells, table};
use crate::{DocumentError, french};

/// The schema's columns in its order, then ours.
const COLUMNS: [&str; 20] = [
    "COLL_NOM",
    "COLL_SIRET",
    "DELIB_ID",
    "DELIB_DATE",
    "DELIB_MATIERE_CODE",
    "DELIB_MATIERE_NOM",
    "DELIB_OBJET",
    "BUDGET_ANNEE",
    "BUDGET_NOM",
    "PREF_ID",
    "PREF_DATE",
    "VOTE_EFFECTIF",
    "VOTE_REEL",
    "VOTE_POUR",
    "VOTE_CONTRE",
    "VOTE_ABSTENTION",
    "DELIB_URL",
    "VOTE_BLANC",
    "VOTE_OPTIONS",
    "RESULTAT",
];
/// Where the nomenclature « Actes » puts what an assembly asks of others, in its code and in its words.
const SUBJECT: (&str, &str) = ("9.4", "Vœux et motions");

/// The votes that were proclaimed, one a line; those for practice and those that aren't over are left out. `address` is the page
/// of a poll, whole.
///
/// An association has no SIRET here, no budget and no control of legality: these columns are empty. Of a choice among options
/// `VOTE_POUR` and `VOTE_CONTRE` are empty too, and `VOTE_OPTIONS` holds each option's voices.
///
/// # Errors
/// When a moment has no date.
pub fn deliberations_csv(
    congress: &Congress,
    polls: &[Poll],
    address: impl Fn(&Poll) -> String,
) -> Result<Vec<u8>, DocumentError> {
    let rows =
        polls.iter().filter(|poll| !poll.is_test).filter_map(|poll| row(congress, poll, address(poll)));
    let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
    table(COLUMNS, rows.into_iter())
}

fn row(congress: &Congress, poll: &Poll, address: String) -> Option<Result<[String; 20], DocumentError>> {
    let Stage::Proclaimed { outcome, proclaimed_at, .. } = &poll.stage else { return None };
    let day = match french::day(*proclaimed_at) {
        Ok(day) => day.to_string(),
        Err(error) => return Some(Err(error)),
    };
    let tally = &outcome.tally;
    let sides = poll.question.method == Method::ForAgainst;
    let side = |count: u64| if sides { count.to_string() } else { String::new() };
    let options = poll.question.options.iter().zip(&tally.options);
    let options: Vec<String> = options.map(|(name, voices)| format!("{name} = {voices}")).collect();
    let result = match poll.decision() {
        Some(decision) if decision.adopted => "adopté",
        Some(_) => "rejeté",
        None => "",
    };
    Some(Ok([
        cells::text(&congress.organiser),
        String::new(),
        cells::text(&format!("{}-scrutin-{}", congress.slug, poll.number)),
        day,
        SUBJECT.0.to_owned(),
        SUBJECT.1.to_owned(),
        cells::text(poll.question.title.as_str()),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        outcome.roll.entitled.to_string(),
        tally.voters().to_string(),
        side(tally.in_favour),
        side(tally.against),
        tally.abstentions.to_string(),
        address,
        tally.blanks.to_string(),
        cells::text(&options.join(" | ")),
        result.to_owned(),
    ]))
}
