//! What members and staff do with amendments.

use domain::amendment::{Avis, Fate, Opinion};
use domain::member::TextsFate;
use storage::{Erasure, NewAmendment, Rectifying};

use super::{BASE, done, hall, words};
use crate::fixture::at;

on_both! {
    async fn an_amendment_is_one_however_often_it_is_sent_and_keeps_its_wordings(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let new = hall.replace("pont", "quai");
        let line = hall.proposed(storage, &new).await;
        assert_eq!(hall.proposed(storage, &new).await, line, "a second click");
        assert_eq!((line.number.to_string().as_str(), &line.proposal, line.fate.clone(), line.wording), ("A-1", &new.proposal, Fate::Proposed, 1));
        let sign = async |by: usize| {
            let who = (hall.people[by], "Idriss Belkacem");
            done(storage, async |work| work.cosign(line.id, who, at(210)).await.unwrap()).await
        };
        assert!(!sign(0).await && sign(1).await && sign(1).await, "nobody signs their own");
        assert_eq!(hall.line(storage, 1).await.cosigners.len(), 1);
        let rectify = async |from| {
            let new = Rectifying {
                id: line.id,
                from,
                title: "Le viaduc".parse().unwrap(),
                words: Some(words(&BASE.replace("pont", "viaduc"))),
                motive: "Il vaut mieux.".parse().unwrap(),
                by: hall.people[0],
                at: at(220),
            };
            done(storage, async |work| work.rectify_amendment(hall.congress.id, &new).await.unwrap()).await
        };
        assert!(rectify(1).await && !rectify(1).await, "a stale tab writes over nothing");
        let after = hall.line(storage, 1).await;
        assert_eq!((after.wording, after.title.as_str(), after.cosigners.len()), (2, "Le viaduc", 0));
        let mut reading = storage.read().await.unwrap();
        let kept = reading.amendment_wordings(line.id).await.unwrap();
        assert_eq!(kept.iter().map(|of| (of.number, of.title.as_str())).collect::<Vec<_>>(), [(2, "Le viaduc"), (1, "Le pont")]);
        drop(reading);
        let back = async || done(storage, async |work| work.withdraw_amendment(hall.congress.id, line.id, at(230)).await.unwrap()).await;
        assert!(back().await && !back().await && !rectify(2).await && !sign(1).await);
        assert_eq!(hall.line(storage, 1).await.fate, Fate::Withdrawn);
    }

    async fn staff_judges_the_wording_that_it_read_and_proposes_other_words(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let new = hall.replace("pont", "quai");
        let line = hall.proposed(storage, &new).await;
        let id = (hall.congress.id, line.id);
        let refused = "Hors sujet".parse().unwrap();
        assert!(!done(storage, async |work| work.judge_amendment(id, 2, None).await.unwrap()).await, "nobody has read that");
        assert!(done(storage, async |work| work.judge_amendment(id, 1, Some(&refused)).await.unwrap()).await);
        assert_eq!(hall.line(storage, 1).await.fate, Fate::Inadmissible(refused));
        assert!(done(storage, async |work| work.judge_amendment(id, 1, None).await.unwrap()).await);
        let rewrite = Some(words(&BASE.replace("pont", "viaduc")));
        let opinion = Opinion { avis: Avis::Favourable, words: "Sous réserve.".to_owned(), rewrite };
        assert!(done(storage, async |work| work.advise_amendment(id, 1, (&opinion, hall.people[1])).await.unwrap()).await);
        assert_eq!(hall.line(storage, 1).await.opinion.as_ref(), Some(&opinion));
        let agree = async || done(storage, async |work| work.answer_rewrite(id, true, (at(300), hall.people[0])).await.unwrap()).await;
        assert!(agree().await && !agree().await);
        let after = hall.line(storage, 1).await;
        assert_eq!((after.fate.clone(), after.wording, after.proposal.change.words()), (Fate::Admissible, 2, opinion.rewrite.as_ref()));
        assert_eq!(after.opinion, Some(Opinion { rewrite: None, ..opinion }));
        assert!(done(storage, async |work| work.set_amendment_apart(line.id, true).await.unwrap()).await);
        assert!(!done(storage, async |work| work.set_amendment_apart(line.id, true).await.unwrap()).await);
    }

    async fn what_a_poll_asks_keeps_its_words_and_an_author_judges_nothing(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let new = hall.replace("pont", "quai");
        let line = hall.proposed(storage, &new).await;
        let (id, author, staff) = ((hall.congress.id, line.id), hall.people[0], hall.people[1]);
        let rewrite = Some(words(&BASE.replace("pont", "viaduc")));
        let opinion = Opinion { avis: Avis::Wisdom, words: String::new(), rewrite };
        let advise = async |wording| done(storage, async |work| work.advise_amendment(id, wording, (&opinion, staff)).await.unwrap()).await;
        let agree = async || done(storage, async |work| work.answer_rewrite(id, true, (at(300), author)).await.unwrap()).await;
        assert!(advise(1).await && agree().await);
        let after = hall.line(storage, 1).await;
        assert_eq!((after.fate, after.wording), (Fate::Proposed, 2), "nobody has judged it");
        assert!(done(storage, async |work| work.judge_amendment(id, 2, None).await.unwrap()).await && advise(2).await);
        hall.poll(storage, &[&line]).await;
        let other = Rectifying { id: line.id, from: 2, title: line.title, words: Some(words("Autre.")), motive: line.motive, by: author, at: at(310) };
        assert!(!agree().await && !done(storage, async |work| work.rectify_amendment(id.0, &other).await.unwrap()).await);
        let held = hall.line(storage, 1).await;
        assert_eq!((held.fate, held.wording), (Fate::Admissible, 2));
        assert!(done(storage, async |work| work.withdraw_amendment(id.0, line.id, at(320)).await.unwrap()).await, "until it opens");
    }

    async fn whoever_leaves_leaves_their_amendments_without_a_name(db) {
        let storage = &db.storage;
        let mut hall = Box::pin(hall(storage)).await;
        let new = hall.replace("pont", "quai");
        let line = hall.proposed(storage, &new).await;
        let said = NewAmendment { author: None, is_oral: true, ..hall.replace("fibre", "radio") };
        let said = hall.proposed(storage, &said).await.number.get();
        let who = (hall.people[1], "Idriss Belkacem, adjoint");
        assert!(done(storage, async |work| work.cosign(line.id, who, at(210)).await.unwrap()).await);
        let mut reading = storage.read().await.unwrap();
        let held = reading.amendments_of(hall.people[1]).await.unwrap();
        assert_eq!((held.len(), held[0].is_author, held[0].number), (1, false, line.number));
        assert!(reading.amendments_of(hall.people[0]).await.unwrap()[0].is_author);
        drop(reading);
        for member in hall.people {
            let stand_in = "Personne effacée".parse().unwrap();
            let erasure = Erasure { member, texts: TextsFate::Erased, keys: Vec::new(), stand_in, at: at(300) };
            assert!(done(storage, async |work| work.erase_member(&erasure).await.unwrap()).await);
        }
        assert_eq!(hall.line(storage, said).await.signature.as_str(), "Personne effacée", "who spoke in the room too");
        let line = hall.line(storage, 1).await;
        assert_eq!((line.signature.as_str(), line.cosigners[0].signature.as_str()), ("Personne effacée", "Personne effacée"));
        assert_eq!(line.proposal, new.proposal, "what others discussed stays");
        assert_eq!(storage.read().await.unwrap().amended_until(hall.congress.id).await.unwrap(), None);
        done(storage, async |work| work.set_amended_until(hall.congress.id, Some(at(900))).await.unwrap()).await;
        assert_eq!(storage.read().await.unwrap().amended_until(hall.congress.id).await.unwrap(), Some(at(900)));
    }
}
