//! Black-box tests of the whole application through its real router, on SQLite and on PostgreSQL.

mod bad_input;
mod downloads;
mod harness;
mod health;
mod importing;
mod pages;
mod sums;
