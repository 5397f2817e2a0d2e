//! Letters without their accents and capitals.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents; œ and æ in two letters; apostrophes all straight.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => folded.push('e'),
            'î' | 'ï' | 'Î' | 'Ï' => folded.push('i'),
            'ô' | 'ö' | 'Ô' | 'Ö' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => folded.push('u'),
            'ç' | 'Ç' => folded.push('c'),
            'œ' | 'Œ' => folded.push_str("oe"),
            '’' => folded.push('\''),
            '«' | '»' | '–' | '—' | '€' => folded.push(c),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            _ => return decomposed(text),
        }
    }
    folded
}

/// Likewise for any letters, by Unicode's decomposition.
fn decomposed(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' | 'ʼ' => folded.push('\''),
            '‐' | '‑' => folded.push('-'),
            // Lower-casing « İ » gives a mark of its own.
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// Lower case, accents kept, composed; apostrophes all straight, spaces all plain: to compare what people see.
pub(crate) fn plain(text: &str) -> String {
    if text.bytes().all(|b| b.is_ascii_graphic() || b == b' ') {
        return text.to_ascii_lowercase();
    }
    text.nfc()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | 'ʼ' => '\'',
            '‐' | '‑' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_go_and_letters_stay() {
        assert_eq!(fold("Œuvre d’ÉLÈVES"), "oeuvre d'eleves");
        assert_eq!(fold("e\u{301}cole"), "ecole");
        for text in ["À la Noël, ça coûte « 3 € » – où ?", "ŒUVRE ÎLE AÏEUL"] {
            assert_eq!(fold(text), decomposed(text));
        }
        assert_eq!(plain("L’E\u{301}cole\u{a0}!"), "l'école !");
    }
}
