-- The tree of a run's themes, each node with what stands below it; the root has rank 0.
CREATE TABLE branch (
    analysis_id BLOB    NOT NULL REFERENCES analysis (id),
    rank        INTEGER NOT NULL,
    parent      INTEGER,
    theme_rank  INTEGER,
    label       TEXT    NOT NULL,
    hue         INTEGER NOT NULL CHECK (hue BETWEEN 0 AND 7),
    verbatims   INTEGER NOT NULL DEFAULT 0,
    signatories INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (analysis_id, rank),
    FOREIGN KEY (analysis_id, parent) REFERENCES branch (analysis_id, rank),
    FOREIGN KEY (analysis_id, theme_rank) REFERENCES theme (analysis_id, rank),
    CHECK ((rank = 0) = (parent IS NULL)),
    CHECK (parent < rank)
) STRICT, WITHOUT ROWID;
