-- The words of contributions, as stems. Derived: it can be rebuilt from the bodies.
CREATE TABLE stem (
    id            INTEGER NOT NULL PRIMARY KEY,
    congress_id   BLOB    NOT NULL REFERENCES congress (id),
    stem          TEXT    NOT NULL,
    -- Contributions that hold it.
    contributions INTEGER NOT NULL,
    UNIQUE (congress_id, stem)
) STRICT;

-- No foreign keys: millions of rows, written only beside the rows that they name.
CREATE TABLE posting (
    stem_id     INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    occurrences INTEGER NOT NULL,
    -- Stems of the whole contribution: ranking needs them for each posting, and the join would cost more than they do.
    words       INTEGER NOT NULL,
    PRIMARY KEY (stem_id, number)
) STRICT, WITHOUT ROWID;
