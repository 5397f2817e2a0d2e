//! Every address, its handler, and the layers around them.

use app::routes::{amending_pattern, import_pattern, minutes_pattern, pattern, wording_pattern};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{any, get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

use crate::forms::{
    amending as amend, badge, correction, decline, door, enter, erase, life, noting, own, quiet, rules,
    sheet, sitting, staff, support, write,
};
use crate::guard;
use crate::health;
use crate::live;
use crate::pages::{
    Visit, amending, apart, congress, contributions, dashboard, data, dispositions, downloads, incident,
    mail, map, mine, motion, received, runs, site, sittings, suggest, tables, themes, versions,
};
use crate::state::{AppState, Site};

/// No form of this site posts more than that, in bytes. A text far longer than any form takes comes back as it was typed, with
/// a sentence: an accented letter is six bytes on the way.
const LARGEST_POST: usize = 1024 * 1024;

/// The whole application.
pub fn router(state: AppState, site: &Site) -> Router {
    let panicked = {
        let state = state.clone();
        move |_| incident::panicked(&state)
    };
    let layered = |router: Router<AppState>, longest| {
        router
            .layer(from_fn(guard::origin::check))
            .layer(from_fn_with_state((state.clone(), longest), guard::patience::limit))
    };
    let pages = pages()
        .route(pattern::LIVE, get(health::live))
        .route(pattern::READY, get(health::ready))
        .route(pattern::API, any(suggest::answer))
        .nest_service("/pkg", ServeDir::new(site.folder.join("pkg")).precompressed_br())
        .route_service(pattern::ICON, ServeFile::new(site.folder.join("favicon.svg")))
        .route_service(
            pattern::WORKER,
            ServeFile::new(site.folder.join("service-worker.js")).precompressed_br(),
        )
        .route_service("/robots.txt", ServeFile::new(site.folder.join("robots.txt")))
        .fallback(no_page)
        .layer(DefaultBodyLimit::max(LARGEST_POST));
    layered(pages, guard::patience::LONGEST)
        .merge(layered(files(), guard::patience::LONGEST_FILE))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(CompressionLayer::new())
        .layer(from_fn(guard::headers::set))
        .layer(from_fn(guard::request_log::write))
        .with_state(state)
}

fn pages() -> Router<AppState> {
    Router::new()
        .route(pattern::ROOT, get(congress::root))
        .route(pattern::CONGRESS, get(congress::home))
        .route(pattern::CONTRIBUTIONS, get(contributions::list))
        .route(pattern::CONTRIBUTION, get(contributions::read))
        .route(pattern::WRITE, get(write::show).post(write::send))
        .route(pattern::DRAFT, post(write::keep))
        .route(pattern::NEAR, post(write::near))
        .route(pattern::RECEIVED, get(received::read))
        .route(pattern::CHANGE, get(write::change).post(write::save))
        .route(pattern::WITHDRAW, get(life::ask_withdraw).post(life::withdraw))
        .route(pattern::ERASE, get(life::ask_erase).post(life::erase))
        .route(pattern::VERSIONS, get(versions::list))
        .route(pattern::CORRECTION, get(staff::correction::read).post(staff::correction::propose))
        .route(pattern::CORRECTION_ANSWER, post(correction::answer))
        .route(pattern::SUPPORT, post(support::support))
        .route(pattern::MINE, get(mine::list))
        .route(pattern::THEMES, get(themes::list))
        .route(pattern::TREE, get(themes::tree))
        .route(pattern::THEME, get(themes::read))
        .route(pattern::MAP, get(map::read))
        .route(pattern::MAP_DATA, get(map::data))
        .route(pattern::RUNS, get(runs::list))
        .route(pattern::RUN, get(runs::read))
        .route(pattern::COMPARISON, get(runs::compare))
        .route(pattern::WEAK, get(apart::weak))
        .route(pattern::UNPLACED, get(apart::unplaced))
        .route(pattern::MOTION, get(motion::read))
        .route(wording_pattern::DESK, get(staff::wording::desk).post(staff::wording::arrange))
        .route(wording_pattern::PUBLISH, get(staff::wording::look).post(staff::wording::publish))
        .route(wording_pattern::BLOCK, get(staff::wording::block).post(staff::wording::write))
        .route(wording_pattern::HISTORY, get(staff::wording::history))
        .route(
            wording_pattern::DISPOSITIONS,
            get(staff::dispositions::desk).post(staff::dispositions::settle),
        )
        .route(wording_pattern::BECAME, get(dispositions::became))
        .route(wording_pattern::VERSION, get(motion::version))
        .route(wording_pattern::COMPARISON, get(motion::compare))
        .route(amending_pattern::LIST, get(amending::list))
        .route(amending_pattern::PROPOSE, get(amend::ask).post(amend::propose))
        .route(amending_pattern::ONE, get(amending::one).post(amend::act))
        .route(amending_pattern::RECTIFY, get(amend::ask_rectify).post(amend::rectify))
        .route(amending_pattern::DESK, get(staff::amending::desk).post(staff::amending::act))
        .route(amending_pattern::ORAL, get(staff::amending::ask_oral).post(staff::amending::type_oral))
        .route(amending_pattern::JUDGE, get(staff::amending::look).post(staff::amending::judge))
        .route(pattern::DOWNLOADS, get(downloads::list))
        .route(pattern::DOWNLOAD, get(downloads::file))
        .route(pattern::SIGN_IN, get(door::read).post(door::knock))
        .route(pattern::SIGN_IN_ASKED, get(door::asked))
        .route(pattern::RULES, get(rules::read).post(rules::pass))
        .route(pattern::MY_SETTINGS, get(own::read).post(own::choose))
        .route(pattern::MY_DEVICES, post(own::end))
        .route(pattern::MY_DATA, get(data::read))
        .route(pattern::MY_DATA_FILE, get(data::file))
        .route(pattern::LEAVE, get(erase::ask).post(erase::leave))
        .route(pattern::GONE, get(erase::gone))
        .route(pattern::DECLINE, get(decline::ask).post(decline::decline))
        .route(pattern::QUIET, get(quiet::ask).post(quiet::choose))
        .route(pattern::DASHBOARD, get(dashboard::show))
        .route(pattern::MEMBERS, get(staff::members::read))
        .route(pattern::NEW_MEMBER, get(staff::new::read).post(staff::new::add))
        .route(pattern::MEMBER, get(staff::member::read).post(staff::member::change))
        .route(pattern::MEMBER_TERRITORY, post(staff::member::settle))
        .route(pattern::MEMBER_CODE, post(staff::code::draw))
        .route(pattern::MEMBER_SIGN_OUT, post(staff::code::sign_out))
        .route(pattern::MEMBER_ERASE, get(erase::ask_of).post(erase::erase))
        .route(pattern::MEMBER_TERRITORIES, get(staff::territories::read).post(staff::territories::name))
        .route(pattern::MODERATION, get(staff::moderation::read).post(staff::moderation::act))
        .route(pattern::WORKSHOPS, get(staff::workshops::read).post(staff::workshops::create))
        .route(pattern::SHEETS, get(staff::workshops::back).post(staff::workshops::draw))
        .route(pattern::CLOSE_TABLE, post(staff::workshops::close))
        .route(pattern::TABLES_LIVE, get(tables::live))
        .route(pattern::PAPER_FORM, get(tables::paper_form))
        .route(pattern::PAPER, get(noting::paper).post(noting::post_paper))
        .route(pattern::TABLE, get(noting::table).post(noting::post_table))
        .route(pattern::SHEET, get(sheet::ask).post(sheet::open))
        .route(pattern::REPORTED, post(noting::answer))
        .route(pattern::SITTINGS, get(sittings::list).post(sitting::plan))
        .route(pattern::SITTING, get(sittings::follow))
        .route(pattern::CHECK_IN, post(sitting::check_in))
        .route(pattern::FLOOR, post(sitting::floor))
        .route(pattern::PROXIES, post(sitting::entrust))
        .route(pattern::VOTE, post(sitting::vote))
        .route(pattern::SCREEN, get(sittings::screen))
        .route(pattern::CHAIR, get(sitting::desk).post(sitting::act))
        .route(pattern::DOOR, get(sitting::door).post(sitting::note_at_door))
        .route(pattern::BADGES, get(sitting::badges).post(sitting::print_badges))
        .route(pattern::BADGE, get(badge::ask).post(badge::enter))
        .route(pattern::AGENDA, get(sitting::agenda).post(sitting::change_agenda))
        .route(pattern::CONVENE, get(sitting::convene).post(sitting::send_convocations))
        .route(pattern::ANSWER, post(sitting::answer))
        .route(pattern::CONVOCATION, get(sitting::convocation).post(sitting::answer_convocation))
        .route(minutes_pattern::READ, get(sitting::minutes::read).post(sitting::minutes::act))
        .route(minutes_pattern::SIGN, post(sitting::minutes::sign))
        .route(minutes_pattern::PDF, get(sittings::minutes::pdf))
        .route(minutes_pattern::PLAIN, get(sittings::minutes::plain))
        .route(minutes_pattern::PAPER, get(sittings::kit))
        .route(pattern::JOURNAL, get(sittings::journal))
        .route(pattern::DELIBERATIONS, get(sittings::deliberations))
        .route(pattern::POLL, get(sittings::poll))
        .route(pattern::GOVERNING, get(staff::governing::read).post(staff::governing::decide))
        .route(pattern::CALENDAR, post(staff::governing::move_date))
        .route(pattern::INVITATIONS, get(staff::invitations::read).post(staff::invitations::send))
        .route(pattern::REMINDERS, get(staff::reminders::read).post(staff::reminders::send))
        .route(pattern::ENTER, get(enter::ask).post(enter::enter))
        .route(pattern::SIGN_OUT, post(enter::leave))
        .route(pattern::OUTBOX, get(mail::list))
        .route(pattern::LETTER, get(mail::read))
        .route(pattern::LETTER_HTML, get(mail::html))
        .route(pattern::DIRECT, get(live::join))
        .route(pattern::HELP, get(site::help))
        .route(pattern::ACCESSIBILITY, get(site::accessibility))
        .route(pattern::LEGAL, get(site::legal))
}

/// Files that staff reads in: they take the time of a slow network, or of a long file.
fn files() -> Router<AppState> {
    Router::new()
        .route(import_pattern::ONE, get(staff::imports::look).post(staff::imports::take))
        .route(import_pattern::DROP, post(staff::imports::drop_file))
        .route(import_pattern::REPORT, get(staff::imports::table))
        .layer(DefaultBodyLimit::max(LARGEST_POST))
        .merge(
            Router::new()
                .route(import_pattern::LIST, get(staff::imports::read).post(staff::imports::receive))
                .layer(DefaultBodyLimit::max(staff::imports::LARGEST_POST)),
        )
}

async fn no_page(visit: Visit) -> Response {
    visit.refused(app::failure::Failure::NoPage.into()).await
}
