//! A person who is erased: nothing names them any more, and sums hold.

use domain::contribution::{Draft, State, Target};
use domain::id::{CongressId, MemberEventId, SessionId};
use domain::mail::{Purpose, Recipient};
use domain::member::{Display, MemberAct, MemberEvent, Role, Signature, TextsFate};
use domain::reading::CorpusQuery;
use storage::{Erasure, NewContribution, NewLetter, NewMember, NewText, Storage};

use crate::fixture::{Counting, at, contribution, saved_congress};
use crate::life::{anywhere, posted};
use crate::mail::letter;
use crate::people::{person, saved};

const NAME: &str = "Maëlle L’Hostis & Cie";
const ADDRESS: &str = "maelle@lhostis.example";
const WORDS: &str = "La fibre s’arrête au pont, et la mairie aussi.";

fn erasure(of: &NewMember, texts: TextsFate) -> Erasure {
    let stand_in = "Personne effacée".parse().unwrap();
    Erasure { member: of.member.id, texts, keys: vec!["maelle et sa boîte".into()], stand_in, at: at(500) }
}

fn text(i: usize, of: &NewMember, state: State, entropy: &mut Counting) -> NewText {
    let signature = Signature {
        name: Some(of.member.name.to_string()),
        mandate: of.member.mandate.as_ref().map(ToString::to_string),
        college: of.member.college,
        territory: of.member.territory.clone(),
    };
    let contribution = NewContribution {
        body: format!("{WORDS} {i}").parse().unwrap(),
        title: None,
        member: Some(of.member.id),
        signature,
        ..contribution(i, entropy)
    };
    NewText { contribution, state, display: Display::NameAndMandate, entered_by: None, complement_of: None }
}

/// Somebody of whom every kind of thing is held, and somebody else.
async fn known(storage: &Storage, congress: CongressId, entropy: &mut Counting) -> (NewMember, NewMember) {
    let mut maelle = person(congress, NAME, entropy);
    maelle.member.email = Some(ADDRESS.parse().unwrap());
    maelle.member.telephone = Some("02 98 00 11 22".parse().unwrap());
    let other = person(congress, "Soazig Tanguy", entropy);
    assert!(saved(storage, &maelle).await && saved(storage, &other).await);
    let id = maelle.member.id;
    let mine = posted(storage, congress, text(1, &maelle, State::Published, entropy)).await;
    posted(storage, congress, text(2, &maelle, State::Published, entropy)).await;
    let taken = posted(storage, congress, text(3, &maelle, State::Published, entropy)).await;
    let theirs = posted(storage, congress, text(4, &other, State::Published, entropy)).await;
    let mut work = storage.write().await.unwrap();
    assert!(work.withdraw(taken.id, at(90)).await.unwrap());
    work.support(theirs.id, id, at(91)).await.unwrap();
    work.support(mine.id, other.member.id, at(92)).await.unwrap();
    let draft =
        Draft { body: WORDS.to_owned(), kind: None, areas: Vec::new(), display: Display::NameAndMandate };
    work.keep_draft(id, Target::New, &draft, at(94)).await.unwrap();
    work.add_link(id, &[1; 32], at(10), at(2000)).await.unwrap();
    work.set_code(other.member.id, &[2; 32], (at(10), at(20)), id).await.unwrap();
    let session = domain::access::Session {
        id: SessionId::new(at(11), entropy),
        device: "un téléphone".into(),
        opened_at: at(11),
        seen_at: at(12),
        expires_at: at(3000),
    };
    work.open_session(id, &session, &[3; 32]).await.unwrap();
    let territory = maelle.member.territory.clone().unwrap();
    work.name_representative(congress, &territory, id, at(13)).await.unwrap();
    let event = MemberEvent {
        id: MemberEventId::new(at(14), entropy),
        congress,
        member: other.member.id,
        act: MemberAct::Changed,
        by: Some(id),
        at: at(14),
        detail: None,
    };
    work.note_member_event(&event).await.unwrap();
    let of = crate::fixture::congress("essai", entropy);
    let hers = NewLetter {
        congress,
        member: Some(id),
        to: Recipient { name: NAME.into(), address: ADDRESS.into() },
        ..letter(&of, 60, Purpose::Invitation, entropy)
    };
    let about = NewLetter {
        congress,
        subject: format!("{NAME} vous soutient"),
        text: format!("{NAME} soutient votre texte."),
        html: "<p>Maëlle L’Hostis &amp; Cie soutient votre texte.</p>".into(),
        ..letter(&of, 61, Purpose::Invitation, entropy)
    };
    assert!(work.queue_letter(&hers).await.unwrap() && work.queue_letter(&about).await.unwrap());
    work.save().await.unwrap();
    (maelle, other)
}

