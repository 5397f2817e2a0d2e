//! Moving the dates of a step: its end to later, its beginning while it hasn't begun.

use super::{Congress, Phase, PhaseKind};
use crate::time::Timestamp;

/// Why a date can't be moved so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// The congress has no such step.
    #[error("the congress has no such step")]
    NoStep,
    /// That moment is past.
    #[error("that moment is past")]
    Past,
    /// A step is prolonged, never cut short.
    #[error("a step is prolonged, never cut short")]
    NotLater,
    /// It began: people count on it.
    #[error("the step has begun")]
    Begun,
    /// It would begin when it has ended, or later.
    #[error("the step would begin once it has ended")]
    AfterEnd,
}

impl Congress {
    /// That step.
    pub fn step(&self, kind: PhaseKind) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.kind == kind)
    }

    /// A step with another end: later than it was to end, and not past.
    ///
    /// # Errors
    /// When it can't be.
    pub fn prolonged(&self, kind: PhaseKind, ends_at: Timestamp, now: Timestamp) -> Result<Phase, MoveError> {
        let step = self.step(kind).ok_or(MoveError::NoStep)?;
        if ends_at <= now {
            return Err(MoveError::Past);
        }
        if ends_at <= step.ends_at {
            return Err(MoveError::NotLater);
        }
        Ok(Phase { ends_at, ..step.clone() })
    }

    /// A step that begins at another moment, as long as it hasn't begun.
    ///
    /// # Errors
    /// When it can't.
    pub fn opening(&self, kind: PhaseKind, starts_at: Timestamp, now: Timestamp) -> Result<Phase, MoveError> {
        let step = self.step(kind).ok_or(MoveError::NoStep)?;
        if step.starts_at <= now {
            return Err(MoveError::Begun);
        }
        if starts_at <= now {
            return Err(MoveError::Past);
        }
        if starts_at >= step.ends_at {
            return Err(MoveError::AfterEnd);
        }
        Ok(Phase { starts_at, ..step.clone() })
    }

    /// The steps that begin before that one ends: both go on then.
    pub fn overlapping(&self, kind: PhaseKind) -> impl Iterator<Item = &Phase> {
        let end = self.step(kind).map(|step| (step.starts_at, step.ends_at));
        self.phases.iter().filter(move |phase| {
            phase.kind != kind
                && end.is_some_and(|(start, end)| phase.starts_at >= start && phase.starts_at < end)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::CongressId;
    use proptest::prelude::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    fn congress(starts: i64, ends: i64) -> Congress {
        Congress {
            id: CongressId::from(uuid::Uuid::nil()),
            slug: "essai".parse().unwrap(),
            title: String::new(),
            question: String::new(),
            summary: String::new(),
            organiser: String::new(),
            fictional: true,
            phases: vec![
                Phase { kind: PhaseKind::Call, starts_at: at(starts), ends_at: at(ends) },
                Phase { kind: PhaseKind::Analysis, starts_at: at(ends), ends_at: at(ends + 10) },
            ],
        }
    }

    proptest! {
        #[test]
        fn an_end_moves_to_later_and_never_into_the_past(
            starts in 0_i64..50, lasts in 1_i64..50, asked in 0_i64..150, now in 0_i64..150,
        ) {
            let congress = congress(starts, starts + lasts);
            match congress.prolonged(PhaseKind::Call, at(asked), at(now)) {
                Ok(step) => {
                    prop_assert!(asked > now && asked > starts + lasts);
                    prop_assert_eq!((step.starts_at, step.ends_at), (at(starts), at(asked)));
                }
                Err(MoveError::Past) => prop_assert!(asked <= now),
                Err(error) => prop_assert!(error == MoveError::NotLater && asked <= starts + lasts),
            }
        }

        #[test]
        fn a_beginning_moves_while_nobody_counts_on_it(
            starts in 0_i64..50, lasts in 1_i64..50, asked in 0_i64..150, now in 0_i64..150,
        ) {
            let congress = congress(starts, starts + lasts);
            let moved = congress.opening(PhaseKind::Call, at(asked), at(now));
            prop_assert_eq!(moved.is_ok(), now < starts && asked > now && asked < starts + lasts);
        }
    }

    #[test]
    fn steps_that_would_go_on_together_are_told() {
        let mut congress = congress(0, 10);
        assert_eq!(congress.overlapping(PhaseKind::Call).count(), 0);
        congress.phases[0] = congress.prolonged(PhaseKind::Call, at(12), at(5)).unwrap();
        assert_eq!(
            congress.overlapping(PhaseKind::Call).map(|step| step.kind).collect::<Vec<_>>(),
            [PhaseKind::Analysis]
        );
        assert_eq!(congress.prolonged(PhaseKind::HandOver, at(12), at(5)), Err(MoveError::NoStep));
    }
}
