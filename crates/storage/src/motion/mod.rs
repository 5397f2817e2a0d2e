//! The draft: saved, shown, and what it quotes.

mod cited;
mod read;
mod save;
mod suggestion;
