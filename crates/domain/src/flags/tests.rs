//! What is found, and what isn't.

use super::*;
use proptest::prelude::*;

fn found(text: &str) -> Vec<(FlagKind, String)> {
    flags(text, None).into_iter().map(|flag| (flag.kind, text[flag.span].to_owned())).collect()
}

/// Sentences, each with what is found in it.
const POSITIVE: [(&str, FlagKind, &str); 38] = [
    (
        "Écrivez à agnes.rondeau@mairie-echire.fr avant lundi.",
        FlagKind::Email,
        "agnes.rondeau@mairie-echire.fr",
    ),
    ("Contact (mairie+fibre@saint-jean.example).", FlagKind::Email, "mairie+fibre@saint-jean.example"),
    ("Son adresse\u{a0}: k.b@gouv.nc, répondez.", FlagKind::Email, "k.b@gouv.nc"),
    ("Appelez le 06 12 34 56 78 le soir.", FlagKind::Telephone, "06 12 34 56 78"),
    ("Appelez le 06.12.34.56.78.", FlagKind::Telephone, "06.12.34.56.78"),
    ("Appelez le 06-12-34-56-78.", FlagKind::Telephone, "06-12-34-56-78"),
    ("Tél\u{a0}: 0612345678", FlagKind::Telephone, "0612345678"),
    (
        "Tél. 02\u{a0}99\u{a0}00\u{a0}12\u{a0}34, le matin",
        FlagKind::Telephone,
        "02\u{a0}99\u{a0}00\u{a0}12\u{a0}34",
    ),
    ("Au +33 6 12 34 56 78.", FlagKind::Telephone, "+33 6 12 34 56 78"),
    ("Au +33 (0)6 12 34 56 78.", FlagKind::Telephone, "+33 (0)6 12 34 56 78"),
    ("Au 0033612345678.", FlagKind::Telephone, "0033612345678"),
    ("À Saint-Denis, 0262 40 12 34.", FlagKind::Telephone, "0262 40 12 34"),
    ("Aux Antilles, 0590 123 456.", FlagKind::Telephone, "0590 123 456"),
    ("À Mamoudzou, +262 639 12 34 56", FlagKind::Telephone, "+262 639 12 34 56"),
    ("À Nouméa, +687 25 12 34.", FlagKind::Telephone, "+687 25 12 34"),
    ("À Papeete, +689 40 12 34 56.", FlagKind::Telephone, "+689 40 12 34 56"),
    ("M. Dupont ne répond jamais.", FlagKind::Person, "M. Dupont"),
    ("Depuis que M.\u{a0}Dupont est parti.", FlagKind::Person, "M.\u{a0}Dupont"),
    ("Mme Le Goff ne répond jamais.", FlagKind::Person, "Mme Le Goff"),
    ("Mme. Durand-Petit l’a dit.", FlagKind::Person, "Mme. Durand-Petit"),
    ("Madame de Villiers l’a dit.", FlagKind::Person, "Madame de Villiers"),
    ("Monsieur d’Arcy l’a dit.", FlagKind::Person, "Monsieur d’Arcy"),
    ("MM. Martin et consorts.", FlagKind::Person, "MM. Martin"),
    ("Mlle O’Brien.", FlagKind::Person, "Mlle O’Brien"),
    ("Mr Jean-Paul Le Bris a signé.", FlagKind::Person, "Mr Jean-Paul Le Bris"),
    ("le docteur Petit part en retraite", FlagKind::Person, "docteur Petit"),
    ("Le maire Jean Martin a refusé.", FlagKind::Person, "maire Jean Martin"),
    ("la préfète Anne Durand a dit oui", FlagKind::Person, "préfète Anne Durand"),
    ("l’adjointe Marie-Claude Petit sait", FlagKind::Person, "adjointe Marie-Claude Petit"),
    ("notre DGS, Yann Le Bihan, est seul", FlagKind::Person, "DGS, Yann Le Bihan"),
    ("la secrétaire Sophie M. est à mi-temps", FlagKind::Person, "secrétaire Sophie M"),
    ("Ces élus sont des abrutis.", FlagKind::Insult, "abrutis"),
    ("Quelle bande de cons\u{202f}!", FlagKind::Insult, "cons"),
    ("Des menteurs, tous.", FlagKind::Insult, "menteurs"),
    ("ENFOIRÉS", FlagKind::Insult, "ENFOIRÉS"),
    ("espèce d’imbécile", FlagKind::Insult, "imbécile"),
    ("cette conne", FlagKind::Insult, "conne"),
    ("Salopards.", FlagKind::Insult, "Salopards"),
];

