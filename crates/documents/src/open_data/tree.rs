//! The JSON tree.

use domain::reading::OpenData;
use serde::Serialize;

use super::cells::moment;
use super::rows::{self, ContributionRow, LinkRow, VerbatimRow};
use crate::DocumentError;

/// Everything in one tree.
#[derive(Debug, Serialize)]
pub struct Tree<'a> {
    /// True when the congress, its people and its texts were invented.
    fiction: bool,
    congres: CongressNode<'a>,
    analyse: Option<RunNode>,
    contributions: Vec<ContributionRow>,
    verbatims: Vec<VerbatimRow>,
    proches: Vec<LinkRow>,
}

#[derive(Debug, Serialize)]
struct CongressNode<'a> {
    adresse: &'a str,
    titre: &'a str,
    question: &'a str,
    organisateur: &'a str,
}

#[derive(Debug, Serialize)]
struct RunNode {
    numero: u32,
    achevee_le: String,
    contributions_depuis: u32,
}

impl<'a> Tree<'a> {
    /// The tree of `data`.
    pub fn new(data: &'a OpenData) -> Result<Self, DocumentError> {
        let congress = &data.congress;
        let analyse = data.run.as_ref().map(|run| {
            Ok::<_, DocumentError>(RunNode {
                numero: run.number,
                achevee_le: moment(run.finished_at)?,
                contributions_depuis: run.behind,
            })
        });
        let verbatims = rows::verbatims(data)?;
        Ok(Self {
            fiction: congress.fictional,
            congres: CongressNode {
                adresse: congress.slug.as_str(),
                titre: &congress.title,
                question: &congress.question,
                organisateur: &congress.organiser,
            },
            analyse: analyse.transpose()?,
            contributions: rows::contributions(data)?,
            proches: rows::links(data, &verbatims),
            verbatims,
        })
    }
}
