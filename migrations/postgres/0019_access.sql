-- Ways in. Only hashes (SHA-256) are kept: who reads the database can't come in by it.
CREATE TABLE access_link (
    hash       BYTEA   NOT NULL PRIMARY KEY,
    member_id  UUID    NOT NULL REFERENCES member (id),
    created_at BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    revoked_at BIGINT,
    used_at    BIGINT
);

CREATE INDEX access_link_of_member ON access_link (member_id);

-- The code that staff dictates: one a member, the last one drawn.
CREATE TABLE access_code (
    member_id  UUID    NOT NULL PRIMARY KEY REFERENCES member (id),
    hash       BYTEA   NOT NULL,
    attempts   BIGINT  NOT NULL DEFAULT 0,
    created_at BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    issued_by  UUID    NOT NULL REFERENCES member (id)
);

CREATE TABLE session (
    id         UUID    NOT NULL PRIMARY KEY,
    -- Of the secret that the browser holds.
    hash       BYTEA   NOT NULL UNIQUE,
    member_id  UUID    NOT NULL REFERENCES member (id),
    device     TEXT    NOT NULL,
    opened_at  BIGINT  NOT NULL,
    seen_at    BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    ended_at   BIGINT
);

CREATE INDEX session_of_member ON session (member_id);
