//! Compiles this crate again when a migration is added: `sqlx::migrate!` alone sees only those that it already holds.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
