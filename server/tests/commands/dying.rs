//! A server that is killed, or whose disk is full, while people vote: what was acknowledged is there, and nothing else is claimed.

#![cfg(unix)]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use domain::access::Session;
use domain::congress::Congress;
use domain::id::{AttendanceId, CongressId, Entropy, MemberId, PollId, SessionId, SittingId};
use domain::member::{College, Member, Role};
use domain::sitting::{Access, Attendance, Presence, Sitting, SittingRules, SittingStage};
use domain::time::Timestamp;
use domain::vote::{Choice, Poll, PollState, Receipt, Stage};
use sha2::{Digest as _, Sha256};
use storage::{NewMember, Storage};
use tempfile::TempDir;

use crate::{command, serve};

/// Far from now, so that no session ends while the test runs.
const AT: Timestamp = Timestamp::from_micros(1_790_000_000_000_000);

struct Counted(u8);
impl Entropy for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(13).wrapping_add(101);
            *byte = self.0;
        }
        self.0 = self.0.wrapping_add(1);
    }
}

/// A congress in its own folder, with a chair, four people who are there, and a server that may die.
struct House {
    folder: TempDir,
    server: Option<(Child, String)>,
    sitting: SittingId,
    people: Vec<MemberId>,
}

/// The cookie of the person of that rank; the first is the chair.
fn cookie(rank: usize) -> String {
    format!("pleniere={:064x}", rank + 1)
}

impl House {
    fn built() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}", folder.path().join("essai.db").display());
        let (sitting, people) = tokio::runtime::Runtime::new().unwrap().block_on(Box::pin(filled(&url)));
        Self { folder, server: None, sitting, people }
    }

    fn start(&mut self) {
        self.server = Some(serve(self.folder.path()));
    }

    fn kill(&mut self) {
        let (mut child, _) = self.server.take().expect("it runs");
        child.kill().unwrap();
        child.wait().unwrap();
    }

    fn kill_and_start(&mut self) {
        self.kill();
        self.start();
    }

    fn ask(&self, head: &str, cookie: &str, body: &str) -> (u16, String) {
        let line = &self.server.as_ref().expect("it runs").1;
        let host = line.split("http://").nth(1).unwrap().trim().trim_end_matches('/').to_owned();
        let mut to = TcpStream::connect(&host).unwrap();
        let request = format!(
            "{head} HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        to.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        to.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        (answer.split(' ').nth(1).unwrap().parse().unwrap(), answer)
    }

    fn desk(&self, body: &str) -> u16 {
        self.ask(&format!("POST /congres/essai/seances/{}/pupitre", self.sitting), &cookie(0), body).0
    }

    fn desk_page(&self) -> String {
        let (status, page) =
            self.ask(&format!("GET /congres/essai/seances/{}/pupitre", self.sitting), &cookie(0), "");
        assert_eq!(status, 200, "{page}");
        page
    }

    fn done(&self, gesture: &str, poll: PollId) {
        assert_eq!(self.desk(&format!("geste={gesture}&scrutin={poll}")), 303, "{gesture}");
    }

    fn prepared(&self, mode: &str) -> PollId {
        let form = format!("geste=preparer&titre=Adoption&majorite=absolue&mode={mode}&moyen=bulletins");
        assert_eq!(self.desk(&form), 303);
        self.polls().pop().unwrap().id
    }

    /// Casts for the person of that rank; the status of the answer.
    fn cast(&self, poll: PollId, rank: usize, choice: &str, secret: bool) -> u16 {
        let receipt = Receipt::from_bytes([u8::try_from(rank).unwrap(); 16]);
        let receipt = if secret { format!("&recepisse={receipt}") } else { String::new() };
        let form =
            format!("scrutin={poll}&etape=confirmer&voix=m:{}&choix={choice}{receipt}", self.people[rank]);
        self.ask(&format!("POST /congres/essai/seances/{}/vote", self.sitting), &cookie(rank), &form).0
    }

    fn read<T>(&self, read: impl AsyncFnOnce(&mut storage::Reading) -> T) -> T {
        let url = format!("sqlite://{}", self.folder.path().join("essai.db").display());
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let storage = Storage::open(&url).await.unwrap();
            let value = read(&mut storage.read().await.unwrap()).await;
            storage.close().await;
            value
        })
    }

    fn polls(&self) -> Vec<Poll> {
        let sitting = self.sitting;
        self.read(async |reading| reading.polls(sitting).await.unwrap())
    }

    fn poll(&self, id: PollId) -> Poll {
        self.read(async |reading| reading.poll(id).await.unwrap().unwrap())
    }

    fn turnout(&self, id: PollId) -> (u64, u64) {
        self.read(async |reading| reading.turnout(id).await.unwrap())
    }

    fn key(&self, poll: PollId) -> PathBuf {
        self.folder.path().join("cles").join(format!("{poll}.cle"))
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if self.server.is_some() {
            self.kill();
        }
    }
}

