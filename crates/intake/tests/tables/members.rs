//! Lists of people, good and bad.

use domain::line::{Line, LineError};
use domain::member::College;
use intake::members::{Doubt, MemberField, MemberRefusalReason, Members, read};
use intake::{Mapping, Note, Unreadable};
use proptest::prelude::*;

fn members(text: &str) -> Members {
    read(text.as_bytes(), &Mapping::default()).expect("readable")
}

#[test]
fn a_full_line_keeps_all_that_it_says() {
    let list = members(
        "Prénom;Nom;Fonction;Collège;Commune;Département;Courriel;Téléphone;Rôle\n\
         Nadia;Le Bihan;adjointe au maire;Élus;Quimperlé;29;Mairie@Quimperle.EXAMPLE;612345678;scribe, présidence\n\
         Yann;Tanguy;;Agents;;Finistère;;02 98 00 00 00;membre\n",
    );
    let nadia = &list.rows[0];
    assert_eq!((nadia.line, nadia.name.as_str()), (2, "Nadia Le Bihan"));
    assert_eq!(nadia.mandate.as_ref().map(Line::as_str), Some("adjointe au maire"));
    assert_eq!(nadia.college, College::Elected);
    assert_eq!(nadia.territory.as_ref().map(|place| place.code.as_str()), Some("29233"));
    assert_eq!(nadia.email.as_ref().map(domain::email::Email::as_str), Some("mairie@quimperle.example"));
    assert_eq!(
        nadia.telephone.as_ref().map(Line::as_str),
        Some("0612345678"),
        "a zero that the spreadsheet ate"
    );
    let yann = &list.rows[1];
    assert_eq!(yann.territory.as_ref().map(|place| place.name.as_str()), Some("Finistère"));
    assert!(yann.email.is_none() && yann.mandate.is_none());
    assert!(list.refused.is_empty() && list.warnings.is_empty());
    assert_eq!(list.notes, [Note::RolesAside], "roles never come from a file");
}

#[test]
fn lines_are_refused_or_warned_of_with_their_number_and_reason() {
    let list = members(&format!(
        "Nom,Code INSEE,E-mail,Collège,Rôle,Commune\n\
         Anna Le Bec,29233,mairie@x.example,élus,,\n\
         ANNA LE BEC,29233,autre@x.example,élus,,\n\
         ,29233,a@x.example,,,\n\
         Bob Tanguy,29233,bob(at)x.example,,,\n\
         Cléo Roux,,mairie@x.example,amis,trésorerie,Trifouillis\n\
         ,,,,,\n\
         {},29233,,,,\n\
         Dora Gall,29233,,,,,de trop\n\
         Anna Le Bec,29081,mairie@x.example,,,\n",
        "x".repeat(201)
    ));
    let refused: Vec<_> = list.refused.iter().map(|refusal| (refusal.line, refusal.reason.clone())).collect();
    assert_eq!(
        refused,
        [
            (3, MemberRefusalReason::Twice(2)),
            (4, MemberRefusalReason::NoName),
            (5, MemberRefusalReason::Email("bob(at)x.example".into())),
            (8, MemberRefusalReason::Line(MemberField::Name, LineError::TooLong(201))),
            (9, MemberRefusalReason::TooManyCells(7, 6)),
        ]
    );
    let warned: Vec<_> = list.warnings.iter().map(|warning| (warning.line, warning.doubt.clone())).collect();
    assert_eq!(warned, [(6, Doubt::Territory("Trifouillis".into())), (6, Doubt::College("amis".into())),]);
    let taken: Vec<_> = list.rows.iter().map(|row| (row.line, row.name.as_str())).collect();
    assert_eq!(
        taken,
        [(2, "Anna Le Bec"), (6, "Cléo Roux"), (10, "Anna Le Bec")],
        "a namesake elsewhere is another person"
    );
    assert_eq!(list.notes, [Note::RolesAside, Note::BlankLines(1)]);
}

