-- What a run started from, what it settled on, and how far it is.
ALTER TABLE analysis ADD COLUMN predecessor_id UUID REFERENCES analysis (id);
-- Steps begun, and steps in all.
ALTER TABLE analysis ADD COLUMN step BIGINT NOT NULL DEFAULT 0;
ALTER TABLE analysis ADD COLUMN steps BIGINT NOT NULL DEFAULT 0;
ALTER TABLE analysis ADD COLUMN landmarks BIGINT;
-- How many themes, and how surely: all three or none.
ALTER TABLE analysis ADD COLUMN chosen BIGINT;
ALTER TABLE analysis ADD COLUMN confidence TEXT;
ALTER TABLE analysis ADD COLUMN agreement DOUBLE PRECISION;

-- The counts of themes that a run compared before it settled on one.
CREATE TABLE compared_count (
    analysis_id UUID    NOT NULL REFERENCES analysis (id),
    rank        BIGINT  NOT NULL,
    themes      BIGINT  NOT NULL,
    score       DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (analysis_id, rank)
);
