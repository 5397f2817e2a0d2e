-- The tree of a run's themes, each node with what stands below it; the root has rank 0.
CREATE TABLE branch (
    analysis_id UUID    NOT NULL REFERENCES analysis (id),
    rank        BIGINT  NOT NULL,
    parent      BIGINT,
    theme_rank  BIGINT,
    label       TEXT    NOT NULL,
    hue         BIGINT  NOT NULL CHECK (hue BETWEEN 0 AND 7),
    verbatims   BIGINT  NOT NULL DEFAULT 0,
    signatories BIGINT  NOT NULL DEFAULT 0,
    PRIMARY KEY (analysis_id, rank),
    FOREIGN KEY (analysis_id, parent) REFERENCES branch (analysis_id, rank),
    FOREIGN KEY (analysis_id, theme_rank) REFERENCES theme (analysis_id, rank),
    CHECK ((rank = 0) = (parent IS NULL)),
    CHECK (parent < rank)
);
