//! The legal notice: who publishes and hosts, as the settings say, or plainly that they don't.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::Document;
use crate::text::about as text;

/// Who publishes this site and answers for it; a field is empty when nobody filled it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The association or institution.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its telephone number.
    pub telephone: String,
    /// Where to write to it.
    pub email: String,
    /// Who answers for what is published.
    pub director: String,
    /// Who hosts the site: name, address, telephone number.
    pub host: String,
    /// On what ground personal data are held.
    pub legal_basis: String,
    /// For how long.
    pub retention: String,
    /// The licence of the texts and of the open data.
    pub licence: String,
}

/// The page, within the congress one comes from if there is a single one.
pub fn document(congress: Option<&Congress>, publisher: &Publisher) -> Document {
    let sections = [
        (text::PUBLISHER, publisher.who()),
        (text::HOST, vec![said(&publisher.host, sentence).unwrap_or(text::NO_HOST.to_owned())]),
        (text::PERSONAL_DATA, publisher.personal_data()),
        (text::REUSE, publisher.reuse()),
    ];
    let view = move || {
        let sections = sections.map(|(heading, paragraphs)| {
            let paragraphs = paragraphs.into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
            view! { <section><h2>{heading}</h2>{paragraphs}</section> }
        });
        view! {
            <div class="narrow prose">
                <h1>{text::LEGAL}</h1>
                <p class="lead">{text::LEGAL_LEAD}</p>
                {sections.into_iter().collect_view()}
            </div>
        }
        .into_any()
    };
    Document::new(text::LEGAL, view).within(congress)
}

impl Publisher {
    fn who(&self) -> Vec<String> {
        if self.name.is_empty() {
            return vec![text::NO_PUBLISHER.to_owned()];
        }
        let parts = [&self.name, &self.address, &self.telephone, &self.email];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let who = sentence(&parts.join(", "));
        [Some(who), said(&self.director, text::director)].into_iter().flatten().collect()
    }

    fn personal_data(&self) -> Vec<String> {
        let held = [
            Some(text::SIGNED.to_owned()),
            said(&self.name, text::controller),
            said(&self.legal_basis, text::legal_basis),
            said(&self.retention, text::retention),
        ];
        let held = held.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let rights = said(&self.email, text::rights).unwrap_or(text::NO_EMAIL.to_owned());
        vec![held, rights, text::NO_TRACKER.to_owned()]
    }

    fn reuse(&self) -> Vec<String> {
        let own = said(&self.licence, text::licence).unwrap_or(text::NO_LICENCE.to_owned());
        std::iter::once(own).chain(text::CREDITS.iter().map(|words| (*words).to_owned())).collect()
    }
}

/// What a field says, if it was filled in.
fn said(field: &str, words: impl Fn(&str) -> String) -> Option<String> {
    (!field.is_empty()).then(|| words(field))
}

fn sentence(words: &str) -> String {
    if words.ends_with('.') { words.to_owned() } else { format!("{words}.") }
}
