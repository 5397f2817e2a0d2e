//! Names as people write them, brought to one form for look-up.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, no accents, œ and æ spelt out, every run of other signs one space, « st » and « ste » in full.
///
/// `fold("ST-ÉTIENNE")` and `fold("Saint Etienne")` are both `saint etienne`.
pub fn fold(name: &str) -> String {
    let plain: String = name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let plain = plain.replace('œ', "oe").replace('æ', "ae");
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let spelt = words.map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        other => other,
    });
    spelt.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn signs_and_accents_do_not_matter() {
        assert_eq!(fold("L'Haÿ-les-Roses"), "l hay les roses");
        assert_eq!(fold("L’HAY LES ROSES"), "l hay les roses");
        assert_eq!(fold("Ste-Œuvre"), "sainte oeuvre");
    }
}
