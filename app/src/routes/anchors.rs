//! Places of a page that other pages lead to.

/// Where a verbatim stands in the page of its contribution: « v2 ».
pub fn verbatim_anchor(ordinal: u32) -> String {
    format!("v{ordinal}")
}

/// Where an objective stands in the page of the draft: « o2 ».
pub fn objective_anchor(rank: u32) -> String {
    format!("o{rank}")
}

/// Where a sentence stands in the page of the draft: « o2-5 ».
pub fn sentence_anchor(objective: u32, number: u32) -> String {
    format!("o{objective}-{number}")
}
