//! The verbatims and their neighbours as a graph for Gephi: GEXF 1.3 (gexf.net/1.3), with colours and places on the map.

use domain::analysis::Place;
use domain::reading::OpenData;
use std::fmt::Write as _;

use super::rows::{self, VerbatimRow};
use crate::DocumentError;

/// Red, green and blue of each of the eight hues, as on the screen by day (style/tokens.css), then of what stands in no theme.
const COLOURS: [(u8, u8, u8); 9] = [
    (31, 95, 168),
    (192, 83, 47),
    (47, 125, 91),
    (165, 122, 12),
    (116, 72, 156),
    (179, 70, 126),
    (76, 90, 112),
    (138, 98, 54),
    (118, 118, 118),
];
/// The side of the map in Gephi's units.
const SIDE: f32 = 1_000.0;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="static">
<attributes class="node" mode="static">
<attribute id="theme" title="theme" type="string"/>
<attribute id="place" title="place" type="string"/>
<attribute id="type" title="type" type="string"/>
<attribute id="college" title="college" type="string"/>
<attribute id="departement" title="departement" type="string"/>
<attribute id="texte" title="texte" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="jumeaux" title="presque les mêmes mots" type="boolean"/>
</attributes>
"#;

/// The graph: a node a verbatim, an edge to each of its neighbours, weighted by closeness.
///
/// # Errors
/// When a verbatim isn't a span of a contribution of the data.
pub fn gexf(data: &OpenData) -> Result<Vec<u8>, DocumentError> {
    let rows = rows::verbatims(data)?;
    let mut graph = String::from(HEAD);
    graph.push_str("<nodes>\n");
    for (i, row) in rows.iter().enumerate() {
        node(&mut graph, data, i, row);
    }
    graph.push_str("</nodes>\n<edges>\n");
    for (i, link) in data.links.iter().enumerate() {
        // Writing to a string can't fail.
        let _ = writeln!(
            graph,
            r#"<edge id="{i}" source="{}" target="{}" weight="{}"><attvalues><attvalue for="jumeaux" value="{}"/></attvalues></edge>"#,
            link.from, link.to, link.closeness, link.twin
        );
    }
    graph.push_str("</edges>\n</graph>\n</gexf>\n");
    Ok(graph.into_bytes())
}

fn node(graph: &mut String, data: &OpenData, i: usize, row: &VerbatimRow) {
    let (number, line) = &data.verbatims[i];
    let card = data.contributions.binary_search_by_key(number, |card| card.contribution.number);
    let signature = card.ok().map(|at| &data.contributions[at].contribution.signature);
    let (theme, hue) = match &line.place {
        Place::Theme(tag) => (tag.label.as_str(), usize::from(tag.hue)),
        Place::Weak(_) | Place::Unplaced(_) => ("", COLOURS.len() - 1),
    };
    let territory = signature.and_then(|signature| signature.territory.as_ref());
    let values = [
        ("theme", theme),
        ("place", row.place()),
        ("type", line.kind.code()),
        ("college", signature.map_or("", |signature| signature.college.code())),
        ("departement", territory.and_then(|territory| territory.departement.as_deref()).unwrap_or_default()),
        ("texte", row.words()),
    ];
    let _ = write!(graph, r#"<node id="{i}" label="{}"><attvalues>"#, row.name());
    for (name, value) in values {
        let _ = write!(graph, r#"<attvalue for="{name}" value="{}"/>"#, xml(value));
    }
    graph.push_str("</attvalues>");
    let (r, g, b) = COLOURS[hue.min(COLOURS.len() - 1)];
    let _ = write!(graph, r#"<viz:color r="{r}" g="{g}" b="{b}"/>"#);
    if let Some(point) = data.points.get(i).copied().flatten() {
        // Gephi counts from the bottom.
        let _ = write!(graph, r#"<viz:position x="{}" y="{}" z="0"/>"#, point.x * SIDE, -point.y * SIDE);
    }
    graph.push_str("</node>\n");
}

/// A text within a quoted attribute. Characters that XML 1.0 has no way to hold become U+FFFD.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn markup_and_control_characters_stay_data() {
        assert_eq!(xml("<b a=\"1\">&\u{1}\n’"), "&lt;b a=&quot;1&quot;&gt;&amp;\u{fffd}&#10;’");
    }
}
