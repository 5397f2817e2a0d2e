//! What the chair does to polls.

use app::failure::Failure;
use app::pages::sittings::chair::{gesture, name};
use app::text::desk as text;
use domain::id::PollId;
use domain::vote::{Casting, Tally, show_of_hands, unanimous};

use super::{Again, At, Done, said, typed};
use crate::forms::staff::line;
use crate::voting::{ActFault, Acts, Papers, begin_rehearsal};

impl At<'_> {
    pub(super) async fn poll(&self, gesture: &str) -> Done {
        let acts =
            Acts { state: &self.visit.state, congress: self.congress, by: self.chair, now: self.visit.now() };
        if gesture == gesture::PREPARE {
            return self.prepare(&acts).await;
        }
        let poll: PollId = said(self.fields, name::POLL).parse().map_err(|_| Failure::BadForm)?;
        let done = match gesture {
            gesture::OPEN => acts.open(poll).await?,
            gesture::SIMULATE => return self.simulate(poll).await,
            gesture::CLOSE => acts.close(poll).await?,
            gesture::ADD => {
                let voice = said(self.fields, name::VOICE).parse().map_err(|_| Failure::BadForm)?;
                acts.add_late(poll, &voice).await?.map(drop)
            }
            gesture::UNANIMOUS => acts.hands(poll, unanimous, None).await?,
            gesture::CANCEL => match line(&said(self.fields, name::REASON)) {
                Ok(reason) => acts.cancel(poll, &reason).await?,
                Err(_) => return Ok(Err(Again::fault(name::REASON, text::REASON_MISSING))),
            },
            gesture::HANDS => match self.counted() {
                Ok(Some(counted)) => self.hands(&acts, poll, &counted).await?,
                // Nobody counted: nothing is proclaimed by a click too many.
                Ok(None) => return Ok(Err(Again::fault(name::FOR, text::COUNT))),
                Err(field) => return Ok(Err(Again::fault(field, text::COUNT))),
            },
            gesture::PROCLAIM => match self.counted() {
                Ok(paper) => acts.proclaim(poll, &Papers { paper, casting: self.casting() }).await?,
                Err(field) => return Ok(Err(Again::fault(field, text::COUNT))),
            },
            _ => return Err(Failure::BadForm.into()),
        };
        Ok(done.map_err(|fault| Again::refused(sentence(fault))))
    }

    /// The room is simulated, in a rehearsal of this sitting.
    async fn simulate(&self, poll: PollId) -> Done {
        let found = self.visit.state.storage.read().await?.poll(poll).await?;
        let takes = found.is_some_and(|of| of.sitting == self.sitting.id && of.takes_simulated());
        if !takes {
            return Ok(Err(Again::refused(text::NOT_REHEARSAL)));
        }
        begin_rehearsal(&self.visit.state, poll);
        Ok(Ok(()))
    }

    async fn prepare(&self, acts: &Acts<'_>) -> Done {
        let typed = typed::read(self.fields);
        match typed::parsed(&typed, self.visit, self.sitting) {
            Ok(poll) => {
                // What was typed stays, under another key: it is prepared if they ask once more.
                let again = |fault| Again { typed: typed.under(None), ..Again::refused(sentence(fault)) };
                Ok(acts.prepare(&poll).await?.map(drop).map_err(again))
            }
            Err(faults) => Ok(Err(Again { typed, faults, refused: None })),
        }
    }

    async fn hands(&self, acts: &Acts<'_>, poll: PollId, counted: &Tally) -> crate::voting::Done {
        let Tally { in_favour, against, abstentions, .. } = *counted;
        acts.hands(poll, |roll| show_of_hands(in_favour, against, abstentions, roll), self.casting()).await
    }

    fn casting(&self) -> Option<Casting> {
        said(self.fields, name::CASTING).parse().ok()
    }

    /// What was counted by hand, if anything was; else the field that isn't a number.
    fn counted(&self) -> Result<Option<Tally>, &'static str> {
        let count = |field: &'static str| match said(self.fields, field).as_str() {
            "" => Ok(None),
            typed => typed.parse::<u32>().map(|n| Some(u64::from(n))).map_err(|_| field),
        };
        let (in_favour, against) = (count(name::FOR)?, count(name::AGAINST)?);
        let (abstentions, blanks) = (count(name::ABSTAIN)?, count(name::BLANK)?);
        if [in_favour, against, abstentions, blanks].iter().all(Option::is_none) {
            return Ok(None);
        }
        let or_none = Option::unwrap_or_default;
        Ok(Some(Tally {
            in_favour: or_none(in_favour),
            against: or_none(against),
            abstentions: or_none(abstentions),
            blanks: or_none(blanks),
            ..Tally::default()
        }))
    }
}

fn sentence(fault: ActFault) -> String {
    match fault {
        ActFault::State => text::STATE.to_owned(),
        ActFault::SittingShut => text::SHUT.to_owned(),
        ActFault::AnotherOpen => text::ANOTHER.to_owned(),
        ActFault::NobodyThere => text::NOBODY.to_owned(),
        ActFault::TooFewForSecret(there, least) => text::too_few(there, least),
        ActFault::CastingAwaited => text::CASTING_MISSING.to_owned(),
        ActFault::OtherWords => text::OTHER_WORDS.to_owned(),
        ActFault::KeyLost => text::KEY_LOST.to_owned(),
        ActFault::NotLate => text::NOT_LATE.to_owned(),
        ActFault::Hands(fault) => text::hands_fault(fault),
    }
}
