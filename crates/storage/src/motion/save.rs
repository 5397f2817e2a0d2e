//! Saving a draft.

use domain::id::CongressId;
use domain::motion::{Motion, Objective, Paragraph, Sentence, SentenceState};
use uuid::Uuid;

use crate::cell::stored;
use crate::congress::rank;
use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::work::{Work, sql};

/// The state of a sentence as a code.
pub(crate) const MACHINE: &str = "machine";

impl Work {
    /// Saves a draft made from a finished analysis; the last one drafted from the run shown is the one that pages show.
    pub async fn save_motion(&mut self, motion: &Motion) -> Result<()> {
        let congress = self.congress_of_finished(motion).await?;
        sql!(self, conn => sqlx::query(
            "INSERT INTO motion (id, congress_id, analysis_id, drafted_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(Uuid::from(motion.id))
        .bind(Uuid::from(congress))
        .bind(Uuid::from(motion.analysis))
        .bind(motion.drafted_at.micros())
        .execute(conn)
        .await
        .map(drop))?;
        self.insert_objectives(motion).await?;
        self.insert_suggestions(motion).await?;
        self.insert_sentences(motion).await
    }

    async fn congress_of_finished(&mut self, motion: &Motion) -> Result<CongressId> {
        let congress: Option<Uuid> = sql!(self, conn => sqlx::query_scalar(
            "SELECT congress_id FROM analysis WHERE id = $1 AND state = 'finie'",
        )
        .bind(Uuid::from(motion.analysis))
        .fetch_optional(conn)
        .await)?;
        congress.map(CongressId::from).ok_or(StorageError::Missing("finished analysis"))
    }

    async fn insert_objectives(&mut self, motion: &Motion) -> Result<()> {
        insert_all!(self, "objective (id, motion_id, rank, heading)", motion.objectives, objective => [
            Uuid::from(objective.id),
            Uuid::from(motion.id),
            i64::from(objective.rank),
            objective.heading.as_str(),
        ]);
        let themes: Vec<_> = each(motion, |objective| &objective.themes);
        insert_all!(self, "objective_theme (objective_id, rank, theme_id)", themes, (objective, rank, theme) => [
            Uuid::from(objective.id),
            *rank,
            Uuid::from(**theme),
        ]);
        let paragraphs: Vec<_> = each(motion, |objective| &objective.paragraphs);
        insert_all!(self, "paragraph (id, objective_id, rank, kind)", paragraphs, (objective, rank, paragraph) => [
            Uuid::from(paragraph.id),
            Uuid::from(objective.id),
            *rank,
            paragraph.kind.code(),
        ]);
        Ok(())
    }

    async fn insert_sentences(&mut self, motion: &Motion) -> Result<()> {
        let sentences: Vec<_> = motion.objectives.iter().flat_map(numbered).collect();
        insert_all!(
            self,
            "sentence (id, paragraph_id, number, state, verbatim_id, start_byte, end_byte)",
            sentences,
            (number, paragraph, sentence) => [
                Uuid::from(sentence.id),
                Uuid::from(paragraph.id),
                *number,
                code(sentence.state),
                Uuid::from(sentence.verbatim),
                stored(sentence.span.start),
                stored(sentence.span.end),
            ]
        );
        Ok(())
    }
}

const fn code(state: SentenceState) -> &'static str {
    match state {
        SentenceState::Machine => MACHINE,
    }
}

/// The parts of each objective with their rank, from 1.
pub(super) fn each<T>(motion: &Motion, parts: impl Fn(&Objective) -> &[T]) -> Vec<(&Objective, i64, &T)> {
    let one =
        |objective| parts(objective).iter().enumerate().map(move |(i, part)| (objective, rank(i), part));
    motion.objectives.iter().flat_map(one).collect()
}

/// The sentences of an objective with their number in it, whatever their paragraph.
fn numbered(objective: &Objective) -> impl Iterator<Item = (i64, &Paragraph, &Sentence)> {
    let sentences = objective.paragraphs.iter().flat_map(|p| p.sentences.iter().map(move |s| (p, s)));
    sentences.enumerate().map(|(i, (paragraph, sentence))| (rank(i), paragraph, sentence))
}
