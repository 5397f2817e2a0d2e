//! The time that is left until a moment. The page says the moment in words; `public/live/countdown.js` counts down to it, by the server's
//! clock, whatever that of the device says.

use domain::time::Timestamp;
use leptos::prelude::*;

use crate::text::timing as text;

/// Counts down to that moment.
pub fn countdown(ends_at: Timestamp) -> AnyView {
    let millis = (ends_at.micros() / 1000).to_string();
    view! { <p class="countdown" role="timer" data-ends=millis data-over=text::OVER>{text::until(ends_at)}</p> }
        .into_any()
}
