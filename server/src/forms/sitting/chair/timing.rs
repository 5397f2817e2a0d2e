//! How long people speak, as the chair sets it.

use app::pages::sittings::chair::name;
use app::text::timing as text;
use domain::sitting::{Length, Pitch};

use super::{Again, At, Done, said};
use crate::forms::staff::optional;

impl At<'_> {
    /// How long a turn takes; nothing typed: as long as they like.
    pub(super) async fn turn(&self) -> Done {
        let turn = match said(self.fields, name::TURN).as_str() {
            "" => None,
            typed => match length(typed) {
                Some(length) => Some(length),
                None => return Ok(Err(Again::fault(name::TURN, text::RANGE))),
            },
        };
        let mut work = self.visit.state.storage.write().await?;
        work.set_turn(self.sitting.id, turn).await?;
        work.save().await?;
        Ok(Ok(()))
    }

    /// A pitch begins, or the last one has ended.
    pub(super) async fn pitch(&self, begins: bool) -> Done {
        let pitch = match begins {
            false => None,
            true => {
                let Some(length) = length(&said(self.fields, name::PITCH_MINUTES)) else {
                    return Ok(Err(Again::fault(name::PITCH_MINUTES, text::RANGE)));
                };
                let who = match optional(&said(self.fields, name::WHO)) {
                    Ok(who) => who,
                    Err(sentence) => return Ok(Err(Again::fault(name::WHO, sentence))),
                };
                if !self.sitting.stage.is_open() {
                    return Ok(Err(Again::refused(app::text::desk::SHUT)));
                }
                Some(Pitch { who, length, ends_at: length.after(self.visit.now()) })
            }
        };
        let mut work = self.visit.state.storage.write().await?;
        work.set_pitch(self.sitting.id, pitch.as_ref()).await?;
        work.save().await?;
        Ok(Ok(()))
    }
}

fn length(typed: &str) -> Option<Length> {
    typed.parse().ok().and_then(Length::of_minutes)
}
