//! Contributions by day, as bars and as a table.

use domain::reading::Dashboard;
use leptos::prelude::*;

use crate::components::counts::{Row, counts};
use crate::text::number::count;
use crate::text::{dashboard as text, date};

/// The width of a day, of its bar, and the height of the highest.
const STEP: usize = 10;
const BAR: usize = 8;
const HEIGHT: f64 = 120.0;

/// The section.
pub fn days(page: &Dashboard) -> AnyView {
    let days = date::by_day(&page.received.hours);
    let (Some(first), Some(last)) = (days.first().cloned(), days.last().cloned()) else {
        return ().into_any();
    };
    let Some(most) = days.iter().rev().max_by_key(|(_, count)| *count).cloned() else { return ().into_any() };
    let said =
        text::days_said(&count::contributions(page.contributions), &most.0, &count::contributions(most.1));
    let bars = picture(&days, f64::from(most.1.max(1)), said.clone());
    let rows = days.iter().rev().map(|(day, count)| Row { label: day.clone(), count: *count }).collect();
    view! {
        <section class="ruled" aria-labelledby="jours">
            <h2 id="jours">{text::DAYS}</h2>
            <p>{said}</p>
            {bars}
            <p class="days-ends" aria-hidden="true"><span>{first.0}</span><span>{last.0}</span></p>
            <details>
                <summary>{text::DAYS_TABLE}</summary>
                {counts(text::DAYS, rows, 0)}
            </details>
        </section>
    }
    .into_any()
}

fn picture(days: &[(String, u32)], most: f64, said: String) -> AnyView {
    let bars = days.iter().enumerate().map(|(at, (day, came))| {
        let height = HEIGHT * f64::from(*came) / most;
        view! {
            <rect class="bar-part" x=at * STEP y=format!("{:.1}", HEIGHT - height) width=BAR height=format!("{height:.1}")>
                <title>{text::day(day, &count::contributions(*came))}</title>
            </rect>
        }
    });
    let size = format!("0 0 {} {HEIGHT}", days.len() * STEP);
    view! {
        <svg class="days hue-0" viewBox=size preserveAspectRatio="none" role="img" aria-label=said>
            {bars.collect_view()}
        </svg>
    }
    .into_any()
}
