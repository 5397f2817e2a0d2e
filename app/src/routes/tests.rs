use domain::contribution::Kind;
use domain::member::College;
use domain::reading::PlaceFilter;
use proptest::prelude::*;

use super::*;

fn query_of(path: &str) -> CorpusQuery {
    corpus_query(path.split_once('?').map_or("", |(_, query)| query))
}

fn place() -> impl Strategy<Value = PlaceFilter> {
    prop_oneof![
        any::<u32>().prop_map(PlaceFilter::Theme),
        Just(PlaceFilter::Weak),
        Just(PlaceFilter::Unplaced),
        Just(PlaceFilter::Unread),
    ]
}

proptest! {
    #[test]
    fn what_is_asked_comes_back(
        words in "\\PC{0,20}",
        kind in prop::option::of(prop::sample::select(Kind::ALL)),
        place in prop::option::of(place()),
        departement in prop::option::of("(|[0-9]{2}|2A|97[0-9])"),
        college in prop::option::of(prop::sample::select(College::ALL)),
        page in 1..5000u32,
        area in prop::option::of(0..40u32),
    ) {
        let query = CorpusQuery { words: words.trim().to_owned(), kind, place, departement, college, page };
        let slug: Slug = "congres".parse().unwrap();
        let path = Route::Contributions(&slug, &query).path();
        prop_assert!(path.is_ascii(), "{path}");
        prop_assert_eq!(query_of(&path), query.clone());
        let query = MapQuery { corpus: query, area };
        let path = Route::Map(&slug, &query).path();
        prop_assert_eq!(map_query(path.split_once('?').map_or("", |(_, query)| query)), query);
    }

    #[test]
    fn any_query_string_is_read(text in "\\PC*") {
        prop_assert!(corpus_query(&text).page >= 1);
        prop_assert!(page_number(&text) >= 1);
    }
}

#[test]
fn addresses_are_those_of_the_plan() {
    let slug: Slug = "c-2026".parse().unwrap();
    let number = ContributionNumber::new(421);
    assert_eq!(Route::Contribution(&slug, number).path(), "/congres/c-2026/contributions/C-0421");
    assert_eq!(Route::Theme(&slug, 3, 1).path(), "/congres/c-2026/themes/3");
    assert_eq!(Route::Theme(&slug, 3, 2).path(), "/congres/c-2026/themes/3?page=2");
    let id: LetterId = "019a8201-7c40-7000-8000-0000000000aa".parse().unwrap();
    assert_eq!(Route::Outbox(&slug, 2).path(), "/congres/c-2026/courrier?page=2");
    assert_eq!(Route::LetterHtml(&slug, id).path(), format!("{}/page", Route::Letter(&slug, id).path()));
    assert_eq!(Route::Tree(&slug).path(), "/congres/c-2026/arbre");
    assert_eq!(Route::Map(&slug, &MapQuery::default()).path(), "/congres/c-2026/carte");
    let key = Key { number, ordinal: 2 };
    assert_eq!(Route::OnMap(&slug, key).path(), "/congres/c-2026/carte?ici=C-0421-2#C-0421-2");
    assert_eq!(Route::InTree(&slug, 3).path(), "/congres/c-2026/arbre?ici=3#ici");
    assert_eq!(Route::Verbatim(&slug, key).path(), "/congres/c-2026/contributions/C-0421#v2");
    assert_eq!(Route::MapData(&slug).path(), "/congres/c-2026/carte/points.json");
    assert_eq!(Route::Run(&slug, 3).path(), "/congres/c-2026/analyses/3");
    assert_eq!(Route::Comparison(&slug, 2, 3, 1).path(), "/congres/c-2026/analyses/2/comparer/3");
    assert_eq!(Route::Weak(&slug, 1).path(), "/congres/c-2026/signaux-faibles");
    assert_eq!(Route::Sentence(&slug, 2, 5).path(), "/congres/c-2026/motion#o2-5");
    assert_eq!(
        Route::Download(&slug, "motion à lire.pdf").path(),
        "/congres/c-2026/telechargements/motion%20%C3%A0%20lire.pdf"
    );
}

#[test]
fn forms_that_leave_fields_empty_ask_nothing() {
    let asked = corpus_query("q=+num%C3%A9rique+public&type=&place=&dep=&college=&page=0");
    assert_eq!(asked, CorpusQuery { words: "numérique public".into(), page: 1, ..CorpusQuery::default() });
    assert_eq!(corpus_query("dep=sans").departement.as_deref(), Some(""));
}
