//! The sums of every page are those of the corpus.

use domain::reading::{CorpusQuery, PlaceFilter};

use crate::harness::on_both;

#[test]
fn every_contribution_and_every_verbatim_is_counted_once() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let mut reading = app.state.storage.read().await.unwrap();
        let home = reading.home(congress.id).await.unwrap();
        let figures = home.figures;
        let texts = u32::try_from(server::demo::texts().unwrap().len()).unwrap();
        assert_eq!(figures.contributions, texts);
        assert_eq!(figures.verbatims, figures.in_themes + figures.weak + figures.unplaced);
        assert_eq!(figures.in_themes, home.themes.iter().map(|line| line.verbatims).sum::<u32>());
        assert_eq!(home.dots.len(), texts as usize);

        let corpus = reading.corpus_page(congress.id, &CorpusQuery::default(), &[]).await.unwrap();
        assert_eq!((corpus.corpus, corpus.total), (texts, texts));
        let facets = &corpus.facets;
        assert_eq!(facets.kinds.iter().map(|facet| facet.count).sum::<u32>(), texts);
        assert_eq!(facets.places.iter().map(|facet| facet.count).sum::<u32>(), texts);
        assert_eq!(facets.departements.iter().map(|facet| facet.count).sum::<u32>(), texts);
        assert_eq!(facets.colleges.iter().map(|facet| facet.count).sum::<u32>(), texts);
        for line in &home.themes {
            let facet = facets.places.iter().find(|facet| facet.value == PlaceFilter::Theme(line.tag.rank));
            assert_eq!(facet.map_or(0, |facet| facet.count), line.contributions, "{}", line.tag.label);
            let theme = reading.theme_page(congress.id, line.tag.rank, 1).await.unwrap().unwrap();
            assert_eq!(theme.verbatims.total, line.verbatims);
            assert_eq!(theme.kinds.iter().map(|facet| facet.count).sum::<u32>(), line.verbatims);
            assert_eq!(theme.departements.iter().map(|facet| facet.count).sum::<u32>(), line.verbatims);
        }

        let dossier = reading.dossier(congress.id).await.unwrap().unwrap();
        let annexed = dossier.themes.iter().map(|(_, quotes)| quotes.len()).sum::<usize>()
            + dossier.weak.len()
            + dossier.unplaced.len();
        assert_eq!(annexed, figures.verbatims as usize);
    });
}

#[test]
fn every_sentence_of_the_draft_is_somebodys_words() {
    on_both(|mut app| async move {
        let congress = app.demo().await;
        let mut reading = app.state.storage.read().await.unwrap();
        let bodies: std::collections::BTreeMap<_, _> = reading
            .contributions(congress.id)
            .await
            .unwrap()
            .into_iter()
            .map(|c| (c.number, c.body))
            .collect();
        let motion = reading.motion_page(congress.id).await.unwrap().unwrap();
        let sentences: Vec<_> =
            motion.objectives.iter().flat_map(|o| &o.paragraphs).flat_map(|p| &p.sentences).collect();
        assert!(sentences.len() > 10);
        for sentence in sentences {
            assert!(
                bodies[&sentence.quote.number].as_str().contains(&sentence.quote.text),
                "{}",
                sentence.quote.text
            );
        }
    });
}
