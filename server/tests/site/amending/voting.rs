//! What staff and the assembly do with amendments.

use axum::http::StatusCode;
use domain::amendment::{AmendmentNumber, AmendmentState};
use domain::vote::PollState;
use domain::wording::BlockKey;

use super::{
    BASE, DESK, LIST, PROPOSE, PUBLISH, hidden, judged, line, page, proposed, submitted, submitted_in, told,
    words,
};
use crate::harness::on_both;
use crate::sittings::seen;

#[test]
fn staff_judges_and_what_is_adopted_changes_the_text_at_once() {
    on_both(|mut app| async move {
        let (room, [soazig, idriss, nour]) = submitted(&mut app).await;
        seen(&proposed(&app, &soazig, "p2", &BASE.replace("pont", "quai")).await);
        seen(&proposed(&app, &idriss, "p2", &BASE.replace("pont", "viaduc")).await);
        seen(&proposed(&app, &nour, "p2", &BASE.replace("mobile", "réseau mobile")).await);
        seen(&proposed(&app, &nour, "p3", "financer le pont et son entretien.").await);
        let unsaid =
            judged(&app, &room, 4, &[("geste", "irrecevable"), ("redaction", "1"), ("motif", "")]).await;
        assert!(told(&unsaid).contains("déclaré irrecevable qu’avec un motif"), "{}", told(&unsaid));
        seen(
            &judged(&app, &room, 4, &[("geste", "irrecevable"), ("redaction", "1"), ("motif", "Hors sujet")])
                .await,
        );
        assert!(page(&app, &format!("{LIST}/A-4"), "").await.contains("Hors sujet"));
        for number in 1..=3 {
            seen(&judged(&app, &room, number, &[("geste", "recevable"), ("redaction", "1")]).await);
        }
        let advice = |avis: &'static str, rewrite: &'static str| {
            [
                ("geste", "avis"),
                ("redaction", "1"),
                ("avis", avis),
                ("avis-mots", "Plus juste."),
                ("autre-redaction", rewrite),
            ]
        };
        seen(&judged(&app, &room, 3, &advice("favorable", "")).await);
        const OTHER: &str = "La fibre s’arrête au quai neuf, et le mobile n’y passe pas non plus.";
        seen(&judged(&app, &room, 1, &advice("sagesse", OTHER)).await);
        let mine = page(&app, &format!("{LIST}/A-1"), &soazig).await;
        assert!(
            mine.contains("Accepter cette rédaction") && mine.contains("sagesse de l’assemblée"),
            "{mine}"
        );
        seen(&app.post(&format!("{LIST}/A-1"), &[("geste", "accepter")], &soazig).await);
        let desk = page(&app, DESK, &room.staff).await;
        assert!(
            desk.contains("S’il est adopté, A-2 devient sans objet.")
                && desk.contains("Vote groupé (1\u{a0}amendement)"),
            "{desk}"
        );
        let sitting = room.sitting.id.to_string();
        let prepare = [("geste", "preparer"), ("seance", &*sitting), ("moyen", "main-levee")];
        assert_eq!(
            app.post(DESK, &prepare, &room.staff).await.headers["location"],
            format!("{DESK}?fait=oui")
        );
        assert_eq!(
            app.post(DESK, &prepare, &room.staff).await.headers["location"],
            format!("{DESK}?fait=non"),
            "each has its poll"
        );
        let poll = async |number| line(&app, &room, number).await.poll.unwrap();
        assert!(poll(1).await.number < poll(3).await.number, "in the order of the vote");
        let vote = async |number: u32, pour: &'static str, contre: &'static str| {
            let id = poll(number).await.id.to_string();
            let fields = [("geste", "main-levee"), ("scrutin", &*id), ("pour", pour), ("contre", contre)];
            room.desk(&app, &fields).await
        };
        seen(&vote(1, "4", "1").await);
        assert_eq!(words(&app, &room).await[1], OTHER);
        assert_eq!(
            line(&app, &room, 2).await.fate,
            domain::amendment::Fate::Fallen(Some(AmendmentNumber::new(1)))
        );
        let polls = app.state.storage.read().await.unwrap().polls(room.sitting.id).await.unwrap();
        assert_eq!(
            polls.iter().filter(|of| of.stage.state() == PollState::Cancelled).count(),
            1,
            "nothing is left to vote there"
        );
        seen(&vote(3, "1", "4").await);
        assert_eq!(line(&app, &room, 3).await.fate.state(), AmendmentState::Rejected);
        assert_eq!(words(&app, &room).await[1], OTHER);
        let history = app
            .state
            .storage
            .read()
            .await
            .unwrap()
            .block_revisions(room.congress.id, BlockKey::new(2))
            .await
            .unwrap();
        assert_eq!(history[0].act, domain::wording::RevisionAct::Amended);
        assert!(page(&app, &format!("{LIST}/A-2"), "").await.contains("Sans objet depuis le vote sur A-1"));
        assert!(
            page(&app, &format!("{LIST}?vue=votes"), "")
                .await
                .contains("Aucun amendement n’attend d’être voté")
        );
    });
}

