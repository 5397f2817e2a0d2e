//! Every query of the room, on both engines. `make test` starts the PostgreSQL that half of these tests want.
#![expect(clippy::unwrap_used, reason = "the whole file is a test, its helpers too")]

#[macro_use]
mod harness;
mod fixture;
mod held;
mod runs;

mod amendment;
mod analysis;
mod badge;
mod congress;
mod contribution;
mod corpus;
mod corrupt;
mod disposition;
mod durability;
mod erasure;
mod keeping;
mod life;
mod mail;
mod members;
mod minutes;
mod moderation;
mod motion;
mod news;
mod opening;
mod people;
mod poll;
mod run;
mod sitting;
mod uploads;
mod wording;
mod work;
mod workshop;
