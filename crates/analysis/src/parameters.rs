//! What an analysis may be told, checked before it runs.

use linfa::ParamGuard;
use serde::{Deserialize, Serialize};

use crate::vectors::VectorKind;

/// How many themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeCount {
    /// As many as the texts themselves suggest, within bounds that also depend on how many verbatims there are.
    Free {
        /// Never fewer, but for a theme that nothing can divide.
        least: usize,
        /// Never more, but to keep the themes balanced.
        most: usize,
    },
    /// So many.
    Exactly(usize),
}

/// Checked parameters: what [`Parameters`] become by `check`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValidParameters {
    pub(crate) vectors: VectorKind,
    pub(crate) axes: usize,
    pub(crate) time: u8,
    pub(crate) context: f64,
    pub(crate) min_texts: usize,
    pub(crate) min_words: usize,
    pub(crate) smallest_corpus: usize,
    pub(crate) themes: ThemeCount,
    pub(crate) runs: usize,
    pub(crate) largest_share: f64,
    pub(crate) weak_share: f64,
    pub(crate) objectives: usize,
}

/// Parameters as someone sets them; `check()` makes them [`ValidParameters`].
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters(ValidParameters);

impl Default for Parameters {
    fn default() -> Self {
        Self(ValidParameters {
            vectors: VectorKind::Correspondence,
            axes: 30,
            time: 4,
            context: 1.0,
            min_texts: 3,
            min_words: 2,
            smallest_corpus: 30,
            themes: ThemeCount::Free { least: 3, most: 24 },
            runs: 5,
            largest_share: 0.3,
            weak_share: 0.1,
            objectives: 12,
        })
    }
}

impl Parameters {
    /// How texts become vectors; correspondence analysis unless told otherwise.
    pub fn vectors(mut self, kind: VectorKind) -> Self {
        self.0.vectors = kind;
        self
    }

    /// Axes kept, 2 to 200; 30 unless told otherwise.
    pub fn axes(mut self, axes: usize) -> Self {
        self.0.axes = axes;
        self
    }

    /// Steps of the diffusion between texts and terms, 0 to 20; 4 unless told otherwise.
    pub fn time(mut self, time: u8) -> Self {
        self.0.time = time;
        self
    }

    /// How much the verbatims beside it in its contribution say of what a verbatim is about, against its own words, 0 to
    /// 4; 1, as much, unless told otherwise.
    pub fn context(mut self, weight: f64) -> Self {
        self.0.context = weight;
        self
    }

    /// Texts that must use a word for it to count, at least 1; 3 unless told otherwise.
    pub fn min_texts(mut self, texts: usize) -> Self {
        self.0.min_texts = texts;
        self
    }

    /// Words that mean something without which a verbatim is too short to place; 2 unless told otherwise.
    pub fn min_words(mut self, words: usize) -> Self {
        self.0.min_words = words;
        self
    }

    /// How many themes.
    pub fn themes(mut self, count: ThemeCount) -> Self {
        self.0.themes = count;
        self
    }

    /// Starts of k-means that are compared to tell how sure the count of themes is, 1 (taken as 2) to 100; 5 unless told
    /// otherwise.
    pub fn runs(mut self, runs: usize) -> Self {
        self.0.runs = runs;
        self
    }

    /// The most that a single theme may hold of the placed verbatims before it is divided, over 0 up to 1; 0.3 unless
    /// told otherwise, and 1 leaves every theme as it is.
    pub fn largest_share(mut self, share: f64) -> Self {
        self.0.largest_share = share;
        self
    }

    /// The most verbatims that may stand apart as weak signals, as a share from 0 to 0.5; 0.1 unless told otherwise.
    pub fn weak_share(mut self, share: f64) -> Self {
        self.0.weak_share = share;
        self
    }

    /// Placeable verbatims without which there are no themes, at least 2; 30 unless told otherwise.
    pub fn smallest_corpus(mut self, verbatims: usize) -> Self {
        self.0.smallest_corpus = verbatims;
        self
    }

    /// The most objectives of the draft, at least 1; 12 unless told otherwise.
    pub fn objectives(mut self, most: usize) -> Self {
        self.0.objectives = most;
        self
    }
}

/// A parameter out of its bounds.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ParameterError {
    /// Outside 2 to 200.
    #[error("{0} axes: from 2 to 200")]
    Axes(usize),
    /// Outside 0 to 20.
    #[error("{0} steps of diffusion: at most 20")]
    Time(u8),
    /// Outside 0 to 4.
    #[error("a context of {0}: from 0 to 4")]
    Context(f64),
    /// No text needs to use a word.
    #[error("a word must be used by at least one text")]
    MinTexts,
    /// None, or more most than least.
    #[error("{least} to {most} themes: from 2 up, and the least first")]
    Themes {
        /// The fewest asked for.
        least: usize,
        /// The most asked for.
        most: usize,
    },
    /// Outside 1 to 100.
    #[error("{0} starts of k-means: from 1 to 100")]
    Runs(usize),
    /// Not over 0 up to 1.
    #[error("a largest share of {0}: over 0 and up to 1")]
    LargestShare(f64),
    /// Outside 0 to 0.5.
    #[error("a share of weak signals of {0}: from 0 to 0.5")]
    WeakShare(f64),
    /// Under 2.
    #[error("a smallest corpus of {0} verbatims: at least 2")]
    SmallestCorpus(usize),
    /// None.
    #[error("a draft has at least one objective")]
    Objectives,
}

impl ParamGuard for Parameters {
    type Checked = ValidParameters;
    type Error = ParameterError;

    fn check_ref(&self) -> Result<&ValidParameters, ParameterError> {
        let p = &self.0;
        let (least, most) = match p.themes {
            ThemeCount::Free { least, most } => (least, most),
            ThemeCount::Exactly(k) => (k, k),
        };
        match p {
            _ if !(2..=200).contains(&p.axes) => Err(ParameterError::Axes(p.axes)),
            _ if p.time > 20 => Err(ParameterError::Time(p.time)),
            _ if !(0.0..=4.0).contains(&p.context) => Err(ParameterError::Context(p.context)),
            _ if p.min_texts == 0 => Err(ParameterError::MinTexts),
            _ if least < 2 || most < least => Err(ParameterError::Themes { least, most }),
            _ if !(1..=100).contains(&p.runs) => Err(ParameterError::Runs(p.runs)),
            _ if !(p.largest_share > 0.0 && p.largest_share <= 1.0) => {
                Err(ParameterError::LargestShare(p.largest_share))
            }
            _ if !(0.0..=0.5).contains(&p.weak_share) => Err(ParameterError::WeakShare(p.weak_share)),
            _ if p.smallest_corpus < 2 => Err(ParameterError::SmallestCorpus(p.smallest_corpus)),
            _ if p.objectives == 0 => Err(ParameterError::Objectives),
            _ => Ok(p),
        }
    }

    fn check(self) -> Result<ValidParameters, ParameterError> {
        self.check_ref()?;
        Ok(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_checked() {
        assert!(Parameters::default().check().is_ok());
        for wrong in [
            Parameters::default().axes(1),
            Parameters::default().time(21),
            Parameters::default().context(f64::NAN),
            Parameters::default().min_texts(0),
            Parameters::default().themes(ThemeCount::Exactly(1)),
            Parameters::default().themes(ThemeCount::Free { least: 9, most: 4 }),
            Parameters::default().runs(0),
            Parameters::default().largest_share(f64::NAN),
            Parameters::default().weak_share(0.6),
            Parameters::default().smallest_corpus(1),
            Parameters::default().objectives(0),
        ] {
            assert!(wrong.check().is_err());
        }
    }
}
