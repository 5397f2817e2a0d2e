//! Writes every page from invented models into a folder, to look at them without a server:
//! `cargo run -p app --example preview -- FOLDER`, beside a `main.css` and `fonts/`.

#[path = "sample.rs"]
mod sample;

use app::failure::Failure;
use app::pages::{about, apart, congress, contributions, downloads, failure, motion, themes};
use app::{Assets, Document, Frame, render};
use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::reading::{ApartPage, Home, ThemesPage};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "preview".to_owned());
    std::fs::create_dir_all(&folder)?;
    for (name, document) in pages() {
        std::fs::write(Path::new(&folder).join(format!("{name}.html")), render(document, &frame()))?;
    }
    Ok(())
}

fn frame() -> Frame {
    let assets = Assets { style: "main.css".into(), wake: "wake.js".into(), fonts: vec![] };
    Frame { assets, path: "/congres/congres-2026".into(), now: sample::NOW }
}

fn pages() -> Vec<(&'static str, Document)> {
    let of = &sample::congress();
    let weak = ApartPage {
        run: sample::run(),
        figures: sample::figures(),
        verbatims: sample::quotes(&Place::Weak(WeakReason::RareWords)),
    };
    let unplaced = ApartPage {
        verbatims: sample::quotes(&Place::Unplaced(UnplacedReason::OtherLanguage)),
        ..weak.clone()
    };
    let list =
        ThemesPage { figures: sample::figures(), run: Some(sample::run()), themes: sample::home().themes };
    let bare = Home {
        figures: Default::default(),
        run: None,
        themes: vec![],
        dots: vec![],
        voices: vec![],
        has_motion: false,
    };
    let found =
        contributions::list::CorpusView { page: sample::corpus("fibre"), marks: vec![vec![3..8, 20..26]; 8] };
    vec![
        ("home", congress::home::document(of, sample::home(), sample::NOW)),
        ("home-empty", congress::home::document(of, bare, sample::NOW)),
        ("congresses", congress::list::document(vec![of.clone(), of.clone()])),
        ("corpus", contributions::list::document(of, found)),
        ("contribution", contributions::read::document(of, sample::contribution())),
        ("themes", themes::list::document(of, list)),
        ("theme", themes::read::document(of, sample::theme())),
        ("weak", apart::weak::document(of, weak)),
        ("unplaced", apart::unplaced::document(of, unplaced)),
        ("motion", motion::read::document(of, sample::motion(), Some("motion.pdf".into()))),
        ("motion-absent", motion::absent::document(of)),
        ("downloads", downloads::list::document(of, sample::downloads())),
        ("pending", downloads::pending::document(of, "Le dossier complet")),
        ("help", about::help::document(Some(of))),
        ("accessibility", about::accessibility::document(None)),
        ("legal", about::legal::document(None, &sample::publisher())),
        (
            "not-found",
            failure::document(Some(of), &Failure::NoContribution(of.slug.clone(), "C-9999".into())),
        ),
        ("incident", failure::document(None, &Failure::Incident("7F3A-21".into()))),
    ]
}
