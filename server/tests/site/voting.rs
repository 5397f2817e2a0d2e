//! Votes: by the rule, once a voice, seen by nobody before they are proclaimed, and secret where they are to be.

use axum::http::{StatusCode, header};
use domain::id::PollId;
use domain::journal::{self, EntryKind};
use domain::vote::{PollState, Stage};

use crate::harness::{Answer, TestApp, on_both};
use crate::sittings::{Room, plain, seen};

const MOTION: [(&str, &str); 5] = [
    ("geste", "preparer"),
    ("titre", "Adoption de la motion"),
    ("majorite", "absolue"),
    ("mode", "public"),
    ("moyen", "bulletins"),
];

pub async fn prepared(app: &TestApp, room: &Room, change: &[(&str, &str)]) -> PollId {
    let mut fields = MOTION.to_vec();
    for (name, value) in change {
        fields.retain(|(of, _)| of != name);
        fields.push((name, value));
    }
    seen(&room.desk(app, &fields).await);
    app.state.storage.read().await.unwrap().polls(room.sitting.id).await.unwrap().pop().unwrap().id
}

pub async fn done(app: &TestApp, room: &Room, gesture: &str, poll: PollId) {
    seen(&room.desk(app, &[("geste", gesture), ("scrutin", &poll.to_string())]).await);
}

async fn state(app: &TestApp, poll: PollId) -> PollState {
    app.state.storage.read().await.unwrap().poll(poll).await.unwrap().unwrap().stage.state()
}

/// What a browser posts from the page that asks again: its hidden fields, as they stand there.
fn hidden(page: &str) -> Vec<(String, String)> {
    let inputs = page.split("<input type=\"hidden\" name=\"").skip(1);
    inputs
        .map(|rest| {
            let (name, rest) = rest.split_once('"').unwrap();
            let value = rest.split_once("value=\"").unwrap().1.split('"').next().unwrap();
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

/// Chooses; gives the page that asks again.
async fn chosen(app: &TestApp, room: &Room, poll: PollId, (cookie, choice): (&str, &str)) -> Answer {
    let poll = poll.to_string();
    let fields = [("scrutin", &*poll), ("etape", "choisir"), ("choix", choice)];
    app.post(&format!("{}/vote", room.path), &fields, cookie).await
}

async fn confirmed(app: &TestApp, room: &Room, cookie: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    app.post(&format!("{}/vote", room.path), &fields, cookie).await
}

/// Chooses and confirms; gives what the page that asked again held.
pub async fn vote(app: &TestApp, room: &Room, poll: PollId, said: (&str, &str)) -> Vec<(String, String)> {
    let asked = chosen(app, room, poll, said).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", plain(&asked));
    assert_eq!(asked.headers[header::CACHE_CONTROL], "no-store");
    let fields = hidden(&asked.text());
    let answer = confirmed(app, room, said.0, &fields).await;
    seen(&answer);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    let to = answer.headers[header::LOCATION].to_str().unwrap();
    assert!(!to.contains(said.1), "the acknowledgement holds no choice: {to}");
    fields
}

pub async fn cookies(app: &TestApp, room: &Room, count: usize) -> Vec<String> {
    let mut cookies = Vec::new();
    for member in &room.members[..count] {
        cookies.push(app.sign_in(member).await);
    }
    cookies
}

#[test]
fn a_public_vote_is_opened_voted_closed_and_proclaimed_with_its_rule() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let poll = prepared(&app, &room, &[]).await;
        let voters = cookies(&app, &room, 4).await;
        let early = chosen(&app, &room, poll, (&voters[0], "pour")).await;
        assert!(plain(&early).contains("pas encore ouvert"), "{}", plain(&early));
        done(&app, &room, "ouvrir", poll).await;
        let page = plain(&app.get_as(&room.path, &voters[0]).await);
        assert!(page.contains("Voter pour") && page.contains("Vous votez pour une voix"), "{page}");
        assert!(page.contains("Majorité requise : plus de la moitié des suffrages exprimés."), "{page}");
        let asked = plain(&chosen(&app, &room, poll, (&voters[0], "pour")).await);
        assert!(asked.contains("Voter pour, pour 1 voix."), "{asked}");
        vote(&app, &room, poll, (&voters[0], "pour")).await;
        vote(&app, &room, poll, (&voters[0], "contre")).await;
        vote(&app, &room, poll, (&voters[0], "pour")).await;
        vote(&app, &room, poll, (&voters[1], "pour")).await;
        vote(&app, &room, poll, (&voters[2], "hors")).await;
        let absent = chosen(&app, &room, poll, (&voters[3], "contre")).await;
        assert!(plain(&absent).contains("Cette voix n’est pas la vôtre"), "{}", plain(&absent));
        let own = plain(&app.get_as(&room.path, &voters[0]).await);
        assert!(own.contains("Vous avez choisi : Pour.") && own.contains("jusqu’à la clôture"), "{own}");
        done(&app, &room, "clore", poll).await;
        let late = chosen(&app, &room, poll, (&voters[0], "contre")).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&late).contains("Ce vote est clos"));
        done(&app, &room, "proclamer", poll).await;
        let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
        assert!(
            page.contains("2 pour sur 2 suffrages exprimés ; il en fallait plus de 1 : adopté."),
            "{page}"
        );
        assert!(
            page.contains("1 voix déclarée hors du vote") && page.contains(room.members[0].name.as_str()),
            "{page}"
        );
        let screen = plain(&app.get(&format!("{}/ecran", room.path)).await);
        assert!(screen.contains("Adopté") && screen.contains("2 pour, 0 contre"), "{screen}");
        let again = room.desk(&app, &[("geste", "proclamer"), ("scrutin", &poll.to_string())]).await;
        assert!(plain(&again).contains("Ce vote n’en est plus là"), "a second click does nothing");
        let entries = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
        assert_eq!(journal::verify(&entries), Ok(()));
        let last = entries.last().unwrap();
        assert!(
            last.kind == EntryKind::PollProclaimed && last.body.contains("\"in_favour\":2"),
            "{}",
            last.body
        );
        assert!(!entries.iter().any(|entry| entry.body.contains(room.members[0].name.as_str())), "no name");
    });
}

