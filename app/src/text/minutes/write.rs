//! The minutes themselves, written from their facts: one text for the page, the PDF and whoever signs.

use domain::congress::Congress;
use domain::minutes::{Correction, MinutesText, Part, Section, SectionKey};
use domain::reading::{Minutes, TakenItem};
use domain::sitting::{Access, Sitting, SittingStage};
use domain::vote::PollNumber;

use super::{people, votes};
use crate::text::{date, vote};

/// The title of the section that takes what is about no other.
const REMARKS: &str = "Remarques";

/// The text, with each correction beside what it is about.
pub fn written(congress: &Congress, of: &Minutes, corrections: &[Correction]) -> MinutesText {
    let mut sections = vec![
        section(SectionKey::Presence, "Présences", people::presence(of)),
        section(SectionKey::Proxies, "Pouvoirs", people::proxies(of)),
        section(SectionKey::Quorum, "Quorum", people::quorum(of)),
    ];
    for (n, item) in (1..).zip(&of.taken) {
        sections.push(taken(n, item));
        sections.extend(item.polls.iter().map(|poll| votes::section(poll, true)));
    }
    sections.extend(of.others.iter().map(|poll| votes::section(poll, false)));
    let is_over = matches!(of.sitting.stage, SittingStage::Closed { .. });
    if is_over && !of.left.is_empty() {
        let left = of.left.iter().map(|item| item.title.as_str().to_owned()).collect();
        sections.push(section(SectionKey::Left, "Points qui n’ont pas été traités", vec![Part::List(left)]));
    }
    let apart = apart(&of.unopened);
    if !apart.is_empty() {
        sections.push(section(SectionKey::Apart, "Votes qui ne comptent pas", vec![Part::List(apart)]));
    }
    let incidents = match of.incidents.is_empty() {
        true => Part::Paragraph("Aucun incident n’a été noté.".to_owned()),
        false => Part::List(of.incidents.iter().map(votes::incident).collect()),
    };
    sections.push(section(SectionKey::Incidents, "Incidents", vec![incidents]));
    for correction in corrections {
        beside(&mut sections, correction);
    }
    MinutesText { title: of.sitting.name.as_str().to_owned(), lead: lead(congress, &of.sitting), sections }
}

fn section(key: SectionKey, title: &str, parts: Vec<Part>) -> Section {
    Section { key, is_within: false, title: title.to_owned(), parts }
}

/// Puts a correction at the end of its section, or among the remarks if that isn't there any more.
fn beside(sections: &mut Vec<Section>, of: &Correction) {
    let said = Part::Correction(format!(
        "Correction ({}, le {}) : {}",
        of.by,
        date::moment(of.at),
        of.text.as_str()
    ));
    if let Some(found) = sections.iter_mut().find(|section| section.key == of.section) {
        found.parts.push(said);
        return;
    }
    match sections.iter_mut().find(|section| section.key == SectionKey::Remarks) {
        Some(found) => found.parts.push(said),
        None => sections.push(section(SectionKey::Remarks, REMARKS, vec![said])),
    }
}

fn lead(congress: &Congress, sitting: &Sitting) -> Vec<String> {
    let access = match sitting.access {
        Access::Public => "Séance publique",
        Access::InCamera => "Séance à huis clos",
    };
    let place = sitting.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    let times = match sitting.stage {
        SittingStage::Planned => "La séance n’est pas encore ouverte.".to_owned(),
        SittingStage::Open { since } => format!("Ouverte à {}, elle se poursuit.", date::hour(since)),
        SittingStage::Closed { opened_at, closed_at } if date::day(opened_at) != date::day(closed_at) => {
            format!("Ouverte le {}, levée le {}.", date::moment(opened_at), date::moment(closed_at))
        }
        SittingStage::Closed { opened_at, closed_at } => {
            format!("Ouverte à {}, levée à {}.", date::hour(opened_at), date::hour(closed_at))
        }
    };
    let day = match sitting.stage {
        SittingStage::Planned => sitting.starts_at,
        SittingStage::Open { since: opened_at } | SittingStage::Closed { opened_at, .. } => opened_at,
    };
    vec![congress.title.clone(), format!("{access} du {}{place}.", date::day(day)), times]
}

fn taken(n: u32, of: &TakenItem) -> Section {
    let mut said = Vec::new();
    said.extend(of.item.speaker.as_ref().map(|speaker| format!("Présenté par : {speaker}.")));
    let begun = of.item.begun_at.map(date::hour).unwrap_or_default();
    let again: Vec<String> = of.again.iter().map(|at| date::hour(*at)).collect();
    let again =
        if again.is_empty() { String::new() } else { format!(", repris à {}", again.join(" et à ")) };
    said.push(match of.item.ended_at {
        Some(ended) => format!("Pris à {begun}{again}, clos à {}.", date::hour(ended)),
        None => format!("Pris à {begun}{again}, en cours."),
    });
    Section {
        key: SectionKey::Item(n),
        is_within: false,
        title: format!("{n}. {}", of.item.title),
        parts: vec![Part::Paragraph(said.join(" "))],
    }
}

/// Each number that no section tells of, so that none is missing.
fn apart(unopened: &[PollNumber]) -> Vec<String> {
    let said = |of: &PollNumber| format!("{} : préparé, et jamais ouvert.", vote::numbered(*of));
    unopened.iter().map(said).collect()
}

/// The sections beside which something can be written, with their titles.
pub fn correctable(text: &MinutesText) -> Vec<(SectionKey, String)> {
    let told =
        text.sections.iter().filter(|of| of.key != SectionKey::Remarks).map(|of| (of.key, of.title.clone()));
    told.chain([(SectionKey::Remarks, REMARKS.to_owned())]).collect()
}
