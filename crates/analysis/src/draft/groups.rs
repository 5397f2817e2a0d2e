//! Themes into objectives.

use crate::outcome::FoundTheme;

/// More than any cosine tells two themes apart: those of a branch come first.
const KIN: f64 = 2.0;

/// Every theme in one group, at most `most` groups: while there are more, the smallest group joins the closest to it, of
/// its own branch of the tree if there is one.
pub(super) fn groups(themes: &[FoundTheme], closeness: &[Vec<f64>], most: usize) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..themes.len()).map(|theme| vec![theme]).collect();
    let size = |group: &[usize]| group.iter().map(|&theme| themes[theme].size).sum::<usize>();
    while groups.len() > most.max(1) {
        groups.sort_by_key(|group| (std::cmp::Reverse(size(group)), group[0]));
        let Some(smallest) = groups.pop() else { break };
        let close = |group: &Vec<usize>| {
            let kin = themes[smallest[0]].hue == themes[group[0]].hue;
            closeness[smallest[0]][group[0]] + if kin { KIN } else { 0.0 }
        };
        let nearest = (0..groups.len())
            .max_by(|&a, &b| close(&groups[a]).total_cmp(&close(&groups[b])).then(b.cmp(&a)));
        if let Some(nearest) = nearest {
            groups[nearest].extend(smallest);
            groups[nearest].sort_unstable();
        }
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(size(group)), group[0]));
    groups
}
