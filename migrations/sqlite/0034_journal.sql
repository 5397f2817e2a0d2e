-- The journal of each congress: what was done, in order, each entry holding the hash of the one before. Only added to.
CREATE TABLE journal (
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    seq         INTEGER NOT NULL CHECK (seq > 0),
    at          INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    previous    BLOB    NOT NULL,
    hash        BLOB    NOT NULL,
    PRIMARY KEY (congress_id, seq)
) STRICT, WITHOUT ROWID;
