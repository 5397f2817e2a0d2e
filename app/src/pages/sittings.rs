//! Sittings: planned, followed on phones, run at the desk, seen by the room.

pub mod agenda;
pub mod answer;
mod asking;
pub mod badges;
pub mod chair;
pub mod confirm;
pub mod convene;
pub mod door;
pub mod follow;
pub mod list;
pub mod minutes;
pub mod own;
pub mod poll;
mod prepare;
pub mod proxies;
pub mod scene;
pub mod screen;
