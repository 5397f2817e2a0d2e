//! The corpus as a reader asks for it: filters, search, facets, pages.

mod facets;
mod groups;
mod page;
mod quick;
