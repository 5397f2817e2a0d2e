//! A sitting in progress for the demonstration: the morning’s attendance, an agenda, votes that were taken, requests to speak, and
//! a vote that waits for the chair. Everything goes through what a real sitting goes through.

use domain::congress::Congress;
use domain::id::{AgendaItemId, AttendanceId, FloorRequestId, MemberId, PollId, ProxyId, SittingId};
use domain::line::{Line, LineError};
use domain::sitting::{
    Access, AgendaItem, Attendance, FloorRequest, Presence, Seat, SeatKey, Sitting, SittingRules,
    SittingStage,
};
use domain::time::Timestamp;
use domain::vote::{
    Cast, Choice, Fraction, Majority, Means, Method, Poll, PollNumber, Question, Quorum, Receipt, Rule, Said,
    Secrecy, Stage, unanimous,
};
use storage::{Giving, Work};

use crate::pages::Refusal;
use crate::state::AppState;
use crate::voting::{Acts, Papers, take};

/// Why the sitting can’t be held.
#[derive(Debug, thiserror::Error)]
#[error("la séance de démonstration ne peut pas être tenue : {0}")]
pub struct SittingError(String);

impl SittingError {
    /// What went wrong, in words.
    pub(super) fn about(what: impl std::fmt::Display) -> Self {
        Self(what.to_string())
    }
}

impl From<Refusal> for SittingError {
    fn from(refusal: Refusal) -> Self {
        Self(format!("{refusal:?}"))
    }
}

impl From<storage::StorageError> for SittingError {
    fn from(error: storage::StorageError) -> Self {
        Self(crate::words::storage(&error))
    }
}

impl From<LineError> for SittingError {
    fn from(error: LineError) -> Self {
        Self(error.to_string())
    }
}

const AGENDA: [(&str, Option<&str>, u32); 5] = [
    ("Accueil et émargement", None, 15),
    ("Calendrier du congrès et de la remise", Some("La présidence"), 20),
    ("Méthode de rédaction de la motion", Some("L’équipe de rédaction"), 40),
    ("Règle du jeu des amendements", None, 30),
    ("Questions diverses", None, 15),
];
/// How many of the first people who have a voice are in the room, and how many take part from afar after them.
const ROOM: usize = 96;
const REMOTE: usize = 21;
/// How many give a proxy to somebody who is there.
const PROXIES: usize = 11;

/// Holds it: it began two hours ago, `chair` runs it, and `guest` is there.
///
/// # Errors
/// When the database fails.
pub async fn hold(
    state: &AppState,
    congress: &Congress,
    (chair, guest): (MemberId, MemberId),
) -> Result<Sitting, SittingError> {
    let hall = Hall { state, congress, chair, began: state.clock.now().plus_seconds(-2 * 60 * 60) };
    let sitting = hall.sitting()?;
    let mut work = state.storage.write().await?;
    work.add_sitting(&sitting, (Some(chair), hall.began)).await?;
    work.open_sitting(sitting.id, hall.began).await?;
    let items = hall.agenda(&mut work, &sitting).await?;
    let mut seats = work.seats(&sitting).await?;
    // Whoever tries the demonstration as a member is there.
    seats.sort_by_key(|seat| seat.member != guest);
    hall.people(&mut work, &sitting, &seats).await?;
    work.save().await?;
    Box::pin(hall.votes(&sitting, &seats)).await?;
    hall.floor(&sitting, (&items, &seats)).await?;
    Box::pin(hall.mishaps(&sitting, &seats)).await?;
    Ok(sitting)
}

pub(super) struct Hall<'a> {
    pub(super) state: &'a AppState,
    pub(super) congress: &'a Congress,
    pub(super) chair: MemberId,
    began: Timestamp,
}