#[test]
fn nobody_sees_a_partial_result() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 5).await;
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        let voters = cookies(&app, &room, 5).await;
        for voter in &voters[..4] {
            vote(&app, &room, poll, (voter, "contre")).await;
        }
        let desk = format!("{}/pupitre", room.path);
        let screen = format!("{}/ecran", room.path);
        let door = format!("{}/accueil", room.path);
        let direct = |whom: &str| format!("/congres/demonstration/direct/{}/{whom}", room.sitting.id);
        let (phones, screens, desks) = (direct("telephone"), direct("ecran"), direct("pupitre"));
        for stage in ["open", "closed"] {
            for (path, cookie) in [
                (&*room.path, &*voters[4]),
                (&*room.path, ""),
                (&*screen, ""),
                (&*desk, &*room.chair),
                (&*door, &*room.staff),
                ("/congres/demonstration/scrutins/1", &*room.chair),
                ("/congres/demonstration/seances", &*room.staff),
                ("/congres/demonstration/moi/donnees.json", &*voters[4]),
                (&*phones, &*voters[4]),
                (&*screens, ""),
                (&*desks, &*room.chair),
                (&*desks, &*room.staff),
            ] {
                let answer = app.get_as(path, cookie).await;
                assert_eq!(answer.status, StatusCode::OK, "{path}");
                let page = plain(&answer);
                for told in ["4 contre", "contre : 4", "Rejeté", "Vous avez choisi"] {
                    assert!(!page.contains(told), "{stage}, {path} tells « {told} »");
                }
            }
            let entries = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
            assert!(
                !entries
                    .iter()
                    .any(|entry| entry.body.contains("\"against\"") || entry.body.contains("in_favour")),
                "{stage}"
            );
            if stage == "open" {
                assert!(plain(&app.get(&screen).await).contains("4 voix sur 5 ont voté"));
                done(&app, &room, "clore", poll).await;
            }
        }
        done(&app, &room, "proclamer", poll).await;
        assert!(plain(&app.get(&screen).await).contains("4 contre"), "the test would have seen it");
    });
}

