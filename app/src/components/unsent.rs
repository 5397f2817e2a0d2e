//! Where the script says which texts couldn't leave this device yet. Empty, and not shown, without it.

use domain::congress::Congress;
use leptos::prelude::*;

use crate::document::Viewing;
use crate::routes::Route;
use crate::text::unsent as text;

/// The place, with its sentences; nothing for those who aren't members of this congress.
pub fn unsent(congress: &Congress, viewing: &Viewing) -> Option<AnyView> {
    let slug = &congress.slug;
    let place = || {
        view! {
            <div class="narrow unsent" id="non-transmis" tabindex="-1" data-member=format!("{slug}:{}", viewing.member)
                data-waiting=text::WAITING data-refused=text::REFUSED data-offline=text::OFFLINE
                data-now=text::NOW data-back=text::TAKE_BACK data-sent=text::SENT data-read=text::READ
                data-changed=text::CHANGED data-see=text::SEE
                data-stranger=text::STRANGER data-enter=Route::SignIn(slug).path() data-come=text::ENTER
                data-leave=text::LEAVE>
                <div role="status"></div>
                <ul></ul>
            </div>
        }
        .into_any()
    };
    (viewing.congress == congress.id).then(place)
}
