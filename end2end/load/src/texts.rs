//! What people write: French enough that the server reads, stems and places it as it does theirs.

use crate::draw::Draw;

/// Where it happens.
const PLACES: [&str; 8] = [
    "Dans notre village",
    "Au bourg",
    "Chez nous, à vingt minutes de la sous-préfecture",
    "Dans la vallée",
    "Sur le plateau",
    "Dans les hameaux",
    "À la mairie",
    "Dans notre communauté de communes",
];

/// What is so, and what is asked for, one subject a line.
const SUBJECTS: [(&str, &str, &str); 12] = [
    (
        "la fibre s’arrête au pont et l’école attend toujours son raccordement",
        "terminer le réseau de fibre avant d’éteindre le cuivre",
        "Les entreprises du bourg partent faute de débit",
    ),
    (
        "le téléphone mobile ne passe plus dès qu’on quitte la route départementale",
        "obliger les opérateurs à partager leurs pylônes",
        "Les secours eux-mêmes cherchent le réseau",
    ),
    (
        "la secrétaire de mairie passe ses matinées sur quinze logiciels qui ne se parlent pas",
        "une seule identification pour tous les portails de l’État",
        "On recopie les mêmes tableaux trois fois par an",
    ),
    (
        "les anciens renoncent à leurs droits parce que tout se demande en ligne",
        "garder un guichet avec une personne formée",
        "Le conseiller numérique reçoit deux heures par semaine",
    ),
    (
        "nous avons subi une cyberattaque et perdu l’état civil pendant un mois",
        "mutualiser un agent de sécurité informatique entre communes",
        "Nos sauvegardes étaient dans le même bâtiment",
    ),
    (
        "les tablettes de l’école ont six ans et personne ne les répare",
        "un fonds pour entretenir le matériel et pas seulement pour l’acheter",
        "Les enseignants achètent des câbles sur leurs deniers",
    ),
    (
        "la télémédecine marche quand une infirmière est à côté du patient",
        "financer la présence humaine autour des cabines de consultation",
        "Le médecin le plus proche est à quarante kilomètres",
    ),
    (
        "nos données partent chez un hébergeur étranger sans que le conseil en ait débattu",
        "un hébergement public et des logiciels libres pour les petites communes",
        "Le contrat tient en deux pages que nul n’a lues",
    ),
    (
        "le car à la demande se réserve par une application que la moitié des habitants n’a pas",
        "un numéro de téléphone à côté de chaque application",
        "Les chauffeurs prennent les réservations sur un carnet",
    ),
    (
        "les compteurs d’eau communicants nous disent les fuites le jour même",
        "partager ces relevés entre syndicats sans payer chaque interface",
        "La facture d’eau a baissé d’un cinquième",
    ),
    (
        "l’antenne de la médiathèque prête des ordinateurs et ils sont toujours sortis",
        "des ateliers réguliers plutôt que des journées sans lendemain",
        "Les jeunes apprennent aux anciens le mercredi",
    ),
    (
        "l’intelligence artificielle rédige nos comptes rendus et se trompe sur les noms",
        "une règle commune sur ce que les agents peuvent confier à ces outils",
        "Personne ne relit quand le temps manque",
    ),
];

/// One text: distinct from all others by its marker, a word that nobody writes.
pub(crate) fn text(marker: &str, draw: &mut Draw) -> String {
    let subjects: Vec<&(&str, &str, &str)> = SUBJECTS.iter().collect();
    let place = draw.one_of(&PLACES.each_ref().map(|place| *place));
    let (is_so, asked, more) = draw.one_of(&subjects);
    let (_, also_asked, _) = draw.one_of(&subjects);
    let tail = match draw.unit() {
        short if short < 0.4 => String::new(),
        middling if middling < 0.8 => format!(" {more}."),
        _ => format!(" {more}. Et il faudrait aussi {also_asked}."),
    };
    format!("{place}, {is_so}. Nous demandons {asked}.{tail} Repère {marker}.")
}

/// A number as letters: digits could be taken for a telephone number, which moderation looks for.
pub(crate) fn letters(mut number: u64) -> String {
    let mut word = String::new();
    loop {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return word;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::contribution::Written;
    use std::collections::BTreeSet;

    #[test]
    fn texts_are_distinct_and_can_be_written() {
        let mut draw = Draw::new(2);
        let texts: BTreeSet<String> = (0..2_000).map(|n| text(&letters(n), &mut draw)).collect();
        assert_eq!(texts.len(), 2_000);
        for text in texts {
            assert_eq!(text.parse::<Written>().expect("a text").body().as_str(), text, "kept to the letter");
        }
    }
}
