//! Server functions: what islands ask. They authorise, parse, call and say what happened; forms post elsewhere.

pub mod map;
pub mod search;
