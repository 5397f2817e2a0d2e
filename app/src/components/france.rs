//! France as tiles, one a département: every one the same size, overseas as near as the others, and small ones readable.
//!
//! Drawn for this project: rows from north to south, each département beside those that it borders where the grid lets it.

use leptos::prelude::*;

/// Rows of the grid, a code or a dot a tile; overseas départements stand in the column on the left.
const ROWS: [&str; 13] = [
    ".   .   .   .   .   .   .   .   62  59  .   .   .",
    ".   .   .   .   .   .   76  .   80  02  08  .   .",
    ".   .   .   .   50  14  27  95  60  51  55  57  .",
    ".   29  22  35  53  61  78  92  93  77  10  54  67",
    ".   .   56  44  49  72  28  75  94  89  52  88  68",
    ".   .   .   85  79  37  41  91  45  58  21  70  90",
    ".   .   .   17  16  86  36  18  03  71  39  25  .",
    "971 .   .   33  24  87  23  63  42  69  01  74  .",
    "972 .   .   40  47  19  15  43  07  26  38  73  .",
    "973 .   .   64  32  82  46  12  48  84  05  .   .",
    "974 .   .   .   65  31  81  34  30  13  04  06  .",
    "976 .   .   .   .   09  11  66  .   .   83  .   2B",
    ".   .   .   .   .   .   .   .   .   .   .   .   2A",
];
/// From one tile to the next, and its edge.
const STEP: usize = 40;
const EDGE: usize = 37;
/// Shades, the first for none.
const SHADES: u32 = 5;

/// What a tile says.
pub struct Tile {
    /// The département's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// The tiles, the darker the more; `said` says the whole, `titled` one tile. Codes without a tile aren't drawn: a table beside says all.
pub fn france(tiles: &[Tile], said: String, titled: impl Fn(&Tile) -> String) -> AnyView {
    let most = tiles.iter().map(|tile| tile.count).max().unwrap_or(0);
    let drawn = places().map(|(code, column, row)| {
        let known = tiles.iter().find(|tile| tile.code == code);
        let count = known.map_or(0, |tile| tile.count);
        let title = known.map(|tile| view! { <title>{titled(tile)}</title> });
        let class = format!("tile tile-{}", shade(count, most));
        let (x, y) = (column * STEP, row * STEP);
        let middle = x + EDGE / 2;
        view! {
            <g class=class>
                {title}
                <rect x=x y=y width=EDGE height=EDGE rx="2"></rect>
                <text class="tile-code" x=middle y=y + 14>{code}</text>
                {(count > 0).then(|| view! { <text class="tile-count" x=middle y=y + 30>{count}</text> })}
            </g>
        }
    });
    let box_ = format!("0 0 {} {}", 13 * STEP, ROWS.len() * STEP);
    view! {
        <svg class="france" viewBox=box_ role="img" aria-label=said>{drawn.collect_view()}</svg>
    }
    .into_any()
}

fn places() -> impl Iterator<Item = (&'static str, usize, usize)> {
    let tiles = ROWS.iter().enumerate().flat_map(|(row, codes)| {
        codes.split_whitespace().enumerate().map(move |(column, code)| (code, column, row))
    });
    tiles.filter(|(code, ..)| *code != ".")
}

/// 0 for none; the rest in equal steps up to the most.
fn shade(count: u32, most: u32) -> u32 {
    if count == 0 { 0 } else { (count * (SHADES - 1)).div_ceil(most.max(1)).clamp(1, SHADES - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_departement_has_one_tile() {
        let codes: Vec<&str> = places().map(|(code, ..)| code).collect();
        let once: BTreeSet<&str> = codes.iter().copied().collect();
        assert_eq!(codes.len(), once.len());
        // 01 to 95 with Corsica's two for 20, and the five overseas.
        let metropole = (1..=95).filter(|n| *n != 20).map(|n| format!("{n:02}"));
        let others = ["2A", "2B", "971", "972", "973", "974", "976"].map(String::from);
        let all: BTreeSet<String> = metropole.chain(others).collect();
        let missing: Vec<&String> = all.iter().filter(|code| !once.contains(code.as_str())).collect();
        assert!(missing.is_empty() && once.len() == all.len(), "{missing:?}");
    }

    #[test]
    fn shades_rise_with_the_count() {
        assert_eq!([0, 1, 25, 26, 100].map(|count| shade(count, 100)), [0, 1, 1, 2, 4]);
        assert_eq!((shade(1, 1), shade(0, 0)), (4, 0));
    }
}
