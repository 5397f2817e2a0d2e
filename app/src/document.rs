//! A page before it is HTML, and its rendering.

use domain::congress::Congress;
use domain::id::{CongressId, MemberId};
use domain::time::Timestamp;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

use crate::shell;

/// Where the built site put its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// Address of the style sheet.
    pub style: String,
    /// Address of the small script that wakes islands.
    pub wake: String,
    /// Address of the script of the form where one writes.
    pub writing: String,
    /// Address of the script that keeps texts on the device until they are acknowledged; the one above asks for it.
    pub unsent: String,
    /// Address of the script of the page where one notes.
    pub noting: String,
    /// Address of the script of pages that follow a sitting.
    pub live: String,
    /// Address of the script of the keys of the desk.
    pub shortcuts: String,
    /// Addresses of the fonts.
    pub fonts: Vec<String>,
}

impl Assets {
    /// The fonts that every page needs, fetched before the style sheet asks for them. The « extended » ones wait for a page that holds their letters.
    pub(crate) fn first_fonts(&self) -> impl Iterator<Item = &String> {
        self.fonts.iter().filter(|font| !font.contains("-extended"))
    }
}

/// What the server knows of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Where the built site put its files.
    pub assets: Assets,
    /// The path asked, as it came.
    pub path: String,
    /// The present moment.
    pub now: Timestamp,
    /// Who is signed in, if somebody is.
    pub viewing: Option<Viewing>,
}

/// Who is signed in, as the head of the page says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewing {
    /// The congress that they are a member of.
    pub congress: CongressId,
    /// Who they are in it.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether they may do what staff does.
    pub staff: bool,
}

/// Where a page belongs in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The first page.
    Congress,
    /// The corpus.
    Contributions,
    /// What the analysis found.
    Themes,
    /// The map.
    Map,
    /// The draft.
    Motion,
    /// Its sittings.
    Sittings,
    /// The files.
    Downloads,
    /// How to read this site.
    Help,
    /// The way in.
    SignIn,
    /// The pages of whoever is signed in.
    Mine,
    /// The pages of staff.
    Staff,
}

type View = Box<dyn FnOnce() -> AnyView + Send>;

/// One page, ready to be rendered. The functions of [`crate::pages`] make them.
pub struct Document {
    pub(crate) title: String,
    pub(crate) view: View,
    pub(crate) congress: Option<Congress>,
    pub(crate) section: Option<Section>,
    pub(crate) island: bool,
    pub(crate) writing: bool,
    pub(crate) noting: bool,
    pub(crate) live: bool,
    pub(crate) shortcuts: bool,
    pub(crate) listed: bool,
    pub(crate) bare: bool,
    pub(crate) every: Option<u32>,
}

impl Document {
    /// A page outside any congress.
    pub fn new(title: impl Into<String>, view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        let (title, view) = (title.into(), Box::new(view));
        Self {
            title,
            view,
            congress: None,
            section: None,
            island: false,
            writing: false,
            noting: false,
            live: false,
            shortcuts: false,
            listed: true,
            bare: false,
            every: None,
        }
    }

    /// Shows the congress' title, its navigation and, where it is invented, says so.
    #[must_use]
    pub fn within(mut self, congress: Option<&Congress>) -> Self {
        self.congress = congress.cloned();
        self
    }

    /// Marks its place in the navigation.
    #[must_use]
    pub fn at(mut self, section: Section) -> Self {
        self.section = Some(section);
        self
    }

    /// Says that it holds an island: only such pages ask for the script.
    #[must_use]
    pub fn with_island(mut self) -> Self {
        self.island = true;
        self
    }

    /// Says that it holds the form where one writes, which has a script of its own.
    #[must_use]
    pub fn with_form_of_writing(mut self) -> Self {
        self.writing = true;
        self
    }

    /// Says that it holds the form where one notes, which has a script of its own.
    #[must_use]
    pub fn with_form_of_noting(mut self) -> Self {
        self.noting = true;
        self
    }

    /// Leaves out all that stands around a page: it is for a screen that nobody touches.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// Has a browser without scripts ask for it again every so many seconds.
    #[must_use]
    pub fn asked_again_every(mut self, seconds: u32) -> Self {
        self.every = Some(seconds);
        self
    }

    /// Says that it follows a sitting, which has a script of its own; [`crate::components::live`] says which.
    #[must_use]
    pub fn with_live(mut self) -> Self {
        self.live = true;
        self
    }

    /// Says that single keys lead to its buttons, which has a script of its own.
    #[must_use]
    pub fn with_shortcuts(mut self) -> Self {
        self.shortcuts = true;
        self
    }

    /// Asks search engines to leave it out.
    #[must_use]
    pub fn unlisted(mut self) -> Self {
        self.listed = false;
        self
    }
}

/// The whole HTML of a page, `<!DOCTYPE html>` included.
pub fn render(document: Document, frame: &Frame) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| shell::shell(document, frame).to_html());
    owner.cleanup();
    format!("<!DOCTYPE html>{html}")
}
