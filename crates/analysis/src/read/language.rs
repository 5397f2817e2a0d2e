//! The language of a text.

use std::collections::HashMap;
use std::sync::LazyLock;
use whatlang::{Detector, Lang};

use super::tokens::{Token, tokens};

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// French, or too short to tell, which is taken for French.
    French,
    /// Surely another one: ISO 639-3 where it is known, else « und ».
    Other(&'static str),
}

/// Small words that a language can't do without, as folded tokens: French first, then those heard in its regions and
/// around them. whatlang doesn't know Breton, Occitan, Corsican, Basque or the Creoles.
const SMALL_WORDS: [(&str, &str); 13] = [
    (
        "fra",
        "le la les de des du et en un une est que qui dans pour pas sur au aux avec ce cette ces nous il elle on plus \
         par ne sont mais ou leur leurs sa son ses se si je vous ils sans a y tout tous comme faut etre aussi car",
    ),
    (
        "eng",
        "the of and to in is we for that should be are with have our this it not they from more need on at",
    ),
    ("spa", "el los las y es del una para con por que mas se no nuestro nuestra la de en como debe"),
    ("por", "o os as e do da dos das um uma para com nao que mais em no na por ser"),
    ("ita", "il lo gli che di e per una con non sono del della dei nel nella piu anche la questo"),
    ("deu", "der die das und ist nicht wir ein eine fur mit auf den dem zu von sind werden muss im"),
    ("cat", "el els les i es del amb per una que mes no son la dels als ha"),
    ("bre", "ar an ur ul eus ha hag zo ket gant evit eo e da ez ma hon"),
    ("oci", "lo los las amb es dels e per que sus dins un una nos cal mai son"),
    ("cos", "u a i e di una he che per cun so micca da hanu"),
    ("eus", "eta da dira bat ez du ere behar dugu gure izan hau dute"),
    ("gcf", "an ka pou nou se epi yo tout moun te ki ou pa la ni sa on adan ba"),
    ("gsw", "isch un mir nit d s e des uf vun fer sin mer gibt"),
];

/// For each small word, a bit for each language that has it.
static MARKERS: LazyLock<HashMap<&str, u16>> = LazyLock::new(|| {
    let mut markers = HashMap::new();
    for (bit, (_, words)) in SMALL_WORDS.iter().enumerate() {
        for word in words.split(' ') {
            *markers.entry(word).or_default() |= 1 << bit;
        }
    }
    markers
});

static DETECTOR: LazyLock<Detector> = LazyLock::new(|| {
    use Lang::*;
    Detector::with_allowlist(vec![
        Fra, Eng, Spa, Por, Ita, Deu, Nld, Cat, Pol, Ron, Tur, Ara, Heb, Rus, Ukr, Ell, Cmn, Jpn, Kor, Vie,
        Hin,
    ])
});

/// Below so many words, French unless the script says otherwise.
const TELLING: usize = 4;
/// From this share of French small words on, French whatever the rest.
const FRENCH: f64 = 0.2;

/// The language of a text: another one only when that is sure.
pub fn language(text: &str) -> Language {
    let tokens = tokens(text);
    if foreign_script(&tokens) {
        return Language::Other(guess(text).unwrap_or("und"));
    }
    if tokens.len() < TELLING {
        return Language::French;
    }
    let (french, best) = shares(text, &tokens);
    let sure = |share: f64| share >= FRENCH && share > 1.5 * french;
    match best {
        (code, share) if sure(share) => Language::Other(code),
        _ if french >= FRENCH || tokens.len() < 2 * TELLING => Language::French,
        _ => reliable(text, french).map_or(Language::French, Language::Other),
    }
}

/// The share of French small words, elisions included, and the best of the other languages.
fn shares(text: &str, tokens: &[Token<'_>]) -> (f64, (&'static str, f64)) {
    let total = tokens.len() as f64;
    let mut counts = [0_u32; SMALL_WORDS.len()];
    for languages in tokens.iter().filter_map(|token| MARKERS.get(token.folded.as_str())) {
        for (bit, count) in counts.iter_mut().enumerate() {
            *count += u32::from(languages >> bit & 1);
        }
    }
    let share = |count: u32| f64::from(count) / total;
    let elisions = tokens.iter().filter(|token| !token.elided(text).is_empty()).count() as f64 / total;
    let french = share(counts[0]) + elisions;
    let other = SMALL_WORDS.iter().zip(counts).skip(1).map(|((code, _), count)| (*code, share(count)));
    (french, other.fold(("und", 0.0), |best, next| if next.1 > best.1 { next } else { best }))
}

fn foreign_script(tokens: &[Token<'_>]) -> bool {
    let letters = || tokens.iter().flat_map(|token| token.folded.chars()).filter(|c| c.is_alphabetic());
    // Folded Latin letters stand before U+0250; Greek, Cyrillic, Hebrew, Arabic and the others after it.
    let foreign = letters().filter(|&c| c >= '\u{250}').count();
    2 * foreign > letters().count()
}

fn guess(text: &str) -> Option<&'static str> {
    DETECTOR.detect(text).map(|info| info.lang().code())
}

fn reliable(text: &str, french: f64) -> Option<&'static str> {
    let info = DETECTOR.detect(text)?;
    let other = info.lang() != Lang::Fra && info.is_reliable() && french < FRENCH / 2.0;
    other.then(|| info.lang().code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_in_all_its_states() {
        for text in [
            "RIEN.",
            "Fibre optique",
            "il fo la fibre partou svp",
            "- médiation numérique\n- formation des agents\n- fibre optique",
            "ON ATTEND LA FIBRE DEPUIS TROIS ANS DANS LA VALLEE",
            "Open data, open source, smart city : le vocabulaire des élus n'est pas celui des habitants.",
            "Logiciels libres, formats ouverts, interopérabilité, mutualisation, souveraineté numérique, sobriété",
            "",
            "📶📶📶",
        ] {
            assert_eq!(language(text), Language::French, "{text}");
        }
    }

    #[test]
    fn other_languages() {
        for (text, code) in [
            ("We need more support for the digital inclusion of our older citizens.", "eng"),
            ("Los municipios necesitan ayuda para la formación de los mayores.", "spa"),
            ("Ar brezhoneg a zo ur yezh hag a rank bezañ gant an holl war ar rouedad", "bre"),
            ("Nou bizwen entènèt pou tout moun adan péyi-la, sé pou sa nou ka mandé", "gcf"),
            ("נחוצה רשת מהירה לכל הכפרים", "heb"),
            ("Нам нужен интернет в каждой деревне", "rus"),
        ] {
            assert_eq!(language(text), Language::Other(code), "{text}");
        }
    }
}
