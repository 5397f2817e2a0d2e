-- One numbered run, from its start to its end, and the figures of a finished one.
CREATE TABLE analysis (
    id            BLOB    NOT NULL PRIMARY KEY,
    congress_id   BLOB    NOT NULL REFERENCES congress (id),
    number        INTEGER NOT NULL,
    corpus        TEXT    NOT NULL,
    -- The 64 bits of the seed; SQL has no unsigned integers.
    seed          INTEGER NOT NULL,
    parameters    TEXT    NOT NULL,
    engine        TEXT    NOT NULL,
    state         TEXT    NOT NULL DEFAULT 'en-cours',
    started_at    INTEGER NOT NULL,
    ended_at      INTEGER,
    failure       TEXT,
    contributions INTEGER NOT NULL DEFAULT 0,
    in_themes     INTEGER NOT NULL DEFAULT 0,
    weak          INTEGER NOT NULL DEFAULT 0,
    unplaced      INTEGER NOT NULL DEFAULT 0,
    UNIQUE (congress_id, number),
    CHECK ((state = 'en-cours') = (ended_at IS NULL)),
    CHECK ((state = 'echouee') = (failure IS NOT NULL))
) STRICT;
