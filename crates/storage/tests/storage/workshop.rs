//! Workshops, their sheets, and what is noted at a table or typed from paper.

use domain::contribution::{Channel, State};
use domain::id::{ContributionId, TableId, WorkshopId};
use domain::member::{Display, Signature};
use domain::reading::NoteLine;
use domain::settings::Moderation;
use domain::workshop::{Answer, Stands, Workshop};
use storage::{Correcting, NewNote, Posted, Rewritten, Storage};

use crate::fixture::{Counting, at, saved_congress};
use crate::life::{ANEW, author, found, own, text};
use domain::congress::Congress;
use domain::contribution::ContributionNumber;
use domain::id::MemberId;

pub async fn workshop(storage: &Storage, congress: &Congress, entropy: &mut Counting) -> Vec<TableId> {
    let tables = vec![TableId::new(at(1), entropy), TableId::new(at(1), entropy)];
    let by = author(storage, congress, "Maud Guillou", entropy).await.id;
    let made = Workshop {
        id: WorkshopId::new(at(1), entropy),
        congress: congress.id,
        name: "Numérique".parse().unwrap(),
        ends_at: at(1_000),
    };
    let mut work = storage.write().await.unwrap();
    assert!(work.add_workshop(&made, &tables, (by, at(1))).await.unwrap());
    let twin = Workshop { id: WorkshopId::new(at(2), entropy), ..made };
    assert!(!work.add_workshop(&twin, &[], (by, at(2))).await.unwrap(), "a second of that name");
    work.save().await.unwrap();
    tables
}

pub fn note(i: usize, table: Option<TableId>, speaker: Option<MemberId>, entropy: &mut Counting) -> NewNote {
    let nobody = MemberId::new(at(0), entropy);
    let mut text = text(i, nobody, State::Published, entropy);
    text.contribution.member = None;
    text.contribution.signature = Signature { name: Some("Table 1".to_owned()), ..Signature::ANONYMOUS };
    text.contribution.channel = if table.is_some() { Channel::Workshop } else { Channel::Paper };
    let paper = table.is_none().then(|| "12".to_owned());
    NewNote { text, table, paper, speaker, by: None }
}

pub async fn taken(storage: &Storage, congress: &Congress, new: NewNote) -> Posted {
    let mut work = storage.write().await.unwrap();
    let posted = work.take_note(congress.id, new).await.unwrap();
    work.save().await.unwrap();
    posted
}

async fn line(storage: &Storage, congress: &Congress, number: ContributionNumber) -> NoteLine {
    storage.read().await.unwrap().note(congress.id, number).await.unwrap().unwrap()
}

async fn answered(storage: &Storage, of: ContributionId, by: MemberId, answer: Answer) -> bool {
    let signature = Signature { name: Some("Soazig Tanguy".to_owned()), ..Signature::ANONYMOUS };
    let mut work = storage.write().await.unwrap();
    let told = work.answer_note(of, by, answer, (Display::NameAndMandate, &signature), at(50)).await.unwrap();
    work.save().await.unwrap();
    told
}

