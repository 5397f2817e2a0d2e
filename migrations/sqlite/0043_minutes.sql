-- Minutes of sittings: what staff writes beside their facts, and the text that is kept once it is presented to be signed.
CREATE TABLE minutes_correction (
    id         BLOB    NOT NULL PRIMARY KEY,
    sitting_id BLOB    NOT NULL REFERENCES sitting (id),
    section    TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    by_id      BLOB    NOT NULL REFERENCES member (id),
    by_name    TEXT    NOT NULL,
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX minutes_correction_of_sitting ON minutes_correction (sitting_id, at);

-- Here while a text waits for signatures, then for good. Taking it back to correct it takes the row away; the journal remembers.
CREATE TABLE minutes (
    sitting_id   BLOB    NOT NULL PRIMARY KEY REFERENCES sitting (id),
    -- Its words, as JSON, corrections included.
    body         TEXT    NOT NULL,
    -- SHA-256 of its words: what is signed.
    hash         BLOB    NOT NULL,
    presented_at INTEGER NOT NULL,
    presented_by BLOB    NOT NULL REFERENCES member (id),
    -- When the last one signed.
    signed_at    INTEGER
) STRICT, WITHOUT ROWID;
