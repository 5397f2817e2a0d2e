//! Ids of the map's page that its island and its still parts both know.

/// The map with all that belongs to it.
pub const MAP: &str = "carte";
/// The form.
pub const FORM: &str = "carte-demande";
/// The sentence that says what answers.
pub const FOUND: &str = "carte-trouve";
/// The heading of the list.
pub const LIST: &str = "liste";
/// What takes fingers and keys.
pub const BOARD: &str = "carte-plateau";
/// What is drawn on.
pub const CANVAS: &str = "carte-toile";
/// How to use it by hand and by keyboard.
pub const HOW: &str = "carte-mode";
/// The verbatim that is open.
pub const PANEL: &str = "carte-verbatim";
