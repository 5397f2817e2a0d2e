//! What the map does when it is touched, asked, or sent somewhere by an address.

use domain::reading::MapPoint;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::time::Duration;
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::paint::Painter;
use super::{Face, Hand, Source, load, place};
use crate::api::map::{lit, verbatim};
use crate::map::Key;
use crate::map::query::MapQuery;
use crate::map::stage::{Gesture, Stage, Then};
use crate::routes::map_query;
use crate::text::{map as text, names, theme};

/// How long the fingers rest before the server is asked which verbatims hold the words.
const REST: Duration = Duration::from_millis(250);

/// The map awake.
struct Scene {
    stage: Stage,
    painter: Painter,
    query: MapQuery,
    /// The same, as it stands in the address.
    asked: String,
    /// The verbatims that hold the words asked, in order; none when no words are.
    lit: Option<Vec<Key>>,
    /// A frame is already on its way.
    drawing: bool,
    /// The fingers rest: the next letter takes this back.
    resting: Option<TimeoutHandle>,
}

/// All that the hand holds: copied into whatever listens.
#[derive(Clone, Copy)]
struct Held {
    source: StoredValue<Source>,
    face: Face,
    scene: StoredValue<Option<Scene>, LocalStorage>,
}

/// Fetches the map once the page stands, and listens.
pub fn wake(source: Source, face: Face) -> Hand {
    let held = Held { source: StoredValue::new(source), face, scene: StoredValue::new_local(None) };
    Effect::new(move |_| spawn_local(held.begin()));
    Hand {
        act: Callback::new(move |gesture| held.act(gesture)),
        close: Callback::new(move |()| held.close()),
    }
}

/// A finger that leaves the map while it drags still belongs to it.
pub fn capture(event: &leptos::ev::PointerEvent) {
    if let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // Refused for a pointer that is already gone: then there is nothing to capture.
        let _ = target.set_pointer_capture(event.pointer_id());
    }
}

impl Held {
    /// `f` of the scene, once there is one.
    fn with<T>(self, f: impl FnOnce(&mut Scene) -> T) -> Option<T> {
        self.scene.try_update_value(|scene| scene.as_mut().map(f)).flatten()
    }

    async fn begin(self) {
        let Some(data) = load::points(&self.source.with_value(|of| of.data.clone())).await else { return };
        let canvas = document()
            .get_element_by_id(place::CANVAS)
            .and_then(|of| of.dyn_into::<HtmlCanvasElement>().ok());
        let Some(painter) = canvas.and_then(Painter::new) else { return };
        let stage = Stage::new(data.points(), data.regions());
        let (query, asked) = (MapQuery::default(), String::new());
        self.scene.set_value(Some(Scene {
            stage,
            painter,
            query,
            asked,
            lit: None,
            drawing: false,
            resting: None,
        }));
        self.listen();
        self.face.ready.set(true);
        if let Some(map) = document().get_element_by_id(place::MAP) {
            let _ = map.class_list().add_1("awake");
        }
        self.asked();
        self.go();
    }

    fn listen(self) {
        let sized = Closure::<dyn Fn()>::new(move || self.measure());
        if let (Ok(observer), Some(board)) = (
            web_sys::ResizeObserver::new(sized.as_ref().unchecked_ref()),
            document().get_element_by_id(place::BOARD),
        ) {
            observer.observe(&board);
        }
        sized.forget();
        let shaded = Closure::<dyn Fn()>::new(move || self.draw());
        if let Ok(Some(dark)) = window().match_media("(prefers-color-scheme: dark)") {
            dark.set_onchange(Some(shaded.as_ref().unchecked_ref()));
        }
        shaded.forget();
        // The browser's own way back, and links to a verbatim of this very page.
        window_event_listener(leptos::ev::hashchange, move |_| self.go());
        if let Some(form) = load::form() {
            let typed = Closure::<dyn Fn()>::new(move || self.typed());
            let _ = form.add_event_listener_with_callback("input", typed.as_ref().unchecked_ref());
            typed.forget();
        }
    }

    fn measure(self) {
        if let Some(board) = document().get_element_by_id(place::BOARD) {
            self.act(Gesture::Resize(f64::from(board.client_width()), f64::from(board.client_height())));
            self.draw();
        }
    }

