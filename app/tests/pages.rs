//! Every page, from invented and from odd models: what a reader sees, and what must never be there.
#![expect(clippy::unwrap_used, reason = "what is invented here is well formed")]

#[path = "../examples/preview/sample.rs"]
mod sample;

use app::failure::Failure;
use app::map::query::MapQuery;
use app::pages::about::legal::Publisher;
use app::pages::contributions::read::Reader;
use app::pages::{
    about, apart, congress, contributions, downloads, failure, mail, map, motion, runs, themes,
};
use app::{Assets, Document, Frame, render};
use domain::analysis::{Place, WeakReason};
use domain::reading::*;
use domain::time::Timestamp;

fn html(document: Document) -> String {
    let assets = Assets {
        style: "/pkg/a.css".into(),
        wake: "/pkg/w.js".into(),
        writing: "/pkg/f.js".into(),
        unsent: "/pkg/u.js".into(),
        noting: "/pkg/n.js".into(),
        live: "/pkg/l.js".into(),
        shortcuts: "/pkg/k.js".into(),
        fonts: vec!["/pkg/serif.1f.woff2".into(), "/pkg/serif-extended.2e.woff2".into()],
    };
    render(document, &Frame { assets, path: "/ici".into(), now: sample::NOW, viewing: None })
}

fn corpus(page: CorpusPage) -> Document {
    let view = contributions::list::CorpusView {
        page,
        marks: vec![vec![3..8, 5..6], vec![0..9999, 2..2], vec![7..usize::MAX]],
        hidden: vec![],
    };
    contributions::list::document(&sample::congress(), view)
}

fn every_page() -> Vec<Document> {
    let of = &sample::congress();
    let apart = ApartPage {
        run: sample::run(),
        figures: sample::figures(),
        verbatims: sample::quotes(&Place::Weak(WeakReason::RareWords)),
    };
    let list =
        ThemesPage { figures: sample::figures(), run: Some(sample::run()), themes: sample::home().themes };
    let mut pages = vec![
        congress::home::document(of, sample::home(), vec![], sample::NOW),
        congress::list::document(vec![of.clone()]),
        corpus(sample::corpus("fibre")),
        contributions::read::document(of, sample::contribution(), Reader::default()),
        contributions::read::document(of, sample::late(), Reader::default()),
        themes::list::document(of, list),
        themes::tree::document(of, Some(sample::tree()), Some(1)),
        themes::tree::document(of, None, None),
        map::read::document(of, Some(sample::map_view(90, MapQuery::default(), None))),
        map::read::document(of, None),
        runs::list::document(of, sample::runs()),
        runs::read::document(of, &sample::runs(), 3).unwrap(),
        runs::compare::document(of, sample::comparison()),
        themes::read::document(of, sample::theme()),
        apart::weak::document(of, apart.clone()),
        apart::unplaced::document(of, apart),
        motion::read::document(of, sample::motion(), None, Vec::new()),
        motion::absent::document(of, Vec::new()),
        downloads::list::document(of, sample::downloads()),
        downloads::pending::document(of, "Le dossier"),
        mail::list::document(of, sample::outbox(), true),
        mail::read::document(of, sample::letter()),
        about::help::document(Some(of)),
        about::accessibility::document(None),
        about::legal::document(None, &Publisher::default()),
        about::legal::document(None, &sample::publisher()),
        failure::document(Some(of), &Failure::NoContribution(of.slug.clone(), "C-9999".into())),
        failure::document(Some(of), &Failure::NoTheme(of.slug.clone(), "99".into())),
        failure::document(None, &Failure::Incident("7F3A".into())),
        failure::document(None, &Failure::Unavailable),
    ];
    let others = sample::people::pages(of)
        .into_iter()
        .chain(sample::writing::pages(of))
        .chain(sample::moderation::pages(of));
    pages.extend(others.map(|(_, document)| document));
    pages
}

