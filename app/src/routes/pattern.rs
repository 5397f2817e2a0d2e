//! What axum's router matches, one constant a [`super::Route`].

/// The congress of this server, or their list.
pub const ROOT: &str = "/";
/// The first page of a congress.
pub const CONGRESS: &str = "/congres/{slug}";
/// Its corpus, asked by a query string that [`super::corpus_query`] reads.
pub const CONTRIBUTIONS: &str = "/congres/{slug}/contributions";
/// One contribution, by printed number.
pub const CONTRIBUTION: &str = "/congres/{slug}/contributions/{number}";
/// Where one writes, by a query string that says what for: « complement=C-0118 », « pour=… ».
pub const WRITE: &str = "/congres/{slug}/ecrire";
/// Where a text is kept for later, or thrown away.
pub const DRAFT: &str = "/congres/{slug}/ecrire/brouillon";
/// What says something close to a text being written, as a piece of its page.
pub const NEAR: &str = "/congres/{slug}/ecrire/proches";
/// The acknowledgement of a contribution.
pub const RECEIVED: &str = "/congres/{slug}/contributions/{number}/recu";
/// Where its author changes it.
pub const CHANGE: &str = "/congres/{slug}/contributions/{number}/modifier";
/// Where its author takes it back.
pub const WITHDRAW: &str = "/congres/{slug}/contributions/{number}/retirer";
/// Where it is erased.
pub const ERASE: &str = "/congres/{slug}/contributions/{number}/effacer";
/// Its versions.
pub const VERSIONS: &str = "/congres/{slug}/contributions/{number}/versions";
/// Where staff proposes a correction of it.
pub const CORRECTION: &str = "/congres/{slug}/contributions/{number}/correction";
/// Where its author answers.
pub const CORRECTION_ANSWER: &str = "/congres/{slug}/contributions/{number}/correction/reponse";
/// Where supports are given and taken back.
pub const SUPPORT: &str = "/congres/{slug}/contributions/{number}/soutien";
/// Its themes.
pub const THEMES: &str = "/congres/{slug}/themes";
/// Its themes as a tree.
pub const TREE: &str = "/congres/{slug}/arbre";
/// Its verbatims as a map and as a list, asked by a query string that [`super::map_query`] reads.
pub const MAP: &str = "/congres/{slug}/carte";
/// What the map's island fetches: [`crate::map::data::MapData`] as JSON.
pub const MAP_DATA: &str = "/congres/{slug}/carte/points.json";
/// Its runs.
pub const RUNS: &str = "/congres/{slug}/analyses";
/// One run, by number.
pub const RUN: &str = "/congres/{slug}/analyses/{number}";
/// What moved from a run to another, the earlier first; pages by `?page=`.
pub const COMPARISON: &str = "/congres/{slug}/analyses/{number}/comparer/{other}";
/// One theme, by rank; its pages by `?page=`, that [`super::page_number`] reads.
pub const THEME: &str = "/congres/{slug}/themes/{rank}";
/// Its weak signals, by page.
pub const WEAK: &str = "/congres/{slug}/signaux-faibles";
/// What couldn't be compared, by page.
pub const UNPLACED: &str = "/congres/{slug}/non-rapproches";
/// The draft.
pub const MOTION: &str = "/congres/{slug}/motion";
/// Its files.
pub const DOWNLOADS: &str = "/congres/{slug}/telechargements";
/// One file.
pub const DOWNLOAD: &str = "/congres/{slug}/telechargements/{file}";
/// The way in: ask for a link, or enter a code.
pub const SIGN_IN: &str = "/congres/{slug}/connexion";
/// After a link was asked for.
pub const SIGN_IN_ASKED: &str = "/congres/{slug}/connexion/lettre";
/// What one should know before writing.
pub const RULES: &str = "/congres/{slug}/regle-du-jeu";
/// Where signing out is posted.
pub const SIGN_OUT: &str = "/congres/{slug}/deconnexion";
/// What a member wrote, and what becomes of it.
pub const MINE: &str = "/congres/{slug}/moi";
/// How a member signs, which letters they get, their devices.
pub const MY_SETTINGS: &str = "/congres/{slug}/moi/reglages";
/// Where ending a session is posted.
pub const MY_DEVICES: &str = "/congres/{slug}/moi/appareils";
/// All that is held of a member.
pub const MY_DATA: &str = "/congres/{slug}/moi/donnees";
/// The same for programs.
pub const MY_DATA_FILE: &str = "/congres/{slug}/moi/donnees.json";
/// Where a member asks for all of it to be erased.
pub const LEAVE: &str = "/congres/{slug}/moi/effacer";
/// Once it is done, nobody is signed in.
pub const GONE: &str = "/congres/{slug}/efface";
/// What staff sees of the call under way.
pub const DASHBOARD: &str = "/congres/{slug}/redaction";
/// Everybody of a congress, asked by a query string that [`super::members_query`] reads.
pub const MEMBERS: &str = "/congres/{slug}/redaction/membres";
/// Adding a person.
pub const NEW_MEMBER: &str = "/congres/{slug}/redaction/membres/nouveau";
/// One person, by id.
pub const MEMBER: &str = "/congres/{slug}/redaction/membres/{id}";
/// Where the choice of their territory is posted.
pub const MEMBER_TERRITORY: &str = "/congres/{slug}/redaction/membres/{id}/collectivite";
/// Where drawing a code is posted.
pub const MEMBER_CODE: &str = "/congres/{slug}/redaction/membres/{id}/code";
/// Where ending their sessions is posted.
pub const MEMBER_SIGN_OUT: &str = "/congres/{slug}/redaction/membres/{id}/deconnexion";
/// Where a person is erased.
pub const MEMBER_ERASE: &str = "/congres/{slug}/redaction/membres/{id}/effacer";
/// Member territories, and who speaks for each.
pub const MEMBER_TERRITORIES: &str = "/congres/{slug}/redaction/collectivites";
/// Inviting.
pub const INVITATIONS: &str = "/congres/{slug}/redaction/invitations";
/// Reminding.
pub const REMINDERS: &str = "/congres/{slug}/redaction/relances";
/// Texts to read, asked by a query string that [`super::queue_query`] reads, and where what is done to them is posted.
pub const MODERATION: &str = "/congres/{slug}/redaction/moderation";
/// Workshops and their tables.
pub const WORKSHOPS: &str = "/congres/{slug}/redaction/ateliers";
/// Where sheets of a workshop's tables are drawn, and shown this once.
pub const SHEETS: &str = "/congres/{slug}/redaction/ateliers/{id}/feuilles";
/// Where the sheet of a table is taken back.
pub const CLOSE_TABLE: &str = "/congres/{slug}/redaction/tables/{id}/fermer";
/// What is being said at the tables, on the map: to be projected.
pub const TABLES_LIVE: &str = "/congres/{slug}/ateliers";
/// The form on paper, as a PDF to print.
pub const PAPER_FORM: &str = "/congres/{slug}/formulaire.pdf";
/// Where paper forms are typed.
pub const PAPER: &str = "/congres/{slug}/redaction/papier";
/// A table's sheet: a page with one button that opens the table on this device.
pub const SHEET: &str = "/table/{token}";
/// Where what is said at a table is noted.
pub const TABLE: &str = "/congres/{slug}/tables/{id}";
/// Where somebody answers about words that were noted as theirs.
pub const REPORTED: &str = "/congres/{slug}/contributions/{number}/propos";
/// Its sittings.
pub const SITTINGS: &str = "/congres/{slug}/seances";
/// One sitting: what somebody follows on their phone.
pub const SITTING: &str = "/congres/{slug}/seances/{id}";
/// Where somebody puts themself on the attendance sheet, by the code on the screen.
pub const CHECK_IN: &str = "/congres/{slug}/seances/{id}/emargement";
/// Where somebody asks to speak, or takes that back.
pub const FLOOR: &str = "/congres/{slug}/seances/{id}/parole";
/// Where proxies are given and answered.
pub const PROXIES: &str = "/congres/{slug}/seances/{id}/pouvoirs";
/// Where ballots are posted.
pub const VOTE: &str = "/congres/{slug}/seances/{id}/vote";
/// What the room sees.
pub const SCREEN: &str = "/congres/{slug}/seances/{id}/ecran";
/// Where the chair runs the sitting.
pub const CHAIR: &str = "/congres/{slug}/seances/{id}/pupitre";
/// Where staff checks people in and out.
pub const DOOR: &str = "/congres/{slug}/seances/{id}/accueil";
/// Where staff prints badges.
pub const BADGES: &str = "/congres/{slug}/seances/{id}/badges";
/// A badge: a page with one button that signs this phone in.
pub const BADGE: &str = "/badge/{token}";
/// Where staff makes the agenda.
pub const AGENDA: &str = "/congres/{slug}/seances/{id}/ordre-du-jour";
/// Where staff convenes, and sees what is answered.
pub const CONVENE: &str = "/congres/{slug}/seances/{id}/convocations";
/// Where somebody who is signed in answers.
pub const ANSWER: &str = "/congres/{slug}/seances/{id}/reponse";
/// Where a convocation is answered, by the secret of its letter.
pub const CONVOCATION: &str = "/convocation/{token}";
/// The journal of its votes, as a file.
pub const JOURNAL: &str = "/congres/{slug}/scrutins/journal.json";
/// Its votes as open data.
pub const DELIBERATIONS: &str = "/congres/{slug}/scrutins/deliberations.csv";
/// One vote, by number.
pub const POLL: &str = "/congres/{slug}/scrutins/{number}";
/// What a congress decides.
pub const GOVERNING: &str = "/congres/{slug}/redaction/reglages";
/// Where its dates are moved.
pub const CALENDAR: &str = "/congres/{slug}/redaction/reglages/calendrier";
/// Where one asks to get no more letters: a page with one button.
pub const DECLINE: &str = "/decliner/{token}";
/// Where one asks to be left alone: a page with one button.
pub const QUIET: &str = "/lettres/{token}";
/// A personal link: a page with one button, since mail scanners follow links and only the button signs in.
pub const ENTER: &str = "/entrer/{token}";
/// Its letters, by page.
pub const OUTBOX: &str = "/congres/{slug}/courrier";
/// One letter, by id.
pub const LETTER: &str = "/congres/{slug}/courrier/{id}";
/// The HTML of a letter, as its recipient gets it.
pub const LETTER_HTML: &str = "/congres/{slug}/courrier/{id}/page";
/// What changes while a sitting goes on, for one audience: a WebSocket, or its last messages for whom it can't reach.
pub const DIRECT: &str = "/congres/{slug}/direct/{sitting}/{audience}";
/// How to read this site.
pub const HELP: &str = "/aide";
/// The accessibility statement.
pub const ACCESSIBILITY: &str = "/accessibilite";
/// Who publishes.
pub const LEGAL: &str = "/mentions-legales";
/// Whether the process lives.
pub const LIVE: &str = "/sante/vivant";
/// Whether it can answer.
pub const READY: &str = "/sante/pret";
/// The picture of the browser's tab.
pub const ICON: &str = "/favicon.svg";
/// The script that opens the form where one writes when there is no network.
pub const WORKER: &str = "/service-worker.js";
/// The built files: style, fonts, wasm.
pub const PACKAGE: &str = "/pkg/{*file}";
/// Where server functions are posted.
pub const API: &str = "/api/{*function}";
