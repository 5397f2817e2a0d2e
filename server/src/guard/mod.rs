//! Layers around every handler: what is let in, what is said of the answer, what is written down.

pub mod headers;
pub mod origin;
pub mod patience;
pub mod request_log;
