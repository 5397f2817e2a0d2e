//! How far a run is, for those who wait.

use analysis::Stage;

/// A step that begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which, from 1.
    pub step: u32,
    /// Of how many.
    pub steps: u32,
    /// What is done in it, for a person.
    pub what: &'static str,
}

/// Is told each step as it begins.
pub type Told<'a> = dyn FnMut(Progress) + Send + 'a;

impl Progress {
    /// The stage that begins, as a step.
    pub fn of(stage: Stage) -> Self {
        let (step, what) = match stage {
            Stage::Segment => (1, "découpage en verbatims"),
            Stage::Read => (2, "lecture des mots"),
            Stage::Vectors => (3, "rapprochement des textes"),
            Stage::Themes => (4, "recherche des thèmes"),
            Stage::Describe => (5, "description des thèmes"),
            Stage::Map => (6, "dessin de la carte"),
            Stage::Draft => (7, "premier projet de motion"),
        };
        Self { step, steps: Self::STEPS, what }
    }

    /// What comes after the engine.
    pub const STORING: Self = Self { step: Self::STEPS, steps: Self::STEPS, what: "enregistrement" };

    /// Steps in all.
    const STEPS: u32 = 8;
}