    /// Draws at the next frame, once however often it is asked before.
    fn draw(self) {
        let late = self.with(|scene| std::mem::replace(&mut scene.drawing, true));
        if late == Some(false) {
            request_animation_frame(move || {
                self.with(|scene| {
                    scene.drawing = false;
                    scene.painter.paint(&scene.stage);
                });
            });
        }
    }

    fn act(self, gesture: Gesture) {
        let Some((then, near)) = self.with(|scene| (scene.stage.act(gesture), scene.stage.camera.zoom > 1.0))
        else {
            return;
        };
        if self.face.near.get_untracked() != near {
            self.face.near.set(near);
        }
        match then {
            Then::Nothing => {}
            Then::Draw => self.draw(),
            Then::At(at) => {
                self.say(at);
                self.draw();
            }
            Then::Open(at) => {
                if let Some(key) = self.with(|scene| scene.stage.key(at)).flatten() {
                    self.send(key);
                }
            }
        }
    }

    fn say(self, at: usize) {
        let words = self.with(|scene| {
            let point = scene.stage.points.get(at)?;
            let tag = scene.stage.regions.iter().find(|region| Some(region.tag.rank) == point.theme);
            let stands = tag.map_or_else(
                || point.theme.map_or_else(|| text::WEAK.to_owned(), theme::rank),
                |region| theme::label(&region.tag.label),
            );
            Some(text::at(&numbered(point), &stands, names::kind(point.kind)))
        });
        if let Some(words) = words.flatten() {
            self.face.said.set(words);
        }
    }

    /// To the address of a verbatim: the browser then calls [`Self::go`], and its way back leads here.
    fn send(self, key: Key) {
        let fragment = format!("#{key}");
        let location = window().location();
        if location.hash().ok().as_deref() == Some(fragment.as_str()) {
            self.go();
        } else {
            // Refused by no browser for a fragment of the page itself.
            let _ = location.set_hash(&fragment);
        }
    }

    /// Opens the verbatim that the address names, or closes.
    fn go(self) {
        let key = window().location().hash().ok().and_then(|hash| Key::read(&hash));
        self.with(|scene| {
            let at = key.and_then(|key| scene.stage.find(key));
            scene.stage.open(at);
        });
        self.draw();
        self.face.opened.set(key.is_some());
        self.mark(key.is_some());
        let Some(key) = key else { return };
        self.face.beside.set(waiting(text::OPENING));
        let slug = self.source.with_value(|of| of.slug.clone());
        spawn_local(async move {
            let heard = verbatim(slug, key.number, key.ordinal).await;
            // Meanwhile one may have gone elsewhere.
            if window().location().hash().ok().and_then(|hash| Key::read(&hash)) == Some(key) {
                self.face.beside.set(match heard {
                    Ok(Some(opened)) => opened,
                    Ok(None) => waiting(text::GONE),
                    Err(_) => waiting(text::MISSED),
                });
                request_animation_frame(|| focus(place::PANEL));
            }
        });
    }

    fn mark(self, opened: bool) {
        if let Some(map) = document().get_element_by_id(place::MAP) {
            let _ = map.class_list().toggle_with_force("opened", opened);
        }
    }

    /// Back to the map, at an address without a verbatim.
    fn close(self) {
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&self.address()));
        }
        self.go();
        focus(place::BOARD);
    }

    fn address(self) -> String {
        let asked = self.with(|scene| scene.asked.clone()).unwrap_or_default();
        self.source.with_value(|of| of.page.clone()) + &asked
    }

    /// A field changed: filters answer at once, words when the fingers rest.
    fn typed(self) {
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
    fn asked(self) {
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

fn numbered(point: &MapPoint) -> String {
    let which = crate::text::quote::which(point.ordinal).map(|which| format!(", {which}"));
    format!("{}{}", point.number, which.unwrap_or_default())
}

/// A sentence of ours where a verbatim would stand: nothing in it wants escaping.
fn waiting(words: &str) -> String {
    format!("<p role=\"status\">{words}</p>")
}

fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|of| of.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
