//! Where the links of a document arrive, each place named once.

use domain::id::VerbatimId;
use domain::reading::{Dossier, Quote};
use std::collections::{BTreeMap, BTreeSet};

/// The places of the draft and of the annex that lead to each other.
pub struct Anchors {
    cited: BTreeMap<VerbatimId, Vec<(String, u32)>>,
    annexed: BTreeSet<VerbatimId>,
    themes: BTreeSet<u32>,
}

impl Anchors {
    /// What `dossier` links.
    pub fn new(dossier: &Dossier) -> Self {
        let mut cited: BTreeMap<VerbatimId, Vec<(String, u32)>> = BTreeMap::new();
        for (objective, of_objective) in dossier.motion.objectives.iter().enumerate() {
            let quotes = of_objective.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
            for (sentence, said) in quotes.enumerate() {
                cited
                    .entry(said.quote.verbatim)
                    .or_default()
                    .push((sentence_anchor(objective, sentence), of_objective.rank));
            }
        }
        let annexed = all_quotes(dossier).map(|quote| quote.verbatim).collect();
        let themes = dossier.themes.iter().map(|(line, _)| line.tag.rank).collect();
        Self { cited, annexed, themes }
    }

    /// The anchor of a verbatim's entry in the annex, when the draft cites it.
    pub fn entry(&self, verbatim: VerbatimId) -> Option<String> {
        (self.cited.contains_key(&verbatim) && self.annexed.contains(&verbatim))
            .then(|| format!("v-{verbatim}"))
    }

    /// The anchors of the sentences that cite a verbatim, with their objective's number.
    pub fn sentences(&self, verbatim: VerbatimId) -> &[(String, u32)] {
        self.cited.get(&verbatim).map_or(&[], Vec::as_slice)
    }

    /// The anchor of a theme in the annex.
    pub fn theme(&self, rank: u32) -> Option<String> {
        self.themes.contains(&rank).then(|| format!("theme-{rank}"))
    }
}

/// The anchor of an objective by its place in the draft, from 0.
pub fn objective_anchor(objective: usize) -> String {
    format!("objectif-{}", objective + 1)
}

/// The anchor of a sentence by its place in its objective, both from 0.
pub fn sentence_anchor(objective: usize, sentence: usize) -> String {
    format!("o{}-{}", objective + 1, sentence + 1)
}

/// Every verbatim of the annex.
pub fn all_quotes(dossier: &Dossier) -> impl Iterator<Item = &Quote> {
    dossier.themes.iter().flat_map(|(_, quotes)| quotes).chain(&dossier.weak).chain(&dossier.unplaced)
}
