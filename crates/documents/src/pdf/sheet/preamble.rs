//! The preamble: the figures, and how the text was made.

use domain::reading::{Dossier, Figures, RunTag};

use crate::DocumentError;
use crate::french::{NBSP, THIN, count, long_date, number};

/// The paragraphs of the preamble, true of `dossier`.
pub fn paragraphs(dossier: &Dossier) -> Result<Vec<String>, DocumentError> {
    let motion = &dossier.motion;
    let mut out = vec![received(&motion.figures)];
    out.push(analysed(&motion.run, &motion.figures, dossier.themes.len())?);
    out.extend(behind(&motion.run));
    out.push(made(&long_date(motion.drafted_at)?, motion.quoted));
    Ok(out)
}

fn received(figures: &Figures) -> String {
    if figures.contributions == 0 {
        return "Aucune contribution n’a été reçue à ce jour.".to_owned();
    }
    let from = match figures.departements {
        0 => String::new(),
        n => format!(" dans {}", count(n, "département", "départements")),
    };
    let by = match figures.signatories {
        0 => " sans signature".to_owned(),
        n => format!(" de {}", count(n, "signataire", "signataires")),
    };
    format!(
        "Ce projet de motion part de {}, {}{by}{from}.",
        count(figures.contributions, "contribution", "contributions"),
        if figures.contributions < 2 { "reçue" } else { "reçues" },
    )
}

fn analysed(run: &RunTag, figures: &Figures, themes: usize) -> Result<String, DocumentError> {
    let themes = u32::try_from(themes).unwrap_or(u32::MAX);
    Ok(format!(
        "L’analyse n°{NBSP}{}, achevée le {}, y distingue {}{NBSP}: {} dans {}, {} et {}. Chacun est imprimé à l’annexe{NBSP}1, \
         avec son numéro et sa signature.",
        run.number,
        long_date(run.finished_at)?,
        count(figures.verbatims, "verbatim", "verbatims"),
        number(figures.in_themes),
        count(themes, "thème", "thèmes"),
        count(figures.weak, "signal faible", "signaux faibles"),
        count(figures.unplaced, "verbatim non rapproché", "verbatims non rapprochés"),
    ))
}

fn behind(run: &RunTag) -> Option<String> {
    match run.behind {
        0 => None,
        1 => Some("Une contribution, arrivée depuis, n’est pas encore lue.".to_owned()),
        n => Some(format!(
            "{}, arrivées depuis, ne sont pas encore lues.",
            count(n, "contribution", "contributions")
        )),
    }
}

fn made(drafted: &str, quoted: u32) -> String {
    format!(
        "Ce texte est un brouillon automatique, composé le {drafted}. La machine n’y écrit aucune phrase d’objectif{NBSP}: elle \
         choisit et range des phrases de contributions, citées entre guillemets à la lettre ({}). Une coupe se voit{NBSP}: \
         «{THIN}[…]{THIN}». Le numéro qui suit chaque phrase mène au verbatim et à sa signature. Les titres des objectifs viennent \
         des noms des thèmes. Ce brouillon n’engage personne tant que des personnes ne l’ont pas accepté, phrase par phrase.",
        count(quoted, "verbatim cité", "verbatims cités"),
    )
}
