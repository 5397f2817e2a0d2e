//! What the room sees, from thirty metres: nothing but what it needs now. Several screens may each show something of their own.

mod main;
mod piece;

use domain::coded;
use domain::congress::Congress;
use domain::live::Audience;
use domain::sitting::AgendaItem;
use domain::vote::{Quorum, Roll};
use leptos::prelude::*;

use super::scene::{self, Scene};
use crate::components::live::live;
use crate::routes::Route;
use crate::text::sitting as text;
use crate::{Document, Section};

coded! {
    /// What a screen shows.
    pub enum Vue {
        /// What the chair deals with.
        Follow = "suivi",
        /// The agenda.
        Agenda = "ordre-du-jour",
        /// The vote under way, else the last result.
        Vote = "vote",
        /// Who speaks, and who comes next.
        Floor = "parole",
        /// How one comes in: the code, its address, the network.
        Door = "accueil",
    }
}

coded! {
    /// On light or on dark, whatever the machine's own choice.
    pub enum Theme {
        /// Dark on light.
        Light = "clair",
        /// Light on dark.
        Dark = "sombre",
    }
}

/// How people come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrance {
    /// The code to check oneself in by.
    pub code: String,
    /// The address where it is typed.
    pub address: String,
    /// The same as a QR code, drawn as SVG.
    pub qr: String,
}

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenView {
    /// What is going on.
    pub scene: Scene,
    /// Who is there now, in voices.
    pub there: Roll,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// Who asks to speak, by name, whose turn it is first.
    pub waiting: Vec<String>,
    /// How people come in, while a code is shown.
    pub entrance: Option<Entrance>,
    /// The network that people may use.
    pub network: Option<String>,
}

/// What a screen's address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What it shows.
    pub vue: Vue,
    /// On what; the machine's own choice without it.
    pub theme: Option<Theme>,
}

impl Wanted {
    /// From a query string: « vue=vote&theme=clair ». What can't be read is as if it weren't there.
    pub fn read(query: &str) -> Self {
        let value = |name: &str| {
            query
                .split('&')
                .find_map(|pair| pair.split_once('=').filter(|(of, _)| *of == name).map(|(_, value)| value))
        };
        Self {
            vue: value("vue").and_then(|code| code.parse().ok()).unwrap_or(Vue::Follow),
            theme: value("theme").and_then(|code| code.parse().ok()),
        }
    }
}

/// Seconds between two looks, where no script makes it follow at once.
const EVERY: u32 = 3;

/// The page, made from the scene of number `n` or a later one. Nobody touches a screen: it follows, or asks for itself again.
pub fn document(congress: &Congress, (n, wanted): (u64, Wanted), view: ScreenView) -> Document {
    let title = view.scene.sitting.name.as_str().to_owned();
    let slug = congress.slug.clone();
    let page = move || {
        let direct = Route::Direct(&slug, view.scene.sitting.id, Audience::Screen);
        let theme = wanted.theme.map(Theme::code);
        view! { <div class="stage" data-theme=theme>{live(direct, n, None)}{screen(&view, wanted.vue)}</div> }
            .into_any()
    };
    let document = Document::new(title, page).within(Some(congress)).at(Section::Sittings).unlisted().bare();
    document.with_live().asked_again_every(EVERY)
}

/// All that screens show, as HTML for the socket: each takes its own.
pub fn fragment(view: &ScreenView) -> String {
    Vue::ALL.iter().map(|vue| screen(view, *vue).to_html().replace("<!>", "")).collect()
}

/// What changes by itself: all of it.
fn screen(view: &ScreenView, vue: Vue) -> AnyView {
    let sitting = &view.scene.sitting;
    let quorum = sitting.rules.quorum.map(|quorum| quorum_shown(quorum, view.there));
    // Where it stands large it needn't stand small.
    let code = (!main::is_door(view, vue)).then(|| view.entrance.as_ref().map(piece::small_entrance));
    let say = (vue == Vue::Follow).then(|| scene::say(&view.scene));
    view! {
        <div class="screen" data-scene=format!("ecran-{}", vue.code()) data-say=say>
            <header><h1>{sitting.name.as_str().to_owned()}</h1></header>
            <div class="screen-main">{main::shown(view, vue)}</div>
            <footer><p>{text::there(view.there.there(), view.there.entitled)}</p>{quorum}{code}</footer>
        </div>
    }
    .into_any()
}

fn quorum_shown(quorum: Quorum, there: Roll) -> AnyView {
    view! { <p>{text::quorum_reached(quorum.opens(there))}</p> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_its_screen_shows() {
        let read = |query| {
            let Wanted { vue, theme } = Wanted::read(query);
            (vue, theme)
        };
        assert_eq!(read(""), (Vue::Follow, None));
        assert_eq!(read("vue=vote&theme=clair"), (Vue::Vote, Some(Theme::Light)));
        assert_eq!(read("theme=sombre&vue=parole"), (Vue::Floor, Some(Theme::Dark)));
        assert_eq!(read("vue=ailleurs&theme=&vue"), (Vue::Follow, None));
    }
}
