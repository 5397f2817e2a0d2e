//! A first draft of the motion: exact sentences by theme and kind, for people to write from.
//!
//! Nothing is written here: a heading is a label, a paragraph is a list of quotations with their source, and what a
//! heading may become is cut from contributions too.

mod choose;
mod groups;
mod sentences;
mod suggest;

use domain::analysis::Place;
use domain::contribution::Kind;
use rayon::prelude::*;
use std::ops::Range;

use crate::corpus::Read;
use crate::describe::Described;
use crate::divides;
use crate::outcome::{Divide, Item};
use crate::read::uncapitalise;
pub(crate) use sentences::Sentence;

/// A piece of a contribution, to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Index of the item.
    pub item: usize,
    /// Bytes of its body.
    pub span: Range<usize>,
}

/// What an objective's contributions say, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSection {
    /// Which kind.
    pub kind: Kind,
    /// At most four sentences, the strongest first.
    pub quotes: Vec<Quote>,
}

/// Two sentences by different authors that pull opposite ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftDivide {
    /// What they are both about, in words that both use.
    pub about: String,
    /// One.
    pub one: Quote,
    /// The other.
    pub other: Quote,
}

/// One objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftObjective {
    /// From the labels of its largest themes.
    pub heading: String,
    /// Its themes, the largest first; each theme feeds one objective.
    pub themes: Vec<usize>,
    /// What « Pour … » may go on with: at most five phrases that people wrote after « pour », « il faut » or « nous
    /// demandons », each to the letter and within one verbatim.
    pub suggestions: Vec<Quote>,
    /// État des lieux, then idées, then modes d'action; kinds without a sentence are left out.
    pub sections: Vec<DraftSection>,
    /// What divides its themes, if anything surely does.
    pub divides: Vec<DraftDivide>,
}

/// The objectives, that of the largest themes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// None when there are no themes.
    pub objectives: Vec<DraftObjective>,
}

/// The draft, and what it shares with the pages of themes.
pub(crate) struct Drafted {
    pub draft: Draft,
    /// For each theme, verbatims that say what it says.
    pub says: Vec<Vec<usize>>,
    /// For each theme, what divides it.
    pub divides: Vec<Vec<Divide>>,
}

/// Drafts at most `most` objectives.
pub(crate) fn draft(
    items: &[Item<'_>],
    read: &[Read<'_>],
    places: &[Place<usize>],
    described: &Described,
    most: usize,
) -> Drafted {
    let pools = sentences::pools(items, read, places, described);
    let says = pools.par_iter().map(|pool| says(&choose::chosen(&pool.iter().collect::<Vec<_>>())));
    let says = says.collect();
    let found: Vec<Vec<divides::Opposed<'_>>> = pools.par_iter().map(|pool| divides::divides(pool)).collect();
    let groups = groups::groups(&described.themes, &described.closeness, most);
    let objective = |themes: Vec<usize>| {
        let pool: Vec<&Sentence<'_>> = themes.iter().flat_map(|&theme| &pools[theme]).collect();
        let divided = themes.iter().flat_map(|&theme| &found[theme]);
        DraftObjective {
            heading: heading(&themes, described),
            suggestions: suggest::suggestions(&pool),
            sections: choose::sections(&choose::chosen(&pool)),
            divides: divided.map(divides::Opposed::drafted).collect(),
            themes,
        }
    };
    let draft = Draft { objectives: groups.into_par_iter().map(objective).collect() };
    let divides = found.iter().map(|pairs| pairs.iter().map(divides::Opposed::divide).collect()).collect();
    Drafted { draft, says, divides }
}

/// The verbatims of chosen sentences, once each.
fn says(chosen: &[&Sentence<'_>]) -> Vec<usize> {
    let mut says: Vec<usize> = Vec::new();
    for sentence in chosen {
        if !says.contains(&sentence.verbatim) {
            says.push(sentence.verbatim);
        }
    }
    says
}

/// The label of the largest theme; with a second theme, both. The second keeps capitals that aren't those of a start.
fn heading(themes: &[usize], described: &Described) -> String {
    let label = |theme: &usize| described.themes[*theme].label.as_str();
    match themes {
        [] => String::new(),
        [one] => label(one).to_owned(),
        [first, second, ..] => format!("{}\u{202f}; {}", label(first), uncapitalise(label(second))),
    }
}
