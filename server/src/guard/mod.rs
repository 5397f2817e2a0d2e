//! Around every handler: who asks, what is let in, what is said of the answer, what is written down.

pub mod caller;
pub mod cookie;
pub mod headers;
pub mod limits;
pub mod origin;
pub mod patience;
pub mod request_log;
