//! The draft, what it quotes, and the documents made from it.

use crate::fixture::{Counting, at, saved_congress, saved_corpus};
use crate::runs::saved_analysis;
use domain::analysis::{Analysis, Place};
use domain::contribution::{Contribution, ContributionNumber, Kind};
use domain::id::{MotionId, ObjectiveId, ParagraphId, SentenceId};
use domain::motion::{Motion, Objective, Paragraph, Sentence, SentenceState, Suggestion};
use storage::{Document, StorageError};

/// One objective a theme, two kinds, the first characters of verbatims.
pub fn motion(analysis: &Analysis, corpus: &[Contribution], entropy: &mut Counting) -> Motion {
    let sentence = |i: usize, entropy: &mut Counting| {
        let verbatim = &analysis.placements[i].verbatim;
        let contribution = corpus.iter().find(|c| c.id == verbatim.contribution).unwrap();
        Sentence {
            id: SentenceId::new(at(50), entropy),
            state: SentenceState::Machine,
            verbatim: verbatim.id,
            contribution: contribution.id,
            number: contribution.number,
            span: verbatim.span.start..verbatim.span.start + 7,
        }
    };
    let objective = |(i, theme): (usize, &domain::analysis::Theme)| Objective {
        id: ObjectiveId::new(at(50), entropy),
        rank: theme.rank,
        heading: format!("Objectif {}", theme.label),
        themes: analysis.themes[i..].iter().map(|theme| theme.id).collect(),
        suggestions: analysis.placements[..2]
            .iter()
            .map(|placement| Suggestion {
                verbatim: placement.verbatim.id,
                span: placement.verbatim.span.start..placement.verbatim.span.start + 3,
            })
            .collect(),
        paragraphs: [(Kind::Situation, [0, 1]), (Kind::Action, [2, 2 + i])]
            .map(|(kind, sources)| Paragraph {
                id: ParagraphId::new(at(50), entropy),
                kind,
                sentences: sources.map(|source| sentence(source, entropy)).to_vec(),
            })
            .to_vec(),
    };
    let objectives = analysis.themes.iter().enumerate().map(objective).collect();
    Motion { id: MotionId::new(at(50), entropy), analysis: analysis.id, drafted_at: at(51), objectives }
}

