//! The tree, after the *arbres de connaissances*: the themes that most people share stand lowest on the trunk, and the leaves
//! are verbatims.

mod draw;
mod plan;

use domain::analysis::Confidence;
use domain::reading::TreePage;

use super::Frame;
use super::caption::{MARGIN, TOP, foot, head, run};
use super::svg::Svg;
use crate::DocumentError;
use crate::french::{NBSP, capital, count, number};
use plan::{Plan, WIDTH};

/// The tree as SVG.
///
/// # Errors
/// When the moment of the run has no date.
pub fn tree(page: &TreePage, frame: &Frame<'_>) -> Result<String, DocumentError> {
    let by = match page.nodes.first().map_or(0, |root| root.signatories) {
        0 => String::new(),
        signatories => format!(" de {}", count(signatories, "signataire", "signataires")),
    };
    let line = format!(
        "{}{NBSP}: {}{by}, {} ({})",
        run(&page.run)?,
        count(page.figures.in_themes, "verbatim", "verbatims"),
        count(page.choice.themes, "thème", "thèmes"),
        sure(page.choice.confidence)
    );
    let mut svg = Svg::new();
    let title = "Arbre des thèmes";
    head(&mut svg, frame, WIDTH, title, &line);
    let plan = Plan::new(page, &svg, TOP);
    draw::draw(&mut svg, page, &plan);
    let bottom = foot(&mut svg, frame, WIDTH, plan.bottom + 56.0, &notes(page, &plan));
    let name = format!("{title}, {}", frame.congress);
    Ok(svg.finish(WIDTH, bottom + MARGIN - 22.0, &name, &told(page, &line)))
}

/// How sure the number of themes is.
fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "division nette",
        Confidence::Fair => "division assez nette",
        Confidence::Low => "une division parmi d’autres",
        Confidence::Given => "nombre choisi",
    }
}

/// The themes, the most shared first, with their signatories.
fn told(page: &TreePage, line: &str) -> String {
    let mut leaves: Vec<_> = page.nodes.iter().filter(|node| node.theme.is_some()).collect();
    leaves.sort_by_key(|leaf| std::cmp::Reverse(leaf.voices()));
    let leaves: Vec<String> = leaves
        .iter()
        .map(|leaf| {
            let voices = match leaf.signatories {
                0 => count(leaf.verbatims, "verbatim", "verbatims"),
                signatories => count(signatories, "signataire", "signataires"),
            };
            format!("{} ({voices})", capital(&leaf.label))
        })
        .collect();
    format!("{line}. Du plus partagé au plus particulier{NBSP}: {}.", leaves.join(", "))
}

fn notes(page: &TreePage, plan: &Plan) -> Vec<String> {
    if page.nodes.is_empty() {
        return vec!["Trop peu de contributions pour former des thèmes.".to_owned()];
    }
    let each = if plan.dot == 1 {
        "Chaque feuille est un verbatim".to_owned()
    } else {
        format!("Chaque feuille vaut {} verbatims", number(plan.dot))
    };
    let mut notes = vec![format!(
        "{each}{NBSP}; plus une branche part bas et large, plus de personnes différentes l’ont portée."
    )];
    let (weak, unplaced) = (page.figures.weak, page.figures.unplaced);
    if weak + unplaced > 0 {
        notes.push(format!(
            "Hors de l’arbre{NBSP}: {} et {}.",
            count(weak, "signal faible", "signaux faibles"),
            count(unplaced, "verbatim non rapproché", "verbatims non rapprochés")
        ));
    }
    notes
}
