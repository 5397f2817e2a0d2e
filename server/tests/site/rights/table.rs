//! Who may ask what. A route that stands in no line makes a test fail.

use app::routes::{amending_pattern, import_pattern, minutes_pattern, pattern, wording_pattern};

use self::Access::{
    Author, AuthorOrStaff, Chair, Everybody, Followers, Letters, Members, Readers, Scribes, Staff, Writers,
};
use super::sources::Verb;

/// Whom an address answers. Whoever is signed in nowhere is told to sign in; others are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Everybody,
    /// Anybody, or members only where the congress keeps its corpus for them.
    Readers,
    /// Anybody, or members only where the sitting is held in camera.
    Followers,
    /// Anybody where the congress is fictional, staff where it isn’t.
    Letters,
    /// Members of the congress.
    Members,
    /// Members who do more than observe.
    Writers,
    /// Whoever wrote it, or is noted as having said it.
    Author,
    /// They and staff.
    AuthorOrStaff,
    /// Scribes and staff.
    Scribes,
    /// Who chairs.
    Chair,
    /// Rédaction and administrators.
    Staff,
}

impl Access {
    /// Whether it is another in a congress that keeps to itself.
    pub fn depends_on_closing(self) -> bool {
        matches!(self, Readers | Followers | Letters)
    }
}

/// Who may look, and who may act.
pub struct Rights {
    get: Option<Access>,
    post: Option<Access>,
}

impl Rights {
    /// Each verb that is answered, with for whom.
    pub fn each(&self) -> impl Iterator<Item = (Verb, Access)> {
        [(Verb::Get, self.get), (Verb::Post, self.post)]
            .into_iter()
            .filter_map(|(verb, access)| Some((verb, access?)))
    }
}

const fn get(get: Access) -> Rights {
    Rights { get: Some(get), post: None }
}

const fn post(post: Access) -> Rights {
    Rights { get: None, post: Some(post) }
}

const fn both(get: Access, post: Access) -> Rights {
    Rights { get: Some(get), post: Some(post) }
}

/// What isn’t there in this test: no run was made, no motion begun, no site built, the file of an import waits.
pub const ABSENT: &[&str] = &[
    pattern::THEME,
    pattern::RUN,
    pattern::COMPARISON,
    pattern::DOWNLOAD,
    pattern::ICON,
    pattern::API,
    import_pattern::REPORT,
    wording_pattern::PUBLISH,
    wording_pattern::BLOCK,
    wording_pattern::HISTORY,
    wording_pattern::VERSION,
    wording_pattern::COMPARISON,
    amending_pattern::LIST,
    amending_pattern::PROPOSE,
    amending_pattern::ONE,
    amending_pattern::RECTIFY,
    amending_pattern::DESK,
    amending_pattern::ORAL,
    amending_pattern::JUDGE,
    "/robots.txt",
];

