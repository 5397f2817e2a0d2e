//! The themes as a tree: what is most shared at the trunk, the particular at the ends of branches. It reads without its picture.

use domain::congress::Congress;
use domain::reading::{ThemeLine, TreeNode, TreePage};
use domain::words::Slug;
use leptos::prelude::*;

use super::choice::choice;
use crate::components::bar::bar;
use crate::components::empty::empty;
use crate::components::theme_tag;
use crate::components::tree_picture::{children, is_here, tree_picture};
use crate::components::views::{View, views};
use crate::routes::{Route, field};
use crate::text::{congress as words, date, theme, tree as text};
use crate::{Document, Section};

/// The page; without a tree, one that says what to do. `here` is the rank of the theme where whoever asks is.
pub fn document(congress: &Congress, page: Option<TreePage>, here: Option<u32>) -> Document {
    let slug = congress.slug.clone();
    let view = move || match page {
        Some(page) => view(&slug, &page, here),
        None => absent(&slug),
    };
    Document::new(text::TITLE, view).within(Some(congress)).at(Section::Themes)
}

fn absent(slug: &Slug) -> AnyView {
    let way = Some((Route::Corpus(slug).path(), words::READ_CONTRIBUTIONS.to_owned()));
    view! {
        <div class="narrow">
            {views(slug, Some(View::Tree))}
            <h1>{text::TITLE}</h1>
            {empty(text::NONE, text::NONE_HOW, way)}
        </div>
    }
    .into_any()
}

fn view(slug: &Slug, page: &TreePage, here: Option<u32>) -> AnyView {
    let behind = words::behind(&page.run).map(|behind| format!(". {behind}"));
    let root = (!page.nodes.is_empty()).then(|| node(slug, page, here, 0));
    view! {
        <div class="middle tree-page">
            {views(slug, Some(View::Tree))}
            <h1>{text::TITLE}</h1>
            <p class="lead">{text::LEAD}</p>
            <p class="note">{words::run(&page.run, &date::day(page.run.finished_at))}{behind}</p>
            <figure class="tree-figure">
                {tree_picture(page, here)}
                <figcaption class="note">{text::PICTURE_HOW}</figcaption>
            </figure>
            {choice(&page.choice)}
            <section class="ruled" aria-labelledby="arbre">
                <h2 id="arbre">{text::LIST}</h2>
                <p class="note paper-only">{text::MARGIN}</p>
                <ul class="tree">{root}</ul>
                {outside(slug, page)}
            </section>
        </div>
    }
    .into_any()
}

fn node(slug: &Slug, page: &TreePage, here: Option<u32>, at: usize) -> AnyView {
    let of = &page.nodes[at];
    let below = children(&page.nodes, at);
    let inner = match &of.theme {
        Some(line) => leaf(slug, page, of, line),
        None => branch(page, of, at),
    };
    let list = (!below.is_empty()).then(|| {
        let nodes = below.into_iter().map(|child| node(slug, page, here, child)).collect_view();
        view! { <ul>{nodes}</ul> }
    });
    let class = if of.theme.is_some() { "tree-theme" } else { "tree-fork" };
    let class = format!("{class} hue-{}", of.hue % 8);
    if is_here(of, here) {
        let class = class + " here";
        return view! { <li class=class id=field::HERE aria-current="location"><p class="here-words">{text::HERE}</p>{inner}</li> }.into_any();
    }
    view! { <li class=class>{inner}{list}</li> }.into_any()
}

fn branch(page: &TreePage, of: &TreeNode, at: usize) -> AnyView {
    let label = if of.parent.is_none() { text::TRUNK.to_owned() } else { theme::label(&of.label) };
    let size = text::branch(of.verbatims, leaves(page, at));
    let shared = text::shared(of.signatories, page.figures.signatories);
    view! { <p class="tree-label">{label}</p><p class="tree-note">{size}{shared}</p> }.into_any()
}

fn leaf(slug: &Slug, page: &TreePage, of: &TreeNode, line: &ThemeLine) -> AnyView {
    let words: Vec<&str> = line.words.iter().map(|word| word.form.as_str()).collect();
    let words = (!words.is_empty()).then(|| {
        view! { <p class="theme-words"><span>{theme::WORDS}"\u{a0}: "</span>{words.join(", ")}</p> }
    });
    let whole = page.figures.signatories;
    let all = if whole > 0 { whole } else { page.figures.in_themes };
    view! {
        <p class="tree-label">{theme_tag::tag(slug, &line.tag)}</p>
        <p class="tree-note">{text::size(of.verbatims, of.signatories)}{text::shared(of.signatories, whole)}</p>
        <div class="tree-share">{bar(f64::from(of.voices()), f64::from(all), Some(of.hue))}</div>
        {words}
    }
    .into_any()
}

/// Themes below a node.
fn leaves(page: &TreePage, at: usize) -> u32 {
    match page.nodes[at].theme {
        Some(_) => 1,
        None => children(&page.nodes, at).into_iter().map(|child| leaves(page, child)).sum(),
    }
}

/// What stands in no theme is said too: the sums hold.
fn outside(slug: &Slug, page: &TreePage) -> AnyView {
    let (weak, unplaced) = text::outside(page.figures.weak, page.figures.unplaced);
    view! {
        <p class="note tree-outside">
            {text::OUTSIDE}
            <a href=Route::Weak(slug, 1).path()>{weak}</a>", "
            <a href=Route::Unplaced(slug, 1).path()>{unplaced}</a>"."
        </p>
    }
    .into_any()
}
