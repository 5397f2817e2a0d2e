//! The verbatims as a corpus for IRaMuTeQ: one text a verbatim, its variables on the starred line above it.
//!
//! `**** *num_C0421v2 *theme_t03 *kind_idee *dept_2A *college_elus`: variables and modalities hold letters and digits only,
//! since IRaMuTeQ cuts them at spaces and at the first `_`. `num` names contribution and rank, `theme` is the rank of the
//! theme (or `signalfaible`, `nonrapproche`), `dept` is `sans` without a département.
//!
//! **Cleaning**, and nothing else is changed: `*`, which begins a starred line or a variable, and `$` and `§`, which
//! IRaMuTeQ keeps for itself, become spaces; ’ and ‘ become the apostrophe that its dictionary elides at; `_` becomes a space, since it
//! joins words there; line breaks, tabs, control characters and every other white space become one space. Case, accents and
//! punctuation stay.

use domain::analysis::Place;
use domain::contribution::ContributionNumber;
use domain::reading::OpenData;
use std::collections::BTreeMap;

use super::cells::letters;
use crate::DocumentError;

/// The corpus, UTF-8. Verbatims of which the cleaning leaves nothing are left out, since IRaMuTeQ refuses empty texts, and
/// those whose words aren't shown.
///
/// # Errors
/// When a verbatim is of no contribution of the data.
pub fn iramuteq(data: &OpenData) -> Result<Vec<u8>, DocumentError> {
    let cards: BTreeMap<ContributionNumber, _> =
        data.contributions.iter().map(|card| (card.contribution.number, &card.contribution)).collect();
    let mut ranks: BTreeMap<ContributionNumber, u32> = BTreeMap::new();
    let mut corpus = String::new();
    for (number, line) in &data.verbatims {
        let rank = ranks.entry(*number).or_default();
        *rank += 1;
        let contribution = cards.get(number).ok_or(DocumentError::UnknownContribution(*number))?;
        let words = iramuteq_text(&line.text);
        if words.is_empty() || !contribution.state.is_shown() {
            continue;
        }
        let theme = match &line.place {
            Place::Theme(tag) => format!("t{:02}", tag.rank),
            Place::Weak(_) => "signalfaible".to_owned(),
            Place::Unplaced(_) => "nonrapproche".to_owned(),
        };
        let territory = contribution.signature.territory.as_ref();
        let departement = territory.and_then(|territory| territory.departement.as_deref()).unwrap_or("sans");
        corpus.push_str(&format!(
            "**** *num_{}v{rank} *theme_{theme} *kind_{} *dept_{} *college_{}\n{words}\n\n",
            letters(&number.to_string()),
            letters(line.kind.code()),
            letters(departement),
            letters(contribution.signature.college.code()),
        ));
    }
    Ok(corpus.into_bytes())
}

/// A text as IRaMuTeQ takes it, cleaned as the head of this module says.
pub fn iramuteq_text(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| match c {
            '’' | '‘' => '\'',
            '*' | '$' | '§' | '_' => ' ',
            c if c.is_control() || c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}