on_both! {
    async fn a_draft_comes_back_with_its_sources(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 24, &mut entropy).await;
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut work = db.storage.write().await.unwrap();
        assert_eq!(work.motion_page(congress.id).await.unwrap(), None);
        assert_eq!(work.dossier(congress.id).await.unwrap(), None);
        assert_eq!(work.motion_id(congress.id).await.unwrap(), None);
        let motion = motion(&analysis, &corpus, &mut entropy);
        work.save_motion(&motion).await.unwrap();
        work.save().await.unwrap();
        let mut read = db.storage.read().await.unwrap();
        assert!(read.home(congress.id).await.unwrap().has_motion);
        assert_eq!(read.motion_id(congress.id).await.unwrap(), Some(motion.id));
        let page = read.motion_page(congress.id).await.unwrap().unwrap();
        let spans = read.draft_spans(congress.id).await.unwrap();
        let first = &motion.objectives[0].paragraphs[0].sentences[0];
        assert_eq!((spans.len(), &spans[&(1, 1)]), (12, &(first.verbatim, first.span.clone())));
        assert_eq!((page.drafted_at, page.quoted, page.objectives.len()), (at(51), 5, 3));
        for (stored, objective) in page.objectives.iter().zip(&motion.objectives) {
            assert_eq!((stored.rank, &stored.heading), (objective.rank, &objective.heading));
            let ranks: Vec<_> = stored.themes.iter().map(|line| line.tag.rank).collect();
            assert_eq!(ranks, (objective.rank..=3).collect::<Vec<_>>());
            assert_eq!(stored.paragraphs.len(), 2);
            let offered: Vec<_> = stored.suggestions.iter().map(|quote| (quote.verbatim, quote.text.len())).collect();
            let given: Vec<_> = objective.suggestions.iter().map(|of| (of.verbatim, 3)).collect();
            assert_eq!(offered, given);
            let divided: usize = analysis.themes.iter().filter(|theme| theme.rank >= objective.rank).map(|theme| theme.divides.len()).sum();
            assert_eq!(stored.divides.len(), divided, "what divides the themes that feed it");
            let sentences: Vec<_> = stored.paragraphs.iter().flat_map(|p| &p.sentences).collect();
            assert_eq!(sentences.iter().map(|s| s.number).collect::<Vec<_>>(), [1, 2, 3, 4]);
            for (sentence, given) in sentences.iter().zip(objective.paragraphs.iter().flat_map(|p| &p.sentences)) {
                let body = corpus[given.number.get() as usize - 1].body.as_str();
                assert_eq!(sentence.quote.text, body[given.span.clone()]);
                assert_eq!((sentence.quote.verbatim, sentence.quote.number), (given.verbatim, given.number));
            }
        }
        let cited = read.contribution_page(congress.id, ContributionNumber::new(1)).await.unwrap().unwrap();
        let places: Vec<_> = cited.verbatims[0].cited.iter().map(|c| (c.objective, c.sentence)).collect();
        // In a sentence of each objective, and among the phrases that each offers.
        let each = |objective| [(objective, Some(1)), (objective, None)];
        assert_eq!(places, (1..=3).flat_map(each).collect::<Vec<_>>());
        assert_eq!(cited.verbatims[0].cited[0].heading, "Objectif Thème 1");
        let theme = read.theme_page(congress.id, 2, 1).await.unwrap().unwrap();
        assert_eq!(theme.objectives.iter().map(|(rank, _)| *rank).collect::<Vec<_>>(), [1, 2]);
    }

    async fn a_dossier_holds_every_verbatim_once(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 48, &mut entropy).await;
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut work = db.storage.write().await.unwrap();
        work.save_motion(&motion(&analysis, &corpus, &mut entropy)).await.unwrap();
        work.save().await.unwrap();
        let dossier = db.storage.read().await.unwrap().dossier(congress.id).await.unwrap().unwrap();
        assert_eq!(dossier.congress, congress);
        for (line, quotes) in &dossier.themes {
            assert_eq!(line.verbatims as usize, quotes.len());
            assert!(quotes.is_sorted_by_key(|quote| (quote.number, quote.ordinal)));
        }
        assert_eq!(dossier.weak.len(), dossier.motion.figures.weak as usize);
        assert_eq!(dossier.unplaced.len(), dossier.motion.figures.unplaced as usize);
        assert!(dossier.weak.iter().all(|quote| matches!(quote.place, Place::Weak(_))));
        let mut ids: Vec<_> = dossier.themes.iter().flat_map(|(_, quotes)| quotes).map(|q| q.verbatim).collect();
        ids.extend(dossier.weak.iter().chain(&dossier.unplaced).map(|quote| quote.verbatim));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), analysis.placements.len());
        let signed: Vec<_> = corpus.iter().map(|c| (c.number, c.signature.clone())).collect();
        assert_eq!(dossier.contributions, signed);
    }

    async fn a_draft_of_an_unfinished_run_is_refused_and_the_last_one_is_shown(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 24, &mut entropy).await;
        let mut unknown = motion(&crate::runs::analysis(1, &corpus, &mut entropy), &corpus, &mut entropy);
        unknown.objectives.clear();
        let mut work = db.storage.write().await.unwrap();
        assert!(matches!(work.save_motion(&unknown).await, Err(StorageError::Missing(_))));
        drop(work);
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let mut work = db.storage.write().await.unwrap();
        let first = motion(&analysis, &corpus, &mut entropy);
        let mut second = motion(&analysis, &corpus, &mut entropy);
        second.drafted_at = at(60);
        work.save_motion(&second).await.unwrap();
        work.save_motion(&first).await.unwrap();
        work.save().await.unwrap();
        let shown = db.storage.read().await.unwrap().motion_id(congress.id).await.unwrap();
        assert_eq!(shown, Some(second.id));
    }

    async fn a_document_is_kept_and_replaced(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 24, &mut entropy).await;
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let motion = motion(&analysis, &corpus, &mut entropy);
        let mut document = Document {
            motion: motion.id,
            format: "pdf".to_owned(),
            sha256: "a".repeat(64),
            bytes: vec![0, 255, 37],
            made_at: at(70),
        };
        let mut work = db.storage.write().await.unwrap();
        work.save_motion(&motion).await.unwrap();
        work.keep_document(congress.id, &document).await.unwrap();
        assert_eq!(work.document(motion.id, "pdf").await.unwrap().as_ref(), Some(&document));
        document.bytes.clear();
        work.keep_document(congress.id, &document).await.unwrap();
        assert_eq!(work.document(motion.id, "pdf").await.unwrap(), Some(document));
        assert_eq!(work.document(motion.id, "zip").await.unwrap(), None);
    }

    async fn open_data_is_kept_until_the_congress_changes(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let corpus = saved_corpus(&db.storage, congress.id, 6, &mut entropy).await;
        let edition = db.storage.read().await.unwrap().edition(congress.id).await.unwrap();
        assert_eq!((edition.contributions, edition.run, edition.motion), (6, None, None));
        for (made_from, bytes) in [("un", b"a".as_slice()), ("deux", b"bc")] {
            let mut work = db.storage.write().await.unwrap();
            work.keep_open_data(congress.id, "table.csv", made_from, bytes, at(1)).await.unwrap();
            work.save().await.unwrap();
        }
        let mut read = db.storage.read().await.unwrap();
        assert_eq!(read.open_data(congress.id, "table.csv", "un").await.unwrap(), None);
        assert_eq!(read.open_data(congress.id, "table.csv", "deux").await.unwrap(), Some(b"bc".to_vec()));
        assert_eq!(read.open_data(congress.id, "autre.csv", "deux").await.unwrap(), None);
        drop(read);
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let later = db.storage.read().await.unwrap().edition(congress.id).await.unwrap();
        assert_eq!((later.contributions, later.run, later.motion), (6, Some(analysis.id), None));
    }
}
