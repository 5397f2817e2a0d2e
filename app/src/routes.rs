//! Every address of the site as a type: no path literal stands anywhere else.

mod amending;
mod anchors;
mod dispositions;
mod imports;
mod members;
mod minutes;
pub mod pattern;
mod query;
mod queue;
mod wording;
mod words;

use domain::contribution::ContributionNumber;
use domain::id::{LetterId, MemberId, SittingId, TableId, WorkshopId};
use domain::live::Audience;
use domain::reading::{CitedIn, CorpusQuery, MembersQuery, QueueQuery};
use domain::vote::PollNumber;
use domain::words::Slug;

use crate::map::Key;
use crate::map::query::MapQuery;

/// A value as it stands in a query string.
pub use words::encode as percent;

pub use amending::{AmendingRoute, amending_field, amending_pattern};
pub use anchors::{objective_anchor, sentence_anchor, verbatim_anchor};
pub use dispositions::{disposition_field, dispositions_fields, dispositions_query, ledger_place_code};
pub use imports::{ImportChoice, ImportRoute, import_field, import_pattern};
pub use members::{encode as members_search, member_field, members_query, values};
pub use minutes::{MinutesRoute, minutes_pattern};
pub use query::{
    Paging, area_code, asked, corpus_query, departement_code, encode_map, field, map_query, page_number,
    place_code, place_of,
};
pub use queue::{queue_field, queue_query};
pub use wording::{WordingRoute, wording_pattern};

