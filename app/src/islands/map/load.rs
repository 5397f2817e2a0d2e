//! What the map fetches and reads from its page.

use js_sys::{Array, Reflect, Uint32Array};
use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, HtmlFormElement, Response};

use super::place;
use crate::map::data::MapData;
use crate::routes::{field, percent};

/// The points, asked once; none when the server doesn't answer with a map.
pub async fn points(address: &str) -> Option<MapData> {
    let asked = web_sys::window()?.fetch_with_str(address);
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let json = JsFuture::from(response.json().ok().filter(|_| response.ok())?).await.ok()?;
    let column = |name: &str| Reflect::get(&json, &JsValue::from_str(name)).unwrap_or_default();
    let words = |name: &str| Array::from(&column(name)).iter().filter_map(|word| word.as_string()).collect();
    Some(MapData::read(|name| Uint32Array::new(&column(name)).to_vec(), words))
}

/// The form of the page.
pub fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id(place::FORM)?.dyn_into().ok()
}

/// What the form asks, as the query string that it would send; fields that ask nothing left out.
pub fn asked() -> String {
    let Some(data) = form().and_then(|form| FormData::new_with_form(&form).ok()) else {
        return String::new();
    };
    let mut asked = String::new();
    for name in field::ASKED {
        let value = data.get(name).as_string().unwrap_or_default();
        if !value.trim().is_empty() {
            asked += if asked.is_empty() { "?" } else { "&" };
            asked = asked + name + "=" + &percent(value.trim());
        }
    }
    asked
}
