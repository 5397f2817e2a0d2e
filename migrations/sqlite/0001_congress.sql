-- One yearly edition, its steps, and its list of enjeux.
-- `contributions`, `words` and `analyses` are the last number given and the corpus' length: whoever adds rows
-- updates them first, and so holds the congress' row until the unit of work ends.
CREATE TABLE congress (
    id            BLOB    NOT NULL PRIMARY KEY,
    slug          TEXT    NOT NULL UNIQUE,
    title         TEXT    NOT NULL,
    question      TEXT    NOT NULL,
    summary       TEXT    NOT NULL,
    organiser     TEXT    NOT NULL,
    fictional     INTEGER NOT NULL CHECK (fictional IN (0, 1)),
    contributions INTEGER NOT NULL DEFAULT 0,
    words         INTEGER NOT NULL DEFAULT 0,
    analyses      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE phase (
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    rank        INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    starts_at   INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL,
    PRIMARY KEY (congress_id, rank),
    UNIQUE (congress_id, kind),
    CHECK (starts_at <= ends_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE issue_area (
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    rank        INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    PRIMARY KEY (congress_id, rank),
    UNIQUE (congress_id, name)
) STRICT, WITHOUT ROWID;
