//! What the map does when it is touched, asked, or sent somewhere by an address.

use domain::reading::MapPoint;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::paint::Painter;
use super::{Face, Hand, Source, load, place};
use crate::api::map::verbatim;
use crate::map::Key;
use crate::map::query::MapQuery;
use crate::map::stage::{Gesture, Stage, Then};
use crate::text::{map as text, names, theme};

/// The map awake.
pub(super) struct Scene {
    pub(super) stage: Stage,
    pub(super) painter: Painter,
    pub(super) query: MapQuery,
    /// The same, as it stands in the address.
    pub(super) asked: String,
    /// The verbatims that hold the words asked, in order; none when no words are.
    pub(super) lit: Option<Vec<Key>>,
    /// A frame is already on its way.
    drawing: bool,
    /// The fingers rest: the next letter takes this back.
    pub(super) resting: Option<TimeoutHandle>,
}

/// All that the hand holds: copied into whatever listens.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) source: StoredValue<Source>,
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
    pub(super) fn with<T>(self, f: impl FnOnce(&mut Scene) -> T) -> Option<T> {
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
    pub(super) fn draw(self) {
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

    pub(super) fn address(self) -> String {
        let asked = self.with(|scene| scene.asked.clone()).unwrap_or_default();
        self.source.with_value(|of| of.page.clone()) + &asked
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
