//! What is asked of the map while one types: filters answer here, words at the server.

use domain::reading::MapPoint;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;
use std::time::Duration;

use super::hand::{Held, Scene};
use super::{load, place};
use crate::api::map::lit;
use crate::map::Key;
use crate::routes::map_query;
use crate::text::map as text;

/// How long the fingers rest before the server is asked which verbatims hold the words.
const REST: Duration = Duration::from_millis(250);

impl Held {
    /// A field changed: filters answer at once, words when the fingers rest.
    pub(super) fn typed(self) {
        let before = self.with(|scene| {
            if let Some(handle) = scene.resting.take() {
                handle.clear();
            }
            scene.query.clone()
        });
        let query = map_query(load::asked().trim_start_matches('?'));
        if before.as_ref().map(|before| &before.corpus.words) == Some(&query.corpus.words) {
            return self.asked();
        }
        let handle = set_timeout_with_handle(move || self.asked(), REST).ok();
        self.with(|scene| scene.resting = handle);
    }

    /// Takes up what the form asks, and asks the server which verbatims hold its words.
    pub(super) fn asked(self) {
        let asked = load::asked();
        let query = map_query(asked.trim_start_matches('?'));
        let words = query.corpus.words.clone();
        let same = self.with(|scene| {
            scene.asked = asked;
            std::mem::replace(&mut scene.query, query).corpus.words == words && scene.lit.is_some()
        });
        if words.is_empty() {
            self.with(|scene| scene.lit = None);
        }
        if words.is_empty() || same == Some(true) {
            return self.answer();
        }
        let slug = self.source.with_value(|of| of.slug.clone());
        spawn_local(async move {
            let Ok(found) = lit(slug, words.clone()).await else { return };
            // In order, as the server gives them.
            let keys: Vec<Key> = found.iter().filter_map(|key| Key::read(key)).collect();
            let still = self.with(|scene| {
                let still = scene.query.corpus.words == words;
                if still {
                    scene.lit = Some(keys);
                }
                still
            });
            if still == Some(true) {
                self.answer();
            }
        });
    }

    /// Lights up what answers, says how many do, and puts the question into the address.
    fn answer(self) {
        let found = self.with(|scene| {
            let Scene { stage, query, lit, .. } = scene;
            let holds = |of: &MapPoint| {
                let key = Key { number: of.number, ordinal: of.ordinal };
                lit.as_ref().is_none_or(|lit| lit.binary_search(&key).is_ok()) && query.keeps(of)
            };
            stage.keeps = stage.points.iter().map(holds).collect();
            stage.at = stage.at.filter(|at| stage.keeps.get(*at) == Some(&true));
            let kept = || stage.points.iter().zip(&stage.keeps).filter(|(_, kept)| **kept);
            let mut themes = Vec::new();
            for rank in kept().filter_map(|(of, _)| of.theme) {
                if !themes.contains(&rank) {
                    themes.push(rank);
                }
            }
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            text::found(
                count(kept().count()),
                count(stage.points.len()),
                count(themes.len()),
                &query.corpus.words,
            )
        });
        if let (Some(found), Some(place)) = (found, document().get_element_by_id(place::FOUND)) {
            place.set_text_content(Some(&found));
        }
        let address = self.address();
        if let Ok(Some(link)) = document().query_selector(".map-to-list a") {
            let _ = link.set_attribute("href", &format!("{address}#{}", place::LIST));
        }
        self.write(&address);
        self.draw();
    }

    /// Puts the question into the address, so that it can be shared; not when it stands there already, with a page of the list perhaps.
    fn write(self, address: &str) {
        let location = window().location();
        let stands = map_query(location.search().unwrap_or_default().trim_start_matches('?')).at(1);
        if self.with(|scene| scene.query.at(1) == stands) != Some(false) {
            return;
        }
        let url = format!("{address}{}", location.hash().unwrap_or_default());
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
        }
    }
}
