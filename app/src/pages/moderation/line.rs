//! A text of the queue: who, what, what was found in it, and what can be done.

use domain::contribution::{Act, Life, State};
use domain::flags::{Flag, FlagKind};
use domain::moderation::ModerationAct;
use domain::reading::{QueueLine, QueueQuery};
use domain::settings::Moderation;
use domain::words::Slug;
use leptos::prelude::*;
use std::ops::Range;

use super::act::{back, hiding};
use super::queue::{BULK, Refused, name};
use crate::components::marks::lit;
use crate::components::number::number;
use crate::routes::Route;
use crate::text::{date, life, moderation as text, quote};

/// The text.
pub fn line(slug: &Slug, query: &QueueQuery, of: &QueueLine, flags: &[Flag], refused: &Refused) -> AnyView {
    let own = &of.own;
    let contribution = &own.contribution;
    let printed = contribution.number.to_string();
    let value = format!("{printed}.{}", contribution.version);
    let here = (contribution.number, contribution.version);
    let ticked = refused.texts.len() > 1 && refused.texts.contains(&here);
    let mine = if refused.texts == [here] { refused.clone() } else { Refused::default() };
    let written = own.written.as_str();
    let spans: Vec<Range<usize>> = flags.iter().map(|flag| flag.span.clone()).collect();
    let author = author(slug, of);
    let read = if of.read { text::WAS_READ } else { text::UNREAD };
    let state = match &own.life {
        Life::Published => read.to_owned(),
        Life::Hidden { .. } => hidden(&own.life),
        other => life::state(other.state()).to_owned(),
    };
    let proposed = of.proposed.then(|| view! { <p class="note">{text::PROPOSED}</p> });
    let heading = format!("{} · {}", date::day(contribution.received_at), state);
    view! {
        <li id=printed.clone()>
            <p class="queue-tick"><label>
                <input type="checkbox" form=BULK name=name::TEXT value=value.clone() checked=ticked/>
                <span class="said">{text::tick(&printed)}</span>
            </label></p>
            <div class="queue-text">
                <h3><a href=Route::Contribution(slug, contribution.number).path()>{number(contribution.number)}</a>" "{author}</h3>
                <p class="kind">{heading}</p>
                {found(written, flags)}
                <p class="words still" dir="auto">{lit(written, &(0..written.len()), &spans)}</p>
                {proposed}
                {acts(slug, query, of, (&value, &mine))}
            </div>
        </li>
    }
    .into_any()
}

fn author(slug: &Slug, of: &QueueLine) -> AnyView {
    match (of.own.author, &of.author) {
        (Some(id), Some(name)) => {
            view! { <a class="queue-author" href=Route::Member(slug, id).path()>{name.clone()}</a> }
                .into_any()
        }
        (_, Some(name)) => view! { <span class="queue-author">{name.clone()}</span> }.into_any(),
        _ => view! { <span class="queue-author">{quote::signer(&of.own.contribution.signature)}</span> }
            .into_any(),
    }
}

fn hidden(of: &Life) -> String {
    let Life::Hidden { reason, why, at } = of else { return String::new() };
    let words = if why.is_empty() { String::new() } else { format!("\u{a0}: «\u{202f}{why}\u{202f}»") };
    format!("{}, {} ({}){words}", life::state(State::Hidden), date::day(*at), text::because(*reason))
}

/// What was found, said in words: marks alone say nothing to those who don't see them.
fn found(written: &str, flags: &[Flag]) -> AnyView {
    if flags.is_empty() {
        return ().into_any();
    }
    let kinds = FlagKind::ALL.iter().filter_map(|kind| {
        let of: Vec<&str> = flags
            .iter()
            .filter(|flag| flag.kind == *kind)
            .filter_map(|flag| written.get(flag.span.clone()))
            .collect();
        let count = u32::try_from(of.len()).unwrap_or(u32::MAX);
        (count > 0)
            .then(|| view! { <li><strong>{text::flags(*kind, count)}</strong>", "{of.join(", ")}</li> })
    });
    view! { <div class="queue-flags"><p>{text::FOUND}</p><ul>{kinds.collect_view()}</ul></div> }.into_any()
}

fn acts(slug: &Slug, query: &QueueQuery, of: &QueueLine, (value, refused): (&str, &Refused)) -> AnyView {
    let own = &of.own;
    let (state, number) = (own.life.state(), own.contribution.number);
    let button = |act: ModerationAct, words: &'static str| {
        let label = format!("{words}, {number}");
        view! { <button class="button" name=name::ACT value=act.code() aria-label=label>{words}</button> }
    };
    let publish = state.after(Act::Publish).map(|_| button(ModerationAct::Published, text::PUBLISH));
    let read = (state == State::Published && !of.read).then(|| button(ModerationAct::Read, text::READ));
    let hide = state.after(Act::Hide).map(|_| hiding(&number.to_string(), refused));
    let nobody = own.author.is_none().then(|| view! { <p class="note">{text::NO_AUTHOR}</p> });
    let correct = (own.author.is_some() && state.after(Act::Rewrite(Moderation::After)).is_some()).then(|| {
        let label = format!("{}, {number}", text::CORRECT);
        view! { <li><a href=Route::Correction(slug, number).path() aria-label=label>{text::CORRECT}</a></li> }
    });
    let versions = format!("{}, {number}", life::VERSIONS);
    view! {
        <form method="post" action=Route::Moderation(slug, &QueueQuery::default()).path()>
            {back(query)}
            <input type="hidden" name=name::TEXT value=value.to_owned()/>
            <p class="actions">{publish}{read}</p>
            {hide}
        </form>
        {nobody}
        <ul class="ways">
            <li><a href=Route::Versions(slug, number).path() aria-label=versions>{life::VERSIONS}</a></li>
            {correct}
        </ul>
    }
    .into_any()
}
