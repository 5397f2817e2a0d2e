//! How many files one process may hold open: a socket is one.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::Outcome;

/// Files that a process holds beside its sockets.
const OTHERS: u64 = 200;

/// Has this process, and the server that it starts, hold as many as the system lets it.
pub(crate) fn make_room_for(sockets: usize) -> Outcome {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    let room = match raised {
        Ok(()) => maximum,
        Err(_) => getrlimit(Resource::Nofile).current,
    };
    match room {
        Some(room) if room < sockets as u64 + OTHERS => Err(format!(
            "this machine lets a process hold {room} files, too few for {sockets} sockets: raise its limit (ulimit -n), or ask for fewer."
        )),
        _ => Ok(()),
    }
}
