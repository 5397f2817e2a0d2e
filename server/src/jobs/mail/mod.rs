//! Letters: from the queue to the mail server, and what comes back.
//!
//! A letter is sent **at least once**: see [`storage`]'s `claim`. What an attempt came to is decided in [`domain::mail`].
//! What nobody’s click causes, weekly digests and decisive news, is composed between two letters.

pub mod bounces;
mod carrier;
mod message;
mod news;
mod post;
mod relay;
mod sending;
mod telling;
mod week;

pub use carrier::{Carrier, Step};
pub use news::Teller;
pub use post::Post;
pub use sending::{Sending, SendingError};
