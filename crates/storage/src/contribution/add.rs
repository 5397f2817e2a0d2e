//! Taking contributions in, by the hundred thousand.

use domain::contribution::{Channel, Kind};
use domain::id::{CongressId, ContributionId, ImportId, MemberId};
use domain::member::Signature;
use domain::time::Timestamp;
use domain::words::Body;
use sqlx::AssertSqlSafe;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use uuid::Uuid;

use crate::cell::stored;
use crate::contribution::postings::Postings;
use crate::contribution::signature::signatory;
use crate::error::{Result, StorageError};
use crate::insert::insert_all;
use crate::statistics;
use crate::work::{Reading, Work, sql};

/// Contributions held in memory at once.
const CHUNK: usize = 500;

/// A contribution that has no number yet.
#[derive(Clone, Debug, PartialEq)]
pub struct NewContribution {
    /// Its id.
    pub id: ContributionId,
    /// A title, where there is one.
    pub title: Option<String>,
    /// The words, to the letter.
    pub body: Body,
    /// Who signed, as it may be shown.
    pub signature: Signature,
    /// Who wrote, where it is a member.
    pub member: Option<MemberId>,
    /// How it arrived.
    pub channel: Channel,
    /// The kind that its author gave.
    pub kind: Option<Kind>,
    /// The enjeux that its author gave, all in the congress' list.
    pub areas: Vec<String>,
    /// When it was received.
    pub received_at: Timestamp,
    /// Recognises it: within a congress, a second one with the same fingerprint isn't taken in.
    pub fingerprint: String,
    /// Its stems, each once with how often it occurs: what search finds it by.
    pub stems: Vec<(String, u32)>,
}

impl NewContribution {
    fn word_count(&self) -> i64 {
        self.stems.iter().map(|(_, occurrences)| i64::from(*occurrences)).sum()
    }
}

/// What became of contributions that were taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Those that were added, with the next numbers.
    pub added: u32,
    /// Those that were there already, or came twice.
    pub already_there: u32,
}

/// What is known of the congress, and what piles up until the end.
struct Taking {
    congress: CongressId,
    import: Option<ImportId>,
    area_ranks: BTreeMap<String, i64>,
    last_number: i64,
    /// The last number when the table's statistics were last renewed.
    looked_at: i64,
    words: i64,
    postings: Postings,
    added: Added,
}

impl Work {
    /// Takes contributions in: they get the next numbers in the order given, and those whose fingerprint the congress
    /// knows are passed over. The iterator is read bit by bit, so a large file need never stand in memory as a whole.
    pub async fn add_contributions<I>(
        &mut self,
        congress: CongressId,
        import: Option<ImportId>,
        contributions: I,
    ) -> Result<Added>
    where
        I: IntoIterator<Item = NewContribution, IntoIter: Send>,
    {
        let last_number = self.hold_congress(congress).await?;
        let mut taking = Taking {
            congress,
            import,
            area_ranks: self.area_ranks(congress).await?,
            last_number,
            looked_at: last_number.max(stored(CHUNK) / 2),
            words: 0,
            postings: Postings::default(),
            added: Added::default(),
        };
        let mut contributions = contributions.into_iter();
        loop {
            let chunk: Vec<NewContribution> = contributions.by_ref().take(CHUNK).collect();
            if chunk.is_empty() {
                return self.finish_taking(taking).await;
            }
            self.take_chunk(&mut taking, chunk).await?;
            if taking.last_number >= 2 * taking.looked_at {
                // So that fingerprints are looked up by their index, however fast the table grows.
                taking.looked_at = taking.last_number;
                self.renew_statistics(&statistics::CORPUS[..1], CHUNK, CHUNK).await?;
            }
        }
    }

    async fn take_chunk(&mut self, taking: &mut Taking, mut chunk: Vec<NewContribution>) -> Result<()> {
        let asked = chunk.len();
        let prints: Vec<&str> = chunk.iter().map(|contribution| contribution.fingerprint.as_str()).collect();
        let mut known = self.known_fingerprints(taking.congress, &prints).await?;
        chunk.retain(|contribution| known.insert(contribution.fingerprint.clone()));
        taking.added.already_there += count(asked - chunk.len());
        taking.added.added += count(chunk.len());
        let numbered: Vec<(i64, NewContribution)> = (taking.last_number + 1..).zip(chunk).collect();
        taking.last_number += stored(numbered.len());
        for (number, contribution) in &numbered {
            taking.words += contribution.word_count();
            taking.postings.add(*number, &contribution.stems);
        }
        self.insert_contributions(taking, &numbered).await?;
        self.insert_areas(taking, &numbered).await
    }

