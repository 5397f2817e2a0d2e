//! Still pieces, rendered on the server.

pub mod bar;
pub mod contact;
pub mod countdown;
pub mod counts;
pub mod desk;
pub mod difference;
pub mod divide;
pub mod empty;
pub mod field;
pub mod footer;
pub mod france;
pub mod header;
pub mod letter;
pub mod live;
pub mod machine;
pub mod map_picture;
pub mod marks;
pub mod neighbours;
pub mod number;
pub mod opened;
pub mod outbox;
pub mod pagination;
pub mod phases;
pub mod quote;
pub mod search_form;
pub mod semis;
pub mod support;
pub mod theme_tag;
pub mod tree_picture;
pub mod unsent;
pub mod views;

/// The HTML of a piece without the marks that hydration counts by.
#[cfg(test)]
fn plain(view: leptos::prelude::AnyView) -> String {
    use leptos::prelude::RenderHtml;
    view.to_html().replace("<!>", "")
}
