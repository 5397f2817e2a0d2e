-- Files rendered from a run alone: the pictures of its map and of its tree, its tables. Kept with the run as documents are with a draft.
CREATE TABLE run_file (
    analysis_id UUID    NOT NULL REFERENCES analysis (id),
    name        TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    bytes       BYTEA NOT NULL,
    made_at     BIGINT  NOT NULL,
    PRIMARY KEY (analysis_id, name)
);
