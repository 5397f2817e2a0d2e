//! Wakes the islands in the browser; the only wasm of the site.

// Linked for the islands that it exports: nothing here names them.
use app as _;

/// Called once by `wake.js`, before the islands of the page are woken one by one.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