/// Sentences in which nothing is found.
const NEGATIVE: [&str; 43] = [
    "La fibre s’arrête au pont, et la mairie aussi.",
    "Suivez @mairie_echire sur ce réseau.",
    "Prix du kilo @ 3 euros.",
    "L’adresse finit par @echire.",
    "Le SIRET est 213 500 012 00018.",
    "SIREN 213500012, code 79109.",
    "Réunion le 01/02/2026 à 18 h 30.",
    "De 2024 à 2026, 10 000 habitants.",
    "Le numéro vert 0 800 12 34 56 répond.",
    "Le 3631, le 15, le 112.",
    "Facture 01 23 45 67 89 01.",
    "Un budget de 1 200 000 euros.",
    "rue Jean-Jaurès, lycée Victor-Hugo",
    "au 12 rue du Docteur Petit",
    "le collège Madame de Sévigné",
    "la place du Maire Jean Martin",
    "l’école Monsieur Vincent",
    "Madame la maire, Monsieur le Préfet,",
    "Madame la Présidente a répondu.",
    "Monsieur Le Maire est prévenu.",
    "Mesdames, Messieurs, bonjour.",
    "Un câble de 300 m. Orange doit venir.",
    "Un mât de 12 m Orange et Free.",
    "la secrétaire de mairie de Saint-Jean",
    "le maire de Saint-Jean-de-Monts",
    "le président Bretagne Numérique",
    "la directrice Ressources humaines",
    "le directeur Systèmes d’information",
    "le maire Paul a refusé",
    "Mme X ne peut plus se déplacer",
    "M. et Mme tout le monde",
    "Monsieur tout le monde paie.",
    "un concert, une connexion, un conseil, le contrat",
    "un cône de chantier",
    "les ordures ménagères et le fumier",
    "des débits ridicules",
    "la collaboration des communes",
    "Les menhirs.",
    "un pain bâtard, un débit minable",
    "des escrocs se font passer pour la mairie",
    "LE DOCTEUR PART A LA FIN DU MOIS",
    "un monsieur de Denain, le docteur de Guillestre",
    "",
];

#[test]
fn what_is_better_not_published_is_found() {
    for (text, kind, words) in POSITIVE {
        assert_eq!(found(text), [(kind, words.to_owned())], "{text}");
    }
}

#[test]
fn what_is_nobodys_is_not_found() {
    for text in NEGATIVE {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn ones_own_name_is_no_third_partys() {
    let text = "Moi, Mme Tanguy, je demande à M. Tanguy-Le Goff et à la maire Soazig Tanguy.";
    let all = |author| flags(text, author).into_iter().map(|flag| &text[flag.span]).collect::<Vec<_>>();
    assert_eq!(all(Some("Soazig TANGUY")), ["M. Tanguy-Le Goff"]);
    assert_eq!(all(Some("Anna Le Bec")).len(), 3);
}

fn separator() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", " ", "\u{a0}", "\u{202f}", ".", "-"])
}

proptest! {
    #[test]
    fn flags_are_pieces_of_the_text_in_its_order(text in "\\PC{0,80}|([MmdA-E][a-z.’' @+0-9]{0,8} ?){0,12}") {
        let mut end = 0;
        for flag in flags(&text, Some("Agnès Rondeau")) {
            prop_assert!(flag.span.start >= end && flag.span.start < flag.span.end);
            prop_assert!(text.get(flag.span.clone()).is_some());
            end = flag.span.end;
        }
    }

    #[test]
    fn a_number_is_found_however_it_is_written(
        operator in prop::sample::select(vec![1_u32, 2, 3, 4, 5, 6, 7, 9]), pairs in prop::collection::vec(0_u32..100, 4),
        separator in separator(), abroad in any::<bool>(), before in "[a-zéè ]{0,12}[ :]", after in "[ ,;][a-zéè ]{0,12}",
    ) {
        let rest: Vec<String> = pairs.iter().map(|pair| format!("{pair:02}")).collect();
        let first = if abroad { format!("+33{separator}{operator}") } else { format!("0{operator}") };
        let number = format!("{first}{separator}{}", rest.join(separator));
        let text = format!("{before}{number}{after}");
        let found = flags(&text, None);
        prop_assert!(found.iter().any(|flag| flag.kind == FlagKind::Telephone && text[flag.span.clone()] == number), "{}", text);
    }

    #[test]
    fn an_address_is_found_wherever_it_stands(
        local in "[a-z][a-z0-9._+-]{0,10}[a-z0-9]", domain in "[a-z][a-z0-9-]{0,8}[a-z0-9]\\.[a-z]{2,6}", before in "[a-zé ]{0,10}[ («:]", after in "([ ,)»]|\\. )[a-zé ]{0,10}",
    ) {
        let text = format!("{before}{local}@{domain}{after}");
        let found = flags(&text, None);
        prop_assert!(found.iter().any(|flag| flag.kind == FlagKind::Email && text[flag.span.clone()] == format!("{local}@{domain}")), "{}", text);
    }

    #[test]
    fn words_without_capital_digit_or_at_name_nobody(text in "([a-zàâéèêëîïôùûç’,;.-]{0,9} ){0,20}") {
        let kinds: Vec<_> = flags(&text, None).into_iter().map(|flag| flag.kind).collect();
        prop_assert!(kinds.iter().all(|kind| *kind == FlagKind::Insult));
    }
}
