//! The colours of paper: those of `style/tokens.css` in the light.

pub(super) const PAPER: &str = "#fbf9f4";
pub(super) const SHEET: &str = "#fffefb";
pub(super) const INK: &str = "#1a2233";
pub(super) const SOFT: &str = "#586179";
pub(super) const RULE: &str = "#d8d1c2";
pub(super) const SEAL: &str = "#b0331a";
const HUES: [&str; 8] =
    ["#1f5fa8", "#c0532f", "#2f7d5b", "#a57a0c", "#74489c", "#b3467e", "#4c5a70", "#8a6236"];

/// The colour of a hue.
pub(super) fn hue(hue: u8) -> &'static str {
    HUES[usize::from(hue) % HUES.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_screens() {
        let tokens = include_str!("../../../../style/tokens.css");
        let light = tokens.split("@media").next().unwrap();
        let names = [
            ("paper", PAPER),
            ("sheet", SHEET),
            ("ink", INK),
            ("soft", SOFT),
            ("rule", RULE),
            ("seal", SEAL),
        ];
        let hues = HUES.iter().enumerate().map(|(i, colour)| (format!("hue-{i}"), *colour));
        for (name, colour) in names.map(|(name, colour)| (name.to_owned(), colour)).into_iter().chain(hues) {
            assert!(light.contains(&format!("--{name}: {colour};")), "{name}");
        }
    }
}