#[test]
fn a_proxy_gives_a_second_voice_cast_with_ones_own_or_apart() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 2).await;
        let (giver, path) = (room.members[3].id, format!("{}/pouvoirs", room.path));
        let absent = app.sign_in(&room.members[3]).await;
        let nobody =
            app.post(&path, &[("geste", "donner"), ("mandataire", "Personne Inconnue")], &absent).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&nobody).contains("ne porte ce nom") && plain(&nobody).contains("Personne Inconnue"));
        let own = room.members[3].number.to_string();
        let oneself = app.post(&path, &[("geste", "donner"), ("mandataire", &own)], &absent).await;
        assert!(plain(&oneself).contains("pas pouvoir à soi-même"), "{}", plain(&oneself));
        let number = room.members[0].number.to_string();
        seen(&app.post(&path, &[("geste", "donner"), ("mandataire", &number)], &absent).await);
        assert!(plain(&app.get_as(&room.path, &absent).await).contains("ne compte pas encore"));
        let proxy =
            app.state.storage.read().await.unwrap().proxies(room.sitting.id).await.unwrap()[0].id.to_string();
        let accept = [("geste", "accepter"), ("pouvoir", &*proxy)];
        let other = app.sign_in(&room.members[1]).await;
        assert_eq!(
            app.post(&path, &accept, &other).await.status,
            StatusCode::BAD_REQUEST,
            "not theirs to accept"
        );
        let holder = app.sign_in(&room.members[0]).await;
        assert!(plain(&app.get_as(&room.path, &holder).await).contains("vous donne pouvoir"));
        seen(&app.post(&path, &accept, &holder).await);
        let there = app.post(&path, &[("geste", "donner"), ("mandataire", &own)], &holder).await;
        assert!(plain(&there).contains("vous votez vous-même"), "{}", plain(&there));
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        let voter = app.sign_in(&room.members[0]).await;
        let page = plain(&app.get_as(&room.path, &voter).await);
        assert!(
            page.contains("Vous votez pour 2 voix")
                && page.contains(&format!("Pouvoir de {}", room.members[3].name)),
            "{page}"
        );
        vote(&app, &room, poll, (&voter, "pour")).await;
        let seat = format!("m:{giver}");
        let fields =
            [("scrutin", &*poll.to_string()), ("etape", "confirmer"), ("voix", &seat), ("choix", "contre")];
        seen(&app.post(&format!("{}/vote", room.path), &fields, &voter).await);
        let forged = app.sign_in(&room.members[1]).await;
        let refused = app.post(&format!("{}/vote", room.path), &fields, &forged).await;
        assert!(plain(&refused).contains("Cette voix n’est pas la vôtre"), "{}", plain(&refused));
        done(&app, &room, "clore", poll).await;
        done(&app, &room, "proclamer", poll).await;
        let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
        assert!(page.contains("1 pour, 1 contre") && page.contains("par pouvoir, porté par"), "{page}");
    });
}

#[test]
fn a_show_of_hands_is_recorded_in_two_actions() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let poll = prepared(&app, &room, &[("moyen", "main-levee")]).await;
        done(&app, &room, "unanimite", poll).await;
        let read = plain(&app.get("/congres/demonstration/scrutins/1").await);
        assert!(
            read.contains("3 pour, 0 contre") && read.contains("sans liste de qui a choisi quoi"),
            "{read}"
        );
        assert!(!read.contains("n’a pas voté") && !read.contains("Scellé"), "{read}");
        let second = prepared(&app, &room, &[("moyen", "main-levee")]).await;
        let id = second.to_string();
        let many =
            [("geste", "main-levee"), ("scrutin", &*id), ("pour", "3"), ("contre", "1"), ("abstentions", "")];
        let refused = room.desk(&app, &many).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(plain(&refused).contains("4 mains pour 3 voix : recomptez"), "{}", plain(&refused));
        assert_eq!(state(&app, second).await, PollState::Prepared, "nothing was opened");
        let nothing =
            [("geste", "main-levee"), ("scrutin", &*id), ("pour", ""), ("contre", ""), ("abstentions", "")];
        assert_eq!(room.desk(&app, &nothing).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(state(&app, second).await, PollState::Prepared, "what nobody counted isn’t proclaimed");
        let hands = [
            ("geste", "main-levee"),
            ("scrutin", &*id),
            ("pour", "1"),
            ("contre", "2"),
            ("abstentions", "0"),
        ];
        seen(&room.desk(&app, &hands).await);
        assert!(
            plain(&app.get("/congres/demonstration/scrutins/2").await)
                .contains("il en fallait plus de 1,50 : rejeté")
        );
    });
}

