//! What minutes are written from.

use domain::id::{AgendaItemId, CongressId, MemberId, PollId, ProxyId, SittingId};
use domain::reading::{Minutes, MinutesPerson, MinutesSources, NotedIncident};
use domain::sitting::{SeatKey, Sitting};
use domain::time::Timestamp;
use domain::vote::PollNumber;
use serde_json::Value;
use sqlx_macros::FromRow;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::cell::At;
use crate::contribution::TerritoryRow;
use crate::error::Result;
use crate::work::{Reading, sql};

#[derive(FromRow)]
struct PersonRow {
    id: Uuid,
    name: String,
    mandate: Option<String>,
    #[sqlx(flatten)]
    territory: TerritoryRow,
}

/// What the journal tells that the tables don't hold.
#[derive(Default)]
struct Told {
    accepted: BTreeMap<ProxyId, Timestamp>,
    begun: Vec<(Timestamp, AgendaItemId)>,
    incidents: Vec<NotedIncident>,
    /// Voices that the chair added to the roll of a poll that was open.
    added: Vec<(PollId, SeatKey)>,
}

impl Reading {
    /// The facts of a sitting, for its minutes. No choice of anybody is read.
    pub async fn minutes(&mut self, sitting: &Sitting) -> Result<Minutes> {
        let told = self.told_of(sitting.congress, sitting.id).await?;
        Ok(Minutes::of(MinutesSources {
            sitting: sitting.clone(),
            seats: self.seats(sitting).await?,
            attendance: self.attendance(sitting.id).await?,
            proxies: self.proxies(sitting.id).await?,
            accepted: told.accepted,
            agenda: self.agenda(sitting.id).await?,
            begun: told.begun,
            polls: self.polls(sitting.id).await?,
            late: self.added_late(sitting.id, &told.added).await?,
            incidents: told.incidents,
            people: self.people_of(sitting.id).await?,
        }))
    }

    /// Whoever came, gave or holds a proxy, as they were at their first act here. A stand-in stands for whoever was erased since, as on rolls.
    async fn people_of(&mut self, sitting: SittingId) -> Result<BTreeMap<MemberId, MinutesPerson>> {
        let rows: Vec<PersonRow> = sql!(self, conn => sqlx::query_as(
            "SELECT m.id, COALESCE(k.name, m.name) AS name,
                 CASE WHEN k.name IS NULL THEN m.mandate ELSE k.mandate END AS mandate,
                 CASE WHEN k.name IS NULL THEN m.territory_code ELSE k.territory_code END AS territory_code,
                 CASE WHEN k.name IS NULL THEN m.territory_name ELSE k.territory_name END AS territory_name,
                 CASE WHEN k.name IS NULL THEN m.territory_level ELSE k.territory_level END AS territory_level,
                 CASE WHEN k.name IS NULL THEN m.territory_departement ELSE k.territory_departement END AS territory_departement,
                 CASE WHEN k.name IS NULL THEN m.territory_region ELSE k.territory_region END AS territory_region,
                 CASE WHEN k.name IS NULL THEN m.territory_population ELSE k.territory_population END AS territory_population
             FROM member m LEFT JOIN sitting_person k ON k.sitting_id = $1 AND k.member_id = m.id
             WHERE m.id IN (SELECT a.member_id FROM attendance a WHERE a.sitting_id = $1)
                OR m.id IN (SELECT x.giver_id FROM proxy x WHERE x.sitting_id = $1)
                OR m.id IN (SELECT x.holder_id FROM proxy x WHERE x.sitting_id = $1)",
        )
        .bind(Uuid::from(sitting))
        .fetch_all(conn)
        .await)?;
        let person = |row: PersonRow| {
            let territory = row.territory.parse(At::new("member", &row.id))?;
            Ok((row.id.into(), MinutesPerson { name: row.name, mandate: row.mandate, territory }))
        };
        rows.into_iter().map(person).collect()
    }

    /// Names of voices that were added to rolls once they were open, by poll, in that order. The roll itself tells it only of people
    /// who came late themselves: a represented voice stands on it like those of the opening.
    async fn added_late(
        &mut self,
        sitting: SittingId,
        added: &[(PollId, SeatKey)],
    ) -> Result<BTreeMap<PollNumber, Vec<String>>> {
        let mut late: BTreeMap<PollNumber, Vec<String>> = BTreeMap::new();
        for (poll, seat) in added {
            let row: Option<(i64, String)> = sql!(self, conn => sqlx::query_as(
                "SELECT p.number, s.name FROM poll_seat s JOIN poll p ON p.id = s.poll_id
                 WHERE p.id = $1 AND p.sitting_id = $2 AND s.seat = $3",
            )
            .bind(Uuid::from(*poll))
            .bind(Uuid::from(sitting))
            .bind(seat.to_string())
            .fetch_optional(conn)
            .await)?;
            let Some((number, name)) = row else { continue };
            let number = PollNumber::new(At::new("poll", &sitting).number("number", number)?);
            late.entry(number).or_default().push(name);
        }
        Ok(late)
    }

    async fn told_of(&mut self, congress: CongressId, sitting: SittingId) -> Result<Told> {
        let rows: Vec<(i64, String, String)> = sql!(self, conn => sqlx::query_as(
            "SELECT at, kind, body FROM journal
             WHERE congress_id = $1 AND kind IN ('pouvoir-accepte', 'point-commence', 'incident', 'voix-ajoutee') ORDER BY seq",
        )
        .bind(Uuid::from(congress))
        .fetch_all(conn)
        .await)?;
        let mut told = Told::default();
        for (at, kind, body) in rows {
            let at = Timestamp::from_micros(at);
            // What isn't as this version writes it tells nothing here: `pleniere verify` looks at all of it.
            let Ok(body) = serde_json::from_str::<Value>(&body) else { continue };
            told.take(at, &kind, &body, sitting);
        }
        Ok(told)
    }
}

impl Told {
    fn take(&mut self, at: Timestamp, kind: &str, body: &Value, sitting: SittingId) {
        let text = |field: &str| body.get(field).and_then(Value::as_str);
        let is_of = |of: &str| of.parse() == Ok(sitting);
        let number = |field: &str| body.get(field).and_then(Value::as_u64);
        match kind {
            "pouvoir-accepte" => {
                if let Some(id) = text("pouvoir").and_then(|id| id.parse().ok()) {
                    self.accepted.entry(id).or_insert(at);
                }
            }
            "point-commence" if text("seance").is_some_and(is_of) => {
                self.begun.extend(text("point").and_then(|id| id.parse().ok()).map(|id| (at, id)));
            }
            "voix-ajoutee" if text("seance").is_some_and(is_of) => {
                let poll: Option<PollId> = text("id").and_then(|id| id.parse().ok());
                let seat = body.pointer("/voix/0").and_then(Value::as_str);
                let seat: Option<SeatKey> = seat.and_then(|key| key.parse().ok());
                self.added.extend(poll.zip(seat));
            }
            "incident" => {
                let poll = number("scrutin").and_then(|n| u32::try_from(n).ok()).map(PollNumber::new);
                // One that names neither a poll nor this sitting is of another one.
                if poll.is_some() || text("seance").is_some_and(is_of) {
                    let what = text("quoi").unwrap_or_default().to_owned();
                    let paper = number("bulletins").zip(number("emargements"));
                    self.incidents.push(NotedIncident { at, poll, what, paper });
                }
            }
            _ => {}
        }
    }
}
