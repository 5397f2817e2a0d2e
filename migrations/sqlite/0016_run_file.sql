-- Files rendered from a run alone: the pictures of its map and of its tree, its tables. Kept with the run as documents are with a draft.
CREATE TABLE run_file (
    analysis_id BLOB    NOT NULL REFERENCES analysis (id),
    name        TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    bytes       BLOB    NOT NULL,
    made_at     INTEGER NOT NULL,
    PRIMARY KEY (analysis_id, name)
) STRICT;
