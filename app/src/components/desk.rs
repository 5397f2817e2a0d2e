//! The second navigation of staff.

use domain::reading::{DispositionsQuery, MembersQuery, QueueQuery};
use domain::words::Slug;
use leptos::prelude::*;

use crate::routes::{ImportRoute, Route, WordingRoute};
use crate::text::{
    dashboard, disposition, governing, import, mail, members as text, moderation, noting, reminder, wording,
    workshop,
};

/// A page of staff's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// The call under way.
    Dashboard,
    /// Texts to read.
    Moderation,
    /// People.
    Members,
    /// Who speaks for whom.
    Territories,
    /// Letters that invite.
    Invitations,
    /// Letters that remind.
    Reminders,
    /// Files of contributions and of people.
    Imports,
    /// The motion that people write.
    Wording,
    /// What becomes of verbatims.
    Dispositions,
    /// Workshops, and what is noted there.
    Workshops,
    /// Paper forms to type.
    Paper,
    /// What the congress decides.
    Settings,
    /// All letters.
    Mail,
}

/// Where one is among them, and the others.
pub fn desk(slug: &Slug, here: Desk) -> AnyView {
    let all = [
        (Desk::Dashboard, Route::Dashboard(slug).path(), dashboard::TITLE),
        (Desk::Moderation, Route::Moderation(slug, &QueueQuery::default()).path(), moderation::TITLE),
        (Desk::Members, Route::Members(slug, &MembersQuery::default()).path(), text::TITLE),
        (Desk::Territories, Route::MemberTerritories(slug).path(), text::TERRITORIES),
        (Desk::Invitations, Route::Invitations(slug).path(), text::INVITATIONS),
        (Desk::Reminders, Route::Reminders(slug).path(), reminder::TITLE),
        (Desk::Imports, Route::Imports(slug, ImportRoute::List).path(), import::TITLE),
        (Desk::Wording, Route::Wording(slug, WordingRoute::Desk).path(), wording::TITLE),
        (
            Desk::Dispositions,
            Route::Wording(slug, WordingRoute::Dispositions(DispositionsQuery::default())).path(),
            disposition::TITLE,
        ),
        (Desk::Workshops, Route::Workshops(slug).path(), workshop::TITLE),
        (Desk::Paper, Route::Paper(slug).path(), noting::PAPER_TITLE),
        (Desk::Settings, Route::Governing(slug).path(), governing::TITLE),
        (Desk::Mail, Route::Outbox(slug, 1).path(), mail::TITLE),
    ];
    let items = all.map(|(page, href, words)| {
        let current = (here == page).then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    });
    view! { <nav class="views" aria-label=text::DESK><ul>{items.into_iter().collect_view()}</ul></nav> }
        .into_any()
}
