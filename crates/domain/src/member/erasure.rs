//! What becomes of somebody's texts when they ask for all that is held of them to be erased.

use crate::coded;

coded! {
    /// What they choose for their texts.
    pub enum TextsFate {
        /// Those that are shown stay, without name, mandate or territory; the others are erased.
        Anonymous = "sans-nom",
        /// All are erased.
        Erased = "effacees",
    }
}
