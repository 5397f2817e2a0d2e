//! Exports of proposals as Decidim writes them: the columns of its serializer, in its order, joined by slashes.

use intake::{Field, Mapping, Note, Passed, read};

const HEADER: &str = "id;author/id;author/name;author/url;category/id;category/name/fr;category/name/en;scope/id;scope/name/fr;\
    participatory_space/id;participatory_space/url;component/id;title/en;title/fr;body/en;body/fr;address;latitude;longitude;\
    state;reference;answer/fr;answered_at;supports;endorsements/total_count;comments;attachments;followers;published_at;url;\
    is_amend;original_proposal/title;original_proposal/url;withdrawn;withdrawn_at";

fn line(id: &str, body: &str, state: &str, withdrawn: &str) -> String {
    format!(
        "{id};12;Nadia Le Bihan;https://x.example;3;Numérique;Digital;4;Quimperlé;5;https://x.example/p;6;;Titre {id};;{body};;;;\
         {state};X-PROP-2024-05-{id};Une réponse bien plus longue que le texte lui-même, de la part des organisateurs.;;8;0;0;0;0;\
         2024-05-04 14:23:12 UTC;https://x.example/{id};false;;;{withdrawn};"
    )
}

#[test]
fn an_export_is_read_as_it_comes() {
    let text = [
        HEADER.to_owned(),
        line("1", "La fibre s’arrête au pont.", "", "false"),
        line("2", "Former les agents.", "accepted", "false"),
        line("3", "Rien.", "rejected", "false"),
        line("4", "Tout.", "withdrawn", ""),
        line("5", "Presque tout.", "", "true"),
    ]
    .join("\n");
    let table = read(text.as_bytes(), &Mapping::default()).expect("readable");
    assert_eq!(table.notes, [Note::PassedOver(Passed::Withdrawn, 2), Note::PassedOver(Passed::Rejected, 1)]);
    assert!(table.refused.is_empty());
    let row = &table.rows[0];
    assert_eq!((table.rows.len(), row.body.as_str()), (2, "La fibre s’arrête au pont."));
    assert_eq!(row.title.as_deref(), Some("Titre 1"));
    assert_eq!(row.signature.name.as_deref(), Some("Nadia Le Bihan"));
    assert_eq!(row.signature.territory.as_ref().map(|place| place.code.as_str()), Some("29233"));
    assert_eq!(row.areas, ["Numérique"]);
    assert_eq!(row.written_at.map(domain::time::Timestamp::micros), Some(1_714_832_592_000_000));
    let taken = |field| {
        table.layout.columns.iter().find(|(_, taken)| *taken == Some(field)).map(|(name, _)| name.as_str())
    };
    assert_eq!(taken(Field::Text), Some("body/fr"));
    assert_eq!(taken(Field::Reference), Some("reference"));
    assert_eq!(taken(Field::Kind), None);
}

#[test]
fn older_exports_and_other_languages_are_read_too() {
    for (header, text) in [
        ("id;component/id;title;body;state", "1;6;Titre;Le texte.;"),
        ("id;component/id;title/ca;body/ca;state", "1;6;Títol;El text.;"),
        ("id;component/id;title/ca;body/machine_translations/fr;state", "1;6;Títol;Traduit.;"),
    ] {
        let table = read(format!("{header}\n{text}\n").as_bytes(), &Mapping::default()).expect(header);
        assert_eq!(table.rows.len(), 1, "{header}");
        assert!(table.rows[0].title.is_some() && table.notes.is_empty(), "{header}");
    }
    // People still have the last word.
    let mapping: Mapping = "texte=title/fr".parse().expect("a mapping");
    let text = format!("{HEADER}\n{}\n", line("1", "Le texte.", "", ""));
    assert_eq!(read(text.as_bytes(), &mapping).expect("readable").rows[0].body.as_str(), "Titre 1");
}
