//! Letters that come back: reports of mail servers (RFC 3464), read and noted. Noted twice, they are noted once.

mod read;
mod report;

pub use read::{Returned, Unread, read};
pub use report::{Report, note};
