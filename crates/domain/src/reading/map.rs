//! The map.

use serde::{Deserialize, Serialize};

use super::{Figures, RunTag, ThemeTag};
use crate::analysis::{Point, Region};
use crate::contribution::{ContributionNumber, Kind};
use crate::member::College;

/// The map of a run, for a page and its island.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPage {
    /// The run shown.
    pub run: RunTag,
    /// The figures; what they count and the map doesn't show are the unplaced, and weak signals none of whose words is anybody else's.
    pub figures: Figures,
    /// Verbatims whose place was computed, when the others were placed among them; none when all were.
    pub landmarks: Option<u32>,
    /// The themes as regions, by rank.
    pub regions: Vec<MapRegion>,
    /// Every verbatim in a theme, and every weak signal that shares words with others, by contribution and span.
    pub points: Vec<MapPoint>,
}

/// A theme on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapRegion {
    /// Its name.
    pub tag: ThemeTag,
    /// Its verbatims.
    pub verbatims: u32,
    /// Where its name stands, and its outlines.
    pub region: Region,
}

/// A verbatim on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPoint {
    /// The contribution it is from.
    pub number: ContributionNumber,
    /// Its rank within the contribution, from 1.
    pub ordinal: u32,
    /// Where it is.
    pub point: Point,
    /// The rank of its theme; none for a weak signal.
    pub theme: Option<u32>,
    /// What it is.
    pub kind: Kind,
    /// Its author's college.
    pub college: College,
    /// The département it comes from, by COG code; empty without one.
    pub departement: String,
    /// The enjeux that its author gave, by rank in the congress' list.
    pub areas: Vec<u32>,
}
