//! Files that were read in, and those that wait to be.

mod file;
mod remark;
mod upload;

pub use file::{Import, NewImport};
pub use upload::NewUpload;