/// One address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route<'a> {
    /// The congress of this server, or their list.
    Root,
    /// The first page of a congress.
    Congress(&'a Slug),
    /// Its corpus, or the answer to a query.
    Contributions(&'a Slug, &'a CorpusQuery),
    /// The same without any question: also where the search form leads.
    Corpus(&'a Slug),
    /// One contribution.
    Contribution(&'a Slug, ContributionNumber),
    /// One verbatim in its contribution, by number and rank within it.
    Verbatim(&'a Slug, Key),
    /// Where one writes.
    Write(&'a Slug),
    /// Where staff writes for a member.
    WriteFor(&'a Slug, MemberId),
    /// Where one completes a contribution.
    Complete(&'a Slug, ContributionNumber),
    /// Where a text is kept for later.
    Draft(&'a Slug),
    /// What says something close to a text being written.
    Near(&'a Slug),
    /// The acknowledgement of a contribution.
    Received(&'a Slug, ContributionNumber),
    /// Where its author changes it.
    Change(&'a Slug, ContributionNumber),
    /// Where its author takes it back.
    Withdraw(&'a Slug, ContributionNumber),
    /// Where it is erased.
    Erase(&'a Slug, ContributionNumber),
    /// Its versions.
    Versions(&'a Slug, ContributionNumber),
    /// Where staff proposes a correction of it.
    Correction(&'a Slug, ContributionNumber),
    /// Where its author answers.
    CorrectionAnswer(&'a Slug, ContributionNumber),
    /// Where supports are given and taken back.
    Support(&'a Slug, ContributionNumber),
    /// Its themes.
    Themes(&'a Slug),
    /// Its themes as a tree.
    Tree(&'a Slug),
    /// The map and its list, or what answers to a question.
    Map(&'a Slug, &'a MapQuery),
    /// A verbatim open beside the map.
    OnMap(&'a Slug, Key),
    /// The tree, at the leaf of the theme of that rank.
    InTree(&'a Slug, u32),
    /// What the map's island fetches.
    MapData(&'a Slug),
    /// Its runs.
    Runs(&'a Slug),
    /// The run of that number.
    Run(&'a Slug, u32),
    /// What moved from the first run to the second, and a page of it from 1.
    Comparison(&'a Slug, u32, u32, u32),
    /// The theme of that rank, and a page of its verbatims from 1.
    Theme(&'a Slug, u32, u32),
    /// A page of weak signals, from 1.
    Weak(&'a Slug, u32),
    /// A page of unplaced verbatims, from 1.
    Unplaced(&'a Slug, u32),
    /// The draft.
    Motion(&'a Slug),
    /// An objective of the draft, by number.
    Objective(&'a Slug, u32),
    /// Where the draft takes words up.
    Cited(&'a Slug, &'a CitedIn),
    /// A sentence of the draft: objective's number, then its own.
    Sentence(&'a Slug, u32, u32),
    /// The files.
    Downloads(&'a Slug),
    /// One file, by name.
    Download(&'a Slug, &'a str),
    /// The way in.
    SignIn(&'a Slug),
    /// After a link was asked for.
    SignInAsked(&'a Slug),
    /// What one should know before writing.
    Rules(&'a Slug),
    /// Where signing out is posted.
    SignOut(&'a Slug),
    /// What a member wrote, and what becomes of it.
    Mine(&'a Slug),
    /// How a member signs, which letters they get, their devices.
    MySettings(&'a Slug),
    /// Where ending a session is posted.
    MyDevices(&'a Slug),
    /// All that is held of a member.
    MyData(&'a Slug),
    /// The same for programs.
    MyDataFile(&'a Slug),
    /// Where a member asks for all of it to be erased.
    Leave(&'a Slug),
    /// Once it is done.
    Gone(&'a Slug),
    /// What staff sees of the call under way.
    Dashboard(&'a Slug),
    /// Everybody of a congress, or the answer to a query.
    Members(&'a Slug, &'a MembersQuery),
    /// Adding a person.
    NewMember(&'a Slug),
    /// One person.
    Member(&'a Slug, MemberId),
    /// Where the choice of their territory is posted.
    MemberTerritory(&'a Slug, MemberId),
    /// Where drawing a code is posted.
    MemberCode(&'a Slug, MemberId),
    /// Where ending their sessions is posted.
    MemberSignOut(&'a Slug, MemberId),
    /// Where a person is erased.
    MemberErase(&'a Slug, MemberId),
    /// Member territories, and who speaks for each.
    MemberTerritories(&'a Slug),
    /// Inviting those who weren't yet.
    Invitations(&'a Slug),
    /// Reminding those who haven't answered.
    Reminders(&'a Slug),
    /// Inviting one person.
    Invite(&'a Slug, MemberId),
    /// Texts to read, or the answer to a query.
    Moderation(&'a Slug, &'a QueueQuery),
    /// Workshops and their tables.
    Workshops(&'a Slug),
    /// Where sheets of a workshop's tables are drawn.
    Sheets(&'a Slug, WorkshopId),
    /// Where the sheet of a table is taken back.
    CloseTable(&'a Slug, TableId),
    /// What is being said at the tables, on the map: to be projected.
    TablesLive(&'a Slug),
    /// The form on paper, as a PDF to print.
    PaperForm(&'a Slug),
    /// Where paper forms are typed.
    Paper(&'a Slug),
    /// A table's sheet, by its secret.
    Sheet(&'a str),
    /// Where what is said at a table is noted.
    Table(&'a Slug, TableId),
    /// Where somebody answers about words that were noted as theirs.
    Reported(&'a Slug, ContributionNumber),
    /// Its sittings.
    Sittings(&'a Slug),
    /// One sitting: what somebody follows on their phone.
    Sitting(&'a Slug, SittingId),
    /// Where somebody puts themself on the attendance sheet.
    CheckIn(&'a Slug, SittingId),
    /// Where somebody asks to speak.
    Floor(&'a Slug, SittingId),
    /// Where proxies are given and answered.
    Proxies(&'a Slug, SittingId),
    /// Where ballots are posted.
    Vote(&'a Slug, SittingId),
    /// What the room sees.
    Screen(&'a Slug, SittingId),
    /// Where the chair runs the sitting.
    Chair(&'a Slug, SittingId),
    /// Where staff checks people in and out.
    Door(&'a Slug, SittingId),
    /// Where staff prints badges.
    Badges(&'a Slug, SittingId),
    /// A badge, by its secret.
    Badge(&'a str),
    /// Where staff makes the agenda.
    Agenda(&'a Slug, SittingId),
    /// Where staff convenes.
    Convene(&'a Slug, SittingId),
    /// Where somebody who is signed in answers a convocation.
    Answer(&'a Slug, SittingId),
    /// Where a convocation is answered, by the secret of its letter.
    Convocation(&'a str),
    /// The minutes of a sitting, and what is printed for it.
    Minutes(&'a Slug, SittingId, MinutesRoute),
    /// The journal of its votes, as a file.
    Journal(&'a Slug),
    /// Its votes as open data.
    Deliberations(&'a Slug),
    /// One vote.
    Poll(&'a Slug, PollNumber),
    /// What a congress decides.
    Governing(&'a Slug),
    /// Where its dates are moved.
    Calendar(&'a Slug),
    /// Files that staff reads in.
    Imports(&'a Slug, ImportRoute),
    /// The motion that people write, and its versions.
    Wording(&'a Slug, WordingRoute),
    /// What members ask to change in it.
    Amending(&'a Slug, AmendingRoute),
    /// Where one asks to get no more letters, by the secret of a personal link.
    Decline(&'a str),
    /// Where one asks to be left alone, by the secret at the foot of a letter.
    Quiet(&'a str),
    /// A personal link, by its secret.
    Enter(&'a str),
    /// Its letters, and a page of them from 1.
    Outbox(&'a Slug, u32),
    /// One letter.
    Letter(&'a Slug, LetterId),
    /// The HTML of a letter.
    LetterHtml(&'a Slug, LetterId),
    /// What changes while a sitting goes on, for one audience.
    Direct(&'a Slug, SittingId, Audience),
    /// How to read this site.
    Help,
    /// The accessibility statement.
    Accessibility,
    /// Who publishes.
    Legal,
    /// Whether the process lives.
    Live,
    /// Whether it can answer.
    Ready,
    /// The picture of the browser's tab.
    Icon,
    /// The script that opens the form where one writes when there is no network.
    Worker,
    /// A built file, by name.
    Package(&'a str),
}

/// Whether an address holds somebody's secret: it must stand nowhere but in their letter.
pub fn is_secret(path: &str) -> bool {
    [pattern::ENTER, pattern::DECLINE, pattern::QUIET, pattern::SHEET, pattern::CONVOCATION, pattern::BADGE]
        .iter()
        .any(|of| of.split('{').next().is_some_and(|under| path.starts_with(under)))
}

impl Route<'_> {
    /// The address as it stands in a link: path, query and anchor, encoded.
    pub fn path(&self) -> String {
        match *self {
            Self::Root => pattern::ROOT.to_owned(),
            Self::Enter(token) => format!("/entrer/{}", words::encode(token)),
            Self::Sheet(token) => format!("/table/{}", words::encode(token)),
            Self::Badge(token) => format!("/badge/{}", words::encode(token)),
            Self::Convocation(token) => format!("/convocation/{}", words::encode(token)),
            Self::Decline(token) => format!("/decliner/{}", words::encode(token)),
            Self::Quiet(token) => format!("/lettres/{}", words::encode(token)),
            Self::Help => pattern::HELP.to_owned(),
            Self::Accessibility => pattern::ACCESSIBILITY.to_owned(),
            Self::Legal => pattern::LEGAL.to_owned(),
            Self::Live => pattern::LIVE.to_owned(),
            Self::Ready => pattern::READY.to_owned(),
            Self::Icon => pattern::ICON.to_owned(),
            Self::Worker => pattern::WORKER.to_owned(),
            Self::Package(file) => format!("/pkg/{file}"),
            _ => self.within(),
        }
    }

    fn within(&self) -> String {
        match *self {
            Self::Congress(slug) => below(slug, ""),
            Self::Corpus(slug) => below(slug, "/contributions"),
            Self::Contributions(slug, query) => below(slug, "/contributions") + &query::encode(query),
            Self::Contribution(slug, number) => below(slug, &format!("/contributions/{number}")),
            Self::Verbatim(slug, Key { number, ordinal }) => {
                below(slug, &format!("/contributions/{number}#")) + &verbatim_anchor(ordinal)
            }
            Self::Write(slug) => below(slug, "/ecrire"),
            Self::WriteFor(slug, id) => below(slug, &format!("/ecrire?{}={id}", field::FOR)),
            Self::Complete(slug, number) => below(slug, &format!("/ecrire?{}={number}", field::COMPLEMENT)),
            Self::Draft(slug) => below(slug, "/ecrire/brouillon"),
            Self::Near(slug) => below(slug, "/ecrire/proches"),
            Self::Received(slug, number) => below(slug, &format!("/contributions/{number}/recu")),
            Self::Change(slug, number) => below(slug, &format!("/contributions/{number}/modifier")),
            Self::Withdraw(slug, number) => below(slug, &format!("/contributions/{number}/retirer")),
            Self::Erase(slug, number) => below(slug, &format!("/contributions/{number}/effacer")),
            Self::Versions(slug, number) => below(slug, &format!("/contributions/{number}/versions")),
            Self::Correction(slug, number) => below(slug, &format!("/contributions/{number}/correction")),
            Self::CorrectionAnswer(slug, number) => {
                below(slug, &format!("/contributions/{number}/correction/reponse"))
            }
            Self::Support(slug, number) => below(slug, &format!("/contributions/{number}/soutien")),
            Self::Themes(slug) => below(slug, "/themes"),
            Self::Tree(slug) => below(slug, "/arbre"),
            Self::Map(slug, query) => below(slug, "/carte") + &encode_map(query),
            Self::InTree(slug, rank) => {
                below(slug, &format!("/arbre?{here}={rank}#{here}", here = field::HERE))
            }
            Self::OnMap(slug, key) => below(slug, &format!("/carte?{}={key}#{key}", field::HERE)),
            Self::MapData(slug) => below(slug, "/carte/points.json"),
            Self::Runs(slug) => below(slug, "/analyses"),
            Self::Run(slug, number) => below(slug, &format!("/analyses/{number}")),
            Self::Comparison(slug, before, after, page) => {
                below(slug, &format!("/analyses/{before}/comparer/{after}")) + &page_query(page)
            }
            Self::Theme(slug, rank, page) => below(slug, &format!("/themes/{rank}")) + &page_query(page),
            Self::Weak(slug, page) => below(slug, "/signaux-faibles") + &page_query(page),
            Self::Unplaced(slug, page) => below(slug, "/non-rapproches") + &page_query(page),
            Self::Motion(slug) => below(slug, "/motion"),
            Self::Cited(slug, place) => match place.sentence {
                Some(sentence) => Route::Sentence(slug, place.objective, sentence).path(),
                None => Route::Objective(slug, place.objective).path(),
            },
            Self::Objective(slug, rank) => below(slug, "/motion#") + &objective_anchor(rank),
            Self::Sentence(slug, objective, number) => {
                below(slug, "/motion#") + &sentence_anchor(objective, number)
            }
            Self::SignIn(slug) => below(slug, "/connexion"),
            Self::SignInAsked(slug) => below(slug, "/connexion/lettre"),
            Self::Rules(slug) => below(slug, "/regle-du-jeu"),
            Self::Mine(slug) => below(slug, "/moi"),
            Self::MySettings(slug) => below(slug, "/moi/reglages"),
            Self::MyDevices(slug) => below(slug, "/moi/appareils"),
            Self::MyData(slug) => below(slug, "/moi/donnees"),
            Self::MyDataFile(slug) => below(slug, "/moi/donnees.json"),
            Self::Leave(slug) => below(slug, "/moi/effacer"),
            Self::Gone(slug) => below(slug, "/efface"),
            Self::SignOut(slug) => below(slug, "/deconnexion"),
            Self::Dashboard(slug) => below(slug, "/redaction"),
            Self::Members(slug, query) => below(slug, "/redaction/membres") + &members::encode(query),
            Self::NewMember(slug) => below(slug, "/redaction/membres/nouveau"),
            Self::Member(slug, id) => below(slug, &format!("/redaction/membres/{id}")),
            Self::MemberTerritory(slug, id) => below(slug, &format!("/redaction/membres/{id}/collectivite")),
            Self::MemberCode(slug, id) => below(slug, &format!("/redaction/membres/{id}/code")),
            Self::MemberSignOut(slug, id) => below(slug, &format!("/redaction/membres/{id}/deconnexion")),
            Self::MemberErase(slug, id) => below(slug, &format!("/redaction/membres/{id}/effacer")),
            Self::MemberTerritories(slug) => below(slug, "/redaction/collectivites"),
            Self::Invitations(slug) => below(slug, "/redaction/invitations"),
            Self::Reminders(slug) => below(slug, "/redaction/relances"),
            Self::Invite(slug, id) => {
                below(slug, &format!("/redaction/invitations?{}={id}", member_field::MEMBER))
            }
            Self::Moderation(slug, query) => below(slug, "/redaction/moderation") + &queue::encode(query),
            Self::Workshops(slug) => below(slug, "/redaction/ateliers"),
            Self::Sheets(slug, id) => below(slug, &format!("/redaction/ateliers/{id}/feuilles")),
            Self::CloseTable(slug, id) => below(slug, &format!("/redaction/tables/{id}/fermer")),
            Self::TablesLive(slug) => below(slug, "/ateliers"),
            Self::PaperForm(slug) => below(slug, "/formulaire.pdf"),
            Self::Paper(slug) => below(slug, "/redaction/papier"),
            Self::Table(slug, id) => below(slug, &format!("/tables/{id}")),
            Self::Reported(slug, number) => below(slug, &format!("/contributions/{number}/propos")),
            Self::Sittings(slug) => below(slug, "/seances"),
            Self::Sitting(slug, id) => below(slug, &format!("/seances/{id}")),
            Self::CheckIn(slug, id) => below(slug, &format!("/seances/{id}/emargement")),
            Self::Floor(slug, id) => below(slug, &format!("/seances/{id}/parole")),
            Self::Proxies(slug, id) => below(slug, &format!("/seances/{id}/pouvoirs")),
            Self::Vote(slug, id) => below(slug, &format!("/seances/{id}/vote")),
            Self::Screen(slug, id) => below(slug, &format!("/seances/{id}/ecran")),
            Self::Chair(slug, id) => below(slug, &format!("/seances/{id}/pupitre")),
            Self::Door(slug, id) => below(slug, &format!("/seances/{id}/accueil")),
            Self::Badges(slug, id) => below(slug, &format!("/seances/{id}/badges")),
            Self::Agenda(slug, id) => below(slug, &format!("/seances/{id}/ordre-du-jour")),
            Self::Convene(slug, id) => below(slug, &format!("/seances/{id}/convocations")),
            Self::Answer(slug, id) => below(slug, &format!("/seances/{id}/reponse")),
            Self::Minutes(slug, id, of) => below(slug, &of.below(id)),
            Self::Journal(slug) => below(slug, "/scrutins/journal.json"),
            Self::Deliberations(slug) => below(slug, "/scrutins/deliberations.csv"),
            Self::Poll(slug, number) => below(slug, &format!("/scrutins/{number}")),
            Self::Governing(slug) => below(slug, "/redaction/reglages"),
            Self::Calendar(slug) => below(slug, "/redaction/reglages/calendrier"),
            Self::Imports(slug, of) => below(slug, &of.below()),
            Self::Wording(slug, of) => below(slug, &of.below()),
            Self::Amending(slug, route) => below(slug, &route.below()),
            Self::Outbox(slug, page) => below(slug, "/courrier") + &page_query(page),
            Self::Letter(slug, id) => below(slug, &format!("/courrier/{id}")),
            Self::LetterHtml(slug, id) => below(slug, &format!("/courrier/{id}/page")),
            Self::Direct(slug, id, audience) => below(slug, &format!("/direct/{id}/{}", audience.code())),
            Self::Downloads(slug) => below(slug, "/telechargements"),
            Self::Download(slug, file) => below(slug, "/telechargements/") + &words::encode(file),
            _ => String::new(),
        }
    }
}

fn below(slug: &Slug, rest: &str) -> String {
    format!("/congres/{slug}{rest}")
}

fn page_query(page: u32) -> String {
    if page > 1 { format!("?page={page}") } else { String::new() }
}

#[cfg(test)]
mod tests;
