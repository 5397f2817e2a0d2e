//! Sittings: what they deal with, who is convened, who is there, who speaks for whom, who asks to speak.

mod agenda;
mod attendance;
mod badge;
mod convened;
mod floor;
mod held;
mod leave;
mod person;
mod plan;
mod proxy;
mod seats;
mod timing;

pub use attendance::CheckIn;
pub use proxy::Giving;
