//! One socket, from its first message to its last.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use domain::live::{FromBrowser, ToBrowser};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

use super::line::{End, Heard, Line};
use super::pace::{BEAT, Pace, Pulse};
use super::people::Own;
use super::room::{Room, Shown, encode};
use super::seat::Seat;
use super::stage::{Ballot, Soon, Verdict};

/// Ballots of one socket that wait for their answer: a person's, and those of whom they stand for.
const MOST_BALLOTS: usize = 16;
/// How long ballots that arrived may still be answered when the server stops.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

struct Session<L> {
    line: L,
    seat: Seat,
    room: Arc<Room>,
    scene: watch::Receiver<Option<Shown>>,
    count: watch::Receiver<Option<Utf8Bytes>>,
    own: Option<watch::Receiver<Own>>,
    /// How often its right to be here was looked at.
    checks: u64,
    mine: Option<Utf8Bytes>,
    /// The one under way; the others follow in the order in which they came, since the last choice is the one that counts.
    ballots: JoinSet<(String, Verdict)>,
    waiting: VecDeque<Ballot>,
    stopping: watch::Receiver<bool>,
    beat: Soon<'static, ()>,
    pulse: Pulse,
    pace: Pace,
}

enum Event {
    Heard(Heard),
    Scene,
    Count,
    Own,
    Answer(String, Verdict),
    Beat,
    Stopping,
}

/// Follows a sitting until one side ends it.
pub(super) async fn follow(line: impl Line, seat: Seat) {
    let room = seat.live.room(seat.sitting);
    let gallery = room.gallery(seat.audience);
    let (mut scene, mut count) = (gallery.scene.subscribe(), gallery.count.subscribe());
    // What is there already is told as well.
    scene.mark_changed();
    count.mark_changed();
    let own = seat.viewer.as_ref().map(|(viewer, _)| room.join(viewer.member.id));
    let checks = own.as_ref().map_or(0, |own| own.borrow().checks);
    let session = Session {
        line,
        own,
        checks,
        mine: None,
        scene,
        count,
        ballots: JoinSet::new(),
        waiting: VecDeque::new(),
        stopping: seat.live.stopping(),
        beat: seat.live.wait().wait(BEAT),
        pulse: Pulse::default(),
        pace: Pace::new(Instant::now()),
        room,
        seat,
    };
    session.run().await;
}

impl<L: Line> Session<L> {
    async fn run(mut self) {
        let end = loop {
            let event = self.next().await;
            if let Err(end) = self.heed(event).await {
                break end;
            }
        };
        if end == End::Stopping {
            let _ = timeout(LAST_ANSWERS, self.answer_the_last()).await;
        }
        self.line.hang_up(end).await;
        drop(self.own.take());
        if let Some((viewer, _)) = &self.seat.viewer {
            self.room.people.leave(viewer.member.id);
        }
        drop(self.seat.place);
    }

    async fn next(&mut self) -> Event {
        let own = async {
            let told = match &mut self.own {
                Some(own) => own.changed().await.is_ok(),
                None => false,
            };
            if !told {
                std::future::pending::<()>().await;
            }
        };
        let stopping = async {
            let _ = self.stopping.wait_for(|stopping| *stopping).await;
        };
        tokio::select! {
            heard = self.line.hear() => Event::Heard(heard),
            Ok(()) = self.scene.changed() => Event::Scene,
            Ok(()) = self.count.changed() => Event::Count,
            () = own => Event::Own,
            Some(answer) = self.ballots.join_next() => match answer {
                Ok((key, verdict)) => Event::Answer(key, verdict),
                // Its key is lost with it; the browser sends it again.
                Err(_) => Event::Stopping,
            },
            () = &mut self.beat => Event::Beat,
            () = stopping => Event::Stopping,
        }
    }

