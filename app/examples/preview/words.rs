//! Invented words: labels, typical words, voices, people.

pub const LABELS: [&str; 9] = [
    "zones blanches et réseau mobile",
    "guichet humain",
    "formation des agents",
    "logiciels mutualisés",
    "données et souveraineté",
    "écrans à l’école",
    "sobriété et réemploi",
    "cyberattaque de la mairie",
    "secrétaires de mairie",
];
pub const WORDS: [&str; 10] = [
    "fibre",
    "réseau",
    "hameau",
    "antenne",
    "opérateur",
    "couverture",
    "débit",
    "ligne",
    "téléphone",
    "élagage",
];
pub const VOICES: [&str; 6] = [
    "On nous demande d’aller en ligne, et la ligne s’arrête au pont. Le dimanche j’ai trois familles devant la mairie pour capter le wifi.",
    "Former les agents, oui. Mais qui tient le guichet pendant ce temps\u{202f}?",
    "Nous avons payé trois fois le même logiciel dans la même intercommunalité.",
    "La fibre est passée au bord de la route, devant la ferme. Pas jusqu’à la ferme. On nous répond que le bourg est couvert.",
    "Il faut que la commune puisse contester la carte des opérateurs, avec un relevé fait par ses propres agents.",
    "Couvert à 98\u{a0}%, dit la carte. Les 2\u{a0}%, c’est mon hameau.",
];
pub const PEOPLE: [(&str, &str, &str, &str); 5] = [
    ("Nadia Le Bihan", "adjointe au maire, déléguée au numérique", "Quimperlé", "29"),
    ("Paul Etchegaray", "vice-président", "CC Amikuze", "64"),
    ("Jeanne Moulin", "conseillère municipale", "Gannat", "03"),
    ("", "maire d’une commune de moins de 500 habitants", "Lozère", "48"),
    ("Table 4", "", "", ""),
];
