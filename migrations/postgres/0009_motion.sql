-- The draft: objectives, paragraphs of one kind, sentences that are exact quotations.
CREATE TABLE motion (
    id          UUID    NOT NULL PRIMARY KEY,
    congress_id UUID    NOT NULL REFERENCES congress (id),
    analysis_id UUID    NOT NULL REFERENCES analysis (id),
    drafted_at  BIGINT  NOT NULL
);

CREATE INDEX motion_of_analysis ON motion (analysis_id, drafted_at);

CREATE TABLE objective (
    id        UUID    NOT NULL PRIMARY KEY,
    motion_id UUID    NOT NULL REFERENCES motion (id),
    rank      BIGINT  NOT NULL,
    heading   TEXT    NOT NULL,
    UNIQUE (motion_id, rank)
);

CREATE TABLE objective_theme (
    objective_id UUID    NOT NULL REFERENCES objective (id),
    rank         BIGINT  NOT NULL,
    theme_id     UUID    NOT NULL REFERENCES theme (id),
    PRIMARY KEY (objective_id, rank)
);

CREATE INDEX objective_of_theme ON objective_theme (theme_id);

CREATE TABLE paragraph (
    id           UUID    NOT NULL PRIMARY KEY,
    objective_id UUID    NOT NULL REFERENCES objective (id),
    rank         BIGINT  NOT NULL,
    kind         TEXT    NOT NULL,
    UNIQUE (objective_id, rank),
    UNIQUE (objective_id, kind)
);

CREATE TABLE sentence (
    id           UUID    NOT NULL PRIMARY KEY,
    paragraph_id UUID    NOT NULL REFERENCES paragraph (id),
    -- Its number within the objective, from 1.
    number       BIGINT  NOT NULL,
    state        TEXT    NOT NULL,
    verbatim_id  UUID    NOT NULL REFERENCES verbatim (id),
    start_byte   BIGINT  NOT NULL CHECK (start_byte >= 0),
    end_byte     BIGINT  NOT NULL,
    UNIQUE (paragraph_id, number),
    CHECK (start_byte < end_byte)
);

CREATE INDEX sentence_of_verbatim ON sentence (verbatim_id);
