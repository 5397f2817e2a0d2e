//! Words quoted to the letter, with who and where beneath.

use domain::member::Signature;
use domain::reading::Quote;
use domain::words::Slug;
use leptos::prelude::*;

use super::number::number as printed;
use super::theme_tag;
use crate::routes::Route;
use crate::text::quote as text;

/// What stands beneath the words besides the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beneath {
    /// Nothing else: a voice.
    Signature,
    /// The theme too: a list that mixes them.
    Place,
}

/// The words in guillemets, signed, with a link to the contribution.
pub fn quote(slug: &Slug, quote: &Quote, beneath: Beneath) -> AnyView {
    let words = text::said(quote);
    let place = (beneath == Beneath::Place).then(|| {
        view! { <p class="quote-place">{theme_tag::place(slug, &quote.place)}</p> }
    });
    view! {
        <figure class="quote" class:reported=quote.reported>
            <blockquote><p>{words}</p></blockquote>
            <figcaption>
                {signature(&quote.signature)}
                <span class="quote-number">" · "{number(slug, quote)}</span>
            </figcaption>
            {place}
        </figure>
    }
    .into_any()
}

fn number(slug: &Slug, quote: &Quote) -> AnyView {
    let href = Route::Contribution(slug, quote.number).path();
    let which = text::which(quote.ordinal).map(|which| format!(", {which}"));
    view! { <a href=href>{printed(quote.number)}</a>{which} }.into_any()
}

/// « **Agnès Rondeau**, conseillère déléguée au numérique, Échiré (79) »
pub fn signature(signature: &Signature) -> AnyView {
    // Leptos writes an empty text as a space.
    let standing = Some(text::standing(signature)).filter(|words| !words.is_empty());
    view! {
        <span class="signature"><strong>{text::signer(signature)}</strong>{standing}</span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::analysis::{Place, WeakReason};
    use domain::contribution::{ContributionNumber, Kind, State};
    use domain::id::VerbatimId;

    #[test]
    fn words_are_quoted_signed_and_linked() {
        let voice = Quote {
            verbatim: VerbatimId::from(uuid::Uuid::nil()),
            number: ContributionNumber::new(421),
            ordinal: 2,
            state: State::Published,
            text: "La fibre <b>s’arrête</b> au pont.".into(),
            reported: false,
            cut_before: false,
            cut_after: true,
            signature: Signature { name: Some("Table 4".into()), ..Signature::ANONYMOUS },
            kind: Kind::Situation,
            kind_suggested: true,
            place: Place::Weak(WeakReason::RareWords),
        };
        let slug: Slug = "c-2026".parse().unwrap();
        insta::assert_snapshot!(crate::components::plain(quote(&slug, &voice, Beneath::Place)), @r#"<figure class="quote"><blockquote><p>« La fibre &lt;b&gt;s’arrête&lt;/b&gt; au pont. […] »</p></blockquote><figcaption><span class="signature"><strong>Table 4</strong></span><span class="quote-number"> · <a href="/congres/c-2026/contributions/C-0421"><span class="number">C-0421</span></a>, 2e verbatim</span></figcaption><p class="quote-place"><a href="/congres/c-2026/signaux-faibles" class="tag"><svg viewBox="0 0 12 12" aria-hidden="true" class="shape hollow"><circle cx="6" cy="6" r="4.4"></circle></svg><span>Signal faible</span></a></p></figure>"#);
    }
}