impl Hall<'_> {
    pub(super) fn minutes(&self, n: i64) -> Timestamp {
        self.began.plus_seconds(n * 60)
    }

    fn sitting(&self) -> Result<Sitting, SittingError> {
        Ok(Sitting {
            id: self.state.draw(|entropy| SittingId::new(self.began, entropy)),
            congress: self.congress.id,
            name: "Séance préparatoire".parse()?,
            place: Some("Salle des délibérations, et à distance".parse()?),
            access: Access::Public,
            starts_at: self.began,
            rules: SittingRules { quorum: Some(Quorum(Fraction::THIRD)), ..SittingRules::default() },
            stage: SittingStage::Planned,
        })
    }

    async fn agenda(&self, work: &mut Work, sitting: &Sitting) -> Result<Vec<AgendaItemId>, SittingError> {
        let mut ids = Vec::new();
        for (title, speaker, minutes) in AGENDA {
            let id = self.state.draw(|entropy| AgendaItemId::new(self.began, entropy));
            let item = AgendaItem {
                id,
                sitting: sitting.id,
                rank: 0,
                title: title.parse()?,
                speaker: speaker.map(str::parse::<Line>).transpose()?,
                minutes: Some(minutes),
                document: None,
                video: None,
                begun_at: None,
                ended_at: None,
            };
            work.add_agenda_item(&item).await?;
            ids.push(id);
        }
        work.begin_agenda_item(sitting.id, Some(ids[0]), self.began).await?;
        work.begin_agenda_item(sitting.id, Some(ids[1]), self.minutes(16)).await?;
        Ok(ids)
    }

    async fn people(&self, work: &mut Work, sitting: &Sitting, seats: &[Seat]) -> Result<(), SittingError> {
        for (at, seat) in (0_i64..).zip(seats.iter().take(ROOM + REMOTE)) {
            let is_remote = usize::try_from(at).unwrap_or_default() >= ROOM;
            let coming = Attendance {
                id: self.state.draw(|entropy| AttendanceId::new(self.began, entropy)),
                sitting: sitting.id,
                member: seat.member,
                presence: if is_remote { Presence::Remote } else { Presence::Room },
                in_at: self.began.plus_seconds(at * 9),
                out_at: None,
            };
            work.check_in(&coming).await?;
        }
        let absent = seats.iter().skip(ROOM + REMOTE).take(PROXIES);
        for (giver, holder) in absent.zip(seats) {
            let id = self.state.draw(|entropy| ProxyId::new(self.began, entropy));
            let giving = Giving {
                id,
                sitting: sitting.id,
                giver: giver.member,
                holder: holder.member,
                at: self.began,
            };
            work.give_proxy(&giving).await?;
            if work.accept_proxy(id, sitting.rules.most_proxies, self.began).await?.is_err() {
                return Err(SittingError("un pouvoir de trop".to_owned()));
            }
        }
        Ok(())
    }

    pub(super) fn poll(&self, sitting: &Sitting, title: &str, text: &str) -> Result<Poll, SittingError> {
        Ok(Poll {
            id: self.state.draw(|entropy| PollId::new(self.began, entropy)),
            number: PollNumber::new(0),
            sitting: sitting.id,
            item: None,
            question: Question {
                title: title.parse()?,
                text: text.to_owned(),
                method: Method::ForAgainst,
                options: Vec::new(),
            },
            rule: Rule {
                majority: Majority::ABSOLUTE,
                quorum: sitting.rules.quorum,
                has_casting_vote: false,
            },
            secrecy: Secrecy::Public,
            means: Means::Ballots,
            college: sitting.rules.college,
            is_test: false,
            stage: Stage::Prepared,
        })
    }

    pub(super) fn acts(&self, minutes: i64) -> Acts<'_> {
        Acts { state: self.state, congress: self.congress, by: self.chair, now: self.minutes(minutes) }
    }

    async fn votes(&self, sitting: &Sitting, seats: &[Seat]) -> Result<(), SittingError> {
        let test = Poll { is_test: true, ..self.poll(sitting, "Êtes-vous bien installés ?", "")? };
        let installed = |at: usize| if at % 9 == 4 { Choice::Abstain } else { Choice::For };
        Box::pin(self.vote(test, (12, seats), installed)).await?;
        let text =
            "Le congrès se réunit aux dates annoncées ; la motion est remise quatre jours après son vote.";
        let dates = self.poll(sitting, "Calendrier du congrès", text)?;
        let side = |at: usize| match at % 11 {
            3 | 7 => Choice::Against,
            5 => Choice::Abstain,
            _ => Choice::For,
        };
        Box::pin(self.vote(dates, (28, seats), side)).await?;
        let options = ["Dans l’ordre des objectifs", "Des plus partagés aux plus disputés", "Par collège"];
        let mut order = self.poll(sitting, "Ordre d’examen des amendements", "")?;
        order.question.method = Method::OneOf(3);
        order.question.options = options.into_iter().map(str::parse).collect::<Result<_, _>>()?;
        order.secrecy = Secrecy::Secret;
        let option = |at: usize| match at % 7 {
            6 => Choice::Blank,
            rest => Choice::Options([u16::try_from(rest % 3).unwrap_or_default()].into()),
        };
        Box::pin(self.vote(order, (46, seats), option)).await?;
        let hands = Poll {
            means: Means::Hands,
            ..self.poll(sitting, "Remerciements à l’équipe d’accueil", "")?
        };
        let hands = done(self.acts(58).prepare(&hands).await?)?;
        done(self.acts(58).hands(hands.id, unanimous, None).await?)?;
        let text = "La motion part du projet automatique. Chaque phrase y reste marquée comme telle jusqu’à ce qu’une personne l’ait reprise, et chaque paragraphe montre les contributions dont il vient.";
        let waiting = self.poll(sitting, "Méthode de rédaction de la motion", text)?;
        done(self.acts(60).prepare(&waiting).await?)?;
        Ok(())
    }

    /// Prepares, opens, votes, closes and proclaims.
    async fn vote(
        &self,
        poll: Poll,
        (at, seats): (i64, &[Seat]),
        choice: impl Fn(usize) -> Choice,
    ) -> Result<(), SittingError> {
        let poll = done(self.acts(at).prepare(&poll).await?)?;
        done(self.acts(at).open(poll.id).await?)?;
        // Four of those in the room were slower than the chair.
        let casts: Vec<Cast> = seats
            .iter()
            .take(ROOM + REMOTE - 4)
            .enumerate()
            .map(|(rank, seat)| Cast {
                poll: poll.id,
                voter: seat.member,
                seat: SeatKey::Person(seat.member),
                said: Said::Choice(choice(rank)),
                receipt: (poll.secrecy == Secrecy::Secret).then(|| self.state.draw(Receipt::draw)),
                turn: None,
            })
            .collect();
        for taken in take(&self.state.storage, &self.state.strongbox, &casts).await? {
            taken.map_err(|fault| SittingError(fault.to_string()))?;
        }
        done(self.acts(at + 2).close(poll.id).await?)?;
        done(self.acts(at + 3).proclaim(poll.id, &Papers::default()).await?)
    }

    async fn floor(
        &self,
        sitting: &Sitting,
        (items, seats): (&[AgendaItemId], &[Seat]),
    ) -> Result<(), SittingError> {
        let mut work = self.state.storage.write().await?;
        work.begin_agenda_item(sitting.id, Some(items[2]), self.minutes(59)).await?;
        let mut first = None;
        for (at, seat) in (0_i64..).zip(seats.iter().skip(7).step_by(13).take(4)) {
            let id = self.state.draw(|entropy| FloorRequestId::new(self.began, entropy));
            let asked_at = self.minutes(61 + at);
            let request = FloorRequest {
                id,
                sitting: sitting.id,
                member: seat.member,
                asked_at,
                called_at: None,
                ends_at: None,
                ended_at: None,
            };
            work.ask_floor(&request).await?;
            first = first.or(Some(id));
        }
        work.give_floor(sitting.id, first, self.minutes(66)).await?;
        work.save().await?;
        Ok(())
    }
}

pub(super) fn done<T>(act: Result<T, crate::voting::ActFault>) -> Result<T, SittingError> {
    act.map_err(|fault| SittingError(fault.to_string()))
}
