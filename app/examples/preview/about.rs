//! Invented files and an invented publisher.

use app::pages::about::legal::Publisher;
use app::pages::downloads::list::DownloadLine;

pub fn downloads() -> Vec<DownloadLine> {
    let line = |label: &str, description: &str, format: &str| DownloadLine {
        label: label.into(),
        description: description.into(),
        href: "#".into(),
        format: format.into(),
    };
    vec![
        line(
            "Le dossier complet",
            "Le brouillon de motion avec ses sources, et tous les verbatims par thème.",
            "PDF",
        ),
        line("Les contributions", "Une ligne par contribution, avec son numéro et sa signature.", "CSV"),
        line("Tout, pour les machines", "Contributions, verbatims et thèmes dans un seul fichier.", "JSON"),
    ]
}

pub fn publisher() -> Publisher {
    Publisher {
        name: "Association des communes numériques".into(),
        address: "12, rue du Pont, 29300 Quimperlé".into(),
        telephone: "02\u{a0}98\u{a0}00\u{a0}00\u{a0}00".into(),
        email: "contact@communes.example".into(),
        director: "Nadia Le Bihan".into(),
        host: "Hébergeur fictif, 1, place de la Mairie, 35000 Rennes".into(),
        legal_basis: "intérêt légitime de l’association".into(),
        retention: "trois ans".into(),
        licence: "Licence Ouverte 2.0".into(),
    }
}