async fn filled(url: &str) -> (SittingId, Vec<MemberId>) {
    let storage = Storage::open(url).await.unwrap();
    storage.migrate().await.unwrap();
    let mut entropy = Counted(7);
    let congress = Congress {
        id: CongressId::new(AT, &mut entropy),
        slug: "essai".parse().unwrap(),
        title: "Essai".to_owned(),
        question: "Que reste-t-il\u{202f}?".to_owned(),
        summary: String::new(),
        organiser: "Personne".to_owned(),
        fictional: true,
        phases: Vec::new(),
    };
    let sitting = Sitting {
        id: SittingId::new(AT, &mut entropy),
        congress: congress.id,
        name: "Séance".parse().unwrap(),
        place: None,
        access: Access::Public,
        starts_at: AT,
        rules: SittingRules { least_secret: 3, ..SittingRules::default() },
        stage: SittingStage::Planned,
    };
    let mut work = storage.write().await.unwrap();
    work.create_congress(&congress, &[]).await.unwrap();
    work.add_sitting(&sitting, (None, AT)).await.unwrap();
    work.open_sitting(sitting.id, AT).await.unwrap();
    let mut people = Vec::new();
    for rank in 0..5 {
        let name = format!("Personne {}", char::from(b'A' + rank));
        let id = MemberId::new(AT, &mut entropy);
        let mut member = Member {
            college: College::Elected,
            rules_read_at: Some(AT),
            ..Member::added((id, congress.id), name.parse().unwrap(), AT)
        };
        if rank == 0 {
            member.roles.insert(Role::Chair);
        }
        let new = NewMember { person_key: name.clone(), sort_name: name.to_lowercase(), member };
        work.add_member(&new).await.unwrap();
        let session = Session {
            id: SessionId::new(AT, &mut entropy),
            device: "Essai".to_owned(),
            opened_at: AT,
            seen_at: AT,
            expires_at: AT.plus_seconds(10 * 365 * 24 * 60 * 60),
        };
        let secret = cookie(usize::from(rank)).replace("pleniere=", "");
        work.open_session(id, &session, &Sha256::digest(secret.as_bytes()).into()).await.unwrap();
        if rank > 0 {
            let coming = Attendance {
                id: AttendanceId::new(AT, &mut entropy),
                sitting: sitting.id,
                member: id,
                presence: Presence::Room,
                in_at: AT,
                out_at: None,
            };
            work.check_in(&coming).await.unwrap();
        }
        people.push(id);
    }
    work.save().await.unwrap();
    storage.close().await;
    (sitting.id, people)
}