#[test]
fn what_the_desk_cannot_do_is_said() {
    on_both(|mut app| async move {
        let room = Room::planned(&mut app, &[]).await;
        let poll = prepared(&app, &room, &[]).await;
        let id = poll.to_string();
        let open = [("geste", "ouvrir"), ("scrutin", &*id)];
        assert!(plain(&room.desk(&app, &open).await).contains("ouvrez-la d’abord"));
        seen(&room.desk(&app, &[("geste", "ouvrir-seance")]).await);
        assert!(plain(&room.desk(&app, &open).await).contains("Personne n’a émargé"));
        room.door(&app, &room.members[0], "salle").await;
        let secret = prepared(&app, &room, &[("mode", "secret")]).await;
        let few = room.desk(&app, &[("geste", "ouvrir"), ("scrutin", &secret.to_string())]).await;
        assert!(plain(&few).contains("il en faut au moins 3"), "{}", plain(&few));
        seen(&room.desk(&app, &open).await);
        let other = room.desk(&app, &[("geste", "ouvrir"), ("scrutin", &secret.to_string())]).await;
        assert!(plain(&other).contains("Un autre vote est ouvert"));
        assert!(
            plain(&room.desk(&app, &[("geste", "lever-seance")]).await).contains("avant de lever la séance")
        );
        let silent = room.desk(&app, &[("geste", "annuler"), ("scrutin", &*id), ("motif", " ")]).await;
        assert!(plain(&silent).contains("ne s’annule pas sans motif"));
        seen(
            &room.desk(&app, &[("geste", "annuler"), ("scrutin", &*id), ("motif", "Panne du réseau")]).await,
        );
        let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
        assert!(page.contains("Vote annulé") && page.contains("Panne du réseau"), "{page}");
        let twice = [
            ("geste", "preparer"),
            ("titre", "Choisir"),
            ("majorite", "absolue"),
            ("mode", "public"),
            ("moyen", "bulletins"),
            ("options", "A\nA"),
            ("nombre", "1"),
        ];
        assert!(plain(&room.desk(&app, &twice).await).contains("Deux options portent le même nom"));
    });
}

#[test]
fn options_are_chosen_and_a_forged_one_is_refused() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let poll = prepared(&app, &room, &[("options", "Quimper\nBrest\nVannes"), ("nombre", "2")]).await;
        done(&app, &room, "ouvrir", poll).await;
        let voters = cookies(&app, &room, 3).await;
        for forged in ["option-9", "pour", "blanc", "option-x"] {
            let answer = chosen(&app, &room, poll, (&voters[0], forged)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{forged}");
        }
        let id = poll.to_string();
        let two = [("scrutin", &*id), ("etape", "choisir"), ("choix", "option-0"), ("choix", "option-2")];
        let asked = app.post(&format!("{}/vote", room.path), &two, &voters[0]).await;
        assert!(plain(&asked).contains("Voter « Quimper, Vannes »"), "{}", plain(&asked));
        seen(&confirmed(&app, &room, &voters[0], &hidden(&asked.text())).await);
        vote(&app, &room, poll, (&voters[1], "option-2")).await;
        vote(&app, &room, poll, (&voters[2], "abstention")).await;
        done(&app, &room, "clore", poll).await;
        done(&app, &room, "proclamer", poll).await;
        let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
        assert!(page.contains("Quimper : 1, Brest : 0, Vannes : 2, 1 abstention"), "{page}");
        assert!(page.contains("Retenu : Vannes, Quimper."), "{page}");
    });
}

