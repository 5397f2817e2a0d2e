//! An invented publisher.

use app::pages::about::legal::Publisher;

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
