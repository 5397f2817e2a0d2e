//! Writes every page from invented models into a folder, to look at them without a server:
//! `cargo run -p app --example preview -- FOLDER`, beside a `main.css` and `fonts/`.

#[path = "sample.rs"]
mod sample;

use app::api::map::Opened;
use app::failure::Failure;
use app::map::Key;
use app::map::data::MapData;
use app::map::query::MapQuery;
use app::pages::{
    about, apart, congress, contributions, downloads, failure, mail, map, motion, runs, themes,
};
use app::{Assets, Document, Frame, render};
use domain::analysis::{Place, UnplacedReason, WeakReason};
use domain::reading::{ApartPage, Home, ThemesPage};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "preview".to_owned());
    std::fs::create_dir_all(&folder)?;
    for (name, document) in pages()? {
        std::fs::write(Path::new(&folder).join(format!("{name}.html")), render(document, &frame()))?;
    }
    for (name, json) in answers()? {
        std::fs::write(Path::new(&folder).join(format!("{name}.json")), json)?;
    }
    Ok(())
}

/// What the map's island would be answered: the points, ten thousand of them too, a verbatim, and those that words light up.
fn answers() -> Result<Vec<(&'static str, String)>, serde_json::Error> {
    let slug = &sample::congress().slug;
    let page = sample::map(1800);
    let lit: Vec<_> = page
        .points
        .iter()
        .step_by(23)
        .map(|of| Key { number: of.number, ordinal: of.ordinal }.to_string())
        .collect();
    Ok(vec![
        ("points", serde_json::to_string(&MapData::of(&page))?),
        ("points-10000", serde_json::to_string(&MapData::of(&sample::map(10_000)))?),
        (
            "verbatim",
            serde_json::to_string(&Opened::of(slug, &sample::contribution(), 1).map(|of| of.html()))?,
        ),
        ("lit", serde_json::to_string(&lit)?),
    ])
}

fn frame() -> Frame {
    let assets = Assets {
        style: "main.css".into(),
        wake: "wake.js".into(),
        writing: "writing.js".into(),
        unsent: "unsent.js".into(),
        noting: "noting.js".into(),
        live: "live.js".into(),
        shortcuts: "shortcuts.js".into(),
        fonts: vec![],
    };
    Frame { assets, path: "/congres/congres-2026".into(), now: sample::NOW, viewing: None }
}

fn pages() -> std::io::Result<Vec<(&'static str, Document)>> {
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
        kept: false,
    };
    let found = contributions::list::CorpusView {
        page: sample::corpus("fibre"),
        marks: vec![vec![3..8, 20..26]; 8],
        hidden: vec![],
    };
    let mut pages = vec![
        ("home", congress::home::document(of, sample::home(), vec![], sample::NOW)),
        ("home-empty", congress::home::document(of, bare, vec![], sample::NOW)),
        ("congresses", congress::list::document(vec![of.clone(), of.clone()])),
        ("corpus", contributions::list::document(of, found)),
        (
            "contribution",
            contributions::read::document(of, sample::contribution(), contributions::read::Reader::default()),
        ),
        ("late", contributions::read::document(of, sample::late(), contributions::read::Reader::default())),
        ("themes", themes::list::document(of, list)),
        ("tree", themes::tree::document(of, Some(sample::tree()), Some(1))),
        ("tree-absent", themes::tree::document(of, None, None)),
        ("map", map::read::document(of, Some(sample::map_view(1800, MapQuery::default(), None)))),
        ("map-asked", map::read::document(of, Some(sample::map_view(1800, asked(), None)))),
        ("map-absent", map::read::document(of, None)),
        ("runs", runs::list::document(of, sample::runs())),
        (
            "run",
            runs::read::document(of, &sample::runs(), 3).ok_or_else(|| std::io::Error::other("no run 3"))?,
        ),
        ("comparison", runs::compare::document(of, sample::comparison())),
        ("theme", themes::read::document(of, sample::theme())),
        ("weak", apart::weak::document(of, weak)),
        ("unplaced", apart::unplaced::document(of, unplaced)),
        ("motion", motion::read::document(of, sample::motion(), Some("motion.pdf".into()), Vec::new())),
        ("motion-absent", motion::absent::document(of, Vec::new())),
        ("downloads", downloads::list::document(of, sample::downloads())),
        ("pending", downloads::pending::document(of, "Le dossier complet")),
        ("mail", mail::list::document(of, sample::outbox(), true)),
        ("letter", mail::read::document(of, sample::letter())),
        ("help", about::help::document(Some(of))),
        ("accessibility", about::accessibility::document(None)),
        ("legal", about::legal::document(None, &sample::publisher())),
        (
            "not-found",
            failure::document(Some(of), &Failure::NoContribution(of.slug.clone(), "C-9999".into())),
        ),
        ("incident", failure::document(None, &Failure::Incident("7F3A-21".into()))),
    ];
    pages.extend(sample::people::pages(of));
    pages.extend(sample::writing::pages(of));
    pages.extend(sample::moderation::pages(of));
    Ok(pages)
}

fn asked() -> MapQuery {
    app::routes::map_query("type=idee&place=theme-1")
}
