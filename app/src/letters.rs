//! Letters in words: what is written by a person or a page, in the frame that all letters share. Pure, like pages.

pub mod acknowledgement;
pub mod convocation;
mod html;
pub mod invitation;
pub mod moderation;
pub mod news;
mod plain;
pub mod proxy;
pub mod reminder;
pub mod sign_in;

use domain::congress::Congress;

/// What a letter says. Its frame adds which congress it is about, who sends it and, where people are invented, that they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject; a letter to one person names them: several may share the mailbox.
    pub subject: String,
    /// « Bonjour Agnès Rondeau, »
    pub greeting: String,
    /// Its paragraphs, as text.
    pub paragraphs: Vec<String>,
    /// The one thing to do: words of the button, and a whole address.
    pub action: Option<(String, String)>,
    /// What stands at its foot.
    pub footer: Footer,
}

/// Why one gets a letter, and how to get no more of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footer {
    /// « Vous recevez ce message parce que … »
    pub why: String,
    /// Words, and whole addresses: « Ne plus recevoir ces lettres ». Mail programs offer the first by a button of their own.
    pub stop: Vec<(String, String)>,
}

/// A letter in both its forms, ready to be queued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Its subject.
    pub subject: String,
    /// As text, in lines of at most 72 characters; addresses are never cut.
    pub text: String,
    /// As a whole HTML document that asks for nothing from anywhere.
    pub html: String,
}

/// Puts a letter into its frame.
pub fn compose(congress: &Congress, letter: &Letter) -> Composed {
    Composed {
        subject: letter.subject.clone(),
        text: plain::write(congress, letter),
        html: html::write(congress, letter),
    }
}
