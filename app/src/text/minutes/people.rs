//! Who was there, who spoke for whom, and whether they were enough.

use domain::minutes::Part;
use domain::reading::{Attendee, Minutes, MinutesPerson, MinutesProxy, QuorumChange, Stay};
use domain::sitting::{Presence, ProxyEnd};
use domain::vote::Roll;

use super::big;
use crate::text::number::{counted, plural};
use crate::text::{date, vote};

/// « Nadia Le Bihan, adjointe au maire, Quimperlé (29) »
pub(super) fn what(of: &MinutesPerson) -> String {
    let place = of.territory.as_ref().map(|of| match &of.departement {
        Some(departement) => format!("{} ({departement})", of.name),
        None => of.name.clone(),
    });
    [of.mandate.clone(), place].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

pub(super) fn presence(of: &Minutes) -> Vec<Part> {
    let voting = of.attendees.iter().filter(|of| of.voices > 0);
    let (mut room, mut remote) = (0, 0);
    for attendee in voting {
        match attendee.stays.first().map(|stay| stay.presence) {
            Some(Presence::Room) => room += 1,
            Some(Presence::Remote) => remote += 1,
            None => {}
        }
    }
    let people = |n| counted(n, "personne ayant voix a émargé", "personnes ayant voix ont émargé");
    let mut said = format!(
        "{} inscrits. {} : {room} dans la salle, {remote} à distance.",
        big(of.entitled),
        people(room + remote)
    );
    if of.absent > 0 {
        let absent = counted(
            of.absent,
            "personne ayant voix n’est pas venue et n’a",
            "personnes ayant voix ne sont pas venues et n’ont",
        );
        said.push_str(&format!(" {absent} pas été {}.", plural(of.absent, "représentée", "représentées")));
    }
    let mut parts = vec![Part::Paragraph(said)];
    let (voting, guests): (Vec<&Attendee>, Vec<&Attendee>) =
        of.attendees.iter().partition(|of| of.voices > 0);
    for (caption, people) in [("Feuille de présence", voting), ("Présents sans voix", guests)] {
        if !people.is_empty() {
            parts.push(Part::Table {
                caption: caption.to_owned(),
                head: ["Nom", "Mandat et collectivité", "Présence"].map(str::to_owned).into(),
                rows: people.into_iter().map(row).collect(),
            });
        }
    }
    parts
}

fn row(of: &Attendee) -> Vec<String> {
    let stays: Vec<String> = of.stays.iter().enumerate().map(|(at, stay)| stay_words(stay, at > 0)).collect();
    vec![of.person.name.clone(), what(&of.person), stays.join(", ")]
}

fn stay_words(of: &Stay, is_again: bool) -> String {
    let how = match of.presence {
        Presence::Room => "dans la salle",
        Presence::Remote => "à distance",
    };
    let then = if is_again { "puis " } else { "" };
    match of.until {
        Some(until) => format!("{then}{how} de {} à {}", date::hour(of.from), date::hour(until)),
        None => format!("{then}{how} dès {}", date::hour(of.from)),
    }
}

pub(super) fn proxies(of: &Minutes) -> Vec<Part> {
    if of.proxies.is_empty() {
        let none = if of.sitting.rules.most_proxies == 0 {
            "Cette séance ne prévoyait pas de pouvoirs."
        } else {
            "Aucun pouvoir n’a été porté."
        };
        return vec![Part::Paragraph(none.to_owned())];
    }
    let most = u32::from(of.sitting.rules.most_proxies);
    let most = format!("Une même personne pouvait porter {}.", counted(most, "pouvoir", "pouvoirs"));
    let day = of.opened_at().map(date::day);
    let all = of.proxies.iter().map(|proxy| proxy_words(proxy, day.as_deref()));
    vec![Part::Paragraph(most), Part::List(all.collect())]
}

fn proxy_words(of: &MinutesProxy, day: Option<&str>) -> String {
    let what = what(&of.giver);
    let giver = if what.is_empty() { of.giver.name.clone() } else { format!("{}, {what},", of.giver.name) };
    let at = match Some(&*date::day(of.accepted_at)) == day {
        true => format!("à {}", date::hour(of.accepted_at)),
        false => format!("le {}", date::moment(of.accepted_at)),
    };
    let given = format!("{giver} a donné pouvoir à {}, qui l’a accepté {at}", of.holder);
    match of.ended {
        None => format!("{given}."),
        Some((at, why)) => format!("{given} ; il a pris fin à {}, {}.", date::hour(at), ended(why)),
    }
}

fn ended(of: ProxyEnd) -> &'static str {
    match of {
        ProxyEnd::Withdrawn => "retiré par qui l’avait donné",
        ProxyEnd::Refused => "rendu par qui le portait",
        ProxyEnd::CameIn => "à l’arrivée de qui l’avait donné",
        ProxyEnd::Replaced => "remplacé par un autre",
    }
}

pub(super) fn quorum(of: &Minutes) -> Vec<Part> {
    let Some(rule) = of.sitting.rules.quorum else {
        return vec![Part::Paragraph("Aucun quorum n’était exigé.".to_owned())];
    };
    let roll = Roll { entitled: of.entitled, ..Roll::default() };
    let mut said = vec![vote::quorum(rule, Some(roll))];
    said.extend(of.quorum.iter().enumerate().map(|(rank, change)| quorum_change(rank, change)));
    vec![Part::Paragraph(said.join(" "))]
}

fn quorum_change(rank: usize, of: &QuorumChange) -> String {
    let (at, there) = (date::hour(of.at), vote::voices(of.there));
    let there = format!(
        "{there} {}",
        if of.there < 2 { "présente ou représentée" } else { "présentes ou représentées" }
    );
    match (rank, of.is_reached) {
        (0, true) => format!("À l’ouverture, à {at}, il était atteint : {there}."),
        (0, false) => format!("À l’ouverture, à {at}, il n’était pas encore atteint : {there}."),
        (_, true) => format!("Il l’a été à {at} : {there}."),
        (_, false) => format!("Il ne l’était plus à {at} : {there}."),
    }
}
