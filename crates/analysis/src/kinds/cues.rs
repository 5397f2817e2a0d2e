//! The signs of each kind, on text without accents and capitals.

/// Who asks, for something to be done.
const REQUESTS: [&str; 26] = [
    "nous demandons",
    "je demande",
    "on demande",
    "nous proposons",
    "je propose",
    "on propose",
    "je suggere",
    "nous suggerons",
    "proposition :",
    "demande :",
    "ma demande",
    "notre demande",
    "je vous prie",
    "merci de",
    "nous voulons",
    "je veux",
    "nous reclamons",
    "je reclame",
    "nous souhaitons que",
    "nous appelons",
    "mon conseil",
    "j'invite",
    "je voterai",
    "la solution",
    "une solution",
    "demande portee",
];

/// What is done, and how: means, money, law.
const MEANS: [&str; 38] = [
    "mettre en place",
    "mettre a disposition",
    "mise en place",
    "rendre obligatoire",
    "obligatoire",
    "inscrire dans",
    "ecrire dans",
    "inscrit",
    "d'ici 20",
    "dans les six mois",
    "par an",
    "par canton",
    "par commune",
    "par departement",
    "prise en charge",
    "pris en charge",
    "paye par",
    "payee par",
    "payes par",
    "finance par",
    "financee par",
    "finances par",
    "une dotation",
    "un fonds",
    "une enveloppe",
    "une amende",
    "une clause",
    "un groupement",
    "une convention",
    "une charte",
    "un annuaire",
    "un label",
    "un guichet",
    "un decret",
    "une circulaire",
    "au prorata",
    "a prendre sur",
    "mutualis",
];

/// Verbs of doing, in the infinitive.
const DOING: [&str; 62] = [
    "creer",
    "mettre",
    "mutualiser",
    "financer",
    "recruter",
    "former",
    "imposer",
    "obliger",
    "interdire",
    "publier",
    "ouvrir",
    "prevoir",
    "reserver",
    "confier",
    "donner",
    "rendre",
    "ecrire",
    "inscrire",
    "etablir",
    "organiser",
    "installer",
    "deployer",
    "fournir",
    "garantir",
    "exiger",
    "reverser",
    "rembourser",
    "prendre",
    "faire",
    "generaliser",
    "simplifier",
    "supprimer",
    "remplacer",
    "accompagner",
    "soutenir",
    "developper",
    "maintenir",
    "passer",
    "equiper",
    "proposer",
    "autoriser",
    "nommer",
    "designer",
    "associer",
    "partager",
    "ajouter",
    "instaurer",
    "lancer",
    "etendre",
    "regrouper",
    "preter",
    "payer",
    "appliquer",
    "adopter",
    "afficher",
    "envoyer",
    "laisser",
    "reunir",
    "tenir",
    "voter",
    "verser",
    "renforcer",
];

/// What should be.
const WISHES: [&str; 44] = [
    "devrait",
    "devraient",
    "devrions",
    "devriez",
    "doit ",
    "doivent",
    "ne doit",
    "faudrait",
    "il faut que",
    "il faut ",
    "j'aimerais",
    "on aimerait",
    "nous aimerions",
    "je voudrais",
    "on voudrait",
    "je souhaite",
    "souhaitons",
    "je reve",
    "l'ideal",
    "pourrait",
    "pourraient",
    "pourrions",
    "pourquoi pas",
    "pourquoi ne pas",
    "et si ",
    "le droit de",
    "un droit",
    "merite",
    "serait bien",
    "serait ",
    "seraient",
    "priorite",
    "plutot que",
    "vaudrait mieux",
    "mieux vaut",
    "il est temps",
    "ce serait",
    "auraient",
    "a condition",
    "importe",
    "essentiel",
    "d'abord",
    "n'est pas un luxe",
    "il est normal",
];

/// What is, and since when.
const FACTS: [&str; 36] = [
    "depuis",
    "chez nous",
    "il y a",
    "n'y a pas",
    "n'avons",
    "on a ",
    "nous avons",
    "j'ai ",
    "a ete",
    "ont ete",
    "etait",
    "etaient",
    "avait",
    "avaient",
    "aujourd'hui",
    "l'an dernier",
    "la derniere fois",
    "resultat",
    "on attend",
    "on nous",
    "m'a ",
    "nous a ",
    "manque",
    "impossible",
    "personne ne",
    "plus personne",
    "% des",
    "toujours pas",
    "n'est pas",
    "ne sont pas",
    "n'ont pas",
    "se trouve",
    "en panne",
    "hier",
    "habitants",
    "c'est ",
];

fn hits(folded: &str, signs: &[&str]) -> f64 {
    signs.iter().filter(|sign| folded.contains(**sign)).count() as f64
}

/// Verbs in -ez that command, at the head or after a comma: « Prenez », « donnez ». « chez » and « assez » don't.
fn commands(words: &[String]) -> bool {
    let verb = |word: &String| word.len() > 4 && word.ends_with("ez") && word != "assez";
    words.first().is_some_and(verb)
        || words
            .windows(2)
            .any(|pair| verb(&pair[1]) && matches!(pair[0].as_str(), "donc" | "alors" | "et" | "svp"))
            && !words.iter().any(|word| word == "vous")
}

fn infinitive(word: &str) -> bool {
    word.len() > 4 && (DOING.contains(&word) || (word.ends_with("er") && !word.ends_with("ier")))
}

/// How much a sentence tells someone to do something.
pub(super) fn action(folded: &str, words: &[String]) -> f64 {
    let first = words.first().map(String::as_str).unwrap_or_default();
    let mut weight = 1.6 * hits(folded, &REQUESTS).min(2.0) + 0.6 * hits(folded, &MEANS).min(3.0);
    if infinitive(first) || (first == "ne" && words.iter().take(4).any(|word| infinitive(word))) {
        weight += 1.8;
    }
    if commands(words) {
        weight += 1.8;
    }
    if first == "que" || first == "qu" || folded.starts_with("qu'") {
        weight += 1.5;
    }
    let asked = words.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "faut" | "faudrait" | "pourrait" | "devrait" | "doit")
            && DOING.contains(&pair[1].as_str())
    });
    weight + if asked { 1.2 } else { 0.0 }
}

/// How much a sentence says what should be.
pub(super) fn idea(folded: &str, words: &[String]) -> f64 {
    let conditional = words
        .iter()
        .filter(|word| word.len() > 6 && (word.ends_with("erait") || word.ends_with("eraient")))
        .count();
    1.2 * hits(folded, &WISHES).min(2.0) + 0.5 * (conditional as f64).min(2.0)
}

/// How much a sentence tells what is; a little without any sign, since most sentences do.
pub(super) fn situation(folded: &str, words: &[String]) -> f64 {
    let past = words.windows(2).filter(|pair| {
        matches!(pair[0].as_str(), "a" | "ai" | "ont" | "avons" | "est" | "sont")
            && (pair[1].ends_with('e') || pair[1].ends_with("es") || pair[1].ends_with('u'))
    });
    let negated = words.iter().any(|word| word == "ne") || folded.contains(" n'");
    0.5 + 0.4 * hits(folded, &FACTS).min(3.0)
        + 0.3 * past.count().min(1) as f64
        + if negated { 0.2 } else { 0.0 }
}
