//! E-mail addresses.

use std::ops::Range;

/// Every address in a text: what stands around an « @ » as far as it can belong to one.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = &text[..at];
        let local = before.trim_end_matches(in_local);
        let start = local.len() + leading_marks(&before[local.len()..]);
        let after = &text[at + 1..];
        let domain = &after[..after.find(|c| !in_domain(c)).unwrap_or(after.len())];
        let domain = domain.trim_end_matches(['.', '-']);
        let free = found.last().is_none_or(|last| last.end <= start);
        if start < at && free && is_domain(domain) {
            found.push(start..at + 1 + domain.len());
        }
    }
    found
}

fn in_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

fn in_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-')
}

/// Marks that a sentence put before the address: « –agnes@… », « ...agnes@… ».
fn leading_marks(local: &str) -> usize {
    local.len() - local.trim_start_matches(['.', '-', '_', '%', '+']).len()
}

/// Labels with a dot between them, the last of letters alone.
fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let last = labels.last().copied().unwrap_or_default();
    labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
        && last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
}
