-- What a run started from, what it settled on, and how far it is.
ALTER TABLE analysis ADD COLUMN predecessor_id BLOB REFERENCES analysis (id);
-- Steps begun, and steps in all.
ALTER TABLE analysis ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE analysis ADD COLUMN steps INTEGER NOT NULL DEFAULT 0;
ALTER TABLE analysis ADD COLUMN landmarks INTEGER;
-- How many themes, and how surely: all three or none.
ALTER TABLE analysis ADD COLUMN chosen INTEGER;
ALTER TABLE analysis ADD COLUMN confidence TEXT;
ALTER TABLE analysis ADD COLUMN agreement REAL;

-- The counts of themes that a run compared before it settled on one.
CREATE TABLE compared_count (
    analysis_id BLOB    NOT NULL REFERENCES analysis (id),
    rank        INTEGER NOT NULL,
    themes      INTEGER NOT NULL,
    score       REAL    NOT NULL,
    PRIMARY KEY (analysis_id, rank)
) STRICT, WITHOUT ROWID;
