//! Who writes, for whom, and within which call: what the form's handlers start from.

use app::failure::Failure;
use app::form::Faults;
use app::pages::writing::close::CloseOne;
use app::pages::writing::form::WriteView;
use domain::congress::Congress;
use domain::contribution::{Call, Contribution, Draft, Target};
use domain::flags::{FlagKind, flags};
use domain::id::MemberId;
use domain::member::{Display, Member, Signature};
use domain::settings::Settings;
use domain::time::Timestamp;
use storage::Reading;

use super::typed::Typed;
use crate::access::Key;
use crate::pages::{Refusal, Visit};
use crate::signature;

/// Everything that a page of the form is made from.
pub struct Desk<'v> {
    /// Who asks for what.
    pub visit: &'v Visit,
    /// The congress.
    pub congress: Congress,
    /// What it decided.
    pub settings: Settings,
    /// Whose text it is.
    pub author: Member,
    /// Who types it, when its author doesn't.
    pub entered_by: Option<Member>,
    /// Where the call stands.
    pub call: Call,
    /// The congress' enjeux.
    pub areas: Vec<String>,
}

/// What stands in the form.
pub struct Filled {
    /// What the text is to become.
    pub target: Target,
    /// What stands in the fields.
    pub typed: Draft,
    /// What makes it the same when it is sent twice; a new one is drawn when there is none.
    pub key: Option<String>,
    /// When the page was first opened; now when nobody says.
    pub begun: Option<Timestamp>,
    /// The version that is changed.
    pub version: u32,
    /// When a draft was kept.
    pub kept_at: Option<Timestamp>,
    /// What it completes.
    pub completes: Option<Contribution>,
    /// What is wrong.
    pub faults: Faults,
    /// What is close to it.
    pub close: Vec<CloseOne>,
    /// Whether it would have been sent, but for what was found in it.
    pub warned: bool,
}

impl<'v> Desk<'v> {
    /// For a member who writes, or for staff who writes for the member of that id.
    ///
    /// # Errors
    /// When nobody may write so, or the database fails.
    pub async fn open(
        visit: &'v Visit,
        slug: &str,
        on_behalf: Option<Option<MemberId>>,
    ) -> Result<(Reading, Self), Refusal> {
        let (mut reading, congress) = visit.congress(slug).await?;
        let member = visit.caller.member(&congress)?;
        let (author, entered_by) = match on_behalf {
            None if member.may_write() => (Member::clone(&member), None),
            None => return Err(Failure::NotAllowed(congress.slug).into()),
            Some(id) => {
                let staff = visit.caller.staff(&congress)?;
                let author = match id {
                    Some(id) => reading.member(id).await?.filter(|author| author.congress == congress.id),
                    None => None,
                };
                let author = author.ok_or_else(|| Failure::NoMember(congress.slug.clone()))?;
                (author, Some(Member::clone(&staff)))
            }
        };
        let settings = reading.settings(congress.id).await?;
        let call = Call::at(&congress.phases, settings.grace_minutes, visit.now());
        let areas = reading.areas(congress.id).await?;
        Ok((reading, Self { visit, congress, settings, author, entered_by, call, areas }))
    }

    /// Whether the page that was posted was made for whoever posts it, as far as it says.
    pub fn is_of(&self, typed: &Typed) -> bool {
        typed.author.as_ref().is_none_or(|id| *id == self.author.id.to_string())
    }

    /// The names of the enjeux of those ranks; a rank that the list doesn't have is passed over.
    pub fn area_names(&self, ranks: &[u32]) -> Vec<String> {
        let name = |rank: &u32| self.areas.get((*rank as usize).checked_sub(1)?).cloned();
        ranks.iter().filter_map(name).collect()
    }

    /// What is better not published in words of the author, each with what it is.
    pub fn found(&self, words: &str) -> Vec<(FlagKind, String)> {
        let found = flags(words, Some(self.author.name.as_str())).into_iter();
        found.filter_map(|flag| Some((flag.kind, words.get(flag.span)?.to_owned()))).collect()
    }

    /// What others see of the author at a level of display.
    pub fn signature(&self, display: Display) -> Signature {
        signature::shown(&self.author, display)
    }

    /// The form as it is to be shown.
    pub fn view(&self, filled: Filled) -> WriteView {
        let now = self.visit.now();
        let on_behalf = self.entered_by.as_ref().map(|_| (self.author.id, self.author.name.to_string()));
        let found = self.found(&filled.typed.body);
        WriteView {
            target: filled.target,
            author: self.author.id,
            blank: false,
            typed: filled.typed,
            key: filled.key.unwrap_or_else(|| self.visit.state.draw(Key::draw).text()),
            begun: filled.begun.unwrap_or(now),
            version: filled.version,
            faults: filled.faults,
            found,
            warned: filled.warned,
            areas: self.areas.clone(),
            shown: Display::ALL.iter().map(|level| (*level, self.signature(*level))).collect(),
            call: self.call,
            now,
            readers: self.settings.readers,
            moderation: self.settings.moderation,
            kept_at: filled.kept_at,
            on_behalf,
            completes: filled.completes,
            close: filled.close,
        }
    }
}