    async fn heed(&mut self, event: Event) -> Result<(), End> {
        match event {
            Event::Heard(heard) => self.hear(heard).await,
            Event::Scene => {
                let shown = self.scene.borrow_and_update().clone();
                match shown.filter(|shown| shown.n != self.seat.last) {
                    Some(Shown { n, text, .. }) => {
                        self.seat.last = n;
                        self.say(text).await
                    }
                    None => Ok(()),
                }
            }
            Event::Count => {
                let count = self.count.borrow_and_update().clone();
                self.say_if(count).await
            }
            Event::Own => self.look_at_own().await,
            Event::Answer(key, verdict) => {
                self.hand_on();
                self.answer(key, verdict).await
            }
            Event::Beat => {
                self.beat = self.seat.live.wait().wait(BEAT);
                if !self.pulse.beat() {
                    return Err(End::Silent);
                }
                let now = self.seat.live.clock().now().micros() / 1000;
                self.say(encode(&ToBrowser::Beat { at: u64::try_from(now).unwrap_or_default() })).await
            }
            Event::Stopping => Err(End::Stopping),
        }
    }

    async fn hear(&mut self, heard: Heard) -> Result<(), End> {
        self.pulse.heard();
        let text = match heard {
            Heard::Gone => return Err(End::Gone),
            Heard::Unlawful => return Err(End::Unlawful),
            Heard::Binary => return Err(End::Binary),
            _ if !self.pace.take(Instant::now()) => return Err(End::TooOften),
            Heard::Sign => return Ok(()),
            Heard::Text(text) => text,
        };
        match serde_json::from_str(&text) {
            Ok(FromBrowser::Beat) => Ok(()),
            Ok(FromBrowser::Ballot { poll, key, form }) => self.take(poll, key, form).await,
            Err(_) => Err(End::Unclear),
        }
    }

    /// Hands a ballot on; what becomes of it is told when it is known, and other things meanwhile.
    async fn take(&mut self, poll: String, key: String, form: String) -> Result<(), End> {
        let Some((viewer, _)) = &self.seat.viewer else {
            return self.answer(key, Verdict::Refused(app::text::live::SIGN_IN.to_owned())).await;
        };
        if self.ballots.len() + self.waiting.len() >= MOST_BALLOTS {
            return self.answer(key, Verdict::Later(app::text::live::BUSY.to_owned())).await;
        }
        let ballot = Ballot {
            sitting: self.seat.sitting,
            member: viewer.member.id,
            session: viewer.session,
            poll,
            key,
            form,
        };
        self.waiting.push_back(ballot);
        self.hand_on();
        Ok(())
    }

    fn hand_on(&mut self) {
        if self.ballots.is_empty()
            && let Some(ballot) = self.waiting.pop_front()
        {
            let live = self.seat.live.clone();
            self.ballots.spawn(async move { (ballot.key.clone(), live.stage().ballot(&live, ballot).await) });
        }
    }

    async fn answer(&mut self, key: String, verdict: Verdict) -> Result<(), End> {
        let answer = match verdict {
            Verdict::Kept => ToBrowser::Ack { key },
            Verdict::Refused(sentence) => ToBrowser::No { key, sentence },
            Verdict::Later(sentence) => ToBrowser::Later { key, sentence },
        };
        self.say(encode(&answer)).await
    }

    /// What arrived is finished and told before the server stops.
    async fn answer_the_last(&mut self) -> Result<(), End> {
        while let Some(answered) = self.ballots.join_next().await {
            if let Ok((key, verdict)) = answered {
                self.hand_on();
                self.answer(key, verdict).await?;
            }
        }
        Ok(())
    }

    async fn look_at_own(&mut self) -> Result<(), End> {
        let Some(own) = &mut self.own else { return Ok(()) };
        let Own { mine, checks } = own.borrow_and_update().clone();
        if checks != self.checks {
            self.checks = checks;
            if !self.seat.may_stay().await {
                return Err(End::NotAllowed);
            }
        }
        if mine == self.mine {
            return Ok(());
        }
        self.mine.clone_from(&mine);
        self.say_if(mine).await
    }

    async fn say_if(&mut self, text: Option<Utf8Bytes>) -> Result<(), End> {
        match text {
            Some(text) => self.say(text).await,
            None => Ok(()),
        }
    }

    async fn say(&mut self, text: Utf8Bytes) -> Result<(), End> {
        if self.line.say(text).await { Ok(()) } else { Err(End::Silent) }
    }
}

#[cfg(test)]
mod tests;
