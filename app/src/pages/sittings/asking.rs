//! Asking again on the page itself, where a script runs: the network may be gone between the choice and its confirmation.
//! `live.js` fills it in; without it a page of its own asks ([`super::confirm`]).

use leptos::prelude::*;

use crate::text::sitting as text;

/// What `live.js` opens.
pub fn dialog() -> AnyView {
    view! {
        <dialog class="confirm" aria-labelledby="confirmer" data-confirm data-about=text::ABOUT_TO data-options=text::ABOUT_OPTIONS>
            <h2 id="confirmer">{text::CONFIRM_TITLE}</h2>
            <p class="about-to"></p>
            <ul class="about-whom"></ul>
            <section class="receipts" hidden><h3>{text::RECEIPT}</h3><ul></ul><p class="note">{text::RECEIPT_HOW}</p></section>
            <form method="dialog" class="actions">
                <button class="button primary vote" value="oui">{text::CONFIRM}</button>
                <button class="button quiet">{text::CHANGE_MIND}</button>
            </form>
        </dialog>
    }
    .into_any()
}
