//! What makes the minutes of the demonstration's sitting worth reading: a vote that was dropped, people who left and came back,
//! a proxy that ended at its giver's arrival, a correction.

use domain::id::{AttendanceId, MinutesCorrectionId};
use domain::journal::EntryKind;
use domain::minutes::{Correction, SectionKey};
use domain::sitting::{Attendance, Presence, ProxyEnd, Seat, Sitting};
use serde_json::json;
use storage::Work;

use super::sitting::{Hall, SittingError, done};

/// Places in the list of voices of those who went out for a while, and of one who left.
const OUT: [usize; 2] = [31, 57];
/// The same, of one who left for good.
const LEFT: usize = 72;

impl Hall<'_> {
    /// What doesn't go as it should, as it happens on any morning.
    pub(super) async fn mishaps(&self, sitting: &Sitting, seats: &[Seat]) -> Result<(), SittingError> {
        let text = "Le secrétariat de la motion reçoit les amendements jusqu’à la veille de la séance.";
        let wrong = self.poll(sitting, "Date limite de dépôt des amendements", text)?;
        let wrong = done(self.acts(52).prepare(&wrong).await?)?;
        done(self.acts(53).open(wrong.id).await?)?;
        let reason = "Le texte affiché n’était pas la dernière version".parse()?;
        done(self.acts(54).cancel(wrong.id, &reason).await?)?;
        let mut work = self.state.storage.write().await?;
        self.movements(&mut work, sitting, seats).await?;
        self.correction(&mut work, sitting).await?;
        work.save().await?;
        Ok(())
    }

    async fn movements(
        &self,
        work: &mut Work,
        sitting: &Sitting,
        seats: &[Seat],
    ) -> Result<(), SittingError> {
        for (seat, minutes) in OUT.iter().filter_map(|at| seats.get(*at)).zip([60, 62]) {
            work.check_out(sitting.id, seat.member, self.minutes(minutes)).await?;
            self.comes(work, sitting, (seat, minutes + 9)).await?;
        }
        if let Some(seat) = seats.get(LEFT) {
            work.check_out(sitting.id, seat.member, self.minutes(64)).await?;
        }
        let proxies = work.proxies(sitting.id).await?;
        let Some(proxy) = proxies.iter().find(|of| of.is_accepted()) else { return Ok(()) };
        let Some(giver) = seats.iter().find(|seat| seat.member == proxy.giver) else { return Ok(()) };
        let accepted = json!({
            "seance": sitting.id, "pouvoir": proxy.id, "mandant": proxy.giver, "mandataire": proxy.holder,
        });
        let entry = (self.minutes(54), EntryKind::ProxyAccepted, accepted.to_string());
        work.note_in_journal(self.congress.id, entry).await?;
        self.comes(work, sitting, (giver, 65)).await?;
        work.end_proxy(proxy.id, (self.minutes(65), ProxyEnd::CameIn)).await?;
        Ok(())
    }

    async fn comes(
        &self,
        work: &mut Work,
        sitting: &Sitting,
        (seat, minutes): (&Seat, i64),
    ) -> Result<(), SittingError> {
        let in_at = self.minutes(minutes);
        let coming = Attendance {
            id: self.state.draw(|entropy| AttendanceId::new(in_at, entropy)),
            sitting: sitting.id,
            member: seat.member,
            presence: Presence::Room,
            in_at,
            out_at: None,
        };
        work.check_in(&coming).await?;
        Ok(())
    }

    async fn correction(&self, work: &mut Work, sitting: &Sitting) -> Result<(), SittingError> {
        let at = self.minutes(75);
        let by = work.member(self.chair).await?.map(|member| member.name.as_str().to_owned());
        let words =
            "Le point a été ouvert par l’équipe d’accueil, qui a rappelé où trouver de l’aide.".parse();
        let (Some(by), Ok(text)) = (by, words) else { return Ok(()) };
        let id = self.state.draw(|entropy| MinutesCorrectionId::new(at, entropy));
        let new = Correction { id, section: SectionKey::Item(1), text, by, at };
        work.correct_minutes(sitting, &new, self.chair).await?;
        Ok(())
    }
}