#[test]
fn every_page_has_one_title_and_nothing_inline() {
    for document in every_page() {
        let html = html(document);
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"fr\">"), "{html}");
        assert_eq!(html.matches("<h1").count(), 1, "{html}");
        assert_eq!(html.matches("<main").count(), 1, "{html}");
        assert_eq!(html.matches("id=\"contenu\"").count(), 1, "{html}");
        for inline in [" style=\"", "<style", "<script>", "onclick", "javascript:"] {
            assert!(!html.contains(inline), "{inline} in {html}");
        }
    }
}

#[test]
fn only_pages_with_an_island_or_the_form_of_writing_ask_for_a_script() {
    for document in every_page() {
        let html = html(document);
        assert_eq!(html.contains("<leptos-island"), html.contains("/pkg/w.js"), "{html}");
        assert_eq!(html.contains("id=\"ecrire\""), html.contains("/pkg/f.js"), "{html}");
        assert_eq!(
            html.contains("<script"),
            html.contains("/pkg/w.js") || html.contains("/pkg/f.js"),
            "{html}"
        );
    }
}

#[test]
fn only_the_fonts_of_every_page_are_fetched_early() {
    let html = html(about::help::document(None));
    assert_eq!(html.matches("rel=\"preload\"").count(), 1, "{html}");
    assert!(html.contains("/pkg/serif.1f.woff2"), "{html}");
}

#[test]
fn ids_are_unique() {
    for document in every_page() {
        let html = html(document);
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{html}");
    }
}

/// The text that a reader sees, tags and entities taken out.
fn seen(html: &str) -> String {
    let body = html.split("<body>").nth(1).unwrap_or(html);
    let text: String =
        body.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect();
    text.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\"")
}

#[test]
fn what_is_said_is_printed_as_in_french() {
    for document in every_page() {
        let text = seen(&html(document));
        for wrong in ["'", "\"", "...", " ;", " !", " ?", " :", "« ", " »", "( ", " ,"] {
            let at = text.find(wrong).map(|at| text[..at].chars().rev().take(60).collect::<String>());
            let before = at.map(|rest| rest.chars().rev().collect::<String>());
            assert_eq!(before, None, "{wrong:?}");
        }
    }
}

