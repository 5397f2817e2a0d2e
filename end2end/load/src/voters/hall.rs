//! Where people vote: a sitting that is open, its chair and those who are there, each with their link.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::id::{AttendanceId, CongressId, Entropy as _, MemberId, ProxyId, SittingId};
use domain::line::Line;
use domain::live::Audience;
use domain::member::{College, Member, Role};
use domain::sitting::{Attendance, Presence};
use domain::words::Slug;
use sha2::{Digest as _, Sha256};
use storage::{Giving, NewMember, Storage, StorageError, Work};

use crate::Outcome;
use crate::present::{Chance, now};
use crate::seed::{Seed, hex};
use crate::sitting::opened;

/// The congress that `--demo` makes: another than that of contributors, whose database it may share.
const SLUG: &str = "charge-votes";
/// For how long links hold, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// Where people vote, and by which links they come.
#[derive(Clone, Debug)]
pub(super) struct Hall {
    /// `HOST:PORT`
    pub(super) host: Arc<str>,
    /// `/congres/SLUG`
    pub(super) congress: String,
    /// The sitting's id.
    pub(super) sitting: String,
    pub(super) chair: String,
    pub(super) voters: Vec<String>,
    /// Voices that they cast together.
    pub(super) voices: u64,
}

impl Hall {
    /// A sitting of a server that runs: the first link is the chair's.
    pub(super) fn at(host: &str, sitting: &str, mut links: Vec<String>, count: usize) -> Outcome<Self> {
        let Some((congress, id)) = sitting.trim_end_matches('/').split_once("/seances/") else {
            return Err(format!("{sitting} isn't the page of a sitting: /congres/…/seances/…"));
        };
        if links.len() <= count {
            return Err(format!("{} links for a chair and {count} voters: give one for each.", links.len()));
        }
        let chair = links.remove(0);
        links.truncate(count);
        let (congress, sitting) = (congress.to_owned(), id.to_owned());
        let voices = count as u64;
        Ok(Self { host: host.into(), congress, sitting, chair, voters: links, voices })
    }

    /// Makes a fictional congress that sits: so many are there, and so many others gave some of these their voice.
    pub(super) async fn hold(database: &str, host: &str, (there, givers): (usize, usize)) -> Outcome<Self> {
        let seed = Seed { slug: SLUG, members: there + givers, texts: 0 };
        let mut voters = seed.sow(database).await?;
        voters.truncate(there);
        let storage = Storage::open(database).await.map_err(|error| error.to_string())?;
        let held = held(&storage, (there, givers)).await;
        storage.close().await;
        let (sitting, chair) = held.map_err(|error| error.to_string())?.ok_or("the congress isn't there.")?;
        let congress = format!("/congres/{SLUG}");
        let voices = (there + givers) as u64;
        Ok(Self { host: host.into(), congress, sitting: sitting.to_string(), chair, voters, voices })
    }

    pub(super) fn page(&self, of: &str) -> String {
        format!("{}/seances/{}/{of}", self.congress, self.sitting)
    }

    pub(super) fn direct(&self, audience: Audience) -> String {
        format!("{}/direct/{}/{}", self.congress, self.sitting, audience.code())
    }
}

/// The sitting, and the chair's link.
async fn held(
    storage: &Storage,
    (there, givers): (usize, usize),
) -> Result<Option<(SittingId, String)>, StorageError> {
    let (at, mut chance) = (now(), Chance);
    let mut work = storage.write().await?;
    let (Ok(slug), Ok(name)) = (SLUG.parse::<Slug>(), "Séance de charge".parse::<Line>()) else {
        return Ok(None);
    };
    let Some(congress) = work.congress(&slug).await? else { return Ok(None) };
    let sitting = opened(&mut work, congress.id, name).await?;
    let ranked = ranked(work.members(congress.id).await?);
    for rank in 0..there {
        let Some(&member) = ranked.get(&rank) else { return Ok(None) };
        let id = AttendanceId::new(at, &mut chance);
        let coming =
            Attendance { id, sitting: sitting.id, member, presence: Presence::Room, in_at: at, out_at: None };
        work.check_in(&coming).await?;
    }
    for rank in there..there + givers {
        let (Some(&giver), Some(&holder)) = (ranked.get(&rank), ranked.get(&(rank - there))) else {
            return Ok(None);
        };
        let id = ProxyId::new(at, &mut chance);
        work.give_proxy(&Giving { id, sitting: sitting.id, giver, holder, at }).await?;
        let accepted = work.accept_proxy(id, sitting.rules.most_proxies, at).await?;
        if accepted.is_err() {
            return Ok(None);
        }
    }
    let chair = chair(&mut work, congress.id).await?;
    work.save().await?;
    Ok(chair.map(|link| (sitting.id, link)))
}

/// The seed's members by their rank, which stands in their address.
fn ranked(members: Vec<Member>) -> BTreeMap<usize, MemberId> {
    let rank = |member: Member| {
        let email = member.email?.to_string();
        let rank = email.strip_prefix("charge")?.split('@').next()?.parse().ok()?;
        Some((rank, member.id))
    };
    members.into_iter().filter_map(rank).collect()
}

/// Somebody who runs the sitting and has no voice.
async fn chair(work: &mut Work, congress: CongressId) -> Result<Option<String>, StorageError> {
    let (at, mut chance) = (now(), Chance);
    let Ok(name) = "Présidence de charge".parse() else { return Ok(None) };
    let member = Member {
        college: College::Unstated,
        roles: [Role::Chair].into_iter().collect(),
        invited_at: Some(at),
        rules_read_at: Some(at),
        ..Member::added((MemberId::new(at, &mut chance), congress), name, at)
    };
    let id = member.id;
    work.add_member(&NewMember { person_key: "presidence".into(), sort_name: "presidence".into(), member })
        .await?;
    let mut bytes = [0; 32];
    chance.fill(&mut bytes);
    let secret = hex(&bytes);
    work.add_link(id, &Sha256::digest(secret.as_bytes()).into(), at, at.plus_seconds(DAY)).await?;
    Ok(Some(format!("/entrer/{secret}")))
}
