//! All that is seen: pages, components, islands, and every French sentence of the screens.
//!
//! Pages are pure functions of the models of [`domain::reading`], rendered on the server (feature `ssr`) by [`render`].
//! The browser's side (feature `hydrate`, which excludes the other) holds only [`islands`] and what they need.

pub mod api;
pub mod failure;
pub mod islands;
pub mod map;
pub mod routes;
pub mod text;

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
mod document;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod letters;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod shell;

#[cfg(feature = "ssr")]
pub use document::{Assets, Document, Frame, Section, Viewing, render};
