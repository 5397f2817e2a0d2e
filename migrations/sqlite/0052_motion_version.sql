-- Versions of the motion that were published: numbered, with their words and sources as they stood, never changed.
CREATE TABLE motion_version (
    congress_id  BLOB NOT NULL REFERENCES motion_text (congress_id),
    number       INTEGER NOT NULL,
    title        TEXT NOT NULL,
    shape        TEXT NOT NULL,
    -- SHA-256 of its words, in hexadecimal.
    digest       TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by BLOB REFERENCES member (id),
    -- Verbatims of the analysis that stood beside no block.
    uncited      INTEGER NOT NULL,
    PRIMARY KEY (congress_id, number)
) STRICT;

CREATE TABLE motion_version_block (
    congress_id BLOB NOT NULL,
    number      INTEGER NOT NULL,
    rank        INTEGER NOT NULL,
    block       INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    -- Its number among headings or propositions.
    printed     INTEGER,
    -- Its words, fields filled in.
    words       TEXT NOT NULL,
    machine     TEXT NOT NULL,
    PRIMARY KEY (congress_id, number, rank),
    UNIQUE (congress_id, number, block),
    FOREIGN KEY (congress_id, number) REFERENCES motion_version (congress_id, number)
) STRICT;

CREATE TABLE motion_version_citation (
    congress_id BLOB NOT NULL,
    number      INTEGER NOT NULL,
    block       INTEGER NOT NULL,
    rank        INTEGER NOT NULL,
    verbatim_id BLOB NOT NULL REFERENCES verbatim (id),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL,
    stance      TEXT NOT NULL,
    PRIMARY KEY (congress_id, number, block, rank),
    FOREIGN KEY (congress_id, number) REFERENCES motion_version (congress_id, number),
    CHECK (start_byte < end_byte)
) STRICT;
