//! People who are named: after a title (« M. Dupont », « Mme Le Goff »), or by a given and a family name after what they do
//! (« le maire Jean Martin »). A name that a street or a school bears is of a place.

use std::ops::Range;

use super::names::is_given;
use super::tokens::{Word, folded, listed};

/// Titles, as they are compared; a dot may follow.
const TITLES: &str = "\
    m mr mrs mm mme mmes mlle monsieur madame mademoiselle messieurs mesdames docteur dr maitre";
/// What people do, as it is compared.
const FUNCTIONS: &str = "\
    adjoint adjointe agent agente ancien ancienne animateur animatrice architecte avocat avocate cantonnier \
    chef cheffe collegue commissaire conseiller conseillere depute deputee dgs directeur directrice \
    educateur educatrice elu elue employe employee gendarme infirmier infirmiere institutrice instituteur \
    inspecteur inspectrice maire mairesse medecin mediateur mediatrice ministre notaire policier policiere \
    prefet prefete president presidente principal principale professeur professeure secretaire senateur \
    senatrice sous-prefet sous-prefete technicien technicienne voisin voisine";
/// Places that bear names.
const PLACES: &str = "\
    allee amphitheatre av avenue bd bibliotheque boulevard bourg campus caserne centre chapelle chemin \
    cinema cite clinique college complexe cours creche ecole eglise ehpad espace esplanade fac faculte \
    fondation foyer gare groupe gymnase halle hopital immeuble impasse institut jardin lotissement lycee \
    maison maternelle mediatheque mail musee parc parking parvis passage piscine place pont port prix quai \
    quartier residence rond-point route rue ruelle salle scolaire sentier square stade station theatre tour \
    universite venelle voie";
/// Words that stand within a name, before a capital.
const PARTICLES: [&str; 8] = ["de", "du", "des", "d'", "von", "van", "ben", "el"];
/// Capitals after a title that are an office, or the one who is spoken to, and no name.
const OFFICES: &str = "\
    adjoint adjointe conseiller conseillere depute deputee directeur directrice maire ministre prefet \
    prefete president presidente rapporteur rapporteure secretaire senateur senatrice sous-prefet sous- \
    prefete tout-le-monde delegue deleguee";
/// Articles that a family name may begin with: « Mme Le Goff ».
const ARTICLES: [&str; 3] = ["le", "la", "les"];

/// Every person named.
pub fn find(text: &str, words: &[Word<'_>], author: Option<&str>) -> Vec<Range<usize>> {
    let own: Vec<String> = author.map(parts).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((from, end)) = titled(text, words, at).or_else(|| by_function(text, words, at)) else {
            at += 1;
            continue;
        };
        let theirs =
            words[from..end].iter().flat_map(|word| parts(word.text)).all(|part| own.contains(&part));
        if !theirs {
            found.push(words[at].span.start..words[end - 1].span.end);
        }
        at = end;
    }
    found
}

/// The parts of a name, as they are compared.
fn parts(name: &str) -> Vec<String> {
    let parts = folded(name);
    parts.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A title at `at` and the name after it: where the name begins, and where it ends.
fn titled(text: &str, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let title = &words[at];
    let folded = title.folded();
    let abbreviated = matches!(folded.as_str(), "m" | "mr" | "mrs" | "mm" | "dr");
    // « m » is also a metre: the abbreviation has a capital, and « M » a dot.
    if !listed(TITLES, &folded) || (abbreviated && !title.is_capital()) {
        return None;
    }
    let from = at + 1;
    let dotted = text[title.span.end..].starts_with('.');
    // In a text that shouts every word has a capital.
    let shouted = title.text.len() > 3 && !title.text.chars().any(char::is_lowercase);
    if (folded == "m" && !dotted) || shouted || place_before(words, at) {
        return None;
    }
    // « un monsieur de Denain », « le docteur de Guillestre »: where they are from.
    if !title.is_capital() && !words.get(from)?.is_capital() {
        return None;
    }
    let between = text.get(title.span.end + usize::from(dotted)..words.get(from)?.span.start)?;
    if !is_blank(between) {
        return None;
    }
    let end = name_from(text, words, from)?;
    let first = words[from].folded();
    // « Monsieur Le Maire », « Madame la Présidente »: an office. Initials alone name nobody.
    let office = words[from..end].iter().any(|word| listed(OFFICES, &word.folded()));
    let lone_letter = end == from + 1 && words[from].text.chars().count() == 1;
    let lone_article = end == from + 1 && ARTICLES.contains(&first.as_str());
    (!office && !lone_letter && !lone_article).then_some((from, end))
}

/// What somebody does at `at`, then a given and a family name.
fn by_function(text: &str, words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let from = at + 1;
    if !listed(FUNCTIONS, &words[at].folded()) || place_before(words, at) {
        return None;
    }
    let next = words.get(from)?;
    let between = text.get(words[at].span.end..next.span.start)?;
    if !(is_blank(between) || between.trim() == ",") || !next.is_capital() || !is_given(&next.folded()) {
        return None;
    }
    let end = name_from(text, words, from)?;
    (end >= from + 2).then_some((from, end))
}

/// Where a name that begins at `from` ends: capitals, and the particles between them.
fn name_from(text: &str, words: &[Word<'_>], from: usize) -> Option<usize> {
    let mut end = from;
    let mut at = from;
    while let Some(word) = words.get(at) {
        let apart = at > from && !is_within(text, &words[at - 1], word);
        if apart || at - from > 5 {
            break;
        }
        if word.is_capital() && !word.text.ends_with(['\'', '’']) {
            end = at + 1;
        } else if !PARTICLES.contains(&word.folded().as_str()) {
            break;
        }
        at += 1;
    }
    (end > from).then_some(end)
}

/// Whether nothing but a space, or the dot of an initial, stands between two words of a name.
fn is_within(text: &str, one: &Word<'_>, other: &Word<'_>) -> bool {
    let between = text.get(one.span.end..other.span.start).unwrap_or_default();
    let initial = one.text.chars().count() == 1 && between.starts_with('.');
    let between = if initial { between.trim_start_matches('.') } else { between };
    between.is_empty() || is_blank(between)
}

/// A space within one line.
fn is_blank(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
}

/// Whether what stands at `at` is the name of a place: « rue du docteur Petit », « lycée Madame Curie ».
fn place_before(words: &[Word<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).map(Word::folded);
    let is_place = |word: Option<String>| word.is_some_and(|word| listed(PLACES, &word));
    is_place(before(1))
        || (before(1).is_some_and(|word| matches!(word.as_str(), "du" | "des")) && is_place(before(2)))
}
