//! A public sitting of the fictional congress, and members who are signed in on their phones.

use domain::access::Session;
use domain::id::{CongressId, Entropy as _, SessionId, SittingId};
use domain::line::Line;
use domain::live::Audience;
use domain::sitting::{Access, Sitting, SittingRules, SittingStage};
use domain::words::Slug;
use sha2::{Digest as _, Sha256};
use storage::{Storage, StorageError, Work};

use crate::Outcome;
use crate::present::{Chance, now};
use crate::seed::hex;

/// For how long phones stay signed in, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// Where a sitting is followed, and by whom.
#[derive(Clone, Debug)]
pub(crate) struct Doors {
    congress: String,
    sitting: SittingId,
    /// What each phone's browser sends with a request.
    pub(crate) cookies: Vec<String>,
}

impl Doors {
    /// Opens a sitting in that congress, which is there, and signs its first members in.
    pub(crate) async fn open(database: &str, congress: &str, phones: usize) -> Outcome<Self> {
        let storage = Storage::open(database).await.map_err(|error| error.to_string())?;
        let doors = Self::written(&storage, congress, phones).await;
        storage.close().await;
        doors
            .map_err(|error| error.to_string())?
            .ok_or_else(|| format!("there is no congress « {congress} »."))
    }

    async fn written(storage: &Storage, congress: &str, phones: usize) -> Result<Option<Self>, StorageError> {
        let (at, mut chance) = (now(), Chance);
        let mut work = storage.write().await?;
        let Ok(slug) = congress.parse::<Slug>() else { return Ok(None) };
        let Some(of) = work.congress(&slug).await? else { return Ok(None) };
        let Ok(name) = "Séance de charge".parse::<Line>() else { return Ok(None) };
        let sitting = opened(&mut work, of.id, name).await?;
        let mut cookies = Vec::new();
        for member in work.members(of.id).await?.into_iter().take(phones) {
            let mut secret = [0; 32];
            chance.fill(&mut secret);
            let secret = hex(&secret);
            let session = Session {
                id: SessionId::new(at, &mut chance),
                device: "Charge".to_owned(),
                opened_at: at,
                seen_at: at,
                expires_at: at.plus_seconds(DAY),
            };
            work.open_session(member.id, &session, &Sha256::digest(secret.as_bytes()).into()).await?;
            cookies.push(format!("pleniere={secret}"));
        }
        work.save().await?;
        Ok(Some(Self { congress: congress.to_owned(), sitting: sitting.id, cookies }))
    }

    /// The address for an audience.
    pub(crate) fn path(&self, audience: Audience) -> String {
        format!("/congres/{}/direct/{}/{}", self.congress, self.sitting, audience.code())
    }
}

/// A public sitting of that congress, open from now on.
pub(crate) async fn opened(
    work: &mut Work,
    congress: CongressId,
    name: Line,
) -> Result<Sitting, StorageError> {
    let at = now();
    let sitting = Sitting {
        id: SittingId::new(at, &mut Chance),
        congress,
        name,
        place: None,
        access: Access::Public,
        starts_at: at,
        rules: SittingRules::default(),
        stage: SittingStage::Planned,
    };
    work.add_sitting(&sitting, (None, at)).await?;
    work.open_sitting(sitting.id, at).await?;
    Ok(sitting)
}