async fn erased(storage: &Storage, erasure: &Erasure) -> bool {
    let mut work = storage.write().await.unwrap();
    let done = work.erase_member(erasure).await.unwrap();
    work.save().await.unwrap();
    done
}

async fn total(storage: &Storage, congress: CongressId) -> u32 {
    let query = CorpusQuery { page: 1, ..CorpusQuery::default() };
    storage.read().await.unwrap().corpus_page(congress, &query, &[]).await.unwrap().total
}

on_both! {
    async fn all_that_is_held_of_a_person_is_told_to_them(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (maelle, _) = Box::pin(known(&db.storage, congress.id, &mut entropy)).await;
        let mut reading = db.storage.read().await.unwrap();
        let held = reading.held_of(&maelle.member, at(400)).await.unwrap();
        assert_eq!((held.texts.len(), held.drafts.len(), held.supports.len()), (3, 1, 1));
        assert_eq!((held.sessions.len(), held.links.len(), held.letters.len()), (1, 1, 1));
        assert_eq!((held.voices.len(), held.events.len()), (1, 0));
        assert!(held.texts.iter().any(|text| text.own.written.as_str() == format!("{WORDS} 3")), "taken back, and held");
    }

    async fn nothing_names_a_person_who_was_erased_and_sums_hold(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (maelle, other) = Box::pin(known(&db.storage, congress.id, &mut entropy)).await;
        let before = total(&db.storage, congress.id).await;
        for words in [NAME, ADDRESS, "02 98 00 11 22", "&amp; Cie"] {
            assert!(anywhere(&db.storage, words).await, "{words} is held before");
        }
        assert!(erased(&db.storage, &erasure(&maelle, TextsFate::Erased)).await);
        assert!(!erased(&db.storage, &erasure(&maelle, TextsFate::Erased)).await, "a second click");
        for words in [NAME, ADDRESS, "02 98 00 11 22", "&amp; Cie", &format!("{WORDS} 1"), &format!("{WORDS} 3"), "un téléphone"] {
            assert!(!anywhere(&db.storage, words).await, "{words} is still held");
        }
        assert!(anywhere(&db.storage, "Personne effacée soutient votre texte.").await, "a letter to somebody else stays");
        assert!(anywhere(&db.storage, &format!("{WORDS} 4")).await, "the other's text stays");
        assert_eq!(total(&db.storage, congress.id).await, before);
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.member(maelle.member.id).await.unwrap(), None);
        assert_eq!(reading.members(congress.id).await.unwrap().len(), 1);
        assert_eq!(reading.member_lines(congress.id).await.unwrap().len(), 1);
        assert!(reading.representatives(congress.id).await.unwrap().is_empty());
        let trace = reading.member_events(other.member.id).await.unwrap();
        assert_eq!(trace[0].by.as_deref(), Some("Personne effacée"), "what they did for others still says that a person did it");
    }

    async fn texts_may_stay_without_a_signature(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (maelle, _) = Box::pin(known(&db.storage, congress.id, &mut entropy)).await;
        let people = db.storage.read().await.unwrap().home(congress.id).await.unwrap().figures.signatories;
        assert!(erased(&db.storage, &erasure(&maelle, TextsFate::Anonymous)).await);
        assert!(!anywhere(&db.storage, NAME).await && !anywhere(&db.storage, ADDRESS).await);
        assert!(anywhere(&db.storage, &format!("{WORDS} 1")).await && anywhere(&db.storage, &format!("{WORDS} 2")).await);
        assert!(!anywhere(&db.storage, &format!("{WORDS} 3")).await, "what was taken back goes");
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.home(congress.id).await.unwrap().figures.signatories, people, "still as many people");
        let query = CorpusQuery { page: 1, ..CorpusQuery::default() };
        let cards = reading.corpus_page(congress.id, &query, &[]).await.unwrap().cards;
        let kept = cards.iter().find(|card| card.contribution.body.as_str() == format!("{WORDS} 1")).unwrap();
        let signature = &kept.contribution.signature;
        assert_eq!((&signature.name, &signature.mandate, &signature.territory), (&None, &None, &None));
        assert_eq!(signature.college, maelle.member.college);
        assert!(!maelle.member.roles.is_empty() && maelle.member.roles.contains(&Role::Staff));
    }

    async fn whoever_was_erased_is_recognised_and_added_again_only_when_they_ask(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (elsewhere, _) = saved_congress(&db.storage, "ailleurs").await;
        let maelle = person(congress.id, NAME, &mut entropy);
        assert!(saved(&db.storage, &maelle).await && saved(&db.storage, &person(congress.id, "Soazig Tanguy", &mut entropy)).await);
        let recognised = async |of: CongressId, key: &str| db.storage.read().await.unwrap().was_erased(of, key).await.unwrap();
        assert!(!recognised(congress.id, &maelle.person_key).await, "a member");
        assert!(erased(&db.storage, &erasure(&maelle, TextsFate::Anonymous)).await);
        for key in [maelle.person_key.as_str(), "maelle et sa boîte"] {
            assert!(recognised(congress.id, key).await && !recognised(elsewhere.id, key).await, "{key}");
            assert!(!anywhere(&db.storage, key).await, "{key} can’t be read");
        }
        assert!(!recognised(congress.id, "soazig tanguy").await && !recognised(congress.id, "").await);
        let again = person(congress.id, NAME, &mut entropy);
        assert!(!saved(&db.storage, &again).await, "nobody brings them back");
        assert!(saved(&db.storage, &person(elsewhere.id, NAME, &mut entropy)).await, "another congress knows nothing of it");
        let mut work = db.storage.write().await.unwrap();
        work.let_back(congress.id, "maelle et sa boîte").await.unwrap();
        work.save().await.unwrap();
        assert!(!recognised(congress.id, &maelle.person_key).await, "all that recognised them is forgotten");
        assert!(saved(&db.storage, &again).await);
        assert!(!saved(&db.storage, &person(congress.id, NAME, &mut entropy)).await, "and they are known as anybody is");
    }

    async fn homonyms_keep_their_name_in_letters(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let [anne, twin, longer, third] = ["Anne Le Bec", "Anne Le Bec", "Marie Anne Le Bec", "Anne Le Bec & Kerouanton"]
            .map(|name| person(congress.id, name, &mut entropy));
        for (rank, new) in [&anne, &twin, &longer, &third].into_iter().enumerate() {
            let new = NewMember { person_key: format!("personne {rank}"), ..new.clone() };
            assert!(saved(&db.storage, &new).await);
        }
        let about = |to: &NewMember, second, entropy: &mut Counting| NewLetter {
            congress: congress.id,
            member: Some(to.member.id),
            to: Recipient { name: to.member.name.to_string(), address: ADDRESS.into() },
            subject: format!("{}, Anne Le Bec vous soutient", to.member.name),
            text: format!("Bonjour {}, Anne Le\nBec et Anne Le Bec & Kerouanton vous soutiennent.", to.member.name),
            html: format!("<p>Bonjour {}, Anne Le Bec et Anne Le Bec &amp; Kerouanton</p>", to.member.name),
            ..letter(&congress, second, Purpose::News, entropy)
        };
        let letters = [&twin, &longer].map(|to| about(to, 60 + i64::from(to.member.name.as_str().len() > 12), &mut entropy));
        let mut work = db.storage.write().await.unwrap();
        for letter in &letters {
            assert!(work.queue_letter(letter).await.unwrap());
        }
        work.save().await.unwrap();
        assert!(erased(&db.storage, &erasure(&anne, TextsFate::Anonymous)).await);
        let mut reading = db.storage.read().await.unwrap();
        let twins = reading.letter(congress.id, letters[0].id).await.unwrap().unwrap();
        assert_eq!((twins.line.to.name.as_str(), &twins.text), ("Anne Le Bec", &letters[0].text), "it can’t be told who is meant");
        let other = reading.letter(congress.id, letters[1].id).await.unwrap().unwrap();
        assert_eq!(other.line.to.name, "Marie Anne Le Bec");
        assert_eq!(other.line.subject, "Marie Anne Le Bec, Personne effacée vous soutient");
        assert_eq!(other.text, "Bonjour Marie Anne Le Bec, Personne effacée et Anne Le Bec & Kerouanton vous soutiennent.");
        assert_eq!(other.html, "<p>Bonjour Marie Anne Le Bec, Personne effacée et Anne Le Bec &amp; Kerouanton</p>");
    }
}
