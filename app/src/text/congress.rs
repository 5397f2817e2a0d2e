//! The first page of a congress, and the list of congresses.

use domain::congress::PhaseState;
use domain::reading::{Figures, Home, RunTag};

use super::number::{count, number, plural};

/// The label of the line of phases.
pub const PHASES: &str = "Calendrier du congrès";
/// First action.
pub const READ_THEMES: &str = "Lire les thèmes";
/// Second action.
pub const READ_CONTRIBUTIONS: &str = "Lire les contributions";
/// Heading.
pub const VOICES: &str = "Quelques voix";
/// Heading.
pub const THEMES: &str = "Ce dont il est question";
/// Heading.
pub const NEXT: &str = "Pour aller plus loin";
/// The link below the dots.
pub const DOTS_TABLE: &str = "Les mêmes chiffres en tableau";
/// The list of congresses.
pub const LIST: &str = "Les congrès";
/// The list of congresses.
pub const LIST_INTRO: &str = "Chaque congrès part d’une question, et mène des contributions à une motion.";
/// No congress yet.
pub const LIST_EMPTY: &str = "Aucun congrès n’est encore publié ici. L’organisateur en crée un en important un fichier de contributions : « pleniere import FICHIER --congress ADRESSE ».";

/// « (terminé) », « (en cours) », « (à venir) »: said to those who don't see the line.
pub fn phase_state(state: PhaseState) -> &'static str {
    match state {
        PhaseState::Past => "terminé",
        PhaseState::Current => "en cours",
        PhaseState::Coming => "à venir",
    }
}

/// « clos le 12 octobre »
pub fn closed(day: &str) -> String {
    format!("clos le {day}")
}

/// « jusqu’au 20 octobre, dans 3 jours »
pub fn until(day: &str, distance: &str) -> String {
    format!("jusqu’au {day}, {distance}")
}

/// What the dots show, said in words; also the label of the picture.
pub fn dots_label(figures: &Figures, themes: u32) -> String {
    let weak = count::weak(figures.weak);
    match themes {
        0 => format!("Un point par contribution : {}.", count::contributions(figures.contributions)),
        _ => format!(
            "Un point par contribution, coloré selon son thème principal : {}, {} et {weak}.",
            count::contributions(figures.contributions),
            count::themes(themes),
        ),
    }
}

/// The figures before any run: who wrote.
pub fn origin(figures: &Figures) -> [(String, &'static str); 3] {
    [
        (number(figures.contributions), plural(figures.contributions, "contribution", "contributions")),
        (number(figures.signatories), plural(figures.signatories, "signataire", "signataires")),
        (number(figures.departements), plural(figures.departements, "département", "départements")),
    ]
}

/// Between the first two figures.
pub const FROM: &str = " de ";
/// Between the last two figures: « , venus de », said of the signatories, else of the contributions.
pub fn coming_from(figures: &Figures) -> &'static str {
    match figures.signatories {
        0 => plural(figures.contributions, ", venue de ", ", venues de "),
        n => plural(n, ", venu de ", ", venus de "),
    }
}

/// How to read the dots.
pub fn dots_key(dots: usize, contributions: u32, analysed: bool) -> String {
    let dot = if dots >= Home::MAX_DOTS && contributions as usize > dots {
        "Chaque point représente plusieurs contributions"
    } else {
        "Chaque point est une contribution"
    };
    if analysed {
        format!(
            ". {dot}, chaque couleur un thème ; les cercles vides sont des signaux faibles, les petits points ce qui n’a pas pu être rapproché."
        )
    } else {
        format!(". {dot}. Aucune analyse n’a encore été faite.")
    }
}

/// « Analyse n° 3, du 20 octobre 2026 »
pub fn run(run: &RunTag, day: &str) -> String {
    format!("Analyse n° {}, du {day}", number(run.number))
}

/// What a run doesn't cover yet.
pub fn behind(run: &RunTag) -> Option<String> {
    (run.behind > 0).then(|| {
        let arrived =
            plural(run.behind, "est arrivée depuis et sera lue", "sont arrivées depuis et seront lues");
        format!("{} {arrived} par la prochaine analyse.", count::contributions(run.behind))
    })
}

/// « Les 14 thèmes »
pub fn all_themes(themes: u32) -> String {
    match themes {
        0 | 1 => "Le thème et ce qui n’en relève pas".to_owned(),
        _ => format!("Les {} et ce qui n’en relève pas", count::themes(themes)),
    }
}

/// The empty page: what to do.
pub const NO_CONTRIBUTION: &str = "Aucune contribution n’est encore arrivée.";
/// The empty page: what to do.
pub const NO_CONTRIBUTION_HOW: &str = "Dès que les premiers textes seront reçus, ils se liront ici, numérotés et à la lettre. L’organisateur peut déjà importer un fichier : « pleniere import FICHIER --congress ADRESSE ».";
/// No run yet.
pub const NO_RUN: &str = "Les contributions n’ont pas encore été analysées.";
/// No run yet: what one can do.
pub const NO_RUN_HOW: &str = "Elles se lisent et se cherchent dès maintenant. Les thèmes paraîtront ici après l’analyse, que l’organisateur lance par « pleniere analyse --congress ADRESSE ».";
/// A corpus that only members read.
pub const KEPT: &str = "Les contributions de ce congrès se lisent entre membres.";
/// What members do.
pub const KEPT_HOW: &str = "L’organisateur l’a décidé ainsi, et l’a dit à chacun avant qu’il écrive. Si vous êtes membre, connectez-vous par votre lien personnel.";
/// The way in.
pub const KEPT_WAY: &str = "Se connecter";
/// A run, and no theme.
pub const NO_THEME: &str = "Le corpus est trop petit pour former des thèmes.";
/// A run, and no theme.
pub const NO_THEME_HOW: &str =
    "Chaque texte reste lisible, avec la raison pour laquelle il n’est pas rapproché d’un autre.";

/// What one can do next: link words, then what is found there.
pub const STEP_CORPUS: (&str, &str) =
    ("Chercher dans les contributions", "par mots, type, thème, département ou collège");
/// What one can do next.
pub const STEP_THEMES: (&str, &str) =
    ("Parcourir les thèmes", "leurs mots, leurs voix, et où la motion les reprend");
/// What one can do next.
pub const STEP_MOTION: (&str, &str) =
    ("Lire le brouillon de motion", "chaque phrase ouvre sur la contribution d’où elle vient");
/// What one can do next.
pub const STEP_FILES: (&str, &str) = ("Télécharger", "le dossier en PDF et les données ouvertes");
/// What one can do next.
pub const STEP_HELP: (&str, &str) =
    ("Comment lire ce site", "ce que fait le logiciel, et ce qu’il ne fait pas");
