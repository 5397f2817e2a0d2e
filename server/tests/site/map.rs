//! The map and the tree through the router: the page, what its island fetches, and what it asks.

use app::map::Key;
use app::map::data::MapData;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::reading::Figures;

use crate::harness::{Answer, TestApp, on_both};

use crate::writing::write;

const MAP: &str = "/congres/demonstration/carte";
const POINTS: &str = "/congres/demonstration/carte/points.json";

async fn figures(app: &TestApp) -> Figures {
    let mut reading = app.state.storage.read().await.unwrap();
    let congress = reading.congress(&"demonstration".parse().unwrap()).await.unwrap().unwrap();
    reading.themes_page(congress.id).await.unwrap().figures
}

async fn asked_with(app: &TestApp, name: header::HeaderName, value: &str) -> Answer {
    app.send(Request::get(POINTS).header(name, value).body(Body::empty()).unwrap()).await
}

#[test]
fn the_island_fetches_every_point_once_and_no_more() {
    on_both(|mut app| async move {
        app.demo().await;
        let figures = figures(&app).await;
        let plain = app.get(POINTS).await;
        assert_eq!(
            (plain.status, &plain.headers[header::CONTENT_TYPE]),
            (StatusCode::OK, &"application/json".parse().unwrap())
        );
        let data: serde_json::Value = serde_json::from_slice(&plain.bytes).unwrap();
        let column = |name: &str| data[name].as_array().unwrap().clone();
        // Weak signals none of whose words is anybody else's have no place among the others.
        let placed = column("number").len();
        assert!(
            placed >= figures.in_themes as usize && placed <= (figures.verbatims - figures.unplaced) as usize
        );
        assert_eq!(column("place").len(), 2 * placed);
        let in_themes = column("theme").iter().filter(|rank| rank.as_u64() > Some(0)).count();
        assert_eq!(in_themes, figures.in_themes as usize);
        let verbatims: u64 = column("verbatims").iter().filter_map(serde_json::Value::as_u64).sum();
        assert_eq!(verbatims, u64::from(figures.in_themes));
        let packed = asked_with(&app, header::ACCEPT_ENCODING, "gzip, br;q=0.9").await;
        assert_eq!(packed.headers[header::CONTENT_ENCODING], "br");
        assert!(packed.bytes.len() * 2 < plain.bytes.len());
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.bytes.as_slice(), &mut unpacked).unwrap();
        assert!(unpacked == plain.bytes);
        assert!(asked_with(&app, header::ACCEPT_ENCODING, "br;q=0").await.bytes == plain.bytes);
        let tag = plain.headers[header::ETAG].to_str().unwrap();
        let again = asked_with(&app, header::IF_NONE_MATCH, tag).await;
        assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
        let other = asked_with(&app, header::IF_NONE_MATCH, "\"une-autre\"").await;
        assert_eq!(other.status, StatusCode::OK);
    });
}

#[test]
fn the_list_is_the_maps_equal() {
    on_both(|mut app| async move {
        app.demo().await;
        for query in [
            "",
            "?q=fibre",
            "?q=fibre&type=idee&page=2",
            "?place=theme-1&college=elus",
            "?enjeu=1&dep=29",
            "?enjeu=x&page=999",
        ] {
            let text = app.page(&format!("{MAP}{query}")).await;
            assert_eq!(text.matches("<h1").count(), 1, "{query}");
            assert!(!text.contains(" style=\""), "{query}: an inline style");
        }
    });
}

#[test]
fn what_one_opens_and_what_words_light_up() {
    on_both(|mut app| async move {
        app.demo().await;
        let lit = app.get("/api/carte/eclairer?slug=demonstration&words=fibre").await;
        assert_eq!(lit.status, StatusCode::OK, "{}", lit.text());
        let lit: Vec<String> = serde_json::from_slice(&lit.bytes).unwrap();
        assert!(!lit.is_empty());
        for Key { number, ordinal } in lit.iter().take(5).map(|key| Key::read(key).unwrap()) {
            let number = number.get();
            let path = format!("/api/carte/verbatim?slug=demonstration&number={number}&ordinal={ordinal}");
            let opened: String = serde_json::from_slice(&app.get(&path).await.bytes).unwrap();
            assert!(opened.to_lowercase().contains("fibre"), "{opened}");
            let own = format!("/congres/demonstration/contributions/C-{number:04}#v{ordinal}");
            assert!(opened.contains(&own), "{opened}");
        }
        // Both words in one verbatim, where there is one, and that one alone.
        let both = app.get("/api/carte/eclairer?slug=demonstration&words=fibre%20commune").await;
        let both: Vec<String> = serde_json::from_slice(&both.bytes).unwrap();
        assert!(!both.is_empty() && both.len() < lit.len());
        for path in
            ["/api/carte/eclairer?slug=absent&words=fibre", "/api/carte/eclairer?slug=demonstration&words=et"]
        {
            assert_eq!(app.get(path).await.text(), "[]");
        }
        let beyond = app.get("/api/carte/verbatim?slug=demonstration&number=1&ordinal=99").await;
        assert_eq!(beyond.text(), "null");
    });
}

#[test]
fn a_congress_without_a_map_says_so() {
    on_both(|mut app| async move {
        app.import("texte\nLa fibre s’arrête au pont.\n".as_bytes(), |_| ()).await.unwrap();
        for below in ["carte", "arbre", "analyses"] {
            assert!(app.page(&format!("/congres/essai/{below}")).await.contains("<h1"), "{below}");
        }
        let data = app.page("/congres/essai/carte/points.json").await;
        assert_eq!(data, serde_json::to_string(&MapData::default()).unwrap());
        assert_eq!(app.get("/congres/absent/carte/points.json").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn the_tree_and_every_theme_in_full_are_pages() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let mut reading = app.state.storage.read().await.unwrap();
        let tree = reading.tree_page(congress.id).await.unwrap().unwrap();
        assert_eq!(tree.nodes[0].verbatims, tree.figures.in_themes);
        let leaves: u32 =
            tree.nodes.iter().filter(|node| node.theme.is_some()).map(|node| node.verbatims).sum();
        assert_eq!(leaves + tree.figures.weak + tree.figures.unplaced, tree.figures.verbatims);
        let text = app.page("/congres/demonstration/arbre").await;
        for line in tree.nodes.iter().filter_map(|node| node.theme.as_ref()) {
            assert!(
                text.contains(&format!("/congres/demonstration/themes/{}", line.tag.rank)),
                "{}",
                line.tag.label
            );
            let theme = reading.theme_page(congress.id, line.tag.rank, 1).await.unwrap().unwrap();
            assert!(!theme.says.is_empty() && !theme.path.is_empty(), "{}", line.tag.label);
        }
    });
}

#[test]
fn a_text_that_arrives_is_counted_beside_the_map_and_changes_nothing_on_it() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let cookie = app.sign_in_as(&congress, None).await;
        let before = app.get(POINTS).await;
        assert!(!app.get(MAP).await.text().contains("sera lue par la prochaine analyse"));
        let edition = async || app.state.storage.read().await.unwrap().edition(congress.id).await.unwrap();
        let old = edition().await;
        write(&app, &cookie, "Un guichet par canton, et quelqu’un dedans.", &[]).await;
        let new = edition().await;
        assert!(new != old && new.of_run() == old.of_run(), "{old:?} {new:?}");
        let page = app.get(MAP).await.text().replace("<!>", "");
        assert!(page.contains("est arrivée depuis et sera lue par la prochaine analyse"));
        assert!(app.get(POINTS).await.bytes == before.bytes);
    });
}
