//! « Moi aussi » and « J'ajoute mon cas », beside a contribution.

use domain::contribution::ContributionNumber;
use domain::words::Slug;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::life as text;

/// The names of the form's fields.
pub mod field {
    /// « donner » or « reprendre ».
    pub const GESTURE: &str = "geste";
    /// Gives.
    pub const GIVE: &str = "donner";
    /// Takes back.
    pub const TAKE_BACK: &str = "reprendre";
    /// The acknowledgement to come back to, by its contribution's number.
    pub const BACK_TO: &str = "depuis";
}

/// What a member may do about somebody else's contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supported {
    /// Which.
    pub of: ContributionNumber,
    /// Whether they support it.
    pub given: bool,
    /// The acknowledgement that they look at; else the page of the contribution.
    pub back_to: Option<ContributionNumber>,
    /// Whether the call goes on: one may add a case.
    pub open: bool,
}

/// The buttons.
pub fn support(slug: &Slug, state: Supported) -> AnyView {
    let Supported { of, given, back_to, open } = state;
    let back =
        back_to.map(|number| view! { <input type="hidden" name=field::BACK_TO value=number.to_string()/> });
    let (gesture, words) =
        if given { (field::TAKE_BACK, text::UNSUPPORT) } else { (field::GIVE, text::SUPPORT) };
    let label = if given { text::unsupport_label(of) } else { text::support_label(of) };
    let told = given.then(|| view! { <p class="note" role="status">{crate::text::received::SUPPORTED}</p> });
    let complete = open.then(|| {
        view! {
            <a class="button" href=Route::Complete(slug, of).path() aria-label=text::complete_label(of)>{text::COMPLETE}</a>
        }
    });
    view! {
        <div class="support">
            {told}
            <form class="actions" method="post" action=Route::Support(slug, of).path()>
                {back}
                <button class="button" name=field::GESTURE value=gesture aria-label=label>{words}</button>
                {complete}
            </form>
        </div>
    }
    .into_any()
}