/// What a reader sees of a page's content, a line for each block.
fn lines(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default();
    let mut text = format!("<main{main}");
    for block in
        ["p", "h1", "h2", "h3", "li", "tr", "dt", "figcaption", "caption", "summary", "option", "label"]
    {
        text = text.replace(&format!("</{block}>"), "\n");
    }
    let cells = seen(
        &text.replace("</td>", " | ").replace("</th>", " | ").replace("<!>", "").replace("<!--<() />-->", ""),
    );
    let lines: Vec<&str> = cells.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn the_pages_of_an_analysis_say_what_they_say() {
    let of = &sample::congress();
    let asked = app::routes::map_query("type=idee&enjeu=6");
    let pages = [
        ("tree", themes::tree::document(of, Some(sample::tree()), Some(1))),
        ("theme", themes::read::document(of, sample::theme())),
        ("map", map::read::document(of, Some(sample::map_view(40, asked, None)))),
        ("late", contributions::read::document(of, sample::late(), Reader::default())),
        ("contribution", contributions::read::document(of, sample::contribution(), Reader::default())),
        ("runs", runs::list::document(of, sample::runs())),
        ("run", runs::read::document(of, &sample::runs(), 3).unwrap()),
        ("comparison", runs::compare::document(of, sample::comparison())),
    ];
    for (name, document) in pages {
        insta::assert_snapshot!(name, lines(&html(document)));
    }
    assert!(runs::read::document(of, &sample::runs(), 99).is_none());
}

#[test]
fn odd_analyses_still_make_a_page() {
    let of = &sample::congress();
    let alone = TreePage { nodes: vec![], ..sample::tree() };
    assert!(!html(themes::tree::document(of, Some(alone), None)).contains("<svg class=\"tree-picture"));
    let nothing = sample::map_view(0, MapQuery::default(), None);
    assert!(html(map::read::document(of, Some(nothing))).contains("Aucun verbatim de la carte ne répond"));
    let none = RunsPage { shown: None, runs: vec![], corpus_changed: false };
    assert!(html(runs::list::document(of, none)).contains("Aucune analyse n’a encore été lancée"));
    let still = Comparison {
        moved: 0,
        stayed: 1700,
        flows: vec![],
        verbatims: vec![],
        born: vec![],
        pages: 1,
        ..sample::comparison()
    };
    assert!(html(runs::compare::document(of, still)).contains("aucun n’a changé de place"));
    let apart = Comparison { shared: 0, moved: 0, stayed: 0, flows: vec![], ..sample::comparison() };
    assert!(html(runs::compare::document(of, apart)).contains("aucun verbatim en commun"));
}

#[test]
fn an_invented_congress_says_so_on_every_page() {
    let fiction = "Démonstration\u{a0}: ce congrès, ces personnes et ces textes sont fictifs.";
    assert!(
        html(congress::home::document(&sample::congress(), sample::home(), vec![], sample::NOW))
            .contains(fiction)
    );
    let real = domain::congress::Congress { fictional: false, ..sample::congress() };
    assert!(!html(congress::home::document(&real, sample::home(), vec![], sample::NOW)).contains(fiction));
}

#[test]
fn markup_in_texts_is_shown_as_text() {
    let attack = "<script>alert(1)</script> <img src=x onerror=alert(1)> \"'&";
    let mut page = sample::contribution();
    page.card.contribution.body = attack.parse().unwrap();
    page.card.contribution.title = Some(attack.into());
    page.card.contribution.signature.name = Some(attack.into());
    page.verbatims[0].span = 0..10;
    page.verbatims[1].span = 5..9_999;
    let mut list = sample::corpus(attack);
    list.cards = vec![page.card.clone()];
    list.facets.places[0].label = attack.into();
    for document in
        [contributions::read::document(&sample::congress(), page, Reader::default()), corpus(list)]
    {
        let html = html(document);
        assert!(!html.contains("<script>") && !html.contains("<img"), "{html}");
    }
}

#[test]
fn empty_and_odd_models_still_make_a_page() {
    let of = domain::congress::Congress { phases: vec![], summary: String::new(), ..sample::congress() };
    let bare = Home {
        figures: Figures::default(),
        run: None,
        themes: vec![],
        dots: vec![],
        voices: vec![],
        has_motion: false,
        kept: false,
    };
    let small = Home {
        run: Some(sample::run()),
        figures: Figures { contributions: 3, ..Figures::default() },
        ..bare.clone()
    };
    let none = QuotePage { total: 0, page: 1, pages: 1, quotes: vec![] };
    let list = ThemesPage { figures: Figures::default(), run: None, themes: vec![] };
    let nothing = CorpusPage { corpus: 0, total: 0, page: 1, pages: 1, cards: vec![], ..sample::corpus("") };
    let pages = vec![
        (
            congress::home::document(&of, bare, vec![], Timestamp::from_micros(i64::MAX)),
            "Aucune contribution n’est encore arrivée.",
        ),
        (congress::home::document(&of, small, vec![], sample::NOW), "trop petit"),
        (congress::list::document(vec![]), "Aucun congrès"),
        (themes::list::document(&of, list.clone()), "pas encore été analysées"),
        (themes::list::document(&of, ThemesPage { run: Some(sample::run()), ..list }), "trop petit"),
        (corpus(nothing.clone()), "Aucune contribution n’est encore arrivée."),
        (corpus(CorpusPage { corpus: 9, ..nothing }), "Retirez un filtre"),
        (
            apart::weak::document(
                &of,
                ApartPage { run: sample::run(), figures: sample::figures(), verbatims: none.clone() },
            ),
            "n’a isolé",
        ),
        (
            motion::read::document(
                &of,
                MotionPage { objectives: vec![], ..sample::motion() },
                None,
                Vec::new(),
            ),
            "trop petit",
        ),
    ];
    for (document, says) in pages {
        let html = html(document);
        assert!(html.contains(says), "{says} isn't said in {html}");
    }
    let odd =
        ThemePage { verbatims: none, objectives: vec![], typical: vec![], kinds: vec![], ..sample::theme() };
    html(themes::read::document(&of, odd));
}
