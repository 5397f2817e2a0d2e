//! One run: its result, its recipe, and what it can be compared with.

use domain::congress::Congress;
use domain::reading::{RunLine, RunState, RunsPage};
use domain::words::Slug;
use leptos::prelude::*;

use super::state::{state, times};
use crate::components::views::views;
use crate::pages::themes::choice::choice;
use crate::routes::Route;
use crate::text::run as text;
use crate::{Document, Section};

/// The page of the run of that number; none when the list has none.
pub fn document(congress: &Congress, page: &RunsPage, number: u32) -> Option<Document> {
    let slug = congress.slug.clone();
    let run = page.runs.iter().find(|run| run.number == number)?.clone();
    let finished = |run: &&RunLine| matches!(run.state, RunState::Finished { .. });
    let others: Vec<u32> = page.runs.iter().filter(finished).map(|run| run.number).collect();
    let shown = page.shown == Some(number);
    let view = move || view(&slug, &run, shown, &others);
    Some(Document::new(text::run(number), view).within(Some(congress)).at(Section::Themes))
}

fn view(slug: &Slug, run: &RunLine, shown: bool, others: &[u32]) -> AnyView {
    let shown = shown.then(|| view! { <p class="run-shown">{text::SHOWN}</p> });
    let sure = match &run.state {
        RunState::Finished { choice: Some(of), .. } => Some(choice(of)),
        _ => None,
    };
    let again = matches!(run.state, RunState::Running { .. }).then(|| {
        view! {
            <p class="note">{text::RUNNING}</p>
            <p class="actions"><a class="button" href=Route::Run(slug, run.number).path()>{text::REFRESH}</a></p>
        }
    });
    view! {
        <div class="narrow">
            {views(slug, None)}
            <p class="over"><a href=Route::Runs(slug).path()>{text::BACK}</a></p>
            <h1>{text::run(run.number)}</h1>
            {shown}
            <section class="run-part" aria-labelledby="resultat">
                <h2 id="resultat">{text::FIGURES}</h2>
                {state(run)}
                {times(run)}
                {again}
            </section>
            {sure}
            {recipe(slug, run)}
            {comparisons(slug, run, others)}
        </div>
    }
    .into_any()
}

fn recipe(slug: &Slug, run: &RunLine) -> AnyView {
    let recipe = &run.recipe;
    let from = match run.predecessor {
        Some(number) => view! { <a href=Route::Run(slug, number).path()>{text::run(number)}</a> }.into_any(),
        None => text::NO_PREDECESSOR.into_any(),
    };
    view! {
        <section class="run-part" aria-labelledby="recette">
            <h2 id="recette">{text::RECIPE}</h2>
            <dl class="recipe">
                <div><dt>{text::CORPUS}</dt><dd><code>{recipe.corpus.clone()}</code></dd></div>
                <div><dt>{text::SEED}</dt><dd><code>{recipe.seed.to_string()}</code></dd></div>
                <div><dt>{text::ENGINE}</dt><dd><code>{recipe.engine.clone()}</code></dd></div>
                <div><dt>{text::PARAMETERS}</dt><dd>{parameters(&recipe.parameters)}</dd></div>
                <div><dt>{text::PREDECESSOR}</dt><dd>{from}</dd></div>
            </dl>
            <p class="note">{text::RECIPE_HOW}</p>
            <p class="note">{text::PREDECESSOR_HOW}</p>
        </section>
    }
    .into_any()
}

fn parameters(json: &str) -> AnyView {
    let said = text::parameters(json).into_iter().map(|of| {
        let meaning = (!of.meaning.is_empty()).then(|| view! { <span class="note">{of.meaning}</span> });
        view! { <li>{of.name}"\u{a0}: "{of.value}{meaning}</li> }
    });
    view! { <ul class="settings">{said.collect_view()}</ul> }.into_any()
}

/// With every other finished run, the earlier first.
fn comparisons(slug: &Slug, run: &RunLine, others: &[u32]) -> AnyView {
    let finished = matches!(run.state, RunState::Finished { .. });
    let links = others.iter().filter(|other| **other != run.number && finished).map(|other| {
        let (before, after) = (run.number.min(*other), run.number.max(*other));
        let href = Route::Comparison(slug, before, after, 1).path();
        view! { <li><a href=href>{text::comparison(before, after)}</a></li> }
    });
    let links = links.collect_view();
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="run-part" aria-labelledby="comparer">
            <h2 id="comparer">{text::COMPARE}</h2>
            <ul class="plain">{links}</ul>
        </section>
    }
    .into_any()
}
