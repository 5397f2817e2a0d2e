//! The *semis*: each dot a contribution, its colour its theme, an empty circle a weak signal.

use domain::analysis::Place;
use domain::reading::Dot;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Distance between dots, in the picture's own unit.
const PITCH: usize = 10;
/// Rows of dots are this much longer than they are many.
const ASPECT: f64 = 1.3;
/// Fewer dots a row would look like pebbles.
const LEAST: usize = 20;

/// How the dots of one path are drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ink {
    Hue(u8),
    Hollow,
    Small,
}

/// The picture, and its words for those who don't see it. One path an ink: a thousand elements would weigh on the page.
pub fn semis(dots: &[Dot], label: String) -> AnyView {
    let columns = columns(dots.len());
    let rows = dots.len().div_ceil(columns);
    let paths = paths(dots, columns).into_iter().map(|(ink, path)| {
        let class = match ink {
            Ink::Hue(hue) => format!("dots hue-{hue}"),
            Ink::Hollow => "dots hollow".to_owned(),
            Ink::Small => "dots small".to_owned(),
        };
        view! { <path class=class d=path></path> }
    });
    view! {
        <svg class="semis" role="img" aria-label=label viewBox=format!("0 0 {} {}", columns * PITCH, rows * PITCH)>
            {paths.collect_view()}
        </svg>
    }
    .into_any()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of dots has a small square root"
)]
fn columns(dots: usize) -> usize {
    let wide = (f64::from(u32::try_from(dots).unwrap_or(u32::MAX)) * ASPECT).sqrt().ceil();
    (wide as usize).max(LEAST)
}

fn paths(dots: &[Dot], columns: usize) -> BTreeMap<Ink, String> {
    let mut paths: BTreeMap<Ink, String> = BTreeMap::new();
    for (at, dot) in dots.iter().enumerate() {
        let (x, y) = (at % columns * PITCH + PITCH / 2, at / columns * PITCH + PITCH / 2);
        let ink = ink(dot.place);
        let path = paths.entry(ink).or_default();
        // Writing to a String can't fail. A line of no length with round caps is a dot.
        let _ = match ink {
            Ink::Hollow => write!(path, "M{} {y}a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0", tenths(x)),
            _ => write!(path, "M{x} {y}h0"),
        };
    }
    paths
}

/// Where the ring around `x` begins, 2.8 to its left.
fn tenths(x: usize) -> String {
    format!("{}.2", x.saturating_sub(3))
}

fn ink(place: Place<u8>) -> Ink {
    match place {
        Place::Theme(hue) => Ink::Hue(hue % 8),
        Place::Weak(_) => Ink::Hollow,
        Place::Unplaced(_) => Ink::Small,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::analysis::{UnplacedReason, WeakReason};
    use domain::contribution::ContributionNumber;

    #[test]
    fn each_ink_is_one_path() {
        let places = [
            Place::Theme(1),
            Place::Theme(1),
            Place::Weak(WeakReason::RareWords),
            Place::Unplaced(UnplacedReason::TooShort),
        ];
        let dots: Vec<Dot> = (1u32..)
            .zip(places)
            .map(|(n, place)| Dot { number: ContributionNumber::new(n), place })
            .collect();
        insta::assert_snapshot!(crate::components::plain(semis(&dots, "Quatre points".into())), @r#"<svg role="img" aria-label="Quatre points" viewBox="0 0 200 10" class="semis"><path d="M5 5h0M15 5h0" class="dots hue-1"></path><path d="M22.2 5a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0" class="dots hollow"></path><path d="M35 5h0" class="dots small"></path></svg>"#);
        assert_eq!(columns(0), LEAST);
        assert_eq!(columns(1012), 37);
    }
}
