//! Letters that nobody's click causes: once a week what happened to one's contributions, at once what is decisive.
//!
//! Whoever carries letters looks for them when none is due. Each is queued under a key that says what it tells, so that it
//! goes once whoever looks and however often; what a server that was down didn't tell, it tells when it is back.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use domain::congress::Congress;
use domain::id::{CongressId, Entropy, MemberId, MotionId};
use domain::member::{MailChoice, Member};
use domain::reading::Quoted;
use domain::time::Timestamp;
use storage::{Reading, Storage, StorageError};

use super::news::{self, NOTED, Teller};
use super::week::monday;

/// Between two looks.
const REST: i64 = 60;
/// How long after the last words were noted as somebody's they are told: the table has finished by then.
const QUIET: i64 = 60 * 60;
/// A draft older than that is no news, whoever looks at it for the first time.
const FRESH: i64 = 7 * 24 * 60 * 60;

/// Somebody to tell something.
#[derive(Clone)]
enum Task {
    /// Their week, which ended then.
    Week(MemberId, Timestamp),
    /// That the draft quotes them.
    Quoted(MemberId, Arc<Quoted>),
    /// That words were noted as theirs.
    Noted(MemberId),
}

/// What is to be told, and what was looked at.
pub(super) struct Telling {
    storage: Storage,
    teller: Teller,
    waiting: VecDeque<Task>,
    looked_at: Option<Timestamp>,
    week: Option<Timestamp>,
    drafts: BTreeMap<CongressId, MotionId>,
}

impl Telling {
    pub(super) fn new(storage: Storage, public_url: Arc<str>) -> Self {
        Self {
            teller: Teller::new(storage.clone(), public_url),
            storage,
            waiting: VecDeque::new(),
            looked_at: None,
            week: None,
            drafts: BTreeMap::new(),
        }
    }

    /// Tells one person one thing, if there is anything to tell. False when nothing is left to do.
    pub(super) async fn step(
        &mut self,
        now: Timestamp,
        entropy: &mut dyn Entropy,
    ) -> Result<bool, StorageError> {
        if self.waiting.is_empty() {
            self.look(now).await?;
        }
        let Some(task) = self.waiting.pop_front() else { return Ok(false) };
        let told = match &task {
            Task::Week(member, end) => self.teller.week(*member, *end, (now, entropy)).await,
            Task::Quoted(member, of) => self.teller.quoted(*member, of, (now, entropy)).await,
            Task::Noted(member) => self.teller.noted(*member, (now, entropy)).await,
        };
        if let Err(error) = told {
            // Tried again after the others.
            self.waiting.push_back(task);
            return Err(error);
        }
        Ok(true)
    }

    async fn look(&mut self, now: Timestamp) -> Result<(), StorageError> {
        if self.looked_at.is_some_and(|at| now < at.plus_seconds(REST)) {
            return Ok(());
        }
        let week = monday(now);
        let mut reading = self.storage.read().await?;
        for congress in reading.congresses().await? {
            if week != self.week {
                self.look_at_week(&mut reading, &congress, week).await?;
            }
            self.look_at_draft(&mut reading, &congress, now).await?;
            let speakers = reading.speakers_to_tell(congress.id, NOTED, now.plus_seconds(-QUIET)).await?;
            for member in speakers {
                if reading.member(member).await?.is_some_and(|of| wants_news(&of)) {
                    self.waiting.push_back(Task::Noted(member));
                }
            }
        }
        (self.week, self.looked_at) = (week, Some(now));
        Ok(())
    }

    async fn look_at_week(
        &mut self,
        reading: &mut Reading,
        congress: &Congress,
        end: Option<Timestamp>,
    ) -> Result<(), StorageError> {
        let Some(end) = end else { return Ok(()) };
        let members = reading.members(congress.id).await?;
        let told = members.iter().filter(|member| news::wants_digest(member) && member.created_at < end);
        self.waiting.extend(told.map(|member| Task::Week(member.id, end)));
        Ok(())
    }

    async fn look_at_draft(
        &mut self,
        reading: &mut Reading,
        congress: &Congress,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        let shown = reading.motion_id(congress.id).await?;
        if shown.as_ref() == self.drafts.get(&congress.id) {
            return Ok(());
        }
        let Some(quoted) = reading.quoted(congress.id).await? else { return Ok(()) };
        self.drafts.insert(congress.id, quoted.motion);
        if quoted.drafted_at < now.plus_seconds(-FRESH) {
            return Ok(());
        }
        let quoted = Arc::new(quoted);
        self.waiting.extend(quoted.by.keys().map(|member| Task::Quoted(*member, Arc::clone(&quoted))));
        Ok(())
    }
}

fn wants_news(member: &Member) -> bool {
    member.mail == MailChoice::All && news::wants_digest(member)
}
