-- One numbered run, from its start to its end, and the figures of a finished one.
CREATE TABLE analysis (
    id            UUID    NOT NULL PRIMARY KEY,
    congress_id   UUID    NOT NULL REFERENCES congress (id),
    number        BIGINT  NOT NULL,
    corpus        TEXT    NOT NULL,
    -- The 64 bits of the seed; SQL has no unsigned integers.
    seed          BIGINT  NOT NULL,
    parameters    TEXT    NOT NULL,
    engine        TEXT    NOT NULL,
    state         TEXT    NOT NULL DEFAULT 'en-cours',
    started_at    BIGINT  NOT NULL,
    ended_at      BIGINT,
    failure       TEXT,
    contributions BIGINT  NOT NULL DEFAULT 0,
    in_themes     BIGINT  NOT NULL DEFAULT 0,
    weak          BIGINT  NOT NULL DEFAULT 0,
    unplaced      BIGINT  NOT NULL DEFAULT 0,
    UNIQUE (congress_id, number),
    CHECK ((state = 'en-cours') = (ended_at IS NULL)),
    CHECK ((state = 'echouee') = (failure IS NOT NULL))
);