#[test]
fn the_register_of_elected_people_is_read_as_it_is_published() {
    let list = members(
        "Code du département;Libellé du département;Code de la collectivité à statut particulier;Libellé de la collectivité à statut particulier;Code de la commune;Libellé de la commune;Nom de l'élu;Prénom de l'élu;Code sexe;Date de naissance;Code de la catégorie socio-professionnelle;Libellé de la catégorie socio-professionnelle;Date de début du mandat;Libellé de la fonction;Date de début de la fonction;Code nationalité\n\
         29;Finistère;;;29233;Quimperlé;LE BIHAN-D'OR;Nadia;F;02/04/1970;33;Cadre;18/05/2020;Maire;23/05/2020;FR\n\
         29;Finistère;;;29233;Quimperlé;TANGUY;Yann;M;02/04/1971;33;Cadre;18/05/2020;;;FR\n\
         29;Finistère;;;29233;Quimperlé;ROUX;Cléo;F;02/04/1972;33;Cadre;18/05/2020;;;FR\n",
    );
    let read: Vec<_> = list
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.mandate.as_ref().map_or("", Line::as_str), row.college))
        .collect();
    assert_eq!(
        read,
        [
            ("Nadia Le Bihan-D'Or", "maire", College::Elected),
            ("Yann Tanguy", "conseiller municipal", College::Elected),
            ("Cléo Roux", "conseillère municipale", College::Elected),
        ]
    );
    assert!(list.rows.iter().all(|row| row.territory.as_ref().is_some_and(|place| place.code == "29233")));
    assert!(list.refused.is_empty() && list.warnings.is_empty(), "{list:?}");
    let community = members(
        "Code du département;Libellé du département;N° SIREN;Libellé de l'EPCI;Code de la commune de rattachement;Libellé de la commune de rattachement;Nom de l'élu;Prénom de l'élu;Code sexe;Libellé de la fonction\n\
         29;Finistère;242900314;Brest Métropole;29019;Brest;ROUX;Cléo;F;\n",
    );
    let row = &community.rows[0];
    assert_eq!(row.mandate.as_ref().map(Line::as_str), Some("conseillère communautaire"));
    assert_eq!(row.territory.as_ref().map(|place| place.code.as_str()), Some("242900314"));
}

#[test]
fn columns_are_corrected_and_missing_names_are_said() {
    let text = b"qui;ou;truc\nNadia Le Bihan;29233;x\n";
    assert_eq!(
        read(text, &Mapping::default()).err(),
        Some(Unreadable::NoNames(vec!["qui".into(), "ou".into(), "truc".into()]))
    );
    let mapping: Mapping<MemberField> = "nom=qui,code=ou".parse().expect("a mapping");
    let list = read(text, &mapping).expect("readable");
    assert_eq!(list.rows[0].territory.as_ref().map(|place| place.name.as_str()), Some("Quimperlé"));
    assert!("texte=qui".parse::<Mapping<MemberField>>().is_err());
}

#[test]
fn columns_that_somebody_chose_are_taken_and_no_others() {
    let text = b"nom;nom;courriel\nLe Bihan;Nadia;nadia@x.example\n";
    let chosen = Mapping::exactly([(MemberField::Name, 0), (MemberField::FirstName, 1)], None);
    let list = read(text, &chosen).expect("readable");
    assert_eq!((list.rows[0].name.as_str(), &list.rows[0].email), ("Nadia Le Bihan", &None));
    assert!(matches!(
        read(text, &Mapping::exactly([(MemberField::Email, 2)], None)),
        Err(Unreadable::NoNames(_))
    ));
    assert!(matches!(
        read(text, &Mapping::exactly([(MemberField::Name, 3)], None)),
        Err(Unreadable::Mapping(_))
    ));
}

proptest! {
    #[test]
    fn every_line_is_a_person_a_refusal_or_blank(cells in prop::collection::vec("[a-zé@. ,;\"0-9\n]{0,20}", 3..40)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["Nom", "Courriel", "Téléphone"]).unwrap();
        let lines: Vec<_> = cells.chunks_exact(3).collect();
        for line in &lines {
            writer.write_record(*line).unwrap();
        }
        let list = read(&writer.into_inner().unwrap(), &Mapping::default());
        let blank = lines.iter().filter(|line| line.iter().all(|cell| cell.trim().is_empty())).count();
        match list {
            Ok(list) => prop_assert_eq!(list.rows.len() + list.refused.len() + blank, lines.len()),
            Err(reason) => prop_assert_eq!(reason, Unreadable::NoRows),
        }
    }
}