#[test]
fn what_is_said_in_the_room_is_typed_and_its_poll_prepared_at_once() {
    on_both(|mut app| async move {
        let (room, [soazig, ..]) = submitted(&mut app).await;
        let oral = format!("{DESK}/oral");
        let form = page(&app, &oral, &room.staff).await;
        let (key, sitting) = (hidden(&form, "cle"), room.sitting.id.to_string());
        let fields = |words: &'static str| {
            [
                ("cle", key.clone()),
                ("passage", "p2".into()),
                ("nature", "remplacer".into()),
                ("texte", words.into()),
                ("titre", "Le quai".into()),
                ("auteur", "M. Le Goff".into()),
                ("seance", sitting.clone()),
                ("moyen", "main-levee".into()),
            ]
        };
        let post = async |words: &'static str| {
            let fields: [(&str, String); 8] = fields(words);
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            app.post(&oral, &fields, &room.staff).await
        };
        let nowhere = post("au gué → au quai").await;
        assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told(&nowhere).contains("Ces mots ne figurent pas") && told(&nowhere).contains("M. Le Goff"));
        seen(&post("au pont → au quai").await);
        seen(&post("au pont → au quai").await);
        let typed = line(&app, &room, 1).await;
        assert!(typed.is_oral && typed.poll.is_some() && typed.signature == "M. Le Goff");
        let polls = app.state.storage.read().await.unwrap().polls(room.sitting.id).await.unwrap();
        assert_eq!(polls.len(), 1, "a second click prepares nothing more");
        assert!(
            polls[0].question.text.contains("[supprimé\u{a0}: pont][ajouté\u{a0}: quai]"),
            "{}",
            polls[0].question.text
        );
        let sub = page(&app, &format!("{PROPOSE}?amendement=A-1"), &soazig).await;
        let (key, version, read) = (hidden(&sub, "cle"), hidden(&sub, "version"), hidden(&sub, "redaction"));
        let by = BASE.replace("pont", "quai neuf");
        let fields = [
            ("cle", &*key),
            ("version", &*version),
            ("amendement", "A-1"),
            ("redaction", &*read),
            ("texte", &*by),
            ("titre", "Neuf"),
            ("motifs", "Il l’est."),
        ];
        let stale: Vec<(&str, &str)> =
            fields.iter().map(|of| if of.0 == "redaction" { ("redaction", "9") } else { *of }).collect();
        let stale = app.post(PROPOSE, &stale, &soazig).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(
            told(&stale).contains("a été récrit") && told(&stale).contains("quai neuf"),
            "{}",
            told(&stale)
        );
        seen(&app.post(PROPOSE, &fields, &soazig).await);
        assert!(page(&app, &format!("{LIST}/A-1"), "").await.contains("A-2"));
        assert_eq!(
            app.get_as(&format!("{PROPOSE}?amendement=A-2"), &soazig).await.status,
            StatusCode::NOT_FOUND,
            "one level"
        );
        seen(&room.desk(&app, &[("geste", "ouvrir"), ("scrutin", &*polls[0].id.to_string())]).await);
        let screen = told(&app.get(&format!("{}/ecran", room.path)).await);
        assert!(screen.contains("[supprimé\u{a0}: pont][ajouté\u{a0}: quai]"), "the room reads it: {screen}");
    });
}

