//! One letter, as text and as mail programs show it.

use domain::congress::Congress;
use domain::reading::LetterPage;
use domain::words::Slug;
use leptos::prelude::*;

use super::state::state;
use crate::Document;
use crate::routes::Route;
use crate::text::mail as text;

/// The page. Its HTML stands in a frame of its own, where nothing runs; the letter's links work in the text beside it.
pub fn document(congress: &Congress, letter: LetterPage) -> Document {
    let (slug, fictional) = (congress.slug.clone(), congress.fictional);
    let title = letter.line.subject.clone();
    Document::new(title, move || view(&slug, fictional, &letter)).within(Some(congress)).unlisted()
}

fn view(slug: &Slug, fictional: bool, letter: &LetterPage) -> AnyView {
    let line = &letter.line;
    let masked = (!fictional).then(|| view! { <p class="note">{text::MASKED}</p> });
    view! {
        <div class="wide mail-letter">
            <p class="over"><a href=Route::Outbox(slug, 1).path()>{text::BACK}</a></p>
            <h1>{line.subject.clone()}</h1>
            <dl class="recipe">
                <div><dt>{text::TO}</dt><dd>{line.to.name.clone()}", "{line.to.address.clone()}</dd></div>
                <div><dt>{text::PURPOSE}</dt><dd>{text::purpose(line.purpose)}</dd></div>
                <div><dt>{text::QUEUED_AT}</dt><dd>{text::on(line.created_at)}</dd></div>
                <div><dt>{text::STATE}</dt><dd>{state(&line.state)}</dd></div>
            </dl>
            {masked}
            <div class="mail-forms">
                <section aria-labelledby="texte">
                    <h2 id="texte">{text::AS_TEXT}</h2>
                    <pre class="mail-text" tabindex="0" role="region" aria-labelledby="texte">{linked(&letter.text)}</pre>
                </section>
                <section aria-labelledby="mise-en-page">
                    <h2 id="mise-en-page">{text::AS_HTML}</h2>
                    <iframe class="mail-frame" sandbox="" title=text::PREVIEW src=Route::LetterHtml(slug, line.id).path()></iframe>
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// A line that is an address is a link, as in mail programs.
fn linked(body: &str) -> AnyView {
    let lines = body.split_inclusive('\n').map(|line| {
        let url = line.trim_end();
        if url.starts_with("https://") || url.starts_with("http://") {
            view! { <a href=url.to_owned()>{url.to_owned()}</a>"\n" }.into_any()
        } else {
            line.to_owned().into_any()
        }
    });
    lines.collect_view().into_any()
}