/// One line a route, in the order in which they are asked.
pub const RIGHTS: &[(&str, Rights)] = &[
    (pattern::LIVE, get(Everybody)),
    (pattern::READY, get(Everybody)),
    (pattern::API, get(Everybody)),
    (pattern::ICON, get(Everybody)),
    (pattern::WORKER, get(Everybody)),
    ("/robots.txt", get(Everybody)),
    (pattern::ROOT, get(Everybody)),
    (pattern::CONGRESS, get(Everybody)),
    (pattern::CONTRIBUTIONS, get(Readers)),
    (pattern::CONTRIBUTION, get(Readers)),
    (pattern::WRITE, both(Writers, Writers)),
    (pattern::DRAFT, post(Writers)),
    (pattern::NEAR, post(Writers)),
    (pattern::RECEIVED, get(AuthorOrStaff)),
    (pattern::CHANGE, both(Author, Author)),
    (pattern::VERSIONS, get(AuthorOrStaff)),
    (pattern::CORRECTION, both(Staff, Staff)),
    (pattern::CORRECTION_ANSWER, post(Author)),
    (pattern::SUPPORT, post(Writers)),
    (pattern::MINE, get(Members)),
    (pattern::THEMES, get(Readers)),
    (pattern::TREE, get(Readers)),
    (pattern::THEME, get(Readers)),
    (pattern::MAP, get(Readers)),
    (pattern::MAP_DATA, get(Readers)),
    (pattern::RUNS, get(Readers)),
    (pattern::RUN, get(Readers)),
    (pattern::COMPARISON, get(Readers)),
    (pattern::WEAK, get(Readers)),
    (pattern::UNPLACED, get(Readers)),
    (pattern::MOTION, get(Readers)),
    (pattern::DOWNLOADS, get(Readers)),
    (pattern::DOWNLOAD, get(Readers)),
    (pattern::SIGN_IN, both(Everybody, Everybody)),
    (pattern::SIGN_IN_ASKED, get(Everybody)),
    (pattern::RULES, both(Everybody, Members)),
    (pattern::MY_SETTINGS, both(Members, Members)),
    (pattern::MY_DEVICES, post(Members)),
    (pattern::MY_DATA, get(Members)),
    (pattern::MY_DATA_FILE, get(Members)),
    (pattern::LEAVE, both(Members, Members)),
    (pattern::GONE, get(Everybody)),
    (pattern::DECLINE, both(Everybody, Everybody)),
    (pattern::QUIET, both(Everybody, Everybody)),
    (pattern::DASHBOARD, get(Staff)),
    (pattern::MEMBERS, get(Staff)),
    (pattern::NEW_MEMBER, both(Staff, Staff)),
    (pattern::MEMBER, both(Staff, Staff)),
    (pattern::MEMBER_TERRITORY, post(Staff)),
    (pattern::MEMBER_CODE, post(Staff)),
    (pattern::MEMBER_SIGN_OUT, post(Staff)),
    (pattern::MEMBER_ERASE, both(Staff, Staff)),
    (pattern::MEMBER_TERRITORIES, both(Staff, Staff)),
    (pattern::MODERATION, both(Staff, Staff)),
    (pattern::WORKSHOPS, both(Scribes, Staff)),
    // A reload of the page that a form made leads back to the list, which asks who it is.
    (pattern::SHEETS, both(Everybody, Staff)),
    (pattern::TABLES_LIVE, get(Readers)),
    (pattern::PAPER_FORM, get(Everybody)),
    (pattern::PAPER, both(Staff, Staff)),
    (pattern::TABLE, both(Scribes, Scribes)),
    (pattern::SHEET, both(Everybody, Everybody)),
    (pattern::REPORTED, post(Author)),
    (pattern::SITTINGS, both(Everybody, Staff)),
    (pattern::SITTING, get(Followers)),
    (pattern::CHECK_IN, post(Members)),
    (pattern::FLOOR, post(Members)),
    (pattern::PROXIES, post(Members)),
    (pattern::VOTE, post(Members)),
    (pattern::SCREEN, get(Followers)),
    (pattern::CHAIR, both(Chair, Chair)),
    (pattern::DOOR, both(Staff, Staff)),
    (pattern::BADGES, both(Staff, Staff)),
    (pattern::BADGE, both(Everybody, Everybody)),
    (pattern::AGENDA, both(Staff, Staff)),
    (pattern::CONVENE, both(Staff, Staff)),
    (pattern::ANSWER, post(Members)),
    (pattern::CONVOCATION, both(Everybody, Everybody)),
    // Until all signed; then they are for whoever may follow the sitting.
    (minutes_pattern::READ, both(Members, Staff)),
    (minutes_pattern::SIGN, post(Members)),
    (minutes_pattern::PDF, get(Members)),
    (minutes_pattern::PLAIN, get(Members)),
    (minutes_pattern::PAPER, get(Staff)),
    (pattern::JOURNAL, get(Members)),
    (pattern::DELIBERATIONS, get(Everybody)),
    (pattern::POLL, get(Followers)),
    (pattern::GOVERNING, both(Staff, Staff)),
    (pattern::CALENDAR, post(Staff)),
    (pattern::INVITATIONS, both(Staff, Staff)),
    (pattern::REMINDERS, both(Staff, Staff)),
    (pattern::ENTER, both(Everybody, Everybody)),
    (pattern::OUTBOX, get(Letters)),
    (pattern::LETTER, get(Letters)),
    (pattern::LETTER_HTML, get(Letters)),
    (pattern::DIRECT, get(Followers)),
    (pattern::HELP, get(Everybody)),
    (pattern::ACCESSIBILITY, get(Everybody)),
    (pattern::LEGAL, get(Everybody)),
    (import_pattern::ONE, both(Staff, Staff)),
    (import_pattern::REPORT, get(Staff)),
    (import_pattern::LIST, both(Staff, Staff)),
    (wording_pattern::DESK, both(Staff, Staff)),
    (wording_pattern::PUBLISH, both(Staff, Staff)),
    (wording_pattern::BLOCK, both(Staff, Staff)),
    (wording_pattern::HISTORY, get(Staff)),
    (wording_pattern::DISPOSITIONS, both(Staff, Staff)),
    (wording_pattern::BECAME, get(Readers)),
    (wording_pattern::VERSION, get(Readers)),
    (wording_pattern::COMPARISON, get(Readers)),
    (amending_pattern::LIST, get(Readers)),
    (amending_pattern::PROPOSE, both(Writers, Writers)),
    (amending_pattern::ONE, both(Readers, Writers)),
    // Of those, its author: there is none here, and another test asks.
    (amending_pattern::RECTIFY, both(Writers, Writers)),
    (amending_pattern::DESK, both(Staff, Staff)),
    (amending_pattern::ORAL, both(Staff, Staff)),
    (amending_pattern::JUDGE, both(Staff, Staff)),
    // What changes what others of these lines speak of.
    (pattern::WITHDRAW, both(Author, Author)),
    (pattern::ERASE, both(AuthorOrStaff, AuthorOrStaff)),
    (import_pattern::DROP, post(Staff)),
    (pattern::CLOSE_TABLE, post(Staff)),
    (pattern::SIGN_OUT, post(Everybody)),
];