#[test]
fn a_secret_ballot_cannot_be_joined_to_its_voter_by_whoever_holds_the_database() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 4).await;
        let poll = prepared(&app, &room, &[("mode", "secret")]).await;
        done(&app, &room, "ouvrir", poll).await;
        let key = std::fs::read(app.key_file(poll)).unwrap();
        let voters = cookies(&app, &room, 4).await;
        let mut receipts = Vec::new();
        for (voter, choice) in voters.iter().zip(["pour", "contre", "blanc", "pour"]) {
            let fields = vote(&app, &room, poll, (voter, choice)).await;
            let receipt = fields.iter().find(|(name, _)| name == "recepisse").unwrap().1.clone();
            seen(&confirmed(&app, &room, voter, &fields).await);
            receipts.push((receipt, choice));
        }
        let again = chosen(&app, &room, poll, (&voters[0], "contre")).await;
        assert!(plain(&again).contains("un vote secret ne se change pas"), "{}", plain(&again));
        let before = app.whole_database().await;
        for (receipt, _) in &receipts {
            assert!(!holds(&before, receipt.as_bytes()), "no receipt before the proclamation");
            let bits = receipt.parse::<domain::vote::Receipt>().unwrap();
            assert!(!holds(&before, bits.bytes()));
        }
        assert!(!holds(&before, &key), "nor the key");
        assert!(!holds(&before, b"{\"for\"") && !holds(&before, b"\"against\""), "nor a choice");
        let page = plain(&app.get_as(&room.path, &voters[0]).await);
        assert!(page.contains("Votre bulletin est dans l’urne"), "{page}");
        done(&app, &room, "clore", poll).await;
        done(&app, &room, "proclamer", poll).await;
        assert!(!app.key_file(poll).exists(), "the key is destroyed");
        let open = prepared(&app, &room, &[("mode", "secret")]).await;
        done(&app, &room, "ouvrir", open).await;
        std::fs::write(app.key_file(poll), &key).unwrap();
        assert_eq!(server::voting::sweep(&app.state).await.unwrap(), 1, "what a crash left behind");
        assert!(!app.key_file(poll).exists() && app.key_file(open).exists());
        assert!(!holds(&app.whole_database().await, &key));
        let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
        for (receipt, _) in &receipts {
            assert!(page.contains(receipt), "everybody finds their own");
        }
        assert!(page.contains("2 pour, 1 contre, 0 abstention, 1 blanc"), "{page}");
        assert!(!page.contains("Qui a choisi quoi"));
        let mut shown: Vec<usize> = receipts.iter().map(|(receipt, _)| page.find(receipt).unwrap()).collect();
        let mut sorted = receipts.clone();
        sorted.sort();
        let order: Vec<usize> = sorted.iter().map(|(receipt, _)| page.find(receipt).unwrap()).collect();
        shown.sort_unstable();
        assert_eq!(order, shown, "in the order of receipts, which is chance's");
    });
}

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_poll_whose_key_is_lost_can_only_be_dropped() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let poll = prepared(&app, &room, &[("mode", "secret")]).await;
        done(&app, &room, "ouvrir", poll).await;
        let voter = app.sign_in(&room.members[0]).await;
        vote(&app, &room, poll, (&voter, "pour")).await;
        std::fs::remove_file(app.key_file(poll)).unwrap();
        let closed = room.desk(&app, &[("geste", "clore"), ("scrutin", &poll.to_string())]).await;
        assert!(plain(&closed).contains("n’est plus sur ce serveur"), "{}", plain(&closed));
        assert_eq!(state(&app, poll).await, PollState::Open, "nothing is half done");
        let drop = [("geste", "annuler"), ("scrutin", &*poll.to_string()), ("motif", "Clé perdue")];
        seen(&room.desk(&app, &drop).await);
        let read = app.state.storage.read().await.unwrap().poll(poll).await.unwrap().unwrap();
        assert!(matches!(read.stage, Stage::Cancelled { .. }));
    });
}

#[test]
fn paper_ballots_are_counted_in_and_too_many_are_an_incident() {
    on_both(|mut app| async move {
        let room = Room::open(&mut app, &[], 3).await;
        let poll = prepared(&app, &room, &[]).await;
        done(&app, &room, "ouvrir", poll).await;
        room.door(&app, &room.members[0], "papier").await;
        let voter = app.sign_in(&room.members[0]).await;
        let refused = chosen(&app, &room, poll, (&voter, "pour")).await;
        assert!(plain(&refused).contains("bulletin papier"), "{}", plain(&refused));
        let other = app.sign_in(&room.members[1]).await;
        vote(&app, &room, poll, (&other, "contre")).await;
        done(&app, &room, "clore", poll).await;
        let id = poll.to_string();
        let fields =
            [("geste", "proclamer"), ("scrutin", &*id), ("pour", "2"), ("contre", "0"), ("abstentions", "0")];
        seen(&room.desk(&app, &fields).await);
        let page = plain(&app.get("/congres/demonstration/scrutins/1").await);
        assert!(page.contains("2 pour, 1 contre"), "{page}");
        let entries = app.state.storage.read().await.unwrap().journal(room.congress.id).await.unwrap();
        assert!(
            entries.iter().any(|entry| entry.kind == EntryKind::Incident),
            "two ballots for one signature"
        );
    });
}
