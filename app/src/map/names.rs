//! Where the names of regions stand: near their anchor, never over one another, never cut.
//!
//! The largest regions choose first. A name tries its anchor, then places around it, further and further;
//! one that finds none stands as its number instead, which the legend explains.

/// How far a name may stand from its anchor, in its own heights.
const REACH: u32 = 5;
/// Places tried on each ring around the anchor, twelve of them: from above, then to both sides, since a name just above its points covers none.
const AROUND: [(f64, f64); 12] = [
    (0.0, -1.0),
    (0.5, -0.866),
    (-0.5, -0.866),
    (0.866, -0.5),
    (-0.866, -0.5),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.866, 0.5),
    (-0.866, 0.5),
    (0.5, 0.866),
    (-0.5, 0.866),
    (0.0, 1.0),
];
/// Free room between two names, in the unit of the frame.
const GAP: f64 = 3.0;

/// A name to place.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Where it would stand best: its middle, in the unit of the frame.
    pub anchor: (f64, f64),
    /// How wide and how high it is, in the unit of the frame.
    pub size: (f64, f64),
    /// How wide and how high its number is.
    pub number: (f64, f64),
    /// The heaviest are placed first.
    pub weight: u32,
}

/// How a name stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// In full, its middle there.
    Full(f64, f64),
    /// As its number, its middle there.
    Number(f64, f64),
    /// Not at all: no room was left even for its number.
    Hidden,
}

/// Where each name stands within a frame of that width and height.
pub fn place(names: &[Name], frame: (f64, f64)) -> Vec<Standing> {
    let mut taken: Vec<Rect> = Vec::new();
    let mut standing = vec![Standing::Hidden; names.len()];
    let mut late = Vec::new();
    // A dozen names: the next one is looked for, and no sort is sent to the browser.
    let mut waiting: Vec<usize> = (0..names.len()).rev().collect();
    while let Some(next) = (0..waiting.len()).max_by_key(|next| names[waiting[*next]].weight) {
        let at = waiting.remove(next);
        match free(&names[at], names[at].size, REACH, frame, &taken) {
            Some(rect) => {
                standing[at] = Standing::Full(rect.x, rect.y);
                taken.push(rect);
            }
            None => late.push(at),
        }
    }
    for at in late {
        if let Some(rect) = free(&names[at], names[at].number, REACH * 2, frame, &taken) {
            standing[at] = Standing::Number(rect.x, rect.y);
            taken.push(rect);
        }
    }
    standing
}

/// A rectangle by its middle.
#[derive(Clone, Copy)]
struct Rect {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Rect {
    fn meets(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < (self.width + other.width) / 2.0 + GAP
            && (self.y - other.y).abs() < (self.height + other.height) / 2.0 + GAP
    }

    fn fits(&self, (width, height): (f64, f64)) -> bool {
        self.x - self.width / 2.0 >= 0.0
            && self.x + self.width / 2.0 <= width
            && self.y - self.height / 2.0 >= 0.0
            && self.y + self.height / 2.0 <= height
    }
}

/// The first free place for a rectangle of that size around the anchor. A name whose anchor is out of the frame stands nowhere.
fn free(
    name: &Name,
    (width, height): (f64, f64),
    reach: u32,
    frame: (f64, f64),
    taken: &[Rect],
) -> Option<Rect> {
    let (x, y) = name.anchor;
    if x < 0.0 || y < 0.0 || x > frame.0 || y > frame.1 {
        return None;
    }
    let try_at = |x: f64, y: f64| {
        let rect = Rect { x, y, width, height };
        (rect.fits(frame) && !taken.iter().any(|other| rect.meets(other))).then_some(rect)
    };
    let ring = |far: u32| {
        let radius = f64::from(far) * height * 0.5;
        // Wider than high: names are.
        AROUND.iter().find_map(|(aside, down)| try_at(x + aside * radius * 1.6, y + down * radius))
    };
    try_at(x, y).or_else(|| (1..=reach * 2).find_map(ring))
}

/// A label on lines of at most about `most` letters, broken at spaces, of lengths as even as they can be.
pub fn lines(label: &str, most: usize) -> Vec<String> {
    let words: Vec<&str> = label.split_whitespace().collect();
    let length =
        |words: &[&str]| words.iter().map(|word| word.chars().count() + 1).sum::<usize>().saturating_sub(1);
    let count = length(&words).div_ceil(most.max(1)).max(1);
    let even = length(&words).div_ceil(count);
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            // A word goes where it leaves the line nearer to even.
            Some(line) if line.chars().count() + 1 + word.chars().count() / 2 <= even.max(4) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name() -> impl Strategy<Value = Name> {
        (-50.0..450.0f64, -50.0..450.0f64, 20.0..200.0f64, 15.0..60.0f64, 0..900u32).prop_map(
            |(x, y, width, height, weight)| Name {
                anchor: (x, y),
                size: (width, height),
                number: (20.0, 18.0),
                weight,
            },
        )
    }

    fn rect(name: &Name, standing: Standing) -> Option<Rect> {
        let (x, y, (width, height)) = match standing {
            Standing::Full(x, y) => (x, y, name.size),
            Standing::Number(x, y) => (x, y, name.number),
            Standing::Hidden => return None,
        };
        Some(Rect { x, y, width, height })
    }

    proptest! {
        #[test]
        fn names_never_meet_and_are_never_cut(names in prop::collection::vec(name(), 0..30)) {
            let frame = (400.0, 400.0);
            let standing = place(&names, frame);
            let rects: Vec<Rect> = names.iter().zip(&standing).filter_map(|(name, at)| rect(name, *at)).collect();
            for (at, one) in rects.iter().enumerate() {
                prop_assert!(one.fits(frame));
                prop_assert!(rects[at + 1..].iter().all(|other| !one.meets(other)));
            }
            // The heaviest within the frame always stands in full, where it fits.
            let within = |name: &&Name| name.anchor.0 >= 100.0 && name.anchor.0 <= 300.0 && name.anchor.1 >= 30.0 && name.anchor.1 <= 370.0;
            if let Some(first) = names.iter().filter(within).max_by_key(|name| name.weight)
                && names.iter().all(|name| name.weight < first.weight || name == first) {
                let at = names.iter().position(|name| name == first).unwrap();
                prop_assert_eq!(standing[at], Standing::Full(first.anchor.0, first.anchor.1));
            }
        }

        #[test]
        fn lines_hold_every_word_in_order(label in "([a-zé’]{1,14} ?){0,9}", most in 1..30usize) {
            let whole: Vec<String> = lines(&label, most);
            prop_assert_eq!(whole.join(" "), label.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    #[test]
    fn lines_are_even() {
        assert_eq!(lines("zones blanches et réseau mobile", 18), ["zones blanches et", "réseau mobile"]);
        assert_eq!(lines("guichet humain", 18), ["guichet humain"]);
        assert_eq!(lines("", 18), Vec::<String>::new());
    }
}
