//! Single keys, each of which leads to a visible button of the desk (`public/shortcuts.js`). Without the script there are none, and
//! nothing is said of them.

use leptos::prelude::*;

use crate::text::shortcuts as text;

/// A key, what it is for, and where it leads, as a selector.
type Shortcut = ((&'static str, &'static str), &'static str);

const KEYS: [Shortcut; 6] = [
    (text::NEXT, ".desk-next .button.primary"),
    (text::FLOOR, ".desk-floor .asking .button"),
    (text::END_FLOOR, ".desk-floor .floor-end .button"),
    (text::ITEM, "[aria-labelledby=ordre] .button.primary"),
    (text::PREPARE, "#champ-titre"),
    (text::CODE, "[aria-labelledby=code] .button"),
];

/// The list, and the tick that turns them off.
pub(super) fn shortcuts() -> AnyView {
    let line = |key: &'static str| view! { <kbd>{key.to_uppercase()}</kbd>" " };
    let keys = KEYS
        .map(|((key, what), to)| view! { <li>{line(key)}<span data-key=key data-to=to>{what}</span></li> });
    view! {
        <div class="shortcuts" data-shortcuts data-press=text::PRESS data-none=text::NONE hidden>
            <details class="field" id="raccourcis">
                <summary>{text::TITLE}</summary>
                <p class="note">{text::LEAD}</p>
                <ul>{keys.into_iter().collect_view()}<li>{line(text::HELP.0)}<span>{text::HELP.1}</span></li></ul>
                <div class="option"><input type="checkbox" id="raccourcis-actifs" autocomplete="off" checked/><label for="raccourcis-actifs">{text::ON}</label></div>
            </details>
            <p class="said" aria-live="polite"></p>
        </div>
    }
    .into_any()
}
