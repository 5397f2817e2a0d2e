//! The frame that all letters share: both forms, and what people write into them.

#![expect(clippy::unwrap_used, reason = "what is invented here is well formed")]

use app::letters::{Composed, Footer, Letter, compose};
use domain::congress::Congress;

fn congress() -> Congress {
    Congress {
        id: uuid::Uuid::nil().into(),
        slug: "congres-2026".parse().unwrap(),
        title: "4e congrès des élues et élus au numérique".into(),
        question: "Quel numérique ?".into(),
        summary: "On en parle.".into(),
        organiser: "L’association Villes & numérique".into(),
        fictional: true,
        phases: Vec::new(),
    }
}

fn letter() -> Letter {
    Letter {
        subject: "Agnès Rondeau, votre lien vers le congrès".into(),
        greeting: app::text::letter::greeting("Agnès Rondeau"),
        paragraphs: vec![
            "Vous pouvez dire en cinq minutes ce que le numérique change dans votre commune, sans mot de passe, et retrouver vos mots dans la motion.".into(),
            "Ce lien vaut 30\u{a0}jours.\nIl n’ouvre que votre espace.".into(),
        ],
        action: Some(("Dire mon idée".into(), format!("https://congres.example/entrer/{}?a=1&b=2", "x".repeat(60)))),
        footer: Footer {
            why: "Vous recevez ce message parce que votre association vous compte parmi ses membres.".into(),
            stop: vec![("Ne plus recevoir de message".into(), "https://congres.example/decliner/y".into())],
        },
    }
}

#[test]
fn both_forms_say_the_same() {
    let Composed { subject, text, html } = compose(&congress(), &letter());
    insta::assert_snapshot!("letter_text", text);
    insta::assert_snapshot!("letter_html", html.replace("</p>", "</p>\n").replace("<div", "\n<div"));
    assert_eq!(subject, letter().subject);
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in letter().paragraphs.iter().chain([&letter().greeting, &letter().footer.why]) {
        assert!(flat(&text).contains(&flat(said)), "{said}");
        assert!(html.contains(said.lines().next().unwrap_or_default()), "{said}");
    }
}

#[test]
fn an_invented_congress_says_so_in_every_letter() {
    let mut congress = congress();
    for fictional in [true, false] {
        congress.fictional = fictional;
        let Composed { text, html, .. } = compose(&congress, &letter());
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let fiction = app::text::frame::FICTION.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(flat.contains(&fiction), fictional);
        assert_eq!(html.contains(app::text::frame::FICTION), fictional);
    }
}

#[test]
fn words_of_people_are_text_and_nothing_is_fetched() {
    let mut odd = letter();
    odd.greeting = "Bonjour <script>alert(1)</script> & « \"l’élue\" »,".into();
    odd.paragraphs = vec!["</p><img src=x>".into()];
    let Composed { text, html, .. } = compose(&congress(), &odd);
    assert!(text.contains("<script>alert(1)</script>"), "text is text");
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    assert!(!html.contains("<!>"));
    let plain = compose(&congress(), &letter()).html;
    for fetches in ["src=", "url(", "@import", "<link", " style="] {
        assert!(!plain.contains(fetches), "{fetches}");
    }
}

#[test]
fn colours_of_letters_are_those_of_the_site() {
    let tokens = include_str!("../../style/tokens.css");
    let letter = include_str!("../../style/letter.css");
    let colours: Vec<&str> = letter.match_indices('#').filter_map(|(at, _)| letter.get(at..at + 7)).collect();
    assert!(colours.len() > 10);
    for colour in colours {
        assert!(tokens.contains(colour), "{colour}");
    }
}
