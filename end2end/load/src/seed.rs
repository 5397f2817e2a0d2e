//! A fictional congress whose call is open, with people and their links. Its letters never leave.

use analysis::read::index_terms;
use domain::congress::{Congress, Phase, PhaseKind};
use domain::contribution::Channel;
use domain::id::{CongressId, ContributionId, Entropy, MemberId};
use domain::member::{College, Member, Signature};
use domain::time::Timestamp;
use sha2::{Digest as _, Sha256};
use storage::{NewContribution, NewMember, Storage};

use crate::Outcome;
use crate::draw::Draw;
use crate::present::{Chance, now};
use crate::texts::{letters, text};

/// Half of the call, in seconds, on each side of now.
const MONTH: i64 = 30 * 24 * 60 * 60;

/// What is there before anybody comes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seed<'a> {
    /// The congress' address.
    pub(crate) slug: &'a str,
    pub(crate) members: usize,
    /// Contributions that others sent in before.
    pub(crate) texts: usize,
}

impl Seed<'_> {
    /// Writes it, and gives the path of each member's link.
    pub(crate) async fn sow(self, database: &str) -> Outcome<Vec<String>> {
        let storage = Storage::open(database).await.map_err(|error| error.to_string())?;
        storage.migrate().await.map_err(|error| error.to_string())?;
        let links = self.written(&storage).await?;
        storage.close().await;
        Ok(links)
    }

    async fn written(self, storage: &Storage) -> Outcome<Vec<String>> {
        let (now, mut chance) = (now(), Chance);
        let congress = self.congress(now, &mut chance)?;
        let refused = |error: storage::StorageError| error.to_string();
        let mut work = storage.write().await.map_err(refused)?;
        work.create_congress(&congress, &[]).await.map_err(refused)?;
        let mut links = Vec::new();
        for rank in 0..self.members {
            let new = member(rank, congress.id, now, &mut chance)?;
            work.add_member(&new).await.map_err(refused)?;
            let mut bytes = [0; 32];
            chance.fill(&mut bytes);
            let secret = hex(&bytes);
            let hash = Sha256::digest(secret.as_bytes()).into();
            work.add_link(new.member.id, &hash, now, now.plus_seconds(MONTH)).await.map_err(refused)?;
            links.push(format!("/entrer/{secret}"));
        }
        let texts = self.contributions(now, &mut chance)?;
        work.add_contributions(congress.id, None, texts).await.map_err(refused)?;
        work.save().await.map_err(refused)?;
        Ok(links)
    }

    fn congress(self, now: Timestamp, chance: &mut dyn Entropy) -> Outcome<Congress> {
        let call = Phase {
            kind: PhaseKind::Call,
            starts_at: now.plus_seconds(-MONTH),
            ends_at: now.plus_seconds(MONTH),
        };
        Ok(Congress {
            id: CongressId::new(now, chance),
            slug: self.slug.parse().map_err(|error| format!("{}: {error:?}", self.slug))?,
            title: "Congrès de charge".to_owned(),
            question: "Combien de personnes à la fois\u{202f}?".to_owned(),
            summary: String::new(),
            organiser: "Personne".to_owned(),
            fictional: true,
            phases: vec![call],
        })
    }

    fn contributions(self, now: Timestamp, chance: &mut dyn Entropy) -> Outcome<Vec<NewContribution>> {
        let mut draw = Draw::new(1);
        let mut one = |rank: usize| {
            let words = text(&format!("fonds{}", letters(rank as u64)), &mut draw);
            let received_at = now.plus_seconds(-MONTH + rank as i64);
            Ok(NewContribution {
                id: ContributionId::new(received_at, chance),
                title: None,
                stems: index_terms(&words),
                fingerprint: hex(&Sha256::digest(&words)),
                body: words.parse().map_err(|error| format!("{words}: {error:?}"))?,
                signature: Signature { name: Some(name(rank / 3)), ..Signature::ANONYMOUS },
                member: None,
                channel: Channel::File,
                kind: None,
                areas: Vec::new(),
                received_at,
            })
        };
        (0..self.texts).map(&mut one).collect()
    }
}

fn member(rank: usize, congress: CongressId, now: Timestamp, chance: &mut dyn Entropy) -> Outcome<NewMember> {
    let name = name(rank);
    let written = name.parse().map_err(|error| format!("{name}: {error:?}"))?;
    let member = Member {
        college: College::Elected,
        email: format!("charge{rank}@communes.example").parse().ok(),
        invited_at: Some(now),
        rules_read_at: Some(now),
        ..Member::added((MemberId::new(now, chance), congress), written, now)
    };
    Ok(NewMember { person_key: name.clone(), sort_name: name.to_lowercase(), member })
}

fn name(rank: usize) -> String {
    format!("Personne {}", letters(rank as u64))
}

/// In hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
