//! The first page of a congress: what is asked, what happens when, everything that was written at a glance.

use domain::congress::{Congress, PhaseChange};
use domain::contribution::Call;
use domain::reading::{Home, ThemeLine};
use domain::time::Timestamp;
use domain::words::Slug;
use leptos::prelude::*;

use crate::components::empty::empty;
use crate::components::phases::phases;
use crate::components::quote::{Beneath, quote};
use crate::components::semis::semis;
use crate::components::{bar::bar, theme_tag};
use crate::routes::Route;
use crate::text::number::count;
use crate::text::{call as dates, congress as text, date, governing, life};
use crate::{Document, Section};

/// Themes shown before « all themes ».
const FIRST_THEMES: usize = 8;

/// The page at `now`; `moves` are the steps that were prolonged.
pub fn document(congress: &Congress, home: Home, moves: Vec<PhaseChange>, now: Timestamp) -> Document {
    let of = congress.clone();
    let view = move || page(&of, &home, &moves, now);
    Document::new(congress.title.clone(), view).within(Some(congress)).at(Section::Congress)
}

fn page(congress: &Congress, home: &Home, moves: &[PhaseChange], now: Timestamp) -> AnyView {
    let slug = &congress.slug;
    view! {
        <div class="wide home">
            {phases(&congress.phases, now)}
            {prolonged(moves)}
            <div class="home-opening">
                <div class="home-question">
                    <h1>{congress.question.clone()}</h1>
                    {summary(congress)}
                    {actions(slug, home, Call::at(&congress.phases, 0, now), now)}
                </div>
                {glance(slug, home)}
            </div>
            {voices(slug, home)}
            {if home.kept { kept(slug) } else { themes(slug, home) }}
            {next(slug, home)}
        </div>
    }
    .into_any()
}

/// What was prolonged, with what it was before and why.
fn prolonged(moves: &[PhaseChange]) -> AnyView {
    let lines = moves.iter().map(|change| view! { <p class="note">{governing::prolonged(change)}</p> });
    lines.collect_view().into_any()
}

fn summary(congress: &Congress) -> AnyView {
    let summary = Some(congress.summary.clone()).filter(|summary| !summary.is_empty());
    summary.map(|summary| view! { <p class="home-summary">{summary}</p> }).into_any()
}

fn actions(slug: &Slug, home: &Home, call: Call, now: Timestamp) -> AnyView {
    let write = match call {
        Call::Open { closes } => Some(view! {
            <div class="home-call">
                <p class="actions"><a class="button primary" href=Route::Write(slug).path()>{dates::WRITE}</a></p>
                <p class="note">{dates::countdown(now, closes)}</p>
            </div>
        }),
        _ => None,
    };
    let themes = (!home.themes.is_empty()).then(|| {
        let class = if call.is_open() { "button" } else { "button primary" };
        view! { <a class=class href=Route::Themes(slug).path()>{text::READ_THEMES}</a> }
    });
    let corpus = (home.figures.contributions > 0 && !home.kept).then(|| {
        view! { <a class="button" href=Route::Corpus(slug).path()>{text::READ_CONTRIBUTIONS}</a> }
    });
    view! { {write}<p class="actions">{themes}{corpus}</p> }.into_any()
}

fn glance(slug: &Slug, home: &Home) -> AnyView {
    if home.figures.contributions == 0 {
        let help = Some((Route::Help.path(), text::STEP_HELP.0.to_owned()));
        return view! { <div class="home-glance">{empty(text::NO_CONTRIBUTION, text::NO_CONTRIBUTION_HOW, help)}</div> }
            .into_any();
    }
    let themes = u32::try_from(home.themes.len()).unwrap_or(u32::MAX);
    let table = home.run.is_some().then(|| {
        view! { <p class="home-table"><a href=Route::Themes(slug).path()>{text::DOTS_TABLE}</a></p> }
    });
    view! {
        <div class="home-glance">
            {(!home.kept).then(|| semis(&home.dots, text::dots_label(&home.figures, themes)))}
            {figures(home)}
            {run(home)}
            {table}
        </div>
    }
    .into_any()
}

