//! Black-box tests of the whole application through its real router, on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on should say so at once")]

mod bad_input;
mod badges;
mod convening;
mod dashboard;
mod desk;
mod device;
mod dispositions;
mod door;
mod downloads;
mod entering;
mod erasing;
mod governing;
mod harness;
mod health;
mod importing;
mod imports;
mod inviting;
mod late;
mod life;
mod live;
mod mail;
mod map;
mod members;
mod minutes;
mod moderation;
mod naming;
mod near;
mod others;
mod own;
mod pages;
mod rehearsing;
mod reminding;
mod rights;
mod runs;
mod screens;
mod sittings;
mod sums;
mod timing;
mod verifying;
mod voting;
mod wording;
mod wording_files;
mod workshops;
mod writing;
