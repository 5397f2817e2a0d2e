//! Regions of the map as JSON.

use domain::analysis::Region;

use crate::cell::At;
use crate::error::Result;

/// A region as it is stored.
pub(crate) fn region_cell(region: Option<&Region>) -> Option<String> {
    // Floats, vectors and structs of them are always JSON; what is no number becomes null, which no reader takes.
    region.and_then(|region| serde_json::to_string(region).ok())
}

/// A stored region.
pub(crate) fn region_of(cell: Option<&str>, at: At<'_>) -> Result<Option<Region>> {
    cell.map(|json| serde_json::from_str(json).map_err(|_| at.corrupt("region"))).transpose()
}