fn figures(home: &Home) -> AnyView {
    let [contributions, signatories, departements] = text::origin(&home.figures);
    let key = match home.kept {
        true => ".".to_owned(),
        false => text::dots_key(home.dots.len(), home.figures.contributions, home.run.is_some()),
    };
    let bold = |(number, noun): (String, &'static str)| view! { <strong>{number}</strong>"\u{a0}"{noun} };
    let from = (home.figures.departements > 0)
        .then(|| view! { {text::coming_from(&home.figures)}{bold(departements)} });
    let by = (home.figures.signatories > 0).then(|| view! { {text::FROM}{bold(signatories)} });
    let withheld = life::withheld(&home.figures.withheld).map(|words| format!(" ({words})"));
    view! { <p class="home-figures">{bold(contributions)}{withheld}{by}{from}{key}</p> }.into_any()
}

fn run(home: &Home) -> AnyView {
    let line = home.run.as_ref().map(|run| {
        let behind = text::behind(run).map(|behind| format!(". {behind}"));
        view! { <p class="note">{text::run(run, &date::day(run.finished_at))}{behind}</p> }
    });
    line.into_any()
}

fn voices(slug: &Slug, home: &Home) -> AnyView {
    if home.voices.is_empty() {
        return ().into_any();
    }
    let voices = home
        .voices
        .iter()
        .map(|voice| view! { <li>{quote(slug, voice, Beneath::Place)}</li> })
        .collect_view();
    view! {
        <section class="ruled" aria-labelledby="voix">
            <h2 id="voix" class="said">{text::VOICES}</h2>
            <ul class="voices">{voices}</ul>
        </section>
    }
    .into_any()
}

fn themes(slug: &Slug, home: &Home) -> AnyView {
    let Some(_) = &home.run else {
        if home.figures.contributions == 0 {
            return ().into_any();
        }
        let way = Some((Route::Corpus(slug).path(), text::READ_CONTRIBUTIONS.to_owned()));
        return view! { <section class="ruled">{empty(text::NO_RUN, text::NO_RUN_HOW, way)}</section> }
            .into_any();
    };
    if home.themes.is_empty() {
        let way = Some((Route::Weak(slug, 1).path(), crate::text::theme::WEAK.to_owned()));
        return view! { <section class="ruled">{empty(text::NO_THEME, text::NO_THEME_HOW, way)}</section> }
            .into_any();
    }
    let most = home.themes.iter().map(|line| line.verbatims).max().unwrap_or(0);
    let lines = home.themes.iter().take(FIRST_THEMES).map(|line| theme(slug, line, most)).collect_view();
    let count = u32::try_from(home.themes.len()).unwrap_or(u32::MAX);
    view! {
        <section class="ruled" aria-labelledby="themes">
            <h2 id="themes">{text::THEMES}</h2>
            <ol class="home-themes">{lines}</ol>
            <p class="more"><a href=Route::Themes(slug).path()>{text::all_themes(count)}</a></p>
        </section>
    }
    .into_any()
}

fn theme(slug: &Slug, line: &ThemeLine, most: u32) -> AnyView {
    view! {
        <li>
            {theme_tag::tag(slug, &line.tag)}
            <span class="home-theme-count">{count::verbatims(line.verbatims)}</span>
            {bar(f64::from(line.verbatims), f64::from(most), Some(line.tag.hue))}
        </li>
    }
    .into_any()
}

/// A corpus that only members read.
fn kept(slug: &Slug) -> AnyView {
    let way = Some((Route::SignIn(slug).path(), text::KEPT_WAY.to_owned()));
    view! { <section class="ruled">{empty(text::KEPT, text::KEPT_HOW, way)}</section> }.into_any()
}

fn next(slug: &Slug, home: &Home) -> AnyView {
    let some = home.figures.contributions > 0 && !home.kept;
    let steps = [
        some.then(|| (Route::Corpus(slug).path(), text::STEP_CORPUS)),
        (!home.themes.is_empty()).then(|| (Route::Themes(slug).path(), text::STEP_THEMES)),
        home.has_motion.then(|| (Route::Motion(slug).path(), text::STEP_MOTION)),
        some.then(|| (Route::Downloads(slug).path(), text::STEP_FILES)),
        Some((Route::Help.path(), text::STEP_HELP)),
    ];
    let steps = steps.into_iter().flatten().map(|(href, (words, what))| {
        view! { <li><a href=href>{words}</a><span>{what}</span></li> }
    });
    view! {
        <section class="ruled" aria-labelledby="suite">
            <h2 id="suite">{text::NEXT}</h2>
            <ul class="steps">{steps.collect_view()}</ul>
        </section>
    }
    .into_any()
}