#[test]
fn one_is_taken_out_of_the_group_before_it_opens_and_all_are_voted() {
    on_both(|mut app| async move {
        let (room, [soazig, idriss, _]) = submitted(&mut app).await;
        seen(&proposed(&app, &soazig, "p2", &BASE.replace("pont", "quai")).await);
        seen(&proposed(&app, &idriss, "p2", &BASE.replace("mobile", "réseau mobile")).await);
        seen(&proposed(&app, &idriss, "p1", "Pour l’accès de toutes et de tous").await);
        for number in 1..=3 {
            seen(&judged(&app, &room, number, &[("geste", "recevable"), ("redaction", "1")]).await);
            let advice = [("geste", "avis"), ("redaction", "1"), ("avis", "favorable")];
            seen(&judged(&app, &room, number, &advice).await);
        }
        let sitting = room.sitting.id.to_string();
        let prepare = [("geste", "preparer"), ("seance", &*sitting), ("moyen", "main-levee")];
        seen(&app.post(DESK, &prepare, &room.staff).await);
        let poll = async |number| line(&app, &room, number).await.poll.map(|of| of.id);
        let together = poll(1).await;
        assert!(
            together.is_some() && poll(2).await == together && poll(3).await == together,
            "one vote for all"
        );
        seen(&judged(&app, &room, 2, &[("geste", "sortir")]).await);
        assert_eq!(poll(1).await, None, "the vote on all three is cancelled");
        seen(&app.post(DESK, &prepare, &room.staff).await);
        let (one, two, three) = (poll(1).await, poll(2).await, poll(3).await);
        assert!(one.is_some() && two.is_some() && one == three && one != two);
        let fields = [("geste", "unanimite"), ("scrutin", &*one.unwrap().to_string())];
        seen(&room.desk(&app, &fields).await);
        let text = words(&app, &room).await;
        assert_eq!(
            (text[0].as_str(), text[1].as_str()),
            ("Pour l’accès de toutes et de tous", &*BASE.replace("pont", "quai"))
        );
    });
}

#[test]
fn what_waits_for_its_vote_holds_the_motion_and_one_taken_back_ends_the_vote_on_several() {
    on_both(|mut app| async move {
        let (room, [soazig, idriss, _]) = submitted(&mut app).await;
        seen(&proposed(&app, &soazig, "p2", &BASE.replace("pont", "quai")).await);
        seen(&proposed(&app, &idriss, "p2", &BASE.replace("mobile", "réseau mobile")).await);
        for number in 1..=2 {
            seen(&judged(&app, &room, number, &[("geste", "recevable"), ("redaction", "1")]).await);
            let advice = [("geste", "avis"), ("redaction", "1"), ("avis", "favorable")];
            seen(&judged(&app, &room, number, &advice).await);
        }
        let sitting = room.sitting.id.to_string();
        let prepare = [("geste", "preparer"), ("seance", &*sitting), ("moyen", "main-levee")];
        seen(&app.post(DESK, &prepare, &room.staff).await);
        assert_eq!(
            app.post(DESK, &[], &room.staff).await.status,
            StatusCode::BAD_REQUEST,
            "no act, no deadline"
        );
        seen(&app.post(PUBLISH, &[("geste", "avancer"), ("version", "amendements")], &room.staff).await);
        let adopt = [("geste", "avancer"), ("version", "debat")];
        let early = app.post(PUBLISH, &adopt, &room.staff).await;
        assert_eq!(early.status, StatusCode::CONFLICT);
        assert!(told(&early).contains("attendent encore leur vote"), "{}", told(&early));
        seen(&app.post(&format!("{LIST}/A-1"), &[("geste", "retirer")], &soazig).await);
        assert_eq!(line(&app, &room, 2).await.poll, None, "its words are no longer those of the question");
        seen(&app.post(PUBLISH, &adopt, &room.staff).await);
        let late = app.post(DESK, &prepare, &room.staff).await;
        assert_eq!(late.headers["location"], format!("{DESK}?fait=hors-debat"));
        assert!(
            page(&app, &format!("{DESK}?fait=hors-debat"), &room.staff).await.contains("aucun amendement")
        );
    });
}

#[test]
fn what_was_voted_in_camera_is_told_to_members_alone() {
    on_both(|mut app| async move {
        let (room, [soazig, ..]) = submitted_in(&mut app, &[("acces", "huis-clos")]).await;
        seen(&proposed(&app, &soazig, "p2", &BASE.replace("pont", "quai")).await);
        seen(&judged(&app, &room, 1, &[("geste", "recevable"), ("redaction", "1")]).await);
        let sitting = room.sitting.id.to_string();
        let prepare = [("geste", "preparer"), ("seance", &*sitting), ("moyen", "main-levee")];
        seen(&app.post(DESK, &prepare, &room.staff).await);
        let poll = line(&app, &room, 1).await.poll.unwrap().id.to_string();
        seen(&room.desk(&app, &[("geste", "unanimite"), ("scrutin", &*poll)]).await);
        for path in [LIST.to_owned(), format!("{LIST}/A-1")] {
            let (member, stranger) = (page(&app, &path, &soazig).await, page(&app, &path, "").await);
            assert!(member.contains("<strong>adopté</strong>") && member.contains("Scrutin n°"), "{member}");
            assert!(stranger.contains("<strong>recevable</strong>"), "{stranger}");
            assert!(
                !stranger.contains("Scrutin n°") && !stranger.contains("Le texte aujourd’hui"),
                "{stranger}"
            );
        }
    });
}
