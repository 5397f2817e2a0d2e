//! What has a page follow a sitting (`public/live`): the address, the scene that it shows, whose page it is, and where it says
//! how things stand. Nothing of it is seen as long as all is well, or without the script.

use domain::id::MemberId;
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::live as text;

/// The place. `direct` is a [`Route::Direct`]; `n` the number of the scene that the page was made from, asked for before the
/// page was read; `member` whoever votes on it. The page must say [`with_live`](crate::Document::with_live).
pub fn live(direct: Route<'_>, n: u64, member: Option<MemberId>) -> AnyView {
    view! {
        <div class="live" data-live=direct.path() data-n=n.to_string() data-member=member.map(|member| member.to_string())
            data-sending=text::SENDING data-unsent=text::UNSENT data-acknowledged=text::ACKNOWLEDGED
            data-refused=text::REFUSED data-offline=text::OFFLINE data-ended=text::ENDED>
            <p class="live-state" role="status"></p>
            <p class="said" aria-live="polite"></p>
        </div>
    }
    .into_any()
}