    async fn insert_contributions(&mut self, taking: &Taking, rows: &[(i64, NewContribution)]) -> Result<()> {
        let congress = Uuid::from(taking.congress);
        let import = taking.import.map(Uuid::from);
        insert_all!(
            self,
            "contribution (id, congress_id, number, import_id, fingerprint, title, body, channel, kind, received_at,
             signed_name, signed_mandate, college, territory_code, territory_name, territory_level,
             territory_departement, territory_region, territory_population, signatory, member_id)",
            rows,
            (number, new) => [
                Uuid::from(new.id),
                congress,
                *number,
                import,
                new.fingerprint.as_str(),
                new.title.as_deref(),
                new.body.as_str(),
                new.channel.code(),
                new.kind.map(Kind::code),
                new.received_at.micros(),
                new.signature.name.as_deref(),
                new.signature.mandate.as_deref(),
                new.signature.college.code(),
                new.signature.territory.as_ref().map(|t| t.code.as_str()),
                new.signature.territory.as_ref().map(|t| t.name.as_str()),
                new.signature.territory.as_ref().map(|t| t.level.code()),
                new.signature.territory.as_ref().and_then(|t| t.departement.as_deref()),
                new.signature.territory.as_ref().and_then(|t| t.region.as_deref()),
                new.signature.territory.as_ref().and_then(|t| t.population).map(i64::from),
                signatory(&new.signature, new.member),
                new.member.map(Uuid::from),
            ]
        );
        Ok(())
    }

    async fn insert_areas(&mut self, taking: &Taking, rows: &[(i64, NewContribution)]) -> Result<()> {
        let mut areas = BTreeSet::new();
        for (_, contribution) in rows {
            for name in &contribution.areas {
                let rank =
                    taking.area_ranks.get(name).ok_or_else(|| StorageError::UnknownArea(name.clone()))?;
                areas.insert((Uuid::from(contribution.id), *rank));
            }
        }
        let areas: Vec<(Uuid, i64)> = areas.into_iter().collect();
        insert_all!(self, "contribution_area (contribution_id, congress_id, area_rank)", areas, (id, rank) => [
            *id,
            Uuid::from(taking.congress),
            *rank,
        ]);
        Ok(())
    }

    async fn finish_taking(&mut self, taking: Taking) -> Result<Added> {
        sql!(self, conn => sqlx::query("UPDATE congress SET contributions = $2, words = words + $3 WHERE id = $1")
            .bind(Uuid::from(taking.congress))
            .bind(taking.last_number)
            .bind(taking.words)
            .execute(conn)
            .await
            .map(drop))?;
        self.insert_postings(taking.congress, taking.postings).await?;
        let (added, total) =
            (taking.added.added as usize, usize::try_from(taking.last_number).unwrap_or_default());
        self.renew_statistics(&statistics::CORPUS, added, total).await?;
        if let Some(import) = taking.import {
            self.count_import(import, taking.added.added, taking.added.already_there).await?;
        }
        Ok(taking.added)
    }
}

impl Reading {
    /// Those of these fingerprints that the congress knows.
    pub async fn known_fingerprints(
        &mut self,
        congress: CongressId,
        prints: &[&str],
    ) -> Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for prints in prints.chunks(CHUNK) {
            let mut text =
                "SELECT fingerprint FROM contribution WHERE congress_id = $1 AND fingerprint IN (".to_owned();
            for i in 0..prints.len() {
                // Writing to a string can't fail.
                let _ = write!(text, "{}${}", if i == 0 { "" } else { ", " }, i + 2);
            }
            text.push(')');
            let known: Vec<String> = sql!(self, conn => {
                let mut query = sqlx::query_scalar(AssertSqlSafe(text)).bind(Uuid::from(congress));
                for print in prints {
                    query = query.bind(*print);
                }
                query.fetch_all(conn).await
            })?;
            found.extend(known);
        }
        Ok(found)
    }
}

/// A count of what was taken in: numbers end at 2³² too.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
