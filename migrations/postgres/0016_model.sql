-- What places a new contribution among a run's themes, apart from the run so that lists don't read it.
CREATE TABLE model (
    analysis_id UUID  NOT NULL PRIMARY KEY REFERENCES analysis (id),
    bytes       BYTEA NOT NULL
);
