-- The draft: objectives, paragraphs of one kind, sentences that are exact quotations.
CREATE TABLE motion (
    id          BLOB    NOT NULL PRIMARY KEY,
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    analysis_id BLOB    NOT NULL REFERENCES analysis (id),
    drafted_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX motion_of_analysis ON motion (analysis_id, drafted_at);

CREATE TABLE objective (
    id        BLOB    NOT NULL PRIMARY KEY,
    motion_id BLOB    NOT NULL REFERENCES motion (id),
    rank      INTEGER NOT NULL,
    heading   TEXT    NOT NULL,
    UNIQUE (motion_id, rank)
) STRICT;

CREATE TABLE objective_theme (
    objective_id BLOB    NOT NULL REFERENCES objective (id),
    rank         INTEGER NOT NULL,
    theme_id     BLOB    NOT NULL REFERENCES theme (id),
    PRIMARY KEY (objective_id, rank)
) STRICT, WITHOUT ROWID;

CREATE INDEX objective_of_theme ON objective_theme (theme_id);

CREATE TABLE paragraph (
    id           BLOB    NOT NULL PRIMARY KEY,
    objective_id BLOB    NOT NULL REFERENCES objective (id),
    rank         INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    UNIQUE (objective_id, rank),
    UNIQUE (objective_id, kind)
) STRICT;

CREATE TABLE sentence (
    id           BLOB    NOT NULL PRIMARY KEY,
    paragraph_id BLOB    NOT NULL REFERENCES paragraph (id),
    -- Its number within the objective, from 1.
    number       INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    verbatim_id  BLOB    NOT NULL REFERENCES verbatim (id),
    start_byte   INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte     INTEGER NOT NULL,
    UNIQUE (paragraph_id, number),
    CHECK (start_byte < end_byte)
) STRICT;

CREATE INDEX sentence_of_verbatim ON sentence (verbatim_id);
