-- What places a new contribution among a run's themes, apart from the run so that lists don't read it.
CREATE TABLE model (
    analysis_id BLOB NOT NULL PRIMARY KEY REFERENCES analysis (id),
    bytes       BLOB NOT NULL
) STRICT;
