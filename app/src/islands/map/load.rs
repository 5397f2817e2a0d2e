//! What the map fetches and reads from its page.

use domain::words::Slug;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, HtmlFormElement, Response};

use super::place;
use crate::map::data::MapData;
use crate::map::query::MapQuery;
use crate::routes::{Route, field, map_query, percent};

/// The points, asked once; none when the server doesn't answer with a map.
pub async fn points(slug: &Slug) -> Option<MapData> {
    let asked = web_sys::window()?.fetch_with_str(&Route::MapData(slug).path());
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    leptos::serde_json::from_str(&text).ok().filter(|_| response.ok())
}

/// The form of the page.
pub fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id(place::FORM)?.dyn_into().ok()
}

/// What the form asks: its fields as they would be posted, read as the server would.
pub fn asked() -> MapQuery {
    let Some(data) = form().and_then(|form| FormData::new_with_form(&form).ok()) else {
        return MapQuery::default();
    };
    let pair = |name: &str| data.get(name).as_string().map(|value| format!("{name}={}", percent(&value)));
    let pairs: Vec<String> = field::ASKED.into_iter().filter_map(pair).collect();
    map_query(&pairs.join("&"))
}
