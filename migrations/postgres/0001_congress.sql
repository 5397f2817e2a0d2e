-- One yearly edition, its steps, and its list of enjeux.
-- `contributions`, `words` and `analyses` are the last number given and the corpus' length: whoever adds rows
-- updates them first, and so holds the congress' row until the unit of work ends.
CREATE TABLE congress (
    id            UUID    NOT NULL PRIMARY KEY,
    slug          TEXT    NOT NULL UNIQUE,
    title         TEXT    NOT NULL,
    question      TEXT    NOT NULL,
    summary       TEXT    NOT NULL,
    organiser     TEXT    NOT NULL,
    fictional     BOOLEAN NOT NULL,
    contributions BIGINT  NOT NULL DEFAULT 0,
    words         BIGINT  NOT NULL DEFAULT 0,
    analyses      BIGINT  NOT NULL DEFAULT 0
);

CREATE TABLE phase (
    congress_id UUID    NOT NULL REFERENCES congress (id),
    rank        BIGINT  NOT NULL,
    kind        TEXT    NOT NULL,
    starts_at   BIGINT  NOT NULL,
    ends_at     BIGINT  NOT NULL,
    PRIMARY KEY (congress_id, rank),
    UNIQUE (congress_id, kind),
    CHECK (starts_at <= ends_at)
);

CREATE TABLE issue_area (
    congress_id UUID    NOT NULL REFERENCES congress (id),
    rank        BIGINT  NOT NULL,
    name        TEXT    NOT NULL,
    PRIMARY KEY (congress_id, rank),
    UNIQUE (congress_id, name)
);
