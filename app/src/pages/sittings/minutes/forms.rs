//! Signing minutes, correcting them, presenting them.

use domain::minutes::{MinutesStage, Signatory};
use domain::sitting::SittingStage;
use domain::words::Slug;
use leptos::prelude::*;

use super::{MinutesView, Typed, name};
use crate::components::field::{self, Choice, Line};
use crate::routes::{MinutesRoute, Route};
use crate::text::minutes as text;

/// Who signs, and the button of whoever looks.
pub(super) fn signatures(slug: &Slug, view: &MinutesView) -> AnyView {
    let Some(of) = view.stage.presented() else { return ().into_any() };
    let lines = of.signatories.iter().map(|of| signatory(slug, view, of)).collect_view();
    let sign = view.may_sign.then(|| {
        let to = Route::Minutes(slug, view.sitting.id, MinutesRoute::Sign).path();
        view! {
            <form class="minutes-sign" method="post" action=to>
                <p>{text::SIGN_HOW}</p>
                {seen(view)}
                <p class="actions"><button class="button primary">{text::SIGN}</button></p>
            </form>
        }
    });
    view! {
        <section class="ruled" aria-labelledby="signatures">
            <h2 id="signatures">{text::SIGNATURES}</h2>
            <ul class="people">{lines}</ul>
            {sign}
        </section>
    }
    .into_any()
}

fn seen(view: &MinutesView) -> AnyView {
    view! { <input type="hidden" name=name::SEEN value=view.hash.clone()/> }.into_any()
}

fn action(slug: &Slug, view: &MinutesView) -> String {
    Route::Minutes(slug, view.sitting.id, MinutesRoute::Read).path()
}

fn signatory(slug: &Slug, view: &MinutesView, of: &Signatory) -> AnyView {
    let paper = (view.typed.is_some() && of.signed.is_none()).then(|| {
        let said = format!("{}\u{a0}: {}", text::ON_PAPER, of.name);
        view! {
            <form class="actions" method="post" action=action(slug, view)>
                {seen(view)}
                <input type="hidden" name=name::MEMBER value=of.member.to_string()/>
                <button class="button" name=name::GESTURE value=name::PAPER aria-label=said>{text::ON_PAPER}</button>
            </form>
        }
    });
    view! {
        <li class="person territory">
            <p><strong>{of.name.clone()}</strong><br/><span class="note">{text::office(of.office)}" · "{text::signature(of)}</span></p>
            {paper}
        </li>
    }
    .into_any()
}

/// What staff does.
pub(super) fn staff(slug: &Slug, view: &MinutesView) -> AnyView {
    let Some(typed) = &view.typed else { return ().into_any() };
    match &view.stage {
        MinutesStage::Draft => view! { {correct(slug, view, typed)}{present(slug, view, typed)} }.into_any(),
        MinutesStage::Presented(_) => view! {
            <form class="ruled" method="post" action=action(slug, view)>
                <p class="note">{text::TAKE_BACK_HOW}</p>
                <p class="actions"><button class="button" name=name::GESTURE value=name::TAKE_BACK>{text::TAKE_BACK}</button></p>
            </form>
        }
        .into_any(),
        MinutesStage::Signed { .. } => ().into_any(),
    }
}

/// What was typed for a text that is kept by now, to be copied: no form is left to hold it.
pub(super) fn lost(view: &MinutesView) -> AnyView {
    let Some(typed) = view.typed.as_ref().filter(|_| view.stage != MinutesStage::Draft) else {
        return ().into_any();
    };
    let all = [&typed.correction, &typed.chair, &typed.secretary, &typed.tellers];
    let words: Vec<String> =
        all.into_iter().map(|said| said.trim()).filter(|said| !said.is_empty()).map(str::to_owned).collect();
    if words.is_empty() {
        return ().into_any();
    }
    let words = words.into_iter().map(|said| view! { <p class="words">{said}</p> }).collect_view();
    view! { <p>{text::LOST}</p><blockquote>{words}</blockquote> }.into_any()
}

fn correct(slug: &Slug, view: &MinutesView, typed: &Typed) -> AnyView {
    let sections = text::correctable(&view.text);
    let choices =
        sections.into_iter().map(|(key, title)| Choice::of(&key.to_string(), title, &typed.section));
    view! {
        <section class="ruled" aria-labelledby="corriger">
            <h2 id="corriger">{text::CORRECT}</h2>
            <p class="note">{text::CORRECT_HOW}</p>
            <form class="form" method="post" action=action(slug, view) novalidate>
                {field::select(name::SECTION, text::SECTION, choices.collect(), &view.faults)}
                {field::area(name::CORRECTION, text::CORRECTION, text::CORRECTION_HINT, &typed.correction, &view.faults)}
                <p class="actions"><button class="button primary" name=name::GESTURE value=name::CORRECT>{text::CORRECT_GO}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn present(slug: &Slug, view: &MinutesView, typed: &Typed) -> AnyView {
    let heading = view! { <h2 id="presenter">{text::PRESENT}</h2> };
    // Names that were typed before the sitting was over are shown again with the sentence that says so.
    let is_typed = [&typed.chair, &typed.secretary, &typed.tellers].iter().any(|of| !of.trim().is_empty());
    if !is_typed && !matches!(view.sitting.stage, SittingStage::Closed { .. }) {
        return view! { <section class="ruled" aria-labelledby="presenter">{heading}<p class="note">{text::PRESENT_LATER}</p></section> }
            .into_any();
    }
    let line = |name, label, value: &str| Line {
        name,
        label,
        value: value.to_owned(),
        hint: Some(text::NAME_HINT.to_owned()),
        autocomplete: "off",
        ..Line::default()
    };
    view! {
        <section class="ruled" aria-labelledby="presenter">
            {heading}
            <p class="note">{text::PRESENT_HOW}</p>
            <form class="form" method="post" action=action(slug, view) novalidate>
                {seen(view)}
                {field::line(line(name::CHAIR, text::CHAIR, &typed.chair), &view.faults)}
                {field::line(line(name::SECRETARY, text::SECRETARY, &typed.secretary), &view.faults)}
                {field::area(name::TELLERS, text::TELLERS, text::TELLERS_HINT, &typed.tellers, &view.faults)}
                <p class="actions"><button class="button primary" name=name::GESTURE value=name::PRESENT>{text::PRESENT_GO}</button></p>
            </form>
        </section>
    }
    .into_any()
}
