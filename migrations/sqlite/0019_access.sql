-- Ways in. Only hashes (SHA-256) are kept: who reads the database can't come in by it.
CREATE TABLE access_link (
    hash       BLOB    NOT NULL PRIMARY KEY,
    member_id  BLOB    NOT NULL REFERENCES member (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX access_link_of_member ON access_link (member_id);

-- The code that staff dictates: one a member, the last one drawn.
CREATE TABLE access_code (
    member_id  BLOB    NOT NULL PRIMARY KEY REFERENCES member (id),
    hash       BLOB    NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    issued_by  BLOB    NOT NULL REFERENCES member (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id         BLOB    NOT NULL PRIMARY KEY,
    -- Of the secret that the browser holds.
    hash       BLOB    NOT NULL UNIQUE,
    member_id  BLOB    NOT NULL REFERENCES member (id),
    device     TEXT    NOT NULL,
    opened_at  INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at   INTEGER
) STRICT;

CREATE INDEX session_of_member ON session (member_id);
