//! The map that one comes near to, walks on and searches.
//!
//! The page is whole without it: a picture, a form and a list. Awake, it takes the picture's place with a canvas, which draws ten thousand points
//! in a frame where as many elements would not scroll; what canvas lacks stands beside it: one focusable board whose every point a key reaches,
//! a live sentence that names it, and the verbatim itself as HTML. Nothing moves by itself, so there is no motion to reduce.

use domain::words::Slug;
use leptos::prelude::*;

use crate::map::stage::{Gesture, key};
use crate::text::map as text;

#[cfg(feature = "hydrate")]
mod ask;
#[cfg(feature = "hydrate")]
mod hand;
#[cfg(feature = "hydrate")]
mod letter;
#[cfg(feature = "hydrate")]
mod load;
#[cfg(feature = "hydrate")]
mod paint;
pub mod place;

/// Where the map comes from. Addresses are told by the page: what makes them would weigh on the browser.
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "on the server nothing is asked"))]
struct Source {
    slug: Slug,
    page: String,
    data: String,
}

/// What the map shows besides its drawing.
#[derive(Clone, Copy)]
struct Face {
    /// Whether it is drawn: until then the still picture stands.
    ready: RwSignal<bool>,
    /// Whether one came nearer: then one finger moves the map, else the page.
    near: RwSignal<bool>,
    /// What the keyboard is at, in words.
    said: RwSignal<String>,
    /// Whether a verbatim stands beside it.
    opened: RwSignal<bool>,
    /// That verbatim, as the server wrote it.
    beside: RwSignal<String>,
}

/// What one does to the map, and how the panel closes.
#[derive(Clone, Copy)]
struct Hand {
    act: Callback<Gesture>,
    close: Callback<()>,
}

/// On the server there is nothing to draw on.
#[cfg(not(feature = "hydrate"))]
fn wake(_: Source, _: Face) -> Hand {
    Hand { act: Callback::new(|_| ()), close: Callback::new(|()| ()) }
}

#[cfg(feature = "hydrate")]
use hand::wake;

/// The board, its buttons, and the panel beside it.
#[island]
pub fn Map(
    /// The congress whose map it is.
    slug: Slug,
    /// The address of the page.
    page: String,
    /// The address of the points.
    data: String,
) -> impl IntoView {
    let face = Face {
        ready: RwSignal::new(false),
        near: RwSignal::new(false),
        said: RwSignal::new(String::new()),
        opened: RwSignal::new(false),
        beside: RwSignal::new(String::new()),
    };
    let Hand { act, close } = wake(Source { slug, page, data }, face);
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close.run(());
        }
    };
    view! {
        <div class="map-stage" hidden=move || !face.ready.get()>
            {board(face, act)}
            {buttons(act)}
            <p class="said" role="status">{move || face.said.get()}</p>
            <p class="note" id=place::HOW>{text::BY_HAND}" "{text::BY_KEYS}</p>
        </div>
        <div class="map-panel" id=place::PANEL tabindex="-1" role="region" aria-label=text::OPENED
            hidden=move || !face.opened.get() on:keydown=escape>
            <div class="map-opened" inner_html=move || face.beside.get()></div>
            <p class="actions"><button class="button" type="button" on:click=move |_| close.run(())>{text::CLOSE}</button></p>
        </div>
    }
}

fn board(face: Face, act: Callback<Gesture>) -> impl IntoView {
    // The wheel belongs to the page until one has pressed the map, and again once the mouse has left it.
    let pressed = StoredValue::new(false);
    let place = |event: &leptos::ev::PointerEvent| {
        (event.pointer_id(), f64::from(event.offset_x()), f64::from(event.offset_y()))
    };
    let on = move |gesture: fn(i32, f64, f64) -> Gesture| {
        move |event: leptos::ev::PointerEvent| {
            let (finger, x, y) = place(&event);
            act.run(gesture(finger, x, y));
        }
    };
    let down = move |event: leptos::ev::PointerEvent| {
        pressed.set_value(true);
        #[cfg(feature = "hydrate")]
        hand::capture(&event);
        on(Gesture::Press)(event);
    };
    let left = move |event: leptos::ev::PointerEvent| {
        pressed.set_value(false);
        act.run(Gesture::Leave(event.pointer_id()));
    };
    let wheel = move |event: leptos::ev::WheelEvent| {
        if event.ctrl_key() || pressed.get_value() {
            event.prevent_default();
            act.run(Gesture::Wheel(
                f64::from(event.offset_x()),
                f64::from(event.offset_y()),
                event.delta_y(),
            ));
        }
    };
    let keyed = move |event: leptos::ev::KeyboardEvent| {
        let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        if let Some(gesture) = key(&event.key(), event.shift_key()).filter(|_| plain) {
            event.prevent_default();
            act.run(gesture);
        }
    };
    view! {
        <div class="map-board" class:near=move || face.near.get() id=place::BOARD tabindex="0" role="application"
            aria-label=text::STAGE aria-describedby=place::HOW
            on:keydown=keyed on:pointerdown=down on:pointermove=on(Gesture::Move) on:pointerup=on(Gesture::Release)
            on:pointercancel=left on:pointerleave=left on:wheel=wheel>
            <canvas class="map-canvas" id=place::CANVAS aria-hidden="true"></canvas>
        </div>
    }
}

fn buttons(act: Callback<Gesture>) -> impl IntoView {
    let button = move |words: &'static str, gesture: Gesture| {
        view! { <button class="button" type="button" on:click=move |_| act.run(gesture)>{words}</button> }
    };
    view! {
        <div class="map-buttons" role="group" aria-label=text::BUTTONS>
            {button(text::NEARER, Gesture::Nearer)}
            {button(text::FURTHER, Gesture::Further)}
            {button(text::WHOLE, Gesture::Whole)}
        </div>
    }
}
