//! The composition root of Plénière: settings, commands, router, guards, jobs.
//!
//! **Invariant:** nothing depends on this crate, and it alone reads the clock, chance, the environment and the network.

pub mod access;
pub mod commands;
pub mod config;
pub mod demo;
pub mod file;
pub mod forms;
pub mod guard;
pub mod health;
pub mod interrupt;
pub mod jobs;
pub mod letters;
pub mod live;
pub mod member;
pub mod memory;
pub mod pages;
pub mod present;
pub mod router;
pub mod serve;
pub mod signature;
pub mod state;
pub mod telemetry;
pub mod voting;
pub mod words;
