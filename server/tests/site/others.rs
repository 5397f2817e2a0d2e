//! More of the people and letters that tests of entering and of members need.

use axum::extract::FromRequestParts;
use axum::http::Request;
use domain::congress::Congress;
use domain::id::{CongressId, MemberId};
use domain::member::{Member, MemberNumber, Role};
use domain::reading::LetterPage;
use server::guard::limits::Client;
use server::member::sort_name;
use storage::NewMember;

use crate::harness::{NOW, TestApp};

impl TestApp {
    /// Every letter of a congress with its words.
    pub async fn letters(&self, congress: &Congress) -> Vec<LetterPage> {
        let mut reading = self.state.storage.read().await.unwrap();
        let lines = reading.outbox(congress.id, 1).await.unwrap().letters;
        let mut letters = Vec::new();
        for line in lines {
            letters.push(reading.letter(congress.id, line.id).await.unwrap().expect("listed"));
        }
        letters
    }

    /// Two members without a role, who now share an address.
    pub async fn share_a_mailbox(&self, congress: &Congress, address: &str) -> [Member; 2] {
        let members = self.state.storage.read().await.unwrap().members(congress.id).await.unwrap();
        let mut two = members.into_iter().filter(|member| member.roles.is_empty());
        let mut shared = [two.next().expect("one"), two.next().expect("two")];
        let mut work = self.state.storage.write().await.unwrap();
        for member in &mut shared {
            member.email = Some(address.parse().unwrap());
            work.change_member(member, &sort_name(&member.name)).await.unwrap();
        }
        work.save().await.unwrap();
        shared
    }

    /// Signs in as an administrator of another congress of this server.
    pub async fn stranger(&self) -> String {
        let of = self.state.storage.read().await.unwrap().congresses().await.unwrap().remove(0);
        let id = self.state.draw(|entropy| CongressId::new(NOW, entropy));
        let other = Congress { id, slug: "ailleurs".parse().unwrap(), ..of.clone() };
        let somebody = self.member_with(&of, None).await;
        let member = Member {
            id: self.state.draw(|entropy| MemberId::new(NOW, entropy)),
            congress: id,
            number: MemberNumber::NONE,
            roles: [Role::Administrator].into(),
            ..somebody
        };
        let new =
            NewMember { person_key: "ailleurs".into(), sort_name: "ailleurs".into(), member: member.clone() };
        let mut work = self.state.storage.write().await.unwrap();
        work.create_congress(&other, &[]).await.unwrap();
        assert!(work.add_member(&new).await.unwrap());
        work.save().await.unwrap();
        self.sign_in(&member).await
    }

    /// Whoever asks in these tests, as limits see them.
    pub async fn client(&self) -> Client {
        let (mut parts, ()) = Request::new(()).into_parts();
        Client::from_request_parts(&mut parts, &()).await.unwrap()
    }
}
