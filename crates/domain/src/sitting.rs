//! Sittings (« séances »): when they are, who is there, who speaks for whom, and what they deal with.

mod agenda;
mod attendance;
mod badge;
mod convocation;
mod floor;
mod paper;
mod proxy;
mod roll;
mod seat;
mod state;
mod timing;

pub use agenda::{AgendaItem, ItemState};
pub use attendance::{Attendance, Presence};
pub use badge::{BADGE_HOURS, Badge, BadgeState};
pub use convocation::{Answers, Convened, ConvocationAnswer, Whom};
pub use floor::{FloorOrder, FloorRequest, next_speaker};
pub use paper::PaperSheet;
pub use proxy::{Proxy, ProxyEnd, ProxyFault, ProxyState};
pub use roll::{RollSeat, Standing, enrol, late, present, still_there};
pub use seat::{Seat, SeatKey, SeatKeyError, SeatKind};
pub use state::{Access, Sitting, SittingAct, SittingRules, SittingStage};
pub use timing::{Length, Pitch, Timing};

#[cfg(test)]
mod tests;