fn survives(mode: &str) {
    let is_secret = mode == "secret";
    let mut house = House::built();
    house.start();
    let poll = house.prepared(mode);
    house.kill_and_start();
    assert_eq!(house.poll(poll).stage.state(), PollState::Prepared);
    house.done("ouvrir", poll);
    house.kill_and_start();
    assert_eq!((house.poll(poll).stage.state(), house.key(poll).exists()), (PollState::Open, is_secret));
    for (rank, choice) in [(1, "pour"), (2, "contre")] {
        assert_eq!(house.cast(poll, rank, choice, is_secret), 303);
    }
    house.kill_and_start();
    assert_eq!(house.turnout(poll), (2, 4), "what was acknowledged is there");
    assert_eq!(house.cast(poll, 1, "pour", is_secret), 303, "sent again, it is the same");
    assert_eq!(house.cast(poll, 3, "pour", is_secret), 303);
    assert_eq!(house.turnout(poll), (3, 4));
    house.done("clore", poll);
    house.kill_and_start();
    assert_eq!((house.poll(poll).stage.state(), house.key(poll).exists()), (PollState::Closed, is_secret));
    assert_eq!(house.cast(poll, 4, "contre", is_secret), 422, "closed is closed");
    assert!(house.desk_page().contains("Proclamer le résultat"));
    house.done("proclamer", poll);
    house.kill_and_start();
    let Stage::Proclaimed { outcome, .. } = house.poll(poll).stage else { panic!("proclaimed") };
    assert_eq!((outcome.tally.in_favour, outcome.tally.against), (2, 1));
    assert!(!house.key(poll).exists());
    let (status, screen) = house.ask(&format!("GET /congres/essai/seances/{}/ecran", house.sitting), "", "");
    assert!(status == 200 && screen.contains("Adopté"), "{screen}");
}

#[test]
fn a_public_vote_survives_a_kill_in_each_of_its_states() {
    survives("public");
}

#[test]
fn a_secret_vote_survives_a_kill_in_each_of_its_states() {
    survives("secret");
}

/// A server whose files may grow to so many kilobytes: its disk is full then, until it may grow on.
fn serve_within(house: &mut House, kilobytes: u64) {
    let plain = command(house.folder.path(), &["serve"]);
    let mut limited = Command::new("bash");
    limited
        .args(["-c", &format!("trap '' XFSZ; ulimit -S -f {kilobytes}; exec \"$0\" serve")])
        .arg(plain.get_program());
    limited.current_dir(house.folder.path());
    for (name, value) in plain.get_envs() {
        limited.env(name, value.unwrap_or_default());
    }
    limited.env("PLENIERE_SERVER__ADDRESS", "127.0.0.1:0").env("PLENIERE_SERVER__SITE", house.folder.path());
    let mut child = limited.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut line)
        .unwrap();
    house.server = Some((child, line));
}

/// A disk that is full isn't where this test would find it: there, a process' files can't be bounded.
fn has(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_is_said_at_the_desk_and_nothing_is_claimed_that_isnt_there() {
    if !has("prlimit") || !has("bash") {
        return;
    }
    let mut house = House::built();
    house.start();
    let poll = house.prepared("public");
    house.done("ouvrir", poll);
    house.kill();
    let size = std::fs::metadata(house.folder.path().join("essai.db")).unwrap().len();
    serve_within(&mut house, size / 1024 + 400);
    let said = "n’arrivent plus sur le disque";
    assert!(!house.desk_page().contains(said));
    let choices = ["pour", "contre", "abstention"];
    let mut kept = None;
    let refused = (0..2_000).find_map(|turn| {
        let choice = choices[turn % choices.len()];
        match house.cast(poll, 1, choice, false) {
            303 => {
                kept = Some(choice);
                None
            }
            status => Some((status, choice)),
        }
    });
    let (status, lost) = refused.expect("the disk is full in the end");
    assert_eq!(status, 503, "it may be sent again");
    assert!(house.desk_page().contains(said), "the desk says so at once");
    let who = house.people[1];
    let stands = |house: &House| {
        let own = house.read(async |reading| reading.own_seats(poll, who).await.unwrap());
        own[0].choice.clone()
    };
    let choice = |code| match code {
        "pour" => Choice::For,
        "contre" => Choice::Against,
        _ => Choice::Abstain,
    };
    assert_eq!(
        stands(&house),
        kept.map(choice),
        "the last that was acknowledged, and not the one that wasn't"
    );
    let pid = house.server.as_ref().unwrap().0.id().to_string();
    assert!(Command::new("prlimit").args(["--pid", &pid, "--fsize=unlimited"]).status().unwrap().success());
    assert_eq!(house.cast(poll, 1, lost, false), 303, "once there is room, the same is taken");
    assert_eq!(stands(&house), Some(choice(lost)));
    assert!(!house.desk_page().contains(said), "and the desk goes on");
    house.done("clore", poll);
    house.done("proclamer", poll);
}
