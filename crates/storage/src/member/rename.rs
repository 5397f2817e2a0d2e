//! The name of somebody who is erased, taken out of letters to others.

use domain::id::CongressId;
use domain::mail::without_name;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::error::Result;
use crate::work::{Work, sql};

/// A letter that may name them.
#[derive(FromRow)]
struct LetterRow {
    id: Uuid,
    /// None: to nobody in particular, and the name of its recipient may be theirs.
    member_id: Option<Uuid>,
    recipient_name: String,
    subject: String,
    text_body: String,
    html_body: String,
}

impl Work {
    /// Puts a stand-in where letters to others name somebody, as text and as HTML writes it. Whoever is called so too keeps
    /// their name, in letters to them and within a longer name.
    pub(super) async fn rename_in_letters(
        &mut self,
        congress: CongressId,
        name: &str,
        stand_in: &str,
    ) -> Result<()> {
        let longer = self.longer_names(congress, name).await?;
        for letter in self.letters_with(congress, name).await? {
            let own = Some(letter.recipient_name.as_str()).filter(|_| letter.member_id.is_some());
            let keep: Vec<&str> = longer.iter().map(String::as_str).chain(own).collect();
            let new = LetterRow {
                recipient_name: without_name(&letter.recipient_name, name, stand_in, &keep),
                subject: without_name(&letter.subject, name, stand_in, &keep),
                text_body: without_name(&letter.text_body, name, stand_in, &keep),
                html_body: without_name_in_html(&letter.html_body, name, stand_in, &keep),
                ..letter
            };
            self.put_letter(&new).await?;
        }
        Ok(())
    }

    /// What others of the congress are called whose names hold that one and more.
    async fn longer_names(&mut self, congress: CongressId, name: &str) -> Result<Vec<String>> {
        Ok(sql!(self, conn => sqlx::query_scalar(
            "SELECT name FROM member WHERE congress_id = $1 AND erased_at IS NULL AND name <> $2
             AND REPLACE(name, $2, '') <> name",
        )
        .bind(Uuid::from(congress))
        .bind(name)
        .fetch_all(conn)
        .await)?)
    }

    /// Letters that hold the longest word of a name: a letter as text may be broken between two of them.
    async fn letters_with(&mut self, congress: CongressId, name: &str) -> Result<Vec<LetterRow>> {
        let word = name.split_whitespace().max_by_key(|word| word.len()).unwrap_or(name);
        Ok(sql!(self, conn => sqlx::query_as(
            "SELECT id, member_id, recipient_name, subject, text_body, html_body FROM letter WHERE congress_id = $1
             AND (REPLACE(recipient_name, $2, '') <> recipient_name OR REPLACE(subject, $2, '') <> subject
                 OR REPLACE(text_body, $2, '') <> text_body OR REPLACE(html_body, $3, '') <> html_body)",
        )
        .bind(Uuid::from(congress))
        .bind(word)
        .bind(escaped(word))
        .fetch_all(conn)
        .await)?)
    }

    async fn put_letter(&mut self, letter: &LetterRow) -> Result<()> {
        sql!(self, conn => sqlx::query(
            "UPDATE letter SET recipient_name = $2, subject = $3, text_body = $4, html_body = $5 WHERE id = $1",
        )
        .bind(letter.id)
        .bind(&letter.recipient_name)
        .bind(&letter.subject)
        .bind(&letter.text_body)
        .bind(&letter.html_body)
        .execute(conn)
        .await
        .map(drop))?;
        Ok(())
    }
}

fn without_name_in_html(html: &str, name: &str, stand_in: &str, keep: &[&str]) -> String {
    let keep: Vec<String> = keep.iter().map(|name| escaped(name)).collect();
    let keep: Vec<&str> = keep.iter().map(String::as_str).collect();
    without_name(html, &escaped(name), &escaped(stand_in), &keep)
}

/// As letters write it between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
