//! What becomes of verbatims: every one is somewhere, and citing goes before settling.

use domain::disposition::{Counts, Disposition, DispositionKind, LedgerBy, LedgerPlace, Reason, Settled};
use domain::id::{CitationId, MemberId, VerbatimId};
use domain::reading::{DispositionsPage, DispositionsQuery};
use domain::wording::{BlockKey, Stance, VersionNumber, freeze};
use storage::{NewCitation, NewVersion, Storage};

use crate::fixture::{at, saved_corpus};
use crate::runs::saved_analysis;
use crate::wording::{begun, done};

use DispositionKind::{Cited, Near, NotTaken, Pending, TakenUp};

async fn page(
    storage: &Storage,
    congress: domain::id::CongressId,
    version: Option<u32>,
    query: DispositionsQuery,
) -> DispositionsPage {
    let version = version.map(VersionNumber::new);
    storage.read().await.unwrap().dispositions_page(congress, version, query).await.unwrap().unwrap()
}

fn counted(counts: &Counts) -> [u32; 5] {
    [Cited, TakenUp, Near, NotTaken, Pending].map(|kind| counts.of(kind))
}

on_both! {
    async fn every_verbatim_is_accounted_for_whatever_is_settled(db) {
        let (congress, [soazig, _], mut entropy) = begun(&db.storage).await;
        let corpus = saved_corpus(&db.storage, congress.id, 8, &mut entropy).await;
        let analysis = saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let total = u32::try_from(analysis.placements.len()).unwrap();
        let start = DispositionsQuery::default();
        let all = page(&db.storage, congress.id, None, start).await;
        assert_eq!((all.total, counted(&all.ledger.all)), (total, [0, 0, 0, 0, total]));
        let ids: Vec<VerbatimId> = all.lines.iter().map(|line| line.quote.verbatim).collect();
        let when = |n: i64, by: MemberId| (at(n), by);
        let settle = async |ids: &[VerbatimId], settled: Option<Settled>| {
            done(&db.storage, async |work| {
                work.settle_verbatims(congress.id, ids, settled.as_ref(), when(200, soazig)).await.unwrap()
            })
            .await
        };
        let why: domain::line::Line = "Le contrat de plan le prévoit.".parse().unwrap();
        let not = Settled::NotTaken(Reason::Exists, Some(why));
        assert_eq!(settle(&ids[..2], Some(Settled::TakenUp)).await, 2);
        assert_eq!(settle(&ids[1..2], Some(Settled::Near(corpus[3].number))).await, 1, "the last word holds");
        assert_eq!(settle(&ids[2..4], Some(not.clone())).await, 2);
        assert_eq!(settle(&ids[3..4], None).await, 1, "left to be settled again");
        let stranger = VerbatimId::new(at(1), &mut entropy);
        assert_eq!(settle(&[stranger], Some(Settled::TakenUp)).await, 0, "of no run that is shown");
        let now = page(&db.storage, congress.id, None, start).await;
        assert_eq!(counted(&now.ledger.all), [0, 1, 1, 1, total - 3]);
        assert_eq!(now.lines[2].disposition, Disposition::Settled(not));
        assert_eq!(now.lines[2].settled, Some((Some("Soazig Tanguy".to_owned()), at(200))));
        for by in LedgerBy::ALL {
            let by = page(&db.storage, congress.id, None, DispositionsQuery { by: *by, ..start }).await;
            assert_eq!(by.ledger.all, now.ledger.all);
            assert_eq!(by.ledger.lines.iter().map(|(_, of)| of.total()).sum::<u32>(), total);
        }
        for kind in [TakenUp, NotTaken, Pending] {
            let of = page(&db.storage, congress.id, None, DispositionsQuery { kind: Some(kind), ..start }).await;
            assert_eq!(of.total, now.ledger.all.of(kind));
            assert!(of.lines.iter().all(|line| line.disposition.kind() == kind));
        }
        // Citing goes before what was settled, in the motion as it stands and in the versions that cite it, and gives it back.
        let quoted = db.storage.read().await.unwrap().verbatims_to_cite(congress.id, all.lines[0].quote.number).await.unwrap();
        let (cut, quote) = quoted.into_iter().find(|(_, quote)| quote.verbatim == ids[0]).unwrap();
        let citation = NewCitation { id: CitationId::new(at(210), &mut entropy), verbatim: quote.verbatim, span: cut.span, stance: Stance::Nuance };
        done(&db.storage, async |work| work.cite(congress.id, BlockKey::new(2), &citation, when(210, soazig)).await.unwrap()).await;
        assert_eq!(counted(&page(&db.storage, congress.id, None, start).await.ledger.all), [1, 0, 1, 1, total - 3]);
        done(&db.storage, async |work| {
            let desk = work.motion_desk(congress.id).await.unwrap().unwrap();
            assert_eq!(desk.pending, total - 3);
            let blocks: Vec<_> = desk.blocks.iter().map(|line| line.block.clone()).collect();
            let new = NewVersion {
                congress: congress.id, title: desk.head.title, shape: desk.head.shape, blocks: freeze(&blocks, |_| String::new()),
                pending: desk.pending, at: at(300), by: Some(soazig),
            };
            work.publish_motion(&new).await.unwrap()
        }).await;
        assert!(done(&db.storage, async |work| work.uncite(congress.id, citation.id, when(310, soazig)).await.unwrap()).await);
        assert_eq!(counted(&page(&db.storage, congress.id, None, start).await.ledger.all), [0, 1, 1, 1, total - 3]);
        assert_eq!(counted(&page(&db.storage, congress.id, Some(1), start).await.ledger.all), [1, 0, 1, 1, total - 3]);
        let read = db.storage.read().await.unwrap().contribution_page(congress.id, all.lines[0].quote.number).await.unwrap().unwrap();
        let (version, became) = read.became.unwrap();
        assert_eq!((version, became.len()), (VersionNumber::new(1), read.verbatims.len()));
        let of = &became[&ids[0]];
        assert_eq!((&of.disposition, of.beside.len(), of.beside[0].stance), (&Disposition::Cited, 1, Stance::Nuance));
    }

    async fn all_that_is_left_in_a_place_is_settled_at_once(db) {
        let (congress, [soazig, _], mut entropy) = begun(&db.storage).await;
        let corpus = saved_corpus(&db.storage, congress.id, 8, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let start = DispositionsQuery::default();
        let before = page(&db.storage, congress.id, None, start).await;
        let theme = DispositionsQuery { place: Some(LedgerPlace::Theme(1)), ..start };
        let here = page(&db.storage, congress.id, None, theme).await;
        assert!(here.total > 1 && here.total < before.total);
        let first = here.lines[0].quote.verbatim;
        let not = Settled::NotTaken(Reason::Local, None);
        let left = done(&db.storage, async |work| {
            work.settle_verbatims(congress.id, &[first], Some(&Settled::TakenUp), (at(200), soazig)).await.unwrap();
            work.settle_left(congress.id, LedgerPlace::Theme(1), &not, (at(201), soazig)).await.unwrap()
        })
        .await;
        assert_eq!(left, here.total - 1, "what was settled stays");
        let after = page(&db.storage, congress.id, None, theme).await;
        assert_eq!(after.lines[0].disposition, Disposition::Settled(Settled::TakenUp));
        assert_eq!(counted(&after.ledger.all), [0, 1, 0, left, before.total - here.total]);
        let again = done(&db.storage, async |work| work.settle_left(congress.id, LedgerPlace::Theme(1), &not, (at(202), soazig)).await.unwrap()).await;
        assert_eq!(again, 0);
    }
}
