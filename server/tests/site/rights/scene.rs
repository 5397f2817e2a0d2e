//! Who asks, and what for: one person of each role, and one thing of each kind.

use domain::congress::Congress;
use domain::member::{Member, Role};

use crate::harness::TestApp;
use crate::sittings::{Room, seen};
use crate::{imports, voting, workshops};

/// Somebody who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Not signed in.
    Nobody,
    /// An administrator of another congress.
    Stranger,
    /// A member who only reads.
    Observer,
    /// A member who notes at tables.
    Scribe,
    /// The member who chairs.
    Chair,
    /// A member like another.
    Other,
    /// The member whose contributions are asked for.
    Author,
    /// Rédaction.
    Staff,
    /// Who may do what staff does, and more.
    Administrator,
}

/// What the addresses speak of.
pub struct Scene {
    pub congress: Congress,
    /// Each with the cookie of their session.
    pub callers: Vec<(Who, String)>,
    /// What stands in addresses after that word, or in the place of a name.
    values: Vec<(&'static str, String)>,
}

impl Scene {
    /// The demonstration, with a sitting, a poll, a workshop, a file that waits, and words noted as the author's.
    pub async fn set(app: &mut TestApp) -> Self {
        let room = Room::planned(app, &[]).await;
        voting::prepared(app, &room, &[]).await;
        let congress = room.congress.clone();
        let members = app.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
        let [author, other, somebody]: [Member; 3] = {
            let mut plain = members.into_iter().filter(|member| member.roles.is_empty());
            std::array::from_fn(|_| plain.next().expect("members without a role"))
        };
        let sheet = workshops::sheets(app, &room.staff).await.remove(0);
        let (table, sheet_cookie) = workshops::opened(app, &sheet).await;
        let noted = [("texte", "Le car passe deux fois."), ("membre", &*author.id.to_string())];
        let noted = workshops::number_of(&app.post(&table, &noted, &sheet_cookie).await);
        let file =
            imports::sent(app, "contributions", "été.csv", "texte\nUn guichet.\n".as_bytes(), &room.staff)
                .await;
        let email = author.email.clone().expect("an address");
        let asks = [("par", "lien"), ("courriel", email.as_str())];
        seen(&app.post("/congres/demonstration/connexion", &asks, "").await);
        let mut reading = app.state.storage.read().await.unwrap();
        let written = reading.owned_by(author.id).await.unwrap();
        let written = written.iter().map(|own| own.contribution.number.to_string());
        let written = written.into_iter().find(|number| *number != noted).expect("they wrote");
        let workshop = reading.workshops(congress.id).await.unwrap().remove(0).workshop.id;
        let letter = reading.outbox(congress.id, 1).await.unwrap().letters.remove(0).id;
        drop(reading);
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let values = vec![
            ("propos", noted),
            ("contributions", written),
            ("membres", somebody.id.to_string()),
            ("seances", room.sitting.id.to_string()),
            ("{sitting}", room.sitting.id.to_string()),
            ("{audience}", "ecran".to_owned()),
            ("ateliers", workshop.to_string()),
            ("tables", last(&table)),
            ("imports", last(&file)),
            ("courrier", letter.to_string()),
            ("scrutins", "1".to_owned()),
            ("amendements", "A-1".to_owned()),
            ("analyses", "1".to_owned()),
            ("comparer", "2".to_owned()),
            ("{block}", "1".to_owned()),
            ("{version}", "1".to_owned()),
            ("{rank}", "1".to_owned()),
            ("{sheet}", "bulletins.pdf".to_owned()),
            ("{file}", "motion.pdf".to_owned()),
            ("{slug}", congress.slug.to_string()),
            // What a link opens doesn't depend on who is signed in: an address that opens nothing says so to everybody.
            ("{token}", "perdu".to_owned()),
            ("{*function}", "rien".to_owned()),
        ];
        let mut callers = vec![(Who::Nobody, String::new()), (Who::Stranger, app.stranger().await)];
        for (who, role) in
            [(Who::Observer, Role::Observer), (Who::Scribe, Role::Scribe), (Who::Chair, Role::Chair)]
        {
            callers.push((who, app.sign_in_as(&congress, Some(role)).await));
        }
        callers.push((Who::Other, app.sign_in(&other).await));
        callers.push((Who::Author, app.sign_in(&author).await));
        callers.push((Who::Staff, app.sign_in_as(&congress, Some(Role::Staff)).await));
        callers.push((Who::Administrator, app.sign_in_as(&congress, Some(Role::Administrator)).await));
        Self { congress, callers, values }
    }

    /// An address of that pattern that leads somewhere.
    pub fn address(&self, pattern: &str) -> String {
        let mut before = "";
        let mut path = String::new();
        for segment in pattern.split('/').skip(1) {
            path.push('/');
            if segment.starts_with('{') {
                path.push_str(self.value(pattern, segment, before));
            } else {
                path.push_str(segment);
            }
            before = segment;
        }
        path
    }

    fn value(&self, pattern: &str, segment: &str, before: &str) -> &str {
        let noted = pattern.ends_with("/propos").then_some("propos");
        let names = [noted.unwrap_or(segment), before];
        let of = |name: &&str| self.values.iter().find(|(of, _)| of == name);
        let found = if segment == "{slug}" { of(&"{slug}") } else { names.iter().find_map(of) };
        let found =
            found.unwrap_or_else(|| panic!("{pattern}: say in rights/scene.rs what {segment} is there"));
        &found.1
    }
}
