//! Files that wait to be read in, and what is told of those that were.

use domain::id::ImportId;
use domain::import::ImportKind;
use domain::reading::ImportRemark;
use domain::time::Timestamp;
use storage::{NewImport, NewUpload};

use crate::fixture::{at, import, saved_congress, saved_corpus};
use crate::people::{person, saved};

const DAY: i64 = 24 * 60 * 60;

fn later(seconds: i64) -> Timestamp {
    at(50).plus_seconds(seconds)
}

on_both! {
    async fn a_file_waits_for_a_day_and_for_its_congress_only(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let (other, _) = saved_congress(&db.storage, "voisin").await;
        let staff = person(congress.id, "Maud Guillou", &mut entropy);
        assert!(saved(&db.storage, &staff).await);
        let new = NewUpload {
            id: ImportId::new(at(50), &mut entropy),
            congress: congress.id,
            kind: ImportKind::People,
            file_name: "liste.csv".into(),
            bytes: vec![0, 1, 255],
            by: staff.member.id,
            at: at(50),
        };
        let mut work = db.storage.write().await.unwrap();
        work.add_upload(&new).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        let (line, bytes) = reading.upload(congress.id, new.id, later(DAY - 1)).await.unwrap().unwrap();
        assert_eq!((line.by, line.by_name.as_str(), line.size, bytes), (staff.member.id, "Maud Guillou", 3, new.bytes));
        assert_eq!(reading.uploads(congress.id, at(50)).await.unwrap(), [line]);
        assert!(reading.upload(other.id, new.id, at(50)).await.unwrap().is_none());
        assert!(reading.upload(congress.id, new.id, later(DAY)).await.unwrap().is_none(), "a day has gone");
        drop(reading);
        let mut work = db.storage.write().await.unwrap();
        assert_eq!(work.sweep_uploads(later(DAY - 1)).await.unwrap(), 0);
        assert!(!work.forget_upload(other.id, new.id).await.unwrap());
        assert_eq!(work.sweep_uploads(later(DAY)).await.unwrap(), 1);
        assert!(!work.forget_upload(congress.id, new.id).await.unwrap(), "it was swept");
    }

    async fn what_is_told_of_a_file_comes_back_with_who_read_it_in(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let staff = person(congress.id, "Maud Guillou", &mut entropy);
        assert!(saved(&db.storage, &staff).await);
        let file = NewImport { kind: ImportKind::People, by: Some(staff.member.id), ..import(&mut entropy) };
        let told = |line, refused, words: &str| ImportRemark { line, refused, words: words.into() };
        let remarks = [told(Some(4), true, "=non"), told(Some(9), false, "à vérifier"), told(None, false, "rôles")];
        let mut work = db.storage.write().await.unwrap();
        work.start_import(congress.id, &file).await.unwrap();
        work.count_import(file.id, 3, 1).await.unwrap();
        work.note_remarks(file.id, &remarks).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.remarks(file.id).await.unwrap(), remarks);
        let line = reading.import(congress.id, file.id).await.unwrap().unwrap();
        assert_eq!((line.by.as_deref(), line.added, line.already_there), (Some("Maud Guillou"), 3, 1));
        for kind in [ImportKind::People, ImportKind::Contributions] {
            let found = reading.earlier_import(congress.id, kind, &file.sha256).await.unwrap();
            assert_eq!(found.is_some(), kind == ImportKind::People, "a file of people is no file of texts");
        }
        drop(reading);
        let mut work = db.storage.write().await.unwrap();
        assert!(work.start_import(congress.id, &file).await.is_err(), "one import of that id");
    }

    async fn known_texts_and_people_are_told(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        saved_corpus(&db.storage, congress.id, 1_200, &mut entropy).await;
        let asked: Vec<String> = (1_100..1_900).map(|i| format!("empreinte {i}")).collect();
        let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.known_fingerprints(congress.id, &asked).await.unwrap().len(), 100);
        assert!(reading.known_fingerprints(congress.id, &[]).await.unwrap().is_empty());
        drop(reading);
        let one = person(congress.id, "Maud Guillou", &mut entropy);
        saved(&db.storage, &one).await;
        let keys = db.storage.read().await.unwrap().person_keys(congress.id).await.unwrap();
        assert_eq!(keys.into_iter().collect::<Vec<_>>(), [one.person_key]);
    }
}
