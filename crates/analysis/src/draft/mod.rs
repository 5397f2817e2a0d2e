//! A first draft of the motion: exact sentences by theme and kind, for people to write from.
//!
//! Nothing is written here: a heading is a label, a paragraph is a list of quotations with their source.

mod choose;
mod groups;

use domain::analysis::Place;
use domain::contribution::Kind;
use std::ops::Range;

use crate::corpus::Read;
use crate::describe::Described;
use crate::outcome::Item;

/// A sentence of a contribution, to the letter.
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

/// One objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftObjective {
    /// From the labels of its largest themes.
    pub heading: String,
    /// Its themes, the largest first; each theme feeds one objective.
    pub themes: Vec<usize>,
    /// État des lieux, then idées, then modes d'action; kinds without a sentence are left out.
    pub sections: Vec<DraftSection>,
}

/// The objectives, that of the largest themes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// None when there are no themes.
    pub objectives: Vec<DraftObjective>,
}

/// Drafts at most `most` objectives.
pub(crate) fn draft(
    items: &[Item<'_>],
    read: &[Read<'_>],
    places: &[Place<usize>],
    described: &Described,
    most: usize,
) -> Draft {
    let groups = groups::groups(&described.themes, &described.closeness, most);
    let objective = |themes: Vec<usize>| DraftObjective {
        heading: heading(&themes, described),
        sections: choose::sections(items, read, places, described, &themes),
        themes,
    };
    Draft { objectives: groups.into_iter().map(objective).collect() }
}

/// The label of the largest theme; with a second theme, both. The second keeps capitals that aren't those of a start.
fn heading(themes: &[usize], described: &Described) -> String {
    let label = |theme: &usize| described.themes[*theme].label.as_str();
    match themes {
        [] => String::new(),
        [one] => label(one).to_owned(),
        [first, second, ..] => format!("{}\u{202f}; {}", label(first), uncapitalised(label(second))),
    }
}

fn uncapitalised(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(next)) if !next.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => label.to_owned(),
    }
}
