//! How often those who aren't signed in may knock: few letters a mailbox, and a ceiling an address, far above what the
//! people of one room, behind one Wi-Fi, ask for together. Kept in memory: a restart forgets, and forgives.

mod address;
mod window;

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use domain::email::Email;
use domain::id::{CongressId, MemberId, TableId};
use domain::time::Timestamp;

pub use address::Client;
pub use window::{Limit, Window};

/// Letters that one mailbox gets in an hour at the demand of people who aren't signed in.
const A_MAILBOX: Limit = Limit { most: 5, seconds: 60 * 60 };
/// What one address may ask at the door in an hour: a room of 500 where everybody tries ten times.
const AN_ADDRESS: Limit = Limit { most: 5_000, seconds: 60 * 60 };

/// Codes of the screen that one person may try in ten minutes: one in a million is right.
const A_CODE: Limit = Limit { most: 10, seconds: 10 * 60 };

/// Names for which a table is shown whom they may be of, in ten minutes: helpers hesitate less often, and whoever holds a sheet
/// isn't to read the list of members through it.
const A_TABLE: Limit = Limit { most: 40, seconds: 10 * 60 };

/// What was asked too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooOften {
    /// Letters to that mailbox.
    Mailbox {
        /// When it may be asked again.
        again_at: Timestamp,
    },
    /// Anything from that address.
    Address {
        /// When it may be asked again.
        again_at: Timestamp,
    },
}

/// The limits of the door. Cheap to clone: all clones count together.
#[derive(Clone)]
pub struct Limits {
    counts: Arc<Mutex<Counts>>,
    proxies: Arc<[IpAddr]>,
}

struct Counts {
    mailboxes: Window<(CongressId, Email)>,
    addresses: Window<IpAddr>,
    codes: Window<MemberId>,
    tables: Window<TableId>,
}

impl Limits {
    /// Nothing was asked yet. `proxies` are believed when they say for whom they ask.
    pub fn new(proxies: &[IpAddr]) -> Self {
        let counts = Counts {
            mailboxes: Window::new(A_MAILBOX),
            addresses: Window::new(AN_ADDRESS),
            codes: Window::new(A_CODE),
            tables: Window::new(A_TABLE),
        };
        Self { counts: Arc::new(Mutex::new(counts)), proxies: proxies.into() }
    }

    /// Counts a knock at the door.
    ///
    /// # Errors
    /// When there were too many from that address.
    pub fn knock(&self, client: &Client, now: Timestamp) -> Result<(), TooOften> {
        let address = client.address(&self.proxies);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.addresses.take(address, now).map_err(|again_at| TooOften::Address { again_at })
    }

    /// Counts a code of the screen that somebody tries; whether they may.
    pub fn check_in(&self, member: MemberId, now: Timestamp) -> bool {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.codes.take(member, now).is_ok()
    }

    /// Counts a list of names shown to whoever holds a table's sheet; whether it may be shown.
    pub fn names(&self, table: TableId, now: Timestamp) -> bool {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.tables.take(table, now).is_ok()
    }

    /// Counts a letter asked for a mailbox, whether anybody has that address or not.
    ///
    /// # Errors
    /// When there were too many.
    pub fn letter(&self, congress: CongressId, mailbox: &Email, now: Timestamp) -> Result<(), TooOften> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = counts.mailboxes.take((congress, mailbox.clone()), now);
        taken.map_err(|again_at| TooOften::Mailbox { again_at })
    }
}

impl Default for Limits {
    /// Without a proxy but those of this machine.
    fn default() -> Self {
        Self::new(&[])
    }
}
