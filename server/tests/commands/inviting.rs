//! `pleniere invite`: the first who administers, once, and nobody who asked to be erased.

use domain::member::TextsFate;
use domain::time::Timestamp;
use server::member::keys_to_keep;
use storage::{Erasure, Storage};
use tempfile::TempDir;

use crate::{pleniere, said};

const EMAIL: &str = "soazig@huelgoat.example";

async fn erased(url: &str) {
    let storage = Storage::open(url).await.unwrap();
    let mut work = storage.write().await.unwrap();
    let congress = work.congress(&"essai".parse().unwrap()).await.unwrap().unwrap();
    let member = work.members_at(congress.id, &EMAIL.parse().unwrap()).await.unwrap().remove(0);
    let erasure = Erasure {
        member: member.id,
        texts: TextsFate::Erased,
        keys: keys_to_keep(&member),
        stand_in: "Personne effacée".parse().unwrap(),
        at: Timestamp::from_micros(1),
    };
    assert!(work.erase_member(&erasure).await.unwrap());
    work.save().await.unwrap();
    storage.close().await;
}

#[test]
fn whoever_asked_to_be_erased_is_not_brought_back() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("textes.csv"), "texte\nLa fibre.\n").unwrap();
    let imported = pleniere(folder.path(), &["import", "textes.csv", "--congress", "essai"]);
    assert!(imported.status.success(), "{}", said(&imported));
    let invite = |name: &str| {
        pleniere(
            folder.path(),
            &["invite", EMAIL, "--name", name, "--congress", "essai", "--role", "administration"],
        )
    };
    for _ in 0..2 {
        let invited = invite("Soazig Tanguy");
        assert!(invited.status.success() && said(&invited).contains("M-0001"), "{}", said(&invited));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(erased(&format!("sqlite://{}", folder.path().join("essai.db").display())));
    let again = invite("SOAZIG TANGUY");
    assert!(!again.status.success() && said(&again).contains("demandé à être effacée"), "{}", said(&again));
    let returns = ["invite", EMAIL, "--name", "Soazig Tanguy", "--congress", "essai", "--returns"];
    let back = pleniere(folder.path(), &returns);
    assert!(back.status.success() && said(&back).contains("M-0002"), "she asks for it: {}", said(&back));
    let other = invite("Yann Le Goff");
    assert!(other.status.success(), "the same mailbox, somebody else: {}", said(&other));
}
