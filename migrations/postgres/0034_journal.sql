-- The journal of each congress: what was done, in order, each entry holding the hash of the one before. Only added to.
CREATE TABLE journal (
    congress_id UUID    NOT NULL REFERENCES congress (id),
    seq         BIGINT NOT NULL CHECK (seq > 0),
    at          BIGINT NOT NULL,
    kind        TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    previous    BYTEA    NOT NULL,
    hash        BYTEA    NOT NULL,
    PRIMARY KEY (congress_id, seq)
);
