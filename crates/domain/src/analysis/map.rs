//! Points, regions and neighbours: how close verbatims are.

use serde::{Deserialize, Serialize};

use crate::id::VerbatimId;

/// How many neighbours a verbatim has.
pub const NEIGHBOURS: usize = 3;

/// A verbatim that says something close.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Which.
    pub verbatim: VerbatimId,
    /// How close: the cosine of the two, 1 for the same.
    pub closeness: f64,
    /// Nearly the same words: linked, never removed.
    pub twin: bool,
}

/// A place on the map, a square from (0, 0) at the top left to (1, 1).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// A theme's part of the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// Where its name stands best: among most of its points.
    pub anchor: Point,
    /// Its outlines, each closed by going back to its first point; the densest parts of its points stand within.
    pub outlines: Vec<Vec<Point>>,
}
