//! The pages of a list.

use leptos::prelude::*;

use crate::routes::Paging;
use crate::text::frame;

/// Where one is, and the pages beside; nothing when there is one page.
pub fn pagination(page: u32, pages: u32, to: Paging) -> AnyView {
    if pages <= 1 {
        return ().into_any();
    }
    let before = (page > 1).then(|| view! { <a rel="prev" href=to(page - 1)>{frame::PREVIOUS}</a> });
    let after = (page < pages).then(|| view! { <a rel="next" href=to(page + 1)>{frame::NEXT}</a> });
    view! {
        <nav class="pagination" aria-label=frame::PAGES>
            <span class="pagination-before">{before}</span>
            <span class="pagination-here">{frame::page_of(page, pages)}</span>
            <span class="pagination-after">{after}</span>
        </nav>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plain;

    #[test]
    fn a_list_of_one_page_has_no_pages() {
        assert!(!plain(pagination(1, 1, &|page| page.to_string())).contains("<nav"));
    }

    #[test]
    fn the_first_page_leads_to_the_second_alone() {
        insta::assert_snapshot!(plain(pagination(1, 14, &|page| format!("/x?page={page}"))), @r#"<nav aria-label="Pages de la liste" class="pagination"><span class="pagination-before"></span><span class="pagination-here">Page 1 sur 14</span><span class="pagination-after"><a rel="next" href="/x?page=2">Page suivante</a></span></nav>"#);
    }
}
