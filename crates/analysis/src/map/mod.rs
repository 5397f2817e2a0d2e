//! The map: close verbatims side by side, themes as regions, and a map that stays put from one run to the next.
//!
//! **Invariant:** no random number and no order of a hash table: where each point starts is computed, every sum is taken
//! in a fixed order, and each thread writes only its own points. The same rows give the same map for any number of threads.
//!
//! The way of a map: [`nearest()`] rows, their [`affinity`], a [`start`], a [`descent`] over a [`quadtree`]; above
//! [`landmarks::MOST`] points, landmarks first. Then [`regions()`].

mod affinity;
mod align;
mod contour;
mod density;
mod descent;
mod landmarks;
mod layout;
mod nearest;
mod packed;
mod partitions;
mod quadtree;
#[cfg(test)]
mod quality;
mod regions;
mod start;

pub(crate) use landmarks::key;
pub(crate) use layout::layout;
pub(crate) use nearest::nearest;
pub(crate) use regions::regions;

/// A place on the plane while it is being laid out, in units of the layout: neighbours end about one apart.
type At = [f64; 2];
