//! Makes the PDF of a large invented dossier and says how long it took: `cargo run -p documents --example large -- out.pdf`.
#![expect(clippy::expect_used, reason = "invented data that cannot be made is a bug of this file")]

#[path = "../tests/it/common.rs"]
mod common;

use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::reading::{Dossier, Quote};
use std::time::Instant;

const THEMES: u32 = 18;
const VERBATIMS: u32 = 3_000;
const CONTRIBUTIONS: u32 = 1_869;

/// Words that look French, drawn by a small linear congruence: the same at each run.
struct Babble(u64);

impl Babble {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] = [
            "mé", "dia", "tion", "ré", "seau", "com", "mu", "ne", "for", "ma", "ter", "ri", "toi", "re",
            "ser", "vice",
        ];
        let syllables = 1 + self.below(4);
        (0..syllables).map(|_| SYLLABLES[usize::try_from(self.below(16)).expect("small")]).collect()
    }

    fn text(&mut self) -> String {
        let words = 6 + self.below(55);
        let said: Vec<String> = (0..words).map(|_| self.word()).collect();
        format!("{}.", said.join(" "))
    }
}

fn large() -> Dossier {
    let mut babble = Babble(42);
    let mut quote =
        |n: u32, place| common::quote(n, 1 + n * CONTRIBUTIONS / VERBATIMS, &babble.text(), place);
    let weak: Vec<Quote> = (0..300).map(|n| quote(n, Place::Weak(WeakReason::FarFromAll))).collect();
    let unplaced: Vec<Quote> =
        (300..400).map(|n| quote(n, Place::Unplaced(UnplacedReason::TooShort))).collect();
    let share = (VERBATIMS - 400) / THEMES;
    let themes = (0..THEMES).map(|t| {
        let tag = common::tag(t + 1, &format!("thème inventé numéro {}", t + 1));
        let end = if t + 1 == THEMES { VERBATIMS } else { 400 + (t + 1) * share };
        let quotes = (400 + t * share..end).map(|n| quote(n, Place::Theme(tag.clone()))).collect();
        common::theme(tag, quotes)
    });
    let themes = themes.collect();
    common::dossier(themes, weak, unplaced)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dossier = if std::env::args().nth(2).as_deref() == Some("small") {
        common::small(&common::ORDINARY)
    } else {
        large()
    };
    let options = documents::pdf::MotionOptions {
        base_url: Some("https://exemple.fr/2026/contributions/"),
        printed_at: common::NOON,
    };
    let started = Instant::now();
    let bytes = documents::pdf::motion(&dossier, &options)?;
    println!(
        "{} verbatims, {} bytes, {:.1} s",
        dossier.motion.figures.verbatims,
        bytes.len(),
        started.elapsed().as_secs_f64()
    );
    std::fs::write(std::env::args().nth(1).ok_or("say where the PDF goes")?, bytes)?;
    Ok(())
}
