//! Letters: from the queue to the mail server, and what comes back.
//!
//! A letter is sent **at least once**: see [`storage`]'s `claim`. What an attempt came to is decided in [`domain::mail`].

pub mod bounces;
mod carrier;
mod message;
mod post;
mod relay;
mod sending;

pub use carrier::{Carrier, Step};
pub use post::Post;
pub use sending::{Sending, SendingError};