on_both! {
    async fn a_sheet_opens_its_table_until_it_is_replaced_or_taken_back(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let tables = workshop(&db.storage, &congress, &mut entropy).await;
        let mut work = db.storage.write().await.unwrap();
        work.close_table(tables[1], at(3)).await.unwrap();
        work.draw_sheet(tables[0], &[1; 32], (at(3), at(1_000))).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        let held = reading.table_of_sheet(&[1; 32]).await.unwrap().unwrap();
        assert_eq!((held.id, held.number, held.stands(at(9))), (tables[0], 1, Stands::Open));
        assert_eq!(held.stands(at(1_000)), Stands::Expired);
        let lines = reading.workshops(congress.id).await.unwrap();
        assert_eq!((lines.len(), lines[0].tables.len(), lines[0].tables[1].table.number), (1, 2, 2));
        assert_eq!(lines[0].tables[1].table.stands(at(9)), Stands::Undrawn, "nothing to take back");
        drop(reading);
        let mut work = db.storage.write().await.unwrap();
        work.draw_sheet(tables[0], &[2; 32], (at(4), at(1_000))).await.unwrap();
        assert_eq!(work.table_of_sheet(&[1; 32]).await.unwrap(), None, "replaced");
        work.close_table(tables[0], at(5)).await.unwrap();
        let closed = work.table_of_sheet(&[2; 32]).await.unwrap().unwrap();
        assert_eq!(closed.stands(at(6)), Stands::Closed);
        work.save().await.unwrap();
    }

    async fn what_is_noted_is_reported_until_whoever_said_it_confirms(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let tables = workshop(&db.storage, &congress, &mut entropy).await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await.id;
        let new = note(1, Some(tables[0]), Some(soazig), &mut entropy);
        let posted = taken(&db.storage, &congress, new.clone()).await;
        let again = taken(&db.storage, &congress, new).await;
        assert_eq!((again.number, again.already_there), (posted.number, true));
        let shown = own(&db.storage, congress.id, posted.number).await;
        assert!(shown.contribution.reported && shown.author.is_none());
        assert_eq!(shown.contribution.signature.name.as_deref(), Some("Table 1"), "not the speaker's");
        let waits = |storage: Storage| async move {
            storage.read().await.unwrap().notes_to_confirm(soazig).await.unwrap().len()
        };
        assert_eq!(waits(db.storage.clone()).await, 1);
        let other = author(&db.storage, &congress, "Yann Le Goff", &mut entropy).await.id;
        assert!(!answered(&db.storage, posted.id, other, Answer::Confirmed).await, "not theirs");
        assert!(answered(&db.storage, posted.id, soazig, Answer::Confirmed).await);
        assert!(!answered(&db.storage, posted.id, soazig, Answer::Denied).await, "they have answered");
        let theirs = own(&db.storage, congress.id, posted.number).await;
        assert_eq!((theirs.contribution.reported, theirs.author), (false, Some(soazig)));
        assert_eq!(theirs.contribution.signature.name.as_deref(), Some("Soazig Tanguy"));
        assert_eq!(waits(db.storage.clone()).await, 0);
        assert!(!line(&db.storage, &congress, posted.number).await.may_change(at(60)), "it is theirs now");
        let denied = taken(&db.storage, &congress, note(2, Some(tables[0]), Some(soazig), &mut entropy)).await;
        assert!(answered(&db.storage, denied.id, soazig, Answer::Denied).await);
        let still = own(&db.storage, congress.id, denied.number).await;
        assert!(still.contribution.reported && still.author.is_none());
        let mut reading = db.storage.read().await.unwrap();
        for (member, answers) in [(soazig, vec![Some(Answer::Confirmed), Some(Answer::Denied)]), (other, vec![])] {
            let member = reading.member(member).await.unwrap().unwrap();
            let held = reading.held_of(&member, at(60)).await.unwrap();
            assert_eq!(held.notes.iter().map(|note| note.answer).collect::<Vec<_>>(), answers, "what is held of them");
        }
    }

    async fn a_line_is_corrected_once_and_what_is_found_follows(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let tables = workshop(&db.storage, &congress, &mut entropy).await;
        let posted = taken(&db.storage, &congress, note(1, Some(tables[0]), None, &mut entropy)).await;
        let mut correcting = Correcting {
            contribution: posted.id,
            from: 1,
            body: ANEW.parse().unwrap(),
            stems: vec![("mair".to_owned(), 1)],
            kind: None,
            moderation: Moderation::After,
            at: at(70),
            by: None,
        };
        let mut work = db.storage.write().await.unwrap();
        assert_eq!(work.correct_note(&correcting).await.unwrap(), Rewritten::Done);
        assert_eq!(work.correct_note(&correcting).await.unwrap(), Rewritten::Done, "the same, twice");
        correcting.body = "Autre chose.".parse().unwrap();
        assert_eq!(work.correct_note(&correcting).await.unwrap(), Rewritten::Stale);
        work.save().await.unwrap();
        assert_eq!(own(&db.storage, congress.id, posted.number).await.contribution.version, 2);
        assert_eq!((found(&db.storage, congress.id, "pont").await, found(&db.storage, congress.id, "mair").await), (0, 1));
        let paper = taken(&db.storage, &congress, note(3, None, None, &mut entropy)).await;
        let mut reading = db.storage.read().await.unwrap();
        let typed = reading.notes_from_paper(congress.id, 5).await.unwrap();
        assert_eq!((typed.len(), typed[0].paper.as_deref()), (1, Some("12")));
        assert!(!typed[0].own.contribution.reported, "in its author's own words");
        assert_eq!(typed[0].own.contribution.number, paper.number);
        assert_eq!(reading.notes_of_table(tables[0], 5).await.unwrap().len(), 1);
        assert!(reading.notes_of_table(tables[1], 5).await.unwrap().is_empty());
    }
}
