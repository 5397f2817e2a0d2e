//! `pleniere invite EMAIL --role … --name … --congress SLUG`: the first administrator, or anybody else.

use app::letters::invitation;
use clap::Args;
use domain::congress::Congress;
use domain::email::Email;
use domain::id::{MemberEventId, MemberId};
use domain::line::Line;
use domain::mail::Purpose;
use domain::member::{Member, MemberAct, MemberEvent, Role};
use domain::time::{Clock, Timestamp};
use domain::words::Slug;
use storage::{Storage, Work};

use super::{Complaint, Outcome};
use crate::access::{Secret, new_link};
use crate::config::Config;
use crate::letters::{About, To, letter, ways};
use crate::member::{erased_as, new_member, sort_name};
use crate::present::{SystemClock, SystemEntropy};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "ADRESSE", help = "Adresse électronique de la personne")]
    email: Email,
    #[arg(long, value_name = "ADRESSE", help = "Congrès, par son adresse (par exemple congres-2026)")]
    congress: Slug,
    #[arg(long, value_name = "NOM", help = "Prénom et nom ; inutile si cette adresse n’a qu’un membre")]
    name: Option<Line>,
    #[arg(
        long,
        value_name = "RÔLE",
        help = "Rôle donné : administration, redaction, presidence, scribe ou observation"
    )]
    role: Option<Role>,
    #[arg(long, help = "La personne avait demandé à être effacée, et demande elle-même à revenir")]
    returns: bool,
}

pub(super) async fn run(config: &Config, arguments: Arguments) -> Outcome {
    let storage = Storage::open(&config.database.url).await?;
    storage.migrate().await?;
    let done = invite(&storage, config, &arguments).await;
    storage.close().await;
    let (member, link) = done?;
    println!("{} est membre sous le numéro {}.", member.name, member.number);
    println!("Son lien personnel, valable trente jours, à lui remettre en mains propres :\n{link}");
    println!("La même invitation est en file d’attente : elle part par courriel si un serveur est réglé.");
    Ok(())
}

async fn invite(storage: &Storage, config: &Config, arguments: &Arguments) -> Outcome<(Member, String)> {
    let now = SystemClock.now();
    let congress = super::export::congress(storage, &arguments.congress).await?;
    let mut work = storage.write().await?;
    let member = match known(&mut work, &congress, arguments).await? {
        Some(member) => member,
        None => added(&mut work, &congress, arguments, now).await?,
    };
    if let Some(role) = arguments.role.filter(|role| !member.roles.contains(role)) {
        work.grant_role(member.id, role).await?;
        note(&mut work, &member, MemberAct::RoleGiven, Some(role.code()), now).await?;
    }
    let link = invited(&mut work, config, &congress, &member, now).await?;
    work.save().await?;
    Ok((member, link))
}

/// Who is meant, if they are a member already.
async fn known(work: &mut Work, congress: &Congress, arguments: &Arguments) -> Outcome<Option<Member>> {
    let mut there = work.members_at(congress.id, &arguments.email).await?;
    let Some(name) = &arguments.name else {
        return match there.len() {
            1 => Ok(there.pop()),
            0 => Err(Complaint(
                "personne n’a cette adresse dans ce congrès : donnez aussi son nom par --name.".to_owned(),
            )),
            _ => Err(Complaint(format!(
                "plusieurs personnes partagent cette adresse ({}) : dites laquelle par --name.",
                there.iter().map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
            ))),
        };
    };
    let called = sort_name(name);
    Ok(there.into_iter().find(|member| sort_name(&member.name) == called))
}

async fn added(
    work: &mut Work,
    congress: &Congress,
    arguments: &Arguments,
    now: Timestamp,
) -> Outcome<Member> {
    let Some(name) = arguments.name.clone() else {
        return Err(Complaint("donnez le nom de la personne par --name.".to_owned()));
    };
    let id = MemberId::new(now, &mut SystemEntropy);
    let new = new_member(Member {
        email: Some(arguments.email.clone()),
        roles: arguments.role.into_iter().collect(),
        ..Member::added((id, congress.id), name, now)
    });
    let act = match erased_as(work, &new.member).await? {
        None => MemberAct::Added,
        Some(key) if arguments.returns => {
            work.let_back(congress.id, &key).await?;
            MemberAct::Returned
        }
        Some(_) => {
            return Err(Complaint(
                "cette personne a demandé à être effacée de ce congrès : elle n’est pas ajoutée. Si elle demande elle-même à revenir, ajoutez --returns.".to_owned(),
            ));
        }
    };
    if !work.add_member(&new).await? {
        return Err(Complaint(
            "une personne de ce nom a été ajoutée avec cette adresse, qui n’est plus la sienne : voyez sa fiche sur le site.".to_owned(),
        ));
    }
    note(work, &new.member, act, None, now).await?;
    let member = work.member(new.member.id).await?;
    member.ok_or_else(|| Complaint("la personne n’a pas pu être relue.".to_owned()))
}

/// Queues the invitation and gives the link.
async fn invited(
    work: &mut Work,
    config: &Config,
    congress: &Congress,
    member: &Member,
    now: Timestamp,
) -> Outcome<String> {
    let contact = work.settings(congress.id).await?.contact;
    let secret = Secret::draw(&mut SystemEntropy);
    let ways = ways(&config.server.public_url, secret.text());
    let link = ways.enter.clone();
    new_link(work, member.id, &secret, now).await?;
    if let (Some(email), None) = (&member.email, member.declined_at) {
        let words = invitation::letter(congress, &contact, (&member.name, member.number), ways, now);
        let to = To { name: member.name.as_str(), email, member: member.id };
        let about = About { purpose: Purpose::Invitation, key: None };
        work.queue_letter(&letter(congress, to, about, &words, (now, &mut SystemEntropy))).await?;
        work.note_invited(member.id, now).await?;
        note(work, member, MemberAct::Invited, None, now).await?;
    }
    Ok(link)
}

async fn note(
    work: &mut Work,
    member: &Member,
    act: MemberAct,
    detail: Option<&str>,
    at: Timestamp,
) -> Outcome {
    let event = MemberEvent {
        id: MemberEventId::new(at, &mut SystemEntropy),
        congress: member.congress,
        member: member.id,
        act,
        by: None,
        at,
        detail: detail.map(str::to_owned),
    };
    Ok(work.note_member_event(&event).await?)
}
